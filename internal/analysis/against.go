package analysis

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/remark"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// Against are items of a construct whose scores run against those of the others:
// they may be worded the other way round. Items are the ones that seem to be, by
// their index, R their negative corrected item–total r. In Halves the two sides are
// about as large, so that the signs alone do not tell which is worded negatively.
type Against struct {
	Items  []int
	Others []int
	R      []float64 // parallel to Items
	Halves bool
	Worded bool // the words of the statements tell which
}

// minAgainst is how many complete answers make a negative item–total r worth a
// remark.
const minAgainst = 5

// negligible is the r above which chance may have made it: one standard error
// below zero (1/√n), and no less than 0.05.
func negligible(n int) float64 { return -max(0.05, 1/math.Sqrt(float64(n))) }

// RunAgainst finds the items of a construct that run against the others, as they
// are scored. The item with the lowest negative corrected item–total r is taken for
// reversed, and so on: a single reversed item turns the r of its neighbours
// negative, too.
func RunAgainst(c *study.Construct, t *responses.Table) (Against, bool) {
	return runAgainst(c, ListwiseOf(c, t))
}

// runAgainst is RunAgainst by the covariances of the complete rows.
func runAgainst(c *study.Construct, scored *Covariance) (Against, bool) {
	cov := scored.clone()
	k := len(c.Items)
	if cov.N < minAgainst || k < 2 {
		return Against{}, false
	}
	at := map[int]float64{}
	for (len(at)+1)*2 <= k {
		worst, least := -1, negligible(cov.N)
		for j := range c.Items {
			if _, again := at[j]; again {
				continue
			}
			if r, ok := CorrectedItemTotal(cov, j).Get(); ok && r < least {
				worst, least = j, r
			}
		}
		if worst < 0 {
			break
		}
		cov.Reverse(worst)
		at[worst] = least
	}
	if len(at) == 0 {
		return Against{}, false
	}
	a := Against{Halves: len(at)*5 >= k*2}
	for j := range c.Items {
		if _, ok := at[j]; ok {
			a.Items = append(a.Items, j)
		} else {
			a.Others = append(a.Others, j)
		}
	}
	a.choose(c)
	// The r of the side that was chosen, with that side as it is scored.
	for _, j := range a.Items {
		r, ok := at[j]
		if !ok {
			r = itemTotalWithout(scored, j, a.Items)
		}
		a.R = append(a.R, r)
	}
	return a, true
}

// itemTotalWithout is the corrected item–total r of an item with the other items
// of its side turned round.
func itemTotalWithout(cov *Covariance, item int, side []int) float64 {
	own := cov.clone()
	for _, j := range side {
		if j != item {
			own.Reverse(j)
		}
	}
	r, _ := CorrectedItemTotal(own, item).Get()
	return r
}

// choose makes Items the side that is worded negatively: the one with more such
// words; else the smaller; else, of two as large, the one without the first item,
// as questionnaires of statements in turns begin with a positive one.
func (a *Against) choose(c *study.Construct) {
	share := func(side []int) float64 {
		n := 0
		for _, j := range side {
			if negativelyWorded(c.Items[j].Statement) {
				n++
			}
		}
		return float64(n) / float64(len(side))
	}
	x, y := share(a.Items), share(a.Others)
	a.Worded = math.Abs(x-y) > 0.3
	swap := false
	switch {
	case a.Worded:
		swap = y > x && a.Halves // a few items stay those that run against the many
		a.Worded = a.Halves || x > y
	case len(a.Items) == len(a.Others):
		swap = slices.Contains(a.Items, 0)
	}
	if swap {
		a.Items, a.Others = a.Others, a.Items
	}
}

// negatives are words of statements that say something unwelcome, by how they begin.
var negatives = []string{
	"tidak", "tdk", "tak", "belum", "bukan", "rumit", "sulit", "sukar", "susah", "bosan", "membosankan", "bingung", "membingungkan", "lambat", "gagal", "takut", "cemas", "lelah", "letih", "stres", "mengantuk", "ngantuk",
	"malas", "buruk", "jelek", "mahal", "terlalu", "bantuan", "dulu", "kecewa", "mengeluh", "keluhan", "ragu", "jenuh", "gelisah", "terganggu", "mengganggu", "kesal", "merepotkan", "repot", "ribet", "bermasalah", "berbelit", "sedih", "marah",
	"not", "never", "don't", "doesn't", "isn't", "wasn't", "difficult", "difficulty", "hard", "complex", "complicated", "confusing", "confused", "bored", "boring", "cumbersome", "unnecessarily", "inconsistent", "inconsistency", "slow", "awkward",
	"afraid", "tired", "poor", "bad", "badly", "worse", "lack", "lacks", "fail", "fails", "problem", "problems", "unable", "cannot", "useless", "anxious", "sad", "angry", "frustrated", "frustrating", "annoying", "support", "learn", "unclear", "dissatisfied",
	"nicht", "kein", "keine", "schwierig", "kompliziert", "langweilig", "schlecht", "no", "difícil", "complicado", "aburrido", "pas", "difficile", "compliqué",
}

// negativelyWorded reports a statement with such a word in one of its languages.
func negativelyWorded(t lang.Text) bool {
	for _, text := range t {
		for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }) {
			if slices.Contains(negatives, w) {
				return true
			}
		}
	}
	return false
}

// Remark is what is to be said of items that run against the others.
func (a Against) Remark(c *study.Construct) remark.Remark {
	names := func(side []int) string {
		var ids []string
		for _, j := range side {
			ids = append(ids, c.Items[j].ID)
		}
		return strings.Join(ids, ", ")
	}
	if !a.Halves {
		var with []string
		for k, j := range a.Items {
			with = append(with, fmt.Sprintf("%s (r %s)", c.Items[j].ID, lang.Number(lang.EN, a.R[k], 2)))
		}
		if len(with) > 1 {
			return remark.Of("%s run against the other items and may be worded the other way round", strings.Join(with, ", "))
		}
		return remark.Of("%s runs against the other items and may be worded the other way round", with[0])
	}
	which := remark.Of("%s may be worded the other way round, or the others", names(a.Items))
	if a.Worded {
		which = remark.Of("by their words %s are worded the other way round", names(a.Items))
		if len(a.Items) == 1 {
			which = remark.Of("by its words %s is worded the other way round", names(a.Items))
		}
	}
	return remark.Of("the items run against each other: %s on one side, %s on the other; %s", names(a.Others), names(a.Items), which)
}

// Reversals warns of items that run against the others of their construct.
func Reversals(st *study.Study, t *responses.Table) diag.List {
	var l diag.List
	for i := range st.Constructs {
		warnReversals(st, i, ListwiseOf(&st.Constructs[i], t), &l)
	}
	return l
}

// warnReversals warns of a construct's, by the covariances of its complete rows.
func warnReversals(st *study.Study, construct int, scored *Covariance, l *diag.List) {
	c := &st.Constructs[construct]
	a, ok := runAgainst(c, scored)
	if !ok {
		return
	}
	l.Warnf(st.At(fmt.Sprintf("constructs[%d].items[%d]", construct, a.Items[0])), "runs-against", "%s", a.Remark(c))
	l.Hintf("add  reverse: true  to a statement that is worded the other way round, so that it is scored so, and take it from one that is not; any other stays as it is")
}
