package main

import (
	"slices"
	"testing"
)

// TestTeller writes to a window that takes nothing for a while, and then all in order.
func TestTeller(t *testing.T) {
	var told []int
	free := make(chan struct{})
	lines := newTeller()
	began := make(chan struct{})
	lines.tell(func() { close(began); <-free })
	<-began
	for i := range 10 * waitingLines { // would wait for ever
		lines.tell(func() { told = append(told, i) })
	}
	close(free)
	lines.stop()
	<-lines.done
	if want := []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}; !slices.Equal(told, want) {
		t.Errorf("told %v", told)
	}

	stuck := newTeller()
	free = make(chan struct{})
	defer close(free)
	stuck.tell(func() { <-free })
	stuck.stop() // would wait for ever
}
