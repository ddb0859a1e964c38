package check

import (
	"fmt"
	"strings"

	"vaandel/builder/diag"
)

// familyNames are what readers call the families, and what each is about.
var familyNames = map[Family][2]diag.Text{
	Links: {{NL: "Links", EN: "Links"}, {
		NL: "Vindt een lezer de weg? Links die nergens heen gaan, meldt Vaandel ook al als je bouwt.",
		EN: "Do readers find their way? Vaandel tells of links that lead nowhere when you build, too."}},
	Care: {{NL: "Onderhoud", EN: "Care"}, {
		NL: "Is er iemand die voor de pagina zorgt, en klopt ze nog?",
		EN: "Does somebody look after the page, and is it still right?"}},
	Languages: {{NL: "Talen", EN: "Languages"}, {
		NL: "Vertelt je handboek in elke taal hetzelfde?",
		EN: "Does your handbook say the same in each language?"}},
	Reading: {{NL: "Lezen", EN: "Reading"}, {
		NL: "Begrijpt iedereen wat er staat?",
		EN: "Does everybody understand what it says?"}},
	Tone: {{NL: "Toon", EN: "Tone"}, {
		NL: "Nodigt je handboek uit, of steekt het een vinger op?",
		EN: "Does your handbook invite, or does it wag a finger?"}},
	Privacy: {{NL: "Privacy", EN: "Privacy"}, {
		NL: "Staat er iets in wat over één persoon gaat?",
		EN: "Is there anything in it about one person?"}},
	Spelling: {{NL: "Spelling", EN: "Spelling"}, {
		NL: "Staat het woord in het woordenboek? Daarvoor moeten het programma hunspell en een woordenboek op je computer staan.",
		EN: "Is the word in the dictionary? For this the program hunspell and a dictionary must be on your computer."}},
	Output: {{NL: "Wat de browser krijgt", EN: "What the browser gets"}, {
		NL: "Is elke pagina licht, veilig en goed te zien?",
		EN: "Is each page light, safe and easy to see?"}},
	Ignores: {{NL: "Wat je overslaat", EN: "What you ignore"}, {
		NL: "Zegt elke opmerking die iets overslaat, ook waarom?",
		EN: "Does each comment that ignores something say why?"}},
}

// levelNames are the severities in words, by their number.
var levelNames = []diag.Text{
	{NL: "uit, tot je hem aanzet", EN: "off, until you turn it on"},
	{NL: "een advies", EN: "advice"},
	{NL: "een waarschuwing", EN: "a warning"},
	{NL: "een fout", EN: "an error"},
}

// Manual writes all rules as markdown, for people who write handbooks: what each finds,
// why that matters, an example, and how to set it.
func Manual(lang string) string {
	m := manual{lang: lang}
	for _, family := range Families() {
		name := familyNames[family]
		m.line("## " + name[0].In(lang))
		m.line(name[1].In(lang))
		for _, r := range Rules {
			if r.Family == family {
				m.rule(r)
			}
		}
	}
	return m.String()
}

// manual is the text that is being written.
type manual struct {
	strings.Builder
	lang string
}

func (m *manual) say(nl, en string) string { return diag.Text{NL: nl, EN: en}.In(m.lang) }

// line writes a paragraph.
func (m *manual) line(text string) { m.WriteString(text + "\n\n") }

// rule writes what there is to know of one rule.
func (m *manual) rule(r *Rule) {
	m.line("### " + r.Name.In(m.lang))
	m.line(plain(r.Finds.In(m.lang)))
	m.line(plain(r.Why.In(m.lang)))
	m.line(m.say("Niet zo:", "Not like this:"))
	m.example(r.Bad.In(m.lang))
	m.line(m.say("Maar zo:", "But like this:"))
	m.example(r.Good.In(m.lang))
	m.line(m.say("Naam", "Name") + ": `" + r.ID + "`. " + m.say("Het is", "It is") + " " + levelNames[r.Severity].In(m.lang) + ".")
	for _, l := range r.Limits {
		m.line(fmt.Sprintf("%s `%s: { %s: %d }` (%s).", m.say("In `handbook.yaml` kies je de grens:", "You set its limit in `handbook.yaml`:"),
			r.ID, l.Name, l.Default, l.Means.In(m.lang)))
	}
}

// example writes an example in a fence that is longer than any in it.
func (m *manual) example(text string) {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	m.line(fence + "text\n" + text + "\n" + fence)
}

// plain is a text with what markdown would take for its own written out.
func plain(text string) string {
	for _, sign := range []string{"\\", "<", "*", "_", "[", "{", "`"} {
		text = strings.ReplaceAll(text, sign, "\\"+sign)
	}
	return text
}
