package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"vaandel/builder"
	"vaandel/builder/diag"
	"vaandel/builder/handbook"
	"vaandel/builder/theme"
)

// buildFlags are the flags of build.
type buildFlags struct {
	out, basePath, theme             string
	drafts, strict, keepGoing, quiet bool
	json                             bool // read by run
}

func (c *console) buildCommand() *cobra.Command {
	var f buildFlags
	cmd := &cobra.Command{
		Use:   text{NL: "build [MAP]", EN: "build [DIR]"}.In(c.lang),
		Short: text{NL: "bouwt de site van je handboek", EN: "builds the site of your handbook"}.In(c.lang),
		Long: text{
			NL: "Bouwt van de map met je handboek (gewoonlijk content) een website.\n" +
				"Staat er een fout in? Dan blijft de vorige versie van de site staan.",
			EN: "Builds a website of the folder with your handbook (content, unless you name one).\n" +
				"Is there an error in it? Then the last version of the site stays."}.In(c.lang),
		Example: text{
			NL: "  vaandel build\n  vaandel build handboek --out site --base-path /handboek/",
			EN: "  vaandel build\n  vaandel build handbook --out site --base-path /handbook/"}.In(c.lang),
		Args: c.arguments(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := usualContent
			if len(args) > 0 {
				dir = args[0]
			}
			return c.build(cmd.Context(), dir, f)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	say := func(nl, en string) string { return text{NL: nl, EN: en}.In(c.lang) }
	flags.StringVar(&f.out, "out", "public", say("`MAP` voor de site (gewoonlijk public)", "`DIR` for the site (public, unless you name one)"))
	flags.StringVar(&f.basePath, "base-path", "", say("`PAD` van de site op de webserver: /handboek/", "`PATH` of the site on the web server: /handbook/"))
	flags.StringVar(&f.theme, "theme", "", say("`NAAM` van een thema, of de map met je eigen thema", "`NAME` of a theme, or the folder with one of your own"))
	flags.BoolVar(&f.drafts, "drafts", false, say("neem ook pagina's mee die nog een concept zijn", "take in pages that are drafts, too"))
	flags.BoolVar(&f.strict, "strict", false, say("werk de site ook bij een waarschuwing niet bij", "don't update the site where there is a warning, either"))
	flags.BoolVar(&f.keepGoing, "keep-going", false, say("werk de site bij met wat lukt, ook als er fouten zijn", "update the site with what works, errors or not"))
	flags.StringVar(&c.langFlag, "lang", "", say("`TAAL` van meldingen, en van een handboek zonder taal: nl of en", "`LANG` of messages, and of a handbook without one: nl or en"))
	flags.BoolVar(&f.json, "json", false, say("schrijf alles als JSON, voor andere programma's", "write everything as JSON, for other programs"))
	flags.BoolVar(&f.quiet, "quiet", false, say("vertel alleen wat er mis is", "tell only what is wrong"))
	return cmd
}

// build builds the handbook in dir. What is wrong with its content is told here;
// the error tells the rest.
func (c *console) build(ctx context.Context, dir string, f buildFlags) error {
	c.report = newReport(f.out)
	o, err := c.buildOptions(dir, f)
	if err != nil {
		return err
	}
	bar := c.startProgress(!f.quiet && !f.json)
	var back func()
	o.Progress, back = easeCollector(bar.told)
	defer back()
	result, err := runBuild(ctx, o)
	bar.stop()
	if result != nil {
		c.report.fill(result)
		c.lang = c.messageLang(dir, result)
	}
	var failed *theme.Error
	if errors.As(err, &failed) { // the theme fails: a mistake in its text
		result.Diagnostics = diag.Sort(append(result.Diagnostics, failed.Diagnostic))
		c.report.fill(result)
		err = nil
	}
	if err != nil && ctx.Err() != nil {
		return &fault{code: exitInterrupted, what: interrupted}
	}
	if err != nil {
		return themeOfHandbook(err, f)
	}
	code := exitFine
	errs, warnings := diag.Count(result.Diagnostics)
	if errs > 0 || warnings > 0 && f.strict {
		code = exitContent
	}
	if !f.json {
		c.tell(dir, f, result)
	}
	if code != exitFine {
		return status(code)
	}
	return nil
}

// runBuild builds once.
func runBuild(ctx context.Context, o builder.Options) (*builder.Result, error) {
	engine, err := builder.New(o)
	if err != nil {
		return nil, err
	}
	defer engine.Close()
	return engine.Build(ctx)
}

// buildOptions checks the flags and turns them into options.
func (c *console) buildOptions(dir string, f buildFlags) (builder.Options, error) {
	o := builder.Options{
		Content: dir, Out: f.out, BasePath: f.basePath, Theme: f.theme, Lang: c.langFlag,
		Drafts: f.drafts, KeepGoing: f.keepGoing, Strict: f.strict,
	}
	if err := c.checkLang(); err != nil {
		return o, err
	}
	if f.out == "" {
		return o, usage(text{
			NL: "Achter --out staat geen map.",
			EN: "There is no folder behind --out."}, elsewhere)
	}
	if f.basePath != "" && !handbook.ValidBasePath(f.basePath) {
		better := "/" + strings.Trim(f.basePath, "/") + "/"
		if !handbook.ValidBasePath(better) {
			better = text{NL: "/handboek/", EN: "/handbook/"}.In(c.lang)
		}
		return o, usage(text{
			NL: "Het pad %[1]s kan zo niet.",
			EN: "The path %[1]s can't be written like this."}, text{
			NL: "Begin en eindig met een schuine streep, zonder spaties, zo: --base-path %[2]s",
			EN: "Start and end with a slash, without spaces, like this: --base-path %[2]s"}, f.basePath, better)
	}
	date, err := c.epoch()
	if !date.IsZero() {
		o.Newest = date.Format(time.DateOnly)
	}
	return o, err
}

// epoch returns the time of SOURCE_DATE_EPOCH, which stands for the clock where
// the same build must give the same bytes (reproducible-builds.org/specs/
// source-date-epoch); the zero time where it is not set.
func (c *console) epoch() (time.Time, error) {
	value := c.getenv("SOURCE_DATE_EPOCH")
	if value == "" {
		return time.Time{}, nil
	}
	n, err := strconv.ParseInt(value, 10, 64)
	// The year 9999 is the last that a date of ten characters holds.
	if err != nil || n < 0 || time.Unix(n, 0).UTC().Year() > 9999 {
		return time.Time{}, usage(text{
			NL: "SOURCE_DATE_EPOCH is %[1]q. Dat is geen tijd.",
			EN: "SOURCE_DATE_EPOCH is %[1]q. That is not a time."}, text{
			NL: "Geef de seconden sinds 1970, zo: SOURCE_DATE_EPOCH=1767225600",
			EN: "Give the seconds since 1970, like this: SOURCE_DATE_EPOCH=1767225600"}, value)
	}
	return time.Unix(n, 0).UTC(), nil
}

// messageLang is the language for what a build has to say: that of --lang, of
// the handbook where it has a configuration, or of the environment.
func (c *console) messageLang(dir string, r *builder.Result) string {
	if c.langFlag != "" || r.Handbook == nil {
		return c.lang
	}
	if _, err := os.Stat(filepath.Join(dir, handbook.ConfigFile)); err != nil {
		return c.lang
	}
	return spoken(r.Handbook.Config.Languages[0])
}

// themeOfHandbook makes an unknown theme a mistake in the content where no flag
// asked for it.
func themeOfHandbook(err error, f buildFlags) error {
	var unknown *builder.ThemeError
	if f.theme != "" || !errors.As(err, &unknown) {
		return err
	}
	found := explainTheme(unknown)
	found.code = exitContent
	found.what = text{
		NL: "In handbook.yaml staat het thema %[1]s, maar dat is er niet.",
		EN: "handbook.yaml names the theme %[1]s, but there is none."}.With(unknown.Name)
	return found
}
