package analysis

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// likert is a study of one construct of five-point items and its answers, an
// item a row, 0 for a missing answer.
func likert(items ...[]uint8) (*study.Study, *responses.Table) {
	sc := study.Construct{ID: "c"}
	for v := 1; v <= 5; v++ {
		sc.Scale.Points = append(sc.Scale.Points, study.Point{Value: v})
	}
	table := &responses.Table{}
	for i, codes := range items {
		id := string(rune('A' + i))
		sc.Items = append(sc.Items, study.Item{ID: id})
		table.Columns = append(table.Columns, &responses.Column{Item: id, Codes: codes})
		table.N = len(codes)
	}
	return &study.Study{Constructs: []study.Construct{sc}, Analysis: study.Analysis{
		Missing: "listwise", Correlation: "corrected", Significance: 0.05, Tails: 2, AlphaThreshold: 0.6,
	}}, table
}

func TestUndefinedHasItsReason(t *testing.T) {
	type want struct{ alpha, corrected, uncorrected, p, critical, deleted, mean, sd Reason }
	for name, c := range map[string]struct {
		items   [][]uint8
		missing string
		want    want
	}{
		"one item": {[][]uint8{{1, 2, 3, 4}}, "listwise",
			want{alpha: TooFewItems, corrected: TooFewItems, uncorrected: TooFewItems, p: TooFewItems, deleted: TooFewItems}},
		"two items": {[][]uint8{{1, 2, 3, 5}, {1, 3, 2, 4}}, "listwise", want{deleted: TooFewItems}},
		"constant item": {[][]uint8{{3, 3, 3, 3}, {1, 2, 4, 4}, {1, 2, 3, 5}}, "listwise",
			want{corrected: ConstantItem, uncorrected: ConstantItem, p: ConstantItem, deleted: ConstantItem}},
		"constant item, pairwise": {[][]uint8{{3, 3, 3, 3}, {1, 2, 4, 4}, {1, 2, 3, 5}}, "pairwise",
			want{corrected: ConstantItem, uncorrected: ConstantItem, p: ConstantItem, deleted: ConstantItem}},
		"constant rest": {[][]uint8{{1, 2, 3, 4}, {3, 3, 3, 3}, {2, 2, 2, 2}}, "listwise",
			want{alpha: FewVary, corrected: ConstantTotal, p: ConstantTotal, deleted: FewVary}},
		"constant total": {[][]uint8{{1, 2, 3, 4}, {5, 4, 3, 2}}, "listwise",
			want{alpha: ConstantTotal, uncorrected: ConstantTotal, deleted: TooFewItems}},
		"two rows": {[][]uint8{{1, 2}, {2, 5}, {1, 1}}, "listwise", want{p: TooFewRows, critical: TooFewRows, deleted: TooFewItems}},
		"one row": {[][]uint8{{1}, {2}, {3}}, "listwise",
			want{TooFewRows, TooFewRows, TooFewRows, TooFewRows, TooFewRows, TooFewRows, Defined, TooFewRows}},
		"no complete row": {[][]uint8{{1, 0, 3}, {0, 2, 0}, {1, 2, 3}}, "listwise",
			want{alpha: NoRows, corrected: NoRows, uncorrected: NoRows, p: NoRows, critical: NoRows, deleted: NoRows}},
		"nobody answered": {[][]uint8{{0, 0, 0}, {1, 2, 3}, {3, 4, 5}}, "listwise",
			want{NoRows, NoRows, NoRows, NoRows, NoRows, NoRows, NoAnswers, NoAnswers}},
		"a pair without rows": {[][]uint8{{1, 2, 3, 0, 0, 0}, {0, 0, 0, 2, 1, 4}, {1, 2, 3, 4, 5, 5}}, "pairwise",
			want{alpha: TooFewRows, corrected: TooFewRows, critical: NoRows, p: TooFewRows, deleted: TooFewRows}},
		"beyond one, pairwise": {[][]uint8{{4, 5, 2, 3, 1, 4}, {3, 5, 3, 0, 2, 5}, {4, 4, 1, 2, 2, 3}}, "pairwise",
			want{corrected: NotPositive, p: NotPositive}},
		"no rows": {[][]uint8{{}, {}, {}}, "listwise",
			want{NoRows, NoRows, NoRows, NoRows, NoRows, NoRows, NoAnswers, NoAnswers}},
	} {
		st, table := likert(c.items...)
		st.Analysis.Missing = c.missing
		r := Run(st, table).Constructs[0]
		it := r.Items[0]
		got := want{
			r.Alpha.Reason(), it.CorrectedItemTotalR.Reason(), it.ItemTotalR.Reason(), it.P.Reason(),
			r.CriticalR.Reason(), it.AlphaIfDeleted.Reason(), it.Mean.Reason(), it.SD.Reason(),
		}
		if name == "constant total" { // two items that sum to a constant are each other's mirror
			if v, _ := it.CorrectedItemTotalR.Get(); v != -1 {
				t.Errorf("%s: corrected r %v", name, v)
			}
		}
		if got != c.want {
			t.Errorf("%s:\n got %+v\nwant %+v", name, got, c.want)
		}
		if (it.Valid == NoVerdict) != (it.CorrectedItemTotalR.Reason() != Defined || it.CriticalR.Reason() != Defined) {
			t.Errorf("%s: verdict %d", name, it.Valid)
		}
		if (r.Reliable == NoVerdict) != (r.Alpha.Reason() != Defined) {
			t.Errorf("%s: reliable %d", name, r.Reliable)
		}
	}
}

func TestVerdictFollowsTheSetting(t *testing.T) {
	// r of item A is 0.463 corrected and 0.805 uncorrected; the critical one is 0.707 (df 6).
	st, table := likert(
		[]uint8{1, 3, 5, 2, 1, 2, 3, 3}, []uint8{3, 5, 5, 4, 1, 1, 3, 3}, []uint8{2, 1, 3, 2, 5, 1, 3, 1})
	it := func(correlation string, tails int) Item {
		st.Analysis.Correlation, st.Analysis.Tails = correlation, tails
		return Run(st, table).Constructs[0].Items[0]
	}
	corrected, uncorrected := it("corrected", 2), it("uncorrected", 2)
	if corrected.Valid != uncorrected.ValidOther || corrected.ValidOther != uncorrected.Valid {
		t.Errorf("verdicts do not change places: %+v and %+v", corrected, uncorrected)
	}
	if corrected.Valid != Fail || corrected.ValidOther != Pass {
		t.Errorf("verdicts %d and %d", corrected.Valid, corrected.ValidOther)
	}
	if corrected.P == uncorrected.P {
		t.Error("p does not follow the correlation")
	}
	p2, _ := corrected.P.Get()
	p1, _ := it("corrected", 1).P.Get()
	if math.Abs(p2-2*p1) > 1e-15 {
		t.Errorf("p %g two-tailed and %g one-tailed", p2, p1)
	}
	negative, answers := likert([]uint8{1, 2, 3, 4, 5, 5}, []uint8{5, 4, 3, 2, 1, 2}, []uint8{5, 5, 3, 2, 1, 1})
	got := Run(negative, answers).Constructs[0].Items[0]
	if r, _ := got.CorrectedItemTotalR.Get(); r > -0.9 || got.Valid != Fail {
		t.Errorf("a strong negative r %g passes: %d", r, got.Valid)
	}
}

func TestReversedItem(t *testing.T) {
	codes := []uint8{1, 1, 2, 5, 0}
	st, table := likert(codes, []uint8{5, 4, 4, 1, 2})
	st.Constructs[0].Items[0].Reverse = true
	it := Run(st, table).Constructs[0].Items[0]
	if !slices.Equal(it.Answered, []int{2, 1, 0, 0, 1}) || !slices.Equal(it.Counts, []int{1, 0, 0, 1, 2}) {
		t.Errorf("answered %v, counted %v", it.Answered, it.Counts)
	}
	if mean, _ := it.Mean.Get(); mean != (5+5+4+1)/4.0 {
		t.Errorf("mean %g", mean)
	}
	if !slices.Equal(it.Modes, []int{5}) || it.N != 4 || it.Missing != 1 {
		t.Errorf("modes %v, n %d, missing %d", it.Modes, it.N, it.Missing)
	}
	if p, _ := it.Percents[0].Get(); p != 50 {
		t.Errorf("%g percent ticked the lowest point", p)
	}
}

// TestReverse: turning an item round in the matrix is turning its scores round.
func TestReverse(t *testing.T) {
	st, table := likert([]uint8{1, 2, 4, 5, 0, 3}, []uint8{2, 1, 5, 4, 3, 3}, []uint8{5, 4, 2, 1, 1, 2})
	turned := ListwiseOf(&st.Constructs[0], table)
	turned.Reverse(2)
	st.Constructs[0].Items[2].Reverse = true
	if want := ListwiseOf(&st.Constructs[0], table); !reflect.DeepEqual(turned, want) {
		t.Errorf("it is %+v, not %+v", turned, want)
	}
}

func TestCaveats(t *testing.T) {
	answers := [][]uint8{{1, 2, 3, 4, 5}, {5, 4, 2, 2, 1}, {3, 3, 3, 3, 0}}
	codes := func(kind string, population int) []string {
		st, table := likert(answers...)
		st.Method.Sampling.Kind, st.Method.Population = kind, population
		st.Responses.Synthetic = population == 9
		r := Run(st, table)
		var out []string
		for _, c := range r.Caveats {
			out = append(out, c.Code)
		}
		return out
	}
	for _, c := range []struct {
		kind       string
		population int
		want       []string
	}{
		{study.SamplingSaturated, 9, []string{CaveatSynthetic, CaveatNotSaturated, CaveatNotRandom, CaveatSmallN, CaveatResponseRate}},
		{study.SamplingSaturated, 5, []string{CaveatSmallN}},
		{study.SamplingRandom, 8, []string{CaveatSmallN}},
		{study.SamplingPurposive, 4, []string{CaveatMoreThanN, CaveatNotRandom, CaveatSmallN}},
		{study.SamplingRandom, 20, []string{CaveatSmallN}}, // the others were not asked
		{study.SamplingPurposive, 20, []string{CaveatNotRandom, CaveatSmallN}},
		{study.SamplingUnknown, 20, []string{CaveatSamplingUnsaid, CaveatSmallN, CaveatResponseRate}},
		{study.SamplingUnknown, 0, []string{CaveatSamplingUnsaid, CaveatSmallN}},
	} {
		if got := codes(c.kind, c.population); !slices.Equal(got, c.want) {
			t.Errorf("%s of %d: %v, want %v", c.kind, c.population, got, c.want)
		}
	}

	st, table := likert(answers...)
	c := Run(st, table).Constructs[0]
	var got []string
	for _, caveat := range c.Caveats {
		got = append(got, caveat.Code)
	}
	if want := []string{CaveatMissing, CaveatFewPerItem, CaveatNegativeAlpha}; !slices.Equal(got, want) {
		t.Errorf("construct: %v, want %v", got, want)
	}
	if p := c.Caveats[0].Params; p["left_out"] != 1 || p["n"] != 4 {
		t.Errorf("params %v", p)
	}
	if k := c.Items[2].Caveats; len(k) != 2 || k[0].Code != CaveatManyMissing || k[1].Code != CaveatConstantItem || k[1].Item != "C" {
		t.Errorf("constant item: %+v", k)
	}
	if k := c.Items[0].Caveats; len(k) != 1 || k[0].Code != CaveatNegativeR || k[0].Params["r"] >= 0 {
		t.Errorf("negative item: %+v", k)
	}
}

func TestVerdictCaveatHasItsNumbers(t *testing.T) {
	st, table := likert(
		[]uint8{1, 3, 5, 2, 1, 2, 3, 3}, []uint8{3, 5, 5, 4, 1, 1, 3, 3}, []uint8{2, 1, 3, 2, 5, 1, 3, 1})
	it := Run(st, table).Constructs[0].Items[0]
	if len(it.Caveats) != 1 || it.Caveats[0].Code != CaveatVerdictDiffers {
		t.Fatalf("caveats %+v", it.Caveats)
	}
	if p := it.Caveats[0].Params; !(p["corrected"] < p["critical"] && p["critical"] < p["uncorrected"]) {
		t.Errorf("params %v", p)
	}
}

func TestResponseRate(t *testing.T) {
	st, table := likert([]uint8{1, 2, 3})
	for population, want := range map[int]Value{0: Undefined(UnknownSize), 2: Undefined(PopulationSmall), 4: Of(0.75)} {
		st.Method.Population = population
		if got := Run(st, table).ResponseRate; got != want {
			t.Errorf("3 of %d: %+v", population, got)
		}
	}
}

// Whatever the answers, nothing panics (a NaN would), and neither the order of
// the rows nor a reversal of every item changes what must not change.
func TestPropertiesOnRandomAnswers(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(5, 6))
	for range 3000 {
		rows, k := rng.IntN(7), 1+rng.IntN(4)
		items := make([][]uint8, k)
		for i := range items {
			items[i] = make([]uint8, rows)
			for r := range items[i] {
				items[i][r] = uint8(rng.IntN(6))
				if rng.IntN(3) == 0 {
					items[i][r] = 3
				}
			}
		}
		st, table := likert(items...)
		if rng.IntN(2) == 0 {
			st.Analysis.Missing = "pairwise"
		}
		before := Run(st, table)

		rng.Shuffle(rows, func(a, b int) {
			for _, codes := range items {
				codes[a], codes[b] = codes[b], codes[a]
			}
		})
		if after := Run(st, table); !reflect.DeepEqual(before, after) {
			t.Fatalf("the order of the rows matters: %v", items)
		}

		for i := range st.Constructs[0].Items {
			st.Constructs[0].Items[i].Reverse = true
		}
		b, a := before.Constructs[0], Run(st, table).Constructs[0]
		for what, pair := range map[string][2]Value{
			"alpha": {b.Alpha, a.Alpha}, "corrected r": {b.Items[0].CorrectedItemTotalR, a.Items[0].CorrectedItemTotalR},
			"p": {b.Items[0].P, a.Items[0].P}, "sd": {b.Items[0].SD, a.Items[0].SD}, "lambda 6": {b.Lambda6, a.Lambda6},
		} {
			x, y := pair[0], pair[1]
			if x.Reason() != y.Reason() || math.Abs(x.v-y.v) > 1e-9*max(1, math.Abs(x.v)) {
				t.Fatalf("reversing all items changes %s from %+v to %+v: %v", what, x, y, items)
			}
		}
	}
}

func BenchmarkRunSmall(b *testing.B) {
	rng := rand.New(rand.NewPCG(7, 8))
	items := make([][]uint8, 5)
	for i := range items {
		items[i] = make([]uint8, 65)
	}
	for r := range 65 {
		level := rng.IntN(5)
		for i := range items {
			items[i][r] = uint8(1 + (level+rng.IntN(5))/2)
		}
	}
	st, table := likert(items...)
	for b.Loop() {
		Run(st, table)
	}
}
