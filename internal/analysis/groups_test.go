package analysis

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// grouped is a study of one construct with a grouping, and its answers: a
// group and the answers of each row.
func grouped(values []string, items ...[]uint8) (*study.Study, *responses.Table) {
	st, table := likert(items...)
	st.Groups = []study.Grouping{{ID: "g", Column: "G"}}
	st.Privacy.MinGroup = 5
	table.Groups = map[string][]string{"G": values}
	return st, table
}

// Every way of dividing people into up to four groups: no group below the
// least size is shown, and the people who are not shown are none, or as many
// as the least size, or else nobody is shown.
func TestShowableGivesNoSmallGroupAway(t *testing.T) {
	const least, most = 5, 9
	sizes := make([]int, 4)
	for n := range (most + 1) * (most + 1) * (most + 1) * (most + 1) {
		hidden, shown := 0, 0
		for i := range sizes {
			sizes[i] = n % (most + 1)
			n /= most + 1
		}
		for i, show := range Showable(sizes, least) {
			switch {
			case !show:
				hidden += sizes[i]
			case sizes[i] > 0 && sizes[i] < least:
				t.Fatalf("%v: a group of %d is shown", sizes, sizes[i])
			default:
				shown += sizes[i]
			}
		}
		if hidden > 0 && hidden < least && shown > 0 {
			t.Fatalf("%v: %d people are not shown and can be had by subtraction", sizes, hidden)
		}
	}
}

// In every figure of random data with missing answers, whoever subtracts the
// shown groups from all respondents of known group gets nobody or enough.
func TestNoFigureGivesASmallGroupAway(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 1))
	hiddenSomewhere := 0
	for round := range 400 {
		rows, k := 8+rng.IntN(50), 1+rng.IntN(4)
		values := make([]string, rows)
		items := make([][]uint8, k)
		for i := range items {
			items[i] = make([]uint8, rows)
		}
		names := 2 + rng.IntN(5)
		for r := range rows {
			if g := min(rng.IntN(names), rng.IntN(names)); rng.IntN(20) > 0 {
				values[r] = fmt.Sprint("group ", g)
			}
			for i := range items {
				if rng.IntN(5) > 0 {
					items[i][r] = uint8(1 + rng.IntN(5))
				}
			}
		}
		st, table := grouped(values, items...)
		for _, missing := range []string{"listwise", "pairwise"} {
			st.Analysis.Missing = missing
			r := Run(st, table)
			g := r.Groups[0]
			// answered counts the rows of a known group that the figure rests on.
			check := func(what string, c GroupTest, counts func(row int) bool) {
				rest := 0
				byValue := map[string]int{}
				for row, v := range values {
					if v != "" && counts(row) {
						byValue[v]++
						rest++
					}
				}
				for i, x := range c.Groups {
					n, ok := x.N.Get()
					if !ok {
						hiddenSomewhere++
						if x.N.Reason() != SmallGroup || x.Mean.Reason() != SmallGroup || c.Test.MeanRanks[i].Reason() != SmallGroup {
							t.Errorf("round %d, %s: a hidden group has %+v", round, what, x)
						}
						continue
					}
					if int(n) != byValue[g.Groups[i].Value] {
						t.Errorf("round %d, %s: %g of %s, want %d", round, what, n, g.Groups[i].Value, byValue[g.Groups[i].Value])
					}
					if n > 0 && n < 5 {
						t.Errorf("round %d, %s: %g answers of a group are shown", round, what, n)
					}
					rest -= int(n)
				}
				if rest > 0 && rest < 5 && len(g.Groups) > 0 && slices.ContainsFunc(c.Groups, func(x GroupStatistics) bool { _, ok := x.N.Get(); return ok }) {
					t.Errorf("round %d, %s %s: the other %d can be had by subtraction", round, what, missing, rest)
				}
			}
			c := g.Constructs[0]
			for i, it := range c.Items {
				check(it.ID, it.GroupTest, func(row int) bool { return items[i][row] != 0 })
			}
			check("score", c.Score, func(row int) bool {
				n := 0
				for i := range items {
					if items[i][row] != 0 {
						n++
					}
				}
				return n == k || missing == "pairwise" && n > 0
			})
			// A group hidden in the items must not be had from the scores.
			for i := range g.Groups {
				_, item := c.Items[0].Groups[i].N.Get()
				_, score := c.Score.Groups[i].N.Get()
				if score && !item {
					t.Errorf("round %d: group %d has scores but no items", round, i)
				}
			}
		}
	}
	if hiddenSomewhere == 0 {
		t.Error("no figure of a shown group was ever hidden; the data are too easy")
	}
}

func repeated(parts ...any) (values []string) {
	for i := 0; i < len(parts); i += 2 {
		values = append(values, slices.Repeat([]string{parts[i].(string)}, parts[i+1].(int))...)
	}
	return values
}

func TestGroups(t *testing.T) {
	values := repeated("L", 6, " l", 1, "P", 8, "", 2, "-", 1)
	rows := len(values)
	a, b := make([]uint8, rows), make([]uint8, rows)
	for i := range rows {
		a[i], b[i] = uint8(1+i%5), uint8(1+(i*3)%5)
	}
	st, table := grouped(values, a, b)
	st.Responses.Missing = []string{"-"}
	g := Run(st, table).Groups[0]
	if len(g.Groups) != 2 || g.Groups[0] != (Group{"L", 7}) || g.Groups[1] != (Group{"P", 8}) || g.Unknown != 3 {
		t.Fatalf("groups %+v, unknown %d", g.Groups, g.Unknown)
	}
	c := g.Constructs[0]
	if c.Score.Test.Kind != MannWhitneyTest || c.Pairs != nil {
		t.Errorf("two groups: %s, %d pairs", c.Score.Test.Kind, len(c.Pairs))
	}
	// The score is the mean of the items, so on their scale.
	sum := 0.0
	for i := range 7 {
		sum += float64(a[i]+b[i]) / 2
	}
	if m, _ := c.Score.Groups[0].Mean.Get(); math.Abs(m-sum/7) > 1e-12 {
		t.Errorf("mean of L is %g, want %g", m, sum/7)
	}
	var codes []string
	for _, k := range g.Caveats {
		codes = append(codes, k.Code)
	}
	if want := []string{CaveatGroupUnknown, CaveatGroupsSmall}; !slices.Equal(codes, want) {
		t.Errorf("caveats %v, want %v", codes, want)
	}

	st.Groups[0].Values = []study.GroupValue{{Value: "p", Label: lang.Same("Perempuan")}}
	if g := Run(st, table).Groups[0]; g.Groups[0].Value != "P" {
		t.Errorf("the study's order is not kept: %+v", g.Groups)
	}
}

func TestGroupsEdges(t *testing.T) {
	answers := func(n int, f func(i int) uint8) []uint8 {
		out := make([]uint8, n)
		for i := range out {
			out[i] = f(i)
		}
		return out
	}
	vary := func(i int) uint8 { return uint8(1 + i%5) }
	for name, c := range map[string]struct {
		values []string
		answer func(int) uint8
		shown  int
		p      Reason
	}{
		"nobody says":      {repeated("", 12), vary, 0, OneGroup},
		"one group":        {repeated("A", 12), vary, 1, OneGroup},
		"groups of one":    {[]string{"A", "B", "C", "D", "E", "F", "G", "H"}, vary, 0, OneGroup},
		"one small of two": {repeated("A", 20, "B", 3), vary, 0, OneGroup},
		"all tied":         {repeated("A", 10, "B", 10), func(int) uint8 { return 3 }, 2, AllTied},
		"nobody answers":   {repeated("A", 10, "B", 10), func(int) uint8 { return 0 }, 0, OneGroup},
		"one does not":     {repeated("A", 10, "B", 10), func(i int) uint8 { return uint8(i/10) * vary(i) }, 1, OneGroup},
		"some do not":      {repeated("A", 10, "B", 10), func(i int) uint8 { return uint8(min(1, i%5)) * vary(i) }, 2, Defined},
		"three":            {repeated("A", 10, "B", 10, "C", 5), vary, 3, Defined},
		"two small":        {repeated("A", 10, "B", 3, "C", 2, "D", 7), vary, 2, Defined},
		"thirteen":         {repeated("1", 5, "2", 5, "3", 5, "4", 5, "5", 5, "6", 5, "7", 5, "8", 5, "9", 5, "10", 5, "11", 5, "12", 5, "13", 6), vary, 13, Defined},
	} {
		st, table := grouped(c.values, answers(len(c.values), c.answer), answers(len(c.values), c.answer))
		g := Run(st, table).Groups[0]
		score := g.Constructs[0].Score
		if len(g.Groups) != c.shown || score.Test.P.Reason() != c.p || g.Constructs[0].Items[0].Test.P.Reason() != c.p {
			t.Errorf("%s: %d groups, p %v; want %d, %q", name, len(g.Groups), score.Test.P, c.shown, c.p)
		}
		pairs := len(g.Constructs[0].Pairs)
		want := 0
		if c.shown > 2 && c.shown <= MaxPairs && c.p == Defined {
			want = c.shown * (c.shown - 1) / 2
		}
		if pairs != want {
			t.Errorf("%s: %d pairs, want %d", name, pairs, want)
		}
		if name == "thirteen" && g.Groups[9].Value != "10" {
			t.Errorf("numbers are not in order: %+v", g.Groups)
		}
	}
}

func TestNatural(t *testing.T) {
	in := []string{"angkatan 10", "angkatan 9", "a", "angkatan 9b", "1.2", "1.10", "", "angkatan", "kelas ix", "kelas v", "kelas xiv", "kelas iv", "kelas vi b", "kelas vi a", "kelas mix"}
	want := []string{"", "1.2", "1.10", "a", "angkatan", "angkatan 9", "angkatan 9b", "angkatan 10", "kelas iv", "kelas v", "kelas vi a", "kelas vi b", "kelas ix", "kelas xiv", "kelas mix"}
	slices.SortFunc(in, study.CompareNames)
	if !slices.Equal(in, want) {
		t.Errorf("%q, want %q", in, want)
	}
}

// A group whose scores are all the same broken number has no variance, not a negative
// one: pairwise, 4/3 of three people.
func TestEqualBrokenScores(t *testing.T) {
	f := Frequencies{Values: []float64{1, 4.0 / 3, 1.9}, Counts: []int{0, 3, 0}}
	for n := 2; n < 40; n++ {
		for d := 2; d < 20; d++ {
			f.Values[1], f.Counts[1] = 1+1/float64(d), n
			if v, ok := f.Variance().Get(); !ok || v != 0 {
				t.Fatalf("%d of %v: variance %v", n, f.Values[1], v)
			}
		}
	}
}

// A row without any answer counts in no group and no profile, as it does in no mean.
func TestEmptyRowsInGroups(t *testing.T) {
	answer := func(i int) uint8 {
		if i%10 >= 8 {
			return 0
		}
		return uint8(1 + i%5)
	}
	values := repeated("A", 20, "B", 10, "", 10, "C", 5)
	codes := make([]uint8, len(values))
	for i := range codes {
		codes[i] = answer(i)
	}
	st, table := grouped(values, codes, codes)
	st.Profile = st.Groups
	res := Run(st, table)
	if g := res.Groups[0]; len(g.Groups) != 3 || g.Groups[0].N != 16 || g.Groups[1].N != 8 || g.Groups[2].N != 5 || g.Unknown != 8 {
		t.Errorf("groups are %+v, unknown %d", g.Groups, g.Unknown)
	}
	if p := res.Profile[0]; p.Values[0].N != 16 || p.Unknown != 8 || p.Values[0].Percent != Of(100*16.0/29) {
		t.Errorf("the profile is %+v", p)
	}
}

// Whoever leaves the column of the groups blank is told of while there are few of them.
func TestFewLeftBlank(t *testing.T) {
	t.Parallel()
	for blank, want := range []string{"", `one respondent left "G" blank`, `2 respondents left "G" blank`, `3 respondents`, `4 respondents`, "", ""} {
		values := append(repeated("a", 8, "b", 9), make([]string, blank)...)
		item := make([]uint8, len(values))
		for i := range item {
			item[i] = uint8(1 + i%5)
		}
		st, table := grouped(values, item, item)
		_, ds := RunAndWarn(st, table)
		said := ""
		for _, d := range ds {
			if d.Code == "group-left-blank" {
				said = d.Message
			}
		}
		if (said == "") != (want == "") || !strings.HasPrefix(said, want) {
			t.Errorf("%d left blank: it says %q, want %q", blank, said, want)
		}
	}
}
