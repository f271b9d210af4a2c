package main

import "github.com/inconshreveable/mousetrap"

// ownWindow reports whether the program was started by a double click or by
// dropping a file on it: its window then closes with it.
func ownWindow() bool { return mousetrap.StartedByExplorer() }
