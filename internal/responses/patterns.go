package responses

import (
	"encoding/binary"
	"slices"

	"wogreport/internal/study"
)

// EmptyRows marks the rows without an answer.
func (t *Table) EmptyRows() []bool {
	out := make([]bool, t.N)
	inParallel(t.N, func(from, to int) {
		eachBlock(from, to, func(from, to int) {
			var any [rowsOfBlock]uint8
			for _, c := range t.Columns {
				for i := from; i < to; i += 8 {
					put8(any[:], i-from, load8(any[:], i-from)|load8(c.Codes[:to], i))
				}
			}
			for i := from; i < to; i++ {
				out[i] = any[i-from] == 0
			}
		})
	})
	for _, c := range t.Columns {
		for _, rows := range c.Outside {
			for _, i := range rows {
				out[i] = false
			}
		}
	}
	return out
}

// straightRows finds the rows with the same number for every item that they answer, as
// it was ticked, and says to how many items that is, 255 at most.
func (t *Table) straightRows(st *study.Study) []uint8 {
	out := make([]uint8, t.N)
	scales := scalesOf(t, st)
	inParallel(t.N, func(from, to int) {
		eachBlock(from, to, func(from, to int) { straightIn(scales, out[from:to], from) })
	})
	return out
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

// straightIn is straightRows of a block of rows, the first of which is the given one. Of
// answers that are all the same every bit stands in all of them or in none.
func straightIn(scales []scaleColumns, out []uint8, first int) {
	const seven, high = 0x7F7F7F7F7F7F7F7F, 0x8080808080808080
	var value [rowsOfBlock]int
	var differ [rowsOfBlock]bool
	for _, s := range scales {
		for len(s.codes) > 0 {
			some := s.codes[:min(len(s.codes), 255)] // as many as a byte counts
			s.codes = s.codes[len(some):]
			var any, missing, n [rowsOfBlock]uint8 // missing: bits that some answer has not
			for _, codes := range some {
				for i := 0; i < len(out); i += 8 {
					v := load8(codes[:first+len(out)], first+i)
					answered := ((v&seven + seven) | v) & high >> 7
					put8(any[:], i, load8(any[:], i)|v)
					put8(missing[:], i, load8(missing[:], i)|(^v&(answered*255)))
					put8(n[:], i, load8(n[:], i)+answered)
				}
			}
			for i := range out {
				switch {
				case n[i] == 0:
					continue
				case any[i]&missing[i] != 0:
					differ[i] = true
				case out[i] == 0:
					value[i] = s.values[any[i]-1]
				default:
					differ[i] = differ[i] || value[i] != s.values[any[i]-1]
				}
				out[i] += min(n[i], 255-out[i])
			}
		}
	}
	for i := range out {
		if differ[i] {
			out[i] = 0
		}
	}
}

// rowsOfBlock rows are worked on at a time, so that what is known of them stays in the
// processor's nearest cache.
const rowsOfBlock = 2048

func eachBlock(from, to int, do func(from, to int)) {
	for ; from < to; from += rowsOfBlock {
		do(from, min(from+rowsOfBlock, to))
	}
}

// load8 is eight bytes of a list, less where it ends before.
func load8(b []uint8, i int) uint64 {
	if i+8 <= len(b) {
		return binary.LittleEndian.Uint64(b[i:])
	}
	var last [8]uint8
	copy(last[:], b[i:])
	return binary.LittleEndian.Uint64(last[:])
}

func put8(b []uint8, i int, v uint64) { binary.LittleEndian.PutUint64(b[i:], v) }
