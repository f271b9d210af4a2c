package sheet

import (
	"bytes"
	"io"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"wogreport/internal/diag"
	"wogreport/internal/infile"
)

// fastReader reads files of text in which every row below the header is a line with as
// many cells as the others and nothing else than cells, as programs write them. What it
// makes of a file is what the tolerant reader makes, to the place of each cell.
type fastReader struct {
	least int64 // bytes of a file that is read so
	top   int   // bytes that are looked at first, at most
	block int   // bytes that are read and coded at a time
}

var fast = fastReader{least: 64 << 10, top: 1 << 20, block: 256 << 10}

// What the fast reader looks at before it reads on.
const (
	topRows = 256 // rows, at most
	minTop  = 140 // and at least, where the file has more: what finds the header looks at so many
	fewIn   = 100 // different cells of them that a column of codes has at most
)

// read returns nil for a file of another kind, and where anything would have to be told of
// its rows: then the tolerant reader has to read it.
func (fr fastReader) read(path string, open func() (*infile.File, error), opt Options, diags *diag.List) *Sheet {
	var known knowledge
	for {
		f, err := open()
		if err != nil {
			return nil
		}
		if f.Size < fr.least {
			f.Close()
			return nil
		}
		s, again := fr.readOnce(path, f, opt, &known, diags)
		f.Close()
		if !again {
			return s
		}
	}
}

// knowledge is what reading a file once tells for reading it again.
type knowledge struct {
	many  []bool // the columns with many different cells; nil before it was read
	full  bool   // its first rows are longer than those that follow
	times int    // it was read
}

// maxTimes is how many times a file is read that is not as it seemed.
const maxTimes = 8

// learn takes over what a scan met that it could not go on with. It reports whether
// another one can.
func (k *knowledge) learn(s *scan) bool {
	again := s.full && !k.full
	k.full = k.full || s.full
	for col := range k.many {
		if s.overflow[col].Load() {
			again = true
		}
	}
	for col := range k.many {
		k.many[col] = k.many[col] || again && len(s.dicts[col].entries) > maxCodes/2
	}
	k.times++
	return again && k.times < maxTimes
}

// readOnce reads the file once. again says that it has to be read once more, since
// it is not as it seemed from its beginning.
func (fr fastReader) readOnce(path string, f *infile.File, opt Options, known *knowledge, diags *diag.List) (s *Sheet, again bool) {
	beginning := make([]byte, fr.top+room)
	n, err := io.ReadFull(f, beginning[:fr.top])
	if err != nil && err != io.ErrUnexpectedEOF {
		return nil, false
	}
	top := readTop(path, beginning[:n], err != nil)
	if top == nil {
		return nil, false
	}
	s, body := top.arranged(opt)
	if s == nil {
		return nil, false
	}
	start, width := lineStart(beginning, body[0].Row), len(body[0].Cells)
	if known.many == nil {
		for col := range width {
			known.many = append(known.many, different(body, col) > fewIn)
		}
	}
	if len(known.many) != width { // it is another file by now
		return nil, false
	}
	// A row has at least a byte for each column; most have about as many as the first.
	size := max(int(f.Size), n) - start
	rows := size/width + 2
	if lines := bytes.Count(beginning[start:n], []byte{'\n'}); !known.full && lines > 0 {
		rows = min(rows, size/((n-start)/lines+1)*5/4+topRows)
	}
	in := io.MultiReader(bytes.NewReader(beginning[start:n]), f)
	scan := newScan(in, rows, fr.block, top.scanner.sep, width, known.many)
	scan.learnFrom(beginning[start:], n-start)
	if !scan.run() {
		return nil, known.learn(scan)
	}
	s.take(scan.body(body[0].Row))
	var l diag.List
	above := len(top.rows) - len(body)
	if s.Len() <= above || !top.goesOn(s) || s.hasPreviews() || !s.endsWithRespondent() { // most rows have the usual width
		return nil, false
	}
	top.scanner.oddSeparators(top.cells, width, &l)
	s.warnClasses(&l)
	diags.Add(l...)
	return s, false
}

// arranged is a sheet without rows yet, and the first of them; nil where these are none that
// the fast reader reads.
func (t *top) arranged(opt Options) (*Sheet, []Row) {
	s, body := t.named(opt.Header)
	if len(body) > 1 && s.HeaderRow > 0 && numbersColumns(body[0], body[1:]) {
		body = body[1:]
	}
	below := opt.Header > t.rows[len(t.rows)-1].Row // the header that the study names
	if len(body) == 0 || body[0].gap || below || len(body[0].Cells) < 2 || s.HeaderRow > 0 && (isSum(body[0], true) || len(body[0].Cells) != s.span.cells) {
		return nil, nil
	}
	s.Notes = t.notes
	return s, body
}

// take gives a sheet its rows.
func (s *Sheet) take(b *body) {
	s.body = b
	head := s.place
	s.place = func(r Row, col int) diag.Pos {
		if r.Row < b.line {
			return head(r, col)
		}
		return b.place(s.File, r.Row-b.line, col)
	}
}

// top is the beginning of a file.
type top struct {
	*cells
	scanner *scanner
	used    []bool // the columns with cells
}

// readTop reads the first rows as the tolerant reader does; nil where they are not enough
// to tell what the file is.
func readTop(path string, data []byte, whole bool) *top {
	if kind, _ := otherFile(data); kind != "" || bytes.HasPrefix(data, zipSignature) || bytes.HasPrefix(data, oleSignature) {
		return nil
	}
	if end := lineStart(data, 2*topRows+1); end > 0 && end < len(data) { // more than is looked at
		data, whole = data[:end], false
	} else if !whole {
		data = data[:bytes.LastIndexByte(data, '\n')+1]
	}
	if !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 || isMarkup(string(bytes.TrimPrefix(data, bom))) {
		return nil
	}
	text := strings.ReplaceAll(string(bytes.TrimPrefix(data, bom)), "\r\n", "\n")
	if strings.IndexByte(text, '\r') >= 0 {
		return nil
	}
	s := &scanner{text: text, line: 1}
	sep, sure := s.separator()
	if s.sep = sep; !slices.Contains(separators, sep) || !sure && !whole {
		return nil
	}
	t := &top{cells: &cells{file: path, sep: sep, odd: map[int]bool{}}, scanner: s}
	t.place = s.placeOf(path)
	for !s.done() && len(t.rows) < topRows {
		r := Row{Row: s.line, offset: s.pos}
		r.Cells = s.next()
		if s.stray >= 0 || s.unclosed >= 0 {
			return nil
		}
		t.add(r)
	}
	if len(t.rows) == 0 || len(t.rows) < minTop && !(whole && s.done()) {
		return nil
	}
	// With blank columns between others there may be several tables.
	t.used = usedColumns(t.rows)
	first := slices.Index(t.used, true)
	if first < 0 || slices.Contains(t.used[first:], false) {
		return nil
	}
	return t
}

// bom is the mark by which programs on Windows know UTF-8.
var bom = []byte("\uFEFF")

// different is how many different cells a column has.
func different(rows []Row, col int) int {
	seen := map[string]bool{}
	for _, r := range rows {
		seen[r.Cell(col)] = true
	}
	return len(seen)
}

// lineStart is where a line begins, counted from 1; 0 where there are not so many.
func lineStart(data []byte, line int) int {
	at := 0
	for range line - 1 {
		n := bytes.IndexByte(data[at:], '\n') + 1
		if n == 0 {
			return 0
		}
		at += n
	}
	if at == 0 && bytes.HasPrefix(data, bom) {
		at = len(bom)
	}
	return at
}

// goesOn reports whether what was concluded from the beginning holds for all rows: no
// cell stands where there were none, and no row repeats the header.
func (t *top) goesOn(s *Sheet) bool {
	heads, named := 0, 0
	for col := range s.body.width {
		if (col >= len(t.used) || !t.used[col]) && !s.body.blank(col) {
			return false
		}
		if s.HeaderRow == 0 {
			continue
		}
		head := s.head.Cell(col)
		if Empty(head) {
			continue
		}
		named++
		if !s.body.holds(col, head) {
			continue
		}
		heads++
		if slices.Contains(peopleHeads, strings.Trim(fold(head), " .:")) {
			return false
		}
	}
	return s.HeaderRow == 0 || heads < 2 || heads*5 < named*4
}

// blank reports whether no cell of a column shows anything.
func (b *body) blank(col int) bool {
	c := &b.cols[col]
	for _, e := range c.texts {
		if !Empty(e.text) {
			return false
		}
	}
	return c.codes != nil
}

// holds reports whether a cell of a column is a header again, or nearly.
func (b *body) holds(col int, head string) bool {
	const marks = " .:"
	want := strings.Trim(fold(head), marks)
	is := func(text string) bool {
		t := strings.Trim(text, marks)
		// Folding leaves a letter of ASCII at the beginning there, and plain texts as long
		// as they are.
		if t != "" && want != "" && t[0] > ' ' && t[0] < 0x7f && (t[0]|0x20 != want[0]|0x20 || len(t) != len(want) && isPlain(t)) {
			return false
		}
		return strings.Trim(fold(text), marks) == want
	}
	c := &b.cols[col]
	for _, e := range c.texts {
		if is(e.text) {
			return true
		}
	}
	for _, p := range c.runs {
		for i := range p.ends {
			if is(content(p.raw(p.from + i))) {
				return true
			}
		}
	}
	return false
}

// endsWithRespondent reports whether the last row is surely a respondent's, and no sum,
// remark or signature below the answers.
func (s *Sheet) endsWithRespondent() bool {
	last := s.Len() - 1
	if last < 0 {
		return false
	}
	r, able := s.Row(last), 0
	for _, text := range r.Cells {
		if v, ok := Number(text); ok && (v != math.Trunc(v) || v >= float64(last)) {
			able++
		}
	}
	if last == 0 {
		return true
	}
	return !isSum(r, true) && able < minFigures && filled(r.Cells)*2 >= s.body.width && !mayBeUncounted(s.Rows(10), r) && !mayEndInSums(s)
}
