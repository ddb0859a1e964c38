package markdown

import (
	"strings"
	"testing"
)

func TestText(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"plain", "één\n", "één\n"},
		{"byte order mark", "\xef\xbb\xbfa\n", "a\n"},
		{"Windows lines", "a\r\nb\r\n", "a\nb\n"},
		{"old Mac lines", "a\rb", "a\nb"},
		{"UTF-16, little end first", "\xff\xfea\x00\xe9\x00\n\x00", "aé\n"},
		{"UTF-16, big end first", "\xfe\xff\x00a\x00\xe9\x00\n", "aé\n"},
		{"UTF-16 with half a character", "\xff\xfea\x00\x3d\xd8b", "a\ufffd"},
		{"Windows-1252", "priv\xe9 \x93kop\x94 \x80", "privé “kop” €"},
		{"UTF-8 with one old letter", "één priv\xe9", "één privé"},
		{"no letter of Windows-1252", "a\x81", "a\ufffd"},
		{"control characters", "a\x00b\x07c\x0bd\x7fe\u0085f\tg", "a\ufffdb c d e f\tg"},
		{"a no-break space stays", "a\u00a0b", "a\u00a0b"},
		{"empty", "", ""},
	} {
		if got := Text([]byte(c.data)); got != c.want {
			t.Errorf("%s: %q, not %q", c.name, got, c.want)
		}
	}
}

// TestPlaces holds that what is odd stands where an author's editor shows it,
// however the file is saved.
func TestPlaces(t *testing.T) {
	const page = "---\ntitle: é\n---\n\n# Kop\n\nÉén 🎂 [js](javascript:x)\n"
	windows := strings.NewReplacer("\n", "\r\n")
	old := strings.NewReplacer("\n", "\r")
	latin := strings.NewReplacer("é", "\xe9", "É", "\xc9", "🎂", "?")
	for name, src := range map[string]string{
		"Unix":            page,
		"Windows":         windows.Replace(page),
		"old Mac":         old.Replace(page),
		"byte order mark": "\xef\xbb\xbf" + page,
		"Windows-1252":    latin.Replace(page),
	} {
		d := Parse("map/a.md", []byte(src), Options{})
		check(t, name, d)
		found := false
		for _, x := range d.Diagnostics {
			if x.Rule == linkScheme.ID {
				found = true
				if got := x.Position.String(); got != "map/a.md:7:7" {
					t.Errorf("%s: the link stands at %s", name, got)
				}
			}
		}
		if !found || d.TitleLine != 5 || d.MetaEnd != 3 || d.Meta.Get("title") == nil {
			t.Errorf("%s: title line %d, front matter until %d, %v", name, d.TitleLine, d.MetaEnd, d.Diagnostics)
		}
	}
}

// TestColumns asks for places in any order on one long line.
func TestColumns(t *testing.T) {
	x := lineIndex{text: []byte("é\n" + strings.Repeat("é", 50) + "\n"), first: 10}
	for _, c := range []struct{ offset, line, column int }{
		{0, 10, 1}, {2, 10, 2}, {3, 11, 1}, {23, 11, 11}, {43, 11, 21}, {13, 11, 6}, {103, 11, 51}, {104, 12, 1}, {999, 12, 1}, {3, 11, 1},
	} {
		if line, column := x.place(c.offset); line != c.line || column != c.column {
			t.Errorf("offset %d is %d:%d, not %d:%d", c.offset, line, column, c.line, c.column)
		}
	}
}
