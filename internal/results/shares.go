package results

import (
	"wogreport/internal/analysis"
	"wogreport/internal/finding"
)

// shares adds the shares that sentences name beside those of single points, of
// the answers as people ticked them: ranges of a long scale, its sides, and what
// more than half chose.
func (o *object) shares(c *analysis.Construct, it *analysis.Item) {
	var s object
	values := func(answers []int) list {
		l := list{}
		for _, a := range answers {
			for _, point := range c.Ranges[a] {
				l = append(l, c.Values[point])
			}
		}
		return l
	}
	share := func(a analysis.AnswerShare) object {
		var x object
		x.add("values", values(a.Answers))
		if a.Count == analysis.HiddenCount {
			x.null("count", analysis.Withheld)
		} else {
			x.add("count", a.Count)
		}
		x.value("share", a.Share)
		x.interval("share_ci95", a.Interval)
		return x
	}
	if len(c.Ranges) < len(c.Values) { // else they are in percents
		each := list{}
		for _, a := range it.Shares.Each {
			each = append(each, share(a))
		}
		s.add("ranges", each)
	}
	s.add("below", share(it.Shares.Below))
	if len(it.Shares.Middle.Answers) > 0 {
		s.add("middle", share(it.Shares.Middle))
	}
	s.add("above", share(it.Shares.Above))
	f := finding.OfItem(it.Shares)
	majority := func(key string, m *finding.Majority) {
		if m == nil {
			return
		}
		x := share(m.AnswerShare)
		x.add("claim", string(m.Claim))
		s.add(key, x)
	}
	majority("majority", f.Majority)
	majority("majority_above", f.AboveMajority)
	o.add("shares", s)
}
