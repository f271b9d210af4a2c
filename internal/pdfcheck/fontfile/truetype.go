package fontfile

import (
	"errors"
	"sort"
)

// TrueType is a TrueType or OpenType font program.
type TrueType struct {
	Cmaps  []Cmap
	Glyphs int
	CFF    *CFF // of OpenType with CFF outlines
	units  int
	widths []int
	names  map[string]int // of post
	post   []byte
}

// Cmap is a subtable of the table cmap.
type Cmap struct {
	Platform, Encoding int
	data               []byte
	ranges             []cmapRange
	glyphs             map[int]int
}

type cmapRange struct{ first, last, glyph int }

var errFont = errors.New("the font program cannot be read")

// most glyphs and codes that are read of a font.
const mostGlyphs = 1 << 16

// ParseTrueType reads a font program.
func ParseTrueType(b []byte) (*TrueType, error) {
	r := &bin{b: b}
	if tag := r.u32(); tag == 0x74746366 { // ttcf: the first font of a collection
		r.pos = 12
		r.pos = r.u32() + 4
	}
	count := r.u16()
	r.pos += 6
	tables := map[string][]byte{}
	for range min(count, 256) {
		if r.pos+16 > len(b) {
			break
		}
		tag := string(b[r.pos : r.pos+4])
		r.pos += 8
		offset, length := r.u32(), r.u32()
		tables[tag] = part(b, offset, length)
	}
	f := &TrueType{units: 1000, post: tables["post"]}
	if t := tables["head"]; len(t) >= 20 {
		f.units = (&bin{b: t, pos: 18}).u16()
	}
	if t := tables["maxp"]; len(t) >= 6 {
		f.Glyphs = (&bin{b: t, pos: 4}).u16()
	}
	if t := tables["CFF "]; len(t) > 0 {
		cff, err := ParseCFF(t)
		if err != nil {
			return nil, err
		}
		f.CFF = cff
	}
	if f.units == 0 || f.Glyphs == 0 && f.CFF == nil || tables["glyf"] == nil && f.CFF == nil {
		return nil, errFont
	}
	if t := tables["hhea"]; len(t) >= 36 {
		n := (&bin{b: t, pos: 34}).u16()
		m := &bin{b: tables["hmtx"]}
		for range n {
			w := m.u16()
			m.pos += 2
			if m.short {
				break
			}
			f.widths = append(f.widths, w)
		}
	}
	f.readCmaps(tables["cmap"])
	return f, nil
}

// Width is the width of a glyph in thousandths; ok is false for one that isn't there.
func (f *TrueType) Width(glyph int) (w float64, ok bool) {
	if glyph < 0 || glyph >= f.Glyphs || len(f.widths) == 0 {
		return 0, false
	}
	return float64(f.widths[min(glyph, len(f.widths)-1)]) * 1000 / float64(f.units), true
}

func (f *TrueType) readCmaps(b []byte) {
	if len(b) < 4 {
		return
	}
	r := &bin{b: b, pos: 2}
	for range min(r.u16(), 64) {
		c := Cmap{Platform: r.u16(), Encoding: r.u16()}
		offset := r.u32()
		if r.short {
			return
		}
		c.data = part(b, offset, len(b))
		f.Cmaps = append(f.Cmaps, c)
	}
}

// Cmap is the subtable of a platform and an encoding, or nil.
func (f *TrueType) Cmap(platform, encoding int) *Cmap {
	for i := range f.Cmaps {
		if f.Cmaps[i].Platform == platform && f.Cmaps[i].Encoding == encoding {
			return &f.Cmaps[i]
		}
	}
	return nil
}

// Glyph is the glyph of a code, 0 for none.
func (c *Cmap) Glyph(code int) int {
	if c.glyphs == nil {
		c.glyphs = map[int]int{}
		c.read()
	}
	if g, ok := c.glyphs[code]; ok {
		return g
	}
	i := sort.Search(len(c.ranges), func(i int) bool { return c.ranges[i].last >= code })
	if i < len(c.ranges) && c.ranges[i].first <= code {
		return c.ranges[i].glyph + code - c.ranges[i].first
	}
	return 0
}

func (c *Cmap) read() {
	r := &bin{b: c.data}
	switch r.u16() {
	case 0:
		r.pos = 6
		for code := range 256 {
			c.glyphs[code] = r.u8()
		}
	case 4:
		c.segments(r)
	case 6:
		r.pos = 6
		first, n := r.u16(), r.u16()
		for i := range n {
			c.glyphs[first+i] = r.u16()
		}
	case 12:
		r.pos = 12
		n := min(r.u32(), mostGlyphs)
		for range n {
			x := cmapRange{r.u32(), r.u32(), r.u32()}
			if r.short {
				return
			}
			c.ranges = append(c.ranges, x)
		}
		sort.SliceStable(c.ranges, func(i, k int) bool { return c.ranges[i].last < c.ranges[k].last })
	}
}

// segments reads format 4.
func (c *Cmap) segments(r *bin) {
	r.pos = 6
	n := r.u16() / 2
	at := func(table, i int) int { return (&bin{b: c.data, pos: 14 + table + 2*i}).u16() }
	for i := range n {
		last, first := at(0, i), at(2+2*n, i)
		delta, offset := at(2+4*n, i), at(2+6*n, i)
		if first > last {
			continue
		}
		for code := first; code <= last && code < 0xffff; code++ {
			g := code
			if offset != 0 {
				p := 14 + 2 + 6*n + 2*i + offset + 2*(code-first)
				if p+2 > len(c.data) {
					break
				}
				if g = (&bin{b: c.data, pos: p}).u16(); g == 0 {
					continue
				}
			}
			if g = (g + delta) & 0xffff; g != 0 {
				c.glyphs[code] = g
			}
		}
	}
}

// Named is the glyph of a name by the table post; ok is false for none.
func (f *TrueType) Named(name string) (glyph int, ok bool) {
	if f.names == nil {
		f.names = map[string]int{}
		f.readPost()
	}
	glyph, ok = f.names[name]
	return glyph, ok
}

func (f *TrueType) readPost() {
	mac := lists()["mac"]
	r := &bin{b: f.post}
	version := r.u32()
	if version == 0x00010000 {
		for i, n := range mac {
			f.names[n] = i
		}
		return
	}
	if version != 0x00020000 {
		return
	}
	r.pos = 32
	n := r.u16()
	index := make([]int, n)
	for i := range index {
		index[i] = r.u16()
	}
	var own []string
	for r.pos < len(f.post) {
		l := r.u8()
		own = append(own, string(part(f.post, r.pos, l)))
		r.pos += l
	}
	for g, i := range index {
		name := ""
		if i < len(mac) {
			name = mac[i]
		} else if i-len(mac) < len(own) {
			name = own[i-len(mac)]
		}
		if _, known := f.names[name]; !known && name != "" {
			f.names[name] = g
		}
	}
}
