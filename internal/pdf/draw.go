package pdf

import (
	"io"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/go-pdf/fpdf"

	"wogreport/internal/diag"
	"wogreport/internal/pdf/fonts"
)

// target is where an anchor was placed.
type target struct {
	page int
	y    float64
}

// artist draws pages.
type artist struct {
	c       *composer
	f       *fpdf.Fpdf
	pen     *pen
	height  float64
	targets map[string]target
	links   map[string]int // fpdf's numbers of the internal links
	level   int            // of the outline's last entry
	broken  map[string]bool
}

// draw writes the pages as a PDF.
func draw(w io.Writer, c *composer, pages []page, ws *workspace) error {
	width, height := c.opt.Paper.Size()
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: float64(width), Ht: float64(height)}})
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	f.SetCompression(false)
	f.SetCreationDate(c.opt.Date)
	f.SetModificationDate(c.opt.Date)
	f.SetProducer(c.opt.Creator, false)
	f.SetCreator(c.opt.Creator, false)
	f.SetLang(string(c.doc.Language))
	m := c.doc.Meta
	f.SetTitle(infoString(m.Title), false)
	f.SetAuthor(infoString(strings.Join(m.Authors, ", ")), false)
	f.SetSubject(infoString(m.Subject), false)
	f.SetKeywords(infoString(strings.Join(m.Keywords, ", ")), false)

	a := &artist{
		c: c, f: f, pen: &pen{f: f, wholes: map[string]bool{}, buf: ws.text[:0]}, height: float64(height),
		targets: map[string]target{}, links: map[string]int{}, level: -1, broken: map[string]bool{},
	}
	for _, pg := range pages {
		for _, p := range pg.placed {
			for _, at := range p.slab.anchors {
				if _, ok := a.targets[at.id]; !ok {
					a.targets[at.id] = target{pg.number, p.y + at.y}
				}
			}
		}
	}
	for i := range pages {
		a.page(&pages[i])
	}
	if err := f.Error(); err != nil {
		return err
	}
	var raw whole
	if err := f.Output(&raw); err != nil {
		return err
	}
	ws.text = a.pen.buf
	return finish(w, raw, ws, additions{
		passages: &passages{text: a.pen.buf, ends: a.pen.ends}, faces: a.pen.faces, catalog: pageLabels(pages),
	})
}

// whole is what is written to it. It keeps the first piece as it is: fpdf writes
// its file in one, of which a copy would be waste.
type whole []byte

func (w *whole) Write(p []byte) (int, error) {
	if *w == nil {
		*w = p[:len(p):len(p)]
	} else {
		*w = append(*w, p...)
	}
	return len(p), nil
}

func (a *artist) page(pg *page) {
	a.f.AddPage()
	a.pen.set, a.pen.space = false, 0
	for _, p := range pg.placed {
		s := p.slab
		for _, r := range s.rules {
			a.rule(r, p.x, p.y)
		}
		for _, d := range s.dots {
			a.dots(d, p.x, p.y)
		}
		for _, d := range s.drawings {
			a.drawing(s, d, p.x, p.y)
		}
		for i := range s.texts {
			t := &s.texts[i]
			a.pen.line(t.line, p.x+t.x, a.height-p.y-t.y)
			a.area(t, p.x, p.y)
		}
		for _, e := range s.outline {
			a.bookmark(e, p.y)
		}
	}
	a.pen.flush()
}

// rule fills a thin rectangle: a stroke could come out a pixel wider than another.
func (a *artist) rule(r rule, x, y float64) {
	w, h := r.length, r.weight
	x, y = x+r.x, y+r.y
	if r.vertical {
		w, h = h, w
		x -= r.weight / 2
	} else {
		y -= r.weight / 2
	}
	a.pen.op("re", x, a.height-y-h, w, h)
	a.pen.op("f")
}

// dots draws a row of them as one dashed line with round ends.
func (a *artist) dots(d dots, x, y float64) {
	a.pen.op("q")
	a.pen.op("w", d.size*2)
	a.pen.op("1 J")
	a.pen.op("[0 " + strconv.FormatFloat(thousandths(d.gap), 'f', -1, 64) + "] 0 d")
	at := a.height - y - d.y + d.size
	a.pen.op("m", x+d.x, at)
	a.pen.op("l", x+d.x+float64(d.count-1)*d.gap+0.01, at)
	a.pen.op("S")
	a.pen.op("Q")
}

// bleed is how far a drawing may reach over its box.
const bleed = 6

func (a *artist) drawing(s *slab, d drawing, x, y float64) {
	if d.picture != nil {
		a.picture(d, x, y)
		return
	}
	p := a.pen
	space := p.space
	p.op("q")
	p.matrix(d.scale, 0, 0, d.scale, x+d.x, a.height-y-d.y-d.height)
	p.op("re", -bleed, -bleed, d.width/d.scale+2*bleed, d.height/d.scale+2*bleed)
	p.op("W n")
	cv := newCanvas(a.c, p, s.node)
	d.draw(cv)
	cv.close()
	p.op("Q")
	p.set, p.space = false, space
}

// area makes the links of a line of text. Runs of one target are one area.
func (a *artist) area(t *placedText, x, y float64) {
	runs := t.line.runs
	for i := 0; i < len(runs); {
		j := i + 1
		for j < len(runs) && runs[j].link == runs[i].link {
			j++
		}
		if to := runs[i].link; to != "" {
			last := &runs[j-1]
			left := x + t.x + runs[i].x
			width := last.x + last.width - runs[i].x
			a.link(to, left, y+t.y-0.78*t.size, width, t.size)
		}
		i = j
	}
}

func (a *artist) link(to string, x, y, w, h float64) {
	id, internal := strings.CutPrefix(to, "#")
	if !internal {
		if u, err := url.Parse(to); err == nil && u.Scheme != "" {
			a.f.LinkString(x, y, w, h, u.String())
		}
		return
	}
	at, ok := a.targets[id]
	if !ok {
		if !a.broken[id] {
			a.broken[id] = true
			a.c.problem.Warnf(diag.Pos{}, "broken-link", "a link leads to %q, which is not in the document", id)
		}
		return
	}
	n, ok := a.links[id]
	if !ok {
		n = a.f.AddLink()
		a.f.SetLink(n, max(0, at.y-10), at.page)
		a.links[id] = n
	}
	a.f.Link(x, y, w, h, n)
}

// bookmark adds an outline entry, at most one level under the one before.
func (a *artist) bookmark(e outlineEntry, y float64) {
	level := min(e.level-1, a.level+1)
	a.level = level
	title := infoString(e.title)
	if len(a.pen.wholes) > 0 { // fpdf's current font is one, and it encodes what it is given
		title = strings.Map(func(r rune) rune {
			if r > 0xFFFF { // it knows no surrogates
				return fonts.Substitute
			}
			return r
		}, clean(strings.ReplaceAll(e.title, "\n", " ")))
	}
	a.f.Bookmark(title, level, max(0, y+e.y-10))
}

// infoString is text as a PDF's dictionaries hold it: ASCII as it is, else
// UTF-16 with a mark.
func infoString(s string) string {
	s = clean(strings.ReplaceAll(s, "\n", " "))
	ascii := true
	for i := 0; i < len(s); i++ {
		ascii = ascii && s[i] < 0x80
	}
	if ascii {
		return s
	}
	b := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return string(b)
}
