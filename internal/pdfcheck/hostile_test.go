package pdfcheck

import (
	"fmt"
	"strings"
	"testing"

	"wogreport/internal/costtest"
)

// chained is a file whose objects from 10 on refer to the next one: each verb of a
// format is its number.
func chained(catalog, page string, length int, format string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "%%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R%s>> endobj\n2 0 obj <</Kids[3 0 R]>> endobj\n3 0 obj <</Type/Page %s>> endobj\n", catalog, page)
	for i := range length {
		next := fmt.Sprintf("%d 0 R", 11+i)
		fmt.Fprintf(&b, "%d 0 obj %s endobj\n", 10+i, strings.ReplaceAll(format, "NEXT", next))
	}
	b.WriteString("trailer <</Root 1 0 R>>")
	return []byte(b.String())
}

// drawn is a file with a page of some content, a part of it many times.
func drawn(before, part string, times int) []byte {
	return []byte("%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids[3 0 R]>> endobj 3 0 obj <</Type/Page/Contents 4 0 R>> endobj\n" +
		"4 0 obj <<>> stream\n" + before + strings.Repeat(part, times) + "\nendstream endobj trailer <</Root 1 0 R>>")
}

// Objects that are reached in very many ways, and nesting without end, cost little.
func TestHostile(t *testing.T) {
	onPanic = func(p any, stack []byte) { t.Errorf("%v\n%s", p, stack) }
	defer func() { onPanic = nil }()
	form := "<</Subtype/Form/Resources<</XObject<</F NEXT>>>>/Length 99>> stream\nq /F Do Q 1 0 0 rg /F Do 0 g /F Do 1 Tr /F Do /P BMC /F Do EMC /Artifact BMC /F Do EMC\nendstream"
	for name, data := range map[string][]byte{
		"pages":        chained("/Pages<</Kids 10 0 R>>", "", 40, "[<</Kids NEXT>><</Kids NEXT>>]"),
		"actions":      chained("/OpenAction<</S/GoTo/Next 10 0 R>>", "", 40, "[<</S/GoTo/Next NEXT>><</S/GoTo/Next NEXT>>]"),
		"renditions":   chained("/OpenAction<</S/Rendition/R<</R 10 0 R>>>>", "", 40, "["+strings.Repeat("<</R NEXT>>", 50)+"]"),
		"structure":    chained("/StructTreeRoot<</K 10 0 R>>", "", 40, "[<</S/P/K NEXT>><</S/P/K NEXT>>]"),
		"names":        chained("/Names<</JavaScript<</Kids 10 0 R>>>>", "", 40, "[<</Kids NEXT>><</Kids NEXT>>]"),
		"layers":       chained("/OCProperties<</OCGs[]/D<</Order 10 0 R>>>>", "", 40, "[NEXT NEXT]"),
		"fields":       chained("/AcroForm<</Fields 10 0 R>>", "", 40, "[<</T(a)/Kids NEXT>><</T(b)/Kids NEXT>>]"),
		"halftones":    chained("", "/Contents 50 0 R/Resources<</ExtGState<</E<</HT 10 0 R>>>>>>", 41, "<</HalftoneType 5"+strings.Repeat("/a NEXT/b NEXT/c NEXT", 9)+">>"),
		"colours":      chained("", "/Group<</S/Transparency/CS[/DeviceN[/a]/DeviceGray null<</Colorants 10 0 R>>]>>", 20, "<<"+colorants(20)+">>"),
		"separations":  chained("", "/Group<</S/Transparency/CS[/DeviceN[/a]/DeviceGray null<</Colorants<</a[/Separation/s/DeviceGray 10 0 R]/b[/Separation/s/DeviceGray 11 0 R]>>>>]>>", 60, "[NEXT NEXT]"),
		"forms":        chained("", "/Contents 10 0 R/Resources<</XObject<</F 10 0 R>>>>", 30, form),
		"states":       drawn("", "q ", 1_000_000),
		"sequences":    drawn("", "/P BMC ", 300_000),
		"in sequences": drawn(strings.Repeat("/P BMC ", 100_000), "0 0 1 1 re f ", 100_000),
		"arrays":       drawn("", "[", 1_000_000),
		"associated":   chained("/AF["+numbered(10, 5_000)+"]", "", 5_000, "<</Type/Filespec/EF<<>>>>"),
		"classes": chained("/StructTreeRoot<</ClassMap<</c["+strings.Repeat("<</O/X>>", 1000)+"]>>/K<</S/Table/K<</S/TR/K["+
			strings.Repeat("<</S/TD/C["+strings.Repeat("/c", 1000)+"]>>", 200)+"]>>>>>>", "", 1, "null"),
		"roles":    chained("/StructTreeRoot<</RoleMap<<"+roles(5_000)+">>/K["+strings.Repeat("<</S/A0>>", 5_000)+"]>>", "", 1, "null"),
		"tables":   chained("/StructTreeRoot<</K["+strings.Repeat("<</S/Table/K[<</S/TR/K[<</S/TD/A<</O/Table/ColSpan 1000000>>>>]>><</S/TR>><</S/TR>>]>>", 500)+"]>>", "", 1, "null"),
		"spaces":   chained("/Metadata 10 0 R", "", 1, "<</Type/Metadata/Subtype/XML>> stream\n<a"+declared(10_000)+"/>\nendstream"),
		"strings":  endless("(", 30_000),
		"digits":   endless("<", 30_000),
		"trailers": []byte(string(drawn("", "", 0)) + strings.Repeat("trailer(", 30_000)),
		"widths":   chained("", "/Contents 10 0 R/Resources<</Font<</F<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</W["+strings.Repeat("0 65535 1 ", 20_000)+"]>>]>>>>>>", 1, "<<>> stream\nBT /F 1 Tf (ab) Tj ET\nendstream"),
	} {
		clock := costtest.Start()
		Check(data, "ua1", "2a")
		if took, over := clock.TooLong(); over {
			t.Errorf("%s: %d bytes took %v", name, len(data), took)
		}
	}
}

// endless is a file of objects that begin and don't end.
func endless(with string, count int) []byte {
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	for i := range count {
		fmt.Fprintf(&b, "%d 0 obj%s\n", i+1, with)
	}
	return []byte(b.String())
}

// roles maps each of so many types to the next.
func roles(count int) string {
	var b strings.Builder
	for i := range count {
		fmt.Fprintf(&b, "/A%d/A%d", i, i+1)
	}
	return b.String()
}

// declared are declarations of so many prefixes.
func declared(count int) string {
	var b strings.Builder
	for i := range count {
		fmt.Fprintf(&b, " xmlns:p%d=\"u\"", i)
	}
	return b.String()
}

// numbered are references to so many objects.
func numbered(from, count int) string {
	var b strings.Builder
	for i := range count {
		fmt.Fprintf(&b, "%d 0 R ", from+i)
	}
	return b.String()
}

// colorants are colour spaces whose own colorants are the next object's.
func colorants(count int) string {
	var b strings.Builder
	for i := range count {
		fmt.Fprintf(&b, "/c%d[/DeviceN[/a]/DeviceGray null<</Colorants NEXT>>]", i)
	}
	return b.String()
}
