package responses

import (
	"encoding/binary"
	"slices"

	"wogreport/internal/study"
)

// EmptyRows marks the rows without an answer. The caller must not change it.
func (t *Table) EmptyRows() []bool {
	if t.empty != nil {
		return t.empty
	}
	out := slices.Repeat([]bool{true}, t.N) // of a table that was put together
	for _, c := range t.Columns {
		for i, code := range c.Codes {
			out[i] = out[i] && code == Missing
		}
	}
	t.answeredOutside(out)
	return out
}

func (t *Table) answeredOutside(empty []bool) {
	for _, c := range t.Columns {
		for _, rows := range c.Outside {
			for _, i := range rows {
				empty[i] = false
			}
		}
	}
}

// patterns finds the rows without an answer, and those with the same number for every
// item that they answer, as it was ticked: to how many items that is, 255 at most.
func (t *Table) patterns(st *study.Study) (empty []bool, straight []uint8) {
	empty, straight = make([]bool, t.N), make([]uint8, t.N)
	scales := scalesOf(t, st)
	inParallel(t.N, func(from, to int) {
		for ; from < to; from += rowsOfBlock {
			end := min(from+rowsOfBlock, to)
			patternsIn(scales, empty[from:end], straight[from:end], from)
		}
	})
	t.answeredOutside(empty)
	return empty, straight
}

// scaleColumns are the columns that are answered with the same numbers.
type scaleColumns struct {
	values []int // by the point
	codes  [][]uint8
}

func scalesOf(t *Table, st *study.Study) []scaleColumns {
	var out []scaleColumns
	columns := t.Columns
	for _, c := range st.Constructs {
		var values []int
		for _, p := range c.Scale.Points {
			values = append(values, c.Scale.InFile(p.Value))
		}
		at := slices.IndexFunc(out, func(s scaleColumns) bool { return slices.Equal(s.values, values) })
		if at < 0 {
			at = len(out)
			out = append(out, scaleColumns{values: values})
		}
		for range c.Items {
			out[at].codes = append(out[at].codes, columns[0].Codes)
			columns = columns[1:]
		}
	}
	return out
}

// patternsIn is patterns of a block of rows, the first of which is the given one. Of
// answers that are all the same every bit stands in all of them or in none.
func patternsIn(scales []scaleColumns, empty []bool, straight []uint8, first int) {
	var value [rowsOfBlock]int
	var differ [rowsOfBlock]bool
	for _, s := range scales {
		for len(s.codes) > 0 {
			some := s.codes[:min(len(s.codes), 252)] // as many as a byte counts
			s.codes = s.codes[len(some):]
			var b bitsOfRows
			for ; len(some) > 0; some = some[min(len(some), 4):] {
				b.add(some[:min(len(some), 4)], first, len(straight))
			}
			for i := range straight {
				switch {
				case b.n[i] == 0:
					continue
				case b.any[i]&b.missing[i] != 0:
					differ[i] = true
				case straight[i] == 0:
					value[i] = s.values[b.any[i]-1]
				default:
					differ[i] = differ[i] || value[i] != s.values[b.any[i]-1]
				}
				straight[i] += min(b.n[i], 255-straight[i])
			}
		}
	}
	for i := range straight {
		empty[i] = straight[i] == 0
		if differ[i] {
			straight[i] = 0
		}
	}
}

// bitsOfRows is what the answers of each row of a block have.
type bitsOfRows struct {
	any     [rowsOfBlock]uint8 // bits that some answer has
	missing [rowsOfBlock]uint8 // bits that some answer has not
	n       [rowsOfBlock]uint8 // answers
}

// add adds four columns at most, of each the given rows, eight at a time.
func (b *bitsOfRows) add(columns [][]uint8, first, rows int) {
	const seven, high = 0x7F7F7F7F7F7F7F7F, 0x8080808080808080
	var four [4][]uint8
	for k := range four {
		switch {
		case k >= len(columns):
			four[k] = noAnswers[:]
		case rows%8 == 0:
			four[k] = columns[k][first:][:rows]
		default:
			four[k] = append(slices.Clone(columns[k][first:][:rows]), noAnswers[:8]...)
		}
	}
	for i := 0; i < rows; i += 8 {
		any, missing, n := b.any[i:][:8], b.missing[i:][:8], b.n[i:][:8]
		bits, not, answers := get8(any), get8(missing), get8(n)
		for k := range four {
			v := get8(four[k][i:])
			answered := ((v&seven + seven) | v) & high >> 7
			bits |= v
			not |= ^v & (answered * 255)
			answers += answered
		}
		put8(any, bits)
		put8(missing, not)
		put8(n, answers)
	}
}

var noAnswers [rowsOfBlock]uint8

// rowsOfBlock rows are worked on at a time, so that what is known of them stays in the
// processor's nearest cache.
const rowsOfBlock = 2048

func get8(b []uint8) uint64 { return binary.LittleEndian.Uint64(b) }

func put8(b []uint8, v uint64) { binary.LittleEndian.PutUint64(b, v) }
