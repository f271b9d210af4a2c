package cos

import (
	"bytes"
)

// crossReference reads the tables and streams that tell where objects are, newest
// first, and reports whether they can be read.
func (f *File) crossReference() bool {
	at := bytes.LastIndex(f.data, []byte("startxref"))
	if at < 0 {
		return false
	}
	l := &Lexer{b: f.data, pos: at + len("startxref")}
	o, err := l.object(0)
	start, ok := o.(Integer)
	if err != nil || !ok {
		return false
	}
	seen := map[int]bool{}
	queue := []int{int(start) + f.Facts.HeaderOffset}
	if !f.isSection(queue[0]) {
		queue[0] = int(start)
	}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		if seen[at] || at < 0 || at >= len(f.data) {
			continue
		}
		seen[at] = true
		trailer, ok := f.section(at)
		if !ok {
			return false
		}
		if len(seen) == 1 {
			f.lastID(trailer)
		}
		for k, v := range trailer {
			if _, known := f.Trailer[k]; !known {
				f.Trailer[k] = v
			}
		}
		for _, key := range []Name{"XRefStm", "Prev"} {
			if n, ok := trailer[key].(Integer); ok {
				queue = append(queue, int(n))
			}
		}
	}
	return len(f.entries) > 0
}

func (f *File) lastID(trailer Dict) {
	f.Facts.LastID, f.Facts.HasLastID = "", false
	if a := f.Array(trailer["ID"]); len(a) > 0 {
		f.Facts.HasLastID = true
		for _, x := range a {
			s, _ := f.String(x)
			f.Facts.LastID += s.Bytes
		}
	}
}

func (f *File) isSection(at int) bool {
	if at < 0 || at >= len(f.data) {
		return false
	}
	l := &Lexer{b: f.data, pos: at}
	o, _ := l.object(0)
	_, number := o.(Integer)
	return number || o == Operator("xref")
}

// section reads one cross-reference table or stream.
func (f *File) section(at int) (Dict, bool) {
	l := &Lexer{b: f.data, pos: at}
	o, err := l.object(0)
	if err != nil {
		return nil, false
	}
	if o == Operator("xref") {
		return f.table(l)
	}
	o, _, err = f.indirect(at, -1)
	s, ok := o.(*Stream)
	if err != nil || !ok {
		return nil, false
	}
	return s.Dict, f.xrefStream(s)
}

// table reads a cross-reference table and its trailer.
func (f *File) table(l *Lexer) (Dict, bool) {
	rest := l.b[l.pos:]
	eol := 0
	switch {
	case bytes.HasPrefix(rest, []byte("\r\n")):
		eol = 2
	case bytes.HasPrefix(rest, []byte("\r")), bytes.HasPrefix(rest, []byte("\n")):
		eol = 1
	}
	f.Facts.Tables = append(f.Facts.Tables, eol > 0 && eol < len(rest) && kindOf[rest[eol]] == regular)
	for {
		o, err := l.object(0)
		if err != nil {
			return nil, false
		}
		if o == Operator("trailer") {
			break
		}
		first, ok := o.(Integer)
		o, _ = l.object(0)
		count, ok2 := o.(Integer)
		if !ok || !ok2 || first < 0 || count < 0 || first > mostObjects {
			return nil, false
		}
		for i := range count {
			offset, e1 := l.object(0)
			gen, e2 := l.object(0)
			kind, e3 := l.object(0)
			at, ok := offset.(Integer)
			g, ok2 := gen.(Integer)
			if e1 != nil || e2 != nil || e3 != nil || !ok || !ok2 {
				return nil, false
			}
			f.add(int(first+i), kind == Operator("n"), entry{offset: int(at), gen: int(g)})
		}
	}
	l.refs = true
	o, err := l.object(0)
	d, ok := o.(Dict)
	return d, err == nil && ok
}

// free marks an entry of an object that was deleted.
const free = -1

// add adds an entry, unless a newer one is known.
func (f *File) add(number int, used bool, e entry) {
	if number < 0 || number > mostObjects || len(f.entries) > f.mostEntries() {
		return
	}
	if _, known := f.entries[number]; known {
		return
	}
	if !used {
		e = entry{offset: free}
	} else if e.in == 0 && f.Facts.HeaderOffset > 0 && !f.objectAt(e.offset) {
		e.offset += f.Facts.HeaderOffset
	}
	f.entries[number] = e
}

func (f *File) objectAt(at int) bool {
	return at >= 0 && at < len(f.data) && '0' <= f.data[at] && f.data[at] <= '9'
}

// xrefStream reads a cross-reference stream (7.5.8).
func (f *File) xrefStream(s *Stream) bool {
	data, err := s.Data()
	w := f.Numbers(s.Dict["W"])
	if err != nil && len(data) == 0 || len(w) < 3 {
		return false
	}
	row := 0
	for _, n := range w[:3] {
		if n < 0 || n > 8 {
			return false
		}
		row += int(n)
	}
	if row == 0 {
		return false
	}
	index := f.Numbers(s.Dict["Index"])
	if index == nil {
		size, _ := f.Int(s.Dict["Size"])
		index = []float64{0, float64(size)}
	}
	for i := 0; i+1 < len(index); i += 2 {
		for n := range int(min(index[i+1], mostObjects)) {
			if len(data) < row {
				return true
			}
			var v [3]int
			v[0] = 1
			at := 0
			for k := range v {
				if w[k] > 0 {
					v[k] = 0
				}
				for range int(w[k]) {
					v[k] = v[k]<<8 | int(data[at])
					at++
				}
			}
			data = data[row:]
			number := int(index[i]) + n
			switch v[0] {
			case 0:
				f.add(number, false, entry{})
			case 1:
				f.add(number, true, entry{offset: v[1], gen: v[2]})
			case 2:
				f.add(number, v[1] > 0, entry{in: v[1], index: v[2]})
			}
		}
	}
	return true
}

// objectStream is an object stream (7.5.7).
type objectStream struct {
	data    []byte
	numbers []int
	offsets []int
}

// compressed reads an object from its object stream.
func (f *File) compressed(e entry) Object {
	s, ok := f.packed[e.in]
	if !ok {
		s = f.openPacked(e.in)
		f.packed[e.in] = s
	}
	if s == nil || e.index < 0 || e.index >= len(s.offsets) {
		return nil
	}
	at := s.offsets[e.index]
	if at < 0 || at >= len(s.data) {
		return nil
	}
	l := &Lexer{b: s.data, pos: at, refs: true}
	o, err := l.object(0)
	if _, op := o.(Operator); op || err != nil {
		return nil
	}
	return o
}

func (f *File) openPacked(number int) *objectStream {
	if f.entries[number].in > 0 {
		return nil
	}
	s, ok := f.Object(number).(*Stream)
	if !ok {
		return nil
	}
	data, _ := s.Data()
	n, _ := f.Int(s.Dict["N"])
	first, _ := f.Int(s.Dict["First"])
	if n < 0 || n > mostObjects || first < 0 || first > int64(len(data)) {
		return nil
	}
	out := &objectStream{data: data}
	l := &Lexer{b: data[:first]}
	for range n {
		a, e1 := l.object(0)
		b, e2 := l.object(0)
		num, ok := a.(Integer)
		off, ok2 := b.(Integer)
		if e1 != nil || e2 != nil || !ok || !ok2 {
			break
		}
		out.numbers = append(out.numbers, int(num))
		out.offsets = append(out.offsets, int(off)+int(first))
	}
	return out
}
