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

// listsCIDs reports whether CIDSet has each CID of the program.
func (x *font) listsCIDs() bool {
	s := x.f.Stream(x.descriptor["CIDSet"])
	if s == nil || x.program == nil {
		return true
	}
	data, _ := s.Data()
	in := func(cid int) bool { return cid>>3 < len(data) && data[cid>>3]&(0x80>>(cid&7)) != 0 }
	p, k := x.program, x.cid
	count := 0
	if p.trueType != nil {
		count = p.trueType.Glyphs
	}
	switch {
	case p.cff != nil && p.cff.CID:
		for cid := range p.cff.CIDs {
			if cid > 0 && !in(cid) {
				return false
			}
		}
		for cid := 1; cid < 8*len(data); cid++ {
			if _, ok := p.cff.CIDs[cid]; in(cid) && !ok {
				return false
			}
		}
	case k.toGID != nil:
		for cid := 1; 2*cid+1 < len(k.toGID); cid++ {
			gid := int(k.toGID[2*cid])<<8 | int(k.toGID[2*cid+1])
			if gid > 0 && gid < count && !in(cid) {
				return false
			}
		}
	default:
		if p.cff != nil && p.trueType == nil {
			count = p.cff.Count
		}
		for cid := 1; cid < count; cid++ {
			if !in(cid) {
				return false
			}
		}
	}
	return true
}
