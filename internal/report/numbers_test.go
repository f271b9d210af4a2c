package report

import (
	"bytes"
	"encoding/json"
	"math"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/results"
	"wogreport/internal/study"
)

// notStatistics are the numbers of a document that no analysis computes; each
// pattern is cut out before numbers are looked for. What they are is said beside
// them, and none is wider than that.
var notStatistics = []*regexp.Regexp{
	regexp.MustCompile(`(?m)^ *! (Kategori|Class)\b.*! (Rata-rata|Mean).*\n(  \|.*\n)+`), // limits of classes, which are settings of the study
	regexp.MustCompile(`(?m)^\[(header|footer|masthead)\].*$`),                           // running lines
	regexp.MustCompile(`(?m)^\[reference\].*$`),                                          // works and their years, volumes, pages
	regexp.MustCompile(`\[[^\]]*\]\(#ref:[^)]*\)`),                                       // citations
	regexp.MustCompile(`\]\(#[^)]*\)`),                                                   // targets of links
	regexp.MustCompile(`\]\(formula:[^)]*\)`),                                            // the words of a formula, which stands before them
	regexp.MustCompile(`\{section:[^}]*\}`),                                              // of headings
	regexp.MustCompile(`(?m)^ *\[(table|figure) [^\]]*\]`),                               // ids of tables and figures
	regexp.MustCompile(`(Tabel|Gambar|Table|Figure|Grafik)[ ~]\d+`),                      // their numbers
	regexp.MustCompile(`(?m)^ *#+ (Item |Butir )?\d+\.`),                                 // of headings
	regexp.MustCompile(`(?m)^ *\| \d+\. `),                                               // items at the head of rows
	regexp.MustCompile(`(?i)(butir|items?|item)[ ~]\d+((, \d+)*,? (dan|and)[ ~]\d+)?`),   // items by their numbers
	regexp.MustCompile(`(?m)^ *! .*$`),                                                   // heads of columns
	regexp.MustCompile(`Nomor 14 Tahun 2017|Regulation 14 of 2017|(Riduwan|George (?:and|dan) Mallery|Permenpan-RB) \(?(\d+/)?\d{4}\)?`), // works in the text
	regexp.MustCompile(`(?m)^ *note: (Lebar kelas|Classes of a mean).*$`),                                                                // classes, whose limits are settings of the study
	regexp.MustCompile(`[ABCD] \d\d[.,]\d\d–\d+[.,]\d\d`),                                                                                // grades of the IKM, by regulation
	regexp.MustCompile(`95%`),                                 // the level of all intervals
	regexp.MustCompile(`(above|di atas|includes|memuat) 50%`), // one half
	regexp.MustCompile(`(than|dari|to|berjumlah|×) 100\b`),    // percents of a whole
	regexp.MustCompile(`lambda 6|G6`),                         // names of statistics
	regexp.MustCompile(`n − 2|\(k \+ 1\)`),                    // formulas
	regexp.MustCompile(`<[ ~]0[.,]001`),                       // the least p that is printed
}

var number = regexp.MustCompile(`−?\d+(?:[.,]\d+)*%?`)

// leaves are the numbers of a results.json.
func leaves(v any, into map[float64]bool) {
	switch v := v.(type) {
	case float64:
		into[v] = true
	case map[string]any:
		for k, x := range v {
			if n, err := strconv.Atoi(k); err == nil { // the value of a scale point
				into[float64(n)] = true
			}
			leaves(x, into)
		}
	case []any:
		for _, x := range v {
			leaves(x, into)
		}
	}
}

// numbersOf are the numbers of a document, as it prints them.
func numbersOf(dump string) []string {
	for _, r := range notStatistics {
		dump = r.ReplaceAllString(dump, " ")
	}
	return number.FindAllString(dump, -1)
}

// found reports whether a printed number is one of the values, rounded half away
// from zero to its decimals. A percent, which has one decimal or its sign, may be
// a share there.
func found(printed string, values map[float64]bool, of lang.Tag) bool {
	text, percent := strings.CutSuffix(printed, "%")
	thousands, decimal := ".", ","
	if of == lang.EN {
		thousands, decimal = ",", "."
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, thousands, ""), decimal, ".")
	want, err := strconv.ParseFloat(strings.Replace(text, "−", "-", 1), 64)
	if err != nil {
		return false
	}
	decimals := 0
	if _, after, ok := strings.Cut(text, "."); ok {
		decimals = len(after)
	}
	for v := range values {
		if lang.Round(v, decimals) == want || (percent || decimals == 1) && math.Abs(v) <= 1 && lang.Round(100*v, decimals) == want {
			return true
		}
	}
	return false
}

// TestEveryNumberIsInTheResults: each number that a report prints stands in
// results.json, at full precision.
func TestEveryNumberIsInTheResults(t *testing.T) {
	service := filepath.Join("testdata", "service", "study.yaml")
	for _, path := range []string{filepath.Join("..", "..", "study.yaml"), service} {
		for _, l := range lang.All {
			st, res := loadFrom(t, path, func(st *study.Study) {
				st.Languages, st.Analysis.Appendix = []lang.Tag{l}, true
				withoutAuthor(st)
			})
			doc, _, ds := Compose(st, res, testOptions)
			if ds.HasErrors() {
				t.Fatal(printed(ds))
			}
			values := valuesOf(t, res)
			numbers := numbersOf(doctest.Dump(doc))
			if len(numbers) < 200 {
				t.Errorf("%s: only %d numbers", path, len(numbers))
			}
			for _, n := range numbers {
				if !found(n, values, l) {
					t.Errorf("%s in %s: %s is not in results.json", path, l, n)
				}
			}
		}
	}
}

// TestMissingNumberShows: a value that is not in the results is missed.
func TestMissingNumberShows(t *testing.T) {
	_, res := load(t, nil)
	values := valuesOf(t, res)
	if !found("9,181", values, lang.ID) || !found("72.2%", values, lang.EN) {
		t.Error("the total's variance and the response rate are not found")
	}
	variance, _ := res.Constructs[0].ScaleShape.Variance.Get()
	rate, _ := res.ResponseRate.Get()
	delete(values, variance)
	delete(values, rate)
	if found("9,181", values, lang.ID) || found("72.2%", values, lang.EN) {
		t.Error("what is not there is found")
	}
}

// withoutAuthor takes out what the authors wrote, whose numbers are their own.
func withoutAuthor(st *study.Study) {
	st.Method.Respondents = nil
	st.Sections, st.References, st.Authors, st.Abstract, st.Title = nil, nil, nil, nil, lang.Same("T")
	st.Method.Instrument, st.Method.Period, st.Method.Place, st.Method.Sampling.Text = nil, nil, nil, nil
}

func valuesOf(t *testing.T, res *analysis.Results) map[float64]bool {
	t.Helper()
	var b bytes.Buffer
	if err := results.Encode(&b, res); err != nil {
		t.Fatal(err)
	}
	var root any
	if err := json.Unmarshal(b.Bytes(), &root); err != nil {
		t.Fatal(err)
	}
	values := map[float64]bool{}
	leaves(root, values)
	return values
}
