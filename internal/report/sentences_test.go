package report

import (
	"bytes"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/document/doctest"
	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/results"
	"wogreport/internal/study"
)

// studies is how many studies TestSentences makes; 2,000 take a few minutes:
//
//	go test ./internal/report -run TestSentences -v -args -studies 2000
var studies = flag.Int("studies", 120, "how many studies TestSentences makes at random")

// TestSentences: in studies made at random, every sentence of the report is of a kind
// that is read again here and held against results.json, by rules written a second
// time; or it is one that says the same of every study.
func TestSentences(t *testing.T) {
	seen, failed := map[string]int{}, 0
	for i := range *studies {
		rng := rand.New(rand.NewPCG(uint64(i), 20))
		yaml, table := randomStudy(rng)
		for _, l := range []lang.Tag{lang.EN, lang.ID} {
			if checkStudy(t, i, l, yaml, table, seen) {
				continue
			}
			if failed++; failed > 20 {
				t.FailNow()
			}
		}
	}
	yaml, table := apart()
	for _, l := range []lang.Tag{lang.EN, lang.ID} {
		checkStudy(t, -1, l, yaml, table, seen)
		if seen["groups of a census, ranks"] == 0 {
			t.Errorf("%s: means and ranks that point apart are not told", l)
		}
	}
	for i, digits := range append([]string{strings.Repeat("55 ", 10) + strings.Repeat("54 ", 10) + strings.Repeat("33 ", 17), strings.Repeat("1115 2124 3323 4442 5551 2224 4542 ", 5)}, negativeRows...) {
		yaml, table := ofDigits(digits)
		for _, l := range []lang.Tag{lang.EN, lang.ID} {
			checkStudy(t, -2-i, l, yaml, table, seen)
		}
	}
	var never []string
	for _, k := range kinds {
		if seen[k.name] == 0 {
			never = append(never, k.name)
		}
	}
	if len(never) > 0 && *studies >= 400 {
		t.Errorf("no study made sentences of these kinds: %s", strings.Join(never, ", "))
	}
	t.Logf("%v", seen)
}

// apart is a census of two groups whose means and ranks point apart, which chance seldom makes.
func apart() (string, *responses.Table) {
	table := &responses.Table{N: 20, Files: []string{"a.csv"}, Quality: responses.Quality{Rows: 20}, Groups: map[string][]string{}}
	var b strings.Builder
	b.WriteString("title: {id: Uji, en: Test}\nresponses: a.csv\nscale:\n")
	for v := 1; v <= 5; v++ {
		fmt.Fprintf(&b, "  - {value: %d, label: {id: Jawab%d, en: Answer%d}}\n", v, v, v)
	}
	b.WriteString("method: {population: 20, sampling: saturated}\nconstructs:\n  - id: c\n    label: {id: mutu, en: quality}\n    items:\n")
	for i := range 3 {
		fmt.Fprintf(&b, "      - {id: P%d, label: {id: L%d, en: L%d}}\n", i+1, i+1, i+1)
		col := &responses.Column{Item: fmt.Sprintf("P%d", i+1)}
		for r := range 20 {
			v := 3 // of B
			switch {
			case r < 6:
				v = 4
			case r < 10:
				v = 1
			case r >= 18:
				v = 3 + i%2
			}
			if i == 2 {
				v++
			}
			col.Codes = append(col.Codes, uint8(v))
		}
		table.Columns = append(table.Columns, col)
	}
	b.WriteString("groups: [{id: g, column: G, label: {id: bagian, en: unit}}]\n")
	table.Groups["G"] = append(slices.Repeat([]string{"A"}, 10), slices.Repeat([]string{"B"}, 10)...)
	return b.String(), table
}

// ofDigits is a study of a population of 40 with the answers of each row, which chance seldom makes so.
func ofDigits(digits string) (string, *responses.Table) {
	rows := strings.Fields(digits)
	table := &responses.Table{N: len(rows), Files: []string{"a.csv"}, Quality: responses.Quality{Rows: len(rows)}}
	var b strings.Builder
	b.WriteString("title: {id: Uji, en: Test}\nresponses: a.csv\nlayout: {items: all}\nmethod: {population: 40, sampling: saturated}\nscale:\n")
	for v := 1; v <= 5; v++ {
		fmt.Fprintf(&b, "  - {value: %d, label: {id: Jawab%d, en: Answer%d}}\n", v, v, v)
	}
	b.WriteString("constructs:\n  - id: c\n    label: {id: mutu, en: quality}\n    items:\n")
	for i := range rows[0] {
		fmt.Fprintf(&b, "      - {id: P%d, label: {id: L%d, en: L%d}}\n", i+1, i+1, i+1)
		col := &responses.Column{Item: fmt.Sprintf("P%d", i+1)}
		for _, r := range rows {
			col.Codes = append(col.Codes, r[i]-'0')
		}
		table.Columns = append(table.Columns, col)
	}
	for r, row := range rows { // rows with one answer throughout
		if len(row) > 2 && strings.Count(row, row[:1]) == len(row) {
			table.Quality.Straightliners = append(table.Quality.Straightliners, responses.RowRef{Row: int32(r + 2)})
		}
	}
	return b.String(), table
}

// randomStudy is a study of one construct: few and many people, ties, reversed items,
// missing answers, groups, opinions for, against and at both ends.
func randomStudy(rng *rand.Rand) (string, *responses.Table) {
	pick := func(xs ...int) int { return xs[rng.IntN(len(xs))] }
	points, k, n := pick(2, 3, 4, 5, 5, 5, 7), pick(1, 2, 3, 4, 5, 6, 9, 12, 20), pick(2, 4, 7, 12, 20, 31, 40, 65, 120, 300, 3000, 5200)
	var b strings.Builder
	b.WriteString("title: {id: Uji, en: Test}\nresponses: a.csv\nlayout: {items: all}\nscale:\n")
	for v := 1; v <= points; v++ {
		fmt.Fprintf(&b, "  - {value: %d, label: {id: Jawab%d, en: Answer%d}}\n", v, v, v)
	}
	b.WriteString("constructs:\n  - id: c\n    label: {id: mutu, en: quality}\n    items:\n")
	table := &responses.Table{N: n, Files: []string{"a.csv"}, Quality: responses.Quality{Rows: n}}
	trend, missing, noise := rng.NormFloat64(), []float64{0, 0, 0.02, 0.2}[rng.IntN(4)], []float64{0.2, 0.7, 1.5, 4}[rng.IntN(4)]
	factor := make([]float64, n)
	for r := range factor {
		factor[r] = rng.NormFloat64()
	}
	for i := range k {
		reversed := rng.IntN(6) == 0
		fmt.Fprintf(&b, "      - {id: P%d, reverse: %v, label: {id: L%d, en: L%d}}\n", i+1, reversed, i+1, i+1)
		col := &responses.Column{Item: fmt.Sprintf("P%d", i+1)}
		shape, shift := rng.IntN(8), trend+rng.NormFloat64()/2
		for r := range n {
			x := (factor[r]+noise*rng.NormFloat64())/2 + shift
			v := int(math.Round((float64(points)+1)/2 + x*float64(points)/5))
			switch {
			case shape == 0: // both ends
				v = 1
				if x > shift {
					v = points
				}
			case shape == 1: // few values, many ties
				v = (points + 1) / 2
				if x > shift {
					v++
				}
			case shape == 2 && i%2 == 1: // constant
				v = (points + 3) / 2
			}
			v = min(points, max(1, v))
			if reversed {
				v = points + 1 - v
			}
			code := uint8(v)
			if rng.Float64() < missing {
				code = responses.Missing
			}
			col.Codes = append(col.Codes, code)
		}
		table.Columns = append(table.Columns, col)
	}
	for r := range n { // rows with one answer throughout, as the program counts them
		first, answered := uint8(0), 0
		for _, c := range table.Columns {
			if code := c.Codes[r]; code != responses.Missing {
				if answered++; first == 0 {
					first = code
				} else if code != first {
					answered = -100
				}
			}
		}
		if answered >= 3 {
			table.Quality.Straightliners = append(table.Quality.Straightliners, responses.RowRef{Row: int32(r + 2)})
		}
	}
	settings := []string{}
	for _, s := range [][3]string{{"correlation", "corrected", "uncorrected"}, {"missing", "listwise", "pairwise"}, {"percents", "plain", "largest-remainder"}} {
		settings = append(settings, s[0]+": "+s[1+rng.IntN(2)])
	}
	if rng.IntN(3) == 0 {
		settings = append(settings, "omega: ml")
	}
	b.WriteString("analysis: {" + strings.Join(settings, ", ") + "}\n")
	if rng.IntN(2) == 0 {
		b.WriteString("interpretation: true\n")
	}
	if rng.IntN(2) == 0 {
		b.WriteString("scores: true\n")
	}
	switch division := rng.IntN(4); {
	case division == 0 && points > 2:
		fmt.Fprintf(&b, "split: %d\n", 2+rng.IntN(points-1))
	case division <= 2 && points%2 == 1: // bare labels do not say that the middle is neutral
		fmt.Fprintf(&b, "neutral: %d\n", (points+1)/2)
	}
	switch rng.IntN(4) {
	case 0:
		fmt.Fprintf(&b, "method: {population: %d, sampling: random}\n", n+1+rng.IntN(400))
	case 1:
		fmt.Fprintf(&b, "method: {population: %d, sampling: saturated}\n", n+rng.IntN(2)*(1+rng.IntN(40)))
	}
	if groups := pick(0, 2, 2, 3, 4); groups > 0 && n >= 12 {
		b.WriteString("groups: [{id: g, column: G, label: {id: bagian, en: unit}}]\n")
		var values []string
		for r := range n {
			g := rng.IntN(groups)
			if rng.IntN(2) == 0 { // groups that differ
				g = min(groups-1, max(0, int(factor[r]+float64(groups)/2)))
			}
			values = append(values, string(rune('A'+g)))
		}
		table.Groups = map[string][]string{"G": values}
	}
	return b.String(), table
}

// What results.json says of a study, as far as sentences depend on it.
type (
	readStudy struct {
		N, Answered, Population int
		Constructs              []readConstruct
		Groups                  []struct {
			Groups []struct {
				Value string
				N     int
			}
			Constructs []struct {
				Score readTest
				Items []readTest
				Pairs []struct {
					A, B  int
					PHolm *float64 `json:"p_holm"`
				}
			}
		}
	}
	readConstruct struct {
		N, K           int
		CriticalR      *float64 `json:"critical_r"`
		Alpha          *float64
		AlphaThreshold float64    `json:"alpha_threshold"`
		AlphaCI        *[]float64 `json:"alpha_ci95"`
		OmegaRaw       *float64   `json:"omega_raw"`
		AlphaRows      []float64  `json:"alpha_rows"`
		MeanR          *float64   `json:"mean_inter_item_r"`
		Correlation    string
		Items          []readItem
		Scores         struct {
			W  *float64 `json:"shapiro_wilk_w"`
			WP *float64 `json:"shapiro_wilk_p"`
			D  *float64 `json:"lilliefors_d"`
			DP *float64 `json:"lilliefors_p"`
		}
		ScoreClasses struct {
			N       int
			Classes []struct {
				N       int
				Percent *float64
			}
		} `json:"score_classes"`
	}
	readItem struct {
		ID               string
		N, Missing       int
		Reversed         bool
		Counts, Answered map[string]int
		AsAnswered       map[string]int `json:"counts_as_answered"`
		Mean, SD         *float64
		ItemTotalR       *float64 `json:"item_total_r"`
		CorrectedR       *float64 `json:"corrected_item_total_r"`
		CriticalR        *float64 `json:"critical_r"`
		Valid            *bool
		AlphaIfDeleted   *float64 `json:"alpha_if_deleted"`
		PercentsCI       map[string][]float64
		Shares           struct {
			Majority *readShare
			Above    *readShare `json:"majority_above"`
		}
	}
	readShare struct {
		Values []int
		Count  int
		Share  float64
		CI     *[]float64 `json:"share_ci95"`
		Claim  string
	}
	readTest struct {
		ID     string
		Groups []struct {
			N    *float64
			Mean *float64
			Rank *float64 `json:"mean_rank"`
		}
		Test    string
		P       *float64
		PHolm   *float64 `json:"p_holm"`
		R       *float64
		Epsilon *float64 `json:"epsilon_squared"`
		Eta     *float64 `json:"eta_squared"`
	}
)

// ctx is what a sentence is held against: the study, and the item whose section it
// stands in.
type ctx struct {
	lang lang.Tag
	readStudy
	c    readConstruct
	item int // 0 for none
	k    int // points of the scale
	file *responses.Table
	// split is the lowest answer of the upper side where the study says it, 0 where the
	// scale divides in its middle.
	split   int
	neutral bool // the study says that the middle answer is neutral
	random  bool // the sample is said to be drawn at random
	// adjusted says that percents are rounded so that those of an item add to 100.
	adjusted bool
}

// answers are those to item i (from 0), as they were ticked.
func (x *ctx) answers(i int) []int {
	it := x.c.Items[i]
	counts := it.Counts
	if it.AsAnswered != nil {
		counts = it.AsAnswered
	}
	out := make([]int, x.k)
	for v := range out {
		out[v] = counts[strconv.Itoa(v+1)]
	}
	return out
}

// sides are the numbers of answers below, at and above the middle.
func (x *ctx) sides(i int) (below, middle, above int) {
	for v, n := range x.answers(i) {
		switch x.place(v + 1) {
		case -1:
			below += n
		case 0:
			middle += n
		default:
			above += n
		}
	}
	return below, middle, above
}

// place is where an answer stands: below (-1), at (0) or above (1) the middle.
func (x *ctx) place(v int) int {
	if x.split > 0 {
		return cmp.Compare(2*(v-x.split)+1, 0)
	}
	return cmp.Compare(2*v, x.k+1)
}

// label is the number of the answer that a label names, "Answer4 or Answer5" the
// largest and the least of them.
func labelEnds(s string) (lo, hi int) {
	for _, m := range regexp.MustCompile(`(?:Answer|Jawab)(\d)`).FindAllStringSubmatch(s, -1) {
		v, _ := strconv.Atoi(m[1])
		if lo == 0 || v < lo {
			lo = v
		}
		hi = max(hi, v)
	}
	return lo, hi
}

// side is whether labels name all answers above the middle (1), below (-1) or neither.
func (x *ctx) side(labels string) int {
	lo, hi := labelEnds(labels)
	above, below := x.k/2+1+x.k%2, x.k/2
	if x.split > 0 {
		above, below = x.split, x.split-1
	}
	switch {
	case hi == x.k && lo == above:
		return 1
	case lo == 1 && hi == below:
		return -1
	}
	return 0
}

// half is whether more than half answered item i on a side.
func (x *ctx) half(i, side int) bool {
	below, _, above := x.sides(i)
	if side > 0 {
		return 2*above > x.c.Items[i].N
	}
	return 2*below > x.c.Items[i].N
}

// where are the numbers of items (from 1) for which something holds.
func (x *ctx) where(holds func(i int) bool) []int {
	var out []int
	for i := range x.c.Items {
		if holds(i) {
			out = append(out, i+1)
		}
	}
	return out
}

func (x *ctx) polarised(i int) bool {
	a, n := x.answers(i), x.c.Items[i].N
	if x.k < 3 || n == 0 {
		return false
	}
	least := min(a[0], a[x.k-1])
	return 100*least >= 30*n && 100*(least-slices.Max(a[1:x.k-1])) >= 5*n
}

// leading are the answers (from 1) within five percentage points of the most frequent.
func (x *ctx) leading(i int) []int {
	a, n := x.answers(i), x.c.Items[i].N
	most := slices.Max(a)
	var out []int
	for v, c := range a {
		if c > 0 && (c == most || 100*float64(most-c)/float64(n) < 5) {
			out = append(out, v+1)
		}
	}
	return out
}

// labels are those of up to three items.
var labels = regexp.MustCompile(`“l\d+”(?:, “l\d+”)*(?:,? (?:and|dan) “l\d+”)?`)

// parse are the items that a phrase names, or how many of them there are.
func (x *ctx) parse(phrase string, of []int) (items []int, count int, err error) {
	words := append([]string{}, lang.Of(x.lang).Counts...)
	number := func(s string) int {
		if i := slices.Index(words, s); i >= 0 {
			return i
		}
		n, _ := strconv.Atoi(s)
		return n
	}
	phrase = strings.ToLower(strings.TrimSpace(phrase))
	phrase = labels.ReplaceAllStringFunc(phrase, func(s string) string { // an abstract names items by their labels
		numbers := regexp.MustCompile(`\d+`).FindAllString(s, -1)
		return "items " + strings.Join(numbers[:len(numbers)-1], ", ") + strings.Repeat(" and ", min(1, len(numbers)-1)) + numbers[len(numbers)-1]
	})
	for _, form := range []struct {
		re string
		of func(m []string) ([]int, int)
	}{
		{`^(?:items?|butir) ([\d–, ]+(?:,? (?:and|dan) [\d–]+)?)$`, func(m []string) ([]int, int) { return listed(m[1]), -1 }},
		{`^(?:both items|kedua butir)$`, func(m []string) ([]int, int) { return of, 2 }},
		{`^all (\S+) items$|^ke(\S+) butir$|^semua (\d+) butir$`, func(m []string) ([]int, int) {
			return of, number(m[1] + m[2] + m[3])
		}},
		{`^each of the (\S+) items$|^masing-masing dari (?:ke)?(\S+) butir$`, func(m []string) ([]int, int) {
			if m[2] == "dua" { // "kedua" is said of two
				return of, 2
			}
			return of, number(m[1] + m[2])
		}},
		{`^(?:every item except|setiap butir, kecuali) (?:items?|butir) (.+)$`, func(m []string) ([]int, int) {
			return slices.DeleteFunc(slices.Clone(of), func(i int) bool { return slices.Contains(listed(m[1]), i) }), -1
		}},
		{`^(\S+) (?:of the|dari) (\S+) (?:items|butir)( not worded negatively| yang tidak bernada negatif)?$`, func(m []string) ([]int, int) {
			if n := number(m[2]); n != len(of) || (m[3] != "") != (len(of) != x.c.K) {
				return nil, -2
			}
			return nil, number(m[1])
		}},
		{`^the other (\S+) items$|^(\S+) butir lain$`, func(m []string) ([]int, int) { return nil, number(m[1] + m[2]) }},
		{`^(\S+) (?:items|butir)$`, func(m []string) ([]int, int) { return nil, number(m[1]) }},
	} {
		if m := regexp.MustCompile(form.re).FindStringSubmatch(phrase); m != nil {
			items, n := form.of(m)
			if n == -2 || items != nil && n >= 0 && n != len(items) {
				return nil, 0, fmt.Errorf("%q is not %d", phrase, len(of))
			}
			if items != nil {
				return items, len(items), nil
			}
			return nil, n, nil
		}
	}
	return nil, 0, fmt.Errorf("%q names no items", phrase)
}

// listed are the numbers of "1, 2, and 5–9".
func listed(s string) []int {
	var out []int
	for _, m := range regexp.MustCompile(`(\d+)(?:–(\d+))?`).FindAllStringSubmatch(s, -1) {
		a, _ := strconv.Atoi(m[1])
		b := a
		if m[2] != "" {
			b, _ = strconv.Atoi(m[2])
		}
		for ; a <= b; a++ {
			out = append(out, a)
		}
	}
	return out
}

// same says how a phrase differs from the items that it ought to name.
func (x *ctx) same(phrase string, want, of []int) error {
	items, n, err := x.parse(phrase, of)
	switch {
	case err != nil:
		return err
	case items != nil && !slices.Equal(items, want), n != len(want):
		return fmt.Errorf("%q is said of items %v", phrase, want)
	}
	return nil
}

// all are the numbers of all items, or of those that are reversed or not.
func (x *ctx) all() []int { return x.where(func(int) bool { return true }) }
func (x *ctx) worded(reversed bool) []int {
	return x.where(func(i int) bool { return x.c.Items[i].Reversed == reversed })
}

// num is a number as the language prints it.
func (x *ctx) num(s string) float64 {
	if i := slices.Index(lang.Of(x.lang).Counts, strings.ToLower(s)); i >= 0 {
		return float64(i)
	}
	if x.lang == lang.ID {
		s = strings.NewReplacer(".", "", ",", ".").Replace(s)
	} else {
		s = strings.ReplaceAll(s, ",", "")
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(s, "−", "-"), 64)
	if err != nil {
		return math.NaN()
	}
	return v
}

// shows says how a printed number differs from a value by more than rounding.
func (x *ctx) shows(printed string, v float64) error {
	decimals := 0
	if _, frac, ok := strings.Cut(printed, lang.Of(x.lang).Decimal); ok {
		decimals = len(frac)
	}
	if got := x.num(printed); !(math.Abs(got-v) <= 0.5000001*math.Pow10(-decimals)) {
		return fmt.Errorf("%s is printed for %v", printed, v)
	}
	return nil
}

// percent allows for percents that are adjusted to add to 100.
func (x *ctx) percent(printed string, count, n int) error {
	if got := x.num(printed); !(math.Abs(got-100*float64(count)/float64(n)) < 0.35) {
		return fmt.Errorf("%s%% is printed for %d of %d", printed, count, n)
	}
	return nil
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func must(ok bool, what string, args ...any) error {
	if ok {
		return nil
	}
	return fmt.Errorf(what, args...)
}

// value of an optional number.
func val(p *float64) float64 {
	if p == nil {
		return math.NaN()
	}
	return *p
}

// ends are the items with the largest and the least of a value, as it is and not as it is
// printed.
func (x *ctx) ends(of []int, value func(i int) float64) (low, high []int) {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, i := range of {
		if v := value(i - 1); !math.IsNaN(v) {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	for _, i := range of {
		v := value(i - 1)
		if math.Abs(v-lo) < 1e-9 {
			low = append(low, i)
		}
		if math.Abs(v-hi) < 1e-9 {
			high = append(high, i)
		}
	}
	return low, high
}

// ranked holds that a phrase names the items at one end of a ranking, by a number that is
// theirs and whose digits no other item has.
func (x *ctx) ranked(printed, phrase string, ends, of []int, value func(i int) float64) error {
	err := first(x.same(phrase, ends, of), x.shows(printed, value(ends[0]-1)))
	_, frac, _ := strings.Cut(printed, lang.Of(x.lang).Decimal)
	for _, i := range of {
		if v := value(i - 1); err == nil && !math.IsNaN(v) && !slices.Contains(ends, i) && lang.Number(x.lang, v, len(frac)) == printed {
			return fmt.Errorf("item %d is %v, too", i, v)
		}
	}
	return err
}

func rounded(v float64, decimals int) float64 {
	if math.IsNaN(v) {
		return v
	}
	return lang.Round(v, decimals)
}

// kind is a kind of sentence: a pattern in each language, and what must hold of what
// it says.
type kind struct {
	name   string
	en, id string
	check  func(x *ctx, m []string) error
}

// placed are the places of a pattern: numbers, percents, items, answers, an interval.
var placed = map[string]string{
	"{n}": `([\d.,]*\d|\pL+)`, "{p}": `([\d.,]+)%`, "{x}": `(−?[\d.,]*\d)`, "{set}": `([^()]+?)`, "{l}": `([^()*]+?)`, "{ci}": `([\d.,]+)%–([\d.,]+)%`, "{any}": `(.*?)`,
}

// expression makes a regular expression of a kind's; what stands between ⟨ and ⟩ may
// lack, «a|b» is one or the other.
func expression(s string) *regexp.Regexp {
	var b strings.Builder
	for _, part := range regexp.MustCompile(`\{\w+\}|[^{]+`).FindAllString(s, -1) {
		if p := placed[part]; p != "" {
			b.WriteString(p)
			continue
		}
		b.WriteString(strings.NewReplacer("⟨", "(?:", "⟩", ")?", "«", "(", "»", ")", `\|`, "|").Replace(regexp.QuoteMeta(part)))
	}
	return regexp.MustCompile("^" + b.String() + "$")
}

// formulas are as they are shown, and what they say in words.
var formulas = regexp.MustCompile(`\[([^\]]*)\]\(formula:[^)]*\)`)

// sentencesOf parts a paragraph.
func sentencesOf(paragraph string) []string {
	var out []string
	for start, rest := 0, paragraph; ; {
		m := regexp.MustCompile(`[.!?:] (?:[\p{Lu}“*]|\d)`).FindStringIndex(rest[start:])
		if m == nil {
			return append(out, strings.TrimSpace(rest))
		}
		end := start + m[0] + 1
		if rest[start+m[0]] == ':' { // what a colon opens belongs to its sentence
			start = end
			continue
		}
		out = append(out, strings.TrimSpace(rest[:end]))
		rest, start = rest[end:], 0
	}
}

// checkStudy holds the report of a study in a language against its results, and says
// whether all fits.
func checkStudy(t *testing.T, number int, l lang.Tag, yaml string, table *responses.Table, seen map[string]int) bool {
	t.Helper()
	st, ds := study.Parse("study.yaml", []byte(yaml+"languages: ["+string(l)+"]\n"))
	if ds.HasErrors() {
		t.Fatal(printed(ds))
	}
	table = clone(table)
	res := analysis.Run(st, table)
	opt := testOptions
	opt.Fit = func(text string, _ lang.Tag, _, _, _ bool) float64 { // so that every wording comes
		h := fnv.New32a()
		h.Write([]byte(text))
		return float64(h.Sum32()%5) / 5
	}
	doc, _, ds := Compose(st, res, opt)
	if doc == nil {
		t.Fatalf("study %d: %s", number, printed(ds))
	}
	var b bytes.Buffer
	if err := results.Encode(&b, res); err != nil {
		t.Fatal(err)
	}
	x := &ctx{lang: l, file: table, k: len(st.Constructs[0].Scale.Points), random: st.Method.Sampling.Kind == study.SamplingRandom, adjusted: st.Analysis.Percents == "largest-remainder"}
	x.neutral = st.Division.Neutral != nil
	if st.Division.Split != nil {
		x.split = *st.Division.Split
	}
	if err := json.Unmarshal(b.Bytes(), &x.readStudy); err != nil {
		t.Fatal(err)
	}
	x.c = x.Constructs[0]
	ok := true
	dump := formulas.ReplaceAllString(doctest.Dump(doc), "$1")
	for line := range strings.Lines(strings.NewReplacer("~", " ", "\u00a0", " ").Replace(dump)) {
		line = regexp.MustCompile(`\[([^\]]*)\]\(#[^)]*\)`).ReplaceAllString(strings.TrimRight(line, "\n"), "$1")
		if m := regexp.MustCompile(`^#+ .*\{section:(item-P(\d+))?`).FindStringSubmatch(line); m != nil {
			x.item, _ = strconv.Atoi(m[2])
			if strings.Contains(line, "section:references") || strings.Contains(line, "section:appendix") {
				return ok
			}
			continue
		}
		if at := needlessComma(line); l == lang.ID && at != "" {
			t.Errorf("study %d: %q has a comma before a clause that follows its main clause", number, at)
			ok = false
		}
		if line == "" || strings.Contains(line, "  | ") || strings.HasPrefix(line, "[") || strings.HasPrefix(line, "  ") || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "Keywords:") || strings.HasPrefix(line, "Kata kunci:") {
			continue
		}
		for _, s := range sentencesOf(line) {
			if err := x.sentence(s, seen); err != nil {
				t.Errorf("study %d, %s, item %d: %q: %v", number, l, x.item, s, err)
				ok = false
			}
		}
	}
	return ok
}

// clone is a table that an analysis may change.
func clone(t *responses.Table) *responses.Table {
	out := *t
	out.Columns = nil
	for _, c := range t.Columns {
		own := *c
		own.Codes = slices.Clone(c.Codes)
		out.Columns = append(out.Columns, &own)
	}
	return &out
}

// sentence holds one against the results.
func (x *ctx) sentence(s string, seen map[string]int) error {
	if strings.ContainsAny(s, "{}") || strings.Contains(s, "NaN") || regexp.MustCompile(`^\p{Ll}|  | ,|\(\)|(^|[^o] )1 (respondents|answers|rows|items)\b`).MatchString(s) {
		return fmt.Errorf("a hole, or a small letter at the start")
	}
	name := map[lang.Tag]string{lang.EN: "Cronbach’s alpha", lang.ID: "Cronbach alpha"}[x.lang]
	if kr := strings.Contains(s, "KR-20"); (kr || strings.Contains(s, name) && !strings.Contains(s, "Kuder")) && kr != (x.k == 2) {
		return fmt.Errorf("alpha of %d points is named so", x.k)
	}
	if x.c.K == 1 && regexp.MustCompile(`(In this population|Among the .*|By ranks, .*|Dalam populasi ini|Di antara .*|Menurut peringkat, .*|^The means|^Urutan rata-rata).*(over all items|seluruh butir)`).MatchString(s) {
		return fmt.Errorf("a mean over all items of one item")
	}
	if x.k == 2 && regexp.MustCompile(`^Alpha (would|akan)|(raise|menaikkan) alpha\b`).MatchString(s) {
		return fmt.Errorf("KR-20 is called alpha")
	}
	if !strings.Contains(s, "Kuder") {
		s = strings.ReplaceAll(s, "KR-20", name)
	}
	for i := range kinds {
		k := &kinds[i]
		if m := k.of(x.lang).FindStringSubmatch(s); m != nil {
			seen[k.name]++
			if k.check == nil {
				return nil
			}
			return k.check(x, m)
		}
	}
	for _, p := range plain[x.lang] {
		if compile(p).MatchString(s) {
			return nil
		}
	}
	return fmt.Errorf("no kind of sentence is like that")
}

var compiled = map[string]*regexp.Regexp{}

func (k *kind) of(l lang.Tag) *regexp.Regexp {
	s := k.en
	if l == lang.ID {
		s = k.id
	}
	return compile(s)
}

func compile(s string) *regexp.Regexp {
	if compiled[s] == nil {
		compiled[s] = expression(s)
	}
	return compiled[s]
}
