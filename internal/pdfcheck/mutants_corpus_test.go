package pdfcheck

import (
	"bytes"
	"strings"

	"wogreport/internal/pdfcheck/cos"
)

// corpusMutants break rules that files of the corpus break too: where the corpus is
// missing, they show what the rules hold.
var corpusMutants = []mutant{
	{profile: "ua1", rule: "5-t01", edit: replaced("<pdfuaid:part>1</pdfuaid:part>", "")},
	{profile: "ua1", rule: "5-t02", edit: replaced("<pdfuaid:part>1", "<pdfuaid:part>2")},
	{profile: "ua1", rule: "5-t03", edit: replaced("<pdfuaid:part>1</pdfuaid:part>", `<x:part xmlns:x="http://www.aiim.org/pdfua/ns/id/">1</x:part>`)},
	{profile: "ua1", rule: "5-t04", edit: replaced("<pdfuaid:part>", `<x:amd xmlns:x="http://www.aiim.org/pdfua/ns/id/">1</x:amd><pdfuaid:part>`)},
	{profile: "ua1", rule: "5-t05", edit: replaced("<pdfuaid:part>", `<x:corr xmlns:x="http://www.aiim.org/pdfua/ns/id/">1</x:corr><pdfuaid:part>`)},
	{profile: "ua1", rule: "6.2-t01", edit: func(e *editor) { delete(e.catalog(), "MarkInfo") }},
	{profile: "ua1", rule: "7.1-t01", edit: func(e *editor) { e.content("/P <</MCID 0>> BDC /Artifact BMC 0 0 1 1 re f EMC EMC") }},
	{profile: "ua1", rule: "7.1-t03", edit: func(e *editor) { e.content("0 0 1 1 re f") }},
	{profile: "ua1", rule: "7.1-t04", edit: func(e *editor) { e.catalog()["MarkInfo"] = cos.Dict{"Marked": true, "Suspects": true} }},
	{profile: "ua1", rule: "7.1-t05", edit: grown("Odd")},
	{profile: "ua1", rule: "7.1-t06", also: []string{"7.1-t05"}, edit: mapped("Odd", "Odd")},
	{profile: "ua1", rule: "7.1-t08", edit: func(e *editor) { delete(e.catalog(), "Metadata") }},
	{profile: "ua1", rule: "7.1-t10", edit: func(e *editor) { delete(e.catalog(), "ViewerPreferences") }},
	{profile: "ua1", rule: "7.2-t03", edit: grown("Table[P TR[TH]]")},
	{profile: "ua1", rule: "7.2-t06", edit: grown("TBody")},
	{profile: "ua1", rule: "7.2-t07", edit: grown("TFoot")},
	{profile: "ua1", rule: "7.2-t11", edit: grown("Table[THead THead TBody]")},
	{profile: "ua1", rule: "7.2-t12", edit: grown("Table[TBody TFoot TFoot]")},
	{profile: "ua1", rule: "7.2-t14", edit: grown("Table[THead]")},
	{profile: "ua1", rule: "7.2-t16", edit: grown("Table[TR[TH] Caption TR[TH]]")},
	{profile: "ua1", rule: "7.2-t17", edit: grown("LI")},
	{profile: "ua1", rule: "7.2-t19", edit: grown("L[P]")},
	{profile: "ua1", rule: "7.2-t20", edit: grown("L[LI[P]]")},
	{profile: "ua1", rule: "7.2-t27", edit: grown("TOC[P]")},
	{profile: "ua1", rule: "7.2-t28", edit: grown("TOC[TOCI Caption]")},
	{profile: "ua1", rule: "7.2-t29", edit: func(e *editor) { e.elements("P")[0]["Lang"] = "a_b" }},
	{profile: "ua1", rule: "7.2-t37", edit: grown("Table[TBody[P]]")},
	{profile: "ua1", rule: "7.2-t38", edit: grown("Table[TBody TFoot[P]]")},
	{profile: "ua1", rule: "7.2-t40", edit: grown("L[LI Caption]")},
	{profile: "ua1", rule: "7.2-t41", edit: grown("Table[TR[TH/2]]")},
	{profile: "ua1", rule: "7.2-t43", edit: grown("Table[TR[TH TH] TR[TH]]")},
	{profile: "ua1", rule: "7.3-t01", edit: grown("Figure")},
	{profile: "ua1", rule: "7.4.2-t01", edit: grown("H1 H3")},
	{profile: "ua1", rule: "7.4.4-t01", also: []string{"7.4.4-t02", "7.4.4-t03"}, edit: grown("Sect[H H]")},
	{profile: "ua1", rule: "7.4.4-t02", also: []string{"7.4.4-t03"}, edit: grown("H")},
	{profile: "ua1", rule: "7.7-t01", edit: grown("Formula")},
	{profile: "ua1", rule: "7.9-t01", edit: grown("Note")},
	{profile: "ua1", rule: "7.9-t02", edit: func(e *editor) {
		e.element("Note Note")
		for _, d := range e.elements("Note") {
			d["ID"] = "n"
		}
	}},
	{profile: "ua1", rule: "7.10-t01", edit: configured(func(_ *editor, _, c cos.Dict) { delete(c, "Name") })},
	{profile: "ua1", rule: "7.11-t01", edit: func(e *editor) { e.add(cos.Dict{"Type": cos.Name("Filespec"), "F": "a", "EF": cos.Dict{}}) }},
	{profile: "ua1", rule: "7.15-t01", edit: func(e *editor) {
		e.catalog()["AcroForm"] = cos.Dict{"XFA": e.add(&edited{cos.Dict{}, []byte("<config><dynamicRender>required</dynamicRender></config>")})}
	}},
	{profile: "ua1", rule: "7.18.2-t01", also: []string{"7.18.1-t01", "7.18.1-t02"}, edit: annotated("TrapNet", nil)},
	{profile: "ua1", rule: "7.18.1-t01", edit: annotated("Square", cos.Dict{"Contents": "x"})},
	{profile: "ua1", rule: "7.18.3-t01", edit: func(e *editor) {
		annotated("Square", cos.Dict{"Contents": "x", "F": cos.Integer(2)})(e)
		delete(e.page(), "Tabs")
	}},
	{profile: "ua1", rule: "7.20-t01", edit: formOf(cos.Dict{"Ref": cos.Dict{}}, 1)},
	{profile: "ua1", rule: "7.20-t02", edit: formOf(cos.Dict{"StructParents": cos.Integer(9999)}, 2)},

	{profile: "2a", rule: "6.1.2-t01", bytes: func(b []byte) []byte { return bytes.Replace(b, []byte("%PDF-1.7"), []byte("%PDF-2.0"), 1) }},
	{profile: "2a", rule: "6.1.2-t02", bytes: func(b []byte) []byte { return bytes.Replace(b, []byte("%\xe2\xe3\xcf\xd3"), []byte("%text"), 1) }},
	{profile: "2a", rule: "6.1.3-t01", edit: func(e *editor) { delete(e.trailer, "ID") }},
	{profile: "2a", rule: "6.1.4-t02", bytes: func(b []byte) []byte { return bytes.Replace(b, []byte("\nxref\n"), []byte("\nxref \n"), 1) }},
	{profile: "2a", rule: "6.1.6-t02", edit: info(raw("<4x>"))},
	{profile: "2a", rule: "6.1.7.1-t03", edit: func(e *editor) { e.add(&edited{cos.Dict{"FFilter": cos.Name("ASCIIHexDecode")}, []byte("x")}) }},
	{profile: "2a", rule: "6.1.8-t01", also: []string{"6.7.3.4-t01"}, edit: grown("Odd\xff")},
	{profile: "2a", rule: "6.1.9-t01", bytes: func(b []byte) []byte { return bytes.Replace(b, []byte("\nendobj\n"), []byte(" endobj\n"), 1) }},
	{profile: "2a", rule: "6.1.10-t01", edit: func(e *editor) { e.draw("BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID x EI") }},
	{profile: "2a", rule: "6.1.12-t01", edit: func(e *editor) { e.catalog()["Perms"] = cos.Dict{"UR": cos.Dict{}} }},
	{profile: "2a", rule: "6.1.13-t01", edit: info(cos.Integer(1 << 31))},
	{profile: "2a", rule: "6.1.13-t03", edit: info(strings.Repeat("x", 32768))},
	{profile: "2a", rule: "6.1.13-t04", edit: info(cos.Name(strings.Repeat("x", 128)))},
	{profile: "2a", rule: "6.1.13-t11", edit: func(e *editor) {
		e.page()["TrimBox"] = cos.Array{cos.Integer(0), cos.Integer(0), cos.Integer(2), cos.Integer(99)}
	}},
	{profile: "2a", rule: "6.2.2-t01", edit: func(e *editor) { e.draw("odd") }},
	{profile: "2a", rule: "6.2.5-t01", edit: stated("TR", cos.Name("Identity"))},
	{profile: "2a", rule: "6.2.5-t02", edit: stated("TR2", cos.Name("Identity"))},
	{profile: "2a", rule: "6.2.5-t03", edit: stated("HTP", cos.Array{})},
	{profile: "2a", rule: "6.2.5-t06", edit: halftoneOf(cos.Dict{"HalftoneType": cos.Integer(1), "TransferFunction": cos.Name("Identity")})},
	{profile: "2a", rule: "6.2.6-t01", edit: func(e *editor) { e.draw("/Odd ri") }},
	{profile: "2a", rule: "6.2.8-t01", edit: picture8("Alternates", cos.Array{})},
	{profile: "2a", rule: "6.2.8-t02", edit: picture8("OPI", cos.Dict{})},
	{profile: "2a", rule: "6.2.8-t03", edit: picture8("Interpolate", true)},
	{profile: "2a", rule: "6.2.9-t01", edit: formOf(cos.Dict{"PS": cos.Dict{}}, 1)},
	{profile: "2a", rule: "6.2.9-t02", edit: formOf(cos.Dict{"Ref": cos.Dict{}}, 1)},
	{profile: "2a", rule: "6.2.10-t01", edit: stated("BM", cos.Name("Odd"))},
	{profile: "2a", rule: "6.3.1-t01", also: []string{"6.3.3-t01"}, edit: annotated("Movie", cos.Dict{"F": cos.Integer(4)})},
	{profile: "2a", rule: "6.3.2-t01", edit: annotated("Link", nil)},
	{profile: "2a", rule: "6.3.3-t01", edit: annotated("Square", cos.Dict{"F": cos.Integer(4)})},
	{profile: "2a", rule: "6.3.3-t02", edit: annotated("Link", cos.Dict{"F": cos.Integer(4), "AP": cos.Dict{}})},
	{profile: "2a", rule: "6.4.1-t03", edit: func(e *editor) { e.catalog()["AcroForm"] = cos.Dict{"NeedAppearances": true} }},
	{profile: "2a", rule: "6.4.2-t01", edit: func(e *editor) { e.catalog()["AcroForm"] = cos.Dict{"XFA": cos.Array{}} }},
	{profile: "2a", rule: "6.4.2-t02", edit: func(e *editor) { e.catalog()["NeedsRendering"] = true }},
	{profile: "2a", rule: "6.5.1-t01", edit: func(e *editor) { e.catalog()["OpenAction"] = cos.Dict{"S": cos.Name("Launch")} }},
	{profile: "2a", rule: "6.5.1-t02", edit: func(e *editor) { e.catalog()["OpenAction"] = cos.Dict{"S": cos.Name("Named"), "N": cos.Name("Print")} }},
	{profile: "2a", rule: "6.5.2-t01", edit: func(e *editor) { e.catalog()["AA"] = cos.Dict{} }},
	{profile: "2a", rule: "6.5.2-t02", edit: func(e *editor) { e.page()["AA"] = cos.Dict{} }},
	{profile: "2a", rule: "6.6.2.1-t01", edit: func(e *editor) { delete(e.catalog(), "Metadata") }},
	{profile: "2a", rule: "6.6.2.1-t02", edit: replaced("<?xpacket begin=", `<?xpacket bytes="1" begin=`)},
	{profile: "2a", rule: "6.6.2.1-t03", edit: replaced("<?xpacket begin=", `<?xpacket encoding="UTF-8" begin=`)},
	{profile: "2a", rule: "6.6.2.3.1-t01", edit: replaced("<pdfaid:part>", `<x:odd xmlns:x="urn:odd">1</x:odd><pdfaid:part>`)},
	{profile: "2a", rule: "6.6.2.3.1-t02", edit: replaced("<pdfaid:part>", `<x:Rating xmlns:x="http://ns.adobe.com/xap/1.0/">high</x:Rating><pdfaid:part>`)},
	{profile: "2a", rule: "6.6.2.3.3-t04", edit: replaced("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>", "")},
	{profile: "2a", rule: "6.6.4-t03", edit: replaced("<pdfaid:conformance>A", "<pdfaid:conformance>B")},
	{profile: "2a", rule: "6.7.2.2-t01", edit: func(e *editor) { delete(e.catalog(), "MarkInfo") }},
	{profile: "2a", rule: "6.7.3.4-t01", edit: grown("Odd")},
	{profile: "2a", rule: "6.7.3.4-t02", also: []string{"6.7.3.4-t01"}, edit: mapped("Odd", "Odd")},
	{profile: "2a", rule: "6.7.4-t01", edit: func(e *editor) { e.elements("P")[0]["Lang"] = "a_b" }},
	{profile: "2a", rule: "6.9-t01", edit: configured(func(_ *editor, _, c cos.Dict) { delete(c, "Name") })},
	{profile: "2a", rule: "6.9-t04", edit: configured(func(_ *editor, _, c cos.Dict) { c["AS"] = cos.Array{} })},
	{profile: "3a", rule: "6.8-t03", edit: func(e *editor) { delete(e.spec(), "AFRelationship") }},
	{profile: "3a", rule: "6.8-t04", edit: func(e *editor) { delete(e.catalog(), "AF") }},
}

// annotated adds an annotation to the first page.
func annotated(subtype cos.Name, with cos.Dict) func(e *editor) {
	return func(e *editor) {
		d := cos.Dict{"Type": cos.Name("Annot"), "Subtype": subtype, "Rect": cos.Array{cos.Integer(9), cos.Integer(9), cos.Integer(19), cos.Integer(19)}}
		for k, v := range with {
			d[k] = v
		}
		list, _ := e.get(e.page()["Annots"]).(cos.Array)
		e.page()["Annots"] = append(append(cos.Array{}, list...), cos.Object(e.add(d)))
		e.page()["Tabs"] = cos.Name("S")
	}
}

// formOf draws a form XObject so many times.
func formOf(with cos.Dict, times int) func(e *editor) {
	return func(e *editor) {
		d := cos.Dict{"Type": cos.Name("XObject"), "Subtype": cos.Name("Form"), "BBox": cos.Array{cos.Integer(0), cos.Integer(0), cos.Integer(9), cos.Integer(9)}}
		for k, v := range with {
			d[k] = v
		}
		e.resource("XObject", "Form", e.add(&edited{d, []byte("0 0 1 1 re f")}))
		e.draw(strings.Repeat("/Form Do ", times))
	}
}

// stated sets a graphics state.
func stated(key cos.Name, value cos.Object) func(e *editor) {
	return func(e *editor) {
		e.resource("ExtGState", "State", cos.Dict{key: value})
		e.draw("/State gs 0 0 1 1 re f")
	}
}

// picture8 draws an image of one gray dot.
func picture8(key cos.Name, value cos.Object) func(e *editor) {
	return imageOf(cos.Dict{"ColorSpace": cos.Name("DeviceGray"), "BitsPerComponent": cos.Integer(8), key: value}, []byte{0})
}
