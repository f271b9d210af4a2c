package pdfcheck

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/pdf"
	"wogreport/internal/pdfcheck/cos"
)

// mutant breaks one rule in a report of the program's.
type mutant struct {
	profile Profile
	rule    string
	also    []string // rules that cannot stay whole then
	edit    func(e *editor)
	bytes   func(b []byte) []byte // of the file, after it
}

// mutants are there for each rule that no file of the corpus breaks, and for most others.
var mutants = slices.Concat(fileMutants, pageMutants, fontMutants, partMutants, metadataMutants, structureMutants, corpusMutants)

// noMutants are rules that are held otherwise.
var noMutants = map[string]string{
	"6.1.13-t07": "a file of 8388608 objects is too large for a test: TestObjectCount asks the rule itself",
}

func TestObjectCount(t *testing.T) {
	for _, r := range Rules() {
		if r.A == "6.1.13-7" && (r.ok(&fileFacts{objects: 8388608}) || !r.ok(&fileFacts{objects: 8388607})) {
			t.Error("the number of objects isn't held to 8388607")
		}
	}
}

// TestMutants holds that each mutant breaks exactly its rule.
func TestMutants(t *testing.T) {
	plain := sample(t)
	attached := sample(t, pdf.Attachment{Name: "a.json", Type: "application/json", Relationship: "Data", Data: []byte("{}")})
	seen := map[string]bool{}
	for _, m := range mutants {
		name := string(m.profile) + " " + m.rule
		if seen[name] {
			t.Errorf("%s has two mutants", name)
		}
		seen[name] = true
		t.Run(name, func(t *testing.T) {
			data := plain
			if m.profile[0] == '3' {
				data = attached
			}
			e := edit(t, data)
			if m.edit != nil {
				m.edit(e)
			}
			b := e.write()
			if m.bytes != nil {
				b = m.bytes(b)
			}
			r := Check(b, m.profile)
			if r.Unreadable != "" {
				t.Fatal(r.Unreadable)
			}
			var found []string
			for _, v := range r.Violations {
				found = append(found, v.Rule)
			}
			want := append([]string{m.rule}, m.also...)
			slices.Sort(want)
			slices.Sort(found)
			if !slices.Equal(found, want) {
				t.Errorf("it breaks %v, not %v", found, want)
			}
		})
	}
}

// TestEveryRuleIsProved holds that each rule is broken by a file of the corpus or
// by a mutant.
func TestEveryRuleIsProved(t *testing.T) {
	proved := map[*Rule]bool{}
	byNumber := func(p Profile, n string) *Rule {
		for _, r := range RulesOf(p) {
			if r.Number(p) == n {
				return r
			}
		}
		t.Errorf("%s has no rule %s", p, n)
		return nil
	}
	for _, m := range mutants {
		proved[byNumber(m.profile, m.rule)] = true
	}
	files := corpus(t)
	for i := range files {
		if f := &files[i]; !f.pass {
			for _, w := range f.wanted() {
				proved[byNumber(f.profile, w)] = true
			}
		}
	}
	for _, r := range Rules() {
		if !proved[r] && noMutants[number(r.A)] == "" {
			t.Errorf("neither a file nor a mutant breaks %s %s", r.UA, r.A)
		}
	}
}

// info sets something in the information dictionary.
func info(o any) func(e *editor) {
	return func(e *editor) { e.dict(e.trailer["Info"])["Extra"] = o }
}

var fileMutants = []mutant{
	{profile: "ua1", rule: "6.1-t01", bytes: func(b []byte) []byte { return bytes.Replace(b, []byte("%PDF-1.7"), []byte("%PDF-1.9"), 1) }},
	{profile: "2a", rule: "6.1.3-t02", edit: encrypt},
	{profile: "2a", rule: "6.1.3-t03", bytes: func(b []byte) []byte { return append(b, "more"...) }},
	{profile: "2a", rule: "6.1.6-t01", edit: info(raw("<abc>"))},
	{profile: "2a", rule: "6.1.7.2-t01", edit: func(e *editor) { e.add(&edited{cos.Dict{"Filter": cos.Name("LZWDecode")}, []byte{0x80, 0x0b}}) }},
	{profile: "2a", rule: "6.1.13-t02", edit: info(cos.Real(4e38))},
	{profile: "2a", rule: "6.1.13-t05", edit: info(cos.Real(1e-39))},
	{profile: "2a", rule: "6.1.13-t08", edit: func(e *editor) { e.draw(strings.Repeat("q ", 28) + strings.Repeat("Q ", 28)) }},
}

// rgb is an operator's colour space made of DeviceRGB by a function.
func (e *editor) tint(components int) cos.Ref {
	domain := cos.Array{}
	for range components {
		domain = append(domain, cos.Integer(0), cos.Integer(1))
	}
	unit := cos.Array{cos.Integer(0), cos.Integer(1), cos.Integer(0), cos.Integer(1), cos.Integer(0), cos.Integer(1)}
	return e.add(&edited{cos.Dict{"FunctionType": cos.Integer(4), "Domain": domain, "Range": unit}, []byte("{" + strings.Repeat("pop ", components) + "0 0 0}")})
}

var pageMutants = []mutant{
	{profile: "2a", rule: "6.1.13-t09", edit: func(e *editor) {
		names, colorants, one := cos.Array{}, cos.Dict{}, e.tint(1)
		for i := range 33 {
			n := cos.Name("Spot" + string(rune('A'+i)))
			names = append(names, n)
			colorants[n] = cos.Array{cos.Name("Separation"), n, cos.Name("DeviceRGB"), one}
		}
		e.resource("ColorSpace", "Many", cos.Array{cos.Name("DeviceN"), names, cos.Name("DeviceRGB"), e.tint(33), cos.Dict{"Colorants": colorants}})
		e.draw("/Many cs")
	}},
	{profile: "2a", rule: "6.2.3-t03", edit: func(e *editor) {
		list := e.get(e.catalog()["OutputIntents"]).(cos.Array)
		x := cos.Dict{"S": cos.Name("GTS_PDFX"), "OutputConditionIdentifier": "x", "DestOutputProfileRef": cos.Dict{}, "DestOutputProfile": e.dict(list[0])["DestOutputProfile"]}
		e.catalog()["OutputIntents"] = append(slices.Clone(list), cos.Object(e.add(x)))
	}},
	{profile: "2a", rule: "6.2.4.2-t01", edit: func(e *editor) {
		data := make([]byte, 128)
		data[8] = 2
		copy(data[12:], "abstRGB ")
		e.resource("ColorSpace", "Odd", cos.Array{cos.Name("ICCBased"), e.add(&edited{cos.Dict{"N": cos.Integer(3)}, data})})
		e.draw("/Odd cs")
	}},
	{profile: "2a", rule: "6.2.5-t04", edit: halftoneOf(cos.Dict{"HalftoneType": cos.Integer(6)})},
	{profile: "2a", rule: "6.2.5-t05", edit: halftoneOf(cos.Dict{"HalftoneType": cos.Integer(1), "HalftoneName": "x"})},
	{profile: "2a", rule: "6.2.8-t04", edit: imageOf(cos.Dict{"ColorSpace": cos.Name("DeviceRGB"), "BitsPerComponent": cos.Integer(3)}, []byte{0, 0})},
	{profile: "2a", rule: "6.2.8-t05", edit: imageOf(cos.Dict{"ImageMask": true, "BitsPerComponent": cos.Integer(8)}, []byte{0})},
	{profile: "2a", rule: "6.2.8.3-t01", edit: imageOf(cos.Dict{"Filter": cos.Name("JPXDecode")}, jp2(2, ""))},
	{profile: "2a", rule: "6.2.8.3-t05", edit: imageOf(cos.Dict{"Filter": cos.Name("JPXDecode")}, jp2(3, "\x00\x00\x00\x0bbpcc\x07\x07\x09"))},
	{profile: "2a", rule: "6.3.2-t02", edit: func(e *editor) { e.link()["F"] = cos.Integer(0) }},
	{profile: "2a", rule: "6.3.3-t04", edit: func(e *editor) { e.link()["AP"] = cos.Dict{"N": cos.Dict{}} }},
	{profile: "2a", rule: "6.10-t02", edit: func(e *editor) { e.page()["PresSteps"] = cos.Dict{} }},
	{profile: "ua1", rule: "7.18.8-t01", edit: func(e *editor) {
		l := e.link()
		mark := cos.Dict{"Type": cos.Name("Annot"), "Subtype": cos.Name("PrinterMark"), "Rect": l["Rect"], "Contents": "x", "StructParent": l["StructParent"]}
		e.page()["Annots"] = append(slices.Clone(e.get(e.page()["Annots"]).(cos.Array)), cos.Object(e.add(mark)))
	}},
	{profile: "ua1", rule: "7.1-t02", edit: func(e *editor) { e.content("/Artifact BMC /P <</MCID 0>> BDC 0 0 1 1 re f EMC EMC") }},
}

// link is the first link of the page, or any annotation of the file.
func (e *editor) link() cos.Dict {
	for _, n := range e.numbers() {
		if d, ok := e.objects[n].(cos.Dict); ok && d["Subtype"] == cos.Name("Link") {
			if e.page()["Annots"] == nil {
				e.page()["Annots"] = cos.Array{}
			}
			return d
		}
	}
	e.t.Fatal("there is no link")
	return nil
}

func halftoneOf(h cos.Dict) func(e *editor) {
	return func(e *editor) {
		e.resource("ExtGState", "Half", cos.Dict{"HT": h})
		e.draw("/Half gs")
	}
}

func imageOf(d cos.Dict, data []byte) func(e *editor) {
	return func(e *editor) {
		x := cos.Dict{"Type": cos.Name("XObject"), "Subtype": cos.Name("Image"), "Width": cos.Integer(1), "Height": cos.Integer(1)}
		for k, v := range d {
			x[k] = v
		}
		e.resource("XObject", "Pic", e.add(&edited{x, data}))
		e.draw("/Pic Do")
	}
}

// jp2 is the head of a JPEG 2000 file, with more boxes.
func jp2(channels byte, more string) []byte {
	head := "\x00\x00\x00\x16ihdr\x00\x00\x00\x01\x00\x00\x00\x01\x00" + string(rune(channels)) + "\x07\x07\x00\x00" +
		"\x00\x00\x00\x0fcolr\x01\x00\x00\x00\x00\x00\x10" + more
	n := len(head) + 8
	return []byte("\x00\x00\x00" + string(rune(n)) + "jp2h" + head)
}

// fonted shows nothing in a font of one character, changed.
func fonted(change func(e *editor, font cos.Dict)) func(e *editor) {
	return func(e *editor) {
		f := cos.Dict{"Type": cos.Name("Font"), "Subtype": cos.Name("TrueType"), "BaseFont": cos.Name("Test"), "FirstChar": cos.Integer(0), "LastChar": cos.Integer(0),
			"Widths": cos.Array{cos.Integer(0)}}
		e.program(f, 4, [][2]byte{{3, 0}})
		change(e, f)
		e.resource("Font", "Test", e.add(f))
		e.draw("BT /Test 1 Tf () Tj ET")
	}
}

// program gives a font a program with cmaps of some platforms and encodings.
func (e *editor) program(font cos.Dict, flags int, cmaps [][2]byte) {
	cmap := []byte{0, 0, 0, byte(len(cmaps))}
	for _, c := range cmaps {
		cmap = append(cmap, 0, c[0], 0, c[1], 0, 0, 0, 0)
	}
	head := make([]byte, 54)
	head[18] = 4
	tables := []struct {
		tag  string
		data []byte
	}{{"cmap", cmap}, {"glyf", []byte{0}}, {"head", head}, {"maxp", []byte{0, 1, 0, 0, 0, 1}}}
	out := []byte{0, 1, 0, 0, 0, byte(len(tables)), 0, 0, 0, 0, 0, 0}
	at := len(out) + 16*len(tables)
	var body []byte
	for _, x := range tables {
		out = append(append(out, x.tag...), 0, 0, 0, 0, 0, 0, 0, byte(at+len(body)), 0, 0, 0, byte(len(x.data)))
		body = append(body, x.data...)
	}
	file := e.add(&edited{cos.Dict{}, append(out, body...)})
	font["FontDescriptor"] = e.add(cos.Dict{"Type": cos.Name("FontDescriptor"), "Flags": cos.Integer(flags), "FontFile2": file})
}

var fontMutants = []mutant{
	{profile: "2a", rule: "6.2.11.2-t01", edit: fonted(func(_ *editor, f cos.Dict) { delete(f, "Type") })},
	{profile: "2a", rule: "6.2.11.2-t02", edit: fonted(func(_ *editor, f cos.Dict) { f["Subtype"] = cos.Name("Type9") })},
	{profile: "2a", rule: "6.2.11.2-t03", edit: fonted(func(_ *editor, f cos.Dict) { delete(f, "BaseFont") })},
	{profile: "2a", rule: "6.2.11.2-t04", edit: fonted(func(_ *editor, f cos.Dict) { delete(f, "FirstChar") })},
	{profile: "2a", rule: "6.2.11.2-t05", edit: fonted(func(_ *editor, f cos.Dict) { delete(f, "LastChar") })},
	{profile: "2a", rule: "6.2.11.2-t06", edit: fonted(func(_ *editor, f cos.Dict) { f["LastChar"] = cos.Integer(1) })},
	{profile: "2a", rule: "6.2.11.2-t07", edit: fonted(func(e *editor, f cos.Dict) {
		e.dict(e.dict(f["FontDescriptor"])["FontFile2"])["Subtype"] = cos.Name("Other")
	})},
	{profile: "ua1", rule: "7.21.6-t01", edit: fonted(func(e *editor, f cos.Dict) {
		f["Encoding"] = cos.Name("WinAnsiEncoding")
		e.program(f, 32, nil)
	})},
	{profile: "ua1", rule: "7.21.6-t04", edit: fonted(func(e *editor, f cos.Dict) { e.program(f, 4, [][2]byte{{1, 0}, {3, 1}}) })},
}

// configured gives the document optional content.
func configured(change func(e *editor, props, config cos.Dict)) func(e *editor) {
	return func(e *editor) {
		config := cos.Dict{"Name": "a"}
		props := cos.Dict{"OCGs": cos.Array{e.add(cos.Dict{"Type": cos.Name("OCG"), "Name": "layer"})}, "D": config}
		change(e, props, config)
		e.catalog()["OCProperties"] = props
	}
}

// spec is the first file specification, and file its file.
func (e *editor) spec() cos.Dict {
	for _, n := range e.numbers() {
		if d := e.dict(cos.Ref{Number: n}); d.Has("EF") {
			return d
		}
	}
	e.t.Fatal("there is no embedded file")
	return nil
}

var partMutants = []mutant{
	{profile: "3a", rule: "6.8-t01", edit: func(e *editor) { delete(e.dict(e.dict(e.spec()["EF"])["F"]), "Subtype") }},
	{profile: "3a", rule: "6.8-t02", edit: func(e *editor) { delete(e.spec(), "F") }},
	{profile: "2a", rule: "6.8-t05", edit: func(e *editor) {
		file := e.add(&edited{cos.Dict{}, []byte("no PDF")})
		e.add(cos.Dict{"Type": cos.Name("Filespec"), "F": "a", "UF": "a", "EF": cos.Dict{"F": file}})
	}},
	{profile: "2a", rule: "6.9-t02", edit: configured(func(_ *editor, p, _ cos.Dict) { p["Configs"] = cos.Array{cos.Dict{"Name": "a"}} })},
	{profile: "2a", rule: "6.9-t03", edit: configured(func(_ *editor, _, c cos.Dict) { c["Order"] = cos.Array{} })},
	{profile: "ua1", rule: "7.10-t02", edit: configured(func(_ *editor, _, c cos.Dict) { c["AS"] = cos.Array{} })},
	{profile: "2a", rule: "6.10-t01", edit: func(e *editor) { e.catalog()["Names"] = cos.Dict{"AlternatePresentations": cos.Dict{}} }},
	{profile: "2a", rule: "6.11-t01", edit: func(e *editor) { e.catalog()["Requirements"] = cos.Array{} }},
	{profile: "2a", rule: "6.4.1-t02", edit: func(e *editor) {
		field := e.add(cos.Dict{"T": "x", "FT": cos.Name("Tx"), "AA": cos.Dict{}})
		e.catalog()["AcroForm"] = cos.Dict{"Fields": cos.Array{field}}
	}},
	{profile: "2a", rule: "6.4.3-t01", edit: signed(1, 1), bytes: func(b []byte) []byte { return signRange(b, 1) }},
	{profile: "2a", rule: "6.4.3-t02", edit: signed(0, 1), bytes: func(b []byte) []byte { return signRange(b, 0) }},
	{profile: "2a", rule: "6.4.3-t03", edit: signed(1, 2), bytes: func(b []byte) []byte { return signRange(b, 0) }},
}

var metadataMutants = []mutant{
	{profile: "2a", rule: "6.6.2.1-t04", edit: moreMetadata("<x>")},
	{profile: "2a", rule: "6.6.2.1-t05", edit: func(e *editor) {
		wide := []byte{0xfe, 0xff}
		for _, c := range []byte(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>`) {
			wide = append(wide, 0, c)
		}
		moreMetadata(string(wide))(e)
	}},
	{profile: "2a", rule: "6.6.2.3.2-t01", edit: replaced("<pdfaSchema:prefix>", "<pdfaSchema:more>x</pdfaSchema:more><pdfaSchema:prefix>")},
	{profile: "2a", rule: "6.6.2.3.3-t01", edit: func(e *editor) {
		e.xmp("<pdfaExtension:schemas><rdf:Bag>", "<pdfaExtension:schemas><rdf:Seq>")
		e.xmp("</rdf:li></rdf:Bag></pdfaExtension:schemas>", "</rdf:li></rdf:Seq></pdfaExtension:schemas>")
	}},
	{profile: "2a", rule: "6.6.2.3.3-t05", edit: func(e *editor) {
		e.xmp("<pdfaSchema:property><rdf:Seq>", "<pdfaSchema:property><rdf:Bag>")
		e.xmp("</rdf:Seq></pdfaSchema:property>", "</rdf:Bag></pdfaSchema:property>")
	}},
	{profile: "2a", rule: "6.6.2.3.3-t06", edit: replaced("</pdfaSchema:property>", "</pdfaSchema:property><pdfaSchema:valueType><rdf:Bag/></pdfaSchema:valueType>")},
	{profile: "2a", rule: "6.6.2.3.3-t09", edit: replaced("<pdfaProperty:category>internal", "<pdfaProperty:category>public")},
	{profile: "2a", rule: "6.6.2.3.3-t15", edit: replaced("</pdfaSchema:property>", `</pdfaSchema:property><pdfaSchema:valueType><rdf:Seq><rdf:li rdf:parseType="Resource" xmlns:t="http://www.aiim.org/pdfa/ns/type#" xmlns:pdfaType="http://www.aiim.org/pdfa/ns/type#">
<pdfaType:type>A</pdfaType:type><pdfaType:namespaceURI>urn:a</pdfaType:namespaceURI><pdfaType:prefix>a</pdfaType:prefix><pdfaType:description>a</pdfaType:description>
<pdfaType:field><rdf:Bag/></pdfaType:field></rdf:li></rdf:Seq></pdfaSchema:valueType>`)},
	{profile: "2a", rule: "6.6.4-t01", edit: func(e *editor) {
		e.xmp("<pdfaid:part>2</pdfaid:part>", "")
		e.xmp("<pdfaid:conformance>A</pdfaid:conformance>", "")
	}},
	{profile: "2a", rule: "6.6.4-t02", edit: replaced("<pdfaid:part>2", "<pdfaid:part>3")},
	{profile: "2a", rule: "6.6.4-t04", edit: replaced("<pdfaid:part>2</pdfaid:part>", `<x:part xmlns:x="http://www.aiim.org/pdfa/ns/id/">2</x:part>`)},
	{profile: "2a", rule: "6.6.4-t05", edit: replaced("<pdfaid:conformance>A</pdfaid:conformance>", `<x:conformance xmlns:x="http://www.aiim.org/pdfa/ns/id/">A</x:conformance>`)},
	{profile: "2a", rule: "6.6.4-t06", edit: replaced("<pdfaid:part>", `<x:amd xmlns:x="http://www.aiim.org/pdfa/ns/id/">1</x:amd><pdfaid:part>`)},
	{profile: "2a", rule: "6.6.4-t07", edit: replaced("<pdfaid:part>", `<x:corr xmlns:x="http://www.aiim.org/pdfa/ns/id/">1</x:corr><pdfaid:part>`)},
	{profile: "ua1", rule: "7.2-t33", edit: func(e *editor) {
		delete(e.catalog(), "Lang")
		delete(e.catalog(), "Outlines")
		e.dict(e.dict(e.catalog()["StructTreeRoot"])["K"])["Lang"] = "en"
		for _, n := range e.numbers() {
			if d := e.dict(cos.Ref{Number: n}); d["Subtype"] == cos.Name("Link") {
				d["Lang"] = "en"
			}
			if p := e.dict(cos.Ref{Number: n}); p["Type"] == cos.Name("Page") { // artifacts have text too
				open, end := e.add(&edited{cos.Dict{}, []byte("/Span <</Lang (en)>> BDC")}), e.add(&edited{cos.Dict{}, []byte("EMC")})
				p["Contents"] = cos.Array{open, p["Contents"], end}
			}
		}
	}},
}

func replaced(old, new string) func(e *editor) { return func(e *editor) { e.xmp(old, new) } }

func moreMetadata(s string) func(e *editor) {
	return func(e *editor) {
		e.add(&edited{cos.Dict{"Type": cos.Name("Metadata"), "Subtype": cos.Name("XML")}, []byte(s)})
	}
}

// grown gives the structure more elements.
func grown(tree string) func(e *editor) { return func(e *editor) { e.element(tree) } }

// mapped maps a structure type to another, and has an element of it.
func mapped(from, to cos.Name) func(e *editor) {
	return func(e *editor) {
		e.dict(e.catalog()["StructTreeRoot"])["RoleMap"] = cos.Dict{from: to}
		e.element(string(from))
	}
}

var structureMutants = []mutant{
	{profile: "2a", rule: "6.7.3.3-t01", edit: func(e *editor) { delete(e.catalog(), "StructTreeRoot") }},
	{profile: "2a", rule: "6.7.3.4-t03", also: []string{"6.7.3.4-t01"}, edit: mapped("BibEntry", "Other")},
	{profile: "ua1", rule: "7.1-t07", edit: mapped("BibEntry", "Sect")},
	{profile: "ua1", rule: "7.1-t12", edit: func(e *editor) { delete(e.elements("P")[0], "P") }},
	{profile: "ua1", rule: "7.2-t04", edit: grown("TR")},
	{profile: "ua1", rule: "7.2-t05", edit: grown("THead[TR]")},
	{profile: "ua1", rule: "7.2-t08", edit: grown("TH")},
	{profile: "ua1", rule: "7.2-t09", edit: grown("TD")},
	{profile: "ua1", rule: "7.2-t10", edit: grown("Table[TR[TH P]]")},
	{profile: "ua1", rule: "7.2-t13", edit: grown("Table[TR[TH] TFoot[TR[TD]]]")},
	{profile: "ua1", rule: "7.2-t15", edit: grown("Table[TR[TH TH/2 TH] TR[TD:2]]")},
	{profile: "ua1", rule: "7.2-t18", edit: grown("LBody")},
	{profile: "ua1", rule: "7.2-t26", edit: grown("TOCI")},
	{profile: "ua1", rule: "7.2-t36", edit: grown("Table[THead[TR[TH] P] TBody[TR[TD]]]")},
	{profile: "ua1", rule: "7.2-t39", edit: grown("Table[Caption TR[TH] Caption]")},
	{profile: "ua1", rule: "7.2-t42", edit: grown("Table[TR[TH] TR[TD TD]]")},
	{profile: "ua1", rule: "7.18.4-t02", edit: grown("Form")},
}
