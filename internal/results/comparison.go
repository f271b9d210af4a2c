package results

import (
	"io"

	"wogreport/internal/analysis"
	"wogreport/internal/compare"
	"wogreport/internal/lang"
)

// EncodeComparison writes what a comparison of cohorts prints, at full precision:
// comparison.json. Each cohort's own numbers stand in its results.json.
func EncodeComparison(w io.Writer, c *compare.Comparison) error {
	var o object
	o.add("answered", c.Answered)
	o.value("response_rate", c.Rate)
	if c.Population > 0 {
		o.add("population", c.Population)
	} else {
		o.null("population", analysis.UnknownSize)
	}
	o.add("cohorts", cohorts(c))
	o.add("not_shown", c.Withheld)
	constructs := list{}
	for _, t := range c.Constructs {
		var x object
		x.add("id", t.ID)
		x.add("overall", sample(t.Overall))
		periods := list{}
		for i, s := range t.ByPeriod {
			p := sample(s)
			p.add("period", text(c.Periods[i].Name))
			periods = append(periods, p)
		}
		x.add("by_period", periods)
		constructs = append(constructs, x)
	}
	o.add("constructs", constructs)
	moves := list{}
	for _, m := range c.Moves {
		moves = append(moves, move(m))
	}
	o.add("moves", moves)
	return write(w, o)
}

func cohorts(c *compare.Comparison) list {
	out := list{}
	for _, s := range c.Cohorts {
		var o object
		o.add("cohort", s.Cohort)
		o.add("answered", s.Answered)
		o.value("response_rate", s.Rate)
		constructs := list{}
		for _, k := range s.Constructs {
			x := sample(k.Score)
			x.add("id", k.ID)
			x.value("alpha", k.Alpha)
			items := list{}
			for _, it := range k.Items {
				i := sample(it.Score)
				i.add("id", it.ID)
				items = append(items, i)
			}
			x.add("items", items)
			constructs = append(constructs, x)
		}
		o.add("constructs", constructs)
		out = append(out, o)
	}
	return out
}

func sample(s analysis.Sample) object {
	var o object
	o.add("n", s.N)
	o.value("mean", s.Mean)
	o.value("sd", s.SD)
	o.interval("mean_ci95", s.Interval(0.95))
	return o
}

func move(m compare.Move) object {
	var o object
	o.add("construct", m.Construct)
	if m.Item != "" {
		o.add("item", m.Item)
	}
	o.add("from", sample(m.From))
	o.add("to", sample(m.To))
	o.value("difference", m.Difference)
	o.interval("difference_ci95", m.CI95)
	o.value("t", m.T)
	o.value("df", m.DF)
	o.value("p", m.P)
	o.value("p_holm", m.PHolm)
	return o
}

// text is a text by its languages.
func text(t lang.Text) object {
	var o object
	for _, l := range lang.All {
		if t.Has(l) {
			o.add(string(l), t[l])
		}
	}
	return o
}
