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
	}
	for i, c := range cols {
		t := &p.tables[i]
		if len(c.Scores) > 0 {
			t.bits = bits.Len(uint(slices.Max(c.Scores) - base))
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
		p.answered[i] = make(plane, words)
		p.bit[i] = make([]plane, t.bits)
		for b := range p.bit[i] {
			p.bit[i][b] = make(plane, words)
		}
	}
	return p
}

// sum adds the rows from..to of the columns: the complete ones to complete,
// all by pairs of columns to pairs. Either may be nil.
func (p *planes) sum(complete, pairs *moments, cols []Column, from, to int) {
	for ; from < to; from += blockRows {
		n := min(blockRows, to-from)
		for i, c := range cols {
			p.load(i, c.Codes[from:from+n])
		}
		p.rowTotals(cols, from, n)
		if pairs != nil {
			p.sumPairs(pairs)
			p.sumScores(pairs, cols, from, n)
		}
		if complete != nil { // last: it clears the other rows
			p.sumComplete(complete, n)
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
		for r := 0; r < len(codes); r += 8 {
			var acc uint64
			for j, code := range codes[r:min(r+8, len(codes))] {
				acc |= words[code] << j
			}
			for l := range lanes {
				lanes[l][r/8] = byte(acc >> (8 * l))
			}
		}
		for l := range min(8, t.bits+1-8*w) {
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

// product sums the products of columns i and j.
func (p *planes) product(i, j int) (s int64) {
	for a := range p.bit[i] {
		for b := range p.bit[j] {
			s += both(p.bit[i][a], p.bit[j][b]) << (a + b)
		}
	}
	return s
}

// over sums column i over the rows set in a plane.
func (p *planes) over(i int, rows plane) (s int64) {
	for a := range p.bit[i] {
		s += both(p.bit[i][a], rows) << a
	}
	return s
}

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

func (p *planes) sumComplete(m *moments, rows int) {
	complete := slices.Clone(p.answered[0])
	for i := range p.answered {
		for w := range complete {
			complete[w] &= p.answered[i][w]
		}
	}
	for i := range p.bit {
		for b := range p.bit[i] {
			for w := range complete {
				p.bit[i][b][w] &= complete[w]
			}
		}
	}
	k, n := m.k, both(complete, complete)
	for i := range k {
		s := p.over(i, complete)
		for j := range k {
			m.n[i*k+j] += n
			m.sum[i*k+j] += s
			if j <= i {
				m.cross[i*k+j] += p.product(i, j)
				m.cross[j*k+i] = m.cross[i*k+j]
			}
		}
	}
	for r, t := range p.total[:rows] {
		if complete[r/64]>>(r%64)&1 == 1 {
			m.totals[t]++
		}
	}
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

// sumScores sums what correlations with the rows' means need.
func (p *planes) sumScores(m *moments, cols []Column, from, rows int) {
	total, count := p.total, p.count
	for i, c := range cols {
		t := &p.tables[i]
		for r, code := range c.Codes[from : from+rows] {
			if t.valid[code] == 0 {
				continue
			}
			s, sum := &m.scores[(count[r]-1)*m.k+i], int64(total[r])
			s.total += sum
			s.square += sum * sum
			s.cross += sum * int64(t.score[code])
		}
	}
}
