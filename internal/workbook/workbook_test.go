package workbook

import (
	"bytes"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
)

func same(t *testing.T, what, got string, want analysis.Value) {
	t.Helper()
	v, ok := want.Get()
	if !ok {
		if got != undefinedMark {
			t.Errorf("%s is %q, but it is undefined (%s)", what, got, want.Reason())
		}
		return
	}
	if x, err := strconv.ParseFloat(got, 64); err != nil || math.Abs(x-v) > 1e-14*math.Max(1, math.Abs(v)) {
		t.Errorf("%s is %q, want %v", what, got, v)
	}
}

func whole(n int) analysis.Value { return analysis.Of(float64(n)) }

// TestValues: what stands in the cells are the numbers of the results.
func TestValues(t *testing.T) {
	for name, in := range map[string]Input{"example": example(t, lang.EN), "two scales": made(t, strings.Replace(twoScales, "title:", "languages: [en]\ntitle:", 1), twoScalesRows...)} {
		t.Run(name, func(t *testing.T) {
			f := open(t, write(t, in))
			validity := read(t, f, "Validity", true, "Item")
			deleted := read(t, f, "If deleted", true, "Item")
			described := read(t, f, "Descriptives", true, "Construct", "Item")
			reliability := read(t, f, "Reliability", true, "Construct")
			halves := read(t, f, "Split half", true, "Construct")
			quality := read(t, f, "Quality", true, "Level", "Construct", "Item")
			var sheets []string
			for _, s := range f.GetSheetList() {
				if strings.HasPrefix(s, "Frequencies") {
					sheets = append(sheets, s)
				}
			}
			q := in.Results.Quality
			for head, want := range map[string]analysis.Value{
				"Rows analysed": whole(in.Results.N), "Response rate": in.Results.ResponseRate, "Margin of error of a share, at most": in.Results.MarginOfError,
				"Rows of answers": whole(q.Rows), "Rows without any answer": whole(q.Empty), "Repeated rows": whole(q.Duplicates),
				"Rows with the same answer to every item": whole(q.Straightliners), "Rows left out of the analysis": whole(q.Excluded.Total()),
			} {
				same(t, head, quality.at("study", head), want)
			}
			for i := range in.Results.Constructs {
				c := &in.Results.Constructs[i]
				for head, want := range map[string]analysis.Value{
					"Items": whole(c.K), "Complete rows": whole(c.N),
					"Cronbach’s alpha": c.Alpha, "Alpha: lower limit (Feldt)": c.AlphaCI95.Low, "Alpha: upper limit (Feldt)": c.AlphaCI95.High,
					"Threshold": analysis.Of(c.AlphaThreshold), "Standardised alpha": c.AlphaStandardized,
					"Mean inter-item correlation": c.MeanInterItemR, "Guttman’s lambda 6": c.Lambda6, "Standard error of alpha (Duhachek and Iacobucci)": c.AlphaSE,
					"Alpha: lower limit (Duhachek)": c.AlphaDuhachekCI95.Low, "Alpha: upper limit (Duhachek)": c.AlphaDuhachekCI95.High,
				} {
					same(t, c.ID+" "+head, reliability.at(c.ID, head), want)
				}
				for head, want := range map[string]analysis.Value{
					"Alpha of half 1": c.SplitHalf.Alpha1, "Alpha of half 2": c.SplitHalf.Alpha2, "Correlation between halves": c.SplitHalf.R,
					"Split half, Spearman–Brown": c.SplitHalf.SpearmanBrown, "Split half, Spearman–Brown for unequal length (Horst)": c.SplitHalf.SpearmanBrownUnequal,
					"Split half, Guttman": c.SplitHalf.Guttman, "Items in half 1": whole(c.SplitHalf.K1), "Items in half 2": whole(c.SplitHalf.K2),
				} {
					same(t, c.ID+" "+head, halves.at(c.ID, head), want)
				}
				descriptives(t, described, c.ID, c.N, c.ScaleMean, c.ScaleSD, c.ScaleMedian, c.ScaleShape)
				same(t, c.ID+" answered", quality.at("construct "+c.ID, "Answered"), whole(c.N))
				for j := range c.Items {
					it := &c.Items[j]
					for head, want := range map[string]analysis.Value{
						"Corrected r": it.CorrectedItemTotalR, "Uncorrected r": it.ItemTotalR, "Critical r": c.CriticalR, "p": it.P,
						"df": whole(c.DF), "Complete rows": whole(c.N),
					} {
						same(t, it.ID+" "+head, validity.at(it.ID, head), want)
					}
					for head, want := range map[string]analysis.Value{
						"Scale mean if deleted": it.ScaleMeanIfDeleted, "Scale variance if deleted": it.ScaleVarianceIfDeleted,
						"Squared multiple correlation": it.SMC, "Alpha if deleted": it.AlphaIfDeleted, "Alpha of all items": c.Alpha,
						"Corrected r": it.CorrectedItemTotalR,
					} {
						same(t, it.ID+" "+head, deleted.at(it.ID, head), want)
					}
					descriptives(t, described, c.ID+" "+it.ID, it.N, it.Mean, it.SD, it.Median, it.Shape)
					same(t, it.ID+" missing", quality.at("item "+c.ID+" "+it.ID, "Missing"), whole(it.Missing))
					frequencies := read(t, f, sheets[min(i, len(sheets)-1)], true, "Item")
					for p, point := range in.Study.Constructs[i].Scale.Points {
						name := pointName(point, lang.EN)
						same(t, it.ID+" "+name, frequencies.at(it.ID, name+": count"), whole(it.Answered[p]))
						same(t, it.ID+" "+name, frequencies.at(it.ID, name+": percent"), fraction(it.Percents[p]))
						below := 0
						for _, n := range it.Answered[:p+1] {
							below += n
						}
						same(t, it.ID+" "+name, frequencies.at(it.ID, name+": cumulative percent"), share(below, it.N))
					}
				}
			}
		})
	}
}

func descriptives(t *testing.T, g *grid, row string, n int, mean, sd, median analysis.Value, s analysis.Shape) {
	t.Helper()
	for head, want := range map[string]analysis.Value{
		"n": whole(n), "Mean": mean, "SD": sd, "Median": median, "Variance": s.Variance,
		"Q1 (SPSS)": s.QuartilesSPSS.Low, "Q3 (SPSS)": s.QuartilesSPSS.High, "Q1 (R, Excel)": s.QuartilesR.Low, "Q3 (R, Excel)": s.QuartilesR.High,
		"Skewness": s.Skewness, "SE of skewness": s.SkewnessSE, "Kurtosis": s.Kurtosis, "SE of kurtosis": s.KurtosisSE,
	} {
		same(t, row+" "+head, g.at(row, head), want)
	}
}

// TestShown: cells show the decimals of the article.
func TestShown(t *testing.T) {
	f := open(t, write(t, example(t)))
	validity := read(t, f, "Validitas - Validity", false, "Butir")
	if got := validity.at("P1", "r terkoreksi") + " " + validity.at("P1", "r tabel") + " " + validity.at("P1", "Keterangan"); got != "0.677 0.244 Valid" {
		t.Errorf("validity shows %q", got)
	}
	frequencies := read(t, f, "Frekuensi - Frequencies", false, "Butir")
	if got := frequencies.at("P1", "Setuju: jumlah") + " " + frequencies.at("P1", "Setuju: persen"); got != "36 55.4%" {
		t.Errorf("frequencies show %q", got)
	}
	if got := read(t, f, "Mutu data - Quality", false, "Tingkat").at("penelitian / study", "Tingkat respons"); got != "72.2%" {
		t.Errorf("quality shows %q", got)
	}
}

// TestUndefined: what does not exist is a dash, and the note says why in both
// languages; caveats stand beside their numbers.
func TestUndefined(t *testing.T) {
	f := open(t, write(t, made(t, twoScales, twoScalesRows...)))
	validity := read(t, f, "Validitas - Validity", true, "Butir")
	for _, c := range []struct{ item, head, note string }{
		{"A3", "r terkoreksi", "— r terkoreksi, r tanpa koreksi, p: semua jawaban atas suatu butir sama."},
		{"A3", "p", "All answers to A3 are the same, so its correlations are undefined; alpha and the other statistics of internal consistency leave it out, while the score keeps it."},
		{"B2", "r tabel", "— r terkoreksi, r tanpa koreksi, r tabel, p: tidak ada baris jawaban yang lengkap."},
		{"B2", "Keterangan", "— Corrected r, Uncorrected r, Critical r, p: there is no complete row of answers."},
	} {
		if got := validity.at(c.item, c.head); got != undefinedMark {
			t.Errorf("%s, %s: %q", c.item, c.head, got)
		}
		if got := validity.at(c.item, "Catatan"); !strings.Contains(got, c.note) {
			t.Errorf("the note of %s is %q, without %q", c.item, got, c.note)
		}
	}
	descriptives := read(t, f, "Deskriptif - Descriptives", true, "Tingkat", "Konstruk", "Butir")
	if got := descriptives.at("butir / item b B2", "Catatan"); got != "— 13 nilai: tidak ada jawaban pada skala.\n— 13 values: there is no answer on the scale." {
		t.Errorf("the note on many values is %q", got)
	}
	frequencies := read(t, f, "Frekuensi - Frequencies 2", true, "Butir")
	if got := frequencies.at("B2", "0: jumlah") + frequencies.at("B2", "0: persen"); got != "0—" {
		t.Errorf("an item that nobody answered has %q", got)
	}
	if got := read(t, f, "Mutu data - Quality", true, "Tingkat").at("penelitian / study", "Catatan"); !strings.Contains(got, "enam orang yang menjawab; tiga orang yang diminta") || !strings.Contains(got, "the six who answered; the three who were asked") {
		t.Errorf("the study's note is %q", got)
	}
	readme := read(t, f, "Penjelasan - Read me", true, "Penjelasan")
	if got := readme.at("Semua jawaban atas A3 sama sehingga korelasinya tidak terdefinisi; butir itu tidak ikut dalam alpha dan ukuran konsistensi internal lain, tetapi tetap ikut dalam skor.", "Nama"); got != "A3" {
		t.Errorf("the caveat is listed under %q", got)
	}
}

// TestAnswers: the sheet holds the coded answers, only where asked for.
func TestAnswers(t *testing.T) {
	in := made(t, twoScales, twoScalesRows...)
	rows, err := open(t, write(t, in)).GetRows("Jawaban - Answers")
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range [][]string{
		{"Baris\nRow", "A1", "A2", "A2 dibalik\nA2 reversed", "A3", "B1", "B2"},
		{"1", "1", "3", "1", "2", "0"},
		{"2", "2", "2", "2", "2", "1"},
		{"3", "3", "1", "3", "2", "2"},
		{"4", "3", "", "", "2", "3"},
	} {
		if got := rows[i]; strings.TrimRight(strings.Join(got, "|"), "|") != strings.Join(want, "|") {
			t.Errorf("row %d is %q, want %q", i, got, want)
		}
	}
	in.Answers = nil
	if list := open(t, write(t, in)).GetSheetList(); slices.Contains(list, "Jawaban - Answers") {
		t.Error("the answers are there without being asked for")
	}
	in = made(t, twoScales, twoScalesRows...)
	in.Answers.N = sheetRows
	if err := Write(&bytes.Buffer{}, in); err == nil || !strings.Contains(err.Error(), "do not fit") {
		t.Errorf("more rows than a sheet has: %v", err)
	}
}

// TestBytes: the same input gives the same bytes, also when workbooks are
// written side by side.
func TestBytes(t *testing.T) {
	in := example(t)
	want := write(t, in)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			var buf bytes.Buffer
			if err := Write(&buf, in); err != nil {
				t.Error(err)
			}
			if !bytes.Equal(buf.Bytes(), want) {
				t.Error("the bytes differ")
			}
		})
	}
	wg.Wait()
}
