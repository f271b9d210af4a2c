package pdfcheck

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wogreport/internal/pdf"
	"wogreport/internal/pdf/pdftest"
	"wogreport/internal/pdfcheck/cos"
)

// sample is a report as the program writes it.
func sample(t testing.TB, attachments ...pdf.Attachment) []byte {
	t.Helper()
	opt := pdf.DefaultOptions()
	opt.Attachments = attachments
	var b bytes.Buffer
	if _, err := pdf.Write(&b, pdftest.Article(), opt); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// raw is written as it is.
type raw string

// edited is a stream with its data as they are written.
type edited struct {
	cos.Dict
	data []byte
}

// editor changes a file's objects and writes them anew.
type editor struct {
	t       testing.TB
	f       *cos.File
	objects map[int]any
	trailer cos.Dict
	last    int
}

func edit(t testing.TB, data []byte) *editor {
	t.Helper()
	f, err := cos.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	e := &editor{t: t, f: f, objects: map[int]any{}, trailer: cos.Dict{}}
	for _, n := range f.Objects() {
		o := f.Object(n)
		if s, ok := o.(*cos.Stream); ok {
			if k := s.Dict["Type"]; k == cos.Name("ObjStm") || k == cos.Name("XRef") {
				continue
			}
			o = &edited{s.Dict, s.Raw()}
		}
		e.objects[n] = o
		e.last = max(e.last, n)
	}
	for _, k := range []cos.Name{"Root", "Info", "ID"} {
		if v := f.Trailer[k]; v != nil {
			e.trailer[k] = v
		}
	}
	return e
}

// get is what an object refers to.
func (e *editor) get(o any) any {
	for {
		r, ok := o.(cos.Ref)
		if !ok {
			return o
		}
		o = e.objects[r.Number]
	}
}

func (e *editor) dict(o any) cos.Dict {
	switch x := e.get(o).(type) {
	case cos.Dict:
		return x
	case *edited:
		return x.Dict
	}
	return nil
}

func (e *editor) catalog() cos.Dict { return e.dict(e.trailer["Root"]) }

func (e *editor) add(o any) cos.Ref {
	e.last++
	e.objects[e.last] = o
	return cos.Ref{Number: e.last}
}

// page is the first page.
func (e *editor) page() cos.Dict {
	kids := e.get(e.dict(e.catalog()["Pages"])["Kids"]).(cos.Array)
	return e.dict(kids[0])
}

// resource adds a resource to the first page.
func (e *editor) resource(kind, name cos.Name, o any) {
	res := e.dict(e.page()["Resources"])
	d := e.dict(res[kind])
	if d == nil {
		d = cos.Dict{}
		res[kind] = d
	}
	d[name] = o
}

// draw adds content to the first page, as an artifact.
func (e *editor) draw(content string) { e.content("/Artifact BMC " + content + " EMC") }

func (e *editor) content(content string) {
	s := e.add(&edited{cos.Dict{}, []byte("q " + content + " Q")})
	list := cos.Array{e.page()["Contents"]}
	if a, ok := e.get(e.page()["Contents"]).(cos.Array); ok {
		list = slices.Clone(a)
	}
	e.page()["Contents"] = append(list, s)
}

// elements are the dictionaries of the structure of a type.
func (e *editor) elements(of cos.Name) []cos.Dict {
	var out []cos.Dict
	for _, n := range e.numbers() {
		if d, ok := e.objects[n].(cos.Dict); ok && d["S"] == of && d["P"] != nil {
			out = append(out, d)
		}
	}
	return out
}

// element adds an element below the document's, with elements in it: a type, and a
// list of kids in brackets, as "Table[TR[TH TD]]"; :3 spans columns, /3 rows.
func (e *editor) element(tree string) {
	top := e.dict(e.dict(e.catalog()["StructTreeRoot"])["K"])
	if top == nil {
		e.t.Fatal("the structure has no single root")
	}
	list, ok := e.get(top["K"]).(cos.Array)
	if !ok {
		list = cos.Array{top["K"]}
	}
	rest := tree
	top["K"] = append(slices.Clone(list), e.parse(&rest, e.dict(e.catalog()["StructTreeRoot"])["K"])...)
}

func (e *editor) parse(s *string, parent any) cos.Array {
	var out cos.Array
	for {
		*s = strings.TrimLeft(*s, " ")
		n := strings.IndexAny(*s, " []")
		word := *s
		if n >= 0 {
			word = (*s)[:n]
		}
		*s = (*s)[len(word):]
		if word == "" {
			if strings.HasPrefix(*s, "]") {
				*s = (*s)[1:]
			}
			return out
		}
		d := cos.Dict{"Type": cos.Name("StructElem"), "P": parent}
		attributes := cos.Dict{"O": cos.Name("Table")}
		name, rows, _ := strings.Cut(word, "/")
		name, columns, _ := strings.Cut(name, ":")
		if k, err := strconv.Atoi(rows); err == nil {
			attributes["RowSpan"] = cos.Integer(k)
		}
		if k, err := strconv.Atoi(columns); err == nil {
			attributes["ColSpan"] = cos.Integer(k)
		}
		if name == "TH" {
			attributes["Scope"] = cos.Name("Column")
		}
		d["S"], d["A"] = cos.Name(name), attributes
		ref := e.add(d)
		if strings.HasPrefix(*s, "[") {
			*s = (*s)[1:]
			d["K"] = e.parse(s, ref)
		}
		out = append(out, ref)
	}
}

// xmp replaces a text of the metadata.
func (e *editor) xmp(old, new string) {
	m := e.get(e.catalog()["Metadata"]).(*edited)
	if !bytes.Contains(m.data, []byte(old)) {
		e.t.Fatalf("the metadata have no %s", old)
	}
	m.data = bytes.Replace(m.data, []byte(old), []byte(new), 1)
}

func (e *editor) numbers() []int {
	var out []int
	for n := range e.objects {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// write writes the file with a cross-reference table.
func (e *editor) write() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	at := map[int]int{}
	for _, n := range e.numbers() {
		at[n] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n", n)
		if s, ok := e.objects[n].(*edited); ok {
			s.Dict["Length"] = cos.Integer(len(s.data))
			put(&b, s.Dict)
			fmt.Fprintf(&b, "\nstream\n%s\nendstream", s.data)
		} else {
			put(&b, e.objects[n])
		}
		b.WriteString("\nendobj\n")
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 1\n0000000000 65535 f \n")
	for _, n := range e.numbers() {
		fmt.Fprintf(&b, "%d 1\n%010d 00000 n \n", n, at[n])
	}
	e.trailer["Size"] = cos.Integer(e.last + 1)
	b.WriteString("trailer\n")
	put(&b, e.trailer)
	fmt.Fprintf(&b, "\nstartxref\n%d\n%%%%EOF\n", start)
	return b.Bytes()
}

func put(b *bytes.Buffer, o any) {
	switch o := o.(type) {
	case nil:
		b.WriteString("null")
	case bool:
		fmt.Fprint(b, o)
	case raw:
		b.WriteString(string(o))
	case cos.Integer:
		fmt.Fprint(b, int64(o))
	case cos.Real:
		s := strconv.FormatFloat(float64(o), 'f', -1, 64)
		if !strings.Contains(s, ".") {
			s += ".0"
		}
		b.WriteString(s)
	case cos.String:
		fmt.Fprintf(b, "<%x>", o.Bytes)
	case string:
		fmt.Fprintf(b, "<%x>", o)
	case cos.Name:
		b.WriteByte('/')
		for _, c := range []byte(o) {
			if c <= ' ' || c > '~' || strings.IndexByte("()<>[]{}/%#", c) >= 0 {
				fmt.Fprintf(b, "#%02x", c)
			} else {
				b.WriteByte(c)
			}
		}
	case cos.Ref:
		fmt.Fprintf(b, "%d 0 R", o.Number)
	case cos.Array:
		b.WriteByte('[')
		for i, x := range o {
			if i > 0 {
				b.WriteByte(' ')
			}
			put(b, x)
		}
		b.WriteByte(']')
	case cos.Dict:
		b.WriteString("<<")
		for _, k := range o.Keys() {
			put(b, k)
			b.WriteByte(' ')
			put(b, o[k])
		}
		b.WriteString(">>")
	default:
		panic(fmt.Sprintf("%T", o))
	}
}

// The editor changes nothing by itself.
func TestEditorKeepsRules(t *testing.T) {
	for _, v := range Check(edit(t, sample(t)).write(), "ua1", "2a").Violations {
		t.Error(v)
	}
}
