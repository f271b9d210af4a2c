package report

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// TestQualityParagraph: what the method section says of doubtful respondents.
func TestQualityParagraph(t *testing.T) {
	for _, c := range []struct {
		quality analysis.Quality
		id, en  string
	}{
		{analysis.Quality{Rows: 65}, "Pemeriksaan atas 65 baris jawaban tidak menemukan baris kosong", "A check of the 65 rows of answers found none that was empty"},
		{analysis.Quality{Rows: 70, Duplicates: 2, Straightliners: 3, StraightFrom: 3},
			"Pemeriksaan atas 70 baris jawaban menemukan dua baris berulang dan tiga baris dengan satu jawaban yang sama pada semua butir yang dijawab (di antara baris dengan sedikitnya tiga jawaban). Tidak satu pun di antaranya dikeluarkan dari analisis.",
			"A check of the 70 rows of answers found two rows that repeat an earlier one and three rows with the same answer to every item answered (among rows with at least three answers). None of them was left out of the analysis."},
		{analysis.Quality{Rows: 65, Hidden: 10}, "Buku kerja jawaban menyembunyikan atau menyaring sepuluh baris; baris itu tetap dibaca.", "The workbook of answers hides or filters out ten rows, which are read all the same."},
		{analysis.Quality{Rows: 65, Hidden: 1, HiddenLeft: true}, "menyaring satu baris; baris itu tidak disertakan.", "hides or filters out one row, which is left out."},
		{analysis.Quality{Rows: 70, Empty: 1, Duplicates: 2, Straightliners: 3, StraightFrom: 3, Excluded: analysis.Exclusions{Empty: 1, Duplicates: 2}},
			"menemukan satu baris tanpa satu jawaban pun, dua baris berulang, dan tiga baris dengan satu jawaban yang sama pada semua butir yang dijawab (di antara baris dengan sedikitnya tiga jawaban). Satu baris kosong dan dua baris berulang dikeluarkan dari analisis. Analisis mencakup 65 responden.",
			"found one row without any answer, two rows that repeat an earlier one, and three rows with the same answer to every item answered (among rows with at least three answers). One empty row and two repeated rows were left out of the analysis. The analysis covers 65 respondents."},
	} {
		for l, want := range map[lang.Tag]string{lang.ID: c.id, lang.EN: c.en} {
			st, res := load(t, func(st *study.Study) { st.Languages = []lang.Tag{l} })
			res.Quality, res.Caveats = c.quality, nil
			doc, _, ds := Compose(st, res, testOptions)
			if doc == nil {
				t.Fatal(printed(ds))
			}
			if got := doctest.Dump(doc); !strings.Contains(got, want) {
				at := strings.Index(got, "65 ")
				t.Errorf("%s does not say %q: …%s", l, want, got[max(0, at):min(len(got), at+200)])
			}
		}
	}
}

// TestSaid: what a draft concluded and nobody took out is said of the data, but not
// what would tell a small count.
func TestSaid(t *testing.T) {
	for l, want := range map[lang.Tag][]string{
		lang.EN: {"Points of a scale that nobody chose were inferred from the others.", "Which items belong together was inferred", "The highest number of a scale was taken as its best answer", "from words in their labels"},
		lang.ID: {"Tingkat skala yang tidak dipilih siapa pun disimpulkan dari tingkat yang lain.", "Pengelompokan butir disimpulkan", "Angka tertinggi pada skala dianggap jawaban terbaik", "dari kata dalam labelnya"},
	} {
		for _, least := range []int{0, 3} {
			st, _ := load(t, func(st *study.Study) {
				st.Languages, st.Said, st.Privacy.MinCell = []lang.Tag{l}, study.Conclusions, least
			})
			table, _ := responses.Read(st)
			doc, _, ds := Compose(st, analysis.Run(st, table), testOptions)
			if doc == nil {
				t.Fatal(printed(ds))
			}
			got := doctest.Dump(doc)
			for i, s := range want {
				if strings.Contains(got, s) != (least == 0 || i > 0) {
					t.Errorf("%s, min_cell %d: %q", l, least, s)
				}
			}
		}
	}
}

// An answer off the scale that counts as missing is no answer that was not given:
// the report says so where it says how many there are.
func TestUnreadAnswers(t *testing.T) {
	dir := t.TempDir()
	data, err := os.ReadFile("../../data/responses.csv")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	change := func(line int, to string) { // of the first item
		cells := strings.Split(lines[line], ",")
		cells[1] = to
		lines[line] = strings.Join(cells, ",")
	}
	change(3, "Stuju skali")
	change(5, "")
	lines = slices.Insert(lines, 3, lines[3]) // sent twice, of which one is left out
	file := filepath.Join(dir, "answers.csv")
	if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for l, want := range map[lang.Tag][]string{
		lang.EN: {"One respondent left this item unanswered, and one gave an answer that is not on the scale.", "One answer is not on the scale and counts as missing."},
		lang.ID: {"Satu responden tidak menjawab butir ini, dan satu memberi jawaban yang tidak ada pada skala.", "Satu jawaban tidak ada pada skala dan dihitung sebagai kosong."},
	} {
		for _, hidden := range []bool{false, true} {
			st, res := load(t, func(st *study.Study) {
				st.Languages = []lang.Tag{l}
				st.Responses.Files[0] = file
				st.Responses.OffScale, st.Responses.Exclude = "missing", []string{"duplicates"}
				if hidden {
					st.Privacy.MinCell = 3
				}
			})
			doc, _, ds := Compose(st, res, testOptions)
			if doc == nil {
				t.Fatal(printed(ds))
			}
			text := doctest.Dump(doc)
			for _, s := range want {
				if strings.Contains(text, s) == hidden {
					t.Errorf("%s: %q is said: %v, where counts are hidden: %v\n%s", l, s, hidden, hidden, text)
				}
			}
			if res.Constructs[0].Items[0].Unread > 0 == hidden || res.Quality.Unread > 0 == hidden {
				t.Errorf("unread: %d", res.Quality.Unread)
			}
		}
	}
}

// What nobody confirmed is said where the report tells how good its data are.
func TestAcceptedAssumptions(t *testing.T) {
	for l, want := range map[lang.Tag]string{
		lang.EN: "has not been confirmed: the scale has the points Strongly disagree < Disagree < Undecided < Agree < Strongly agree (P1, P2); the judge was *fair*.",
		lang.ID: "belum dikonfirmasi: tingkat skala ialah Sangat Tidak Setuju < Tidak Setuju < Ragu-ragu < Setuju < Sangat Setuju (P1, P2); the judge was *fair*.",
	} {
		open := study.Assumption{Kind: study.AssumedLength, What: "the scale has *2* points", Where: "P1, P2", Accepted: true}
		text := doctest.Dump(compose(t, func(st *study.Study) {
			st.Languages = []lang.Tag{l}
			st.Assumed = []study.Assumption{open, {Kind: "own", What: "the judge was *fair*", Accepted: true}, {Kind: "order", What: "not accepted"}}
		}))
		if text = strings.ReplaceAll(text, "~", " "); !strings.Contains(text, want) || strings.Contains(text, "not accepted") {
			t.Errorf("%s: the report does not say %q", l, want)
		}
	}
}
