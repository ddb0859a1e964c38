package builder

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"os/exec"
	"path"
	"strings"

	"vaandel/builder/memo"
)

// history returns the date (2026-01-31) of the last change of each file below
// the content folder, as the git repository around it tells; none without git
// or a repository. It asks git once for all files and keeps the answer by
// commit. (A library in Go takes a thousand times longer for the log of files.)
func (b *build) history() map[string]string {
	if !b.o.Live {
		return b.askedHistory()
	}
	if b.alive.commit == nil || b.alive.commit.moved() {
		b.alive.commit, b.alive.dates = b.headCommit(), b.askedHistory()
	}
	return b.alive.dates
}

// head tells without starting git whether the commit that is checked out is still the
// same: by the file that names it, or the branch that does, and by the log of where
// they were. What these are is of no interest, only whether they changed.
type head struct {
	files []string
	was   []os.FileInfo // nil where there is none
}

// headCommit finds the files that tell; there are none without a repository, which
// then is looked for no more.
func (b *build) headCommit() *head {
	h := &head{}
	out, err := b.git("rev-parse", "--path-format=absolute", "--git-path", "HEAD", "--git-path", "logs/HEAD")
	if err == nil {
		h.files = strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	}
	for _, file := range h.files {
		info, _ := os.Stat(file)
		h.was = append(h.was, info)
	}
	return h
}

// moved tells whether another commit may be checked out.
func (h *head) moved() bool {
	for i, file := range h.files {
		now, err := os.Stat(file)
		was := h.was[i]
		if (err != nil) != (was == nil) || err == nil && (now.Size() != was.Size() || !now.ModTime().Equal(was.ModTime())) {
			return true
		}
	}
	return false
}

// askedHistory asks git.
func (b *build) askedHistory() map[string]string {
	head, err := b.git("rev-parse", "HEAD", "--show-prefix")
	if err != nil {
		return nil
	}
	commit, prefix, _ := strings.Cut(strings.TrimSuffix(string(head), "\n"), "\n")
	key := memo.KeyOf([]byte("history"), []byte(commit), []byte(prefix))
	dates := map[string]string{}
	<-b.opened
	if raw, ok := b.memo.Get(key); ok && memo.Decode(raw, &dates) == nil {
		return dates
	}
	// %x00 marks a commit; -z keeps names as they are. Merges change nothing by
	// themselves.
	log, err := b.git("log", "--format=%x00%cs", "--name-only", "--no-renames", "--no-merges", "-z", "--relative", "HEAD", "--", ".")
	if err != nil {
		return nil
	}
	dates = logDates(log)
	if raw, err := memo.Encode(dates); err == nil {
		b.memo.Put(key, raw)
	}
	return dates
}

// logDates reads git's log: for each commit an empty field, then the date and
// the files behind it. The newest commit comes first.
func logDates(log []byte) map[string]string {
	dates := map[string]string{}
	date := ""
	for field := range bytes.SplitSeq(log, []byte{0}) {
		text := strings.TrimPrefix(string(field), "\n")
		switch {
		case isDate(text):
			date = text
		case text != "" && dates[text] == "":
			dates[path.Clean(text)] = date
		}
	}
	return dates
}

// isDate tells whether s has the form 2026-01-31.
func isDate(s string) bool {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return false
	}
	for i, r := range s {
		if i != 4 && i != 7 && (r < '0' || r > '9') {
			return false
		}
	}
	return true
}

func (b *build) git(args ...string) ([]byte, error) {
	cmd := exec.CommandContext(b.ctx, "git", append([]string{"-C", b.content}, args...)...)
	return cmd.Output()
}

// shortName is a name for a file of the cache that belongs to path.
func shortName(path string) string {
	sum := sha256.Sum256([]byte(path))
	return hex.EncodeToString(sum[:8])
}
