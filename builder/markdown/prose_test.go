package markdown

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
)

// TestProse shows what is read of each sort of text, and where it stands.
func TestProse(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"title and paragraph", "# Eén kop {#x}\n\nDit is *een* zin\nop twee regels.\n", `
1:3 heading(1) "Eén kop"
3:1 paragraph "Dit is een zin op twee regels." emphasis[een]`},
		{"front matter", "---\ntitle: Kop\nsummary: \"Zo kort\n  als het kan\"\nin_short:\n  - Eén\n  - >-\n    Twee\n    drie\nowner: hr\n---\nTekst.\n", `
2:8 field:title "Kop"
3:11 field:summary "Zo kort als het kan"
6:5 field:in_short "Eén"
8:5 field:in_short "Twee drie"
10:8 field:owner "hr"
12:1 paragraph "Tekst."`},
		{"entities and escapes", "1 &lt; 2 \\* 3 &copy;\n", `
1:1 paragraph "1 < 2 * 3 ©"`},
		{"links and code", "Zie [de *lijst*](a.md#b), `x | y`, [[Kop|die]] en www.voorbeeld.example.\n", `
1:1 paragraph "Zie de lijst, x | y, die en www.voorbeeld.example." link(a.md#b)[de lijst] emphasis[lijst] code[x | y] link(Kop)[die] address(www.voorbeeld.example)[www.voorbeeld.example]`},
		{"lists", "- een\n\n  meer\n- [ ] taak\n", `
1:3 item "een"
3:3 item "meer"
4:7 item task "taak"`},
		{"quotes and callouts", "> Een citaat.\n\n> [!DONT] Liever niet\n> - dit\n\n!!! tip \"Doe dit\"\n    Wel zo fijn.\n", `
1:3 quote quoted "Een citaat."
3:11 callout-title callout=dont "Liever niet"
4:5 item callout=dont "dit"
6:10 callout-title callout=tip "Doe dit"
7:5 paragraph callout=tip "Wel zo fijn."`},
		{"table", "| A | B |\n|---|---|\n| `x\\|y` | *c* |\n", `
1:3 head-cell table=1 "A"
1:7 head-cell table=1 "B"
3:4 cell table=1 "x|y" code[x|y]
3:13 cell table=1 "c" emphasis[c]`},
		{"pictures", "Kijk ![Twee mensen](a.jpg \"In de kantine\") hier.\n", `
1:1 paragraph "Kijk  hier."
1:8 alt:a.jpg "Twee mensen"
1:28 caption:a.jpg "In de kantine"`},
		{"posts and code", "```post {network=x lang=en}\nHello,\n\nyou\n```\n\n```\ncode\n```\n", `
2:1 post:x lang=en "Hello,\n\nyou"
8:1 code "code"`},
		{"language of a part", "Nederlands.\n\nEnglish it is.\n{lang=en}\n\n- a\n  {lang=en}\n", `
1:1 paragraph "Nederlands."
3:1 paragraph lang=en "English it is."
6:3 item lang=en "a"`},
		{"notes and definitions", "Woord[^1]\n\n[^1]: De noot.\n\nTerm\n: Uitleg\n", `
1:1 paragraph "Woord"
5:1 term "Term"
6:3 definition "Uitleg"
3:7 note "De noot."`},
		{"breaks", "een  \ntwee<br>drie\n", `
1:1 paragraph "een\ntwee\ndrie"`},
		{"HTML", "<div>\nEen &amp; <b>twee</b>\n<p>drie</p>\n<script>x</script>\n<img alt=\"vier\">\n</div>\n\nBeste <naam>, <b>dag</b><img src=\"a.png\" alt=\"vijf\">.\n", `
2:1 paragraph "Een & twee"
3:4 paragraph "drie"
5:1 alt: "vier"
8:1 paragraph "Beste <naam>, dag."
8:25 alt: "vijf"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := ReadProse("a.md", []byte(c.src), Options{})
			if got := proseText(p); got != strings.TrimPrefix(c.want, "\n") {
				t.Errorf("got\n%s\nwant%s", got, c.want)
			}
			placesHold(t, "a.md", []byte(c.src), p)
		})
	}
}

// TestProseComments tells what a comment stands with.
func TestProseComments(t *testing.T) {
	src := "<!-- top -->\n\n# Kop\n\n<!-- one -->\n<!-- two -->\nAlinea\nvan twee regels.\n\nTekst <!-- inside --> hier\nen hier.\n\n" +
		"<!-- list -->\n- a\n\n- b\n  - c\n\n<!-- own --> tekst\n\n<!-- end\n of page -->\n"
	want := `1-3 top "top"
5-8 "one"
6-8 "two"
10-11 "inside"
13-17 "list"
19-19 "own"
21-22 "end\n of page"
`
	var got strings.Builder
	for _, c := range ReadProse("a.md", []byte(src), Options{}).Comments {
		fmt.Fprintf(&got, "%d-%d", c.From, c.To)
		if c.Top {
			got.WriteString(" top")
		}
		fmt.Fprintf(&got, " %q\n", c.Text)
	}
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}

// TestProseRefuses leaves out what Parse leaves out, and keeps the front matter.
func TestProseRefuses(t *testing.T) {
	for _, c := range []struct{ name, src string }{
		{"large", strings.Repeat("a", MaxPage+1)},
		{"deep quotes", "---\ntitle: Kop\n---\n" + strings.Repeat("> ", MaxNesting+5) + "a\n"},
		{"deep emphasis", strings.Repeat("*a **b ", MaxNesting) + strings.Repeat("** *", MaxNesting)},
	} {
		p, d := ReadProse("a.md", []byte(c.src), Options{}), Parse("a.md", []byte(c.src), Options{})
		if p.Refused != d.Refused {
			t.Errorf("%s: refused is %v, for Parse %v", c.name, p.Refused, d.Refused)
		}
		if strings.HasPrefix(c.src, "---") && proseText(p) != "2:8 field:title \"Kop\"" {
			t.Errorf("%s: %s", c.name, proseText(p))
		}
	}
}

// TestProsePathological holds that no 100 KB can take long to be read as prose either.
func TestProsePathological(t *testing.T) {
	size, limit := 100_000, 2*time.Second
	if raceEnabled {
		size, limit = size/10, 2*limit
	}
	for _, p := range pathological {
		src := []byte(p.make(size))
		start := cpuTime()
		ReadProse("page.md", src, Options{})
		if took := cpuTime() - start; took > limit {
			t.Errorf("%s: took %v", p.name, took)
		}
	}
}

// TestProsePlaces holds that in real handbooks each letter is where it is said to be.
func TestProsePlaces(t *testing.T) {
	letters, standing := 0, 0
	for _, root := range []string{"../../content", "../../../shared/corpora", "testdata/pages"} {
		if _, err := os.Stat(root); err != nil {
			continue
		}
		err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.EqualFold(filepath.Ext(name), ".md") {
				return err
			}
			src, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			p := ReadProse(filepath.ToSlash(name), src, Options{})
			if p.Refused {
				t.Errorf("%s is refused", name)
			}
			n, s := placesHold(t, name, src, p)
			letters, standing = letters+n, standing+s
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if letters < 100_000 || standing*200 > letters {
		t.Errorf("of %d letters %d are not where they are read", letters, standing)
	}
}

// placesHold holds each rune of each block against the file. It returns how many
// letters there are, and how many of them stand for something else.
func placesHold(t *testing.T, name string, src []byte, p *Prose) (letters, standing int) {
	t.Helper()
	var lines [][]rune
	for line := range strings.SplitSeq(Text(src), "\n") {
		lines = append(lines, []rune(line+"\n"))
	}
	for i := range p.Blocks {
		b := &p.Blocks[i]
		next := 0
		for offset, r := range b.Text {
			for next+1 < len(b.places) && b.places[next+1].at <= offset {
				next++
			}
			line, column := b.At(offset)
			if line < 1 || line > len(lines) || column < 1 || column > len(lines[line-1]) {
				t.Fatalf("%s: %q at %d is at %d:%d, where nothing is", name, b.Text, offset, line, column)
			}
			if line < b.Line && b.Kind != ProseField || offset == 0 && line != b.Line {
				t.Errorf("%s: %q begins on line %d, not %d", name, b.Text, line, b.Line)
			}
			if unicode.IsSpace(r) {
				continue
			}
			letters++
			if b.places[next].stands {
				standing++
			} else if there := lines[line-1][column-1]; there != r {
				t.Fatalf("%s:%d:%d: %q, but %q (%q) is said to be there", name, line, column, there, r, b.Text)
			}
		}
		for _, s := range b.Spans {
			if s.Start < 0 || s.Stop < s.Start || s.Stop > len(b.Text) {
				t.Errorf("%s: span %v of %q", name, s, b.Text)
			}
		}
	}
	return letters, standing
}

// proseText writes blocks for people to read.
func proseText(p *Prose) string {
	var out []string
	for i := range p.Blocks {
		b := &p.Blocks[i]
		line, column := b.At(0)
		s := fmt.Sprintf("%d:%d %s", line, column, b.Kind)
		switch b.Kind {
		case ProseField, ProsePost, ProseAlt, ProseCaption:
			s += ":" + b.Name
		case ProseHeading:
			s += fmt.Sprintf("(%d)", b.Level)
		}
		for _, mark := range []struct {
			has  bool
			text string
		}{
			{b.Quoted, " quoted"}, {b.Task, " task"}, {b.Callout != "", " callout=" + b.Callout},
			{b.Table > 0, fmt.Sprint(" table=", b.Table)}, {b.Lang != "", " lang=" + b.Lang},
		} {
			if mark.has {
				s += mark.text
			}
		}
		s += fmt.Sprintf(" %q", b.Text)
		for _, part := range b.Spans {
			s += " " + string(part.Kind)
			if part.Target != "" {
				s += "(" + part.Target + ")"
			}
			s += "[" + b.Text[part.Start:part.Stop] + "]"
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

// TestProseTags finds the tags that an author wrote, at their places.
func TestProseTags(t *testing.T) {
	p := ReadProse("a.md", []byte("Een <b>vet</b> <br> <naam>\n\n<div class=\"a\">\n\n- in <i>een</i> lijst\n\n</div>\n\n`<b>` <!-- <u> -->\n\n<script>\n<b>\n</script>\n"), Options{})
	var got []string
	for _, tag := range p.Tags {
		got = append(got, fmt.Sprintf("%s %d:%d %v %v %d", tag.Name, tag.Line, tag.Column, tag.Ends, tag.Alone, tag.Part))
	}
	want := []string{
		"b 1:5 false false 1", "b 1:11 true false 1", "br 1:16 false true 1", "div 3:1 false false 0", "i 5:6 false false 2",
		"i 5:12 true false 2", "div 7:1 true false 0", "script 11:1 false false 0", "script 13:1 true false 0",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
