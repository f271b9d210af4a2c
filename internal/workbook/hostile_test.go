package workbook

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/lang"
)

// hostile are texts that a study may bring along.
var hostile = []string{
	"=1+1", "+SUM(A1)", "-2+3", "@SUM(A1)", "=HYPERLINK(\"http://example.org\")", "\t=1", "'=1",
	"<b>&amp;</b> ]]> \"x\"", "_x0041_ _x000D_", "emoji 😀👩‍👩‍👧 中文 العربية", "a\x00b\x07c\x1bd\uFFFEe\x7f", "\xff\xfe broken",
	"  spaces  ", "*", "**bold** and [link](http://example.org) \\* `code`", "&L&\"Arial\"&A", "{item} {r:3} %d",
	strings.Repeat("panjang ", 9000), strings.Repeat("😀", 40000), strings.Repeat("x", 70000),
}

// TestHostile: whatever labels hold, the workbook opens, no cell holds a
// formula, and no text is longer than a cell.
func TestHostile(t *testing.T) {
	n := len(hostile)
	in := made(t, fmt.Sprintf("title: T\nscale: {min: 1, max: %d}\nconstructs: [{id: a, items: [%s]}]\nresponses: x.csv\n", n, items(n)),
		strings.Repeat("1", n), strings.Repeat("2", n), strings.Repeat("3", n))
	c := &in.Study.Constructs[0]
	in.Study.Title, c.Label = lang.Same(hostile[0]), lang.Text{lang.ID: hostile[n-1], lang.EN: hostile[n-2]}
	for i, s := range hostile {
		c.Items[i].Label, c.Items[i].Statement = lang.Text{lang.ID: s, lang.EN: "x " + s}, lang.Same(s)
		c.Scale.Points[i].Label, c.Scale.Points[i].Code = lang.Text{lang.ID: s, lang.EN: "x " + s}, s
	}
	data := write(t, in)
	noFormulas(t, data)
	f := open(t, data)
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range rows {
			for j, cell := range r {
				if n := len(utf16.Encode([]rune(cell))); n > excelize.TotalCellChars || !utf8.ValidString(cell) || strings.ContainsAny(cell, "\x00\x07\x1b\uFFFE") {
					t.Errorf("%s: the cell in row %d, column %d has %d units", name, i+1, j+1, n)
				}
			}
		}
	}
	scale := read(t, f, "Skala - Scale", true, "Nilai")
	for i, s := range hostile {
		if got := scale.at(fmt.Sprint(i+1), "Kode"); got != clean(s) {
			t.Errorf("the code %.40q is written as %.40q", s, got)
		}
	}
}

// items are the ids of n items.
func items(n int) string {
	ids := make([]string, n)
	for i := range ids {
		ids[i] = fmt.Sprintf("H%d", i)
	}
	return strings.Join(ids, ", ")
}

// noFormulas holds that no sheet has an element f, and no link leaves the file.
func noFormulas(t *testing.T, data []byte) {
	t.Helper()
	sheets := 0
	for name, text := range parts(t, data) {
		if strings.HasPrefix(name, "xl/worksheets/sheet") {
			sheets++
			if strings.Contains(text, "<f>") || strings.Contains(text, "<f ") {
				t.Errorf("%s holds a formula", name)
			}
		}
		if strings.Contains(text, `TargetMode="External"`) {
			t.Errorf("%s points out of the file", name)
		}
	}
	if sheets < 11 {
		t.Errorf("only %d sheets", sheets)
	}
}

// TestPlain: emphasis is left out, everything else stays as it was written.
func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		"implementasi *Whole of Government* (WoG)": "implementasi Whole of Government (WoG)",
		"1. Penerapan": "1. Penerapan", "# a": "# a", "- a": "- a", "2 * 3 * 4": "2 * 3 * 4", `a \* b`: "a * b", "": "",
		"<b> & `c` |": "<b> & `c` |", "snake_case_name": "snake_case_name", "two\n lines": "two lines",
	} {
		if got := plain(in); got != want {
			t.Errorf("plain(%q) is %q, want %q", in, got, want)
		}
	}
}

// FuzzPlain: no text breaks a cell.
func FuzzPlain(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, got := range []string{plain(s), clean(s)} {
			if n := len(utf16.Encode([]rune(got))); n > maxUnits+1 || !utf8.ValidString(got) || strings.ContainsAny(got, "\x00\x0b\r\x1f") {
				t.Errorf("%q became %q of %d units", s, got, n)
			}
		}
	})
}
