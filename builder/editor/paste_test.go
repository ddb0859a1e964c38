package editor

import (
	"flag"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"vaandel/builder/markdown"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestMarkdown turns what programs put on the clipboard into markdown. The
// result must be read as it was meant: nothing in it is raw HTML, a broken link
// or an attribute.
func TestMarkdown(t *testing.T) {
	sources, err := filepath.Glob("testdata/paste/*.html")
	if err != nil || len(sources) < 7 {
		t.Fatal(sources, err)
	}
	for _, name := range sources {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Markdown(string(source))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		golden := strings.TrimSuffix(name, ".html") + ".md"
		if *update {
			if err := os.WriteFile(golden, []byte(got+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil || got+"\n" != string(want) {
			t.Errorf("%s (%v):\n%s", name, err, got)
		}
		clean := markdown.Parse("a.md", []byte("# Titel\n\n"+got+"\n"), markdown.Options{})
		for _, d := range clean.Diagnostics {
			t.Errorf("%s: %s %s", name, d.Position, d.Message.EN)
		}
	}
}

func TestMarkdownPieces(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"nothing", "", ""},
		{"plain", "just text", "just text"},
		{"empty paragraphs", "<p>&nbsp;</p><p>a</p><p> </p><p>b</p>", "a\n\nb"},
		{"levels go down", "<h1>a</h1><h2>b</h2><h6>c</h6>", "## a\n\n### b\n\n###### c"},
		{"levels stay", "<h2>a</h2><h3>b</h3>", "## a\n\n### b"},
		{"a title in a quote", "<blockquote><h1>a</h1></blockquote><h2>b</h2>", "> ## a\n\n### b"},
		{"a symbol without end", "<p>a<![if !supportLists]>b<i>c</i></p>", "ab*c*"},
		{"deep", strings.Repeat("<div>", 300) + "a <b>b</b>", "a b"},
		{"space in bold", "<p>a<b> b </b>c</p>", "a **b** c"},
		{"halves of bold", "<p><b>a</b><b> b</b><span style='font-weight:700'> c</span></p>", "**a b c**"},
		{"bold and slanted", "<p><b>a <i>b</i></b></p>", "**a** ***b***"},
		{"items without a list", "<li>a</li>", "a"},
		{"an item of a list alone", "<ul><li><ul><li>a</li></ul></li></ul>", "- a"},
		{"data", `<p><a href="data:text/html,x">a</a> <a href=" HTTPS://voorbeeld.example ">b</a></p>`, "a [b](https://voorbeeld.example)"},
		{"one column", "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", "a\n\nb"},
		{"one row", "<table><tr><td>a</td><td>b</td></tr></table>", "a b"},
		{"hidden", "<p>a<span style='DISPLAY: none'>b</span></p>", "a"},
		{"unfinished", "<p>a<b>b<table><tr><td>c", "a**b**\n\n**c**"},
		{"signs", "<p>AT&amp;T &amp;amp; &amp;copy; &lt;b&gt; a &gt; b</p><p>&gt; c</p><code>&amp;lt;x&gt;</code>", "AT&T \\&amp; \\&copy; \\<b\\> a \\> b\n\n\\> c\n\n`&lt;x>`"},
		{"signs in a heading", "<h2>a # b #</h2>", "## a # b \\#"},
		{"code in an item", "<ul><li>a<pre>- b\n\n  - c</pre></li></ul>", "- a\n\n  ```\n  - b\n  \n    - c\n  ```"},
		{"a mail address", "<p>Mail j_de_vries@a.example, of *wij*.</p>", `Mail j_de_vries@a.example, of \*wij\*.`},
		{"an address", "<p>Zie https://a.example/x_y_z of (www.a.example/*a*).</p>", "Zie https://a.example/x_y_z of (www.a.example/*a*)."},
		{"sentinels", "<p>\uE000a\uE002\uF0B7</p>", "a"},
	} {
		got, err := Markdown(c.source)
		if err != nil || got != c.want {
			t.Errorf("%s: %q, not %q (%v)", c.name, got, c.want, err)
		}
	}
	_, err := Markdown(strings.Repeat("a", maxPaste+1))
	told[*PasteError](t, err)
}

// TestMarkdownHostile gives it what would keep a reader busy.
func TestMarkdownHostile(t *testing.T) {
	for _, piece := range []string{"<div>", "<b>", "<ul><li>", "<blockquote>", "<table><tr><td>", "<a href='https://a.example'>", "<td>", "<span style='mso-list:x level1'>", "*", "[", "<!--[if !supportLists]-->", "<p style='mso-list:l0 level9'>a", "<svg><a>"} {
		got, err := Markdown(strings.Repeat(piece, maxPaste/len(piece)))
		if err != nil {
			told[*PasteError](t, err)
		}
		_ = got
	}
}

func FuzzMarkdown(f *testing.F) {
	sources, err := filepath.Glob("testdata/paste/*.html")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range sources {
		source, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(source))
	}
	f.Fuzz(func(t *testing.T, source string) {
		got, err := Markdown(source)
		if err != nil {
			return
		}
		if strings.ContainsAny(got, "\uE000\uE001\uE002\x00") {
			t.Errorf("%q", got)
		}
		doc := markdown.Parse("a.md", []byte(got), markdown.Options{RawHTML: true})
		if strings.Contains(string(doc.Body), "<script") || strings.Contains(string(doc.Body), "javascript:") && !strings.Contains(got, "javascript:") {
			t.Errorf("%q becomes %q", got, doc.Body)
		}
	})
}

// FuzzMarkdownText holds that plain text comes through as plain text: nothing in
// it is taken for markdown.
func FuzzMarkdownText(f *testing.F) {
	for _, s := range []string{
		"een *ster* en _streep_", "1. geen lijst", "# hek", "- punt", "+ plus", "> citaat", "[a](b)", "[[a]] [b]", "![a](b)", "`code`",
		"a\\b \\* \\", "{#id} {.x}", "<b>vet</b> &amp; &#65;", "~~weg~~ ~a~", "| a | b |", "***", "---", "===", "[ ] taak", "a | b",
		"[^1]", "[x]: y", "!!! note", "??? q", ":::", "```", "~~~", "$a$", "==a==", "www.voorbeeld.example",
		"1) a", "Term\n: uitleg", "*[HTML]: x", "[!NOTE]", "\\(x\\)", "a  \nb", "+++", ";;;", "a__b__c", "**a", "* a", "<!-- x -->",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\x00", "")
		var want strings.Builder
		for _, r := range tidy([]run{{text: s}}) {
			want.WriteString(r.text)
		}
		text := strings.ToLower(want.String())
		if len(s) > 500 || strings.Contains(text, "://") || strings.Contains(text, "www.") || strings.Contains(text, "@") {
			return // addresses become links, to where differs
		}
		got, err := Markdown("<p>" + html.EscapeString(s) + "</p>")
		if err != nil {
			t.Fatal(err)
		}
		doc := markdown.Parse("a.md", []byte("Eerst.\n\n"+got+"\n"), markdown.Options{})
		seen := strings.TrimSpace(html.UnescapeString(tags.ReplaceAllString(string(doc.Body), "")))
		if seen != strings.TrimSpace("Eerst.\n"+want.String()) {
			t.Errorf("%q became %q, which reads %q", s, got, seen)
		}
	})
}

var tags = regexp.MustCompile(`<[^>]*>`)
