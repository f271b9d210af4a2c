package cos

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
)

// mostObjects is how many objects are read of a file.
const mostObjects = 1 << 23

// File is a PDF file.
type File struct {
	Trailer  Dict // the newest one, completed by older ones
	Facts    Facts
	data     []byte
	entries  map[int]entry
	objects  map[int]Object
	reading  map[int]bool
	packed   map[int]*objectStream
	keywords map[string][]int // where they are
	crypt    *crypt
	cryptAt  int // the number of the encryption dictionary, whose strings are plain
	decoded  int // bytes
}

// Facts are how a file is written.
type Facts struct {
	HeaderOffset int
	Header       string // its first line
	Binary       [4]int // the bytes of the comment after it, -1 for none
	AfterEOF     int    // bytes
	Tables       []bool // of each cross-reference table, whether its keyword is written as PDF/A asks
	Encrypted    bool
	LastID       string // of the newest trailer alone
	HasLastID    bool
	Rebuilt      bool // the cross-reference was lost, and found by looking for objects
}

// entry is where an object is.
type entry struct {
	offset int // in the file
	gen    int
	in     int // the number of its object stream, or 0
	index  int
}

// Open reads the structure of a file. An error says why it can't be read; of one
// that needs a password, the facts are told all the same.
func Open(data []byte) (*File, error) {
	f := &File{data: data, entries: map[int]entry{}, objects: map[int]Object{}, reading: map[int]bool{}, packed: map[int]*objectStream{}, keywords: map[string][]int{}, Trailer: Dict{}}
	if !f.header() {
		return nil, errors.New("it is no PDF file")
	}
	f.endOfFile()
	read := f.crossReference()
	if read {
		if err := f.unlock(); err != nil {
			return f, err
		}
	}
	if !read || f.Dict(f.Trailer["Root"]) == nil || f.Dict(f.Dict(f.Trailer["Root"])["Pages"]) == nil {
		if err := f.rebuild(); err != nil {
			return f, err
		}
	}
	return f, nil
}

// unlock finds the key of an encrypted file.
func (f *File) unlock() error {
	e := f.Trailer["Encrypt"]
	if e == nil {
		return nil
	}
	f.Facts.Encrypted = true
	if r, ok := e.(Ref); ok {
		f.cryptAt = r.Number
	}
	c, err := f.newCrypt(f.Dict(e))
	if err != nil {
		return err
	}
	clear(f.objects)
	clear(f.packed)
	f.crypt = c
	return nil
}

// header reads the first line, and the comment after it.
func (f *File) header() bool {
	at := bytes.Index(f.data[:min(len(f.data), 4096)], []byte("%PDF-"))
	if at < 0 {
		return false
	}
	f.Facts.HeaderOffset = at
	end := at
	for end < len(f.data) && f.data[end] != '\n' && f.data[end] != '\r' {
		end++
	}
	f.Facts.Header = string(f.data[at:min(end, at+64)])
	f.Facts.Binary = [4]int{-1, -1, -1, -1}
	if end < len(f.data) && f.data[end] == '\r' {
		end++
	}
	if end < len(f.data) && f.data[end] == '\n' {
		end++
	}
	if end < len(f.data) && f.data[end] == '%' {
		for i := range f.Facts.Binary {
			if k := end + 1 + i; k < len(f.data) {
				f.Facts.Binary[i] = int(f.data[k])
			}
		}
	}
	return true
}

// endOfFile counts what comes after the last %%EOF, but for one end of line.
func (f *File) endOfFile() {
	at := bytes.LastIndex(f.data, []byte("%%EOF"))
	if at < 0 {
		f.Facts.AfterEOF = -1
		return
	}
	rest := f.data[at+5:]
	rest = bytes.TrimPrefix(rest, []byte("\r"))
	rest = bytes.TrimPrefix(rest, []byte("\n"))
	f.Facts.AfterEOF = len(rest)
}

// Size is the size of the file in bytes.
func (f *File) Size() int { return len(f.data) }

// Bytes are a part of the file.
func (f *File) Bytes(from, to int) []byte {
	if from < 0 || to > len(f.data) || from > to {
		return nil
	}
	return f.data[from:to]
}

// Objects are the numbers of the file's objects, in order.
func (f *File) Objects() []int {
	out := make([]int, 0, len(f.entries))
	for n, e := range f.entries {
		if e.offset != free {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return out
}

// Resolve follows references to what they refer to; nil is for nothing.
func (f *File) Resolve(o Object) Object {
	for range 32 {
		r, ok := o.(Ref)
		if !ok {
			return o
		}
		o = f.Object(r.Number)
	}
	return nil
}

// Object is an indirect object.
func (f *File) Object(number int) Object {
	if o, ok := f.objects[number]; ok {
		return o
	}
	e, ok := f.entries[number]
	if !ok || f.reading[number] {
		return nil
	}
	f.reading[number] = true
	defer delete(f.reading, number)
	var o Object
	if e.in > 0 {
		o = f.compressed(e)
	} else {
		o, _, _ = f.indirect(e.offset, number)
	}
	f.objects[number] = o
	return o
}

// indirect reads the object at an offset; want is its number, -1 for any.
func (f *File) indirect(offset, want int) (Object, Ref, error) {
	if offset < 0 || offset >= len(f.data) {
		return nil, Ref{}, errEnd
	}
	l := &Lexer{b: f.data, pos: offset}
	var head [3]Object
	for i := range head {
		o, err := l.object(0)
		if err != nil {
			return nil, Ref{}, err
		}
		head[i] = o
	}
	number, ok := head[0].(Integer)
	gen, ok2 := head[1].(Integer)
	if !ok || !ok2 || head[2] != Operator("obj") || want >= 0 && int(number) != want {
		return nil, Ref{}, fmt.Errorf("there is no object at byte %d", offset)
	}
	ref := Ref{int(number), int(gen)}
	l.refs = true
	if f.crypt != nil && ref.Number != f.cryptAt {
		l.key = &objectKey{f.crypt, f.crypt.strings, f.crypt.object(ref.Number, ref.Generation, f.crypt.strings)}
	}
	o, err := l.object(0)
	if err != nil {
		return nil, ref, err
	}
	if _, ok := o.(Operator); ok {
		return nil, ref, nil
	}
	d, ok := o.(Dict)
	if !ok {
		return o, ref, nil
	}
	at := l.pos
	if op, err := l.object(0); err == nil && op == Operator("stream") {
		return f.stream(d, ref, l.pos), ref, nil
	}
	l.pos = at
	return d, ref, nil
}

// stream reads the data of a stream; at is after the keyword.
func (f *File) stream(d Dict, ref Ref, at int) *Stream {
	s := &Stream{Dict: d, Number: ref.Number, file: f}
	rest := f.data[at:]
	switch {
	case bytes.HasPrefix(rest, []byte("\r\n")):
		at += 2
		s.Facts.StartEOL = true
	case bytes.HasPrefix(rest, []byte("\n")):
		at++
		s.Facts.StartEOL = true
	case bytes.HasPrefix(rest, []byte("\r")):
		at++
	default:
		k := 0
		for k < len(rest) && (rest[k] == ' ' || rest[k] == '\t') {
			k++
		}
		if k < len(rest) && (rest[k] == '\n' || rest[k] == '\r') {
			at += k + 1
			if rest[k] == '\r' && k+1 < len(rest) && rest[k+1] == '\n' {
				at++
			}
		}
	}
	s.Facts.Length = -1
	if n, ok := f.Int(d["Length"]); ok {
		s.Facts.Length = n
	}
	end := f.streamEnd(s, at)
	s.raw = f.data[at:end]
	s.Facts.RealLength = int64(end - at)
	if f.crypt != nil && d["Type"] != Name("XRef") {
		s.key = f.crypt.object(ref.Number, ref.Generation, f.crypt.streams)
	}
	return s
}

// streamEnd is where the data of a stream end: where Length says, if endstream
// comes after it, else before the next endstream.
func (f *File) streamEnd(s *Stream, at int) int {
	if n := s.Facts.Length; n >= 0 && n <= int64(len(f.data)-at) {
		end := at + int(n)
		rest := f.data[end:]
		eol := 0
		switch {
		case bytes.HasPrefix(rest, []byte("\r\n")):
			eol = 2
		case bytes.HasPrefix(rest, []byte("\n")), bytes.HasPrefix(rest, []byte("\r")):
			eol = 1
		}
		if bytes.HasPrefix(rest[eol:], []byte("endstream")) {
			s.Facts.EndEOL = eol > 0
			return end
		}
	}
	end := f.find("endstream", at)
	if end < 0 {
		return len(f.data)
	}
	if end > at && f.data[end-1] == '\n' {
		end--
		s.Facts.EndEOL = true
	}
	if end > at && f.data[end-1] == '\r' {
		end--
		s.Facts.EndEOL = true
	}
	return end
}

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

// find is where a keyword comes next, -1 for nowhere. Where each one is is found once:
// of a broken file it is asked for every object.
func (f *File) find(keyword string, from int) int {
	list, ok := f.keywords[keyword]
	if !ok {
		for at := 0; ; {
			k := bytes.Index(f.data[at:], []byte(keyword))
			if k < 0 {
				break
			}
			list = append(list, at+k)
			at += k + len(keyword)
		}
		f.keywords[keyword] = list
	}
	if i, _ := slices.BinarySearch(list, from); i < len(list) {
		return list[i]
	}
	return -1
}

// end is where a stream's data end in the file.
func (s *Stream) end(f *File) int {
	return cap(f.data) - cap(s.raw) + len(s.raw)
}
