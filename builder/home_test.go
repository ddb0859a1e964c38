package builder_test

import (
	"bytes"
	"testing"
)

// homeFiles is a handbook with all that its first page gathers.
var homeFiles = map[string]string{
	"handbook.yaml": "title: Boek\nlanguages: [nl, en]\nnetworks:\n  - {id: linkedin, name: LinkedIn}\n",
	"index.md":      "# Waarmee?\n\nWelkom.\n\n## Ik wil iets\n\n- [Een](een.md). Zo.\n\n## Meer\n\nTekst.\n",
	"index.en.md":   "# How?\n",
	"een.md":        "# Een\n",
	"types/informeel.md": "---\nkind: content-type\ntype: informal\nshare: Ja graag\nown_words: Juist wel\nanswers: Jij\n" +
		"answers_within: Vandaag\napproves: Jijzelf\nchecklist: ../lijst.md\n---\n# Informeel\n\n> [!DO]\n> - Doe.\n\n> [!DONT]\n> - Laat.\n",
	"lijst.md": "---\nkind: checklist\n---\n# Lijst\n\n- [ ] Een\n",
	"beleid/oud.md": "---\nkind: policy\nowner: hr\nversion: \"2\"\nreviewed: 2026-05-01\nreview_by: 2027-05-01\n" +
		"changes:\n  - {date: 2026-04-01, version: \"2\", text: Nu met thee}\n  - {date: 2025-04-01, text: Vroeger}\n---\n# Oud\n",
	"delen/nu.md":  "---\nkind: share\ntype: vacancy\nfrom: 2026-04-20\nuntil: 2027-01-01\nopeners: [Zeg eens]\n---\n# Nu\n",
	"delen/weg.md": "---\nkind: share\ntype: vacancy\nfrom: 2026-04-21\nuntil: 2026-04-22\nopeners: [Zeg eens]\n---\n# Weg\n",
	"wie/ans.md":   "---\nkind: person\nrole: Lasser\ndepartment: Werkplaats\nexample: true\n---\n# Ans\n",
}

// TestHome holds that the first page begins with its author's intents and shows
// the types, the news and the people of the handbook, and that it follows them.
func TestHome(t *testing.T) {
	s := newSite(t, homeFiles)
	r := s.build(s.options())
	files := contents(t, s.out)
	has(t, files, "index.html",
		`<h1>Waarmee?</h1>`, "Welkom.", `class="intents"`, "Ik wil iets", `href="een.html"`,
		`class="types"`, `href="types/informeel.html"`, "Jij",
		`datetime="2026-04-20"`, `href="delen/nu.html"`, `datetime="2026-04-01"`, "Nu met thee",
		`class="faces"`, `href="wie/ans.html"`, "Lasser",
		`class="block"`, "Meer")
	for _, gone := range []string{"Vroeger", "delen/weg.html"} {
		if bytes.Contains(files["index.html"], []byte(gone)) {
			t.Errorf("the first page shows %s", gone)
		}
	}
	has(t, files, "types/index.html", `class="table matrix"`, "Mag ik het delen?", "Ja graag", "Vandaag", `href="../lijst.html"`)
	has(t, files, "types/informeel.html", `class="decision"`, "Juist wel", `class="button" href="../lijst.html"`)
	s.sameAsCold(r)

	s.write("wie/ans.md", homeFiles["wie/ans.md"]+"\nMeer tekst.\n")
	if r = s.build(s.options()); r.Stats.Rendered != 2 { // the page and the booklet
		t.Errorf("a text rendered %d pages", r.Stats.Rendered)
	}
	s.write("types/informeel.md", string(bytes.Replace([]byte(homeFiles["types/informeel.md"]), []byte("Ja graag"), []byte("Heel graag"), 1)))
	r = s.build(s.options())
	has(t, contents(t, s.out), "types/index.html", "Heel graag")
	s.sameAsCold(r)
}
