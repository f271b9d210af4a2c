package responses

import (
	"hash/maphash"
	"math/bits"
	"runtime"
	"slices"
	"strings"
	"time"

	"wogreport/internal/columns"
	"wogreport/internal/diag"
	"wogreport/internal/sheet"
)

// trace is what is kept of a row until all rows are known.
type trace struct {
	// hash is of the identifier, or of everything but times and numbers of records; 0
	// where there is none, or two equal rows prove nothing.
	hash      uint64
	at        int64 // when, in seconds; of the zero time.Time where that is not known
	who       bool  // something in the row says who it is, or is in the respondent's own words
	elsewhere bool  // the same identifier stands in an earlier row of another cohort
}

// near reports whether two rows may come from pressing the button twice.
func (t *trace) near(o *trace) bool {
	apart := o.at - t.at
	return apart <= int64(Near/time.Second) && -apart <= int64(Near/time.Second)
}

// traces returns what tells two rows of one respondent; nil where nothing would.
func (p *coding) traces(s *source, diags *diag.List) []trace {
	g, kinds := s.sheet, s.kinds
	if name := p.st.Responses.Identifier; name != "" {
		m, ok := s.headers.one(name, identifierName, p.st.At("responses.identifier"), diags)
		if !ok {
			return nil
		}
		out := make([]trace, g.Len())
		for i, id := range columns.Identify(len(out), func(i int) string { text, _ := m.cell(g, i); return text }) {
			if id != "" {
				out[i].hash = maphash.String(p.seed, id) | 1
			}
		}

		return out
	}
	times := slices.Index(kinds, columns.Timestamp)
	if times < 0 && !slices.ContainsFunc(kinds, func(k columns.Kind) bool { return k.Personal() || k == columns.Text }) {
		return nil
	}
	var looks []look
	for col, k := range kinds {
		if k == columns.Timestamp || k == columns.ID || k == columns.Service {
			continue
		}
		// An office has one address on the network.
		looks = append(looks, newLook(g, col, k.Personal() && k != columns.IP || k == columns.Text, p.seed))
	}
	out := make([]trace, g.Len())
	inParallel(len(out), func(from, to int) {
		for ; from < to; from += rowsOfBlock {
			part := out[from:min(from+rowsOfBlock, to)]
			for _, l := range looks {
				l.add(part, from)
			}
			for i := range part {
				t, at, timed := &part[i], time.Time{}, false
				if times >= 0 {
					at, timed = sheet.Time(g.Cell(from+i, times))
				}
				t.at = at.Unix()
				if t.hash |= 1; !t.who && !timed {
					t.hash = 0
				}
			}
		}
	})
	return out
}

// look is how the cells of a column are looked at.
type look struct {
	sheet *sheet.Sheet
	col   int
	own   bool // a cell that holds something says who it is
	seed  maphash.Seed

	codes  []uint8 // nil where the column is not coded
	hashes [256]uint64
	whose  [256]bool
}

func newLook(g *sheet.Sheet, col int, own bool, seed maphash.Seed) look {
	l := look{sheet: g, col: col, own: own, seed: seed}
	if c, ok := g.Coded(col); ok {
		l.codes = c.Codes
		for code, text := range c.Texts {
			l.hashes[code], l.whose[code] = l.at(text)
		}
	}
	return l
}

func (l *look) at(text string) (hash uint64, who bool) {
	return maphash.String(l.seed, strings.TrimSpace(text)), l.own && !sheet.Empty(text)
}

// add adds the column's cells to the traces of rows, the first of which is the given one.
func (l *look) add(out []trace, first int) {
	for i := range out {
		var hash uint64
		var who bool
		if l.codes != nil {
			hash, who = l.hashes[l.codes[first+i]], l.whose[l.codes[first+i]]
		} else {
			hash, who = l.at(l.sheet.Cell(first+i, l.col))
		}
		t := &out[i]
		t.hash = bits.RotateLeft64(t.hash^hash, 27) * 0x9E3779B97F4A7C15
		t.who = t.who || who
	}
}

// lastRows is, of each row, the last one before it with the same hash, -1 for none and of rows without one.
// Each worker looks at the hashes that are its own.
func lastRows(rows []trace) []int32 {
	out := slices.Repeat([]int32{-1}, len(rows))
	workers := runtime.GOMAXPROCS(0)
	if len(rows) < 1<<12 {
		workers = 1
	}
	inParallel(workers, func(from, to int) {
		for worker := from; worker < to; worker++ {
			lastOf(rows, out, uint64(worker), uint64(workers))
		}
	})
	return out
}

func lastOf(rows []trace, out []int32, worker, workers uint64) {
	own := func(hash uint64) bool { return hash != 0 && hash>>1%workers == worker }
	n := 0
	for i := range rows {
		if own(rows[i].hash) {
			n++
		}
	}
	at := make([]int32, 2<<bits.Len(uint(n))) // by hash, 1 + the last row with it; half are free
	for i := range rows {
		hash := rows[i].hash
		if !own(hash) {
			continue
		}
		k := int(hash>>20) & (len(at) - 1)
		for at[k] != 0 && rows[at[k]-1].hash != hash {
			k = (k + 1) & (len(at) - 1)
		}
		out[i] = at[k] - 1
		at[k] = int32(i + 1)
	}
}
