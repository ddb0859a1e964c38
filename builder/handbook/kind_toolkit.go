package handbook

import (
	"unicode/utf8"

	"vaandel/builder/markdown"
	"vaandel/builder/meta"
)

// ToolkitTypes are the values of a toolkit's type. It is never changed.
var ToolkitTypes = []string{"pictures", "posts", "words", "downloads", "materials"}

// Toolkit is something to use: which, tells Type.
type Toolkit struct {
	Type      string     `meta:"type"`      // one of ToolkitTypes
	Pictures  []Asset    `meta:"pictures"`  // type pictures
	Downloads []Asset    `meta:"downloads"` // type downloads
	Materials []Material `meta:"materials"` // type materials
	// Post templates (type posts) are fenced blocks "post" in the text; a word
	// list (type words) is a table there: what we say, what not, why.
}

// Asset is a picture or file for use outside the handbook.
type Asset struct {
	File    string `meta:"file"` // path from the page
	Title   string `meta:"title"`
	Alt     string `meta:"alt"`
	Licence string `meta:"licence"`
	Credit  string `meta:"credit"`
	Source  string `meta:"source"`
	Expires string `meta:"expires"` // date from which it may not be used
	// People is true where a person can be recognised: then Consent tells where
	// the permission is kept and until when it holds.
	People  bool   `meta:"people"`
	Consent string `meta:"consent"`
	// Line is that of the entry in the file.
	Line int `meta:"-"`
}

// Material is a thing to borrow or install.
type Material struct {
	Name  string `meta:"name"`
	For   string `meta:"for"`
	Where string `meta:"where"`
	Link  string `meta:"link"`
}

// IsWordList tells whether a page is a list of words: what we say, what rather
// not, and why.
func (p *Page) IsWordList() bool {
	t, ok := p.Spec.(*Toolkit)
	return ok && t.Type == "words"
}

// WordRows are the rows of the tables of a list of words, each with two cells at
// least. The page must be ready to be read.
func (p *Page) WordRows() [][]string {
	var out [][]string
	for _, table := range p.Doc.Tables {
		for _, row := range table.Rows {
			if len(row) >= 2 {
				out = append(out, row)
			}
		}
	}
	return out
}

func (*Toolkit) kind() Kind { return KindToolkit }

func (t *Toolkit) check(c *checker) {
	c.need(c.front, "type", &toolkitType)
	c.oneOf(c.front, "type", &toolkitTypeUnknown, ToolkitTypes...)
	switch t.Type {
	case "pictures":
		c.need(c.front, "pictures", &toolkitPictures)
	case "downloads":
		c.need(c.front, "downloads", &toolkitDownloads)
	case "materials":
		c.need(c.front, "materials", &toolkitMaterials)
	case "posts":
		if len(c.doc.Posts) == 0 && !c.doc.Refused {
			c.report(&toolkitPosts, c.top())
		}
	case "words":
		c.wordList()
	}
	for i, n := range c.front.Get("pictures").Entries() {
		c.need(n, "alt", &assetAlt)
		c.asset(n, t.Pictures[i])
	}
	for i, n := range c.front.Get("downloads").Entries() {
		c.need(n, "title", &downloadTitle)
		c.asset(n, t.Downloads[i])
	}
	for _, n := range c.front.Get("materials").Entries() {
		c.need(n, "name", &materialName)
	}
	for i := range c.doc.Posts {
		c.post(&c.doc.Posts[i])
	}
}

// asset holds the rules of pictures and downloads: they leave the handbook, so
// it must be known that they may.
func (c *checker) asset(n *meta.Node, a Asset) {
	c.need(n, "file", &assetFile)
	c.need(n, "licence", &assetLicence)
	if a.People {
		c.need(n, "consent", &assetConsent)
	}
	if expires := c.date(n, "expires", false); expires != "" && c.today != "" && expires <= c.today {
		c.report(&assetExpired, c.at(n, "expires"), expires)
	}
}

// wordList looks for a table with what we say and what we don't.
func (c *checker) wordList() {
	if c.doc.Refused {
		return
	}
	for _, t := range c.doc.Tables {
		if len(t.Head) >= 2 && len(t.Rows) > 0 {
			return
		}
	}
	at := c.top()
	if len(c.doc.Tables) > 0 {
		at = c.line(c.doc.Tables[0].Line)
	}
	c.report(&toolkitWords, at)
}

// post holds the rules of a post template.
func (c *checker) post(p *markdown.Post) {
	at := c.line(p.Line)
	c.network(at, p.Network)
	if p.Type != "" {
		c.known(at, p.Type, ContentTypes, &postType, &postTypeNear)
	}
	for _, n := range c.config.Networks {
		if size := utf8.RuneCountInString(p.Text); n.ID == p.Network && n.Limit > 0 && size > n.Limit {
			c.report(&postLong, at, size, n.Name, n.Limit)
		}
	}
}
