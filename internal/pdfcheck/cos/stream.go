package cos

import (
	"bytes"
	"slices"
)

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
