package layout

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/pdftest"
	"wogreport/internal/pdf/typeset"
)

func TestLayoutOfEvaluation(t *testing.T) {
	c, pages := layoutOf(pdftest.Evaluation(t, 2), DefaultOptions())
	checkPages(t, "evaluation", c, pages)
	pdftest.Golden(t, "evaluation.golden", layoutText(pages))
}

// Every entry of the lists gives the number that is printed under the page its
// heading or table stands on, on lists of one page and of several.
func TestContents(t *testing.T) {
	for _, chapters := range []int{1, 4, 40} {
		d := pdftest.Evaluation(t, chapters)
		for _, b := range d.Blocks { // bold capitals that are wider than others
			if h, ok := b.(*document.Heading); ok {
				h.Label = strings.Replace(h.Label, "BAB", "CHAPTER", 1)
			}
		}
		c, pages := layoutOf(d, DefaultOptions())
		checkPages(t, fmt.Sprint(chapters, " chapters"), c, pages)
		printed := map[string]string{} // by anchor
		listed := map[string]string{}
		for _, pg := range pages {
			texts := pg.Items[len(pg.Items)-1].Box.Texts
			foot := texts[len(texts)-1].Line.String() // set after those at the ends of the line
			for _, p := range pg.Items {
				for _, a := range p.Box.anchors {
					printed[a.id] = foot
				}
				if _, ok := p.Box.Block.(*document.Contents); ok {
					for i := 1; i < len(p.Box.Texts); i++ {
						before, text := p.Box.Texts[i-1], p.Box.Texts[i]
						if gap := text.X - before.X - before.Line.Width; text.Y == before.Y && gap < 0.85*text.Size {
							t.Errorf("%d chapters: %q and %q stand %.1f points apart", chapters, before.Line.String(), text.Line.String(), gap)
						}
					}
					last := p.Box.Texts[len(p.Box.Texts)-1].Line
					listed[strings.TrimPrefix(last.Runs[0].Link, "#")] = last.String()
				}
			}
		}
		want := 5 + chapters*7 - 1 // parts before the text but the cover, chapters, their parts and tables
		if len(listed) != want {
			t.Errorf("%d chapters: %d entries, want %d", chapters, len(listed), want)
		}
		for id, number := range listed {
			if number != printed[id] || number == "" {
				t.Errorf("%d chapters: %s is listed on page %q and stands on %q", chapters, id, number, printed[id])
			}
		}
		if printed["section:approval"] != "ii" || printed["section:chapter0"] != "1" {
			t.Errorf("%d chapters: the approval is on page %s, the first chapter on %s", chapters, printed["section:approval"], printed["section:chapter0"])
		}
	}
}

// The cover has no running lines, a page that a chapter opens no header.
func TestRunningLinesOfEvaluation(t *testing.T) {
	_, pages := layoutOf(pdftest.Evaluation(t, 4), DefaultOptions())
	for _, pg := range pages {
		opens := false
		var running []string
		for _, p := range pg.Items {
			if h, ok := p.Box.Block.(*document.Heading); ok && h.Opens {
				opens = true
			}
			if _, ok := p.Box.Block.(*document.Letterhead); ok {
				opens = true
			}
			if p.Box.Block == nil {
				for _, tx := range p.Box.Texts {
					running = append(running, tx.Line.String())
				}
			}
		}
		all := strings.ReplaceAll(strings.Join(running, "|"), "\u00a0", " ")
		switch {
		case pg.Number == 1 && all != "":
			t.Errorf("the cover has the running lines %q", all)
		case pg.Number > 1 && !strings.HasSuffix(all, "Data sintetis|"+pg.Label()):
			t.Errorf("page %d has the running lines %q", pg.Number, all)
		case opens && strings.Contains(all, "Badan Pelatihan"):
			t.Errorf("page %d opens a part under the header %q", pg.Number, all)
		}
	}
}

// A title that does not fit the header is cut at its colon, where that leaves a good part of it.
func TestRunningTitle(t *testing.T) {
	d := &document.Document{Language: lang.ID, Blocks: paragraphs(40)}
	d.Header = document.Running{Left: "Badan", Right: "Perbandingan Antarangkatan: " + strings.Repeat("Evaluasi Penyelenggaraan Pelatihan Dasar ", 3)}
	_, pages := layoutOf(d, DefaultOptions())
	found := map[string]bool{}
	for _, pg := range pages {
		for _, p := range pg.Items {
			for _, tx := range p.Box.Texts {
				if s := strings.ReplaceAll(tx.Line.String(), "\u00a0", " "); p.Box.Block == nil && strings.HasPrefix(s, "Perbandingan") {
					found[s] = true
				}
			}
		}
	}
	if len(found) != 1 || !found["Perbandingan Antarangkatan"] {
		t.Errorf("pages have the headers %v", found)
	}
}

// A cover that no page holds goes on on the next, and nothing is lost.
func TestLongCover(t *testing.T) {
	long := pdftest.Plain(strings.Repeat("Penyelenggaraan Pelatihan ", 120))
	d := pdftest.Evaluation(t, 3)
	for _, b := range d.Blocks {
		if cover, ok := b.(*document.Cover); ok {
			cover.Titles[0].Text = long
			cover.Foot = append(cover.Foot, long)
		}
	}
	c, pages := layoutOf(d, DefaultOptions())
	checkPages(t, "long cover", c, pages)
	words := 0
	for _, pg := range pages {
		for _, p := range pg.Items {
			if _, ok := p.Box.Block.(*document.Cover); ok {
				for _, tx := range p.Box.Texts {
					words += strings.Count(tx.Line.String(), "Penyelenggaraan")
				}
			}
		}
	}
	if words != 240 {
		t.Errorf("%d of 240 words are on the cover", words)
	}
	if len(c.problem) > 0 {
		t.Errorf("it warns: %v", c.problem)
	}
}

// In columns, what comes before the chapters stands across the page, chapters
// open across it, and end in columns of like height.
func TestEvaluationInColumns(t *testing.T) {
	opt := DefaultOptions()
	opt.Columns, opt.Margins, opt.FontSize = 2, Margins{}, 0
	d := pdftest.Evaluation(t, 4)
	c, pages := layoutOf(d, opt)
	checkPages(t, "columns", c, pages)
	middle := c.opt.Margins.Left*mm + c.column + gutter/2
	for _, pg := range pages {
		checkApart(t, "columns", c, pg)
		var ends [2]float64
		for _, p := range pg.Items {
			switch b := p.Box.Block.(type) {
			case *document.Heading:
				if !b.Opens {
					break
				}
				for _, tx := range p.Box.Texts {
					if at := p.X + tx.X + tx.Line.Width/2; at < middle-1 || at > middle+1 {
						t.Errorf("page %d: %q stands at %.0f, the page's middle is %.0f", pg.Number, tx.Line.String(), at, middle)
					}
				}
			case *document.Contents:
				if w := p.Box.Texts[len(p.Box.Texts)-1]; p.X+w.X+w.Line.Width < middle+c.column/2 {
					t.Errorf("page %d: an entry's number ends at %.0f", pg.Number, p.X+w.X+w.Line.Width)
				}
			case *document.Paragraph, *document.Table:
				k := 0
				if p.X > middle {
					k = 1
				}
				ends[k] = max(ends[k], p.Y+p.Box.Height)
			}
		}
		if pg.Numbering == document.NumberArabic && math.Abs(ends[0]-ends[1]) > 8*c.styles.line {
			t.Errorf("page %d: its columns end at %.0f", pg.Number, ends)
		}
	}
}

// Where a letterhead, a signature or a line that the author chose is cut short, the
// author is told; a title in the running line is whole elsewhere.
func TestCutTexts(t *testing.T) {
	long := strings.Repeat("panjang sekali ", 40)
	for name, c := range map[string]struct {
		change func(*document.Document)
		want   []string
	}{
		"nothing":       {func(d *document.Document) {}, nil},
		"title":         {func(d *document.Document) { d.Header.Right = long }, nil},
		"header":        {func(d *document.Document) { d.Header = document.Running{Left: long, Own: true} }, []string{"the header"}},
		"header's room": {func(d *document.Document) { d.Header = document.Running{Left: "Pendek", Own: true} }, nil},
		"footer":        {func(d *document.Document) { d.Footer.Left, d.Footer.Own = long, true }, []string{"the footer"}},
		"letterhead": {func(d *document.Document) {
			for _, b := range d.Blocks {
				if b, ok := b.(*document.Letterhead); ok {
					b.Address = pdftest.Plain(long)
				}
			}
		}, []string{"the letterhead"}},
		"signatures": {func(d *document.Document) {
			for _, b := range d.Blocks {
				if b, ok := b.(*document.Signatures); ok {
					b.Items[0].Role, b.Items[1].Name = pdftest.Plain(long), pdftest.Plain(long)
				}
			}
		}, []string{"a signature"}},
	} {
		d := pdftest.Evaluation(t, 1)
		for range 20 { // a page that begins in the text, with a header
			d.Blocks = append(d.Blocks, pdftest.Para(lang.ID, pdftest.Span(pdftest.ProseID[0])))
		}
		c.change(d)
		bs, _ := layoutOf(d, DefaultOptions())
		var got []string
		for _, p := range bs.problem {
			if p.Code == "text-cut" {
				what, _, _ := strings.Cut(p.Message, " has no room")
				got = append(got, what)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: said to be cut: %q, want %q", name, got, c.want)
		}
	}
}

// However small the margin, the masthead is on the paper and the text under it.
func TestMastheadHasRoom(t *testing.T) {
	for _, mm := range []float64{5, 10, 15, 28} {
		for _, logo := range []*document.Picture{nil, pdftest.Logos(t)["jpeg"]} {
			d := pdftest.Article()
			d.Masthead.Logo = logo
			opt := DefaultOptions()
			opt.Margins = Margins{mm, 20, mm, 20}
			c, pages := layoutOf(d, opt)
			where := fmt.Sprintf("margin %g mm, logo %v", mm, logo != nil)
			checkPages(t, where, c, pages)
			head := pages[0].Items[0].Box
			bottom := 0.0
			for _, r := range head.Rules {
				bottom = max(bottom, r.Y)
			}
			for _, p := range pages[0].Items[1:] {
				for _, tx := range p.Box.Texts {
					if y := p.Y + tx.Y - 0.7*tx.Size; y < bottom {
						t.Errorf("%s: %q at %.0f reaches over the rule at %.0f", where, tx.Line.String(), y, bottom)
					}
				}
			}
			for _, pg := range pages {
				foot := pg.Items[len(pg.Items)-1].Box
				_, height := c.opt.Paper.Size()
				for _, tx := range append(foot.Texts, pg.Items[0].Box.Texts...) {
					if tx.Y < 8 || tx.Y > float64(height)-4 {
						t.Errorf("%s: page %d: %q stands at %.0f", where, pg.Number, tx.Line.String(), tx.Y)
					}
				}
			}
			for _, dr := range head.Drawings {
				if dr.Y < edge-0.1 || dr.Height > logoHeight+0.1 {
					t.Errorf("%s: the logo stands at %.0f, %.0f high", where, dr.Y, dr.Height)
				}
			}
		}
	}
}

// A title in the running line that has room by itself is not cut for what stands at the left.
func TestRunningTitleIsWhole(t *testing.T) {
	const left, right = "Badan Pengembangan Sumber Daya Manusia Provinsi Contoh", "Laporan Evaluasi Penyelenggaraan Pelatihan Kepemimpinan Pengawas"
	for own, want := range map[bool]string{false: right, true: "…"} {
		d := pdftest.Article()
		d.Header = document.Running{Left: left, Right: right, Own: own}
		lay := Of(d, DefaultOptions(), new(typeset.Setter))
		header, _ := lay.Running()
		if !strings.Contains(header.Right+header.Left, want) || !own && header.Left != "" {
			t.Errorf("own words: %v: the header is %q and %q", own, header.Left, header.Right)
		}
		found := 0
		for _, it := range lay.Pages[1].Items {
			for _, tx := range it.Box.Texts {
				if strings.Contains(strings.ReplaceAll(tx.Line.String(), "\u00a0", " "), want) {
					found++
				}
			}
		}
		if found == 0 {
			t.Errorf("own words: %v: no line over page 2 has %q", own, want)
		}
	}
}
