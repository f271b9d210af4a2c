// Package cos reads the objects of a PDF file (ISO 32000-1, 7.2 to 7.6): the
// syntax, cross-reference tables and streams, object streams, filters and
// encryption with an empty password. It keeps what a checker wants to know of how
// the file is written. A broken file is read as far as it goes; nothing panics.
package cos

import "slices"

// Object is one of nil, bool, Integer, Real, String, Name, Array, Dict, *Stream,
// Ref and, in a content stream, Operator.
type Object any

// Integer is a whole number; one that int64 can't hold is the nearest that it can.
type Integer int64

// Real is a number with a decimal point.
type Real float64

// String is a string of bytes, with how it is written.
type String struct {
	Bytes  string
	Hex    bool // written in <>
	Digits int  // of a hexadecimal one, what is no white space
	Odd    bool // of a hexadecimal one, something else than digits is in it
}

// Name is a name without its slash, with #xx expanded.
type Name string

// Array is an array.
type Array []Object

// Dict is a dictionary.
type Dict map[Name]Object

// Ref is a reference to an indirect object.
type Ref struct{ Number, Generation int }

// Operator is a keyword of a content stream.
type Operator string

// Stream is a stream with how it is written.
type Stream struct {
	Dict
	Number int // of its object
	raw    []byte
	file   *File
	key    []byte // decrypts it, nil for none
	Facts  StreamFacts
	memo   []byte // decoded
	done   bool
	err    error
}

// StreamFacts are how a stream is written: 7.3.8.1.
type StreamFacts struct {
	Length     int64 // as its dictionary says, -1 for none
	RealLength int64
	StartEOL   bool // CR LF or LF comes after the keyword stream
	EndEOL     bool // an end of line comes before the keyword endstream
}

// Keys are the keys of a dictionary in order.
func (d Dict) Keys() []Name {
	keys := make([]Name, 0, len(d))
	for k := range d {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// Has reports whether the dictionary has a value other than null for a key.
func (d Dict) Has(key Name) bool { return d[key] != nil }

// Get is the value of a key, whatever it refers to.
func (f *File) Get(d Dict, key Name) Object { return f.Resolve(d[key]) }

// Dict is an object as a dictionary, that of a stream too, or nil.
func (f *File) Dict(o Object) Dict {
	switch o := f.Resolve(o).(type) {
	case Dict:
		return o
	case *Stream:
		return o.Dict
	}
	return nil
}

// Array is an object as an array, or nil.
func (f *File) Array(o Object) Array {
	a, _ := f.Resolve(o).(Array)
	return a
}

// Stream is an object as a stream, or nil.
func (f *File) Stream(o Object) *Stream {
	s, _ := f.Resolve(o).(*Stream)
	return s
}

// Name is an object as a name, or empty.
func (f *File) Name(o Object) Name {
	n, _ := f.Resolve(o).(Name)
	return n
}

// String is an object as a string.
func (f *File) String(o Object) (s String, ok bool) {
	s, ok = f.Resolve(o).(String)
	return s, ok
}

// Int is an object as a whole number; a real one is cut.
func (f *File) Int(o Object) (n int64, ok bool) {
	switch o := f.Resolve(o).(type) {
	case Integer:
		return int64(o), true
	case Real:
		return int64(o), true
	}
	return 0, false
}

// Number is an object as a number.
func (f *File) Number(o Object) (x float64, ok bool) {
	switch o := f.Resolve(o).(type) {
	case Integer:
		return float64(o), true
	case Real:
		return float64(o), true
	}
	return 0, false
}

// Bool is an object as a truth value.
func (f *File) Bool(o Object) (b, ok bool) {
	b, ok = f.Resolve(o).(bool)
	return b, ok
}

// Numbers are the numbers of an array; nil where it is none, or holds something else.
func (f *File) Numbers(o Object) []float64 {
	a := f.Array(o)
	if a == nil {
		return nil
	}
	out := make([]float64, 0, len(a))
	for _, v := range a {
		x, ok := f.Number(v)
		if !ok {
			return nil
		}
		out = append(out, x)
	}
	return out
}
