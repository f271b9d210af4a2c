package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"wogreport/internal/document"
	"wogreport/internal/lang"
)

// hostile are texts that broke something somewhere.
var hostile = map[string]string{
	"emoji":        "senyum 😀 dan 👩‍👩‍👧‍👦 serta ✓",
	"arabic":       "السلام عليكم ورحمة الله",
	"chinese":      strings.Repeat("这是一个没有空格的很长的句子", 12),
	"cyrillic":     "Правительство как единое целое",
	"hebrew":       "שלום עולם",
	"combining":    "e\u0301 a\u0308\u0323 " + strings.Repeat("o\u0302\u0303\u0304", 60),
	"bad utf-8":    "a\xff\xfeb\xc3(\xed\xa0\x80 sisa",
	"controls":     "a\x00b\x01c\x1b[31m\r\nd\te\u202ef\u2066g\u200bh\u00adi",
	"long word":    strings.Repeat("panjangsekali", 40),
	"long number":  strings.Repeat("1234567890", 40),
	"long address": "https://example.org/" + strings.Repeat("aaaaaaaaaa", 30) + "/b?c=d&e=(f)\\g",
	"capitals":     strings.Repeat("KAPITAL", 40),
	"hyphens":      strings.Repeat("-", 300) + strings.Repeat("a-", 100),
	"spaces":       "  a  \u00a0\u00a0 b \u3000 c   ",
	"newlines":     "\n\na\n\n\nb\n",
	"empty":        "",
	"brackets":     `((\(\)))) \\ %PDF endstream endobj >>`,
	"private use":  "\ue000\U000F0000\uFFFD",
	"full width":   strings.Repeat("\u00a0kata", 100),
}

// everywhere is a document with the text in every place that takes one.
func everywhere(s string) *document.Document {
	sp := []document.Span{{Text: s}, {Text: s, Style: document.Bold | document.Superscript}, {Text: s, Style: document.Monospace, Link: s}}
	cell := document.Cell{Text: sp, Second: plain(s)}
	caption := document.Caption{Label: "Tabel 1", SecondLabel: "Table 1", Text: sp, Second: sp, SecondLang: lang.EN}
	return &document.Document{
		Language: lang.ID,
		Meta:     document.Meta{Title: s, Authors: []string{s}, Subject: s, Keywords: []string{s}},
		Masthead: document.Masthead{Name: s, Line: s, ISSN: s},
		Header:   document.Running{Left: s, Center: s, Right: s},
		Footer:   document.Running{Left: s, Right: document.PageNumber + "/" + document.PageCount},
		Blocks: []document.Block{
			&document.TitleBlock{Titles: []document.LangText{{Text: sp}, {Lang: lang.EN, Text: sp}},
				Authors: []document.TitleAuthor{{Name: s, Affiliation: s, Email: s}}, Notice: []document.LangText{{Text: sp}}},
			&document.Abstract{Lang: lang.EN, Heading: s, Blocks: []document.Block{para("", sp...)}, KeywordsLabel: s, Keywords: []string{s, s}},
			&document.Heading{ID: "a", Level: 1, Text: sp}, &document.Heading{ID: "b", Level: 9, Text: sp},
			para(lang.EN, sp...),
			&document.Paragraph{Role: document.Statement, Text: sp}, &document.Paragraph{Role: document.Notice, Text: sp},
			&document.Paragraph{Role: document.Note, Text: sp}, &document.Paragraph{Role: document.Reference, Text: sp, ID: s},
			&document.List{Items: [][]document.Block{{para("", sp...)}, {}, {&document.List{Ordered: true, Start: 12345, Items: [][]document.Block{{para("", sp...)}}}}}},
			&document.Quote{Blocks: []document.Block{para("", sp...), &document.Quote{}}},
			&document.Table{ID: "t", Caption: caption, Continued: "lanjutan",
				Columns: []document.Column{{}, {Wrap: true}, {Align: document.AlignDecimal}, {Align: document.AlignRight}},
				Head:    [][]document.Cell{{cell, cell, cell, cell}}, Rows: [][]document.Cell{{cell, cell, cell, cell}, {}, {{Text: sp, Span: 9}}}, Note: sp},
			&document.Table{}, &document.Figure{},
			&document.Figure{ID: "f", Caption: caption, Width: 900, Height: 2000, Draw: sampleBars(900, 2000, [5]int{1, 2, 3, 4, 5}), Alt: s},
			&document.PageBreak{}, &document.PageBreak{},
		},
	}
}

// Any text in any place gives a file whose lines keep within the measure.
func TestHostileText(t *testing.T) {
	for name, s := range hostile {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := everywhere(s)
			c, pages := layoutOf(d, layoutDefault())
			checkPages(t, name, c, pages)
			c, pages = layoutOf(d, layoutOptions{Columns: 2, Abstracts: SideBySide})
			checkPages(t, name+" in columns", c, pages)
			b, _ := write(t, d, DefaultOptions())
			if out := checker(t, b, "qpdf", "--check", "FILE"); !strings.Contains(out, "No syntax or stream encoding errors") {
				t.Error(out)
			}
		})
	}
}

// Every letter of a text that the fonts have comes out again.
func TestHostileTextSurvives(t *testing.T) {
	texts := map[string]string{"5,000 letters": strings.Repeat("panjang", 715)}
	for _, name := range []string{"cyrillic", "long word", "long number", "long address", "brackets", "controls"} {
		texts[name] = hostile[name]
	}
	for name, s := range texts {
		d := &document.Document{Language: lang.ID, Blocks: []document.Block{para("", span(s))}}
		b, problems := write(t, d, DefaultOptions())
		if len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
		}
		out := checker(t, b, "pdftotext", "-enc", "UTF-8", "FILE", "-")
		keep := func(s string) string {
			return strings.Map(func(r rune) rune {
				if strings.ContainsRune(" \n\f\u00ad\u200b\u00a0", r) {
					return -1
				}
				return r
			}, s)
		}
		if got, want := keep(out), keep(Clean(s)); got != want {
			t.Errorf("%s: %q extracted, want %q", name, got, want)
		}
	}
}

func TestMissingGlyphs(t *testing.T) {
	d := &document.Document{Language: lang.ID, Blocks: []document.Block{
		&document.Heading{ID: "satu", Level: 1, Text: plain("Judul 😀 dan 😀")},
		para("", span("Isi 😀 dan 中")),
	}}
	b, problems := write(t, d, DefaultOptions())
	var got []string
	for _, p := range problems {
		got = append(got, p.Code+": "+p.Message)
	}
	want := []string{
		`no-glyph: the fonts have no glyph for U+1F600 in the heading "satu"; a box is shown instead`,
		`no-glyph: the fonts have no glyph for U+1F600, U+4E2D in the paragraph "Isi 😀 dan 中"; a box is shown instead`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("warnings\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if out := checker(t, b, "pdftotext", "-enc", "UTF-8", "FILE", "-"); strings.Count(out, "□") != 4 {
		t.Errorf("not four boxes in %q", out)
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"e\u0301":                "é",
		"a\x00b\x7fc":            "abc",
		"a\tb\u2003c":            "a b c",
		"a\r\nb\rc\u2028d":       "a\nb\nc\nd",
		"\xff":                   "\uFFFD",
		"a\u202f%":               "a\u00a0%",
		"x\ufe0f\u200dy":         "xy",
		"soft\u00adhyphen\u200b": "soft\u00adhyphen\u200b",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

// Tables that no page holds.
func TestLongTables(t *testing.T) {
	d := &document.Document{Language: lang.ID, Blocks: []document.Block{sampleLongTable(300)}}
	tall := sampleValidity()
	tall.Rows[2][1].Text = plain(strings.Repeat("pernyataan yang panjang ", 700))
	wide := &document.Table{Caption: document.Caption{Label: "Tabel 3"}}
	for i := range 40 {
		wide.Head = append(wide.Head[:0], append(slices.Concat(wide.Head...), document.Cell{Text: plain(fmt.Sprint("Kepala", i))}))
	}
	wide.Rows = [][]document.Cell{wide.Head[0]}
	d.Blocks = append(d.Blocks, tall, wide)
	c, pages := layoutOf(d, layoutDefault())
	checkPages(t, "long tables", c, pages)
	text := layoutText(pages)
	for i := range 300 {
		if n := strings.Count(text, fmt.Sprintf("%q", fmt.Sprintf("Unit %d", i+1))); n != 1 {
			t.Errorf("row %d is set %d times", i+1, n)
		}
	}
	if n := strings.Count(text, `"Unit kerja"`); n < 7 {
		t.Errorf("the head of 300 rows is set %d times", n)
	}
	if n := strings.Count(text, `"Tabel 2" serif-regular/9.79 " (lanjutan)"`); n < 6 {
		t.Errorf("the continued caption is set %d times", n)
	}
	if n := strings.Count(text, "panjang"); n != 700 {
		t.Errorf("%d of 700 words of a tall row are set", n)
	}
	c, pages = layoutOf(d, layoutOptions{Columns: 2})
	checkPages(t, "long tables in columns", c, pages)
	for _, pg := range pages {
		checkApart(t, "long tables in columns", c, pg)
	}
	if n := strings.Count(layoutText(pages), "panjang"); n != 700 {
		t.Errorf("%d of 700 words of a tall row are set in columns", n)
	}
}

// No text, style or measure makes setting lines fail or a line too wide.
func FuzzSetLines(f *testing.F) {
	for _, s := range hostile {
		f.Add(s, 200.0, uint8(0))
	}
	f.Add("kekuatan yang menerapkan koordinasi ragu-ragu — dan 2014–2017", 60.0, uint8(1))
	f.Add("a", 700.0, uint8(7))
	f.Fuzz(func(t *testing.T, s string, measure float64, style uint8) {
		if !(measure >= 60 && measure < 800) || len(s) > 2000 {
			t.Skip()
		}
		base := Style{family: Serif, size: 11, leading: 14}
		st := [6]Style{base, base, base, base, base, base}[style%6]
		styles := newStyleSheet(layoutDefault())
		st = []Style{styles.body, styles.title, styles.reference, styles.caption, styles.cell, styles.statement}[style%6]
		half := len(s) / 2
		var setter Setter
		var text text
		setter.shapeInto(&text, []document.Span{{Text: s[:half]}, {Text: s[half:], Style: document.Style(style >> 3), Lang: lang.EN}}, st, lang.ID, nil)
		set := 0
		for _, l := range text.setLines(measure) {
			if l.x < -0.01 && st.align != Centered || l.x+l.width > measure+0.05 {
				t.Errorf("a line from %.2f to %.2f in %.2f: %q", l.x, l.x+l.width, measure, start(lineText(&l)))
			}
			for _, r := range l.runs {
				set += utf8.RuneCountInString(strings.ReplaceAll(strings.ReplaceAll(r.String(), " ", ""), "\u00ad", ""))
			}
		}
		want := 0
		for _, g := range text.glyphs {
			if !g.space() && !g.newline() && g.r != softHyphen && g.r != zeroWidth {
				want++
			}
		}
		if set != want {
			t.Errorf("%d characters of %d are set", set, want)
		}
	})
}

// A table of more columns than have room is set across the page, and said to be
// too wide if that is not enough.
func TestManyColumns(t *testing.T) {
	table := func(n int) *document.Table {
		tb := &document.Table{Plain: true, Head: [][]document.Cell{nil}, Rows: [][]document.Cell{nil}}
		for range n {
			tb.Columns = append(tb.Columns, document.Column{Wrap: true})
			tb.Head[0] = append(tb.Head[0], document.Cell{Text: plain("kolom")})
			tb.Rows[0] = append(tb.Rows[0], document.Cell{Text: plain("12,5")})
		}
		return tb
	}
	for n, want := range map[int]int{6: 0, 12: 0, 60: 1} {
		d := &document.Document{Language: lang.ID, Blocks: []document.Block{&document.Paragraph{Text: plain(strings.Repeat("Kalimat. ", 90))}, table(n)}}
		c, pages := layoutOf(d, layoutOptions{Columns: 2})
		checkPages(t, fmt.Sprint(n), c, pages)
		got := 0
		for _, p := range c.problem {
			if p.Code == "cramped-table" {
				got++
			}
		}
		if got != want {
			t.Errorf("%d columns give the warnings %v", n, c.problem)
		}
	}
}

// Of respondents' words no message tells one, and it is said once that there are
// signs without a glyph in them.
func TestPrivateTexts(t *testing.T) {
	d := &document.Document{Language: lang.ID}
	var items [][]document.Block
	for _, s := range []string{"Budi Santoso senang 😀", "Siti kecewa 😢", "bagus"} {
		items = append(items, []document.Block{&document.Paragraph{Text: plain(s), Private: true}})
	}
	d.Blocks = []document.Block{&document.List{Items: items}}
	_, ds := write(t, d, DefaultOptions())
	if len(ds) != 1 || !strings.Contains(ds[0].Message, "U+1F600, U+1F622 in what respondents wrote") {
		t.Errorf("the messages are %v", ds)
	}
}
