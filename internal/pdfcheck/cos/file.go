package cos

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
)

// mostObjects is how many objects are read of a file.
const mostObjects = 1 << 23

// mostEntries is how many places of objects are read of a file: it has no more objects
// than bytes, but for those of a small one that is compressed well.
func (f *File) mostEntries() int { return min(mostObjects, 1<<16+len(f.data)) }

// mostWasted is how many bytes are read of objects that don't end: each may go on to
// the end of the file.
const mostWasted = 64 << 20

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
	wasted   int // bytes of objects that don't end
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
	if offset < 0 || offset >= len(f.data) || f.wasted > mostWasted {
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
		f.wasted += l.pos - offset
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
