package sheet

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"wogreport/internal/diag"
)

// readText reads delimited text: the separator is found out, and the encoding.
func readText(file string, data []byte, diags *diag.List) *cells {
	if otherEncoding(data) {
		diags.Errorf(diag.Pos{File: file}, "bad-encoding", "the letters of this file are neither in UTF-8 nor in the encoding of Western Europe")
		diags.Hintf("save it again as UTF-8: in Excel as “CSV UTF-8”, or as XLSX")
		return nil
	}
	text := decodeText(data)
	switch {
	case strings.IndexByte(text, 0) >= 0:
		diags.Errorf(diag.Pos{File: file}, "not-a-table", "the file is neither text nor a workbook")
		diags.Hintf(wantTable)
		return nil
	case isMarkup(text):
		diags.Errorf(diag.Pos{File: file}, "not-a-table", "the file is a web page or XML, not a table")
		diags.Hintf("open it in a spreadsheet program and save it as XLSX")
		return nil
	}
	s := scanner{text: text, line: 1}
	s.sep, _ = s.separator()
	g := &cells{file: file, sep: s.sep, odd: map[int]bool{}}
	g.place = s.placeOf(file)
	var literal []Row // of tabs, with a quote that is not closed
	for !s.done() {
		r := Row{Row: s.line, offset: s.pos}
		r.Cells = s.next()
		if s.sep == '\t' && s.unclosed >= 0 {
			literal = append(literal, r)
			s.unclosed = -1
		}
		if s.stray >= 0 {
			diags.Warnf(s.at(file, r, s.stray), "odd-quote", "a quote stands inside a quoted cell and is taken as a letter")
			diags.Hintf("a quote within a quoted cell is written twice")
		}
		if s.unclosed >= 0 {
			s.reportUnclosed(file, r, s.unclosed, diags)
		}
		g.add(r)
	}
	widths := map[int]int{}
	usual := 0
	for _, r := range g.rows {
		n := len(r.Cells)
		if widths[n]++; widths[n] > widths[usual] {
			usual = n
		}
	}
	// Programs that write tabs without quoting, as Google does, leave quotes as they were typed.
	for _, r := range literal {
		k := slices.IndexFunc(g.rows, func(o Row) bool { return o.offset == r.offset })
		if k < 0 || len(r.Cells) != usual || k+1 < len(g.rows) && len(g.rows[k+1].Cells) != usual { // else its rest
			again := scanner{text: s.text, sep: s.sep, pos: r.offset, line: r.Row}
			again.next()
			s.reportUnclosed(file, r, again.unclosed, diags)
		}
	}
	s.oddSeparators(g, usual, diags)
	return g
}

func (s *scanner) reportUnclosed(file string, r Row, at int, diags *diag.List) {
	diags.Errorf(s.at(file, r, at), "odd-quote", "a quote is opened here and not closed")
	diags.Hintf("remove it, or close it before the next separator")
}

// isMarkup reports a text that begins as a web page or XML does.
func isMarkup(text string) bool {
	head := strings.ToLower(strings.TrimSpace(text[:min(len(text), 512)]))
	return strings.HasPrefix(head, "<!doctype") || strings.HasPrefix(head, "<html") || strings.HasPrefix(head, "<?xml")
}

// minPadded is from how many columns on a line with its first cell filled
// alone is looked at, too: a spreadsheet program pads what it took for one cell.
const minPadded = 3

// oddSeparators warns of lines that have the usual number of cells only by
// another separator than the file's: all their answers would go missing.
func (s *scanner) oddSeparators(g *cells, usual int, diags *diag.List) {
	if usual < 2 {
		return
	}
	for _, r := range g.rows {
		if len(r.Cells) == usual && (usual < minPadded || filled(r.Cells) > 1) {
			continue
		}
		for _, sep := range separators {
			other := scanner{text: s.text, sep: sep, pos: r.offset, line: r.Row}
			if sep != s.sep && len(other.next()) == usual {
				diags.Warnf(diag.Pos{File: g.file, Line: r.Row}, "odd-separator", "the cells of this line are separated by %q, those of other lines by %q", sep, s.sep)
				diags.Hintf("write the same separator in every line; as it stands its answers are not found")
				g.odd[r.Row] = true
				break
			}
		}
	}
}

// separators are the marks that may separate cells.
var separators = []byte{',', ';', '\t', '|'}

// decodeText makes UTF-8 with \n at line ends of a text file. What is marked
// as UTF-16, or begins with two letters of it, is read so; what is not UTF-8, but for a few bytes that a
// program cut off, is taken for Windows-1252, in which a spreadsheet program on Windows writes plain CSV.
func decodeText(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		data, _ = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
	case len(data) >= 4 && data[0] != 0 && data[1] == 0 && data[2] != 0 && data[3] == 0:
		data, _ = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder().Bytes(data)
	case len(data) >= 4 && data[0] == 0 && data[1] != 0 && data[2] == 0 && data[3] != 0:
		data, _ = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder().Bytes(data)
	case !utf8.Valid(data) && mostlyUTF8(data):
		data = bytes.ToValidUTF8(data, []byte("\uFFFD"))
	case !utf8.Valid(data):
		data, _ = charmap.Windows1252.NewDecoder().Bytes(data)
	}
	text := strings.TrimPrefix(string(data), "\uFEFF")
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	return text
}

// mostlyUTF8 reports bytes most of which, of those beyond ASCII, are UTF-8.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		data = data[size:]
	}
	return good > bad
}

// otherEncoding reports bytes in an encoding that cannot be told: neither UTF-8
// nor UTF-16, with words all of whose letters lie beyond ASCII, which no language has
// that is written in Windows-1252.
func otherEncoding(data []byte) bool {
	if utf8.Valid(data) || mostlyUTF8(data) || bytes.IndexByte(data, 0) >= 0 {
		return false
	}
	runs, run := 0, 0
	for _, b := range data {
		if b < 0x80 {
			run = 0
			continue
		}
		if run++; run == 4 {
			runs++
		}
	}
	return runs >= 3
}

// scanner reads the records of delimited text. It stands in for encoding/csv,
// which stops at a stray quote or, when told to be lazy about quotes, takes
// the rest of the file into one cell without a word.
type scanner struct {
	text      string // its lines end in \n
	sep       byte
	pos, line int  // of the next record
	noClose   int  // up to here no quote closes a cell
	cut       bool // no quote follows one that opens a cell, in all the text
	usual     int  // cells of most records; 0 where that is not known

	// Of the record read last: where its cells start, and where a quote is
	// wrong, -1 for none.
	starts          []int
	stray, unclosed int
}

func (s *scanner) done() bool { return s.pos >= len(s.text) }

// next reads a record. Cells without a quote inside share the text's memory.
func (s *scanner) next() []string {
	cells := make([]string, 0, max(4, len(s.starts)))
	s.starts, s.stray, s.unclosed = s.starts[:0], -1, -1
	from := s.pos
	for {
		s.starts = append(s.starts, s.pos)
		cells = append(cells, s.cell())
		if s.done() {
			break
		}
		end := s.text[s.pos] == '\n'
		s.pos++
		if end {
			break
		}
	}
	s.line += strings.Count(s.text[from:s.pos], "\n")
	return cells
}

// cell reads up to the separator or line end that closes the cell.
func (s *scanner) cell() string {
	open := s.blanks(s.pos)
	if open == len(s.text) || s.text[open] != '"' {
		return s.plain()
	}
	doubled := false
	for i := open + 1; ; {
		j := strings.IndexByte(s.text[i:], '"')
		if j < 0 {
			s.unclosed, s.cut = open, true
			return s.plain()
		}
		i += j + 1
		if i < len(s.text) && s.text[i] == '"' {
			doubled = true
			i++
			continue
		}
		end := s.blanks(i)
		if end < len(s.text) && s.text[end] != s.sep && s.text[end] != '\n' {
			return s.mended(open, i-1)
		}
		if s.swallows(open, i-1) {
			s.unclosed = open
			return s.plain()
		}
		s.pos = end
		if doubled {
			return strings.ReplaceAll(s.text[open+1:i-1], `""`, `"`)
		}
		return s.text[open+1 : i-1]
	}
}

// swallows reports a quoted cell that holds other rows: one with tabs and line ends between tabs, or one
// most of whose lines have as many separators as the rows. Comments of several lines have
// not that many.
func (s *scanner) swallows(open, end int) bool {
	inner := s.text[open:end]
	switch ends := strings.Count(inner, "\n"); {
	case ends == 0:
		return false
	case s.sep == '\t':
		return strings.IndexByte(inner, '\t') >= 0
	case s.usual < minSwallowed:
		return false
	default:
		from := strings.LastIndexByte(s.text[:open], '\n') + 1
		to := len(s.text)
		if k := strings.IndexByte(s.text[end:], '\n'); k >= 0 {
			to = end + k
		}
		rows := 0
		for line := range strings.SplitSeq(s.text[from:to], "\n") {
			if strings.Count(line, string(s.sep)) == s.usual-1 {
				rows++
			}
		}
		return rows >= 2 && rows*3 > (ends+1)*2
	}
}

// minSwallowed is how many columns rows have that are told from lines of a comment by their separators.
const minSwallowed = 4

// mended reads a cell with a quote where none belongs: to a closing quote in
// the same line, or as if the cell were not quoted. Looking further would
// take other people's answers into the cell. A stray quote in a later line
// than the opening one says that this was never closed.
func (s *scanner) mended(open, stray int) string {
	if strings.IndexByte(s.text[open:stray], '\n') >= 0 {
		s.unclosed = open
		return s.plain()
	}
	if s.sep == '\t' { // a quote as it was typed
		return s.plain()
	}
	s.stray = stray
	if stray < s.noClose { // looked for already
		return s.plain()
	}
	i := stray + 1
	for ; i < len(s.text) && s.text[i] != '\n'; i++ {
		if s.text[i] == '"' && (i+1 == len(s.text) || s.text[i+1] == s.sep || s.text[i+1] == '\n') {
			s.pos = i + 1
			return s.text[open+1 : i]
		}
	}
	s.noClose = i
	return s.plain()
}

func (s *scanner) plain() string {
	i := s.pos
	for i < len(s.text) && s.text[i] != s.sep && s.text[i] != '\n' {
		i++
	}
	cell := s.text[s.pos:i]
	s.pos = i
	return cell
}

// blanks is the first position from i on that is no space between a quote and
// a separator.
func (s *scanner) blanks(i int) int {
	for i < len(s.text) && (s.text[i] == ' ' || s.text[i] == '\t' && s.sep != '\t') {
		i++
	}
	return i
}

// placeOf finds the places of cells.
func (s *scanner) placeOf(file string) func(r Row, col int) diag.Pos {
	text, sep, usual := s.text, s.sep, s.usual
	return func(r Row, col int) diag.Pos {
		again := scanner{text: text, sep: sep, usual: usual, pos: r.offset, line: r.Row}
		again.next()
		if col >= len(again.starts) {
			return diag.Pos{File: file, Line: r.Row}
		}
		return again.at(file, r, again.starts[col])
	}
}

// at is the place of an offset in a record, in characters.
func (s *scanner) at(file string, r Row, offset int) diag.Pos {
	before := s.text[r.offset:offset]
	line := r.Row + strings.Count(before, "\n")
	before = before[strings.LastIndexByte(before, '\n')+1:]
	return diag.Pos{File: file, Line: line, Col: utf8.RuneCountInString(before) + 1}
}

// separator finds out what separates the cells: what a line sep=X above the
// header says, which it skips, else the mark by which the first records most often have
// as many cells as the header, or as each other where the header has a cell more or
// less. sure is false where more text could have changed that.
func (s *scanner) separator() (sep byte, sure bool) {
	try := separators
	first, _, _ := strings.Cut(s.text, "\n")
	said, ok := strings.CutPrefix(strings.ToLower(first), "sep=")
	if ok = ok && len(said) == 1; ok {
		s.pos, s.line = min(len(first)+1, len(s.text)), 2
		try = []byte{said[0]}
	}
	sure = true
	best, most := try[0], []int(nil) // alike records, their cells, the header's
	for _, sep := range try {
		try := scanner{text: s.text, sep: sep, pos: s.pos, line: s.line}
		width, n, head := 0, 0, 0
		widths := map[int]int{}
		for n < 30 && !try.done() {
			cells := try.next()
			if filled(cells) == 0 {
				continue
			}
			if n++; n == 1 {
				head = len(cells)
			}
			if width <= 1 { // titles over the header have one cell
				width = len(cells)
			}
			widths[len(cells)]++
		}
		for other, rows := range widths { // than that of the header
			if width > 1 && other > 1 && (rows > widths[width] || rows == widths[width] && other > width) {
				width = other
			}
		}
		sure = sure && !try.done() && !try.cut
		fit := []int{widths[width], width, head}
		if width > 1 && widths[width]*2 > n && slices.Compare(fit, most) > 0 {
			best, most = sep, fit
		}
	}
	if most != nil {
		s.usual = most[1]
	}
	return best, sure || ok
}
