package cos

import "bytes"

// Spacing reports whether the keywords around an object of the file's own are
// written as PDF/A asks: each number and keyword parted by one white space or an
// end of line. One that is in an object stream has none.
func (f *File) Spacing(number int) bool {
	e, ok := f.entries[number]
	if !ok || e.in > 0 {
		return true
	}
	b, at := f.data, e.offset
	eol := func(i int) bool { return i >= 0 && i < len(b) && (b[i] == '\n' || b[i] == '\r') }
	digits := func() bool {
		start := at
		for at < len(b) && '0' <= b[at] && b[at] <= '9' {
			at++
		}
		return at > start
	}
	one := func() bool {
		ok := at+1 < len(b) && kindOf[b[at]] == white && kindOf[b[at+1]] != white
		at++
		return ok
	}
	if !eol(e.offset-1) || !digits() || !one() || !digits() || !one() || !bytes.HasPrefix(b[min(at, len(b)):], []byte("obj")) || !eol(at+3) {
		return false
	}
	end := f.endobj(at + 3)
	return end < 0 || eol(end-1) && eol(end+6)
}

// endobj is where the keyword is that ends the object whose content is at from.
func (f *File) endobj(from int) int {
	l := &Lexer{b: f.data, pos: from, refs: true}
	o, err := l.object(0)
	if err != nil {
		return -1
	}
	if op, is := o.(Operator); is && op == "endobj" {
		return l.pos - 6
	}
	if d, ok := o.(Dict); ok {
		at := l.pos
		if op, err := l.object(0); err == nil && op == Operator("stream") {
			s := &Stream{Dict: d, file: f, Facts: StreamFacts{Length: -1}}
			if n, ok := f.Int(d["Length"]); ok {
				s.Facts.Length = n
			}
			l.pos = f.stream(d, Ref{}, l.pos).end(f)
		} else {
			l.pos = at
		}
	}
	return f.find("endobj", l.pos)
}
