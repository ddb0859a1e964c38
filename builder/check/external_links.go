package check

import (
	"net/url"
	"slices"
	"strings"

	"vaandel/builder/diag"
	"vaandel/builder/meta"
)

// outsideLinks are the pages of other sites that a handbook links to.
type outsideLinks struct {
	addresses []string // without fragments, in order
	at        map[string][]diag.Position
}

// outside finds them, in the text and in the front matter.
func outside(b *Book) outsideLinks {
	found := outsideLinks{at: map[string][]diag.Position{}}
	for _, p := range b.Pages {
		for _, l := range p.Doc.Links {
			if l.External {
				found.add(l.Target, diag.Position{File: p.Source, Line: l.Line, Column: l.Column})
			}
		}
		found.fields(p, &p.Doc.Meta)
	}
	for address := range found.at {
		found.addresses = append(found.addresses, address)
	}
	slices.Sort(found.addresses)
	return found
}

// fields adds the values of front matter that lead to another site.
func (o *outsideLinks) fields(p *Page, n *meta.Node) {
	if n.Type == meta.String && p.Fields[n.Value].URL != "" {
		o.add(n.Value, place(p.Source, n))
	}
	for i := range n.Items {
		o.fields(p, &n.Items[i])
	}
	for i := range n.Fields {
		o.fields(p, &n.Fields[i].Value)
	}
}

// add adds a link to the web. What is reserved for examples (RFC 2606) leads nowhere on
// purpose.
func (o *outsideLinks) add(address string, at diag.Position) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return
	}
	host := "." + strings.ToLower(u.Hostname())
	for _, reserved := range []string{".example", ".test", ".invalid", ".example.com", ".example.org", ".example.net"} {
		if strings.HasSuffix(host, reserved) {
			return
		}
	}
	u.Fragment, u.RawFragment = "", ""
	o.at[u.String()] = append(o.at[u.String()], at)
}
