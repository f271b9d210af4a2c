package pdfcheck

import (
	"bytes"
	"fmt"
	"testing"
	"time"
)

// small is a file with a little of everything, and without a cross-reference.
const small = `%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R/Metadata 8 0 R/StructTreeRoot 9 0 R/MarkInfo<</Marked true>>/Lang(en)/AcroForm<</Fields[13 0 R]/XFA[(a)8 0 R]>>
/OCProperties<</OCGs[14 0 R]/D<</Name(a)/Order[14 0 R[14 0 R]]>>>>/Outlines<</First 15 0 R>>/OutputIntents[<</S/GTS_PDFA1/DestOutputProfile 7 0 R>>]/Perms<</DocMDP 16 0 R>>>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 200]>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R/StructParents 0/Tabs/S/Annots[12 0 R 13 0 R]/Group<</S/Transparency/CS/DeviceRGB>>/Resources<<
/Font<</F 5 0 R/G<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+X/Encoding 6 0 R/ToUnicode 6 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+X/W[0[1 2]3 4 5]/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 1>>
/CIDToGIDMap/Identity/FontDescriptor<</Flags 4/FontFile2 7 0 R/CIDSet 7 0 R>>>>]>>/T<</Type/Font/Subtype/Type3/CharProcs<</a 4 0 R>>/Encoding<</Differences[65/a]>>/FirstChar 65/LastChar 65/Widths[1]>>>>
/XObject<</I<</Subtype/Image>>/X 10 0 R/J 11 0 R>>/ColorSpace<</A[/Indexed[/ICCBased 7 0 R]1<00>]/N[/DeviceN[/a/b]/DeviceCMYK 6 0 R<</Colorants<</a[/Separation/a/DeviceGray 6 0 R]>>>>]>>
/Pattern<</P 10 0 R/S<</PatternType 2/Shading<</ColorSpace/DeviceRGB>>>>>>/ExtGState<</E<</ca .5/BM/Darken/SMask<</G 10 0 R>>/HT<</HalftoneType 5/Cyan<</HalftoneType 1>>>>/OP true/OPM 1>>>>/Properties<</M<</MCID 1>>>>>>>> endobj
4 0 obj <</Length 0>> stream
/P<</MCID 0/Lang(en)/ActualText(x)>>BDC q BT /F 1 Tf (AB)Tj /G 2 Tf <00010002>Tj [(a)-3<41>]TJ /T 1 Tf (A)' ET EMC Q /Artifact BMC /E gs /A cs 1 scn 0 0 1 1 re f EMC /M DP
/N CS 1 1 SCN S /Pattern cs /P scn f* /S scn B /I Do /X Do /J Do BI /W 1/H 1/CS/RGB/BPC 8/F/Fl ID xyz EI /S sh 1 0 0 d0 ri foo 0 g
endstream endobj
5 0 obj <</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Y/FirstChar 65/LastChar 66/Widths[1 2]/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[65/A/uni0042]>>/FontDescriptor<</Flags 32/FontFile 7 0 R/CharSet(/A)>>>> endobj
6 0 obj <</Length 0/Type/CMap/CMapName/X/WMode 1/UseCMap/Identity-H/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 1>>>> stream
/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 1>>def /WMode 0 def 1 begincodespacerange <0000><ffff> endcodespacerange
1 begincidrange <0000><00ff> 0 endcidrange 1 beginbfrange <0001><0003>[<0041><0042>] <0004><0009><0061> endbfrange
endstream endobj
7 0 obj <</Length 0/N 3>> stream
endstream endobj
8 0 obj <</Length 0/Type/Metadata/Subtype/XML>> stream
<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2" pdfaid:conformance="A"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">a</rdf:li></rdf:Alt></dc:title>
<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>
endstream endobj
9 0 obj <</Type/StructTreeRoot/K[17 0 R]/RoleMap<</X/Y/Y/X/Z/P>>/ParentTree<</Nums[0[17 0 R 17 0 R]1 17 0 R]>>/ClassMap<</c<</O/Table/ColSpan 2>>>>>> endobj
10 0 obj <</Subtype/Form/PatternType 1/PaintType 1/StructParents 0/BBox[0 0 1 1]/Length 0/Resources<</XObject<</X 10 0 R>>>>>> stream
/X Do 1 0 0 RG S
endstream endobj
11 0 obj <</Subtype/Image/Filter/JPXDecode/Length 0/SMask 11 0 R/Width 1/Height 1>> stream
endstream endobj
12 0 obj <</Type/Annot/Subtype/Link/Rect[0 0 9 9]/StructParent 1/A<</S/Rendition/R<</R[<</C<</CT(a)/Alt[(en)(b)]>>>>]>>/Next<</S/Named/N/NextPage>>>>>> endobj
13 0 obj <</Type/Annot/Subtype/Widget/T(a)/FT/Sig/V 16 0 R/Rect[0 0 1 1]/AP<</N<</On 10 0 R>>/D 10 0 R>>/AA<</E<</S/JavaScript>>>>>> endobj
14 0 obj <</Type/OCG/Name(a)>> endobj
15 0 obj <</Title(a)/Next 15 0 R/First 15 0 R>> endobj
16 0 obj <</Type/Sig/ByteRange[0 1 2 3]/Contents<30808006092a864886f70d010702a0803080020101310030800000000000000000>/Reference[<</DigestValue(a)>>]>> endobj
17 0 obj <</S/Document/P 9 0 R/K[<</S/Table/P 17 0 R/K[<</S/TR/K[<</S/TH/ID(a)/C/c>><</S/TD/A<</O/Table/RowSpan 2/Headers[(a)(b)]>>>>]>><</S/THead/K<</S/TR>>>>]>><</S/X/K 0>><</S/H2/Lang(x_y)>><</S/Z/K<</Type/OBJR/Obj 12 0 R>>>>]>> endobj
trailer <</Root 1 0 R/ID[<00><01>]>>
`

// packed is a file whose objects are in an object stream, found by a stream of
// cross-references.
func packed() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	objects := b.Len()
	const inside = "1 0 2 33 <</Type/Catalog/Pages 2 0 R>>    <</Type/Pages/Kids[]/Count 0>>"
	fmt.Fprintf(&b, "3 0 obj\n<</Type/ObjStm/N 2/First 9/Length %d>>\nstream\n%s\nendstream\nendobj\n", len(inside), inside)
	refs := b.Len()
	rows := []byte{2, 3, 0, 2, 3, 1, 1, byte(objects), 0, 1, byte(refs), 0}
	fmt.Fprintf(&b, "4 0 obj\n<</Type/XRef/W[1 1 1]/Index[1 4]/Size 5/Root 1 0 R/Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF", len(rows), rows, refs)
	return b.Bytes()
}

func TestPacked(t *testing.T) {
	if r := Check(packed(), "2b"); r.Unreadable != "" {
		t.Error(r.Unreadable)
	}
}

// FuzzCheck: no file makes the checker panic, or takes long.
func FuzzCheck(f *testing.F) {
	f.Add([]byte(small))
	f.Add(bytes.Replace([]byte(small), []byte("/Length 0"), []byte("/Length 4000"), 3))
	f.Add(packed())
	f.Fuzz(func(t *testing.T, data []byte) {
		onPanic = func(p any, stack []byte) { t.Errorf("%v\n%s", p, stack) }
		start := time.Now()
		Check(data)
		Check(data, "ua1", "3a", "2u")
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%d bytes took %v", len(data), d)
		}
	})
}
