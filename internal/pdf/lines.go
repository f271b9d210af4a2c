package pdf

import (
	"math"

	"wogreport/internal/pdf/fonts"
	"wogreport/internal/pdf/linebreak"
)

// run is a piece of a line in one face. X is from the line's left end.
type run struct {
	x, width float64
	font     font
	link     string
	codes    []byte  // in the faces' encoding
	shifts   []int16 // after each code, in thousandths of the size
	whole    string  // instead of codes: text for the whole font
}

// String is the run's characters.
func (r *run) String() string {
	if r.whole != "" {
		return r.whole
	}
	s := make([]rune, len(r.codes))
	for i, c := range r.codes {
		s[i] = fonts.Rune(c)
	}
	return string(s)
}

// textLine is a line of text: runs from left to right.
type textLine struct {
	runs  []run
	width float64
	x     float64 // where it stands in the measure
}

// fill makes the runs of each line: spaces stretched to the measure, the added
// hyphen, and the line's place by the style's alignment.
func (t *text) fill(z *itemizer, lines []linebreak.Line, measure float64) []textLine {
	out := make([]textLine, len(lines))
	hang := max(0, -t.style.indent)
	for i, l := range lines {
		b := lineBuilder{t: t}
		if t.style.align == justified && !math.IsInf(l.Ratio, 0) {
			b.ratio = l.Ratio
		}
		for k := l.Start; k < l.End; k++ {
			it, p := &z.items[k], z.parts[k]
			switch it.Kind {
			case linebreak.Box:
				for g := p.from; g < p.to; g++ {
					b.glyph(g, 0)
				}
			case linebreak.Glue:
				if p.to == p.from {
					continue // the fill at the end
				}
				extra := b.ratio * it.Stretch
				if b.ratio < 0 {
					extra = b.ratio * it.Shrink
				}
				b.glyph(p.from, extra)
			}
		}
		if z.parts[l.End].hyphen {
			b.hyphen()
		}
		line := textLine{runs: b.runs, width: b.x}
		switch t.style.align {
		case centered:
			line.x = (measure - b.x) / 2
		case right:
			line.x = measure - b.x
		}
		line.x += hang
		if i == 0 {
			line.x += t.style.indent
		}
		out[i] = line
	}
	return out
}

// lineBuilder sets glyphs one after the other.
type lineBuilder struct {
	t     *text
	ratio float64
	runs  []run
	x     float64
	last  int     // the glyph set last, plus one
	debt  float64 // what rounding of shifts owes to the run, in points
}

// glyph sets a glyph and extra room after it.
func (b *lineBuilder) glyph(i int, extra float64) {
	g := &b.t.glyphs[i]
	if g.r == softHyphen || g.r == zeroWidth {
		return
	}
	f := b.t.fonts[g.font]
	link := b.t.links[g.link]
	n := len(b.runs) - 1
	same := n >= 0 && b.runs[n].font == f && b.runs[n].link == link && (b.runs[n].whole == "") == (g.code != 0)
	kern := 0.0
	if b.last > 0 && b.last == i {
		kern = g.kern
	}
	b.x += kern
	if !same {
		b.runs = append(b.runs, run{x: b.x, font: f, link: link})
		b.debt = 0
		n++
	} else if kern != 0 && g.code != 0 {
		b.shift(&b.runs[n], kern)
	}
	r := &b.runs[n]
	if g.code == 0 {
		r.whole += string(g.r)
	} else {
		r.codes = append(r.codes, g.code)
		r.shifts = append(r.shifts, 0)
	}
	b.x += g.width
	if extra != 0 && g.code != 0 {
		b.shift(r, extra)
	}
	b.x += extra
	r.width = b.x - r.x
	b.last = i + 1
}

// shift moves what follows in the run, in whole thousandths of the size, and
// carries the rounding over to the next shift.
func (b *lineBuilder) shift(r *run, points float64) {
	want := (points + b.debt) / r.font.size * 1000
	whole := math.Round(min(max(want, math.MinInt16), math.MaxInt16))
	b.debt = (want - whole) * r.font.size / 1000
	r.shifts[len(r.shifts)-1] += int16(whole)
}

// hyphen sets the hyphen that breaking a word adds.
func (b *lineBuilder) hyphen() {
	if len(b.runs) == 0 {
		return
	}
	r := &b.runs[len(b.runs)-1]
	w := b.t.hyphenWidth(b.last - 1)
	if r.whole != "" {
		b.runs = append(b.runs, run{x: b.x, font: r.font, link: r.link})
		r = &b.runs[len(b.runs)-1]
	}
	r.codes = append(r.codes, fonts.Hyphen)
	r.shifts = append(r.shifts, 0)
	b.x += w
	r.width = b.x - r.x
}
