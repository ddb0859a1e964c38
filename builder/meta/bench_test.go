package meta

import (
	"fmt"
	"strings"
	"testing"
)

// page is a page of about 600 words with the front matter of a policy.
func page(i int) []byte {
	return []byte(fmt.Sprintf(`---
title: Werktijd en afspraken %d
summary: Hoeveel tijd besteed je aan berichten, en wanneer niet?
kind: policy
order: %d
owner: communicatie
reviewed: 2026-01-15
review_by: 2027-01-15
tags: [werktijd, afspraken]
version: "1.2"
changes:
  - date: 2026-01-15
    version: "1.2"
    text: Uren per week aangepast.
---

`, i, i) + strings.Repeat("Een zin van tien woorden staat hier zestig keer achter elkaar. ", 60))
}

// BenchmarkSplit reads the front matter of one page; 10,000 of these are to
// take at most 0.3 s of processor time.
func BenchmarkSplit(b *testing.B) {
	src := page(1)
	b.ReportAllocs()
	for b.Loop() {
		if f := Split("x.md", src); f.Node.Type != Map || len(f.Diagnostics) > 0 {
			b.Fatal(f.Diagnostics)
		}
	}
}

// BenchmarkDecode puts the front matter of one page into a struct.
func BenchmarkDecode(b *testing.B) {
	f := Split("x.md", page(1))
	b.ReportAllocs()
	for b.Loop() {
		var into struct {
			Title   string   `meta:"title"`
			Summary string   `meta:"summary"`
			Kind    string   `meta:"kind"`
			Order   int      `meta:"order"`
			Owner   string   `meta:"owner"`
			Date    string   `meta:"reviewed"`
			By      string   `meta:"review_by"`
			Tags    []string `meta:"tags"`
			Version string   `meta:"version"`
			Changes []struct {
				Date    string `meta:"date"`
				Version string `meta:"version"`
				Text    string `meta:"text"`
			} `meta:"changes"`
		}
		if ds := Decode("x.md", &f.Node, &into, DecodeOptions{}); len(ds) > 0 {
			b.Fatal(ds)
		}
	}
}
