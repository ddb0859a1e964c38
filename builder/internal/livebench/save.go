package main

import "os"

// way is how an editor saves a file.
type way struct {
	name string
	save func(name string, text []byte) error
}

// ways are the two that there are.
var ways = []way{
	{"saved in place", inPlace},
	{"saved by renaming", byRenaming},
}

// inPlace empties the file and writes it anew.
func inPlace(name string, text []byte) error { return os.WriteFile(name, text, 0o644) }

// byRenaming writes another file and gives it the name, so that there is never half
// of one.
func byRenaming(name string, text []byte) error {
	if err := os.WriteFile(name+".tmp", text, 0o644); err != nil {
		return err
	}
	return os.Rename(name+".tmp", name)
}
