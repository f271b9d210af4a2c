package sheet

import (
	"bytes"
	"encoding/binary"
	"strings"
	"sync"
	"unicode/utf8"
)

// maxCodes is how many different cells a column of codes may have beside the empty one.
const maxCodes = 255

// dictionary holds the different cells of a column, for all who read the file.
type dictionary struct {
	mu      sync.Mutex
	entries []entry // by code; the first is the empty cell
	blank   []bool
	codes   map[string]uint8
}

func newDictionary() *dictionary {
	return &dictionary{entries: make([]entry, 1), blank: []bool{true}, codes: map[string]uint8{}}
}

// code is the code of a cell, a new one where it was not met before; ok is false when
// there is none left.
func (d *dictionary) code(raw []byte) (code uint8, blank, ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	code, known := d.codes[string(raw)]
	if !known {
		if len(d.entries) > maxCodes {
			return 0, false, false
		}
		e := entry{raw: string(raw)}
		e.text = content(e.raw)
		code = uint8(len(d.entries))
		d.codes[e.raw] = code
		d.entries = append(d.entries, e)
		d.blank = append(d.blank, Empty(e.text))
	}
	return code, d.blank[code], true
}

// table finds the codes of cells without waiting for others. Each reader has its own for
// each column, and asks the dictionary for what is not in it.
type table struct {
	slots []slot // a power of two of them, half of them free
	n     int
}

// byteCodes are the codes of cells of one byte, 0 for none.
type byteCodes [256]uint8

type slot struct {
	key   key
	raw   string // of more than 16 bytes
	code  uint8  // 0 for a free one
	blank bool
}

// key is the first and the last eight bytes of a cell, and its length: all of one of 16.
type key struct {
	head, tail uint64
	size       int
}

// keyOf is the key of the cell buf[i:j], behind which eight bytes can be read.
func keyOf(buf []byte, i, j int) key {
	n := j - i
	head := binary.LittleEndian.Uint64(buf[i:])
	if n < 8 {
		return key{head & (1<<(8*n) - 1), 0, n}
	}
	return key{head, binary.LittleEndian.Uint64(buf[j-8:]), n}
}

func (k key) hash() int {
	h := (k.head ^ k.tail<<1 ^ uint64(k.size)) * 0x9E3779B97F4A7C15
	return int(h >> 40)
}

// find is the slot of a cell, a free one where it is not known.
func (t *table) find(k key, cell []byte) *slot {
	mask := len(t.slots) - 1
	for i := k.hash(); ; i++ {
		s := &t.slots[i&mask]
		if s.code == 0 || s.key == k && (k.size <= 16 || string(cell) == s.raw) {
			return s
		}
	}
}

// learn takes a cell into the table.
func (t *table) learn(k key, cell []byte, code uint8, blank bool) {
	if t.n*2 >= len(t.slots) {
		old := t.slots
		t.slots = make([]slot, max(16, 2*len(old)))
		for _, s := range old {
			if s.code != 0 {
				*t.find(s.key, []byte(s.raw)) = s
			}
		}
	}
	s := slot{key: k, code: code, blank: blank}
	if k.size > 16 {
		s.raw = string(cell)
	}
	*t.find(k, cell) = s
	t.n++
}

// regular reports whether a cell means the same to the tolerant reader: it has no quotes
// where they say something else, no bytes that are no text, and is short enough.
func regular(raw []byte, sep byte) bool {
	if len(raw) > maxCell || bytes.IndexByte(raw, '\r') >= 0 || bytes.IndexByte(raw, 0) >= 0 || !utf8.Valid(raw) {
		return false
	}
	if raw[0] == ' ' || raw[0] == '\t' {
		blanks := " \t"
		if sep == '\t' {
			blanks = " "
		}
		if strings.HasPrefix(strings.TrimLeft(string(raw), blanks), `"`) {
			return false
		}
	}
	held := string(raw)
	if raw[0] == '"' {
		held = held[1 : len(held)-1]
	}
	return Empty(held) == Empty(unmask(held))
}
