package analysis

import (
	"fmt"
	"testing"

	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

func labels(n int) []lang.Text {
	out := make([]lang.Text, n)
	for i := range out {
		out[i] = lang.Same(fmt.Sprint("class ", i+1))
	}
	return out
}

// The classes of a five-point scale are 1–1.80, 1.81–2.60, 2.61–3.40, 3.41–4.20
// and 4.21–5.
func TestClassInterval(t *testing.T) {
	for _, c := range []struct {
		mean            float64
		least, greatest int
		classes, want   int
	}{
		{1, 1, 5, 5, 1}, {1.8, 1, 5, 5, 1}, {1.8049, 1, 5, 5, 1}, {1.805, 1, 5, 5, 2}, {2.6, 1, 5, 5, 2},
		{17.0 / 5, 1, 5, 5, 3}, {3.41, 1, 5, 5, 4}, {4.2, 1, 5, 5, 4}, {4.21, 1, 5, 5, 5}, {5, 1, 5, 5, 5},
		{2.33, 1, 5, 3, 1}, {2.34, 1, 5, 3, 2}, {3.67, 1, 5, 3, 2}, {3.68, 1, 5, 3, 3},
		{2.5, 1, 4, 4, 2}, {3.25, 1, 4, 4, 3}, {0, -2, 2, 5, 3}, {0, 0, 10, 5, 1}, {2.01, 0, 10, 5, 2},
	} {
		if got := ClassInterval(Of(c.mean), c.least, c.greatest, labels(c.classes)); got.Number != c.want {
			t.Errorf("%g on %d–%d in %d classes: %d, want %d", c.mean, c.least, c.greatest, c.classes, got.Number, c.want)
		}
	}
	if b := ClassInterval(Undefined(NoAnswers), 1, 5, labels(5)); b.Number != 0 || b.Reason() != NoAnswers {
		t.Errorf("the class of nothing: %+v", b)
	}
}

func TestInBand(t *testing.T) {
	bands := []study.Band{{From: 0}, {From: 55}, {From: 65}, {From: 80}, {From: 90}}
	for v, want := range map[float64]int{-3: 1, 0: 1, 54.99: 1, 54.994: 1, 54.995: 2, 55: 2, 79.99: 3, 80: 4, 100: 5} {
		if got := InBand(Of(v), bands, 2); got.Number != want || got.Of != 5 {
			t.Errorf("%g: %+v, want %d", v, got, want)
		}
	}
}

func TestTCR(t *testing.T) {
	for _, c := range []struct {
		mean            float64
		least, greatest int
		want            Value
	}{
		{3, 1, 5, Of(60)}, {0, 0, 10, Of(0)}, {4, 1, 4, Of(100)},
		{0.5, -2, 2, Undefined(NotPositiveScale)}, {-1, -2, -1, Undefined(NotPositiveScale)},
	} {
		if got := tcr(Of(c.mean), c.least, c.greatest); got != c.want {
			t.Errorf("%g on %d–%d: %v, want %v", c.mean, c.least, c.greatest, got, c.want)
		}
	}
}

func TestIKMGrade(t *testing.T) {
	for v, want := range map[float64]string{
		25: "D", 64.99: "D", 64.994: "D", 64.995: "C", 65: "C", 76.60: "C", 76.604: "C", 76.61: "B", 88.30: "B", 88.305: "A", 88.31: "A", 100: "A",
	} {
		if got := IKMGrade(v); got != want {
			t.Errorf("%g: %s, want %s", v, got, want)
		}
	}
}

// service is a study of items U1 to Uk on a scale from 1 to greatest, each
// answered by every row with the same score.
func service(k, greatest int, scores ...uint8) (*study.Study, *responses.Table) {
	sc := study.Construct{ID: "c"}
	for v := 1; v <= greatest; v++ {
		sc.Scale.Points = append(sc.Scale.Points, study.Point{Value: v})
	}
	st := &study.Study{Analysis: study.Analysis{Missing: "listwise", Correlation: "corrected", Significance: 0.05, Tails: 2, AlphaThreshold: 0.6}}
	st.IKM.On = true
	table := &responses.Table{N: len(scores)}
	for i := range k {
		id := fmt.Sprint("U", i+1)
		sc.Items = append(sc.Items, study.Item{ID: id})
		table.Columns = append(table.Columns, &responses.Column{Item: id, Codes: scores})
		st.IKM.Elements = append(st.IKM.Elements, study.IKMElement{Code: id, Items: []string{id}})
	}
	st.Constructs = []study.Construct{sc}
	return st, table
}

func TestIKM(t *testing.T) {
	st, table := service(9, 4, 3, 3, 4)
	r := Run(st, table).IKM
	index, ok := r.Index.Get()
	weighted, _ := r.Elements[8].Weighted.Get()
	if !ok || index != 83.33 || r.Grade != "B" || weighted < 0.370370 || weighted > 0.370371 || r.Elements[0].N != 3 {
		t.Errorf("index %v (%s), element %+v", r.Index, r.Grade, r.Elements[8])
	}
	for name, c := range map[string]struct {
		k, greatest int
		want        Reason
	}{"five points": {9, 5, NotFourPoint}, "eight elements": {8, 4, NotNineElements}} {
		st, table := service(c.k, c.greatest, 3, 3, 4)
		if r := Run(st, table).IKM; r.Index.Reason() != c.want || r.Grade != "" {
			t.Errorf("%s: %v (%s), want %s", name, r.Index, r.Grade, c.want)
		}
	}
	st, table = service(9, 4, 3, 3, 4)
	table.Columns[4].Codes = []uint8{0, 0, 0}
	if r := Run(st, table).IKM; r.Index.Reason() != NoAnswers || r.Elements[3].Mean.Reason() != Defined {
		t.Errorf("an element without answers: %v", r.Index)
	}
	// Two items of an element weigh as one.
	st, table = service(10, 4, 2, 2)
	table.Columns[9].Codes = []uint8{4, 4}
	st.IKM.Elements = st.IKM.Elements[:9]
	st.IKM.Elements[0].Items = []string{"U1", "U10"}
	if v, _ := Run(st, table).IKM.Index.Get(); v != 52.78 { // 25 (3 + 8·2)/9
		t.Errorf("an element of two items: %g, want 52.78", v)
	}
}

func TestImportance(t *testing.T) {
	pairs := func(axes string, means ...uint8) *Importance {
		st, table := service(len(means), 5, 3)
		st.IKM.On = false
		st.Interpretation.Axes = axes
		for i, m := range means {
			table.Columns[i].Codes = []uint8{m}
			if i%2 == 0 {
				st.Constructs[0].Items[i].Importance = st.Constructs[0].Items[i+1].ID
			}
		}
		return Run(st, table).Importance
	}
	p := pairs("means", 2, 5, 5, 5, 2, 1, 5, 1) // axes 3.5 and 3
	want := []Quadrant{Concentrate, KeepUp, LowPriority, Overkill}
	for i, q := range want {
		if p.Pairs[i].Quadrant != q {
			t.Errorf("pair %d is %s, want %s", i, p.Pairs[i].Quadrant, q)
		}
	}
	if gap, _ := p.Pairs[0].Gap.Get(); gap != -3 {
		t.Errorf("gap %g", gap)
	}
	if fit, _ := p.Pairs[0].Fit.Get(); fit != 40 {
		t.Errorf("fit %g", fit)
	}
	if p := pairs("middle", 3, 3); p.Pairs[0].Quadrant != KeepUp {
		t.Errorf("in the middle: %s", p.Pairs[0].Quadrant)
	}
	if p := pairs("means", 3, 4); p.Pairs[0].Quadrant != NoQuadrant || p.PerformanceAxis.Reason() != TooFewItems {
		t.Errorf("one pair: %+v", p)
	}
	if p := pairs("means", 0, 4, 3, 3, 4, 2); p.Pairs[0].Quadrant != NoQuadrant || p.Pairs[1].Quadrant != Concentrate {
		t.Errorf("a pair without answers: %+v", p.Pairs)
	}
}

func TestInterpretation(t *testing.T) {
	st, table := likert([]uint8{5, 4, 4, 3, 1}, []uint8{0, 2, 2, 5, 5})
	st.Constructs[0].Items[1].Reverse = true
	st.Interpretation = study.Interpretation{
		On: true, Classes: labels(5), TCR: study.Bands{Bands: []study.Band{{From: 0}, {From: 65}}}, Boxes: true,
		Reliability: study.Bands{Bands: []study.Band{{From: 0}, {From: 0.7}}},
	}
	c := Run(st, table).Constructs[0]
	a, b := c.Items[0].Interpretation, c.Items[1].Interpretation
	top, _ := a.TopTwo.Share.Get()
	bottom, _ := a.BottomTwo.Share.Get()
	if a.MeanBand.Number != 3 || a.TCRBand.Number != 2 || top != 0.6 || bottom != 0.2 {
		t.Errorf("A: %+v", a)
	}
	if top, _ := b.TopTwo.Share.Get(); top != 0.5 { // after reversal
		t.Errorf("B, reversed: top two %g", top)
	}
	if m, _ := c.Interpretation.Mean.Get(); m != (3.0+2.5)/2 { // of the four complete rows
		t.Errorf("mean of the construct %g", m)
	}
	if w, _ := c.Interpretation.Width.Get(); w != 0.8 {
		t.Errorf("width %g", w)
	}
	st.Constructs[0].Scale.Points = st.Constructs[0].Scale.Points[:3]
	table.Columns[0].Codes, table.Columns[1].Codes = []uint8{1, 2, 3, 3, 1}, []uint8{1, 1, 1, 2, 2}
	if r := Run(st, table).Constructs[0].Items[0].Interpretation; r.TopTwo.Share.Reason() != ShortScale {
		t.Errorf("top two of three points: %v", r.TopTwo)
	}
}
