package check

import (
	"path"
	"slices"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
)

// Texts of the theme that a language lacks are found by the build.

var languageRules = []*Rule{languageMissing, languageBehind, languageMixed}

// languageNames are what languages are called in a sentence.
var languageNames = map[string]diag.Text{
	"nl": {NL: "Nederlands", EN: "Dutch"},
	"en": {NL: "Engels", EN: "English"},
	"de": {NL: "Duits", EN: "German"},
	"fr": {NL: "Frans", EN: "French"},
}

// called returns the name of a language, or its code.
func called(lang string) diag.Text {
	if name, ok := languageNames[lang]; ok {
		return name
	}
	return diag.Text{NL: lang, EN: lang}
}

var languageMissing = &Rule{ID: "language-missing", Family: Languages, Severity: diag.Advice,
	Name: diag.Text{
		NL: "Een pagina zonder vertaling",
		EN: "A page without translation"},
	Finds: diag.Text{
		NL: "Een pagina die in een taal van het handboek ontbreekt, in een map waar die taal verder meestal wel is.",
		EN: "A page that one of the handbook's languages lacks, in a folder where most others have it."},
	Why: diag.Text{
		NL: "Lezers krijgen dan opeens een andere taal. Waar één pagina ontbreekt, is ze vaak vergeten.",
		EN: "Readers suddenly get another language. Where a single page is missing, it was most likely forgotten."},
	Bad: diag.Text{
		NL: "Van de vijf soorten berichten zijn er vier in het Engels.",
		EN: "Of five kinds of posts four are in English."},
	Good: diag.Text{
		NL: "Alle vijf, of bewust alleen de eerste pagina.",
		EN: "All five, or the first page alone, on purpose."},
	Limits: []Limit{{"percent", 60, diag.Text{
		NL: "als zoveel procent van de andere pagina's in de map die taal heeft; met 0 altijd",
		EN: "where so many percent of the folder's other pages have that language; 0 is always"}}},
	Message: diag.Text{
		NL: "Deze pagina is er niet in het %[1]s, en de meeste andere in deze map wel",
		EN: "This page isn't there in %[2]s, and most others of this folder are"},
	Hint: diag.Text{
		NL: "Zet de vertaling ernaast, in %[3]s",
		EN: "Put the translation beside it, in %[3]s"},
	Whole: missing,
}

// missing looks for pages without a version, folder by folder.
func missing(r *Report, b *Book) {
	type folder struct{ path, lang string }
	all, have := map[string]map[string]*Page{}, map[folder]int{} // folder → key → its first version
	for _, p := range b.Pages {
		f := path.Dir(p.Source)
		if all[f] == nil {
			all[f] = map[string]*Page{}
		}
		if all[f][p.Key] == nil {
			all[f][p.Key] = p
		}
		have[folder{f, p.Lang}]++
	}
	for _, p := range b.Pages {
		f := path.Dir(p.Source)
		if all[f][p.Key] != p {
			continue
		}
		for _, lang := range b.Handbook.Config.Languages {
			others, with := len(all[f])-1, have[folder{f, lang}]
			lacks := !slices.ContainsFunc(append(b.Handbook.Translations(p.Page), p.Page), func(t *handbook.Page) bool { return t.Lang == lang })
			if lacks && with*100 >= r.Limit("percent")*others && (others > 0 && with > 0 || r.Limit("percent") == 0) {
				r.At(p.Top(), called(lang).NL, called(lang).EN, path.Base(p.Key)+"."+lang+".md")
			}
		}
	}
}

var languageBehind = &Rule{ID: "language-behind", Family: Languages, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Een vertaling die achterloopt",
		EN: "A translation that is behind"},
	Finds: diag.Text{
		NL: "Een vertaling die ouder is dan de pagina in de eerste taal: volgens git, of volgens de dag waarop iemand ze naliep.",
		EN: "A translation that is older than the page in the first language: by git, or by the day on which they were read."},
	Why: diag.Text{
		NL: "Wie de vertaling leest, houdt zich aan afspraken die niet meer gelden.",
		EN: "Who reads the translation keeps to what no longer holds."},
	Bad:    diag.Text{NL: "welzijn.md is van november, welzijn.en.md van maart.", EN: "welzijn.md is of November, welzijn.en.md of March."},
	Good:   diag.Text{NL: "Beide zijn in dezelfde week bijgewerkt.", EN: "Both were updated in the same week."},
	Limits: []Limit{{"days", 14, diag.Text{NL: "zoveel dagen mag de vertaling achterlopen", EN: "so many days may the translation be behind"}}},
	Message: diag.Text{
		NL: "Deze vertaling is van %[1]s, maar %[2]s is van %[3]s",
		EN: "This translation is of %[1]s, but %[2]s is of %[3]s"},
	Hint: diag.Text{
		NL: "Kijk wat er in de andere taal is veranderd en neem dat over. Zet daarna bij reviewed de dag van vandaag.",
		EN: "See what changed in the other language and take it over. Then set reviewed to today."},
	Page: func(r *Report, p *Page) {
		original := p.Book.Handbook.Version(p.Key, p.Book.Handbook.Config.Languages[0])
		if original == nil || original == p.Page {
			return
		}
		// What somebody has read since is not behind, whatever git says.
		own, other := max(p.Updated, p.Common.Reviewed), max(original.Updated, original.Common.Reviewed)
		if p.Updated == "" || original.Updated == "" {
			own, other = p.Common.Reviewed, original.Common.Reviewed
		}
		if days, ok := daysTo(own, other); ok && days > r.Limit("days") {
			r.At(p.Field("reviewed"), dayOf(own), original.Source, dayOf(other))
		}
	},
}
