package typeset

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wogreport/internal/hyphen"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/fonts"
	"wogreport/internal/pdf/linebreak"
)

// effort is what is tried to set a paragraph, the lesser first.
type effort uint8

const (
	plainEffort  effort = iota // breaks at spaces and the writer's own hyphens
	hyphenEffort               // and within words
	trackEffort                // and letters a little further apart, or closer
	looseEffort                // and wide spaces, and the hyphen of a reduplication
	forcedEffort               // and anywhere in a word that is too long for a line
	lastEffort                 // and lines of any looseness
)

// Penalties of breaks.
const (
	hyphenPenalty    = 80
	dashPenalty      = 30  // after a hyphen that is written
	doublePenalty    = 400 // at the hyphen of a reduplication
	slashPenalty     = 80
	addressPenalty   = 20
	leanPenalty      = 1500
	anywherePenalty  = 3000
	shortPenalty     = 150
	raggedHyphen     = 700 // in ragged text a hyphen saves little
	maxBreakableWord = 60  // letters; a longer one is no word and isn't hyphenated
	shortWord        = 6   // letters; a shorter one is hyphenated only if nothing else helps, as names are
)

// part says what an item of a paragraph is made of.
type part struct {
	from, to int // glyphs of a box; the space of a glue
	hyphen   bool
	within   bool // a line that ends here ends without a space
}

// itemizer turns glyphs into items for the line breaker.
type itemizer struct {
	t       *text
	effort  effort
	measure float64
	items   []linebreak.Item
	parts   []part
	found   []cut // buffer of cuts
	word    []rune
	breaker linebreak.Breaker
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
			z.put(linebreak.Item{}, part{from: i, to: i}) // keeps an empty line
			i++
		case g[i].r == noBreak:
			z.tie()
			z.space(i)
			i++
		case g[i].space():
			if i+1 < len(g) && (g[i+1].r == '–' || g[i+1].r == '—' || z.t.tied(i)) {
				z.tie() // no line begins with a dash
			} else if z.leans(i) {
				z.lean()
			}
			z.space(i)
			i++
		default:
			end := i
			for end < len(g) && !g[end].space() && !g[end].newline() {
				end++
			}
			z.boxes(i, end)
			i = end
		}
	}
	z.end()
}

const signs = "=<>≤≥≈±+−×÷/"

// tied reports whether what follows the space i must stand on the line of what is before
// it: a number with its word (butir 3, Golongan III), with its sign (≥ 0,6) and that
// with a symbol (n = 65), a symbol with its word (nilai p) and with the one that says which
// it is (r hitung), the number of an edition (4th ed.), names with an &, and "and" at the end
// of an entry of a list.
func (t *text) tied(i int) bool {
	g := t.glyphs
	if i == 0 || i+1 >= len(g) {
		return false
	}
	before, after := g[i-1].r, g[i+1].r
	alone := func(k int) bool {
		return symbol(g[k].r) && (k == 0 || !letterOrMark(g[k-1].r)) && (k+1 == len(g) || !letterOrMark(g[k+1].r))
	}
	switch {
	case strings.ContainsRune(signs, before):
		return unicode.IsDigit(after) || after == '−'
	case strings.ContainsRune(signs, after):
		return alone(i-1) || before == ')'
	case after == '&' || before == '&':
		return true
	case alone(i - 1):
		return unicode.IsDigit(after) || lang.Which(t.wordAt(i+1)) || len(g) <= shortHead
	case alone(i + 1):
		return unicode.IsLetter(before)
	case after == '(' && unicode.IsDigit(before) && !slices.ContainsFunc(g[i+1:], func(x glyph) bool { return x.space() || x.newline() }):
		return true // butir 6 (2,13), which ends a paragraph
	case before == ';' && i+1+utf8.RuneCountInString(t.wordAt(i+1)) == len(g):
		return true // the word that ends an entry of a list (…; and)
	case after == 'e' && t.wordAt(i+1) == "ed":
		return unicode.IsLetter(before) // (4th ed.)
	case unicode.IsDigit(after) || t.roman(i+1):
		from := i
		for from > 0 && !g[from-1].space() && !g[from-1].newline() {
			from--
		}
		if t.ofSymbol(i) {
			return false
		}
		for from < i && !letterOrMark(g[from].r) {
			from++ // (Gambar 3)
		}
		return i-from < 14 && lang.Numbered(wordOf(g[from:i]))
	}
	return false
}

// shortHead is how long a text is at most, as the head of a column, in which a symbol is not left by
// itself on a line: "p (Holm)".
const shortHead = 9

// ofSymbol reports a word before the space i that a symbol stands before, and a number after it:
// r tabel 0,220, where a line may end.
func (t *text) ofSymbol(i int) bool {
	g := t.glyphs
	from := i
	for from > 0 && unicode.IsLetter(g[from-1].r) {
		from--
	}
	return from < i && from > 1 && i+1 < len(g) && unicode.IsDigit(g[i+1].r) && g[from-1].space() &&
		symbol(g[from-2].r) && (from == 2 || !letterOrMark(g[from-3].r))
}

// wordAt are the letters from glyph i on.
func (t *text) wordAt(i int) string {
	end := i
	for end < len(t.glyphs) && unicode.IsLetter(t.glyphs[end].r) {
		end++
	}
	return wordOf(t.glyphs[i:end])
}

// roman reports whether a number in Roman numerals begins at glyph i.
func (t *text) roman(i int) bool {
	g := t.glyphs
	from := i
	for i < len(g) && strings.ContainsRune("IVXLC", g[i].r) {
		i++
	}
	return i > from && (i == len(g) || !letterOrMark(g[i].r))
}

func wordOf(g []glyph) string {
	var b strings.Builder
	for i := range g {
		b.WriteRune(g[i].r)
	}
	return b.String()
}

// leans reports whether what follows the space i had better stay with what is before it: a
// number with a word, the parts of a formula, a symbol with its word (r tabel).
func (z *itemizer) leans(i int) bool {
	g := z.t.glyphs
	if i == 0 || i+1 >= len(g) {
		return false
	}
	before, after := g[i-1].r, g[i+1].r
	return unicode.IsDigit(after) && unicode.IsLetter(before) && !z.t.ofSymbol(i) ||
		before == ':' && i > 1 && unicode.IsDigit(g[i-2].r) && unicode.IsDigit(after) || // skor 3: 24
		strings.ContainsRune(signs, before) || strings.ContainsRune(signs, after) ||
		symbol(before) && (i < 2 || !letterOrMark(g[i-2].r)) ||
		symbol(after) && letterOrMark(before) && (i+2 >= len(g) || !letterOrMark(g[i+2].r))
}

// symbol reports whether a letter that stands alone is one of a statistic.
func symbol(r rune) bool { return strings.ContainsRune("rnptzUHVdkχαω", r) }

func letterOrMark(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '’' || r == '\''
}

// tie keeps a line from ending before the space that follows, unless what is
// tied together is longer than a line.
func (z *itemizer) tie() {
	penalty := linebreak.Never
	if z.effort >= forcedEffort {
		penalty = anywherePenalty
	}
	z.put(linebreak.Item{Kind: linebreak.Penalty, Penalty: penalty}, part{})
}

// lean keeps a line from ending before the space that follows where letters a little apart
// can spare it.
func (z *itemizer) lean() {
	penalty := leanPenalty
	if z.effort < trackEffort && z.t.style.Align == Justified {
		penalty = linebreak.Never
	}
	z.put(linebreak.Item{Kind: linebreak.Penalty, Penalty: penalty}, part{})
}

func (z *itemizer) space(i int) {
	it := linebreak.Item{Kind: linebreak.Glue, Width: z.t.glyphs[i].width}
	if z.t.style.Align == Justified {
		it.Stretch, it.Shrink, it.Hang = it.Width*0.55, it.Width*0.27, z.hang(i)
		if z.tracks() {
			it.Stretch, it.Shrink = it.Stretch+z.tracking(1), it.Shrink+z.tightening(1)
		}
	}
	z.put(it, part{from: i, to: i + 1})
}

// Letters may be set so much further apart and closer, in parts of the size; before they are, they
// are wider and narrower by as much of their own width.
const (
	mostTracking   = 0.03
	mostTightening = 0.02
	mostExpansion  = 0.02
)

// tracks reports whether letters are set apart or closer.
func (z *itemizer) tracks() bool { return z.effort >= trackEffort && z.t.style.Align == Justified }

// tracking is how much wider n glyphs may be set; tightening how much closer.
func (z *itemizer) tracking(n int) float64 { return float64(n) * mostTracking * z.t.style.Size }

func (z *itemizer) tightening(n int) float64 { return float64(n) * mostTightening * z.t.style.Size }

// hanging is how much of a character stands out of the measure at a line's end, where a
// line of such looks shorter than the others.
var hanging = map[rune]float64{'.': 0.7, ',': 0.7, '-': 0.5, '\u2010': 0.5, '–': 0.3, '’': 0.6, '”': 0.4, ';': 0.3, ':': 0.3}

// hang is how much of the character before glyph i hangs if the line ends there.
func (z *itemizer) hang(i int) float64 {
	if i == 0 || z.t.style.Align != Justified {
		return 0
	}
	g := &z.t.glyphs[i-1]
	return hanging[g.r] * g.width
}

// end closes a line that is not filled.
func (z *itemizer) end() {
	if !z.t.style.Balanced {
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

// boxes puts glyphs [from, to) as boxes with the breaks between them.
func (z *itemizer) boxes(from, to int) {
	t := z.t
	start := from
	for _, c := range z.cuts(from, to) {
		z.box(start, c.at)
		it := linebreak.Item{Kind: linebreak.Penalty, Penalty: c.penalty, Flagged: c.hyphen || t.glyphs[c.at-1].r == '-', After: -t.glyphs[c.at].kern, Hang: z.hang(c.at)}
		if c.hyphen {
			it.Width = t.hyphenWidth(c.at - 1)
			if t.style.Align == Justified {
				it.Hang = hanging['-'] * it.Width
			}
		}
		z.put(it, part{hyphen: c.hyphen, within: true})
		start = c.at
	}
	z.box(start, to)
}

func (z *itemizer) box(from, to int) {
	w := 0.0
	for i := from; i < to; i++ {
		w += z.t.glyphs[i].width + z.t.glyphs[i].kern
	}
	it := linebreak.Item{Width: w}
	if z.tracks() {
		n := 0
		for i := from; i < to; i++ {
			if z.t.glyphs[i].code != 0 {
				n++
			}
		}
		it.Stretch, it.Shrink = z.tracking(n), z.tightening(n)
	}
	z.put(it, part{from: from, to: to})
}

func (t *text) hyphenWidth(i int) float64 {
	f := t.fonts[t.glyphs[i].font]
	return float64(f.Face.Metrics().Width(fonts.Hyphen)) * f.Size / 1000
}

// firstMark is the first of the marks that stand on a letter.
const firstMark = 0x300

// cuts are the places in the word of glyphs [from, to), in order.
func (z *itemizer) cuts(from, to int) []cut {
	z.found = z.found[:0]
	if to-from < 4 && z.effort < forcedEffort {
		return nil
	}
	g := z.t.glyphs
	address := z.address(from, to)
	anywhere := false
	if z.effort >= forcedEffort {
		w := 0.0
		for i := from; i < to; i++ {
			w += g[i].width + g[i].kern
		}
		anywhere = w > z.measure-max(0, z.t.style.Indent)
	}
	var points []int // from the word's first glyph
	if z.effort >= hyphenEffort && !address && !z.t.style.Rigid {
		points = z.hyphens(from, to)
	}
	for i := from + 1; i < to; i++ {
		if g[i].r >= firstMark && unicode.Is(unicode.M, g[i].r) {
			continue // a mark stays with its letter
		}
		for len(points) > 0 && from+points[0] < i {
			points = points[1:]
		}
		switch c, ok := z.written(from, i, to, address); {
		case ok:
			z.found = append(z.found, c)
		case len(points) > 0 && from+points[0] == i:
			z.found = append(z.found, cut{i, z.hyphenPenalty(points[0], to-i), true})
		case anywhere:
			z.found = append(z.found, cut{i, anywherePenalty, false})
		}
	}
	return z.found
}

// written is the break that the characters before glyph i themselves allow.
func (z *itemizer) written(from, i, to int, address bool) (cut, bool) {
	g := z.t.glyphs
	prev := g[i-1].r
	switch {
	case prev == softHyphen:
		return cut{i, hyphenPenalty, true}, true
	case prev == zeroWidth:
		return cut{i, 0, false}, true
	case address:
		ok := strings.ContainsRune("/.-_?&=#@:", prev) && !strings.ContainsRune("/.", g[i].r)
		penalty := addressPenalty
		if prev != '/' {
			penalty *= 10
		}
		return cut{i, penalty, false}, ok
	case prev == '—' || isIdeograph(prev) || isIdeograph(g[i].r):
		return cut{i, dashPenalty, false}, true
	case i-1 == from:
		return cut{}, false
	case prev == '/':
		return cut{i, slashPenalty, false}, unicode.IsLetter(g[i].r) && unicode.IsLetter(g[i-2].r)
	case prev == '–':
		return cut{i, shortPenalty, false}, z.t.joins(i - 1)
	case (prev == '-' || prev == '\u2010') && unicode.IsLetter(g[i].r) && unicode.IsLetter(g[i-2].r):
		if !reduplicated(g[from:i-1], g[i:to]) {
			return cut{i, dashPenalty, false}, i-2 > from && unicode.IsLetter(g[i-3].r) // p-value
		}
		return cut{i, doublePenalty, false}, z.effort >= looseEffort
	}
	return cut{}, false
}

// joins reports whether glyph i is a dash between two words (item–total), after which a line
// may end; between numbers none does.
func (t *text) joins(i int) bool {
	g := t.glyphs
	return g[i].r == '–' && i > 0 && i+1 < len(g) && unicode.IsLetter(g[i-1].r) && unicode.IsLetter(g[i+1].r)
}

// hyphens are the places where the word's language breaks it.
func (z *itemizer) hyphens(from, to int) []int {
	g := z.t.glyphs
	if to-from > maxBreakableWord || z.t.links[g[from].link].name || z.t.fonts[g[from].font].Face == fonts.MonoRegular {
		return nil
	}
	z.word = z.word[:0]
	letters := 0
	for i := from; i < to; i++ {
		if g[i].r == softHyphen || g[i].r == '-' && z.effort < forcedEffort {
			return nil // the writer has said where
		}
		if unicode.IsLetter(g[i].r) {
			letters++
		}
		z.word = append(z.word, g[i].r)
	}
	if z.effort < looseEffort && (letters < shortWord || z.name(from) || strings.HasPrefix(z.t.links[g[from].link].link, "#")) {
		return nil
	}
	return hyphen.Points(z.t.langs[g[from].lang], string(z.word))
}

// name reports whether the word that begins at a glyph has a capital within a
// sentence.
func (z *itemizer) name(from int) bool {
	g := z.t.glyphs
	first := from
	for first+1 < len(g) && strings.ContainsRune("(“‘", g[first].r) {
		first++ // (Golongan III)
	}
	if !unicode.IsUpper(g[first].r) || from < 2 {
		return false
	}
	switch g[from-2].r {
	case '.', '?', '!', ':', '”', '’', '"':
		return false
	}
	return g[from-1].r == ' '
}

// hyphenPenalty is greater where only two letters would stand alone.
func (z *itemizer) hyphenPenalty(before, after int) int {
	p := hyphenPenalty
	if z.t.style.Align != Justified {
		p = raggedHyphen
	}
	if before <= 2 || after <= 2 {
		p += shortPenalty
	}
	return p
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
			if strings.HasPrefix(z.t.links[g[i].link].link, "http") {
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
