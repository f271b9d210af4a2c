package analysis

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// The reference values were printed by R 4.2.2 with psych 2.2.9 and checked
// with PSPP 1.6.2; testdata/reference/README.md says how.

// number is a reference value: a JSON number, or not defined (null, "Inf").
type number struct {
	v       float64
	defined bool
}

func (n *number) UnmarshalJSON(b []byte) error {
	if string(b) == "null" || b[0] == '"' {
		return nil
	}
	n.defined = true
	return json.Unmarshal(b, &n.v)
}

type perItem map[string]number

type bounds struct{ Lower, Upper number }

type reference struct {
	Name     string
	Min      *int     `json:"scale_min"`
	Max      *int     `json:"scale_max"`
	Reversed []string `json:"reversed_items"`
	Rows     int      `json:"n_rows"`
	Complete int      `json:"n_listwise"`
	Items    []string
	Describe map[string]struct {
		N             int
		Missing       int `json:"n_missing"`
		Mean, SD, Var number
		Median        number
		Mode          float64   `json:"mode_smallest"`
		Modes         int       `json:"n_modes"`
		Skew          number    `json:"skew_spss"`
		SkewSE        number    `json:"se_skew"`
		Kurt          number    `json:"kurt_spss"`
		KurtSE        number    `json:"se_kurt"`
		Type6         [5]number `json:"pct_05_25_50_75_95_haverage_type6"`
		Type7         [5]number `json:"pct_05_25_50_75_95_type7"`
		Freq          map[string]int
	} `json:"item_descr"`
	Listwise struct {
		Mean          number  `json:"scale_mean"`
		SD            number  `json:"scale_sd"`
		MeanIfDeleted perItem `json:"scale_mean_if_deleted"`
		VarIfDeleted  perItem `json:"scale_var_if_deleted"`
		Alpha         number  `json:"raw_alpha"`
		StdAlpha      number  `json:"std_alpha_nonzero_items"`
		SMC           perItem
		Corrected     perItem               `json:"corrected_item_total_r"`
		CorrectedP    perItem               `json:"corrected_p_two"`
		Uncorrected   perItem               `json:"item_total_r"`
		UncorrectedP  perItem               `json:"item_total_p_two"`
		IfDeleted     perItem               `json:"alpha_if_deleted"`
		Lambda        struct{ L6 number }   `json:"guttman_lambda"`
		MeanR         struct{ Mean number } `json:"summary_interitem_r"`
		Feldt         bounds                `json:"feldt_ci95"`
		ASE           number                `json:"ase_duhachek"`
		Duhachek      bounds                `json:"duhachek_ci95_z196"`
		Split         struct {
			K1, K2         int
			Alpha1, Alpha2 number
			R              number `json:"r_forms"`
			Equal          number `json:"spearman_brown_equal"`
			Unequal        number `json:"spearman_brown_unequal"`
			Guttman        number
		} `json:"split_half"`
	}
	Psych struct {
		Alpha     number `json:"raw_alpha"`
		StdAlpha  number `json:"std_alpha"`
		G6        number `json:"G6_smc"`
		MeanR     number `json:"average_r"`
		ASE       number
		Feldt     bounds  `json:"feldt_ci95"`
		Duhachek  bounds  `json:"duhachek_ci95"`
		RawR      perItem `json:"raw_r"`
		RawRP     perItem `json:"raw_r_p_two"`
		RDrop     perItem `json:"r_drop"`
		IfDeleted perItem `json:"alpha_if_deleted"`
	} `json:"psych_alpha"`
}

func references(t *testing.T) []*reference {
	t.Helper()
	files, _ := filepath.Glob("testdata/reference/*.json")
	var out []*reference
	for _, f := range files {
		name := filepath.Base(f[:len(f)-len(".json")])
		if name == "tests" {
			continue
		}
		ref := &reference{Name: name}
		readJSON(t, f, ref)
		out = append(out, ref)
	}
	if len(out) != 10 {
		t.Fatalf("%d reference data sets, want 10", len(out))
	}
	return out
}

func readJSON(t *testing.T, file string, into any) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, into); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}

func readCSV(t *testing.T, file string) [][]string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// input is the study and the answers of a reference data set, as one
// construct. The scale has every value from its least to its largest.
func (ref *reference) input(t *testing.T) (*study.Study, *responses.Table) {
	t.Helper()
	rows := readCSV(t, "testdata/reference/"+ref.Name+".csv")[1:]
	low, high := 20, 100 // of attitude, which is measured in percents
	if ref.Min != nil {
		low, high = *ref.Min, *ref.Max
	}
	sc := study.Construct{ID: "c"}
	for v := low; v <= high; v++ {
		sc.Scale.Points = append(sc.Scale.Points, study.Point{Value: v})
	}
	table := &responses.Table{N: len(rows)}
	for i, id := range ref.Items {
		sc.Items = append(sc.Items, study.Item{ID: id, Reverse: slices.Contains(ref.Reversed, id)})
		col := &responses.Column{Item: id, Codes: make([]uint8, len(rows))}
		for r, row := range rows {
			if row[i] == "" || row[i] == "NA" {
				continue
			}
			v, err := strconv.Atoi(row[i])
			if err != nil {
				t.Fatal(err)
			}
			col.Codes[r] = uint8(v - low + 1)
		}
		table.Columns = append(table.Columns, col)
	}
	st := &study.Study{Constructs: []study.Construct{sc}, Analysis: study.Analysis{
		Missing: "listwise", Correlation: "corrected", Significance: 0.05, Tails: 2, AlphaThreshold: 0.6,
	}}
	return st, table
}

// checker compares values with their reference.
type checker struct {
	t    *testing.T
	name string
}

func (c checker) equal(what string, got Value, want number, tolerance float64) {
	c.t.Helper()
	g, ok := got.Get()
	switch {
	case ok != want.defined:
		c.t.Errorf("%s: %s is %v (%s), want %+v", c.name, what, g, got.Reason(), want)
	case ok && !near(g, want.v, tolerance):
		c.t.Errorf("%s: %s = %.17g, want %.17g (off by %.1e)", c.name, what, g, want.v, math.Abs(g-want.v)/math.Abs(want.v))
	}
}

// p compares p-values, far into the tail. R's p of a perfect r is that of a
// rounding error.
func (c checker) p(what string, got Value, want number) {
	c.t.Helper()
	if g, ok := got.Get(); ok && g == 0 && strings.HasPrefix(c.name, "all_straightline") {
		return
	}
	c.equal(what, got, want, 1e-10)
}

// near is equality within a relative tolerance, or next to 0 a tiny absolute one.
func near(a, b, tolerance float64) bool {
	return math.Abs(a-b) <= tolerance*math.Abs(b) || b == 0 && math.Abs(a) < 1e-13
}

func (c checker) between(what string, got Interval, want bounds, tolerance float64) {
	c.t.Helper()
	c.equal(what+" low", got.Low, want.Lower, tolerance)
	c.equal(what+" high", got.High, want.Upper, tolerance)
}

func TestDescriptionEqualsReference(t *testing.T) {
	for _, ref := range references(t) {
		st, table := ref.input(t)
		r := Run(st, table).Constructs[0]
		if r.N != ref.Complete {
			t.Errorf("%s: %d complete rows, want %d", ref.Name, r.N, ref.Complete)
		}
		for _, it := range r.Items {
			want := ref.Describe[it.ID]
			c := checker{t, ref.Name + " " + it.ID}
			if it.N != want.N || it.Missing != want.Missing {
				t.Errorf("%s: n %d missing %d, want %d and %d", c.name, it.N, it.Missing, want.N, want.Missing)
			}
			for i, v := range r.Values {
				if want.Freq != nil && it.Counts[i] != want.Freq[fmt.Sprint(v)] {
					t.Errorf("%s: count of %d is %d, want %d", c.name, v, it.Counts[i], want.Freq[fmt.Sprint(v)])
				}
			}
			if len(it.Modes) != want.Modes || float64(it.Modes[0]) != want.Mode {
				t.Errorf("%s: modes %v, want %d from %g", c.name, it.Modes, want.Modes, want.Mode)
			}
			c.equal("mean", it.Mean, want.Mean, 1e-12)
			c.equal("sd", it.SD, want.SD, 1e-12)
			c.equal("median", it.Median, want.Median, 1e-12)
			c.equal("variance", it.Shape.Variance, want.Var, 1e-12)
			c.equal("skewness", it.Shape.Skewness, want.Skew, 1e-11)
			c.equal("skewness se", it.Shape.SkewnessSE, want.SkewSE, 1e-12)
			c.equal("kurtosis", it.Shape.Kurtosis, want.Kurt, 1e-11)
			c.equal("kurtosis se", it.Shape.KurtosisSE, want.KurtSE, 1e-12)
			c.between("quartiles type 6", it.Shape.QuartilesSPSS, bounds{want.Type6[1], want.Type6[3]}, 1e-12)
			c.between("quartiles type 7", it.Shape.QuartilesR, bounds{want.Type7[1], want.Type7[3]}, 1e-12)
		}
	}
}

func TestListwiseEqualsReference(t *testing.T) {
	for _, ref := range references(t) {
		st, table := ref.input(t)
		r := Run(st, table).Constructs[0]
		st.Analysis.Correlation = "uncorrected"
		uncorrected := Run(st, table).Constructs[0]
		c, want := checker{t, ref.Name}, ref.Listwise
		c.equal("alpha", r.Alpha, want.Alpha, 1e-12)
		c.equal("standardized alpha", r.AlphaStandardized, want.StdAlpha, 1e-12)
		c.equal("mean inter-item r", r.MeanInterItemR, want.MeanR.Mean, 1e-12)
		c.equal("scale mean", r.ScaleMean, want.Mean, 1e-12)
		c.equal("scale sd", r.ScaleSD, want.SD, 1e-12)
		c.equal("lambda 6", r.Lambda6, want.Lambda.L6, 1e-11)
		c.between("feldt", r.AlphaCI95, want.Feldt, 1e-10)
		c.equal("ase", r.AlphaSE, want.ASE, 1e-11)
		c.between("duhachek", r.AlphaDuhachekCI95, want.Duhachek, 1e-12)
		if h := r.SplitHalf; h.K1 != want.Split.K1 || h.K2 != want.Split.K2 {
			t.Errorf("%s: halves of %d and %d", ref.Name, h.K1, h.K2)
		}
		c.equal("alpha of half 1", r.SplitHalf.Alpha1, want.Split.Alpha1, 1e-12)
		c.equal("alpha of half 2", r.SplitHalf.Alpha2, want.Split.Alpha2, 1e-12)
		c.equal("r of halves", r.SplitHalf.R, want.Split.R, 1e-12)
		c.equal("Spearman-Brown", r.SplitHalf.SpearmanBrown, want.Split.Equal, 1e-12)
		if want.Split.R.v < 1-1e-12 { // at 1 the reference is a rounding error
			c.equal("Spearman-Brown, unequal", r.SplitHalf.SpearmanBrownUnequal, want.Split.Unequal, 1e-12)
		}
		c.equal("Guttman", r.SplitHalf.Guttman, want.Split.Guttman, 1e-12)
		for i, it := range r.Items {
			c.name = ref.Name + " " + it.ID
			c.equal("corrected r", it.CorrectedItemTotalR, want.Corrected[it.ID], 1e-12)
			c.equal("uncorrected r", it.ItemTotalR, want.Uncorrected[it.ID], 1e-12)
			c.p("p", it.P, want.CorrectedP[it.ID])
			c.p("p, uncorrected", uncorrected.Items[i].P, want.UncorrectedP[it.ID])
			c.equal("alpha if deleted", it.AlphaIfDeleted, want.IfDeleted[it.ID], 1e-12)
			c.equal("scale mean if deleted", it.ScaleMeanIfDeleted, want.MeanIfDeleted[it.ID], 1e-12)
			c.equal("scale variance if deleted", it.ScaleVarianceIfDeleted, want.VarIfDeleted[it.ID], 1e-12)
			c.equal("smc", it.SMC, want.SMC[it.ID], 1e-11)
		}
	}
}

func TestPairwiseEqualsReference(t *testing.T) {
	for _, ref := range references(t) {
		st, table := ref.input(t)
		st.Analysis.Missing, st.Analysis.Correlation = "pairwise", "uncorrected"
		r := Run(st, table).Constructs[0]
		c, want := checker{t, ref.Name}, ref.Psych
		c.equal("alpha", r.Alpha, want.Alpha, 1e-12)
		c.equal("standardized alpha", r.AlphaStandardized, want.StdAlpha, 1e-12)
		c.equal("mean inter-item r", r.MeanInterItemR, want.MeanR, 1e-12)
		c.between("feldt", r.AlphaCI95, want.Feldt, 1e-10)
		c.equal("ase", r.AlphaSE, want.ASE, 1e-11)
		c.between("duhachek", r.AlphaDuhachekCI95, want.Duhachek, 1e-12)
		// psych replaces a singular matrix by a smoothed one.
		if singular := ref.Name == "tiny_n3" || ref.Name == "all_straightline"; singular {
			want.G6 = number{}
		}
		c.equal("G6", r.Lambda6, want.G6, 1e-11)
		for _, it := range r.Items {
			c.name = ref.Name + " " + it.ID
			c.equal("raw r", it.ItemTotalR, want.RawR[it.ID], 1e-12)
			c.p("p of raw r", it.P, want.RawRP[it.ID])
			c.equal("r drop", it.CorrectedItemTotalR, want.RDrop[it.ID], 1e-12)
			if len(ref.Items) == 2 { // psych prints r² and covariances there
				want.IfDeleted[it.ID] = number{}
			}
			c.equal("alpha if deleted", it.AlphaIfDeleted, want.IfDeleted[it.ID], 1e-12)
		}
	}
}
