package pdfcheck

import (
	"fmt"
	"slices"
	"testing"
)

// A predefined CMap tells its collection and which bytes are a code, so that rules of
// both hold: here of 90ms-RKSJ-H, which is of Adobe-Japan1-2.
func TestPredefinedCMaps(t *testing.T) {
	for _, c := range []struct {
		supplement      int
		ordering, texts string
		breaks          []string
	}{
		{2, "Japan1", "", nil},
		{3, "Japan1", "", []string{"7.21.3.1-t01"}},
		{2, "Korea1", "", []string{"7.21.3.1-t01"}},
		{2, "Japan1", "<82a0> <3042>", nil},
		{2, "Japan1", "<82a0> <0000>", []string{"7.21.7-t02"}},
		{2, "Japan1", "<41> <feff>", []string{"7.21.7-t02"}},
		{2, "Japan1", "<82> <0000>", nil}, // no code that is shown
	} {
		font := fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/90ms-RKSJ-H/ToUnicode 11 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/X"+
			"/CIDSystemInfo<</Registry(Adobe)/Ordering(%s)/Supplement %d>>/FontDescriptor<<>>>>]>>", c.ordering, c.supplement)
		data := fmt.Appendf(nil, "%%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids[3 0 R]>> endobj 3 0 obj <</Type/Page/Contents 10 0 R/Resources<</Font<</F %s>>>>>> endobj\n"+
			"10 0 obj <<>> stream\nBT /F 1 Tf <82a041> Tj ET\nendstream endobj\n11 0 obj <<>> stream\n1 beginbfchar %s endbfchar\nendstream endobj trailer <</Root 1 0 R>>", font, c.texts)
		var found []string
		for _, v := range Check(data, UA1).Violations {
			if slices.Contains([]string{"7.21.3.1-t01", "7.21.3.3-t01", "7.21.7-t01", "7.21.7-t02"}, v.Rule) {
				found = append(found, v.Rule)
			}
		}
		if !slices.Equal(found, c.breaks) {
			t.Errorf("%s %d, text %q: it breaks %v, not %v", c.ordering, c.supplement, c.texts, found, c.breaks)
		}
	}
}

// A line names what is wrong in words that a terminal can show.
func TestLine(t *testing.T) {
	for want, v := range map[string]Violation{
		"ua1 7.2-t16: a (once part of 7.2-t03)": {Profile: UA1, Rule: "7.2-t16", Was: "7.2-t03", Sentence: "a"},
		"ua1 7.1-t05: a (object 3)":             {Profile: UA1, Rule: "7.1-t05", Sentence: "a", Object: 3},
		"ua1 7.1-t05: a: Em, page 2":            {Profile: UA1, Rule: "7.1-t05", Sentence: "a", Detail: "Em", Page: 2},
		"2b 6.1.2-t01: a: b, page 1 (object 7)": {Profile: "2b", Rule: "6.1.2-t01", Sentence: "a", Detail: "b", Page: 1, Object: 7},
	} {
		if got := v.String(); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
	if got := plain("a\x1b[2J\n\xff" + string(make([]byte, 100))); len([]rune(got)) != longestDetail || got[:7] != "a?[2J??" {
		t.Errorf("%q", got)
	}
}
