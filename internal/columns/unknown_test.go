package columns

import (
	"fmt"
	"strings"
	"testing"
)

// TestPartsOfScales has batteries some of whose questions lack the answer at an end, or hardly have it: what
// is left of the labels is a known set by itself.
func TestPartsOfScales(t *testing.T) {
	for _, c := range []struct{ labels, want string }{
		{"Sangat Kurang Puas|Kurang Puas|Cukup Puas|Puas|Sangat Puas", "Sangat Kurang Puas < Kurang Puas < Cukup Puas < Puas < Sangat Puas"},
		{"Buruk|Kurang Baik|Cukup Baik|Baik|Sangat Baik", "Buruk < Kurang Baik < Cukup Baik < Baik < Sangat Baik"},
		{"Kurang|Cukup|Baik|Sangat Baik|Istimewa", "Kurang < Cukup < Baik < Sangat Baik < Istimewa"},
		{"Sangat Kurang|Kurang|Cukup|Baik|Sangat Baik", "Sangat Kurang < Kurang < Cukup < Baik < Sangat Baik"},
	} {
		labels := strings.Split(c.labels, "|")
		var in []string
		for k := range 6 {
			col := fmt.Sprintf("Pertanyaan %c", 'A'+k)
			for i := range 60 {
				v := labels[1+(i+k)%4]
				if k%3 > 0 && i%15 == 0 || k == 4 && i == 7 { // in a third of the questions nobody has it
					v = labels[0]
				}
				col += "|" + v
			}
			in = append(in, col)
		}
		cols, scales := Classify(read(t, in...))
		for _, col := range cols {
			if col.Kind != Likert || len(col.Strays) > 0 {
				t.Errorf("%s: %s is %s, with the strays %v", c.labels, col.Header, col.Kind, col.Strays)
			}
		}
		if len(scales) != 1 || scales[0].order() != c.want {
			t.Errorf("%s: %d scales, the first %s", c.labels, len(scales), scales[0].order())
		}
	}
}
