//go:build linux || darwin

package publish

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"testing"
	"time"
)

// A build that is killed at any moment leaves a whole site, and the files of
// others; the next one succeeds and cleans up.
func TestKilled(t *testing.T) {
	rounds := map[string]int{"exchange": 200, "in place": 30}
	both(t, func(t *testing.T, o Options) {
		mode := "exchange"
		if o.InPlace {
			mode = "in place"
		}
		top := target(t)
		dir := filepath.Join(top, "public")
		if err := os.Mkdir(top, 0o755); err != nil {
			t.Fatal(err)
		}
		publish := func(n int) {
			t.Helper()
			if _, err := Folder(context.Background(), dir, generation(n).files(new(atomic.Int64)), o); err != nil {
				t.Fatal(err)
			}
		}
		publish(0)
		write(t, dir, "uploads/a.pdf", "theirs")
		write(t, dir, "nieuw/own.txt", "theirs")
		foreign := []string{"uploads/a.pdf", "nieuw/own.txt"}
		random, halfway := rand.New(rand.NewPCG(1, 2)), 0
		for round := range rounds[mode] {
			kill(t, process(t, "generations", dir, strconv.Itoa(1000*(round+1)), mode, "1000000"), random, func() {
				p := fmt.Sprintf("uploads/during-%d.txt", round)
				name := filepath.Join(dir, filepath.FromSlash(p))
				if os.WriteFile(name, []byte("theirs"), 0o644) == nil {
					foreign = append(foreign, p)
				}
			})
			if exists(besideName(dir)) || exists(filepath.Join(dir, insideName)) || exists(filepath.Join(dir, markerName)) {
				halfway++
			}
			if mode == "exchange" {
				whole(t, dir)
			}
			n := round % 7
			publish(n)
			if got := whole(t, dir); got != n {
				t.Fatalf("generation %d after publishing %d", got, n)
			}
			for _, f := range foreign {
				if read(t, dir, f) != "theirs" {
					t.Fatalf("%s changed", f)
				}
			}
			os.RemoveAll(dir + "-state")
			alone(t, dir)
		}
		t.Logf("%d of %d kills left something to clean up; %d foreign files", halfway, rounds[mode], len(foreign))
		if halfway == 0 {
			t.Error("no kill came in the middle of a publish")
		}
		count := 0
		err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() {
				count++
			}
			return err
		})
		m, errManifest := readManifest(filepath.Join(dir, manifestName))
		if err := errors.Join(err, errManifest); err != nil {
			t.Fatal(err)
		}
		if ours := len(m.current) + len(m.kept) + 1; count != ours+len(foreign) {
			t.Errorf("%d files, want %d of ours and %d of others", count, ours, len(foreign))
		}
	})
}

// kill starts c, waits for its first publish, calls do, and kills c at a random
// moment of the ones that follow.
func kill(t *testing.T, c *exec.Cmd, random *rand.Rand, do func()) {
	t.Helper()
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var complaint bytes.Buffer
	c.Stderr = &complaint
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		t.Errorf("the child said %q: %v %s", line, err, complaint.String())
	}
	time.Sleep(time.Duration(random.IntN(20_000)) * time.Microsecond)
	do()
	time.Sleep(time.Duration(random.IntN(20_000)) * time.Microsecond)
	c.Process.Kill()
	c.Wait()
}
