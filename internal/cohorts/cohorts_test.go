package cohorts

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// read is what a table says, a line for each cohort, and what is wrong with it.
func read(t *testing.T, dir, file string) string {
	t.Helper()
	st := &study.Study{File: filepath.Join(dir, "study.yaml"), Dir: dir, CohortFile: file}
	all, ds := Read(st, study.NewFiles(st.Dir))
	var b strings.Builder
	for _, c := range all {
		fmt.Fprintf(&b, "%s|%s|%s|%s|%d|%s|", c.Name, c.Title.In(lang.ID), c.Period.In(lang.ID), c.Place.In(lang.ID), c.Population, c.Number)
		if !c.Date.IsZero() {
			b.WriteString(c.Date.Format("2006-01-02"))
		}
		for _, s := range c.Signatures {
			fmt.Fprintf(&b, "|%s/%s/%s/%s", s.As.In(lang.ID), s.Role.In(lang.ID), s.Name, s.NIP)
		}
		b.WriteString("\n")
	}
	for _, c := range all {
		ds.Add(c.Problems...)
	}
	ds.Fprint(&b)
	return strings.ReplaceAll(b.String(), dir+string(filepath.Separator), "")
}

// TestTemplate: a table to fill in is one that Read takes, with all that is known already.
func TestTemplate(t *testing.T) {
	dir := t.TempDir()
	const table = `Angkatan,Jumlah Peserta,Judul,Periode,Tempat,Nomor,Tanggal,Sebagai,Jabatan,Nama,NIP,Jabatan 2,Nama 2
Angkatan I,40,Evaluasi I,2–20 Februari 2026,Surabaya,007/1,24 November 2026,Mengesahkan,Kepala Badan,Nama Kepala,197001011995031001,Kepala Bidang,=Kabid
Angkatan II,,,,,,,,,,,,
`
	if err := os.WriteFile(filepath.Join(dir, "known.csv"), []byte(table), 0o666); err != nil {
		t.Fatal(err)
	}
	st := &study.Study{File: filepath.Join(dir, "study.yaml"), Dir: dir, CohortFile: "known.csv"}
	known, ds := Read(st, study.NewFiles(dir))
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	want := read(t, dir, "known.csv")
	if !strings.Contains(want, "|40|007/1|2026-11-24|Mengesahkan/Kepala Badan/Nama Kepala/197001011995031001|/Kepala Bidang/=Kabid/") {
		t.Fatal(want)
	}
	for _, l := range lang.All {
		data, err := Template(known, l)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, TemplateName(l)), data, 0o666); err != nil {
			t.Fatal(err)
		}
		if got := read(t, dir, TemplateName(l)); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", TemplateName(l), got, want)
		}
	}
}

// TestTable reads what an office keeps of its cohorts, as CSV and as a workbook
// whose dates are the spreadsheet program's.
func TestTable(t *testing.T) {
	dir := t.TempDir()
	f := excelize.NewFile()
	for i, row := range [][]any{
		{"DAFTAR ANGKATAN TAHUN 2026"},
		{},
		{"No", "Angkatan", "Waktu Pelaksanaan", "Tempat", "Jumlah Peserta", "Nomor", "Tanggal", "Sebagai 1", "Jabatan 1", "Nama 1", "NIP 1", "Jabatan 2", "Nama 2", "Biaya"},
		{1, "Angkatan I", "2–20 Februari 2026", "Surabaya", 40, "800/1", 46350, "Mengesahkan,", "Kepala Badan", "Nama Kepala", "19700101 199503 1 001", "Kepala Bidang", "Nama Kabid", 1000000},
		{2, "Angkatan  II", 46400, "Malang", 38, "800/2", 46350.5625, "", "Kepala Badan", "", 197001011995031001.0, "", "", 2000000},
		{3, "Angkatan III", "", "", "", "", "", "", "", "", "", "", "", ""},
	} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SaveAs(filepath.Join(dir, "a.xlsx")); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"b.csv": "Cohort,Title,Period,Venue,Participants,Report number,Date signed,Role,Name\nI,The first,May 2026,Surabaya,40,1,2026-11-24,Head,A Name\nII,,,,,,,,\n",
		"c.csv": "Angkatan;Peserta;Jumlah peserta;Tanggal\nI;12;13;2026-13-45\n",
		"d.csv": "Angkatan;Jumlah peserta;Tanggal;Nama\nI;dua belas;kemarin;A Name\nI;12;;\n;13;;\n",
		"f.csv": "Angkatan;Tanggal;Jabatan;NIP;Jabatan 2;NIP 2\nI;3 April 2026;Kepala;197203151998032000;Ketua;1980\nII;31 Apr 2026;Kepala;1,97203E+17;;\nIII;5 agt. 2026;Kepala;NRP 123;;\n",
		"e.csv": "Kelompok belajar;Jumlah peserta\nI;12\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ file, want string }{
		{"a.xlsx", `Angkatan I||2–20 Februari 2026|Surabaya|40|800/1|2026-11-24|Mengesahkan,/Kepala Badan/Nama Kepala/197001011995031001|/Kepala Bidang/Nama Kabid/
Angkatan II||13 Januari 2027|Malang|38|800/2|2026-11-24|/Kepala Badan//
Angkatan III||||0||
a.xlsx:Sheet1!A3: warning: of the table of cohorts these columns are not used: N "Biaya" [unused-column]
	hint: the heads that are known are Angkatan, Jumlah peserta, Periode, Tempat, Judul, Nomor, Tanggal, Sebagai, Jabatan, Penandatangan, NIP
a.xlsx:Sheet1!K5: error: the last digits of this NIP are lost: as a number, a cell keeps 15 of its 18 digits [nip-rounded]
	hint: format the column as text, then type the NIP again
`},
		{"b.csv", `I|The first|May 2026|Surabaya|40|1|2026-11-24|/Head/A Name/
II||||0||
`},
		{"c.csv", `I||||12||
c.csv:1:18: error: the columns B and C of the table of cohorts say the same [ambiguous-column]
	hint: rename or delete one; further signatories are headed Jabatan 2, Nama 2, NIP 2
c.csv:2:9: error: the date must be a day, such as 24 November 2026 or 2026-11-24, not "2026-13-45" [bad-value]
`},
		{"d.csv", `I||||0||
d.csv:2:3: error: the number of participants must be a whole number, not "dua belas" [bad-value]
d.csv:2:13: error: the date must be a day, such as 24 November 2026 or 2026-11-24, not "kemarin" [bad-value]
d.csv:2:21: error: the signatory has no position [missing-key]
	hint: add a column headed Jabatan
d.csv:3:1: error: the cohort "I" is given twice [duplicate-key]
	hint: it stands in row 2 already
d.csv:4:1: warning: this row names no cohort and is left out [no-cohort]
`},
		{"f.csv", `I||||0||2026-04-03|/Kepala//|/Ketua//1980
II||||0|||/Kepala//
III||||0||2026-08-05|/Kepala//NRP 123
f.csv:2:23: error: the last digits of this NIP are lost: as a number, a cell keeps 15 of its 18 digits [nip-rounded]
	hint: format the column as text, then type the NIP again
f.csv:2:48: warning: a NIP has 18 digits, this one has 4 [nip-length]
f.csv:3:4: error: the date must be a day, such as 24 November 2026 or 2026-11-24, not "31 Apr 2026" [bad-value]
f.csv:3:23: error: the last digits of this NIP are lost: as a number, a cell keeps 15 of its 18 digits [nip-rounded]
	hint: format the column as text, then type the NIP again
`},
		{"e.csv", `e.csv:1:1: error: the table of cohorts has no column that names them [unknown-column]
	hint: head it Angkatan or Cohort; others are Angkatan, Jumlah peserta, Periode, Tempat, Judul, Nomor, Tanggal, Sebagai, Jabatan, Penandatangan, NIP
`},
	} {
		if got := read(t, dir, c.file); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.file, got, c.want)
		}
	}
}

func TestMatch(t *testing.T) {
	known := []study.Cohort{{Name: "Angkatan I", Population: 40}, {Name: "ANGKATAN II"}, {Name: "Angkatan XI"}, {Name: "Angkatan 12"}}
	got, ds := Match(known, []string{"Angkatan II", "Angkatan I", "Angkatan XII", "Angkatan 13"}, diag.Pos{File: "s"})
	if got[1].Population != 40 || got[0].Name != "ANGKATAN II" {
		t.Errorf("matched %+v", got)
	}
	var b strings.Builder
	ds.Fprint(&b)
	const want = `-: warning: the cohort "Angkatan XI" is listed, but has no answers [cohort-without-answers]
-: warning: the cohort "Angkatan 12" is listed, but has no answers [cohort-without-answers]
s: warning: nothing is listed on the cohort "Angkatan XII" of the answers [unlisted-cohort]
s: warning: nothing is listed on the cohort "Angkatan 13" of the answers [unlisted-cohort]
`
	if b.String() != want {
		t.Errorf("%s\nwant\n%s", b.String(), want)
	}
	if _, ds := Match(nil, []string{"a"}, diag.Pos{}); len(ds) > 0 {
		t.Errorf("without a list: %v", ds)
	}
}

// TestAnswersAreNoTable: a file with a row for each respondent is told of once, and nothing of it
// is repeated.
func TestAnswersAreNoTable(t *testing.T) {
	dir := t.TempDir()
	var b strings.Builder
	b.WriteString("Timestamp,Nama,Angkatan,Jabatan\n")
	for i := range 40 {
		fmt.Fprintf(&b, "2026,Budi %d,Angkatan %d,Analis\n", i, 1+i%12)
	}
	if err := os.WriteFile(filepath.Join(dir, "a.csv"), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	want := "a.csv:1:1: error: the table of cohorts has 40 rows for 12 cohorts, as a file of answers has [answers-as-cohorts]\n\thint: it needs one row for each cohort\n"
	if got := read(t, dir, "a.csv"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestPeriodOfDate: a date in the column of periods is told in words, the first of a month as the
// month that a spreadsheet program made a date of.
func TestPeriodOfDate(t *testing.T) {
	dir := t.TempDir()
	for cell, want := range map[string]string{"2026-01-01": "Januari 2026", "2026-02-06": "6 Februari 2026", "46023": "Januari 2026", "1 Januari 2026": "1 Januari 2026", "Jan–Mar 2026": "Jan–Mar 2026"} {
		if err := os.WriteFile(filepath.Join(dir, "a.csv"), []byte("Angkatan,Periode\nA,"+cell+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		if got, want := read(t, dir, "a.csv"), "A||"+want+"||0||\n"; got != want {
			t.Errorf("%s: %q, want %q", cell, got, want)
		}
	}
}
