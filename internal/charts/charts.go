// Package charts owns the figures: it turns counts and labels into drawings,
// made with gonum/plot, that paint themselves on any vg.Canvas (the PDF page,
// SVG, PNG). Words and numbers come in already in the reader's language.
package charts

import "gonum.org/v1/plot/vg"

// Figure is a drawing of a fixed size. Draw may be called many times.
type Figure struct {
	Width, Height vg.Length
	Draw          func(vg.Canvas)
	Alt           string
}
