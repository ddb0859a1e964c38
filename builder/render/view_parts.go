package render

import (
	"html/template"

	"vaandel/builder/handbook"
)

// What components show that stand in a page's text, or are all of a page.

// ChecklistView is what the component "checklist" shows.
type ChecklistView struct {
	Lang    string
	Key     string // where its ticks are kept: the page's address and the list's id
	ID      string
	Title   string
	Items   []TaskView
	Done    string
	Contact *Contact
	Link    *Ref // the checklist's own page, where it is embedded
}

// Phase is one of several lists of a checklist.
type Phase struct {
	_ struct{} `cbor:",toarray"`

	Title, ID string
	Tasks     int
}

// TaskView is one task.
type TaskView struct {
	ID      string
	Label   template.HTML
	More    template.HTML
	Checked bool
	Items   []TaskView
}

// QuizView is what the component "quiz" shows.
type QuizView struct {
	Lang     string
	Key      string // where its result is kept: the page's address and the quiz's id
	ID       string
	Question string
	Answers  []AnswerView
	Ordered  bool
	Multiple bool // more than one answer is right
	Explain  template.HTML
}

// AnswerView is one answer.
type AnswerView struct {
	ID    string
	Label template.HTML
	Right bool
	Place int // in the right order, from 1
}

// PostView is what the component "post" shows.
type PostView struct {
	Lang       string
	ID         string
	Title      string
	Network    string // its name
	NetworkID  string
	Type       string // content type
	TypeName   string
	Text       string
	Characters int
	Limit      int    // of the network, 0 where unknown
	Composer   string // the address of the page that checks messages, or ""
}

// ComposerView is what the component "composer" shows: all that a message is held
// against.
type ComposerView struct {
	_ struct{} `cbor:",toarray"`

	Networks []handbook.Network
	Types    []MessageType
	Which    string // the address where one finds out which type a message is, or ""
	Words    []WordChoice
	Secrets  []SecretView
}

// MessageType is a content type with what to do and not to do.
type MessageType struct {
	_ struct{} `cbor:",toarray"`

	TypeCard
	Do, Dont []string
}

// WordChoice is a word that the handbook chose, and the words that it stands for.
type WordChoice struct {
	_ struct{} `cbor:",toarray"`

	Say string
	Not []string
	Why string
}

// SecretView is what may have to stay inside: see handbook.Secret.
type SecretView struct {
	_ struct{} `cbor:",toarray"`

	Name  string
	Words []string
	Looks string
}

// EmbedView is what the component "embed" shows of another page that has no
// component of its own: its title and summary as a card.
type EmbedView struct {
	Lang string
	Page Ref
	Spec handbook.Spec
	File *File
}
