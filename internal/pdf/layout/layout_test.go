package layout

import (
	"fmt"
	"strings"
	"testing"

	"wogreport/internal/document"
	"wogreport/internal/pdf/fonts"
	"wogreport/internal/pdf/pdftest"
	"wogreport/internal/pdf/typeset"
)

// layoutOf is the layout that Write draws.
func layoutOf(d *document.Document, opt Options) (*blockSetter, []Page) {
	c := newBlockSetter(d, opt.normal(), new(typeset.Setter))
	return c, c.layout().Pages
}

// layoutText is pages as text: a line for each thing placed, with the kind of
// block that it came from.
func layoutText(pages []Page) string {
	var b strings.Builder
	for _, pg := range pages {
		fmt.Fprintf(&b, "page %d\n", pg.Number)
		for _, p := range pg.Items {
			s := p.Box
			kind := strings.TrimPrefix(fmt.Sprintf("%T", s.Block), "*document.")
			if s.Block == nil {
				kind = "Running"
			}
			for _, t := range s.Texts {
				fmt.Fprintf(&b, "%6.1f %6.1f %s:", p.X+t.X, p.Y+t.Y, kind)
				for _, r := range t.Line.Runs {
					fmt.Fprintf(&b, " %s/%g %q", strings.TrimPrefix(r.Font.Face.String(), "wog-"), r.Font.Size, r.String())
					if r.Link != "" {
						fmt.Fprintf(&b, "→%s", r.Link)
					}
				}
				b.WriteByte('\n')
			}
			for _, r := range s.Rules {
				dir := "—"
				if r.Vertical {
					dir = "|"
				}
				fmt.Fprintf(&b, "%6.1f %6.1f %s: rule %s %.1f\n", p.X+r.X, p.Y+r.Y, kind, dir, r.Length)
			}
			for _, d := range s.Drawings {
				fmt.Fprintf(&b, "%6.1f %6.1f %s: drawing %.1f × %.1f\n", p.X+d.X, p.Y+d.Y, kind, d.Width, d.Height)
			}
		}
	}
	return b.String()
}

func TestLayout(t *testing.T) {
	_, pages := layoutOf(pdftest.Article(), DefaultOptions())
	pdftest.Golden(t, "article.golden", layoutText(pages))
}

func TestLayoutOfOtherOptions(t *testing.T) {
	opt := Options{Paper: F4, Margins: Margins{20, 25, 20, 40}, FontSize: 12, Fonts: typeset.Sans, TableCaptions: Below, FigureCaptions: Above}
	_, pages := layoutOf(pdftest.Article(), opt)
	pdftest.Golden(t, "options.golden", layoutText(pages))
}

func TestLayoutInColumns(t *testing.T) {
	opt := DefaultOptions()
	opt.Columns, opt.Abstracts = 2, SideBySide
	opt.Margins, opt.FontSize = Margins{}, 0 // those of two columns
	_, pages := layoutOf(pdftest.Article(), opt)
	pdftest.Golden(t, "columns.golden", layoutText(pages))
}

// In columns nothing leaves its column, stands on something else or under the
// page; a page but the last two is filled in one column at least.
func TestPagesInColumns(t *testing.T) {
	t.Parallel()
	for _, paper := range []Paper{A4, F4, Letter} {
		for size := 8.0; size <= 12; size += 0.5 {
			for _, abstracts := range []Arrangement{Stacked, SideBySide} {
				opt := Options{Paper: paper, FontSize: size, Columns: 2, Abstracts: abstracts, Fonts: typeset.Sans}
				c, pages := layoutOf(pdftest.Article(), opt)
				where := fmt.Sprintf("%s at %g points, abstracts %s", paper, size, abstracts)
				checkPages(t, where, c, pages)
				for _, pg := range pages {
					checkApart(t, where, c, pg)
					if d := depth(pg, frame{y: c.opt.Margins.Top * mm}); pg.Number < len(pages)-1 && d < 0.6*c.depth {
						t.Errorf("%s: page %d is filled to %.0f of %.0f points", where, pg.Number, d, c.depth)
					}
				}
				last := pages[len(pages)-1]
				var ends [2]float64
				for _, p := range last.Items {
					if p.Box.Block != nil && len(p.Box.Texts) > 0 && p.Box.Texts[0].Line.Width < c.column {
						k := 0
						if p.X > c.opt.Margins.Left*mm+c.column {
							k = 1
						}
						ends[k] = max(ends[k], p.Y+p.Box.Height)
					}
				}
				if short := c.opt.Margins.Top*mm + 4*c.styles.line; max(ends[0], ends[1]) < short {
					continue
				}
				if ends[0]-ends[1] > 8*c.styles.line || ends[1]-ends[0] > 8*c.styles.line {
					t.Errorf("%s: the columns of the last page end at %.0f", where, ends)
				}
			}
		}
	}
}

// checkApart reports boxes that stand on each other.
func checkApart(t *testing.T, where string, c *blockSetter, pg Page) {
	t.Helper()
	type area struct {
		left, right, top, bottom float64
		what                     string
	}
	var areas []area
	for _, p := range pg.Items {
		s := p.Box
		if s.Block == nil {
			continue
		}
		a := area{left: 1e9, top: p.Y, bottom: p.Y + s.Height, what: fmt.Sprintf("%T", s.Block)}
		for _, tx := range s.Texts {
			a.left, a.right = min(a.left, p.X+tx.X), max(a.right, p.X+tx.X+tx.Line.Width)
		}
		for _, d := range s.Drawings {
			a.left, a.right = min(a.left, p.X+d.X), max(a.right, p.X+d.X+d.Width)
		}
		for _, b := range areas {
			if a.left < b.right-0.1 && b.left < a.right-0.1 && a.top < b.bottom-0.1 && b.top < a.bottom-0.1 {
				t.Errorf("%s: page %d: a %s at %.0f..%.0f stands on a %s at %.0f..%.0f", where, pg.Number, a.what, a.top, a.bottom, b.what, b.top, b.bottom)
			}
		}
		areas = append(areas, a)
	}
}

// The layout's rules for pages, whatever the paper and size.
func TestPages(t *testing.T) {
	t.Parallel()
	for _, paper := range []Paper{A4, F4, Letter} {
		for size := 9.0; size <= 13; size += 0.5 {
			opt := DefaultOptions()
			opt.Paper, opt.FontSize = paper, size
			c, pages := layoutOf(pdftest.Article(), opt)
			where := fmt.Sprintf("%s at %g points", paper, size)
			checkPages(t, where, c, pages)
			last := pages[len(pages)-1]
			for _, pg := range pages {
				var flow []*Box
				for _, p := range pg.Items {
					if p.Box.Block != nil {
						flow = append(flow, p.Box)
					}
				}
				if _, heading := flow[len(flow)-1].Block.(*document.Heading); heading {
					t.Errorf("%s: page %d ends with a heading", where, pg.Number)
				}
				checkSplits(t, where, pg)
				checkStacks(t, where, c, pg)
				bottom := 0.0
				for _, p := range pg.Items[1 : len(pg.Items)-1] {
					bottom = max(bottom, p.Y+p.Box.Height-opt.Margins.Top*mm)
				}
				if pg.Number != last.Number && bottom < 0.5*c.depth {
					t.Errorf("%s: page %d is filled to %.0f of %.0f points", where, pg.Number, bottom, c.depth)
				}
			}
		}
	}
}

// checkSplits reports a page that begins with the last line of a paragraph or
// ends with the first one.
func checkSplits(t *testing.T, where string, pg Page) {
	t.Helper()
	count := map[document.Block]int{}
	var first, last *document.Paragraph
	for _, p := range pg.Items {
		if para, ok := p.Box.Block.(*document.Paragraph); ok && para.Role == document.Body {
			if first == nil {
				first = para
			}
			count[para] += len(p.Box.Texts)
			last = para
		} else if p.Box.Block != nil {
			last = nil
		}
	}
	if n := len(pg.Items) - 2; last != nil && count[last] > 2 {
		if s := pg.Items[n].Box; s.Block == document.Block(last) && s.Texts[0].Line.Hyphened {
			t.Errorf("%s: page %d ends within a word: %q", where, pg.Number, s.Texts[0].Line.String())
		}
	}
	for _, para := range []*document.Paragraph{first, last} {
		if para != nil && count[para] == 1 && len(plainText(para.Text)) > 120 {
			t.Errorf("%s: page %d has a single line of %q", where, pg.Number, start(plainText(para.Text)))
		}
	}
}

// checkStacks reports figures and tables that stand closer to each other than
// to a text.
func checkStacks(t *testing.T, where string, c *blockSetter, pg Page) {
	t.Helper()
	for i := 1; i < len(pg.Items); i++ {
		above, under := pg.Items[i-1], pg.Items[i]
		if floats(above.Box.Block) && floats(under.Box.Block) {
			if gap := under.Y - above.Y - above.Box.Height; gap < 1.3*c.styles.line {
				t.Errorf("%s: page %d: %.1f points between a %T and a %T", where, pg.Number, gap, above.Box.Block, under.Box.Block)
			}
		}
	}
}

func floats(b document.Block) bool {
	switch b := b.(type) {
	case *document.Figure:
		return true
	case *document.Table:
		return !b.Plain
	}
	return false
}

// checkPages holds for every document: nothing stands outside the text's
// width, nothing under its last line.
func checkPages(t *testing.T, where string, c *blockSetter, pages []Page) {
	t.Helper()
	left := c.opt.Margins.Left * mm
	top := c.opt.Margins.Top * mm
	for _, pg := range pages {
		for _, p := range pg.Items {
			for _, tx := range p.Box.Texts {
				x := p.X + tx.X
				if x < left-0.05 || x+tx.Line.Width-tx.Line.Hang > left+c.measure+0.05 {
					t.Errorf("%s: page %d: a line runs from %.2f to %.2f in a measure of %.2f: %q",
						where, pg.Number, x-left, x+tx.Line.Width-tx.Line.Hang-left, c.measure, start(tx.Line.String()))
				}
			}
			if p.Box.Block != nil && p.Y+p.Box.Height > top+c.depth+c.styles.line+0.05 {
				t.Errorf("%s: page %d: a %T ends at %.1f, the page at %.1f", where, pg.Number, p.Box.Block, p.Y+p.Box.Height-top, c.depth)
			}
		}
	}
}

// start is the beginning of a text, for messages.
func start(s string) string { return s[:min(len(s), 60)] }

// A drawn run must end where the layout says: the widths and shifts written
// into the file, in thousandths, add up to the line's width.
func TestRunsAddUp(t *testing.T) {
	_, pages := layoutOf(pdftest.Article(), DefaultOptions())
	for _, pg := range pages {
		for _, p := range pg.Items {
			for _, tx := range p.Box.Texts {
				for _, r := range tx.Line.Runs {
					w, space := 0, float64(len(r.Codes))*r.Track
					for i, c := range r.Codes {
						w += r.Font.Face.Metrics().Width(c) + int(r.Shifts[i])
						if c == fonts.Space {
							space += r.Space
						}
					}
					scale := r.Scale
					if scale == 0 {
						scale = 1
					}
					if got := float64(w)*r.Font.Size/1000*scale + space; got-r.Width > 0.02 || r.Width-got > 0.02 {
						t.Errorf("page %d: %q is drawn %.3f wide, laid out %.3f", pg.Number, r.String(), got, r.Width)
					}
				}
			}
		}
	}
}
