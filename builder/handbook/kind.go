package handbook

// Kind is what a page is for. The set is closed; each kind has a file
// (kind_policy.go, …) with its front matter, its rules and what its page shows.
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

// Kinds lists all kinds in the order of the documentation.
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
type Spec interface{ kind() Kind }

// Plain is the front matter of a page without more.
type Plain struct{}

// Policy is a rule of the house.
type Policy struct {
	Version string   `meta:"version"`
	Changes []Change `meta:"changes"` // newest first
	InShort []string `meta:"in_short"`
}

// Change is one entry of what changed in a policy.
type Change struct {
	Date    string `meta:"date"`
	Version string `meta:"version"`
	Text    string `meta:"text"`
}

// ContentType answers what an employee asks about one of the four types of
// messages. What to do and not to do stands in the text, as lists under
// > [!DO] and > [!DONT].
type ContentType struct {
	Type          string `meta:"type"` // corporate, customer-service, informal, commercial
	Share         string `meta:"share"`
	OwnWords      string `meta:"own_words"`
	Answers       string `meta:"answers"`        // who answers reactions
	AnswersWithin string `meta:"answers_within"` // within what time
	Approves      string `meta:"approves"`
	Checklist     string `meta:"checklist"` // path of the checklist's .md file
}

// Training is a module (the index page of its folder) or one of its lessons.
type Training struct {
	Minutes  int      `meta:"minutes"`
	Goals    []string `meta:"goals"`
	PassMark int      `meta:"pass_mark"` // of a module, percent
}

// Toolkit is something to use: which, tells Type.
type Toolkit struct {
	Type      string     `meta:"type"`      // pictures, posts, words, downloads, materials
	Pictures  []Asset    `meta:"pictures"`  // type pictures
	Downloads []Asset    `meta:"downloads"` // type downloads
	Materials []Material `meta:"materials"` // type materials
	// Post templates (type posts) are fenced blocks "post" in the text; a word
	// list (type words) is a table there: what we say, what not, why.
}

// Asset is a picture or file for use outside the handbook.
type Asset struct {
	File    string `meta:"file"` // path from the page
	Title   string `meta:"title"`
	Alt     string `meta:"alt"`
	Licence string `meta:"licence"`
	Credit  string `meta:"credit"`
	Source  string `meta:"source"`
	Expires string `meta:"expires"` // date from which it may not be used
	// People is true where a person can be recognised: then Consent tells where
	// the permission is kept and until when it holds.
	People  bool   `meta:"people"`
	Consent string `meta:"consent"`
	// Line is that of the entry in the file.
	Line int `meta:"-"`
}

// Material is a thing to borrow or install.
type Material struct {
	Name  string `meta:"name"`
	For   string `meta:"for"`
	Where string `meta:"where"`
	Link  string `meta:"link"`
}

// Checklist is a list to tick before acting; the tasks stand in the text.
type Checklist struct {
	Done    string `meta:"done"`    // what to say when all is ticked
	Contact string `meta:"contact"` // whom to ask in doubt: a contact's id
}

// Question is a field of an agreement or a survey.
type Question struct {
	Label    string   `meta:"label"`
	Help     string   `meta:"help"`
	Type     string   `meta:"type"` // text, long, number, time, date, choice, choices
	Options  []string `meta:"options"`
	Min      int      `meta:"min"`
	Max      int      `meta:"max"`
	Unit     string   `meta:"unit"`
	Required bool     `meta:"required"`
	Line     int      `meta:"-"`
}

// Agreement is a plan that employee and manager fill in together.
type Agreement struct {
	Questions []Question `meta:"questions"`
	Signers   []string   `meta:"signers"`
}

// Survey asks employees what they would like.
type Survey struct {
	Questions []Question `meta:"questions"`
	SendTo    string     `meta:"send_to"`   // a contact's id
	MinGroup  int        `meta:"min_group"` // smallest group that is reported
}

// Person is an ambassador.
type Person struct {
	Role       string    `meta:"role"`
	Department string    `meta:"department"`
	Expertise  []string  `meta:"expertise"`
	Networks   []Profile `meta:"networks"`
	Photo      string    `meta:"photo"` // path from the page
	Alt        string    `meta:"alt"`
	Example    bool      `meta:"example"` // invented, and marked as such
}

// Profile is a person's page on a network.
type Profile struct {
	Network string `meta:"network"` // a network's id
	Link    string `meta:"link"`
}

// Figures is a page of numbers, each with its source.
type Figures struct {
	Figures []Figure `meta:"figures"`
	Data    string   `meta:"data"` // path of a .csv file beside the page
}

// Figure is one number.
type Figure struct {
	Value   string `meta:"value"`
	Label   string `meta:"label"`
	Source  string `meta:"source"`
	Year    int    `meta:"year"`
	Link    string `meta:"link"`
	Checked string `meta:"checked"`
	Line    int    `meta:"-"`
}

// Share is something to share until a date.
type Share struct {
	Type    string   `meta:"type"` // press-release, vacancy, article
	From    string   `meta:"from"`
	Until   string   `meta:"until"`
	Link    string   `meta:"link"`
	Openers []string `meta:"openers"` // beginnings to finish yourself
}

// Event is a date in the programme.
type Event struct {
	Starts   string `meta:"starts"` // 2026-09-14 10:00
	Ends     string `meta:"ends"`
	Where    string `meta:"where"`
	Signup   string `meta:"signup"` // a contact's id
	Capacity int    `meta:"capacity"`
}
