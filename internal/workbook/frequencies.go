package workbook

import (
	"slices"
	"strconv"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
	"wogreport/internal/study"
	"wogreport/internal/words"
)

// frequencySheet holds the frequencies of the constructs that are answered on
// one scale.
type frequencySheet struct {
	*sheet
	constructs []int // indices of the study's constructs
	first      []int // of each, the row of its first item in the sheet, from 1
	points     int
}

// The columns of frequencies before the counts of the scale points.
const (
	frequencyItem  = 2
	frequencyLabel = 3
	frequencyCount = 7
)

// frequencies are a sheet for each different scale of the study.
func (b *book) frequencies() []*frequencySheet {
	var out []*frequencySheet
next:
	for i, c := range b.Study.Constructs {
		for _, f := range out {
			if sameScale(b.Study.Constructs[f.constructs[0]].Scale, c.Scale) {
				f.constructs = append(f.constructs, i)
				continue next
			}
		}
		out = append(out, &frequencySheet{constructs: []int{i}, points: len(c.Scale.Points)})
	}
	for part, f := range out {
		if len(out) == 1 {
			part = -1
		}
		b.fillFrequencies(f, b.tab("frequencies", part+1))
	}
	return out
}

func sameScale(a, c study.Scale) bool {
	return slices.EqualFunc(a.Points, c.Points, func(p, q study.Point) bool {
		if p.Value != q.Value || p.Code != q.Code {
			return false
		}
		for _, l := range lang.All {
			if p.Label[l] != q.Label[l] {
				return false
			}
		}
		return true
	})
}

func (b *book) fillFrequencies(f *frequencySheet, name string) {
	f.sheet = &sheet{key: "frequencies", name: name, frozen: 2}
	f.columns = append(slices.Clone(itemColumns), col("n", 8, asWhole), col("missing", 12, asWhole))
	points := b.Study.Constructs[f.constructs[0]].Scale.Points
	for _, c := range []column{col("count", 15, asWhole), col("percent", 15, asShare), col("cumulative", 15, asShare)} {
		for _, p := range points {
			c.fill = map[lang.Tag]words.Fill{}
			for _, l := range b.langs {
				c.fill[l] = words.Fill{"point": pointName(p, l)}
			}
			f.columns = append(f.columns, c)
		}
	}
	for _, answer := range b.Study.Responses.Outside {
		c := col("outside", 18, asWhole)
		c.fill = map[lang.Tag]words.Fill{}
		for _, l := range b.langs {
			c.fill[l] = words.Fill{"answer": clean(answer)}
		}
		f.columns = append(f.columns, c)
	}
	f.columns = append(f.columns, noteColumn)
	for _, i := range f.constructs {
		sc, c := &b.Study.Constructs[i], &b.Results.Constructs[i]
		f.first = append(f.first, len(f.rows)+2)
		for j := range c.Items {
			it := &c.Items[j]
			cells := append(b.named(sc, &sc.Items[j]), it.N, it.Missing)
			for _, n := range it.Answered {
				if n == analysis.HiddenCount {
					cells = append(cells, analysis.Undefined(analysis.Withheld))
					continue
				}
				cells = append(cells, n)
			}
			for _, p := range it.Percents {
				cells = append(cells, fraction(p))
			}
			for _, p := range cumulative(it) {
				cells = append(cells, p)
			}
			cells = append(cells, b.outsideCells(it)...)
			f.add(cells...)
		}
	}
}

// outsideCells are how many gave each answer outside the scale.
func (b *book) outsideCells(it *analysis.Item) []any {
	var cells []any
	for k := range b.Study.Responses.Outside {
		n := 0
		if !it.OutsideHidden {
			n = it.Outside[k].Count
		}
		cells = append(cells, told(n, it.OutsideHidden))
	}
	return cells
}

// cumulative are the shares of those who ticked an answer or a lower one. Where one
// of these is withheld, so is their sum.
func cumulative(it *analysis.Item) []analysis.Value {
	out, sum := make([]analysis.Value, len(it.Answered)), 0
	for i, n := range it.Answered {
		switch {
		case i > 0 && out[i-1].Reason() != analysis.Defined:
			out[i] = out[i-1]
		case n == analysis.HiddenCount:
			out[i] = analysis.Undefined(analysis.Withheld)
		default:
			sum += n
			out[i] = share(sum, it.N)
		}
	}
	return out
}

// fraction is a percent as a fraction of 1.
func fraction(percent analysis.Value) analysis.Value {
	if p, ok := percent.Get(); ok {
		return analysis.Of(p / 100)
	}
	return percent
}

// pointName is a point's label, else its code, else its value.
func pointName(p study.Point, l lang.Tag) string {
	switch {
	case !p.Label.IsZero():
		return clean(p.Label.In(l))
	case p.Code != "":
		return clean(p.Code)
	}
	return strconv.Itoa(p.Value)
}

// shares has every share with its interval, a row per item and answer.
func (b *book) shares() *sheet {
	s := &sheet{key: "shares", name: b.tab("shares", 0), frozen: 3}
	s.columns = append(s.columns, col("construct-id", 14, asText), col("item-id", 10, asText), col("label", 38, asText),
		col("value", 10, asWhole), col("share-answer", 26, asText), col("share-count", 12, asWhole), col("share", 12, asShare),
		col("share-low", 14, asShare), col("share-high", 14, asShare), noteColumn)
	b.eachItem(func(sc *study.Construct, si *study.Item, _ *analysis.Construct, it *analysis.Item) {
		for i, p := range sc.Scale.Points {
			var count any = it.Answered[i]
			if it.Answered[i] == analysis.HiddenCount {
				count = analysis.Undefined(analysis.Withheld)
			}
			s.add(sc.ID, si.ID, b.inBody(si.Label), p.Value, b.inAll(func(l lang.Tag) string { return pointName(p, l) }),
				count, fraction(it.Percents[i]), fraction(it.Intervals[i].Low), fraction(it.Intervals[i].High))
		}
	})
	return s
}
