//go:build wogfetch

package fonts

import (
	"syscall/js"

	"wogreport/internal/diag"
)

// files are those of the whole fonts, which lie beside the page.
var files = [numFaces]string{
	"LiberationSerif-Regular", "LiberationSerif-Bold", "LiberationSerif-Italic", "LiberationSerif-BoldItalic",
	"LiberationSans-Regular", "LiberationSans-Bold", "LiberationSans-Italic", "LiberationSans-BoldItalic",
	"LiberationMono-Regular",
}

// whole is the file of the whole font, which the worker fetches: most reports need none.
func whole(f Face) []byte {
	type answer struct {
		value js.Value
		ok    bool
	}
	got := make(chan answer, 1)
	took := func(ok bool) js.Func {
		return js.FuncOf(func(_ js.Value, args []js.Value) any {
			got <- answer{args[0], ok}
			return nil
		})
	}
	name := files[f] + ".ttf.gz"
	done, failed := took(true), took(false)
	defer done.Release()
	defer failed.Release()
	js.Global().Call("unpacked", name).Call("then", done, failed)
	a := <-got
	if !a.ok {
		panic(&diag.FileError{Code: "not-readable", Message: "a letter of the text needs the font " + name + ", which this page cannot get: " + a.value.Call("toString").String(), Hint: "try again when there is a network"})
	}
	data := make([]byte, a.value.Get("byteLength").Int())
	js.CopyBytesToGo(data, a.value)
	return data
}
