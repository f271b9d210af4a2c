//go:build !unix

package outdir

// There are no pipes with a place in a folder here, and links are looked for
// before a file is opened.
const (
	nonblock = 0
	nofollow = 0
)
