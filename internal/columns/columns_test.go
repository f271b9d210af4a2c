package columns

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"wogreport/internal/diag"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// read makes a sheet of columns, each a header and its values divided by "|";
// shorter columns are repeated.
func read(t *testing.T, cols ...string) *sheet.Sheet {
	t.Helper()
	var split [][]string
	rows := 0
	for _, c := range cols {
		split = append(split, strings.Split(c, "|"))
		rows = max(rows, len(split[len(split)-1]))
	}
	var b strings.Builder
	for r := range rows {
		for i, c := range split {
			if i > 0 {
				b.WriteByte('\t')
			}
			k := r
			if r > 0 {
				k = 1 + (r-1)%(len(c)-1)
			}
			b.WriteString(c[k])
		}
		b.WriteByte('\n')
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("a.tsv", []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	var l diag.List
	s := sheet.Read("a.tsv", diag.Pos{}, sheet.Options{}, &l)
	if len(l) > 0 {
		t.Fatal(l)
	}
	return s
}

// TestKinds puts each column beside two plain items. The values are made up.
func TestKinds(t *testing.T) {
	for _, c := range []struct {
		column string
		want   Kind
	}{
		{"Timestamp|2017/10/09 9:54:41 PM GMT+7|2017/10/09 9:55:41 PM GMT+7|2017/10/10 1:00:00 AM GMT+7", Timestamp},
		{"Cap waktu|9/10/2017 14:52:43|13/10/2017 9:00:00|9/10/2017 14:53:00", Timestamp},
		{"Stempel waktu|9/10/2017 14.52.43|9/10/2017 15.02.00", Timestamp},
		{"Timestamp|43017.62|43018.1|43019", Timestamp},
		{"submitdate|2021-05-03T10:00:00Z|2021-05-04T10:00:00Z", Timestamp},
		{"_submission_time|2023-01-05T08:00:00.000+07:00|2023-01-06T08:00:00.000+07:00", Timestamp},
		{"Nama Lengkap|Ani|Budi|Citra", Name},
		{"Nama|Ani|Ani|Ani", Name},
		{"Nama Instansi|Dinas A|Dinas A|Dinas B|Dinas B|Dinas A|Dinas B", Category},
		{"Alamat email|a@example.org|b@example.org", Email},
		{"Kontak yang dapat dihubungi|a@example.org|b@example.org|c@example.org", Email},
		{"Nomor HP / WA|081234567890|+62 812-3456-7890", Phone},
		{"Kolom|081234567890|081234567891|6281234567892", Phone},
		{"NIP|198701012010011001|198801012010011002", IDNumber},
		{"Data|1.98701012010011E+17|1.98801012010011E+17|1.99E+17", IDNumber},
		{"Data|19870101 201001 1 001|19880101 201001 1 002", IDNumber},
		{"NPWP|01.234.567.8-901.000|01.234.567.8-902.000", IDNumber},
		{"Alamat rumah|Jalan A|Jalan B", Address},
		{"Tempat, Tanggal Lahir|Surabaya, 1 Mei 1990|Malang, 2 Mei 1991", BirthDate},
		{"Tanggal lahir|1/5/1990|2/5/1991", BirthDate},
		{"IP Address|10.0.0.1|10.0.0.2", IP},
		{"Sumber|2001:db8::1|2001:db8::2", IP},
		{"LocationLatitude|-7.25|-7.26", Location},
		{"Unggah foto|https://example.org/1|https://example.org/2", Link},
		{"Umur|21|34|45|28|30|21", Number},
		{"Masa kerja (tahun)|2|3|5|4|2|3", Number},
		{"Jenis Kelamin|L|P|P|L|L|P|L|P", Category},
		{"Saran dan masukan|bagus|bagus|bagus", Text},
		{"Bagaimana menurut Anda?|baik sekali|perlu ditingkatkan|waktunya kurang lama|cukup|ya|tidak ada masalah", Text},
		{"Score|12 / 20|13 / 20", Score},
		{"Total|44|45|41|39", Score},
		{"Media yang dipakai|Buku, Video|Video, Modul|Buku, Video, Modul|Buku|Video", Multi},
		{"No|1|2|3|4|5|6", ID},
		{"_uuid|1b4e28ba-2fa1-11d2-883f-0016d3cca427|1b4e28ba-2fa1-11d2-883f-0016d3cca428", ID},
		{"Respondent ID|118|119|127|128|130|131", ID},
		{"Kode|20210001|20210002|20210013|20210024|20210035|20210036", ID},
		{"Responden|R1|R2|R3|R4|R5|R6", ID},
		{"Nama|X1|X2|X3|X4|X1|X2", Name},
		{"lastpage|3|3|3", Service},
		{"Timing - Click Count|2|3|1|2", Service},
		{"consent_t_Page Submit|2.5|3.1|1.4", Service},
		{"Meta - Operating System|Windows NT 10.0|Macintosh", Service},
		{"Question time: Q1|12|20|3", Service},
		{"Telepon|Telepon|Telepon||Telepon", Multi},
		{"Berapa rentang IPK Anda?|3,50 - 4,00|3,00 - 3,49|3,50 - 4,00|3,00 - 3,49", Category},
		{"Seberapa sering?|Pernah, tetapi jarang dipakai|Belum|Pernah, tetapi jarang dipakai|Belum", Category},
		{"Apakah Anda sering begadang karena tugas atau kegiatan lainnya?|Ya, sering|Tidak|Tidak|Ya, sering", Category},
		{"Berapa kali Anda ikut pelatihan?|2|3|5|1", Number},
		{"How many courses did you take?|2|3|5|1", Number},
		{"Persetujuan|Bersedia|Bersedia", Constant},
		{"Mulai|45474.333333333336|45474.375|45475.416666666664", Timestamp},
		{"Kelahiran|29000|33025|30111", BirthDate},
		{"Tanggal|1/5/1990|2/5/1985|7/8/2001", BirthDate},
		{"Tanggal|1/5/2023|2/5/2024|7/8/2024", Timestamp},
		{"Panitia mudah dihubungi lewat WA|4|5|3|4|2", Likert},
		{"Alamat situs mudah diingat|4|5|3|4|2", Likert},
		{"Jumlah panitia memadai|4|5|3|4|2", Likert},
		{"Jumlah anak|4|1|3|0|2", Score},
		{"Frekuensi pelatihan setahun|4|1|3|1|2", Number},
		{"Frekuensi pelatihan memadai|4|1|3|1|2", Likert},
		{"Pelatihan yang pernah diikuti|4|1|3|1|2", Number},
		{"Pengalaman mengajar (tahun)|4|1|3|1|2", Number},
		{"Pengalaman|4|5|5|4|5|3|5|4|ikut dua kali saja|5", Likert},
		{"Pengalaman|4|ikut dua kali saja|5|4|ikut sekali|5|3|5|4|5", Category},
		{"Kosong||", Empty},
		{"Pelayanan ramah|Setuju|Sangat Setuju|Tidak Setuju", Likert},
		{"Saya mendapat info lewat email|SS|S|TS|S|S", Likert},
		{"Pelayanan cepat|5|4|3|4|99", Likert},
		{"Pelayanan jelas|4 - Setuju|5 - Sangat Setuju|4 - Setuju", Likert},
		{"Seberapa yakin Anda (1-10)?|8|10|7|8|9|10|6|5|8|8|50", Likert},
		{"Seberapa puas Anda? (Skala 1-5, 1 = Sangat tidak puas)|4|5|3|4", Likert},
		{"Nilai ujian (skala 0-100)|84|75|63|64", Number},
		{"Kerja sama|a. Sangat Baik|b. Baik|a. Sangat Baik|c. Cukup", Likert},
		{"How confident are you?|Very confident|Not confident|Somewhat confident|Confident", Likert},
		{"Level|L1|L2|L3|L1|L2|L3", Category},
		{"Kelompok UKT|U0|U1|U2|U0|U1|U2", Category},
		{"Jenis eselon|E1|E2|E3|E1|E2|E3", Category},
		{"Tingkat kepuasan|A1|A2|A3|A1|A2|A3", Likert},
		{"G1Q1|A1|A2|A3|A1|A2|A3", Likert},
		{"Ruang nyaman|Sangat Nyaman|Kurang Nyaman|Nyaman|Nyaman", Likert},
	} {
		s := read(t, c.column, "A1|4|5|3|4|2|4", "A2|3|4|4|5|2|1")
		cols, _ := Classify(s)
		if got := cols[0].Kind; got != c.want {
			t.Errorf("%s is %q (%s), want %q", c.column, got, cols[0].Why, c.want)
		}
		if (cols[0].Kind.Private() || cols[0].Kind == Category || cols[0].Kind == Constant) && cols[0].Example != "" {
			t.Errorf("%s shows the example %q", c.column, cols[0].Example)
		}
		if cols[1].Kind != Likert || cols[2].Kind != Likert {
			t.Errorf("beside %s the items are %s and %s", c.column, cols[1].Kind, cols[2].Kind)
		}
	}
}

// TestScales takes the values of one item's column to the scale that is assumed.
func TestScales(t *testing.T) {
	for values, want := range map[string]string{
		"SS|S|RR|TS|STS": "1 STS, 2 TS, 3 RR, 4 S, 5 SS",
		"SS|S|N|TS":      "1 STS, 2 TS, 3 N, 4 S, 5 SS",
		"SS|S|TS|STS":    "1 STS, 2 TS, 3 S, 4 SS",
		"Sangat Setuju|Setuju|Netral|Kurang Setuju|Tidak Setuju": "1 TS, 2 KS, 3 N, 4 S, 5 SS",
		"SS|S|RR|KS":       "1 TS, 2 KS, 3 RR, 4 S, 5 SS",
		"SS|S|KS|TS|STS":   "1 STS, 2 TS, 3 KS, 4 S, 5 SS",
		"SS|S|CS|KS|TS":    "1 TS, 2 KS, 3 CS, 4 S, 5 SS",
		"S|N|TS":           "1 TS, 2 N, 3 S",
		"SS|S|N|KS|TS|STS": "1 STS, 2 TS, 3 KS, 4 N, 5 S, 6 SS",
		"SS|S|N|KS|STS":    "1 STS, 2 TS, 3 KS, 4 N, 5 CS, 6 S, 7 SS",
		strings.Repeat("SS|S|N|KS|TS|", 8) + "lihat di atas": "1 TS, 2 KS, 3 N, 4 S, 5 SS",
		"SP|P|CP|KP|TP": "1 TP, 2 KP, 3 CP, 4 P, 5 SP",
		"Sangat Puas|Puas|Netral|Kurang Puas|Tidak Puas":             "1 TP, 2 KP, 3 N, 4 P, 5 SP",
		"Sangat Baik|Baik|Cukup Baik|Kurang Baik|Tidak Baik":         "1 TB, 2 KB, 3 CB, 4 B, 5 SB",
		"Sangat Nyaman|Nyaman|Biasa Saja|Kurang Nyaman|Tidak Nyaman": "1 TN, 2 KN, 3 BS, 4 N, 5 SN",
		"Cukup Setuju|Setuju|Sangat Setuju|Tdk Setuju":               "1 TS, 2 CS, 3 S, 4 SS",
		"CS|S|SS|KS|TS|STS":                                                     "1 STS, 2 TS, 3 KS, 4 CS, 5 S, 6 SS",
		"sangat  setuju.|SETUJU|Setuju |Netral":                                 "1 STS, 2 TS, 3 N, 4 S, 5 SS",
		"Sangat Puas|Puas|Kurang Puas|Tidak Puas":                               "1 TP, 2 KP, 3 P, 4 SP",
		"Tidak Sesuai|Kurang Sesuai|Sesuai|Sangat Sesuai":                       "1 TS, 2 KS, 3 S, 4 SS",
		"Selalu|Sering|Kadang-kadang|Tidak Pernah|Jarang":                       "1 TP, 2 JR, 3 KD, 4 SR, 5 SL",
		"Sangat Baik|Baik|Cukup|Kurang":                                         "1 K, 2 C, 3 B, 4 SB",
		"Strongly agree|Agree|Neutral|Disagree":                                 "1 STS, 2 TS, 3 N, 4 S, 5 SS",
		"Very satisfied|Satisfied|Dissatisfied|Neutral":                         "1 STP, 2 TP, 3 N, 4 P, 5 SP",
		"1 - Sangat Setuju|2 - Setuju|3 - Tidak Setuju|4 - Sangat Tidak Setuju": "1 SS, 2 S, 3 TS, 4 STS",
		"sangat_setuju|setuju|tidak_setuju|netral":                              "1 STS, 2 TS, 3 N, 4 S, 5 SS",
		"1 (Buruk)|2|3|4|5 (Bagus)":                                             "1 , 2 , 3 , 4 , 5 ",
		"A1|A2|A4|A5":                                                           "1 A1, 2 A2, 3 A3, 4 A4, 5 A5",
		"2|3|4|5":                                                               "numbers 1 to 5",
		"1|2|3|4":                                                               "numbers 1 to 4",
		"0|3|7|10":                                                              "numbers 0 to 10",
		"1|5|6|7":                                                               "numbers 1 to 7",
		"4,0|5,0|3,0":                                                           "numbers 1 to 5",
		"5|4|99|3":                                                              "numbers 1 to 5",
		"a. Sangat Setuju|b. Setuju|c. Tidak Setuju|d. Sangat Tidak Setuju": "1 STS, 2 TS, 3 S, 4 SS",
		strings.Repeat("1|2|3|2|3|", 20) + "1":                              "numbers 1 to 4", // two items prove nothing
	} {
		rows := "|" + values + "|" + values
		_, scales := Classify(read(t, "Q1"+rows, "Q2"+rows))
		if len(scales) != 1 {
			t.Errorf("%s: %d scales", values, len(scales))
			continue
		}
		s := scales[0]
		var points []string
		for _, p := range s.Points {
			points = append(points, fmt.Sprintf("%d %s", p.Value, p.Code))
		}
		got := strings.Join(points, ", ")
		if len(s.Points) == 0 {
			got = fmt.Sprintf("numbers %d to %d", s.Min, s.Max)
		}
		if got != want {
			t.Errorf("%s is the scale %s, want %s", values, got, want)
		}
	}
}

// TestNeutralInTheMiddle: of labels that fit no form with the neutral one in
// its middle only those found are drafted, and it is said.
func TestNeutralInTheMiddle(t *testing.T) {
	values := "|SS|S|Netral|KS|TS|STS"
	_, scales := Classify(read(t, "P1"+values, "P2"+values))
	if len(scales) != 1 || len(scales[0].Points) != 6 || !strings.Contains(said(scales[0]), `"Netral" is not in the middle`) {
		t.Errorf("the scales are %+v", scales)
	}
	for _, l := range known() {
		for out := range l.rungs { // all but one of any known form
			var answers []answer
			for i, r := range l.rungs {
				if i != out {
					answers = append(answers, answer{label: study.FoldLabel(r.id), raw: r.id, n: 1})
				}
			}
			best := ladderOf(answers)
			if best == nil {
				t.Fatalf("%s: %v fits nothing", l.name, answers)
			}
			s := scaleOf(&family{answers: answers, ladder: best})
			for i, p := range s.Points {
				if neutral := (&ladder{rungs: []rung{{id: p.ID}}}); neutral.neutral() == 0 && 2*i != len(s.Points)-1 && len(s.Points) > len(answers) {
					t.Errorf("%s: of %v is made %v", l.name, answers, s.Points)
				}
			}
		}
	}
}

// TestLonger asks about a complete scale of which a longer form has another point at an end.
func TestLonger(t *testing.T) {
	for values, want := range map[string]string{
		"Kurang|Cukup|Baik|Sangat Baik":                   "“Sangat Kurang”",
		"Poor|Fair|Good|Excellent":                        "“Very poor”",
		"Tidak Setuju|Kurang Setuju|Setuju|Sangat Setuju": "“Sangat Tidak Setuju”",
		"Tidak Pernah|Kadang-kadang|Sering|Selalu":        "",
		"SS|S|TS|STS":   "",
		"SS|S|N|TS|STS": "",
	} {
		_, scales := Classify(read(t, "P1|"+values, "P2|"+values))
		asked := scales[0].Asked
		if want == "" && len(asked) > 0 || want != "" && (len(asked) != 1 || !strings.Contains(asked[0].Why.String(), want) || len(asked[0].Options) < 2) {
			t.Errorf("of %s it asks %+v", values, asked)
		}
	}
}

// TestStrayCells: a few remarks in a column of answers make it no other column,
// and are no points of its scale.
func TestStrayCells(t *testing.T) {
	remark := strings.Repeat("kata teman saya, ", 6) + "ruang itu bocor"
	cols, scales := Classify(read(t, "Materi jelas|Setuju|Sangat Setuju|Tidak Setuju|Netral|Setuju|Setuju|Netral|Setuju|Netral", "Ruang nyaman|Setuju|Netral|"+remark+"|Setuju|Netral|Setuju|Netral|Netral|Setuju"))
	if cols[1].Kind != Likert || len(scales) != 1 || len(scales[0].Points) != 5 || strings.Contains(fmt.Sprint(scales), "bocor") {
		t.Errorf("it is %s, on %+v", cols[1].Kind, scales)
	}
	// Among numbers a text that stands often is no point of a scale either.
	_, scales = Classify(read(t, "P1|4|5|3|2", "P2|1|2|3|4|5|Bambang S|3|Bambang S|2|4|1|Bambang S"))
	if strings.Contains(fmt.Sprint(scales), "Bambang") {
		t.Errorf("the scales are %+v", scales)
	}
}

// TestPeopleAreNoScale: names that several columns share are no labels.
func TestPeopleAreNoScale(t *testing.T) {
	for _, heads := range [][3]string{{"Coach 1", "Coach 2", "Coach 3"}, {"Sesi pagi", "Sesi siang", "Sesi sore"}} {
		names := "|Ani Lestari|Budi Santoso|Citra Dewi|Ani Lestari|Budi Santoso|Citra Dewi"
		cols, scales := Classify(read(t, heads[0]+names, heads[1]+names, heads[2]+names, "Materi jelas|Setuju|Tidak Setuju|Netral"))
		if cols[0].Kind == Likert || strings.Contains(fmt.Sprint(scales), "Budi") {
			t.Errorf("%s is %s; the scales are %+v", heads[0], cols[0].Kind, scales)
		}
	}
	values := "|Setiap Hari|Beberapa Kali|Tidak Sempat|Setiap Hari"
	if cols, _ := Classify(read(t, "Membaca"+values, "Menulis"+values, "Berlatih"+values)); cols[0].Kind != Likert {
		t.Errorf("labels with capitals are %s", cols[0].Kind)
	}
}

// TestOptionsOfOtherQuestions: codes of options are on the scale of a grid only
// where they may be its options.
func TestOptionsOfOtherQuestions(t *testing.T) {
	grid := "|A1|A2|A3|A4|A5|A4|A2"
	cols, _ := Classify(read(t, "G1[SQ1]"+grid, "G1[SQ2]"+grid, "G1[SQ3]|A1|A2|A1", "Q2|A1|A2|A1|A2|A1", "Q3|A1|A2|A3|A4|-oth-", "Q4|A1|A2|A3|A4|A2", "Q4[other]|||||", "Q5"+grid))
	for i, want := range []Kind{Likert, Likert, Likert, Category, Text, Multi, Multi, Likert} {
		if cols[i].Kind != want {
			t.Errorf("%s is %s (%s), want %s", cols[i].Header, cols[i].Kind, cols[i].Why, want)
		}
	}
}

// TestZeros: a column by itself that goes down to zero where the others do not
// counts something.
func TestZeros(t *testing.T) {
	cols, _ := Classify(read(t, "Diklat sebelumnya|0|2|5|0|1", "Materi jelas|4|5|3|2|4", "Ruang nyaman|3|5|3|2|1", "Panitia ramah|4|4|3|5|1"))
	if cols[0].Kind != Number || cols[1].Kind != Likert {
		t.Errorf("they are %s and %s", cols[0].Kind, cols[1].Kind)
	}
	cols, _ = Classify(read(t, "Materi jelas|0|2|5|0|1", "Ruang nyaman|0|5|3|2|1", "Panitia ramah|4|4|3|5|1"))
	if cols[0].Kind != Likert {
		t.Errorf("a scale from zero is %s", cols[0].Kind)
	}
}

// TestKey reads a key to the numbers as people write it above or below a table.
func TestKey(t *testing.T) {
	for notes, want := range map[string]string{
		"Skala: 4 = Sangat Baik; 3 = Baik; 2 = Cukup; 1 = Kurang":                                      "1 kurang, 2 cukup, 3 baik, 4 sangat baik",
		"Ket.|1. Tidak Setuju|2. Setuju|3. Sangat Setuju":                                              "1 tidak setuju, 2 setuju, 3 sangat setuju",
		"Skor/Arti|5/Sangat Puas|4/Puas|3/Cukup Puas|2/Kurang Puas|1/Tidak Puas":                       "1 tidak puas, 2 kurang puas, 3 cukup puas, 4 puas, 5 sangat puas",
		"Sangat Setuju (SS) = 1, Setuju (S) = 2, Tidak Setuju (TS) = 3, Sangat Tidak Setuju (STS) = 4": "1 sangat setuju, 2 setuju, 3 tidak setuju, 4 sangat tidak setuju",
		"1. Ani Lestari|2. Budi Santoso|3. Citra Dewi":                                                 "",
		"1 = Sangat Baik, 2 = Kurang, 3 = Baik":                                                        "", // in no order
		"Keterangan: 1 = Sangat Setuju, 5 = Sangat Tidak Setuju":                                       "1 sangat setuju, 5 sangat tidak setuju",
		"Skala: 1 = Sangat Baik s.d. 5 = Sangat Buruk":                                                 "1 sangat baik, 5 sangat buruk",
		"REKAP|1 = STS|5 = SS":                        "1 sts, 5 ss",
		"Skala 1-4 (1 = Tidak Puas, 4 = Sangat Puas)": "1 tidak puas, 4 sangat puas",
		"1=SS; 2=S; 3=N; 4=TS; 5=STS":                 "1 ss, 2 s, 3 n, 4 ts, 5 sts",
		"SS=1,S=2,N=3,TS=4,STS=5":                     "1 ss, 2 s, 3 n, 4 ts, 5 sts",
		"Sangat Setuju: 5|Tidak Setuju: 1":            "", // counts of answers
		"1 = Laki-laki, 5 = Perempuan":                "",
		"1 = Baik, 5 = Sangat Baik":                   "", // on one side
		"Surabaya, 12 Juni 2024|4 = Baik, 3 = Cukup":  "",
	} {
		var rows [][]string
		for _, line := range strings.Split(notes, "|") {
			rows = append(rows, strings.Split(line, "/"))
		}
		var got []string
		for _, a := range keyIn(rows) {
			got = append(got, fmt.Sprintf("%d %s", a.value, a.label))
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s is the key %q, want %q", notes, s, want)
		}
	}
}

// TestKeyOfEnds takes the ends of a scale that stand above the table, and the direction that they say.
func TestKeyOfEnds(t *testing.T) {
	for note, want := range map[string]string{
		"1 = Sangat Setuju, 5 = Sangat Tidak Setuju": "1-5 down",
		"1 = Tidak Puas, 5 = Sangat Puas":            "1-5",
		"1 = Tidak Puas, 10 = Sangat Puas":           "1-4", // of something else
		"Tiga pertanyaan":                            "1-4",
	} {
		in := read(t, "Materi jelas|3|1|3|2|3|1", "Ruang nyaman|3|2|3|2|1|3")
		in.Notes = [][]string{{"Rekap"}, {note}}
		_, scales := Classify(in)
		got := fmt.Sprintf("%d-%d", scales[0].Min, scales[0].Max)
		if scales[0].Down {
			got += " down"
		}
		if len(scales[0].Asked) > 0 {
			got += " asked"
		}
		if got != want {
			t.Errorf("%s: %s, want %s", note, got, want)
		}
	}
}

// TestUnknownLabels proposes an order for labels of no known scale where each has
// a place, and none where a word of one says nothing.
func TestUnknownLabels(t *testing.T) {
	for _, c := range []struct {
		values, what string
		noOrder      bool
	}{
		{"|tidak oke|oke|sip sekali|oke|kurang oke|oke", "not known: “", true},
		{"|1 sampai 2 jam|3 jam|lebih dari 3 jam|kurang dari 1 jam|3 jam|3 jam", "kurang dari 1 jam < 1 sampai 2 jam < 3 jam < lebih dari 3 jam", false},
		{"|tidak suka|jarang|sering|selalu|tidak suka|suka", "not known: “", true}, // suka and sering are as strong
	} {
		_, scales := Classify(read(t, "P1"+c.values, "P2"+c.values, "P3"+c.values))
		if len(scales) != 1 || len(scales[0].Asked) != 1 {
			t.Fatalf("%s: %+v", c.values, scales)
		}
		a := scales[0].Asked[0]
		if a.Kind != study.AssumedOrder || !strings.Contains(a.What.String(), c.what) || scales[0].NoOrder != c.noOrder {
			t.Errorf("%s: it asks %+v, no order: %v", c.values, a, scales[0].NoOrder)
		}
	}
}

// TestYesAndNo makes items of them where there is nothing else, also of what all
// answered alike, but not of what asks who somebody is.
func TestYesAndNo(t *testing.T) {
	cols, scales := Classify(read(t, "Materi jelas|Ya|Tidak|Ya", "Panitia ramah|Ya|Ya|Ya", "Ruang bersih|Tidak|Ya|Tidak", "Status menikah|Ya|Ya|Ya"))
	if len(scales) != 1 || len(scales[0].Points) != 2 || scales[0].Points[1].ID != "Ya" {
		t.Fatalf("the scales are %+v", scales)
	}
	for i, want := range []Kind{Likert, Likert, Likert, Constant} {
		if cols[i].Kind != want {
			t.Errorf("%s is %s, want %s", cols[i].Header, cols[i].Kind, want)
		}
	}
	if cols, _ := Classify(read(t, "Hadir|Ya|Tidak|Ya", "Makan|Ya|Tidak|Tidak", "Lulus|Ya|Ya|Tidak", "Materi jelas|Setuju|Tidak Setuju|Setuju")); cols[0].Kind == Likert {
		t.Errorf("beside items, yes and no are %s", cols[0].Kind)
	}
}

// TestNumbers takes items that are answered by numbers to the scales assumed.
func TestNumbers(t *testing.T) {
	many := strings.Repeat("|1|2|3|2|3", 20)
	for _, c := range []struct {
		columns []string
		want    string
	}{
		{[]string{"P1" + many, "P2" + many, "P3" + many}, "1 to 3; "},
		{[]string{"P1" + many + "|0", "P2" + many, "P3" + many}, "1 to 3; asks: 0 is no point of the scale 1 to 3, and is not counted"},
		{[]string{"P1" + many + "|0|0", "P2" + many, "P3" + many}, "1 to 3; 0 stands in 2 of 306 cells only and is taken for no answer"},
		{[]string{"P1|0|1|2|3", "P2|0|1|2|3", "P3|0|1|2|3"}, "0 to 4; , 0 occurs"},
		{[]string{"Yakin (1-7)|2|5|3", "Puas (1-7)|4|5|4", "P3|2|6|5"}, "1 to 7; the scale 1 to 7 is the one that its questions name"},
		{[]string{"Yakin (skala 1 s/d 10)|8|5|9", "P2|4|5|4", "P3|2|3|5"}, "1 to 10; the scale, 1 to 5; "},
		{[]string{"P1|0|1|1", "P2|1|1|0", "P3|1|0|0"}, "0 to 1; "},
		{[]string{"P1|0|10|7", "P2|10|9|0", "P3|5|6|8"}, "0 to 10; 0 occurs"},
	} {
		_, scales := Classify(read(t, c.columns...))
		var got []string
		for _, s := range scales {
			text := fmt.Sprintf("%d to %d; ", s.Min, s.Max)
			for _, q := range s.Asked {
				text += "asks: " + q.What.String() + "; "
			}
			got = append(got, text+said(s))
		}
		whole := strings.Join(got, ", ")
		for _, part := range strings.Split(c.want, ", ") {
			if !strings.Contains(whole, part) {
				t.Errorf("%.60v has the scales %s, want %s", c.columns, whole, c.want)
			}
		}
	}
}

// TestDegrees orders labels that grade one word, without knowing it.
func TestDegrees(t *testing.T) {
	for values, want := range map[string]string{
		"Very confident|Not confident|Confident|Somewhat confident":                                              "Not confident, Somewhat confident, Confident, Very confident",
		"Not at all stressed|Slightly stressed|Extremely stressed|Very stressed|Moderately stressed":             "Not at all stressed, Slightly stressed, Moderately stressed, Very stressed, Extremely stressed",
		"Somewhat frequently|Occasionally|Very infrequently|Very frequently|Somewhat infrequently":               "Very infrequently, Somewhat infrequently, Occasionally, Somewhat frequently, Very frequently",
		"a. Excellent|d. Needs improvement|b. Good|c. Satisfactory|b. Good|a. Excellent|c. Satisfactory|b. Good": "d. Needs improvement, c. Satisfactory, b. Good, a. Excellent",
	} {
		_, scales := Classify(read(t, "How is A?|"+values, "How is B?|"+values, "How is C?|"+values))
		var got []string
		for _, s := range scales {
			for _, p := range s.Points {
				got = append(got, p.ID)
			}
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s is the scale %s", values, s)
		}
	}
}

// TestLadders holds the known label sets to what a scale may be: no text
// stands for two of its points.
func TestLadders(t *testing.T) {
	for _, l := range known() {
		for i, r := range l.rungs {
			for _, text := range []string{r.id, r.en, r.code} {
				if text != "" && l.at(strings.ToLower(text)) != i {
					t.Errorf("%s: %q stands for two points of %v", l.name, text, l.rungs)
				}
			}
		}
	}
}

// said is what is assumed of a scale.
func said(s Scale) string {
	var out []string
	for _, a := range s.Assumed {
		out = append(out, a.String())
	}
	return strings.Join(out, "; ")
}

// TestThreefold offers three labels as a scale of their own where a longer one has them, too.
func TestThreefold(t *testing.T) {
	for labels, want := range map[string]int{
		"Kurang|Cukup|Baik":             3,
		"Tidak Puas|Cukup Puas|Puas":    3,
		"Poor|Fair|Good":                3,
		"Rendah|Sedang|Tinggi":          3,
		"Low|Medium|High":               3,
		"Cukup Puas|Puas|Sangat Puas":   4,
		"Kurang|Cukup|Baik|Sangat Baik": 4,
	} {
		_, scales := Classify(read(t, "A|"+labels+"|"+labels, "B|"+labels+"|"+labels))
		least := 99
		for _, s := range scales {
			for _, q := range s.Asked {
				for k, o := range q.Options {
					if n := len(o.Points); k == 0 {
						least = min(least, len(s.Points))
					} else if n > 0 {
						least = min(least, n)
					}
				}
			}
		}
		if least != want {
			t.Errorf("%s: the shortest scale that is offered has %d points, want %d", labels, least, want)
		}
	}
}
