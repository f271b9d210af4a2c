package charts

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/palette"
)

func heatOf(rows, columns int) HeatMap {
	d := HeatMap{Min: 1, Max: 4, Alt: "peta", FormatValue: func(v float64) string { return strings.Replace(fmt.Sprintf("%.2f", v), ".", ",", 1) }}
	for j := range columns {
		d.Columns = append(d.Columns, fmt.Sprint("P", j+1))
	}
	for i := range rows {
		r := HeatRow{Label: fmt.Sprintf("Angkatan %d Pelatihan Kepemimpinan Pengawas", i+1)}
		for j := range columns {
			r.Values = append(r.Values, 1+3*math.Abs(math.Sin(float64(i*columns+j))))
			r.Marks = append(r.Marks, "")
			if (i+j)%7 == 6 {
				r.Marks[j] = "–"
			}
		}
		d.Rows = append(d.Rows, r)
	}
	return d
}

func trendOf(series, periods int) Trend {
	d := Trend{Min: 1, Max: 4, AxisLabel: "Rata-rata", Alt: "kecenderungan"}
	for k := range periods {
		d.Periods = append(d.Periods, fmt.Sprintf("Triwulan %d tahun %d", k%4+1, 2024+k/4))
	}
	for i := range series {
		s := TrendSeries{Label: []string{"Materi pelatihan", "Pengajar", "Sarana dan layanan"}[i%3]}
		for k := range periods {
			m := 2.8 + 0.1*float64(i) + 0.3*math.Sin(float64(i+k))
			s.Points = append(s.Points, TrendPoint{Shown: k != 2 || i != 0, Interval: true, Mean: m, Low: m - 0.2, High: m + 0.2})
		}
		d.Series = append(d.Series, s)
	}
	return d
}

// Every number is in some figure, and each figure is within its bounds.
func TestHeatMapPages(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ rows, columns, least int }{{12, 5, 1}, {60, 11, 2}, {5, 60, 2}, {200, 60, 10}, {1, 1, 1}} {
		d := heatOf(c.rows, c.columns)
		figures := HeatMapPages(d, Style{Width: 430}, 500)
		if len(figures) < c.least {
			t.Errorf("%d × %d: %d figures", c.rows, c.columns, len(figures))
		}
		text := ""
		for _, f := range figures {
			if f.Width > 430.01 || f.Height > 500 {
				t.Errorf("%d × %d: a figure is %v × %v", c.rows, c.columns, f.Width, f.Height)
			}
			text += sketch(t, f)
		}
		want := 0
		for i, r := range d.Rows {
			for j := range r.Values {
				if r.Marks[j] == "" {
					want++
				} else if !strings.Contains(text, "–") {
					t.Errorf("row %d has no mark of a missing number", i)
				}
			}
		}
		got := 0
		for _, line := range strings.Split(text, "\n") {
			if i := strings.LastIndex(line, ` "`); strings.HasPrefix(line, "text ") && strings.Contains(line[i:], ",") {
				got++
			}
		}
		if got != want {
			t.Errorf("%d × %d: %d numbers, want %d", c.rows, c.columns, got, want)
		}
	}
	if f := HeatMapPages(HeatMap{Alt: "kosong", Min: 1, Max: 2}, Style{}, 100); len(f) != 1 {
		t.Errorf("an empty table has %d figures", len(f))
	}
}

// The tints of a scale are of one hue, the darker the higher; those of one with sides
// grow darker towards both ends, and its middle is grey.
func TestTint(t *testing.T) {
	h := newHeat(heatOf(1, 1), Style{})
	if h.tint(1) != palette.Heat(0) || h.tint(4) != palette.Heat(1) || h.tint(9) != palette.Heat(1) {
		t.Error("the ends have other tints")
	}
	for v := 1.0; v < 4; v += 0.1 {
		if palette.Luminance(h.tint(v+0.1)) >= palette.Luminance(h.tint(v)) {
			t.Errorf("%v is no darker than its neighbour", v+0.1)
		}
	}
	d := heatOf(1, 1)
	d.Min, d.Max, d.Sides = -1, 1, true
	r := newHeat(d, Style{})
	if r.tint(-1) != palette.Sides(-1) || r.tint(1) != palette.Sides(1) || r.tint(0) != palette.Neutral {
		t.Error("the ends or the middle of correlations have other tints")
	}
	for v := 0.0; v < 0.95; v += 0.1 {
		if palette.Luminance(r.tint(v+0.1)) >= palette.Luminance(r.tint(v)) || palette.Luminance(r.tint(-v-0.1)) >= palette.Luminance(r.tint(-v)) {
			t.Errorf("%v is no darker than its neighbour", v)
		}
	}
}

// Negative correlations are hatched, and no others: their tints alone read alike in grey.
func TestNegativeIsHatched(t *testing.T) {
	strokes := func(v float64) int {
		d := HeatMap{Columns: []string{"1"}, Rows: []HeatRow{{Label: "a", Values: []float64{v}, Marks: []string{""}}}, Min: -1, Max: 1, Sides: true,
			FormatValue: func(v float64) string { return fmt.Sprint(v) }}
		return strings.Count(sketch(t, HeatMapPages(d, Style{}, 600)[0]), "stroke")
	}
	if none, plus, minus := strokes(0), strokes(0.4), strokes(-0.4); none != plus || minus < plus+5 {
		t.Errorf("%d lines on 0, %d on 0.4, %d on -0.4", none, plus, minus)
	}
}

// Names at the ends of lines never stand on each other.
func TestTrendNamesStandApart(t *testing.T) {
	for series := 1; series <= 5; series++ {
		d := trendOf(series, 4)
		for i := range d.Series {
			for k := range d.Series[i].Points {
				d.Series[i].Points[k].Mean = 4 // all lines end at one height
			}
		}
		figures := TrendCharts(d, Style{Width: 400})
		if len(figures) != 1 {
			t.Fatalf("%d series have %d figures", series, len(figures))
		}
		var ys []float64
		for _, line := range strings.Split(sketch(t, figures[0]), "\n") {
			var x, y float64
			if n, _ := fmt.Sscanf(line, "text %f,%f", &x, &y); n == 2 && x > 310 {
				ys = append(ys, y)
			}
		}
		for i, a := range ys {
			if a < 0 || a > figures[0].Height.Points() {
				t.Errorf("a name stands at %v of %v", a, figures[0].Height)
			}
			for _, b := range ys[:i] {
				if math.Abs(a-b) < 8 {
					t.Errorf("%d series: two names stand at %v and %v", series, a, b)
				}
			}
		}
	}
	if n := len(TrendCharts(trendOf(12, 3), Style{})); n != 3 {
		t.Errorf("12 series have %d figures", n)
	}
}

// No text stands on another, or outside the figure, however many there are.
func TestComparisonsKeepTextApart(t *testing.T) {
	for _, periods := range []int{1, 2, 6, 24, 60} {
		for i, f := range TrendCharts(trendOf(min(periods, 5), periods), Style{Width: 400}) {
			checkGeometry(t, fmt.Sprintf("trend of %d periods, %d", periods, i), f)
		}
	}
	for _, columns := range []int{1, 7, 30} {
		for i, f := range HeatMapPages(heatOf(9, columns), Style{Width: 400}, 400) {
			checkGeometry(t, fmt.Sprintf("heat map of %d columns, %d", columns, i), f)
		}
	}
}

// The years of periods stand alike: on lines of their own where one of them has no room beside its
// month.
func TestYearsStandAlike(t *testing.T) {
	t.Parallel()
	p := newPen(Style{Width: 354}.withDefaults())
	heads, every, lines := p.periodHeads([]string{"Januari 2026", "Mei 2026", "September 2026", "Angkatan IX"}, 30, 60, 400, 4.5)
	if every != 1 || lines != 2 {
		t.Fatalf("every %d, %d lines", every, lines)
	}
	for i, want := range []int{2, 2, 2, 1} {
		if len(heads[i].lines) != want {
			t.Errorf("%q is on %d lines, not %d", heads[i].lines, len(heads[i].lines), want)
		}
	}
}

// A histogram has bars apart by white, no outlines and no grid.
func TestHistogramHasNoGrid(t *testing.T) {
	t.Parallel()
	h := Histogram{Bars: []HistogramBar{{1, 1, 4}, {2, 2, 12}, {3, 3, 6}}, Format: func(v int) string { return fmt.Sprint(v) }}
	lines := 0
	for _, s := range strings.Split(sketch(t, DrawHistogram(h, Style{Width: 354})), "\n") {
		if strings.HasPrefix(s, "stroke") && !strings.HasSuffix(s, "#ffffff") {
			lines++
		}
	}
	if lines > 2 {
		t.Errorf("it has %d lines besides its axes", lines-2)
	}
}

// A legend that needs two lines has about as many points in each.
func TestLegendLines(t *testing.T) {
	t.Parallel()
	d := summaryOf(1, 11, "Butir 1")
	for i := range d.Points {
		d.Points[i] = fmt.Sprint(i + 1)
	}
	d.Points[0], d.Points[10] = "Sangat Tidak Setuju", "Sangat Setuju"
	m := newSummary(d, Style{Width: 354})
	lines := map[int]int{}
	for _, e := range m.legend {
		lines[e.line]++
	}
	if m.legendLines != 2 || lines[0] != 6 || lines[1] != 5 {
		t.Errorf("its %d lines have %v points", m.legendLines, lines)
	}
}

// Counts with percents that stand too near on one line are on two, in every chart of one scale.
func TestCrowdedValues(t *testing.T) {
	t.Parallel()
	b := Bars{Counts: []int{1, 2, 3, 4, 3, 2, 1}, Most: 22}
	for i, n := range b.Counts {
		b.Categories, b.Texts = append(b.Categories, fmt.Sprint(i+1)), append(b.Texts, fmt.Sprintf("%d (%d,0%%)", n, n))
	}
	for width, want := range map[vg.Length]int{354: 2, 460: 1} {
		s := Style{Width: width}.withDefaults()
		u, ok := newUprightBars(b, s, newPen(s))
		if !ok || u.textLines != want {
			t.Fatalf("in %v points: %v", width, u)
		}
		for i, text := range u.texts {
			if len(text) != want {
				t.Errorf("in %v points the value of bar %d is %q", width, i+1, text)
			}
		}
	}
}
