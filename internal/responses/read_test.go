package responses

import (
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"wogreport/internal/diag"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// answers are the same five respondents for every form of file. The header
// and a group hold what a form of file may trip over.
var answers = [][]string{
	{"Stempel waktu", "P1. Mentor, OPD; \"lainnya\"", "P2", "Kelas é"},
	{"9/10/2017 14:52:43", "Setuju", "SS", "A"},
	{"9/10/2017 15:00:00", "ragu-ragu", "4", "B;b"},
	{"9/10/2017 15:01:00", "", "4,0", "A,a"},
	{"10/10/2017 08:00:00", "Strongly  Agree", "-", "dua\nbaris"},
	{"10/10/2017 08:00:01", "Sgt Setuju", "sts.", ""},
}

const answersKeys = `constructs: [{id: c, items: [P1, {id: P2, column: C}]}]
groups: [Kelas é]
responses: {file: answers.csv, missing: ["-"]}`

const answersCodes = "P1 43055\nP2 54401\n"

// delimited writes the answers with a separator; every cell is quoted, or
// only those that need it.
func delimited(sep string, all bool) string {
	var b strings.Builder
	for _, row := range answers {
		for i, c := range row {
			if i > 0 {
				b.WriteString(sep)
			}
			if all || strings.ContainsAny(c, "\"\n"+sep) {
				c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			}
			b.WriteString(c)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestSameAnswers reads the same answers in the forms in which programs write
// them.
func TestSameAnswers(t *testing.T) {
	comma := delimited(",", false)
	forms := map[string][]byte{
		"comma":         []byte(comma),
		"semicolon":     []byte(delimited(";", false)),
		"tab":           []byte(delimited("\t", false)),
		"all quoted":    []byte(delimited(";", true)),
		"sep line":      []byte("sep=|\n" + delimited("|", false)),
		"CRLF":          []byte(strings.ReplaceAll(comma, "\n", "\r\n")),
		"CR":            []byte(strings.ReplaceAll(comma, "\n", "\r")),
		"BOM":           []byte("\ufeff" + comma),
		"no last line":  []byte(strings.TrimSuffix(comma, "\n")),
		"blank rows":    []byte("\n,,,\n" + strings.ReplaceAll(comma, "B;b\n", "B;b\n\n , ,\n") + ",,,\n\n"),
		"ragged":        []byte(strings.ReplaceAll(strings.ReplaceAll(comma, "A\n", "A,,\n"), "sts.,\n", "sts.\n")),
		"spaced quotes": []byte(strings.ReplaceAll(comma, `,"P1`, `, "P1`)),
	}
	for name, enc := range map[string]unicode.Endianness{"UTF-16LE": unicode.LittleEndian, "UTF-16BE": unicode.BigEndian} {
		data, err := unicode.UTF16(enc, unicode.UseBOM).NewEncoder().Bytes([]byte(delimited("\t", false)))
		if err != nil {
			t.Fatal(err)
		}
		forms[name] = data
		forms[name+" without a mark"] = data[2:]
	}
	windows, err := charmap.Windows1252.NewEncoder().Bytes([]byte(comma))
	if err != nil {
		t.Fatal(err)
	}
	forms["Windows-1252"] = windows
	forms["XLSX"] = workbook(t, "Form Responses 1", answers)

	want := map[string][]string{"Kelas é": {"A", "B;b", "A,a", "dua baris", ""}}
	for name, data := range forms {
		dir := t.TempDir()
		write(t, dir, "answers.csv", data)
		table, l := readIn(t, dir, answersKeys)
		if len(l) > 0 {
			t.Errorf("%s: %s", name, printed(l, dir))
		}
		if got := codes(table); got != answersCodes {
			t.Errorf("%s: codes\n%swant\n%s", name, got, answersCodes)
		}
		if !reflect.DeepEqual(table.Groups, want) {
			t.Errorf("%s: groups %q", name, table.Groups)
		}
		c := table.Column("P1")
		if got := fmt.Sprint(c.Matched, " ", c.Letter, " ", c.Header); got != `code B P1. Mentor, OPD; "lainnya"` {
			t.Errorf("%s: P1 was found by %s", name, got)
		}
		if c := table.Column("P2"); c.Matched != "header" && c.Matched != "letter" || c.Letter != "C" {
			t.Errorf("%s: P2 was found by %s %s", name, c.Matched, c.Letter)
		}
		whole(t, table)
	}
}

func TestSeveralFiles(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.csv", []byte("P1,P2\nS,SS\n\nTS,STS\n"))
	write(t, dir, "b.csv", []byte("Nama;P2;P1\nx;RR;STS\n"))
	write(t, dir, "c.xlsx", workbook(t, "Data", [][]string{{"P2", "P1"}, {"1", "5"}}))
	table, l := readIn(t, dir, "responses: {files: [a.csv, b.csv, c.xlsx]}")
	if len(l) > 0 {
		t.Fatal(printed(l, dir))
	}
	if got, want := codes(table), "P1 4215\nP2 5131\n"; got != want {
		t.Errorf("codes\n%swant\n%s", got, want)
	}
	var places []string
	for i := range table.N {
		places = append(places, relative(table.Place(i).String(), dir))
	}
	if got, want := strings.Join(places, " "), "a.csv:2 a.csv:4 b.csv:2 c.xlsx:Data!A2"; got != want {
		t.Errorf("the rows stand at %s, want %s", got, want)
	}
	if got := strings.Join(table.Files, " "); got != "a.csv b.csv c.xlsx" {
		t.Errorf("files are %s, want them as the study names them", got)
	}
	if c := table.Column("P1"); c.Letter != "A" {
		t.Errorf("P1 has letter %s, want that of the first file", c.Letter)
	}
}

func TestFindColumn(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "answers.csv", []byte("Timestamp,1. Penerapan WoG,Sejauh mana [2. Koordinasi],P3,P31 Layanan,Kinerja (P4),"+
		"Apakah\u00a0mentor\tmembantu?,Z,,10) Sepuluh,[P5] Lima,Kode\na,b,c,d,e,f,g,h,i,j,k,l\n"))
	var diags diag.List
	h := newHeaders(sheet.Read(filepath.Join(dir, "answers.csv"), diag.Pos{}, sheet.Options{}, &diags))
	for _, c := range []struct {
		name string
		how  string
		cols []int
	}{
		{"timestamp", "header", []int{0}},
		{"1. penerapan  wog.", "header", []int{1}},
		{"1", "code", []int{1}},
		{"1.", "code", []int{1}},
		{"1. Penerapan", "code", []int{1}},
		{"1. Pen", "", nil},
		{"2", "code", []int{2}},
		{"P3", "header", []int{3}},
		{"p4", "code", []int{5}},
		{"P5", "code", []int{10}},
		{"apakah mentor membantu?", "header", []int{6}},
		{"Z", "header", []int{7}},
		{"z", "header", []int{7}},
		{"B", "letter", []int{1}},
		{"L", "letter", []int{11}},
		{"M", "", nil},
		{"P", "", nil},
		{"", "", nil},
		{"...", "", nil},
		{"10", "code", []int{9}},
	} {
		cols, how := h.find(c.name)
		if how != c.how || !reflect.DeepEqual(cols, c.cols) {
			t.Errorf("%q is found by %q in %v, want %q in %v", c.name, how, cols, c.how, c.cols)
		}
	}
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA"} {
		if got := sheet.Letter(i); got != want || column(got) != i {
			t.Errorf("Letter(%d) = %s, back %d", i, got, column(got))
		}
	}
}

func TestCode(t *testing.T) {
	st, l := study.Parse("study.yaml", []byte(likert))
	if len(l) > 0 {
		t.Fatal(l)
	}
	k := newCoder(st.Scale, []string{"99", "Tidak tahu"}, nil)
	for raw, want := range map[string]uint8{
		"Setuju": 4, " setuju\u00a0": 4, "SETUJU.": 4, "S": 4, "s": 4, `"Setuju"`: 4, "4": 4, "4.0": 4, "4,0": 4, "4.00": 4,
		"3.9999999999999996": 4, "Agree": 4, "Sangat  Setuju": 5, "sgt setuju": 5, "Ragu–ragu": 3, "Ragu-Ragu": 3,
		"4 - Setuju": 4, "4. Setuju": 4, "4 Setuju": 4, "5 Setuju": 255, "(4) Setuju": 4, "4 = S": 4, "Setuju (4)": 4, "SS - Sangat Setuju": 5,
		"Setuju / Agree": 4, "3 - Ragu-ragu": 3, "[4] Setuju": 4, "Ragu-ragu (Undecided)": 3, "+4": 4,
		"": 0, " \u00a0\t": 0, "\u200b": 0, "99": 0, "99.0": 255, "tidak tahu": 0,
		"5 - Setuju": 255, "Setuju (Disagree)": 255, "6": 255, "4.5": 255, "-4": 255, "0x4": 255, "NaN": 255, "1e400": 255,
		"S.S": 5, "T.S.": 2, "tdk setuju": 2, "Sgt. Tdk Setuju": 1, "SA": 5, "U": 3, "SD": 1, "S-S": 255, "Setuju sekali": 255, "-": 255, "...": 255, "[": 255, "4 -": 255, "- 4": 255,
	} {
		got, why := k.code(raw)
		if why.wrong() {
			got = 255
		}
		if got != want {
			t.Errorf("%q has the code %d, want %d", raw, got, want)
		}
	}
}

func FuzzReadText(f *testing.F) {
	f.Add([]byte(delimited(",", false)))
	f.Add([]byte(delimited(";", true)))
	f.Add([]byte("sep=\t\nP1\tP2\n\"S\nS\",\"\"\"\n\"a\" b,\n"))
	f.Add([]byte("\xff\xfeP\x001\x00,\x00P\x002\x00\n\x00S\x00"))
	f.Add([]byte("P1,P2\r\"unclosed,S\rcaf\xe9,a@b\r"))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte) {
		write(t, dir, "answers.csv", data)
		table, l := readIn(t, dir, "")
		whole(t, table)
		if table.N == 0 && !l.HasErrors() {
			t.Error("no rows and no error")
		}
		for i := 1; i < table.N; i++ {
			if table.places.at(i).Row <= table.places.at(i-1).Row {
				t.Errorf("row %d stands at line %d, the one before it at %d", i, table.places.at(i).Row, table.places.at(i-1).Row)
			}
		}
		for _, c := range table.Columns {
			for _, k := range c.Codes {
				if k > 5 {
					t.Errorf("code %d on a scale of 5 points", k)
				}
			}
		}
	})
}
