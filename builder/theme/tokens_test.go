package theme

import (
	"fmt"
	"strings"
	"testing"

	"vaandel/builder/diag"
)

func TestDeclarations(t *testing.T) {
	const text = `/* é: --no: 1; */ :root { --a: #fff; --b : var(--a) !important }
@media screen and (prefers-color-scheme: dark) { :root { color: red; --a: /* x */ #000;
  @media (min-width:  64rem) { --c: url("a;b}c") } } }
@media print { html { --a: #111 } }
@media not screen { :root { --a: #222 } }
.x, :root { --d: 1 } .x { --d: 2; :root & { --d: 3 } }
@layer x { :root { --é: "}"; --e: 1 } }`
	want := []string{
		`t.css:1:27 a="#fff" `,
		`t.css:1:38 b="var(--a)" `,
		`t.css:2:70 a="#000" dark`,
		`t.css:3:32 c="url(\"a;b}c\")" dark (min-width:64rem)`,
		`t.css:4:23 a="#111"  paper`,
		`t.css:5:29 a="#222"  hard`,
		`t.css:6:13 d="1" `,
		`t.css:6:27 d="2"  part`,
		`t.css:6:45 d="3"  part`,
		`t.css:7:20 é="\"}\"" `,
		`t.css:7:30 e="1" `,
	}
	var got []string
	for _, d := range declarations(file{shown: "t.css", data: []byte(text)}, 0) {
		line := fmt.Sprintf("%s %s=%q %s", d.at, d.name, d.value, d.scheme)
		for name, is := range map[string]bool{d.when: d.when != "", "paper": d.paper, "part": d.part, "hard": d.hard} {
			if is {
				line += " " + name
			}
		}
		got = append(got, line)
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestTokensMerge holds that what an upper layer declares wins, and that a token
// that refers to itself ends.
func TestTokensMerge(t *testing.T) {
	all := files{
		"tokens.css@10": {data: []byte(":root { --ink: #111; --ground: #eee; --edge: var(--control); --control: var(--edge) }")},
		"tokens.css@2":  {data: []byte(":root { --ink: var(--mine); --mine: var(--gone, #333) }")},
		"tokens.css@0":  {data: []byte("@media (prefers-color-scheme: dark) { :root { --ground: #222 } }")},
	}
	c := colours{declared: readTokens(all), base: 10}
	p := newPalette(parseHex(DefaultAccent), grounds{})
	for token, want := range map[string][2]string{
		"ink": {"#333333", "#333333"}, "ground": {"#eeeeee", "#222222"}, "brand": {DefaultAccent, DefaultAccent},
		"edge": {"", ""}, "nothing": {"", ""},
	} {
		for i, scheme := range []string{"light", "dark"} {
			got := ""
			if found := c.view(p, scheme, "").colour(token); found.known {
				got = found.hex()
			}
			if got != want[i] {
				t.Errorf("--%s, %s: %q, want %q", token, scheme, got, want[i])
			}
		}
	}
}

// FuzzTokens holds that any bytes are read to their end, and that what is found
// stands in them.
func FuzzTokens(f *testing.F) {
	for _, seed := range []string{
		":root{--ink:#777;--ground:var(--ink)}", "@media (prefers-color-scheme:dark){:root{--ink:oklch(0.5 0.1 20)}}",
		":root{--a:var(--a", "--x:1;}}{{", "/*", ":root{--ground:rgb(1 2 3/4)}", "\x00\xff:root{--ink:#fff;}",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		all := files{"tokens.css@0": {data: data}}
		c := colours{declared: readTokens(all), base: 1, accent: parseHex(DefaultAccent)}
		lines := strings.Count(string(data), "\n") + 1
		for _, d := range c.declared {
			if d.at.Line < 1 || d.at.Line > lines || d.at.Column < 1 {
				t.Errorf("--%s at %s", d.name, d.at)
			}
		}
		if len(c.views(c.palette(c.accent))) > 40 {
			return // a page has few conditions
		}
		for _, d := range checkContrast(c, c.palette(c.accent), false, diag.Position{}) {
			if d.Message.NL == "" || d.Hint.EN == "" {
				t.Errorf("%v says nothing", d)
			}
		}
	})
}
