package analysis

import (
	"bytes"
	"fmt"
	"maps"
	"slices"

	"wogreport/internal/diag"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// Two items have the same answers for another reason than people only in so many rows at least,
// and where so many gave another answer than the most frequent one: few who answer alike do so by chance.
const (
	minRepeated = 20
	minVaried   = 5
)

// repeats reports whether two columns of codes are the same in every row, as when one was copied,
// and have enough answers to tell.
func repeats(a, b []uint8) bool {
	if !bytes.Equal(a, b) {
		return false
	}
	counts := map[uint8]int{}
	answered, most := 0, 0
	for _, code := range a {
		if code == responses.Missing {
			continue
		}
		answered++
		counts[code]++
		most = max(most, counts[code])
	}
	return answered >= minRepeated && answered-most >= minVaried
}

// repeatedItems are, by their indices, the earlier item of a construct with the same answers, for each item that has one.
// Of items that are scored in opposite directions their r says enough.
func repeatedItems(c *study.Construct, t *responses.Table) map[int]int {
	out := map[int]int{}
	for i, it := range c.Items {
		for of, first := range c.Items[:i] {
			a, b := t.Column(first.ID), t.Column(it.ID)
			if first.Reverse == it.Reverse && a != nil && b != nil && repeats(a.Codes, b.Codes) {
				out[i] = of
				break
			}
		}
	}
	return out
}

// addRepeated adds the caveats of such items: r and alpha count their answers twice.
func (c *Construct) addRepeated(sc *study.Construct, t *responses.Table) {
	for i, of := range repeatedItems(sc, t) {
		it := &c.Items[i]
		it.Caveats = append(it.Caveats, Caveat{Code: CaveatRepeated, Construct: c.ID, Item: it.ID, Of: c.Items[of].ID, Params: map[string]float64{"n": float64(it.N)}})
	}
}

// Repeated warns of items with the same answers as an earlier one of their construct in every row.
func Repeated(st *study.Study, t *responses.Table) diag.List {
	var l diag.List
	for i := range st.Constructs {
		c := &st.Constructs[i]
		of := repeatedItems(c, t)
		for _, j := range slices.Sorted(maps.Keys(of)) {
			l.Warnf(st.At(fmt.Sprintf("constructs[%d].items[%d]", i, j)), "repeated-answers", "items %s and %s have the same answers in every row", c.Items[of[j]].ID, c.Items[j].ID)
			l.Hintf("check that no column was copied: r and alpha are higher by it; take one of the two out of the items if so")
		}
	}
	return l
}
