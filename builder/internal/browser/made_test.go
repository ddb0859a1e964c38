package browser

import (
	"archive/zip"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// figuresPage is a page with a table that is drawn.
func figuresPage(table, fields string) string {
	return "---\nkind: figures\ndata: " + table + ".csv\n" + fields + "---\n# Cijfers: " + table + "\n\nTekst.\n"
}

// madeHandbook is a handbook with all that is made of what its authors wrote:
// charts that are hard to draw, a calendar, a pack, and items to share. For its
// sources it is the summer of 2019, for the reader years later.
func madeHandbook(t *testing.T) string {
	many := "Plaats;Mensen\n"
	for i := range 200 {
		many += "Vestiging " + strconv.Itoa(i+1) + ";" + strconv.Itoa(i*37%101) + "\n"
	}
	item := func(title, from, until string) string {
		return "---\ntype: vacancy\nfrom: " + from + "\nuntil: " + until + "\nopeners: [Zeg eens]\n---\n# " + title + "\n"
	}
	files := map[string]string{
		"handbook.yaml":     "title: Proef\nsections:\n  - {folder: delen, title: Delen, kind: share}\n  - {folder: weg, title: Weg, kind: share}\n",
		"index.md":          "---\nreviewed: 2019-06-01\n---\n# Begin\n\n[Cijfers](c/lijn.md)\n",
		"c/lijn.csv":        "Week;Berichten;Reacties;Gesprekken\n1;4;18;0\n2;7;39;1\n3;9;64;2\n4;3;21;1\n5;8;72;3\n6;10;95;4\n",
		"c/lijn.md":         figuresPage("lijn", "chart: line\nunit: keer\n"),
		"c/jaren.csv":       "Jaar;Mensen\n2013;12345\n2018;-400\n2019;\n2026;9\n",
		"c/jaren.md":        figuresPage("jaren", ""),
		"c/staven.csv":      "Wat;2024;2026;Straks\nArbeidsongeschiktheidsverzekeringsmaatschappijen in heel Nederland, en nog een paar;14,3;-14,6;1\nKort;2;2,6;\nNiets;0;5;7\n",
		"c/staven.md":       figuresPage("staven", "unit: miljoen\n"),
		"c/zes.csv":         "Wat;Een;Twee;Drie;Vier;Vijf;Zes\nA;10%;20%;30%;40%;50%;60%\nB;6%;5%;4%;3%;2%;1%\n",
		"c/zes.md":          figuresPage("zes", ""),
		"c/zeslijnen.csv":   "Jaar;Een;Twee;Drie;Vier;Vijf;Een heel lange naam voor een reeks\n2024;1;2;3;4;5;6\n2025;1;1;1;1;1;1\n",
		"c/zeslijnen.md":    figuresPage("zeslijnen", ""),
		"c/veel.csv":        many,
		"c/veel.md":         figuresPage("veel", ""),
		"c/veellijn.csv":    many,
		"c/veellijn.md":     figuresPage("veellijn", "chart: line\n"),
		"dag.md":            "---\nkind: event\nstarts: 2999-06-10 13:00\nends: 2999-06-10 15:00\nwhere: Zaal 2\n---\n# Dag\n\nTekst.\n",
		"toen.md":           "---\nkind: event\nstarts: 2019-07-01\nwhere: Zaal 1\n---\n# Toen\n\nTekst.\n",
		"spullen.md":        "---\nkind: toolkit\ntype: pictures\npictures:\n  - {file: a.svg, title: A, alt: Een blad, licence: CC0 1.0, credit: Ans}\n  - {file: b.svg, title: B, alt: Nog een blad, licence: CC0 1.0, credit: Piet}\n---\n# Spullen\n",
		"a.svg":             `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><path d="M0 0h200v100z"/></svg>`,
		"b.svg":             `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><path d="M0 0h300v100z"/></svg>`,
		"delen/index.md":    "---\nkind: page\n---\n# Delen\n\nTekst.\n",
		"delen/nu.md":       item("Nu", "2019-05-01", "2999-01-01"),
		"delen/verlopen.md": item("Verlopen", "2019-05-01", "2019-12-31"),
		"delen/begonnen.md": item("Begonnen", "2019-12-31", "2999-01-01"),
		"delen/straks.md":   item("Straks", "2998-01-01", "2999-01-01"),
		"weg/index.md":      "---\nkind: page\n---\n# Weg\n\nTekst.\n",
		"weg/verlopen.md":   item("Ook verlopen", "2019-05-01", "2019-12-31"),
	}
	return folder(t, files)
}

// charts are the pages with a chart.
var charts = []string{"lijn", "jaren", "staven", "zes", "zeslijnen", "veel", "veellijn"}

func TestMade(t *testing.T) {
	b := Start(t)
	dir := Build(t, madeHandbook(t))
	at := Serve(t, dir, "/")
	t.Run("axe", func(t *testing.T) { examineMade(t, b, at) })
	t.Run("charts", func(t *testing.T) {
		b.Each(t, charts, []string{at}, func(tab *Tab, i int) error {
			return readChart(t, tab, at+"c/"+charts[i]+".html")
		})
	})
	t.Run("pack", func(t *testing.T) { openPack(t, dir) })
	t.Run("calendar", func(t *testing.T) { openCalendar(t, b, at) })
	t.Run("share", func(t *testing.T) { shareByClock(t, b, at) })
	t.Run("html", func(t *testing.T) { report(t, Validate(t, dir)) })
}

func examineMade(t *testing.T, b *Browser, at string) {
	axe := LoadAxe(t)
	pages := []string{"kalender.html", "dag.html", "spullen.html", "delen/index.html", "weg/index.html"}
	for _, c := range charts {
		pages = append(pages, "c/"+c+".html")
	}
	b.Each(t, pages, []string{at}, func(tab *Tab, i int) error {
		found, err := axe.Examine(tab, at+pages[i], Looks[:])
		for _, fault := range found {
			t.Errorf("%s: %s", pages[i], fault)
		}
		return err
	})
}

// legible tells what is wrong with the texts of the chart that is shown: letters
// below 12 pixels, texts over each other, or outside the window.
const legible = `(() => {
	const shown = [...document.querySelectorAll(".chart > svg")].filter((svg) => svg.getBoundingClientRect().width > 0);
	if (shown.length !== 1) return ["charts that are shown: " + shown.length];
	const [svg] = shown;
	const wrong = [];
	const texts = [...svg.querySelectorAll("text, tspan")].filter((e) => !e.querySelector("tspan"));
	const boxes = texts.map((e) => ({ name: e.textContent.trim(), ...["x", "y", "width", "height"].reduce((all, k) => ({ ...all, [k]: e.getBBox()[k] }), {}) }));
	const size = parseFloat(getComputedStyle(svg).fontSize) * svg.getScreenCTM().a;
	if (document.documentElement.scrollWidth > document.documentElement.clientWidth) wrong.push("the page scrolls sideways");
	if (size < 12) wrong.push("letters of " + size + " px");
	const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
	boxes.forEach((a, i) => {
		if (a.x < -1 || a.y < -1 || a.x + a.width > width + 1 || a.y + a.height > height + 1) wrong.push(a.name + " is outside");
		for (const b of boxes.slice(0, i)) {
			const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
			const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
			// A box is as high as the letter's line: what rises and what falls may meet.
			if (across > 0.5 && down > 0.2 * Math.min(a.height, b.height)) wrong.push(a.name + " lies over " + b.name);
		}
	});
	const [name, words] = [svg.querySelector("title"), svg.querySelector("desc")];
	if (svg.getAttribute("role") !== "img" || svg.getAttribute("aria-labelledby") !== name?.id || svg.getAttribute("aria-describedby") !== words?.id || !words.textContent) wrong.push("it says nothing");
	return wrong;
})()`

// readChart reads a chart as it is shown on screens from small to wide. Its texts
// stand where they stand by day and by night.
func readChart(t *testing.T, tab *Tab, page string) error {
	if err := tab.Open(page); err != nil {
		return err
	}
	for _, width := range []int64{320, 360, 600, 1280} {
		if err := tab.Screen(width, 900, false); err != nil {
			return err
		}
		wrong, err := Eval[[]string](tab, legible)
		if err != nil {
			return err
		}
		for _, fault := range wrong {
			t.Errorf("%s at %d px: %s", page, width, fault)
		}
	}
	noFaults(t, tab)
	return nil
}

// openPack opens the archive as a program of the reader's would.
func openPack(t *testing.T, dir string) {
	archive, err := zip.OpenReader(filepath.Join(dir, "spullen-alles.zip"))
	must(t, err)
	defer archive.Close()
	var names []string
	for _, f := range archive.File {
		names = append(names, f.Name)
	}
	if want := []string{"LEESMIJ.txt", "a.svg", "b.svg"}; !slices.Equal(names, want) {
		t.Errorf("the pack holds %q", names)
	}
}

// openCalendar looks for the links to the calendar, copies its address, and reads
// what is over.
func openCalendar(t *testing.T, b *Browser, at string) {
	tab := b.Tab(t, at)
	must(t, tab.Open(at+"dag.html"))
	holds(t, tab, "an event can be kept", `document.querySelector("main a.button").getAttribute("href") === "dag.ics"`)
	holds(t, tab, "it leads to the calendar", `[...document.querySelectorAll("main a")].some((a) => a.getAttribute("href") === "kalender.html")`)
	file, err := Eval[string](tab, `fetch("dag.ics").then((r) => r.text()).catch(String)`)
	must(t, err)
	if !strings.Contains(file, "TypeError") && !strings.Contains(file, "DTSTART;TZID=Europe/Amsterdam:29990610T130000") {
		t.Errorf("dag.ics is %s", file)
	}
	must(t, tab.Open(at+"kalender.html"))
	_, err = Eval[bool](tab, `(() => { navigator.clipboard.writeText = async (text) => { document.title = text; }; return true; })()`)
	must(t, err)
	must(t, tab.Click(".subscribe .copy button"))
	must(t, tab.Wait(fmt.Sprintf(`document.title === %q`, at+"kalender.ics")))
	holds(t, tab, "what was in 2019 is over", `document.querySelector(".dates a[href='toen.html']").closest("li").querySelector(".dates-past").checkVisibility()`)
	holds(t, tab, "what is far off is not", `!document.querySelector(".dates a[href='dag.html']").closest("li").querySelector(".dates-past").checkVisibility()`)
	noFaults(t, tab)
}

// shareByClock reads the lists of what to share with a clock that is years ahead of
// the sources, and without script.
func shareByClock(t *testing.T, b *Browser, at string) {
	const shown = `[...document.querySelectorAll(".cards > li, .nothing")].filter((e) => e.checkVisibility()).map((e) => e.querySelector("a")?.getAttribute("href") ?? "nothing")`
	tab := b.Tab(t, at)
	for page, want := range map[string][]string{
		"delen/index.html": {"begonnen.html", "nu.html"},
		"weg/index.html":   {"nothing"},
	} {
		moved, err := shifts(tab, at+page, 1280)
		must(t, err)
		if moved > unseen {
			t.Errorf("%s: things moved by %.4f", page, moved)
		}
		got, err := Eval[[]string](tab, shown)
		must(t, err)
		if !slices.Equal(got, want) {
			t.Errorf("%s shows %q", page, got)
		}
		noFaults(t, tab)
	}
	without := b.Tab(t, at)
	must(t, without.Scripts(false))
	must(t, without.Open(at+"delen/index.html"))
	got, err := Eval[[]string](without, shown)
	must(t, err)
	if want := []string{"nu.html", "verlopen.html"}; !slices.Equal(got, want) {
		t.Errorf("without script there is %q", got)
	}
}
