package draft

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

func make1(t testing.TB, text string, opt Options) (*Draft, diag.List) {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "a.csv")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return Make(filepath.Join(dir, "study.yaml"), []string{file}, opt)
}

// TestReversed marks the one item that runs against the others, not those it
// drags down with it.
func TestReversed(t *testing.T) {
	d, l := make1(t, "P1,P2,P3\n5,4,1\n4,4,2\n2,1,5\n1,2,4\n3,3,3\n5,5,1\n", Options{})
	if d == nil {
		t.Fatal(l)
	}
	text := string(d.Text)
	at := strings.Index(text, "pernyataan terbalik? Bila ya")
	if at < 0 || strings.Count(text, "pernyataan terbalik? Bila ya") != 1 || !strings.HasPrefix(strings.SplitN(text[at:], "\n", 3)[1], "      - {id: P3") {
		t.Errorf("the draft is\n%s", text)
	}
}

// TestOptions: title and languages are taken as they are given.
func TestOptions(t *testing.T) {
	d, l := make1(t, "P1,P2\n5,4\n4,4\n2,1\n", Options{Title: "Kepuasan: *2024*", Languages: []lang.Tag{lang.EN, lang.ID}, Schema: "./s.json"})
	if d == nil {
		t.Fatal(l)
	}
	st, l := study.Parse("study.yaml", d.Text)
	if len(l) > 0 || st.Title[lang.ID] != `Kepuasan: \*2024\*` || st.Body() != lang.EN || st.Second() != lang.ID {
		t.Errorf("%v: %+v", l, st)
	}
	if !strings.HasPrefix(string(d.Text), "# yaml-language-server: $schema=./s.json\n") {
		t.Errorf("the draft begins\n%.80s", d.Text)
	}
}

// TestBlocks divides items by their codes.
func TestBlocks(t *testing.T) {
	d, l := make1(t, "No,X1.1,X1.2,X2_1,X2_2,Y1,Y2,Total\n1,5,4,3,4,5,5,26\n2,4,4,2,3,2,2,17\n3,1,2,3,4,1,1,12\n", Options{})
	if d == nil {
		t.Fatal(l)
	}
	st, _ := study.Parse("study.yaml", d.Text)
	got := ""
	for _, c := range st.Constructs {
		got += c.ID + ":"
		for _, it := range c.Items {
			got += " " + it.ID
		}
		got += "; "
	}
	if got != "x1: X1.1 X1.2; x2: X2_1 X2_2; y: Y1 Y2; " {
		t.Errorf("the constructs are %s", got)
	}
}

// TestRepeated tells a question that stands twice because the form was edited
// from one that was answered twice and from one that was reworded.
func TestRepeated(t *testing.T) {
	d, l := make1(t, `Petugas ramah,Ruang bersih,Petugas ramah,Waktu tepat,Ruangan bersih,Waktu tepat
Setuju,Setuju,,Setuju,,Setuju
Tidak Setuju,Setuju,,Setuju,,Setuju
Setuju,Tidak Setuju,,Tidak Setuju,,Netral
,,Setuju,Sangat Setuju,Setuju,Setuju
,,Tidak Setuju,Setuju,Tidak Setuju,Setuju
,,Sangat Setuju,Setuju,Setuju,Netral
`, Options{})
	if d == nil {
		t.Fatal(l)
	}
	want := []string{
		"the columns A and C have the same question, of which nobody answered both; they are read as one",
		"the columns D and F have the same question, and some answered both; they are two items until you delete one",
		"the columns B and E have nearly the same question, of which nobody answered both; if it is one, give both the same header",
	}
	for _, w := range want {
		if !slices.Contains(d.Assumed, w) {
			t.Errorf("it assumes %q, not %s", d.Assumed, w)
		}
	}
	st, _ := study.Parse("study.yaml", d.Text)
	if n := len(st.Constructs[0].Items); n != 5 || st.Constructs[0].Items[0].Column != "Petugas ramah" {
		t.Errorf("there are %d items, of columns %+v", n, st.Constructs[0].Items)
	}
}

// TestChance leaves alone what chance may have made.
func TestChance(t *testing.T) {
	d, _ := make1(t, "P1,P2,P3\n5,4,3\n4,4,4\n2,1,3\n1,2,3\n3,3,2\n5,5,3\n", Options{})
	if strings.Contains(string(d.Text), "pernyataan terbalik? Bila ya") {
		t.Errorf("a weak r is remarked on in\n%s", d.Text)
	}
}

// TestNoItems says so when nothing looks like answers, and shows nothing.
func TestNoItems(t *testing.T) {
	d, l := make1(t, "Nama,Saran\nAni,bagus\nBudi,cukup ramai\n", Options{})
	if d != nil || len(l) != 1 || l[0].Code != "no-items" || !strings.Contains(l[0].Hint, "so few respondents (2)") || strings.Contains(l[0].Message+l[0].Hint, "Ani") {
		t.Errorf("found %v", l)
	}
}

// TestStatementsInRows refuses a table that stands the other way round, and
// one of answers that are counted already.
func TestStatementsInRows(t *testing.T) {
	for _, text := range []string{
		"Pernyataan,R1,R2,R3\nMateri jelas,4,5,3\nRuang nyaman,3,4,4\nPanitia ramah,5,5,4\n",
		"No,Aspek yang dinilai,SS,S,TS\n1,Materi jelas,14,8,3\n2,Ruang nyaman,13,9,3\n3,Panitia ramah,15,10,0\n",
	} {
		if d, l := make1(t, text, Options{}); d != nil || len(l) != 1 || l[0].Code != "statements-in-rows" {
			t.Errorf("%s gives %v", text, l)
		}
	}
	if d, l := make1(t, "Item,P1,P2\nA,4,5\nA,3,4\nB,5,4\n", Options{}); d == nil {
		t.Errorf("what is repeated names no statement: %v", l)
	}
}

func TestTicks(t *testing.T) {
	for tick, want := range map[string]string{"v": "ticks-under-answers", "1": "ticks-under-answers", "X": "ticks-under-answers", "lain": "no-items"} {
		text := "No,P1,,,P2,,\n,S,R,TS,S,R,TS\n" + strings.NewReplacer("v", tick).Replace("1,v,,,v,,\n2,,v,,v,,\n3,,v,,,,v\n4,v,,,,v,\n5,,v,,,,v\n6,v,,,v,,\n")
		if d, l := make1(t, text, Options{}); d != nil || len(l) != 1 || l[0].Code != want {
			t.Errorf("%s: %v", tick, l)
		}
	}
}

// TestGaps remarks on an item that most respondents left out.
func TestGaps(t *testing.T) {
	d, l := make1(t, "P1,P2,P3\n5,4,1\n4,4,\n2,1,\n1,2,\n3,3,3\n5,5,\n", Options{})
	if d == nil {
		t.Fatal(l)
	}
	if n := strings.Count(string(d.Text), "4 dari 6 responden tidak menjawab"); n != 1 || !slices.ContainsFunc(d.Assumed, func(s string) bool { return strings.HasPrefix(s, "P3: 4 of 6 gave no answer") }) {
		t.Errorf("it is said %d times in\n%s\nand assumed %q", n, d.Text, d.Assumed)
	}
}

// TestTitle takes away what programs add to the name of a file.
func TestTitle(t *testing.T) {
	for files, want := range map[string]string{
		"Evaluasi Diklat (Jawaban) - Form Responses 1.csv":              "Evaluasi Diklat",
		"Kuesioner (Responses).xlsx":                                    "Kuesioner",
		"Evaluasi PKA 2025 (Respons).xlsx":                              "Evaluasi PKA 2025",
		"Evaluasi PKA 2025 (Respons) (1).xlsx":                          "Evaluasi PKA 2025",
		"Respons Peserta.xlsx":                                          "Respons Peserta",
		"Evaluasi E-Learning(1-28).xlsx":                                "Evaluasi E-Learning",
		"Survei_Kepuasan_-_all_versions_-_labels.csv":                   "Survei Kepuasan",
		"Work+Survey.csv":                                               "Work Survey",
		"jawaban (1).csv":                                               "jawaban",
		"(Jawaban).csv":                                                 "(Jawaban)",
		"Evaluasi Latsar Angkatan 1.csv|Evaluasi Latsar Angkatan 2.csv": "Evaluasi Latsar",
		"Angkatan I.csv|Angkatan II.csv":                                "Angkatan I, Angkatan II",
		"Diklat 2023.csv|Diklat 2024.csv":                               "Diklat",
	} {
		if got := (&plan{files: strings.Split(files, "|")}).fileTitle(); got != want {
			t.Errorf("%s has the title %q, want %q", files, got, want)
		}
	}
}

// TestCohorts names cohorts after their files, as briefly as all of them can be.
func TestCohorts(t *testing.T) {
	for files, want := range map[string]string{
		"Latsar Angkatan 1.csv|Latsar Angkatan 2.csv": "Angkatan 1|Angkatan 2",
		"Latsar_Kelas_A.csv|Latsar_Kelas_B.csv":       "Kelas A|Kelas B",
		"Latsar Angkatan 1.csv|Latsar lain.csv":       "Latsar Angkatan 1|Latsar lain",
		"a/Kelas A.csv|b/Kelas A.csv":                 "Kelas A|b Kelas A",
	} {
		if got := strings.Join(cohortNames(strings.Split(files, "|")), "|"); got != want {
			t.Errorf("%s are the cohorts %s, want %s", files, got, want)
		}
	}
}

// TestCohortTable: of several files one may say what differs between the cohorts. An export
// that names persons has heads like one, and more.
func TestCohortTable(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return file
	}
	answers := "Angkatan,Nama,NIP,Materi jelas,Ruang nyaman\n"
	for i := range 40 {
		answers += fmt.Sprintf("%s,Orang %d,%d,%s,%s\n", []string{"Angkatan I", "Angkatan II"}[i%2], i, i, []string{"Setuju", "Tidak Setuju", "Sangat Setuju"}[i%3], []string{"Setuju", "Tidak Setuju", "Sangat Setuju"}[i*i%3])
	}
	export, second := write("jawaban.csv", answers), write("lain.csv", answers)
	table := write("angkatan.csv", "No,Angkatan,Jumlah Peserta,Tempat\n1,Angkatan I,25,Surabaya\n2,Angkatan II,20,Malang\n")
	for _, files := range [][]string{{export, table}, {table, export}} {
		d, ds := Make(filepath.Join(dir, "study.yaml"), files, Options{})
		if d == nil || d.Rows != 40 || !strings.Contains(string(d.Text), "\n  file: jawaban.csv\n  cohort: Angkatan") || !strings.Contains(string(d.Text), "\ncohorts: angkatan.csv ") {
			t.Errorf("%v: %v", files, ds)
		}
	}
	for i, text := range []string{
		"Angkatan,Jumlah Peserta,Biaya\nAngkatan I,25,1000000\nAngkatan II,20,2000000\n",
		"No;Nama Angkatan;Tempat;Periode;Penyelenggara;Biaya\n1;Angkatan I;Surabaya;Januari;Bidang I;10\n2;Angkatan II;Malang;Februari;Bidang II;20\n\n",
		"Cohort,Title,Venue,Room\nAngkatan I,The first,Surabaya,2\n",
	} {
		other := write(fmt.Sprintf("tabel%d.csv", i), text)
		if d, ds := Make(filepath.Join(dir, "study.yaml"), []string{export, other}, Options{}); d == nil || d.Rows != 40 || !strings.Contains(string(d.Text), "\ncohorts: tabel") {
			t.Errorf("table %d is taken for answers: %v", i, ds)
		}
	}
	if d, ds := Make(filepath.Join(dir, "study.yaml"), []string{export, second}, Options{}); d == nil || d.Rows != 80 || strings.Contains(string(d.Text), "\ncohorts:") {
		t.Error(ds)
	}
	if d, ds := Make(filepath.Join(dir, "study.yaml"), []string{table, table}, Options{}); d != nil || !ds.HasErrors() {
		t.Error(ds)
	}
}

// BenchmarkMake drafts a study of 300 items, of 2,000, and of 20 with 50,000 respondents.
func BenchmarkMake(b *testing.B) {
	for _, size := range []struct{ items, rows int }{{300, 60}, {2000, 20}, {20, 50000}} {
		var text strings.Builder
		for i := range size.items {
			fmt.Fprintf(&text, "Pernyataan %d tentang pelayanan,", i)
		}
		labels := []string{"Setuju", "Sangat Setuju", "Ragu-ragu", "Tidak Setuju"}
		for r := range size.rows {
			text.WriteString("\n")
			for i := range size.items {
				text.WriteString(labels[(r*7+i*i+r*i)%len(labels)] + ",")
			}
		}
		b.Run(fmt.Sprintf("%dx%d", size.items, size.rows), func(b *testing.B) {
			for b.Loop() {
				if d, l := make1(b, text.String(), Options{}); d == nil {
					b.Fatal(l)
				}
			}
		})
	}
}

// FuzzMake drafts a study of anything: what is drafted is a study without
// errors whose answers can be read.
func FuzzMake(f *testing.F) {
	fixtures, err := filepath.Glob("../../cmd/wogreport/testdata/dialects/*/*")
	if err != nil || len(fixtures) == 0 {
		f.Fatal("no fixtures")
	}
	for _, name := range fixtures {
		if strings.HasSuffix(name, ".want") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Add("A,A,B [x],B [x]\n1,,SS,S\n,2,S,TS\n99,5,-,N\n")
	f.Add("1 - a,a: {b}\n1 (x),5\n2,4\n3 (y),\"#\"\n")
	f.Fuzz(func(t *testing.T, text string) {
		d, l := make1(t, text, Options{})
		if d == nil {
			if !l.HasErrors() {
				t.Error("no draft and no error")
			}
			return
		}
		path := filepath.Join(t.TempDir(), "study.yaml")
		numbered, _ := withNumbers(d.Text)
		st, l := study.Parse(path, numbered)
		if st == nil || st.Accept(l).HasErrors() {
			t.Fatalf("the draft is no study: %v\n%s", l, d.Text)
		}
		if err := os.WriteFile(filepath.Join(filepath.Dir(path), "a.csv"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, l := responses.Read(st); l.HasErrors() {
			t.Fatalf("the answers of the draft cannot be read: %v\n%s", l, d.Text)
		}
	})
}

// TestCapitals takes headings in capitals to words for a sentence, and leaves
// abbreviations, names and codes.
func TestCapitals(t *testing.T) {
	for text, want := range map[string]string{
		"TENAGA PENGAJAR":          "tenaga pengajar",
		"SARANA DAN PRASARANA":     "sarana dan prasarana",
		"KUALITAS SDM":             "kualitas SDM",
		"PELATIHAN DASAR CPNS OPD": "pelatihan dasar CPNS OPD",
		"PENYELENGGARA":            "penyelenggara",
		"FOMO":                     "FOMO",
		"X1 KUALITAS":              "X1 KUALITAS",
		"Tenaga Pengajar":          "Tenaga Pengajar",
		"":                         "",
	} {
		if got := calm(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"Sarana":                                 "Sarana",
		"Seberapa puas Anda dengan hal berikut?": "“Seberapa puas Anda dengan hal berikut”",
		"Petunjuk:":                              "Petunjuk",
		"Di bawah ini ada beberapa pernyataan. Pilihlah jawaban yang paling sesuai dengan keadaan Anda, lalu kirim": "“Di bawah ini ada beberapa pernyataan. Pilihlah jawaban yang paling …”",
	} {
		if got := heading(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
	d, _ := make1(t, "No,PENGAJAR SABAR,Ruang bersih,WoG\n1,4,5,3\n2,3,4,4\n3,5,5,4\n", Options{})
	for _, want := range []string{"column: PENGAJAR SABAR, statement: Pengajar sabar}", "statement: Ruang bersih}", "statement: WoG}"} {
		if !strings.Contains(string(d.Text), want) {
			t.Errorf("there is no %s in\n%s", want, d.Text)
		}
	}
}

// TestKind drafts a report per cohort where the answers tell cohorts, unless it
// is told otherwise, and takes the title of the sheet before the file's name.
func TestKind(t *testing.T) {
	const items = "Materi jelas,Pengajar ramah\n5,4\n4,4\n2,1\n3,5\n"
	const cohorts = "Angkatan,Materi jelas,Pengajar ramah\nI,5,4\nI,4,4\nII,2,1\nII,3,5\n"
	for _, c := range []struct {
		text, kind      string
		want            string
		reports, cohort string
		title           string
	}{
		{items, "", "article", "together", "", "a"},
		{cohorts, "", "evaluation", "by-cohort", "Angkatan", "a"},
		{cohorts, "article", "article", "together", "Angkatan", "a"},
		{items, "evaluation", "evaluation", "together", "", "a"},
		{"REKAP EVALUASI PELATIHAN,\n,\n" + items, "", "article", "together", "", "Rekap evaluasi pelatihan"},
		{"Petunjuk: isilah dengan jujur,\nSurvei Kepuasan 2024,\n" + items, "", "article", "together", "", "Survei Kepuasan 2024"},
		{"Angkatan I,\n" + items, "", "article", "together", "", "a"},
	} {
		d, l := make1(t, c.text, Options{Kind: c.kind})
		if d == nil {
			t.Fatal(l)
		}
		st, _ := study.Parse("study.yaml", d.Text)
		if st.Kind != c.want || st.Reports != c.reports || st.Responses.Cohort != c.cohort || st.Title[lang.ID] != c.title {
			t.Errorf("%.20q with kind %q: %s, %s, cohort %q, title %q", c.text, c.kind, st.Kind, st.Reports, st.Responses.Cohort, st.Title[lang.ID])
		}
	}
	dir := t.TempDir()
	var files []string
	for _, name := range []string{"Evaluasi Angkatan I.csv", "Evaluasi Angkatan II.csv"} {
		files = append(files, filepath.Join(dir, name))
		if err := os.WriteFile(files[len(files)-1], []byte(items), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d, l := Make(filepath.Join(dir, "study.yaml"), files, Options{})
	if d == nil {
		t.Fatal(l)
	}
	st, _ := study.Parse("study.yaml", d.Text)
	if st.Kind != "evaluation" || st.Reports != "by-cohort" || len(st.Responses.Cohorts) != 2 || st.Title[lang.ID] != "Evaluasi" {
		t.Errorf("of two files is drafted\n%s", d.Text)
	}
}

// TestProfile: columns whose headers ask who somebody is are the table of respondents:
// ages in classes, never remarks that few wrote.
func TestProfile(t *testing.T) {
	row := "%s,%d,%s,%s,%d,%d,%d\n"
	text := "Jenis Kelamin,Usia,Pendidikan terakhir,Komentar,P1,P2,P3\n"
	for i := range 40 {
		text += fmt.Sprintf(row, []string{"P", "L"}[i%2], 19+i*7%40, []string{"SMA", "S1", "S2"}[i%3], []string{"Baik", "", "Cukup baik sekali"}[i%3], 1+i%5, 1+(i+i/7)%5, 1+(i+i/9)%5)
	}
	d, l := make1(t, text, Options{})
	if d == nil {
		t.Fatal(l)
	}
	if want := "\nprofile: [Jenis Kelamin, {column: Usia, classes: [20, 30, 40, 50]}, Pendidikan terakhir]\n"; !strings.Contains(string(d.Text), want) {
		t.Errorf("no %q in\n%s", want, d.Text)
	}
}
