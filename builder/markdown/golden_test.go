package markdown

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what is read as what is expected")

// TestGolden reads each testdata/pages/NAME.md and compares all that is known
// of it with NAME.txt beside it. A name that begins with "training" is a page
// of that kind, one that begins with "html-on" may hold HTML.
func TestGolden(t *testing.T) {
	names, err := filepath.Glob("testdata/pages/*.md")
	if err != nil || len(names) < 10 {
		t.Fatalf("%d pages, %v", len(names), err)
	}
	for _, name := range names {
		base := strings.TrimSuffix(filepath.Base(name), ".md")
		t.Run(base, func(t *testing.T) {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			o := Options{RawHTML: strings.HasPrefix(base, "html-on")}
			if strings.HasPrefix(base, "training") {
				o.Kind = "training"
			}
			doc := Parse(base+".md", src, o)
			check(t, name, doc)
			compare(t, strings.TrimSuffix(name, ".md")+".txt", summary(doc))
		})
	}
}

// compare holds that got is what a file says; with -update the file is written.
func compare(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != strings.ReplaceAll(string(want), "\r\n", "\n") {
		t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
	}
}

// summary writes all of a document that is not empty, for people to read.
func summary(d *Document) string {
	var out strings.Builder
	out.WriteString(shown(d, HTML{Body: d.Body, Holes: d.Holes}))
	out.WriteString("\n")
	if d.Title != "" {
		fmt.Fprintf(&out, "title %d: %q %s\n", d.TitleLine, d.Title, d.TitleID)
	}
	if d.Lead != "" {
		fmt.Fprintf(&out, "lead: %q\n", d.Lead)
	}
	fmt.Fprintf(&out, "words: %d\n", d.Words)
	for i, h := range d.Headings {
		fmt.Fprintf(&out, "heading %d: %d %s %q\n", d.HeadingLines[i], h.Level, h.ID, h.Text)
	}
	if len(d.Anchors) > 0 {
		fmt.Fprintf(&out, "anchors: %s\n", strings.Join(d.Anchors, " "))
	}
	for _, l := range d.Links {
		fmt.Fprintf(&out, "link %d:%d: %s %q external=%v\n", l.Line, l.Column, target(l), l.Text, l.External)
	}
	for _, p := range d.Pictures {
		fmt.Fprintf(&out, "picture %d:%d: %s\n", p.Line, p.Column, target(p.Link))
	}
	for _, l := range d.Embeds {
		fmt.Fprintf(&out, "embed %d:%d: %s\n", l.Line, l.Column, target(l))
	}
	for _, c := range d.Checklists {
		fmt.Fprintf(&out, "checklist %d: %s\n", c.Line, c.ID)
		summaryTasks(&out, c.Items, "  ")
	}
	for _, q := range d.Quizzes {
		fmt.Fprintf(&out, "quiz %d: %s\n", q.Line, q.ID)
	}
	for _, p := range d.Posts {
		fmt.Fprintf(&out, "post %d: %s\n", p.Line, p.ID)
	}
	for _, c := range d.Callouts {
		fmt.Fprintf(&out, "callout %d: %s %q\n", c.Line, c.Type, c.Items)
	}
	for _, table := range d.Tables {
		fmt.Fprintf(&out, "table %d: %q\n", table.Line, table.Head)
		for i, row := range table.Rows {
			fmt.Fprintf(&out, "  %d: %q\n", table.Lines[i], row)
		}
	}
	for _, x := range d.Diagnostics {
		fmt.Fprintf(&out, "%s %s: %s\n  NL %s\n     %s\n  EN %s\n     %s\n", x.Severity, x.Position, x.Rule,
			x.Message.NL, x.Hint.NL, x.Message.EN, x.Hint.EN)
	}
	return out.String()
}

func summaryTasks(out *strings.Builder, tasks []Task, indent string) {
	for _, t := range tasks {
		fmt.Fprintf(out, "%s%d: %s %q\n", indent, t.Line, t.ID, t.Text)
		summaryTasks(out, t.Items, indent+"  ")
	}
}
