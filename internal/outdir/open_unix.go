//go:build unix

package outdir

import "syscall"

// nonblock opens a pipe without waiting for its other end, and nofollow no link.
const (
	nonblock = syscall.O_NONBLOCK
	nofollow = syscall.O_NOFOLLOW
)
