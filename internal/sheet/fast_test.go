package sheet

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"wogreport/internal/diag"
	"wogreport/internal/infile"
)

// smallBlocks reads any file by the fast reader, in blocks of a few lines.
var smallBlocks = fastReader{top: 64 << 10, block: 1 << 10}

// readBoth reads a file of text by both readers and finds that they make the same of it.
// It reports whether the fast one read it.
func readBoth(t *testing.T, text string, opt Options) bool {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	open := func() (*infile.File, error) { return infile.Open(path, infile.Options{Limit: maxFile}) }
	var got, want diag.List
	a := smallBlocks.read(path, open, opt, &got)
	if a == nil {
		if len(got) > 0 {
			t.Errorf("the fast reader gave up with %v", got)
		}
		return false
	}
	b := readTolerant(path, []byte(text), opt, nil, &want)
	if b == nil || b.Len() != a.Len() {
		t.Fatalf("%d rows, want those of %+v; %v", a.Len(), b, want)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the fast reader tells\n%v\nthe tolerant one\n%v", got, want)
	}
	for _, same := range []struct{ a, b any }{
		{a.HeaderRow, b.HeaderRow}, {a.Columns, b.Columns}, {a.Notes, b.Notes}, {a.Titles, b.Titles}, {a.Unshown, b.Unshown}, {a.Left, b.Left}, {a.Others, b.Others}, {a.Name, b.Name}, {a.File, b.File},
	} {
		if !reflect.DeepEqual(same.a, same.b) {
			t.Errorf("got %#v, want %#v", same.a, same.b)
		}
	}
	width := max(len(a.Columns), a.body.width) + 1
	for col := range width {
		if p, q := a.HeaderPlace(col), b.HeaderPlace(col); p != q {
			t.Errorf("the header of column %d stands at %v, want %v", col, p, q)
		}
		if x, y := a.Texts(col), b.Texts(col); !reflect.DeepEqual(x, y) {
			t.Errorf("column %d has the texts %v, want %v", col, x, y)
		}
	}
	for i := range a.Len() {
		x, y := a.Row(i), b.Row(i)
		if !reflect.DeepEqual(x.Cells, y.Cells) || a.Line(i) != b.Line(i) || x.Row != y.Row {
			t.Fatalf("row %d of line %d is %q, want %q of line %d", i, a.Line(i), x.Cells, y.Cells, b.Line(i))
		}
		for col := range width {
			if a.Cell(i, col) != b.Cell(i, col) {
				t.Fatalf("cell %d of row %d is %q, want %q", col, i, a.Cell(i, col), b.Cell(i, col))
			}
			if p, q := a.Place(x, col), b.Place(y, col); i%37 == 0 && p != q {
				t.Fatalf("cell %d of row %d stands at %v, want %v", col, i, p, q)
			}
		}
	}
	return true
}

// fastCases are files in parts: what stands above the rows, rows that come again and
// again, and what stands below them. The fast reader reads the first ones.
var (
	fastCases = []struct{ name, head, rows, tail string }{
		{"numbers", "P1,P2,P3\n", "4,5,3\n1,,2\n5,5,5\n", ""},
		{"labels", "P1;P2;P3;P4\r\n", "Setuju;Sangat Tidak Setuju;Ragu-ragu;\r\nSangat Setuju;Setuju;Setuju;Tidak Setuju\r\n", ""},
		{"a mark of UTF-8", "\uFEFFNama,P1,P2\n", "Émilie,Très d’accord,D’accord\nÖzgür,D’accord,Pas du tout d’accord\n", ""},
		{"tabs", "P1\tP2\tP3\n", "4\t5\t3\n1\t2\t2\n", ""},
		{"timestamps, names, comments", "Timestamp,Nama,Unit,P1,P2,Saran\n", "2024/01/05 10:00:01,Ani,Dinas A,4,5,bagus sekali\n2024/01/05 10:00:07,Budi,Dinas B,3,3,\n", ""},
		{"identifiers", "ID,Angkatan,P1,P2\n", "a-17,Angkatan I,4,5\nb-18,Angkatan II,3,99\n", ""},
		{"missing codes", "P1,P2\n", "4,99\n-,5\n 3,tidak tahu\n", ""},
		{"quoted cells", "\"P1\",\"P2, lagi\",\"P3\"\n", "\"4\",\"Setuju, sekali\",5\n\"5\",\"\",\"3\"\n", ""},
		{"a header of two lines in quotes", "\"P1\nramah\",P2\n", "4,5\n5,5\n", ""},
		{"titles above", "Hasil survei\n2024\nP1,P2,P3\n", "4,5,5\n5,5,4\n", ""},
		{"no header", "", "4,5,3\n1,3,2\n", ""},
		{"classes", "Usia,P1,P2\n", "20-29,4,5\n30-39,5,5\n", ""},
		{"a day among classes", "Usia,P1,P2\n", "20-29,4,5\n30-39,5,5\n10-Dec,5,4\n", ""},
		{"masked cells", "P1,P2,Telepon\n", "1,2,'=1\n2,1,\"0812\"\n", ""},
		{"a last line without an end", "P1,P2,P3\n", "4,5,3\n1,4,2\n", "5,5,5"},
		{"blank lines at the end", "P1,P2,P3\n", "4,5,3\n1,4,2\n", "\n\r\n\n"},
		{"another row later", "P1,P2,P3\n", "4,5,3\n1,4,2\n", "4,4,baru\n3,4,5\n"},
		{"empty columns at the end", "P1,P2,P3,,\n", "4,5,3,,\n1,4,2,,\n", ""},
		{"several kinds of line ends", "P1,P2,P3\r\n", "4,5,3\n1,4,2\r\n", ""},
		{"long labels", "P1,P2\n", "saya sangat tidak setuju sama sekali dengan hal itu,saya sangat tidak setuju sama sekali dengan hal ini\nsetuju,saya setuju sepenuhnya tanpa syarat\n", ""},
		{"a mark of Excel's", "sep=;\nP1;P2\n", "4;5\n1;3\n", ""},
		{"lines with one answer", "P1,P2,P3\n", "4,5,3\n1,4,2\n,3,\n2,2,2\n", ""},
		{"header of numbers", "1,2,3,4,5\n", "4,5,3,3,2\n1,4,2,4,4\n3,1,4,5,1\n", ""},
	}
	tolerantCases = []struct{ name, head, rows, tail string }{
		{"a quote within a cell of quotes", "P1,P2\n", "4,5\n5,5\n", "4,\"a \"\"b\"\"\"\n4,4\n"},
		{"a quote that is not closed", "P1,P2\n", "4,5\n5,5\n", "4,\"5\n4,4\n"},
		{"a quote after a blank", "P1,P2\n", "4,5\n5,5\n", "4, \"5\"\n4,4\n"},
		{"a line end in quotes", "P1,P2\n", "4,5\n5,5\n", "4,\"a\nb\"\n4,4\n"},
		{"a short line", "P1,P2,P3\n", "4,5,3\n5,5,2\n", "4,5\n4,4,4\n"},
		{"a long line", "P1,P2,P3\n", "4,5,3\n5,5,2\n", "4,5,5,5\n4,4,4\n"},
		{"blank lines in between", "P1,P2\n", "4,5\n5,5\n", "\n4,4\n"},
		{"lines of separators in between", "P1,P2\n", "4,5\n5,5\n", ",\n4,4\n"},
		{"sums below", "Nama,P1,P2\n", "Ani,4,5\nBudi,5,5\n", "Jumlah,900,1000\n"},
		{"another encoding", "P1,P2\n", "4,5\n5,5\n", "4,\xe9t\xe9\n4,4\n"},
		{"zero bytes", "P1,P2\n", "4,5\n5,5\n", "4,\x00\n4,4\n"},
		{"the header again", "Nama,P1,P2\n", "Ani,4,5\nBudi,5,5\n", "Nama,P1,P2\nCici,4,4\n"},
		{"another separator", "P1;P2;P3\n", "4;5;5\n5;5;4\n", "4,4,5;;\n5;5;5\n"},
		{"answers where there were none", "P1,P2,,P3\n", strings.Repeat("4,5,,5\n5,5,,4\n", 150), "4,4,x,1\n5,5,,5\n"},
		{"lone carriage returns", "P1,P2\n", "4,5\n5,5\n", "4,\r5\n4,4\n"},
		{"a remark below", "Nama,P1,P2,P3\n", "Ani,4,5,5\nBudi,5,5,4\n", "Mengetahui,,,\n"},
		{"one column", "P1\n", "4\n5\n", ""},
		{"previews of a form", "StartDate,EndDate,Status,ResponseId,Q1,Q2\n", "2024-05-01 10:00,2024-05-01 10:01,IP Address,R_1,4,5\n2024-05-01 10:00,2024-05-01 10:01,Survey Preview,R_2,5,5\n", ""},
		{"a key under the header", "Nama,P1,P2\nKunci,5,5\n", "Ani,4,5\nBudi,5,5\n", ""},
		{"a name for each row", "P1,P2\n", "a,4,5\nb,5,5\n", ""},
		{"a head too many", "P1,ramah, sopan\n", "4,5\n5,5\n", ""},
		{"a separator at each end", "P1,P2\n", "4,5,\n5,5,\n", ""},
	}
)

// TestReadersAgreeOnNumbers holds both equal where a column numbers the rows, which is what
// rows without a number are told by.
func TestReadersAgreeOnNumbers(t *testing.T) {
	const head = "No,Nama,P1,P2,P3,P4\n"
	var rows strings.Builder
	for i := range 400 {
		fmt.Fprintf(&rows, "%d,R%d,%d,%d,%d,%d\n", i+1, i, i%5+1, i%4+1, i%3+1, i%5+1)
	}
	for _, c := range []struct {
		name, text string
		fast       bool
	}{
		{"all numbered", head + rows.String(), true},
		{"one without below", head + rows.String() + ",R400,5,4,2,1\n", false},
		{"lowest below", head + rows.String() + ",,1,1,1,1\n", false},
		{"a key above", head + ",Kunci,5,5,5,5\n" + rows.String(), false},
		{"one without above", head + ",R,5,4,2,1\n" + rows.String(), false},
		{"numbers of columns", head + "1,2,3,4,5,6\n" + rows.String(), true},
	} {
		if readBoth(t, c.text, Options{}) != c.fast {
			t.Errorf("%s: read fast: %v", c.name, !c.fast)
		}
	}
}

// TestReadersAgree holds what both readers make of a file equal, of a few rows and of many.
func TestReadersAgree(t *testing.T) {
	for _, times := range []int{3, 40, 300} {
		for _, c := range fastCases {
			t.Run(fmt.Sprint(c.name, times), func(t *testing.T) {
				if !readBoth(t, c.head+strings.Repeat(c.rows, times)+c.tail, Options{}) {
					t.Error("the fast reader gave up")
				}
			})
		}
		for _, c := range tolerantCases {
			t.Run(fmt.Sprint(c.name, times), func(t *testing.T) {
				if readBoth(t, c.head+strings.Repeat(c.rows, times)+c.tail, Options{}) {
					t.Error("the fast reader read it")
				}
			})
		}
	}
}

// TestManyTexts reads columns with more different texts than have a code.
func TestManyTexts(t *testing.T) {
	var b strings.Builder
	b.WriteString("Nama,Angkatan,P1,P2\n")
	for i := range 3000 {
		fmt.Fprintf(&b, "Peserta %d,Angkatan %d,%d,%d\n", i, i/10, 1+i%5, 1+i%7%5)
	}
	if !readBoth(t, b.String(), Options{}) {
		t.Error("the fast reader gave up")
	}
}

// TestShorterRows reads a file whose first rows are much longer than the others.
func TestShorterRows(t *testing.T) {
	long := strings.Repeat("Sangat Tidak Setuju;Sangat Tidak Setuju;Sangat Tidak Setuju\n", 300)
	if !readBoth(t, "P1;P2;P3\n"+long+strings.Repeat(";;Tidak\nSetuju;;Ya\n", 20000), Options{}) {
		t.Error("the fast reader gave up")
	}
}

// FuzzFast holds what both readers make of any text equal.
func FuzzFast(f *testing.F) {
	for _, c := range append(fastCases, tolerantCases...) {
		f.Add(c.head, c.rows, c.tail, uint16(2), int8(0))
		f.Add(c.head, c.rows, c.tail, uint16(150), int8(1))
	}
	f.Fuzz(func(t *testing.T, head, rows, tail string, times uint16, header int8) {
		text := head + strings.Repeat(rows, int(times%400)) + tail
		if len(text) < 1<<16 {
			readBoth(t, text, Options{Header: max(int(header), NoHeader)})
		}
	})
}

// TestRandomFiles reads files drawn by chance from what stands in files of answers.
func TestRandomFiles(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	pick := func(of ...string) string { return of[r.IntN(len(of))] }
	read, all := 0, 1500
	for n := range all {
		sep, end := pick(",", ",", ";", "\t", "|"), pick("\n", "\n", "\r\n")
		width, rows := 1+r.IntN(6), r.IntN(30)
		if n%10 == 0 {
			rows = 250 + r.IntN(50)
		}
		kinds := make([][]string, width)
		for col := range kinds {
			kinds[col] = [][]string{
				{"1", "2", "3", "4", "5", ""}, {"Setuju", "Tidak Setuju", "Ragu-ragu", "Sangat Setuju"}, {`"1"`, `"4"`, "3"},
				{"2024/01/05 10:00", "2024/01/06 11:30"}, {"20-29", "30-39", "40-49"}, {"é", "à la", "–", "ü"}, {"", ""}, {"Jumlah", "Ani", "Budi"}, {"4,5", "3.5", "1e3"},
			}[r.IntN(9)]
		}
		odd := []string{"", " ", `"`, `""`, `"a"b"`, ` "x"`, "'=1", `="5"`, "\u200b", "a\nb", sep, "\r", "\x00", "\xff", "99", "Total", `"` + sep + `"`, `"a` + end + `b"`}
		var b strings.Builder
		b.WriteString(pick("", "", "\uFEFF", "sep="+sep+end, "Judul"+end, end))
		for col := range width {
			b.WriteString(pick("P", "Nama", "Usia ", "", "X.") + pick("1", "2", "", fmt.Sprint(col)) + map[bool]string{true: end, false: sep}[col == width-1])
		}
		for range rows {
			for col, of := range kinds {
				cell := pick(of...)
				if r.IntN(400) == 0 {
					cell = pick(odd...)
				}
				b.WriteString(cell + map[bool]string{true: end, false: sep}[col == width-1])
			}
		}
		b.WriteString(pick("", "", "", end, end+end, "Jumlah"+sep+"9"+end, strings.Repeat(sep, width-1)+end))
		if readBoth(t, b.String(), Options{Header: r.IntN(4) - 1}) {
			read++
		}
		if t.Failed() {
			t.Fatalf("of the file\n%q", b.String())
		}
	}
	if read < all/4 {
		t.Errorf("the fast reader read %d of %d files", read, all)
	}
}
