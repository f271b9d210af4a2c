package columns

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"wogreport/internal/pattern"
	"wogreport/internal/remark"
	"wogreport/internal/sheet"
)

// classify decides on a column of no labels by itself. Values that say what they are come
// before the header, the header before what the values look like.
func (c *Column) classify(s *sheet.Sheet) {
	said := headerKind(beforeKey(c.Statement))
	if c.Code != "" && said == "" {
		said = headerKind(c.Code)
	}
	if c.answers(s) == 0 {
		c.Kind, c.Why = Empty, remark.Of("no cell holds an answer")
		return
	}
	for _, decide := range []func(*sheet.Sheet, Kind) bool{c.byForm, c.byTime, c.byHeader, c.byValues} {
		if decide(s, said) {
			return
		}
	}
	c.Kind, c.Why = Text, remark.Of("many different values")
}

// is decides on a kind where something holds.
func (c *Column) is(holds bool, k Kind, why remark.Remark) bool {
	if holds {
		c.Kind, c.Why = k, why
	}
	return holds
}

// byForm knows columns by the form of their values, or as personal by their header.
func (c *Column) byForm(_ *sheet.Sheet, said Kind) bool {
	return c.is(computed(c.Header), Score, remark.Of("its header is a formula")) ||
		c.is(c.share(isEmail) > 0.5, Email, remark.Of("the values are e-mail addresses")) ||
		c.is(c.share(isIP) > 0.5, IP, remark.Of("the values are network addresses")) ||
		c.is(c.share(isIDNumber) > 0.5, IDNumber, remark.Of("the values have 15 to 18 digits")) ||
		c.is(c.share(isPhone) > 0.5, Phone, remark.Of("the values are phone numbers")) ||
		c.is(c.share(isLink) > 0.5, Link, remark.Of("the values are links")) ||
		c.is(said.Personal() && !c.belies(said), said, remark.Of("its header says so"))
}

// byTime knows columns of days.
func (c *Column) byTime(_ *sheet.Sheet, said Kind) bool {
	days := c.share(sheet.Date) > 0.5
	return c.is((days || said == Timestamp && c.share(isDay) > 0.5) && c.longAgo(), BirthDate, remark.Of("the values are days of many years")) ||
		c.is(days || c.share(isSerialTime) > 0.5 || said == Timestamp && c.share(isSerial) > 0.5, Timestamp, remark.Of("the values are dates"))
}

// byHeader knows what programs and owners of forms put beside the answers.
func (c *Column) byHeader(s *sheet.Sheet, said Kind) bool {
	n := c.answers(s)
	return c.is(said == Service || meta.MatchString(c.Header) || meta.MatchString(c.Code), Service, remark.Of("its header is one of a survey program's own")) ||
		c.is(c.share(func(v string) bool { return uuid.MatchString(v) }) > 0.5, ID, remark.Of("the values are codes of records")) ||
		c.is(said == ID && (c.Distinct*10 >= n*9 || c.share(isNumber) > 0.9), ID, remark.Of("its header says so")) ||
		c.is(c.share(func(v string) bool { return score.MatchString(v) }) > 0.9 ||
			statistic(c.Statement) && c.share(isNumber) > 0.5 ||
			said == Score && c.share(isNumber) > 0.5 && (len(words(c.Statement)) < 3 || !c.rates()), Score, remark.Of("its header or values say so"))
}

// byValues knows numbers, and texts by how many different ones there are.
func (c *Column) byValues(s *sheet.Sheet, said Kind) bool {
	if c.share(isNumber) > 0.8 {
		c.numeric(s, said)
		return true
	}
	n := c.answers(s)
	return c.is(comment(c.Statement), Text, remark.Of("its header asks for words")) ||
		c.is(c.multi(), Multi, remark.Of("several values in a cell")) ||
		c.is(c.Distinct == 1 && n > 1, Constant, remark.Of("every value is the same")) ||
		c.is(c.few(n) || said == Category && c.Distinct <= 30, Category, remark.Of("few different values"))
}

// belies reports values that nobody gives to a question of a personal kind: small
// whole numbers, or yes and no. Its header asks about names and e-mails, not for them.
func (c *Column) belies(said Kind) bool {
	if said == BirthDate {
		return false
	}
	return c.rates() || c.Distinct >= 2 && c.Distinct <= 4 && !slices.ContainsFunc(c.Values, func(v Value) bool { return !yesOrNo(v.Folded) })
}

// rates reports a column of several whole numbers from 0 to 10, and hardly
// anything else but what means no answer.
func (c *Column) rates() bool {
	different, others, n := 0, 0, 0
	for _, v := range c.Values {
		n += v.N
		x, ok := sheet.Number(v.Text)
		switch {
		case !ok && !noAnswerText(v.Folded):
			others += v.N
		case ok && !noAnswerNumbers[x] && (x != math.Trunc(x) || x < 0 || x > 10):
			return false
		case ok && !noAnswerNumbers[x]:
			different++
		}
	}
	return different >= 2 && stray(others, n)
}

// few reports a column of few short texts.
func (c *Column) few(n int) bool {
	if c.Distinct > 30 || c.Distinct*2 > n {
		return false
	}
	for _, v := range c.Values {
		if utf8.RuneCountInString(v.Text) > 60 {
			return false
		}
	}
	return true
}

// noAnswerNumbers are numbers that stand for no answer in codings of scales.
var noAnswerNumbers = map[float64]bool{99: true, 98: true, 97: true, 88: true, 77: true, 999: true, 998: true, -1: true, -9: true, -99: true, -999: true}

// figures is what a column of numbers holds.
type figures struct {
	low, high float64
	whole     bool
	coded     int // different numbers for no answer
	others    int // cells of other texts
}

func (c *Column) figures() figures {
	f := figures{low: math.Inf(1), high: math.Inf(-1), whole: true}
	for _, v := range c.Values {
		x, ok := sheet.Number(v.Text)
		switch {
		case !ok:
			if !noAnswerText(v.Folded) {
				f.others += v.N
			}
		case noAnswerNumbers[x]:
			f.coded++
		default:
			f.low, f.high, f.whole = math.Min(f.low, x), math.Max(f.high, x), f.whole && x == math.Trunc(x)
		}
	}
	return f
}

// numeric tells answers on a scale of numbers from other numbers. Whether a
// column is an item is decided beside its neighbours, in relate.
func (c *Column) numeric(s *sheet.Sheet, said Kind) {
	c.Kind, c.Why = Number, remark.Of("the values are numbers")
	f := c.figures()
	if f.low > f.high {
		return
	}
	low, high, ok := c.declaredRange()
	if low, high, ok = c.withNames(c.namedPoints(), low, high, ok); ok {
		c.numbered, c.declared = true, true
		c.low, c.high = low, high
		c.setAside(numberedNoAnswer)
		return
	}
	if m, ok := c.bothSides(); ok {
		c.numbered, c.signed, c.low, c.high = true, true, -m, m
		return
	}
	if step, ok := c.steps(f); ok {
		c.step, c.low, c.high = step, int(f.low), int(f.high)
		return
	}
	onScale := f.whole && f.low >= 0 && f.high <= 10 && stray(f.others, c.answers(s)) && c.Distinct <= 11+f.coded+f.others
	// Under a heading, with others to rate, "Lama pelatihan" is rated, too.
	rated := c.Group != "" && !identity(c.Group)
	others := otherWords(beforeKey(c.Statement))
	switch {
	case asksForCount(c.Statement) || asksForCount(c.Header):
		c.Counts = true
		c.counts(s, f, remark.Of("its header asks for a count"))
	case asksForPlace(c.Statement):
		c.Counts = true
		c.counts(s, f, remark.Of("its header asks for the number of a place"))
	case !onScale || said == ID:
		c.counts(s, f, c.Why)
	case ofCategories(c.Header):
		c.Counts = true
		c.counts(s, f, remark.Of("its header has a key of choices that rank nothing"))
	case (said == Category && others == 0 || asksForChoice(beforeKey(c.Statement))) && !rated:
		c.Counts = true
		c.counts(s, f, remark.Of("its header asks who the respondents are"))
	case c.sequence(s) && s.Len() > 2 && c.Header != "" && c.Index == 0:
		c.Kind, c.Why = ID, remark.Of("the values count the rows")
	default:
		if (said == Category || said.Personal()) && !rated && others == 1 {
			c.Doubt = remark.Of("its header has a word for who the respondents are, and its values are those of a scale")
		}
		c.onNumbers(f)
	}
}

// bothSides reports whole numbers from -3 to 3 or the like, on both sides of zero: of
// pairs of opposites. A single negative one is a code for no answer.
func (c *Column) bothSides() (most int, ok bool) {
	low, high, below := 0, 0, 0
	for _, v := range c.Values {
		x, isNumber := sheet.Number(v.Text)
		if !isNumber || x != math.Trunc(x) || math.Abs(x) > 5 {
			return 0, false
		}
		if x < 0 {
			below++
		}
		low, high = min(low, int(x)), max(high, int(x))
	}
	return max(high, -low), below >= 2 && high >= 1 && c.Distinct >= 4
}

// onNumbers makes a column one that may be an item, without what means no answer: 9
// beyond a scale of at most 7 points is a code for it as well.
func (c *Column) onNumbers(f figures) {
	nine := false
	if f.high == 9 {
		next := c.nextBelow(9)
		if nine = next <= 7 && next >= 2; nine {
			f.high = next
		}
	}
	c.low, c.high = int(f.low), int(f.high)
	c.numbered = true
	c.setAside(func(v Value) bool {
		x, ok := sheet.Number(v.Text)
		return numberedNoAnswer(v) || ok && nine && x == 9
	})
}

// counts makes an ID of a column that counts the rows or numbers records; another
// stays a number, for a reason.
func (c *Column) counts(s *sheet.Sheet, f figures, why remark.Remark) {
	switch {
	case c.sequence(s):
		c.Kind, c.Why = ID, remark.Of("the values count the rows")
	case f.whole && f.low >= 1e6 && c.Distinct*10 >= c.answers(s)*9:
		c.Kind, c.Why = ID, remark.Of("the values are long numbers, each another")
	default:
		c.Why = why
	}
}

// nextBelow is the largest number below another.
func (c *Column) nextBelow(x float64) float64 {
	next := math.Inf(-1)
	for _, v := range c.Values {
		if y, ok := sheet.Number(v.Text); ok && y < x {
			next = math.Max(next, y)
		}
	}
	return next
}

// steps reports the codes of a scale that go up to 100 in even steps: 0, 25, 50,
// 75, 100. A slider gives numbers between them.
func (c *Column) steps(f figures) (step int, ok bool) {
	if !f.whole || f.low < 0 || f.high > 100 || f.high <= 10 || f.others > 0 || c.Distinct < 3 {
		return 0, false
	}
	for _, step := range []int{25, 20, 10} {
		if c.Distinct <= 100/step+1 && !slices.ContainsFunc(c.Values, func(v Value) bool {
			x, _ := sheet.Number(v.Text)
			return int(x)%step != 0
		}) && (step > 10 || f.high == 100) {
			return step, step > 10
		}
	}
	return 0, false
}

// stray reports so few cells of n that they are remarks among answers: one in
// ten, or a single one among eight.
func stray(cells, n int) bool { return cells*10 <= n || cells == 1 && n >= 8 }

// ranged finds the scale that a question names itself: "(1-10)", "skala 1 s/d 5".
var ranged = pattern.New(`(?i)(?:[(\[]|\b(?:skala|scale|rating)\b)[^()\[\]]{0,20}?\b([01])\s*(?:-|–|—|s/d|s\.d\.?|sampai(?: dengan)?|hingga|to)\s*(\d{1,2})\b`)

// declaredRange is the range of numbers that a header names, as long as nearly
// all answers keep to it.
func (c *Column) declaredRange() (low, high int, ok bool) {
	m := ranged.FindStringSubmatch(c.Header)
	if m == nil || keyOfClasses.MatchString(c.Header) && aboutPeople(c.Statement) { // of years: "1 = <1, 2 = 1-5"
		return 0, 0, false
	}
	low, _ = strconv.Atoi(m[1])
	high, _ = strconv.Atoi(m[2])
	return low, high, high >= 3 && high <= 10 && c.keeps(low, high)
}

// sequence reports a column that counts 1, 2, 3, … down the rows.
func (c *Column) sequence(s *sheet.Sheet) bool {
	if s.Len() < 2 {
		return false
	}
	last := math.Inf(-1)
	steps := 0
	for i := range s.Len() {
		v, ok := sheet.Number(s.Cell(i, c.Index))
		if !ok {
			continue
		}
		if v <= last {
			return false
		}
		if v == last+1 {
			steps++
		}
		last = v
	}
	return steps*10 >= (s.Len()-1)*7
}

// decimalComma is the comma of a number, which separates no choices.
var decimalComma = pattern.New(`(\d),(\d)`)

// multi reports cells that join several of few choices. A choice stands in
// different company in different cells; the parts of a sentence do not.
func (c *Column) multi() bool {
	for _, sep := range []string{", ", ";", ","} {
		tokens, company := map[string]int{}, map[string]int{}
		cells, joined, total, met := 0, 0, 0, false
		for _, v := range c.Values {
			cells += v.N
			parts := strings.Split(decimalComma.ReplaceAllString(v.Folded, "$1.$2"), sep)
			if len(parts) > 1 {
				joined += v.N
			}
			for _, p := range parts {
				if p = strings.TrimSpace(p); p != "" {
					tokens[p] += v.N
					total += v.N
					company[p]++
					met = met || company[p] > 1
				}
			}
		}
		if met && joined >= 2 && joined*5 >= cells && len(tokens)*2 <= total && len(tokens) <= 30 {
			return true
		}
	}
	return false
}
