package lang

import (
	"math"
	"strconv"
	"strings"
	"testing"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		v   float64
		dec int
		id  string
		en  string
	}{
		{55.38461538461539, 1, "55,4", "55.4"},
		{0.6769061752051534, 3, "0,677", "0.677"},
		{0.7302686759101957, 3, "0,730", "0.730"},
		{1250, 0, "1.250", "1,250"},
		{1234567.891, 2, "1.234.567,89", "1,234,567.89"},
		// Half away from zero, where half to even would say 6.2, 2 and −2.
		{6.25, 1, "6,3", "6.3"},
		{2.5, 0, "3", "3"},
		{-2.5, 0, "−3", "−3"},
		// Decimals that binary arithmetic keeps a hair below.
		{1.005, 2, "1,01", "1.01"},
		{2.675, 2, "2,68", "2.68"},
		{0.285 * 100, 0, "29", "29"},
		{9.995, 2, "10,00", "10.00"},
		{99.95, 1, "100,0", "100.0"},
		{0.05, 1, "0,1", "0.1"},
		{0.04, 1, "0,0", "0.0"},
		{0.0004, 3, "0,000", "0.000"},
		{0.0005, 3, "0,001", "0.001"},
		{-0.0004, 3, "0,000", "0.000"}, // no negative zero
		{math.Copysign(0, -1), 1, "0,0", "0.0"},
		{-0.677, 3, "−0,677", "−0.677"},
		{0, 0, "0", "0"},
		{0.5, 0, "1", "1"},
		{1e-300, 3, "0,000", "0.000"},
		{123456789012345680, 0, "123.456.789.012.346.000", "123,456,789,012,346,000"},
	} {
		if got := Number(ID, c.v, c.dec); got != c.id {
			t.Errorf("Number(ID, %v, %d) = %q, want %q", c.v, c.dec, got, c.id)
		}
		if got := Number(EN, c.v, c.dec); got != c.en {
			t.Errorf("Number(EN, %v, %d) = %q, want %q", c.v, c.dec, got, c.en)
		}
	}
}

func TestPValueAndWords(t *testing.T) {
	for _, c := range [][2]string{
		{PValue(ID, 0.0124), "p = 0,012"},
		{PValue(EN, 0.00049), "p < 0.001"},
		{PValue(EN, 0.0005), "p < 0.001"},
		{PValue(ID, 0.00099), "p < 0,001"},
		{PValue(EN, 0.001), "p = 0.001"},
		{PValue(EN, 0.0007, 0.0005), "p = 0.0007"},
		{PValue(EN, 0.0004, 0.0005), "p < 0.0005"},
		{Percent(ID, 55.38, 1), "55,4%"},
		{Int(ID, 1250), "1.250"},
		{And(ID, []string{"a", "b"}), "a dan b"},
		{And(EN, []string{"a", "b", "c"}), "a, b, and c"},
		{And(EN, []string{"a and b", "c"}), "a and b and c"},
		{Clauses(EN, []string{"a and b (1)", "c and d (2)", "e"}), "a and b (1); c and d (2); and e"},
		{Clauses(ID, []string{"a dan b (1)", "c"}), "a dan b (1); serta c"},
		{Clauses(ID, []string{"a"}), "a"},
		{AndEach(EN, "of", []string{"a", "c"}), "of a and c"},
		{AndEach(EN, "of", []string{"a and b", "c"}), "of a and b and of c"},
		{AndEach(EN, "of", []string{"a and b", "c", "d"}), "of a and b, of c, and of d"},
		{AndEach(EN, "on", []string{"the a of b", "c to d"}), "on the a of b and on c to d"},
		{AndEach(EN, "on", []string{"a", "c to d"}), "on a and c to d"},
		{AndEach(EN, "on", []string{"the a of b", "c", "d"}), "on the a of b, c, and d"},
		{AndEach(EN, "on", []string{"a and b"}), "on a and b"},
		{AndEach(ID, "pada", []string{"a dan b", "c"}), "pada a dan b serta pada c"},
		{AndEach(ID, "pada", []string{"a dan b", "c", "d"}), "pada a dan b, c, serta d"},
		{AndEach(ID, "pada", []string{"a terhadap b", "c"}), "pada a terhadap b dan pada c"},
		{OrEach(EN, "on", []string{"a", "b and c"}), "on a or on b and c"},
		{OrEach(ID, "pada", []string{"a", "b"}), "pada a atau b"},
		{And(EN, []string{"a and b", "c", "d"}), "a and b, c, and d"},
		{And(ID, []string{"a", "b dan c"}), "a serta b dan c"},
		{And(ID, []string{"“a dan b”", "c (d dan e)"}), "“a dan b” dan c (d dan e)"},
		{Or(ID, []string{"a", "b", "c"}), "a, b, atau c"},
		{And(ID, nil), ""},
	} {
		if c[0] != c[1] {
			t.Errorf("got %q, want %q", c[0], c[1])
		}
	}
}

// FuzzNumber: the text, read back, is within half a unit of its last place,
// and it is never "-0".
func FuzzNumber(f *testing.F) {
	for _, v := range []float64{0, 1, -1, 0.5, 1e-9, 123456.789, 99.9999, -0.049999} {
		f.Add(v, uint8(2))
	}
	f.Fuzz(func(t *testing.T, v float64, d uint8) {
		dec := int(d % 6)
		if math.IsNaN(v) || math.Abs(v) > 1e9 {
			t.Skip()
		}
		s := string(appendFixed(nil, v, dec))
		got, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatalf("fixed(%v, %d) = %q: %v", v, dec, s, err)
		}
		unit := math.Pow(10, -float64(dec))
		if math.Abs(got-v) > unit/2*(1+1e-6)+math.Abs(v)*1e-14 {
			t.Errorf("fixed(%v, %d) = %q", v, dec, s)
		}
		if strings.HasPrefix(s, "-") && got == 0 {
			t.Errorf("fixed(%v, %d) = %q is a negative zero", v, dec, s)
		}
	})
}
