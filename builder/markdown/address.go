package markdown

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"

	"vaandel/builder/diag"
)

// SafeURL tells whether an address may be linked to as it is: http, https with
// a host, mailto or tel. All else either runs a program (javascript:, ms-word:,
// feed:), holds data (data:, blob:) or hides where it leads (//host).
func SafeURL(address string) bool {
	scheme, rest, found := strings.Cut(address, ":")
	if !found || strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r == '\\' || r == 0x7f }) {
		return false
	}
	switch strings.ToLower(scheme) {
	case "mailto", "tel":
		return rest != ""
	case "http", "https":
		u, err := url.Parse(address)
		return err == nil && u.Host != "" && strings.HasPrefix(rest, "//")
	}
	return false
}

// schemes are those that SafeURL lets through.
var schemes = []string{"https", "http", "mailto", "tel"}

// address is the destination of a link or picture, taken apart.
type address struct {
	Link
	// rule says what is wrong; the link is then no link, unless mended is true.
	rule   *diag.Rule
	mended bool
	args   []any
}

// parseAddress takes a destination apart whose backslashes and entities have
// been read.
func parseAddress(dest string) address {
	dest = strings.TrimSpace(dest)
	scheme := schemeOf(dest)
	switch {
	case dest == "":
		return address{rule: &linkEmpty}
	case slices.Contains(schemes, scheme):
		encoded := string(util.URLEscape([]byte(dest), false))
		if !SafeURL(encoded) {
			return address{rule: &linkScheme, args: []any{dest}}
		}
		return address{Link: Link{Target: encoded, External: true}}
	case len(scheme) == 1 || strings.HasPrefix(dest, `\\`) || scheme == "file":
		return address{rule: &linkDisk, args: []any{dest}}
	case scheme != "":
		if near, ok := diag.Nearest(scheme, schemes); ok {
			return address{rule: &linkSchemeNear, args: []any{dest, near}}
		}
		return address{rule: &linkScheme, args: []any{dest}}
	case startsWithHost(dest):
		return address{rule: &linkScheme, args: []any{dest}}
	}
	if whole := bareAddress(dest); whole != "" {
		return address{Link: Link{Target: whole, External: true}, rule: &linkBare, mended: true, args: []any{dest, whole}}
	}
	return address{Link: inside(dest)}
}

// schemeOf returns what stands before the first colon where that can be a
// scheme (RFC 3986, 3.1), in lower case.
func schemeOf(dest string) string {
	for i := range len(dest) {
		c := dest[i]
		switch {
		case c == ':':
			return strings.ToLower(dest[:i])
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
		case i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'):
		default:
			return ""
		}
	}
	return ""
}

// startsWithHost tells whether a browser takes what follows for another host:
// two slashes of either kind, whatever control characters stand between them.
func startsWithHost(dest string) bool {
	slashes := 0
	for _, c := range dest {
		switch {
		case c == '/' || c == '\\':
			if slashes++; slashes == 2 {
				return true
			}
		case c > ' ':
			return false
		}
	}
	return false
}

// bareAddress returns the whole address of one whose beginning was left out:
// www.example.org or name@example.org.
func bareAddress(dest string) string {
	switch {
	case len(dest) > 4 && strings.EqualFold(dest[:4], "www.") && SafeURL("https://"+dest):
		return "https://" + dest
	case strings.Count(dest, "@") == 1 && !strings.ContainsAny(dest, "/#? "):
		local, domain, _ := strings.Cut(dest, "@")
		if local != "" && domainEnd([]byte(domain)) == len(domain) && domain != "" {
			return "mailto:" + dest
		}
	}
	return ""
}

// inside takes apart the address of something in the handbook. What stands
// behind a question mark means nothing there.
func inside(dest string) Link {
	target, fragment, _ := strings.Cut(dest, "#")
	target, _, _ = strings.Cut(target, "?")
	return Link{Target: unescaped(target), Fragment: unescaped(fragment)}
}

// unescaped decodes %20 and the like; what is not well-formed stays.
func unescaped(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	decoded, err := url.PathUnescape(s)
	if err != nil || !utf8.ValidString(decoded) || strings.ContainsFunc(decoded, func(r rune) bool { return r < ' ' }) {
		return s
	}
	return decoded
}

// isPage tells whether a target is a file of markdown.
func isPage(target string) bool {
	switch strings.ToLower(path.Ext(target)) {
	case ".md", ".markdown":
		return true
	}
	return false
}
