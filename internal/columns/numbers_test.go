package columns

import "testing"

// TestAlike puts what everybody answered alike at the end of a list of items, or before it.
func TestAlike(t *testing.T) {
	for _, c := range []struct {
		name  string
		heads []string // of two items, the column, and two more items where it is the first
		first bool
		value string
		want  Kind
	}{
		{"the last number", []string{"1. Materi jelas", "2. Ruang nyaman", "3. Konsumsi memadai"}, false, "4", Likert},
		{"the first number", []string{"1) Materi jelas", "2) Ruang nyaman", "3) Konsumsi memadai"}, true, "4", Likert},
		{"a word and a number", []string{"Soal 1", "Soal 2", "Soal 3"}, false, "5", Likert},
		{"the first word and number", []string{"Pernyataan 1", "Pernyataan 2", "Pernyataan 3"}, true, "5", Likert},
		{"a number further on", []string{"1. Materi jelas", "2. Ruang nyaman", "7. Konsumsi memadai"}, false, "4", Constant},
		{"another list", []string{"Soal 1", "Soal 2", "Kelas 3"}, false, "4", Constant},
		{"beyond the scale", []string{"Soal 1", "Soal 2", "Soal 3"}, false, "9", Constant},
		{"below the scale", []string{"Soal 1", "Soal 2", "Soal 3"}, false, "0", Constant},
		{"who they are", []string{"1. Angkatan", "2. Materi jelas", "3. Ruang nyaman"}, true, "3", Constant},
		{"no list", []string{"Materi jelas", "Ruang nyaman", "Konsumsi memadai"}, false, "4", Constant},
	} {
		values := []string{"|4|5|3|4|2|1", "|3|4|4|5|2|1", "|" + c.value}
		at := 2
		if c.first {
			values[0], values[2], at = values[2], values[0], 0
		}
		var in []string
		for i, h := range c.heads {
			in = append(in, h+values[i])
		}
		cols, _ := Classify(read(t, in...))
		if got := cols[at].Kind; got != c.want {
			t.Errorf("%s: %q is %q (%s), want %q", c.name, c.heads[at], got, cols[at].Why, c.want)
		}
	}
}
