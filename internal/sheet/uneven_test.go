package sheet

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"wogreport/internal/diag"
)

// rows repeats lines, each with its number in the place of #.
func rows(n int, lines string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(lines, "#", fmt.Sprint(i+1)))
	}
	return b.String()
}

// TestUneven reads rows with another number of cells than the header's row.
func TestUneven(t *testing.T) {
	const (
		head    = "Nama,Alamat,P1,P2,Saran\n"
		full    = "N#,Jl. Mawar,4,5,baik\nN#,Jl. Melati,3,4,\n"
		moved   = "N9,Jl. Mawar, RT 3,4,5,\n"
		semi    = "Nama;Saran;P1;P2;P3\n"
		semiRow = "N#;ok;4;5;3\nN#;;3;4;2\n"
	)
	for _, c := range []struct {
		name, text string
		header     int
		want       []string // how the diagnostics begin and, behind …, end
	}{
		// More cells than the header.
		{"names of rows", "\"P1\",\"P2\",\"P3\"\n" + rows(6, "\"#\",4,5,3\n"), 0, []string{"1:1: error: the header has 3 cells and each row below it 4,"}},
		{"names of rows, tabs", "P1\tP2\tP3\n" + rows(6, "#\t4\t5\t3\n"), 0, []string{"1:1: error: the header has 3 cells and each row below it 4,"}},
		{"names of rows, semicolons and decimal commas", "P1;P2;P3\n" + rows(6, "#;4,5;5,1;3,2\n"), 0, []string{"1:1: error: the header has 3 cells and each row below it 4,"}},
		{"names of rows under a title", "Hasil survei\n\nP1,P2,P3\n" + rows(6, "N#,4,5,3\n"), 0, []string{"3:1: error: the header has 3 cells and each row below it 4,"}},
		{"names of rows under two rows of heads", "Mutu,,Waktu,\n,,,\nP1,P2,P3,P4\n" + rows(6, "N#,4,5,3,2\n"), 3, []string{"3:1: error: the header has 4 cells and each row below it 5,"}},
		{"decimal commas", "No,Rata,P1,P2\n" + rows(6, "#,4,5,3,2\n"), 0, []string{"1:1: error: the header has 4 cells and each row below it 5,"}},
		{"decimal commas in most rows", "No,Rata,P1,P2\n" + rows(4, "#,4,5,3,2\n#,4,5,3,2\n#,4,5,3\n"), 0, []string{"2: error: 8 rows have 5 cells, the header 4, … lines 2, 3, 5, 6, 8, 9, 11, 12"}},
		{"commas in a few texts", head + rows(6, full) + moved + rows(2, full) + moved, 0, []string{"14: error: 2 rows have 6 cells, the header 5, … lines 14, 19"}},
		{"commas in one text", head + rows(6, full) + moved + rows(2, full), 0, []string{"14: error: 1 row has 6 cells, the header 5, … line 14"}},
		{"one and two commas", head + rows(6, full) + moved + "N1,a,b,c,4,5,\n", 0, []string{"14: error: 2 rows have 6 to 7 cells, the header 5, … lines 14, 15"}},
		{"commas in many texts", head + rows(10, full+moved), 0, []string{"4: error: 10 rows have 6 cells, the header 5, … lines 4, 7, 10, 13, 16, 19, 22, 25 and 2 more"}},
		{"commas in most texts, and no remarks", "Nama,Alamat,P1,P2,Saran\n" + rows(5, "N#,Jl. Mawar, RT 3,4,5,\nN#,Jl. Mawar, RT 3,4,2,\nN#,Jl. Melati,4,5,\n"), 0, []string{"2: error: 10 rows have 6 cells, the header 5,"}},
		{"a comma in a text of rows with a separator at the end", "Nama,Alamat,P1,P2\n" + rows(6, "N#,Jl. Mawar,4,5,\n") + "N,Jl. Mawar, RT 3,4,5,\n", 0, []string{"8: error: 1 row has 6 cells, the others 5,"}},
		{"a comma without a header", rows(6, "4,5,3\n2,1,\n") + "4,5,3,2\n", 0, []string{"13: error: 1 row has 4 cells, the others 3, … line 13"}},
		// Fewer cells than the header, all alike.
		{"a comma in a head", "No,Petugas ramah, sopan,P2,P3\n" + rows(6, "#,4,5,3\n"), 0, []string{"1:1: error: the header has 5 cells and each row below it 4,"}},
		{"a comma in a head, with remarks", "No,Petugas ramah, sopan,P2,Saran\n" + rows(4, "#,4,5,baik\n#,4,5,\n"), 0, []string{"1:1: error: the header has 5 cells and each row below it 4,"}},
		{"a last column that nobody filled, and no cells for it", "No,Petugas ramah,P2,P3,Saran\n" + rows(6, "#,4,5,3\n"), 0, []string{"1:1: warning: the header has 5 cells and each row below it 4; they are read as if the last columns were empty"}},
		// Cut in two.
		{"line breaks", semi + rows(6, semiRow) + "N;baik\nsekali;4;5;3\n" + rows(3, semiRow) + "N;baik\n\nsekali;4;5;3\n" + semiRow, 0, []string{"14: warning: 4 rows have fewer cells than the 5 of the others, … lines 14, 15, 22, 24"}},
		{"a line break in the last row", semi + rows(6, semiRow) + "N;baik\nsekali;4;5;3\n", 0, []string{"14: warning: 2 rows have fewer cells"}},
		{"two line breaks", semi + rows(6, semiRow) + "N;baik\nsekali\nbenar;4;5;3\n" + semiRow, 0, []string{"14: warning: 3 rows have fewer cells"}},
		{"a line break in the last cell", head + rows(6, full) + "N,Jl. Mawar,4,5,baik\nsekali\n" + rows(3, full), 0, []string{"15: warning: 1 row has fewer cells than the 5 of the others, … line 15"}},
		{"line breaks in many texts", semi + rows(8, semiRow+"N;baik\nsekali;4;5;3\n"), 0, []string{"4: warning: 16 rows have fewer cells"}},
		{"a line break and a comma", head + rows(6, full) + moved + rows(2, full) + "N,Jl. Ma\nwar,4,5,\n" + full, 0, []string{"14: error: 1 row has 6 cells", "19: warning: 2 rows have fewer cells"}},
		// What moves nothing.
		{"a separator at each end", "P1,P2,P3\n" + rows(6, "4,5,3,\n"), 0, nil},
		{"a separator at each end, the header's too", "P1,P2,P3,\n" + rows(6, "4,5,3,\n"), 0, nil},
		{"separators at the header's end", "P1,P2,P3,,\n" + rows(6, "4,5,3\n"), 0, nil},
		{"separators at the end of a few rows", "Nama,P1,P2\n" + rows(6, "N#,4,5\n") + "N,3,4,,\n" + rows(3, "N#,,4\n"), 0, nil},
		{"many separators at the end of a row", "Nama,P1,P2\n" + rows(6, "N#,4,5\n") + "N,3,4,,,,,,,\n", 0, nil},
		{"a column without a head", "P1,P2,P3,\n" + rows(6, "4,5,3,x\n"), 0, nil},
		{"titles, notes and blank lines", "Hasil survei, tahun 2024\n\nNama,Alamat,P1,P2,P3,Saran\n" + rows(6, "N#,Jl. Mawar,4,5,3,\nN#,Jl. Melati,3,4,4,baik\n") + "\nSumber: survei, 2024\nKeterangan\n", 0, nil},
		{"a note below", head + rows(6, full) + "Data dikumpulkan oleh panitia\n", 0, nil},
		{"empty cells at the end left out", head + rows(6, "N#,Jl. Mawar,4,5,baik\nN#,Jl. Melati,3,4\nN#,Jl. Melati,3\n"), 0, nil},
		{"empty cells at the end left out, rarely", "Nama,P1,P2,P3\n" + rows(9, "N#,4,5,3\n") + "N,4,5\n" + rows(3, "N#,4,5,3\n"), 0, nil},
		{"a block of 16 rows without remarks", head + rows(40, full) + rows(16, "N#,Jl. Mawar,4,5\n") + rows(20, full) + rows(3, "N#,Jl. Mawar,4,5\n"), 0, nil},
		{"remarks without a head or a header", rows(6, "4,5,3\n2,1,4\n") + "4,5,3,baik\n", 0, nil},
		{"a small table typed by hand", "Angkatan,Tempat,Nomor\nI,Jakarta\nII,Bandung\n", 0, nil},
		{"quoted line breaks and separators", head + rows(6, full) + "\"N\",\"Jl. Mawar,\nRT 3\",4,5,\"baik,\n\nsekali\"\n", 0, nil},
		{"two rows of heads", "Mutu,,Waktu,,\n,,,,\nP1,P2,P3,P4,P5\n" + rows(6, "4,5,3,2,1\n"), 0, nil},
		{"a row that numbers the columns", "Nama,P1,P2,P3\n1,2,3,4\n" + rows(6, "N#,4,5,3\n"), 0, nil},
		{"another separator", semi + rows(6, semiRow) + "N,ok,4,5,3\n" + semiRow, 0, []string{"14: warning: the cells of this line are separated by ','"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, code := range []string{"UTF-8", "UTF-16"} {
				data := []byte(c.text)
				if code == "UTF-16" {
					data, _ = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(data)
				}
				var l diag.List
				readTolerant("a.csv", data, Options{Header: c.header}, nil, &l)
				said := []string{}
				for _, d := range l.Sorted() {
					if d.Code != "not-a-respondent" {
						said = append(said, strings.TrimPrefix(fmt.Sprintf("%s: %s: %s", d.Pos, d.Severity, d.Message), "a.csv:"))
					}
				}
				if len(said) != len(c.want) {
					t.Fatalf("%s: said %q, want %q", code, said, c.want)
				}
				for i, want := range c.want {
					begin, end, _ := strings.Cut(want, "…")
					if !strings.HasPrefix(said[i], begin) || !strings.HasSuffix(said[i], end) {
						t.Errorf("%s: said %q, want %q", code, said[i], want)
					}
				}
			}
		})
	}
}

// TestUnevenLarge reads rows of one cell more than the header, so many that the fast
// reader begins with them.
func TestUnevenLarge(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(path, []byte("P1,P2,P3\n"+rows(20000, "#,4,5,3\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	var l diag.List
	Read(path, diag.Pos{File: path}, Options{}, &l)
	if len(l) != 1 || l[0].Code != "uneven-rows" || l[0].Severity != diag.Error {
		t.Errorf("said %v", l)
	}
}

// TestUnevenHints holds what is said to be done about it.
func TestUnevenHints(t *testing.T) {
	for text, want := range map[string]string{
		"P1,P2\n" + rows(6, "#,4,5\n"):                         "give the first column a head where it names or numbers the rows; else put texts and numbers with a comma in quotes, or save the answers with semicolons or as XLSX",
		"P1;P2\n" + rows(6, "#;4;5\n"):                         "give the first column a head where it names or numbers the rows; else put texts and numbers with a semicolon in quotes, or save the answers as XLSX",
		"P1|P2\n" + rows(6, "#|4|5\n"):                         `give the first column a head where it names or numbers the rows; else put texts and numbers with '|' in quotes, or save the answers as XLSX`,
		"P1,ramah, sopan\n" + rows(6, "4,5\n"):                 "put heads with a comma in quotes, or delete heads without answers; or save the answers with semicolons or as XLSX",
		"N\tP1\tP2\n" + rows(6, "N#\t4\t5\n") + "N\ta\t4\t5\n": "put texts and numbers with a tab in quotes, or save the answers as XLSX",
	} {
		var l diag.List
		readTolerant("a.csv", []byte(text), Options{}, nil, &l)
		if len(l) != 1 || l[0].Code != "uneven-rows" || l[0].Hint != want {
			t.Errorf("of %q said %q, want %q", text, l, want)
		}
	}
}
