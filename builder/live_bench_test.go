package builder_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"vaandel/builder"
	"vaandel/builder/internal/generate"
)

// BenchmarkLive builds after the edit of one page's text, as the preview does.
func BenchmarkLive(b *testing.B) {
	for _, pages := range []int{1000, 10_000} {
		b.Run(fmt.Sprint(pages), func(b *testing.B) {
			dir := b.TempDir()
			book, err := generate.New(generate.Options{Pages: pages, Config: true})
			if err != nil {
				b.Fatal(err)
			}
			if _, err := book.Write(dir); err != nil {
				b.Fatal(err)
			}
			engine, err := builder.New(builder.Options{Content: dir, NoCache: true, Live: true})
			if err != nil {
				b.Fatal(err)
			}
			defer engine.Close()
			result, err := engine.Build(context.Background())
			if err != nil {
				b.Fatal(err)
			}
			source := result.Handbook.Pages[pages/2].Source
			page := filepath.Join(dir, filepath.FromSlash(source))
			text, err := os.ReadFile(page)
			if err != nil {
				b.Fatal(err)
			}
			for i := 0; b.Loop(); i++ {
				b.StopTimer()
				if err := os.WriteFile(page, fmt.Appendf(nil, "%s\nBewerking %d.\n", text, i), 0o644); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				if result, err = engine.Rebuild(context.Background(), []string{source}); err != nil {
					b.Fatal(err)
				}
			}
			for _, s := range result.Stats.Stages {
				b.ReportMetric(s.Seconds*1000, string(s.Stage)+"-ms")
			}
		})
	}
}
