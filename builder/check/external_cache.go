package check

import (
	"encoding/json"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// answers remembers what other sites said, in a file. It is only a help: one that can't
// be read or written is none.
type answers struct {
	file string // "" keeps nothing
	age  time.Duration

	mu    sync.Mutex
	known map[string]answer
}

// shortAge is how long it is remembered that something doesn't work: somebody may be
// mending it.
const shortAge = time.Hour

func readAnswers(folder string, age time.Duration) *answers {
	a := &answers{age: age, known: map[string]answer{}}
	if folder == "" {
		return a
	}
	a.file = filepath.Join(folder, "links.json")
	data, err := os.ReadFile(a.file)
	if err != nil || json.Unmarshal(data, &a.known) != nil || a.known == nil {
		a.known = map[string]answer{}
	}
	return a
}

// get returns an answer that still holds.
func (a *answers) get(address string) (answer, bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	got, ok := a.known[address]
	return got, ok && a.holds(got)
}

// holds tells whether an answer is young enough. One of tomorrow is of a clock that was
// wrong.
func (a *answers) holds(got answer) bool {
	age := a.age
	if got.Outcome != fine && got.Outcome != moved {
		age = min(age, shortAge)
	}
	since := time.Since(got.At)
	return since >= 0 && since < age
}

func (a *answers) put(address string, got answer) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.known[address] = got
}

// save writes what still holds. The file is replaced as a whole.
func (a *answers) save() {
	if a.file == "" {
		return
	}
	for address, got := range a.known {
		if !a.holds(got) {
			delete(a.known, address)
		}
	}
	data, err := json.Marshal(a.known)
	if err != nil || os.MkdirAll(filepath.Dir(a.file), 0o755) != nil {
		return
	}
	f, err := os.CreateTemp(filepath.Dir(a.file), "links-*")
	if err != nil {
		return
	}
	_, err = f.Write(data)
	if f.Close() != nil || err != nil || os.Rename(f.Name(), a.file) != nil {
		os.Remove(f.Name())
	}
}
