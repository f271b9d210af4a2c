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
	space    float64 // more room in each space, in points
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

	hyphened bool // it ends within a word
}

// A line whose spaces would have to grow beyond maxRatio times their stretch
// is left short instead: an address that can't be broken does less harm so.
const (
	maxRatio   = 3
	shortRatio = 0.7
)

// fill makes the runs of each line: spaces stretched to the measure, the added
// hyphen, and the line's place by the style's alignment.
func (t *text) fill(z *itemizer, lines []linebreak.Line, measure float64) []textLine {
	out := make([]textLine, len(lines))
	hang := max(0, -t.style.indent)
	for i, l := range lines {
		b := lineBuilder{t: t, size: z.glyphs(l)}
		if t.style.align == justified && !math.IsInf(l.Ratio, 0) {
			b.ratio = l.Ratio
			if b.ratio > maxRatio {
				b.ratio = shortRatio
			}
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
		line := textLine{runs: b.runs, width: b.x, hyphened: z.parts[l.End].hyphen || b.endsInHyphen()}
		line.x = t.place(measure, b.x) + hang
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
	size  int // about how many glyphs will come
	ratio float64
	runs  []run
	x     float64
	count int // glyphs set
	last  int // the glyph set last, plus one
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
		room := max(4, b.size-b.count)
		b.runs = append(b.runs, run{x: b.x, font: f, link: link, codes: make([]byte, 0, room), shifts: make([]int16, 0, room)})
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
		extra = thousandths(extra)
		r.space = extra // the same in all spaces of a font and a line
	}
	b.x += extra
	r.width = b.x - r.x
	b.last = i + 1
	b.count++
}

// endsInHyphen reports whether the line ends in a hyphen that is written.
func (b *lineBuilder) endsInHyphen() bool {
	return b.last > 0 && b.t.glyphs[b.last-1].r == '-'
}

// glyphs is about how many glyphs a line has.
func (z *itemizer) glyphs(l linebreak.Line) int {
	first, last := 0, 0
	for k := l.Start; k < l.End; k++ {
		if p := z.parts[k]; p.to > p.from {
			if first == 0 {
				first = p.from + 1
			}
			last = p.to + 1
		}
	}
	return last - first + 2
}

// shift moves what follows in the run, in whole thousandths of the size, as
// kerns are.
func (b *lineBuilder) shift(r *run, points float64) {
	whole := math.Round(points / r.font.size * 1000)
	r.shifts[len(r.shifts)-1] += int16(min(max(whole, math.MinInt16), math.MaxInt16))
}

// thousandths rounds what a PDF will hold with three decimals.
func thousandths(v float64) float64 { return math.Round(v*1000) / 1000 }

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
