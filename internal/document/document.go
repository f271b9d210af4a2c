// Package document owns the types that a renderer prints: blocks of text in
// their languages, captions, tables with their heads, figures with words for
// what they show. It knows nothing of statistics, studies or file formats.
// A *Document is all that internal/pdf, and any later format, gets.
package document

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/lang"
)

// Document is a composed report, independent of any output format.
type Document struct {
	Language lang.Tag // of the body
	Second   lang.Tag // of second heads and captions; "" in a document in one language
	Meta     Meta
	Masthead Masthead // the journal's lines over the first page
	Header   Running  // of the pages after the first
	Footer   Running  // of every page
	Blocks   []Block
	// Footnotes in the order of their numbers. A Span that leads to the ID of
	// one is its number in the text.
	Footnotes []*Footnote
}

// Meta is what a file says about itself.
type Meta struct {
	Title    string
	Authors  []string
	Subject  string
	Keywords []string
}

// Masthead is the head of the first page. Empty lines take no room.
type Masthead struct {
	Name string // the journal's name
	Line string // volume, number, year, pages, as one line
	ISSN string // ISSN and DOI, as one line
	Logo *Picture
}

// Picture is a picture file: its bytes, "png" or "jpeg", its size in pixels
// and, in words, what it shows.
type Picture struct {
	Data          []byte
	Format        string
	Width, Height int
	Alt           string
}

// Running is a running line: left, centre and right. The page's number is put
// where a text holds PageNumber, the number of pages where it holds PageCount.
type Running struct {
	Left, Center, Right string
	Own                 bool     // words of the author's, who is told when there is no room for all
	Italics             []string // parts of the texts that are in italics
}

// Spans are one of its texts with italics, the text cut short perhaps.
func (r Running) Spans(text string) []Span {
	var out []Span
	for _, part := range r.Italics {
		before, after, ok := strings.Cut(text, part)
		if !ok {
			if before, part = cutShort(text, part); part == "" {
				continue
			}
			after = strings.TrimPrefix(text, before+part)
		}
		if before != "" {
			out = append(out, Span{Text: before})
		}
		out = append(out, Span{Text: part, Style: Italic})
		text = after
	}
	if text != "" || out == nil {
		out = append(out, Span{Text: text})
	}
	return out
}

// cutShort finds what is left of a part of a text at whose end an ellipsis stands.
func cutShort(text, part string) (before, left string) {
	rest, cut := strings.CutSuffix(text, "…")
	if !cut {
		return text, ""
	}
	for n := len(part) - 1; n > 3; n-- {
		if utf8.RuneStart(part[n]) && strings.HasSuffix(rest, part[:n]) {
			return rest[:len(rest)-n], part[:n]
		}
	}
	return text, ""
}

// Stand-ins inside Running texts.
const (
	PageNumber = "{page}"
	PageCount  = "{pages}"
)

// Style is a set of text styles.
type Style uint8

// The text styles.
const (
	Bold Style = 1 << iota
	Italic
	Superscript
	Subscript
	Monospace
	Name   // of a person or an office: no line ends within a word of it
	Symbol // of a quantity: in italics whatever is around it
)

// Span is a piece of text in one style. A "\n" in Text is a forced line break,
// U+00A0 a space where no line ends. Link is "" or "#ID" of a block in the
// document or a URL. Lang is "" for the language around it. Alt makes it a formula,
// and is what that says in words.
type Span struct {
	Text  string
	Style Style
	Link  string
	Lang  lang.Tag
	Alt   string
}

// Block is a piece of the document's flow. Blocks are pointers, so a renderer
// can name the block that a placed piece came from.
type Block interface{ block() }

// Heading opens a section. Level 1 is a main heading (already in capitals
// where the template writes them so). ID is unique in the document.
type Heading struct {
	ID       string
	Level    int    // 1..3
	Label    string // "BAB I", over the text
	Text     []Span
	Lang     lang.Tag
	Centered bool
	Opens    bool // it begins a page
}

// Role says what a paragraph is, for its looks.
type Role uint8

// The roles of paragraphs.
const (
	Body      Role = iota
	Statement      // an item's statement, set off from the text
	Note           // small text: a table's remark, a caveat
	Notice         // something no reader may miss (synthetic data), framed
	Reference      // an entry of the reference list, hanging indent
)

// Paragraph is running text.
type Paragraph struct {
	Text []Span
	Role Role
	Lang lang.Tag
	ID   string // of an entry that is linked to (a reference); often ""
	// Private are the words of a respondent, which no message quotes.
	Private bool
}

// List is an ordered or unordered list; an item is a sequence of blocks.
type List struct {
	Ordered bool
	Start   int
	Items   [][]Block
}

// Quote is a block quotation.
type Quote struct{ Blocks []Block }

// Caption is "Tabel 1" and its text, and the same in the second language of a
// bilingual document (empty otherwise).
type Caption struct {
	Label, SecondLabel string
	Text, Second       []Span
	Lang, SecondLang   lang.Tag
}

// Align is how a column stands.
type Align uint8

// The alignments. AlignDecimal lines numbers up at the decimal mark.
const (
	AlignLeft Align = iota
	AlignCenter
	AlignRight
	AlignDecimal
)

// Column of a table. Columns are sized to their content; a column with Wrap
// gives way first when the table is too wide. One that is Apart, at the right, keeps
// a greater distance from those before it: its numbers are of another kind.
type Column struct {
	Align Align
	Wrap  bool
	Apart bool
}

// Cell of a table. Second is its text in the second language, set in italic
// under the first, or beside it where the rows of a table have room for that. Span > 1 spans
// columns. In is one of several under a head, and set in. The first cell of a row Heads the rows
// under it where the others name their columns.
type Cell struct {
	Text   []Span
	Second []Span
	Span   int
	In     bool
	Heads  bool
}

// Beside is a text with the same in the second language after it, on one line.
func Beside(text, second []Span, l lang.Tag) []Span {
	if len(second) == 0 {
		return text
	}
	out := append(slices.Clone(text), Span{Text: " / "})
	for _, s := range second {
		s.Style |= Italic
		if s.Lang == "" {
			s.Lang = l
		}
		out = append(out, s)
	}
	return out
}

// Table is a table with its caption. Head is repeated on each page the table
// runs over, with Continued ("lanjutan") after the caption's label there.
type Table struct {
	ID        string
	Caption   Caption
	Continued string
	Columns   []Column
	Head      [][]Cell
	Rows      [][]Cell
	Totals    []int  // the rows that sum up those over them, under a rule
	Note      []Span // under the table, small
	Plain     bool   // a small table in the text, without caption
}

// Figure is a drawing with its caption. Draw paints Width × Height points on
// a canvas whose origin is the lower left corner, y up; text on it uses the
// font names of internal/charts. Alt says in words what it shows. Chart is the
// same as data; nil for what can only be drawn.
type Figure struct {
	ID            string
	Caption       Caption
	Width, Height vg.Length
	Draw          func(vg.Canvas)
	Chart         *Chart
	Alt           string
	Note          []Span // under the drawing and its caption, small
	// Stretched is the drawing about so many times as high, from 0.9 to 1.1, with its type and
	// width as they are; nil for one of a fixed height.
	Stretched func(by float64) (height vg.Length, draw func(vg.Canvas))
}

// TitleBlock opens an article: the title in each language (the body's first),
// the authors with their affiliations.
type TitleBlock struct {
	Titles  []LangText
	Authors []TitleAuthor
	Notice  []LangText // shown with the title, e.g. that the data are synthetic
}

// LangText is text in one language.
type LangText struct {
	Lang lang.Tag
	Text []Span
}

// TitleAuthor is an author as the title block shows them.
type TitleAuthor struct{ Name, Affiliation, Email string }

// Abstract is an abstract in one language with its keywords.
type Abstract struct {
	Lang          lang.Tag
	Heading       string // "Abstract"
	Blocks        []Block
	KeywordsLabel string // "Keywords"
	Keywords      []string
}

// Footnote is a note at the foot of the page that refers to it first.
type Footnote struct {
	ID     string // "footnote:1"
	Number string
	Text   []Span
	Lang   lang.Tag
}

// Cover is the first page of a report, whole, without running lines.
type Cover struct {
	Above  [][]Span   // over the titles: what kind of report it is
	Titles []LangText // the body's first
	Below  [][]Span   // under them: cohort, period, place
	Logo   *Picture
	Foot   [][]Span   // at the page's foot: number, agency, year
	Notice []LangText // e.g. that the data are synthetic
}

// Letterhead is the head of an office's paper: its logo, and lines of which
// Name is the one that stands out. Empty lines take no room.
type Letterhead struct {
	Logo          *Picture
	Parent, Name  []Span
	Address, Line []Span
}

// Signatures are the places where people sign. Date is the line over them.
type Signatures struct {
	Date  []Span
	Items []Signature
}

// Signature is one of them: As and Role over the room for the signature, Name
// and Number under it.
type Signature struct{ As, Role, Name, Number []Span }

// Contents lists the document's headings (of level 1 and 2), tables or figures
// with the pages they are on.
type Contents struct{ Of ContentsKind }

// ContentsKind is what a Contents lists.
type ContentsKind uint8

// The kinds of contents.
const (
	ContentsHeadings ContentsKind = iota
	ContentsTables
	ContentsFigures
)

// PageBreak starts a new page. With a numbering other than NumberOn, that page
// is the first of it.
type PageBreak struct{ Numbering Numbering }

// Numbering is how pages are numbered.
type Numbering uint8

// The numberings: as before, or anew in roman or arabic numerals.
const (
	NumberOn Numbering = iota
	NumberRoman
	NumberArabic
)

func (*Heading) block()    {}
func (*Paragraph) block()  {}
func (*List) block()       {}
func (*Quote) block()      {}
func (*Table) block()      {}
func (*Figure) block()     {}
func (*TitleBlock) block() {}
func (*Abstract) block()   {}
func (*Footnote) block()   {}
func (*PageBreak) block()  {}
func (*Cover) block()      {}
func (*Letterhead) block() {}
func (*Signatures) block() {}
func (*Contents) block()   {}
