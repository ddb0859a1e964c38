package handbook

import "vaandel/builder/markdown"

// again makes a handbook like h with other documents: all is the same but their
// texts, so pages, sections and tags are copied and nothing is worked out anew. What
// depends on a text, its links, is left open. Nothing of h is changed, as it may be in
// use.
func (h *Handbook) again(docs map[string]*markdown.Document) *Handbook {
	c := copier{old: h, sections: map[*Section]*Section{}, tags: map[*Tag]*Tag{}, h: &Handbook{
		Config: h.Config, Pages: make([]*Page, len(h.Pages)), Roots: make(map[string]*Section, len(h.Roots)),
		Tags: make(map[string][]*Tag, len(h.Tags)), Newest: h.Newest, Hurried: h.Hurried,
		index: h.index, told: h.told,
	}}
	pages := make([]Page, len(h.Pages))
	for i, p := range h.Pages {
		pages[i] = Page{
			Source: p.Source, Key: p.Key, Index: p.Index, Lang: p.Lang, Address: p.Address,
			Kind: p.Kind, Kindless: p.Kindless, Common: p.Common, Spec: p.Spec,
			Doc: docs[p.Source], Updated: p.Updated,
			title: p.title, sortKey: p.sortKey, at: p.at,
		}
		c.h.Pages[i] = &pages[i]
	}
	c.all()
	return c.h
}

// copier copies what lies between pages.
type copier struct {
	old, h   *Handbook
	sections map[*Section]*Section
	tags     map[*Tag]*Tag
}

func (c *copier) all() {
	for lang, root := range c.old.Roots {
		c.h.Roots[lang] = c.section(root)
	}
	c.h.sections = make(map[string]map[string]*Section, len(c.old.sections))
	for lang, all := range c.old.sections {
		c.h.sections[lang] = make(map[string]*Section, len(all))
		for folder, s := range all {
			c.h.sections[lang][folder] = c.section(s)
		}
	}
	for lang, tags := range c.old.Tags {
		for _, t := range tags {
			c.h.Tags[lang] = append(c.h.Tags[lang], c.tag(t))
		}
	}
	for i, p := range c.old.Pages {
		c.h.Pages[i].Section = c.section(p.Section)
		for _, t := range p.Tags {
			c.h.Pages[i].Tags = append(c.h.Pages[i].Tags, c.tag(t))
		}
	}
	for _, r := range c.old.Redirects {
		c.h.Redirects = append(c.h.Redirects, Redirect{r.Address, c.page(r.Page)})
	}
}

// page is the copy of a page; nil of nil.
func (c *copier) page(p *Page) *Page {
	if p == nil {
		return nil
	}
	return c.h.Pages[p.at]
}

// section is the copy of a section, with all above and below it; nil of nil.
func (c *copier) section(s *Section) *Section {
	if s == nil {
		return nil
	}
	if made := c.sections[s]; made != nil {
		return made
	}
	made := *s
	c.sections[s] = &made // before those that lead back to it
	made.Page, made.Parent = c.page(s.Page), c.section(s.Parent)
	made.Entries = make([]Entry, len(s.Entries))
	for i, e := range s.Entries {
		made.Entries[i] = Entry{c.page(e.Page), c.section(e.Section)}
	}
	return &made
}

// tag is the copy of a tag.
func (c *copier) tag(t *Tag) *Tag {
	made := c.tags[t]
	if made == nil {
		copied := *t
		made = &copied
		made.Pages = make([]*Page, len(t.Pages))
		for i, p := range t.Pages {
			made.Pages[i] = c.page(p)
		}
		c.tags[t] = made
	}
	return made
}
