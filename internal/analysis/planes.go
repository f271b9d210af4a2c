package analysis

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// plane is one bit of a column's scores (or whether it was answered), for the
// rows of a block, 64 to a word.
type plane []uint64

// planes is the working memory of one worker.
type planes struct {
	tables   []spread
	bit      [][]plane // per column: plane b holds bit b of the score
	answered []plane
	total    []int // of each row
	count    []int // answers in each row

	complete [][]uint8 // per column: codes of rows that every column answered, gathered
	gathered int       // how many rows these are
	rows     []uint16  // which of a block's they are
	tally    []int64   // how often each total of them occurs, where totals are small
	sums     [64]uint64

	byCount   []scoreSums // of a block's rows, by their number of answers
	even, odd []int64     // an item times the total, likewise, of every other row
}

// spread is a column's lookup table: byte b of words[code] is bit b of
// the score of a code, the last of bits+1 bytes is 1 for an answer.
type spread struct {
	bits  int
	words [][256]uint64 // eight planes a word
	valid [256]uint8    // 1 for the code of an answer
	score [256]int32    // from the least score of all
}

func newPlanes(cols []Column, base int) *planes {
	rows := min(len(cols[0].Codes), blockRows)
	words := (rows + 63) / 64
	p := &planes{
		tables:   make([]spread, len(cols)),
		bit:      make([][]plane, len(cols)),
		answered: make([]plane, len(cols)),
		total:    make([]int, rows),
		count:    make([]int, rows),
		complete: make([][]uint8, len(cols)),
		rows:     make([]uint16, 0, rows),
		byCount:  make([]scoreSums, len(cols)+1),
		even:     make([]int64, len(cols)+1),
		odd:      make([]int64, len(cols)+1),
	}
	most := 0
	for i, c := range cols {
		t := &p.tables[i]
		if len(c.Scores) > 0 {
			t.bits = bits.Len(uint(slices.Max(c.Scores) - base))
			most += slices.Max(c.Scores) - base
		}
		t.words = make([][256]uint64, t.bits/8+1)
		for s, score := range c.Scores {
			code, v := s+1, score-base
			t.score[code], t.valid[code] = int32(v), 1
			for b := range t.bits {
				t.words[b/8][code] |= uint64(v>>b&1) << (b % 8 * 8)
			}
			t.words[t.bits/8][code] |= 1 << (t.bits % 8 * 8)
		}
		p.complete[i] = make([]uint8, rows)
		p.answered[i] = make(plane, words)
		p.bit[i] = make([]plane, t.bits)
		for b := range p.bit[i] {
			p.bit[i][b] = make(plane, words)
		}
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
func (p *planes) sum(complete, pairs *moments, cols []Column, from, to int) {
	for ; from < to; from += blockRows {
		n := min(blockRows, to-from)
		if pairs != nil {
			for i, c := range cols {
				p.load(i, c.Codes[from:from+n])
			}
			p.rowTotals(cols, from, n)
			p.sumPairs(pairs)
			p.sumScores(pairs, cols, from, n)
		}
		if complete != nil {
			p.gather(complete, cols, from, n)
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
func (p *planes) gather(m *moments, cols []Column, from, n int) {
	p.findComplete(cols, from, n)
	found := len(p.rows)
	if p.gathered+found > len(p.complete[0]) {
		p.sumGathered(m)
	}
	for i, c := range cols {
		codes, to := c.Codes[from:from+n], p.complete[i][p.gathered:]
		if found == n {
			copy(to, codes)
			continue
		}
		for k, r := range p.rows {
			to[k] = codes[r]
		}
	}
	p.gathered += found
}

// findComplete lists the rows of a block that every column answered, eight at a time.
func (p *planes) findComplete(cols []Column, from, n int) {
	const seven, high = 0x7F7F7F7F7F7F7F7F, 0x8080808080808080
	p.rows = p.rows[:0]
	var all [blockRows / 8]uint64 // the high bit of each byte is set for a row
	words := (n + 7) / 8
	for i := range all[:words] {
		all[i] = high
	}
	for _, c := range cols {
		codes := c.Codes[from : from+n]
		for i := range n / 8 {
			v := binary.LittleEndian.Uint64(codes[8*i:])
			all[i] &= (v&seven + seven) | v
		}
		for r := n / 8 * 8; r < n; r++ {
			if codes[r] == 0 {
				all[r/8] &^= 0x80 << (r % 8 * 8)
			}
		}
	}
	for i, rows := range all[:words] {
		for ; rows != 0; rows &= rows - 1 {
			if r := 8*i + bits.TrailingZeros64(rows)/8; r < n {
				p.rows = append(p.rows, uint16(r))
			}
		}
	}
}

// load lays a block of a column's codes out as planes. Eight rows become one
// byte of every plane at once.
func (p *planes) load(col int, codes []uint8) {
	t := &p.tables[col]
	for w := range t.words {
		words := &t.words[w]
		var lanes [8][blockRows / 8]byte
		used := min(8, t.bits+1-8*w)
		for r := 0; r < len(codes); r += 8 {
			var acc uint64
			if c := codes[r:]; len(c) >= 8 {
				acc = words[c[0]] | words[c[1]]<<1 | words[c[2]]<<2 | words[c[3]]<<3 |
					words[c[4]]<<4 | words[c[5]]<<5 | words[c[6]]<<6 | words[c[7]]<<7
			} else {
				for j, code := range c {
					acc |= words[code] << j
				}
			}
			for l := range lanes[:used] {
				lanes[l][r/8] = byte(acc >> (8 * l))
			}
		}
		for l := range used {
			dst := p.answered[col]
			if b := 8*w + l; b < t.bits {
				dst = p.bit[col][b]
			}
			for i := range dst {
				dst[i] = binary.LittleEndian.Uint64(lanes[l][8*i:])
			}
		}
	}
}

// both counts the rows that are set in two planes.
func both(a, b plane) (n int64) {
	b = b[:len(a)]
	for i, w := range a {
		n += int64(bits.OnesCount64(w & b[i]))
	}
	return n
}

// weighted is both of a plane with each of others, the b-th counting 2ᵇ. Three,
// the planes of a five-point scale, are counted in one go.
func weighted(rows plane, others []plane) (s int64) {
	if len(others) != 3 {
		for b := range others {
			s += both(rows, others[b]) << b
		}
		return s
	}
	var n0, n1, n2 int
	x, y, z := others[0][:len(rows)], others[1][:len(rows)], others[2][:len(rows)]
	for i, w := range rows {
		n0 += bits.OnesCount64(w & x[i])
		n1 += bits.OnesCount64(w & y[i])
		n2 += bits.OnesCount64(w & z[i])
	}
	return int64(n0 + n1<<1 + n2<<2)
}

// product sums the products of columns i and j.
func (p *planes) product(i, j int) (s int64) {
	for a := range p.bit[i] {
		s += weighted(p.bit[i][a], p.bit[j]) << a
	}
	return s
}

// over sums column i over the rows set in a plane.
func (p *planes) over(i int, rows plane) int64 { return weighted(rows, p.bit[i]) }

func (p *planes) sumPairs(m *moments) {
	k := m.k
	for i := range k {
		for j := range i + 1 {
			m.n[i*k+j] += both(p.answered[i], p.answered[j])
			m.cross[i*k+j] += p.product(i, j)
			m.sum[i*k+j] += p.over(i, p.answered[j])
			if i != j {
				m.n[j*k+i], m.cross[j*k+i] = m.n[i*k+j], m.cross[i*k+j]
				m.sum[j*k+i] += p.over(j, p.answered[i])
			}
		}
	}
}

// sumGathered adds the rows that were put together.
func (p *planes) sumGathered(m *moments) {
	rows := p.gathered
	if p.gathered = 0; rows == 0 {
		return
	}
	for i := range p.complete {
		p.load(i, p.complete[i][:rows])
	}
	all, k := p.answered[0], m.k
	for i := range k {
		s := p.over(i, all)
		for j := range k {
			m.n[i*k+j] += int64(rows)
			m.sum[i*k+j] += s
			if j <= i {
				m.cross[i*k+j] += p.product(i, j)
				m.cross[j*k+i] = m.cross[i*k+j]
			}
		}
	}
	for w := range (rows + 63) / 64 {
		sum := p.totals(w)
		for r := range min(64, rows-64*w) {
			t := 0
			for b, bits := range sum {
				t |= int(bits>>r&1) << b
			}
			if p.tally != nil {
				p.tally[t]++
			} else {
				m.totals[t]++
			}
		}
	}
}

// totals adds the scores of 64 rows: bit r of plane b is bit b of the total of row r.
func (p *planes) totals(word int) []uint64 {
	sum, used := &p.sums, 0
	clear(sum[:])
	for i := range p.bit {
		for b := range p.bit[i] {
			at := b
			for carry := p.bit[i][b][word]; carry != 0; at++ {
				sum[at], carry = sum[at]^carry, sum[at]&carry
			}
			used = max(used, at)
		}
	}
	return sum[:used]
}

// rowTotals finds the totals of the rows of a block and the numbers of answers in them.
func (p *planes) rowTotals(cols []Column, from, rows int) {
	total, count := p.total[:rows], p.count[:rows]
	clear(total)
	clear(count)
	for i, c := range cols {
		t := &p.tables[i]
		for r, code := range c.Codes[from : from+rows] {
			total[r] += int(t.score[code])
			count[r] += int(t.valid[code])
		}
	}
}

// sumScores sums what correlations with the rows' means need. The totals of the
// rows that answered an item are those of all rows but the few that did not.
func (p *planes) sumScores(m *moments, cols []Column, from, rows int) {
	total, count, k := p.total[:rows], p.count[:rows], m.k
	clear(p.byCount)
	for r, n := range count {
		s, sum := &p.byCount[n], int64(total[r])
		s.total += sum
		s.square += sum * sum
	}
	for i, c := range cols {
		codes, score := c.Codes[from:from+rows], &p.tables[i].score
		clear(p.even)
		clear(p.odd)
		r := 0
		for ; r+1 < rows; r += 2 { // two sums, so that one need not wait for the other
			p.even[count[r]] += int64(total[r]) * int64(score[codes[r]])
			p.odd[count[r+1]] += int64(total[r+1]) * int64(score[codes[r+1]])
		}
		if r < rows {
			p.even[count[r]] += int64(total[r]) * int64(score[codes[r]])
		}
		for n := range k {
			s := &m.scores[n*k+i]
			s.total += p.byCount[n+1].total
			s.square += p.byCount[n+1].square
			s.cross += p.even[n+1] + p.odd[n+1]
		}
		for w, answered := range p.answered[i] {
			for missing := ^answered; missing != 0; missing &= missing - 1 {
				r := 64*w + bits.TrailingZeros64(missing)
				if r >= rows {
					break
				}
				if n := count[r]; n > 0 {
					s, sum := &m.scores[(n-1)*k+i], int64(total[r])
					s.total -= sum
					s.square -= sum * sum
				}
			}
		}
	}
}
