package results

import (
	"slices"
	"strconv"
	"strings"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
	"wogreport/internal/statistics"
)

// statistics adds those of a level that the subject has. Those with a dot in
// their key stand in an object of their own.
func (o *object) statistics(l statistics.Level, s statistics.Subject) {
	var part object
	name := ""
	flush := func() {
		if len(part.members) > 0 {
			o.add(name, part)
		}
		part, name = object{}, ""
	}
	for _, row := range statistics.Of(l) {
		key, to := row.Key, o
		if in, member, ok := strings.Cut(row.Key, "."); ok {
			if in != name {
				flush()
				name = in
			}
			key, to = member, &part
		} else {
			flush()
		}
		to.statistic(key, row.Of(s))
	}
	flush()
}

// statistic adds one; nil adds nothing.
func (o *object) statistic(key string, v any) {
	switch v := v.(type) {
	case nil:
	case analysis.Value:
		o.value(key, v)
	case analysis.Interval:
		o.interval(key, v)
	case analysis.Band:
		o.band(key, v)
	case statistics.Verdict:
		o.verdict(key, v)
	case statistics.Word:
		o.add(key, string(v))
	case statistics.Range:
		o.add(key, list{v[0], v[1]})
	case statistics.Modes:
		o.add(key, numbers(v.Scores))
	case []int:
		o.add(key, numbers(v))
	case []analysis.Value:
		limits := list{}
		for _, l := range v {
			x, _ := l.Get()
			limits = append(limits, x)
		}
		o.add(key, limits)
	case []analysis.OutsideAnswer:
		var texts object
		for _, a := range v {
			texts.add(a.Text, a.Count)
		}
		o.add(key, texts)
	case statistics.Counts:
		o.add(key, counts(v))
	case statistics.ByValue[analysis.Value]:
		byValue(o, key, v, func(x analysis.Value) analysis.Reason { return x.Reason() })
	case statistics.ByValue[analysis.Interval]:
		byValue(o, key, v, func(x analysis.Interval) analysis.Reason { return x.Low.Reason() })
	default:
		o.add(key, v)
	}
}

// verdict adds a truth value, or null and the reason why it is open.
func (o *object) verdict(key string, v statistics.Verdict) {
	if v.Is == analysis.NoVerdict {
		o.null(key, v.Why)
		return
	}
	o.add(key, v.Is == analysis.Pass)
}

// band is a class: its number from 1, how many there are, and its label; null
// where the value is undefined, and nothing where the study asks for none.
func (o *object) band(key string, b analysis.Band) {
	if b.Number == 0 {
		if b.Of > 0 && b.Reason() != analysis.Defined {
			o.null(key, b.Reason())
		}
		return
	}
	var x, labels object
	x.add("number", b.Number)
	x.add("of", b.Of)
	for _, l := range lang.All {
		if b.Label.Has(l) {
			labels.add(string(l), b.Label[l])
		}
	}
	x.add("label", labels)
	o.add(key, x)
}

func counts(c statistics.Counts) object {
	var o object
	for i, v := range c.Values {
		if c.Counts[i] == analysis.HiddenCount {
			o.null(strconv.Itoa(v), analysis.Withheld)
		} else {
			o.add(strconv.Itoa(v), c.Counts[i])
		}
	}
	return o
}

// byValue adds statistics by the values of the scale, or null where some is undefined.
func byValue[T analysis.Value | analysis.Interval](o *object, key string, v statistics.ByValue[T], why func(T) analysis.Reason) {
	if i := slices.IndexFunc(v.Each, func(x T) bool { return why(x) != analysis.Defined }); i >= 0 {
		o.null(key, why(v.Each[i]))
		return
	}
	var p object
	for i, x := range v.Each {
		p.statistic(strconv.Itoa(v.Values[i]), x)
	}
	o.add(key, p)
}

func numbers(n []int) list {
	l := list{}
	for _, v := range n {
		l = append(l, v)
	}
	return l
}
