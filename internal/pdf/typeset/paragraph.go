package typeset

import "wogreport/internal/pdf/linebreak"

// setLines breaks the text into lines no wider than the measure.
func (t *text) setLines(measure float64) []Line {
	indent := t.style.Indent
	if t.fitsOneLine(measure) {
		return t.oneLine(measure)
	}
	opt := linebreak.Options{Measure: measure, LastMin: 4 * t.style.Size}
	tolerance := [...]float64{120, 500, 2000, 2000, 1e12}
	if t.style.Align != Justified {
		opt.Ragged = 4 * t.style.Size
		if t.style.Balanced {
			opt.Ragged, opt.LastMin = measure/2, 0
		}
		tolerance = [...]float64{1500, 1500, 5000, 5000, 1e12}
	}
	if indent < 0 {
		opt.Measure += indent // hanging: the first line is wider, by a box of negative width
	}
	z := t.items
	z.t, z.measure = t, opt.Measure
	for e := plainEffort; ; e++ {
		z.effort = e
		z.itemize(indent)
		opt.Tolerance = tolerance[e]
		switch e {
		case looseEffort, forcedEffort:
			opt.Emergency = measure * 0.05
		case lastEffort:
			opt.Emergency, opt.Force = measure, true
		}
		lines, ok := z.breaker.Break(z.items, opt)
		if ok || e == lastEffort {
			return t.fill(z, lines, opt.Measure)
		}
	}
}

// fitsOneLine reports whether the whole text needs no break.
func (t *text) fitsOneLine(measure float64) bool {
	for i := range t.glyphs {
		if t.glyphs[i].newline() {
			return false
		}
	}
	return t.natural()+max(0, t.style.Indent) <= measure
}

// oneLine sets the text on one line.
func (t *text) oneLine(measure float64) []Line {
	b := newLineBuilder(t, 1)
	for i := range t.glyphs {
		b.glyph(i, 0)
	}
	line := Line{Runs: b.line(), Width: b.x}
	line.X = t.place(measure, b.x)
	if t.style.Indent > 0 {
		line.X += t.style.Indent
	}
	return []Line{line}
}

// place is where a line of some width stands in the measure.
func (t *text) place(measure, width float64) float64 {
	switch t.style.Align {
	case Centered:
		return (measure - width) / 2
	case Right:
		return measure - width
	}
	return 0
}
