package typeset

import (
	"math"

	"wogreport/internal/lang"
	"wogreport/internal/pdf/fonts"
	"wogreport/internal/pdf/linebreak"
)

// Run is a piece of a line in one face, one language and with one link. X is from
// the line's left end.
type Run struct {
	X, Width float64
	Font     Font
	Lang     lang.Tag
	Link     string  // "#ID" of a block, a URL, or ""
	Alt      string  // of a formula: what it says in words
	Codes    []byte  // in the faces' encoding
	Shifts   []int16 // after each code, in thousandths of the size
	Space    float64 // added to each space, in points
	Track    float64 // added to each character, in points
	Scale    float64 // how many times as wide its characters are as in the face; 0: once
	Full     string  // instead of Codes: text that needs the full font
	Actual   string  // what it stands for, where that is not what it shows
}

// String is the run's characters.
func (r *Run) String() string { return string(r.appendRunes(nil)) }

func (r *Run) appendRunes(to []rune) []rune {
	for _, c := range r.Full {
		to = append(to, c)
	}
	for _, c := range r.Codes {
		to = append(to, fonts.Rune(c))
	}
	return to
}

// Line is a line of text: runs from left to right.
type Line struct {
	Runs  []Run
	Width float64
	X     float64 // where it stands in the measure

	Hang     float64 // how much of Width stands out of the measure
	Hyphened bool    // it ends within a word
	Within   bool    // the next line goes on without a space
}

// String is the line's characters.
func (l *Line) String() string {
	var b []rune
	for i := range l.Runs {
		b = l.Runs[i].appendRunes(b)
	}
	return string(b)
}

// fill makes the runs of each line: spaces, and where they were given to it letters,
// stretched to the measure, the added hyphen, and the line's place by the style's
// alignment.
func (t *text) fill(z *itemizer, lines []linebreak.Line, measure float64) []Line {
	out := make([]Line, len(lines))
	hang := max(0, -t.style.Indent)
	b := newLineBuilder(t, len(lines))
	for i, l := range lines {
		b.begin()
		ratio := 0.0
		if t.style.Align == Justified && !math.IsInf(l.Ratio, 0) {
			ratio = l.Ratio
		}
		if z.tracks() {
			ratio = b.letters(z, l, ratio)
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
				b.glyph(p.from, z.give(it, ratio))
			}
		}
		if z.parts[l.End].hyphen {
			b.hyphen()
		}
		line := Line{Runs: b.line(), Width: b.x - b.track, Hyphened: z.parts[l.End].hyphen || b.endsInHyphen(), Within: z.parts[l.End].within}
		if t.style.Align == Justified {
			line.Hang = z.items[l.End].Hang
		}
		line.X = t.place(measure, b.x) + hang
		if i == 0 {
			line.X += t.style.Indent
		}
		out[i] = line
	}
	return out
}

// give is what a space gives to a line, without its share as a letter.
func (z *itemizer) give(it *linebreak.Item, ratio float64) float64 {
	own, letter := it.Stretch, z.tracking(1)
	if ratio < 0 {
		own, letter = it.Shrink, z.tightening(1)
	}
	if !z.tracks() {
		letter = 0
	}
	return ratio * (own - letter)
}

// letters returns the ratio of a line's spaces: they give first, then the letters, and
// what is more than that the spaces again.
func (b *lineBuilder) letters(z *itemizer, l linebreak.Line, ratio float64) float64 {
	most := mostTracking
	if ratio < 0 {
		most = mostTightening
	}
	all, spaces := 0.0, 0.0 // what all give by a ratio of one, and what of it spaces do
	natural := 0.0          // how wide all characters are by themselves
	if to := z.parts[max(l.End-1, 0)].to; z.parts[l.End].hyphen && to > 0 {
		natural = b.t.hyphenWidth(to - 1)
	}
	for k := l.Start; k < l.End; k++ {
		it, p := &z.items[k], z.parts[k]
		if p.to > p.from {
			natural += it.Width
		}
		give := it.Stretch
		if ratio < 0 {
			give = it.Shrink
		}
		switch {
		case it.Kind == linebreak.Box:
			all += give
		case it.Kind == linebreak.Glue && p.to > p.from:
			all += give
			spaces += give - most*z.t.style.Size
		}
	}
	letters := math.Round((all - spaces) / (most * z.t.style.Size))
	gaps := letters - 1 // nothing is given after the last
	if z.parts[l.End].hyphen {
		gaps++
	}
	asked := math.Abs(ratio) * all
	given := min(max(0, asked-spaces), all-spaces) // by the letters
	// First they are wider or narrower themselves, which is seen less than that they stand apart.
	wider := 0.0
	if natural > 0 {
		wider = min(rounded(given/natural, 1e4), mostExpansion)
	}
	b.wider = math.Copysign(wider, ratio)
	if wider == mostExpansion {
		b.track = math.Copysign(rounded((given-float64(natural*wider))/max(gaps, 1), 1e4), ratio)
	}
	if spaces <= 0 {
		return 0
	}
	return math.Copysign((asked-given)/spaces, ratio)
}

// lineBuilder sets glyphs one after the other. The lines of a text have their
// runs, codes and shifts in common arrays.
type lineBuilder struct {
	t      *text
	track  float64 // between the letters of the line
	wider  float64 // by what part of their own width they are wider
	runs   []Run
	codes  []byte
	shifts []int16
	first  int // run of the line
	start  int // of the last run in codes
	x      float64
	last   int // the glyph set last, plus one; 0 at the start of a line

	font   uint16 // of the last run
	link   uint32
	lang   uint8
	full   bool // it needs the full font
	stands bool // for another text
}

// newLineBuilder is for a text of about so many lines.
func newLineBuilder(t *text, lines int) lineBuilder {
	n := len(t.glyphs) + lines // a hyphen each
	return lineBuilder{
		t: t, runs: make([]Run, 0, lines+2*max(0, len(t.fonts)+len(t.links)+len(t.langs)-3)),
		codes: make([]byte, 0, n), shifts: make([]int16, 0, n),
	}
}

// begin begins a line.
func (b *lineBuilder) begin() { b.x, b.last, b.track, b.wider, b.first = 0, 0, 0, 0, len(b.runs) }

// line is the runs of the line.
func (b *lineBuilder) line() []Run { return b.runs[b.first:len(b.runs):len(b.runs)] }

// run begins a run.
func (b *lineBuilder) run(font uint16, link uint32, lang uint8, full, stands bool) *Run {
	b.font, b.link, b.lang, b.full, b.stands = font, link, lang, full, stands
	b.start = len(b.codes)
	b.runs = append(b.runs, Run{X: b.x, Font: b.t.fonts[font], Lang: b.t.langs[lang], Link: b.t.links[link].link, Alt: b.t.links[link].alt})
	r := &b.runs[len(b.runs)-1]
	if b.wider != 0 {
		r.Scale = 1 + b.wider
	}
	return r
}

// code adds a character to the last run.
func (b *lineBuilder) code(c byte) {
	b.codes, b.shifts = append(b.codes, c), append(b.shifts, 0)
	r, n := &b.runs[len(b.runs)-1], len(b.codes)
	r.Codes, r.Shifts = b.codes[b.start:n:n], b.shifts[b.start:n:n]
}

// glyph sets a glyph and extra space after it.
func (b *lineBuilder) glyph(i int, extra float64) {
	g := &b.t.glyphs[i]
	if g.r == softHyphen || g.r == zeroWidth {
		return
	}
	kern := 0.0
	if b.last > 0 && b.last == i {
		kern = g.kern
	}
	b.x += kern + float64(kern*b.wider)
	var r *Run
	full, stands := g.code == 0, g.actual != 0
	if len(b.runs) == b.first || b.font != g.font || b.link != g.link || b.lang != g.lang || b.full != full || b.stands != stands {
		r = b.run(g.font, g.link, g.lang, full, stands)
	} else {
		r = &b.runs[len(b.runs)-1]
		if kern != 0 && !full {
			b.shift(r, kern)
		}
	}
	if stands {
		r.Actual += string(g.actual)
	}
	if full {
		r.Full += string(g.r)
	} else {
		b.code(g.code)
	}
	b.x += g.width + float64(g.width*b.wider)
	if !full {
		r.Track = b.track
		b.x += b.track
	}
	if extra != 0 && g.code != 0 {
		extra = thousandths(extra)
		r.Space = extra // the same in all spaces of a font and a line
	}
	b.x += extra
	r.Width = b.x - r.X
	b.last = i + 1
}

// endsInHyphen reports whether the line ends in a hyphen that is written.
func (b *lineBuilder) endsInHyphen() bool {
	return b.last > 0 && b.t.glyphs[b.last-1].r == '-'
}

// shift moves what follows in the run, in thousandths of the size, as kerns are.
func (b *lineBuilder) shift(r *Run, points float64) {
	by := math.Round(points / r.Font.Size * 1000)
	r.Shifts[len(r.Shifts)-1] += int16(min(max(by, math.MinInt16), math.MaxInt16))
}

// thousandths rounds what a PDF will hold with three decimals.
func thousandths(v float64) float64 { return rounded(v, 1000) }

// rounded is v in whole parts of one. What is half a part but for the last digits, which
// processors compute otherwise, is half a part.
func rounded(v, parts float64) float64 {
	return math.Round(math.Round(v*parts*1000)/1000) / parts
}

// hyphen sets the hyphen that breaking a word adds.
func (b *lineBuilder) hyphen() {
	if len(b.runs) == b.first {
		return
	}
	if b.full || b.stands {
		b.run(b.font, b.link, b.lang, false, false)
	}
	b.code(fonts.Hyphen)
	r := &b.runs[len(b.runs)-1]
	r.Track = b.track
	b.x += float64(b.t.hyphenWidth(b.last-1)*(1+b.wider)) + b.track
	r.Width = b.x - r.X
}
