package sheet

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wogreport/internal/diag"
)

// given are answers of ten respondents to five items.
var given = [][]string{
	{"2", "1", "3", "2", "1"}, {"5", "5", "5", "3", "3"}, {"4", "5", "3", "2", "5"}, {"4", "3", "2", "1", "2"}, {"3", "4", "4", "5", "1"},
	{"1", "2", "2", "4", "4"}, {"3", "3", "1", "4", "3"}, {"4", "4", "5", "4", "2"}, {"5", "2", "3", "3", "2"}, {"2", "3", "4", "1", "5"},
}

// sheetOf is a file of text with the answers behind the first cells, and other lines before and after them.
func sheetOf(head string, first, before, after []string) string {
	lines := append([]string{head + ",Petugas ramah,Ruang bersih,Materi jelas,Waktu cukup,Biaya wajar"}, before...)
	for i, cell := range first {
		lines = append(lines, cell+","+strings.Join(given[i], ","))
	}
	return strings.Join(append(lines, after...), "\n") + "\n"
}

// read is the number of respondents in a file with some text, and what is said about it.
func read(t *testing.T, text string) (n int, said string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	var l diag.List
	s := Read(path, diag.Pos{File: path}, Options{}, &l)
	var b strings.Builder
	l.Fprint(&b)
	if s == nil {
		return -1, b.String()
	}
	return s.Len(), b.String()
}

// TestFirstAndLastRow tells a respondent whose name begins with a word of sums from a row that sums up.
func TestFirstAndLastRow(t *testing.T) {
	names := strings.Split("Ahmad Fauzi,Siti Aminah,Budi Santoso,Dewi Lestari,Rina Marlina,Joko Susilo,Agus Salim,Putri Ayu", ",")
	numbers := strings.Split("1,2,3,4,5,6,7,8", ",")
	for _, c := range []struct {
		head          string
		first         []string
		before, after string
		want          int
	}{
		{"Sekolah", names, "SD Negeri 1,3,2,2,4,1", "", 9},
		{"Instansi", names, "Sumber Daya Air,3,2,2,4,1", "", 9},
		{"Nama", names, "Bobot Susanto,3,2,2,4,1", "Median Putra,3,2,2,4,1", 10},
		{"Inisial", []string{"AH", "BU", "DW", "RI", "JO", "AG", "PU", "YU"}, "SD,3,2,2,4,1", "MAX,3,2,2,4,1\nKET,2,1,4,4,3\nN,5,2,1,4,3", 12},
		{"Nama", names, "", "Pembulatan,5,2,1,4,3", 9},
		{"Nama", names, "", "Keterangan,5,2,1,4,3", 9},
		{"Nama", names, "Bobot,2,1,2,1,2", "", 8},
		{"Nama", names, "Skor maksimal,5,5,5,5,5", "", 8},
		{"Nama", names, "Max,5,5,5,5,5", "", 8},
		{"Nama", names, "", "Max,5,5,5,5,5\nMin,1,1,1,1,1\nRata-rata,3,3,3,3,3", 8},
		{"Nama", names, "", "SD,1,1,1,1,1", 8},
		{"Nama", names, "", "Total,26", 8},
		{"No", numbers, "Bobot,2,1,2,1,2", "", 8},
		{"No", numbers, "", ",4,4,4,4,4\n,4,4,4,4,4\n,4,4,4,4,4", 11},
		{"No", numbers, "", ",5,5,5,5,5\n,1,1,1,1,1", 8},
	} {
		lines := func(s string) []string { return strings.FieldsFunc(s, func(r rune) bool { return r == '\n' }) }
		text := sheetOf(c.head, c.first, lines(c.before), lines(c.after))
		if n, said := read(t, text); n != c.want {
			t.Errorf("%d respondents, want %d in\n%s%s", n, c.want, text, said)
		}
	}
}

// TestCountsWithoutNames leaves out rows that count the answers and have no words before them.
func TestCountsWithoutNames(t *testing.T) {
	counts := []string{"1,1,1,1,2", "1,1,2,2,2", "2,2,2,1,2", "3,2,1,3,1", "1,2,2,1,1"} // of the first eight
	for _, head := range []string{"No", "Nama", ""} {
		first := strings.Split("1,2,3,4,5,6,7,8", ",")
		if head == "Nama" {
			first = strings.Split("Ahmad,Siti,Budi,Dewi,Rina,Joko,Agus,Putri", ",")
		}
		var after []string
		for _, c := range counts {
			after = append(after, ","+c)
		}
		text := sheetOf(head, first, nil, after)
		if head == "" {
			var lines []string
			for line := range strings.Lines(text) {
				_, rest, _ := strings.Cut(line, ",")
				lines = append(lines, rest)
			}
			text = strings.Join(lines, "")
		}
		if n, said := read(t, text); n != 8 {
			t.Errorf("%d respondents in\n%s%s", n, text, said)
		}
	}
}

// TestKindsAndTitles leaves out counts of the respondents below the table, and titles of parts in several cells.
func TestKindsAndTitles(t *testing.T) {
	ten := strings.Split("1,Ahmad 2,Siti 3,Budi 4,Dewi 5,Rina 6,Joko 7,Agus 8,Putri 9,Yusuf 10,Nur", " ")
	table := func(between, after string) string {
		lines := strings.Split(strings.TrimSpace(sheetOf("No,Nama", ten, nil, nil)), "\n")
		lines = append(lines[:5:5], append([]string{between}, lines[5:]...)...)
		return strings.ReplaceAll(strings.Join(lines, "\n"), "\n\n", "\n") + "\n" + after
	}
	for _, c := range []struct {
		between, after string
		want           int
	}{
		{"A,Dinas Kesehatan", "", 10},
		{"Kelas: VII A,,Wali: Sri", "", 10},
		{",Sekretariat", "", 10},
		{",Fitri,3,2", "", 11},                    // a number forgotten
		{"", ",Laki-laki,15\n,Perempuan,7\n", 10}, // of all who were asked
		{"", ",Total,22\n", 10},
		{"", ",Fitri,3\n", 11},
	} {
		text := table(c.between, c.after)
		if n, said := read(t, text); n != c.want {
			t.Errorf("%d respondents, want %d in\n%s%s", n, c.want, text, said)
		}
	}
}
