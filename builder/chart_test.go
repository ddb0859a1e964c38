package builder_test

import (
	"bytes"
	"strings"
	"testing"
)

// TestChartOfManyRows holds that a table which is too long for a chart is told of,
// and shown.
func TestChartOfManyRows(t *testing.T) {
	table := "Wat;Hoeveel\n" + strings.Repeat("Soep;4\n", 501)
	s := newSite(t, map[string]string{
		"staven.md": "---\nkind: figures\ndata: veel.csv\n---\n# Staven\n", "veel.csv": table,
		"lijnen.md": "---\nkind: figures\ndata: veel.csv\nchart: line\n---\n# Lijnen\n",
	})
	r := s.build(s.options())
	if len(r.Diagnostics) != 1 || r.Diagnostics[0].Rule != "figures-rows" || !strings.Contains(r.Diagnostics[0].Message.EN, "501 rows") {
		t.Errorf("told: %v", r.Diagnostics)
	}
	files := contents(t, s.out)
	has(t, files, "staven.html", "De cijfers als tabel", "<table>")
	has(t, files, "lijnen.html", `<svg class="chart-wide"`, "<table>")
}

// TestChart holds that a table becomes a picture that says in words what is seen,
// in its language, in the booklet too, and that it follows its file.
func TestChart(t *testing.T) {
	page := func(fields string) string {
		return "---\nkind: figures\ndata: bereik.csv\n" + fields + "---\n# Cijfers\n"
	}
	s := newSite(t, map[string]string{
		"handbook.yaml":        "title: Boek\nlanguages: [nl, en]\n",
		"index.md":             "# Begin\n",
		"cijfers/een.md":       page("unit: uur\n"),
		"cijfers/een.en.md":    page("unit: hours\n"),
		"cijfers/geen.md":      page("chart: none\n"),
		"cijfers/bereik.csv":   "Jaar;Tijd\n2024;1.200,5\n2026;12.000\n",
		"cijfers/staven.md":    "---\nkind: figures\ndata: week.csv\n---\n# Staven\n",
		"cijfers/week.csv":     "Week,Berichten\n6,4\n7,\n",
		"cijfers/een-regel.md": "---\nkind: figures\ndata: regel.csv\n---\n# Regel\n",
		"cijfers/regel.csv":    "Wat,Hoeveel\n<b>Soep</b>,4%\n",
	})
	r := s.build(s.options())
	if len(r.Diagnostics) > 0 {
		t.Fatal(r.Diagnostics)
	}
	files := contents(t, s.out)
	has(t, files, "cijfers/een.html", "De cijfers in beeld", `<svg class="chart-wide"`, `<svg class="chart-narrow"`, `role="img"`,
		"Lijngrafiek: Tijd</title>", "het hoogst is 12.000\u00a0uur (2026), het laagst 1200,5\u00a0uur (2024)", "<table>")
	has(t, files, "en/cijfers/een.html", "Line chart: Tijd", "the highest is 12,000\u00a0hours (2026), the lowest 1200.5\u00a0hours")
	has(t, files, "cijfers/staven.html", "Staafdiagram: Berichten", "(Week 6)")
	has(t, files, "cijfers/een-regel.html", "Hoeveel: 4% (&lt;b&gt;Soep&lt;/b&gt;).")
	has(t, files, "cijfers/alles.html", `aria-labelledby="in-cijfers--een--v-chart-wide-title"`, `id="in-cijfers--een--v-chart-wide-title"`)
	if page := files["cijfers/geen.html"]; bytes.Contains(page, []byte("<svg class=\"chart")) || !bytes.Contains(page, []byte("<table>")) {
		t.Error("chart: none shows a chart, or no table")
	}
	for name, page := range files {
		if strings.HasSuffix(name, ".html") && bytes.Contains(page, []byte(" style=")) {
			t.Errorf("%s has a style that its policy forbids", name)
		}
	}
	s.write("cijfers/bereik.csv", "Jaar;Tijd\n2024;7\n2026;veel\n")
	r = s.build(s.options())
	has(t, contents(t, s.out), "cijfers/een.html", "het hoogst is 7\u00a0uur")
	if len(r.Diagnostics) != 1 || r.Diagnostics[0].Position.String() != "cijfers/bereik.csv:3:6" {
		t.Errorf("told: %v", r.Diagnostics)
	}
	s.sameAsCold(r)
}
