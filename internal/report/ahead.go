package report

import (
	"errors"
	"strconv"
	"sync"
)

// The built-in templates are compiled to Go ahead of time (ahead_gen.go), since
// parsing them was a tenth of what a single build took and carrying them out by
// reflection a fifth of each report of a batch. text/template has the last word:
// what an author wrote, and what fails, it carries out.
//
//go:generate go test -tags interpreted -run ^TestTemplatesAreCompiled$ -update .

// checkBlock is told what compiled blocks wrote; for tests.
var checkBlock func(w *words, name string, data any, text string)

// ahead runs a built-in block that was compiled for such data. It does not if
// something of the study's own stands in the place of a block, or if the
// function fails, so that text/template says where and why.
func (w *words) ahead(name string, data any) (text string, ok bool) {
	if w.replaced {
		return "", false
	}
	if w.out == nil { // sections run blocks while one runs
		room := outs.Get().(*[]byte)
		w.out = *room
		defer func() {
			*room, w.out = w.out, nil
			outs.Put(room)
		}()
	}
	start := len(w.out)
	defer func() {
		w.out = w.out[:start]
		if recover() != nil {
			text, ok = "", false
		}
	}()
	if !compiled(w, w.name, name, data) || w.replaced { // by a section that the block has placed
		return "", false
	}
	text = string(w.out[start:])
	if checkBlock != nil {
		checkBlock(w, name, data, text)
	}
	return text, true
}

// outs are the rooms that blocks are written in; most articles fit.
var outs = sync.Pool{New: func() any { b := make([]byte, 0, 32<<10); return &b }}

// s and i write a text and a whole number.
func (w *words) s(s string) { w.out = append(w.out, s...) }
func (w *words) i(n int)    { w.out = strconv.AppendInt(w.out, int64(n), 10) }

// errBlock ends a compiled block; text/template will say what it is about.
var errBlock = errors.New("a block failed")

// must is a value that exists.
func must[T any](v T, err error) T {
	if err != nil {
		panic(errBlock)
	}
	return v
}
