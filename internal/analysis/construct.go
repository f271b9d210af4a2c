package analysis

import (
	"bytes"
	"slices"

	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// Construct is the item analysis of one construct with k items.
type Construct struct {
	ID string
	K  int
	N  int // complete rows
	// OutsideRows are those that are not complete and have an answer to every item:
	// some lies outside the scale.
	OutsideRows int
	// AlphaK is how many items alpha and its kin rest on: those that have a variance
	// in the rows used. PairsLow and PairsHigh are the least and the largest number
	// of rows that a covariance rests on: N when listwise.
	AlphaK, PairsLow, PairsHigh int
	Values                      []int   // the scale's values, ascending
	Ranges                      [][]int // the points of the scale, by index, that make up each answer as reports show it
	Sides                       []int   // of each answer, as study.Scale.Sides
	LowBox, HighBox             []int   // the points that the two lowest and the two highest answers are
	Missing                     string  // "listwise" or "pairwise"
	Correlation                 string  // the r that verdicts follow: "corrected" or "uncorrected"
	Significance                float64 // of the critical r
	Tails                       int
	DF                          int   // N - 2; 0 when that is negative
	CriticalR                   Value // at Significance, Tails and DF; an item's own may rest on more rows

	Alpha             Value    // Cronbach's
	AlphaCI95         Interval // Feldt's
	AlphaStandardized Value
	AlphaThreshold    float64
	Reliable          Verdict // Alpha > AlphaThreshold
	MeanInterItemR    Value
	InterItemR        Interval // the least and the largest of InterItem
	ScaleMean         Value    // of the sum over the k items, complete rows
	ScaleSD           Value
	ScaleSE           Value // of ScaleMean
	ScaleMedian       Value
	ScaleEnds         Interval // the least and the largest sum
	ScaleShape        Shape
	ItemMean, ItemSD  Value    // of a respondent's mean over the items, complete rows
	ItemMeans         Interval // the least and the largest mean of an item, complete rows; ItemMean is the mean of all

	AlphaSE           Value // Duhachek & Iacobucci's
	AlphaDuhachekCI95 Interval
	Lambda6           Value // Guttman's
	G6                Value // the same from correlations, as psych has it
	Extraction        Extraction
	Omega             Value // McDonald's, one factor, of the standardised items
	OmegaRaw          Value // the same of the items as they are scored
	Fit               FactorFit
	SplitHalf         SplitHalves
	Factorability     Factorability

	Interpretation *ConstructInterpretation // nil where the study does not ask for interpretation
	Scores         *Scores                  // nil where the study does not ask for classes of scores

	// InterItem are the correlations of the items by pairs: each item with those
	// before it.
	InterItem []ItemPair

	Items   []Item
	Caveats []Caveat
}

// ItemPair is the correlation of two items, A and B by index, and the rows it
// rests on.
type ItemPair struct {
	A, B int
	R, N Value
}

// Item is the analysis of one item. Counts, percents, mean, sd, median and
// modes are after reversal where the item is reversed and rest on its N valid
// answers; Answered are the counts as people ticked them. A count that is
// withheld is HiddenCount.
type Item struct {
	ID       string
	Reversed bool
	N        int // valid answers
	Missing  int // rows without an answer
	// Outside are the answers that the study counts outside the scale, neither valid
	// nor missing. Where privacy withholds them they count as missing, and
	// OutsideHidden is set.
	Outside       []OutsideAnswer
	OutsideHidden bool
	Unread        int     // of Missing, those whose answer is off the scale; 0 where privacy hides counts
	Counts        []int   // per scale value, ascending, after reversal
	Answered      []int   // per scale value, ascending, as ticked; equals Counts unless Reversed
	Percents      []Value // of N, 0..100, parallel to Answered
	// Intervals are the 95% intervals of Percents, by Wilson, with the
	// finite-population correction where the population is known.
	Intervals []Interval
	Shares    Shares // of the answers as reports show them (Construct.Ranges)
	Mean      Value
	SD        Value // n-1
	Median    Value
	Modes     []int // scale values with the largest count in Counts; empty when N = 0

	ItemTotalR          Value   // against the total, the item in it
	CorrectedItemTotalR Value   // against the sum of the other items
	DF                  int     // of P and CriticalR: rows - 2, of the complete rows or, pairwise, of those that answered the item
	CriticalR           Value   // at the construct's Significance and Tails, and DF
	P                   Value   // two-tailed or one-tailed as Tails says, of the r that Correlation names
	Valid               Verdict // that r > CriticalR
	ValidOther          Verdict // the verdict by the other r
	AlphaIfDeleted      Value
	Shape               Shape

	ScaleMeanIfDeleted     Value // of the sum of the other items, complete rows
	ScaleVarianceIfDeleted Value
	SMC                    Value               // squared multiple correlation with the other items
	KMO                    Value               // the item's measure of sampling adequacy
	Loading                Value               // on the one factor of Omega
	Interpretation         *ItemInterpretation // nil where the study does not ask for interpretation

	Caveats []Caveat
}

// R is the item-total r that the verdict follows.
func (c *Construct) R(it *Item) Value {
	if c.Correlation == "uncorrected" {
		return it.ItemTotalR
	}
	return it.CorrectedItemTotalR
}

// coded is the column of an item, scored in its construct's scale.
func coded(it *study.Item, scale study.Scale, t *responses.Table) Column {
	c := Column{Scores: make([]int, len(scale.Points))}
	for i, p := range scale.Points {
		c.Scores[i] = p.Value
		if it.Reverse {
			c.Scores[i] = scale.Min() + scale.Max() - p.Value
		}
	}
	if col := t.Column(it.ID); col != nil {
		c.Codes = col.Codes
	} else {
		c.Codes = make([]uint8, t.N)
	}
	return c
}

// ListwiseOf is Listwise of the items of a construct, those that are reversed
// by its study with their scores turned round.
func ListwiseOf(c *study.Construct, t *responses.Table) *Covariance {
	cols := make([]Column, len(c.Items))
	for i := range c.Items {
		cols[i] = coded(&c.Items[i], c.Scale, t)
	}
	return Listwise(cols)
}

// construct analyses the answers to a construct, and gives the covariances of its complete
// rows as well.
func construct(sc *study.Construct, set study.Analysis, outside []string, t *responses.Table, answered int) (Construct, *Covariance) {
	c := Construct{
		ID: sc.ID, K: len(sc.Items),
		Missing: set.Missing, Correlation: set.Correlation, Significance: set.Significance,
		Tails: set.Tails, AlphaThreshold: set.AlphaThreshold, Extraction: Extraction(set.Omega),
	}
	for _, p := range sc.Scale.Points {
		c.Values = append(c.Values, p.Value)
	}
	c.Ranges = ranges(len(c.Values))
	c.Sides = sidesOf(sc.Scale, c.Ranges)
	c.LowBox, c.HighBox = boxes(sc.Scale)
	cols := make([]Column, len(sc.Items))
	for i := range sc.Items {
		cols[i] = coded(&sc.Items[i], sc.Scale, t)
		c.Items = append(c.Items, describe(&sc.Items[i], c.Values, cols[i]))
	}
	c.outside(sc, t, outside)

	var complete, pairs *moments
	if set.Missing == "pairwise" {
		complete, pairs = bothMoments(cols)
	} else {
		complete = completeMoments(cols)
	}
	c.N = int(complete.rows())
	c.DF = max(0, c.N-2)
	c.CriticalR = CriticalR(c.DF, set.Significance, set.Tails)
	if c.N == 0 {
		c.CriticalR = Undefined(NoRows)
	}
	c.scale(complete)
	scored := complete.listwise()
	if pairs != nil && c.N < t.N {
		c.pairwise(pairs, t.N)
	} else { // nothing is missing: the two are the same, down to the last digit
		c.listwise(scored)
	}
	for i := range c.Items {
		c.test(&c.Items[i])
	}
	c.addCaveats(answered)
	c.addRepeated(sc, t)
	return c, scored
}

// describe counts an item's answers and describes them.
func describe(si *study.Item, values []int, col Column) Item {
	it := Item{ID: si.ID, Reversed: si.Reverse, Answered: make([]int, len(values))}
	for i := range values {
		it.Answered[i] = bytes.Count(col.Codes, []byte{byte(i + 1)})
	}
	it.Counts = slices.Clone(it.Answered)
	if it.Reversed {
		slices.Reverse(it.Counts)
	}
	f := Frequencies{Values: make([]float64, len(values)), Counts: it.Answered}
	for i, s := range col.Scores {
		f.Values[i] = float64(s)
	}
	if it.Reversed {
		slices.Reverse(f.Values)
		f.Counts = it.Counts
	}
	it.N = f.N()
	it.Missing = len(col.Codes) - it.N
	it.Percents = make([]Value, len(values))
	for i, n := range it.Answered {
		it.Percents[i] = Undefined(NoAnswers)
		if it.N > 0 {
			it.Percents[i] = Of(100 * float64(n) / float64(it.N))
		}
	}
	it.Mean, it.SD, it.Median, it.Shape = f.Mean(), f.SD(), f.Median(), f.Shape()
	for _, i := range f.Modes() {
		it.Modes = append(it.Modes, values[i])
	}
	return it
}

// scale describes the sum of the items over the complete rows, and what is
// left of it without an item.
func (c *Construct) scale(complete *moments) {
	f, cov := complete.totalFrequencies(), complete.listwise()
	c.ScaleMean, c.ScaleSD, c.ScaleMedian, c.ScaleShape = f.Mean(), f.SD(), f.Median(), f.Shape()
	c.ItemMean, c.ItemSD = c.perItem(c.ScaleMean), c.perItem(c.ScaleSD)
	c.ScaleSE, c.ScaleEnds, c.ItemMeans = f.SE(), f.Ends(), complete.itemMeans()
	for i := range c.Items {
		it := &c.Items[i]
		it.ScaleMeanIfDeleted = complete.meanIfDeleted(i)
		it.ScaleVarianceIfDeleted = VarianceIfDeleted(cov, i)
	}
}

// perItem is a statistic of the sum over the items as one of their mean.
func (c *Construct) perItem(v Value) Value {
	if x, ok := v.Get(); ok {
		return Of(x / float64(c.K))
	}
	return v
}
