//go:build !windows

package main

import "os"

// obeysEscapes tells whether a terminal moves its cursor and shows colours where
// it is told to. Outside of Windows all do.
func obeysEscapes(*os.File) bool { return true }
