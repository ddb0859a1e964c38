package check

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
	"vaandel/builder/markdown"
)

// Whether a name is that of a living person can't be told from its letters, so this
// rule is for those who ask for it.
var privacyName = &Rule{ID: "privacy-name", Family: Privacy, Severity: Off,
	Name: diag.Text{
		NL: "Een naam in een voorbeeld",
		EN: "A name in an example"},
	Finds: diag.Text{
		NL: "Een voornaam met een achternaam in een voorbeeldbericht, een training of onder een kopje met het woord voorbeeld. Niet als op de pagina staat dat de namen verzonnen zijn. Deze controle zet je zelf aan.",
		EN: "A first name with a surname in a template, a training or below a heading with the word example. Not where the page says that its names are invented. This check is off unless you ask for it."},
	Why: diag.Text{
		NL: "Een voorbeeld blijft jaren staan. Wie erin voorkomt, heeft daar misschien nooit ja op gezegd.",
		EN: "An example stays for years. Who is in it may never have said yes to that."},
	Bad:  diag.Text{NL: "Piet de Vries van de werkplaats had een slechte dag.", EN: "Peter Brown of the workshop had a bad day."},
	Good: diag.Text{NL: "Piet van de werkplaats had een slechte dag. De naam is verzonnen.", EN: "Peter of the workshop had a bad day. The name is invented."},
	Message: diag.Text{
		NL: "Is dit de naam van een echt mens? %[1]s",
		EN: "Is this the name of a real person? %[1]s"},
	Hint: diag.Text{
		NL: "Vraag of het mag, of neem alleen een voornaam. Is de naam verzonnen? Zet dat dan op de pagina: ‘De namen zijn verzonnen.’",
		EN: "Ask whether it is all right, or take a first name only. Is it invented? Then say so on the page: “The names are invented.”"},
	Page: func(r *Report, p *Page) {
		if namesInvented(p) {
			return
		}
		example := false // the heading above speaks of an example
		told := map[string]bool{}
		for i := range p.Prose.Blocks {
			b := &p.Prose.Blocks[i]
			if b.Kind == markdown.ProseHeading {
				example = exampleHeading.MatchString(b.Text)
				continue
			}
			if b.Kind != markdown.ProsePost && (!Prose(b) || p.Kind != handbook.KindTraining && !example) {
				continue
			}
			for _, name := range namesIn(b) {
				if full := b.Text[name[0]:name[1]]; !told[full] && !p.Book.isKnown(full) {
					told[full] = true
					r.At(p.At(b, name[0]), full)
				}
			}
		}
	},
}

var (
	exampleHeading = regexp.MustCompile(`(?i)\b(?:voorbeeld|example)`)
	inventedWords  = regexp.MustCompile(`(?i)\b(?:verzonnen|bedacht|fictief|fictieve|invented|fictional|made up)\b`)
)

// namesInvented tells whether a page says that its names are invented.
func namesInvented(p *Page) bool {
	for i := range p.Prose.Blocks {
		if b := &p.Prose.Blocks[i]; Prose(b) && inventedWords.MatchString(b.Text) {
			return true
		}
	}
	return false
}

// isKnown tells whether a name is that of a contact, or of an ambassador's page, which
// its owner knows of.
func (b *Book) isKnown(name string) bool {
	for _, c := range b.Handbook.Config.Contacts {
		if strings.EqualFold(c.Name, name) {
			return true
		}
	}
	for _, p := range b.Handbook.Pages {
		if p.Kind == handbook.KindPerson && strings.EqualFold(p.Title(), name) {
			return true
		}
	}
	return false
}

// namesIn finds the places of a first name that we know with a surname behind it.
func namesIn(b *markdown.Block) [][2]int {
	var out [][2]int
	words := Words(b)
	for i, w := range words {
		if !firstNames[strings.ToLower(w.Text)] || !capital(w.Text) {
			continue
		}
		last := i + 1
		for last < len(words) && particles[words[last].Text] {
			last++
		}
		if last < len(words) && capital(words[last].Text) && !loud(words[last].Text) &&
			strings.TrimSpace(b.Text[w.Stop:words[last].Start]) == strings.TrimSpace(joined(b.Text, words[i+1:last])) {
			out = append(out, [2]int{w.Start, words[last].Stop})
		}
	}
	return out
}

// joined is the text from the first of words to the last.
func joined(text string, words []Word) string {
	if len(words) == 0 {
		return ""
	}
	return text[words[0].Start:words[len(words)-1].Stop]
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

var particles = set("de den der van het ter ten te")

// firstNames are common ones of the Netherlands and of English.
var firstNames = set(`jan piet kees klaas henk hans peter johan willem wim gerard gerrit bert bart erik eric tom tim
	thomas lucas luuk lars sem daan bram jesse ruben mark marc martijn marco maarten michiel mike jeroen jasper joost
	joris rob robert ron rik rick sander stefan stijn thijs ties wouter frank fred frits ferdinand dirk dennis david
	daniel paul patrick pieter remco rené richard roel ruud theo ton vincent mohamed mohammed ahmed ali youssef mehmet
	mustafa hassan ibrahim yusuf omar anna anne anouk annemarie anja ans astrid bianca carla carolien chantal charlotte
	claudia daphne diana ellen els elly emma esther eva fatima femke floor fleur hanna hanneke ilse inge ingrid irene
	iris janneke jacqueline joke judith julia karin kim laura leonie lies lieke linda lisa lotte maria mariska marieke
	marijke marloes marleen mieke mirjam miriam monique nathalie nicole nienke noor patricia petra renate ria rianne
	roos sandra sanne sara sarah saskia simone sofie sophie suzanne sylvia tessa truus wendy willemijn yvonne yvette
	aylin ayşe zeynep samira naima john james william michael joseph charles christopher matthew anthony steven andrew
	kenneth george joshua kevin brian edward ronald timothy jason jeffrey ryan jacob gary nicholas jonathan larry scott
	justin brandon benjamin samuel alexander mary jennifer elizabeth barbara susan jessica karen nancy betty margaret
	ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon cynthia kathleen amy
	angela shirley brenda pamela katherine helen debra rachel carolyn janet catherine heather jane joe harry oliver jack
	george emma olivia alice lucy`)
