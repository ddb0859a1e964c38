package preview

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// limitVariable names the folder to serve where the system watches few folders.
const limitVariable = "PREVIEW_TEST_LIMIT"

// TestLimit serves a handbook with more folders than the system watches, as it is for
// a user who runs much else: the rest is looked at. The limit is a real one, of a user
// namespace of its own.
func TestLimit(t *testing.T) {
	if os.Getenv(limitVariable) != "" {
		limited(t)
		return
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "-test.run", "^TestLimit$", "-test.v")
	cmd.Env = append(os.Environ(), limitVariable+"=6")
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	out, err := cmd.CombinedOutput()
	switch {
	case cmd.ProcessState == nil:
		t.Skip("no user namespaces here: ", err)
	case strings.Contains(string(out), "--- SKIP"):
		t.Skipf("%s", out)
	case err != nil || !strings.Contains(string(out), "--- PASS"):
		t.Errorf("%v\n%s", err, out)
	}
}

// limited is the test where the system watches few folders.
func limited(t *testing.T) {
	if err := os.WriteFile("/proc/sys/user/max_inotify_watches", []byte(os.Getenv(limitVariable)), 0); err != nil {
		t.Skip("the limit can't be set: ", err)
	}
	dir := smallHandbook(t)
	d := disk{t, dir}
	for i := range 8 {
		d.write(fmt.Sprintf("map%d/diep/a.md", i), "# A\n")
	}
	few, many := smallHandbook(t), running(t, dir, false)
	for i := range 8 {
		d.write(fmt.Sprintf("map%d/diep/a.md", i), "# Anders\n")
		comes(t, many, dir, fmt.Sprintf("folder %d of too many", i))
	}
	d.write("nog/een.md", "# Een\n")
	comes(t, many, dir, "a new folder")
	// One for which there are enough in the beginning, and not later.
	if err := os.WriteFile("/proc/sys/user/max_inotify_watches", []byte("1000"), 0); err != nil {
		t.Fatal(err)
	}
	s := running(t, few, false)
	if err := os.WriteFile("/proc/sys/user/max_inotify_watches", []byte("1"), 0); err != nil {
		t.Fatal(err)
	}
	d = disk{t, few}
	d.write("later/diep/a.md", "# Later\n")
	comes(t, s, few, "a folder that is not watched")
	d.write("later/diep/a.md", "# Nog later\n")
	comes(t, s, few, "a page in it")
}
