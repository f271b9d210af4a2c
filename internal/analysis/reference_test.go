package analysis

import (
	"encoding/csv"
	"encoding/json"
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
// with PSPP 1.6.2; testdata/reference/README.md says how. Every number of every
// file is looked at: it is compared with ours, or its key stands in a list of
// statistics that this program does not print.

// leaf is a number of a reference file: its path, and the number. It is not
// defined where the file has null or "Inf".
type leaf struct {
	path    []string
	v       float64
	defined bool
}

// pattern is the path with an asterisk for the names of items and data sets and
// for the positions in lists.
func (l leaf) pattern(names map[string]bool) string {
	out := slices.Clone(l.path)
	for i, p := range out {
		if _, err := strconv.Atoi(p); err == nil || names[p] {
			out[i] = "*"
		}
	}
	return strings.Join(out, ".")
}

// leaves are all numbers of a file, in order of their paths; texts and truth
// values are left out.
func leaves(t *testing.T, file string) []leaf {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var root any
	if err := json.Unmarshal(b, &root); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	var out []leaf
	var walk func(v any, path []string)
	walk = func(v any, path []string) {
		path = slices.Clone(path)
		switch v := v.(type) {
		case map[string]any:
			for k, w := range v {
				walk(w, append(path, k))
			}
		case []any:
			for i, w := range v {
				walk(w, append(path, strconv.Itoa(i)))
			}
		case float64:
			out = append(out, leaf{path, v, true})
		case nil:
			out = append(out, leaf{path: path})
		case string:
			if v == "Inf" {
				out = append(out, leaf{path: path})
			}
		}
	}
	walk(root, nil)
	slices.SortFunc(out, func(a, b leaf) int { return slices.Compare(a.path, b.path) })
	return out
}

// compare is a value of ours that stands beside a leaf, and how near it must be.
type compare struct {
	got       Value
	tolerance float64
	skip      string // why this one is not compared
}

func (l leaf) check(t *testing.T, where string, c compare) {
	t.Helper()
	g, ok := c.got.Get()
	switch {
	case c.skip != "":
	case ok != l.defined:
		t.Errorf("%s %s is %v, want %g (defined: %v)", where, strings.Join(l.path, "."), c.got, l.v, l.defined)
	case ok && !near(g, l.v, c.tolerance):
		t.Errorf("%s %s = %.17g, want %.17g (off by %.1e)", where, strings.Join(l.path, "."), g, l.v, math.Abs(g-l.v)/math.Abs(l.v))
	}
}

// near is equality within a relative tolerance, or next to 0 a tiny absolute one.
func near(a, b, tolerance float64) bool {
	return math.Abs(a-b) <= tolerance*math.Abs(b) || math.Abs(b) < 1e-12 && math.Abs(a-b) < 1e-13
}

// covers checks every leaf by the first of the patterns that fits, and reports
// leaves that none fits and patterns that fit nothing. A pattern may end in
// "**" for everything under it.
func covers(t *testing.T, where string, all []leaf, names map[string]bool, rules map[string]func(leaf) compare, unnamed []string, used map[string]int) {
	t.Helper()
	for _, l := range all {
		p := l.pattern(names)
		if rule, ok := rules[p]; ok {
			used[p]++
			l.check(t, where, rule(l))
			continue
		}
		i := slices.IndexFunc(unnamed, func(u string) bool {
			prefix, open := strings.CutSuffix(u, "**")
			return u == p || open && strings.HasPrefix(p, prefix)
		})
		if i < 0 {
			t.Errorf("%s: nothing compares %s (%s)", where, p, strings.Join(l.path, "."))
			continue
		}
		used[unnamed[i]]++
	}
}

func allUsed(t *testing.T, rules map[string]func(leaf) compare, unnamed []string, used map[string]int) {
	t.Helper()
	for p := range rules {
		if used[p] == 0 {
			t.Errorf("no reference has %s", p)
		}
	}
	for _, p := range unnamed {
		if used[p] == 0 {
			t.Errorf("no reference has %s, which is listed as left out", p)
		}
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

// dataset is a reference data set with its analyses.
type dataset struct {
	name     string
	items    []string
	cols     []Column
	complete []Column  // of the complete rows
	listwise Construct // verdicts by the corrected r
	pairwise Construct // verdicts by the uncorrected r
	both     Construct // pairwise, of the complete rows
	other    Construct // listwise, verdicts by the uncorrected r
	cov      *Covariance
}

// heading is what a data set's file says of it.
type heading struct {
	Min, Max *int
	Reversed []string `json:"reversed_items"`
	Rows     int      `json:"n_rows"`
	Complete int      `json:"n_listwise"`
	Items    []string
}

func readDataset(t *testing.T, file string) (*dataset, heading) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var h struct {
		heading
		Min *int `json:"scale_min"`
		Max *int `json:"scale_max"`
	}
	if err := json.Unmarshal(b, &h); err != nil {
		t.Fatal(err)
	}
	d := &dataset{name: strings.TrimSuffix(filepath.Base(file), ".json"), items: h.Items}
	rows := readCSV(t, strings.TrimSuffix(file, ".json")+".csv")[1:]
	low, high := 20, 100 // of attitude, which is measured in percents
	if h.Min != nil {
		low, high = *h.Min, *h.Max
	}
	sc := study.Construct{ID: "c"}
	for v := low; v <= high; v++ {
		sc.Scale.Points = append(sc.Scale.Points, study.Point{Value: v})
	}
	table := &responses.Table{N: len(rows)}
	for i, id := range h.Items {
		sc.Items = append(sc.Items, study.Item{ID: id, Reverse: slices.Contains(h.Reversed, id)})
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
	run := func(table *responses.Table, missing, r string) Construct {
		return Run(&study.Study{Constructs: []study.Construct{sc}, Analysis: study.Analysis{
			Missing: missing, Correlation: r, Significance: 0.05, Tails: 2, AlphaThreshold: 0.6, Omega: "ml",
		}}, table).Constructs[0]
	}
	d.listwise, d.other = run(table, "listwise", "corrected"), run(table, "listwise", "uncorrected")
	d.pairwise = run(table, "pairwise", "uncorrected")
	whole := wholeRows(table)
	d.both = run(whole, "pairwise", "corrected")
	for i := range sc.Items {
		d.cols = append(d.cols, coded(&sc.Items[i], sc.Scale, table))
		d.complete = append(d.complete, coded(&sc.Items[i], sc.Scale, whole))
	}
	d.cov = Listwise(d.cols)
	return d, h.heading
}

// wholeRows is a table's complete rows.
func wholeRows(table *responses.Table) *responses.Table {
	out := &responses.Table{}
	for _, c := range table.Columns {
		out.Columns = append(out.Columns, &responses.Column{Item: c.Item})
	}
	for r := range table.N {
		whole := true
		for _, c := range table.Columns {
			whole = whole && c.Codes[r] != 0
		}
		if !whole {
			continue
		}
		out.N++
		for i, c := range table.Columns {
			out.Columns[i].Codes = append(out.Columns[i].Codes, c.Codes[r])
		}
	}
	return out
}

func (d *dataset) index(id string) int { return slices.Index(d.items, id) }

// frequencies is the distribution of an item.
func (d *dataset) frequencies(id string) Frequencies {
	f := Frequencies{}
	for i, n := range d.listwise.Items[d.index(id)].Counts {
		f.Values, f.Counts = append(f.Values, float64(d.listwise.Values[i])), append(f.Counts, n)
	}
	return f
}

// fractions are those of the percentiles in the files.
var fractions = [...]float64{0.05, 0.25, 0.5, 0.75, 0.95}

// describing are the rules for the block that describes a distribution, under
// a prefix; path[at] is the name of the distribution.
func describing(prefix string, of func(leaf) Frequencies, missing func(leaf) int) map[string]func(leaf) compare {
	simple := func(v func(Frequencies) Value, tolerance float64) func(leaf) compare {
		return func(l leaf) compare { return compare{got: v(of(l)), tolerance: tolerance} }
	}
	shape := func(v func(Shape) Value, tolerance float64) func(leaf) compare {
		return func(l leaf) compare { return compare{got: v(of(l).Shape()), tolerance: tolerance} }
	}
	quantile := func(kind QuantileType) func(leaf) compare {
		return func(l leaf) compare {
			i, _ := strconv.Atoi(l.path[len(l.path)-1])
			return compare{got: of(l).Quantile(fractions[i], kind), tolerance: 1e-12}
		}
	}
	modes := func(v func(f Frequencies, modes []int) float64) func(leaf) compare {
		return func(l leaf) compare {
			f := of(l)
			return compare{got: Of(v(f, f.Modes())), tolerance: 1e-15}
		}
	}
	out := map[string]func(leaf) compare{
		"n":                                   simple(func(f Frequencies) Value { return Of(float64(f.N())) }, 0),
		"n_missing":                           func(l leaf) compare { return compare{got: Of(float64(missing(l)))} },
		"mean":                                simple(Frequencies.Mean, 1e-12),
		"sd":                                  simple(Frequencies.SD, 1e-12),
		"var":                                 simple(Frequencies.Variance, 1e-12),
		"median":                              simple(Frequencies.Median, 1e-12),
		"mode_smallest":                       modes(func(f Frequencies, m []int) float64 { return f.Values[m[0]] }),
		"n_modes":                             modes(func(_ Frequencies, m []int) float64 { return float64(len(m)) }),
		"skew_spss":                           shape(func(s Shape) Value { return s.Skewness }, 1e-11),
		"se_skew":                             shape(func(s Shape) Value { return s.SkewnessSE }, 1e-12),
		"kurt_spss":                           shape(func(s Shape) Value { return s.Kurtosis }, 1e-11),
		"se_kurt":                             shape(func(s Shape) Value { return s.KurtosisSE }, 1e-12),
		"pct_05_25_50_75_95_haverage_type6.*": quantile(QuantileSPSS),
		"pct_05_25_50_75_95_type7.*":          quantile(QuantileR),
		"freq.*": func(l leaf) compare {
			f := of(l)
			v, _ := strconv.ParseFloat(l.path[len(l.path)-1], 64)
			return compare{got: Of(float64(f.Counts[slices.Index(f.Values, v)]))}
		},
	}
	prefixed := map[string]func(leaf) compare{}
	for k, v := range out {
		prefixed[prefix+k] = v
	}
	return prefixed
}

// describedBeside are statistics in the describing blocks that no report prints.
func describedBeside(prefix string) []string {
	return []string{prefix + "min", prefix + "max", prefix + "sum", prefix + "se_mean", prefix + "tukey_hinges.*"}
}

func (d *dataset) rules() map[string]func(leaf) compare {
	last := func(l leaf) string { return l.path[len(l.path)-1] }
	whole := func(get func(d *dataset) Value, tolerance float64) func(leaf) compare {
		return func(leaf) compare { return compare{got: get(d), tolerance: tolerance} }
	}
	item := func(c *Construct, get func(*Item) Value, tolerance float64) func(leaf) compare {
		return func(l leaf) compare {
			return compare{got: get(&c.Items[d.index(last(l))]), tolerance: tolerance}
		}
	}
	// R's p of a perfect r is that of a rounding error.
	p := func(c *Construct) func(leaf) compare {
		return func(l leaf) compare {
			out := item(c, func(it *Item) Value { return it.P }, 1e-10)(l)
			if v, ok := out.got.Get(); ok && v == 0 {
				out.skip = "perfect correlation"
			}
			return out
		}
	}
	bound := func(i Interval, tolerance float64) func(leaf) compare {
		return func(l leaf) compare {
			if last(l) == "lower" {
				return compare{got: i.Low, tolerance: tolerance}
			}
			return compare{got: i.High, tolerance: tolerance}
		}
	}
	matrix := func(m *Covariance, tolerance float64) func(leaf) compare {
		return func(l leaf) compare {
			i, _ := strconv.Atoi(l.path[len(l.path)-2])
			j, _ := strconv.Atoi(last(l))
			own, against := m.cell[i*m.K+i], m.cell[j*m.K+j]
			c := compare{got: Of(m.cell[i*m.K+j] * m.unit), tolerance: tolerance}
			if m.unit == 0 || strings.Contains(l.path[1], "_r") && (own <= 0 || against <= 0) {
				c.got = Undefined(ConstantItem)
			}
			return c
		}
	}
	lw, pw := &d.listwise, &d.pairwise
	out := describing("item_descr.*.",
		func(l leaf) Frequencies { return d.frequencies(l.path[1]) },
		func(l leaf) int { return lw.Items[d.index(l.path[1])].Missing })
	add := func(path string, rule func(leaf) compare) { out[path] = rule }

	add("listwise.scale_mean", whole(func(d *dataset) Value { return lw.ScaleMean }, 1e-12))
	add("listwise.scale_sd", whole(func(d *dataset) Value { return lw.ScaleSD }, 1e-12))
	add("listwise.scale_var", whole(func(d *dataset) Value { return lw.ScaleShape.Variance }, 1e-12))
	add("listwise.scale_mean_if_deleted.*", item(lw, func(it *Item) Value { return it.ScaleMeanIfDeleted }, 1e-12))
	add("listwise.scale_var_if_deleted.*", item(lw, func(it *Item) Value { return it.ScaleVarianceIfDeleted }, 1e-12))
	add("listwise.item_mean.*", func(l leaf) compare {
		f := describe(&study.Item{}, lw.Values, d.complete[d.index(last(l))])
		return compare{got: f.Mean, tolerance: 1e-12}
	})
	add("listwise.item_var.*", func(l leaf) compare {
		i := d.index(last(l))
		return compare{got: Of(d.cov.cell[i*d.cov.K+i] * d.cov.unit), tolerance: 1e-12}
	})
	add("listwise.item_sd.*", func(l leaf) compare {
		i := d.index(last(l))
		return compare{got: Of(math.Sqrt(d.cov.cell[i*d.cov.K+i] * d.cov.unit)), tolerance: 1e-12}
	})
	// This block counts an item without variance in k, as SPSS with a warning; what
	// leaves it out is in raw_alpha_nonzero_items and in internal/results/testdata/r.
	varying := func(rule func(leaf) compare) func(leaf) compare {
		return func(l leaf) compare {
			c := rule(l)
			if len(d.cov.Constant()) > 0 {
				c.skip = "counts the item without variance"
			}
			return c
		}
	}
	add("listwise.raw_alpha", varying(whole(func(d *dataset) Value { return lw.Alpha }, 1e-12)))
	add("listwise.raw_alpha_nonzero_items", whole(func(d *dataset) Value { return lw.Alpha }, 1e-12))
	add("listwise.std_alpha_nonzero_items", whole(func(d *dataset) Value { return lw.AlphaStandardized }, 1e-12))
	add("listwise.smc.*", item(lw, func(it *Item) Value { return it.SMC }, 1e-11))
	add("listwise.corrected_item_total_r.*", item(lw, func(it *Item) Value { return it.CorrectedItemTotalR }, 1e-12))
	add("listwise.corrected_p_two.*", p(lw))
	add("listwise.item_total_r.*", item(lw, func(it *Item) Value { return it.ItemTotalR }, 1e-12))
	add("listwise.item_total_p_two.*", p(&d.other))
	add("listwise.alpha_if_deleted.*", varying(item(lw, func(it *Item) Value { return it.AlphaIfDeleted }, 1e-12)))
	add("listwise.guttman_lambda.L3", whole(func(d *dataset) Value { return lw.Alpha }, 1e-12))
	add("listwise.guttman_lambda.L6", whole(func(d *dataset) Value { return lw.Lambda6 }, 1e-11))
	add("listwise.summary_interitem_r.mean", whole(func(d *dataset) Value { return lw.MeanInterItemR }, 1e-12))
	add("listwise.inter_item_cov.*.*", matrix(d.cov, 1e-11))
	r := d.cov.Correlations()
	if len(d.cov.Constant()) > 0 {
		r = &Covariance{K: d.cov.K, unit: 1, cell: slices.Clone(d.cov.cell)}
		for i := range r.K {
			for j := range r.K {
				a, b := d.cov.cell[i*r.K+i], d.cov.cell[j*r.K+j]
				if a > 0 && b > 0 {
					r.cell[i*r.K+j] = correlation(d.cov.cell[i*r.K+j], a, b)
				}
			}
		}
	}
	add("listwise.inter_item_r.*.*", matrix(r, 1e-11))
	add("listwise.feldt_ci95.lower", varying(bound(lw.AlphaCI95, 1e-10)))
	add("listwise.feldt_ci95.upper", varying(bound(lw.AlphaCI95, 1e-10)))
	add("listwise.ase_duhachek", whole(func(d *dataset) Value { return lw.AlphaSE }, 1e-11))
	add("listwise.duhachek_ci95_z196.lower", bound(lw.AlphaDuhachekCI95, 1e-12))
	add("listwise.duhachek_ci95_z196.upper", bound(lw.AlphaDuhachekCI95, 1e-12))
	h := lw.SplitHalf
	add("listwise.split_half.k1", varying(whole(func(*dataset) Value { return Of(float64(h.K1)) }, 0)))
	add("listwise.split_half.k2", varying(whole(func(*dataset) Value { return Of(float64(h.K2)) }, 0)))
	add("listwise.split_half.alpha1", varying(whole(func(*dataset) Value { return h.Alpha1 }, 1e-12)))
	add("listwise.split_half.alpha2", varying(whole(func(*dataset) Value { return h.Alpha2 }, 1e-12)))
	add("listwise.split_half.r_forms", varying(whole(func(*dataset) Value { return h.R }, 1e-12)))
	add("listwise.split_half.spearman_brown_equal", varying(whole(func(*dataset) Value { return h.SpearmanBrown }, 1e-12)))
	add("listwise.split_half.spearman_brown_unequal", varying(func(leaf) compare {
		c := compare{got: h.SpearmanBrownUnequal, tolerance: 1e-12}
		if r, _ := h.R.Get(); r > 1-1e-12 {
			c.skip = "0/0 in the reference's formula"
		}
		return c
	}))
	add("listwise.split_half.guttman", varying(whole(func(*dataset) Value { return h.Guttman }, 1e-12)))

	add("psych_alpha.raw_alpha", whole(func(*dataset) Value { return pw.Alpha }, 1e-12))
	add("psych_alpha.std_alpha", whole(func(*dataset) Value { return pw.AlphaStandardized }, 1e-12))
	// psych replaces a singular matrix by a smoothed one.
	smoothed := func(v Value) func(leaf) compare {
		return func(leaf) compare {
			c := compare{got: v, tolerance: 1e-11}
			if v.Reason() == SingularMatrix || v.Reason() == TooFewRows {
				c.skip = "smoothed"
			}
			return c
		}
	}
	add("psych_alpha.G6_smc", smoothed(pw.G6))
	add("psych_alpha.average_r", whole(func(*dataset) Value { return pw.MeanInterItemR }, 1e-12))
	add("psych_alpha.ase", whole(func(*dataset) Value { return pw.AlphaSE }, 1e-11))
	add("psych_alpha.feldt_ci95.lower", bound(pw.AlphaCI95, 1e-10))
	add("psych_alpha.feldt_ci95.upper", bound(pw.AlphaCI95, 1e-10))
	add("psych_alpha.duhachek_ci95.lower", bound(pw.AlphaDuhachekCI95, 1e-12))
	add("psych_alpha.duhachek_ci95.upper", bound(pw.AlphaDuhachekCI95, 1e-12))
	add("psych_alpha.n.*", item(pw, func(it *Item) Value { return Of(float64(it.N)) }, 0))
	add("psych_alpha.raw_r.*", item(pw, func(it *Item) Value { return it.ItemTotalR }, 1e-12))
	add("psych_alpha.raw_r_p_two.*", p(pw))
	add("psych_alpha.r_drop.*", item(pw, func(it *Item) Value { return it.CorrectedItemTotalR }, 1e-12))
	add("psych_alpha.mean_item.*", item(pw, func(it *Item) Value { return it.Mean }, 1e-12))
	add("psych_alpha.sd_item.*", item(pw, func(it *Item) Value { return it.SD }, 1e-12))
	add("psych_alpha.alpha_if_deleted.*", func(l leaf) compare {
		c := item(pw, func(it *Item) Value { return it.AlphaIfDeleted }, 1e-12)(l)
		if len(d.items) == 2 {
			c.skip = "psych prints r² and covariances there"
		}
		return c
	})
	add("psych_alpha_on_listwise.raw_alpha", whole(func(*dataset) Value { return d.both.Alpha }, 1e-12))
	add("psych_alpha_on_listwise.std_alpha", whole(func(*dataset) Value { return d.both.AlphaStandardized }, 1e-12))
	add("psych_alpha_on_listwise.G6_smc", smoothed(d.both.G6))
	add("psych_alpha_on_listwise.r_drop.*", item(&d.both, func(it *Item) Value { return it.CorrectedItemTotalR }, 1e-12))

	minres := OneFactor(d.cov, MinimumResiduals)
	loading := func(f *Factor, tolerance float64) func(leaf) compare {
		return func(l leaf) compare {
			i, err := strconv.Atoi(last(l))
			if err != nil {
				i = d.index(last(l))
			}
			return compare{got: f.Loadings[i], tolerance: tolerance}
		}
	}
	ml := &Factor{}
	for i := range lw.Items {
		ml.Loadings = append(ml.Loadings, lw.Items[i].Loading)
	}
	add("omega_one_factor.omega_ml", whole(func(*dataset) Value { return lw.Omega }, 1e-6))
	add("omega_one_factor.omega_ml_covariance_metric", whole(func(*dataset) Value { return lw.OmegaRaw }, 1e-6))
	add("omega_one_factor.loadings_ml.*", loading(ml, 1e-4))
	add("omega_one_factor.omega_minres_polished", whole(func(*dataset) Value { return minres.Omega() }, 1e-12))
	add("omega_one_factor.omega_minres_psych", whole(func(*dataset) Value { return minres.Omega() }, 1e-4))
	add("omega_one_factor.loadings_minres_polished.*", loading(minres, 1e-8))
	add("omega_one_factor.loadings_minres_psych.*", loading(minres, 1e-4))
	return out
}

// besideDatasets are what the files hold of statistics that no report prints.
var besideDatasets = append(describedBeside("item_descr.*."),
	"item_descr.*.freq", "psych_alpha.ase_if_deleted", // null for all
	"n_rows", "n_items", "n_listwise", "n_missing_cells", "scale_min", "scale_max", // compared in the test itself, or its input
	"listwise.corrected_t.*", "listwise.item_total_t.*", // the t of r; the report prints r and p
	"listwise.guttman_lambda.L1", "listwise.guttman_lambda.L2", "listwise.guttman_lambda.L5",
	"listwise.summary_item_means.**", "listwise.summary_item_vars.**", "listwise.summary_interitem_cov.**",
	"listwise.summary_interitem_r.min", "listwise.summary_interitem_r.max", "listwise.summary_interitem_r.range",
	"listwise.summary_interitem_r.max_over_min", "listwise.summary_interitem_r.var_unique",
	"listwise.eigenvalues_R.**", "listwise.det_R", "listwise.kmo_**", "listwise.bartlett_**", "listwise.anova.**",
	"psych_alpha.median_r", "psych_alpha.signal_noise", "psych_alpha.mean", "psych_alpha.sd",
	"psych_alpha.std_r.*", "psych_alpha.r_cor.*", "psych_alpha.std_alpha_if_deleted.*", "psych_alpha.G6_if_deleted.*",
	"psych_alpha.average_r_if_deleted.*", "psych_alpha.ase_if_deleted.*",
	"omega_one_factor.grad_norm", "ordinal_alpha.**",
)

func TestDatasetsEqualReference(t *testing.T) {
	files, _ := filepath.Glob("testdata/reference/*.json")
	files = slices.DeleteFunc(files, func(f string) bool { return filepath.Base(f) == "tests.json" })
	if len(files) != 10 {
		t.Fatalf("%d reference data sets, want 10", len(files))
	}
	used := map[string]int{}
	var rules map[string]func(leaf) compare
	for _, f := range files {
		d, h := readDataset(t, f)
		if len(d.cols[0].Codes) != h.Rows || d.listwise.N != h.Complete {
			t.Errorf("%s: %d rows, %d complete; want %d and %d", d.name, len(d.cols[0].Codes), d.listwise.N, h.Rows, h.Complete)
		}
		names := map[string]bool{}
		for _, id := range d.items {
			names[id] = true
		}
		rules = d.rules()
		covers(t, d.name, leaves(t, f), names, rules, besideDatasets, used)
	}
	allUsed(t, rules, besideDatasets, used)
}

func TestCriticalREqualsReference(t *testing.T) {
	rows := readCSV(t, "testdata/reference/r_critical.csv")
	if len(rows) < 150 {
		t.Fatalf("only %d rows", len(rows))
	}
	columns := []struct {
		head         string
		significance float64
		tails        int
	}{
		{"two_0.1", 0.1, 2}, {"two_0.05", 0.05, 2}, {"two_0.02", 0.02, 2}, {"two_0.01", 0.01, 2}, {"two_0.001", 0.001, 2},
		{"one_0.05", 0.05, 1}, {"one_0.01", 0.01, 1},
	}
	for _, c := range columns {
		at := slices.Index(rows[0], c.head)
		for _, row := range rows[1:] {
			df, _ := strconv.Atoi(row[0])
			want, err := strconv.ParseFloat(row[at], 64)
			if err != nil {
				t.Fatal(err)
			}
			leaf{[]string{"df", row[0], c.head}, want, true}.check(t, "r_critical", compare{got: CriticalR(df, c.significance, c.tails), tolerance: 1e-13})
		}
	}
}
