package measure

import (
	"fmt"
	"io"
	"os"
)

// Scratch makes a folder below dir ("" for the system's) for what is measured, and
// returns how it is removed. One to be kept is told of on out, and stays.
func Scratch(dir, name string, keep bool, out io.Writer) (folder string, remove func(), err error) {
	folder, err = os.MkdirTemp(dir, name+"-")
	if err != nil || !keep {
		return folder, func() { os.RemoveAll(folder) }, err
	}
	_, err = fmt.Fprintln(out, "scratch folder:", folder)
	return folder, func() {}, err
}
