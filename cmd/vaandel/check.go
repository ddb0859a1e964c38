package main

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"vaandel/builder"
	"vaandel/builder/check"
	"vaandel/builder/diag"
	"vaandel/builder/meta"
)

// checkFlags are the flags of check.
type checkFlags struct {
	format, out, today, theme string
	only, skip                []string
	external, strict          bool
}

// checkFormats are the forms in which check tells what it found.
var checkFormats = []string{"text", "json", "sarif", "github", "html"}

func (c *console) checkCommand() *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   text{NL: "check [MAP]", EN: "check [DIR]"}.In(c.lang),
		Short: text{NL: "leest je handboek na", EN: "proofreads your handbook"}.In(c.lang),
		Long: text{
			NL: "Leest je handboek na zoals een eindredacteur dat doet: pagina's waar niets naartoe\n" +
				"leidt, waar niemand over gaat of die lang niet zijn nagelezen, vertalingen die\n" +
				"achterlopen. Er verandert niets aan je teksten of je site.",
			EN: "Proofreads your handbook as an editor-in-chief would: pages that nothing leads to,\n" +
				"that nobody looks after or has read for long, translations that are behind.\n" +
				"Nothing changes in your texts or your site."}.In(c.lang),
		Example: text{
			NL: "  vaandel check\n  vaandel check --format html --out controle.html\n  vaandel check --only links --external",
			EN: "  vaandel check\n  vaandel check --format html --out report.html\n  vaandel check --only links --external"}.In(c.lang),
		Args: c.arguments(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := usualContent
			if len(args) > 0 {
				dir = args[0]
			}
			return c.check(cmd.Context(), dir, f)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	say := func(nl, en string) string { return text{NL: nl, EN: en}.In(c.lang) }
	flags.StringVar(&f.format, "format", "text", say("`VORM`: text, html (om rond te sturen), github, sarif of json", "`FORM`: text, html (to send round), github, sarif or json"))
	flags.StringVar(&f.out, "out", "", say("`BESTAND` om in te schrijven, in plaats van op het scherm", "`FILE` to write into, instead of the screen"))
	flags.StringSliceVar(&f.only, "only", nil, say("zoek alleen naar deze `REGELS`, met komma's ertussen", "look for these `RULES` only, with commas between them"))
	flags.StringSliceVar(&f.skip, "skip", nil, say("sla deze `REGELS` over", "leave out these `RULES`"))
	flags.BoolVar(&f.external, "external", false, say("vraag andere sites of links naar hen nog werken", "ask other sites whether links to them still work"))
	flags.StringVar(&f.today, "today", "", say("`DATUM` die als vandaag telt: 2026-01-31", "`DATE` that counts as today: 2026-01-31"))
	flags.StringVar(&f.theme, "theme", "", say("`NAAM` van een thema, of de map met je eigen thema", "`NAME` of a theme, or the folder with one of your own"))
	flags.BoolVar(&f.strict, "strict", false, say("laat de opdracht ook bij een waarschuwing mislukken", "let the command fail where there is a warning, too"))
	flags.StringVar(&c.langFlag, "lang", "", langUsage.In(c.lang))
	return cmd
}

// check checks the handbook in dir and tells what it found.
func (c *console) check(ctx context.Context, dir string, f checkFlags) error {
	o, rules, err := c.checkOptions(dir, f)
	if err != nil {
		return err
	}
	bar := c.startProgress(true)
	o.Progress, rules.Asked = bar.told, func(done, total int) { bar.told(builder.StageCheck, done, total) }
	var notes []text
	rules.Note = func(note text) { notes = append(notes, note) }
	result, err := runCheck(ctx, o, rules)
	bar.stop()
	if ctx.Err() != nil {
		return &fault{code: exitInterrupted, what: interruptedCheck}
	}
	if err != nil {
		return themeOfHandbook(err, buildFlags{theme: f.theme})
	}
	c.lang = c.messageLang(dir, result)
	code := exitFine
	if errs, warnings := diag.Count(result.Diagnostics); errs > 0 || warnings > 0 && f.strict {
		code = exitContent
	}
	if err := c.tellCheck(dir, f, result, notes, code, o.Now.Format(time.DateOnly)); err != nil {
		return err
	}
	if code != exitFine {
		return status(code)
	}
	return nil
}

// runCheck checks once.
func runCheck(ctx context.Context, o builder.Options, rules check.Options) (*builder.Result, error) {
	engine, err := builder.New(o)
	if err != nil {
		return nil, err
	}
	defer engine.Close()
	return engine.Check(ctx, rules)
}

// checkOptions checks the flags and turns them into options.
func (c *console) checkOptions(dir string, f checkFlags) (o builder.Options, rules check.Options, err error) {
	o = builder.Options{Content: dir, Theme: f.theme, Lang: c.langFlag}
	rules = check.Options{Only: f.only, Skip: f.skip, External: f.external}
	if err := c.checkLang(); err != nil {
		return o, rules, err
	}
	if !slices.Contains(checkFormats, f.format) {
		hint := text{NL: "Kies uit: %[2]s.", EN: "Choose from: %[2]s."}
		near, ok := diag.Nearest(f.format, checkFormats)
		if ok {
			hint = meant
		}
		return o, rules, usage(text{
			NL: "De vorm %[3]q kennen we niet.",
			EN: "We don't know the form %[3]q."}, hint, near, strings.Join(checkFormats, ", "), f.format)
	}
	for _, name := range slices.Concat(f.only, f.skip) {
		if err := knownCheck(name); err != nil {
			return o, rules, err
		}
	}
	if f.today == "" {
		if o.Now, err = c.epoch(); o.Now.IsZero() {
			o.Now = time.Now()
		}
		return o, rules, err
	}
	if !meta.Date(f.today) {
		return o, rules, usage(text{
			NL: "Achter --today staat %[1]q. Dat is geen datum.",
			EN: "--today says %[1]q. That is not a date."}, text{
			NL: "Schrijf de datum zo: --today 2026-01-31",
			EN: "Write the date like this: --today 2026-01-31"}, f.today)
	}
	o.Now, err = time.Parse(time.DateOnly, f.today)
	return o, rules, err
}

// knownCheck refuses the name of a rule that there is not.
func knownCheck(name string) error {
	names := check.Names()
	if slices.Contains(names, name) {
		return nil
	}
	what := text{
		NL: "Een controle die %[2]q heet, kennen we niet.",
		EN: "We don't know a check called %[2]q."}
	if near, ok := diag.Nearest(name, names); ok {
		return usage(what, meant, near, name)
	}
	var families []string
	for _, f := range check.Families() {
		families = append(families, string(f))
	}
	return usage(what, text{
		NL: "Kies een groep (%[1]s), of de naam die achter een melding staat.",
		EN: "Choose a group (%[1]s), or the name that stands behind a finding."}, strings.Join(families, ", "), name)
}

var interruptedCheck = text{
	NL: "Gestopt. Er is niets veranderd.",
	EN: "Stopped. Nothing has changed."}
