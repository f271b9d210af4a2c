package layout

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/pdftest"
	"wogreport/internal/pdf/typeset"
)

// said are the texts of a document by where they come from, as its blocks say.
type said map[document.Source]string

func (m said) add(b document.Block, part document.Part, index, cell int, parts ...string) {
	if s := strings.Join(parts, ""); s != "" {
		m[document.Source{Block: b, Part: part, Index: index, Cell: cell}] = letters(s)
	}
}

// letters is a text without what line breaking adds or takes away.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00ad' {
			return -1
		}
		return r
	}, s)
}

func (m said) caption(b document.Block, c document.Caption) {
	m.add(b, document.PartCaption, 0, 0, document.Plain(captionSpans(c.Label, "", c.Text)))
	m.add(b, document.PartCaption, 1, 0, document.Plain(captionSpans(c.SecondLabel, "", c.Second)))
}

func (m said) cells(b document.Block, part document.Part, rows [][]document.Cell) {
	for r, row := range rows {
		for i, c := range row {
			m.add(b, part, r, i, document.Plain(c.Text), document.Plain(c.Second))
		}
	}
}

func (m said) texts(b document.Block, part document.Part, texts []document.LangText) {
	for i, t := range texts {
		m.add(b, part, i, 0, document.Plain(t.Text))
	}
}

func (m said) blocks(bs *blockSetter, l *Layout, blocks []document.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Heading:
			m.add(b, document.PartBody, 0, 0, b.Label, document.Plain(b.Text))
		case *document.Paragraph:
			m.add(b, document.PartBody, 0, 0, document.Plain(b.Text))
		case *document.Footnote:
			m.add(b, document.PartBody, 0, 0, b.Number, document.Plain(b.Text))
		case *document.List:
			for i, item := range b.Items {
				label := "•"
				if b.Ordered {
					label = strconv.Itoa(i+1) + "."
				}
				m.add(b, document.PartItemLabel, i, 0, label)
				m.blocks(bs, l, item)
			}
		case *document.Quote:
			m.blocks(bs, l, b.Blocks)
		case *document.Table:
			m.caption(b, b.Caption)
			m.cells(b, document.PartHeadCell, b.Head)
			m.cells(b, document.PartRowCell, b.Rows)
			m.add(b, document.PartNote, 0, 0, document.Plain(b.Note))
		case *document.Figure:
			m.caption(b, b.Caption)
			m.add(b, document.PartNote, 0, 0, document.Plain(b.Note))
		case *document.TitleBlock:
			m.texts(b, document.PartTitle, b.Titles)
			m.texts(b, document.PartNotice, b.Notice)
			for i, line := range b.AuthorLines() {
				m.add(b, document.PartAuthors, i, 0, document.Plain(line))
			}
		case *document.Abstract:
			m.add(b, document.PartHeading, 0, 0, b.Heading)
			m.add(b, document.PartKeywords, 0, 0, b.KeywordsLabel, ":", strings.Join(b.Keywords, ", "))
			m.blocks(bs, l, b.Blocks)
		case *document.Cover:
			m.texts(b, document.PartTitle, b.Titles)
			m.texts(b, document.PartNotice, b.Notice)
			for i, line := range append(append(b.Above[:len(b.Above):len(b.Above)], b.Below...), b.Foot...) {
				m.add(b, document.PartLine, i, 0, document.Plain(line))
			}
		case *document.Letterhead:
			for i, line := range [][]document.Span{b.Parent, b.Name, b.Address, b.Line} {
				m.add(b, document.PartLine, i, 0, document.Plain(line))
			}
		case *document.Signatures:
			m.add(b, document.PartDate, 0, 0, document.Plain(b.Date))
			for i, s := range b.Items {
				for k, line := range [][]document.Span{s.As, s.Role, s.Name, s.Number} {
					m.add(b, document.PartSignature, i, k, document.Plain(line))
				}
			}
		case *document.Contents:
			for i, e := range bs.doc.Entries(b.Of) {
				m.add(b, document.PartEntry, i, 0, e.Label, document.Plain(e.Text), l.Pages[l.Targets[e.ID].Page-1].Label())
			}
		}
	}
}

// Each text on the pages leads to what it shows: what leads to a part of a block
// are the words of that part, all and once, but for what a page repeats.
func TestSources(t *testing.T) {
	long := pdftest.Article() // with a table of more than a page
	long.Blocks = append(long.Blocks, sampleTable(9, 120, false))
	tall := pdftest.Article() // with a head that is too high to be repeated
	tall.Blocks = append(tall.Blocks, &document.Table{
		Head: [][]document.Cell{{{Text: pdftest.Plain(strings.Repeat("kepala ", 900))}}},
		Rows: [][]document.Cell{{{Text: pdftest.Plain("satu")}}, {{Text: pdftest.Plain("dua")}}},
	})
	noted := pdftest.Article() // with figures that have notes, one as long as a page
	for i, b := range noted.Blocks {
		if f, ok := b.(*document.Figure); ok {
			f.Note = pdftest.Plain(strings.Repeat("Catatan gambar. ", 1+i%2*60))
		}
	}
	for name, d := range map[string]*document.Document{
		"article": pdftest.Article(), "long": long, "figures with notes": noted, "evaluation": pdftest.Evaluation(t, 2), "notes": pdftest.Noted(), "tall head": tall,
	} {
		for columns := 1; columns <= 2; columns++ {
			where := fmt.Sprintf("%s in %d columns", name, columns)
			bs := newBlockSetter(d, Options{Columns: columns, Abstracts: SideBySide}.normal(), new(typeset.Setter))
			l := bs.layout()
			want := said{}
			want.blocks(bs, l, d.Blocks)
			for _, n := range d.Footnotes {
				want.blocks(bs, l, []document.Block{n})
			}
			got, repeated, drawn := said{}, 0, map[document.Block]bool{}
			for _, pg := range l.Pages {
				for _, it := range pg.Items {
					for _, tx := range it.Box.Texts {
						if (tx.Source.Block == nil) != (it.Box.Block == nil) {
							t.Errorf("%s: %q comes from %T in a box of %T", where, tx.Line, tx.Source.Block, it.Box.Block)
						}
						if tx.Source.Repeated {
							repeated++
						} else if tx.Source.Block != nil {
							got[tx.Source] += letters(tx.Line.String())
						}
					}
					for _, dr := range it.Box.Drawings {
						drawn[dr.Source.Block] = true
					}
				}
			}
			for from, s := range want {
				if got[from] != s {
					t.Errorf("%s: part %d (%d, %d) of a %T is\n%q, want\n%q", where, from.Part, from.Index, from.Cell, from.Block, got[from], s)
				}
				delete(got, from)
			}
			for from, s := range got {
				if s == "" { // an empty cell
					continue
				}
				t.Errorf("%s: %q comes from part %d (%d, %d) of a %T", where, s, from.Part, from.Index, from.Cell, from.Block)
			}
			for _, b := range d.Blocks {
				switch b.(type) {
				case *document.Figure, *document.Cover, *document.Letterhead:
					if !drawn[b] {
						t.Errorf("%s: no drawing leads to a %T", where, b)
					}
				}
			}
			if name == "long" && repeated == 0 {
				t.Errorf("%s: no head of a table is repeated", where)
			}
		}
	}
}

// Each run is in one language, with one link.
func TestRunsOfLanguages(t *testing.T) {
	d := &document.Document{Language: lang.ID, Blocks: []document.Block{
		pdftest.Para("", pdftest.Span("Kata "), document.Span{Text: "public service", Lang: lang.EN}, pdftest.Span(" berarti "), document.Span{Text: "pelayanan", Link: "https://example.org"}),
		pdftest.Para(lang.EN, pdftest.Span("All in English")),
	}}
	var got []string
	for _, it := range Of(d, DefaultOptions(), new(typeset.Setter)).Pages[0].Items {
		for _, tx := range it.Box.Texts {
			for _, r := range tx.Line.Runs {
				got = append(got, fmt.Sprintf("%s %q %s", r.Lang, strings.TrimSpace(r.String()), r.Link))
			}
		}
	}
	want := []string{`id "Kata" `, `en "public service" `, `id "berarti" `, `id "pelayanan" https://example.org`, `en "All in English" `}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the runs are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
