package pdf

import (
	"bytes"

	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/klauspost/compress/zlib"

	"wogreport/internal/pdf/typeset"
)

// finish passes over the file that fpdf wrote without compression. The pages'
// text, which the pen kept, is put in its places. Streams are
// deflated with one writer for all of them (fpdf makes a new one, of about a
// megabyte, for each). The cut faces are added; all other objects go into one object stream, which makes
// a file of this size a tenth smaller; fonts get short names instead of forty
// digits; the catalog gets the entries that fpdf has none for; and the trailer
// an ID made from the content.
func finish(w io.Writer, raw []byte, d *workspace, add additions) error {
	objects, trailer, err := readObjects(raw)
	if err != nil {
		return err
	}
	own, fontEntries := add.faces.objects(len(objects) + 1)
	out := &d.out
	out.Reset()
	size := len(raw) + len(add.passages.text)/2
	for _, o := range own {
		size += len(o.body) + len(o.stream)
	}
	out.Grow(size)
	out.WriteString("%PDF-1.5\n%\xe2\xe3\xcf\xd3\n") // the second line says that the file is binary
	names := fontNames{}
	identity, summed := sha256.New(), 0   // the file so far, but for the faces' files, which their names stand for
	holder := len(objects) + len(own) + 1 // the object stream's number
	entries := []xrefEntry{{0, 0, 0xFFFF}}
	var index, bodies []byte
	packed := 0
	for i, o := range objects {
		if bytes.Contains(o, []byte("stream\n")) {
			entries = append(entries, xrefEntry{1, out.Len(), 0})
			if err := d.writeStream(out, o, names, add.passages); err != nil {
				return err
			}
			continue
		}
		entries = append(entries, xrefEntry{2, holder, packed})
		index = fmt.Appendf(index, "%d %d ", i+1, len(bodies))
		b := names.shorten(body(o))
		bodies = appendWith(bodies, b, "/Type /Catalog\n", []byte(add.catalog), "/ProcSet [/PDF /Text /ImageB /ImageC /ImageI]\n/Font <<\n", fontEntries)
		packed++
	}
	for i, o := range own {
		n := len(objects) + 1 + i
		if o.stream != "" {
			entries = append(entries, xrefEntry{1, out.Len(), 0})
			fmt.Fprintf(out, "%d 0 obj\n", n)
			out.Write(o.body)
			out.WriteString("stream\n")
			identity.Write(out.Bytes()[summed:])
			out.WriteString(o.stream)
			summed = out.Len()
			out.WriteString("\nendstream\nendobj\n")
			continue
		}
		entries = append(entries, xrefEntry{2, holder, packed})
		index = fmt.Appendf(index, "%d %d ", n, len(bodies))
		bodies = append(bodies, o.body...)
		packed++
	}
	entries = append(entries, xrefEntry{1, out.Len(), 0})
	if err := d.deflate(index, bodies); err != nil {
		return err
	}
	fmt.Fprintf(out, "%d 0 obj\n<</Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d>>\n",
		holder, packed, len(index), d.buf.Len())
	d.writeTo(out)

	identity.Write(out.Bytes()[summed:])
	var sum [sha256.Size]byte
	identity.Sum(sum[:0])
	start := out.Len()
	entries = append(entries, xrefEntry{1, start, 0})
	if err := d.deflate(tableOf(entries)); err != nil {
		return err
	}
	fmt.Fprintf(out, "%d 0 obj\n<</Type /XRef /Size %d /W [1 4 2] %s/ID [<%x> <%x>] /Filter /FlateDecode /Length %d>>\n",
		holder+1, len(entries), trailer, sum[:16], sum[:16], d.buf.Len())
	d.writeTo(out)
	fmt.Fprintf(out, "startxref\n%d\n%%%%EOF\n", start)
	_, err = w.Write(out.Bytes())
	return err
}

// additions are what fpdf's file gets besides what fpdf wrote.
type additions struct {
	passages *passages
	faces    faces
	catalog  string // entries of the catalog
}

// appendWith appends an object with, after a line that only one object holds,
// more entries.
func appendWith(to, object []byte, line1 string, more1 []byte, line2 string, more2 []byte) []byte {
	for _, a := range []struct {
		line string
		more []byte
	}{{line1, more1}, {line2, more2}} {
		if before, after, ok := bytes.Cut(object, []byte(a.line)); ok && len(a.more) > 0 {
			to = append(append(append(to, before...), a.line...), a.more...)
			object = after
		}
	}
	return append(to, object...)
}

// xrefEntry says where an object is: kind 1 at an offset, kind 2 in an object
// stream at an index (ISO 32000-1, table 18).
type xrefEntry struct{ kind, at, index int }

func tableOf(entries []xrefEntry) []byte {
	var t []byte
	for _, e := range entries {
		t = append(t, byte(e.kind))
		t = binary.BigEndian.AppendUint32(t, uint32(e.at))
		t = binary.BigEndian.AppendUint16(t, uint16(e.index))
	}
	return t
}

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

// workspace is what making a file takes room for: a deflate writer (of about a
// megabyte), the stream it fills, the pages' text, the file, and what is needed
// to set texts.
type workspace struct {
	zw     *zlib.Writer
	buf    bytes.Buffer
	text   []byte
	out    bytes.Buffer
	setter typeset.Setter
}

// workspaces waits with those that are not in use: a sync.Pool would lose them
// to the garbage collector between two documents.
var workspaces = make(chan *workspace, 8)

// deflateLevel takes half the time of the levels 3 and 4 on pages of text. Most of
// a file is fonts that were deflated once for all, so it is only one part in a
// hundred larger for it.
const deflateLevel = 1

func takeWorkspace() *workspace {
	select {
	case d := <-workspaces:
		return d
	default:
		d := &workspace{text: make([]byte, 0, 96<<10)}      // the pages of a short report
		d.zw, _ = zlib.NewWriterLevel(&d.buf, deflateLevel) // the level is a valid one
		return d
	}
}

// mostKept keeps the room of a monstrous document from being held for ever.
const mostKept = 8 << 20

func (d *workspace) giveBack() {
	if cap(d.text)+d.out.Cap()+d.buf.Cap()+d.setter.BufferSize() > mostKept {
		return
	}
	select {
	case workspaces <- d:
	default:
	}
}

// deflate fills the buffer with the compressed parts.
func (d *workspace) deflate(parts ...[]byte) error {
	d.buf.Reset()
	d.zw.Reset(&d.buf)
	for _, p := range parts {
		if _, err := d.zw.Write(p); err != nil {
			return err
		}
	}
	return d.zw.Close()
}

// writeTo writes the buffer as the stream of an object, and the object's end.
func (d *workspace) writeTo(out *bytes.Buffer) {
	out.WriteString("stream\n")
	out.Write(d.buf.Bytes())
	out.WriteString("\nendstream\nendobj\n")
}

// writeStream writes an object that is a stream, deflated if it wasn't.
func (d *workspace) writeStream(out *bytes.Buffer, o []byte, names fontNames, pages *passages) error {
	head := bytes.Index(o, []byte("stream\n"))
	dict := o[:head]
	if bytes.Contains(dict, []byte("/Filter")) {
		out.Write(o)
		return nil
	}
	at, n, err := streamLength(dict)
	if err != nil {
		return err
	}
	from := head + len("stream\n")
	if from+n > len(o) {
		return errMalformed
	}
	if err := d.deflate(pages.expand(names.shorten(o[from : from+n]))...); err != nil {
		return err
	}
	out.Write(dict[:at])
	fmt.Fprintf(out, "/Filter /FlateDecode /Length %d", d.buf.Len())
	out.Write(dict[at+len("/Length ")+len(strconv.Itoa(n)):])
	d.writeTo(out)
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
