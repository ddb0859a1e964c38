package main

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"vaandel/builder"
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
			for _, k := range kindList() {
				names = append(names, cobra.CompletionWithDesc(string(k.kind), k.about.In(c.lang)))
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
	title = strings.Join(strings.Fields(title), " ")
	if title == "" {
		return usage(text{NL: "De titel is leeg.", EN: "The title is empty."}, text{
			NL: `Zet de titel tussen aanhalingstekens, zo: vaandel new %[1]s "Thuiswerken"`,
			EN: `Put the title between quotation marks, like this: vaandel new %[1]s "Working from home"`}, kind)
	}
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
	page, err := c.plan(root, dir, in, kind, title)
	if err != nil {
		return err
	}
	data, err := page.text(root, today)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return &fault{code: exitInterrupted, what: text{NL: "Gestopt.", EN: "Stopped."}}
	}
	if err := page.write(root, dir, data); err != nil {
		return err
	}
	c.tellNew(dir, page)
	return nil
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

// newPage is a page that is about to be written.
type newPage struct {
	kind   handbook.Kind
	title  string
	lang   string // of its text: "nl" or "en"
	file   string // below the handbook's folder, with slashes
	second bool   // it is in a language that is not the handbook's first
	config *handbook.Config
}

// plan decides where a page goes and in which language.
func (c *console) plan(root *os.Root, dir, in string, kind handbook.Kind, title string) (*newPage, error) {
	config := handbook.DefaultConfig(cmp.Or(c.langFlag, "nl"))
	if data, err := root.ReadFile(handbook.ConfigFile); err == nil {
		config, _ = handbook.ReadConfig(handbook.ConfigFile, data)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	first := config.Languages[0]
	lang := cmp.Or(c.langFlag, first)
	if !slices.Contains(config.Languages, lang) {
		return nil, usage(text{
			NL: "Dit handboek heeft geen pagina's in de taal %[1]s.",
			EN: "This handbook has no pages in the language %[1]s."}, text{
			NL: "Zet de taal eerst in handbook.yaml, zo: languages: [%[2]s, %[1]s]",
			EN: "First add the language to handbook.yaml, like this: languages: [%[2]s, %[1]s]"},
			lang, strings.Join(config.Languages, ", "))
	}
	folder, err := folderFor(dir, in, kind, config)
	if err != nil {
		return nil, err
	}
	name := fileName(title)
	if lang != first {
		name += "." + lang
	}
	return &newPage{
		kind: kind, title: title, lang: spoken(lang), file: path.Join(folder, name+".md"),
		second: lang != first, config: config,
	}, nil
}

// folderFor returns the folder for a page, below the handbook's: the one that is
// named, else that of the only section of this kind, else the handbook's own.
func folderFor(dir, in string, kind handbook.Kind, config *handbook.Config) (string, error) {
	if in == "" {
		var found []string
		for _, s := range config.Sections {
			if s.Kind == kind {
				found = append(found, s.Folder)
			}
		}
		if len(found) == 1 && filepath.IsLocal(found[0]) {
			return path.Clean(found[0]), nil
		}
		return "", nil
	}
	clean := filepath.Clean(in)
	// A shell completes the whole path.
	if rel, err := filepath.Rel(filepath.Clean(dir), clean); err == nil && filepath.IsLocal(rel) && dir != "." {
		clean = rel
	}
	slashed := filepath.ToSlash(clean)
	if !filepath.IsLocal(clean) || strings.ContainsAny(slashed, "\\\x00\n\r") {
		return "", usage(text{
			NL: "De map %[1]s ligt niet in je handboek (%[2]s).",
			EN: "The folder %[1]s is not in your handbook (%[2]s)."}, text{
			NL: "Noem een map binnen het handboek, zo: --in beleid",
			EN: "Name a folder in the handbook, like this: --in policies"}, in, dir)
	}
	for part := range strings.SplitSeq(slashed, "/") {
		if part != "." && strings.HasPrefix(part, ".") {
			return "", usage(text{
				NL: "Mappen met een punt vooraan leest Vaandel niet, dus ook %[1]s niet.",
				EN: "Vaandel doesn't read folders that begin with a dot, so not %[1]s either."}, text{
				NL: "Noem een map zonder punt vooraan.",
				EN: "Name a folder without the dot."}, in)
		}
	}
	return slashed, nil
}

// fileName makes the name of a page's file, without its ending, from the title.
func fileName(title string) string {
	// What follows a dot would be read as a language.
	name := strings.ReplaceAll(handbook.Slug(title), ".", "-")
	const most = 80 // file systems take 255 bytes
	if runes := []rune(name); len(runes) > most {
		name = string(runes[:most])
		if at := strings.LastIndexByte(name, '-'); at > most/2 {
			name = name[:at]
		}
	}
	// These two would become the page of their folder.
	if name == "index" || name == "readme" {
		name += "-pagina"
	}
	return name
}

// write puts the page into its folder, where there is none of this name yet.
func (p *newPage) write(root *os.Root, dir string, data []byte) error {
	where := filepath.Join(dir, filepath.FromSlash(p.file))
	if err := root.MkdirAll(filepath.FromSlash(path.Dir(p.file)), 0o755); err != nil {
		return err
	}
	f, err := root.OpenFile(filepath.FromSlash(p.file), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return usage(text{
			NL: "%[1]s is er al. We veranderen er niets aan.",
			EN: "%[1]s is there already. We change nothing in it."}, text{
			NL: "Kies een andere titel, of een andere map met --in.",
			EN: "Choose another title, or another folder with --in."}, where)
	}
	if err != nil {
		return err
	}
	if err := writeClose(f, data); err != nil {
		return errors.Join(err, root.Remove(filepath.FromSlash(p.file)))
	}
	return nil
}

// tellNew says where the page is.
func (c *console) tellNew(dir string, p *newPage) {
	c.say(text{
		NL: "Je nieuwe pagina staat in %[1]s.",
		EN: "Your new page is in %[1]s."}, filepath.Join(dir, filepath.FromSlash(p.file)))
	if p.second {
		c.say(text{
			NL: "Is het een vertaling? Geef het bestand dan de naam van de andere pagina, met .%[1]s.md erachter.",
			EN: "Is it a translation? Then give the file the name of the other page, with .%[1]s.md behind it."}, p.lang)
	}
	c.say(text{
		NL: "Open het bestand en vul het in. De regels bovenaan die met # beginnen, zijn uitleg.",
		EN: "Open the file and fill it in. The lines at the top that begin with # explain."})
}
