package pdf

import (
	"strings"
	"unicode"

	"wogreport/internal/hyphen"
	"wogreport/internal/pdf/fonts"
	"wogreport/internal/pdf/linebreak"
)

// effort is what is tried to set a paragraph, the lesser first.
type effort uint8

const (
	plainEffort  effort = iota // breaks at spaces and the writer's own hyphens
	hyphenEffort               // and within words
	looseEffort                // and wide spaces, and the hyphen of a reduplication
	forcedEffort               // and anywhere in a word that is too long for a line
)

// Penalties of breaks.
const (
	hyphenPenalty    = 60
	dashPenalty      = 30  // after a hyphen that is written
	doublePenalty    = 400 // at the hyphen of a reduplication
	slashPenalty     = 80
	addressPenalty   = 20
	anywherePenalty  = 3000
	raggedHyphen     = 700 // in ragged text a hyphen saves little
	maxBreakableWord = 60  // letters; a longer one is no word and isn't hyphenated
)

// part says what an item of a paragraph is made of.
type part struct {
	from, to int // glyphs of a box; the space of a glue
	hyphen   bool
}

// itemizer turns glyphs into items for the line breaker.
type itemizer struct {
	t       *text
	effort  effort
	measure float64
	items   []linebreak.Item
	parts   []part
}

func (z *itemizer) put(it linebreak.Item, p part) {
	z.items = append(z.items, it)
	z.parts = append(z.parts, p)
}

// itemize is the paragraph as items; the first line begins with an indent.
func (z *itemizer) itemize(indent float64) {
	t := z.t
	z.items, z.parts = z.items[:0], z.parts[:0]
	if indent != 0 {
		z.put(linebreak.Item{Width: indent}, part{})
	}
	g := t.glyphs
	for i := 0; i < len(g); {
		switch {
		case g[i].newline():
			z.end()
			z.put(linebreak.Item{}, part{i, i, false}) // keeps an empty line
			i++
		case g[i].r == noBreak:
			z.put(linebreak.Item{Kind: linebreak.Penalty, Penalty: linebreak.Never}, part{})
			z.space(i)
			i++
		case g[i].space():
			// no line begins with a dash
			if i+1 < len(g) && (g[i+1].r == '–' || g[i+1].r == '—') {
				z.put(linebreak.Item{Kind: linebreak.Penalty, Penalty: linebreak.Never}, part{})
			}
			z.space(i)
			i++
		default:
			end := i
			for end < len(g) && !g[end].space() && !g[end].newline() {
				end++
			}
			z.word(i, end)
			i = end
		}
	}
	z.end()
}

func (z *itemizer) space(i int) {
	it := linebreak.Item{Kind: linebreak.Glue, Width: z.t.glyphs[i].width}
	if z.t.style.align == justified {
		it.Stretch, it.Shrink = it.Width*0.5, it.Width*0.3
	}
	z.put(it, part{i, i + 1, false})
}

// end closes a line that is not filled.
func (z *itemizer) end() {
	if !z.t.style.balanced {
		z.put(linebreak.Item{Kind: linebreak.Penalty, Penalty: linebreak.Never}, part{})
		z.put(linebreak.Item{Kind: linebreak.Glue, Stretch: linebreak.Fill}, part{})
	}
	z.put(linebreak.Item{Kind: linebreak.Penalty, Penalty: linebreak.Forced}, part{})
}

// cut is a place in a word where a line may end.
type cut struct {
	at      int // the first glyph of the next line
	penalty int
	hyphen  bool
}

// word puts glyphs [from, to) as boxes with the breaks between them.
func (z *itemizer) word(from, to int) {
	t := z.t
	start := from
	for _, c := range z.cuts(from, to) {
		z.box(start, c.at)
		it := linebreak.Item{Kind: linebreak.Penalty, Penalty: c.penalty, Flagged: c.hyphen, After: -t.glyphs[c.at].kern}
		if c.hyphen {
			it.Width = t.hyphenWidth(c.at - 1)
		}
		z.put(it, part{hyphen: c.hyphen})
		start = c.at
	}
	z.box(start, to)
}

func (z *itemizer) box(from, to int) {
	w := 0.0
	for i := from; i < to; i++ {
		w += z.t.glyphs[i].width + z.t.glyphs[i].kern
	}
	z.put(linebreak.Item{Width: w}, part{from, to, false})
}

func (t *text) hyphenWidth(i int) float64 {
	f := t.fonts[t.glyphs[i].font]
	return float64(f.face.Metrics().Width(fonts.Hyphen)) * f.size / 1000
}

// cuts are the places in the word of glyphs [from, to), in order.
func (z *itemizer) cuts(from, to int) []cut {
	if to-from < 3 {
		return nil
	}
	t := z.t
	g := t.glyphs
	address := z.address(from, to)
	anywhere := false
	if z.effort == forcedEffort {
		w := 0.0
		for i := from; i < to; i++ {
			w += g[i].width + g[i].kern
		}
		anywhere = w > z.measure
	}
	penalty := make(map[int]cut)
	for i := from + 1; i < to; i++ {
		switch prev := g[i-1].r; {
		case unicode.Is(unicode.M, g[i].r): // a mark stays with its letter
		case address && strings.ContainsRune("/.-_?&=#@:", prev) && !strings.ContainsRune("/.", g[i].r):
			penalty[i] = cut{i, addressPenalty, false}
		case prev == softHyphen:
			penalty[i] = cut{i, hyphenPenalty, true}
		case prev == zeroWidth:
			penalty[i] = cut{i, 0, false}
		case prev == '—' || isIdeograph(prev) || isIdeograph(g[i].r):
			penalty[i] = cut{i, dashPenalty, false}
		case prev == '/' && i-1 > from:
			penalty[i] = cut{i, slashPenalty, false}
		case (prev == '-' || prev == '\u2010') && i-1 > from && unicode.IsLetter(g[i].r) && unicode.IsLetter(g[i-2].r):
			if !reduplicated(g[from:i-1], g[i:to]) {
				penalty[i] = cut{i, dashPenalty, false}
			} else if z.effort >= looseEffort {
				penalty[i] = cut{i, doublePenalty, false}
			}
		}
		if _, ok := penalty[i]; !ok && anywhere && !unicode.Is(unicode.M, g[i].r) {
			penalty[i] = cut{i, anywherePenalty, false}
		}
	}
	if z.effort >= hyphenEffort && !address && !t.style.rigid {
		z.hyphens(from, to, penalty)
	}
	if len(penalty) == 0 {
		return nil
	}
	cuts := make([]cut, 0, len(penalty))
	for i := from + 1; i < to; i++ {
		if c, ok := penalty[i]; ok {
			cuts = append(cuts, c)
		}
	}
	return cuts
}

// hyphens adds the places where the word's language breaks it.
func (z *itemizer) hyphens(from, to int, penalty map[int]cut) {
	g := z.t.glyphs
	if to-from > maxBreakableWord || z.t.fonts[g[from].font].face == fonts.MonoRegular {
		return
	}
	word := make([]rune, to-from)
	for i := range word {
		if word[i] = g[from+i].r; word[i] == softHyphen {
			return // the writer has said where
		}
	}
	p := hyphenPenalty
	if z.t.style.align != justified {
		p = raggedHyphen
	}
	for _, at := range hyphen.Points(z.t.langs[g[from].lang], string(word)) {
		if _, ok := penalty[from+at]; !ok {
			penalty[from+at] = cut{from + at, p, true}
		}
	}
}

// address reports whether the word is a web or mail address.
func (z *itemizer) address(from, to int) bool {
	g := z.t.glyphs
	for i := from; i < to; i++ {
		switch g[i].r {
		case '@', '_':
			return true
		case ':':
			if i+2 < to && g[i+1].r == '/' && g[i+2].r == '/' {
				return true
			}
		case '.':
			if i > from && i+1 < to && unicode.IsLetter(g[i+1].r) && unicode.IsLower(g[i-1].r) {
				return true
			}
		case '/':
			if strings.HasPrefix(z.t.links[g[i].link], "http") {
				return true
			}
		}
	}
	return false
}

// reduplicated reports whether the letters after a hyphen repeat those before
// it, with affixes or without (ragu-ragu, sebaik-baiknya).
func reduplicated(before, after []glyph) bool {
	root := 0
	for root < len(after) && root < len(before) && unicode.IsLetter(after[root].r) {
		root++
	}
	for n := root; n >= 3; n-- {
		same := true
		for k := 0; k < n && same; k++ {
			same = unicode.ToLower(before[len(before)-n+k].r) == unicode.ToLower(after[k].r)
		}
		if same {
			return true
		}
	}
	return false
}

// isIdeograph reports whether lines break beside the rune as in Chinese.
func isIdeograph(r rune) bool {
	return r == fonts.Substitute || r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// setLines breaks the text into lines no wider than the measure.
func (t *text) setLines(measure float64) []textLine {
	opt := linebreak.Options{Measure: measure, LastMin: 2.5 * t.style.size}
	tolerance := [...]float64{80, 400, 1500, 1e12}
	if t.style.align != justified {
		opt.Ragged = 4 * t.style.size
		if t.style.balanced {
			opt.LastMin = 0
		}
		tolerance = [...]float64{1500, 1500, 5000, 1e12}
	}
	indent := t.style.indent
	if indent < 0 {
		opt.Measure += indent // hanging: the first line is wider, by a box of negative width
	}
	z := &itemizer{t: t, measure: opt.Measure}
	for e := plainEffort; ; e++ {
		z.effort = e
		z.itemize(indent)
		opt.Tolerance = tolerance[e]
		if e >= looseEffort {
			opt.Emergency = measure * 0.05
		}
		if e == forcedEffort {
			opt.Emergency, opt.Force = measure, true
		}
		lines, ok := linebreak.Break(z.items, opt)
		if ok {
			return t.fill(z, lines, opt.Measure)
		}
	}
}
