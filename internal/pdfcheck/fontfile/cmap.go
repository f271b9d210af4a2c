package fontfile

import (
	"cmp"
	"slices"
	"unicode/utf16"
)

// CMap maps codes to CIDs, or to Unicode (9.7.5 and 9.10.3).
type CMap struct {
	Name       string
	Registry   string
	Ordering   string
	Supplement int
	HasInfo    bool // CIDSystemInfo
	WMode      int
	Uses       []string // CMaps that it refers to by usecmap
	MaxCID     int
	spaces     []codeSpace
	cids       codeRanges[int]
	texts      codeRanges[string]
	single     map[textKey]string
	unmapped   bool  // its codes are known, not their CIDs
	Base       *CMap // that it uses
}

type codeSpace struct {
	size      int
	low, high uint32
}

type textKey struct {
	size int
	code uint32
}

// codeRange is a range of codes of so many bytes, and what its first one is mapped to.
type codeRange[T any] struct {
	size        int
	first, last uint32
	to          T
}

// codeRanges are ranges of codes. Of those that overlap the later one holds.
type codeRanges[T any] struct {
	list     []codeRange[T]
	sorted   bool // they were sorted, and
	apart    bool // none overlaps another
	compared int
}

// mostCompared is how many ranges that overlap are looked at for all codes.
const mostCompared = 100_000_000

func (r *codeRanges[T]) add(x codeRange[T]) { r.list = append(r.list, x) }

// find is the range of a code.
func (r *codeRanges[T]) find(c uint32, size int) *codeRange[T] {
	order := func(a codeRange[T], size int, c uint32) int {
		return cmp.Or(cmp.Compare(a.size, size), cmp.Compare(a.first, c))
	}
	if !r.sorted {
		r.sorted, r.apart = true, true
		list := slices.Clone(r.list)
		slices.SortStableFunc(list, func(a, b codeRange[T]) int { return order(a, b.size, b.first) })
		for i := 1; i < len(list); i++ {
			if list[i].size == list[i-1].size && list[i].first <= list[i-1].last {
				r.apart = false
			}
		}
		if r.apart {
			r.list = list
		}
	}
	if r.apart {
		i, exact := slices.BinarySearchFunc(r.list, c, func(a codeRange[T], c uint32) int { return order(a, size, c) })
		if !exact {
			i--
		}
		if i >= 0 && i < len(r.list) && r.list[i].size == size && r.list[i].last >= c {
			return &r.list[i]
		}
		return nil
	}
	for i := len(r.list) - 1; i >= 0 && r.compared < mostCompared; i-- {
		r.compared++
		if x := &r.list[i]; x.size == size && x.first <= c && c <= x.last {
			return x
		}
	}
	return nil
}

// Token is a token of a CMap's program: a string, a name with its slash, a number
// or a word.
type Token struct {
	Kind  byte // s, /, n, w, [ or ]
	Bytes string
	Int   int
}

// mostTokens is how many tokens of a CMap are read.
const mostTokens = 2 << 20

// ParseCMap reads a CMap from its tokens.
func ParseCMap(next func() (Token, bool)) *CMap {
	m := &CMap{single: map[textKey]string{}}
	var args []Token
	for range mostTokens {
		t, ok := next()
		if !ok {
			break
		}
		if t.Kind != 'w' {
			if len(args) < 4096 {
				args = append(args, t)
			}
			continue
		}
		m.operator(t.Bytes, args)
		args = args[:0]
	}
	return m
}

func (m *CMap) operator(op string, args []Token) {
	n := len(args)
	switch op {
	case "usecmap":
		if n > 0 && args[n-1].Kind == '/' {
			m.Uses = append(m.Uses, args[n-1].Bytes)
		}
	case "def":
		if n >= 2 && args[n-2].Kind == '/' {
			m.define(args[n-2].Bytes, args[n-1])
		}
	case "endcodespacerange":
		for i := 0; i+1 < n; i += 2 {
			m.spaces = append(m.spaces, codeSpace{len(args[i].Bytes), code(args[i].Bytes), code(args[i+1].Bytes)})
		}
	case "endcidrange":
		for i := 0; i+2 < n; i += 3 {
			r := codeRange[int]{len(args[i].Bytes), code(args[i].Bytes), code(args[i+1].Bytes), args[i+2].Int}
			m.cids.add(r)
			if r.last >= r.first && r.last-r.first < 1<<24 {
				m.MaxCID = max(m.MaxCID, r.to+int(r.last-r.first))
			}
		}
	case "endcidchar":
		for i := 0; i+1 < n; i += 2 {
			c := code(args[i].Bytes)
			m.cids.add(codeRange[int]{len(args[i].Bytes), c, c, args[i+1].Int})
			m.MaxCID = max(m.MaxCID, args[i+1].Int)
		}
	case "endbfchar":
		for i := 0; i+1 < n; i += 2 {
			m.single[textKey{len(args[i].Bytes), code(args[i].Bytes)}] = text(args[i+1])
		}
	case "endbfrange":
		m.bfRange(args)
	}
}

func (m *CMap) bfRange(args []Token) {
	for i := 0; i+2 < len(args); i += 3 {
		size, first, last := len(args[i].Bytes), code(args[i].Bytes), code(args[i+1].Bytes)
		if args[i+2].Kind != '[' {
			m.texts.add(codeRange[string]{size, first, last, args[i+2].Bytes})
			continue
		}
		k := i + 3
		for c := first; k < len(args) && args[k].Kind != ']'; k++ {
			if c <= last {
				m.single[textKey{size, c}] = text(args[k])
			}
			c++
		}
		i = k - 2
	}
}

func (m *CMap) define(key string, v Token) {
	switch key {
	case "CMapName":
		m.Name = v.Bytes
	case "WMode":
		m.WMode = v.Int
	case "Registry":
		m.Registry, m.HasInfo = v.Bytes, true
	case "Ordering":
		m.Ordering = v.Bytes
	case "Supplement":
		m.Supplement = v.Int
	}
}

func code(s string) uint32 {
	v := uint32(0)
	for i := 0; i < len(s); i++ {
		v = v<<8 | uint32(s[i])
	}
	return v
}

// text is a Unicode text that a string holds in UTF-16, or a glyph's name.
func text(t Token) string {
	if t.Kind == '/' {
		return Unicode(t.Bytes)
	}
	return utf16Text(t.Bytes)
}

func utf16Text(b string) string {
	if len(b) == 1 {
		return string(rune(b[0]))
	}
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units))
}

// Text is what a code of size bytes is in Unicode; ok is false for nothing. Codes that
// are written with another number of bytes count too, as some writers write them.
func (m *CMap) Text(c uint32, size int) (s string, ok bool) {
	if s, ok := m.text(c, size); ok {
		return s, true
	}
	for other := 1; other <= 4; other++ {
		if s, ok := m.text(c, other); ok {
			return s, true
		}
	}
	return "", false
}

func (m *CMap) text(c uint32, size int) (s string, ok bool) {
	if s, ok := m.single[textKey{size, c}]; ok {
		return s, true
	}
	if r := m.texts.find(c, size); r != nil {
		b := []byte(r.to)
		for k, add := len(b)-1, int(c-r.first); k >= 0 && add > 0; k-- {
			add += int(b[k])
			b[k] = byte(add)
			add >>= 8
		}
		return utf16Text(string(b)), true
	}
	if m.Base != nil {
		return m.Base.text(c, size)
	}
	return "", false
}

// Next reads a code of s and its CID; found is false where the CMap maps it to none.
func (m *CMap) Next(s string) (c uint32, size, cid int, found bool) {
	size = m.codeSize(s)
	c = code(s[:size])
	cid, found = m.CID(c, size)
	return c, size, cid, found
}

// CID is that of a code.
func (m *CMap) CID(c uint32, size int) (cid int, found bool) {
	if r := m.cids.find(c, size); r != nil {
		return r.to + int(c-r.first), true
	}
	if m.Base != nil {
		return m.Base.CID(c, size)
	}
	return 0, false
}

// Maps reports whether the CIDs of all its codes are known.
func (m *CMap) Maps() bool {
	if m.unmapped {
		return false
	}
	if m.Base != nil {
		return m.Base.Maps()
	}
	return len(m.Uses) == 0
}

// codeSize is how many bytes the code at the beginning of s has.
func (m *CMap) codeSize(s string) int {
	shortest := 4
	for x := m; x != nil; x = x.Base {
		for _, r := range x.spaces {
			if r.size < 1 || r.size > 4 {
				continue
			}
			shortest = min(shortest, r.size)
			if len(s) >= r.size && r.has(s[:r.size]) {
				return r.size
			}
		}
		if x.Base == nil && len(x.spaces) == 0 && shortest == 4 {
			shortest = 2
		}
	}
	return min(shortest, len(s))
}

func (r *codeSpace) has(s string) bool {
	for i := range len(s) {
		shift := 8 * (len(s) - 1 - i)
		if b := s[i]; b < byte(r.low>>shift) || b > byte(r.high>>shift) {
			return false
		}
	}
	return true
}
