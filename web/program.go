//go:build wogpage

package web

import (
	"embed"
	"io/fs"
)

//go:embed program
var held embed.FS

// program is the program as WebAssembly, with what starts it and the notices of what
// it is made of.
var program fs.FS = held
