package charts

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/recorder"

	"wogreport/internal/document"
	"wogreport/internal/palette"
)

// drawn is what a figure puts on a canvas.
type drawn struct {
	texts []string
	boxes []box4 // filled
	lines []vg.Path
}

type box4 struct {
	vg.Rectangle
	color color.RGBA
}

func drawnOf(f Figure) (d drawn) {
	var rec recorder.Canvas
	f.Draw(&rec)
	var ink color.Color
	for _, a := range rec.Actions {
		switch a := a.(type) {
		case *recorder.SetColor:
			ink = a.Color
		case *recorder.FillString:
			d.texts = append(d.texts, a.String)
		case *recorder.Stroke:
			d.lines = append(d.lines, a.Path)
		case *recorder.Fill:
			b := box4{color: color.RGBAModel.Convert(ink).(color.RGBA)}
			for i, c := range a.Path {
				if c.Type == vg.CloseComp {
					continue
				}
				if i == 0 {
					b.Min, b.Max = c.Pos, c.Pos
				}
				b.Min.X, b.Min.Y = min(b.Min.X, c.Pos.X), min(b.Min.Y, c.Pos.Y)
				b.Max.X, b.Max.Y = max(b.Max.X, c.Pos.X), max(b.Max.Y, c.Pos.Y)
			}
			d.boxes = append(d.boxes, b)
		}
	}
	return d
}

// near allows for half the width of the axes' lines, which gonum leaves beside the plot.
func near(a, b vg.Length) bool { return math.Abs(float64(a-b)) <= 0.3+1e-9 }

// across reports whether a box of a color reaches from one length to another.
func (d drawn) across(upright bool, c color.RGBA, from, to vg.Length) bool {
	return slices.ContainsFunc(d.boxes, func(b box4) bool {
		low, high := b.Min.X, b.Max.X
		if upright {
			low, high = b.Min.Y, b.Max.Y
		}
		return b.color == c && near(low, from) && near(high, to)
	})
}

// line reports whether a straight line runs from one length to another.
func (d drawn) line(upright bool, from, to vg.Length) bool {
	return slices.ContainsFunc(d.lines, func(p vg.Path) bool {
		if len(p) != 2 {
			return false
		}
		a, b := p[0].Pos.X, p[1].Pos.X
		if upright {
			a, b = p[0].Pos.Y, p[1].Pos.Y
		}
		return near(a, from) && near(b, to) || near(a, to) && near(b, from)
	})
}

// says reports whether a text is drawn, on one line or broken.
func (d drawn) says(s string) bool {
	return strings.Contains(strings.Join(d.texts, " "), s)
}

// TestDataAreWhatIsDrawn: the numbers of each chart's data, on the axis that they have,
// are as far as the drawing goes, in its colors; their words are the drawing's.
func TestDataAreWhatIsDrawn(t *testing.T) {
	means := Means{Min: 1, Max: 5, AxisLabel: "Rerata", NoteHead: "Rerata", Rows: []MeanRow{
		{Head: true, Label: "Materi"},
		{Label: "Laki-laki", Shown: true, Interval: true, Mean: 3.21, Low: 2.9, High: 3.5, Note: "3,21"},
		{Label: "Perempuan", Shown: true, Mean: 4.8, Note: "4,80"},
		{Label: "Lainnya", Shown: true, Interval: true, Mean: 4.9, Low: 4.5, High: 5.3, Note: "4,90"},
	}}
	trend := Trend{Min: 1, Max: 5, AxisLabel: "Rerata", Periods: []string{"2024", "2025", "2026"}, Series: []TrendSeries{
		{"Materi", []TrendPoint{{Shown: true, Interval: true, Mean: 3, Low: 2.5, High: 3.5}, {}, {Shown: true, Mean: 4.25}}},
		{"Pengajar", []TrendPoint{{Shown: true, Mean: 2}, {Shown: true, Interval: true, Mean: 1.5, Low: 0.5, High: 2.2}, {Shown: true, Mean: 4}}},
	}}
	long := fiveBars(3, 5, 0, 20, 7)
	long.Categories = []string{"Pelatihan kepemimpinan pengawas", "Pelatihan kepemimpinan administrator", "Pelatihan dasar calon pegawai negeri sipil", "Lokakarya penyusunan laporan evaluasi", "Lain-lain"}
	figures := map[string]Figure{
		"columns":   ItemBars(fiveBars(0, 2, 13, 36, 14), Style{}),
		"bars":      ItemBars(long, Style{Width: 220}),
		"histogram": DrawHistogram(Histogram{Bars: []HistogramBar{{4, 6, 3}, {7, 9, 12}, {10, 12, 5}}, Mean: 8.4, SD: 2.1, AxisLabel: "Jumlah", ScoreLabel: "Skor", LineLabel: "Sebaran normal", Format: func(n int) string { return strings.Repeat("i", n%20) }}, Style{}),
	}
	for name, pages := range map[string][]Figure{
		"stacked": SummaryPages(summaryOf(7, 5, "Butir"), Style{}, 200, 0), "means": MeansPages(means, Style{}, 1000), "lines": TrendCharts(trend, Style{}),
	} {
		for i, f := range pages {
			figures[name+strings.Repeat("'", i)] = f
		}
	}
	for name, f := range figures {
		c, d := f.Chart, drawnOf(f)
		upright := c.Kind == document.ChartColumns || c.Kind == document.ChartHistogram || c.Kind == document.ChartLines
		on := func(v float64) vg.Length {
			share := vg.Length((v - c.Value.Min) / (c.Value.Max - c.Value.Min))
			if upright {
				return c.Plot.Min.Y + share*(c.Plot.Max.Y-c.Plot.Min.Y)
			}
			return c.Plot.Min.X + share*(c.Plot.Max.X-c.Plot.Min.X)
		}
		points := 0
		for i, cat := range c.Categories {
			if !d.says(strings.Join(cat.Lines, " ")) {
				t.Errorf("%s: %q is not drawn", name, cat.Lines)
			}
			at := 0.0
			if c.Starts != nil {
				at = c.Starts[i]
			}
			for k, s := range c.Series {
				p := s.Points[i]
				if !p.Shown {
					continue
				}
				points++
				ink := p.Color
				if ink == (color.RGBA{}) {
					ink = s.Color
				}
				if p.Label != "" && !d.says(p.Label) {
					t.Errorf("%s: the label %q is not drawn", name, p.Label)
				}
				if p.Interval && !d.line(upright, on(p.Low), on(p.High)) {
					t.Errorf("%s: no interval from %v to %v", name, p.Low, p.High)
				}
				switch {
				case c.Kind == document.ChartMeans:
					if !d.across(false, ink, on(p.Value)-0.38*c.Size, on(p.Value)+0.38*c.Size) {
						t.Errorf("%s: no mark at %v", name, p.Value)
					}
				case c.Kind == document.ChartLines:
					r := []vg.Length{0.3, 0.24}[k] * c.Size
					if !d.across(true, ink, on(p.Value)-r, on(p.Value)+r) {
						t.Errorf("%s: no mark at %v", name, p.Value)
					}
				case p.Value != 0:
					if !d.across(upright, ink, on(at), on(at+p.Value)) {
						t.Errorf("%s: no bar from %v to %v in %v", name, at, at+p.Value, ink)
					}
				}
				if c.Kind == document.ChartStacked {
					at += p.Value
				}
			}
		}
		for i, v := range c.Curve {
			x := c.Plot.Min.X + (c.Plot.Max.X-c.Plot.Min.X)*vg.Length(i)/vg.Length(len(c.Curve)-1)
			if !slices.ContainsFunc(d.lines, func(l vg.Path) bool { return passes(l, x, on(v)) }) {
				t.Errorf("%s: no line through %v", name, v)
			}
		}
		if curved := len(c.Curve) > 0; curved != (name == "histogram") {
			t.Errorf("%s has a curve: %v", name, curved)
		}
		if points < 3 {
			t.Errorf("%s has %d points", name, points)
		}
		for _, s := range append([]string{c.Value.Title, c.Title}, seriesNames(c)...) {
			if !d.says(s) {
				t.Errorf("%s: %q is not drawn", name, s)
			}
		}
	}
}

// seriesNames are those that the drawing shows.
func seriesNames(c *document.Chart) (out []string) {
	for _, s := range c.Series {
		if c.Kind == document.ChartStacked || c.Kind == document.ChartLines {
			out = append(out, s.Name)
		}
	}
	return out
}

// passes reports whether a line of many points goes through one.
func passes(l vg.Path, x, y vg.Length) bool {
	for i := 1; i < len(l) && len(l) > 10; i++ {
		a, b := l[i-1].Pos, l[i].Pos
		const edge = 0.31 // half of an axis, beside which the line begins
		if a.X-edge <= x && x <= b.X+edge {
			return math.Abs(float64(a.Y+(b.Y-a.Y)*(x-a.X)/(b.X-a.X)-y)) < 0.5
		}
	}
	return false
}

// TestDataHaveNoHiddenCount: a count that is not shown is no number in the data, and its
// words stand with the name.
func TestDataHaveNoHiddenCount(t *testing.T) {
	b := fiveBars(0, 2, 13, 36, 14)
	b.Hidden = []bool{true}
	b.Texts[0] = "tidak ditampilkan"
	c := ItemBars(b, Style{}).Chart
	if p := c.Series[0].Points[0]; p != (document.ChartPoint{}) {
		t.Errorf("a hidden point is %+v", p)
	}
	if name := c.Categories[0].Name(); name != "Sangat Tidak Setuju (tidak ditampilkan)" {
		t.Errorf("it is named %q", name)
	}
	if p := c.Series[0].Points[1]; !p.Shown || p.Value != 2 || p.Color != palette.Tones(b.Tone)[1] {
		t.Errorf("the next is %+v", p)
	}
	m := MeansPages(Means{Min: 1, Max: 5, Rows: []MeanRow{{Label: "A", Note: "–"}}}, Style{}, 100)[0].Chart
	if p, name := m.Series[0].Points[0], m.Categories[0].Name(); p.Shown || name != "A (–)" {
		t.Errorf("a mean that there is none of is %+v of %q", p, name)
	}
}

// Which shares are written in a bar follows from a round share, whatever the chart's room, and
// those that are have room.
func TestSharesAreWrittenByValue(t *testing.T) {
	for width := vg.Length(220); width < 520; width += 20 {
		d := Diverging{Sides: []int{-1, 1}, Points: []string{"Tidak", "Ya"}, Low: 100, High: 100}
		for v := 1; v < 100; v++ {
			d.Rows = append(d.Rows, DivergingRow{Label: "Butir", Percents: []float64{float64(100 - v), float64(v)}, Texts: []string{fmt.Sprint(100-v, "%"), fmt.Sprint(v, "%")}})
		}
		m := newSummary(d, Style{Width: width})
		from := 0
		for i, r := range m.Rows {
			v := i + 1
			written := m.text(r, 1) != ""
			if written && from == 0 {
				from = v
			}
			if written != (from > 0) {
				t.Errorf("width %v: %d%% is written: %v, and %d%%", width, v, written, from)
			}
			segment := vg.Length(v) / 200 * (m.style.Width - m.left - m.right)
			if written && m.pen.width(r.Texts[1]) > segment {
				t.Errorf("width %v: %d%% has no room", width, v)
			}
		}
		if from%5 != 0 {
			t.Errorf("width %v: shares are written from %d%% on", width, from)
		}
	}
}

// Low rows make a summary lower and its bars thinner, so that these still stand apart.
func TestLowRows(t *testing.T) {
	d := Diverging{Points: []string{"no", "yes"}, Sides: []int{-1, 1}}
	for range 14 {
		d.Rows = append(d.Rows, DivergingRow{Label: "item", Percents: []float64{40, 60}})
	}
	own := SummaryPages(d, Style{}, 1000, 0)[0].Height
	for _, rows := range []float64{0.9, 0.8, 0.72} {
		for _, by := range []float64{0.9, 1, 1.1} {
			m := newSummary(d, Style{Rows: rows, by: by})
			if f := m.frame(0, len(d.Rows)); by <= 1 && f.height >= own {
				t.Errorf("with rows of %v a summary of %v points is %v high", rows, own, f.height)
			}
			if apart := m.heights[0] - 2*m.half(); apart < 1 {
				t.Errorf("with rows of %v, %v times as high, bars are %v points apart", rows, by, apart)
			}
		}
	}
}
