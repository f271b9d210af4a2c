package report

import (
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// TestQualityParagraph: what the method section says of doubtful respondents.
func TestQualityParagraph(t *testing.T) {
	for _, c := range []struct {
		quality analysis.Quality
		id, en  string
	}{
		{analysis.Quality{Rows: 65}, "Pemeriksaan atas 65 baris jawaban tidak menemukan baris kosong", "A check of the 65 rows of answers found none that is empty"},
		{analysis.Quality{Rows: 70, Duplicates: 2, Straightliners: 3},
			"Pemeriksaan atas 70 baris jawaban menemukan 2 baris ganda dan 3 responden yang memberi jawaban sama pada semua butir. Tidak ada yang dikeluarkan dari analisis.",
			"A check of the 70 rows of answers found 2 that repeat an earlier one and 3 with the same answer to every item. None was left out of the analysis."},
		{analysis.Quality{Rows: 70, Empty: 1, Duplicates: 2, Straightliners: 3, Excluded: analysis.Exclusions{Empty: 1, Duplicates: 2}},
			"menemukan 1 baris tanpa satu jawaban pun, 2 baris ganda dan 3 responden yang memberi jawaban sama pada semua butir. Sebanyak 3 di antaranya dikeluarkan dari analisis; baris kosong: 1; ganda: 2. Analisis mencakup 65 responden.",
			"found 1 without any answer, 2 that repeat an earlier one and 3 with the same answer to every item. Of these, 3 were left out of the analysis; empty: 1; repeated: 2. The analysis covers 65 respondents."},
	} {
		for l, want := range map[lang.Tag]string{lang.ID: c.id, lang.EN: c.en} {
			st, res := load(t, func(st *study.Study) { st.Languages = []lang.Tag{l} })
			res.Quality = c.quality
			doc, _, ds := Compose(st, res, testOptions)
			if doc == nil {
				t.Fatal(printed(ds))
			}
			if got := dump(doc); !strings.Contains(got, want) {
				at := strings.Index(got, "65 ")
				t.Errorf("%s does not say %q: …%s", l, want, got[max(0, at):min(len(got), at+200)])
			}
		}
	}
}
