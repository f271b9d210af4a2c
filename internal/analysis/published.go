package analysis

import (
	"strconv"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// ComparePublished compares figures that were printed elsewhere with the
// computed ones, rounded to the decimals they were printed with, and warns of
// each that differs, at its place in the study file. Counts and percents are
// the answers as people ticked them; r is the one that the verdicts follow.
// The "alpha" and "r_table" of a study with several constructs are compared
// with every construct.
func ComparePublished(p *study.Published, r *Results) diag.List {
	var ds diag.List
	if p == nil {
		return ds
	}
	for _, f := range p.Figures {
		for _, got := range r.computed(f) {
			v, ok := got.Get()
			if !ok {
				ds.Warnf(f.Pos, "published-differs", "the published %s cannot be compared: the computed one is undefined", f.Stat)
				continue
			}
			if lang.Round(v, f.Decimals) != lang.Round(f.Figure, f.Decimals) {
				ds.Warnf(f.Pos, "published-differs", "the published %s is %s, the computed one %s", f.Stat,
					strconv.FormatFloat(f.Figure, 'f', f.Decimals, 64), strconv.FormatFloat(lang.Round(v, f.Decimals), 'f', f.Decimals, 64))
			}
		}
	}
	return ds
}

// computed are the values that a published figure stands beside.
func (r *Results) computed(f study.PublishedFigure) []Value {
	if f.Item != "" {
		c, it := r.Item(f.Item)
		if it == nil {
			return nil
		}
		if f.Stat == "r" {
			return []Value{c.R(it)}
		}
		for i, v := range c.Values {
			switch {
			case v == f.Value && f.Stat == "count":
				if it.Answered[i] == HiddenCount {
					return []Value{Undefined(Withheld)}
				}
				return []Value{Of(float64(it.Answered[i]))}
			case v == f.Value && f.Stat == "percent":
				return []Value{it.Percents[i]}
			}
		}
		return nil
	}
	if f.Stat == "n" {
		return []Value{Of(float64(r.N))}
	}
	var out []Value
	for i := range r.Constructs {
		if f.Stat == "alpha" {
			out = append(out, r.Constructs[i].Alpha)
		} else {
			out = append(out, r.Constructs[i].CriticalR)
		}
	}
	return out
}
