package builder_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"vaandel/builder"
)

// A folder with one page becomes a site. The files can be used without writing
// them: without Options.Out they are in the result.
func Example() {
	content, err := os.MkdirTemp("", "handbook-*")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(content)
	page := []byte("# Welkom\n\nFijn dat je er bent.\n")
	if err := os.WriteFile(filepath.Join(content, "index.md"), page, 0o644); err != nil {
		log.Fatal(err)
	}

	engine, err := builder.New(builder.Options{Content: content, NoCache: true})
	if err != nil {
		log.Fatal(err)
	}
	defer engine.Close()
	result, err := engine.Build(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range result.Output.Files {
		if filepath.Ext(f.Path) == ".html" {
			fmt.Println(f.Path)
		}
	}
	fmt.Println(len(result.Diagnostics), "diagnostics")
	// Output:
	// 404.html
	// a-z.html
	// index.html
	// mijn-gegevens.html
	// zoeken.html
	// 0 diagnostics
}
