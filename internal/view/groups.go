package view

import (
	"cmp"
	"math"
	"slices"

	"wogreport/internal/analysis"
	"wogreport/internal/finding"
	"wogreport/internal/lang"
	"wogreport/internal/markdown"
	"wogreport/internal/study"
	"wogreport/internal/words"
)

// GroupingView is a comparison by one column.
type GroupingView struct {
	*analysis.Grouping
	Label    string
	Told     string   // Label, and which groups are compared where not all are shown
	Only     string   // these: their names, of more than three how many they are; "" where all are shown
	Names    []string // of the shown groups
	Compared []*GroupedView
	Caveats  []string // sentences
	Random   bool     // as in View
	Census   bool
	Several  bool // the study has more than one grouping
	words    *words.Words
	lang     lang.Tag
	// joined says that a summary of the only construct tells of it together with others.
	joined   bool
	Appendix bool // as in View
	// FirstCompared says that it is the first of the report that is compared by the
	// same test.
	FirstCompared bool
	// Answered says that the answers of each group are shown, item by item: where the
	// study does not leave them out, of as many groups as a reader can look through.
	Answered bool
	// Adjusted says that the percents of a group’s answers are rounded so that they add to 100.
	Adjusted bool
}

// Two reports whether two groups are shown, so that they are compared by the
// Mann–Whitney test.
func (g *GroupingView) Two() bool { return len(g.Groups) == 2 }

// Comparable reports whether there are groups to compare.
func (g *GroupingView) Comparable() bool { return len(g.Groups) > 1 }

// Many reports whether there are too many groups for comparing each pair.
func (g *GroupingView) Many() bool { return len(g.Groups) > analysis.MaxPairs }

// GroupedView is the groups in one construct.
type GroupedView struct {
	*analysis.GroupedConstruct
	Grouping  *GroupingView
	Construct *ConstructView
	Test      analysis.RankTest // of the scores
	// Significance is the level that p is held against, SizeLimit the limit of a size
	// of effect nearest to this one.
	Significance float64
	SizeLimit    analysis.Value
	Difference   finding.Difference
	Size         finding.Size
	// Means are the groups by their mean score, the largest first; empty where
	// fewer than two have one. Ranks are the same by the mean rank, which is what the
	// test compares.
	Means, Ranks []GroupMean
	// Differing are the items in which the groups may be said to differ, by p
	// adjusted for their number; Tested is that number.
	Differing []*ItemView
	Tested    int
	// Directions are the items of Differing by the group that is higher, of three groups and more
	// by the highest and the lowest; Scattered says that these are too many to tell, and none.
	Directions []GroupItems
	Scattered  bool
	Named      Naming // as ConstructView
	// PairsDiffering are the pairs of groups with a small adjusted p.
	PairsDiffering []PairView
	// MeanCharts and AnswerCharts are links to the charts that hold its means and the
	// groups' answers, of which a report that draws them may make several.
	MeanCharts, AnswerCharts []string
}

// ByName is the comparison as a text speaks of it that stands by itself, as ConstructView.ByName.
func (c *GroupedView) ByName() *GroupedView {
	named := *c
	named.Named = ByLabel
	return &named
}

// GroupMean is a group with its mean, of scores or of ranks.
type GroupMean struct {
	Name string
	Mean float64
}

// GroupItems are the items in which a group is the highest by ranks, and Lowest the lowest: High
// and Low are their mean ranks for the first of them, P is its adjusted p. Several groups of one
// mean rank are named together. Unlike are those of the items whose means do not show that.
type GroupItems struct {
	Name, Lowest string
	Items        []*ItemView
	Unlike       []*ItemView
	High, Low    float64
	P            analysis.Value
	Significance float64
}

// addDirection adds an item in which the groups differ to those of the same highest and lowest group.
func (c *GroupedView) addDirection(of *analysis.GroupTest, p analysis.Value, it *ItemView) {
	var ranks []GroupMean
	var means []float64 // parallel to ranks
	for i, rank := range of.Test.MeanRanks {
		m, ok := rank.Get()
		mean, told := of.Groups[i].Mean.Get()
		if ok && told {
			ranks, means = append(ranks, GroupMean{c.Grouping.Names[i], m}), append(means, mean)
		}
	}
	if len(ranks) < 2 {
		return
	}
	compare := func(a, b GroupMean) int { return cmp.Compare(a.Mean, b.Mean) }
	high, low := slices.MaxFunc(ranks, compare).Mean, slices.MinFunc(ranks, compare).Mean
	is := func(g GroupMean, rank float64) bool { return c.shares(g.Mean, rank, 1) }
	names := func(rank float64) string {
		var out []string
		for _, g := range ranks {
			if is(g, rank) {
				out = append(out, g.Name)
			}
		}
		return lang.And(c.Construct.lang, out)
	}
	name, lowest := names(high), names(low)
	at := slices.IndexFunc(c.Directions, func(d GroupItems) bool { return d.Name == name && d.Lowest == lowest })
	if at < 0 {
		at = len(c.Directions)
		c.Directions = append(c.Directions, GroupItems{Name: name, Lowest: lowest, High: high, Low: low, P: p, Significance: c.Significance})
	}
	d := &c.Directions[at]
	d.Items = append(d.Items, it)
	unlike := finding.Same(slices.Max(means), slices.Min(means), 2)
	for i, g := range ranks {
		for k, other := range ranks {
			above := is(g, high) && !is(other, high) || is(other, low) && !is(g, low)
			unlike = unlike || above && means[i] < means[k] && !finding.Same(means[i], means[k], 2)
		}
	}
	if unlike {
		d.Unlike = append(d.Unlike, it)
	}
}

// Opposed reports whether of two groups the one that is higher by ranks is not so by the mean.
func (c *GroupedView) Opposed() bool { return c.Grouping.Two() && c.Directed() && !c.MeansAgree() }

// CensusAlike reports whether everybody answered and chance could give such a difference,
// so that the difference is that of the population and no sign of another.
func (c *GroupedView) CensusAlike() bool {
	return c.Grouping.Census && len(c.Means) > 1 && (c.Difference == finding.NoneShown || c.Difference == finding.Unclear)
}

// Counted is how many respondents the comparison of the scores is of, and Everybody whether
// they are the whole population, of which everybody answered something.
func (c *GroupedView) Counted() int {
	n := 0.0
	for _, g := range c.Score.Groups {
		own, _ := g.N.Get()
		n += own
	}
	return int(n)
}

// Everybody is explained at Counted.
func (c *GroupedView) Everybody() bool { return c.Counted() == c.Construct.Population }

// Complete reports whether those who are not counted are those who skipped an item.
func (c *GroupedView) Complete() bool { return !c.Construct.Pairwise() && c.Counted() == c.Construct.N }

// Only names the groups that are compared where not all of them are: some are hidden, or have no
// respondent with a score; "" where all are.
func (c *GroupedView) Only() string {
	g := c.Grouping
	if n := len(c.Means); n < 2 || n == len(g.Groups) {
		return g.Only
	}
	var names []string
	for i, s := range c.Score.Groups {
		if _, ok := s.Mean.Get(); ok {
			names = append(names, g.Names[i])
		}
	}
	return g.only(names)
}

// only names some of the groups, of more than three says how many they are.
func (g *GroupingView) only(names []string) string {
	if len(names) > 3 {
		return g.words.Line("word.groups-few", words.Fill{"n": len(names)})
	}
	return lang.And(g.lang, names)
}

// ItemsOnly reports whether single items show a difference that the score does not.
func (c *GroupedView) ItemsOnly() bool {
	return c.Difference == finding.NoneShown && len(c.Differing) > 0 && !c.CensusAlike()
}

// NothingShown reports whether neither the score nor an item shows a difference.
func (c *GroupedView) NothingShown() bool {
	return c.Difference == finding.NoneShown && len(c.Differing) == 0 && !c.CensusAlike()
}

// NoItem reports whether several items were tested and none shows a difference.
func (c *GroupedView) NoItem() bool {
	return c.Difference != "" && c.Tested > 1 && len(c.Differing) == 0
}

// NoItems are, of several constructs, those with NoItem, of which that is said once; one is told
// by itself.
func (g *GroupingView) NoItems() []*ConstructView {
	var out []*ConstructView
	for _, c := range g.Compared {
		if c.NoItem() {
			out = append(out, c.Construct)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// AnySignificant is that of some of them.
func (g *GroupingView) AnySignificant() bool {
	return slices.ContainsFunc(g.Compared, func(c *GroupedView) bool { return c.NoItem() && c.AnySignificant() })
}

// Together are those of them whose scores differ, though no item does by itself.
func (g *GroupingView) Together() []*ConstructView {
	var out []*ConstructView
	for _, c := range g.together() {
		out = append(out, c.Construct)
	}
	return out
}

func (g *GroupingView) together() []*GroupedView {
	return slices.DeleteFunc(slices.Clone(g.Compared), func(c *GroupedView) bool { return !c.NoItem() || !c.Difference.Differs() })
}

// ByHolm is that of each of Together.
func (g *GroupingView) ByHolm() bool {
	return !slices.ContainsFunc(g.together(), func(c *GroupedView) bool { return !c.ByHolm() })
}

// Unadjusted reports whether a difference is told by the p of a construct's scores, where those
// of several constructs were tested.
func (v *View) Unadjusted() bool {
	return slices.ContainsFunc(v.Groups, func(g *GroupingView) bool {
		tested, told := 0, false
		for _, c := range g.Compared {
			if c.Difference != finding.NotCompared && g.Comparable() {
				tested++
			}
			told = told || c.Difference.Differs() || c.Difference == finding.Trivial
		}
		return tested > 1 && told
	})
}

// Small is the smallest group where it is so small in every comparison that p is approximate, and
// some construct shows no difference; else nil.
func (g *GroupingView) Small() *SmallGroup {
	alike := slices.ContainsFunc(g.Compared, func(c *GroupedView) bool {
		return c.NothingShown() || c.Difference == finding.Unclear && !c.CensusAlike()
	})
	for _, cav := range g.Grouping.Caveats {
		if n, size := cav.Params["n"], cav.Params["size"]; alike && cav.Code == analysis.CaveatGroupsSmall && size < cav.Params["limit"] {
			smallest := int(cav.Params["smallest"])
			return &SmallGroup{Name: g.smallest(cav), Fewest: int(n), Most: int(size), Smallest: smallest, All: smallest == len(g.Groups), Others: int(cav.Params["others"]), Two: g.Two()}
		}
	}
	return nil
}

// smallest is the name of the group that a caveat on small groups is about, "" where there are several.
func (g *GroupingView) smallest(cav analysis.Caveat) string {
	of := g.Smallest(int(cav.Params["n"]))
	if len(of) != 1 || cav.Params["size"] < cav.Params["limit"] && cav.Params["smallest"] > 1 || cav.Params["size"] < cav.Params["limit"] && g.Groups[of[0]].N != int(cav.Params["size"]) {
		return ""
	}
	return g.Names[of[0]]
}

// SmallGroup is a group with the fewest and the most of its respondents in any comparison.
type SmallGroup struct {
	Name         string // "" where several are as small
	Fewest, Most int
	Smallest     int  // how many groups are as small
	All          bool // all are
	Others       int  // how many other groups there are, with the smallest where it is not alone
	Two          bool // groups are compared
}

// Alike are the constructs of which a summary says together that the groups show no
// difference; one is told by itself.
func (g *GroupingView) Alike() []string {
	var out []string
	for _, c := range g.Compared {
		if c.NothingShown() {
			out = append(out, c.Construct.Label)
		}
	}
	if len(out) < 2 && !g.joined {
		return nil
	}
	return out
}

// AllAlike reports whether these are all constructs.
func (g *GroupingView) AllAlike() bool {
	return g.Comparable() && (len(g.Compared) > 1 || g.joined) && len(g.Alike()) == len(g.Compared)
}

// Joined are, of the only construct, the groupings by which it shows no difference, where they are several.
func (v *View) Joined() []*GroupingView {
	return slices.DeleteFunc(slices.Clone(v.Groups), func(g *GroupingView) bool { return !g.joined })
}

// join marks them; of groups that are not all shown more is to be said.
func join(gs []*GroupingView) {
	var alike []*GroupingView
	for _, g := range gs {
		if g.Comparable() && len(g.Compared) == 1 && g.Compared[0].NothingShown() && g.Told == g.Label {
			alike = append(alike, g)
		}
	}
	for _, g := range alike {
		g.joined = len(alike) > 1
	}
}

// AlikeBy names the groupings whose groups show no difference in any construct: "gender or
// unit", "" for none.
func (v *View) AlikeBy() string {
	var labels []string
	for _, g := range v.Groups {
		if g.AllAlike() && !g.joined {
			labels = append(labels, g.Told)
		}
	}
	return lang.Or(v.Lang, labels)
}

// AnswerCharts are links to the charts of the groups' answers.
func (g *GroupingView) AnswerCharts() []string {
	var out []string
	for _, c := range g.Compared {
		out = append(out, c.AnswerCharts...)
	}
	return out
}

// MeanCharts are links to the charts that hold its means.
func (g *GroupingView) MeanCharts() []string {
	var out []string
	for _, c := range g.Compared {
		for _, link := range c.MeanCharts {
			if !slices.Contains(out, link) {
				out = append(out, link)
			}
		}
	}
	return out
}

// MeanDifference is how much larger the largest mean is than the smallest.
func (c *GroupedView) MeanDifference() float64 { return c.Highest().Mean - c.Lowest().Mean }

// PairView is a pair of groups with its adjusted p.
type PairView struct {
	A, B         string
	P            analysis.Value
	significance float64
}

// Highest is the group with the largest mean, or the groups that share it at two decimals.
func (c *GroupedView) Highest() GroupMean { return c.sharing(c.Means[0].Mean) }

// Lowest is the group with the smallest mean, or the groups that share it.
func (c *GroupedView) Lowest() GroupMean { return c.sharing(c.Means[len(c.Means)-1].Mean) }

// shares reports whether two groups are named together: of more than two those that are the same as
// they are printed.
func (c *GroupedView) shares(a, b float64, decimals int) bool {
	return a == b || !c.Grouping.Two() && finding.Same(a, b, decimals)
}

func (c *GroupedView) sharing(mean float64) GroupMean {
	var names []string
	for _, m := range c.Means {
		if c.shares(m.Mean, mean, 2) {
			names = append(names, m.Name)
		}
	}
	return GroupMean{lang.And(c.Construct.lang, c.Grouping.ordered(names)), mean}
}

// ordered are names of groups in the order of the tables.
func (g *GroupingView) ordered(names []string) []string {
	return slices.SortedStableFunc(slices.Values(names), func(a, b string) int {
		return slices.Index(g.Names, a) - slices.Index(g.Names, b)
	})
}

// SameMeans reports whether the largest and the smallest mean are the same at
// two decimals, so that neither is called higher.
func (c *GroupedView) SameMeans() bool {
	return finding.Same(c.Highest().Mean, c.Lowest().Mean, 2)
}

// EqualMeans reports whether they are the same in all decimals.
func (c *GroupedView) EqualMeans() bool {
	return math.Abs(c.Highest().Mean-c.Lowest().Mean) < 1e-9
}

// FirstRank is the group with the largest mean rank, LastRank the one with the least.
func (c *GroupedView) FirstRank() GroupMean { return c.Ranks[0] }

// LastRank is the group with the least mean rank.
func (c *GroupedView) LastRank() GroupMean { return c.Ranks[len(c.Ranks)-1] }

// Directed reports whether the mean ranks of the first and the last group differ at one
// decimal, and no other group shares either, so that a direction may be told.
func (c *GroupedView) Directed() bool {
	n := len(c.Ranks)
	same := func(i, j int) bool { return finding.Same(c.Ranks[i].Mean, c.Ranks[j].Mean, 1) }
	return n > 1 && len(c.Means) > 1 && !same(0, 1) && !same(n-2, n-1)
}

// MeansAgree reports whether the groups with the largest and with the least mean rank
// are those with the largest and the least mean, at two decimals.
func (c *GroupedView) MeansAgree() bool {
	first, last := c.MeanOf(c.FirstRank().Name), c.MeanOf(c.LastRank().Name)
	return !c.SameMeans() && finding.Same(first, c.Highest().Mean, 2) && finding.Same(last, c.Lowest().Mean, 2)
}

// MeanOf is the mean of the group of a name.
func (c *GroupedView) MeanOf(name string) float64 {
	for _, m := range c.Means {
		if m.Name == name {
			return m.Mean
		}
	}
	return 0
}

// First reports whether the table of this comparison is the first of the report, whose
// note explains all.
func (c *GroupedView) First() bool { return c.Grouping.FirstCompared && c.Grouping.Compared[0] == c }

// AnswersTested reports whether the answers to an item of any construct are tested by groups
// with χ²: the tables of all are alike.
func (c *GroupedView) AnswersTested() bool {
	return slices.ContainsFunc(c.Grouping.Compared, func(c *GroupedView) bool {
		return slices.ContainsFunc(c.Items, func(it analysis.GroupedItem) bool { _, ok := it.Answers.P.Get(); return ok })
	})
}

// AnySignificant reports whether p, adjusted, is significant for some item.
func (c *GroupedView) AnySignificant() bool {
	return slices.ContainsFunc(c.Items, func(it analysis.GroupedItem) bool { return finding.Moved(it.PHolm, c.Significance) })
}

// ByHolm reports whether some item would differ if p were not adjusted for the number of items.
func (c *GroupedView) ByHolm() bool {
	return !c.AnySignificant() && slices.ContainsFunc(c.Items, func(it analysis.GroupedItem) bool { return finding.Moved(it.Test.P, c.Significance) })
}

// Together is nil: a construct by itself is named already.
func (c *GroupedView) Together() []*ConstructView { return nil }

// EveryItem reports whether the groups may be said to differ in every item.
func (c *GroupedView) EveryItem() bool { return c.Tested > 0 && len(c.Differing) == c.Tested }

func newGroupingViews(st *study.Study, res *analysis.Results, v *View, w *words.Words) []*GroupingView {
	var out []*GroupingView
	for i := range res.Groups {
		g := &GroupingView{
			Grouping: &res.Groups[i], Label: Source(st, entry("groups", i)+".label", st.Groups[i].Label, w),
			words: w, lang: v.Lang, Random: v.Random, Census: v.Census, Several: len(res.Groups) > 1, Appendix: v.Appendix,
		}
		for _, x := range g.Groups {
			g.Names = append(g.Names, groupName(st.Groups[i], x.Value, v.Lang))
		}
		g.Told = g.Label
		if g.Hidden.Respondents > 0 && len(g.Groups) > 0 {
			g.Only = g.only(g.Names)
			key := "word.groups-compared"
			if len(res.Groups) > 1 {
				key = "word.groups-compared-by"
			}
			g.Told += " " + w.Line(key, words.Fill{"groups": g.Only, "grouping": g.Label})
		}
		g.FirstCompared = !slices.ContainsFunc(out, func(o *GroupingView) bool { return o.Comparable() && o.Two() == g.Two() })
		g.Adjusted = st.Analysis.Percents == "largest-remainder"
		g.Answered = st.Groups[i].Answers && g.Comparable() && !g.Many()
		for j := range g.Constructs {
			g.Compared = append(g.Compared, newGroupedView(g, j, v, st.Analysis.Significance))
		}
		out = append(out, g)
	}
	join(out)
	return out
}

// groupName is what the study calls a group in a language, or its value.
func groupName(sg study.Grouping, value string, l lang.Tag) string {
	for _, v := range sg.Values {
		if study.FoldLabel(v.Value) == study.FoldLabel(value) && !v.Label.IsZero() {
			return markdown.InlineSource(v.Label.In(l))
		}
	}
	if r := []rune(value); len(r) > longestName {
		value = string(r[:longestName-1]) + "…"
	}
	return markdown.Escape(value)
}

// longestName is how many letters of a group's value are shown where the study
// gives it no name.
const longestName = 60

func newGroupedView(g *GroupingView, construct int, v *View, significance float64) *GroupedView {
	c := &GroupedView{GroupedConstruct: &g.Constructs[construct], Grouping: g, Construct: v.Constructs[construct]}
	c.Test, c.Significance = c.Score.Test, significance
	c.SizeLimit = finding.Nearest(c.Test.Effect, finding.SizeLimits(c.Test)...)
	c.Difference, c.Size = finding.OfTest(&c.Score, c.Test.P, significance), finding.SizeOf(c.Test)
	for rank := 1; rank <= len(g.Groups); rank++ {
		for i, x := range c.Score.Groups {
			m, ok := x.Mean.Get()
			if r, _ := x.Rank.Get(); ok && int(r) == rank {
				c.Means = append(c.Means, GroupMean{g.Names[i], m})
			}
		}
	}
	for i, rank := range c.Test.MeanRanks {
		if m, ok := rank.Get(); ok {
			c.Ranks = append(c.Ranks, GroupMean{g.Names[i], m})
		}
	}
	slices.SortStableFunc(c.Ranks, func(a, b GroupMean) int { return cmp.Compare(b.Mean, a.Mean) })
	if len(c.Means) < 2 {
		c.Means = nil
	}
	for i := range c.Items {
		it := &c.Items[i]
		if _, ok := it.Test.P.Get(); !ok {
			continue
		}
		c.Tested++
		if finding.OfTest(&it.GroupTest, it.PHolm, significance).Differs() {
			c.Differing = append(c.Differing, c.Construct.Items[i])
			c.addDirection(&it.GroupTest, it.PHolm, c.Construct.Items[i])
		}
	}
	if len(c.Directions) > mostNames {
		c.Directions, c.Scattered = nil, true
	}
	for _, p := range c.Pairs {
		if finding.Moved(p.PHolm, significance) {
			c.PairsDiffering = append(c.PairsDiffering, PairView{g.Names[p.A], g.Names[p.B], p.PHolm, significance})
		}
	}
	return c
}
