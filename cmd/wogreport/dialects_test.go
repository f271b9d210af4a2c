package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/diag/diagtest"
	"wogreport/internal/study"
)

// private is in the fixtures what nobody may see: names, addresses, numbers
// and comments. All of it is made up.
var private = []string{"Peserta", "example.org", "08123456", "10.0.", "sudah baik", "kursi", "more light", "thank you"}

// TestDialects takes an export of each survey program through init and build
// untouched, and compares the drafted study with study.want beside it.
func TestDialects(t *testing.T) {
	folders, err := filepath.Glob("testdata/dialects/*")
	if err != nil || len(folders) == 0 {
		t.Fatal("no dialects")
	}
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*.*"))
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		var answers []string
		for _, f := range files {
			if filepath.Base(f) == "study.want" {
				continue
			}
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			answers = append(answers, filepath.Join(dir, filepath.Base(f)))
			if err := os.WriteFile(answers[len(answers)-1], data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		drafted(t, filepath.Base(folder), answers, filepath.Join(folder, "study.want"))
	}
}

// TestWorkbooks does the same for workbooks, which are made here so that their
// cells can be read.
func TestWorkbooks(t *testing.T) {
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	save := func(f *excelize.File, name string) string {
		t.Helper()
		path := filepath.Join(t.TempDir(), name)
		must(f.SaveAs(path))
		must(f.Close())
		return path
	}
	agree := []string{"Setuju", "Sangat Setuju", "Ragu-ragu", "Setuju", "Tidak Setuju", "Sangat Setuju", "Setuju"}

	forms := excelize.NewFile() // Microsoft Forms: days as numbers
	must(forms.SetSheetRow("Sheet1", "A1", &[]any{"ID", "Start time", "Completion time", "Email", "Name", "Petugas ramah\u00a0", "Ruang bersih", "Hari kunjungan", "Pilih layanan"}))
	for i, a := range agree {
		must(forms.SetSheetRow("Sheet1", "A"+string(rune('2'+i)), &[]any{
			i + 1, 45000.41 + float64(i)/100, 45000.42 + float64(i)/100, "anonymous", "Peserta A", a, agree[(i+i%2)%len(agree)],
			45000 + i, []string{"Loket;", "Loket;Daring;", "Daring;Telepon;"}[i%3],
		}))
	}
	drafted(t, "microsoft-forms", []string{save(forms, "Kuesioner.xlsx")}, "testdata/workbooks/microsoft-forms.want")

	hand := excelize.NewFile() // made by hand: merged cells, two rows of heads, sums below, a second sheet
	must(hand.SetSheetName("Sheet1", "Sampul"))
	must(hand.SetSheetRow("Sampul", "A1", &[]any{"Laporan"}))
	_, err := hand.NewSheet("Data")
	must(err)
	must(hand.SetSheetRow("Data", "A1", &[]any{"KUESIONER PELATIHAN"}))
	must(hand.SetSheetRow("Data", "A3", &[]any{"No", "Nama", "Angkatan", "Pengajar", nil, "Sarana"}))
	must(hand.SetSheetRow("Data", "D4", &[]any{"Menguasai materi", "Sabar", "Ruang nyaman", "Makanan enak"}))
	for i := range 5 {
		must(hand.SetSheetRow("Data", "A"+string(rune('5'+i)), &[]any{i + 1, "Peserta " + string(rune('A'+i)), nil, 5 - i%2, "4", 3 + i%3, 4}))
	}
	must(hand.SetCellStr("Data", "C5", "I"))
	must(hand.SetCellStr("Data", "C8", "II"))
	must(hand.SetSheetRow("Data", "A11", &[]any{"Rata-rata", nil, nil, 4.6, 4, 3.8, 4}))
	for _, m := range []string{"A1:G1", "A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:G3", "C5:C7", "C8:C9"} {
		from, to, _ := strings.Cut(m, ":")
		must(hand.MergeCell("Data", from, to))
	}
	drafted(t, "hand-made", []string{save(hand, "Rekap.xlsm")}, "testdata/workbooks/hand-made.want")

	// The recap of an agency: two rows of heads, one that numbers the columns,
	// numbers of officials that became numbers, sums, verdicts, a signature, a
	// remark, and the key to the labels beside the table.
	recap := excelize.NewFile()
	for cell, row := range map[string][]any{
		"A1":  {"REKAPITULASI EVALUASI PENYELENGGARAAN"},
		"A3":  {"NO", "NAMA PESERTA", "NIP", "TENAGA PENGAJAR", nil, "SARANA", nil, "JUMLAH"},
		"D4":  {"Penguasaan materi", "Cara menyajikan", "Ruang kelas", "Asrama"},
		"A5":  {1, 2, 3, 4, 5, 6, 7, 8},
		"A14": {"Jumlah", nil, nil, 28, 27, 26, 28},
		"A15": {"Rata-rata", nil, nil, 3.5, 3.4, 3.3, 3.5},
		"A16": {"Kategori", nil, nil, "Baik", "Baik", "Baik", "Baik"},
		"F18": {"Surabaya, 12 Mei 2024"},
		"F22": {"Peserta Z"},
		"F23": {"NIP 196501011990031001"},
		"A25": {"*) Catatan: diisi oleh peserta"},
		"J3":  {"Arti", "Nilai"},
		"J4":  {"Sangat Baik", 4},
		"J5":  {"Baik", 3},
	} {
		must(recap.SetSheetRow("Sheet1", cell, &row))
	}
	for i := range 8 {
		answers := []any{i + 1, "Peserta " + string(rune('A'+i)), 1.98701012010011e17, 3 + i%2, 2 + i%3, "4", 3 - i%2, nil}
		if i == 3 {
			answers[4] = "-"
		}
		must(recap.SetSheetRow("Sheet1", "A"+strconv.Itoa(6+i), &answers))
	}
	for _, m := range []string{"A1:H1", "A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:G3", "H3:H4", "A15:C15"} {
		from, to, _ := strings.Cut(m, ":")
		must(recap.MergeCell("Sheet1", from, to))
	}
	// Codes, with their meaning and the questions on sheets of their own.
	legend := excelize.NewFile()
	must(legend.SetSheetName("Sheet1", "Data"))
	must(legend.SetSheetRow("Data", "A1", &[]any{"No", "Q1", "Q2", "Q3"}))
	codes := []string{"SS", "S", "CS", "CTS", "TS", "STS"}
	for i := range 18 {
		must(legend.SetSheetRow("Data", "A"+strconv.Itoa(i+2), &[]any{i + 1, codes[i%6], codes[(i*5+i/6)%6], codes[(i+i%2)%6]}))
	}
	for _, other := range []struct {
		name string
		rows [][]any
	}{
		{"Keterangan", [][]any{{"Singkatan", "Arti", "Nilai"}, {"SS", "Sangat Setuju", 6}, {"S", "Setuju", 5}, {"CS", "Cukup Setuju", 4}, {"CTS", "Cukup Tidak Setuju", 3}, {"TS", "Tidak Setuju", 2}, {"STS", "Sangat Tidak Setuju", 1}}},
		{"Pertanyaan", [][]any{{"Kode", "Pertanyaan"}, {"Q1", "Kantin ini bersih"}, {"Q2", "Kantin ini tenang"}, {"Q3", "Kantin ini murah"}}},
	} {
		_, err := legend.NewSheet(other.name)
		must(err)
		for i, row := range other.rows {
			must(legend.SetSheetRow(other.name, "A"+strconv.Itoa(i+1), &row))
		}
	}
	kantin := save(legend, "kantin.xlsx")
	drafted(t, "legend", []string{kantin}, "testdata/workbooks/legend.want")
	// The other sheets explain the answers also where their sheet is named.
	named := filepath.Join(t.TempDir(), "study.yaml")
	var out bytes.Buffer
	if run([]string{"init", kantin, "--sheet", "Data", "-o", named}, &out, &out) != 0 {
		t.Error(out.String())
	}
	if text, err := os.ReadFile(named); err != nil || !strings.Contains(string(text), "diambil dari keterangan di dalam berkas") || !strings.Contains(string(text), "Kantin ini murah") {
		t.Errorf("--sheet loses the legend: %v\n%s", err, text)
	}

	drafted(t, "recap", []string{save(recap, "Rekap Angkatan XII.xlsx")}, "testdata/workbooks/recap.want")
}

// drafted drafts a study for answers, compares it, and builds it.
func drafted(t *testing.T, name string, answers []string, golden string) {
	t.Helper()
	dir := filepath.Dir(answers[0])
	var out, errs bytes.Buffer
	if code := run(append([]string{"init"}, answers...), &out, &errs); code != 0 {
		t.Errorf("%s: init ends with %d\n%s", name, code, errs.String())
		return
	}
	got, err := os.ReadFile(filepath.Join(dir, "study.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if *diagtest.Update {
		if err := os.WriteFile(golden, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s: the draft differs from %s; run with -update and look at the difference\n%s", name, golden, got)
	}
	confirm(t, name, filepath.Join(dir, "study.yaml"), got)
	errs.Reset()
	if code := run([]string{"build", filepath.Join(dir, "study.yaml"), "-o", filepath.Join(dir, "out")}, &out, &errs); code != 0 {
		t.Errorf("%s: build ends with %d\n%s", name, code, errs.String())
		return
	}
	var results []byte // of the report, or of that of each cohort
	for _, pattern := range []string{"results.json", "*/results.json"} {
		files, err := filepath.Glob(filepath.Join(dir, "out", pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			results = append(results, data...)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "out", "index.html")); len(results) == 0 && err != nil { // cohorts may be too small for any
		t.Errorf("%s: there is no report", name)
	}
	if run(append([]string{"inspect"}, answers[:1]...), &out, &errs) != 0 {
		t.Errorf("%s: inspect fails\n%s", name, errs.String())
	}
	for _, p := range private {
		if strings.Contains(string(got)+string(results)+out.String()+errs.String(), p) {
			t.Errorf("%s: %q is shown", name, p)
		}
	}
}

// confirm deletes what a draft asks, and holds build to stopping before.
func confirm(t *testing.T, name, path string, text []byte) {
	t.Helper()
	if !bytes.Contains(text, []byte("\nassumed:\n")) {
		return
	}
	var out, errs bytes.Buffer
	if run([]string{"build", path, "-o", filepath.Join(filepath.Dir(path), "none")}, &out, &errs) != 1 || !strings.Contains(errs.String(), "[assumed]") {
		t.Errorf("%s: build does not stop before what is assumed is confirmed\n%s", name, errs.String())
	}
	text, _ = study.Number(text, func(labels []string) (numbers []int) { // where nothing tells the order
		for i := range labels {
			numbers = append(numbers, len(labels)-i)
		}
		return numbers
	})
	rest, ok := study.Confirm(text, func(int) bool { return true })
	if !ok {
		t.Errorf("%s: the entries of the draft cannot be deleted", name)
	}
	if err := os.WriteFile(path, rest, 0o600); err != nil {
		t.Fatal(err)
	}
}
