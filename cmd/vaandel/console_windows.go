package main

import (
	"os"

	"golang.org/x/sys/windows"
)

// obeysEscapes asks the console to obey escape sequences, which those of Windows
// 10 and later do when they are asked.
func obeysEscapes(f *os.File) bool {
	var mode uint32
	handle := windows.Handle(f.Fd())
	if err := windows.GetConsoleMode(handle, &mode); err != nil {
		return false
	}
	return windows.SetConsoleMode(handle, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}
