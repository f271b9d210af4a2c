package fontfile

import (
	"math"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationserifregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

func TestNames(t *testing.T) {
	for name, want := range map[string]string{
		"A": "A", "eacute": "é", "uni20AC": "€", "u1F600": "😀", "f_i": "fi", "A.swash": "A", "uni00410042": "AB", "g23": "", ".notdef": "", "uniXX": "",
	} {
		if got := Unicode(name); got != want {
			t.Errorf("%s is %q, not %q", name, got, want)
		}
	}
	if e := Encoding("WinAnsiEncoding"); len(e) != 256 || e[0x80] != "Euro" || e['A'] != "A" {
		t.Error("WinAnsiEncoding is broken")
	}
	if len(lists()["mac"]) != 258 || len(lists()["cff"]) != 391 {
		t.Error("the standard names aren't all there")
	}
}

// The glyphs and widths of a TrueType font are those that another reader finds.
func TestTrueType(t *testing.T) {
	f, err := ParseTrueType(liberationserifregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	ref, err := sfnt.Parse(liberationserifregular.TTF)
	if err != nil {
		t.Fatal(err)
	}
	var b sfnt.Buffer
	units := fixed.Int26_6(ref.UnitsPerEm())
	m := f.Cmap(3, 1)
	if m == nil || f.Glyphs != ref.NumGlyphs() {
		t.Fatalf("%d glyphs, not %d", f.Glyphs, ref.NumGlyphs())
	}
	for r := rune(0x20); r < 0x2200; r++ {
		want, err := ref.GlyphIndex(&b, r)
		if err != nil {
			t.Fatal(err)
		}
		got := m.Glyph(int(r))
		if got != int(want) {
			t.Fatalf("%U is glyph %d, not %d", r, got, want)
		}
		advance, err := ref.GlyphAdvance(&b, want, units, font.HintingNone)
		if err != nil {
			t.Fatal(err)
		}
		width, ok := f.Width(got)
		if wide := float64(advance) * 1000 / float64(units); !ok || math.Abs(width-wide) > 0.5 {
			t.Fatalf("%U is %v wide, not %v", r, width, wide)
		}
		if name, err := ref.GlyphName(&b, want); err == nil && name != "" && want > 0 {
			if g, ok := f.Named(name); !ok || g != got {
				if again, _ := ref.GlyphName(&b, sfnt.GlyphIndex(g)); again != name {
					t.Fatalf("%s is glyph %d, not %d", name, g, got)
				}
			}
		}
	}
}

func TestCMap(t *testing.T) {
	tokens := []Token{
		{Kind: 's', Bytes: "\x00\x00"}, {Kind: 's', Bytes: "\xff\xff"}, {Kind: 'w', Bytes: "endcodespacerange"},
		{Kind: 's', Bytes: "\x00\x10"}, {Kind: 's', Bytes: "\x00\x1f"}, {Kind: 'n', Int: 100}, {Kind: 'w', Bytes: "endcidrange"},
		{Kind: 's', Bytes: "\x00\x20"}, {Kind: 's', Bytes: "\x00\x22"}, {Kind: 's', Bytes: "\x00A"}, {Kind: 'w', Bytes: "endbfrange"},
		{Kind: 's', Bytes: "\x00\x30"}, {Kind: 's', Bytes: "\x00\x31"}, {Kind: '['}, {Kind: 's', Bytes: "\x00x"}, {Kind: 's', Bytes: "\x00f\x00i"}, {Kind: ']'}, {Kind: 'w', Bytes: "endbfrange"},
		{Kind: '/', Bytes: "WMode"}, {Kind: 'n', Int: 1}, {Kind: 'w', Bytes: "def"},
	}
	m := ParseCMap(func() (Token, bool) {
		if len(tokens) == 0 {
			return Token{}, false
		}
		x := tokens[0]
		tokens = tokens[1:]
		return x, true
	})
	if c, size, cid, ok := m.Next("\x00\x12rest"); c != 0x12 || size != 2 || cid != 102 || !ok || m.MaxCID != 115 || m.WMode != 1 {
		t.Errorf("%x %d %d %v %d", c, size, cid, ok, m.MaxCID)
	}
	for code, want := range map[uint32]string{0x20: "A", 0x22: "C", 0x30: "x", 0x31: "fi", 0x40: ""} {
		if got, _ := m.Text(code, 2); got != want {
			t.Errorf("%x is %q, not %q", code, got, want)
		}
	}
}

// The codes of predefined CMaps are parted by their ranges, whose CIDs aren't known.
func TestPredefined(t *testing.T) {
	for _, c := range []struct {
		name, text string
		sizes      []int
	}{
		{"Identity-H", "\x00A\x12\x34", []int{2, 2}},
		{"90ms-RKSJ-H", "A\x82\xa0\xb1z", []int{1, 2, 1, 1}},
		{"GBK2K-V", "A\x81\x30\x81\x30\xb0\xa1", []int{1, 4, 2}},
		{"UniJIS-UTF16-H", "\x00A\xd8\x40\xdc\x0b", []int{2, 4}},
		{"EUC-H", "\x8e\xb1\xa4\xa2 ", []int{2, 2, 1}},
	} {
		m := Predefined(c.name)
		rest := c.text
		for _, want := range c.sizes {
			_, size, _, found := m.Next(rest)
			if size != want || found != (c.name == "Identity-H") {
				t.Errorf("%s: the code at %q has %d bytes, not %d; its CID is known: %t", c.name, rest, size, want, found)
			}
			rest = rest[size:]
		}
	}
	if m := Predefined("KSCms-UHC-V"); m.Ordering != "Korea1" || m.Supplement != 1 || m.WMode != 1 || m.Maps() {
		t.Errorf("KSCms-UHC-V is %+v", m)
	}
	if Predefined("Other") != nil || len(predefined()) != 61 {
		t.Errorf("%d CMaps are predefined", len(predefined()))
	}
}
