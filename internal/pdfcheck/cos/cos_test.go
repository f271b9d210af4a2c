package cos

import (
	"bytes"
	"reflect"
	"testing"
)

func TestLexer(t *testing.T) {
	for in, want := range map[string]Object{
		"12":                  Integer(12),
		"-7":                  Integer(-7),
		"+.5":                 Real(.5),
		"1.5-3":               Real(1.5),
		"--":                  Real(0),
		"(a(b)\\)\\101\\\n)":  String{Bytes: "a(b))A"},
		"<4 1 4>":             String{Bytes: "A@", Hex: true, Digits: 3},
		"<4x>":                String{Bytes: "@", Hex: true, Digits: 2, Odd: true},
		"/a#20b#4":            Name("a b#4"),
		"[1[/x]true null]":    Array{Integer(1), Array{Name("x")}, true, nil},
		"<</a 1/b<</c(d)>>>>": Dict{"a": Integer(1), "b": Dict{"c": String{Bytes: "d"}}},
		"Tj":                  Operator("Tj"),
		"% all\n/x":           Name("x"),
	} {
		got, ok := NewLexer([]byte(in)).Next()
		if !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("%s is read as %#v, not %#v", in, got, want)
		}
	}
}

func TestInlineImage(t *testing.T) {
	l := NewLexer([]byte("/W 2 /F[/A85] ID xEIy EI Q"))
	d, data := l.InlineImage()
	if d["W"] != Integer(2) || string(data) != "xEIy" {
		t.Errorf("%v %q", d, data)
	}
	if o, _ := l.Next(); o != Operator("Q") {
		t.Errorf("%v comes after it", o)
	}
}

func TestFilters(t *testing.T) {
	f := &File{}
	for _, c := range []struct {
		filter Filter
		in     string
		want   string
	}{
		{Filter{Name: "ASCIIHexDecode"}, "48 65 6C 6c6>", "Hell`"},
		{Filter{Name: "ASCII85Decode"}, "87cURDZ~>", "Hello"},
		{Filter{Name: "ASCII85Decode"}, "z~>", "\x00\x00\x00\x00"},
		{Filter{Name: "RunLengthDecode"}, "\x02abc\xfed\x80rest", "abcddd"},
		// ISO 32000-1, 7.4.4.2, example 2
		{Filter{Name: "LZWDecode"}, "\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", "-----A---B"},
		{Filter{Name: "FlateDecode"}, "\x78\x9c\x4b\x4c\x4a\x06\x00\x02\x4d\x01\x27", "abc"},
	} {
		got, err := f.decode([]byte(c.in), c.filter)
		if err != nil || string(got) != c.want {
			t.Errorf("%s %q is %q, not %q: %v", c.filter.Name, c.in, got, c.want, err)
		}
	}
}

func TestPredictors(t *testing.T) {
	f := &File{}
	for _, c := range []struct {
		parms Dict
		in    string
		want  string
	}{
		{Dict{"Predictor": Integer(2), "Columns": Integer(3)}, "\x01\x01\x01", "\x01\x02\x03"},
		{Dict{"Predictor": Integer(15), "Columns": Integer(3)}, "\x01\x01\x01\x01\x02\x01\x01\x01", "\x01\x02\x03\x02\x03\x04"},
		{Dict{"Predictor": Integer(15), "Columns": Integer(2)}, "\x00\x04\x08\x03\x01\x01\x04\x01\x01", "\x04\x08\x03\x06\x04\x07"},
	} {
		got, err := f.predict([]byte(c.in), c.parms)
		if err != nil || !bytes.Equal(got, []byte(c.want)) {
			t.Errorf("%v: %x, not %x: %v", c.parms, got, c.want, err)
		}
	}
}

// The keyword endstream, and what Length says, are told apart.
func TestStreamFacts(t *testing.T) {
	const head = "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <<>> endobj\n3 0 obj <</Length 3>> stream"
	for in, want := range map[string]StreamFacts{
		"\nabc\nendstream":     {3, 3, true, true},
		"\r\nabc\r\nendstream": {3, 3, true, true},
		"\nabcendstream":       {3, 3, true, false},
		"\rabc\nendstream":     {3, 3, false, true},
		"\nabcd\nendstream":    {3, 4, true, true},
	} {
		f, err := Open([]byte(head + in + " endobj trailer <</Root 1 0 R>>"))
		if err != nil {
			t.Fatal(err)
		}
		s := f.Stream(Ref{Number: 3})
		if s == nil || s.Facts != want {
			t.Errorf("%q: %+v, not %+v", in, s, want)
		}
	}
}
