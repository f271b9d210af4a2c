//go:build !linux

package sheet

func inLargePages([]byte) {}
