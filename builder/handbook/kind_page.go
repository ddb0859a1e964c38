package handbook

import "vaandel/builder/diag"

// Plain is the front matter of a page without more.
type Plain struct{}

func (*Plain) kind() Kind          { return KindPage }
func (*Plain) check(*checker)      {}
func (*Plain) fields() []FieldInfo { return nil }

// common holds the rules of every page.
func (c *checker) common() {
	c.contact(c.front, "owner")
	reviewed := c.date(c.front, "reviewed", false)
	reviewBy := c.date(c.front, "review_by", false)
	at := c.at(c.front, "review_by")
	switch {
	case reviewBy == "":
	case reviewed != "" && reviewBy <= reviewed:
		c.report(&reviewOrder, at, reviewBy, reviewed)
	case c.today != "" && reviewBy < c.today:
		c.report(&reviewPast, at, reviewBy)
	}
	c.atLeast(c.front, "order", 0)
}

// The rules of every page.
var (
	// contact-unknown: a field names a contact that handbook.yaml hasn't got.
	contactUnknown = diag.Rule{ID: "contact-unknown", Severity: diag.Error,
		Message: diag.Text{
			NL: "In handbook.yaml staat geen contact met de id %[1]q",
			EN: "handbook.yaml has no contact with the id %[1]q"},
		Hint: diag.Text{
			NL: "Kies uit: %[2]s. Of zet dit contact in handbook.yaml onder contacts.",
			EN: "Choose from: %[2]s. Or add this contact to handbook.yaml, under contacts."}}
	contactUnknownNear = diag.Rule{ID: "contact-unknown", Severity: diag.Error,
		Message: contactUnknown.Message,
		Hint: diag.Text{
			NL: "Bedoel je %[2]q?",
			EN: "Did you mean %[2]q?"}}
	// network-unknown: a network that handbook.yaml hasn't got.
	networkUnknown = diag.Rule{ID: "network-unknown", Severity: diag.Error,
		Message: diag.Text{
			NL: "In handbook.yaml staat geen netwerk met de id %[1]q",
			EN: "handbook.yaml has no network with the id %[1]q"},
		Hint: diag.Text{
			NL: "Kies uit: %[2]s. Of zet dit netwerk in handbook.yaml onder networks.",
			EN: "Choose from: %[2]s. Or add this network to handbook.yaml, under networks."}}
	networkUnknownNear = diag.Rule{ID: "network-unknown", Severity: diag.Error,
		Message: networkUnknown.Message,
		Hint: diag.Text{
			NL: "Bedoel je %[2]q?",
			EN: "Did you mean %[2]q?"}}
	// number-low: a number is lower than makes sense.
	numberLow = diag.Rule{ID: "number-low", Severity: diag.Error,
		Message: diag.Text{
			NL: "Het getal bij %[1]q is te laag",
			EN: "The number of %[1]q is too low"},
		Hint: diag.Text{
			NL: "Schrijf %[2]d of een hoger getal.",
			EN: "Write %[2]d or a higher number."}}
	// review-order: a page must be looked at again before it was looked at.
	reviewOrder = diag.Rule{ID: "review-order", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Volgens review_by kijk je deze pagina na op %[1]s, maar dat deed je al op %[2]s",
			EN: "By review_by this page is due on %[1]s, but it was reviewed on %[2]s"},
		Hint: diag.Text{
			NL: "Zet bij review_by de dag waarop je de pagina weer naleest.",
			EN: "Set review_by to the day on which you will read the page again."}}
	// review-past: the day to look at a page again has passed.
	reviewPast = diag.Rule{ID: "review-past", Severity: diag.Warning,
		Message: diag.Text{
			NL: "Deze pagina had je uiterlijk op %[1]s weer moeten nalezen",
			EN: "This page was due to be read again by %[1]s"},
		Hint: diag.Text{
			NL: "Lees de pagina na. Klopt alles? Zet dan bij reviewed de dag van vandaag en kies een nieuwe dag voor review_by.",
			EN: "Read the page again. Is all of it right? Then set reviewed to today and pick a new day for review_by."}}
)
