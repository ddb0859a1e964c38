package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"vaandel/builder/handbook"
	"vaandel/builder/schema"
	"vaandel/content"
)

func (c *console) initCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   text{NL: "init [MAP]", EN: "init [DIR]"}.In(c.lang),
		Short: text{NL: "maakt een handboek om mee te beginnen", EN: "makes a handbook to start from"}.In(c.lang),
		Long: text{
			NL: "Zet een compleet voorbeeldhandboek in een nieuwe of lege map. Vul je eigen naam\n" +
				"in, pas de tekst aan, en je kunt het dezelfde dag gebruiken. Noem je geen map, dan\n" +
				"komt het in content.",
			EN: "Puts a complete example of a handbook into a new or empty folder. Fill in your own\n" +
				"name, change the text, and you can use it the same day. If you name no folder, it\n" +
				"goes into content."}.In(c.lang),
		Example: text{NL: "  vaandel init\n  vaandel init handboek", EN: "  vaandel init\n  vaandel init handbook"}.In(c.lang),
		Args:    c.arguments(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := c.checkLang(); err != nil {
				return err
			}
			dir := usualContent
			if len(args) > 0 {
				dir = args[0]
			}
			return c.init(cmd.Context(), dir)
		},
	}
	cmd.Flags().StringVar(&c.langFlag, "lang", "", langUsage.In(c.lang))
	return cmd
}

var langUsage = text{NL: "`TAAL` van de meldingen: nl of en", EN: "`LANG` of the messages: nl or en"}

// init writes the starter handbook into dir.
func (c *console) init(ctx context.Context, dir string) error {
	if err := checkEmpty(dir); err != nil {
		return err
	}
	schemas, err := c.starterSchemas()
	if err != nil {
		return err
	}
	n, err := writeAll(ctx, dir, content.Files(), schemas)
	if err != nil && ctx.Err() != nil {
		return &fault{code: exitInterrupted, what: text{
			NL: "Gestopt. We hebben alles weer weggehaald.",
			EN: "Stopped. We took everything away again."}}
	}
	if err != nil {
		return err
	}
	c.say(text{
		NL: "Je handboek staat klaar in %[1]s: %[2]s.",
		EN: "Your handbook is ready in %[1]s: %[2]s."}, dir,
		count(c.lang, n, text{NL: "bestand", EN: "file"}, text{NL: "bestanden", EN: "files"}))
	c.nextStep(filepath.Clean(dir))
	return nil
}

// nextStep tells how to see and change the handbook in dir.
func (c *console) nextStep(dir string) {
	command := "vaandel"
	if dir != usualContent {
		command += " serve " + quoted(dir)
	}
	c.say(text{NL: "Typ nu: %[1]s", EN: "Now type: %[1]s"}, command)
	if dir == usualContent && runtime.GOOS == "windows" {
		c.say(text{
			NL: "Staat vaandel.exe in deze map? Dan kun je er ook op dubbelklikken.",
			EN: "Is vaandel.exe in this folder? Then you can double-click it instead."})
	}
	c.say(text{
		NL: "Je browser opent. Daar zie je je handboek, en je kunt er meteen in schrijven.",
		EN: "Your browser opens. There you see your handbook, and you can write in it at once."})
	c.say(text{
		NL: "Begin met je eigen naam: kies onderaan Meer, en dan Instellingen van het handboek.",
		EN: "Start with your own name: choose More at the bottom, then Settings of the handbook."})
}

// starterSchemas are the schemas of the starter handbook, which refers to them.
func (c *console) starterSchemas() ([]schema.File, error) {
	src, err := fs.ReadFile(content.Files(), handbook.ConfigFile)
	if err != nil {
		return nil, err
	}
	config, _ := handbook.ReadConfig(handbook.ConfigFile, src)
	return c.schemas(config)
}

// checkEmpty refuses a folder that somebody has put files into.
func checkEmpty(dir string) error {
	entries, err := os.ReadDir(dir)
	if info, statErr := os.Stat(dir); statErr == nil && !info.IsDir() {
		return usage(text{
			NL: "Op de plek %[1]s staat een bestand.",
			EN: "There is a file at %[1]s."}, otherFolder, dir)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !leftBehind(e.Name()) {
			return usage(text{
				NL: "In %[1]s staat al iets: %[2]s.",
				EN: "There is something in %[1]s already: %[2]s."}, otherFolder, dir, e.Name())
		}
	}
	return nil
}

var otherFolder = text{
	NL: "Noem een nieuwe of lege map. Zo raak je niets kwijt.",
	EN: "Name a new or empty folder. That way you lose nothing."}

// leftBehind tells whether a file is one of git (.git, .gitkeep) or of a file
// manager, so that a folder with nothing else counts as empty.
func leftBehind(name string) bool {
	switch strings.ToLower(name) {
	case "desktop.ini", "thumbs.db":
		return true
	}
	return strings.HasPrefix(name, ".")
}

// writeAll writes files and schemas into dir, and returns how many files there
// are. Where it fails, it takes away what it made.
func writeAll(ctx context.Context, dir string, files fs.FS, schemas []schema.File) (n int, err error) {
	var made []string
	defer func() {
		if err == nil {
			return
		}
		for _, name := range slices.Backward(made) {
			os.Remove(name) // a folder that somebody put something into stays
		}
	}()
	missing, err := missingFolders(dir)
	if err != nil {
		return 0, err
	}
	for _, folder := range missing {
		if err := os.Mkdir(folder, 0o755); err != nil {
			return 0, err
		}
		made = append(made, folder)
	}
	err = fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil || path == "." {
			return err
		}
		name := filepath.Join(dir, filepath.FromSlash(path))
		if d.IsDir() {
			err = os.Mkdir(name, 0o755)
		} else {
			n++
			err = copyNew(name, files, path)
		}
		if err == nil {
			made = append(made, name)
		}
		return err
	})
	if err != nil {
		return n, err
	}
	made = append(made, filepath.Join(dir, schema.Folder))
	written, err := writeSchemas(dir, schemas)
	for _, name := range written {
		made = append(made, filepath.Join(dir, filepath.FromSlash(name)))
	}
	return n, err
}

// writeSchemas writes schemas into dir and returns the names of those that it
// wrote.
func writeSchemas(dir string, schemas []schema.File) ([]string, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return schema.Write(root, schemas)
}

// missingFolders lists dir and those above it that don't exist, the topmost
// first.
func missingFolders(dir string) ([]string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	var missing []string
	for ; ; dir = filepath.Dir(dir) {
		_, err := os.Stat(dir)
		if err == nil {
			break
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		missing = append(missing, dir)
	}
	slices.Reverse(missing)
	return missing, nil
}

// copyNew writes a file of files to name, where there is none yet.
func copyNew(name string, files fs.FS, path string) error {
	data, err := fs.ReadFile(files, path)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if err := writeClose(f, data); err != nil {
		return errors.Join(err, os.Remove(name))
	}
	return nil
}

// writeClose writes data to f and closes it.
func writeClose(f *os.File, data []byte) error {
	_, err := f.Write(data)
	return errors.Join(err, f.Close())
}
