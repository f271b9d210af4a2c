package responses

import (
	"bytes"
	"slices"

	"wogreport/internal/study"
)

// Two items have the same answers for another reason than people only in so many rows at least,
// and where so many gave another answer than the most frequent one: few who answer alike do so by chance.
const (
	minRepeated = 20
	minVaried   = 5
)

// Repeat is an item with the same answer as an earlier one of its construct in every row.
type Repeat struct{ Item, Of string }

// Repeated reports whether two columns of codes are the same in every row, as when one was copied,
// and have enough answers to tell.
func Repeated(a, b []uint8) bool {
	if !bytes.Equal(a, b) {
		return false
	}
	counts := map[uint8]int{}
	answered, most := 0, 0
	for _, code := range a {
		if code == Missing {
			continue
		}
		answered++
		counts[code]++
		most = max(most, counts[code])
	}
	return answered >= minRepeated && answered-most >= minVaried
}

// repeats are those of all constructs. Items that are scored in opposite directions are left to what is said of their r.
func (t *Table) repeats(st *study.Study) []Repeat {
	var out []Repeat
	for _, c := range st.Constructs {
		for i, it := range c.Items {
			own := t.Column(it.ID)
			of := slices.IndexFunc(c.Items[:i], func(first study.Item) bool {
				other := t.Column(first.ID)
				return own != nil && other != nil && first.Reverse == it.Reverse && Repeated(other.Codes, own.Codes)
			})
			if of >= 0 {
				out = append(out, Repeat{it.ID, c.Items[of].ID})
			}
		}
	}
	return out
}
