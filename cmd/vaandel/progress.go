package main

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"vaandel/builder"
)

// patience is how long a build may last before it shows how far it is: what is
// over sooner would only flicker.
const patience = time.Second

// progress shows on a terminal how far a build is, on one line that is wiped
// away at the end. One that is nil shows nothing.
type progress struct {
	mu          sync.Mutex
	stage       builder.Stage
	done, total int

	w      io.Writer
	lang   string
	width  func() int
	ended  chan struct{}
	closed chan struct{}
}

// startProgress begins to show progress, if wanted and stderr is a terminal.
func (c *console) startProgress(wanted bool) *progress {
	if !wanted || c.terminal == nil {
		return nil
	}
	p := &progress{w: c.terminal, lang: c.lang, width: c.width, ended: make(chan struct{}), closed: make(chan struct{})}
	go p.show()
	return p
}

// told takes what the builder says. It may be called from several goroutines.
func (p *progress) told(stage builder.Stage, done, total int) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	// Calls from several goroutines overtake each other.
	if stage == p.stage && done < p.done {
		return
	}
	p.stage, p.done, p.total = stage, done, total
}

// stop ends the showing and wipes the line.
func (p *progress) stop() {
	if p == nil {
		return
	}
	close(p.ended)
	<-p.closed
}

// show draws ten times a second, once the build takes longer than patience.
func (p *progress) show() {
	defer close(p.closed)
	select {
	case <-p.ended:
		return
	case <-time.After(patience):
	}
	defer io.WriteString(p.w, "\r\x1b[K")
	ticker := time.NewTicker(100 * time.Millisecond)
	defer ticker.Stop()
	for {
		p.mu.Lock()
		line := progressLine(p.lang, p.stage, p.done, p.total, p.width())
		p.mu.Unlock()
		fmt.Fprint(p.w, "\r"+line+"\x1b[K")
		select {
		case <-p.ended:
			return
		case <-ticker.C:
		}
	}
}

// stageWords say what happens in the stages that take long. They tell how far
// they are only where it can be known.
func stageWords(stage builder.Stage, over bool) text {
	switch {
	case stage == builder.StagePublish:
		return text{NL: "Site schrijven", EN: "Writing the site"}
	case stage == builder.StageParse && over: // assembling follows, which is not told
		return text{NL: "Handboek samenstellen", EN: "Putting the handbook together"}
	case stage == builder.StageParse:
		return text{NL: "Pagina's lezen", EN: "Reading pages"}
	case stage == builder.StageCheck: // other sites are asked; all else is quick
		return text{NL: "Links navragen", EN: "Asking for links"}
	}
	return text{NL: "Map bekijken", EN: "Looking at the folder"}
}

// progressLine draws a stage in at most width columns.
func progressLine(lang string, stage builder.Stage, done, total, width int) string {
	over := done >= total
	words := stageWords(stage, over).In(lang)
	if total <= 0 || over && stage != builder.StagePublish {
		return words + " …"
	}
	head := fmt.Sprintf("%-16s", words)
	part := fmt.Sprintf(" %3d%%", done*100/total)
	tail := part + "  " + text{NL: "%[1]s van %[2]s", EN: "%[1]s of %[2]s"}.
		With(number(lang, done), number(lang, total)).In(lang)
	room := min(40, width-2-len(head)-len(tail))
	if room < 5 {
		return words + part
	}
	full := room * done / total
	return head + " " + strings.Repeat("█", full) + strings.Repeat("░", room-full) + tail
}
