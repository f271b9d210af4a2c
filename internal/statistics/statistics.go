// Package statistics owns the table of statistics: under which key each stands
// in results.json, how it is taken from the results, what it is and after whom,
// and in which tables of the appendix and sheets of the workbook it stands, with
// how many decimals. results.json, the appendix and the workbook are made from
// it; docs/statistics.md is written from it and the schema held equal to it by
// tests. It computes nothing and knows neither words nor files.
package statistics

import (
	"cmp"
	"slices"
	"sync"

	"wogreport/internal/analysis"
)

// Statistic is a row of the table.
type Statistic struct {
	// Key is that in results.json, in the order of the table. What is before a dot
	// names an object that holds those of the same name.
	Key string
	// Of takes the statistic from the results: an analysis.Value, Interval or Band,
	// a type of values.go, a bool, int, float64 or []int; nil where there is none.
	Of         func(Subject) any
	Definition string // in one line, as the schema has it
	Source     string // after whom; "" of a count, a setting or a verdict
	Setting    string // the key of study.yaml that it follows
	Shown      places
}

// Elementary is the source of a statistic that needs none.
const Elementary = "–"

// Place is where a statistic is shown. Those with the same head in the same table
// share a column, or a row where statistics are rows.
type Place struct {
	In     Table
	Order  int    // from the left, or the top; may be shared and need not be without gaps
	Head   string // the term head.HEAD, and for a sheet about.HEAD
	Format Format
	End    End    // which end of an interval; the other may stand elsewhere
	Beside bool   // the construct's, in the rows of its items
	If     string // the analysis.quartiles with which it stands here; "" for any
}

type places = []Place

func at(in Table, order int, head string, f Format) Place {
	return Place{In: in, Order: order, Head: head, Format: f}
}

func (p Place) low() Place          { p.End = Low; return p }
func (p Place) high() Place         { p.End = High; return p }
func (p Place) beside() Place       { p.Beside = true; return p }
func (p Place) with(q string) Place { p.If = q; return p }

// Table is a table of the appendix, or a sheet of the workbook by the key of its name.
type Table string

// The tables and sheets.
const (
	Describe         Table = "table:describe" // a row per item
	ItemTotal        Table = "table:item-total"
	ScaleStatistics  Table = "table:scale-statistics"  // a row per statistic, of the items together
	FactorStatistics Table = "table:factor-statistics" // likewise, of one factor, of halves, and of the correlations
	ScoreStatistics  Table = "table:score-statistics"  // likewise, of the total score
	// FactorabilityOfItems is whether factors may be looked for in the items.
	FactorabilityOfItems Table = "table:factorability" // a row per item

	Validity       Table = "sheet:validity" // a row per item
	IfDeleted      Table = "sheet:if-deleted"
	Reliability    Table = "sheet:reliability" // a row per construct
	SplitHalf      Table = "sheet:split-half"
	InterItem      Table = "sheet:inter-item"   // a row per pair of items
	Descriptives   Table = "sheet:descriptives" // a row per construct and item
	Interpretation Table = "sheet:interpretation"
	Groups         Table = "sheet:groups" // a row per group
	GroupTests     Table = "sheet:group-tests"
	GroupPairs     Table = "sheet:group-pairs"
	Relations      Table = "sheet:relations" // a row per pair of constructs
	Normality      Table = "sheet:normality" // a row per construct
)

// Format is how a statistic is shown.
type Format int

// The formats.
const (
	Text Format = iota
	Whole
	Two   // decimals
	Three // decimals
	P     // three decimals, and where these would be 0 that it is smaller
	Share // a fraction as a percent
)

// Decimals are those of a number.
func (f Format) Decimals() int { return [...]int{Two: 2, Three: 3, P: 3, Share: 1}[f] }

// End is an end of an interval.
type End int

// The ends.
const (
	Both End = iota
	Low
	High
)

// Level is what a statistic is of.
type Level int

// The levels.
const (
	OfStudy Level = iota
	OfConstruct
	OfItem
	OfGroup // in a comparison
	OfTest  // of a comparison
	OfPair  // of groups
	OfItemPair
	OfRelation // of two constructs
)

// Subject is what statistics are taken of.
type Subject struct {
	Quartiles string // analysis.quartiles of the study, where places depend on it

	level     Level
	results   *analysis.Results
	construct *analysis.Construct
	item      *analysis.Item
	compared  *analysis.GroupTest
	group     int
	tested    *analysis.GroupedItem
	pair      *analysis.Pair
	itemPair  *analysis.ItemPair
	relation  *analysis.Relation
}

// Study is the subject of a whole study.
func Study(r *analysis.Results) Subject { return Subject{level: OfStudy, results: r} }

// Construct is the subject of a construct.
func Construct(c *analysis.Construct) Subject { return Subject{level: OfConstruct, construct: c} }

// Item is the subject of an item of a construct.
func Item(c *analysis.Construct, it *analysis.Item) Subject {
	return Subject{level: OfItem, construct: c, item: it}
}

// Group is the subject of the i-th group of a comparison.
func Group(x *analysis.GroupTest, i int) Subject {
	return Subject{level: OfGroup, compared: x, group: i}
}

// Test is the subject of a comparison's tests: of an item, or with nil of a
// construct's score.
func Test(x *analysis.GroupTest, it *analysis.GroupedItem) Subject {
	return Subject{level: OfTest, compared: x, tested: it}
}

// Pair is the subject of a pair of groups.
func Pair(p *analysis.Pair) Subject { return Subject{level: OfPair, pair: p} }

// ItemPair is the subject of a pair of items of a construct.
func ItemPair(c *analysis.Construct, p *analysis.ItemPair) Subject {
	return Subject{level: OfItemPair, construct: c, itemPair: p}
}

// Relation is the subject of a pair of constructs.
func Relation(r *analysis.Results, x *analysis.Relation) Subject {
	return Subject{level: OfRelation, results: r, relation: x}
}

// Of are the rows of a level.
func Of(l Level) []Statistic {
	return [...][]Statistic{ofStudy, ofConstruct, ofItem, ofGroup, ofTest, ofPair, ofItemPair, ofRelation}[l]
}

// Levels are all levels.
var Levels = []Level{OfStudy, OfConstruct, OfItem, OfGroup, OfTest, OfPair, OfItemPair, OfRelation}

// Column is a column of a table or sheet, or a row of ScaleStatistics, with the
// statistics that stand in it.
type Column struct {
	Head   string
	Format Format
	order  int
	cells  []cell
}

type cell struct {
	Place
	level Level
	of    func(Subject) any
}

// Columns are the columns of a table, in their order.
func Columns(in Table) []Column { return columns()[in] }

var columns = sync.OnceValue(func() map[Table][]Column {
	out := map[Table][]Column{}
	for _, l := range Levels {
		for _, s := range Of(l) {
			for _, p := range s.Shown {
				list := out[p.In]
				i := slices.IndexFunc(list, func(c Column) bool { return c.Head == p.Head })
				if i < 0 {
					i, list = len(list), append(list, Column{Head: p.Head, Format: p.Format, order: p.Order})
				}
				list[i].cells = append(list[i].cells, cell{p, l, s.Of})
				out[p.In] = list
			}
		}
	}
	for _, list := range out {
		slices.SortStableFunc(list, func(a, b Column) int { return cmp.Compare(a.order, b.order) })
	}
	return out
})

// Values are the statistics of a subject in the column: none, one, or an estimate
// and after it its standard error or interval.
func (c Column) Values(s Subject) []any {
	var out []any
	for _, x := range c.cells {
		if x.level != s.level && !(x.Beside && s.level == OfItem) || x.If != "" && x.If != s.Quartiles {
			continue
		}
		v := x.of(s)
		if i, ok := v.(analysis.Interval); ok && x.End == Low {
			v = i.Low
		} else if ok && x.End == High {
			v = i.High
		} else if r, ok := v.(Range); ok {
			v = r[x.End-Low]
		}
		if v != nil {
			out = append(out, v)
		}
	}
	return out
}

// Value is the first of Values, or nil.
func (c Column) Value(s Subject) any {
	if vs := c.Values(s); len(vs) > 0 {
		return vs[0]
	}
	return nil
}
