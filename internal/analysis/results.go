// Package analysis owns the statistics: pure functions on coded answers,
// without input, output or prose. Run computes everything a report needs from
// a study and its answers; *Results is what leaves. A statistic that is
// undefined carries its reason instead of a number, and a caveat travels with
// the value it qualifies.
package analysis

import (
	"strconv"
	"strings"

	"wogreport/internal/study"
)

// Reason says why a statistic is undefined. It is a stable key; the words for
// it stand in the templates.
type Reason string

// The reasons.
const (
	Defined          Reason = ""
	NoRows           Reason = "no-complete-rows"
	TooFewRows       Reason = "too-few-rows"        // n < 3 for a test of r, n < 2 for a variance
	TooFewItems      Reason = "too-few-items"       // alpha needs 2, alpha if deleted 3
	FewVary          Reason = "too-few-items-vary"  // fewer than two items have a variance
	ConstantItem     Reason = "constant-item"       // the item has no variance
	ConstantTotal    Reason = "constant-total"      // the (rest) total has no variance
	UnknownSize      Reason = "population-unknown"  // no population given
	Census           Reason = "census"              // everybody answered: there is nothing to estimate
	CensusSkipped    Reason = "census-item-skipped" // likewise, but not everybody answered this item
	DependsOnOther   Reason = "depends-on-undefined"
	PerfectRelation  Reason = "perfect-correlation" // r = -1 between halves: nothing to step up
	PopulationSmall  Reason = "population-smaller-than-n"
	NoAnswers        Reason = "no-answers"            // nobody answered the item on its scale
	SingularMatrix   Reason = "singular-matrix"       // an item follows from the others
	NotPositive      Reason = "not-positive-definite" // pairwise covariances that no data could have
	Heywood          Reason = "heywood-case"          // the factor explains an item whole
	NotConverged     Reason = "not-converged"         // the search for the factor did not arrive
	NotIdentified    Reason = "factor-not-identified" // more than one solution fits as well
	NoDF             Reason = "no-degrees-of-freedom" // there are no more correlations than loadings: nothing to test
	AllTied          Reason = "all-tied"              // all observations are equal
	OneGroup         Reason = "one-group"             // a comparison needs two groups with answers
	FewExpected      Reason = "expected-counts-too-small"
	SmallGroup       Reason = "small-group"          // privacy: too few respondents, or those of a smaller group could be told
	NotFourPoint     Reason = "scale-not-four-point" // the IKM needs answers from 1 to 4
	NotNineElements  Reason = "elements-not-nine"    // and items for nine elements
	ShortScale       Reason = "scale-too-short"      // two highest and two lowest answers overlap
	NotPositiveScale Reason = "scale-not-positive"   // a percent of zero or less
	NoTrace          Reason = "no-time-or-name"      // rows cannot be told to repeat
	Withheld         Reason = "withheld"             // privacy: it would tell a count that is too small to be shown
	LargeSample      Reason = "large-sample"         // too large for an exact distribution, and large enough without
	Ties             Reason = "ties"                 // an exact distribution is known without ties only
	TooManyRows      Reason = "too-many-rows"        // the approximation of a p was fitted for fewer
)

// Reasons lists every reason, for those who have words for them.
var Reasons = []Reason{
	NoRows,
	TooFewRows,
	TooFewItems,
	FewVary,
	ConstantItem,
	ConstantTotal,
	UnknownSize,
	Census,
	CensusSkipped,
	DependsOnOther,
	PerfectRelation,
	PopulationSmall,
	NoAnswers,
	SingularMatrix,
	NotPositive,
	Heywood,
	NotConverged,
	NotIdentified,
	NoDF,
	AllTied,
	OneGroup,
	FewExpected,
	SmallGroup,
	NotFourPoint,
	NotNineElements,
	ShortScale,
	NotPositiveScale,
	LargeSample,
	NoTrace,
	Withheld,
	Ties,
	TooManyRows,
}

// Value is a number, or the reason why there is none.
type Value struct {
	v       float64
	reason  Reason
	bounded bool // it cannot exceed 1
}

// Bounded reports whether the value was marked as one that cannot exceed 1 in size.
func (v Value) Bounded() bool { return v.bounded }

// Of is a defined value. It panics on NaN and Inf, which must not exist.
func Of(v float64) Value {
	if v != v || v > maxFloat || v < -maxFloat {
		panic("analysis: value is not finite")
	}
	return Value{v: v}
}

// Undefined is a value that does not exist, with its reason.
func Undefined(r Reason) Value { return Value{reason: r} }

const maxFloat = 1.7976931348623157e308

// Get is the number and whether it is defined.
func (v Value) Get() (float64, bool) { return v.v, v.reason == Defined }

// String is the number in full, or that there is none and why. Texts for
// readers format values themselves.
func (v Value) String() string {
	if v.reason != Defined {
		return "undefined (" + string(v.reason) + ")"
	}
	return strconv.FormatFloat(v.v, 'g', -1, 64)
}

// Reason is why the value is undefined, or Defined.
func (v Value) Reason() Reason { return v.reason }

// Why is the reason as the catalogues of terms have it for a key.
func (v Value) Why() string { return string(v.reason) }

// Interval is a two-sided interval; both ends are defined or neither is.
type Interval struct{ Low, High Value }

// Verdict is the outcome of a rule on a value that may be undefined.
type Verdict uint8

// The verdicts.
const (
	NoVerdict Verdict = iota // the value it rests on is undefined
	Pass                     // valid, reliable
	Fail
)

// Caveat is a remark that qualifies numbers. Code is stable; its words stand
// in the templates. Item and Construct say where it belongs ("" for all);
// Params are the numbers its sentence needs.
type Caveat struct {
	Code      string
	Construct string
	Item      string
	Of        string // another item, that the sentence names beside it
	Params    map[string]float64
	Reason    Reason // why a value is undefined, where the sentence depends on it

	outside  bool   // some of those whom it counts answered outside the scale, or may have
	lacking  bool   // or some gave no answer
	other    string // the variant of its term: the r that would give the other verdict, and that verdict; that a negative r says little; what few rows are, what makes alpha negative; that several groups are the smallest, or all are equal
	reversed bool   // the item is scored in reverse, or one of the construct is
}

// Slight reports a negative r that is close to zero or no more than chance may make it.
func (c Caveat) Slight() bool { return c.other == "near-zero" || c.other == "not-significant" }

// NearZero reports whether an r is so close to zero that it says of no relation, in either direction.
func NearZero(r float64) bool { return -smallR < r && r < smallR }

// Term is the caveat's key in the catalogues of terms, with its variant behind
// an @ where the sentence depends on what the caveat is about.
func (c Caveat) Term() string {
	key := "caveat." + c.Code
	switch {
	case c.Code == CaveatSmallN && c.Construct != "":
		return key + "@construct"
	case c.Code == CaveatManyMissing && c.Params["n"] == c.Params["N"]:
		key += "@all"
	case c.Code == CaveatGroupsSmall && c.Params["n"] < c.Params["size"] && c.Params["size"] < c.Params["limit"]:
		if c.other != "" { // no group is smaller than all others
			return key + "@" + c.other + "-fewer"
		}
		if c.Params["size"] == c.Params["n"]+1 { // in each comparison some group is so small
			return key + "@either"
		}
		return key + "@all"
	case c.Code == CaveatGroupsSmall && c.Params["n"] < c.Params["size"]:
		if c.other != "" {
			return key + "@some-several"
		}
		return key + "@some"
	case c.Code == CaveatMissing && c.Params["skipped"] == 2 && c.Params["k"] == 2:
		return key + "@both"
	case c.Code == CaveatMissing && c.Params["skipped"] > 0 && c.Params["skipped"] == c.Params["k"]:
		return key + "@all"
	case c.Code == CaveatMissing && c.Params["skipped"] > 0:
		return key + "@one"
	case c.Code == CaveatConstantItem && c.Params != nil:
		return key + "@complete"
	case c.Code == CaveatFactor && c.Reason != Heywood && c.Reason != Defined:
		return key + "@" + string(c.Reason)
	case c.Code == CaveatRejected && c.Params["p"] < 0.001:
		return key + "@small"
	case c.reversed:
		return key + "@reversed"
	case c.other != "":
		return key + "@" + c.other
	case c.Code == CaveatExcludedZero && c.Params != nil:
		return key + "@pairwise"
	}
	switch {
	case !c.outside:
	case strings.Contains(key, "@"):
		return key + "-outside"
	case !c.lacking:
		return key + "@outside-only"
	default:
		return key + "@outside"
	}
	return key
}

// Name is the item's id, as templates name it.
func (c Caveat) Name() string { return c.Item }

// Arg is what stands in a place of that term: a number of Params, "item" and
// "construct" by their ids, or "below", the least p that three decimals show.
func (c Caveat) Arg(name string) (any, bool) {
	switch name {
	case "item":
		return c.Item, true
	case "of":
		return c.Of, true
	case "construct":
		return c.Construct, true
	case "group": // results name groups by their numbers only
		return "", true
	case "below":
		return 0.001, true
	case "rate": // n of N, in percent
		return 100 * c.Params["n"] / c.Params["N"], c.Params["N"] > 0
	case "points": // what one answer of n makes, in percentage points
		return 100 / c.Params["n"], c.Params["n"] > 0
	}
	v, ok := c.Params[name]
	return v, ok
}

// The codes of caveats.
const (
	CaveatNotSaturated   = "sampling-not-saturated" // called saturated, but n < N; params n, N
	CaveatNotRandom      = "sampling-not-random"    // intervals assume what was not done
	CaveatSamplingUnsaid = "sampling-not-stated"
	CaveatSmallN         = "small-n"                      // params n, limit
	CaveatFewPerItem     = "few-rows-per-item"            // fewer than 5 complete rows per item; params n, k
	CaveatNegativeAlpha  = "negative-alpha"               // likely an unreversed item
	CaveatNegativeR      = "negative-item-total"          // params r
	CaveatVerdictDiffers = "verdict-depends-on-r"         // corrected and uncorrected r disagree; params corrected, uncorrected, critical
	CaveatConstantItem   = "constant-item"                // left out of internal consistency; params n (complete rows) where it varies in the others
	CaveatRepeated       = "repeated-answers"             // the item has the same answers in every row as an earlier one, Of; params n (answers)
	CaveatMoreThanN      = "more-answers-than-population" // params n, N
	CaveatSynthetic      = "synthetic-data"
	CaveatMissing        = "incomplete-rows" // rows left out listwise; params left_out, n; of one row, and of rows that skip every item, also skipped, k (items)
	CaveatExcludedZero   = "no-complete-rows"
	CaveatGroupsHidden   = "groups-not-shown"      // privacy; params n (respondents in them), limit
	CaveatGroupUnknown   = "group-not-stated"      // params n
	CaveatGroupsSmall    = "small-groups"          // p is approximate; params n (of the smallest in any comparison), size (of the smallest), smallest (how many have this size), others (how many other groups there are, with the smallest where it is not alone), limit
	CaveatManyMissing    = "many-missing"          // params n (missing), N (respondents)
	CaveatStraightliners = "many-straightliners"   // params n, N (rows)
	CaveatResponseRate   = "low-response-rate"     // params n, N
	CaveatWithheld       = "small-counts-withheld" // privacy; params limit
	CaveatFactor         = "one-factor-doubtful"   // omega is undefined: there is no proper solution
	CaveatRejected       = "one-factor-rejected"   // the test of the fit; params chi_squared, df, p, rmsea
)

// CaveatCodes lists every code of a caveat.
var CaveatCodes = []string{
	CaveatNotSaturated,
	CaveatNotRandom,
	CaveatSamplingUnsaid,
	CaveatSmallN,
	CaveatFewPerItem,
	CaveatNegativeAlpha,
	CaveatNegativeR,
	CaveatVerdictDiffers,
	CaveatConstantItem,
	CaveatRepeated,
	CaveatMoreThanN,
	CaveatSynthetic,
	CaveatMissing,
	CaveatExcludedZero,
	CaveatGroupsHidden,
	CaveatGroupUnknown,
	CaveatGroupsSmall,
	CaveatManyMissing,
	CaveatStraightliners,
	CaveatResponseRate,
	CaveatWithheld,
	CaveatFactor,
	CaveatRejected,
}

// Results is everything computed for one report.
type Results struct {
	N            int   // rows after exclusions
	Population   int   // 0: unknown
	ResponseRate Value // Responded / Population
	Census       bool  // everybody in the population answered some item, so that there is nothing to estimate
	// MarginOfError is the half width of the 95% interval of a share of one
	// half, 0..1, with finite-population correction where Population is known: of
	// the item with the fewest answers, MarginN, and so the largest there is.
	MarginOfError Value
	MarginN       int
	Quality       Quality
	Synthetic     bool
	Constructs    []Construct
	Profile       []Profile   // in the order of the study's
	Relations     []Relation  // of every two constructs
	Groups        []Grouping  // in the order of the study's groups
	IKM           *IKM        // nil where the study does not ask for it
	Importance    *Importance // nil where no items are paired
	Caveats       []Caveat    // of the whole study
	// Assumed is what the study left open and its author went on with.
	Assumed []study.Assumption
	// Said is what its draft concluded from the answers, of study.Conclusions.
	Said []string
}

// Answered is how many of the N respondents answered some item.
func (r *Results) Answered() int { return r.N - (r.Quality.Empty - r.Quality.Excluded.Empty) }

// Responded is Answered and those whose answers are left out because they are all the same: they answered, too.
func (r *Results) Responded() int { return r.Answered() + r.Quality.Excluded.Straightliners }

// Quality counts the respondents, of Rows before any was left out, whose
// answers may not be answers, and those that the study leaves out for it.
type Quality struct {
	Rows                              int
	Empty, Duplicates, Straightliners int
	Excluded                          Exclusions
	Hidden                            int  // rows that a workbook hides or filters out
	HiddenLeft                        bool // these are left out, and not among Rows
	// DuplicatesWithheld and StraightWithheld say that privacy withholds these counts,
	// which are 0 then: how many rows are alike bears on what they hold.
	DuplicatesWithheld, StraightWithheld bool
	// DuplicatesUnchecked says that nothing in the answers would show a repeated row.
	DuplicatesUnchecked bool
	// The rules by which they are counted: a row gives the same answer to all items
	// that it answers, of at least StraightFrom (0: there are fewer items, and none
	// is counted); it has the identifier of an earlier row, or where the study names
	// none everything the same within Minutes of it.
	StraightFrom int
	ByIdentifier bool
	Minutes      int
	Unread       int // answers of those who are left that are off the scale and count as missing; 0 where privacy hides counts
}

// Rules are the keys of the terms that say by which rules rows are counted; Arg
// fills their places.
func (q Quality) Rules() []string {
	straight, duplicates := "rule.straight", "rule.duplicates-answers"
	if q.StraightFrom == 0 {
		straight = "rule.straight-none"
	}
	switch {
	case q.DuplicatesUnchecked:
		duplicates = "rule.duplicates-unchecked"
	case q.ByIdentifier:
		duplicates = "rule.duplicates-identifier"
	}
	return []string{duplicates, straight}
}

// DuplicatesValue and StraightValue are the counts as tables and files have them.
func (q Quality) DuplicatesValue() Value {
	if q.DuplicatesUnchecked {
		return Undefined(NoTrace)
	}
	return countValue(q.Duplicates, q.DuplicatesWithheld)
}

// StraightValue is explained at DuplicatesValue.
func (q Quality) StraightValue() Value { return countValue(q.Straightliners, q.StraightWithheld) }

func countValue(n int, withheld bool) Value {
	if withheld {
		return Undefined(Withheld)
	}
	return Of(float64(n))
}

// Arg is what stands in a place of those terms.
func (q Quality) Arg(name string) (any, bool) {
	switch name {
	case "straight":
		return q.StraightFrom, true
	case "minutes":
		return q.Minutes, true
	}
	return nil, false
}

// Exclusions are respondents left out, each for one reason.
type Exclusions struct{ Empty, Duplicates, Straightliners int }

// Total is how many respondents are left out.
func (e Exclusions) Total() int { return e.Empty + e.Duplicates + e.Straightliners }

// Construct finds a construct by id, or nil.
func (r *Results) Construct(id string) *Construct {
	for i := range r.Constructs {
		if r.Constructs[i].ID == id {
			return &r.Constructs[i]
		}
	}
	return nil
}

// Item finds an item and its construct by the item's id, or nil.
func (r *Results) Item(id string) (*Construct, *Item) {
	for i := range r.Constructs {
		c := &r.Constructs[i]
		for j := range c.Items {
			if c.Items[j].ID == id {
				return c, &c.Items[j]
			}
		}
	}
	return nil, nil
}
