package columns

import (
	"fmt"
	"strings"
	"testing"
)

// TestPointsBetween has labels of a known set with points between them that nobody chose.
func TestPointsBetween(t *testing.T) {
	for _, c := range []struct {
		labels string // each with its number of answers in a question
		want   string
		asked  bool
	}{
		{"Tidak Pernah 9, Sangat Jarang 6, Jarang 9, Sering 8, Selalu 8", "Tidak Pernah < Sangat Jarang < Jarang < Sering < Selalu", false},
		{"Tidak Pernah 9, Sangat Jarang 6, Jarang 9, Sering 8, Sangat Sering 8", "Tidak Pernah < Sangat Jarang < Jarang < Sering < Sangat Sering", false},
		{"Tidak Pernah 9, Jarang 9, Sering 8, Sangat Sering 6, Selalu 8", "Tidak Pernah < Jarang < Sering < Sangat Sering < Selalu", false},
		// Too few answers to tell.
		{"Tidak Pernah 3, Sangat Jarang 3, Jarang 2, Sering 2, Selalu 3", "Tidak Pernah < Sangat Jarang < Jarang < Kadang-kadang < Sering < Sangat Sering < Selalu", true},
		// A neutral label has as many points above as below.
		{"Sangat Tidak Setuju 9, Tidak Setuju 9, Netral 9, Sangat Setuju 9", "Sangat Tidak Setuju < Tidak Setuju < Netral < Setuju < Sangat Setuju", true},
		// So few are at the end that few would be at the point before it.
		{"Sangat Buruk 1, Cukup 9, Baik 20, Sangat Baik 9", "Sangat Buruk < Buruk < Cukup < Baik < Sangat Baik", true},
	} {
		var in []string
		for k := range 3 {
			col := fmt.Sprintf("Pertanyaan %c", 'A'+k)
			for _, l := range strings.Split(c.labels, ", ") {
				at := strings.LastIndexByte(l, ' ')
				var n int
				fmt.Sscan(l[at:], &n)
				col += strings.Repeat("|"+l[:at], n)
			}
			in = append(in, col)
		}
		_, scales := Classify(read(t, in...))
		if len(scales) != 1 || scales[0].order() != c.want || (len(scales[0].Asked) > 0) != c.asked {
			t.Errorf("%s: %s, asked %v", c.labels, scales[0].order(), scales[0].Asked)
		}
	}
}
