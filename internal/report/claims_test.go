package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/document"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/results"
	"wogreport/internal/study"
	"wogreport/internal/view"
)

// The article says more than its numbers in seven places. Each has a test
// that looks for the claim in the report of the same figures, in both languages.

// sentences is the running text that the templates wrote: without the
// statements, labels, captions and the author's own sections.
func sentences(t *testing.T, l lang.Tag) map[string]string {
	t.Helper()
	doc := compose(t, func(st *study.Study) {
		st.Languages = []lang.Tag{l}
		st.Sections = nil
	})
	out := map[string]string{}
	at := ""
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *document.Heading:
			at = strings.TrimPrefix(b.ID, "section:")
		case *document.Paragraph:
			if b.Role == document.Body {
				out[at] += quoted.ReplaceAllString(strings.ReplaceAll(document.Plain(b.Text), "\u00a0", " "), "“…”") + "\n"
			}
		case *document.Abstract:
			for _, p := range b.Blocks {
				out["abstract"] += document.Plain(p.(*document.Paragraph).Text) + "\n"
			}
		}
	}
	if len(out) < 10 {
		t.Fatalf("only %d sections have sentences", len(out))
	}
	return out
}

var quoted = regexp.MustCompile(`“[^”]*”`)

// TestNotMoreThanTheNumbers: in both languages, per place of the article, what
// must be said and what must not be.
func TestNotMoreThanTheNumbers(t *testing.T) {
	all := "" // every section
	for _, c := range []struct {
		place   string
		lang    lang.Tag
		section string
		must    []string
		mustNot string // a regular expression
	}{
		{"1 item 3 is not praised", lang.ID, "item-P3", []string{"Ragu-ragu sebanyak 24 responden (36,9%) dan Setuju sebanyak 23 responden (35,4%)", "tidak satu pun dari keduanya dipilih oleh lebih dari separuh responden."}, `(?i)membantu|mayoritas responden`},
		{"1 item 3 is not praised", lang.EN, "item-P3", []string{"Undecided with 24 (36.9%) and Agree with 23 (35.4%)", "neither was chosen by more than half"}, `(?i)helpful`},
		{"1 nor in the conclusion", lang.ID, "simpulan", []string{"Empat dari lima mayoritas itu pasti berlaku bagi seluruh populasi karena yang memilihnya sudah melebihi separuh dari 90 orang. Mayoritas pada “…” berlaku bagi responden, tetapi belum dapat disimpulkan berlaku bagi seluruh populasi."}, `(?i)membantu`},
		{"1 nor in the conclusion", lang.EN, "conclusion", []string{"Four of these five majorities certainly hold for the whole population, since those who chose these answers are already more than half of the 90 people. The majority for “…” holds for the respondents but cannot be inferred for the whole population."}, `(?i)helpful`},
		{"2 36 of 65 is no majority of 90", lang.ID, "item-P1", []string{"36 dari 65 responden (55,4%), lebih dari separuh responden yang menjawab", "48,9%–61,6%", "Mayoritas yang memilih Setuju itu berlaku bagi responden, tetapi belum dapat diperluas ke populasi yang berjumlah 90 orang", "Yang pasti, lebih dari separuh populasi (50 dari 90 orang) memilih Setuju atau Sangat Setuju."}, `separuh populasi (yang berjumlah 90 orang )?(akan )?memilih Setuju (juga )?\(|(?i:mayoritas populasi)`},
		{"2 36 of 65 is no majority of 90", lang.EN, "item-P1", []string{"36 of 65 respondents (55.4%), more than half of those who answered", "48.9%–61.6%", "The majority choosing Agree holds for the respondents but cannot be extended to the population of 90", "What is certain is that more than half of the population (50 of 90) chose Agree or Strongly agree."}, `more than half of the population (of 90 )?would choose Agree[, ](can|too)|majority (of|in) the population`},
		{"2 41 of 65 is one, as far as an interval goes", lang.ID, "item-P2", []string{"56,7%–69,0%", "Jika mereka yang menjawab dapat dipandang sebagai sampel acak, dapat disimpulkan bahwa lebih dari separuh populasi yang berjumlah 90 orang akan memilih Setuju"}, `membuktikan|terbukti`},
		{"2 41 of 65 is one, as far as an interval goes", lang.EN, "item-P2", []string{"56.7%–69.0%", "If those who answered can be regarded as a random sample, it can be inferred"}, `proves`},
		{"3 saturated sampling with 65 of 90", lang.ID, "method", []string{"72,2%", "seluruhnya diminta menjawab, dan 65 orang menjawab", "25 orang yang diminta tetapi tidak menjawab"}, `seluruh populasi dijadikan`},
		{"3 saturated sampling with 65 of 90", lang.EN, "method", []string{"72.2%", "all of whom were asked; 65 answered", "25 who were asked but did not answer"}, `whole population was`},
		{"4 statistics are named as such", lang.ID, "method", []string{"deskriptif kuantitatif", "Cronbach alpha"}, `(?i)kualitatif|tanpa perhitungan`},
		{"4 statistics are named as such", lang.EN, "method", []string{"descriptive and quantitative", "Cronbach’s alpha"}, `(?i)qualitative|without statistic`},
		{"5 no cause", lang.ID, all, nil, `(?i)mampu|dapat meningkatkan|terbukti|berpengaruh|berdampak|mendorong`},
		{"5 no cause", lang.EN, all, nil, `(?i)\bable to\b|improves|improved|\bproven?\b|\bproves\b|influence|impact`},
		{"5 perceptions", lang.ID, "4-pembahasan", []string{"menggambarkan pandangan responden tentang isi butir", "tidak satu pun hasil menunjukkan bahwa suatu hal menyebabkan"}, ``},
		{"5 perceptions", lang.EN, "4-discussion", []string{"how respondents see the matters asked about", "none of the results shows that one thing causes another"}, ``},
		{"6 no word without a scale", lang.ID, all, nil, `(?i)optimis|sangat baik|(persepsi|tingkat \pL+) (yang )?(tinggi|baik|positif)|memuaskan`},
		{"6 no word without a scale", lang.EN, all, nil, `(?i)optimis|high(ly)? (perce|satisf|positive)|excellent|very good|favou?rable`},
	} {
		t.Run(c.place+" "+string(c.lang), func(t *testing.T) {
			got := sentences(t, c.lang)
			text := got[c.section]
			if c.section == all {
				for _, s := range got {
					text += s
				}
			}
			if text == "" {
				t.Fatalf("there is no text in %q", c.section)
			}
			for _, m := range c.must {
				if !strings.Contains(text, m) {
					t.Errorf("does not say %q:\n%s", m, text)
				}
			}
			if c.mustNot != "" {
				if m := regexp.MustCompile(c.mustNot).FindString(text); m != "" {
					t.Errorf("says %q:\n%s", m, text)
				}
			}
		})
	}
}

// Place 7: the article prints the leading answers only; the report prints the
// count and percent of every answer to every item, also of those nobody gave.
func TestEveryAnswerIsPrinted(t *testing.T) {
	st, res := load(t, nil)
	doc, _, ds := Compose(st, res, testOptions)
	if len(ds) > 0 {
		t.Fatal(printed(ds))
	}
	out := doctest.Dump(doc)
	for _, it := range res.Constructs[0].Items {
		row := regexp.MustCompile(`(?m)^  \| ` + fmt.Sprint(it.ID[1:]) + `\. .*%\).*$`).FindString(out)
		for i, n := range it.Answered {
			p, _ := it.Percents[i].Get()
			if cell := fmt.Sprintf("| %d (%s)", n, lang.Percent(lang.ID, p, 1)); !strings.Contains(row, cell) {
				t.Errorf("%s: no cell %q in %q", it.ID, cell, row)
			}
		}
	}
}

// made builds a one-construct study whose items have the given counts per
// scale point (1..5) and composes its report in one language. Every item has
// its answers in ascending order, with opposite every second one descending.
func made(t *testing.T, l lang.Tag, population int, sampling string, opposite bool, counts ...[]int) string {
	t.Helper()
	scale := study.Scale{}
	for i, label := range []string{"Sangat Tidak Setuju", "Tidak Setuju", "Ragu-ragu", "Setuju", "Sangat Setuju"} {
		scale.Points = append(scale.Points, study.Point{Value: i + 1, Label: lang.Same(label)})
	}
	c := study.Construct{ID: "c", Label: lang.Same("hal itu"), Scale: scale}
	table := &responses.Table{Files: []string{"answers.csv"}}
	for i, cs := range counts {
		id := fmt.Sprintf("P%d", i+1)
		c.Items = append(c.Items, study.Item{ID: id, Statement: lang.Same("Pernyataan " + id), Label: lang.Same("Label " + id), Caption: lang.Same("Caption " + id)})
		col := &responses.Column{Item: id}
		for point, n := range cs {
			for range n {
				col.Codes = append(col.Codes, uint8(point+1))
			}
		}
		if opposite && i%2 == 1 {
			slices.Reverse(col.Codes)
		}
		table.Columns = append(table.Columns, col)
		table.N = max(table.N, len(col.Codes))
	}
	for _, col := range table.Columns {
		for len(col.Codes) < table.N {
			col.Codes = append(col.Codes, responses.Missing)
		}
	}
	table.Quality.Rows = table.N
	st := &study.Study{
		File: "study.yaml", Kind: "article", Name: "x", Title: lang.Same("Judul"), Languages: []lang.Tag{l},
		Method:     study.Method{Population: population, Sampling: study.Sampling{Kind: sampling}},
		Constructs: []study.Construct{c},
		Analysis:   study.Analysis{Missing: "listwise", Correlation: "corrected", Significance: 0.05, Tails: 2, AlphaThreshold: 0.6},
	}
	doc, _, ds := Compose(st, analysis.Run(st, table), testOptions)
	if doc == nil {
		t.Fatalf("Compose: %s", printed(ds))
	}
	return strings.ReplaceAll(doctest.Dump(doc), "~", " ")
}

// TestRulesInWords: what the report says of answers that are unlike the example's.
func TestRulesInWords(t *testing.T) {
	for _, c := range []struct {
		name       string
		population int
		sampling   string
		counts     [][]int
		must       []string
		mustNot    []string
	}{
		{"neutral leads: no support, no rejection", 0, "", [][]int{{5, 6, 40, 7, 7}, {5, 6, 38, 8, 8}},
			[]string{"pernyataan ini tidak jelas didukung ataupun ditolak", "Tidak ada butir dengan lebih dari separuh jawaban di salah satu sisi skala", "Cara pengambilan sampel tidak dinyatakan"},
			[]string{"semua pernyataan dijawab Setuju"}},
		{"neutral leads, but one side has more than twice the other", 0, "", [][]int{{2, 5, 40, 10, 8}, {1, 6, 38, 12, 8}, {0, 0, 40, 17, 8}},
			[]string{"Pada butir 1 dan 2, jawaban terbanyak ialah Ragu-ragu, tetapi yang memilih Setuju atau Sangat Setuju lebih dari dua kali sebanyak yang memilih Tidak Setuju atau Sangat Tidak Setuju (18 dan 7; 20 dan 7).",
				"Pada butir 3, jawaban terbanyak ialah Ragu-ragu, 25 orang memilih Setuju atau Sangat Setuju dan tidak seorang pun memilih Tidak Setuju atau Sangat Tidak Setuju."},
			[]string{"didukung ataupun ditolak"}},
		{"few answers: caution", 0, study.SamplingPurposive, [][]int{{0, 0, 1, 5, 2}, {0, 1, 2, 4, 1}},
			[]string{"Hanya ada delapan responden, kurang dari 30; satu jawaban sudah berarti 12,5 poin persentase sehingga persentase perlu dibaca dengan hati-hati.", "kurang dari 30", "Responden tidak dipilih secara acak"}, []string{"orang yang menjawab, persentase ini"}},
		{"everybody answered: no interval", 65, study.SamplingSaturated, [][]int{{0, 2, 13, 36, 14}, {1, 1, 10, 41, 12}},
			[]string{"Karena seluruh populasi menjawab, angka ini berlaku bagi populasi", "tidak memerlukan selang kepercayaan", "Seluruh 65 orang dalam populasi menjawab (tingkat respons 100%)"},
			[]string{"%–", "disebut jenuh, yang berarti", "sampel acak"}},
		{"a random sample: no remark on what the interval assumes", 500, study.SamplingRandom, [][]int{{0, 2, 13, 36, 14}, {1, 1, 10, 41, 12}},
			[]string{"Dapat disimpulkan bahwa lebih dari separuh populasi yang berjumlah 500 orang akan memilih Setuju", "koreksi populasi terhingga"}, []string{"sampel acak"}},
		{"more answers than people", 50, study.SamplingRandom, [][]int{{0, 2, 13, 36, 14}, {1, 1, 10, 41, 12}},
			[]string{"Jumlah jawaban (65) melebihi jumlah populasi yang dinyatakan (50)"}, []string{"0,0%–0,0%"}},
		{"all answers the same: undefined, with the reason", 0, "", [][]int{{0, 0, 0, 40, 0}, {0, 0, 10, 20, 10}},
			[]string{"Semua jawaban atas butir 1 sama", "Seluruh 40 responden yang menjawab memilih Setuju", "Tanda – berarti tidak ada nilainya"}, []string{"NaN", "Inf"}},
		{"missing answers are counted and said", 0, "", [][]int{{5, 5, 5, 10, 15}, {5, 5, 5, 10, 10}},
			[]string{"Lima responden tidak menjawab butir ini", "Lima responden melewatkan sedikitnya satu dari butir-butir ini"}, nil},
		{"an item that nobody answered", 0, "", [][]int{{5, 5, 5, 10, 15}, {0, 0, 0, 0, 0}},
			[]string{"Tidak ada jawaban yang sah atas butir ini", "Tidak seorang pun menjawab semua butir konstruk"}, []string{"NaN"}},
		{"nobody answered anything: nothing is ranked and no verdict given", 20, "", [][]int{{0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}},
			[]string{"Validitas butir tidak dapat ditentukan"}, []string{"Rata-rata semua butir sama", "Tidak ada butir dengan", "Tidak satu pun dari"}},
		{"two answers near each other, one of them a majority", 0, "", [][]int{{0, 0, 0, 52, 48}, {0, 0, 0, 48, 52}},
			[]string{"Setuju dipilih oleh lebih dari separuh responden yang menjawab"}, []string{"tidak satu pun di antaranya"}},
		{"a bound beside one half shows its side", 0, study.SamplingRandom, [][]int{{0, 0, 29, 46, 0}, {0, 0, 20, 55, 0}},
			[]string{"selang kepercayaan 95%: 50,02%–71,54%"}, []string{"50,0%–71,5%"}},
		{"everybody, but not to every item: no interval, and whose share it is", 35, "", [][]int{{0, 0, 5, 30, 0}, {0, 0, 5, 20, 0}},
			[]string{"Karena seluruh populasi menjawab, angka ini berlaku bagi populasi", "tidak memerlukan selang kepercayaan; pada butir yang dilewatkan seseorang", "Sepuluh responden tidak menjawab butir ini; proporsinya dihitung dari 25 orang yang menjawabnya", "Jika dihitung terhadap seluruh 35 orang, semua mayoritas tersebut berlaku bagi seluruh populasi."},
			[]string{"%–", "argin galat", "Dengan kepercayaan 95%"}},
		{"the margin is that of the item with the fewest answers", 0, study.SamplingRandom, [][]int{{0, 0, 25, 40, 0}, {0, 0, 4, 20, 0}},
			[]string{"Dengan n = 24 jawaban atas butir yang paling sedikit dijawab, margin galat suatu proporsi paling besar 20,0 poin"}, []string{"12,2 poin"}},
		{"opposite items: negative alpha, a hint at reversal", 0, "", [][]int{{10, 10, 10, 10, 10}, {10, 10, 11, 10, 9}},
			[]string{"Nilai alpha negatif", "Pada kedua butir, korelasi butir-total negatif", "instrumen tidak dapat dinyatakan reliabel", "Jawaban tersebar di kelima tingkat skala, masing-masing dipilih oleh 10 dari 50 responden"}, []string{"sehingga instrumen dinyatakan reliabel", "−–"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := made(t, lang.ID, c.population, c.sampling, strings.HasPrefix(c.name, "opposite"), c.counts...)
			for _, m := range c.must {
				if !strings.Contains(got, m) {
					t.Errorf("does not say %q:\n%s", m, got)
				}
			}
			for _, m := range c.mustNot {
				if strings.Contains(got, m) {
					t.Errorf("says %q:\n%s", m, got)
				}
			}
			// The same study in English has no hole either.
			if en := made(t, lang.EN, c.population, c.sampling, false, c.counts...); strings.Contains(en, "NaN") || strings.Contains(en, "<no value>") {
				t.Errorf("hole in the English report:\n%s", en)
			}
		})
	}
}

// TestWhoseMeans: of several constructs the note of their table says of each whose answers
// its mean is of, as results.json has it, also of one that everybody answered in full.
func TestWhoseMeans(t *testing.T) {
	yaml := caseScale + "interpretation: true\nconstructs:\n  - {id: a, label: {id: bahan, en: material}, items: [P1, P2]}\n  - {id: b, label: {id: guru, en: trainers}, items: [P3, P4]}\n  - {id: d, label: {id: sarana, en: rooms}, items: [P5, P6]}\n"
	rows := "P1,P2,P3,P4,P5,P6\n" + strings.Repeat("4,5,3,4,2,1\n2,3,4,5,4,4\n1,2,2,2,5,5\n", 13)
	for last, groups := range map[string]int{",3,,4,4,3\n": 2, ",3,4,4,4,3\n": 2, "5,3,,,,3\n": 2, ",3,4,,4,\n": 1} {
		for _, l := range []lang.Tag{lang.ID, lang.EN} {
			st, res := studyOf(t, yaml+"languages: ["+string(l)+"]\n", rows+last)
			doc, _, ds := Compose(st, res, testOptions)
			if doc == nil {
				t.Fatal(printed(ds))
			}
			said := regexp.MustCompile(`(?:Rata-rata seluruh butir berasal dari|The mean over all items is based on the) (.*?) (?:responden|respondents) (?:yang|who)`).FindStringSubmatch(strings.ReplaceAll(doctest.Dump(doc), "~", " "))
			if said == nil {
				t.Fatalf("%q, %s: the note does not say whose means they are", last, l)
			}
			if n := max(1, strings.Count(said[1], "(")); n != groups {
				t.Errorf("%q, %s: %q has %d numbers, not %d", last, l, said[1], n, groups)
			}
			var b bytes.Buffer
			if err := results.Encode(&b, res); err != nil {
				t.Fatal(err)
			}
			var read struct{ Constructs []struct{ N int } }
			if err := json.Unmarshal(b.Bytes(), &read); err != nil {
				t.Fatal(err)
			}
			for i, c := range read.Constructs {
				if groups == 1 && said[1] == fmt.Sprint(c.N) {
					continue
				}
				if !regexp.MustCompile(fmt.Sprintf(`\b%d \([^)]*\b%s\b`, c.N, st.Constructs[i].Label.In(l))).MatchString(said[1]) {
					t.Errorf("%q, %s: %q, of %s with %d", last, l, said[1], st.Constructs[i].Label.In(l), c.N)
				}
			}
		}
	}
}

// TestReversedAndMiddle: agreement with a negatively worded item is not ranked
// beside the others', and a middle answer that leans to a side is not neutral.
func TestReversedAndMiddle(t *testing.T) {
	st, _ := load(t, nil)
	table, ds := responses.Read(st)
	if ds.HasErrors() {
		t.Fatal(printed(ds))
	}
	st.Languages = []lang.Tag{lang.ID}
	st.Constructs[0].Items[3].Reverse = true
	doc, _, _ := Compose(st, analysis.Run(st, table), testOptions)
	got := strings.ReplaceAll(doctest.Dump(doc), "~", " ")
	for _, m := range []string{
		"Pernyataan ini bernada negatif: skornya dibalik dalam analisis",
		"pada butir 4 yang bernada negatif. Rata-rata butir itu (2,11) adalah rata-rata skor yang sudah dibalik.",
		"paling besar pada butir 2 (81,5%)", // not item 4, 83,1%
		"memilih Setuju atau Sangat Setuju pada masing-masing dari keempat butir yang tidak bernada negatif", "Lebih dari separuh responden yang menjawab (54 dari 65; 83,1%) memilih Setuju atau Sangat Setuju pada butir 4 yang bernada negatif.",
		"Empat dari lima mayoritas itu pasti berlaku bagi seluruh populasi karena yang memilihnya sudah melebihi separuh dari 90 orang. Mayoritas yang memilih Setuju atau Sangat Setuju pada “Stakeholder internal sangat membantu dalam penerapan WoG” berlaku bagi responden",
	} {
		if !strings.Contains(got, m) {
			t.Errorf("does not say %q", m)
		}
	}
	st.Constructs[0].Items[3].Reverse = false
	for _, label := range []string{"Kurang Setuju", "Cukup Puas"} {
		st.Constructs[0].Scale.Points[2].Label = lang.Same(label)
		doc, _, _ := Compose(st, analysis.Run(st, table), testOptions)
		if got := doctest.Dump(doc); strings.Contains(got, "didukung") {
			t.Errorf("%s is taken for neutral", label)
		}
	}
}

// TestAnswered: a respondent who answered nothing has not responded.
func TestAnswered(t *testing.T) {
	st, res := load(t, func(st *study.Study) { st.Languages = []lang.Tag{lang.ID} })
	res.Quality.Empty = 2
	doc, _, _ := Compose(st, res, testOptions)
	if got := doctest.Dump(doc); !strings.Contains(got, "dan 63 orang menjawab") {
		t.Error("counts respondents without any answer among those who answered")
	}
}

// TestEndless: sections and templates that call each other end in an error with
// a place, and so does a text without end.
func TestEndless(t *testing.T) {
	for name, section := range map[string]string{
		"itself":   `{{.Section "introduction"}}`,
		"template": `{{template "article.id.md" .}}`,
		"text":     `{{range $i := 1000000}}` + strings.Repeat("long ", 500) + `{{end}}`,
		"decimals": `{{num 1.0 2000000000}}`,
		"negative": `{{num 1.0 -5}}`,
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "s.md")
			if err := os.WriteFile(file, []byte(section), 0o666); err != nil {
				t.Fatal(err)
			}
			st, res := load(t, func(st *study.Study) {
				st.Languages = []lang.Tag{lang.ID}
				st.Sections = map[string]lang.Text{"introduction": lang.Same(file)}
			})
			doc, _, ds := Compose(st, res, testOptions)
			want := "template-budget"
			if strings.Contains(section, "num") {
				want = "template-error"
			}
			if doc != nil || len(ds) != 1 || ds[0].Code != want || ds[0].Pos.Line == 0 {
				t.Errorf("diagnostics: %s", printed(ds))
			}
		})
	}
}

// TestSectionHeading: a main heading of the author's own does not stand twice.
func TestSectionHeading(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "intro.md"), []byte("# PENDAHULUAN\n\nTeks saya.\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	st, res := load(t, func(st *study.Study) {
		st.Languages = []lang.Tag{lang.ID}
		st.Sections = map[string]lang.Text{"introduction": lang.Same(filepath.Join(dir, "intro.md"))}
	})
	doc, _, ds := Compose(st, res, testOptions)
	if len(ds) != 1 || ds[0].Code != "section-heading" {
		t.Errorf("diagnostics: %s", printed(ds))
	}
	if n := strings.Count(doctest.Dump(doc), "PENDAHULUAN"); n != 1 {
		t.Errorf("the heading stands %d times", n)
	}
}

// TestWordsAreComplete: every reason and every caveat that the analysis can
// give has its words in every language, so that no report meets a hole.
func TestWordsAreComplete(t *testing.T) {
	for _, l := range lang.All {
		st := &study.Study{File: "study.yaml", Kind: "article", Languages: []lang.Tag{l}}
		c := newComposer(st, Options{})
		c.loadWords()
		w := c.wording[l]
		for _, r := range analysis.Reasons {
			if w.Get("reason."+string(r)) == "" {
				t.Errorf("%s: no words for the reason %s", l, r)
			}
		}
		for _, code := range analysis.CaveatCodes {
			cav := view.CaveatView{Caveat: analysis.Caveat{Code: code, Params: map[string]float64{
				"n": 8, "N": 10, "rest": 2, "k": 5, "r": -0.1, "limit": 30, "left_out": 2, "corrected": 0.2, "uncorrected": 0.3, "critical": 0.25, "groups": 2, "chi_squared": 8, "df": 5, "p": 0.2, "rmsea": 0.1}}, Name: "X1"}
			if s := w.Term(cav.Term(), cav); s == "" || strings.ContainsAny(s, "{}") {
				t.Errorf("%s: no words for the caveat %s", l, code)
			}
		}
		if len(c.diags) > 0 {
			t.Errorf("%s: %s", l, printed(c.diags))
		}
	}
}
