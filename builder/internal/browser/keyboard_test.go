package browser

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// walkAll does with the keyboard alone what people come for. At each stop on the
// way the focus must be seen (WCAG 2.2, 2.4.7 and 2.4.11).
func walkAll(t *testing.T, b *Browser, root string) {
	for name, walk := range map[string]func(*testing.T, *Tab, string){
		"skip": skip, "post": walkToPost, "learn": walkToLearn, "picture": walkToPicture,
		"booklet": walkToBooklet, "language": walkToLanguage, "menu": walkToMenu,
	} {
		t.Run(name, func(t *testing.T) {
			tab := b.Tab(t, root)
			must(t, tab.Screen(1280, 900, false))
			walk(t, tab, root)
			noFaults(t, tab)
		})
	}
}

// walkRound goes by Tab from the top of a page to its end, on a telephone and at
// a desk.
func walkRound(t *testing.T, b *Browser, root string) {
	for width, pages := range map[int64][]string{
		360:  {"index.html", "contenttypen/informeel.html", "checklists/samen-een-plan-maken.html", "delen/open-dag.html"},
		1280: {"beleid/werktijd-en-afspraken.html", "training/basis/lengte.html", "programma/cijfers.html"},
	} {
		b.Each(t, pages, []string{root}, func(tab *Tab, i int) error {
			if err := errors.Join(tab.Screen(width, 640, false), tab.Open(root+pages[i])); err != nil {
				return err
			}
			faults, err := goRound(tab)
			for _, fault := range faults {
				t.Errorf("%s at %d px: %s", pages[i], width, fault)
			}
			return err
		})
	}
}

// TestFocusIsSeen holds that a focus which nobody can see is told, and one which
// leads nowhere.
func TestFocusIsSeen(t *testing.T) {
	b := Start(t)
	dir := folder(t, map[string]string{
		"p.svg": icon,
		"style.css": `#bar { position: fixed; inset: 0 0 auto 0; height: 90px; background: grey }
			#plain { outline: none } #out { position: absolute; left: -500px } main { padding-top: 200px }`,
		"index.html": document("", `<link rel="stylesheet" href="style.css"><a id="under" href="#top">Onder</a><div id="bar"></div>
			<main><a id="plain" href="#top">Kaal</a> <a id="out" href="#top">Weg</a> <a id="good" href="#top">Goed</a></main>`),
	})
	tab := b.Tab(t)
	must(t, tab.Open(Serve(t, dir, "/")+"index.html"))
	faults, err := goRound(tab)
	must(t, err)
	found := strings.Join(faults, "\n")
	for _, want := range []string{`beneath something: <a id="under"`, `not marked: <a id="plain"`, `out of the window, beneath something: <a id="out"`} {
		if !strings.Contains(found, want) {
			t.Errorf("not found: %s\nin:\n%s", want, found)
		}
	}
	if len(faults) != 3 {
		t.Errorf("found %q", faults)
	}
}

// skip goes from the top of the home page into the text by the skip link.
func skip(t *testing.T, tab *Tab, root string) {
	must(t, tab.Open(root+"index.html"))
	must(t, tab.Press(kb.Tab))
	holds(t, tab, "the first stop is a link within the page", `document.activeElement.matches("a[href^='#']")`)
	holds(t, tab, "it can be seen while it has the focus", seen)
	must(t, tab.Press(kb.Enter))
	must(t, tab.Press(kb.Tab))
	holds(t, tab, "the next stop is in the text", `document.activeElement.closest("main") !== null`)
}

// walkToPost goes from what one wants to the kind of message, to its checklist,
// ticks a box and comes back to find it ticked.
func walkToPost(t *testing.T, tab *Tab, root string) {
	must(t, tab.Open(root+"index.html"))
	follow(t, tab, `.intent a[href="contenttypen/index.html"]`)
	follow(t, tab, `.type .card-title a`)
	follow(t, tab, `.decision-check a`)
	focus(t, tab, `fieldset input[type=checkbox]`)
	must(t, tab.Press(" "))
	ticked(t, tab, true, "after pressing Space")
	list, err := tab.Location()
	must(t, err)
	reach(t, tab, tab.Back, `.trail a`)
	enter(t, tab)
	_, err = Eval[bool](tab, `(history.back(), true)`)
	must(t, err)
	must(t, tab.Wait(fmt.Sprintf("location.href === %q && document.readyState === 'complete'", list)))
	ticked(t, tab, true, "after coming back")
}

// walkToLearn answers the question of a lesson, opens the answer and goes on to
// the next lesson.
func walkToLearn(t *testing.T, tab *Tab, root string) {
	must(t, tab.Open(root+"training/basis/lengte.html"))
	focus(t, tab, `.quiz input`)
	must(t, tab.Press(" "))
	holds(t, tab, "an answer is chosen", `document.querySelector(".quiz input:checked") !== null`)
	focus(t, tab, `.quiz summary`)
	must(t, tab.Press(kb.Enter))
	holds(t, tab, "the answer is there", `document.activeElement.parentElement.open`)
	follow(t, tab, `.pager-next`)
	holds(t, tab, "it is the fourth lesson", `document.querySelectorAll(".course-line .reached").length === 4`)
}

// walkToPicture downloads a picture in the size of a network.
func walkToPicture(t *testing.T, tab *Tab, root string) {
	must(t, tab.Open(root+"toolkit/beelden/index.html"))
	_, err := Eval[bool](tab, `(addEventListener("click", (e) => { document.title = e.target.closest("a[download]").href; e.preventDefault(); }), true)`)
	must(t, err)
	focus(t, tab, `.downloads li + li a[download]`)
	must(t, tab.Press(kb.Enter))
	holds(t, tab, "the link gives its file", `document.title === document.activeElement.href`)
}

// walkToBooklet goes from a section to its booklet and prints it.
func walkToBooklet(t *testing.T, tab *Tab, root string) {
	must(t, tab.Open(root+"beleid/index.html"))
	follow(t, tab, `.byline a[href="alles.html"]`)
	_, err := Eval[bool](tab, `(window.print = () => { document.title = "printed"; }, true)`)
	must(t, err)
	focus(t, tab, `vaandel-print button`)
	must(t, tab.Press(kb.Enter))
	holds(t, tab, "the button prints", `document.title === "printed"`)
}

// walkToLanguage goes to the English handbook and back.
func walkToLanguage(t *testing.T, tab *Tab, root string) {
	must(t, tab.Open(root+"beleid/uitgangspunten.html"))
	follow(t, tab, `.languages a[lang=en]`)
	holds(t, tab, "it is in English", `document.documentElement.lang === "en"`)
	follow(t, tab, `.languages a[lang=nl]`)
	holds(t, tab, "it is in Dutch", `document.documentElement.lang === "nl"`)
}

// walkToMenu opens the menu of a telephone and follows it.
func walkToMenu(t *testing.T, tab *Tab, root string) {
	must(t, tab.Screen(360, 640, false))
	must(t, tab.Open(root+"index.html"))
	focus(t, tab, `.banner summary`)
	must(t, tab.Press(kb.Enter))
	follow(t, tab, `.sections a[href="beleid/index.html"]`)
	holds(t, tab, "the section is marked", `document.querySelector(".sections a[aria-current]") !== null`)
}

// goRound presses Tab until the focus leaves the page, and tells what is wrong
// with the stops on the way.
func goRound(tab *Tab) (faults []string, err error) {
	const most = 300
	for range most {
		if err := tab.Press(kb.Tab); err != nil {
			return faults, err
		}
		fault, err := Eval[string](tab, unseenFocus)
		if err != nil || fault == left {
			return faults, err
		}
		if fault != "" {
			faults = append(faults, fault)
		}
	}
	return append(faults, fmt.Sprintf("%d times Tab did not lead out of it", most)), nil
}

// follow goes to a link by Tab and opens its page.
func follow(t *testing.T, tab *Tab, selector string) {
	t.Helper()
	focus(t, tab, selector)
	enter(t, tab)
}

// enter opens the page of the focused link.
func enter(t *testing.T, tab *Tab) {
	t.Helper()
	target, err := Eval[string](tab, "document.activeElement.href")
	must(t, err)
	must(t, tab.Press(kb.Enter))
	must(t, tab.Wait(fmt.Sprintf("location.href === %q && document.readyState === 'complete'", target)))
}

// focus presses Tab until the focus is on what the selector finds.
func focus(t *testing.T, tab *Tab, selector string) {
	t.Helper()
	reach(t, tab, func() error { return tab.Press(kb.Tab) }, selector)
}

// reach presses a key until the focus is on what the selector finds. Each stop on
// the way must be seen.
func reach(t *testing.T, tab *Tab, press func() error, selector string) {
	t.Helper()
	for range 200 {
		must(t, press())
		fault, err := Eval[string](tab, unseenFocus)
		must(t, err)
		if fault != "" && fault != left {
			t.Error(fault)
		}
		found, err := Eval[bool](tab, fmt.Sprintf("document.activeElement.matches(%q)", selector))
		must(t, err)
		if found {
			return
		}
	}
	t.Fatalf("200 keys did not lead to %s", selector)
}

// tabTo presses Tab until the condition holds, at most 200 times.
func tabTo(t *testing.T, tab *Tab, condition string) {
	t.Helper()
	for range 200 {
		must(t, tab.Press(kb.Tab))
		found, err := Eval[bool](tab, condition)
		must(t, err)
		if found {
			return
		}
	}
	t.Fatalf("200 times Tab did not lead to: %s", condition)
}

const (
	// left is said of a focus that is on no element.
	left = "left"
	// seen tells whether the focused element stands in the window.
	seen = `(() => {
		const box = document.activeElement.getBoundingClientRect();
		return box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0 &&
			box.left < innerWidth && box.top < innerHeight;
	})()`
	// marked tells whether the focused element looks focused, itself or by what
	// its style puts over it.
	marked = `[null, "::before", "::after"].some((part) => {
		const style = getComputedStyle(document.activeElement, part);
		return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
	})`
	// bare tells whether the focused element is not wholly beneath others.
	bare = `[...document.activeElement.getClientRects()].some((box) => [0.1, 0.5, 0.9].some((x) => [0.1, 0.5, 0.9].some((y) => {
		const top = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
		return top !== null && document.activeElement.contains(top);
	})))`
	// unseenFocus says what is wrong with the focus: "" for nothing.
	unseenFocus = `(() => {
		const at = document.activeElement;
		if (at === document.body || !at) return "` + left + `";
		const wrong = [];
		if (!` + seen + `) wrong.push("out of the window");
		if (!` + marked + `) wrong.push("not marked");
		if (!` + bare + `) wrong.push("beneath something");
		return wrong.length ? "the focus is " + wrong.join(", ") + ": " + at.outerHTML.slice(0, 160) : "";
	})()`
)
