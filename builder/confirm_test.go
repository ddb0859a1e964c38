package builder_test

import (
	"regexp"
	"testing"
)

// TestConfirm holds that a policy which readers confirm is known by its text: another
// text has another hash, another review date has not, and the hash is the same in a
// cold build.
func TestConfirm(t *testing.T) {
	policy := func(reviewed, text string) string {
		return "---\nkind: policy\nowner: hr\nversion: \"1.0\"\nreviewed: " + reviewed +
			"\nreview_by: 2027-01-31\nconfirm: true\n---\n# Regel\n\n" + text + "\n"
	}
	s := newSite(t, map[string]string{
		"index.md": "# Begin\n", "regel.md": policy("2026-01-31", "Je deelt wat je wilt."),
		"ander.md": policy("2026-01-31", "Je deelt niets."),
	})
	hash := func(page string) string {
		t.Helper()
		found := regexp.MustCompile(`data-hash="([0-9a-f]{12})"`).FindSubmatch(contents(t, s.out)[page])
		if found == nil {
			t.Fatalf("%s has no hash", page)
		}
		return string(found[1])
	}
	s.sameAsCold(s.build(s.options()))
	first := hash("regel.html")
	if first == hash("ander.html") {
		t.Error("two texts have one hash")
	}
	s.write("regel.md", policy("2026-02-01", "Je deelt wat je wilt."))
	s.sameAsCold(s.build(s.options()))
	if hash("regel.html") != first {
		t.Error("another date makes another hash")
	}
	s.write("regel.md", policy("2026-02-01", "Je deelt wat je mag."))
	s.sameAsCold(s.build(s.options()))
	if hash("regel.html") == first {
		t.Error("another text has the same hash")
	}
}
