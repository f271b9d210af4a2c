package report

import (
	"bytes"
	"fmt"
	"html/template"
	"net/url"
	"strings"

	"wogreport/internal/analysis"
	"wogreport/internal/compare"
	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/markdown"
	"wogreport/internal/study"
	"wogreport/internal/words"
	"wogreport/templates"
)

// IndexInput is what the list of reports is made of.
type IndexInput struct {
	Cohorts    *compare.Comparison
	Failed     []string // the names of cohorts that something is wrong with
	Links      []string // to each cohort's report, relative to the list, with slashes
	Comparison string   // to the comparison; "" for none
	Workbook   string   // to the list as a workbook
	Files      Files    // of the study
}

// indexPage is what index.html sees.
type indexPage struct {
	Lang       lang.Tag
	Title      string
	Synthetic  bool
	Constructs []string
	Items      []string
	Rows       []indexRow
	Withheld   int
	Least      int
	Failed     []string
	Note       string // on the mark of what is withheld, where there is one
	Comparison string
	Workbook   string
}

type indexRow struct {
	Name, Period, N, Population, Rate string
	Link                              template.URL
	Means, Items                      []indexMean
}

type indexMean struct{ Mean, Interval, Alpha string }

// Arg is what the terms of the page are filled with.
func (p indexPage) Arg(name string) (any, bool) {
	v, ok := map[string]any{
		"title": p.Title, "withheld": p.Withheld, "least": p.Least, "failed": len(p.Failed), "names": strings.Join(p.Failed, "; "),
	}[name]
	return v, ok
}

// Index is index.html: every report with its key figures, in the language of
// the body. It needs nothing beside it.
func Index(st *study.Study, in IndexInput) ([]byte, error) {
	l := st.Body()
	own := *st
	own.Kind = "comparison"
	c := newComposer(&own, Options{Files: in.Files})
	if !c.loadWords() {
		return nil, fmt.Errorf("the words of the index: %s", c.diags[0].Message)
	}
	w := c.wording[l]
	note := ""
	number := func(v analysis.Value, decimals int) string {
		x, ok := v.Get()
		switch {
		case ok:
			return lang.Number(l, x, decimals)
		case v.Reason() == analysis.Withheld:
			note = w.Get("note.withheld")
			return w.Get("word.withheld")
		}
		return undefinedMark
	}
	mean := func(x analysis.Sample, ci analysis.Interval) indexMean {
		m := indexMean{Mean: number(x.Mean, 2)}
		if low, ok := ci.Low.Get(); ok {
			high, _ := ci.High.Get()
			m.Interval = lang.Number(l, low, 2) + "–" + lang.Number(l, high, 2)
		}
		return m
	}
	text := func(t lang.Text) string {
		return document.Plain(markdown.Converter{Lang: l}.Spans(markdown.InlineSource(t.In(l))))
	}
	p := indexPage{Lang: l, Title: text(st.Title), Synthetic: st.Responses.Synthetic, Withheld: in.Cohorts.Withheld, Least: st.Privacy.MinGroup, Failed: in.Failed, Comparison: in.Comparison, Workbook: in.Workbook}
	for _, c := range st.Constructs {
		p.Constructs = append(p.Constructs, words.Capital(text(c.Label)))
		for _, it := range c.Items {
			p.Items = append(p.Items, lang.Int(l, len(p.Items)+1)+". "+text(it.Label))
		}
	}
	for i, c := range in.Cohorts.Cohorts {
		rate := c.Rate
		if r, ok := rate.Get(); ok {
			rate = analysis.Of(100 * r)
		}
		row := indexRow{
			Name: c.Cohort, Period: text(c.Period), N: lang.Int(l, c.Answered), Population: undefinedMark, Rate: number(rate, 1),
			Link: template.URL((&url.URL{Path: in.Links[i]}).EscapedPath()),
		}
		if c.Population > 0 {
			row.Population = lang.Int(l, c.Population)
		}
		for _, x := range c.Constructs {
			m := mean(x.Score, x.CI95)
			m.Alpha = number(x.Alpha, 3)
			row.Means = append(row.Means, m)
			for _, it := range x.Items {
				row.Items = append(row.Items, mean(it.Score, it.CI95))
			}
		}
		p.Rows = append(p.Rows, row)
	}
	p.Note = note
	t, err := template.New("index.html").Funcs(template.FuncMap{
		"term": func(key string) string { return markdown.Unmarked(w.Term(key, p)) },
	}).ParseFS(templates.Pages, "index.html", "index.style.html")
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, p)
	return b.Bytes(), err
}
