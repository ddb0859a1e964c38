package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
	"vaandel/builder/picture"
)

var privacyRules = []*Rule{privacyEmail, privacyPhone, privacyCitizen, privacyPlace, privacyName}

var privacyEmail = &Rule{ID: "privacy-email", Family: Privacy, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Een e-mailadres van iemand",
		EN: "Somebody's e-mail address"},
	Finds: diag.Text{
		NL: "Een e-mailadres met de naam van iemand erin. Algemene adressen (info@, hr@), contacten uit handbook.yaml en voorbeeldadressen mogen.",
		EN: "An e-mail address with somebody's name in it. General mailboxes (info@, hr@), contacts of handbook.yaml and addresses made for examples are fine."},
	Why: diag.Text{
		NL: "Gaat iemand weg, dan komt een vraag nergens aan. En niet iedereen wil zo te vinden zijn.",
		EN: "When somebody leaves, questions get lost. And not everybody wants to be found like that."},
	Bad:  diag.Text{NL: "Mail naar jan.jansen@bedrijf.nl", EN: "Write to jane.jones@company.com"},
	Good: diag.Text{NL: "Mail naar hr@bedrijf.nl", EN: "Write to hr@company.com"},
	Message: diag.Text{
		NL: "Dit lijkt het e-mailadres van een persoon: %[1]s",
		EN: "This looks like the e-mail address of a person: %[1]s"},
	Hint: diag.Text{
		NL: "Neem een adres van een team, of zet de persoon bij contacts in handbook.yaml. Is het verzonnen? Laat het dan eindigen op @voorbeeld.example.",
		EN: "Take the address of a team, or add the person to contacts in handbook.yaml. Is it invented? Then let it end in @company.example."},
	Page: func(r *Report, p *Page) {
		told := map[string]bool{}
		for i := range p.Prose.Blocks {
			b := &p.Prose.Blocks[i]
			tell := func(address string, at int) {
				address = strings.ToLower(address)
				if personal(address) && !told[address] && !isContact(p, address) {
					told[address] = true
					r.At(p.At(b, at), address)
				}
			}
			if strings.Contains(b.Text, "@") {
				for _, m := range email.FindAllStringIndex(b.Text, -1) {
					tell(b.Text[m[0]:m[1]], m[0])
				}
			}
			for _, s := range b.Spans {
				if address, ok := strings.CutPrefix(s.Target, "mailto:"); ok {
					address, _, _ = strings.Cut(address, "?")
					tell(address, s.Start)
				}
			}
		}
	},
}

var email = regexp.MustCompile(`[\pL\d._%+-]+@[\pL\d-]+(?:\.[\pL\d-]+)+`)

// general are the words of mailboxes that belong to no one person.
var general = set(`info contact team support help helpdesk servicedesk service hr hrm personeel pz p o communicatie
	communication communications press pers media redactie webcare social ict it admin administratie office secretariaat
	bestuur directie privacy security fg avg noreply no reply mail post sales verkoop inkoop finance jobs vacatures
	recruitment werken bij feedback vragen questions hello hallo desk general data algoritmes webmaster postmaster abuse
	project programma juridisch legal zaken receptie planning training opleidingen ambassadeurs group groep list test
	user gebruiker naam name voornaam achternaam first last firstname lastname your jouw someone iemand example voorbeeld
	bureau afdeling agreements benefits retirement requests request number daily check travel architectuur architecture
	advies voorlichting evenementen events marketing onderzoek research beleid policy studenten students klanten
	customer customers klantenservice reserveringen booking bookings facturen invoices billing crediteuren debiteuren
	gemeente provincie minister ministerie kabinet raad griffie burger zorg kwaliteit klachten complaints meldpunt
	bounce open source developers dev ops tech standard standaard code git`)

// personal tells whether an address holds the name of a person: two names, or a first
// name that we know.
func personal(address string) bool {
	name, host, _ := strings.Cut(address, "@")
	if forExamples(host) {
		return false
	}
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == '.' || r == '_' })
	if len(parts) < 2 {
		return firstNames[name]
	}
	letters := 0
	for i, part := range parts {
		if general[part] || strings.ContainsFunc(part, func(r rune) bool { return !unicode.IsLetter(r) && (r != '-' || i == 0) }) {
			return false
		}
		letters = max(letters, len(part))
	}
	first := parts[0]
	return letters > 2 && (len(first) == 1 || strings.ContainsAny(first, vowels+"y"))
}

// forExamples tells whether a host is kept for examples (RFC 2606), or says that it is
// one.
func forExamples(host string) bool {
	labels := strings.Split(host, ".")
	switch labels[len(labels)-1] {
	case "example", "test", "invalid", "localhost":
		return true
	}
	return slices.ContainsFunc(labels, func(l string) bool {
		return strings.HasPrefix(l, "example") || strings.HasPrefix(l, "voorbeeld") || l == "domein" || l == "domain"
	})
}

// isContact tells whether an address is that of a contact of handbook.yaml.
func isContact(p *Page, address string) bool {
	return slices.ContainsFunc(p.Book.Handbook.Config.Contacts, func(c handbook.Contact) bool {
		return strings.EqualFold(c.Email, address)
	})
}

var privacyPhone = &Rule{ID: "privacy-phone", Family: Privacy, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Een mobiel nummer",
		EN: "A mobile number"},
	Finds: diag.Text{
		NL: "Een mobiel telefoonnummer, dat bijna altijd van een persoon is. Vaste nummers en contacten uit handbook.yaml mogen.",
		EN: "A mobile phone number, which nearly always belongs to a person. Other numbers and contacts of handbook.yaml are fine."},
	Why: diag.Text{
		NL: "Een mobiel nummer blijft jaren van iemand. Zo krijgt die ook gebeld op een vrije dag.",
		EN: "A mobile number stays with somebody for years. Who has it can call on a day off, too."},
	Bad:  diag.Text{NL: "Bel Jan: 06 - 48 29 37 15", EN: "Call Jane: +44 7911 482 937"},
	Good: diag.Text{NL: "Bel het servicepunt: 070 - 482 93 71", EN: "Call the service desk: +44 20 7482 9371"},
	Message: diag.Text{
		NL: "Dit is een mobiel nummer: %[1]s",
		EN: "This is a mobile number: %[1]s"},
	Hint: diag.Text{
		NL: "Neem een nummer van een team, of zet de persoon bij contacts in handbook.yaml. Is het verzonnen? Schrijf dan 06 - 12 34 56 78.",
		EN: "Take the number of a team, or add the person to contacts in handbook.yaml. Is it invented? Then write 06 - 12 34 56 78."},
	Page: func(r *Report, p *Page) {
		for i := range p.Prose.Blocks {
			b := &p.Prose.Blocks[i]
			if !hasDigits(b.Text, 9) {
				continue
			}
			for _, m := range mobile.FindAllStringIndex(b.Text, -1) {
				number := b.Text[m[0]:m[1]]
				if !alone(b.Text, m[0], m[1]) || invented(digits(number)) || isPhone(p, number) {
					continue
				}
				r.At(p.At(b, m[0]), number)
			}
		}
	},
}

// mobile numbers are those of the Netherlands, and with their country those of its
// neighbours.
var mobile = regexp.MustCompile(`(?:(?:\+|00)31[ -]?(?:\(0\))?[ -]?6|06)(?:[ .–-]{0,3}\d){8}|(?:\+|00)(?:32[ -]?4|44[ -]?7|49[ -]?1[567])\d?(?:[ .–-]{0,3}\d){7,9}`)

// alone tells whether a number is no part of something longer, such as an address.
func alone(text string, start, stop int) bool {
	return (start == 0 || !strings.ContainsAny(text[start-1:start], "0123456789/_-=.+#")) &&
		(stop == len(text) || !strings.ContainsAny(text[stop:stop+1], "0123456789/_=-"))
}

// hasDigits tells whether a text has so many digits, which is quickly seen.
func hasDigits(s string, n int) bool {
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			if n--; n == 0 {
				return true
			}
		}
	}
	return false
}

// digits are those of a text.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// invented tells whether a number is one that everybody sees to be made up: a row, or
// one digit many times.
func invented(number string) bool {
	const long = 6
	row, same := 1, 1
	for i := 1; i < len(number); i++ {
		step := int(number[i]) - int(number[i-1])
		if row++; step != 1 {
			row = 1
		}
		if same++; step != 0 {
			same = 1
		}
		if row >= long || same >= long-1 {
			return true
		}
	}
	return false
}

// isPhone tells whether a number is that of a contact of handbook.yaml.
func isPhone(p *Page, number string) bool {
	const most = 8 // the rest may be written as a country or not
	end := func(s string) string { d := digits(s); return d[max(0, len(d)-most):] }
	return slices.ContainsFunc(p.Book.Handbook.Config.Contacts, func(c handbook.Contact) bool { return end(c.Phone) == end(number) })
}

var privacyCitizen = &Rule{ID: "privacy-bsn", Family: Privacy, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Een nummer dat een BSN kan zijn",
		EN: "A number that may be a citizen's"},
	Finds: diag.Text{
		NL: "Een nummer van negen cijfers dat aan de elfproef voldoet, of van acht cijfers waar BSN bij staat.",
		EN: "A number of nine digits that passes the test of eleven for Dutch citizen numbers (BSN), or one of eight that is called so."},
	Why: diag.Text{
		NL: "Met een BSN kan iemand misbruik maken van je gegevens. Het hoort niet in een handboek, ook niet als voorbeeld.",
		EN: "With a citizen's number somebody can steal an identity. It doesn't belong in a handbook, not even as an example."},
	Bad:  diag.Text{NL: "Voorbeeld van een BSN: 974813011", EN: "Example of a citizen number: 974813011"},
	Good: diag.Text{NL: "Voorbeeld van een BSN: 123456782", EN: "Example of a citizen number: 123456782"},
	Message: diag.Text{
		NL: "Dit nummer kan een echt BSN zijn",
		EN: "This may be the number of a real citizen"},
	Hint: diag.Text{
		NL: "Haal het weg. Heb je een voorbeeld nodig? Neem dan 123456782: iedereen ziet dat dat verzonnen is.",
		EN: "Remove it. Do you need an example? Then take 123456782: everybody sees that it is made up."},
	Page: func(r *Report, p *Page) {
		for i := range p.Prose.Blocks {
			b := &p.Prose.Blocks[i]
			if !hasDigits(b.Text, 8) {
				continue
			}
			for _, m := range citizen.FindAllStringIndex(b.Text, -1) {
				number := digits(b.Text[m[0]:m[1]])
				if alone(b.Text, m[0], m[1]) && eleven(number) && !invented(number) && maybeCitizen(b.Text, number) && !addressed(b, m[0]) {
					r.At(p.At(b, m[0]))
				}
			}
		}
	},
}

var (
	citizen     = regexp.MustCompile(`\d{8,9}|\d{4}\.\d{2}\.\d{2,3}|\d{3}[ .-]\d{3}[ .-]\d{3}`)
	citizenWord = regexp.MustCompile(`(?i)\b(?:bsn|burgerservice|sofi|citizen)`)
	otherNumber = regexp.MustCompile(`(?i)\b(?:kvk|rsin|tel|telefoon|phone|isbn|issn|btw|order|factuur|bestelnummer|klantnummer|doi)`)
)

// maybeCitizen tells whether the words around a number let it be one of a citizen.
func maybeCitizen(text, number string) bool {
	if citizenWord.MatchString(text) {
		return true
	}
	return len(number) == 9 && !otherNumber.MatchString(text)
}

// eleven tells whether a number passes the test of eleven of the citizen number
// (Besluit burgerservicenummer): the digits times 9, 8, … 2 and −1.
func eleven(number string) bool {
	if len(number) == 8 {
		number = "0" + number
	}
	sum := 0
	for i := range len(number) {
		weight := 9 - i
		if i == 8 {
			weight = -1
		}
		sum += weight * int(number[i]-'0')
	}
	return len(number) == 9 && sum%11 == 0
}

// addressed tells whether a byte of a block stands in an address.
func addressed(b *markdown.Block, at int) bool {
	return slices.ContainsFunc(b.Spans, func(s markdown.Span) bool {
		return s.Kind == markdown.SpanAddress && s.Start <= at && at < s.Stop
	}) || b.Kind == markdown.ProseCode && strings.Contains(b.Text, "://")
}

var privacyPlace = &Rule{ID: "privacy-place", Family: Privacy, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Een foto waarin staat waar hij is gemaakt",
		EN: "A picture that says where it was taken"},
	Finds: diag.Text{
		NL: "Een foto op een pagina waarvan het bestand een locatie bevat. In het gebouwde handboek staat die niet, in je map wel.",
		EN: "A picture of a page whose file holds a location. The handbook as built doesn't have it, your folder does."},
	Why: diag.Text{
		NL: "Wie het bestand krijgt, ziet waar iemand woont of werkt. Ook een thuiswerkfoto verraadt een adres.",
		EN: "Who gets the file sees where somebody lives or works. A picture of a desk at home gives away an address."},
	Bad:  diag.Text{NL: "Een foto zoals hij van de telefoon komt.", EN: "A picture as it comes from the phone."},
	Good: diag.Text{NL: "Dezelfde foto, zonder locatie opgeslagen.", EN: "The same picture, saved without a location."},
	Message: diag.Text{
		NL: "In deze foto staat waar hij is gemaakt: %[1]s",
		EN: "This picture says where it was taken: %[1]s"},
	Hint: diag.Text{
		NL: "Op Windows: klik met rechts op het bestand, dan Eigenschappen, Details, Eigenschappen en persoonlijke gegevens verwijderen.",
		EN: "On Windows: right-click the file, then Properties, Details, Remove Properties and Personal Information."},
	Whole: func(r *Report, b *Book) {
		told := map[string]bool{}
		for _, p := range b.Pages {
			look := func(t handbook.Target, at diag.Position) {
				if t.File == "" || told[t.File] {
					return
				}
				told[t.File] = true
				f := b.Tree.File(t.File)
				if f == nil || r.ctx.Err() != nil {
					return
				}
				if data, err := f.Bytes(); err == nil && picture.HasPlace(data) {
					r.At(at, t.File)
				}
			}
			for i, t := range p.Pictures {
				at := p.Doc.Pictures[i]
				look(t, diag.Position{File: p.Source, Line: at.Line, Column: at.Column})
			}
			for i := range p.Prose.Blocks {
				if block := &p.Prose.Blocks[i]; block.Kind == markdown.ProseField {
					look(p.Fields[block.Text], p.At(block, 0))
				}
			}
		}
	},
}
