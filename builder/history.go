package builder

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
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
