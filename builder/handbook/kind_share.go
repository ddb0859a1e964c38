package handbook

import "vaandel/builder/diag"

// ShareTypes are the values of an item's type. It is never changed.
var ShareTypes = []string{"press-release", "vacancy", "article"}

// Share is something to share until a date.
type Share struct {
	Type    string   `meta:"type"` // one of ShareTypes
	From    string   `meta:"from"`
	Until   string   `meta:"until"`
	Link    string   `meta:"link"`
	Openers []string `meta:"openers"` // beginnings to finish yourself
}

func (*Share) kind() Kind { return KindShare }

func (*Share) check(c *checker) {
	c.need(c.front, "type", &shareType)
	c.oneOf(c.front, "type", &shareTypeUnknown, ShareTypes...)
	c.need(c.front, "until", &shareUntil)
	c.need(c.front, "openers", &shareOpeners)
	from, until := c.date(c.front, "from", false), c.date(c.front, "until", false)
	switch {
	case until == "":
	case from > until:
		c.report(&shareOrder, c.at(c.front, "until"), from, until)
	case c.today != "" && until < c.today:
		c.report(&sharePast, c.at(c.front, "until"), until)
	}
}

func (*Share) fields() []FieldInfo {
	return []FieldInfo{
		{Name: "type", Type: FieldChoice, Required: true, Values: []Value{
			{"press-release", diag.Text{NL: "Persbericht", EN: "Press release"}},
			{"vacancy", diag.Text{NL: "Vacature", EN: "Vacancy"}},
			{"article", diag.Text{NL: "Artikel", EN: "Article"}}},
			Label: diag.Text{NL: "Wat is het?", EN: "What is it?"}},
		{Name: "from", Type: FieldDate,
			Label: diag.Text{NL: "Delen vanaf", EN: "Share from"}},
		{Name: "until", Type: FieldDate, Required: true,
			Label: diag.Text{NL: "Delen tot en met", EN: "Share until"}},
		{Name: "link", Type: FieldLink,
			Label: diag.Text{NL: "Waar staat het online?", EN: "Where is it online?"}},
		{Name: "openers",
			Label: diag.Text{NL: "Zinnen om mee te beginnen", EN: "Lines to start with"},
			Help: diag.Text{
				NL: "De lezer maakt ze zelf af. Zo klinkt ieder bericht anders.",
				EN: "Readers finish them themselves. That makes each message sound different."}},
	}
}

// The rules of items to share.
var (
	// share-type: nobody knows what the item is.
	shareType = diag.Rule{ID: "share-type", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier staat niet wat je kunt delen",
			EN: "This doesn't say what there is to share"},
		Hint: diag.Text{
			NL: "Kies press-release, vacancy of article, zo: type: vacancy",
			EN: "Choose press-release, vacancy or article, like this: type: vacancy"}}
	shareTypeUnknown = diag.Rule{ID: "share-type", Severity: diag.Error,
		Message: diag.Text{
			NL: "Bij type staat %[1]q, en dat soort kennen we niet",
			EN: "type says %[1]q, which we don't know"},
		Hint: diag.Text{
			NL: "Kies uit: %[2]s.",
			EN: "Choose from: %[2]s."}}
	// share-until: nobody knows until when the item is of use.
	shareUntil = diag.Rule{ID: "share-until", Severity: diag.Error,
		Message: diag.Text{
			NL: "Hier staat niet tot wanneer je dit kunt delen",
			EN: "This doesn't say until when to share it"},
		Hint: diag.Text{
			NL: "Zet de laatste dag erbij, zo: until: 2026-01-31",
			EN: "Add the last day, like this: until: 2026-01-31"}}
	// share-order: the item ends before it begins.
	shareOrder = diag.Rule{ID: "share-order", Severity: diag.Error,
		Message: diag.Text{
			NL: "Delen kan vanaf %[1]s, maar dat is na de laatste dag (%[2]s)",
			EN: "Sharing starts on %[1]s, but that is after the last day (%[2]s)"},
		Hint: diag.Text{
			NL: "Kijk from en until na. Misschien zijn ze verwisseld.",
			EN: "Check from and until. Perhaps they are swapped."}}
	// share-past: the last day has passed.
	sharePast = diag.Rule{ID: "share-past", Severity: diag.Warning,
		Message: diag.Text{
			NL: "De laatste dag om dit te delen was %[1]s",
			EN: "The last day to share this was %[1]s"},
		Hint: diag.Text{
			NL: "Haal de pagina weg, of zet bij until een nieuwe dag.",
			EN: "Remove the page, or set until to a new day."}}
	// share-openers: the item gives nothing to start with.
	shareOpeners = diag.Rule{ID: "share-openers", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Hier staan geen zinnen om mee te beginnen",
			EN: "There are no lines to start with here"},
		Hint: diag.Text{
			NL: "Zet bij openers een paar zinnen die de lezer zelf afmaakt, zoals: Hier ben ik trots op, want …",
			EN: "Under openers, put some lines that readers finish themselves, such as: This makes me proud, because …"}}
)
