package preview

import "sync"

// hub tells all browsers what there is to tell. One that is slow misses nothing but
// gets several builds as one.
type hub struct {
	mu      sync.Mutex
	members map[chan *message]bool
	closed  bool
}

func newHub() *hub { return &hub{members: map[chan *message]bool{}} }

// join returns a channel of messages, and what ends it.
func (h *hub) join() (<-chan *message, func()) {
	c := make(chan *message, 1)
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		close(c)
		return c, func() {}
	}
	h.members[c] = true
	return c, func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		delete(h.members, c)
	}
}

// tell gives a message to all. To one that has not taken the last, both go as one.
func (h *hub) tell(m *message) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return
	}
	for c := range h.members {
		next := m
		select {
		case old := <-c:
			next = old.with(m)
		default:
		}
		c <- next
	}
}

// close ends all channels.
func (h *hub) close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return
	}
	h.closed = true
	for c := range h.members {
		close(c)
	}
}

// with is two messages, one after the other, as one.
func (m *message) with(next *message) *message {
	out := *next
	out.assets = m.assets || next.assets
	if len(next.edited) == 0 {
		out.edited = m.edited
	}
	out.changed = append([]string{}, m.changed...)
	seen := map[string]bool{}
	for _, page := range m.changed {
		seen[page] = true
	}
	for _, page := range next.changed {
		if !seen[page] {
			out.changed = append(out.changed, page)
		}
	}
	return &out
}
