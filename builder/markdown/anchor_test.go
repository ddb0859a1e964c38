package markdown

import (
	"strings"
	"testing"
)

// TestAnchor holds that each way in which people and programs write the address
// of a heading means the id that the heading has.
func TestAnchor(t *testing.T) {
	for _, c := range []struct {
		heading, id string
		fragments   []string // GitHub, MkDocs, by hand, copied from the browser
	}{
		{"Wat mag wél?", "h-wat-mag-wel", []string{"wat-mag-wél", "wat-mag-wel", "Wat mag wél?", "h-wat-mag-wel", "wat_mag_wel"}},
		{"Privé & zakelijk", "h-prive-zakelijk", []string{"privé--zakelijk", "prive-zakelijk"}},
		{"Straße – Œuvre", "h-strasse-oeuvre", []string{"straße--œuvre", "strasse-oeuvre"}},
		{"Klant/cliënt", "h-klantclient", []string{"klantcliënt", "klantclient"}},
		{"'s Ochtends", "h-s-ochtends", []string{"s-ochtends"}},
		{"E-mail: zo!", "h-e-mail-zo", []string{"e-mail-zo"}},
		{"1. Beginnen", "h-1-beginnen", []string{"1-beginnen"}},
		{"snake_case", "h-snake-case", []string{"snake_case", "snake-case"}},
		{"H-index", "h-index", []string{"h-index", "index"}},
		{"Что можно", "h-chto-mozhno", []string{"что-можно"}},
		{"Ελληνικά", "h-ellinika", []string{"ελληνικά"}},
		{"İstanbul ıssız", "h-istanbul-issiz", []string{"istanbul-ıssız"}},
		{"日本語", "h-日本語", []string{"日本語"}},
		{"e\u0301e\u0301n", "h-een", []string{"één"}},
		{"ĳsje ﬁjn ½", "h-ijsje-fijn-12", nil},
		{"???", "", []string{"", "-", "--", "!"}},
	} {
		for _, s := range append(c.fragments, c.heading, c.id) {
			if got := Anchor(s); got != c.id {
				t.Errorf("%q: %q is %q, not %q", c.heading, s, got, c.id)
			}
		}
	}
	long := strings.Repeat("lang woord ", 50)
	if id := Anchor(long); len(id) > maxAnchor+len(prefixHeading) || Anchor(id) != id || Anchor(strings.ReplaceAll(long, " ", "-")) != id {
		t.Errorf("a long heading has %q", id)
	}
}

// TestIDsAreNoProperties: an element whose id is the name of a property of
// document or window takes its place.
func TestIDsAreNoProperties(t *testing.T) {
	for _, name := range []string{"body", "currentScript", "forms", "cookie", "location", "name", "constructor", "h", "__proto__"} {
		d := Parse("a.md", []byte("## "+name+"\n\n## x {#"+name+"}\n\n[a](b){#"+name+"}\n\n- [ ] "+name+"\n"), Options{})
		check(t, name, d)
		if len(d.Headings) != 2 {
			t.Errorf("%s: %v", name, d.Headings)
		}
	}
}

func TestHeadingsAreUnique(t *testing.T) {
	src := "## Kop\n## Kop\n## Kop 1\n## Kop {#kop-2}\n## Kop\n> ## Kop\n"
	d := Parse("a.md", []byte(src), Options{})
	check(t, "headings", d)
	var ids []string
	for _, h := range d.Headings {
		ids = append(ids, h.ID)
	}
	if got := strings.Join(ids, " "); got != "h-kop h-kop-1 h-kop-1-1 h-kop-2 h-kop-3" {
		t.Error(got)
	}
}
