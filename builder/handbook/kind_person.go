package handbook

import "vaandel/builder/diag"

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

func (*Person) kind() Kind { return KindPerson }

func (p *Person) check(c *checker) {
	c.need(c.front, "role", &personRole)
	c.need(c.front, "department", &personDepartment)
	if p.Photo != "" {
		c.need(c.front, "alt", &personAlt)
	}
	for i, n := range c.front.Get("networks").Entries() {
		c.need(n, "network", &profileNetwork)
		c.need(n, "link", &profileLink)
		c.network(c.at(n, "network"), p.Networks[i].Network)
	}
}

func (*Person) fields() []FieldInfo {
	return []FieldInfo{
		{Name: "role", Required: true,
			Label: diag.Text{NL: "Welk werk doet je collega?", EN: "What work does your colleague do?"}},
		{Name: "department", Required: true,
			Label: diag.Text{NL: "Op welke afdeling?", EN: "In which department?"}},
		{Name: "expertise",
			Label: diag.Text{NL: "Waar weet je collega veel van?", EN: "What does your colleague know a lot about?"}},
		{Name: "networks",
			Label: diag.Text{NL: "Waar vind je je collega online?", EN: "Where is your colleague online?"},
			Fields: []FieldInfo{
				{Name: "network", Type: FieldNetwork, Required: true,
					Label: diag.Text{NL: "Netwerk", EN: "Network"}},
				{Name: "link", Type: FieldLink, Required: true,
					Label: diag.Text{NL: "Adres van het profiel", EN: "Address of the profile"}},
			}},
		{Name: "photo", Type: FieldFile,
			Label: diag.Text{NL: "Foto", EN: "Photo"},
			Help: diag.Text{
				NL: "Zet de foto naast deze pagina.",
				EN: "Put the photo beside this page."}},
		{Name: "alt", Type: FieldLongText, When: &Condition{Field: "photo"},
			Label: diag.Text{NL: "Wat is er op de foto te zien?", EN: "What does the photo show?"},
			Help: diag.Text{
				NL: "Beschrijf het in één zin, voor wie de foto niet ziet.",
				EN: "Describe it in one sentence, for those who can't see it."}},
		{Name: "example",
			Label: diag.Text{NL: "Is dit een verzonnen voorbeeld?", EN: "Is this an invented example?"}},
	}
}

// The rules of persons.
var (
	// person-role: nobody knows what the person does.
	personRole = diag.Rule{ID: "person-role", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier staat niet welk werk deze collega doet",
			EN: "This doesn't say what work this colleague does"},
		Hint: diag.Text{
			NL: "Noem de functie, zo: role: Wijkverpleegkundige",
			EN: "Name the job, like this: role: District nurse"}}
	// person-department: nobody knows where the person works.
	personDepartment = diag.Rule{ID: "person-department", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier staat niet op welke afdeling deze collega werkt",
			EN: "This doesn't say in which department this colleague works"},
		Hint: diag.Text{
			NL: "Noem de afdeling, zo: department: Zorg",
			EN: "Name the department, like this: department: Care"}}
	// person-alt: a portrait has no text for those who can't see it.
	personAlt = diag.Rule{ID: "person-alt", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij de foto van deze collega staat niet wat erop te zien is",
			EN: "The photo of this colleague doesn't say what it shows"},
		Hint: diag.Text{
			NL: "Beschrijf de foto in één zin, zo: alt: Samira bij de ingang van het magazijn",
			EN: "Describe it in one sentence, like this: alt: Samira at the warehouse door"}}
	// profile-network: a profile is on no network.
	profileNetwork = diag.Rule{ID: "profile-network", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier staat niet op welk netwerk dit profiel staat",
			EN: "This doesn't say on which network the profile is"},
		Hint: diag.Text{
			NL: "Zet bij network de id van een netwerk uit handbook.yaml, zo: network: linkedin",
			EN: "Set network to the id of a network in handbook.yaml, like this: network: linkedin"}}
	// profile-link: a profile leads nowhere.
	profileLink = diag.Rule{ID: "profile-link", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij dit profiel staat geen adres",
			EN: "This profile has no address"},
		Hint: diag.Text{
			NL: "Kopieer het adres van het profiel, zo: link: https://www.linkedin.com/in/naam",
			EN: "Copy the address of the profile, like this: link: https://www.linkedin.com/in/name"}}
)
