package sheet

import (
	"bytes"
	"encoding/binary"
	"io"
	"math/bits"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"wogreport/internal/rescue"
)

// room is how many bytes can be read behind the end of a block.
const room = 16

// scan reads the rows of a regular file by several goroutines. Each takes the next block
// of lines, of which it then knows the first row, and codes it.
type scan struct {
	block  int // bytes that are read at a time
	sep    byte
	width  int
	many   []bool // the columns that are not coded
	dicts  []*dictionary
	codes  []uint8 // of all columns, one after the other
	stride int     // from one to the next

	mu    sync.Mutex // of what follows
	in    io.Reader
	rest  []byte // the beginning of a line whose end was not read yet
	ended bool
	rows  int
	full  bool        // there are more rows than there is room for
	runs  [][]cellRun // of the columns that are not coded

	odd      atomic.Bool   // there is something that is not surely understood
	overflow []atomic.Bool // columns with too many different cells
}

// newScan prepares to read so many rows at most.
func newScan(in io.Reader, rows, block int, sep byte, width int, many []bool) *scan {
	s := &scan{in: in, block: block, sep: sep, width: width, many: many, overflow: make([]atomic.Bool, width), runs: make([][]cellRun, width)}
	for range width {
		s.dicts = append(s.dicts, newDictionary())
	}
	// That columns do not begin at multiples of a page keeps them apart in the
	// processor's cache.
	s.stride = rows/4096*4096 + 4096 + 64
	s.codes = make([]uint8, s.stride*width)
	inLargePages(s.codes)
	return s
}

// learnFrom takes the cells of the first rows into the dictionaries, in the order of
// their texts: so 1 to 5 have the codes 1 to 5, as on a scale. There is room behind.
func (s *scan) learnFrom(buf []byte, size int) {
	size = bytes.LastIndexByte(buf[:size], '\n') + 1
	cells := make([][]string, s.width)
	for i, row := 0, 0; i < size && row < topRows; row++ {
		for col := range cells {
			end, next := cellEnd(buf, i, s.sep, col == s.width-1)
			if next < 0 {
				return
			}
			if i < end && !s.many[col] {
				cells[col] = append(cells[col], string(buf[i:end]))
			}
			i = next
		}
	}
	for col, texts := range cells {
		slices.Sort(texts)
		for _, text := range slices.Compact(texts) {
			if regular([]byte(text), s.sep) {
				s.dicts[col].code([]byte(text))
			}
		}
	}
}

// run reads all and reports whether it was understood.
func (s *scan) run() bool {
	var all rescue.Group
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			r := &blockReader{scan: s, one: make([]byteCodes, s.width), tables: make([]table, s.width), buf: make([]byte, s.block+1+room), new: make([]builder, s.width)}
			for col := range r.tables {
				r.tables[col].slots = make([]slot, 16)
			}
			for !s.odd.Load() {
				size, row, last, ok := r.next()
				if !ok {
					return
				}
				r.read(size, row, last)
			}
		})
	}
	all.Wait()
	return !s.odd.Load()
}

// body is what was read, after run; its first row stands in the given line.
func (s *scan) body(line int) *body {
	b := &body{n: s.rows, line: line, width: s.width, cols: make([]bodyColumn, s.width)}
	for col := range b.cols {
		c := &b.cols[col]
		if s.many[col] {
			*c = inRuns(s.runs[col])
			continue
		}
		from := col * s.stride
		c.codes, c.texts = s.codes[from:from+s.rows:from+s.rows], s.dicts[col].entries
	}
	return b
}

// blockReader is what one goroutine works with.
type blockReader struct {
	*scan
	one    []byteCodes // by column
	tables []table
	buf    []byte
	new    []builder // of the columns that are not coded
}

// next fills the buffer with the next whole lines, and says in which row they begin and
// whether they are the last ones.
func (r *blockReader) next() (size, row int, last, ok bool) {
	s := r.scan
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended {
		return 0, 0, false, false
	}
	size = copy(r.buf, s.rest)
	n, err := io.ReadFull(s.in, r.buf[size:s.block])
	size += n
	switch {
	case err == io.EOF || err == io.ErrUnexpectedEOF:
		if s.ended = true; size == 0 {
			return 0, 0, false, false
		}
		if r.buf[size-1] != '\n' {
			r.buf[size] = '\n'
			size++
		}
		s.rest = nil
	case err != nil:
		s.odd.Store(true)
		return 0, 0, false, false
	default:
		end := bytes.LastIndexByte(r.buf[:size], '\n') + 1
		if end == 0 {
			s.odd.Store(true)
			return 0, 0, false, false
		}
		s.rest = append(s.rest[:0], r.buf[end:size]...)
		size = end
	}
	row = s.rows
	s.rows += bytes.Count(r.buf[:size], []byte{'\n'})
	if s.rows > s.stride {
		s.full = true
		s.odd.Store(true)
		return 0, 0, false, false
	}
	return size, row, s.ended, true
}

// read codes the lines of the buffer.
func (r *blockReader) read(size, row int, last bool) {
	for col, many := range r.many {
		if many {
			r.new[col] = builder{from: row, ends: make([]uint32, 0, bytes.Count(r.buf[:size], []byte{'\n'}))}
			r.new[col].text.Grow(size / r.width)
		}
	}
	buf := r.buf[:size+room]
	clear(buf[size:])
	for i := 0; i < size; row++ {
		if buf[i] == '\n' || buf[i] == '\r' && buf[i+1] == '\n' {
			if !last || len(bytes.Trim(buf[i:size], "\r\n")) > 0 {
				r.odd.Store(true)
				return
			}
			r.scan.mu.Lock()
			r.scan.rows = row
			r.scan.mu.Unlock()
			break
		}
		next := r.row(buf, i, row)
		if next < 0 {
			r.odd.Store(true)
			return
		}
		i = next
	}
	r.scan.mu.Lock()
	defer r.scan.mu.Unlock()
	for col, many := range r.many {
		if many && len(r.new[col].ends) > 0 {
			r.scan.runs[col] = append(r.scan.runs[col], r.new[col].run())
		}
	}
}

// row codes the line that begins at i and returns where the next one does, -1 where
// something is odd.
func (r *blockReader) row(buf []byte, i, row int) (next int) {
	start, empty := i, 0
	one, codes, at, stride := r.one, r.codes, row, r.stride
	seps := uint64(r.sep) * 0x0100010001000100
	for col, last := 0, len(one)-1; col <= last; col++ {
		for col+4 <= last { // four cells of a byte each, as of one digit
			w := binary.LittleEndian.Uint64(buf[i:])
			if (w^seps)&0xFF00FF00FF00FF00 != 0 {
				break
			}
			four := one[col : col+4]
			a, b, c, d := four[0][byte(w)], four[1][byte(w>>16)], four[2][byte(w>>32)], four[3][byte(w>>48)]
			if a == 0 || b == 0 || c == 0 || d == 0 {
				break
			}
			codes[at], codes[at+stride], codes[at+2*stride], codes[at+3*stride] = a, b, c, d
			at += 4 * stride
			i += 8
			col += 4
		}
		end := r.sep
		if col == last {
			end = '\n'
		}
		if buf[i+1] == end {
			if code := one[col][buf[i]]; code != 0 {
				codes[at] = code
				at += stride
				i += 2
				continue
			}
		}
		j, after := cellEnd(buf, i, r.sep, col == last)
		if after < 0 {
			return -1
		}
		code, blank, ok := uint8(0), true, true
		switch {
		case r.many[col]:
			blank, ok = r.keep(col, buf[i:j])
		case i < j:
			code, blank, ok = r.code(col, keyOf(buf, i, j), buf[i:j])
			codes[at] = code
		}
		if !ok {
			return -1
		}
		if blank {
			empty++
		}
		at += stride
		i = after
	}
	if r.width-empty <= 1 && !r.oneCell(buf[start:i], r.width-empty) {
		return -1
	}
	return i
}

// cellEnd is the end of the cell that begins at i, and where the next one begins, -1
// where the line has too many cells, or too few, or a quote says something else.
func cellEnd(buf []byte, i int, sep byte, last bool) (end, next int) {
	end = i
	if buf[i] == '"' {
		k := bytes.IndexByte(buf[i+1:], '"')
		if k < 0 || bytes.IndexByte(buf[i+1:i+1+k], '\n') >= 0 {
			return i, -1
		}
		end = i + k + 2
	} else {
		end = lineOrSeparator(buf, i, sep)
	}
	switch c := buf[end]; {
	case c == sep && !last:
		return end, end + 1
	case !last || c != '\n' && (c != '\r' || buf[end+1] != '\n'):
		return i, -1
	case c == '\r': // behind a quote
		return end, end + 2
	}
	next = end + 1
	if end > i && buf[end-1] == '\r' {
		end--
	}
	return end, next
}

// lineOrSeparator is the first separator or line end from i on, eight bytes at a time.
// There is a line end.
func lineOrSeparator(buf []byte, i int, sep byte) int {
	const low, high = 0x0101010101010101, 0x8080808080808080
	seps := low * uint64(sep)
	for {
		w := binary.LittleEndian.Uint64(buf[i:])
		a, b := w^seps, w^low*'\n'
		// The lowest bit that is set marks the first byte that is one of the two.
		if found := ((a-low)&^a | (b-low)&^b) & high; found != 0 {
			return i + bits.TrailingZeros64(found)/8
		}
		i += 8
	}
}

// code is the code of a cell. One that is new to this goroutine it takes into its table.
func (r *blockReader) code(col int, k key, cell []byte) (code uint8, blank, ok bool) {
	t := &r.tables[col]
	if s := t.find(k, cell); s.code != 0 {
		return s.code, s.blank, true
	}
	if !regular(cell, r.sep) {
		return 0, false, false
	}
	if code, blank, ok = r.dicts[col].code(cell); !ok {
		r.overflow[col].Store(true)
		return 0, false, false
	}
	t.learn(k, cell, code, blank)
	if len(cell) == 1 && !blank {
		r.one[col][cell[0]] = code
	}
	return code, blank, true
}

// keep keeps a cell of a column that is not coded.
func (r *blockReader) keep(col int, cell []byte) (blank, ok bool) {
	r.new[col].add(cell)
	if len(cell) == 0 {
		return true, true
	}
	held := cell
	if cell[0] == '"' {
		held = cell[1 : len(cell)-1]
	}
	blank = len(held) == 0 || (held[0] <= ' ' || held[0] >= 0x7f) && Empty(string(held))
	return blank, regular(cell, r.sep)
}

// oneCell reports whether a line with one cell at most is a row like others: one of no
// cell parts tables, and one may be the line of another separator.
func (r *blockReader) oneCell(line []byte, cells int) bool {
	if cells == 0 || bytes.IndexByte(line, '"') >= 0 {
		return false
	}
	for _, sep := range separators {
		if sep != r.sep && bytes.Count(line, []byte{sep})+1 == r.width {
			return false
		}
	}
	return true
}
