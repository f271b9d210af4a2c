package drawingml_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/analysis"
	"wogreport/internal/charts"
	"wogreport/internal/compare"
	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/report"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// sampleFigure is a figure with the study that it is of.
type sampleFigure struct {
	study, name string
	*document.Figure
}

var options = report.Options{
	Item: charts.Style{Width: 125 * vg.Millimeter}, Summary: charts.Style{Width: 165 * vg.Millimeter}, MaxSummaryHeight: 520, MaxItemHeight: 520,
}

// samples are the figures of the example, of an agency's evaluation with all charts that
// a study can ask for, of a survey of a service and of a comparison: all kinds.
var samples = sync.OnceValues(func() ([]sampleFigure, error) {
	var out []sampleFigure
	root := filepath.Join("..", "..", "..")
	agency, err := agencyWithAllCharts(filepath.Join(root, "examples", "agency"))
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(agency)
	for _, x := range []struct{ name, file string }{
		{"example", filepath.Join(root, "study.yaml")},
		{"agency", filepath.Join(agency, "study.yaml")},
		{"service", filepath.Join(root, "internal", "report", "testdata", "service", "study.yaml")},
	} {
		st, ds := study.Load(x.file)
		if ds.HasErrors() {
			return nil, errorOf(ds)
		}
		table, ds := responses.Read(st)
		if ds.HasErrors() {
			return nil, errorOf(ds)
		}
		_, figures, ds := report.Compose(st, analysis.Run(st, table), options)
		if ds.HasErrors() {
			return nil, errorOf(ds)
		}
		for _, f := range figures {
			out = append(out, sampleFigure{x.name, f.Name, &document.Figure{Width: f.Width, Height: f.Height, Draw: f.Draw, Chart: f.Chart, Alt: f.Alt}})
		}
	}
	bars := charts.ItemBars(charts.Bars{
		Categories: []string{"Pelatihan kepemimpinan pengawas", "Pelatihan kepemimpinan administrator", "Pelatihan dasar calon pegawai negeri sipil", "Lokakarya penyusunan laporan evaluasi", "Lain-lain"},
		Counts:     []int{41, 1250, 0, 7, 320}, Texts: []string{"41 (2,5%)", "1.250 (77,3%)", "0 (0,0%)", "7 (0,4%)", "320 (19,8%)"}, AxisLabel: "Jumlah responden",
		FormatTick: func(n int) string { return lang.Int(lang.ID, n) },
	}, charts.Style{Width: 250, Serif: true})
	out = append(out, sampleFigure{"own", "bars", &document.Figure{Width: bars.Width, Height: bars.Height, Chart: bars.Chart}})
	many := charts.DrawHistogram(charts.Histogram{
		Bars: []charts.HistogramBar{{From: 4, To: 6, N: 300}, {From: 7, To: 9, N: 1800}, {From: 10, To: 12, N: 500}}, AxisLabel: "Jumlah responden", ScoreLabel: "Skor",
		Format: func(n int) string { return lang.Int(lang.ID, n) },
	}, charts.Style{})
	out = append(out, sampleFigure{"own", "histogram", &document.Figure{Width: many.Width, Height: many.Height, Chart: many.Chart}})
	doc, err := comparison(filepath.Join(agency, "study.yaml"))
	if err != nil {
		return nil, err
	}
	for _, b := range doc.Blocks {
		if f, ok := b.(*document.Figure); ok {
			out = append(out, sampleFigure{"comparison", f.ID, f})
		}
	}
	return out, nil
})

func all(t testing.TB) []sampleFigure {
	t.Helper()
	out, err := samples()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// native are those that DrawingML can draw.
func native(t testing.TB) (out []sampleFigure) {
	t.Helper()
	for _, f := range all(t) {
		if f.Chart != nil {
			out = append(out, f)
		}
	}
	return out
}

// errorOf is the errors of a list as one.
func errorOf(ds diag.List) error {
	if !ds.HasErrors() {
		return nil
	}
	var b strings.Builder
	ds.Fprint(&b)
	return errors.New(b.String())
}

// agencyWithAllCharts is the agency's study in a folder of its own.
func agencyWithAllCharts(from string) (string, error) {
	dir, err := os.MkdirTemp("", "drawingml")
	if err != nil {
		return "", err
	}
	if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
		return "", err
	}
	file := filepath.Join(dir, "study.yaml")
	text, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	text = []byte(strings.NewReplacer(
		"classes: [36, 41, 46]}", "classes: [36, 41, 46], chart: true}",
		"en: Women}}}\n\ninterpretation: true", "en: Women}}, answers: true}\n\nscores: true\ninterpretation: true",
	).Replace(string(text)))
	return dir, os.WriteFile(file, text, 0o666)
}

func comparison(file string) (*document.Document, error) {
	st, ds := study.Load(file)
	if ds.HasErrors() {
		return nil, errorOf(ds)
	}
	split, ds := responses.Open(st).By("Angkatan", diag.Pos{})
	if ds.HasErrors() {
		return nil, errorOf(ds)
	}
	var cohorts []compare.Summary
	for i, c := range split.Each {
		own := st.ForCohort(study.Cohort{Name: c.Name, Population: 40, Period: lang.Same("Semester " + string(rune('1'+i/3)))})
		cohorts = append(cohorts, compare.Of(own, analysis.Run(own, c.Table)))
	}
	cmp, err := compare.Make(cohorts, compare.Left{})
	if err != nil {
		return nil, err
	}
	doc, ds := report.ComposeComparison(st, cmp, options)
	return doc, errorOf(ds)
}
