//go:build !linux

package infile

import "os"

// generated reports a file that is on no disk. Elsewhere than on Linux those
// are devices.
func generated(*os.File) bool { return false }
