package charts

import (
	"image/color"
	"strings"
	"unicode"
	"unicode/utf8"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"wogreport/internal/document"
	"wogreport/internal/memo"
	"wogreport/internal/palette"
	"wogreport/internal/pdf/fonts"
)

// pen measures and draws text in one face.
type pen struct {
	font          fonts.Face
	face, slanted font.Face // the other one is for symbols of quantities
	size          vg.Length
	serif         bool
}

func newPen(s Style) pen {
	p := pen{font: fonts.SansRegular, size: s.Size, serif: s.Serif}
	f := font.Font{Typeface: "Liberation", Variant: "Sans", Size: s.Size}
	if s.Serif {
		p.font, f.Variant = fonts.SerifRegular, "Serif"
	}
	p.face.Font = f
	f.Style = xfont.StyleItalic
	p.slanted.Font = f
	return p
}

// width is how wide a line of text is.
func (p pen) width(s string) vg.Length {
	key := lineOfText{p.size, p.serif, s}
	w, ok := widths.Get(key)
	if !ok {
		w = vg.Length(p.font.LineWidth(s)) * p.size / fonts.UnitsPerEm
		if len(s) < 200 {
			widths.Put(key, w)
		}
	}
	return w
}

// lineOfText is what the width of a line follows from.
type lineOfText struct {
	size  vg.Length
	serif bool
	text  string
}

// widths are those of lines that were measured: charts have most of theirs in
// common, and each is measured several times.
var widths = memo.New[lineOfText, vg.Length](10_000)

// capHeight is the height of capitals and digits, leading the distance of
// baselines, both relative to the size.
const (
	capHeight = 0.72
	leading   = 1.18
	descent   = 0.22
)

// height is that of a block of lines, from the top of its capitals to the
// descenders of its last line.
func (p pen) height(lines int) vg.Length {
	if lines == 0 {
		return 0
	}
	return p.size * (capHeight + descent + leading*vg.Length(lines-1))
}

// Where a line stands by its x.
const (
	alignLeft   = 0
	alignCenter = 0.5
	alignRight  = 1
)

// line draws a line of text with its baseline at y.
func (p pen) line(c draw.Canvas, ink color.Color, x, y, align vg.Length, s string) {
	if s == "" {
		return
	}
	if align != alignLeft {
		x -= align * p.width(s)
	}
	c.SetColor(ink)
	draw := func(face font.Face, s string) {
		rest := strings.TrimLeft(s, " ")
		x += p.width(s[:len(s)-len(rest)]) // which no canvas draws
		if rest != "" {
			c.FillString(face, vg.Point{X: x, Y: y}, rest)
		}
		x += p.width(rest)
	}
	from := 0
	for _, at := range document.Symbols(s) {
		draw(p.face, s[from:at[0]])
		draw(p.slanted, s[at[0]:at[1]])
		from = at[1]
	}
	draw(p.face, s[from:])
}

// block draws lines of text with the top of the first one's capitals at y.
func (p pen) block(c draw.Canvas, ink color.Color, x, y, align vg.Length, lines []string) {
	for i, s := range lines {
		p.line(c, ink, x, y-p.size*(capHeight+leading*vg.Length(i)), align, s)
	}
}

// middle draws lines of text centered on y.
func (p pen) middle(c draw.Canvas, ink color.Color, x, y, align vg.Length, lines []string) {
	top := y + p.size*(capHeight+leading*vg.Length(len(lines)-1))/2
	p.block(c, ink, x, top, align, lines)
}

// clean is text as one line: valid UTF-8, white space as single spaces, no
// other control characters.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(s), " ")
}

// isClean reports whether a text is surely as clean would make it.
func isClean(s string) bool {
	space := true // before the text
	for _, r := range s {
		switch {
		case r == ' ' && !space:
			space = true
		case r > ' ' && r < 0x7f, r > '\u00a0' && r < 0x250, r == '–', r == '−':
			space = false
		default:
			return false
		}
	}
	return !space || s == ""
}

// widest is the width of the widest line.
func (p pen) widest(lines []string) (w vg.Length) {
	for _, l := range lines {
		w = max(w, p.width(l))
	}
	return w
}

// fits reports whether every word of s fits the width.
func (p pen) fits(s string, width vg.Length) bool {
	for _, w := range strings.Fields(clean(s)) {
		if p.width(w) > width {
			return false
		}
	}
	return true
}

// wrap breaks s into at most limit lines no wider than width, of about equal
// length. A word that is too wide is broken, after a hyphen or slash where it
// has one; what does not fit in the lines is left out for an ellipsis.
func (p pen) wrap(s string, width vg.Length, limit int) []string {
	var words []string
	var widths []vg.Length
	for _, w := range strings.Fields(clean(s)) {
		w = strings.ToValidUTF8(w[:min(len(w), longestWord)], "")
		for _, part := range p.split(w, width) {
			words = append(words, part)
			widths = append(widths, p.width(part))
		}
		if len(words) > 40*limit { // more than any chart can hold
			break
		}
	}
	if len(words) == 0 {
		return nil
	}
	ends := p.breaks(widths, width)
	if len(ends) > limit {
		return p.truncate(words, ends[:limit], width)
	}
	if n := len(ends); n > 1 {
		low, high := width/2, width
		for range 6 {
			half := (low + high) / 2
			if e := p.breaks(widths, half); len(e) == n && !p.tooWide(widths, half) {
				high, ends = half, e
			} else {
				low = half
			}
		}
	}
	return join(words, ends)
}

func (p pen) tooWide(widths []vg.Length, width vg.Length) bool {
	for _, w := range widths {
		if w > width {
			return true
		}
	}
	return false
}

// breaks fills lines greedily and returns where each ends.
func (p pen) breaks(widths []vg.Length, width vg.Length) (ends []int) {
	space := p.width(" ")
	used := vg.Length(0)
	for i, w := range widths {
		if i > 0 && used+space+w > width {
			ends = append(ends, i)
			used = 0
		} else if i > 0 {
			used += space
		}
		used += w
	}
	return append(ends, len(widths))
}

func join(words []string, ends []int) []string {
	lines := make([]string, len(ends))
	from := 0
	for i, e := range ends {
		lines[i] = strings.Join(words[from:e], " ")
		from = e
	}
	return lines
}

// truncate joins the lines and ends the last one in an ellipsis.
func (p pen) truncate(words []string, ends []int, width vg.Length) []string {
	lines := join(words, ends)
	last := []rune(lines[len(lines)-1])
	for len(last) > 0 && p.width(string(last)+"…") > width {
		last = last[:len(last)-1]
	}
	lines[len(lines)-1] = strings.TrimRight(string(last), " ") + "…"
	return lines
}

// longestWord is more bytes of a word than any chart can hold.
const longestWord = 4000

// split breaks a word into parts that fit the width.
func (p pen) split(word string, width vg.Length) []string {
	var parts []string
	for p.width(word) > width {
		at, after := 0, 0
		for i, r := range word {
			if i > 0 && p.width(word[:i]) > width {
				break
			}
			at = i
			if r == '-' || r == '/' {
				after = i + 1
			}
		}
		if after > 0 && p.width(word[:after]) <= width {
			at = after
		}
		if at == 0 { // not even one letter fits
			_, at = utf8.DecodeRuneInString(word)
		}
		if at >= len(word) {
			break
		}
		parts, word = append(parts, word[:at]), word[at:]
	}
	return append(parts, word)
}

// clear whitens the area of a centered block of lines, so that a line of the
// grid does not run through them.
func (p pen) clear(c draw.Canvas, x, y vg.Length, lines []string) {
	half := p.widest(lines)/2 + p.size/5
	low, high := y-p.height(len(lines)), y+p.size/10
	c.FillPolygon(palette.White, []vg.Point{{X: x - half, Y: low}, {X: x + half, Y: low}, {X: x + half, Y: high}, {X: x - half, Y: high}})
}
