package analysis

import (
	"maps"
	"math"
	"runtime"
	"slices"

	"wogreport/internal/rescue"
)

// Column is one item's answers. Codes[i] is 0 for a missing answer or 1 + an
// index into Scores, the number an answer counts as (so a reversed item is one
// with its scores reversed). At most 255 scores, less than 2³¹ apart.
type Column struct {
	Codes  []uint8
	Scores []int
}

// moments holds the joint sums of k columns, scores counted from the least
// score of all. All are integers: exact, and the same in whatever order the
// rows come or the work is divided.
type moments struct {
	k     int
	base  int     // the least score
	n     []int64 // n[i*k+j]: rows where i and j are both answered
	sum   []int64 // sum[i*k+j]: of i over those rows
	cross []int64 // cross[i*k+j]: of i times j over those rows

	totals map[int]int64 // listwise: how often each row total occurs
	scores []scoreSums   // pairwise: scores[m*k+i] of i over rows with m+1 answers, i among them
}

// scoreSums are sums over rows: of their totals, the totals' squares, and an
// item times the total.
type scoreSums struct{ total, square, cross int64 }

func newMoments(k, base int) *moments {
	return &moments{
		k: k, base: base,
		n: make([]int64, k*k), sum: make([]int64, k*k), cross: make([]int64, k*k),
		totals: map[int]int64{}, scores: make([]scoreSums, k*k),
	}
}

// add adds the sums of other rows.
func (m *moments) add(o *moments) {
	for i := range m.n {
		m.n[i] += o.n[i]
		m.sum[i] += o.sum[i]
		m.cross[i] += o.cross[i]
		m.scores[i].total += o.scores[i].total
		m.scores[i].square += o.scores[i].square
		m.scores[i].cross += o.scores[i].cross
	}
	for t, c := range o.totals {
		m.totals[t] += c
	}
}

// blockRows rows are worked on at a time, so that their codes stay in the
// processor's nearest cache.
const blockRows = 2048

// parallelRows is the number of rows from which the work is divided.
const parallelRows = 1 << 15

// completeMoments sums over the rows that every column answered, pairMoments
// for each pair of columns over the rows that both answered; bothMoments is the
// two in one pass. The columns are of one length.
//
// Eight rows of a column are one machine word, and one multiplication of two
// words sums the products of eight rows (dot).
func completeMoments(cols []Column) *moments {
	m, _ := joint(cols, true, false)
	return m
}

func pairMoments(cols []Column) *moments {
	_, m := joint(cols, false, true)
	return m
}

func bothMoments(cols []Column) (complete, pairs *moments) { return joint(cols, true, true) }

func joint(cols []Column, complete, pairs bool) (*moments, *moments) {
	k, base, rows := len(cols), leastScore(cols), 0
	if k > 0 {
		rows = len(cols[0].Codes)
	}
	workers := 1
	if rows >= parallelRows {
		workers = runtime.GOMAXPROCS(0)
	}
	part := (rows/workers/blockRows + 1) * blockRows
	type sums struct{ complete, pairs *moments }
	parts := make([]sums, workers)
	var all rescue.Group
	for w := range workers {
		s := &parts[w]
		if complete {
			s.complete = newMoments(k, base)
		}
		if pairs {
			s.pairs = newMoments(k, base)
		}
		if k == 0 {
			break
		}
		from, to := min(w*part, rows), min((w+1)*part, rows)
		if workers == 1 {
			newLanes(cols, base).sum(s.complete, s.pairs, cols, from, to)
			continue
		}
		all.Go(func() { newLanes(cols, base).sum(s.complete, s.pairs, cols, from, to) })
	}
	all.Wait()
	sum := parts[0]
	for _, p := range parts[1:] {
		if complete {
			sum.complete.add(p.complete)
		}
		if pairs {
			sum.pairs.add(p.pairs)
		}
	}
	return sum.complete, sum.pairs
}

func leastScore(cols []Column) int {
	least, seen := 0, false
	for _, c := range cols {
		for _, s := range c.Scores {
			if !seen || s < least {
				least, seen = s, true
			}
		}
	}
	return least
}

// totalFrequencies is the distribution of the totals of the complete rows.
func (m *moments) totalFrequencies() Frequencies {
	f := Frequencies{none: NoRows}
	for _, t := range slices.Sorted(maps.Keys(m.totals)) {
		f.Values = append(f.Values, float64(t+m.k*m.base))
		f.Counts = append(f.Counts, int(m.totals[t]))
	}
	return f
}

// rows is the number of complete rows (listwise).
func (m *moments) rows() int64 {
	if m.k == 0 {
		return 0
	}
	return m.n[0]
}

// pairs are the least and the largest number of rows in which two of the items
// were both answered; 0 for fewer than two items.
func (m *moments) pairs(items []int) (least, most int) {
	for a, i := range items {
		for _, j := range items[:a] {
			n := int(m.n[i*m.k+j])
			if i == items[1] { // the first pair
				least = n
			}
			least, most = min(least, n), max(most, n)
		}
	}
	return least, most
}

// meanIfDeleted is the mean of the sum of the other items (listwise).
func (m *moments) meanIfDeleted(item int) Value {
	switch {
	case m.rows() == 0:
		return Undefined(NoRows)
	case m.k < 2:
		return Undefined(TooFewItems)
	}
	var sum int64
	for i := range m.k {
		if i != item {
			sum += m.sum[i*m.k+i]
		}
	}
	return Of(float64(sum+int64((m.k-1)*m.base)*m.rows()) / float64(m.rows()))
}

// itemMeans are the least and the largest mean of an item (listwise).
func (m *moments) itemMeans() Interval {
	if m.rows() == 0 {
		return undefinedInterval(NoRows)
	}
	n, low, high := m.rows(), m.sum[0], m.sum[0]
	for i := range m.k {
		low, high = min(low, m.sum[i*m.k+i]), max(high, m.sum[i*m.k+i])
	}
	mean := func(sum int64) Value { return Of(float64(sum+int64(m.base)*n) / float64(n)) }
	return Interval{mean(low), mean(high)}
}

// rowMeanR is the correlation of an item with the mean of each row's answers
// (psych's raw.r), over the rows that answered the item.
func (m *moments) rowMeanR(item int) Value {
	d := item*m.k + item
	n := float64(m.n[d])
	switch {
	case m.k < 2:
		return Undefined(TooFewItems)
	case n == 0:
		return Undefined(NoAnswers)
	case n == 1:
		return Undefined(TooFewRows)
	}
	var mean, square, cross float64
	for answers := range m.k {
		s, a := m.scores[answers*m.k+item], float64(answers+1)
		mean += float64(s.total) / a
		square += float64(s.square) / (a * a)
		cross += float64(s.cross) / a
	}
	own := m.deviation(item, item)
	variance := float64(n*square) - float64(mean*mean)
	switch {
	case own <= 0:
		return Undefined(ConstantItem)
	case variance <= 1e-14*n*square:
		return Undefined(ConstantTotal)
	}
	r := (float64(n*cross) - float64(float64(m.sum[d])*mean)) / math.Sqrt(own*variance)
	return Of(min(1, max(-1, r)))
}
