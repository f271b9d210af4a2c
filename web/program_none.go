//go:build !wogpage

package web

import "io/fs"

// program is not there.
var program fs.FS
