package pdfcheck

import "wogreport/internal/pdfcheck/cos"

// listsGlyphs reports whether CharSet lists each glyph of the program, and no other.
func (x *font) listsGlyphs() bool {
	s, ok := x.f.String(x.descriptor["CharSet"])
	if !ok || x.program == nil {
		return true
	}
	listed := map[string]bool{}
	l := cos.NewLexer([]byte(s.Bytes))
	for {
		o, ok := l.Next()
		if !ok {
			break
		}
		if n, ok := o.(cos.Name); ok {
			listed[string(n)] = true
		}
	}
	names := map[string]bool{}
	switch p := x.program; {
	case p.type1 != nil:
		for n := range p.type1.Chars {
			names[n] = true
		}
	case p.cff != nil:
		for _, n := range p.cff.Names {
			names[n] = true
		}
	}
	delete(names, ".notdef")
	delete(listed, ".notdef")
	for n := range names {
		if !listed[n] {
			return false
		}
	}
	return len(listed) == len(names)
}

// mostCIDs is how many CIDs a font may have.
const mostCIDs = 1 << 16

// listsCIDs reports whether CIDSet has each CID of the program, and no other.
func (x *font) listsCIDs() bool {
	s := x.f.Stream(x.descriptor["CIDSet"])
	if s == nil || x.program == nil {
		return true
	}
	data, _ := s.Data()
	test := x.cidTest()
	for cid := 1; cid < mostCIDs; cid++ {
		listed := cid>>3 < len(data) && data[cid>>3]&(0x80>>(cid&7)) != 0
		has, may := test(cid)
		if has && !listed || listed && !may {
			return false
		}
	}
	return true
}

// cidTest tells whether the program of a composite font has a glyph for a CID, and
// whether CIDSet may list it: also one that is mapped to .notdef.
func (x *font) cidTest() func(cid int) (has, may bool) {
	p, k := x.program, x.cid
	count := 0
	switch {
	case p.cff != nil && p.cff.CID:
		return func(cid int) (has, may bool) { _, has = p.cff.CIDs[cid]; return has, has }
	case p.trueType != nil:
		count = p.trueType.Glyphs
	case p.cff != nil:
		count = p.cff.Count
	}
	if k.toGID == nil {
		return func(cid int) (has, may bool) { return cid < count, cid < count }
	}
	return func(cid int) (has, may bool) {
		if 2*cid+1 >= len(k.toGID) {
			return false, false
		}
		gid := int(k.toGID[2*cid])<<8 | int(k.toGID[2*cid+1])
		return gid > 0 && gid < count, gid < count
	}
}
