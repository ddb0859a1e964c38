package editor

import (
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"vaandel/builder/markdown"
)

// look is how text looks, as far as markdown can say it.
type look struct {
	bold, italic, strike, code bool
	heading                    bool // which is bold by itself
	href                       string
}

// run is a piece of text of one look, or the end of a line.
type run struct {
	text string
	brk  bool
	look look
}

// with returns the look within an element.
func (l look) with(n *html.Node, s style) look {
	switch n.Data {
	case "b", "strong", "th":
		l.bold = n.Data != "th"
	case "i", "em", "cite", "dfn":
		l.italic = true
	case "s", "strike", "del":
		l.strike = true
	case "code", "tt", "kbd", "samp":
		l.code = true
	case "a":
		if to := address(attr(n, "href")); to != "" {
			l.href = to
		}
	}
	switch weight := s["font-weight"]; {
	case weight == "bold" || weight == "bolder" || len(weight) == 3 && weight >= "600" && weight <= "900":
		l.bold = true
	case weight == "normal" || weight == "lighter" || len(weight) == 3 && weight < "600":
		l.bold = false
	}
	switch s["font-style"] {
	case "italic", "oblique":
		l.italic = true
	case "normal":
		l.italic = false
	}
	if strings.Contains(s["text-decoration"]+s["text-decoration-line"], "line-through") {
		l.strike = true
	}
	if l.heading {
		l.bold, l.italic = false, false
	}
	return l
}

// style is the style attribute of an element, in lower case.
type style map[string]string

func styleOf(n *html.Node) style {
	text := attr(n, "style")
	if text == "" {
		return nil
	}
	s := style{}
	for part := range strings.SplitSeq(strings.ToLower(text), ";") {
		if name, value, ok := strings.Cut(part, ":"); ok {
			s[strings.TrimSpace(name)] = strings.TrimSpace(value)
		}
	}
	return s
}

// hidden tells whether an element shows nothing of the text: hidden, a remark in
// the margin, or the symbol of an item of a list.
func (s style) hidden() bool {
	return s["display"] == "none" || s["visibility"] == "hidden" || s["mso-hide"] == "all" || s["mso-list"] == "ignore" ||
		strings.HasPrefix(s["mso-element"], "comment") || s["mso-special-character"] == "comment"
}

// address returns where a link may lead from a page: to another site. What
// leads into the document that was copied, or runs something, is no link.
// Wrappers of mail programs and tracking are taken off.
func address(href string) string {
	href = strings.TrimSpace(href)
	if !markdown.SafeURL(href) {
		return ""
	}
	u, err := url.Parse(href)
	if err != nil {
		return ""
	}
	query := u.Query()
	host := strings.ToLower(u.Hostname())
	for _, wrapped := range []string{query.Get("url"), query.Get("q")} {
		mail := strings.HasSuffix(host, ".safelinks.protection.outlook.com")
		if (mail || strings.HasPrefix(host, "www.google.") && u.Path == "/url") && markdown.SafeURL(wrapped) && len(wrapped) < len(href) {
			return address(wrapped)
		}
	}
	if !strings.Contains(u.RawQuery, "utm_") {
		return href
	}
	var kept []string
	for part := range strings.SplitSeq(u.RawQuery, "&") {
		if !strings.HasPrefix(part, "utm_") {
			kept = append(kept, part)
		}
	}
	u.RawQuery = strings.Join(kept, "&")
	return u.String()
}

// described returns what stays of a picture: an emoji, or a description.
func described(n *html.Node, l look) []run {
	alt := strings.Join(strings.Fields(attr(n, "alt")), " ")
	switch {
	case alt == "" || len(alt) > 300:
		return nil
	case !strings.ContainsFunc(alt, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }):
		return []run{{text: alt, look: l}}
	case !strings.Contains(alt, " "): // "image001.png", "Afbeelding"
		return nil
	}
	l.italic = !l.heading
	if l.href != "" {
		return []run{{text: alt, look: l}}
	}
	return []run{{text: " ", look: l}, {text: alt, look: l}, {text: " ", look: l}}
}

// tidy makes runs that read well: single spaces, none at the ends of lines or at
// the ends of bold text, neighbours of one look joined.
func tidy(runs []run) []run {
	var out []run
	space := true // before the first word there is none
	for _, r := range runs {
		if r.brk {
			out, space = append(trimmed(out), run{brk: true}), true
			continue
		}
		var b strings.Builder
		for _, c := range r.text {
			switch {
			case unicode.IsSpace(c) || c == '\u2007' || c == '\u202F':
				if !space {
					b.WriteByte(' ')
				}
				space = true
			case unicode.IsControl(c) || c == '\u00AD' || c == '\u200B' || c == '\uFEFF' || c >= '\uE000' && c <= '\uF8FF':
			default:
				b.WriteRune(c)
				space = false
			}
		}
		out = joined(out, run{text: b.String(), look: r.look})
	}
	out = trimmed(out)
	for len(out) > 0 && out[0].brk {
		out = out[1:]
	}
	for len(out) > 0 && out[len(out)-1].brk {
		out = trimmed(out[:len(out)-1])
	}
	return bare(out)
}

// trimmed returns runs without space at the end.
func trimmed(runs []run) []run {
	for n := len(runs) - 1; n >= 0 && !runs[n].brk; n-- {
		runs[n].text = strings.TrimRight(runs[n].text, " ")
		if runs[n].text != "" {
			return runs
		}
		runs = runs[:n]
	}
	return runs
}

// joined adds a run, to the last one where they look alike.
func joined(runs []run, r run) []run {
	if r.text == "" {
		return runs
	}
	n := len(runs) - 1
	if n >= 0 && !runs[n].brk && runs[n].look == r.look {
		runs[n].text += r.text
		return runs
	}
	// A space between two runs of one look belongs to them.
	if n >= 1 && runs[n].text == " " && !runs[n].brk && !runs[n-1].brk && runs[n-1].look == r.look {
		runs[n-1].text += " " + r.text
		return runs[:n]
	}
	return append(runs, r)
}

// bare takes the space at the ends of runs that look like something out of
// them: "**bold **" is not bold.
func bare(runs []run) []run {
	var out []run
	for _, r := range runs {
		if r.brk || r.look == (look{}) {
			out = append(out, r)
			continue
		}
		inner := strings.Trim(r.text, " ")
		before, after, _ := strings.Cut(r.text, inner)
		if inner == "" {
			before, after = " ", ""
		}
		out = joined(out, run{text: before, look: look{heading: r.look.heading}})
		out = joined(out, run{text: inner, look: r.look})
		out = joined(out, run{text: after, look: look{heading: r.look.heading}})
	}
	return out
}
