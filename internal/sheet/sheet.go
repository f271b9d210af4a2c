// Package sheet owns files of answers as tables of text: it reads CSV, TSV and
// Excel files into cells that remember their places, and finds which rows are
// the header and which are respondents. Read is the one way in; a *Sheet is
// what leaves. It does not know what an answer means: coding answers is the
// responses', telling kinds of columns apart the columns' package.
package sheet

import (
	"bytes"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"wogreport/internal/diag"
	"wogreport/internal/infile"
	"wogreport/internal/limits"
	"wogreport/internal/pattern"
)

// Sheet is the table of one file, or of one sheet of a workbook.
type Sheet struct {
	File      string
	Name      string   // the workbook's sheet, "" for text
	Others    []string // the workbook's other sheets that hold cells
	Further   Further  // those of them that hold answers, too
	Columns   []Column
	Notes     [][]string // rows of texts above, below and beside the table and on other sheets, on one line each
	Titles    []string   // the texts above the table that stand in a row by themselves
	Unshown   int        // respondents' rows that a workbook hides or filters out
	Left      []Row      // those of them that are left out
	HeaderRow int        // the line or spreadsheet row of the header, 0 for a file without one

	rows  []Row // the respondents'; rows without any text are left out
	body  *body // the same of a file that the fast reader read
	place func(r Row, col int) diag.Pos
	head  Row // the row that names the columns, or the first row of all
	span  span
}

// Row is one row of cells.
type Row struct {
	Row   int // its first line or spreadsheet row, from 1
	Cells []string
	// Hidden says that a workbook hides the row or filters it out.
	Hidden bool

	offset int  // where a text's record starts
	gap    bool // blank rows stand above it
}

// Cell is the text in a column, "" outside of the row's cells.
func (r Row) Cell(col int) string {
	if col >= 0 && col < len(r.Cells) {
		return r.Cells[col]
	}
	return ""
}

// Place is where a cell stands, col counting from 0.
func (s *Sheet) Place(r Row, col int) diag.Pos { return s.place(r, col) }

// HeaderPlace is where the header of a column stands; in a file without a
// header, the top of the column.
func (s *Sheet) HeaderPlace(col int) diag.Pos { return s.place(s.head, col) }

// Column is what stands above the answers of a column. Texts have single spaces.
type Column struct {
	Header    string // its header as a whole: "Pelayanan [Ramah]", "1. Petugas ramah"; "" without one
	Code      string // "1", "Q2_1", "SQ001"; "" without one
	Group     string // the dimension, question of a grid or group of questions it belongs to; "" without one
	Statement string // the header without group and code
}

// Letter is the spreadsheet letter of a column counted from 0.
func Letter(col int) string {
	s := ""
	for col++; col > 0; col = (col - 1) / 26 {
		s = string(rune('A'+(col-1)%26)) + s
	}
	return s
}

// Empty reports whether a cell shows nothing: spaces of any kind, zero-width
// marks.
func Empty(cell string) bool {
	if cell != "" && ' ' < cell[0] && cell[0] < 0x7f { // as most begin
		return false
	}
	return strings.IndexFunc(cell, func(r rune) bool { return !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) }) < 0
}

// Plain is a cell in a form to show: on one line, with single spaces, without
// marks that cannot be seen.
func Plain(cell string) string {
	if isPlain(cell) {
		return cell
	}
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if !unicode.IsGraphic(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, cell)), " ")
}

// isPlain reports whether a cell is surely as Plain would make it.
func isPlain(cell string) bool {
	space := true // before the text
	for i := range len(cell) {
		switch c := cell[i]; {
		case c == ' ' && !space:
			space = true
		case c > ' ' && c < 0x7f:
			space = false
		default:
			return false
		}
	}
	return !space || cell == ""
}

// Options of Read.
type Options struct {
	Sheet   string   // the sheet of a workbook; "" for the one that holds the data
	SheetAt diag.Pos // the place that names it
	Legends bool     // also reads what other sheets than the one named by Sheet say of the answers
	Header  int      // the row that names the columns; 0 to find it, NoHeader for none
	Shown   bool     // leaves out the rows that a workbook hides or filters out
	Limits  limits.Limits
	Open    func(path string) (*infile.File, error) // opens the file; nil: as infile does
}

// maxFile is how large a file may be that is read without an Open, in bytes.
const maxFile = 512 << 20

// NoHeader says that a file's first row is a respondent's.
const NoHeader = -1

// Read reads a file, whose kind its first bytes tell. at is the place that
// names the file. The sheet is nil when there are no cells to go on with; a
// sheet without rows is reported, too.
func Read(path string, at diag.Pos, opt Options, diags *diag.List) *Sheet {
	if name, ok := strings.CutPrefix(filepath.Base(path), lockFile); ok {
		diags.Errorf(at, "not-readable", "%s is Excel's note that a workbook is open, not the workbook", path)
		diags.Hintf("name %s", name)
		return nil
	}
	open := func() (*infile.File, error) {
		if opt.Open != nil {
			return opt.Open(path)
		}
		return infile.Open(path, infile.Options{Limit: opt.Limits.Of(maxFile)})
	}
	if s := fast.read(path, open, opt, diags); s != nil {
		return s
	}
	data, kept, err := readAll(open)
	if err != nil {
		diags.AddFileError(at, path, err)
		return nil
	}
	return readTolerant(path, data, opt, kept, diags)
}

// readTolerant reads a file of whatever form.
func readTolerant(path string, data []byte, opt Options, kept *infile.Kept, diags *diag.List) *Sheet {
	var c *cells
	kind, hint := otherFile(data)
	switch {
	case kind != "":
		diags.Errorf(diag.Pos{File: path}, "not-a-table", "the file is %s, not a table", kind)
		diags.Hintf("%s", hint)
	case bytes.HasPrefix(data, zipSignature):
		c = keptWorkbook(path, data, opt, kept, diags)
	case bytes.HasPrefix(data, oleSignature):
		readOLE(path, data, diags)
	default:
		c = readText(path, data, diags)
	}
	if c == nil {
		return nil
	}
	if len(c.rows) == 0 {
		diags.Errorf(diag.Pos{File: path}, "no-rows", "the file is empty")
		return nil
	}
	c.warnEmpty(diags)
	c.apart(diags)
	s := c.arrange(opt.Header, diags)
	c.warnHidden(s, opt.Shown, diags)
	c.warnUneven(s, diags)
	s.warnClasses(diags)
	if len(s.rows) == 0 {
		diags.Errorf(s.HeaderPlace(0), "no-rows", "the file has a header but no answers")
	}
	return s
}

// readAll is the contents of a file, and what keeps things that are made of it.
func readAll(open func() (*infile.File, error)) ([]byte, *infile.Kept, error) {
	f, err := open()
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	data, err := f.Rest(nil)
	return data, f.Kept, err
}

// cells is what stands in a file before it is known what the rows are.
type cells struct {
	file   string
	sheet  string
	others []string
	rows   []Row // without blank ones
	merged []merge
	empty  []string     // cells whose formula has no stored value
	notes  [][]string   // what stood beside the table
	beside [][]Row      // the rows of other sheets
	hidden map[int]bool // rows that a workbook does not show
	sep    byte         // between the cells of a file of text
	odd    map[int]bool // its lines with another one
	gap    bool         // the row before the next one is blank
	place  func(r Row, col int) diag.Pos
}

// copied are the cells for one who changes them.
func (c *cells) copied() *cells {
	out := *c
	out.rows = slices.Clone(c.rows)
	for i := range out.rows {
		out.rows[i].Cells = slices.Clone(out.rows[i].Cells)
	}
	return &out
}

// merge is a range of merged cells: rows from 1, columns from 0, both ends
// within. Its text stands in the first cell.
type merge struct{ top, left, bottom, right int }

// maxCell is how many bytes are kept of a cell: what a spreadsheet program
// keeps at most in letters. No answer is longer.
const maxCell = 1 << 15

func (c *cells) add(r Row) {
	if filled(r.Cells) == 0 {
		c.gap = len(c.rows) > 0
		return
	}
	for i, text := range r.Cells {
		if len(text) > maxCell {
			text = strings.Clone(strings.ToValidUTF8(text[:maxCell], ""))
		}
		r.Cells[i] = unmask(text)
	}
	r.gap, c.gap = c.gap, false
	c.rows = append(c.rows, r)
}

// unmask takes off what programs put before a text so that a spreadsheet
// program takes it for no formula ('=1+1), or for no number (="0812").
func unmask(cell string) string {
	if len(cell) < 2 {
		return cell
	}
	if cell[0] == '\'' && strings.IndexByte("=+-@", cell[1]) >= 0 {
		return strings.TrimPrefix(cell[1:], "=")
	}
	if inner, ok := strings.CutPrefix(cell, `="`); ok && strings.HasSuffix(inner, `"`) {
		return inner[:len(inner)-1]
	}
	return cell
}

// warnEmpty warns of formulas whose values are not in the file.
func (c *cells) warnEmpty(diags *diag.List) {
	if len(c.empty) == 0 {
		return
	}
	const most = 8
	list := strings.Join(c.empty[:min(len(c.empty), most)], ", ")
	if len(c.empty) > most {
		list += ", …"
	}
	n := "1 cell holds a formula without its value, and counts as empty: "
	if len(c.empty) > 1 {
		n = strconv.Itoa(len(c.empty)) + " cells hold formulas without their values, and count as empty: "
	}
	diags.Warnf(diag.Pos{File: c.file, Cell: c.sheet + "!" + c.empty[0]}, "no-value", "%s%s", n, list)
	diags.Hintf("open the workbook in a spreadsheet program and save it")
}

// warnHidden counts the respondents that a workbook does not show, and leaves them
// out where the study says so.
func (c *cells) warnHidden(s *Sheet, shown bool, diags *diag.List) {
	var kept []Row
	var first *Row
	if len(c.hidden) == 0 {
		return
	}
	for i, r := range s.rows {
		if !c.hidden[r.Row] {
			kept = append(kept, r)
			continue
		}
		if s.Unshown++; first == nil {
			first = &s.rows[i]
		}
		s.rows[i].Hidden = true
		s.Left = append(s.Left, s.rows[i])
	}
	if s.Unshown == 0 {
		return
	}
	what, hint := "are read all the same", "to leave them out, add  hidden_rows: leave-out  to responses"
	if shown {
		s.rows, what, hint = kept, "are left out", "the study leaves them out"
	} else {
		s.Left = nil
	}
	n := "1 row is hidden or filtered out in the workbook; its answers "
	if s.Unshown > 1 {
		n = strconv.Itoa(s.Unshown) + " rows are hidden or filtered out in the workbook; their answers "
	}
	diags.Warnf(c.place(*first, 0), "hidden-rows", "%s%s", n, what)
	diags.Hintf("%s", hint)
}

// warnClasses warns of cells that a spreadsheet program made days of classes: 10-12
// among 20-29 and 30-39.
func (s *Sheet) warnClasses(diags *diag.List) {
	const sample = 200 // rows, in which a column of classes shows
	some := func(col int) bool {
		for i := range min(s.Len(), sample) {
			if text := strings.TrimSpace(s.Cell(i, col)); maybeClass(text) && classForm.MatchString(text) {
				return true
			}
		}
		return false
	}
	for col := range s.Columns {
		if !some(col) {
			continue
		}
		classes, days, first := 0, 0, 0
		for i := range s.Len() {
			switch text := strings.TrimSpace(s.Cell(i, col)); {
			case !maybeClass(text):
			case classForm.MatchString(text):
				classes++
			case Date(text), dayOfClass.MatchString(text):
				if days++; days == 1 {
					first = i
				}
			}
		}
		if days > 0 && classes >= 2 && (classes+days)*10 >= s.Len()*5 {
			n := "1 cell is a day"
			if days > 1 {
				n = strconv.Itoa(days) + " cells are days"
			}
			diags.Warnf(s.place(s.Row(first), col), "class-as-day", "%s among classes such as 20-29: a spreadsheet program takes 10-12 for a day of December", n)
			diags.Hintf("format the column as text in the spreadsheet and write the classes again")
		}
	}
}

// maybeClass is a cheap look at a text before the expressions.
func maybeClass(text string) bool {
	n := len(text)
	return n >= 3 && n <= 24 && (isDigit(text[0]) || isDigit(text[n-1])) && strings.ContainsAny(text, "-–—/st ")
}

var (
	classForm  = pattern.New(`^\d{1,3}\s*(?:-|–|—|s/d|sampai|to)\s*\d{1,3}(?:\s*\pL+)?$`)
	dayOfClass = pattern.New(`(?i)^(?:\d{1,2}[- ]\pL{3,4}|\pL{3,4}[- ]\d{2})$`)
)

// note keeps what stands outside the table.
func (c *cells) note(cells []string) {
	plain := make([]string, len(cells))
	for i, text := range cells {
		plain[i] = Plain(text)
	}
	c.notes = append(c.notes, plain)
}

func filled(row []string) int {
	n := 0
	for _, c := range row {
		if !Empty(c) {
			n++
		}
	}
	return n
}

func width(rows []Row) int {
	w := 0
	for _, r := range rows {
		for i := len(r.Cells); i > w; i-- {
			if !Empty(r.Cells[i-1]) {
				w = i
				break
			}
		}
	}
	return w
}

// cellName is the name of a cell in a spreadsheet.
func cellName(sheet string, col, row int) string {
	return sheet + "!" + Letter(col) + strconv.Itoa(row)
}
