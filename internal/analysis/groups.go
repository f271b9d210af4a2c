package analysis

import (
	"slices"

	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// MaxPairs is the number of groups up to which every pair is compared.
const MaxPairs = 12

// FewInGroup is the number of observations in the smallest group below which
// p by the normal and χ² distributions is a rough approximation.
const FewInGroup = 10

// Grouping is the comparison of the groups that a column tells apart. Groups
// that privacy hides are left out of all of it.
type Grouping struct {
	ID      string
	Groups  []Group // shown, in the study's order or by name
	Hidden  HiddenGroups
	Unknown int // respondents of whom the column does not say the group
	// Constructs are the comparisons, parallel to the study's constructs.
	Constructs []GroupedConstruct
	Caveats    []Caveat
}

// N is how many respondents the shown groups have.
func (g *Grouping) N() int {
	n := 0
	for _, x := range g.Groups {
		n += x.N
	}
	return n
}

// Group is one group. Value is as it stands in the answers, spelt as most
// respondents spelt it.
type Group struct {
	Value string
	N     int
}

// HiddenGroups are the groups that are not shown, and their respondents.
type HiddenGroups struct{ Groups, Respondents, Min int }

// GroupedConstruct compares the groups in one construct. Score is the mean of
// a respondent's answers to its items: to all of them, or with pairwise
// deletion to those answered.
type GroupedConstruct struct {
	ID    string
	Score GroupTest
	Pairs []Pair // of the scores after a Kruskal–Wallis test, up to MaxPairs groups; A and B are indices into Groups
	Items []GroupedItem
}

// GroupedItem compares the groups in one item.
type GroupedItem struct {
	ID string
	GroupTest
	PHolm   Value         // of the test, adjusted for the number of items in the construct
	Answers ChiSquareTest // of answers by groups; undefined where the expected counts are too small
}

// GroupTest is the groups' distributions of a score, and their test.
type GroupTest struct {
	Groups []GroupStatistics // parallel to Grouping.Groups
	Test   RankTest          // of the groups that are shown here; MeanRanks is parallel to Groups
	Eta    Value             // η² of H; undefined for two groups
	Values []int             // of the item's scale, ascending; none of a score
}

// GroupStatistics describe a score in one group. Where fewer than the
// smallest number answered, or the rest would give them away, all is undefined.
type GroupStatistics struct {
	N        Value
	Mean, SD Value
	MeanCI95 Interval // by Student's t
	Median   Value
	Rank     Value // of the mean, 1 for the largest; equal ones share the lesser number
	// Counts are those of an item's answers by GroupTest.Values, after reversal, Answered
	// as they were ticked, with their percents; none of a score, or where all is undefined.
	Counts, Answered []int
	Percents         []Value // parallel to Counts
}

// groups compares the answers by each of the study's groupings.
func groups(st *study.Study, t *responses.Table) []Grouping {
	if len(st.Groups) == 0 {
		return nil
	}
	splits, show, across := shownGroups(st, t, t.EmptyRows())
	var out []Grouping
	for i, sg := range st.Groups {
		s := splits[i]
		s.settle(show[i])
		out = append(out, Grouping{ID: sg.ID, Groups: s.shown, Hidden: s.hidden, Unknown: s.unknown})
	}
	for i := range st.Constructs {
		for k, c := range groupedConstruct(&st.Constructs[i], st.Analysis.Missing, t, across) {
			out[k].Constructs = append(out[k].Constructs, c)
		}
	}
	for i := range out {
		out[i].addCaveats()
	}
	return out
}

// groupedConstruct compares the groups of each splitting in a construct.
func groupedConstruct(sc *study.Construct, missing string, t *responses.Table, across *across) []GroupedConstruct {
	cols := make([]Column, len(sc.Items))
	for i := range sc.Items {
		cols[i] = coded(&sc.Items[i], sc.Scale, t)
	}
	var show, showScore [][]bool
	var scores []Samples
	for _, s := range across.splits {
		show = append(show, s.showItems(cols))
	}
	across.hideItems(show, cols)
	for k, s := range across.splits {
		scores = append(scores, s.scores(cols, missing == "pairwise"))
		sizes := make([]int, len(s.all))
		for g := range sizes {
			sizes[g] = scores[k].Group(g).N()
		}
		showScore = append(showScore, showable(sizes, show[k], s.least))
	}
	across.hide(showScore, func(row int) bool { return scored(cols, row, missing == "pairwise") })
	var out []GroupedConstruct
	for k, s := range across.splits {
		out = append(out, s.construct(sc, cols, show[k], scores[k], showScore[k]))
	}
	return out
}

// scored reports whether a row has a score: all items answered or, with some, any.
func scored(cols []Column, row int, some bool) bool {
	n := 0
	for _, c := range cols {
		if c.Codes[row] != 0 {
			n++
		}
	}
	return n == len(cols) || some && n > 0
}

// construct compares the groups in a construct: those that are shown in its items,
// and those that are in its score.
func (s *splitting) construct(sc *study.Construct, cols []Column, show []bool, scores Samples, showScore []bool) GroupedConstruct {
	out := GroupedConstruct{ID: sc.ID}
	for i, it := range sc.Items {
		counts, _ := s.count(cols[i])
		out.Items = append(out.Items, s.item(it.ID, cols[i], counts, show))
	}
	var ps []Value
	for _, it := range out.Items {
		ps = append(ps, it.Test.P)
	}
	for i, p := range Holm(ps) {
		out.Items[i].PHolm = p
	}
	out.Score = s.compare(scores, showScore, NoRows)
	if n := len(s.shown); out.Score.Test.Kind == KruskalWallisTest && n <= MaxPairs {
		out.Pairs = s.pairs(scores, showScore)
	}
	return out
}

// showItems are the groups whose answers to the items of a construct may be
// shown, of those that are shown at all. There is one set of groups for all items: a
// group hidden in one of them could be had from the construct's score and the
// other items.
func (s *splitting) showItems(cols []Column) []bool {
	answered := make([][]int, len(cols))
	for i, c := range cols {
		_, answered[i] = s.count(c)
	}
	base := make([]int, len(s.all)) // a group's least number of answers to an item
	for g := range s.all {
		base[g] = -1
		for i := range answered {
			if n := answered[i][g]; n > 0 && (base[g] < 0 || n < base[g]) {
				base[g] = n
			}
		}
	}
	show := make([]bool, len(s.all))
	for g := range show {
		show[g] = s.at[g] != hiddenGroup && (base[g] < 0 || base[g] >= s.least)
	}
	for again := true; again; {
		again = false
		for _, sizes := range answered {
			less := showable(sizes, show, s.least)
			again = again || !slices.Equal(less, show)
			show = less
		}
	}
	return show
}

// count counts the answers of an item per group and scale point, and the
// answers of each group.
func (s *splitting) count(col Column) (counts [][]int, answered []int) {
	counts, answered = make([][]int, len(s.all)), make([]int, len(s.all))
	for g := range counts {
		counts[g] = make([]int, len(col.Scores))
	}
	for i, code := range col.Codes {
		if g := s.of[i]; g != unknownGroup && code != 0 {
			counts[g][code-1]++
			answered[g]++
		}
	}
	return counts, answered
}

func (s *splitting) item(id string, col Column, counts [][]int, show []bool) GroupedItem {
	samples := Samples{Counts: make([][]int, len(counts))}
	for _, v := range col.Scores {
		samples.Values = append(samples.Values, float64(v))
	}
	reversed := len(samples.Values) > 1 && samples.Values[0] > samples.Values[1]
	if reversed {
		slices.Reverse(samples.Values)
	}
	var table [][]int
	for g, c := range counts {
		if c = slices.Clone(c); reversed {
			slices.Reverse(c)
		}
		samples.Counts[g] = c
		if n := sumInts(c); show[g] && n > 0 {
			table = append(table, c)
		}
	}
	it := GroupedItem{ID: id, GroupTest: s.compare(samples, show, NoAnswers)}
	for _, v := range samples.Values {
		it.Values = append(it.Values, int(v))
	}
	for g, at := range s.at { // those whose means are shown, so that no more is told of anybody
		if at == hiddenGroup || !show[g] {
			continue
		}
		x := &it.Groups[at]
		x.Counts, x.Answered = samples.Counts[g], counts[g]
		for _, n := range x.Counts {
			p := Undefined(NoAnswers)
			if all := sumInts(x.Counts); all > 0 {
				p = Of(100 * float64(n) / float64(all))
			}
			x.Percents = append(x.Percents, p)
		}
	}
	if len(table) > 0 {
		table = withoutEmpty(table)
	}
	it.Answers = ChiSquare(table)
	if it.Answers.Statistic.Reason() == Defined && !it.Answers.Sufficient() {
		u := Undefined(FewExpected)
		it.Answers.Statistic, it.Answers.P, it.Answers.CramersV = u, u, u
	}
	return it
}

func sumInts(n []int) (sum int) {
	for _, x := range n {
		sum += x
	}
	return sum
}

// scores are the respondents' means over the items, of those who answered all
// items or, with some, any.
func (s *splitting) scores(cols []Column, some bool) Samples {
	type key struct{ sum, n int }
	tallies := make([]map[key]int, len(s.all))
	for g := range tallies {
		tallies[g] = map[key]int{}
	}
	for i, g := range s.of {
		if g == unknownGroup {
			continue
		}
		var k key
		for _, c := range cols {
			if code := c.Codes[i]; code != 0 {
				k.sum += c.Scores[code-1]
				k.n++
			}
		}
		if k.n == len(cols) || some && k.n > 0 {
			tallies[g][k]++
		}
	}
	// Equal fractions give the same number, since division rounds correctly.
	value := func(k key) float64 { return float64(k.sum) / float64(k.n) }
	var out Samples
	for _, t := range tallies {
		for k := range t {
			out.Values = append(out.Values, value(k))
		}
	}
	slices.Sort(out.Values)
	out.Values = slices.Compact(out.Values)
	for _, t := range tallies {
		counts := make([]int, len(out.Values))
		for k, n := range t {
			at, _ := slices.BinarySearch(out.Values, value(k))
			counts[at] += n
		}
		out.Counts = append(out.Counts, counts)
	}
	return out
}

// only are the samples of the groups that are shown and hold an observation,
// and their indices in Grouping.Groups.
func (s *splitting) only(all Samples, show []bool) (Samples, []int) {
	some := Samples{Values: all.Values}
	var at []int
	for g, counts := range all.Counts {
		if show[g] && sumInts(counts) > 0 {
			some.Counts = append(some.Counts, counts)
			at = append(at, s.at[g])
		}
	}
	return some, at
}

// compare describes the groups and tests the ones that are shown; none is why a group has nothing to
// compare. All comparisons of a grouping are by the same test.
func (s *splitting) compare(all Samples, show []bool, none Reason) GroupTest {
	c := GroupTest{Groups: make([]GroupStatistics, len(s.shown))}
	for g, at := range s.at {
		if at != hiddenGroup {
			f := all.Group(g)
			f.none = none
			c.Groups[at] = describeGroup(f, show[g])
		}
	}
	rankMeans(c.Groups)
	some, at := s.only(all, show)
	c.Test = CompareRanks(some)
	switch {
	case len(s.shown) == 2:
		c.Test.Kind = MannWhitneyTest // also where one of them cannot be shown
	case c.Test.Kind == MannWhitneyTest: // one of more has nothing to compare
		c.Test = KruskalWallis(some)
	}
	ranks := make([]Value, len(s.shown))
	for i := range ranks {
		ranks[i] = c.Groups[i].Mean
		if ranks[i].Reason() == Defined {
			ranks[i] = Undefined(OneGroup)
		}
	}
	for i, g := range at {
		ranks[g] = c.Test.MeanRanks[i]
	}
	c.Test.MeanRanks = ranks
	c.Eta = Undefined(OneGroup)
	if c.Test.Kind == KruskalWallisTest {
		c.Eta = EtaSquared(some)
	}
	return c
}

func describeGroup(f Frequencies, show bool) GroupStatistics {
	if !show {
		u := Undefined(SmallGroup)
		return GroupStatistics{N: u, Mean: u, SD: u, MeanCI95: Interval{u, u}, Median: u, Rank: u}
	}
	return GroupStatistics{
		N: Of(float64(f.N())), Mean: f.Mean(), SD: f.SD(), MeanCI95: MeanInterval(f, 0.95), Median: f.Median(), Rank: f.Mean(),
	}
}

// rankMeans numbers the groups by their means.
func rankMeans(groups []GroupStatistics) {
	for i := range groups {
		m, ok := groups[i].Mean.Get()
		if !ok {
			groups[i].Rank = groups[i].Mean
			continue
		}
		rank := 1
		for _, other := range groups {
			if o, ok := other.Mean.Get(); ok && o > m {
				rank++
			}
		}
		groups[i].Rank = Of(float64(rank))
	}
}

// pairs are the post hoc comparisons of the scores.
func (s *splitting) pairs(all Samples, show []bool) []Pair {
	some, at := s.only(all, show)
	pairs := Dunn(some)
	for i := range pairs {
		pairs[i].A, pairs[i].B = at[pairs[i].A], at[pairs[i].B]
	}
	return pairs
}

func (g *Grouping) addCaveats() {
	add := func(code string, params map[string]float64) {
		g.Caveats = append(g.Caveats, Caveat{Code: code, Params: params})
	}
	if g.Hidden.Groups > 0 {
		add(CaveatGroupsHidden, map[string]float64{"n": float64(g.Hidden.Respondents), "limit": float64(g.Hidden.Min)})
	}
	if g.Unknown > 0 {
		add(CaveatGroupUnknown, map[string]float64{"n": float64(g.Unknown)})
	}
	least, size, compared := 0, 0, 0
	for i, x := range g.Groups {
		n := g.fewest(i)
		if n == 0 { // in no comparison that is shown
			continue
		}
		compared++
		if least == 0 || n < least {
			least = n
		}
		if size == 0 || x.N < size {
			size = x.N
		}
	}
	if compared < 2 || least >= FewInGroup {
		return
	}
	smallest := 0
	for i, x := range g.Groups {
		if x.N == size && g.fewest(i) > 0 {
			smallest++
		}
	}
	others := len(g.Groups) - 1
	if smallest > 1 { // none is smaller than the others
		others++
	}
	add(CaveatGroupsSmall, map[string]float64{"n": float64(least), "size": float64(size), "smallest": float64(smallest), "others": float64(others), "limit": FewInGroup})
	switch k := last(g.Caveats); {
	case size >= FewInGroup:
		if len(g.Smallest(least)) > 1 { // perhaps in comparisons of their own
			k.other = "several"
		}
	case smallest == len(g.Groups):
		k.other = "equal"
	case smallest > 1:
		k.other = "several"
	}
}

// fewest is the number of a group's respondents in the comparison that has the fewest of
// them, 0 for none.
func (g *Grouping) fewest(group int) int {
	least := 0
	count := func(t *GroupTest) {
		if n, ok := t.Groups[group].N.Get(); ok && n > 0 && (least == 0 || int(n) < least) {
			least = int(n)
		}
	}
	for i := range g.Constructs {
		c := &g.Constructs[i]
		count(&c.Score)
		for j := range c.Items {
			count(&c.Items[j].GroupTest)
		}
	}
	return least
}

// Smallest are the indices of the groups that a caveat on groups as small as n means: those
// with n respondents, or, where there is none, with n in some comparison.
func (g *Grouping) Smallest(n int) []int {
	var whole, some []int
	for i, x := range g.Groups {
		fewest := g.fewest(i)
		if fewest > 0 && x.N == n {
			whole = append(whole, i)
		}
		if fewest == n {
			some = append(some, i)
		}
	}
	if len(whole) > 0 {
		return whole
	}
	return some
}
