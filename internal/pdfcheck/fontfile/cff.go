package fontfile

import "math"

// CFF is a font program in the Compact Font Format (Adobe technical note 5176).
type CFF struct {
	CID      bool
	Names    []string    // by glyph, of a font without CIDs
	Encoding [256]string // its own, of a font without CIDs
	CIDs     map[int]int // glyph by CID
	Count    int         // of glyphs
	chars    [][]byte
	dicts    []byte // index of the private dictionary by glyph
	privates []private
	globals  [][]byte
	scale    float64 // to thousandths
	names    map[string]int
}

// private is what a private dictionary says.
type private struct {
	defaultWidth, nominalWidth float64
	subrs                      [][]byte
	scale                      float64
}

// ParseCFF reads the first font of a font set.
func ParseCFF(b []byte) (f *CFF, err error) {
	if len(b) < 4 {
		return nil, errFont
	}
	r := &bin{b: b, pos: int(b[2])}
	r.index() // names
	tops := r.index()
	strings := r.index()
	f = &CFF{scale: 1, globals: r.index(), names: map[string]int{}}
	if len(tops) == 0 || r.short {
		return nil, errFont
	}
	top := cffDict(tops[0])
	if m := top[1207]; len(m) == 6 && m[0] != 0 {
		f.scale = m[0] * 1000
	}
	chars := &bin{b: b, pos: offset(top, 17)}
	if chars.pos == 0 {
		return nil, errFont
	}
	f.chars = chars.index()
	f.Count = len(f.chars)
	if f.Count == 0 || f.Count > mostGlyphs {
		return nil, errFont
	}
	_, f.CID = top[1230]
	sids := charset(b, offset(top, 15), f.Count, f.CID)
	if f.CID {
		f.CIDs = make(map[int]int, len(sids))
		for g, cid := range sids {
			f.CIDs[cid] = g
		}
		f.fontDicts(b, top)
		return f, nil
	}
	f.privates = []private{readPrivate(b, top)}
	standard := lists()["cff"]
	for g, sid := range sids {
		name := ""
		if sid < len(standard) {
			name = standard[sid]
		} else if sid-len(standard) < len(strings) {
			name = string(strings[sid-len(standard)])
		}
		f.Names = append(f.Names, name)
		if _, known := f.names[name]; !known {
			f.names[name] = g
		}
	}
	f.encoding(b, offset(top, 16))
	return f, nil
}

// Named is the glyph of a name.
func (f *CFF) Named(name string) (glyph int, ok bool) {
	glyph, ok = f.names[name]
	return glyph, ok
}

func offset(d map[int][]float64, op int) int {
	if v := d[op]; len(v) > 0 && v[0] >= 0 && v[0] < 1<<31 {
		return int(v[0])
	}
	return 0
}

// index reads an INDEX.
func (r *bin) index() [][]byte {
	n := r.u16()
	if n == 0 || r.short {
		return nil
	}
	size := r.u8()
	if size < 1 || size > 4 {
		r.short = true
		return nil
	}
	offsets := make([]int, n+1)
	for i := range offsets {
		offsets[i] = r.u(size)
	}
	base := r.pos - 1
	out := make([][]byte, n)
	for i := range out {
		if offsets[i+1] >= offsets[i] {
			out[i] = part(r.b, base+offsets[i], offsets[i+1]-offsets[i])
		}
	}
	r.pos = base + offsets[n]
	return out
}

// cffDict reads a DICT; an operator of two bytes 12 x has the key 1200+x.
func cffDict(b []byte) map[int][]float64 {
	out := map[int][]float64{}
	var stack []float64
	for r := (&bin{b: b}); r.pos < len(b); {
		c := r.u8()
		switch {
		case c == 12:
			out[1200+r.u8()] = stack
			stack = nil
		case c <= 21:
			out[c] = stack
			stack = nil
		case c == 28:
			stack = append(stack, float64(r.i16()))
		case c == 29:
			stack = append(stack, float64(int32(r.u32())))
		case c == 30:
			stack = append(stack, r.real())
		case c >= 32 && c <= 246:
			stack = append(stack, float64(c-139))
		case c >= 247 && c <= 250:
			stack = append(stack, float64((c-247)*256+r.u8()+108))
		case c >= 251 && c <= 254:
			stack = append(stack, float64(-(c-251)*256-r.u8()-108))
		}
	}
	return out
}

// real reads a number of nibbles.
func (r *bin) real() float64 {
	mantissa, exponent, sign, expSign := 0.0, 0, 1.0, 1
	shift, inExp, inFrac := 0, false, false
	for {
		c := r.u8()
		for _, n := range [2]int{c >> 4, c & 15} {
			switch {
			case n < 10 && inExp:
				exponent = min(exponent*10+n, 1000)
			case n < 10:
				mantissa = mantissa*10 + float64(n)
				if inFrac {
					shift++
				}
			case n == 10:
				inFrac = true
			case n == 11:
				inExp = true
			case n == 12:
				inExp, expSign = true, -1
			case n == 14:
				sign = -1
			case n == 15:
				return sign * mantissa * math.Pow10(expSign*exponent-shift)
			}
		}
		if r.short {
			return 0
		}
	}
}

// charset are the string IDs or CIDs by glyph.
func charset(b []byte, at, count int, cid bool) []int {
	out := make([]int, 1, count)
	if at <= 2 && !cid {
		return predefinedCharset(at, count)
	}
	r := &bin{b: b, pos: at}
	switch format := r.u8(); format {
	case 0:
		for len(out) < count && !r.short {
			out = append(out, r.u16())
		}
	case 1, 2:
		for len(out) < count && !r.short {
			first := r.u16()
			for i := range r.u(format) + 1 {
				if len(out) < count {
					out = append(out, first+i)
				}
			}
		}
	}
	return out
}

// charsets are ISOAdobe, Expert and ExpertSubset, as first and last string IDs.
var charsets = [3][]int{
	{1, 228},
	{1, 1, 229, 238, 13, 15, 99, 99, 239, 248, 27, 28, 249, 266, 109, 110, 267, 318, 158, 158, 155, 155, 163, 163, 319, 326, 150, 150, 164, 164, 169, 169, 327, 378},
	{1, 1, 231, 232, 235, 238, 13, 15, 99, 99, 239, 248, 27, 28, 249, 251, 253, 266, 109, 110, 267, 270, 272, 272, 300, 302, 305, 305, 314, 315, 158, 158, 155, 155, 163, 163, 320, 326, 150, 150, 164, 164, 169, 169, 327, 346},
}

func predefinedCharset(id, count int) []int {
	out := []int{0}
	for i := 0; i < len(charsets[id]); i += 2 {
		for sid := charsets[id][i]; sid <= charsets[id][i+1] && len(out) < count; sid++ {
			out = append(out, sid)
		}
	}
	return out
}

// encoding reads the font's own encoding.
func (f *CFF) encoding(b []byte, at int) {
	if at <= 1 {
		if at == 0 {
			for code, name := range Encoding("StandardEncoding") {
				if _, ok := f.names[name]; ok {
					f.Encoding[code] = name
				}
			}
		}
		return
	}
	r := &bin{b: b, pos: at}
	format := r.u8()
	glyph := 1
	set := func(code int) {
		if code < 256 && glyph < len(f.Names) {
			f.Encoding[code] = f.Names[glyph]
		}
		glyph++
	}
	n := r.u8()
	for range n {
		first := r.u8()
		if format&0x7f == 0 {
			set(first)
			continue
		}
		for i := range r.u8() + 1 {
			set(first + i)
		}
	}
	if format&0x80 != 0 {
		standard := lists()["cff"]
		for range r.u8() {
			code, sid := r.u8(), r.u16()
			if sid < len(standard) {
				f.Encoding[code] = standard[sid]
			}
		}
	}
}

func readPrivate(b []byte, d map[int][]float64) private {
	p := private{scale: 1}
	v := d[18]
	if len(v) < 2 || v[0] < 0 || v[1] < 0 {
		return p
	}
	at := int(v[1])
	x := cffDict(part(b, at, int(v[0])))
	if w := x[20]; len(w) > 0 {
		p.defaultWidth = w[0]
	}
	if w := x[21]; len(w) > 0 {
		p.nominalWidth = w[0]
	}
	if s := offset(x, 19); s > 0 {
		p.subrs = (&bin{b: b, pos: at + s}).index()
	}
	return p
}

// fontDicts reads the dictionaries of a font with CIDs.
func (f *CFF) fontDicts(b []byte, top map[int][]float64) {
	for _, d := range (&bin{b: b, pos: offset(top, 1236)}).index() {
		x := cffDict(d)
		p := readPrivate(b, x)
		if m := x[1207]; len(m) == 6 && m[0] != 0 {
			p.scale = m[0]
			if _, both := top[1207]; !both {
				p.scale = m[0] * 1000
			}
		}
		f.privates = append(f.privates, p)
	}
	f.dicts = make([]byte, f.Count)
	r := &bin{b: b, pos: offset(top, 1237)}
	switch r.u8() {
	case 0:
		for i := range f.dicts {
			f.dicts[i] = byte(r.u8())
		}
	case 3:
		n := r.u16()
		first := r.u16()
		for range n {
			dict := r.u8()
			next := r.u16()
			for g := first; g < next && g < f.Count; g++ {
				f.dicts[g] = byte(dict)
			}
			first = next
		}
	}
}
