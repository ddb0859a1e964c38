package check

import (
	"bytes"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// loader finds what a browser loads for a file.
type loader struct {
	file *Finished
	own  string // the address of the handbook
	seen map[string]bool
	// chosen is true in a <picture> whose file is chosen.
	inPicture, chosen bool
}

// page reads a page. Styles load nothing from elsewhere: no theme with such is
// compiled.
func (l *loader) page(data []byte) {
	ids := map[string]int{}
	z := html.NewTokenizer(bytes.NewReader(data))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.EndTagToken:
			if name, _ := z.TagName(); string(name) == "picture" {
				l.inPicture, l.chosen = false, false
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			tag := string(name)
			var attrs map[string]string
			if loads[tag] {
				attrs = map[string]string{}
			}
			for more {
				var key, value []byte
				key, value, more = z.TagAttr()
				if string(key) == "id" && len(value) > 0 {
					if ids[string(value)]++; ids[string(value)] == 2 {
						l.file.Doubled = append(l.file.Doubled, string(value))
					}
				}
				if attrs != nil && attrs[string(key)] == "" {
					attrs[string(key)] = string(value)
				}
			}
			if attrs != nil {
				l.tag(tag, attrs)
			}
		}
	}
}

// loads are the tags for which a browser may load something.
var loads = map[string]bool{
	"link": true, "script": true, "iframe": true, "embed": true, "frame": true, "audio": true, "track": true, "object": true,
	"video": true, "input": true, "image": true, "use": true, "picture": true, "source": true, "img": true,
}

// loadedLinks are the sorts of <link> that a browser follows by itself.
var loadedLinks = []string{"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest", "apple-touch-icon", "mask-icon"}

// tag reads one tag of a page.
func (l *loader) tag(name string, attrs map[string]string) {
	switch name {
	case "link":
		for _, rel := range strings.Fields(strings.ToLower(attrs["rel"])) {
			if slices.Contains(loadedLinks, rel) {
				l.load(attrs["href"], rel == "icon")
				return
			}
		}
	case "script", "iframe", "embed", "frame", "audio", "track":
		l.load(attrs["src"], false)
	case "object":
		l.load(attrs["data"], false)
	case "video":
		l.load(attrs["src"], false)
		l.load(attrs["poster"], true)
	case "input":
		l.load(attrs["src"], true)
	case "image", "use":
		l.load(attrs["href"]+attrs["xlink:href"], true)
	case "picture":
		l.inPicture, l.chosen = true, false
	case "source":
		if !l.inPicture {
			l.load(attrs["src"], false)
		} else if !l.chosen && attrs["media"] == "" && attrs["srcset"] != "" {
			l.chosen = true
			l.load(smallest(attrs["srcset"]), true)
		}
	case "img":
		if l.chosen {
			return
		}
		address := attrs["src"]
		if c := smallest(attrs["srcset"]); c != "" {
			address = c
		}
		l.load(address, true)
	}
}

// usual is how wide a picture is that a phone of our days asks for, in pixels.
const usual = 1170

// smallest returns the address of a srcset that a phone chooses.
func smallest(set string) string {
	best, width := "", 0
	for part := range strings.SplitSeq(set, ",") {
		fields := strings.Fields(part)
		if len(fields) == 0 {
			continue
		}
		w := 0
		if len(fields) > 1 {
			w, _ = strconv.Atoi(strings.TrimRight(fields[1], "wx"))
		}
		if best == "" || width < usual && w > width || w >= usual && w < width {
			best, width = fields[0], w
		}
	}
	return best
}

// load adds an address that a browser loads.
func (l *loader) load(address string, picture bool) {
	address = strings.TrimSpace(address)
	u, err := url.Parse(address)
	if err != nil || address == "" || l.seen[address] {
		return
	}
	l.seen[address] = true
	switch {
	case u.Host != "":
		if own, err := url.Parse(l.own); err != nil || !strings.EqualFold(own.Host, u.Host) {
			l.file.Loads = append(l.file.Loads, Load{Address: address, Picture: picture})
		}
	case u.Scheme == "" && u.Path != "":
		to := strings.TrimPrefix(path.Join(path.Dir(l.file.Path), u.Path), "/")
		l.file.Loads = append(l.file.Loads, Load{Path: to, Picture: picture})
	}
}
