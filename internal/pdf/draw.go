package pdf

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"net/url"
	"strconv"
	"strings"

	"github.com/go-pdf/fpdf"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/fonts"
	"wogreport/internal/pdf/layout"
	"wogreport/internal/pdf/typeset"
)

// pageWriter draws pages.
type pageWriter struct {
	f        *fpdf.Fpdf
	pen      *pen
	setter   *typeset.Setter // of the texts in figures
	language lang.Tag
	height   float64
	targets  map[string]layout.Target
	notes    map[string]*document.Footnote // by the links that lead to them
	tags     *tagger                       // nil in a file that is not tagged
	annots   []annotation
	outline  []int // the levels of its entries, from 0
}

// draw writes the pages as a PDF.
func draw(w io.Writer, doc *document.Document, opt *Options, l *layout.Layout, ws *workspace) error {
	if opt.Date.IsZero() {
		opt.Date = DefaultOptions().Date
	}
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: l.Width, Ht: l.Height}})
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	f.SetCompression(false)
	f.SetCreationDate(opt.Date.UTC())
	f.SetModificationDate(opt.Date.UTC())
	f.SetProducer(opt.Creator, false)
	f.SetCreator(opt.Creator, false)
	f.SetLang(cmp.Or(string(doc.Language), "und")) // BCP 47 for a language that is not known
	m := doc.Meta
	f.SetTitle(infoString(title(doc, opt)), false)
	f.SetAuthor(infoString(strings.Join(m.Authors, ", ")), false)
	f.SetSubject(infoString(m.Subject), false)
	f.SetKeywords(infoString(strings.Join(m.Keywords, ", ")), false)

	pw := &pageWriter{
		f: f, pen: &pen{f: f, fullFonts: map[string]bool{}, buf: ws.text[:0]}, setter: &ws.setter, language: doc.Language,
		height: l.Height, targets: l.Targets, notes: map[string]*document.Footnote{},
	}
	for _, n := range doc.Footnotes {
		pw.notes["#"+n.ID] = n
	}
	if opt.Standard {
		pw.tags = newTagger(doc, l, pw.pen)
		pw.tags.told = opt.told
		pw.pen.tagged = true
	}
	for i := range l.Pages {
		pw.page(&l.Pages[i])
	}
	if err := f.Error(); err != nil {
		return err
	}
	var raw output
	if err := f.Output(&raw); err != nil {
		return err
	}
	ws.text = pw.pen.buf
	return finish(w, raw, ws, &additions{
		passages: &passages{text: pw.pen.buf, ends: pw.pen.ends}, writer: pw, pages: l.Pages, doc: doc, opt: opt,
	})
}

// output is what is written to it. It keeps the first piece as it is, since fpdf
// writes its file in one.
type output []byte

func (w *output) Write(p []byte) (int, error) {
	if *w == nil {
		*w = p[:len(p):len(p)]
	} else {
		*w = append(*w, p...)
	}
	return len(p), nil
}

func (pw *pageWriter) page(pg *layout.Page) {
	pw.f.AddPage()
	pw.pen.set, pw.pen.spacing = false, spacing{scale: 1}
	pw.tags.page()
	for _, p := range pg.Items {
		s := p.Box
		if len(s.Rules)+len(s.Leaders) > 0 {
			pw.tags.artifact()
		}
		for _, r := range s.Rules {
			pw.rule(r, p.X, p.Y)
		}
		for _, d := range s.Leaders {
			pw.dots(d, p.X, p.Y)
		}
		for i := range s.Drawings {
			d := &s.Drawings[i]
			left, top := p.X+d.X, pw.height-p.Y-d.Y
			pw.tags.drawing(d, rectangleOf{left, top - d.Height, left + d.Width, top})
			pw.drawing(s, *d, p.X, p.Y)
		}
		for i := range s.Texts {
			pw.text(&s.Texts[i], pg.Number-1, p.X, p.Y)
		}
		for _, e := range s.Outline {
			pw.bookmark(e, p.Y)
		}
	}
	pw.tags.end()
	pw.pen.flush()
}

// rule fills a thin rectangle: a stroke could come out a pixel wider than another.
func (pw *pageWriter) rule(r layout.Rule, x, y float64) {
	w, h := r.Length, r.Weight
	x, y = x+r.X, y+r.Y
	if r.Vertical {
		w, h = h, w
		x -= r.Weight / 2
	} else {
		y -= r.Weight / 2
	}
	pw.pen.op("re", x, pw.height-y-h, w, h)
	pw.pen.op("f")
}

// dots draws a row of them as one dashed line with round ends.
func (pw *pageWriter) dots(d layout.Leader, x, y float64) {
	pw.pen.op("q")
	pw.pen.op("w", d.Radius*2)
	pw.pen.op("1 J")
	pw.pen.op("[0 " + strconv.FormatFloat(math.Round(d.Gap*1000)/1000, 'f', -1, 64) + "] 0 d")
	at := pw.height - y - d.Y + d.Radius
	pw.pen.op("m", x+d.X, at)
	pw.pen.op("l", x+d.X+float64(d.Count-1)*d.Gap+0.01, at)
	pw.pen.op("S")
	pw.pen.op("Q")
}

// bleed is how far a drawing may reach over its box.
const bleed = 6

func (pw *pageWriter) drawing(s *layout.Box, d layout.Drawing, x, y float64) {
	if d.Picture != nil {
		pw.picture(d, x, y)
		return
	}
	p := pw.pen
	before := p.spacing
	p.op("q")
	p.matrix(d.Scale, 0, 0, d.Scale, x+d.X, pw.height-y-d.Y-d.Height)
	p.op("re", -bleed, -bleed, d.Width/d.Scale+2*bleed, d.Height/d.Scale+2*bleed)
	p.op("W n")
	cv := newCanvas(pw.setter, pw.language, p, s.Block)
	d.Draw(cv)
	cv.close()
	p.op("Q")
	p.set, p.spacing = false, before
}

// text draws a line of text and makes its links. Runs of one target are one area.
func (pw *pageWriter) text(t *layout.Text, page int, x, y float64) {
	at := pw.tags.take()
	runs := t.Line.Runs
	for i := 0; i < len(runs); {
		j := i + 1
		for j < len(runs) && runs[j].Link == runs[i].Link {
			j++
		}
		action := pw.action(runs[i].Link)
		link := runs[i].Link
		if action == "" || pw.tags != nil && at.node == nil { // what is no content leads nowhere
			action, link = "", ""
		}
		var piece *node
		for k := i; k < j; k++ {
			r, space := &runs[k], at.space && k == len(runs)-1 || beforeFormula(runs, k)
			piece = pw.tags.run(at.node, r, link, space)
			pw.pen.text(r, x+t.X+r.X, pw.height-y-t.Y, space)
		}
		if action != "" {
			last := &runs[j-1]
			left, top := x+t.X+runs[i].X, pw.height-y-t.Y+0.78*t.Size
			a := annotation{page: page, at: rectangleOf{left, top - t.Size, left + last.X + last.Width - runs[i].X, top}, action: action}
			pw.annotate(a, piece, link, runs[i:j])
		}
		i = j
	}
}

// annotate adds the area of a link, whose words are the runs, to the piece of text
// that it is of. Areas of one piece in one line, as in a list of contents, are one.
func (pw *pageWriter) annotate(a annotation, piece *node, link string, runs []typeset.Run) {
	a.piece = piece
	if piece != nil {
		a.contents = pw.contents(link, runs)
	}
	if n := len(pw.annots); n > 0 {
		if last := &pw.annots[n-1]; last.piece == piece && last.page == a.page && last.action == a.action && last.at.bottom == a.at.bottom {
			last.at.left, last.at.right = min(last.at.left, a.at.left), max(last.at.right, a.at.right)
			last.at.top = max(last.at.top, a.at.top)
			if piece != nil && link[0] == '#' {
				last.contents = atMostRunes(last.contents+" "+a.contents, longestContents)
			}
			return
		}
	}
	if piece != nil {
		piece.kids = append(piece.kids, kid{page: a.page, annot: len(pw.annots) + 1})
	}
	pw.annots = append(pw.annots, a)
}

// beforeFormula reports whether a formula begins after a run with a space, which is
// told with the run: the words of the formula take the place of all that it shows.
func beforeFormula(runs []typeset.Run, k int) bool {
	return k+1 < len(runs) && runs[k+1].Alt != runs[k].Alt && runs[k+1].Alt != "" && strings.HasPrefix(runs[k+1].String(), " ")
}

// action is where a link leads as an annotation says it, "" for nowhere.
func (pw *pageWriter) action(to string) string {
	if to == "" {
		return ""
	}
	id, internal := strings.CutPrefix(to, "#")
	if !internal {
		u, err := url.Parse(to)
		if err != nil || u.Scheme == "" {
			return ""
		}
		return string(append(appendString([]byte("/A <</S /URI /URI "), u.String()), ">>"...))
	}
	at, ok := pw.targets[id]
	if !ok {
		return "" // the layout has warned of it
	}
	return fmt.Sprintf("/Dest [%d 0 R /XYZ 0 %.2f null]", pageObject(at.Page-1), pw.height-max(0, at.Y-10))
}

// longestContents is how many letters say where a link leads.
const longestContents = 200

// contents is a link in words: the address, the note, or the text that leads.
func (pw *pageWriter) contents(to string, runs []typeset.Run) string {
	if to[0] != '#' {
		return to
	}
	s := ""
	if n, ok := pw.notes[to]; ok {
		s = document.Plain(n.Text)
	} else {
		for i := range runs {
			s += runs[i].String()
		}
	}
	if s = strings.TrimSpace(s); s == "" {
		return to
	}
	return atMostRunes(s, longestContents)
}

// bookmark adds an outline entry, at most one level under the one before.
func (pw *pageWriter) bookmark(e layout.OutlineEntry, y float64) {
	level := e.Level - 1
	if n := len(pw.outline); n == 0 {
		level = 0
	} else {
		level = min(level, pw.outline[n-1]+1)
	}
	pw.outline = append(pw.outline, level)
	title := infoString(e.Title)
	if len(pw.pen.fullFonts) > 0 { // fpdf's current font is one, and it encodes what it is given
		title = strings.Map(func(r rune) rune {
			if r > 0xFFFF { // it knows no surrogates
				return fonts.Substitute
			}
			return r
		}, typeset.Clean(strings.ReplaceAll(e.Title, "\n", " ")))
	}
	pw.f.Bookmark(title, level, max(0, y+e.Y-10))
}

// pageLabels is the catalog's entry that makes a viewer call pages by their
// printed numbers (ISO 32000-1, 12.4.2); "" where these are the places in the file.
func pageLabels(pages []layout.Page) string {
	out := ""
	plain := true
	for i := range pages {
		pg := &pages[i]
		if i > 0 && pg.Numbering == pages[i-1].Numbering && pg.Count == pages[i-1].Count+1 {
			continue
		}
		style := "D"
		if pg.Numbering == document.NumberRoman {
			style, plain = "r", false
		}
		plain = plain && i == 0
		out += fmt.Sprintf("%d <</S /%s /St %d>> ", i, style, pg.Count)
	}
	if plain {
		return ""
	}
	return "/PageLabels <</Nums [" + out + "]>>\n"
}
