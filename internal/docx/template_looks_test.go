package docx

import (
	"fmt"
	"maps"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/document"
	"wogreport/internal/docx/docxtest"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/layout"
	"wogreport/internal/pdf/pdftest"
)

// manuscriptWith is the template of a manuscript with more styles of paragraphs: the name and
// the properties of each.
func manuscriptWith(t *testing.T, styles ...[2]string) *Reference {
	t.Helper()
	parts := docxtest.Manuscript()
	for _, s := range styles {
		id := "T" + strings.ReplaceAll(s[0], " ", "")
		parts["word/styles.xml"] = strings.ReplaceAll(parts["word/styles.xml"], `<w:name w:val="`+s[0]+`"/>`, `<w:name w:val="Old `+s[0]+`"/>`)
		style := `<w:style w:type="paragraph" w:styleId="` + id + `"><w:name w:val="` + s[0] + `"/><w:basedOn w:val="Normal"/><w:pPr>` + s[1] + `</w:pPr></w:style>`
		parts["word/styles.xml"] = strings.Replace(parts["word/styles.xml"], `</w:styles>`, style+`</w:styles>`, 1)
	}
	return referred(t, parts, nil)
}

// mainOf is the text of a document in a template, and its parts.
func mainOf(t *testing.T, ref *Reference, blocks ...document.Block) (*docxtest.Node, map[string][]byte) {
	t.Helper()
	parts := docxtest.Parts(t, example{&document.Document{Language: lang.ID, Blocks: blocks}, layout.DefaultOptions(), ref}.written(t))
	return docxtest.Tree(t, "document", parts["word/document.xml"]), parts
}

// kept says of each paragraph of some styles whether it stays with the next: "k", "-" where
// its style alone says it, "0" where it does not though its style says so.
func kept(n *docxtest.Node, styles ...string) string {
	out := ""
	n.Walk(func(p *docxtest.Node) {
		for _, style := range styles {
			if p.Name == "p" && p.Val("pStyle") == style {
				switch k := p.First("keepNext"); {
				case k == nil:
					out += "-"
				case k.Attr["val"] == "0":
					out += "0"
				default:
					out += "k"
				}
			}
		}
	})
	return out
}

// TestTemplateKeeps: what a template's style keeps with the next does not chain pages.
func TestTemplateKeeps(t *testing.T) {
	t.Parallel()
	ref := manuscriptWith(t, [2]string{"Abstract", "<w:keepNext/><w:keepLines/>"}, [2]string{"Body Text", "<w:keepNext/>"})
	para := pdftest.Para("", pdftest.Span("isi"))
	main, parts := mainOf(t, ref,
		&document.Abstract{Heading: "Abstrak", Blocks: []document.Block{para, para}, KeywordsLabel: "Kata kunci", Keywords: []string{"a"}},
		&document.Abstract{Heading: "Ringkasan", Blocks: []document.Block{para}}, para)
	if got := kept(main, "TAbstract"); got != "0k0" {
		t.Errorf("the abstracts' paragraphs stay as %s, want 0k0", got)
	}
	if got := kept(main, "TBodyText"); got != "0" {
		t.Errorf("running text stays as %s", got)
	}
	docxtest.Tree(t, "styles", parts["word/styles.xml"]).Walk(func(n *docxtest.Node) {
		if n.Name == "style" && n.Attr["styleId"] == "Keywords" && (n.First("keepNext") == nil || n.First("keepNext").Attr["val"] != "0") {
			t.Error("keywords stay with what follows, as the abstract that their style is based on")
		}
	})
}

// TestCoverTitle: a report's title on a cover is in Word's style for titles, a template's where it has one.
func TestCoverTitle(t *testing.T) {
	t.Parallel()
	cover := &document.Cover{Titles: []document.LangText{{Text: []document.Span{{Text: "Laporan"}}}, {Lang: lang.EN, Text: []document.Span{{Text: "Report"}}}}}
	for _, c := range []struct {
		ref         *Reference
		title, name string
	}{{nil, "Title", ""}, {manuscriptWith(t, [2]string{"Title", `<w:jc w:val="right"/>`}), "TTitle", `w:jc w:val="right"`}} {
		main, parts := mainOf(t, c.ref, cover)
		var got []string
		main.Walk(func(n *docxtest.Node) {
			if n.Name == "p" {
				got = append(got, n.Val("pStyle"))
			}
		})
		if len(got) == 0 || got[0] != c.title || !strings.Contains(string(parts["word/styles.xml"]), c.name) {
			t.Errorf("the title is in %v, want %s", got, c.title)
		}
	}
}

// long is a table with a note, that pages divide where it has many rows.
func long(rows int, total bool) *document.Table {
	text := func(s string) []document.Span { return []document.Span{{Text: s}} }
	words := strings.Repeat("kata ", 30)
	table := &document.Table{
		ID: "table:x", Caption: document.Caption{Label: "Tabel\u00a01", Text: text("Isi")}, Note: text("Catatan."),
		Columns: []document.Column{{Wrap: true}, {Align: document.AlignDecimal}},
		Head:    [][]document.Cell{{{Text: text("Butir")}, {Text: text("Nilai"), Span: 1}}},
	}
	for i := range rows {
		table.Rows = append(table.Rows, []document.Cell{{Text: text(fmt.Sprint(i, words))}, {Text: text("1,5")}})
	}
	if total {
		table.Totals = []int{rows - 1}
	}
	return table
}

// TestLastRowKeeps: a table's last row stays with its note, which does not end the section
// of a divided table across columns.
func TestLastRowKeeps(t *testing.T) {
	t.Parallel()
	wide := func(rows int) *document.Table {
		table := long(rows, false)
		for range 9 {
			table.Columns = append(table.Columns, document.Column{Align: document.AlignDecimal})
			for r := range table.Rows {
				table.Rows[r] = append(table.Rows[r], document.Cell{Text: []document.Span{{Text: "1000,555"}}})
			}
		}
		return table
	}
	journal := referred(t, docxtest.Journal(), nil)
	text := &document.Paragraph{Text: []document.Span{{Text: "Lalu."}}}
	for _, next := range [][]document.Block{{text}, {wide(40), text}, {}} {
		main, _ := mainOf(t, journal, append([]document.Block{wide(40)}, next...)...)
		main.Walk(func(n *docxtest.Node) {
			if n.Name == "p" && n.Val("pStyle") == styleSectionEnd && n.First("sectPr") == nil {
				t.Errorf("before %d blocks, an empty paragraph ends no section", len(next))
			}
		})
	}
	for _, c := range []struct {
		name  string
		ref   *Reference
		table *document.Table
		ends  bool // the note is the section's last paragraph
	}{
		{"whole across columns", journal, wide(3), true},
		{"divided across columns", journal, wide(40), false},
		{"divided in one column", manuscriptWith(t), long(40, false), false},
	} {
		main, _ := mainOf(t, c.ref, c.table, text)
		var last, note *docxtest.Node
		main.Walk(func(n *docxtest.Node) {
			if n.Name == "tr" {
				last = n
			}
			if n.Name == "p" && n.Val("pStyle") == "TableNote" {
				note = n
			}
		})
		if last.First("keepNext") == nil {
			t.Errorf("%s: the last row does not stay with the note", c.name)
		}
		if got := note.First("sectPr") != nil; got != c.ends {
			t.Errorf("%s: the note ends the section: %v", c.name, got)
		}
	}
}

// TestItemsInTemplate: in a template columns of numbers take room from names only where that costs the names
// no line: less in a typeface that is known to be no wider than what tables are measured with.
func TestItemsInTemplate(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		typeface, name string
		least, most    int
	}{
		{"Bookman Old Style", "12. Penyampaian biaya 12", 2000, 3000},
		{"Bookman Old Style", "12. Biaya", 1000, 2000},
		{"Arial", "12. Penyampaian biaya 12", 2950, 3050}, // as on the page
		{"Arial", "12. Biaya Biaya", 2600, 2850},
	} {
		table := long(20, false)
		table.Columns = table.Columns[:1]
		for range 6 {
			table.Columns = append(table.Columns, document.Column{Align: document.AlignRight})
		}
		table.Head = nil
		for r := range table.Rows {
			table.Rows[r] = []document.Cell{{Text: []document.Span{{Text: c.name + strings.Repeat(" "+c.name, r%2)}}}}
			for range 6 {
				table.Rows[r] = append(table.Rows[r], document.Cell{Text: []document.Span{{Text: "26\u00a0(21,7%)"}}})
			}
		}
		main, _ := mainOf(t, referred(t, inTypeface(c.typeface, docxtest.Manuscript()), nil), table)
		if got, _ := strconv.Atoi(main.First("gridCol").Attr["w"]); got < c.least || got > c.most {
			t.Errorf("%s in %s: the column has %d twips", c.name, c.typeface, got)
		}
	}
}

// TestRulesInTemplate: the rules over sums and between rows of heads are the report's.
func TestRulesInTemplate(t *testing.T) {
	t.Parallel()
	table := long(4, true)
	table.Head = append([][]document.Cell{{{Text: []document.Span{{Text: "Semua"}}, Span: 2}}}, table.Head...)
	main, _ := mainOf(t, referred(t, docxtest.Journal(), journalStyles), table)
	got := map[string]int{}
	main.Walk(func(n *docxtest.Node) {
		if n.Name == "tcBorders" {
			for _, side := range n.Children {
				got[side.Name+" "+side.Attr["val"]]++
			}
		}
	})
	if want := map[string]int{"top single": 2, "bottom single": 3}; !maps.Equal(got, want) {
		t.Errorf("cells have the rules %v, want %v", got, want)
	}
}

// TestSideInTemplate: tables, figures and their notes stand where the template's captions do;
// a cover's logo stands in the middle.
func TestSideInTemplate(t *testing.T) {
	t.Parallel()
	figure := pdftest.Article().Blocks
	var drawn *document.Figure
	for _, b := range figure {
		if f, ok := b.(*document.Figure); ok {
			drawn = f
		}
	}
	if drawn == nil {
		t.Fatal("the article has no figure")
	}
	noted := *drawn
	noted.Note = []document.Span{{Text: "Catatan."}}
	table := long(2, false)
	table.Columns[0].Wrap = false
	for i := range table.Rows {
		table.Rows[i][0].Text = []document.Span{{Text: "a"}}
	}
	logo := &document.Cover{Logo: pdftest.Logos(t)["jpeg"]}
	for jc, want := range map[string]string{"": "left", "both": "left", "center": "center", "right": "right"} {
		pr := ""
		if jc != "" {
			pr = `<w:jc w:val="` + jc + `"/>`
		}
		main, parts := mainOf(t, manuscriptWith(t, [2]string{"caption", pr}), logo, table, &noted)
		if got := main.First("tblPr").Val("jc"); got != want {
			t.Errorf("under captions at %q a table stands at %q", jc, got)
		}
		if edge := main.First("tcMar").First("left").Attr["w"]; (edge == "0") != (want != "center") {
			t.Errorf("under captions at %q a table's text begins %s twips from its edge", jc, edge)
		}
		var note, drawing, cover *docxtest.Node
		main.Walk(func(n *docxtest.Node) {
			switch {
			case n.Name != "p":
			case n.Val("pStyle") == "TableNote":
				note = n
			case n.Val("pStyle") == "Figure":
				drawing = n
			case n.First("drawing") != nil:
				cover = n
			}
		})
		if got := note.Val("jc"); got != want {
			t.Errorf("under captions at %q a figure's note stands at %q", jc, got)
		}
		if got := drawing.Val("jc"); got != want && (want != "center" || got != "") {
			t.Errorf("under captions at %q a figure stands at %q", jc, got)
		}
		centred := false
		docxtest.Tree(t, "styles", parts["word/styles.xml"]).Walk(func(n *docxtest.Node) {
			centred = centred || n.Name == "style" && n.Attr["styleId"] == cover.Val("pStyle") && n.Val("jc") == "center"
		})
		if !centred {
			t.Errorf("the style %s of a cover's logo is not centred", cover.Val("pStyle"))
		}
	}
}

// TestHangingReferences: references hang where the template's style says nothing of indents.
func TestHangingReferences(t *testing.T) {
	t.Parallel()
	reference := &document.Paragraph{Role: document.Reference, Text: []document.Span{{Text: "Rahmadi (2017)."}}}
	for pr, want := range map[string]bool{"": true, `<w:ind w:left="100" w:hanging="100"/>`: false} {
		main, _ := mainOf(t, manuscriptWith(t, [2]string{"Bibliography", pr}), reference)
		ind := main.First("ind")
		if got := ind != nil && ind.Attr["hanging"] != "" && ind.Attr["left"] == ind.Attr["hanging"]; got != want {
			t.Errorf("under a style with %q references hang by themselves: %v", pr, got)
		}
	}
}

// TestUnderHeadings: what stands right under a heading that leaves the space to running text has that
// of running text; under one that has its own, and where the style has enough, nothing is added.
func TestUnderHeadings(t *testing.T) {
	t.Parallel()
	heading := &document.Heading{Level: 1, Text: []document.Span{{Text: "Pustaka"}}}
	reference := &document.Paragraph{Role: document.Reference, Text: []document.Span{{Text: "Rahmadi (2017)."}}}
	for _, c := range []struct{ name, heading, reference, want string }{
		{"none", `<w:spacing w:before="480" w:after="0"/>`, "", "180"},
		{"the heading's", `<w:spacing w:before="480" w:after="200"/>`, "", ""},
		{"the reference's", `<w:spacing w:before="480" w:after="0"/>`, `<w:spacing w:before="240"/>`, ""},
	} {
		ref := manuscriptWith(t, [2]string{"heading 1", c.heading}, [2]string{"Body Text", `<w:spacing w:before="180" w:after="180"/>`}, [2]string{"Bibliography", c.reference})
		main, _ := mainOf(t, ref, heading, reference, reference)
		var got []string
		main.Walk(func(n *docxtest.Node) {
			if n.Name == "p" && n.Val("pStyle") == "TBibliography" {
				before := ""
				if s := n.First("spacing"); s != nil {
					before = s.Attr["before"]
				}
				got = append(got, before)
			}
		})
		if len(got) != 2 || got[0] != c.want || got[1] != "" {
			t.Errorf("%s: references under a heading have %q over them, want %q and nothing", c.name, got, c.want)
		}
	}
}

// TestAsksForPages: Word is asked to count the pages that a list of contents names where a template makes
// them, and only there, since it asks its reader first.
func TestAsksForPages(t *testing.T) {
	t.Parallel()
	heading := &document.Heading{ID: "a", Level: 1, Text: []document.Span{{Text: "Awal"}}}
	list := &document.Contents{Of: document.ContentsHeadings}
	for _, c := range []struct {
		name   string
		ref    *Reference
		blocks []document.Block
		want   bool
	}{
		{"contents in a template", manuscriptWith(t), []document.Block{list, heading}, true},
		{"no contents in a template", manuscriptWith(t), []document.Block{heading}, false},
		{"contents without a template", nil, []document.Block{list, heading}, false},
	} {
		_, parts := mainOf(t, c.ref, c.blocks...)
		if got := docxtest.Tree(t, "settings", parts["word/settings.xml"]).Val("updateFields") == "true"; got != c.want {
			t.Errorf("%s: Word updates fields: %v", c.name, got)
		}
	}
}

// TestFiguresGive: figures a little too high for two a page are made lower, charts and pictures; others are not.
func TestFiguresGive(t *testing.T) {
	t.Parallel()
	ref := manuscriptWith(t)
	opt := Options{Options: layout.DefaultOptions(), Reference: ref}
	page := float64(opt.Layout().TextHeight())
	for _, c := range []struct {
		name   string
		height float64 // of the page
		fixed  bool
		lower  bool
	}{
		{"a quarter", 0.25, false, false}, {"nearly half", 0.47, false, true}, {"of a fixed height", 0.47, true, false}, {"most of the page", 0.7, false, false},
	} {
		height := vg.Length(c.height * page)
		f := &document.Figure{
			ID: "figure:x", Width: 300, Height: height, Draw: func(vg.Canvas) {}, Alt: "Bagan.",
			Caption: document.Caption{Label: "Gambar\u00a01", Text: []document.Span{{Text: "Isi"}}, SecondLabel: "Figure\u00a01", Second: []document.Span{{Text: "Content"}}},
		}
		if !c.fixed {
			f.Stretched = func(by float64) (vg.Length, func(vg.Canvas)) { return height * vg.Length(by), func(vg.Canvas) {} }
		}
		main, _ := mainOf(t, ref, f)
		cy, err := strconv.Atoi(main.First("inline").First("extent").Attr["cy"])
		if err != nil {
			t.Fatal(err)
		}
		got := float64(cy) / 12700
		if lower := got < float64(height)-0.1; lower != c.lower {
			t.Errorf("%s: a figure of %v is %v high", c.name, height, got)
		}
		if c.lower && (got < 0.9*float64(height)-0.1 || 2*got > page-2*30) {
			t.Errorf("%s: two figures of %v and their captions do not fit on a page of %v", c.name, got, page)
		}
	}
}

// TestNotedFiguresGive: two figures share a page with their notes, too, with a template and without.
func TestNotedFiguresGive(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		ref  *Reference
		part float64 // of the page
	}{
		"none":     {nil, 0.45},
		"template": {manuscriptWith(t, [2]string{"Figure", `<w:spacing w:after="200"/>`}, [2]string{"caption", `<w:spacing w:after="120"/>`}), 0.425},
	} {
		ref := c.ref
		height := c.part * float64(Options{Options: layout.DefaultOptions(), Reference: ref}.Layout().TextHeight())
		figure := func(note string) float64 {
			f := &document.Figure{
				ID: "figure:x", Width: 300, Height: vg.Length(height), Draw: func(vg.Canvas) {}, Alt: "Bagan.",
				Caption:   document.Caption{Label: "Gambar\u00a01", Text: []document.Span{{Text: "Isi"}}, SecondLabel: "Figure\u00a01", Second: []document.Span{{Text: "Content"}}},
				Stretched: func(by float64) (vg.Length, func(vg.Canvas)) { return vg.Length(height * by), func(vg.Canvas) {} },
			}
			if note != "" {
				f.Note = []document.Span{{Text: note}}
			}
			main, _ := mainOf(t, ref, f)
			cy, err := strconv.Atoi(main.First("inline").First("extent").Attr["cy"])
			if err != nil {
				t.Fatal(err)
			}
			return float64(cy) / 12700
		}
		bare, noted := figure(""), figure("Tanda * menandai butir bernada negatif.")
		if note := 4 + layout.DefaultOptions().Looks().Note.Leading; noted > bare-note+1 || bare > height-1 {
			t.Errorf("%s: figures of %.1f are %.1f high, with a note %.1f", name, height, bare, noted)
		}
	}
}

// TestUnderCaptions: a drawing right under the caption of another is farther from it than that stands
// under its own, also where a template's styles give it less; nothing is added where they have it.
func TestUnderCaptions(t *testing.T) {
	t.Parallel()
	figure := func(note string) *document.Figure {
		f := &document.Figure{
			ID: "figure:x", Width: 200, Height: 100, Draw: func(vg.Canvas) {}, Alt: "Bagan.",
			Caption: document.Caption{Label: "Gambar\u00a01", Text: []document.Span{{Text: "Isi"}}, SecondLabel: "Figure\u00a01", Second: []document.Span{{Text: "Content"}}},
		}
		if note != "" {
			f.Note = []document.Span{{Text: note}}
		}
		return f
	}
	bare := figure("")
	templated := func(figure, caption string) *Reference {
		return manuscriptWith(t, [2]string{"Figure", `<w:spacing ` + figure + `/>`}, [2]string{"caption", `<w:spacing ` + caption + `/>`})
	}
	text := &document.Paragraph{Text: []document.Span{{Text: "Lalu."}}}
	for _, c := range []struct {
		name   string
		ref    *Reference
		blocks []document.Block
		want   string // over the second drawing, in twips
	}{
		{"too little", templated(`w:after="200"`, `w:before="0" w:after="120"`), []document.Block{bare, bare}, "240"},
		{"enough under the caption", templated(`w:after="200"`, `w:after="280"`), []document.Block{bare, bare}, ""},
		{"enough over the drawing", templated(`w:before="280" w:after="200"`, `w:after="120"`), []document.Block{bare, bare}, ""},
		{"text between", templated(`w:after="200"`, `w:after="120"`), []document.Block{bare, text, bare}, ""},
		{"a note between", templated(`w:after="200"`, `w:after="120"`), []document.Block{figure("Catatan."), bare}, ""},
		{"a style of drawings of ours", manuscriptWith(t, [2]string{"caption", `<w:spacing w:before="240" w:after="120"/>`}), []document.Block{bare, bare}, "280"},
		{"without a template", nil, []document.Block{bare, bare}, ""},
	} {
		main, _ := mainOf(t, c.ref, c.blocks...)
		var got []string
		main.Walk(func(n *docxtest.Node) {
			if n.Name == "p" && n.First("drawing") != nil {
				before := ""
				if s := n.First("pPr").First("spacing"); s != nil {
					before = s.Attr["before"]
				}
				got = append(got, before)
			}
		})
		if len(got) != 2 || got[0] != "" || got[1] != c.want {
			t.Errorf("%s: drawings have %q over them, want nothing and %q", c.name, got, c.want)
		}
	}
}
