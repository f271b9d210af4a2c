//go:build !windows

package main

// ownWindow reports whether the program's window closes with it, which only
// Windows does.
func ownWindow() bool { return false }
