package pdf

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/document"
	"wogreport/internal/lang"
)

// sampleEvaluation is an agency's report with all that comes before its text.
func sampleEvaluation(t *testing.T, chapters int) *document.Document {
	head := func(id, label, s string) *document.Heading {
		return &document.Heading{ID: "section:" + id, Level: 1, Label: label, Text: plain(s), Centered: true, Opens: true}
	}
	logo := logos(t)["png"]
	d := &document.Document{
		Language: lang.ID,
		Meta:     document.Meta{Title: "Laporan Evaluasi"},
		Header:   document.Running{Left: "Badan Pelatihan", Right: "Laporan Evaluasi"},
		Footer:   document.Running{Center: document.PageNumber, Right: "Data sintetis"},
	}
	d.Blocks = append(d.Blocks,
		&document.PageBreak{Numbering: document.NumberRoman},
		&document.Cover{
			Above: [][]document.Span{plain("LAPORAN EVALUASI")}, Titles: []document.LangText{{Lang: lang.ID, Text: plain("Penyelenggaraan Pelatihan Kepemimpinan Pengawas")}},
			Below: [][]document.Span{plain("Angkatan I"), plain("Oktober 2026")}, Logo: logo,
			Foot:   [][]document.Span{plain("BADAN PELATIHAN"), plain("2026")},
			Notice: []document.LangText{{Lang: lang.ID, Text: plain("Data sintetis.")}},
		},
		&document.PageBreak{},
		&document.Letterhead{Logo: logo, Parent: plain("PEMERINTAH PROVINSI"), Name: plain("BADAN PELATIHAN"), Address: plain("Jalan Satu 1"), Line: plain("pelatihan@example.org")},
		&document.Heading{ID: "section:approval", Level: 1, Text: plain("LEMBAR PENGESAHAN"), Centered: true},
		&document.Signatures{Date: plain("Kota Contoh, 24 November 2026"), Items: []document.Signature{
			{As: plain("Mengesahkan"), Role: plain("Kepala Badan Pengembangan Sumber Daya Manusia Provinsi Contoh"), Name: plain("Nama Satu"), Number: plain("NIP 1")},
			{Role: plain("Ketua Tim"), Name: plain("Nama Dua")},
			{Role: plain("Sekretaris"), Name: plain("Nama Tiga")},
		}},
		head("contents", "", "DAFTAR ISI"), &document.Contents{Of: document.ContentsHeadings},
		head("tables", "", "DAFTAR TABEL"), &document.Contents{Of: document.ContentsTables},
		head("figures", "", "DAFTAR GAMBAR"), &document.Contents{Of: document.ContentsFigures},
		&document.PageBreak{Numbering: document.NumberArabic},
	)
	n := 0
	for i := range chapters {
		d.Blocks = append(d.Blocks, head(fmt.Sprint("chapter", i), fmt.Sprint("BAB ", i+1), "HASIL YANG DIPEROLEH"))
		for j := range 3 {
			n++
			d.Blocks = append(d.Blocks,
				&document.Heading{ID: fmt.Sprintf("section:part%d-%d", i, j), Level: 2, Text: plain(string(rune('A'+j)) + ". Bagian")},
				para(lang.ID, span(proseID[(i+j)%len(proseID)])),
				&document.Table{
					ID: fmt.Sprint("table:", n), Caption: document.Caption{Label: fmt.Sprint("Tabel\u00a0", n), Text: plain("Statistik Butir " + strings.Repeat("yang Panjang Judulnya ", j*2))},
					Columns: []document.Column{{Wrap: true}, {Align: document.AlignDecimal}}, Head: [][]document.Cell{{{Text: plain("Butir")}, {Text: plain("r")}}},
					Rows: [][]document.Cell{{{Text: plain("Satu")}, {Text: plain("0,5")}}, {{Text: plain("Dua")}, {Text: plain("0,25")}}},
				})
		}
	}
	return d
}

func TestLayoutOfEvaluation(t *testing.T) {
	c, pages := layoutOf(sampleEvaluation(t, 2), layoutDefault())
	checkPages(t, "evaluation", c, pages)
	golden(t, "evaluation.golden", layoutText(pages))
}

// Every entry of the lists gives the number that is printed under the page its
// heading or table stands on, on lists of one page and of several.
func TestContents(t *testing.T) {
	for _, chapters := range []int{1, 4, 40} {
		d := sampleEvaluation(t, chapters)
		c, pages := layoutOf(d, layoutDefault())
		checkPages(t, fmt.Sprint(chapters, " chapters"), c, pages)
		printed := map[string]string{} // by anchor
		listed := map[string]string{}
		for _, pg := range pages {
			texts := pg.Items[len(pg.Items)-1].Box.Texts
			foot := lineText(texts[len(texts)-1].Line) // set after those at the ends of the line
			for _, p := range pg.Items {
				for _, a := range p.Box.anchors {
					printed[a.id] = foot
				}
				if _, ok := p.Box.Block.(*document.Contents); ok {
					last := p.Box.Texts[len(p.Box.Texts)-1].Line
					listed[strings.TrimPrefix(last.runs[0].link, "#")] = lineText(last)
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
	_, pages := layoutOf(sampleEvaluation(t, 4), layoutDefault())
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
					running = append(running, lineText(tx.Line))
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

// Viewers call the pages by their printed numbers.
func TestPageLabels(t *testing.T) {
	_, pages := layoutOf(sampleEvaluation(t, 1), layoutDefault())
	if got, want := pageLabels(pages), "/PageLabels <</Nums [0 <</S /r /St 1>> 5 <</S /D /St 1>> ]>>\n"; got != want {
		t.Errorf("the labels are %q, want %q", got, want)
	}
	_, pages = layoutOf(sampleArticle(), layoutDefault())
	if got := pageLabels(pages); got != "" {
		t.Errorf("an article has the labels %q", got)
	}
}

// A cover that no page holds goes on on the next, and nothing is lost.
func TestLongCover(t *testing.T) {
	long := plain(strings.Repeat("Penyelenggaraan Pelatihan ", 120))
	d := sampleEvaluation(t, 3)
	for _, b := range d.Blocks {
		if cover, ok := b.(*document.Cover); ok {
			cover.Titles[0].Text = long
			cover.Foot = append(cover.Foot, long)
		}
	}
	c, pages := layoutOf(d, layoutDefault())
	checkPages(t, "long cover", c, pages)
	words := 0
	for _, pg := range pages {
		for _, p := range pg.Items {
			if _, ok := p.Box.Block.(*document.Cover); ok {
				for _, tx := range p.Box.Texts {
					words += strings.Count(lineText(tx.Line), "Penyelenggaraan")
				}
			}
		}
	}
	if words != 240 {
		t.Errorf("%d of 240 words are on the cover", words)
	}
	if _, l := write(t, d, DefaultOptions()); len(l) > 0 {
		t.Errorf("it warns: %v", l)
	}
}

// In the file: labels, links of the lists, and a valid structure.
func TestEvaluationFile(t *testing.T) {
	data, l := write(t, sampleEvaluation(t, 2), DefaultOptions())
	if len(l) > 0 {
		t.Errorf("it warns: %v", l)
	}
	again, _ := write(t, sampleEvaluation(t, 2), DefaultOptions())
	if !bytes.Equal(data, again) {
		t.Error("the same document gives other bytes")
	}
	if out := checker(t, data, "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
	text := checker(t, data, "pdftotext", "-layout", "FILE", "-")
	if !regexp.MustCompile(`BAB 2\s+HASIL YANG DIPEROLEH\s+\d`).MatchString(text) {
		t.Errorf("the contents do not list the second chapter:\n%s", text)
	}
}

// In columns, what comes before the chapters stands across the page, chapters
// open across it, and end in columns of like height.
func TestEvaluationInColumns(t *testing.T) {
	opt := layoutDefault()
	opt.Columns, opt.Margins, opt.FontSize = 2, Margins{}, 0
	d := sampleEvaluation(t, 4)
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
					if at := p.X + tx.X + tx.Line.width/2; at < middle-1 || at > middle+1 {
						t.Errorf("page %d: %q stands at %.0f, the page's middle is %.0f", pg.Number, lineText(tx.Line), at, middle)
					}
				}
			case *document.Contents:
				if w := p.Box.Texts[len(p.Box.Texts)-1]; p.X+w.X+w.Line.width < middle+c.column/2 {
					t.Errorf("page %d: an entry's number ends at %.0f", pg.Number, p.X+w.X+w.Line.width)
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
					b.Address = plain(long)
				}
			}
		}, []string{"the letterhead"}},
		"signatures": {func(d *document.Document) {
			for _, b := range d.Blocks {
				if b, ok := b.(*document.Signatures); ok {
					b.Items[0].Role, b.Items[1].Name = plain(long), plain(long)
				}
			}
		}, []string{"a signature"}},
	} {
		d := sampleEvaluation(t, 1)
		for range 20 { // a page that begins in the text, with a header
			d.Blocks = append(d.Blocks, para(lang.ID, span(proseID[0])))
		}
		c.change(d)
		_, ds := write(t, d, DefaultOptions())
		var got []string
		for _, p := range ds {
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
