package preview

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"

	"vaandel/builder"
)

// disk is a folder in which things happen.
type disk struct {
	t   testing.TB
	dir string
}

func (d disk) at(path string) string { return filepath.Join(d.dir, filepath.FromSlash(path)) }

func (d disk) write(path, text string) {
	d.t.Helper()
	write(d.t, d.at(path), text)
}

// does ends the test where something could not be done.
func (d disk) does(errs ...error) {
	d.t.Helper()
	for _, err := range errs {
		if err != nil {
			d.t.Fatal(err)
		}
	}
}

func (d disk) rename(from, to string) {
	d.t.Helper()
	d.does(os.Rename(d.at(from), d.at(to)))
}

func (d disk) remove(path string) {
	d.t.Helper()
	d.does(os.RemoveAll(d.at(path)))
}

// pieces writes a file as a slow program does: emptied first, then bit by bit.
func (d disk) pieces(path string, pieces ...string) {
	d.t.Helper()
	f, err := os.OpenFile(d.at(path), os.O_WRONLY|os.O_TRUNC, 0)
	d.does(err)
	defer f.Close()
	for _, piece := range pieces {
		time.Sleep(2 * longest)
		_, err := f.WriteString(piece)
		d.does(err)
	}
}

// change is something that happens to files.
type change struct {
	name string
	do   func(d disk)
}

const saved = "beleid/tijd.md"

// saves are the ways in which programs save a page.
var saves = []change{
	{"nothing", func(disk) {}},
	{"in place", func(d disk) { d.write(saved, "# Werktijd\n\nDrie uur per week.\n") }},
	{"renamed over", func(d disk) { d.write(saved+".tmp", "# Werktijd\n\nVier uur.\n"); d.rename(saved+".tmp", saved) }},
	{"backup and rename", func(d disk) {
		d.rename(saved, saved+"~")
		d.write(saved, "# Werktijd\n\nVijf uur.\n")
		d.remove(saved + "~")
	}},
	{"as vim does", func(d disk) {
		d.write("beleid/.tijd.md.swp", "b0VIM")
		d.write("beleid/4913", "")
		d.remove("beleid/4913")
		d.rename(saved, saved+"~")
		d.write(saved, "# Werktijd\n\nZes uur.\n")
		d.does(os.Chmod(d.at(saved), 0o644))
		d.remove(saved + "~")
		d.remove("beleid/.tijd.md.swp")
	}},
	{"as Word does", func(d disk) {
		d.write("beleid/~$tijd.md", "x")
		d.write("beleid/~WRD0001.tmp", "# Werktijd\n\nZeven uur.\n")
		d.rename(saved, "beleid/~WRL0002.tmp")
		d.rename("beleid/~WRD0001.tmp", saved)
		d.remove("beleid/~WRL0002.tmp")
		d.remove("beleid/~$tijd.md")
	}},
	{"a lock file alone", func(d disk) { d.write("beleid/.~lock.tijd.md#", "x"); d.remove("beleid/.~lock.tijd.md#") }},
	{"in pieces", func(d disk) { d.pieces(saved, "# Werk", "tijd\n\n", "Acht ", "uur.\n") }},
	{"emptied", func(d disk) { d.pieces(saved) }},
	{"in pieces again", func(d disk) { d.pieces(saved, "# Tijd\n", "\nNegen uur.\n") }},
	{"touched", func(d disk) { d.does(os.Chtimes(d.at(saved), time.Now(), time.Now().Add(-time.Hour))) }},
	{"other rights", func(d disk) { d.does(os.Chmod(d.at(saved), 0o600)) }},
	{"of the same size", func(d disk) { d.write(saved, "# Tijd\n\nElf_ uur.\n") }},
	{"removed and written", func(d disk) { d.remove(saved); d.write(saved, "# Tijd\n\nTwaalf uur.\n") }},
	{"twice at once", func(d disk) { d.write(saved, "# Tijd\n\nA\n"); d.write(saved, "# Tijd\n\nB\n") }},
	{"a page that is one by now", func(d disk) { d.write("nieuw.txt", "# Nieuw\n"); d.rename("nieuw.txt", "nieuw.md") }},
	{"the configuration", func(d disk) {
		d.write("handbook.yaml", "title: Proef twee\nlanguages: [nl]\nbrand: {accent: \"#8a2a6b\"}\n")
	}},
}

// moves are what happens to folders.
var moves = []change{
	{"a new folder", func(d disk) { d.write("nieuw/diep/a.md", "# A\n") }},
	{"a page in it", func(d disk) { d.write("nieuw/diep/b.md", "# B\n") }},
	{"the folder renamed", func(d disk) { d.rename("nieuw", "anders") }},
	{"a page there", func(d disk) { d.write("anders/diep/c.md", "# C\n") }},
	{"a page in another case", func(d disk) { d.rename("anders/diep/c.md", "anders/diep/C.md") }},
	{"a folder in another case", func(d disk) { d.rename("anders", "Anders"); d.write("Anders/diep/d.md", "# D\n") }},
	{"moved in", func(d disk) {
		d.write("../elders/een/twee/e.md", "# E\n")
		d.rename("../elders", "binnen")
	}},
	{"a page where that is", func(d disk) { d.write("binnen/een/twee/f.md", "# F\n") }},
	{"moved out", func(d disk) { d.rename("binnen", "../buiten") }},
	{"a page where it was", func(d disk) { d.write("binnen/g.md", "# G\n"); d.write("../buiten/h.md", "# H\n") }},
	{"removed and made again", func(d disk) { d.remove("binnen"); d.write("binnen/i.md", "# I\n") }},
	{"a page in the one made again", func(d disk) { d.write("binnen/j.md", "# J\n") }},
	{"two exchanged", func(d disk) { d.rename("binnen", "x"); d.rename("Anders", "binnen"); d.rename("x", "Anders") }},
	{"pages in both", func(d disk) { d.write("binnen/k.md", "# K\n"); d.write("Anders/l.md", "# L\n") }},
	{"a page that becomes a folder", func(d disk) { d.remove(saved); d.write(saved+"/m.md", "# M\n") }},
	{"a page in that folder", func(d disk) { d.write(saved+"/n.md", "# N\n") }},
	{"and a page again", func(d disk) { d.remove(saved); d.write(saved, "# Tijd\n\nTerug.\n") }},
	{"which changes", func(d disk) { d.write(saved, "# Tijd\n\nEn anders.\n") }},
	{"all gone", func(d disk) { d.remove("binnen"); d.remove("Anders") }},
	{"many at once", func(d disk) {
		for i := range 300 {
			d.write(fmt.Sprintf("veel/p%d.md", i), fmt.Sprintf("# Pagina %d\n\nTekst.\n", i))
		}
	}},
	{"and away", func(d disk) { d.remove("veel") }},
	{"deep at once", func(d disk) {
		d.write(strings.Repeat("d/", 40)+"a.md", "# Diep\n")
		d.write(strings.Repeat("d/", 40)+"b.md", "# Dieper\n")
	}},
	{"and away again", func(d disk) { d.remove("d") }},
}

// TestSaves changes files as programs do; what is served is then what a cold build
// makes.
func TestSaves(t *testing.T) {
	for name, changes := range map[string][]change{"saves": saves, "moves": moves} {
		for _, poll := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, poll %v", name, poll), func(t *testing.T) {
				dir := smallHandbook(t)
				s := running(t, dir, poll)
				for _, step := range changes {
					step.do(disk{t, dir})
					comes(t, s, dir, step.name)
				}
			})
		}
	}
}

// TestLinkedFolders follows folders that are in the handbook by a link, and a handbook that is
// itself one.
func TestLinkedFolders(t *testing.T) {
	dir := smallHandbook(t)
	above := filepath.Dir(dir)
	link := filepath.Join(above, "link")
	for _, pair := range [][2]string{{"content", link}, {"beleid", filepath.Join(dir, "ook")}, {"../../elders", filepath.Join(dir, "beleid", "weg")}} {
		if err := os.Symlink(pair[0], pair[1]); err != nil {
			t.Skip("no links here: ", err)
		}
	}
	for _, content := range []string{dir, link} {
		s := running(t, content, false)
		d := disk{t, dir}
		for _, step := range []change{
			{"a page", func(d disk) { d.write("index.md", "# Voor "+filepath.Base(content)+"\n") }},
			{"a page in both", func(d disk) { d.write("ook/nieuw.md", "# Nieuw in "+filepath.Base(content)+"\n") }},
			{"one place of it", func(d disk) { d.write("beleid/nieuw.md", "# Weer\n") }},
			{"elsewhere", func(d disk) { d.write("../elders/x.md", "# Nergens\n") }},
			{"a folder", func(d disk) { d.write("ook/map/a.md", "# A\n") }},
			{"a page in it", func(d disk) { d.write("beleid/map/b.md", "# B\n") }},
			{"the link gone", func(d disk) { d.remove("ook") }},
			{"the link back", func(d disk) { d.does(os.Symlink("beleid", d.at("ook"))) }},
			{"away", func(d disk) { d.remove("beleid/map"); d.remove("beleid/nieuw.md") }},
		} {
			step.do(d)
			comes(t, s, content, step.name+" in "+filepath.Base(content))
		}
	}
}

// TestFolderReturns has a handbook that is gone for a while, as one on a drive that is
// plugged out: the last pages stay.
func TestFolderReturns(t *testing.T) {
	dir := smallHandbook(t)
	s := running(t, dir, false)
	d := disk{t, dir}
	d.rename(".", "../weg")
	s.rebuild()
	c, err := dial(s, channelAddress)
	if err != nil {
		t.Fatal(err)
	}
	defer c.CloseNow()
	for m, err := hear(c); m.Errors == 0; m, err = hear(c) {
		if err != nil {
			t.Fatal("nobody is told that it is gone: ", err)
		}
	}
	if status, _ := get(t, s, "beleid/tijd.html"); status != http.StatusOK {
		t.Errorf("a page has status %d", status)
	}
	d.rename("../weg", ".")
	comes(t, s, dir, "it is back")
	d.write("index.md", "# Terug\n")
	comes(t, s, dir, "a page of it")
}

// TestRandomEdits makes 2,000 edits of all sorts as fast as it can.
func TestRandomEdits(t *testing.T) {
	dir := smallHandbook(t)
	s := running(t, dir, false)
	random := rand.New(rand.NewPCG(7, 8))
	name := func() string {
		return filepath.Join(dir, fmt.Sprintf("m%d", random.IntN(4)), fmt.Sprintf("p%d.md", random.IntN(12)))
	}
	for i := range 2000 {
		path := name()
		switch random.IntN(6) {
		case 0:
			os.Remove(path)
		case 1:
			os.Rename(path, name())
		case 2:
			write(t, path+".tmp", fmt.Sprintf("# Over %d\n", i))
			os.Rename(path+".tmp", path)
		case 3:
			os.RemoveAll(filepath.Dir(path))
		default:
			write(t, path, fmt.Sprintf("# Titel %d\n\nTekst [link](../index.md) %d.\n", random.IntN(5), i))
		}
	}
	comes(t, s, dir, "after all")
}

// TestBranches goes to and fro between branches of which thousands of files differ.
func TestBranches(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is needed")
	}
	dir := smallHandbook(t)
	git := func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.autocrlf=false", "-c", "gc.auto=0"}, args...)...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v\n%s", args, err, out)
		}
	}
	fill := func(branch string, from, to int) {
		for i := from; i < to; i++ {
			write(t, filepath.Join(dir, fmt.Sprintf("map%d", i/100), fmt.Sprintf("p%d.md", i)), fmt.Sprintf("# Pagina %d\n\nVan %s.\n", i, branch))
		}
		git("add", "-A")
		git("commit", "-q", "-m", branch)
	}
	git("init", "-q", "-b", "een")
	fill("een", 0, 2000)
	git("checkout", "-q", "-b", "twee")
	if err := os.RemoveAll(filepath.Join(dir, "map3")); err != nil {
		t.Fatal(err)
	}
	fill("twee", 1000, 2200)
	s := running(t, dir, false)
	for _, branch := range []string{"een", "twee", "een"} {
		git("checkout", "-q", branch)
		comes(t, s, dir, branch)
	}
	git("checkout", "-q", "twee")
	git("checkout", "-q", "een")
	write(t, filepath.Join(dir, "map1", "p100.md"), "# Daarna\n")
	comes(t, s, dir, "an edit at once")
}

// watching serves a folder that is built again when follow tells so, and by nothing
// else: what it doesn't see is never served. Told may hold it up.
func watching(t *testing.T, dir string, told func()) (*Server, *fsnotify.Watcher) {
	t.Helper()
	s, err := New(Options{Build: builder.Options{Content: dir, NoCache: true, Now: today}, Addr: "127.0.0.1:0"})
	if err != nil {
		t.Fatal(err)
	}
	system, err := fsnotify.NewWatcher()
	if err != nil {
		t.Fatal(err)
	}
	w := newWatcher([]string{dir})
	w.hold = told
	if !addAll(system, dir) {
		t.Fatal("the system watches no more folders")
	}
	ctx, stop := context.WithCancel(context.Background())
	s.build(ctx, true, nil)
	server := web(ctx, s.handler())
	go server.Serve(s.listener)
	go w.follow(ctx, system)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for {
			select {
			case <-ctx.Done():
				return
			case <-w.changed:
				s.build(ctx, false, below(dir, w))
			}
		}
	}()
	t.Cleanup(func() {
		stop()
		<-ended
		server.Close()
		s.release()
	})
	return s, system
}

// TestOverflow has more happen than the system tells of: what was lost is looked for.
func TestOverflow(t *testing.T) {
	dir := smallHandbook(t)
	var held atomic.Bool
	begun, goOn := make(chan struct{}), make(chan struct{})
	s, w := watching(t, dir, func() {
		if held.CompareAndSwap(true, false) {
			close(begun)
			<-goOn
		}
	})
	d := disk{t, dir}
	for i := range 50 {
		d.write(fmt.Sprintf("druk/p%d.md", i), "# Rustig\n")
	}
	comes(t, s, dir, "at first")
	held.Store(true)
	d.write("index.md", "# Het begint\n")
	<-begun
	// Nobody takes what the system tells, so its queue is full after some thousands.
	for i := range 20_000 {
		name := fmt.Sprintf("druk/p%d.md", i%50)
		d.write(name, "# Druk\n")
		if i%10 == 9 {
			d.remove(name)
		}
	}
	for i := range 10 {
		d.write(fmt.Sprintf("later%d/diep/p.md", i), "# Later\n")
	}
	close(goOn)
	comes(t, s, dir, "what was lost")
	for i := range 10 {
		d.write(fmt.Sprintf("later%d/diep/p.md", i), "# Nog later\n")
		comes(t, s, dir, "in a folder that nobody told of")
	}
	w.Errors <- fsnotify.ErrEventOverflow
	d.write("index.md", "# En gewoon\n")
	comes(t, s, dir, "after another one")
}
