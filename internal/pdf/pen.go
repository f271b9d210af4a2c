package pdf

import (
	"bytes"
	"math"
	"strconv"

	"github.com/go-pdf/fpdf"

	"wogreport/internal/pdf/fonts"
	"wogreport/internal/pdf/typeset"
)

// pen writes operators to fpdf's current page. Its coordinates are the PDF's:
// points, y up. The cut faces are put into the file by finish; fpdf gets the full
// fonts. What is written stays here: fpdf, whose buffers would copy it four times,
// gets a line in its place, see passages.
type pen struct {
	f         *fpdf.Fpdf
	buf       []byte
	ends      []int           // of the passages in buf that fpdf has a line for
	faces     faces           // that were used
	fullFonts map[string]bool // that fpdf has
	images    int             // that fpdf has
	font      typeset.Font    // of the page's state
	full      bool            // its full font is selected, not the cut face
	set       bool            // font and full hold
	spacing                   // of the page's state
	tagged    bool            // the file says what its glyphs stand for
	fullRunes map[rune]bool   // that were drawn with full fonts
}

// spacing is how text is set apart: what is added to each space and each character, and how many
// times as wide the characters are as by themselves.
type spacing struct{ space, track, scale float64 }

// flush ends a passage, so that fpdf may write something after it.
func (p *pen) flush() {
	if n := len(p.ends); len(p.buf) > 0 && (n == 0 || p.ends[n-1] < len(p.buf)) {
		p.f.RawWriteStr(passageMark + strconv.Itoa(n))
		p.ends = append(p.ends, len(p.buf))
	}
}

// passages are the pieces that the pen wrote, in the order of their lines in
// fpdf's file.
type passages struct {
	text []byte
	ends []int
	next int
}

// passageMark begins the line that stands for a passage: a comment.
const passageMark = "%passage "

// expand splits a page's stream into pieces, the passages in the place of their
// lines.
func (p *passages) expand(stream []byte) (parts [][]byte) {
	for p.next < len(p.ends) {
		line := passageMark + strconv.Itoa(p.next) + "\n"
		i := bytes.Index(stream, []byte(line))
		if i < 0 || i > 0 && stream[i-1] != '\n' {
			break
		}
		from := 0
		if p.next > 0 {
			from = p.ends[p.next-1]
		}
		parts = append(parts, stream[:i], p.text[from:p.ends[p.next]])
		stream = stream[i+len(line):]
		p.next++
	}
	return append(parts, stream)
}

// op writes numbers and an operator.
func (p *pen) op(operator string, numbers ...float64) {
	for _, v := range numbers {
		p.num(v, 2)
	}
	p.buf = append(p.buf, operator...)
	p.buf = append(p.buf, '\n')
}

// powers are those of ten, by the decimals that numbers are written with.
var powers = [...]int64{1, 10, 100, 1_000, 10_000, 100_000, 1_000_000}

// beyondTie lets a place that is halfway between two come out the same on every
// processor, though some round what leads to it once more than others.
const beyondTie = 1e-8

// num writes a number with at most so many decimals, and a space. It is most of
// what a page is made of, so it is written as an integer of its last place.
func (p *pen) num(v float64, decimals int) {
	power := powers[decimals]
	x := math.Floor(v*float64(power) + 0.5 + beyondTie)
	if !(math.Abs(x) < 1e15) { // not a number, or none that a page has
		x = 0
	}
	n := int64(x)
	if n < 0 {
		p.buf = append(p.buf, '-')
		n = -n
	}
	p.buf = strconv.AppendInt(p.buf, n/power, 10)
	if rest := n % power; rest > 0 {
		p.buf = append(p.buf, '.')
		for rest > 0 {
			power /= 10
			p.buf = append(p.buf, '0'+byte(rest/power))
			rest %= power
		}
	}
	p.buf = append(p.buf, ' ')
}

// matrix writes a transformation.
func (p *pen) matrix(a, b, c, d, e, f float64) {
	for _, v := range [...]float64{a, b, c, d} {
		p.num(v, 6)
	}
	p.op("cm", e, f)
}

// selectFont sets the face of the text that follows.
func (p *pen) selectFont(f typeset.Font, full bool) {
	if p.set && p.full == full && p.font.Face == f.Face && p.font.Size == f.Size {
		return
	}
	p.font, p.full, p.set = f, full, true
	if !full {
		p.faces.add(f.Face)
		p.buf = append(p.buf, '/')
		p.buf = append(p.buf, resourceName(f.Face)...)
		p.buf = append(p.buf, ' ')
		p.op("Tf", f.Size)
		return
	}
	name := f.Face.String()
	if !p.fullFonts[name] {
		p.fullFonts[name] = true
		p.f.AddUTF8FontFromBytes(name, "", f.Face.Full().TTF)
	}
	p.flush()
	p.f.SetFont(name, "", f.Size)
}

// text draws a run with its first glyph's origin at (x, y), with a space after it for
// those who read the text.
func (p *pen) text(r *typeset.Run, x, y float64, space bool) {
	if r.Actual != "" && p.tagged {
		p.buf = append(appendUTF16(append(p.buf, "/Span <</ActualText "...), r.Actual), ">>BDC\n"...)
		defer p.op("EMC")
	}
	y += r.Font.Rise
	scale := r.Scale
	if scale == 0 {
		scale = 1
	}
	if scale != p.scale {
		p.num(100*scale, 2)
		p.buf = append(p.buf, "Tz "...)
		p.scale = scale
	}
	// What Tc and Tw add is scaled, too.
	if track := r.Track / scale; track != p.track {
		p.num(track, 4)
		p.buf = append(p.buf, "Tc "...)
		p.track = track
	}
	if r.Full != "" {
		p.rare(r, x, y, space)
		return
	}
	p.selectFont(r.Font, false)
	if space := r.Space / scale; space != p.space && bytes.IndexByte(r.Codes, fonts.Space) >= 0 {
		p.num(space, 3)
		p.buf = append(p.buf, "Tw "...)
		p.space = space
	}
	p.buf = append(p.buf, "BT "...)
	p.num(x, 2)
	p.num(y, 2)
	p.buf = append(p.buf, "Td [("...)
	for i, c := range r.Codes {
		if c == '(' || c == ')' || c == '\\' {
			p.buf = append(p.buf, '\\')
		}
		p.buf = append(p.buf, c)
		if s := r.Shifts[i]; s != 0 && i < len(r.Codes)-1 {
			p.buf = append(p.buf, ')')
			p.buf = strconv.AppendInt(p.buf, -int64(s), 10)
			p.buf = append(p.buf, '(')
		}
	}
	if space {
		p.buf = append(p.buf, ' ')
	}
	p.buf = append(p.buf, ")] TJ ET\n"...)
}

// rare draws a run with the full font.
func (p *pen) rare(r *typeset.Run, x, y float64, space bool) {
	p.selectFont(r.Font, true)
	p.flush()
	s := r.Full
	if space {
		s += " "
	}
	if p.fullRunes == nil {
		p.fullRunes = map[rune]bool{}
	}
	for _, c := range s {
		p.fullRunes[c] = true
	}
	_, height := p.f.GetPageSize()
	p.f.Text(x, height-y, s)
}

// line draws the runs of a line.
func (p *pen) line(l *typeset.Line, x, y float64) {
	for i := range l.Runs {
		p.text(&l.Runs[i], x+l.Runs[i].X, y, false)
	}
}
