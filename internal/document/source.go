package document

// Source is what a text or a drawing shows: a part of a block. The language and
// the link of each piece of a text are in its runs.
type Source struct {
	Block    Block // nil for running lines, which are no part of the text, and the masthead
	Part     Part
	Repeated bool // it has been shown on a page before
	Index    int  // of the title, notice, line, entry, list item, signature or row, from 0
	Cell     int  // of the cell in its row, of the line in a signature
}

// Part is a part of a block.
type Part uint8

// The parts of blocks.
const (
	PartBody      Part = iota // the block's own text or drawing
	PartItemLabel             // of a List: number or bullet of an item
	PartCaption               // of a Table or Figure; Index 1: in the second language
	PartHeadCell              // of a Table: Head[Index][Cell]
	PartRowCell               // of a Table: Rows[Index][Cell]
	PartNote                  // of a Table or Figure
	PartTitle                 // of a TitleBlock or Cover: Titles[Index]
	PartAuthors               // of a TitleBlock: a line, counted by Index
	PartNotice                // of a TitleBlock or Cover: Notice[Index]
	PartHeading               // of an Abstract
	PartKeywords              // of an Abstract
	PartLine                  // of a Cover, Letterhead or, without a block, the masthead: each of their other lines, counted by Index
	PartLogo                  // of a Cover, Letterhead or, without a block, the masthead
	PartDate                  // of Signatures
	PartSignature             // of Signatures: Items[Index]; Cell counts As, Role, Name, Number
	PartEntry                 // of Contents: label, text and page number of an entry
)
