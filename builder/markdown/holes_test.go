package markdown

import (
	"fmt"
	"strings"
)

// shown returns HTML with its holes written as people can read them: links and
// pictures with their addresses, components with all they hold.
func shown(d *Document, h HTML) string {
	var out strings.Builder
	last := 0
	for _, hole := range h.Holes {
		out.Write(h.Body[last:hole.Offset])
		last = hole.Offset
		switch hole.Kind {
		case HoleLink:
			out.WriteString(" →" + target(d.Links[hole.Index]))
		case HolePicture:
			p := d.Pictures[hole.Index]
			fmt.Fprintf(&out, "⟨picture %s alt=%q title=%q alone=%v class=%q id=%q⟩", target(p.Link), p.Alt, p.Title, p.Alone, p.Class, p.ID)
		case HoleEmbed:
			e := d.Embeds[hole.Index]
			fmt.Fprintf(&out, "⟨embed %s %q⟩", target(e), e.Text)
		case HoleChecklist:
			c := d.Checklists[hole.Index]
			fmt.Fprintf(&out, "⟨checklist %s %q%s⟩", c.ID, c.Title, shownTasks(d, c.Items))
		case HoleQuiz:
			q := d.Quizzes[hole.Index]
			fmt.Fprintf(&out, "⟨quiz %s %q ordered=%v", q.ID, q.Question, q.Ordered)
			for _, a := range q.Answers {
				fmt.Fprintf(&out, " (%v %s)", a.Right, shown(d, a.Label))
			}
			fmt.Fprintf(&out, " explain=%s⟩", shown(d, q.Explain))
		case HolePost:
			p := d.Posts[hole.Index]
			fmt.Fprintf(&out, "⟨post %s %s %s %q %s %q⟩", p.ID, p.Network, p.Type, p.Title, p.Lang, p.Text)
		case HoleMessage:
			out.WriteString("⟨" + hole.Key + "⟩")
		}
	}
	out.Write(h.Body[last:])
	return out.String()
}

func shownTasks(d *Document, tasks []Task) string {
	var out strings.Builder
	for _, t := range tasks {
		mark := " "
		if t.Checked {
			mark = "x"
		}
		fmt.Fprintf(&out, " [%s] %s", mark, shown(d, t.Label))
		if more := shown(d, t.More); more != "" {
			fmt.Fprintf(&out, " {%s}", more)
		}
		if len(t.Items) > 0 {
			fmt.Fprintf(&out, " (%s)", shownTasks(d, t.Items))
		}
	}
	return out.String()
}

func target(l Link) string {
	s := l.Target
	if l.Fragment != "" {
		s += "#" + l.Fragment
	}
	if l.Wiki {
		s = "[[" + s + "]]"
	}
	return s
}
