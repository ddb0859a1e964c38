package render

import "vaandel/builder/handbook"

// What there is to share has a first and a last day. The page of an item stays,
// for who has its address; lists show what can be shared now. The newest date that
// the sources know tells what is over already. What is over since, or has begun
// since, only the reader's clock knows: of that the page has the dates, and its
// first state is that of the sources.

// over tells whether a page is an item whose last day has passed.
func (s *site) over(p *handbook.Page) bool {
	spec, ok := p.Spec.(*handbook.Share)
	return ok && spec.Until != "" && spec.Until < s.h.Newest
}

// sharing adds to a link from when until when its page can be shared.
func (s *site) sharing(r *Ref, spec *handbook.Share) {
	r.From, r.Until = spec.From, spec.Until
	r.Later = spec.From != "" && spec.From > s.h.Newest
}

// shares tells whether items to share lie in a section.
func shares(sec *handbook.Section) bool {
	for _, e := range sec.Entries {
		if e.Page != nil && e.Page.Kind == handbook.KindShare {
			return true
		}
	}
	return false
}
