package handbook

// Kind is what a page is for. The set is closed; each kind has a file
// (kind_policy.go, …) with its front matter and its rules.
type Kind string

// The kinds.
const (
	KindPage        Kind = "page"
	KindPolicy      Kind = "policy"
	KindContentType Kind = "content-type"
	KindTraining    Kind = "training"
	KindToolkit     Kind = "toolkit"
	KindChecklist   Kind = "checklist"
	KindAgreement   Kind = "agreement"
	KindSurvey      Kind = "survey"
	KindPerson      Kind = "person"
	KindFigures     Kind = "figures"
	KindShare       Kind = "share"
	KindEvent       Kind = "event"
)

// Kinds lists all kinds in the order of the documentation. It is never changed.
var Kinds = []Kind{
	KindPage, KindPolicy, KindContentType, KindTraining, KindToolkit, KindChecklist,
	KindAgreement, KindSurvey, KindPerson, KindFigures, KindShare, KindEvent,
}

// Common is the front matter that every kind has.
type Common struct {
	Title    string   `meta:"title"`
	Summary  string   `meta:"summary"`
	Kind     Kind     `meta:"kind"`
	Order    int      `meta:"order"` // pages without one come last, by title
	Owner    string   `meta:"owner"` // a contact's id
	Reviewed string   `meta:"reviewed"`
	ReviewBy string   `meta:"review_by"`
	Audience string   `meta:"audience"`
	Tags     []string `meta:"tags"`
	Draft    bool     `meta:"draft"`
	Aliases  []string `meta:"aliases"` // old addresses, from the root: /oud/pad.html
}

// Spec is the front matter of one kind. Exactly these implement it: *Plain,
// *Policy, *ContentType, *Training, *Toolkit, *Checklist, *Agreement, *Survey,
// *Person, *Figures, *Share, *Event. All are plain structs with tags "meta".
type Spec interface {
	// kind is the kind whose front matter this is.
	kind() Kind
	// check holds a page of this kind against the rules that the kind has
	// beside those of every page.
	check(*checker)
	// fields describes what the kind has beside what all kinds have, and what of
	// that it needs; see Fields.
	fields() []FieldInfo
}

// specOf returns the empty front matter of a kind, or nil where there is no
// such kind.
func specOf(k Kind) Spec {
	switch k {
	case KindPage:
		return &Plain{}
	case KindPolicy:
		return &Policy{}
	case KindContentType:
		return &ContentType{}
	case KindTraining:
		return &Training{}
	case KindToolkit:
		return &Toolkit{}
	case KindChecklist:
		return &Checklist{}
	case KindAgreement:
		return &Agreement{}
	case KindSurvey:
		return &Survey{}
	case KindPerson:
		return &Person{}
	case KindFigures:
		return &Figures{}
	case KindShare:
		return &Share{}
	case KindEvent:
		return &Event{}
	}
	return nil
}
