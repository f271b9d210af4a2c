package linebreak

import (
	"math"
	"math/rand/v2"
	"testing"
)

// paragraph makes words of random widths with glue between them and, in some,
// a hyphen; it ends as a paragraph does.
func paragraph(r *rand.Rand, words int) []Item {
	var items []Item
	for w := range words {
		if w > 0 {
			items = append(items, Item{Kind: Glue, Width: 3, Stretch: 1.5, Shrink: 1})
		}
		items = append(items, Item{Width: 4 + float64(r.IntN(200))/10})
		if r.IntN(3) == 0 {
			items = append(items,
				Item{Kind: Penalty, Penalty: 50, Width: 2, Flagged: true, After: 0.3},
				Item{Width: 3 + float64(r.IntN(100))/10})
		}
	}
	return append(items,
		Item{Kind: Penalty, Penalty: Never}, Item{Kind: Glue, Stretch: Fill}, Item{Kind: Penalty, Penalty: Forced})
}

// cost is the sum of demerits of lines that end at the given items, by the
// definition of Knuth and Plass; infinite if a line is not within the tolerance.
func cost(items []Item, ends []int, opt Options) float64 {
	total, start, fit, flagged, after := 0.0, 0, decent, false, 0.0
	for n, end := range ends {
		width, stretch, shrink := after, opt.Ragged, 0.0
		for i := start; i < end; i++ {
			if it := items[i]; it.Kind != Penalty {
				width, stretch, shrink = width+it.Width, stretch+it.Stretch, shrink+it.Shrink
			}
		}
		last := items[end]
		if last.Kind == Penalty {
			width += last.Width
		}
		r, bad := 0.0, 0.0
		if room := opt.Measure - width; room > 0 {
			r = room / stretch
			bad = 100 * r * r * r
		} else if room < 0 {
			if r = room / shrink; r < -1 {
				return math.Inf(1)
			}
			bad = -100 * r * r * r
		}
		if bad > opt.Tolerance {
			return math.Inf(1)
		}
		d := (linePenalty + bad) * (linePenalty + bad)
		if last.Kind == Penalty && last.Penalty > Forced {
			d += float64(last.Penalty * last.Penalty)
		}
		f := fitnessOf(r, bad)
		if f-fit > 1 || fit-f > 1 {
			d += fitnessDemerits
		}
		isLast := end == len(items)-1
		if flagged && last.Flagged {
			d += flaggedDemerits
		} else if flagged && isLast {
			d += lastFlagDemerits
		}
		if isLast && n > 0 && width-after < opt.LastMin {
			d += shortLastDemerits
		}
		total, fit, flagged = total+d, f, last.Kind == Penalty && last.Flagged
		after = 0
		if last.Kind == Penalty {
			after = last.After
		}
		start = end
		for start < len(items) && items[start].Kind != Box {
			start++
		}
	}
	return total
}

// least tries every set of breaks.
func least(items []Item, opt Options) float64 {
	var legal []int
	for i, it := range items[:len(items)-1] {
		if it.Kind == Glue && i > 0 && items[i-1].Kind == Box || it.Kind == Penalty && it.Penalty < Never {
			legal = append(legal, i)
		}
	}
	best := math.Inf(1)
	for set := range 1 << len(legal) {
		var ends []int
		for k, i := range legal {
			if set&(1<<k) != 0 {
				ends = append(ends, i)
			}
		}
		best = min(best, cost(items, append(ends, len(items)-1), opt))
	}
	return best
}

// The breaks found must cost as little as the best of all breaks there are.
func TestBreakIsOptimal(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	solved := 0
	for n := range 400 {
		items := paragraph(r, 4+r.IntN(6))
		opt := Options{Measure: 40 + float64(r.IntN(30)), Tolerance: 2000, LastMin: 10}
		if n%2 == 1 {
			opt.Ragged = 12
		}
		want := least(items, opt)
		lines, ok := new(Breaker).Break(items, opt)
		if ok != !math.IsInf(want, 1) {
			t.Fatalf("paragraph %d: found %v, but the least cost is %v", n, ok, want)
		}
		if !ok {
			continue
		}
		solved++
		var ends []int
		for _, l := range lines {
			ends = append(ends, l.End)
		}
		if got := cost(items, ends, opt); math.Abs(got-want) > 1e-6*want {
			t.Errorf("paragraph %d: breaks %v cost %v, the best cost %v", n, ends, got, want)
		}
	}
	if solved < 100 {
		t.Errorf("only %d paragraphs could be set: the test shows little", solved)
	}
}

func TestForcedBreaks(t *testing.T) {
	items := []Item{
		{Width: 10}, {Kind: Penalty, Penalty: Never}, {Kind: Glue, Stretch: Fill}, {Kind: Penalty, Penalty: Forced},
		{}, {Width: 10}, {Kind: Penalty, Penalty: Never}, {Kind: Glue, Stretch: Fill}, {Kind: Penalty, Penalty: Forced},
	}
	lines, ok := new(Breaker).Break(items, Options{Measure: 100, Tolerance: 100})
	if !ok || len(lines) != 2 || lines[1].Start != 4 {
		t.Errorf("a forced break gives lines %v, %v; want two, the second from item 4", lines, ok)
	}
}

// With Force every paragraph is set, and no line is wider than the measure if
// each of its pieces fits.
func FuzzBreak(f *testing.F) {
	f.Add(uint64(1), 5, 40.0)
	f.Add(uint64(7), 60, 25.0)
	f.Add(uint64(9), 0, 1.0)
	f.Fuzz(func(t *testing.T, seed uint64, words int, measure float64) {
		if words < 0 || words > 300 || math.IsNaN(measure) || math.IsInf(measure, 0) {
			t.Skip()
		}
		items := paragraph(rand.New(rand.NewPCG(seed, 1)), words)
		lines, ok := new(Breaker).Break(items, Options{Measure: measure, Tolerance: 1e12, Emergency: math.Abs(measure) + 1, Force: true})
		if !ok {
			t.Fatal("a paragraph was given up in spite of Force")
		}
		for i, l := range lines {
			if i > 0 && l.Start <= lines[i-1].End-1 || l.End < l.Start {
				t.Fatalf("lines %d and before overlap: %v", i, lines)
			}
			width := 0.0
			for k := l.Start; k < l.End; k++ {
				switch it := items[k]; it.Kind {
				case Box:
					width += it.Width
				case Glue:
					width += it.Width - it.Shrink
				}
			}
			if measure > 40 && width > measure+0.3+1e-6 { // 0.3: what follows a break
				t.Errorf("line %d is %v wide at least, the measure %v", i, width, measure)
			}
		}
		if lines[len(lines)-1].End != len(items)-1 {
			t.Error("the last line doesn't end at the paragraph's end")
		}
	})
}
