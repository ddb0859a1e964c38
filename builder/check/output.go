package check

import (
	"cmp"
	"net/url"
	"path"
	"slices"
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/handbook"
)

// Rules of what a browser gets. What the build finds is not looked for again: ids that
// a text has twice, the colours that a theme is compiled with, pictures of another site.

var outputRules = []*Rule{outputWeight, outputRequest, outputID, outputContrast, outputHTML}

var outputWeight = &Rule{ID: "output-weight", Family: Output, Severity: diag.Advice,
	Name: diag.Text{
		NL: "Een zware pagina",
		EN: "A heavy page"},
	Finds: diag.Text{
		NL: "Een pagina die op een telefoon meer dan 1.000 kB laadt: de tekst, de opmaak, de scripts en alle beelden samen.",
		EN: "A page that loads more than 1,000 kB on a phone: text, styles, scripts and all pictures together."},
	Why: diag.Text{
		NL: "Onderweg, met slecht bereik, duurt het lang. Daarna is de databundel van je collega leeg.",
		EN: "On the road, where reception is poor, it takes long. And it eats up your colleague's data plan."},
	Bad: diag.Text{
		NL: "Twintig grote foto's onder elkaar.",
		EN: "Twenty big photographs in a row."},
	Good: diag.Text{
		NL: "Vijf foto's, en een link naar een pagina met de rest.",
		EN: "Five photographs, and a link to a page with the rest."},
	Limits: []Limit{{"kilobytes", 1000, diag.Text{NL: "vanaf zoveel kilobyte", EN: "from so many kilobytes on"}}},
	Message: diag.Text{
		NL: "Deze pagina is %[1]d kB om te laden. Het zwaarst: %[2]s",
		EN: "This page takes %[1]d kB to load. The heaviest: %[3]s"},
	Hint: diag.Text{
		NL: "Haal weg wat niemand mist, of zet een deel op een eigen pagina.",
		EN: "Remove what nobody will miss, or move a part to a page of its own."},
	Site: func(r *Report, s *Site) {
		for _, f := range s.Pages {
			if f.Page == nil {
				continue
			}
			parts, total := s.parts(f)
			if total > r.Limit("kilobytes")*1000 {
				nl, en := heaviest(parts)
				r.At(parts[0].at, total/1000, nl, en)
			}
		}
	},
}

var outputRequest = &Rule{ID: "output-request", Family: Output, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Een vraag aan een andere site",
		EN: "A request to another site"},
	Finds: diag.Text{
		NL: "Een pagina die bij het openen iets ophaalt bij een andere site: een lettertype, een script, een beeld.",
		EN: "A page that gets something from another site when it is opened: a typeface, a script, a picture."},
	Why: diag.Text{
		NL: "Die site ziet dan wie jullie handboek leest. En ligt ze eruit, dan mist jullie pagina iets.",
		EN: "That site sees who reads your handbook. And when it is down, your page lacks something."},
	Bad: diag.Text{
		NL: "<link rel=\"stylesheet\" href=\"https://letters.voorbeeld.example/rond.css\"> in je eigen thema",
		EN: "<link rel=\"stylesheet\" href=\"https://letters.voorbeeld.example/round.css\"> in a theme of your own"},
	Good: diag.Text{
		NL: "Het lettertype staat als bestand in de map assets van je thema.",
		EN: "The typeface is a file in the folder assets of your theme."},
	Message: diag.Text{
		NL: "%[2]s haalt iets op bij een andere site: %[1]s",
		EN: "%[3]s gets something from another site: %[1]s"},
	Hint: diag.Text{
		NL: "Zet het bestand in de map assets van je thema, en verwijs daarnaar.",
		EN: "Put the file into the folder assets of your theme, and refer to that."},
	Site: func(r *Report, s *Site) {
		from := map[string][]*Finished{}
		for _, f := range s.Pages {
			for _, l := range f.Loads {
				if l.Address != "" {
					from[l.Address] = append(from[l.Address], f)
				}
			}
		}
		s.each(from, func(address string, at diag.Position, nl, en string) { r.At(at, bareAddress(address), nl, en) })
	},
}

// bareAddress is an address without what only programs read.
func bareAddress(address string) string {
	if u, err := url.Parse(address); err == nil {
		u.RawQuery, u.Fragment = "", ""
		return u.String()
	}
	return address
}

var outputID = &Rule{ID: "output-id", Family: Output, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Twee plekken met dezelfde id",
		EN: "Two places of the same id"},
	Finds: diag.Text{
		NL: "Een id die een eigen thema twee keer in dezelfde pagina zet. Dubbele id's in een tekst vindt het bouwen zelf.",
		EN: "An id that a theme of one's own puts twice into the same page. Doubled ids in a text are found when it is built."},
	Why: diag.Text{
		NL: "Een link naar die plek komt op de verkeerde uit, en een schermlezer leest het verkeerde label voor.",
		EN: "A link to that place leads to the wrong one, and a screen reader tells the wrong label."},
	Bad: diag.Text{
		NL: "<nav id=\"menu\"> in twee onderdelen van je eigen thema",
		EN: "<nav id=\"menu\"> in two components of a theme of your own"},
	Good: diag.Text{
		NL: "<nav id=\"menu\"> en <nav id=\"menu-onder\">",
		EN: "<nav id=\"menu\"> and <nav id=\"menu-below\">"},
	Message: diag.Text{
		NL: "%[2]s heeft de id %[1]q twee keer",
		EN: "%[3]s has the id %[1]q twice"},
	Hint: diag.Text{
		NL: "Geef een van de twee plekken in het thema een andere id.",
		EN: "Give one of the two places in the theme another id."},
	Site: func(r *Report, s *Site) {
		on := map[string][]*Finished{}
		for _, f := range s.Pages {
			for _, id := range f.Doubled {
				on[id] = append(on[id], f)
			}
		}
		s.each(on, func(id string, at diag.Position, nl, en string) { r.At(at, id, nl, en) })
	},
}

var outputContrast = &Rule{ID: "output-contrast", Family: Output, Severity: diag.Warning,
	Name: diag.Text{
		NL: "Tekst die slecht te lezen is op haar kleur",
		EN: "Text that can't be read well on its colour"},
	Finds: diag.Text{
		NL: "Een stijl van een eigen thema die een tekstkleur op een achtergrond zet met een contrast onder 4,5. De vaste kleuren van een thema kijkt het bouwen zelf na.",
		EN: "A style of a theme of one's own that puts the colour of a text on a ground with a contrast below 4.5. A theme's usual pairs of colours are judged when it is built."},
	Why: diag.Text{
		NL: "Wie minder goed ziet, of buiten in de zon leest, mist die tekst.",
		EN: "Who doesn't see well, or reads outside in the sun, misses that text."},
	Bad: diag.Text{
		NL: ".tip { color: #888; background: #eee }",
		EN: ".tip { color: #888; background: #eee }"},
	Good: diag.Text{
		NL: ".tip { color: var(--ink); background: var(--ground-soft) }",
		EN: ".tip { color: var(--ink); background: var(--ground-soft) }"},
	Message: diag.Text{
		NL: "%[1]s zet tekst in %[2]s op %[3]s%[4]s. Het contrast is %[6]s, en dat moet 4,5 zijn",
		EN: "%[1]s puts text in %[2]s on %[3]s%[5]s. The contrast is %[7]s, and it takes 4.5"},
	Hint: diag.Text{
		NL: "Kies in je thema twee kleuren die verder uit elkaar liggen.",
		EN: "Choose two colours in your theme that are further apart."},
	Site: func(r *Report, s *Site) {
		for _, f := range s.Styles {
			for _, c := range f.Clashes {
				nl, en := "", ""
				if c.Dark {
					nl, en = ", in het donker", ", in the dark"
				}
				ratio := twoDigits(c.Contrast)
				r.At(s.theme(), c.Selector, c.Text, c.Ground, nl, en, strings.Replace(ratio, ".", ",", 1), ratio)
			}
		}
	},
}

// each tells of what is found in files: at the page, or where most pages have it at the
// theme, once. The texts are what has it.
func (s *Site) each(found map[string][]*Finished, tell func(what string, at diag.Position, nl, en string)) {
	for _, what := range sortedKeys(found) {
		files := found[what]
		if len(files) > 3 && 2*len(files) > len(s.Pages) {
			tell(what, s.theme(), "Bijna elke pagina", "Nearly every page")
			continue
		}
		for _, f := range files {
			if f.Page == nil {
				tell(what, s.theme(), f.Path, f.Path)
			} else {
				tell(what, f.Page.Top(), "Deze pagina", "This page")
			}
		}
	}
}

// theme is where handbook.yaml names the theme.
func (s *Site) theme() diag.Position {
	if n := s.Config.Get("theme"); n != nil {
		return place(handbook.ConfigFile, n)
	}
	return diag.Position{File: handbook.ConfigFile}
}

// part is one of the files that make up a page.
type part struct {
	nl, en string
	weight int
	at     diag.Position // where the page names it
}

// parts are those of a page, the heaviest first, and their weight together.
func (s *Site) parts(f *Finished) ([]part, int) {
	top := f.Page.Top()
	parts := []part{{"de tekst", "the text", f.Weight, top}}
	total := f.Weight
	for _, l := range f.Loads {
		if w := s.Weight(l.Path); w > 0 {
			name := path.Base(l.Path)
			p := part{"script " + plainName(name), "script " + plainName(name), w, top}
			switch {
			case l.Picture:
				p.at, name = f.Page.picture(name)
				p.nl, p.en = name, name
			case path.Ext(name) == ".css":
				p.nl, p.en = "de opmaak", "the styles"
			}
			parts = append(parts, p)
			total += w
		}
	}
	slices.SortStableFunc(parts, func(a, b part) int { return cmp.Compare(b.weight, a.weight) })
	return parts, total
}
