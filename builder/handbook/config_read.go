package handbook

import (
	"net/mail"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"vaandel/builder/diag"
	"vaandel/builder/meta"
)

// ReadConfig reads handbook.yaml. What can't be used is reported and left as
// [DefaultConfig] has it, so that the pages can be built all the same.
func ReadConfig(file string, src []byte) (*Config, []diag.Diagnostic) {
	c := DefaultConfig("nl")
	root, ds := meta.ParseYAML(file, src)
	ds = append(ds, meta.Decode(file, &root, c, meta.DecodeOptions{})...)
	r := configReader{checker{file: file, front: &root, config: c, found: ds}}
	r.languages()
	r.site()
	r.sections()
	r.networks()
	r.secrets()
	r.contacts()
	return c, diag.Sort(r.found)
}

// configReader holds the rules of handbook.yaml and puts right what they find.
type configReader struct{ checker }

// languages keeps the codes that there are, each once.
func (r *configReader) languages() {
	var good []string
	for _, n := range r.front.Get("languages").Entries() {
		code := n.Value
		switch {
		case !knownLanguage(code):
			r.report(&configLanguage, r.place(n), code, languageCode(code))
		case slices.Contains(good, code):
			r.report(&configDouble, r.place(n), code)
		default:
			good = append(good, code)
		}
	}
	if n := r.front.Get("languages"); n != nil && n.Type == meta.List && len(n.Items) == 0 {
		r.report(&configNoLanguage, r.place(n))
	}
	if r.config.Languages = good; len(good) == 0 {
		r.config.Languages = DefaultConfig("nl").Languages
	}
	r.words(r.front, "title")
	r.words(r.front, "summary")
}

// knownLanguage tells whether code is one of ISO 639-1.
func knownLanguage(code string) bool {
	base, err := language.ParseBase(code)
	return err == nil && len(code) == 2 && base.String() == code
}

// languageCode guesses the code of a language that is written otherwise.
func languageCode(name string) string {
	name = strings.ToLower(name)
	for _, l := range []struct{ start, code string }{
		{"en", "en"}, {"du", "nl"}, {"ne", "nl"}, {"vl", "nl"}, {"fr", "fr"}, {"de", "de"}, {"ge", "de"},
	} {
		if strings.HasPrefix(name, l.start) {
			return l.code
		}
	}
	return "nl"
}

// words reports a text in a language that the handbook hasn't got.
func (r *configReader) words(n *meta.Node, key string) {
	v := n.Get(key)
	if v == nil || v.Type != meta.Map {
		return
	}
	for _, f := range v.Fields {
		if !slices.Contains(r.config.Languages, f.Key) {
			at := diag.Position{File: r.file, Line: f.Line, Column: f.Column}
			r.report(&configWords, at, f.Key, listed(r.config.Languages))
		}
	}
}

var (
	basePath = regexp.MustCompile(`^/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*$`)
	colour   = regexp.MustCompile(`^#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$`)
	idForm   = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)
	phone    = regexp.MustCompile(`^\+?[0-9][0-9 ().-]*$`)
)

// ValidBasePath tells whether s has the form of the path at which a site stands
// on its server: "/", or folders between slashes, such as /handboek/.
func ValidBasePath(s string) bool { return basePath.MatchString(s) }

// site holds the rules of addresses and look.
func (r *configReader) site() {
	if v, ok := textAt(r.front, "base_path"); ok && !ValidBasePath(v) {
		better := "/" + strings.Trim(v, "/") + "/"
		if !ValidBasePath(better) {
			better = "/handboek/"
		}
		r.report(&configBasePath, r.at(r.front, "base_path"), v, better)
		r.config.BasePath = "/"
	}
	if v, ok := textAt(r.front, "url"); ok && !siteURL(v) {
		r.report(&configURL, r.at(r.front, "url"), v)
		r.config.URL = ""
	}
	brand := r.front.Get("brand")
	if brand == nil || brand.Get("accent") == nil {
		return
	}
	if v, ok := textAt(brand, "accent"); !ok && lacks(brand, "accent") {
		r.report(&configAccentEmpty, r.at(brand, "accent"))
	} else if ok && !colour.MatchString(v) {
		r.report(&configAccent, r.at(brand, "accent"), v)
		r.config.Brand.Accent = ""
	} else if ok {
		r.config.Brand.AccentAt = r.at(brand, "accent")
	}
}

// siteURL tells whether s is the absolute address of a site.
func siteURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" &&
		u.User == nil && u.RawQuery == "" && u.Fragment == ""
}

// sections holds the rules of the top-level folders.
func (r *configReader) sections() {
	lines := map[string]int{}
	for i, n := range r.front.Get("sections").Entries() {
		s := &r.config.Sections[i]
		s.Folder = strings.Trim(s.Folder, "/")
		r.need(n, "folder", &sectionFolder)
		at := r.at(n, "folder")
		switch {
		case s.Folder == "":
		case strings.ContainsAny(s.Folder, `/\`) || s.Folder == "." || s.Folder == "..":
			r.report(&sectionDeep, at, s.Folder)
		case lines[s.Folder] > 0:
			r.report(&sectionDouble, at, s.Folder, lines[s.Folder])
		default:
			lines[s.Folder] = at.Line
		}
		r.words(n, "title")
		r.words(n, "summary")
		if s.Kind != "" && specOf(s.Kind) == nil {
			r.found = append(r.found, unknownKind(string(s.Kind), r.at(n, "kind"), false))
			s.Kind = ""
		}
	}
}

// networks holds the rules of the social networks.
func (r *configReader) networks() {
	lines := map[string]int{}
	for i, n := range r.front.Get("networks").Entries() {
		network := &r.config.Networks[i]
		r.id(n, lines)
		if network.Name == "" {
			network.Name = network.ID
		}
		for _, key := range []string{"limit", "width", "height"} {
			r.atLeast(n, key, 1)
		}
		network.Limit = max(0, network.Limit)
		r.picture(n, network)
		r.atLeast(n, "link", 1)
		network.Link = max(0, network.Link)
		if r.oneOf(n, "count", &networkCount, Counts...); !slices.Contains(Counts, network.Count) {
			network.Count = ""
		}
		network.Checked = r.date(n, "checked", false)
		if lacks(n, "checked") && (network.Limit > 0 || network.Width > 0) {
			r.report(&networkChecked, r.at(n, "checked"))
		}
	}
}

// secrets holds the rules of what may have to stay inside.
func (r *configReader) secrets() {
	for i, n := range r.front.Get("secrets").Entries() {
		s := r.config.Secrets[i]
		r.words(n, "name")
		if lacks(n, "name") {
			r.report(&secretName, r.at(n, "name"))
		}
		if len(s.Words) == 0 && strings.TrimSpace(s.Looks) == "" {
			r.report(&secretNone, r.place(n))
		}
	}
}

// mostPixels is the most of a picture's width or height, which is beyond what
// any network takes.
const mostPixels = 10_000

// picture holds the rule of a network's pictures: both sizes or none.
func (r *configReader) picture(n *meta.Node, network *Network) {
	switch {
	case lacks(n, "width") != lacks(n, "height"):
		r.report(&networkSize, r.place(n))
	case network.Width > mostPixels || network.Height > mostPixels:
		r.report(&networkLarge, r.at(n, "width"), mostPixels)
	case network.Width >= 1 && network.Height >= 1:
		return
	}
	network.Width, network.Height = 0, 0
}

// contacts holds the rules of the contacts.
func (r *configReader) contacts() {
	lines := map[string]int{}
	for i, n := range r.front.Get("contacts").Entries() {
		c := &r.config.Contacts[i]
		r.id(n, lines)
		r.need(n, "name", &contactName)
		r.words(n, "role")
		if c.Email != "" {
			if a, err := mail.ParseAddress(c.Email); err != nil || a.Address != c.Email {
				r.report(&contactEmail, r.at(n, "email"), c.Email)
				c.Email = ""
			}
		}
		if c.Phone != "" && !phone.MatchString(c.Phone) {
			r.report(&contactPhone, r.at(n, "phone"), c.Phone)
			c.Phone = ""
		}
	}
}

// id holds the rules of an entry's id: there is one, it is one word, and no
// other entry has it.
func (r *configReader) id(n *meta.Node, lines map[string]int) {
	r.need(n, "id", &configID)
	id, ok := textAt(n, "id")
	if !ok {
		return
	}
	at := r.at(n, "id")
	switch {
	case !idForm.MatchString(id):
		r.report(&configIDForm, at, id)
	case lines[id] > 0:
		r.report(&configIDDouble, at, id, lines[id])
	default:
		lines[id] = at.Line
	}
}
