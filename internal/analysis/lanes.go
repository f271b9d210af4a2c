package analysis

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// lanes is the working memory of one worker. A list of bytes, one of each row of a
// block, is worked on by eight rows to a machine word; a block ends with rows without
// an answer where its length is no multiple of eight.
type lanes struct {
	cols     []laneColumn
	codes    [][]uint8 // per column: of the block
	answered [][]uint8 // per column: 1 for an answer
	total    []int64   // of each row
	count    []int64   // answers in each row
	sums     rowSum

	complete [][]uint8 // per column: codes of rows that every column answered, gathered
	gathered int       // how many rows these are
	ones     []uint8   // 1 for each of them
	rows     []uint16  // which of a block's they are
	tally    []int64   // how often each total of them occurs, where totals are small

	byCount   []scoreSums // of a block's rows, by their number of answers
	even, odd []int64     // an item times the total, likewise, of every other row
}

// laneColumn is how a column's scores, counted from the least of all, are told by bytes:
// a score is start + step × value, and the digits of a value are below 128.
type laneColumn struct {
	start, step int64
	table       [][256]uint8 // per digit: of a code; none where the code is the value
	lists       [][]uint8    // per digit: of the block
	most        uint64       // the largest digit
	score       [256]int32
}

func newLaneColumn(c Column, base int) laneColumn {
	l := laneColumn{lists: make([][]uint8, 1), most: uint64(len(c.Scores))}
	if len(c.Scores) == 0 {
		return l
	}
	least, even := slices.Min(c.Scores), len(c.Scores) < 128
	step := 0
	for s, score := range c.Scores {
		l.score[s+1] = int32(score - base)
		step = divisor(step, score-least)
		even = even && score-c.Scores[0] == s*(c.Scores[min(1, len(c.Scores)-1)]-c.Scores[0])
	}
	if even { // evenly spaced, upwards or downwards
		if len(c.Scores) > 1 {
			l.step = int64(c.Scores[1] - c.Scores[0])
		}
		l.start = int64(c.Scores[0]-base) - l.step
		return l
	}
	l.start, l.step, l.most = int64(least-base), int64(step), 127
	for shift := 0; shift == 0 || (slices.Max(c.Scores)-least)/step>>shift > 0; shift += 7 {
		var digits [256]uint8
		for s, score := range c.Scores {
			digits[s+1] = uint8((score - least) / step >> shift & 127)
		}
		l.table = append(l.table, digits)
	}
	l.lists = make([][]uint8, len(l.table))
	return l
}

// divisor is the greatest common divisor.
func divisor(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// load takes a block of the column's codes.
func (l *laneColumn) load(codes []uint8) {
	if l.table == nil {
		l.lists[0] = codes
		return
	}
	for d := range l.lists {
		l.lists[d] = slices.Grow(l.lists[d][:0], len(codes))[:len(codes)]
		for r, code := range codes {
			l.lists[d][r] = l.table[d][code]
		}
	}
}

// over sums the values over the rows of a list of ones.
func (l *laneColumn) over(rows []uint8) (s int64) {
	for d, digits := range l.lists {
		s += dot(digits, rows, l.most) << (7 * d)
	}
	return s
}

// addTo adds the steps of each row to a sum.
func (l *laneColumn) addTo(sum *rowSum) {
	for d, digits := range l.lists {
		sum.add(l.step<<(7*d), digits)
	}
}

// product sums the products of the values of two columns.
func (l *laneColumn) product(o *laneColumn) (s int64) {
	for d, digits := range l.lists {
		for e, others := range o.lists {
			s += dot(digits, others, l.most*o.most) << (7 * (d + e))
		}
	}
	return s
}

// dot sums the products of the bytes of two lists, none of which is larger than the given
// product, nor a byte above 127. The top lane of the product of one word and another one,
// turned round, is the sum of the products of their lanes, as far as it holds that.
func dot(a, b []uint8, most uint64) int64 {
	var s, t uint64
	if 8*most < 1<<8 {
		for len(a) >= 32 && len(b) >= 32 {
			s += binary.LittleEndian.Uint64(a)*binary.BigEndian.Uint64(b)>>56 +
				binary.LittleEndian.Uint64(a[8:])*binary.BigEndian.Uint64(b[8:])>>56
			t += binary.LittleEndian.Uint64(a[16:])*binary.BigEndian.Uint64(b[16:])>>56 +
				binary.LittleEndian.Uint64(a[24:])*binary.BigEndian.Uint64(b[24:])>>56
			a, b = a[32:], b[32:]
		}
	}
	for len(a) >= 8 && len(b) >= 8 { // lanes of two bytes
		x, y := binary.LittleEndian.Uint64(a), binary.BigEndian.Uint64(b)
		s += (x&evenBytes)*(y>>8&evenBytes)>>48 + (x>>8&evenBytes)*(y&evenBytes)>>48
		a, b = a[8:], b[8:]
	}
	return int64(s + t)
}

const evenBytes = 0x00FF00FF00FF00FF

// rowSum is a sum of lists of bytes, each counting so many times, row by row.
type rowSum struct {
	terms     []term
	low, high [blockRows / 8]uint64 // of every other row, by lanes of two bytes
}

// term is up to 512 lists that count alike, so that a lane holds their sum.
type term struct {
	weight int64
	lists  [][]uint8
}

// add adds a list to the sum.
func (s *rowSum) add(weight int64, list []uint8) {
	at := slices.IndexFunc(s.terms, func(t term) bool { return t.weight == weight && len(t.lists) < 512 })
	if at < 0 {
		at = len(s.terms)
		s.terms = append(s.terms, term{weight: weight})
	}
	s.terms[at].lists = append(s.terms[at].lists, list)
}

// to puts the sum of each row there, and begins a new one.
func (s *rowSum) to(out []int64) {
	clear(out)
	words := (len(out) + 7) / 8
	low, high := s.low[:words], s.high[:words]
	for _, t := range s.terms {
		clear(low)
		clear(high)
		for _, list := range t.lists {
			for w := range low {
				v := binary.LittleEndian.Uint64(list[8*w:])
				low[w] += v & evenBytes
				high[w] += v >> 8 & evenBytes
			}
		}
		for r := range out {
			word := low[r/8]
			if r%2 == 1 {
				word = high[r/8]
			}
			out[r] += t.weight * int64(word>>(r%8/2*16)&0xFFFF)
		}
	}
	s.terms = s.terms[:0]
}

func newLanes(cols []Column, base int) *lanes {
	rows := min((len(cols[0].Codes)+7)/8*8, blockRows)
	p := &lanes{
		cols:     make([]laneColumn, len(cols)),
		codes:    make([][]uint8, len(cols)),
		answered: make([][]uint8, len(cols)),
		total:    make([]int64, rows),
		count:    make([]int64, rows),
		complete: make([][]uint8, len(cols)),
		ones:     slices.Repeat([]uint8{1}, rows),
		rows:     make([]uint16, 0, rows),
		byCount:  make([]scoreSums, len(cols)+1),
		even:     make([]int64, len(cols)+1),
		odd:      make([]int64, len(cols)+1),
	}
	most := 0
	for i, c := range cols {
		p.cols[i] = newLaneColumn(c, base)
		if len(c.Scores) > 0 {
			most += slices.Max(c.Scores) - base
		}
		p.complete[i] = make([]uint8, rows)
	}
	if most < maxTally {
		p.tally = make([]int64, most+1)
	}
	return p
}

// maxTally is up to which total a list counts them; a map counts larger ones.
const maxTally = 1 << 16

// sum adds the rows from..to of the columns: the complete ones to complete,
// all by pairs of columns to pairs. Either may be nil.
func (p *lanes) sum(complete, pairs *moments, cols []Column, from, to int) {
	for ; from < to; from += blockRows {
		n := min(blockRows, to-from)
		for i, c := range cols {
			p.codes[i] = c.Codes[from : from+n]
			if n%8 != 0 {
				p.codes[i] = append(slices.Clone(p.codes[i]), make([]uint8, 8-n%8)...)
			}
		}
		if pairs != nil {
			p.sumPairs(pairs)
			p.sumScores(pairs, n)
		}
		if complete != nil {
			p.gather(complete)
		}
	}
	if complete != nil {
		p.sumGathered(complete)
		for t, c := range p.tally {
			if c > 0 {
				complete.totals[t] += c
			}
		}
	}
}

// gather puts the complete rows of a block together with those before them, and sums
// these once there is no room for more.
func (p *lanes) gather(m *moments) {
	p.findComplete()
	if p.gathered+len(p.rows) > len(p.complete[0]) {
		p.sumGathered(m)
	}
	for i, codes := range p.codes {
		to := p.complete[i][p.gathered:]
		if len(p.rows) == len(codes) {
			copy(to, codes)
			continue
		}
		for k, r := range p.rows {
			to[k] = codes[r]
		}
	}
	p.gathered += len(p.rows)
}

// findComplete lists the rows of a block that every column answered, eight at a time.
func (p *lanes) findComplete() {
	p.rows = p.rows[:0]
	var all [blockRows / 8]uint64 // the high bit of each byte is set for a row
	words := all[:len(p.codes[0])/8]
	for i := range words {
		words[i] = highBits
	}
	for _, codes := range p.codes {
		for i := range words {
			words[i] &= answers(binary.LittleEndian.Uint64(codes[8*i:]))
		}
	}
	for i, rows := range words {
		for ; rows != 0; rows &= rows - 1 {
			p.rows = append(p.rows, uint16(8*i+bits.TrailingZeros64(rows)/8))
		}
	}
}

const highBits = 0x8080808080808080

// answers has the high bit of each byte that is not 0, at least.
func answers(codes uint64) uint64 { return (codes&^highBits + ^uint64(highBits)) | codes }

func (p *lanes) sumPairs(m *moments) {
	for i, codes := range p.codes {
		p.cols[i].load(codes)
		p.answered[i] = slices.Grow(p.answered[i][:0], len(codes))[:len(codes)]
		for r := 0; r < len(codes); r += 8 {
			binary.LittleEndian.PutUint64(p.answered[i][r:], answers(binary.LittleEndian.Uint64(codes[r:]))&highBits>>7)
		}
	}
	for i := range p.cols {
		for j := range i + 1 {
			a, b := &p.cols[i], &p.cols[j]
			n := dot(p.answered[i], p.answered[j], 1)
			m.addPair(i, j, a, b, n, a.over(p.answered[j]), b.over(p.answered[i]), a.product(b))
		}
	}
}

// addPair adds what n rows answered, of which the sums of values and of their products are given.
func (m *moments) addPair(i, j int, a, b *laneColumn, n, sumA, sumB, product int64) {
	at, back := i*m.k+j, j*m.k+i
	m.n[at] += n
	m.sum[at] += n*a.start + a.step*sumA
	m.cross[at] += n*a.start*b.start + a.start*b.step*sumB + a.step*b.start*sumA + a.step*b.step*product
	if i != j {
		m.n[back] = m.n[at]
		m.sum[back] += n*b.start + b.step*sumB
		m.cross[back] = m.cross[at]
	}
}

// sumGathered adds the rows that were put together.
func (p *lanes) sumGathered(m *moments) {
	rows := p.gathered
	if p.gathered = 0; rows == 0 {
		return
	}
	all := (rows + 7) / 8 * 8
	sums := make([]int64, m.k)
	for i, codes := range p.complete {
		clear(codes[rows:all])
		p.cols[i].load(codes[:all])
		sums[i] = p.cols[i].over(p.ones[:all])
	}
	for i := range p.cols {
		for j := range i + 1 {
			m.addPair(i, j, &p.cols[i], &p.cols[j], int64(rows), sums[i], sums[j], p.cols[i].product(&p.cols[j]))
		}
	}
	start, totals := int64(0), p.total[:rows]
	for i := range p.cols {
		start += p.cols[i].start
		p.cols[i].addTo(&p.sums)
	}
	p.sums.to(totals)
	for _, t := range totals {
		t += start
		if p.tally != nil {
			p.tally[t]++
		} else {
			m.totals[int(t)]++
		}
	}
}

// sumScores sums what correlations with the rows' means need. The totals of the
// rows that answered an item are those of all rows but the few that did not.
func (p *lanes) sumScores(m *moments, rows int) {
	total, count, k := p.total[:rows], p.count[:rows], m.k
	for i := range p.cols {
		p.cols[i].addTo(&p.sums)
		p.sums.add(p.cols[i].start, p.answered[i])
	}
	p.sums.to(total)
	for _, answered := range p.answered {
		p.sums.add(1, answered)
	}
	p.sums.to(count)
	clear(p.byCount)
	for r, n := range count {
		s, sum := &p.byCount[n], total[r]
		s.total += sum
		s.square += sum * sum
	}
	for i, codes := range p.codes {
		score := &p.cols[i].score
		clear(p.even)
		clear(p.odd)
		r := 0
		for ; r+1 < rows; r += 2 { // two sums, so that one need not wait for the other
			p.even[count[r]] += total[r] * int64(score[codes[r]])
			p.odd[count[r+1]] += total[r+1] * int64(score[codes[r+1]])
		}
		if r < rows {
			p.even[count[r]] += total[r] * int64(score[codes[r]])
		}
		for n := range k {
			s := &m.scores[n*k+i]
			s.total += p.byCount[n+1].total
			s.square += p.byCount[n+1].square
			s.cross += p.even[n+1] + p.odd[n+1]
		}
		for r, code := range codes[:rows] {
			if n := count[r]; code == 0 && n > 0 {
				s, sum := &m.scores[(n-1)*int64(k)+int64(i)], total[r]
				s.total -= sum
				s.square -= sum * sum
			}
		}
	}
}
