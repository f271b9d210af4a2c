package report

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"wogreport/internal/document"
	"wogreport/internal/study"
)

// chartsOf are the data of a document's charts by their ids; nil for those that have none.
func chartsOf(doc *document.Document) map[string]*document.Chart {
	out := map[string]*document.Chart{}
	for _, b := range doc.Blocks {
		if f, ok := b.(*document.Figure); ok {
			out[f.ID] = f.Chart
		}
	}
	return out
}

// row is the points of a category, as text.
func row(c *document.Chart, i int) string {
	out := c.Categories[i].Name() + ":"
	for _, s := range c.Series {
		switch p := s.Points[i]; {
		case p.Shown:
			out += fmt.Sprintf(" %.4g [%s]", p.Value, p.Label)
		default:
			out += " –"
		}
	}
	return out
}

// TestCharts: a figure has the counts, percents and words of the report as data.
func TestCharts(t *testing.T) {
	charts := chartsOf(compose(t, nil))
	for i, want := range []string{
		"Sangat Tidak Setuju: 0 [0 (0,0%)]", "Tidak Setuju: 2 [2 (3,1%)]", "Ragu-ragu: 13 [13 (20,0%)]", "Setuju: 36 [36 (55,4%)]", "Sangat Setuju: 14 [14 (21,5%)]",
	} {
		if got := row(charts["figure:P1"], i); got != want {
			t.Errorf("figure:P1 has %s, not %s", got, want)
		}
	}
	if c := charts["figure:P1"]; c.Series[0].Name != "Jumlah responden" || c.Value.Title != "" {
		t.Errorf("the bars are %q on %q", c.Series[0].Name, c.Value.Title)
	}
	if got, want := row(charts["figure:summary"], 0), "1. Penerapan WoG terhadap pelaksanaan koordinasi: 0 [] 3.077 [] 20 [20%] 55.38 [55%] 21.54 [22%]"; got != want {
		t.Errorf("the summary has %s, not %s", got, want)
	}
	for id, c := range chartsOf(comparison(t, nil, nil)) {
		if picture := strings.HasPrefix(id, "figure:heat"); picture != (c == nil) {
			t.Errorf("%s has data: %v", id, c != nil)
		}
	}
}

// TestChartsHaveNothingWithheld: a count that privacy withholds is in no chart's data, nor are the
// shares of its item.
func TestChartsHaveNothingWithheld(t *testing.T) {
	st, res := load(t, func(st *study.Study) { st.Privacy.MinCell = 2 })
	_, figures, ds := Compose(st, res, testOptions)
	if ds.HasErrors() {
		t.Fatal(printed(ds))
	}
	charts := map[string]*document.Chart{}
	for _, f := range figures {
		charts[f.Name] = f.Chart
	}
	hidden := 0
	for i := range 5 {
		if got := row(charts["P2"], i); strings.Contains(got, "tidak ditampilkan") {
			hidden++
			if !strings.HasSuffix(got, " (tidak ditampilkan demi privasi): –") {
				t.Errorf("of a hidden count the chart has %s", got)
			}
		}
	}
	if hidden < 2 {
		t.Errorf("%d counts are hidden", hidden)
	}
	if got := row(charts["summary"], 1); !strings.HasSuffix(got, "(tidak ditampilkan demi privasi): – – – – –") {
		t.Errorf("of an item with hidden counts the summary has %s", got)
	}
	for id, c := range chartsOf(comparison(t, func(st *study.Study) { st.Privacy.MinCell = 40 }, nil)) {
		if c == nil {
			continue
		}
		for i := range c.Categories {
			if got := row(c, i); !strings.HasSuffix(got, ": –") && !strings.HasSuffix(got, ": – – –") {
				t.Errorf("%s: of what is withheld the chart has %s", id, got)
			}
		}
	}
}

// All charts of shares on two sides in a report have one scale and one zero line, whatever
// they are about.
func TestOneZeroLine(t *testing.T) {
	st, res := loadFrom(t, filepath.Join("testdata", "chapter", "study.yaml"), func(*study.Study) {})
	doc, _, ds := Compose(st, res, testOptions)
	if doc == nil {
		t.Fatal(printed(ds))
	}
	zeros := map[string]int{}
	for _, b := range doc.Blocks {
		if f, ok := b.(*document.Figure); ok && f.Chart != nil && f.Chart.Kind == document.ChartStacked {
			c := f.Chart
			width := float64(c.Plot.Max.X - c.Plot.Min.X)
			zeros[fmt.Sprintf("%.2f points a percent, zero at %.2f", width/(c.Value.Max-c.Value.Min), float64(c.Plot.Min.X)-c.Value.Min*width/(c.Value.Max-c.Value.Min))]++
		}
	}
	if len(zeros) != 1 {
		t.Errorf("the axes are %v", zeros)
	}
}
