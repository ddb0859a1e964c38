package main

import (
	"context"
	"fmt"
	"net"
	"net/url"
	"os/exec"
	"runtime"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"vaandel/builder/diag"
	"vaandel/builder/preview"
)

// serveFlags are the flags of serve.
type serveFlags struct {
	buildFlags
	addr              string
	open, poll        bool
	noEdit, allowEdit bool
	editor            string
}

// usualAddr is where the preview is, unless its port is taken.
const usualAddr = "127.0.0.1:1313"

func (c *console) serveCommand() *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   text{NL: "serve [MAP]", EN: "serve [DIR]"}.In(c.lang),
		Short: text{NL: "laat je handboek zien terwijl je schrijft", EN: "shows your handbook while you write"}.In(c.lang),
		Long: text{
			NL: "Opent je handboek in de browser. Bewaar je een tekst, dan zie je meteen wat er\n" +
				"verandert. Schrijven kan ook in de browser: kies Bewerk. Je bent de enige die het\n" +
				"ziet. Stoppen doe je met Ctrl+C, of door het venster te sluiten.",
			EN: "Opens your handbook in the browser. When you save a text, you see at once what\n" +
				"changes. You can write in the browser, too: choose Edit. Nobody else sees it. Stop\n" +
				"with Ctrl+C, or close the window."}.In(c.lang),
		Example: text{
			NL: "  vaandel serve\n  vaandel serve handboek --drafts",
			EN: "  vaandel serve\n  vaandel serve handbook --drafts"}.In(c.lang),
		Args: c.arguments(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := usualContent
			if len(args) > 0 {
				dir = args[0]
			}
			return c.serve(cmd.Context(), dir, f)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	say := func(nl, en string) string { return text{NL: nl, EN: en}.In(c.lang) }
	flags.StringVar(&f.addr, "addr", usualAddr, say("`ADRES` van het voorbeeld (gewoonlijk 127.0.0.1:1313)", "`ADDRESS` of the preview (127.0.0.1:1313, unless you name one)"))
	flags.StringVar(&f.basePath, "base-path", "", say("`PAD` van de site op de webserver: /handboek/", "`PATH` of the site on the web server: /handbook/"))
	flags.StringVar(&f.theme, "theme", "", say("`NAAM` van een thema, of de map met je eigen thema", "`NAME` of a theme, or the folder with one of your own"))
	flags.BoolVar(&f.drafts, "drafts", false, say("neem ook pagina's mee die nog een concept zijn", "take in pages that are drafts, too"))
	flags.BoolVar(&f.open, "open", true, say("open de browser", "open the browser"))
	flags.BoolVar(&f.poll, "poll", false, say("kijk zelf steeds of er iets verandert, voor netwerkschijven", "keep looking for changes, for network drives"))
	flags.StringVar(&f.editor, "editor", "", say("`PROGRAMMA` dat een tekst opent als je op een fout klikt: vscode, of een opdracht met {file} en {line}", "`PROGRAM` that opens a text when you click a mistake: vscode, or a command with {file} and {line}"))
	flags.BoolVar(&f.noEdit, "no-edit", false, say("laat niemand in de browser schrijven", "let nobody write in the browser"))
	flags.BoolVar(&f.allowEdit, "allow-edit", false, say("laat ook andere computers schrijven, als --addr hen toelaat", "let other computers write, too, where --addr lets them in"))
	flags.StringVar(&c.langFlag, "lang", "", say("`TAAL` van meldingen, en van een handboek zonder taal: nl of en", "`LANG` of messages, and of a handbook without one: nl or en"))
	return cmd
}

// serve shows the handbook in dir until somebody stops it.
func (c *console) serve(ctx context.Context, dir string, f serveFlags) error {
	f.out = "public" // which serve does not write; the check of flags wants one
	o, err := c.buildOptions(dir, f.buildFlags)
	if err != nil {
		return err
	}
	if _, _, err := net.SplitHostPort(f.addr); err != nil {
		return usage(text{
			NL: "Het adres %[1]s kan zo niet.",
			EN: "The address %[1]s can't be written like this."}, text{
			NL: "Schrijf een adres en een poort, zo: --addr 127.0.0.1:1313",
			EN: "Write an address and a port, like this: --addr 127.0.0.1:1313"}, f.addr)
	}
	lines := newTeller()
	defer lines.stop()
	s, err := preview.New(preview.Options{
		Build: o, Addr: f.addr, Poll: f.poll, Lang: c.langFlag,
		NoEdit: f.noEdit, AllowEdit: f.allowEdit, Editor: f.editor,
		Built: func(b preview.Build) {
			if b.First {
				c.built(dir, b) // it decides on the language
			} else {
				lines.tell(func() { c.built(dir, b) })
			}
		},
	})
	if err != nil {
		return themeOfHandbook(err, f.buildFlags)
	}
	err = s.Run(ctx, func() {
		c.tellPort(f.addr, s.URL())
		fmt.Fprintln(c.stdout, text{
			NL: "Je handboek staat op %[1]s\nLaat dit venster open zolang je schrijft. Klaar? Sluit het venster, of druk op Ctrl+C.",
			EN: "Your handbook is at %[1]s\nLeave this window open while you write. Done? Close it, or press Ctrl+C."}.With(s.URL()).In(c.lang))
		if f.open {
			openBrowser(s.URL())
		}
	})
	if ctx.Err() != nil {
		return nil // it was asked to stop
	}
	return err
}

// tellPort tells that the preview has another port than the one that was asked for.
func (c *console) tellPort(asked, address string) {
	_, name, _ := net.SplitHostPort(asked)
	port, err := net.LookupPort("tcp", name)
	at, other := url.Parse(address)
	if err != nil || other != nil || port == 0 || strconv.Itoa(port) == at.Port() {
		return
	}
	fmt.Fprintln(c.stdout, text{
		NL: "Poort %[1]s is al in gebruik, misschien door een ander voorbeeld. Daarom nemen we poort %[2]s.",
		EN: "Port %[1]s is in use already, perhaps by another preview. So we take port %[2]s."}.With(strconv.Itoa(port), at.Port()).In(c.lang))
}

// built tells of a build in a line: what is wrong stands in the browser, with its
// place.
func (c *console) built(dir string, b preview.Build) {
	switch {
	case b.Err != nil:
		fmt.Fprintln(c.stderr, b.Err)
	case b.First:
		c.lang = c.messageLang(dir, b.Result)
	case b.Changed:
		errs, warnings := diag.Count(b.Result.Diagnostics)
		fmt.Fprintln(c.stdout, text{
			NL: "%[1]s  bijgewerkt in %[2]d ms, %[3]s",
			EN: "%[1]s  updated in %[2]d ms, %[3]s"}.
			With(time.Now().Format(time.TimeOnly), b.Took.Milliseconds(), mistakes(c.lang, errs, warnings)).In(c.lang))
	}
}

// openBrowser opens an address in the browser that the user likes. Where that can't
// be done, the address stands in the window.
func openBrowser(address string) {
	var cmd *exec.Cmd
	switch runtime.GOOS {
	case "windows":
		cmd = exec.Command("rundll32", "url.dll,FileProtocolHandler", address)
	case "darwin":
		cmd = exec.Command("open", address)
	default:
		cmd = exec.Command("xdg-open", address)
	}
	if cmd.Start() == nil {
		go cmd.Wait()
	}
}
