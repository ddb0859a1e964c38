package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"vaandel/builder/handbook"
	"vaandel/builder/schema"
)

func (c *console) schemaCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   text{NL: "schema [MAP]", EN: "schema [DIR]"}.In(c.lang),
		Short: text{NL: "laat je teksteditor meedenken bij het invullen", EN: "lets your text editor help to fill things in"}.In(c.lang),
		Long: text{
			NL: "Vertelt een teksteditor zoals VS Code welke velden er zijn. De editor vult ze dan\n" +
				"aan, legt ze uit en zet een streep onder wat niet klopt. Lezers merken er niets van.",
			EN: "Tells a text editor such as VS Code which fields there are. The editor then\n" +
				"completes them, explains them and underlines what can't be right. Readers don't\n" +
				"notice."}.In(c.lang),
		Example: text{
			NL: "  vaandel schema\n  vaandel schema handboek",
			EN: "  vaandel schema\n  vaandel schema handbook"}.In(c.lang),
		Args: c.arguments(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := c.checkLang(); err != nil {
				return err
			}
			dir := usualContent
			if len(args) > 0 {
				dir = args[0]
			}
			return c.schema(cmd.Context(), dir)
		},
	}
	cmd.Flags().StringVar(&c.langFlag, "lang", "", text{
		NL: "`TAAL` van de uitleg en van de meldingen: nl of en",
		EN: "`LANG` of the explanations and of the messages: nl or en"}.In(c.lang))
	return cmd
}

// schema writes the schemas into the handbook in dir.
func (c *console) schema(ctx context.Context, dir string) error {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return noHandbook(dir)
	}
	// Nothing is written outside of this folder, whatever links are in it.
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if info, err := root.Lstat(schema.Folder); err == nil && info.Mode().IsRegular() {
		return usage(text{
			NL: "In %[1]s staat een site die Vaandel heeft gebouwd.",
			EN: "%[1]s holds a site that Vaandel built."}, text{
			NL: "Noem de map met de tekst van je handboek, zo: vaandel schema content",
			EN: "Name the folder with the text of your handbook, like this: vaandel schema content"}, dir)
	}
	config := handbook.DefaultConfig(c.lang)
	src, err := root.ReadFile(handbook.ConfigFile)
	if err == nil {
		config, _ = handbook.ReadConfig(handbook.ConfigFile, src)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	files, err := c.schemas(config)
	if err != nil {
		return err
	}
	if ctx.Err() != nil {
		return &fault{code: exitInterrupted, what: text{NL: "Gestopt.", EN: "Stopped."}}
	}
	written, err := schema.Write(root, files)
	if err != nil {
		return err
	}
	c.lang = c.langOfHandbook(config)
	c.tellSchema(dir, len(written))
	line := schema.Comment(handbook.ConfigFile, schema.ForConfig)
	if src != nil && !bytes.Contains(src, []byte(line)) {
		c.say(text{
			NL: "Zet dit als eerste regel in %[1]s: %[2]s",
			EN: "Make this the first line of %[1]s: %[2]s"}, filepath.Join(dir, handbook.ConfigFile), line)
	}
	return nil
}

// schemas are those of a handbook.
func (c *console) schemas(config *handbook.Config) ([]schema.File, error) {
	return schema.Files(schema.Options{Lang: c.langOfHandbook(config), Config: config})
}

// langOfHandbook is the language for who writes a handbook: that of --lang, else
// the handbook's.
func (c *console) langOfHandbook(config *handbook.Config) string {
	return cmp.Or(c.langFlag, spoken(config.Languages[0]))
}

// tellSchema says how many schemas were written, and what they are for.
func (c *console) tellSchema(dir string, written int) {
	folder := filepath.Join(dir, schema.Folder)
	if written == 0 {
		c.say(text{
			NL: "Er is niets veranderd: in %[1]s klopt alles nog.",
			EN: "Nothing has changed: all in %[1]s is still right."}, folder)
		return
	}
	c.say(text{
		NL: "In %[1]s staat nu welke velden er zijn, voor een teksteditor zoals VS Code: %[2]s geschreven.",
		EN: "%[1]s now tells a text editor such as VS Code which fields there are: %[2]s written."}, folder,
		count(c.lang, written, text{NL: "bestand", EN: "file"}, text{NL: "bestanden", EN: "files"}))
	c.say(text{
		NL: "Je editor vult ze aan, legt ze uit en zet een streep onder wat niet klopt.",
		EN: "Your editor completes them, explains them and underlines what can't be right."})
}
