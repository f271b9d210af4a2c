package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"strconv"

	"github.com/go-pdf/fpdf"
	stdfont "golang.org/x/image/font"
	vgfont "gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/typeset"
)

// canvas draws a figure on the page, as vectors and text in the document's own
// faces. The page's origin has been moved to the figure's lower left corner.
// Charts set colours and widths far more often than they change: what is set is
// written when something is painted with it, if the page has another.
type canvas struct {
	setter   *typeset.Setter
	language lang.Tag
	block    document.Block // the figure
	p        *pen
	want     graphicsState
	has      graphicsState // the page's, as far as it is known
	saved    []savedState
}

// graphicsState is what lines and fills are painted with. The zero value differs
// from every state that can be set.
type graphicsState struct {
	width      float64
	dash       string // the operator, with what it takes
	fill, line colour
	known      bool // width
}

// colour is red, green and blue, 0..1.
type colour struct {
	r, g, b float64
	known   bool
}

type savedState struct{ want, has graphicsState }

var _ vg.Canvas = (*canvas)(nil)

func newCanvas(s *typeset.Setter, l lang.Tag, p *pen, block document.Block) *canvas {
	cv := &canvas{setter: s, language: l, p: p, block: block}
	p.set = false
	vg.Initialize(cv)
	return cv
}

// close ends what the drawing left open.
func (cv *canvas) close() {
	for len(cv.saved) > 0 {
		cv.Pop()
	}
}

func (cv *canvas) SetLineWidth(w vg.Length) { cv.want.width, cv.want.known = max(0, w.Points()), true }

// solid is the operator of an unbroken line.
const solid = "[] 0 d"

func (cv *canvas) SetLineDash(pattern []vg.Length, offset vg.Length) {
	if len(pattern) == 0 {
		cv.want.dash = solid
		return
	}
	n := len(cv.p.buf)
	cv.p.buf = append(cv.p.buf, '[')
	for _, d := range pattern {
		cv.p.num(d.Points(), 2)
	}
	cv.p.buf = append(cv.p.buf, "] "...)
	cv.p.num(offset.Points(), 2)
	cv.p.buf = append(cv.p.buf, 'd')
	cv.want.dash = string(cv.p.buf[n:])
	cv.p.buf = cv.p.buf[:n]
}

// SetColor sets the colour of lines and fills. What is translucent is mixed
// with the white of the paper.
func (cv *canvas) SetColor(c color.Color) {
	if c == nil {
		c = color.Black
	}
	r, g, b, a := c.RGBA()
	part := func(v uint32) float64 { return float64(v+0xffff-a) / 0xffff }
	cv.want.fill = colour{part(r), part(g), part(b), true}
	cv.want.line = cv.want.fill
}

// toFill writes the state of fills and text.
func (cv *canvas) toFill() {
	if cv.has.fill != cv.want.fill {
		cv.has.fill = cv.want.fill
		cv.colour("rg", cv.want.fill)
	}
}

// toStroke writes the state of lines.
func (cv *canvas) toStroke() {
	if cv.has.line != cv.want.line {
		cv.has.line = cv.want.line
		cv.colour("RG", cv.want.line)
	}
	if cv.has.width != cv.want.width || !cv.has.known {
		cv.has.width, cv.has.known = cv.want.width, true
		cv.p.op("w", cv.want.width)
	}
	if cv.has.dash != cv.want.dash {
		cv.has.dash = cv.want.dash
		cv.p.op(cv.want.dash)
	}
}

func (cv *canvas) colour(operator string, c colour) {
	for _, v := range [...]float64{c.r, c.g, c.b} {
		cv.p.num(v, 3)
	}
	cv.p.op(operator)
}

func (cv *canvas) Rotate(rad float64) {
	sin, cos := math.Sincos(rad)
	cv.p.matrix(cos, sin, -sin, cos, 0, 0)
}

func (cv *canvas) Translate(pt vg.Point) { cv.p.matrix(1, 0, 0, 1, pt.X.Points(), pt.Y.Points()) }
func (cv *canvas) Scale(x, y float64)    { cv.p.matrix(x, 0, 0, y, 0, 0) }

func (cv *canvas) Push() {
	cv.saved = append(cv.saved, savedState{cv.want, cv.has})
	cv.p.op("q")
}

// Pop restores what Push saved; one Pop too many does nothing.
func (cv *canvas) Pop() {
	n := len(cv.saved) - 1
	if n < 0 {
		return
	}
	cv.want, cv.has = cv.saved[n].want, cv.saved[n].has
	cv.saved = cv.saved[:n]
	cv.p.op("Q")
	cv.p.set, cv.p.spacing = false, spacing{math.NaN(), math.NaN(), math.NaN()}
}

func (cv *canvas) Stroke(path vg.Path) {
	if cv.want.width > 0 && len(path) > 0 {
		cv.toStroke()
		if cv.path(path) {
			cv.p.op("S")
		}
	}
}

func (cv *canvas) Fill(path vg.Path) {
	if len(path) > 0 {
		cv.toFill()
		if cv.path(path) {
			cv.p.op("f")
		}
	}
}

// rectangle is the path's, if it is one with upright sides, closed.
func rectangle(path vg.Path) (r vg.Rectangle, ok bool) {
	if len(path) != 5 || path[0].Type != vg.MoveComp || path[4].Type != vg.CloseComp {
		return r, false
	}
	for _, c := range path[1:4] {
		if c.Type != vg.LineComp {
			return r, false
		}
	}
	a, b, c, d := path[0].Pos, path[1].Pos, path[2].Pos, path[3].Pos
	if a.Y == b.Y && b.X == c.X && c.Y == d.Y && d.X == a.X || a.X == b.X && b.Y == c.Y && c.X == d.X && d.Y == a.Y {
		return vg.Rectangle{Min: a, Max: c}, true
	}
	return r, false
}

// path writes a path and reports whether there is anything to paint.
func (cv *canvas) path(path vg.Path) bool {
	if r, ok := rectangle(path); ok {
		s := r.Size()
		cv.p.op("re", r.Min.X.Points(), r.Min.Y.Points(), s.X.Points(), s.Y.Points())
		return true
	}
	var at vg.Point
	begun := false
	move := func(to vg.Point) {
		cv.p.op("m", to.X.Points(), to.Y.Points())
		at, begun = to, true
	}
	line := func(to vg.Point) {
		if !begun {
			move(to)
			return
		}
		cv.p.op("l", to.X.Points(), to.Y.Points())
		at = to
	}
	curve := func(a, b, to vg.Point) {
		cv.p.op("c", a.X.Points(), a.Y.Points(), b.X.Points(), b.Y.Points(), to.X.Points(), to.Y.Points())
		at = to
	}
	for _, comp := range path {
		switch comp.Type {
		case vg.MoveComp:
			move(comp.Pos)
		case vg.LineComp:
			line(comp.Pos)
		case vg.ArcComp:
			arc(comp, line, curve)
		case vg.CurveComp:
			if !begun {
				move(comp.Pos)
				continue
			}
			switch len(comp.Control) {
			case 1: // a quadratic curve, raised by a degree
				q := comp.Control[0]
				curve(between(at, q, 2.0/3), between(comp.Pos, q, 2.0/3), comp.Pos)
			case 2:
				curve(comp.Control[0], comp.Control[1], comp.Pos)
			}
		case vg.CloseComp:
			if begun {
				cv.p.op("h")
			}
		}
	}
	return begun
}

func between(a, b vg.Point, t vg.Length) vg.Point {
	return vg.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
}

// arc draws an arc of a circle as Bézier curves of at most a quarter each.
func arc(comp vg.PathComp, line func(vg.Point), curve func(a, b, to vg.Point)) {
	point := func(angle float64, r, along vg.Length) vg.Point {
		sin, cos := math.Sincos(angle)
		return vg.Point{
			X: comp.Pos.X + r*vg.Length(cos) - along*vg.Length(sin),
			Y: comp.Pos.Y + r*vg.Length(sin) + along*vg.Length(cos),
		}
	}
	line(point(comp.Start, comp.Radius, 0))
	n := int(math.Ceil(math.Abs(comp.Angle) / (math.Pi / 2)))
	if n == 0 || n > 64 {
		return
	}
	step := comp.Angle / float64(n)
	k := comp.Radius * vg.Length(4.0/3*math.Tan(step/4))
	for i := range n {
		from := comp.Start + float64(i)*step
		to := from + step
		curve(point(from, comp.Radius, k), point(to, comp.Radius, -k), point(to, comp.Radius, 0))
	}
}

// FillString draws text in the document's face of the same style, kerned as
// vgfont.Face.Width measures it.
func (cv *canvas) FillString(f vgfont.Face, pt vg.Point, s string) {
	size := typeset.Hundredths(f.Font.Size.Points())
	if size <= 0 {
		return
	}
	style := typeset.Style{Family: typeset.Serif, Size: size}
	if f.Font.Variant == "Sans" {
		style.Family = typeset.Sans
	}
	style.Bold = f.Font.Weight >= stdfont.WeightSemiBold
	style.Italic = f.Font.Style != stdfont.StyleNormal
	span := document.Span{Text: s}
	if f.Font.Variant == "Mono" {
		span.Style = document.Monospace
		style.Size = typeset.Hundredths(size / typeset.MonoScale)
	}
	line := cv.setter.Set([]document.Span{span}, style, cv.language, cv.block, typeset.Unbroken)
	cv.toFill()
	cv.p.line(&line[0], pt.X.Points(), pt.Y.Points())
}

// DrawImage puts an image into a rectangle, as PNG on white.
func (cv *canvas) DrawImage(rect vg.Rectangle, img image.Image) {
	var buf bytes.Buffer
	if err := png.Encode(&buf, flat(img)); err != nil {
		panic(err)
	}
	p := cv.p
	name := "image-" + strconv.Itoa(p.images)
	p.images++
	opt := fpdf.ImageOptions{ImageType: "png"}
	p.f.RegisterImageOptionsReader(name, opt, &buf)
	p.flush()
	size := rect.Size()
	// fpdf counts from the top of the page, the figure from its own corner
	_, height := p.f.GetPageSize()
	p.f.ImageOptions(name, rect.Min.X.Points(), height-rect.Min.Y.Points()-size.Y.Points(),
		size.X.Points(), size.Y.Points(), false, opt, 0, "")
}
