package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strconv"
	"sync"
)

// finish passes over the file that fpdf wrote without compression: streams are
// deflated with one writer for all of them (fpdf makes a new one, of about a
// megabyte, for each), the fonts' names of forty digits become short, and the
// trailer gets an ID made from the content.
func finish(w io.Writer, raw []byte) error {
	objects, trailer, err := readObjects(raw)
	if err != nil {
		return err
	}
	out := bytes.NewBuffer(make([]byte, 0, len(raw)))
	out.Write(raw[:bytes.IndexByte(raw, '\n')+1])
	out.WriteString("%\xe2\xe3\xcf\xd3\n") // says that the file is binary
	names := fontNames{}
	d := deflaters.Get().(*deflater)
	defer deflaters.Put(d)
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = out.Len()
		if err := d.writeObject(out, o, names); err != nil {
			return err
		}
	}
	sum := sha256.Sum256(out.Bytes())
	xref := out.Len()
	fmt.Fprintf(out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(out, "%010d 00000 n \n", at)
	}
	end := bytes.LastIndex(trailer, []byte(">>"))
	if end < 0 {
		return errMalformed
	}
	out.Write(trailer[:end])
	fmt.Fprintf(out, "/ID [<%x> <%x>]\n>>\nstartxref\n%d\n%%%%EOF\n", sum[:16], sum[:16], xref)
	_, err = w.Write(out.Bytes())
	return err
}

var errMalformed = errors.New("pdf: fpdf wrote a file of another form than expected")

// readObjects finds the objects of a file with a classic cross-reference
// table, in order of their numbers from 1, and the trailer.
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
	return objects, raw[table+(count-1)*entry : at], nil
}

// cutObject is the object at the beginning of b, to the end of its last line.
func cutObject(b []byte) ([]byte, error) {
	const end = "\nendobj\n"
	from := 0
	if head := bytes.Index(b, []byte("stream\n")); head >= 0 && !bytes.Contains(b[:head], []byte(end)) {
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

// deflater is a writer and the buffer it fills, used again for every stream.
type deflater struct {
	buf bytes.Buffer
	zw  *zlib.Writer
}

var deflaters = sync.Pool{New: func() any {
	d := &deflater{}
	d.zw, _ = zlib.NewWriterLevel(&d.buf, zlib.DefaultCompression) // the level is a valid one
	return d
}}

// writeObject writes an object, its stream deflated if it wasn't.
func (d *deflater) writeObject(out *bytes.Buffer, o []byte, names fontNames) error {
	head := bytes.Index(o, []byte("stream\n"))
	if head < 0 {
		out.Write(names.shorten(o))
		return nil
	}
	dict := o[:head]
	if bytes.Contains(dict, []byte("/Filter")) {
		out.Write(o)
		return nil
	}
	at, n, err := streamLength(dict)
	if err != nil {
		return err
	}
	body := head + len("stream\n")
	if body+n > len(o) {
		return errMalformed
	}
	d.buf.Reset()
	d.zw.Reset(&d.buf)
	if _, err := d.zw.Write(names.shorten(o[body : body+n])); err != nil {
		return err
	}
	if err := d.zw.Close(); err != nil {
		return err
	}
	out.Write(dict[:at])
	fmt.Fprintf(out, "/Filter /FlateDecode /Length %d", d.buf.Len())
	out.Write(dict[at+len("/Length ")+len(strconv.Itoa(n)):])
	out.WriteString("stream\n")
	out.Write(d.buf.Bytes())
	out.WriteString("\nendstream\nendobj\n")
	return nil
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
