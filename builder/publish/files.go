package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"runtime"
	"sync"
)

// writeFile writes a new file with mode 0644, through to the disk if flush is
// true, and returns what the file system says of it.
func writeFile(name string, data []byte, flush bool) (fs.FileInfo, error) {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return nil, err
	}
	_, err = f.Write(data)
	if err == nil && flush {
		err = f.Sync()
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, err
	}
	info, err := os.Lstat(name)
	if err != nil {
		return nil, err
	}
	return info, chmod(name, info, 0o644)
}

// chmod sets mode where info shows another one.
func chmod(name string, info fs.FileInfo, mode fs.FileMode) error {
	const bits = fs.ModePerm | fs.ModeSetgid
	if runtime.GOOS == "windows" || info.Mode()&bits == mode&bits {
		return nil
	}
	return os.Chmod(name, mode)
}

// holds tells whether the regular file name has exactly these bytes.
func holds(name string, want []byte) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.Size() != int64(len(want)) {
		return false
	}
	buf := make([]byte, min(len(want), 64<<10))
	for len(want) > 0 {
		n, err := f.Read(buf)
		if n > len(want) || !bytes.Equal(buf[:n], want[:n]) || err != nil {
			return false
		}
		want = want[n:]
	}
	return true
}

// hashFile returns the hash of the regular file name.
func hashFile(name string) (sum, error) {
	f, err := os.Open(name)
	if err != nil {
		return sum{}, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return sum{}, err
	}
	return sum(h.Sum(nil)), nil
}

// exists tells whether there is anything at name, a dangling link included.
func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// each calls do(i) for all i below n, from several goroutines, each with a run
// of neighbours: neighbours share a folder, and goroutines in one folder wait
// for each other. It stops early after an error and returns that of the lowest i.
func each(n, workers int, do func(i int) error) error {
	workers = min(workers, n)
	if n == 0 {
		return nil
	}
	run := max(1, min(64, n/(4*workers)))
	var (
		mu    sync.Mutex
		next  int
		first = n
		cause error
		all   sync.WaitGroup
	)
	take := func() (from, to int) {
		mu.Lock()
		defer mu.Unlock()
		if cause != nil {
			return n, n
		}
		from = next
		next = min(next+run, n)
		return from, next
	}
	fail := func(i int, err error) {
		mu.Lock()
		defer mu.Unlock()
		if i < first {
			first, cause = i, err
		}
	}
	for range workers {
		all.Go(func() {
			for from, to := take(); from < to; from, to = take() {
				for i := from; i < to; i++ {
					if err := do(i); err != nil {
						fail(i, err)
						break
					}
				}
			}
		})
	}
	all.Wait()
	return cause
}
