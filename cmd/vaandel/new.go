package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"vaandel/builder"
	"vaandel/builder/blank"
	"vaandel/builder/handbook"
)

func (c *console) newCommand() *cobra.Command {
	var dir, in string
	cmd := &cobra.Command{
		Use:   text{NL: `new SOORT "Titel"`, EN: `new KIND "Title"`}.In(c.lang),
		Short: text{NL: "maakt een nieuwe pagina, met uitleg erbij", EN: "makes a new page, with an explanation in it"}.In(c.lang),
		Long: text{
			NL: "Maakt een nieuwe pagina. Bovenaan staat wat er bij deze soort hoort, met uitleg.\n" +
				"Staat er al zo'n pagina? Dan verandert er niets.\n",
			EN: "Makes a new page. At its top is what this kind needs, with an explanation.\n" +
				"Is there such a page already? Then nothing changes.\n"}.In(c.lang) + c.kindTable(),
		Example: text{
			NL: `  vaandel new beleid "Thuiswerken"` + "\n" + `  vaandel new les "Een goede eerste zin" --in training/basis`,
			EN: `  vaandel new policy "Working from home"` + "\n" + `  vaandel new training "A good first line" --in training/basics`}.In(c.lang),
		Args: c.arguments(2, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := c.checkLang(); err != nil {
				return err
			}
			kind, err := kindOf(args[0])
			if err != nil {
				return err
			}
			// Who forgets the quotation marks means the same.
			return c.new(cmd.Context(), dir, in, kind, strings.Join(args[1:], " "))
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, k := range handbook.KindInfos {
				names = append(names, cobra.CompletionWithDesc(string(k.Kind), k.About.In(c.lang)))
			}
			if len(args) > 0 {
				names = nil
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&in, "in", "", text{
		NL: "`MAP` in je handboek (gewoonlijk die van deze soort)",
		EN: "`DIR` in your handbook (that of this kind, unless you name one)"}.In(c.lang))
	flags.StringVar(&dir, "dir", "content", text{
		NL: "`MAP` met je handboek (gewoonlijk content)",
		EN: "`DIR` with your handbook (content, unless you name one)"}.In(c.lang))
	flags.StringVar(&c.langFlag, "lang", "", text{
		NL: "`TAAL` van de pagina en van de meldingen: nl of en",
		EN: "`LANG` of the page and of the messages: nl or en"}.In(c.lang))
	return cmd
}

// new writes a page of a kind into the handbook in dir.
func (c *console) new(ctx context.Context, dir, in string, kind handbook.Kind, title string) error {
	today, err := c.epoch()
	if err != nil {
		return err
	}
	if today.IsZero() {
		today = time.Now()
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return noHandbook(dir)
	}
	// Nothing is written outside of this folder, whatever links are in it.
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	page, err := blank.Plan(root, blank.Options{Kind: kind, Title: title, Lang: c.langFlag, Folder: below(dir, in)})
	if err != nil {
		return explainBlank(err, dir, in, kind)
	}
	data, err := page.Text(root, today)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return &fault{code: exitInterrupted, what: text{NL: "Gestopt.", EN: "Stopped."}}
	}
	if err := page.Write(root, data); err != nil {
		return explainBlank(err, dir, in, kind)
	}
	c.tellNew(dir, page)
	return nil
}

// below writes a folder as seen from the handbook's. A shell completes the whole
// path.
func below(dir, in string) string {
	if in == "" {
		return ""
	}
	clean := filepath.Clean(in)
	if rel, err := filepath.Rel(filepath.Clean(dir), clean); err == nil && filepath.IsLocal(rel) && dir != "." {
		clean = rel
	}
	return filepath.ToSlash(clean)
}

// explainBlank says why there can be no such page.
func explainBlank(err error, dir, in string, kind handbook.Kind) error {
	var (
		language *blank.LanguageError
		folder   *blank.FolderError
		exists   *blank.ExistsError
	)
	switch {
	case errors.Is(err, blank.ErrNoTitle):
		return usage(text{NL: "De titel is leeg.", EN: "The title is empty."}, text{
			NL: `Zet de titel tussen aanhalingstekens, zo: vaandel new %[1]s "Thuiswerken"`,
			EN: `Put the title between quotation marks, like this: vaandel new %[1]s "Working from home"`}, kind)
	case errors.As(err, &language):
		return usage(text{
			NL: "Dit handboek heeft geen pagina's in de taal %[1]s.",
			EN: "This handbook has no pages in the language %[1]s."}, text{
			NL: "Zet de taal eerst in handbook.yaml, zo: languages: [%[2]s, %[1]s]",
			EN: "First add the language to handbook.yaml, like this: languages: [%[2]s, %[1]s]"},
			language.Lang, strings.Join(language.Have, ", "))
	case errors.As(err, &folder) && folder.Hidden:
		return usage(text{
			NL: "Mappen met een punt vooraan leest Vaandel niet, dus ook %[1]s niet.",
			EN: "Vaandel doesn't read folders that begin with a dot, so not %[1]s either."}, text{
			NL: "Noem een map zonder punt vooraan.",
			EN: "Name a folder without the dot."}, in)
	case errors.As(err, &folder):
		return usage(text{
			NL: "De map %[1]s ligt niet in je handboek (%[2]s).",
			EN: "The folder %[1]s is not in your handbook (%[2]s)."}, text{
			NL: "Noem een map binnen het handboek, zo: --in beleid",
			EN: "Name a folder in the handbook, like this: --in policies"}, in, dir)
	case errors.As(err, &exists):
		return usage(text{
			NL: "%[1]s is er al. We veranderen er niets aan.",
			EN: "%[1]s is there already. We change nothing in it."}, text{
			NL: "Kies een andere titel, of een andere map met --in.",
			EN: "Choose another title, or another folder with --in."}, filepath.Join(dir, filepath.FromSlash(exists.File)))
	}
	return err
}

// noHandbook is for a page that has no handbook to go into.
func noHandbook(dir string) *fault {
	f := explainContent(&builder.ContentError{Dir: dir})
	if _, err := os.Stat(handbook.ConfigFile); err == nil {
		f.hint = text{
			NL: "Sta je al in de map van je handboek? Zet dan --dir . achter je opdracht.",
			EN: "Are you in the folder of your handbook? Then add --dir . to your command."}
	}
	return f
}

// tellNew says where the page is.
func (c *console) tellNew(dir string, p *blank.Page) {
	c.say(text{
		NL: "Je nieuwe pagina staat in %[1]s.",
		EN: "Your new page is in %[1]s."}, filepath.Join(dir, filepath.FromSlash(p.File)))
	if p.Second {
		c.say(text{
			NL: "Is het een vertaling? Geef het bestand dan de naam van de andere pagina, met .%[1]s.md erachter.",
			EN: "Is it a translation? Then give the file the name of the other page, with .%[1]s.md behind it."}, p.Lang)
	}
	c.say(text{
		NL: "Open het bestand en vul het in. De regels bovenaan die met # beginnen, zijn uitleg.",
		EN: "Open the file and fill it in. The lines at the top that begin with # explain."})
}
