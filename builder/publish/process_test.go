//go:build linux || darwin

package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// child names the environment variable that makes this test binary a process
// that publishes, for tests that kill it or take something from it.
const child = "VAANDEL_PUBLISH_CHILD"

func TestMain(m *testing.M) {
	role, ok := children[os.Getenv(child)]
	if !ok {
		os.Exit(m.Run())
	}
	if err := role(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// children are the roles: what to do with the folder dir.
var children = map[string]func(dir string, args []string) error{
	// generations publishes args[0], args[0]+1, … for ever, or args[2] of them.
	"generations": func(dir string, args []string) error {
		first, _ := strconv.Atoi(args[0])
		count, _ := strconv.Atoi(args[2])
		for n := first; n < first+count; n++ {
			o := Options{State: dir + "-state/state", InPlace: args[1] == "in place"}
			if _, err := Folder(context.Background(), dir, generation(n).files(new(atomic.Int64)), o); err != nil {
				return err
			}
			fmt.Println(n)
		}
		return nil
	},
	// limited publishes generation 2 where files may have 4 KB.
	"limited": func(dir string, args []string) error {
		signal.Ignore(syscall.SIGXFSZ)
		limit := syscall.Rlimit{Cur: 4096, Max: 4096}
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
			return err
		}
		next := generation(2).with("big.html", strings.Repeat("x", 100_000))
		_, err := Folder(context.Background(), dir, next.files(new(atomic.Int64)), Options{InPlace: args[0] == "in place"})
		var which *FileError
		if !errors.As(err, &which) || which.Path != "big.html" || !errors.Is(err, syscall.EFBIG) {
			return fmt.Errorf("error %v", err)
		}
		return nil
	},
	// nobody publishes generation args[0] as a user without rights.
	"nobody": func(dir string, args []string) error {
		if os.Getuid() == 0 {
			if err := errors.Join(syscall.Setgroups(nil), syscall.Setgid(65534), syscall.Setuid(65534)); err != nil {
				return err
			}
		}
		n, _ := strconv.Atoi(args[0])
		_, err := Folder(context.Background(), dir, generation(n).files(new(atomic.Int64)), Options{})
		return err
	},
	// umask publishes generation 1 with a umask of args[0].
	"umask": func(dir string, args []string) error {
		mask, _ := strconv.ParseInt(args[0], 8, 32)
		syscall.Umask(int(mask))
		_, err := Folder(context.Background(), dir, generation(1).files(new(atomic.Int64)), Options{InPlace: args[1] == "in place"})
		return err
	},
}

// generation is the site number n: most files are the same in all, some change
// each time, some come and go.
func generation(n int) set {
	s := set{"generation": strconv.Itoa(n)}
	for i := range 60 {
		s[fmt.Sprintf("vast/%d/page-%d.html", i%6, i)] = strings.Repeat("same ", 100)
	}
	for i := range 20 {
		s[fmt.Sprintf("nieuw/%d/page-%d.html", i%3, i)] = fmt.Sprintf("%d %s %d", n, strings.Repeat("text ", 500), n)
	}
	for i := range 5 {
		s[fmt.Sprintf("wissel/%d/%d/x.html", n%4, i)] = strconv.Itoa(n)
	}
	s[fmt.Sprintf("assets/style.%d.css", n)] = strconv.Itoa(n)
	return s
}

// process returns the child role, not yet started.
func process(t *testing.T, role, dir string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self, append([]string{dir}, args...)...)
	c.Env = append(os.Environ(), child+"="+role)
	return c
}

// run runs a child that must succeed.
func run(t *testing.T, c *exec.Cmd) {
	t.Helper()
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

// whole fails unless the site in dir is one generation, with its manifest, and
// returns which.
func whole(t *testing.T, dir string) int {
	t.Helper()
	n, err := strconv.Atoi(read(t, dir, "generation"))
	if err != nil {
		t.Fatal(err)
	}
	m, err := readManifest(filepath.Join(dir, manifestName))
	if err != nil {
		t.Fatal(err)
	}
	if err := verify(dir); err != nil {
		t.Fatal(err)
	}
	got, want := manifest{current: m.current}.owned(), map[string]sum{}
	for p, s := range generation(n) {
		want[p] = sumOf(s)
	}
	if !maps.Equal(got, want) {
		t.Fatalf("the manifest is not that of generation %d", n)
	}
	return n
}

// Builds at the same time follow each other, from the very first on.
func TestTwoAtOnce(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		mode := "exchange"
		if o.InPlace {
			mode = "in place"
		}
		dir := filepath.Join(target(t), "deep", "public")
		var cs []*exec.Cmd
		var outs []*bytes.Buffer
		for i := range 3 {
			c, out := process(t, "generations", dir, strconv.Itoa(100*i), mode, "15"), new(bytes.Buffer)
			c.Stdout, c.Stderr = out, out
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			cs, outs = append(cs, c), append(outs, out)
		}
		for i, c := range cs {
			if err := c.Wait(); err != nil {
				t.Errorf("%v: %s", err, outs[i])
			}
		}
		if n := whole(t, dir); n%100 != 14 {
			t.Errorf("the last generation is %d", n)
		}
		os.RemoveAll(dir + "-state")
		alone(t, dir)
	})
}

// Who waits for another build stops waiting with its context, and touches nothing.
func TestWaitEndsWithContext(t *testing.T) {
	dir := target(t)
	held, err := acquire(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	if _, err := Folder(ctx, dir, nil, Options{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v", err)
	}
	if !exists(dir) {
		t.Error("the folder of the other build is gone")
	}
	held.release(true)
	if exists(dir) {
		t.Error("the folder was left behind")
	}
}

// A full disk leaves the old site whole, and nothing beside it.
func TestFullDisk(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		mode := map[bool]string{false: "exchange", true: "in place"}[o.InPlace]
		dir := target(t)
		publish(t, dir, generation(1), o)
		run(t, process(t, "limited", dir, mode))
		alone(t, dir)
		want(t, dir, generation(1))
		publish(t, dir, generation(3), o)
		whole(t, dir)
	})
}

// openToAll returns a folder that every user can reach.
func openToAll(t *testing.T) string {
	t.Helper()
	top, err := os.MkdirTemp("", "publish")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(top) })
	top, err = filepath.EvalSymlinks(top)
	if err == nil {
		err = os.Chmod(top, 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
	return top
}

// nobody publishes generation n as a user without rights.
func nobody(t *testing.T, dir string, n int) ([]byte, error) {
	t.Helper()
	return process(t, "nobody", dir, strconv.Itoa(n)).CombinedOutput()
}

// Where the parent may not be written, the folder itself is: in place.
func TestUnwritableParent(t *testing.T) {
	top := openToAll(t)
	dir := filepath.Join(top, "public")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if os.Getuid() == 0 {
		if err := os.Chown(dir, 65534, 65534); err != nil {
			t.Fatal(err)
		}
	} else if err := os.Chmod(top, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(top, 0o755)
	before := stat(t, dir, ".")
	for n := range 3 {
		if out, err := nobody(t, dir, n); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		if whole(t, dir) != n || !os.SameFile(before, stat(t, dir, ".")) {
			t.Errorf("generation %d is not there, in the same folder", n)
		}
		alone(t, dir)
	}
	// Nor is anything lost where the folder may not be written.
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o755)
	if out, err := nobody(t, dir, 5); err == nil || !strings.Contains(string(out), "permission denied") {
		t.Errorf("%v: %s", err, out)
	}
	if n := whole(t, dir); n != 2 {
		t.Errorf("generation %d", n)
	}
	alone(t, dir)
	if out, err := nobody(t, filepath.Join(top, "new", "public"), 5); err == nil || exists(filepath.Join(top, "new")) {
		t.Errorf("%v: %s", err, out)
	}
}

// Files can be read by a web server whatever the umask says.
func TestUmask(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		mode := map[bool]string{false: "exchange", true: "in place"}[o.InPlace]
		for _, mask := range []string{"077", "002", "022"} {
			dir := filepath.Join(target(t), "deep", "public")
			run(t, process(t, "umask", dir, mask, mode))
			err := filepath.WalkDir(filepath.Dir(dir), func(name string, d fs.DirEntry, err error) error {
				if err != nil {
					return err
				}
				info, err := d.Info()
				if want := map[bool]fs.FileMode{true: 0o755, false: 0o644}[d.IsDir()]; err == nil && info.Mode().Perm() != want {
					t.Errorf("umask %s: %s has mode %v", mask, name, info.Mode())
				}
				return err
			})
			if err != nil {
				t.Error(err)
			}
		}
	})
}

// The output folder keeps its mode, and what its group may do holds below it.
func TestFolderMode(t *testing.T) {
	both(t, func(t *testing.T, o Options) {
		for mode, below := range map[fs.FileMode]fs.FileMode{
			0o755: 0o755, 0o750: 0o755, 0o700: 0o755, 0o775: 0o775, 0o775 | fs.ModeSetgid: 0o775 | fs.ModeSetgid,
		} {
			dir := target(t)
			if err := errors.Join(os.Mkdir(dir, 0o755), os.Chmod(dir, mode)); err != nil {
				t.Fatal(err)
			}
			for n := range 2 {
				publish(t, dir, small.with("index.html", strconv.Itoa(n), "new"+strconv.Itoa(n)+"/x.html", "x"), o)
				for p, want := range map[string]fs.FileMode{".": mode, "beleid/a": below, "new" + strconv.Itoa(n): below} {
					if got := stat(t, dir, p).Mode() &^ fs.ModeDir; got != want {
						t.Errorf("%v: %s has mode %v, want %v", mode, p, got, want)
					}
				}
			}
		}
	})
}
