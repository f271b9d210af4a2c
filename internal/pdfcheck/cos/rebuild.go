package cos

import (
	"bytes"
	"errors"
)

// rebuild finds the objects of a file whose cross-reference is broken by looking
// for them; the last one of a number holds.
func (f *File) rebuild() error {
	f.Facts.Rebuilt = true
	clear(f.entries)
	clear(f.objects)
	clear(f.packed)
	old := f.Trailer
	f.Trailer = Dict{}
	b := f.data
	var streams []int
	for at := 0; at < len(b); {
		k := bytes.Index(b[at:], []byte("obj"))
		if k < 0 {
			break
		}
		at += k + 3
		start, number, ok := before(b, at-3)
		if !ok || len(f.entries) > mostObjects {
			continue
		}
		f.entries[number] = entry{offset: start}
		head := b[at:min(len(b), at+300)]
		if bytes.Contains(head, []byte("/ObjStm")) || bytes.Contains(head, []byte("/XRef")) {
			streams = append(streams, number)
		}
	}
	for at := 0; ; {
		k := bytes.Index(b[at:], []byte("trailer"))
		if k < 0 || f.wasted > mostWasted {
			break
		}
		at += k + 7
		l := &Lexer{b: b, pos: at, refs: true}
		if d, err := l.object(0); err == nil {
			d, _ := d.(Dict)
			f.lastID(d)
			for k, v := range d {
				f.Trailer[k] = v
			}
		} else {
			f.wasted += l.pos - at
		}
	}
	for k, v := range old {
		if _, known := f.Trailer[k]; !known {
			f.Trailer[k] = v
		}
	}
	f.crypt = nil
	for _, number := range streams { // what is said of the file, before what is encrypted
		f.adoptTrailer(number)
	}
	if err := f.unlock(); err != nil {
		return err
	}
	for _, number := range streams {
		f.adopt(number)
	}
	if f.Dict(f.Trailer["Root"]) == nil {
		f.findCatalog()
	}
	if f.Dict(f.Trailer["Root"]) == nil {
		return errors.New("its objects cannot be found")
	}
	return nil
}

// adoptTrailer takes what a cross-reference stream of a broken file says of the file.
func (f *File) adoptTrailer(number int) {
	s, ok := f.Object(number).(*Stream)
	if !ok || s.Dict["Type"] != Name("XRef") {
		return
	}
	for _, k := range []Name{"Root", "Encrypt", "ID", "Info"} {
		if v, ok := s.Dict[k]; ok {
			f.Trailer[k] = v
		}
	}
	f.lastID(s.Dict)
}

// adopt adds the objects of an object stream of a broken file.
func (f *File) adopt(number int) {
	s, ok := f.Object(number).(*Stream)
	if !ok || s.Dict["Type"] != Name("ObjStm") {
		return
	}
	if packed := f.openPacked(number); packed != nil {
		for i, n := range packed.numbers {
			if n >= 0 && n <= mostObjects {
				f.entries[n] = entry{in: number, index: i}
				delete(f.objects, n)
			}
		}
	}
}

func (f *File) findCatalog() {
	for _, n := range f.Objects() {
		if d, ok := f.Object(n).(Dict); ok && d["Type"] == Name("Catalog") {
			f.Trailer["Root"] = Ref{Number: n}
		}
	}
}

// before reads the two numbers that stand before the keyword obj.
func before(b []byte, at int) (start, number int, ok bool) {
	skip := func() bool {
		from := at
		for at > 0 && kindOf[b[at-1]] == white {
			at--
		}
		return at < from
	}
	digits := func() (n int, ok bool) {
		end := at
		for at > 0 && '0' <= b[at-1] && b[at-1] <= '9' {
			at--
		}
		if end-at == 0 || end-at > 8 {
			return 0, false
		}
		for _, c := range b[at:end] {
			n = n*10 + int(c-'0')
		}
		return n, true
	}
	if !skip() {
		return 0, 0, false
	}
	if _, ok := digits(); !ok || !skip() {
		return 0, 0, false
	}
	number, ok = digits()
	return at, number, ok && number <= mostObjects
}
