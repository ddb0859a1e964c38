package main

import (
	"strings"
	"testing"
	"unicode/utf8"

	"vaandel/builder"
)

func TestProgressLine(t *testing.T) {
	got := progressLine("nl", builder.StagePublish, 5000, 20000, 80)
	if want := "Site schrijven   ██████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  25%  5000 van 20.000"; got != want {
		t.Errorf("%q", got)
	}
	if got := progressLine("en", builder.StageParse, 1, 3, 30); got != "Reading pages  33%" {
		t.Errorf("%q", got)
	}
	if got := progressLine("nl", builder.StageRead, 0, 0, 80); got != "Map bekijken …" {
		t.Errorf("%q", got)
	}
	if got := progressLine("en", builder.StageParse, 3, 3, 80); got != "Putting the handbook together …" {
		t.Errorf("%q", got)
	}
	for _, stage := range []builder.Stage{builder.StageParse, builder.StagePublish} {
		for width := 40; width < 120; width++ {
			for _, done := range []int{0, 1, 99_999, 100_000} {
				line := progressLine("nl", stage, done, 100_000, width)
				if n := utf8.RuneCountInString(line); n >= width {
					t.Fatalf("%d columns of %d: %s", n, width, line)
				}
				if done == 100_000 && strings.Contains(line, "░") || done == 0 && strings.Contains(line, "█") {
					t.Fatalf("%d of 100000 is drawn as %s", done, line)
				}
			}
		}
	}
}

// A stage that several goroutines tell about must not seem to go back.
func TestProgressGoesForward(t *testing.T) {
	p := &progress{}
	p.told(builder.StageParse, 5, 10)
	p.told(builder.StageParse, 4, 10)
	if p.done != 5 {
		t.Errorf("went back to %d", p.done)
	}
	p.told(builder.StagePublish, 1, 10)
	if p.done != 1 || p.stage != builder.StagePublish {
		t.Errorf("%s is at %d", p.stage, p.done)
	}
	var none *progress // where there is no terminal
	none.told(builder.StageParse, 1, 10)
	none.stop()
}
