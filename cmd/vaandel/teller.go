package main

import "time"

// teller writes lines beside the work that they tell of. Who marks text in a window of
// Windows holds up all that is written to it, and must not hold up the preview.
type teller struct {
	lines chan func()
	done  chan struct{}
}

// waitingLines is how many lines wait for a window that takes none; more are left out.
const waitingLines = 16

func newTeller() *teller {
	t := &teller{make(chan func(), waitingLines), make(chan struct{})}
	go func() {
		defer close(t.done)
		for tell := range t.lines {
			tell()
		}
	}()
	return t
}

// tell has a line written soon.
func (t *teller) tell(line func()) {
	select {
	case t.lines <- line:
	default:
	}
}

// stop waits for what is being written, but not for somebody who marks text.
func (t *teller) stop() {
	close(t.lines)
	select {
	case <-t.done:
	case <-time.After(100 * time.Millisecond):
	}
}
