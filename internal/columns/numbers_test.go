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

// TestAmid puts columns whose headers are those of sums or counts between items, or behind them.
func TestAmid(t *testing.T) {
	for _, c := range []struct {
		column        string
		want          Kind
		unsure, doubt bool
		last          bool
	}{
		{"Jumlah petugas|4|5|3|4|2|4", Likert, false, true, false},
		{"Nilai tambah|4|5|3|4|2|4", Likert, false, true, false},
		{"Frekuensi pendampingan|4|5|3|4|2|4", Likert, false, true, false},
		{"Grade fairness|4|5|3|4|2|4", Likert, false, true, false},
		{"Jumlah petugas memadai|4|5|3|4|2|4", Likert, false, false, false},
		{"Jumlah petugas|4|5|3|4|2|4", Score, true, false, true},
		{"Frekuensi pendampingan|4|5|3|4|2|4", Number, true, false, true},
		{"Konsumsi memadai|4", Constant, true, false, true},
		{"Angkatan|4", Constant, false, false, true},
		{"Media - TV|1||||", Constant, false, false, true},
		{"Jumlah petugas|4|7|3|4|2|4", Score, false, false, false}, // beyond the items
		{"Jumlah petugas|4|0|3|4|2|4", Score, false, false, false},
		{"Jumlah anak|4|1|3|4|2|4", Score, false, false, false},
		{"Jumlah kunjungan|4|1|3|4|2|4", Score, false, false, false},
		{"Nilai akhir|4|1|3|4|2|4", Score, false, false, false},
		{"Total|4|1|3|4|2|4", Score, false, false, false},
		{"Frekuensi pelatihan setahun|4|1|3|4|2|4", Number, false, false, false},
		{"Berapa kali ikut pelatihan|4|1|3|4|2|4", Number, false, false, false},
		{"Semester|4|1|3|4|2|4", Number, false, false, false},
	} {
		in := []string{"Materi jelas|4|5|3|4|2|1", c.column, "Ruang nyaman|3|4|4|5|2|1"}
		at := 1
		if c.last {
			in[1], in[2], at = in[2], in[1], 2
		}
		cols, _ := Classify(read(t, in...))
		if got := cols[at]; got.Kind != c.want || got.Unsure != c.unsure || got.Doubt.IsZero() == c.doubt {
			t.Errorf("%s is %q (%s), in doubt %v, unsure %v", c.column, got.Kind, got.Why, !got.Doubt.IsZero(), got.Unsure)
		}
	}
}
