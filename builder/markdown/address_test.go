package markdown

import "testing"

func TestSafeURL(t *testing.T) {
	for address, want := range map[string]bool{
		"https://example.org/a?b#c":     true,
		"http://example.org":            true,
		"HTTPS://EXAMPLE.ORG":           true,
		"https://[::1]:8080/":           true,
		"mailto:info@example.org":       true,
		"tel:+31201234567":              true,
		"":                              false,
		"pagina.md":                     false,
		"https:":                        false,
		"https:/x":                      false,
		"https:x":                       false,
		"https://":                      false,
		"https:\\\\x":                   false,
		"https://a b":                   false,
		"https://x\n":                   false,
		"//example.org":                 false,
		"javascript:alert(1)":           false,
		"JavaScript:alert(1)":           false,
		"java\tscript:alert(1)":         false,
		" javascript:alert(1)":          false,
		"data:text/html,x":              false,
		"vbscript:x":                    false,
		"blob:https://x":                false,
		"feed:https://x":                false,
		"ms-word:ofe|u|https://x":       false,
		"file:///etc/passwd":            false,
		"ftp://example.org":             false,
		"view-source:https://x":         false,
		"mailto:":                       false,
		"tel:":                          false,
		"https://user:wachtwoord@x.nl/": true,
	} {
		if got := SafeURL(address); got != want {
			t.Errorf("%q: %v", address, got)
		}
	}
}

// TestAddresses holds what becomes of what authors write between brackets.
func TestAddresses(t *testing.T) {
	for _, c := range []struct {
		dest, target, fragment string
		external               bool
		rule                   string
	}{
		{"a.md", "a.md", "", false, ""},
		{"./a.md#b", "./a.md", "b", false, ""},
		{"#b", "", "b", false, ""},
		{"/map/a.md", "/map/a.md", "", false, ""},
		{"een%20map/a.md", "een map/a.md", "", false, ""},
		{"100%.md", "100%.md", "", false, ""},
		{"a%00.md", "a%00.md", "", false, ""},
		{"a%ff.md", "a%ff.md", "", false, ""},
		{"a.md?plain=1#b", "a.md", "b", false, ""},
		{"een:twee", "", "", false, "link-scheme"},
		{"a/b:c.md", "a/b:c.md", "", false, ""},
		{"https://x.nl/é ü", "https://x.nl/%C3%A9%20%C3%BC", "", true, ""},
		{"https://x.nl/a%20b", "https://x.nl/a%20b", "", true, ""},
		{"https://", "", "", false, "link-scheme"},
		{"/\\evil.example", "", "", false, "link-scheme"},
		{"/ /evil.example", "", "", false, "link-scheme"},
		{"\\\\server\\map", "", "", false, "link-scheme"},
		{"D:/map/a.md", "", "", false, "link-scheme"},
		{"www.x.nl", "https://www.x.nl", "", true, "link-bare"},
		{"a@b.nl", "mailto:a@b.nl", "", true, "link-bare"},
		{"@iemand", "@iemand", "", false, ""},
		{"map/@iemand.md", "map/@iemand.md", "", false, ""},
	} {
		a := parseAddress(c.dest)
		rule := ""
		if a.rule != nil {
			rule = a.rule.ID
		}
		if a.Target != c.target || a.Fragment != c.fragment || a.External != c.external || rule != c.rule {
			t.Errorf("%q: %+v, %s", c.dest, a.Link, rule)
		}
	}
}
