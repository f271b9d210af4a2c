package report

import (
	"bytes"
	"fmt"
	"html/template"
	"net/url"
	"strings"

	"wogreport/internal/analysis"
	"wogreport/internal/compare"
	"wogreport/internal/lang"
	"wogreport/internal/markdown"
	"wogreport/internal/study"
	"wogreport/internal/words"
	"wogreport/templates"
)

// IndexInput is what the list of reports is made of.
type IndexInput struct {
	Cohorts    *compare.Comparison
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
	Reversed   string // on the mark of items scored in reverse, where there is one
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
	own := *st
	own.Kind = "comparison"
	c := newComposer(&own, Options{Files: in.Files})
	if !c.loadWords() {
		return nil, fmt.Errorf("the words of the index: %s", c.diags[0].Message)
	}
	x := indexer{composer: c, lang: st.Body()}
	p := x.page(in)
	t, err := template.New("index.html").Funcs(template.FuncMap{
		"term": func(key string) string { return markdown.Unmarked(c.wording[x.lang].Term(key, p)) },
	}).ParseFS(templates.Pages, "index.html", "index.style.html")
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, p)
	return b.Bytes(), err
}

// indexer fills the page of the list of reports.
type indexer struct {
	*composer
	lang lang.Tag
	note string // on the mark of what is withheld, once something is
}

func (x *indexer) page(in IndexInput) indexPage {
	p := indexPage{
		Lang: x.lang, Title: x.text(x.st.Title), Synthetic: x.st.Responses.Synthetic,
		Withheld: in.Cohorts.Withheld, Least: x.st.Privacy.MinGroup, Failed: in.Cohorts.FailedNames, Comparison: in.Comparison, Workbook: in.Workbook,
	}
	for _, c := range x.st.Constructs {
		p.Constructs = append(p.Constructs, words.Capital(x.text(c.Label)))
		for _, it := range c.Items {
			name := lang.Int(x.lang, len(p.Items)+1) + ". " + x.text(it.Label)
			if it.Reverse {
				name += "*"
				p.Reversed = x.wording[x.lang].Get("note.reversed")
			}
			p.Items = append(p.Items, name)
		}
	}
	for i := range in.Cohorts.Cohorts {
		p.Rows = append(p.Rows, x.row(&in.Cohorts.Cohorts[i], in.Links[i]))
	}
	p.Note = x.note
	return p
}

func (x *indexer) row(c *compare.Summary, link string) indexRow {
	rate := c.Rate
	if r, ok := rate.Get(); ok {
		rate = analysis.Of(100 * r)
	}
	row := indexRow{
		Name: c.Cohort, Period: x.text(c.Period), N: lang.Int(x.lang, c.Answered), Population: undefinedMark, Rate: x.number(rate, 1),
		Link: template.URL((&url.URL{Path: link}).EscapedPath()),
	}
	if c.Population > 0 {
		row.Population = lang.Int(x.lang, c.Population)
	}
	for _, k := range c.Constructs {
		m := x.mean(k.Score, k.CI95)
		m.Alpha = x.number(k.Alpha, 3)
		row.Means = append(row.Means, m)
		for _, it := range k.Items {
			row.Items = append(row.Items, x.mean(it.Score, it.CI95))
		}
	}
	return row
}

// text is a text of the study without its Markdown.
func (x *indexer) text(t lang.Text) string { return x.plain(markdown.InlineSource(t.In(x.lang))) }

func (x *indexer) number(v analysis.Value, decimals int) string {
	n, ok := v.Get()
	switch {
	case ok:
		return lang.Number(x.lang, n, decimals)
	case v.Reason() == analysis.Withheld:
		x.note = x.wording[x.lang].Get("note.withheld")
		return x.wording[x.lang].Get("word.withheld")
	}
	return undefinedMark
}

func (x *indexer) mean(s analysis.Sample, ci analysis.Interval) indexMean {
	m := indexMean{Mean: x.number(s.Mean, 2)}
	if low, ok := ci.Low.Get(); ok {
		high, _ := ci.High.Get()
		m.Interval = lang.Number(x.lang, low, 2) + "–" + lang.Number(x.lang, high, 2)
	}
	return m
}
