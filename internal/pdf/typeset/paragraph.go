package typeset

import "wogreport/internal/pdf/linebreak"

// setLines breaks the text into lines no wider than the measure.
func (t *text) setLines(measure float64) []Line {
	indent := t.style.Indent
	if t.fitsOneLine(measure) {
		return t.oneLine(measure)
	}
	opt := linebreak.Options{Measure: measure, LastMin: measure / 3}
	tolerance := [...]float64{120, 500, 500, 2000, 2000, 1e12}
	if t.style.Align != Justified {
		opt.Ragged, opt.LastMin = 4*t.style.Size, 4*t.style.Size
		if measure > leastMeasure*t.style.Size {
			opt.LastMin = measure / 3
		}
		if t.style.Balanced {
			opt.Ragged, opt.LastMin = measure/2, 0
		}
		tolerance = [...]float64{1500, 1500, 1500, 5000, 5000, 1e12}
	}
	if indent < 0 {
		opt.Measure += indent // hanging: the first line is wider, by a box of negative width
	}
	z := t.items
	z.t, z.measure = t, opt.Measure
	for e := plainEffort; ; e++ {
		if e == trackEffort && t.style.Align != Justified {
			continue
		}
		lines, ok := t.try(z, e, tolerance[e], measure, opt)
		if ok && e < looseEffort && z.ladder(lines) {
			continue
		}
		if ok && e <= looseEffort && !t.style.Balanced && z.shortLast(lines, opt) {
			if others := t.withoutRunt(z, e, tolerance[:], measure, opt); others != nil {
				return t.fill(z, others, opt.Measure)
			}
			lines, ok = t.try(z, e, tolerance[e], measure, opt)
		}
		if ok || e == lastEffort {
			return t.fill(z, lines, opt.Measure)
		}
	}
}

// leastMeasure is how wide a text is at least, in sizes of its type, that is no column of a
// table, whose lines end as they may.
const leastMeasure = 18

// runtTolerance is how bad lines with letters apart may be that do away with a short last
// one.
const runtTolerance = 300

// leastLast are the parts of the measure that a last line has at least, the best first: where
// a third cannot be had, as in a paragraph of a line and a word, more words than one can, whole ones.
var leastLast = [...]float64{1.0 / 3, 1.0 / 4, 1.0 / 5, 1.0 / 7, 1.0 / 10}

// withoutRunt breaks the text by more effort so that its last line is not as short as with
// effort e, nil where that cannot be had: letters a little apart may do.
func (t *text) withoutRunt(z *itemizer, e effort, tolerance []float64, measure float64, opt linebreak.Options) []linebreak.Line {
	opt.NoRunt = true
	if t.style.Align != Justified { // a line may be much shorter, and no word is broken for it
		for _, part := range leastLast {
			opt.LastMin = min(opt.LastMin, part*measure)
			if lines, ok := t.try(z, e, tolerance[looseEffort], measure, opt); ok {
				return lines
			}
		}
		return nil
	}
	for k, part := range leastLast {
		opt.LastMin, opt.WholeLast = part*measure, k > 0
		for more := max(e, min(e+1, trackEffort)); more <= max(e, trackEffort); more++ {
			most := tolerance[more]
			if more == trackEffort {
				most = runtTolerance
			}
			if lines, ok := t.try(z, more, most, measure, opt); ok && !z.ladder(lines) {
				return lines
			}
		}
	}
	return nil
}

// try breaks the text with an effort.
func (t *text) try(z *itemizer, e effort, tolerance, measure float64, opt linebreak.Options) ([]linebreak.Line, bool) {
	z.effort = e
	z.itemize(t.style.Indent)
	opt.Tolerance = tolerance
	switch e {
	case looseEffort, forcedEffort:
		opt.Emergency = measure * 0.05
	case lastEffort:
		opt.Emergency, opt.Force = measure, true
	}
	return z.breaker.Break(z.items, opt)
}

// ladder reports whether more than two lines in a row end in a hyphen.
func (z *itemizer) ladder(lines []linebreak.Line) bool {
	row := 0
	for _, l := range lines {
		if row++; !z.items[l.End].Flagged {
			row = 0
		}
		if row > 2 {
			return true
		}
	}
	return false
}

// shortLast reports whether the last of several lines is shorter than it should be.
func (z *itemizer) shortLast(lines []linebreak.Line, opt linebreak.Options) bool {
	if len(lines) < 2 {
		return false
	}
	w := 0.0
	for _, it := range z.items[lines[len(lines)-1].Start:] {
		if it.Kind != linebreak.Penalty { // whose width is a hyphen that is not set
			w += it.Width
		}
	}
	return w < opt.LastMin
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
