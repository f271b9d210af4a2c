package view

import (
	"slices"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
	"wogreport/internal/study"
	"wogreport/internal/words"
)

// ProfileView is who answered, by one column.
type ProfileView struct {
	*analysis.Profile
	Label  string
	Values []ProfileValueView
	Known  int // respondents with a value
	Chart  bool
	lang   lang.Tag
}

// ProfileValueView is a value of the column with the respondents who have it.
type ProfileValueView struct {
	Name    string
	N       int
	Percent analysis.Value
}

// Most are the values that most respondents have.
func (p *ProfileView) Most() []ProfileValueView {
	var out []ProfileValueView
	for _, v := range p.Values {
		switch {
		case v.N == 0:
		case len(out) == 0 || v.N > out[0].N:
			out = []ProfileValueView{v}
		case v.N == out[0].N:
			out = append(out, v)
		}
	}
	return out
}

// AllEven reports whether all values that somebody has are equally frequent.
func (p *ProfileView) AllEven() bool {
	return !slices.ContainsFunc(p.Values, func(v ProfileValueView) bool { return v.N > 0 && v.N < p.Most()[0].N })
}

// Told are the values with how many respondents have them.
func (p *ProfileView) Told() []string {
	var out []string
	for _, v := range p.Values {
		out = append(out, v.Name+" "+lang.Int(p.lang, v.N))
	}
	return out
}

// Arg is what stands in the places of the chart's caption.
func (p *ProfileView) Arg(name string) (any, bool) {
	if name == "n" {
		return p.Known, true
	}
	return p.Label, name == "column"
}

// ProfileDrawn are the labels of the columns that have a chart.
func (v *View) ProfileDrawn() []string {
	var out []string
	for _, p := range v.Profile {
		if p.Chart {
			out = append(out, p.Label)
		}
	}
	return out
}

// Names are those of some values.
func (p *ProfileView) Names(values []ProfileValueView) []string {
	var out []string
	for _, v := range values {
		out = append(out, v.Name)
	}
	return out
}

func newProfileViews(st *study.Study, res *analysis.Results, v *View, w *words.Words) []*ProfileView {
	var out []*ProfileView
	for i := range res.Profile {
		column := st.Profile[i]
		p := &ProfileView{lang: v.Lang, Profile: &res.Profile[i], Label: Source(st, entry("profile", i)+".label", column.Label, w)}
		for _, x := range p.Profile.Values {
			p.Values = append(p.Values, ProfileValueView{groupName(column, x.Value, v.Lang), x.N, x.Percent})
			p.Known += x.N
		}
		p.Chart = column.Chart && p.Known > 0
		out = append(out, p)
	}
	return out
}
