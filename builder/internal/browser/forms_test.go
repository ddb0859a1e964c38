package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	ical "github.com/arran4/golang-ical"
	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"vaandel/builder/internal/binary"
)

// The pages that the tests of forms use.
const (
	plan      = "checklists/samen-een-plan-maken.html"
	prepare   = "checklists/check-in-voorbereiden.html"
	askedFor  = "programma/belangstelling.html"
	toldForm  = `document.querySelector(".form .acts-told").textContent`
	keptForms = `Object.keys(localStorage).filter((key) => key.includes(":form/"))`
)

// TestForms fills in the plan and the survey of the starter handbook as people do:
// with keys, from a server and from disk.
func TestForms(t *testing.T) {
	b := Start(t)
	root, err := binary.Root()
	must(t, err)
	dir := Build(t, filepath.Join(root, "content"))
	for name, at := range map[string]string{"server": Serve(t, dir, "/handboek/"), "disk": Disk(dir)} {
		t.Run("lacks/"+name, func(t *testing.T) { formLacks(t, b, at) })
		t.Run("file/"+name, func(t *testing.T) { formToFile(t, b, at) })
		t.Run("download/"+name, func(t *testing.T) { formIsDownloaded(t, b, at) })
		t.Run("refuses/"+name, func(t *testing.T) { formRefuses(t, b, at) })
		t.Run("kept/"+name, func(t *testing.T) { formIsKept(t, b, at) })
		t.Run("agenda/"+name, func(t *testing.T) { formToCalendar(t, b, at) })
		t.Run("mail/"+name, func(t *testing.T) { surveyByMail(t, b, at) })
		t.Run("paper/"+name, func(t *testing.T) { formOnPaper(t, b, at) })
		t.Run("without script/"+name, func(t *testing.T) { formWithoutScript(t, b, at) })
	}
	t.Run("axe", func(t *testing.T) { examineForms(t, b, Serve(t, dir, "/")) })
}

// watchForm notes what leaves a page: files, addresses that are followed, prints.
const watchForm = `(() => {
	window.made = []; window.followed = []; window.prints = 0;
	const create = URL.createObjectURL.bind(URL);
	URL.createObjectURL = (blob) => {
		void blob.text().then((text) => made.push({ type: blob.type, text }));
		return create(blob);
	};
	HTMLAnchorElement.prototype.click = function () { followed.push({ href: this.href, name: this.download }); };
	window.print = () => prints++;
	window.confirm = () => true;
	return true;
})()`

// formTab opens a page with a form at a desk.
func formTab(t *testing.T, b *Browser, root, page string) *Tab {
	t.Helper()
	tab := b.Tab(t, root)
	must(t, tab.Screen(1280, 900, false))
	openForm(t, tab, root+page)
	return tab
}

// openForm opens a page and watches it.
func openForm(t *testing.T, tab *Tab, address string) {
	t.Helper()
	must(t, tab.Open(address))
	act(t, tab, watchForm)
}

// made is a file that a page made.
type made struct {
	Type string `json:"type"`
	Text string `json:"text"`
}

// lastMade waits until a page has made n files, and returns the last.
func lastMade(t *testing.T, tab *Tab, n int) made {
	t.Helper()
	waits(t, tab, "the file is there", fmt.Sprintf("made.length === %d", n))
	m, err := Eval[made](tab, "made.at(-1)")
	must(t, err)
	return m
}

// fillPlan fills in what the plan asks for, with keys but for the day: how that is
// typed depends on the language of the browser.
func fillPlan(t *testing.T, tab *Tab, first string) {
	t.Helper()
	for _, step := range []struct{ field, keys string }{
		{"#v-q0", first}, {"#v-q1-0", " "}, {"#v-q2-1", " "}, {"#v-q4", "In het weekend."}, {"#v-q5", "2.5"},
		{"#v-q6", "Op dinsdag, in de pauze."}, {"#v-q7-0", " "}, {"#v-q10", "Robin, 06 12"},
	} {
		focus(t, tab, step.field)
		typeText(t, tab, step.keys)
	}
	setDay(t, tab, "#v-q11", "2027-03-01")
	focus(t, tab, "#v-name0")
	typeText(t, tab, "Thirza")
}

func setDay(t *testing.T, tab *Tab, field, day string) {
	t.Helper()
	act(t, tab, fmt.Sprintf(`(() => {
		const field = document.querySelector(%q);
		field.value = %q;
		return field.dispatchEvent(new Event("input", { bubbles: true }));
	})()`, field, day))
}

// offer opens a file, whose text is a JavaScript expression.
func offer(t *testing.T, tab *Tab, text string) {
	t.Helper()
	act(t, tab, fmt.Sprintf(`(() => {
		document.querySelector(".form .acts-told").textContent = "";
		const files = new DataTransfer();
		files.items.add(new File([%s], "plan.json", { type: "application/json" }));
		const field = document.querySelector(".form input[type=file]");
		field.files = files.files;
		return field.dispatchEvent(new Event("change", { bubbles: true }));
	})()`, text))
	waits(t, tab, "it is told what came of it", toldForm+` !== ""`)
}

// formLacks presses buttons too early.
func formLacks(t *testing.T, b *Browser, root string) {
	tab := formTab(t, b, root, plan)
	focus(t, tab, ".form [data-act=print]")
	must(t, tab.Press(kb.Enter))
	holds(t, tab, "nothing is printed, and it is told why", `prints === 0 && `+toldForm+` === "Kijk nog even naar 9 vragen."`)
	holds(t, tab, "the focus is on the first that lacks something", `document.activeElement.id === "v-q0"`)
	holds(t, tab, "what it lacks belongs to the field",
		`document.activeElement.getAttribute("aria-invalid") === "true" && document.activeElement.getAttribute("aria-describedby").split(" ").some((id) => document.getElementById(id).textContent === "Vul hier nog iets in.")`)
	typeText(t, tab, "Foto’s")
	holds(t, tab, "it is mended while one types", `document.activeElement.getAttribute("aria-describedby") === "v-help0" && !document.activeElement.hasAttribute("aria-invalid")`)
	focus(t, tab, "#v-q5")
	typeText(t, tab, "9")
	focus(t, tab, ".form [data-act=print]")
	must(t, tab.Press(kb.Enter))
	holds(t, tab, "a bound is told", `document.querySelector("#v-q5-fault").textContent === "Dit is te hoog. Het hoogste is 8."`)
	focus(t, tab, ".form [data-act=agenda]")
	must(t, tab.Press(" "))
	holds(t, tab, "the talks need a day", `made.length === 0 && document.activeElement.id === "v-q11" && `+toldForm+`.includes("Wanneer praten jullie weer?")`)
	setDay(t, tab, "#v-q11", "0027-03-01")
	must(t, tab.Click(".form [data-act=agenda]"))
	holds(t, tab, "a year is whole", `made.length === 0 && document.querySelector("#v-q11-fault").textContent.includes("jaartal")`)
	noFaults(t, tab)
}

// formToFile saves what was filled in, and opens it on a page without it.
func formToFile(t *testing.T, b *Browser, root string) {
	tab := formTab(t, b, root, plan)
	before := tab.Requests()
	fillPlan(t, tab, "Foto’s & <b>meer</b>")
	focus(t, tab, ".form [data-act=save]")
	must(t, tab.Press(kb.Enter))
	file := lastMade(t, tab, 1)
	var saved struct {
		Vaandel, Page, Title, Saved string
		Version                     int
		Answers                     []struct{ Question, Answer any }
		Names                       []struct{ Signer, Name, Date string }
	}
	must(t, json.Unmarshal([]byte(file.Text), &saved))
	if saved.Vaandel != "agreement" || saved.Version != 1 || saved.Page != plan || saved.Title != "Samen een plan maken" || len(saved.Answers) != 9 || len(saved.Names) != 2 {
		t.Errorf("saved %s", file.Text)
	}
	if saved.Answers[4].Answer != 2.5 || saved.Names[0].Name != "Thirza" || file.Type != "application/json" {
		t.Errorf("saved %s", file.Text)
	}
	if _, err := time.Parse(time.RFC3339, saved.Saved); err != nil {
		t.Error(err)
	}
	holds(t, tab, "it is a download with a name", `followed.length === 1 && followed[0].href.startsWith("blob:") && /^samen-een-plan-maken-\d{4}-\d\d-\d\dT\d{6}\.json$/.test(followed[0].name)`)
	holds(t, tab, "nothing is kept in the browser", keptForms+`.length === 0`)
	asksNothing(t, tab, before)

	must(t, tab.Reload())
	act(t, tab, watchForm)
	holds(t, tab, "a fresh page is empty", `document.querySelector("#v-q0").value === ""`)
	offer(t, tab, fmt.Sprintf("%q", file.Text))
	holds(t, tab, "all is back", `document.querySelector("#v-q0").value === "Foto’s & <b>meer</b>" && document.querySelector("#v-q1-0").checked && document.querySelector("#v-q5").value === "2.5" && document.querySelector("#v-q7-0").checked && document.querySelector("#v-q11").value === "2027-03-01" && document.querySelector("#v-name0").value === "Thirza"`)
	holds(t, tab, "and told", toldForm+` === "plan.json is open. Je kunt verder."`)
	noFaults(t, tab)
}

// formIsDownloaded saves a file for real: the page's security policy lets it go.
func formIsDownloaded(t *testing.T, b *Browser, root string) {
	tab := b.Tab(t, root)
	dir := t.TempDir()
	must(t, tab.do(call(browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir,
		BrowserContextID: chromedp.FromContext(tab.ctx).BrowserContextID,
	})))
	must(t, tab.Open(root+plan))
	must(t, tab.Click("#v-q0"))
	typeText(t, tab, "Blogs")
	must(t, tab.Click(".form [data-act=save]"))
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		found, err := filepath.Glob(filepath.Join(dir, "samen-een-plan-maken-*.json"))
		must(t, err)
		if len(found) == 1 {
			break
		}
		if time.Now().After(end) {
			t.Fatal("no file came")
		}
	}
	noFaults(t, tab)
}

// formRefuses opens files that are none of this page. What is filled in stays.
func formRefuses(t *testing.T, b *Browser, root string) {
	tab := formTab(t, b, root, plan)
	must(t, tab.Click("#v-q0"))
	typeText(t, tab, "Blijft")
	whole := func(change string) string {
		return `JSON.stringify(Object.assign({ vaandel: "agreement", version: 1, page: "` + plan + `", title: "x", saved: "", answers: [], names: [] }, ` + change + `))`
	}
	for _, c := range []struct{ name, text, told string }{
		{"10 MB", `" ".repeat(10_000_000)`, "groter dan 1 MB"},
		{"no JSON", `"<html>"`, "kunnen we niet lezen"},
		{"nothing", `""`, "kunnen we niet lezen"},
		{"a list", `"[]"`, "niet van een pagina als deze"},
		{"a survey", whole(`{ vaandel: "survey" }`), "niet van een pagina als deze"},
		{"another version", whole(`{ version: 2 }`), "andere versie"},
		{"another page", whole(`{ page: "x.html", title: "<img src=x onerror=alert(1)>" }`), "andere pagina: “<img src=x onerror=alert(1)>”"},
		{"no answers", whole(`{ answers: {} }`), "niet bij deze vragen past"},
		{"an answer that is a map", whole(`{ answers: [{ question: "x", answer: {} }] }`), "niet bij deze vragen past"},
		{"text for a number", whole(`{ answers: [{ question: "Hoeveel uur per week hoogstens?", answer: "veel" }] }`), "niet bij deze vragen past"},
		{"names without end", whole(`{ names: Array(1000).fill({ signer: "", name: "", date: "" }) }`), "niet bij deze vragen past"},
	} {
		offer(t, tab, c.text)
		told, err := Eval[string](tab, toldForm)
		must(t, err)
		if !strings.Contains(told, c.told) {
			t.Errorf("%s: told %q", c.name, told)
		}
		holds(t, tab, c.name+": nothing changed", `document.querySelector("#v-q0").value === "Blijft" && !document.querySelector(".form img")`)
	}
	offer(t, tab, whole(`{ answers: [
		{ question: "Waar heb je zin in?", answer: "<img src=x onerror=alert(1)>" },
		{ question: "Op welke netwerken ben je actief?", answer: ["LinkedIn", "MySpace"] },
		{ question: "Wanneer praten jullie weer?", answer: "ooit" },
		{ question: "Bestaat niet meer", answer: "x" }] }`))
	holds(t, tab, "markup is text", `document.querySelector("#v-q0").value === "<img src=x onerror=alert(1)>" && !document.querySelector(".form img")`)
	holds(t, tab, "what has no place is told", toldForm+`.endsWith("hebben we weggelaten: 3 keer.") && document.querySelector("#v-q1-0").checked`)
	act(t, tab, `(window.confirm = () => false, true)`)
	act(t, tab, `(document.querySelector("#v-q4").value = "Van mij", true)`)
	act(t, tab, `(() => {
		const files = new DataTransfer();
		files.items.add(new File([`+whole(`{}`)+`], "plan.json"));
		const field = document.querySelector(".form input[type=file]");
		field.files = files.files;
		return field.dispatchEvent(new Event("change", { bubbles: true }));
	})()`)
	waits(t, tab, "it has been read", `document.querySelector(".form input[type=file]").files.length === 0`)
	holds(t, tab, "who says no keeps what is there", `document.querySelector("#v-q4").value === "Van mij"`)
	noFaults(t, tab)
}

// formIsKept ticks the box by which the browser keeps what is filled in.
func formIsKept(t *testing.T, b *Browser, root string) {
	tab := formTab(t, b, root, plan)
	must(t, tab.Click("#v-q0"))
	typeText(t, tab, "Blogs")
	holds(t, tab, "nothing is kept unless somebody asks", keptForms+`.length === 0`)
	focus(t, tab, "#v-keep")
	must(t, tab.Press(" "))
	holds(t, tab, "it is kept", keptForms+`.length === 1 && `+keptForms+`[0].endsWith(":form/`+plan+`") && `+toldForm+` !== ""`)
	must(t, tab.Click("#v-q4"))
	typeText(t, tab, "Nooit")
	must(t, tab.Reload())
	holds(t, tab, "it is back", `document.querySelector("#v-q0").value === "Blogs" && document.querySelector("#v-q4").value === "Nooit" && document.querySelector("#v-keep").checked`)

	const other = `window.dispatchEvent(new StorageEvent("storage", { key: ` + keptForms + `[0], newValue: %s }))`
	act(t, tab, fmt.Sprintf(other, `localStorage.getItem(`+keptForms+`[0]).replace("Blogs", "Films")`))
	holds(t, tab, "another tab changed it", `document.querySelector("#v-q0").value === "Films"`)
	act(t, tab, fmt.Sprintf(other, "null"))
	holds(t, tab, "another tab forgot it", `!document.querySelector("#v-keep").checked && document.querySelector("#v-q0").value === "Films"`)

	must(t, tab.Reload())
	must(t, tab.Click("#v-keep"))
	holds(t, tab, "it is forgotten", keptForms+`.length === 0`)
	for _, damaged := range []string{"{", "[]", `{"vaandel":"agreement","version":1,"page":"` + plan + `","answers":[{"question":"Waar heb je zin in?","answer":{}}]}`} {
		act(t, tab, fmt.Sprintf(`(localStorage.setItem("vaandel:1:" + new URL(document.documentElement.dataset.root, location.href).pathname + ":form/%s", %q), true)`, plan, damaged))
		must(t, tab.Reload())
		holds(t, tab, "damage is no harm", `!document.querySelector("#v-keep").checked && document.querySelector("#v-q0").value === ""`)
	}
	noFaults(t, tab)
}

// formToCalendar puts the talks into a calendar, which a parser that is not ours
// must read.
func formToCalendar(t *testing.T, b *Browser, root string) {
	tab := formTab(t, b, root, plan)
	setDay(t, tab, "#v-q11", "2027-03-01")
	focus(t, tab, ".form [data-act=agenda]")
	must(t, tab.Press(kb.Enter))
	series := lastMade(t, tab, 1)
	first := readCalendar(t, series.Text)
	if len(first) != 1 || series.Type != "text/calendar" {
		t.Fatalf("%s: %s", series.Type, series.Text)
	}
	for property, want := range map[ical.ComponentProperty]string{
		ical.ComponentPropertyRrule:    "FREQ=MONTHLY;INTERVAL=3;COUNT=4",
		ical.ComponentPropertySummary:  "Hoe gaat het als ambassadeur?",
		ical.ComponentPropertyUniqueId: "2027-03-01T1000-checklists/samen-een-plan-maken.html@vaandel",
		"DURATION":                     "PT30M",
	} {
		if got := first[0].GetProperty(property); got == nil || got.Value != want {
			t.Errorf("%s is %v, not %s", property, got, want)
		}
	}
	for _, want := range []string{
		"\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\n", "\r\nDTSTART;TZID=Europe/Amsterdam:20270301T100000\r\n",
		"\r\nPRODID:", "\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n",
	} {
		if !strings.Contains(series.Text, want) {
			t.Errorf("there is no %q in %s", want, series.Text)
		}
	}
	start, err := first[0].GetStartAt()
	if err != nil || start.UTC().Format(time.RFC3339) != "2027-03-01T09:00:00Z" {
		t.Errorf("begins at %s, %v", start, err)
	}
	holds(t, tab, "it is told", toldForm+` === "4 gesprekken, het eerste op 1 maart 2027. Open samen-een-plan-maken.ics bij je downloads, dan staan ze in je agenda."`)
	if again := pressAgain(t, tab, 2); stamp.ReplaceAllString(again, "") != stamp.ReplaceAllString(series.Text, "") {
		t.Errorf("the same talks are others: %s", again)
	}

	// A rule would pass over February.
	setDay(t, tab, "#v-q11", "2027-11-30")
	act(t, tab, `(document.querySelector(".form [data-act=agenda]").dataset.title = "Één; twee, drie\\\nvier ".repeat(9), true)`)
	var days []string
	talks := readCalendar(t, pressAgain(t, tab, 3))
	ids := map[string]bool{}
	for _, e := range talks {
		start, err := e.GetStartAt()
		must(t, err)
		days = append(days, start.Format(time.DateOnly))
		ids[e.Id()] = true
		if got := e.GetProperty(ical.ComponentPropertySummary).Value; got != strings.Repeat("Één; twee, drie\\\nvier ", 9) {
			t.Errorf("the title became %q", got)
		}
	}
	if got := strings.Join(days, " "); got != "2027-11-30 2028-02-29 2028-05-30 2028-08-30" || len(ids) != 4 {
		t.Errorf("talks on %s, %d ids", got, len(ids))
	}
	noFaults(t, tab)
}

// stamp is when a calendar was made.
var stamp = regexp.MustCompile(`DTSTAMP:\d{8}T\d{6}Z`)

func pressAgain(t *testing.T, tab *Tab, n int) string {
	t.Helper()
	must(t, tab.Click(".form [data-act=agenda]"))
	return lastMade(t, tab, n).Text
}

// readCalendar holds the lines of a calendar against RFC 5545 and reads it.
func readCalendar(t *testing.T, text string) []*ical.VEvent {
	t.Helper()
	if !strings.HasSuffix(text, "\r\n") || strings.Count(text, "\n") != strings.Count(text, "\r\n") || strings.Count(text, "\r") != strings.Count(text, "\r\n") {
		t.Errorf("a line does not end in CRLF: %q", text)
	}
	for line := range strings.SplitSeq(text, "\r\n") {
		if len(line) > 75 {
			t.Errorf("%d bytes on a line: %q", len(line), line)
		}
	}
	if !stamp.MatchString(text) {
		t.Errorf("no moment in %s", text)
	}
	c, err := ical.ParseCalendar(strings.NewReader(text))
	must(t, err)
	return c.Events()
}

// surveyByMail answers the survey and mails it. A long answer takes a file.
func surveyByMail(t *testing.T, b *Browser, root string) {
	tab := formTab(t, b, root, askedFor)
	before := tab.Requests()
	focus(t, tab, ".form [data-act=mail]")
	must(t, tab.Press(kb.Enter))
	holds(t, tab, "it lacks answers", `followed.length === 0 && document.activeElement.id === "v-q0-0" && `+toldForm+` === "Kijk nog even naar 3 vragen."`)
	focus(t, tab, ".form [data-act=save]")
	must(t, tab.Press(kb.Enter))
	holds(t, tab, "nor is it saved", `made.length === 0 && document.activeElement.id === "v-q0-0"`)
	for _, field := range []string{"#v-q0-0", "#v-q1-0", "#v-q2-0", "#v-q3-0", "#v-q3-1"} {
		focus(t, tab, field)
		must(t, tab.Press(" "))
	}
	focus(t, tab, "#v-q5")
	typeText(t, tab, "Mijn collega's & ik: 100% zin!")
	focus(t, tab, ".form [data-act=mail]")
	must(t, tab.Press(kb.Enter))
	address, err := Eval[string](tab, "followed.at(-1).href")
	must(t, err)
	mail, err := url.Parse(address)
	must(t, err)
	body := mail.Query().Get("body")
	if mail.Scheme != "mailto" || mail.Opaque != "ambassadeurs@voorbeeld.example" || mail.Query().Get("subject") != "Wie heeft er zin in?" {
		t.Errorf("mails %s", address)
	}
	for _, want := range []string{"Op welke afdeling werk je?\r\nKlantenservice\r\n\r\n", "\r\nKorte berichten\r\nFoto’s\r\n", "Mijn collega's & ik: 100% zin!"} {
		if !strings.Contains(body, want) {
			t.Errorf("there is no %q in %q", want, body)
		}
	}
	must(t, tab.Click("#v-q5"))
	act(t, tab, `(document.activeElement.value = "é".repeat(400), true)`)
	must(t, tab.Click(".form [data-act=mail]"))
	holds(t, tab, "it is too long", `followed.length === 1 && `+toldForm+`.startsWith("Dit is te lang voor een mail.") && document.activeElement.matches("[data-act=save]")`)
	must(t, tab.Press(kb.Enter))
	var saved struct {
		Vaandel  string
		MinGroup int `json:"min_group"`
		Answers  []struct {
			Type    string
			Options []string
		}
	}
	must(t, json.Unmarshal([]byte(lastMade(t, tab, 1).Text), &saved))
	if saved.Vaandel != "survey" || saved.MinGroup != 5 || len(saved.Answers) != 5 || saved.Answers[0].Type != "choice" || len(saved.Answers[0].Options) != 7 {
		t.Errorf("saved %+v", saved)
	}
	holds(t, tab, "nothing is kept", keptForms+`.length === 0`)
	asksNothing(t, tab, before)
	noFaults(t, tab)
}

// asksNothing holds that a page asked for nothing since, but for what the browser
// and the box to search in load when the focus passes them.
func asksNothing(t *testing.T, tab *Tab, before []string) {
	t.Helper()
	for _, address := range tab.Requests()[len(before):] {
		if !passed.MatchString(address) {
			t.Errorf("the form asks for %s", address)
		}
	}
}

var passed = regexp.MustCompile(`/assets/(favicon|reader|panel)-\w+\.\w+$|/assets/search/[\w-]+\.js(\?\d+)?$`)

// sheet matches a page of a PDF.
var sheet = regexp.MustCompile(`/Type /Page\b`)

// formOnPaper prints a plan, which is one sheet, and the sheet for oneself.
func formOnPaper(t *testing.T, b *Browser, root string) {
	tab := formTab(t, b, root, plan)
	fillPlan(t, tab, strings.Repeat("Foto’s van de werkplaats. ", 12))
	focus(t, tab, ".form [data-act=print]")
	must(t, tab.Press(kb.Enter))
	holds(t, tab, "it is printed", `prints === 1`)
	act(t, tab, `window.dispatchEvent(new Event("beforeprint"))`)
	holds(t, tab, "what was left open is left out", `document.querySelectorAll(".paper-answers > div").length === 9`)
	holds(t, tab, "answers are in words", `[...document.querySelectorAll(".paper dd")].some((dd) => dd.textContent === "1 maart 2027") && document.querySelector(".paper").textContent.includes("2,5 uur")`)
	holds(t, tab, "both sign", `document.querySelectorAll(".paper-signature").length === 2 && document.querySelector(".paper-signers").textContent.includes("Thirza")`)
	act(t, tab, `window.dispatchEvent(new Event("afterprint"))`)
	holds(t, tab, "the page is as it was", `document.querySelector(".paper") === null`)
	pages(t, tab, 1)

	tab = formTab(t, b, root, prepare)
	holds(t, tab, "nobody signs", `document.querySelectorAll(".form textarea").length === 6 && document.querySelector(".signers") === null`)
	focus(t, tab, "#v-q2")
	typeText(t, tab, "De reacties.")
	pages(t, tab, 1)
	noFaults(t, tab)
}

// pages prints a page and counts the sheets.
func pages(t *testing.T, tab *Tab, want int) {
	t.Helper()
	pdf, err := printed(tab)
	must(t, err)
	if got := len(sheet.FindAll(pdf, -1)); got != want {
		t.Errorf("%d sheets, not %d", got, want)
	}
}

// formWithoutScript fills in a form; there are no buttons, as they would do
// nothing.
func formWithoutScript(t *testing.T, b *Browser, root string) {
	tab := b.Tab(t, root)
	must(t, tab.Scripts(false))
	must(t, tab.Open(root+askedFor))
	must(t, tab.Click("#v-q0-0"))
	holds(t, tab, "an answer is chosen", `document.querySelector("#v-q0-0").checked`)
	holds(t, tab, "there are no buttons", `[...document.querySelectorAll(".form button, #v-keep")].every((each) => getComputedStyle(each).visibility === "hidden")`)
	noFaults(t, tab)
}

// examineForms runs axe-core on forms that are filled in, and that lack answers.
func examineForms(t *testing.T, b *Browser, root string) {
	axe := LoadAxe(t)
	tab := b.Tab(t, root)
	must(t, tab.bypassCSP())
	for _, address := range []string{plan, askedFor} {
		must(t, tab.Screen(1280, 900, false))
		openForm(t, tab, root+address)
		must(t, tab.Click(".form .acts > .button"))
		holds(t, tab, "there are faults", `document.querySelectorAll(".questions-fault").length > 2`)
		look(t, tab, axe, address+" with faults")
		must(t, tab.Screen(1280, 900, false))
		openForm(t, tab, root+address)
		if address == plan {
			fillPlan(t, tab, "Foto’s")
		}
		must(t, tab.Click("#v-keep"))
		look(t, tab, axe, address+" filled in")
	}
}

func look(t *testing.T, tab *Tab, axe Axe, what string) {
	t.Helper()
	found, err := axe.Look(tab, Looks[:])
	must(t, err)
	for _, fault := range found {
		t.Errorf("%s: %s", what, fault)
	}
}

// printed returns the page as it is printed, a PDF.
func printed(tab *Tab) ([]byte, error) {
	ctx, cancel := context.WithTimeout(tab.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, func(ctx context.Context, target *chromedp.Target) ([]byte, error) {
		result, err := cdp.Call(ctx, target, page.PrintToPDF, page.PrintToPDFParams{PaperWidth: 8.27, PaperHeight: 11.69})
		if err != nil {
			return nil, err
		}
		return result.Data, nil
	})
}
