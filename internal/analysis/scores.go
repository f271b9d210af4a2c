package analysis

import (
	"maps"
	"math"
	"slices"

	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// Scores are the respondents by their scores of a construct, the sum of its items, of
// those who answered every item. There are none with privacy.min_cell: of few respondents
// mean and SD of the sum tell the classes, and that small ones are withheld would, too.
type Scores struct {
	N         int // respondents with a score
	Unit      string
	Azwar     bool  // the limits are Mean ± SD
	Mean, SD  Value // hypothetical: of the scale alone
	Classes   []ScoreClass
	Histogram []ScoreBar
	Normality Normality
}

// ScoreClass is a class, the lowest first, with those in it and their percent.
type ScoreClass struct {
	Label   lang.Text
	From    float64 // its lower limit in Unit, which belongs to it; of the first what all exceed
	N       int
	Percent Value
}

// ScoreBar is a bar of the histogram: scores from From to To, both among them.
type ScoreBar struct{ From, To, N int }

// scores puts the respondents of a construct into the classes that the study asks for.
func scores(sc *study.Construct, st *study.Study, t *responses.Table) *Scores {
	set, sums := st.Scores, sumsOf(sc, t)
	s := &Scores{Unit: set.Unit}
	mean, sd := set.Hypothetical(sc)
	s.Azwar, s.Mean, s.SD = set.Azwar, Of(mean), Of(sd)
	counts := map[int]int{}
	for _, sum := range sums {
		if sum != noScore {
			s.N++
			counts[sum]++
		}
	}
	for i, b := range set.Classes.Bands {
		s.Classes = append(s.Classes, ScoreClass{Label: b.Label, From: set.Limit(i, sc)})
	}
	for _, i := range classOf(sums, sc, set) {
		if i != unknownGroup {
			s.Classes[i].N++
		}
	}
	for i := range s.Classes {
		s.Classes[i].Percent = Undefined(NoRows)
		if s.N > 0 {
			s.Classes[i].Percent = Of(100 * float64(s.Classes[i].N) / float64(s.N))
		}
	}
	f := Frequencies{none: NoRows}
	for _, sum := range slices.Sorted(maps.Keys(counts)) {
		f.Values, f.Counts = append(f.Values, float64(sum)), append(f.Counts, counts[sum])
	}
	s.Normality, s.Histogram = f.Normality(), histogram(f)
	return s
}

// score is a sum of k items in the unit of the limits.
func score(sum int, unit string, k int) float64 {
	if unit == "mean" {
		return float64(sum) / float64(k)
	}
	return float64(sum)
}

// sumsOf are the respondents' sums over the items of a construct, noScore where one is
// unanswered.
func sumsOf(sc *study.Construct, t *responses.Table) []int {
	sums := make([]int, t.N)
	for j := range sc.Items {
		col := coded(&sc.Items[j], sc.Scale, t)
		for r, code := range col.Codes {
			switch {
			case code == 0:
				sums[r] = noScore
			case sums[r] != noScore:
				sums[r] += col.Scores[code-1]
			}
		}
	}
	return sums
}

// classOf is the class of each sum, unknownGroup where there is none.
func classOf(sums []int, sc *study.Construct, set study.Scores) []int {
	in := make([]int, len(sums))
	for row, sum := range sums {
		in[row] = unknownGroup
		if sum == noScore {
			continue
		}
		for i := range set.Classes.Bands {
			if i == 0 || score(sum, set.Unit, len(sc.Items)) >= set.Limit(i, sc) {
				in[row] = i
			}
		}
	}
	return in
}

// mostBars is how many bars a histogram has at most.
const mostBars = 15

// histogram groups scores into bars of one width, 1, 2 or 5 times a power of ten: the least
// of these with no more than 2√n bars.
func histogram(f Frequencies) []ScoreBar {
	n := f.N()
	if n == 0 {
		return nil
	}
	least, most := int(f.Values[0]), int(f.Values[len(f.Values)-1])
	bars := min(mostBars, int(2*math.Sqrt(float64(n))))
	width := barWidth(least, most, bars)
	from := floorTo(least, width)
	var out []ScoreBar
	for ; from <= most; from += width {
		out = append(out, ScoreBar{From: from, To: from + width - 1})
	}
	for i, v := range f.Values {
		out[(int(v)-out[0].From)/width].N += f.Counts[i]
	}
	return out
}

// barWidth is the least width of 1, 2, 5, 10, … with no more than so many bars.
func barWidth(least, most, bars int) int {
	for unit := 1; ; unit *= 10 {
		for _, f := range []int{1, 2, 5} {
			if w := f * unit; (most-floorTo(least, w))/w+1 <= max(bars, 2) {
				return w
			}
		}
	}
}

// floorTo is the largest multiple of width that is no more than v.
func floorTo(v, width int) int {
	r := v % width
	if r < 0 {
		r += width
	}
	return v - r
}
