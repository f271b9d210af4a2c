package xmp

import "testing"

func TestTypes(t *testing.T) {
	types := basic()
	for _, c := range []struct {
		of, value string
		fits      bool
	}{
		{"Integer", "-12", true}, {"Integer", "1.5", false}, {"Integer", "", false},
		{"Real", "1.5", true}, {"Real", ".5", true}, {"Real", "5.", true}, {"Real", ".", false},
		{"Boolean", "True", true}, {"Boolean", "true", false},
		{"Rational", "1/2", true}, {"Rational", "-1/3", true}, {"Rational", "1/-3", false}, {"Rational", "1", false},
		{"MIMEType", "application/pdf", true}, {"MIMEType", "pdf", false},
		{"Date", "2026", true}, {"Date", "2026-11-28T19:00:00+07:00", true}, {"Date", "2026-11-28T19:00Z", true}, {"Date", "2026-13", false}, {"Date", "28.11.2026", false},
		{"closed Choice of Integer", "3", true}, {"open Choice", "x", true}, {"GPSCoordinate", "6,12.5S", true}, {"GPSCoordinate", "6.2", false},
		{"Bag Text", "x", false}, {"Unknown", "x", false},
	} {
		if got := types.Fits(&Node{Value: c.value}, c.of); got != c.fits {
			t.Errorf("%q as %s: %v", c.value, c.of, got)
		}
	}
	for of, known := range map[string]bool{"Bag Text": true, "Seq ResourceRef": true, "Lang Alt": true, "Bag": true, "Bag Shoe": false, "closed choice of Date": true} {
		if types.Known(of) != known {
			t.Errorf("%s is known: %v", of, !known)
		}
	}
}

// The ways in which RDF writes the same are read alike.
func TestParse(t *testing.T) {
	const open = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:a="urn:a"><rdf:Description rdf:about=""`
	for _, c := range []struct {
		in   string
		kind Kind
		n    int
	}{
		{` a:x="1"/></rdf:RDF>`, Simple, 0},
		{`><a:x>1</a:x></rdf:Description></rdf:RDF>`, Simple, 0},
		{`><a:x rdf:resource="1"/></rdf:Description></rdf:RDF>`, Simple, 0},
		{`><a:x rdf:parseType="Resource"><a:y>1</a:y></a:x></rdf:Description></rdf:RDF>`, Struct, 1},
		{`><a:x><rdf:Description a:y="1" a:z="2"/></a:x></rdf:Description></rdf:RDF>`, Struct, 2},
		{`><a:x a:y="1"/></rdf:Description></rdf:RDF>`, Struct, 1},
		{`><a:x><rdf:Seq><rdf:li>1</rdf:li><rdf:li>2</rdf:li></rdf:Seq></a:x></rdf:Description></rdf:RDF>`, Seq, 2},
		{`><a:x><rdf:Description><rdf:value>1</rdf:value><a:q>2</a:q></rdf:Description></a:x></rdf:Description></rdf:RDF>`, Simple, 0},
	} {
		p, err := Parse([]byte(open + c.in))
		if err != nil || len(p.Properties) != 1 {
			t.Errorf("%s: %v", c.in, err)
			continue
		}
		if x := p.Properties[0]; x.Kind != c.kind || len(x.Children) != c.n || x.NS != "urn:a" || x.Name != "x" {
			t.Errorf("%s: %+v", c.in, x)
		}
	}
	for _, bad := range []string{
		`><a:x></rdf:Description></rdf:RDF>`, `><b:x/></rdf:Description></rdf:RDF>`, `>text</rdf:Description></rdf:RDF>`, `><a:x/><a:x/></rdf:Description></rdf:RDF>`,
	} {
		if _, err := Parse([]byte(open + bad)); err == nil {
			t.Errorf("%s is read", bad)
		}
	}
}
