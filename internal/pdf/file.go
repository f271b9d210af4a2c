package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"io"
	"slices"
	"strconv"

	"wogreport/internal/document"
	"wogreport/internal/pdf/layout"
)

// finish makes the file from what fpdf wrote without compression:
//   - the pages' text, which the pen kept, is put in its places;
//   - streams are deflated with one writer (fpdf makes one of about a megabyte for each);
//   - the cut faces are added, and fonts get short names instead of forty digits;
//   - so are the links, the structure and what the standards of archives ask for;
//   - other objects go into one object stream: a tenth of the size less;
//   - the trailer gets an ID made from the content.
func finish(w io.Writer, raw []byte, ws *workspace, add *additions) error {
	objects, trailer, err := readObjects(raw)
	if err != nil {
		return err
	}
	own := &objectList{first: len(objects) + 1}
	entries := add.objects(own)
	size := len(raw) + len(add.passages.text)/2
	for _, o := range own.list {
		size += len(o.body) + len(o.stream)
	}
	f := newFileWriter(ws, len(objects)+len(own.list)+1, size)
	names := fontNames{}
	page, bookmark := 0, 0
	for i, o := range objects {
		if bytes.Contains(o, []byte("stream\n")) {
			f.begin()
			if err := ws.writeStream(f.out, add.unicode(o), names, add.passages); err != nil {
				return err
			}
			continue
		}
		b := names.shorten(body(o))
		switch {
		case bytes.HasPrefix(b, []byte(pageStart)):
			b = withEntries(b, pageStart, []byte(entries.pages[page]))
			page++
		case bytes.HasPrefix(b, []byte(catalogStart)):
			b, _, _ = bytes.Cut(b, []byte("/Names <<")) // of no files
			b = withEntries(append(b[:len(b):len(b)], ">>\n"...), catalogStart, []byte(entries.catalog))
		case bytes.HasPrefix(b, []byte("<</Type /Outlines ")):
			b = withEntries(b, "<</Type /Outlines ", fmt.Appendf(nil, "/Count %d ", childrenOf(add.writer.outline, -1)))
		case bytes.HasPrefix(b, []byte(bookmarkStart)) && bookmark < len(add.writer.outline):
			count := "" // closed, with so many under it
			if n := childrenOf(add.writer.outline, bookmark); n > 0 {
				count = fmt.Sprintf("/Count -%d", n)
			}
			b = slices.Concat(bytes.TrimSuffix(b, []byte("/Count 0>>\n")), []byte(count+">>\n"))
			bookmark++
		case bytes.HasPrefix(b, []byte("<<\n/Producer ")):
			b = bytes.ReplaceAll(b, []byte(add.date()+")"), []byte(pdfDate(add.opt.Date)+")"))
		}
		b = withEntries(b, "/ProcSet [/PDF /Text /ImageB /ImageC /ImageI]\n/Font <<\n", entries.fonts)
		f.pack(i+1, b)
	}
	for i, o := range own.list {
		if err := f.add(len(objects)+1+i, &o); err != nil {
			return err
		}
	}
	if err := f.close(trailer); err != nil {
		return err
	}
	_, err = w.Write(f.out.Bytes())
	return err
}

// How fpdf begins the objects that get more entries.
const (
	pageStart     = "<</Type /Page\n"
	catalogStart  = "<<\n/Type /Catalog\n"
	bookmarkStart = "<</Title "
)

// childrenOf is how many entries of an outline, given by their levels, stand right
// under the one at i; under none at -1.
func childrenOf(levels []int, i int) int {
	level, n := -1, 0
	if i >= 0 {
		level = levels[i]
	}
	for _, l := range levels[i+1:] {
		if l <= level {
			break
		}
		if l == level+1 {
			n++
		}
	}
	return n
}

// additions are what fpdf's file gets besides what fpdf wrote.
type additions struct {
	passages *passages
	writer   *pageWriter
	pages    []layout.Page
	doc      *document.Document
	opt      *Options
}

// newEntries are what objects of fpdf's get.
type newEntries struct {
	fonts   []byte
	pages   []string
	catalog string
}

// objects adds objects and says what others get by them.
func (a *additions) objects(to *objectList) (e newEntries) {
	pw := a.writer
	e.fonts = pw.pen.faces.objects(to)
	var links int
	e.pages, links = pw.annotations(to, len(a.pages))
	e.catalog = pageLabels(a.pages)
	if pw.tags != nil {
		e.catalog += archive(to, a.doc, a.opt, pw.tags.objects(to, links, len(pw.annots)))
	}
	e.catalog += attach(to, a.opt.Attachments, a.opt.Date)
	return e
}

// date is the document's as fpdf writes it.
func (a *additions) date() string { return a.opt.Date.UTC().Format("D:20060102150405") }

// fileWriter puts a file together. Objects that are no streams are packed into an
// object stream at its end.
type fileWriter struct {
	ws     *workspace
	out    *bytes.Buffer
	holder int // the object stream's number
	packed int

	identity hash.Hash // of the file so far, but for fonts and the profile, which are always the same
	hashed   int       // how much of out is in it
}

func newFileWriter(ws *workspace, holder, size int) *fileWriter {
	f := &fileWriter{ws: ws, out: &ws.out, holder: holder, identity: sha256.New()}
	ws.index, ws.bodies = ws.index[:0], ws.bodies[:0]
	ws.entries = append(slices.Grow(ws.entries[:0], holder+2), xrefEntry{0, 0, 0xFFFF})
	f.out.Reset()
	f.out.Grow(size)
	f.out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n") // the second line says that the file is binary
	return f
}

// begin notes that the next object begins here.
func (f *fileWriter) begin() { f.ws.entries = append(f.ws.entries, xrefEntry{1, f.out.Len(), 0}) }

// pack adds an object to the object stream.
func (f *fileWriter) pack(number int, body []byte) {
	ws := f.ws
	ws.entries = append(ws.entries, xrefEntry{2, f.holder, f.packed})
	ws.index = append(strconv.AppendInt(ws.index, int64(number), 10), ' ')
	ws.index = append(strconv.AppendInt(ws.index, int64(len(ws.bodies)), 10), ' ')
	ws.bodies = append(ws.bodies, body...)
	f.packed++
}

// fixed writes a stream that is compressed already and the same in all files.
func (f *fileWriter) fixed(number int, o *object) {
	f.begin()
	fmt.Fprintf(f.out, "%d 0 obj\n", number)
	f.out.Write(o.body)
	f.out.WriteString("stream\n")
	f.identity.Write(f.out.Bytes()[f.hashed:])
	f.out.WriteString(o.stream)
	f.hashed = f.out.Len()
	f.out.WriteString("\nendstream\nendobj\n")
}

// add writes an object that fpdf didn't.
func (f *fileWriter) add(number int, o *object) error {
	switch {
	case o.stream != "":
		f.fixed(number, o)
	case o.plain != nil:
		f.begin()
		fmt.Fprintf(f.out, "%d 0 obj\n%sstream\n%s\nendstream\nendobj\n", number, o.body, o.plain)
	case o.data != nil:
		if err := f.ws.deflate(o.data); err != nil {
			return err
		}
		f.begin()
		fmt.Fprintf(f.out, "%d 0 obj\n%s /Filter /FlateDecode /Length %d>>\n", number, o.body, f.ws.buf.Len())
		f.ws.writeTo(f.out)
	default:
		f.pack(number, o.body)
	}
	return nil
}

// close writes the object stream and the cross-reference stream.
func (f *fileWriter) close(trailer []byte) error {
	f.begin()
	if err := f.ws.deflate(f.ws.index, f.ws.bodies); err != nil {
		return err
	}
	fmt.Fprintf(f.out, "%d 0 obj\n<</Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d>>\n",
		f.holder, f.packed, len(f.ws.index), f.ws.buf.Len())
	f.ws.writeTo(f.out)

	f.identity.Write(f.out.Bytes()[f.hashed:])
	var sum [sha256.Size]byte
	f.identity.Sum(sum[:0])
	start := f.out.Len()
	f.begin()
	if err := f.ws.deflate(tableOf(f.ws.entries)); err != nil {
		return err
	}
	fmt.Fprintf(f.out, "%d 0 obj\n<</Type /XRef /Size %d /W [1 4 2] %s/ID [<%x> <%x>] /Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 7>> /Length %d>>\n",
		f.holder+1, len(f.ws.entries), trailer, sum[:16], sum[:16], f.ws.buf.Len())
	f.ws.writeTo(f.out)
	fmt.Fprintf(f.out, "startxref\n%d\n%%%%EOF\n", start)
	return nil
}

// withEntries is an object with more entries after a line, if it has that line,
// which only one object holds.
func withEntries(object []byte, line string, more []byte) []byte {
	before, after, ok := bytes.Cut(object, []byte(line))
	if !ok || len(more) == 0 {
		return object
	}
	return slices.Concat(before, []byte(line), more, after)
}

// xrefEntry says where an object is: kind 1 at an offset, kind 2 in an object
// stream at an index (ISO 32000-1, table 18).
type xrefEntry struct{ kind, at, index int }

const entrySize = 3 * 8 // bytes

// tableOf is the table of entries, each as its difference from the one before (the
// predictor "up" of ISO 15948, 9.2), since most are one more than that.
func tableOf(entries []xrefEntry) []byte {
	const up = 2
	t := make([]byte, 0, 8*len(entries))
	var before, row [7]byte
	for _, e := range entries {
		row[0] = byte(e.kind)
		binary.BigEndian.PutUint32(row[1:], uint32(e.at))
		binary.BigEndian.PutUint16(row[5:], uint16(e.index))
		t = append(t, up)
		for i := range row {
			t = append(t, row[i]-before[i])
		}
		before = row
	}
	return t
}

// writeStream writes an object that is a stream, deflated if it wasn't.
func (ws *workspace) writeStream(out *bytes.Buffer, o []byte, names fontNames, pages *passages) error {
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
	if err := ws.deflate(pages.expand(names.shorten(o[from : from+n]))...); err != nil {
		return err
	}
	out.Write(dict[:at])
	fmt.Fprintf(out, "/Filter /FlateDecode /Length %d", ws.buf.Len())
	out.Write(dict[at+len("/Length ")+len(strconv.Itoa(n)):])
	ws.writeTo(out)
	return nil
}
