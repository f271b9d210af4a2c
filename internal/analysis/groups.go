package analysis

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// MaxPairs is the number of groups up to which every pair is compared.
const MaxPairs = 12

// fewInGroup is the number of observations in the smallest group below which
// p by the normal and χ² distributions is a rough approximation.
const fewInGroup = 10

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
	Score Comparison
	Pairs []Pair // of the scores after a Kruskal–Wallis test, up to MaxPairs groups; A and B are indices into Groups
	Items []GroupedItem
}

// GroupedItem compares the groups in one item.
type GroupedItem struct {
	ID string
	Comparison
	PHolm   Value         // of the test, adjusted for the number of items in the construct
	Answers ChiSquareTest // of answers by groups; undefined where the expected counts are too small
}

// Comparison is the groups' distributions of a score, and their test.
type Comparison struct {
	Groups []GroupStatistics // parallel to Grouping.Groups
	Test   RankTest          // of the groups that are shown here; MeanRanks is parallel to Groups
	Eta    Value             // η² of H; undefined for two groups
}

// GroupStatistics describe a score in one group. Where fewer than the
// smallest number answered, or the rest would give them away, all is undefined.
type GroupStatistics struct {
	N        Value
	Mean, SD Value
	MeanCI95 Interval // by Student's t
	Median   Value
	Rank     Value // of the mean, 1 for the largest; equal ones share the lesser number
}

// groups compares the answers by each of the study's groupings.
func groups(st *study.Study, t *responses.Table) []Grouping {
	var out []Grouping
	for _, sg := range st.Groups {
		s := split(sg, st, t)
		g := Grouping{ID: sg.ID, Groups: s.shown, Hidden: s.hidden, Unknown: s.unknown}
		for i := range st.Constructs {
			g.Constructs = append(g.Constructs, s.construct(&st.Constructs[i], st.Analysis.Missing, t))
		}
		g.addCaveats()
		out = append(out, g)
	}
	return out
}

// splitting is the respondents by their groups.
type splitting struct {
	of      []int // per respondent: the index of the group, or unknownGroup
	all     []Group
	shown   []Group
	at      []int // per group of all: its index in shown, or hiddenGroup
	hidden  HiddenGroups
	unknown int
	least   int // respondents that a shown group has
}

const (
	unknownGroup = -1
	hiddenGroup  = -1
)

func split(sg study.Grouping, st *study.Study, t *responses.Table) *splitting {
	s := &splitting{of: make([]int, t.N), least: max(1, st.Privacy.MinGroup)}
	values := t.Groups[sg.Column]
	missing := map[string]bool{"": true}
	for _, m := range st.Responses.Missing {
		missing[study.FoldLabel(m)] = true
	}
	byFold := map[string]map[string]int{} // folded value → spellings with their counts
	folded := map[string]string{}         // by spelling
	for i := range t.N {
		v := ""
		if i < len(values) {
			v = values[i]
		}
		f, ok := folded[v]
		if !ok {
			f = study.FoldLabel(v)
			folded[v] = f
		}
		if missing[f] {
			continue
		}
		if byFold[f] == nil {
			byFold[f] = map[string]int{}
		}
		byFold[f][v]++
	}
	keys := slices.Collect(maps.Keys(byFold))
	place := map[string]int{}
	for i, v := range sg.Values {
		place[study.FoldLabel(v.Value)] = i - len(sg.Values)
	}
	slices.SortFunc(keys, func(a, b string) int {
		if d := place[a] - place[b]; d != 0 {
			return d
		}
		return natural(a, b)
	})
	index := map[string]int{}
	for i, f := range keys {
		index[f] = i
		s.all = append(s.all, Group{Value: spelling(byFold[f])})
	}
	for i := range t.N {
		s.of[i] = unknownGroup
		if i < len(values) {
			if g, ok := index[folded[values[i]]]; ok {
				s.of[i] = g
				s.all[g].N++
				continue
			}
		}
		s.unknown++
	}
	s.hide()
	return s
}

// hide finds the groups that may be shown.
func (s *splitting) hide() {
	sizes := make([]int, len(s.all))
	for i, g := range s.all {
		sizes[i] = g.N
	}
	show := Showable(sizes, s.least)
	s.at = make([]int, len(s.all))
	for i, g := range s.all {
		if !show[i] {
			s.at[i] = hiddenGroup
			s.hidden.Groups++
			s.hidden.Respondents += g.N
			continue
		}
		s.at[i] = len(s.shown)
		s.shown = append(s.shown, g)
	}
	if s.hidden.Groups > 0 {
		s.hidden.Min = s.least
	}
}

// Showable says which groups of the given sizes may be shown: none with fewer
// than least respondents. Since the figures of all respondents stand in the
// same report, what is not shown can be had together by subtraction; so the
// smallest of the other groups are hidden, too, until the hidden ones together
// are at least that many. A group of nobody is no secret.
func Showable(sizes []int, least int) []bool {
	return showable(sizes, slices.Repeat([]bool{true}, len(sizes)), least)
}

// showable is Showable where some groups are hidden already.
func showable(sizes []int, before []bool, least int) []bool {
	show := slices.Clone(before)
	hidden := 0
	for g, n := range sizes {
		show[g] = show[g] && (n == 0 || n >= least)
		if !show[g] {
			hidden += n
		}
	}
	for hidden > 0 && hidden < least {
		smallest := -1
		for g, n := range sizes {
			if show[g] && n > 0 && (smallest < 0 || n < sizes[smallest]) {
				smallest = g
			}
		}
		if smallest < 0 {
			break
		}
		show[smallest] = false
		hidden += sizes[smallest]
	}
	return show
}

// spelling is the most frequent spelling of a value, the first by the alphabet
// where several are.
func spelling(counts map[string]int) string {
	best := ""
	for _, v := range slices.Sorted(maps.Keys(counts)) {
		if best == "" || counts[v] > counts[best] {
			best = v
		}
	}
	return best
}

// natural orders texts by the alphabet and the numbers in them, also Roman
// ones, by their size: "Angkatan 9" before "Angkatan 10", "IX" before "X".
func natural(a, b string) int {
	start := true // of a word
	for a != "" && b != "" {
		x, restA := leadingNumber(a, start)
		y, restB := leadingNumber(b, start)
		if x >= 0 && y >= 0 {
			if x != y {
				return x - y
			}
			a, b, start = restA, restB, false
			continue
		}
		if x >= 0 || y >= 0 { // a number comes before what is none
			return cmp.Compare(y, x)
		}
		ra, na := utf8.DecodeRuneInString(a)
		rb, nb := utf8.DecodeRuneInString(b)
		if ra != rb {
			return int(ra) - int(rb)
		}
		start = !unicode.IsLetter(ra)
		a, b = a[na:], b[nb:]
	}
	return strings.Compare(a, b)
}

// leadingNumber is the number that a text begins with, and the rest; -1 where
// it begins with none. A whole word of i, v, x and l is a Roman number.
func leadingNumber(s string, word bool) (int, string) {
	end := 0
	for end < len(s) && end < 9 && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	if end > 0 {
		n, _ := strconv.Atoi(s[:end])
		return n, s[end:]
	}
	end = len(s)
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); i >= 0 {
		end = i
	}
	if n := romanNumber(strings.ToLower(s[:end])); word && n > 0 {
		return n, s[end:]
	}
	return -1, s
}

// romanNumber is the number that a word in small letters writes in Roman
// numerals, at most 89; 0 for another word.
func romanNumber(word string) int {
	n, last := 0, 1000
	for _, r := range word {
		v := map[rune]int{'i': 1, 'v': 5, 'x': 10, 'l': 50}[r]
		if v == 0 {
			return 0
		}
		if v > last {
			n -= 2 * last
		}
		n, last = n+v, v
	}
	if n > 89 {
		return 0
	}
	return n
}

// construct compares the groups in a construct.
func (s *splitting) construct(sc *study.Construct, missing string, t *responses.Table) GroupedConstruct {
	out := GroupedConstruct{ID: sc.ID}
	cols := make([]Column, len(sc.Items))
	counts := make([][][]int, len(sc.Items)) // per item, group and scale point
	answered := make([][]int, len(sc.Items))
	for i := range sc.Items {
		cols[i] = coded(&sc.Items[i], sc.Scale, t)
		counts[i], answered[i] = s.count(cols[i])
	}
	// One set of groups for all items of a construct: a group hidden in one of
	// them could be had from the construct's score and the other items.
	base := make([]int, len(s.all))
	for g := range s.all {
		base[g] = -1
		for i := range answered {
			if n := answered[i][g]; n > 0 && (base[g] < 0 || n < base[g]) {
				base[g] = n
			}
		}
	}
	show := s.showItems(base, answered)
	for i, it := range sc.Items {
		out.Items = append(out.Items, s.item(it.ID, cols[i], counts[i], show))
	}
	var ps []Value
	for _, it := range out.Items {
		ps = append(ps, it.Test.P)
	}
	for i, p := range Holm(ps) {
		out.Items[i].PHolm = p
	}

	scores := s.scores(cols, missing == "pairwise")
	sizes := make([]int, len(s.all))
	for g := range sizes {
		sizes[g] = scores.Group(g).N()
	}
	showScore := showable(sizes, show, s.least)
	out.Score = s.compare(scores, showScore)
	if n := len(s.shown); out.Score.Test.Kind == KruskalWallisTest && n <= MaxPairs {
		out.Pairs = s.pairs(scores, showScore)
	}
	return out
}

// showItems are the groups whose answers to the items of a construct may be
// shown, of those that are shown at all; base is a group's least number of
// answers to an item. Every item must bear it that all the others are known.
func (s *splitting) showItems(base []int, answered [][]int) []bool {
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
	it := GroupedItem{ID: id, Comparison: s.compare(samples, show)}
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

// compare describes the groups and tests the ones that are shown.
func (s *splitting) compare(all Samples, show []bool) Comparison {
	c := Comparison{Groups: make([]GroupStatistics, len(s.shown))}
	for g, at := range s.at {
		if at != hiddenGroup {
			c.Groups[at] = describeGroup(all.Group(g), show[g])
		}
	}
	rankMeans(c.Groups)
	some, at := s.only(all, show)
	c.Test = CompareRanks(some)
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
		return GroupStatistics{u, u, u, Interval{u, u}, u, u}
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
		add(CaveatGroupsHidden, map[string]float64{"groups": float64(g.Hidden.Groups), "n": float64(g.Hidden.Respondents), "limit": float64(g.Hidden.Min)})
	}
	if g.Unknown > 0 {
		add(CaveatGroupUnknown, map[string]float64{"n": float64(g.Unknown)})
	}
	least := 0
	for _, c := range g.Constructs {
		for _, x := range c.Score.Groups {
			if n, ok := x.N.Get(); ok && n > 0 && (least == 0 || int(n) < least) {
				least = int(n)
			}
		}
	}
	if len(g.Groups) > 1 && least > 0 && least < fewInGroup {
		add(CaveatGroupsSmall, map[string]float64{"n": float64(least), "limit": fewInGroup})
	}
}
