package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// body is an object without its number and its end.
func body(o []byte) []byte {
	_, b, _ := bytes.Cut(o, []byte(" obj\n"))
	return bytes.TrimSuffix(b, []byte("endobj\n"))
}

var errMalformed = errors.New("pdf: fpdf wrote a file of another form than expected")

// readObjects finds the objects of a file with a classic cross-reference
// table, in order of their numbers from 1, and what the trailer says of Root
// and Info.
func readObjects(raw []byte) (objects [][]byte, trailer []byte, err error) {
	at := bytes.LastIndex(raw, []byte("startxref\n"))
	if at < 0 {
		return nil, nil, errMalformed
	}
	var xref, count int
	if _, err := fmt.Sscanf(string(raw[at:]), "startxref\n%d", &xref); err != nil || xref < 0 || xref > at {
		return nil, nil, errMalformed
	}
	if _, err := fmt.Sscanf(string(raw[xref:min(xref+40, at)]), "xref\n0 %d", &count); err != nil {
		return nil, nil, errMalformed
	}
	const entry = 20 // bytes
	table := bytes.Index(raw[xref:at], []byte("f \n")) + xref + 3
	if count < 1 || table+(count-1)*entry > at {
		return nil, nil, errMalformed
	}
	objects = make([][]byte, count-1)
	for i := range objects {
		from, err := strconv.Atoi(string(raw[table+i*entry:][:10]))
		if err != nil || from >= xref {
			return nil, nil, errMalformed
		}
		objects[i] = raw[from:xref]
	}
	for i, o := range objects {
		if objects[i], err = cutObject(o); err != nil {
			return nil, nil, err
		}
	}
	trailer = raw[table+(count-1)*entry : at]
	from, to := bytes.Index(trailer, []byte("/Root")), bytes.LastIndex(trailer, []byte(">>"))
	if from < 0 || to < from {
		return nil, nil, errMalformed
	}
	return objects, trailer[from:to], nil
}

// cutObject is the object at the beginning of b, to the end of its last line.
func cutObject(b []byte) ([]byte, error) {
	const end = "\nendobj\n"
	from, first := 0, bytes.Index(b, []byte(end))
	if first < 0 {
		return nil, errMalformed
	}
	if head := bytes.Index(b[:first], []byte("stream\n")); head >= 0 {
		_, n, err := streamLength(b[:head])
		if err != nil || head+n > len(b) {
			return nil, errMalformed
		}
		from = head + n // what looks like an end inside a stream is none
	}
	to := bytes.Index(b[from:], []byte(end))
	if to < 0 {
		return nil, errMalformed
	}
	return b[:from+to+len(end)], nil
}

// streamLength is where "/Length N" stands in a stream's dictionary, and N.
func streamLength(dict []byte) (at, n int, err error) {
	at = bytes.Index(dict, []byte("/Length "))
	if at < 0 {
		return 0, 0, errMalformed
	}
	digits := dict[at+len("/Length "):]
	k := 0
	for k < len(digits) && digits[k] >= '0' && digits[k] <= '9' {
		k++
	}
	n, err = strconv.Atoi(string(digits[:k]))
	return at, n, err
}

// fontNames are short names for fpdf's fonts, which it calls F and the
// forty digits of a hash.
type fontNames map[string]string

const hashDigits = 40

// shorten puts the short names into a piece of the file.
func (f fontNames) shorten(b []byte) []byte {
	var out []byte
	from := 0
	for i := 0; i+2+hashDigits <= len(b); i++ {
		if b[i] != '/' || b[i+1] != 'F' || !isHash(b[i+2:i+2+hashDigits]) {
			continue
		}
		long := string(b[i : i+2+hashDigits])
		short, ok := f[long]
		if !ok {
			short = "/F" + strconv.Itoa(len(f)+1)
			f[long] = short
		}
		if out == nil {
			out = make([]byte, 0, len(b))
		}
		out = append(append(out, b[from:i]...), short...)
		from = i + 2 + hashDigits
		i = from - 1
	}
	if from == 0 {
		return b
	}
	return append(out, b[from:]...)
}

func isHash(b []byte) bool {
	for _, c := range b {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}
