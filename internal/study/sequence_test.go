package study

import (
	"slices"
	"strings"
	"testing"
)

// TestSequenceOf: names that follow one another by a number or in time, and those that
// stand beside each other.
func TestSequenceOf(t *testing.T) {
	for _, c := range []struct {
		column, names string // in their order
		want          Sequence
	}{
		{"Angkatan", "Angkatan I|Angkatan II|Angkatan IX|Angkatan X", ByNumber},
		{"", "Angkatan 2|Angkatan 10", ByNumber},
		{"Angkatan", "I|II|IV", ByNumber},
		{"Angkatan", "101|102", ByNumber},
		{"Kelompok", "Gelombang 1|Gelombang 2", ByNumber},
		{"Batch", "Batch-3 2026|Batch-12 2026", ByNumber},
		{"Angkatan", "Pelatihan Dasar Angkatan ke-1|Pelatihan Dasar Angkatan ke-2", ByNumber},
		{"Angkatan", "Angkatan 1 Tahun 2025|Angkatan 1 Tahun 2026|Angkatan 2 Tahun 2025", NoSequence}, // two numbers
		{"Angkatan", "Angkatan I|Kelas II", NoSequence},
		{"Kelas", "Kelas 1|Kelas 2", NoSequence}, // beside each other
		{"Ruang", "101|102", NoSequence},
		{"Angkatan", "Kelas A|Kelas B", NoSequence},
		{"Angkatan", "Angkatan A|Angkatan B", NoSequence},
		{"Angkatan", "Budi|Siti", NoSequence},

		{"Angkatan", "2024|2025", ByTime},
		{"Tahun", "Tahun 2024|Tahun 2025", ByTime},
		{"Tahun ajaran", "2021/2022|2022/2023", ByTime},
		{"", "TA 2021-2022|TA 2022-2023", ByTime},
		{"", "2025-03|2025-11", ByTime},
		{"", "Januari 2026|Februari 2026|Maret 2026|Desember 2026", ByTime},
		{"", "Des. 2025|Jan. 2026|Agt. 2026", ByTime},
		{"", "2025-03-01|2025-04-07", ByTime},
		{"", "3 Maret 2026|1 April 2026", ByTime},
		{"", "Triwulan IV 2025|Triwulan I 2026", ByTime},
		{"", "Q1 2026|Q2 2026", ByTime},
		{"", "Semester 2 2025|Semester 1 2026", ByTime},
		{"", "Semester Genap 2022/2023|Semester Ganjil 2023/2024|Semester Genap 2023/2024", ByTime},
		{"", "Semester Ganjil 2023|Semester Ganjil 2024", ByTime},
		{"", "Semester Ganjil 2023|Semester Genap 2023", NoSequence}, // which is first?
		{"", "2024|Maret 2025", NoSequence},
		{"", "2021/2023|2022/2024", NoSequence},
		{"", "Kelas A 2025|Kelas A 2026", NoSequence},
	} {
		names := strings.Split(c.names, "|")
		got, compare := SequenceOf(names, c.column)
		if got != c.want {
			t.Errorf("%s under %q is a sequence of kind %d, want %d", c.names, c.column, got, c.want)
			continue
		}
		turned := slices.Clone(names)
		slices.Reverse(turned)
		if slices.SortStableFunc(turned, compare); !slices.Equal(turned, names) && got != NoSequence {
			t.Errorf("%s are put into the order %q", c.names, turned)
		}
	}
}
