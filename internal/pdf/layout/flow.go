package layout

import (
	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/pdf/typeset"
)

// pieceKind says how a piece of the flow takes its place.
type pieceKind uint8

const (
	textPiece  pieceKind = iota
	floatPiece           // may move to the top of the next page
	tablePiece           // floats if it fits on a page, else runs over pages
	breakPiece           // begins a new page
)

// piece is a part of the flow: of the document's set blocks in their order,
// before they have pages.
type piece struct {
	kind         pieceKind
	box          *Box
	table        *tableLayout        // of a tablePiece
	divisible    *tableLayout        // of one that stands whole in a column, but may be divided
	above, below float64             // space; between two pieces the greater counts
	keep         bool                // on the page of the next piece
	torn         bool                // since it ends within a word; in a column beside the next one it may
	word         bool                // only for the word that it ends within, with two lines and more
	level        int                 // of a heading, 0 for none
	section      int                 // of a figure or table: the level of the heading over it
	grid         bool                // its lines stand on the page's baseline grid
	wide         bool                // as wide as the page, where that has columns
	again        func(float64) *Box  // sets a figure so many times as high, or a table with rows as much lower; nil for what has a fixed height
	wider        func() *tableLayout // a table of a column as wide as the page, which it may be instead
	rows         int                 // of a table, or the part of it that stands in a column
	beside       *Box                // stands at the same height
	notes        []*Box              // footnotes that it refers to first
	numbering    document.Numbering  // of the pages after a breakPiece
	toText       float64             // from the top of a head to the text under it; 0 for others
}

// eachLink visits the runs of text that lead to a place in the document.
func (p *piece) eachLink(visit func(*typeset.Run)) {
	boxes := []*Box{p.box, p.beside}
	if t := p.table; t != nil {
		boxes = append(append([]*Box{t.caption, t.head}, t.rows...), t.note)
	}
	for _, b := range boxes {
		if b != nil {
			b.eachLink(visit)
		}
	}
}

// blockSetter sets blocks as pieces of the flow.
type blockSetter struct {
	doc     *document.Document
	opt     Options
	styles  styleSheet
	measure float64 // the width of the text on a page
	column  float64 // and of a column
	depth   float64 // the height of the text on a page
	problem diag.List
	line    document.Running // that is set now
	grids   map[*document.Table]*grid
	heights map[*document.Table]float64  // of tables on one page
	shared  map[gridKey]*grid            // by tables of one head
	heads   map[string][]*document.Table // tables by their heads
	shorter map[string]bool              // whether those of a head take less of a page across its columns
	*typeset.Setter
}

func newBlockSetter(doc *document.Document, opt Options, s *typeset.Setter) *blockSetter {
	return &blockSetter{
		doc: doc, opt: opt, styles: newStyleSheet(opt), Setter: s, grids: map[*document.Table]*grid{}, heights: map[*document.Table]float64{}, shared: map[gridKey]*grid{}, shorter: map[string]bool{},
		measure: float64(opt.TextWidth()), column: float64(opt.ColumnWidth()), depth: float64(opt.TextHeight()),
	}
}

// bounds are the left end and the width of what blocks are set in.
type bounds struct{ x, width float64 }

// inset narrows the bounds, by at most half and not below a few words' width:
// in a deep list the last levels stand under each other.
func (b bounds) inset(left, right float64) bounds {
	const least = minMeasure / 2
	by := min(1, 0.5*b.width/(left+right))
	if b.width-by*(left+right) < least {
		return b
	}
	return bounds{b.x + by*left, b.width - by*(left+right)}
}

// context is what a block must know of the blocks around it.
type context struct {
	body  typeset.Style // of running text
	lang  lang.Tag
	tight bool // no indents: in lists, quotations and abstracts
}

// flow sets the document: what opens it (title and abstracts, or all that comes
// before the pages numbered from 1) across the page, the rest in columns.
func (bs *blockSetter) flow() []piece {
	ctx := context{body: bs.styles.body, lang: bs.doc.Language}
	blocks := bs.doc.Blocks
	var before document.Block
	var out []piece
	if _, drop := bs.masthead(); drop > 0 {
		out = append(out, piece{box: &Box{Height: drop}, keep: true, wide: true})
	}
	for n := opening(blocks); n > 0; n = opening(blocks) {
		page := bounds{width: bs.measure}
		f := bs.sideBySide(blocks[:n], page)
		if f == nil {
			f = bs.blocks(before, blocks[:n], page, ctx)
		}
		for i := range f {
			f[i].wide = true
		}
		out = append(out, f...)
		before, blocks = blocks[n-1], blocks[n:]
	}
	if n := frontMatter(blocks); n > 0 && bs.opt.Columns > 1 {
		out = append(out, bs.across(before, blocks[:n], ctx)...)
		before, blocks = blocks[n-1], blocks[n:]
	}
	for len(blocks) > 0 {
		n := chapter(blocks)
		if bs.opt.Columns > 1 && tablesAlone(blocks[:n]) {
			out = append(out, bs.across(before, blocks[:n], ctx)...)
		} else {
			out = append(out, bs.blocks(before, blocks[:n], bounds{width: bs.column}, ctx)...)
		}
		before, blocks = blocks[n-1], blocks[n:]
	}
	bs.stackHeads(out)
	level := 1
	for i := range out {
		switch f := &out[i]; {
		case f.kind == floatPiece || f.kind == tablePiece:
			f.section = level
		case f.level > 0:
			level = f.level
		}
	}
	return bs.attachNotes(out)
}

// opening is how many of the blocks are a title, or abstracts in a row.
func opening(blocks []document.Block) int {
	for n, b := range blocks {
		switch b.(type) {
		case *document.TitleBlock:
			return max(n, 1)
		case *document.Abstract:
		default:
			return n
		}
	}
	return len(blocks)
}

// frontMatter is how many of the blocks come before the pages that are
// numbered from 1 after others.
func frontMatter(blocks []document.Block) int {
	for n, b := range blocks {
		if p, ok := b.(*document.PageBreak); ok && p.Numbering == document.NumberArabic {
			return n
		}
	}
	return 0
}

// chapter is how many of the blocks come before the next that begins a page.
func chapter(blocks []document.Block) int {
	for n, b := range blocks[1:] {
		switch b := b.(type) {
		case *document.PageBreak:
			return n + 1
		case *document.Heading:
			if b.Opens {
				return n + 1
			}
		}
	}
	return len(blocks)
}

// tablesAlone reports whether blocks are a chapter of tables without text, but for a
// paragraph that opens it, as appendixes are: in columns the narrow ones would leave the
// other column empty.
func tablesAlone(blocks []document.Block) bool {
	tables, texts := 0, 0
	for _, b := range blocks {
		switch b.(type) {
		case *document.Heading, *document.PageBreak:
		case *document.Table:
			tables++
		case *document.Paragraph:
			texts++
			if tables > 0 || texts > 1 {
				return false
			}
		default:
			return false
		}
	}
	return tables > 0
}

// across sets blocks as wide as the page.
func (bs *blockSetter) across(before document.Block, blocks []document.Block, ctx context) []piece {
	out := bs.blocks(before, blocks, bounds{width: bs.measure}, ctx)
	for i := range out {
		out[i].wide = true
	}
	return out
}

// blocks sets blocks one after the other; before is the block before them.
func (bs *blockSetter) blocks(before document.Block, blocks []document.Block, in bounds, ctx context) []piece {
	var out []piece
	for i, b := range blocks {
		f := bs.block(b, before, in, ctx)
		if i+1 < len(blocks) && len(f) > 0 && (document.Leads(b, blocks[i+1]) || len(f) == 1 && calls(before, b, blocks[i+1])) {
			f[len(f)-1].keep = true
		}
		out = append(out, f...)
		before = b
	}
	return out
}

// calls reports whether all that stands between a head and a figure or table is a paragraph:
// of one line it is too little under a head at the foot of a page.
func calls(before, b, next document.Block) bool {
	_, under := before.(*document.Heading)
	_, text := b.(*document.Paragraph)
	switch next.(type) {
	case *document.Figure, *document.Table:
		return under && text
	}
	return false
}

func (bs *blockSetter) block(b, before document.Block, in bounds, ctx context) []piece {
	switch b := b.(type) {
	case *document.Heading:
		return bs.heading(b, in, ctx)
	case *document.Paragraph:
		_, afterHeading := before.(*document.Heading)
		return bs.paragraph(b, in, ctx, before == nil || afterHeading)
	case *document.List:
		return bs.list(b, in, ctx)
	case *document.Quote:
		inner := ctx
		inner.tight = true
		return bs.spaced(bs.blocks(nil, b.Blocks, in.inset(2*bs.styles.indent, bs.styles.indent), inner), bs.styles.line/2)
	case *document.Table:
		return bs.table(b, in, ctx)
	case *document.Figure:
		return bs.figure(b, in, ctx)
	case *document.TitleBlock:
		return bs.titleBlock(b, in)
	case *document.Abstract:
		return bs.abstract(b, in.inset(2*bs.styles.indent, 2*bs.styles.indent))
	case *document.PageBreak:
		f := piece{kind: breakPiece}
		if !bs.opt.Through {
			f.numbering = b.Numbering
		}
		return []piece{f}
	case *document.Cover:
		return bs.cover(b, in)
	case *document.Letterhead:
		return bs.letterhead(b, in)
	case *document.Signatures:
		return bs.signatures(b, in)
	case *document.Contents:
		return bs.contents(b, in)
	}
	return nil
}

// spaced sets the space around a group of pieces.
func (bs *blockSetter) spaced(f []piece, space float64) []piece {
	if len(f) > 0 {
		f[0].above = max(f[0].above, space)
		f[len(f)-1].below = max(f[len(f)-1].below, space)
		for i := range f {
			f[i].grid = false
		}
	}
	return f
}
