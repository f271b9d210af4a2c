package columns

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"wogreport/internal/remark"
	"wogreport/internal/sheet"
)

// numberScales gives the columns of numbers their scales: those of up to 5,
// up to 7 and up to 10, a block as its widest column.
func numberScales(cols []Column, scales []Scale, key []answer) []Scale {
	n := numbering{cols: cols, of: map[int]int{}, apart: map[int]apart{}, below: map[int][]below{}}
	for i, c := range cols {
		if c.Kind == Likert && c.numbered {
			n.of[i] = 0
			n.items = append(n.items, i)
		}
	}
	n.codes()
	n.classes()
	n.fromZero()
	n.lone()
	n.narrower()
	spans := n.spans()
	n.withoutStrayZeros(spans)
	at := map[int]int{}
	for _, i := range n.items {
		class := n.of[i]
		if _, ok := at[class]; !ok {
			at[class] = len(scales)
			scales = append(scales, spans[class].made(key))
		}
		cols[i].Scale = at[class]
	}
	return scales
}

// numbering shares out the columns of numbers to scales, each known by a class.
type numbering struct {
	cols  []Column
	items []int            // the columns of numbers that are items
	of    map[int]int      // their classes
	apart map[int]apart    // classes of blocks that never reach the highest number of the others
	coded map[string][]int // by block, the numbers above a gap, which are taken for no answers
	below map[int][]below  // by class, such blocks that are read on the scale of the others
}

// apart is blocks that never reach the highest number of the others.
type apart struct {
	blocks string
	others int // that number
}

// below is a block that never reaches the highest number of its scale, and why it is
// read on that.
type below struct {
	blocks string
	why    remark.Remark
}

// tooFew is why a block has no scale of its own.
var tooFew = remark.Of("they are too few to tell a shorter scale")

// Classes: by size from 0 to 3, then those of columns whose headers name the
// scale (plus 16 times its lowest number plus its highest), then blocks apart.
// Those of blocks that alone go to zero are zeroClass more, those whose headers say that
// the lowest number is the best downClass; numbers on both sides of zero have signedClass.
const (
	signedClass   = 1 << 8
	zeroClass     = 1 << 9
	declaredClass = 1 << 10
	loneClass     = 1<<11 - 1
	apartClass    = 1 << 11
	downClass     = 1 << 16
)

// sizeOf is the class of scales by their highest number.
func sizeOf(high int) int {
	switch {
	case high <= 2:
		return 0
	case high <= 5:
		return 1
	case high <= 7:
		return 2
	}
	return 3
}

// classes puts each column into the class of its size, or of its block's.
func (n *numbering) classes() {
	top := map[string]int{}
	for _, i := range n.items {
		c := &n.cols[i]
		top[c.Block()] = max(top[c.Block()], c.high)
	}
	widest := 0
	for _, i := range n.items {
		c := &n.cols[i]
		h := c.high
		if b := c.Block(); b != "" {
			h = max(h, top[b])
		}
		n.of[i] = sizeOf(h)
		widest = max(widest, n.of[i])
	}
	for _, i := range n.items {
		c := &n.cols[i]
		if n.of[i] == 0 && c.Block() == "" { // hardly any spread: on its neighbours' scale
			n.of[i] = widest
		}
		if c.signed {
			n.of[i] = signedClass
		} else if c.declared {
			n.of[i] = declaredClass + 16*c.low + c.high
			if c.named != nil && c.named.down {
				n.of[i] += downClass
			}
		} else if d, ok := n.declaredFor(c, n.of[i]); ok {
			n.of[i] = d
		}
	}
}

// declaredFor is the class of another column that names the scale on which an
// undeclared one of the same size lies.
func (n *numbering) declaredFor(c *Column, class int) (int, bool) {
	for _, d := range n.cols {
		if d.declared && d.Kind == Likert && !(d.named != nil && d.named.down) && sizeOf(d.high) == class && c.low >= d.low && c.high <= d.high {
			return declaredClass + 16*d.low + d.high, true
		}
	}
	return 0, false
}

// fromZero parts the blocks that go to zero from those of their size that never do: a
// scale of 0 to 4 beside one of 1 to 5.
func (n *numbering) fromZero() {
	type count struct{ zeros, answers int }
	blocks := map[string]count{}
	from1 := map[int]bool{} // classes with a block that never goes to zero
	tops, highest := map[string]int{}, map[int]int{}
	var parted []int
	for _, i := range n.items {
		c := &n.cols[i]
		tops[c.Block()], highest[n.of[i]] = max(tops[c.Block()], c.high), max(highest[n.of[i]], c.high)
		b := blocks[c.Block()]
		for _, v := range c.Values {
			b.answers += v.N
			if x, ok := sheet.Number(v.Text); ok && x == 0 {
				b.zeros += v.N
			}
		}
		blocks[c.Block()] = b
	}
	for _, i := range n.items {
		c := &n.cols[i]
		if b := blocks[c.Block()]; c.Block() != "" && b.zeros == 0 && b.answers >= 2*minProof {
			from1[n.of[i]] = true
		}
	}
	for _, i := range n.items {
		c := &n.cols[i]
		least := 20                                // of as many answers, one zero
		if tops[c.Block()]+1 == highest[n.of[i]] { // it has as many points then as the others
			least = 50
		}
		if b := blocks[c.Block()]; c.Block() != "" && !c.declared && b.zeros*least >= b.answers && from1[n.of[i]] {
			parted = append(parted, i)
		}
	}
	for _, i := range parted {
		n.of[i] += zeroClass
	}
}

// codes sets aside the numbers that stand above a gap and are few: 8 and 9 beside 1 to
// 5 mean "don't know" and no answer in many files. It is asked, since they may be points.
func (n *numbering) codes() {
	n.coded = map[string][]int{}
	blocks := map[string]map[int]int{}
	for _, i := range n.items {
		c := &n.cols[i]
		if c.declared || c.signed {
			continue
		}
		b := c.Block()
		if blocks[b] == nil {
			blocks[b] = map[int]int{}
		}
		for _, v := range c.Values {
			if x, ok := sheet.Number(v.Text); ok {
				blocks[b][int(x)] += v.N
			}
		}
	}
	for b, counts := range blocks {
		n.coded[b] = aboveGap(counts)
	}
	for _, i := range n.items {
		c := &n.cols[i]
		codes := n.coded[c.Block()]
		if c.declared || c.signed || codes == nil {
			continue
		}
		c.setAside(func(v Value) bool {
			x, ok := sheet.Number(v.Text)
			return ok && slices.Contains(codes, int(x))
		})
		c.high = 0
		for _, v := range c.Values {
			if x, ok := sheet.Number(v.Text); ok {
				c.high = max(c.high, int(x))
			}
		}
	}
}

// aboveGap are the few numbers above a gap in many: 7 beside 1 to 5.
func aboveGap(counts map[int]int) []int {
	all, top := 0, 0
	for v, k := range counts {
		all, top = all+k, max(top, v)
	}
	gap := 2
	for gap < top && counts[gap] > 0 {
		gap++
	}
	if all < manyAnswers || gap < 4 || gap >= top || top > 9 {
		return nil
	}
	var codes []int
	few := 0
	for v := gap; v <= top; v++ {
		if counts[v] > 0 {
			codes = append(codes, v)
			few += counts[v]
		}
	}
	if few*5 > all {
		return nil
	}
	return codes
}

// lone puts columns of no block that never pass 5 beside such that go to 6 or 7 on
// the scale of these: few answers prove no scale of their own.
func (n *numbering) lone() {
	answers, high := 0, 0
	var low []int
	for _, i := range n.items {
		c := &n.cols[i]
		switch {
		case c.Block() != "" || c.declared:
		case n.of[i] == sizeOf(7):
			high = max(high, c.high)
		case n.of[i] == sizeOf(5) && c.low >= 1:
			low = append(low, i)
			for _, v := range c.Values {
				answers += v.N
			}
		}
	}
	if high == 0 || low == nil {
		return
	}
	class := sizeOf(7)
	if answers <= manyAnswers {
		n.below[class] = append(n.below[class], below{listOf(n.cols, low), tooFew})
	} else {
		class = loneClass
		n.apart[class] = apart{listOf(n.cols, low), high}
	}
	for _, i := range low {
		n.of[i] = class
	}
}

// listOf names columns by their headers, or by their letters where these are long.
func listOf(cols []Column, at []int) string {
	var out []string
	for _, i := range at {
		name := fmt.Sprintf("%q", cols[i].Header)
		if cols[i].Header == "" || utf8.RuneCountInString(name) > 30 {
			name = sheet.Letter(cols[i].Index)
		}
		out = append(out, name)
	}
	return strings.Join(out, ", ")
}

// narrower finds the blocks that never reach the highest number of others of
// their class. With many answers such a block is taken for one with a scale of
// its own, and that is asked; with few nothing is proved.
func (n *numbering) narrower() {
	type block struct {
		name    string
		class   int
		low     int
		high    int
		answers int
		items   []int
	}
	var blocks []*block
	high := map[int]int{} // by class
	for _, i := range n.items {
		c := &n.cols[i]
		class := n.of[i]
		high[class] = max(high[class], c.high)
		name := c.Block()
		if name == "" || c.declared || c.signed || class >= declaredClass {
			continue
		}
		k := slices.IndexFunc(blocks, func(b *block) bool { return b.name == name && b.class == class })
		if k < 0 {
			k = len(blocks)
			blocks = append(blocks, &block{name: name, class: class, low: c.low})
		}
		b := blocks[k]
		b.low, b.high, b.items = min(b.low, c.low), max(b.high, c.high), append(b.items, i)
		for _, v := range c.Values {
			b.answers += v.N
		}
	}
	twice := map[int]int{} // by class, blocks that are occasions of asking the same
	for _, b := range blocks {
		if occasion(b.name) {
			twice[b.class]++
		}
	}
	parted := map[string]int{} // class of size and highest number → the class of such blocks
	for _, b := range blocks {
		if _, whole := likely(b.low, b.high); whole >= high[b.class] || b.high < 3 || len(b.items) < 2 {
			continue
		}
		if why := tooFew; b.answers <= manyAnswers || twice[b.class] > 1 && occasion(b.name) {
			if b.answers > manyAnswers {
				why = remark.Of("other blocks ask the same at another time or of something else")
			}
			n.below[b.class] = append(n.below[b.class], below{b.name, why})
			continue
		}
		key := fmt.Sprint(b.class, b.high)
		class, ok := parted[key]
		if !ok {
			class = apartClass + len(parted)
			parted[key] = class
		}
		n.apart[class] = apart{strings.TrimPrefix(n.apart[class].blocks+", "+b.name, ", "), high[b.class]}
		for _, i := range b.items {
			n.of[i] = class
		}
	}
}

// spans gathers the numbers of each class.
func (n *numbering) spans() map[int]*span {
	spans := map[int]*span{}
	for _, i := range n.items {
		c := n.cols[i]
		s := spans[n.of[i]]
		if s == nil {
			s = &span{low: c.low, high: c.high, declared: c.declared, n: map[int]int{}, slips: map[float64][]Value{}, fromZero: n.of[i]&zeroClass != 0 && n.of[i] < declaredClass, apart: n.apart[n.of[i]], below: n.below[n.of[i]]}
			spans[n.of[i]] = s
		}
		s.add(c)
		s.names.add(c)
		for _, code := range n.coded[c.Block()] {
			if !c.declared && !slices.Contains(s.coded, code) {
				s.coded = append(s.coded, code)
			}
		}
	}
	n.besideDown(spans)
	return spans
}

// besideDown notes for scales whose questions name no ends that others of their size have the
// best answer below.
func (n *numbering) besideDown(spans map[int]*span) {
	for _, i := range n.items {
		c := &n.cols[i]
		if c.named == nil || !c.named.down {
			continue
		}
		for class, s := range spans {
			if class&downClass == 0 && class != signedClass && s.names.labels == nil && sizeOf(s.high) == sizeOf(c.high) && s.names.against == "" {
				s.names.against = c.Header
			}
		}
	}
}

// withoutStrayZeros takes the few zeros of a scale for no answers, where it is
// the only one that goes to zero: what a study calls missing holds for all its items.
func (n *numbering) withoutStrayZeros(spans map[int]*span) {
	zeros := 0
	for _, s := range spans {
		if s.low == 0 {
			zeros++
		}
	}
	for class, s := range spans {
		if zeros != 1 || !s.strayZeros() {
			continue
		}
		s.low, s.stray = 1, s.n[0]*rareShare > s.answers
		if !s.stray {
			s.slips[0] = []Value{{Text: "0", N: s.n[0]}}
		}
		for _, i := range n.items {
			if n.of[i] == class {
				n.cols[i].setAside(func(v Value) bool { x, ok := sheet.Number(v.Text); return ok && x == 0 })
			}
		}
	}
}
