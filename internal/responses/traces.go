package responses

import (
	"hash/maphash"
	"math/bits"
	"slices"
	"strings"
	"time"

	"wogreport/internal/columns"
	"wogreport/internal/diag"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// trace is what is kept of a row until all rows are known.
type trace struct {
	// hash is of the identifier, or of everything but times and numbers of records; 0
	// where there is none, or two equal rows prove nothing.
	hash uint64
	at   int64 // when, in seconds; of the zero time.Time where that is not known
	who  bool  // something in the row says who it is, or is in the respondent's own words
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
		inParallel(len(out), func(from, to int) {
			for i := from; i < to; i++ {
				if text, _ := m.cell(g, i); study.FoldLabel(text) != "" {
					out[i].hash = maphash.String(p.seed, study.FoldLabel(text)) | 1
				}
			}
		})
		return out
	}
	times := slices.Index(kinds, columns.Timestamp)
	if times < 0 && !slices.ContainsFunc(kinds, func(k columns.Kind) bool { return k.Personal() || k == columns.Text }) {
		return nil
	}
	out := make([]trace, g.Len())
	inParallel(len(out), func(from, to int) { p.trace(g, kinds, times, out[from:to], from) })
	return out
}

// trace fills in the traces of rows, the first of which is the given one, column by
// column. times is the column of times, -1 for none.
func (p *coding) trace(g *sheet.Sheet, kinds []columns.Kind, times int, out []trace, first int) {
	for col, k := range kinds {
		if k == columns.Timestamp || k == columns.ID || k == columns.Service {
			continue
		}
		// An office has one address on the network.
		own := k.Personal() && k != columns.IP || k == columns.Text
		look := func(text string) (hash uint64, who bool) {
			return maphash.String(p.seed, strings.TrimSpace(text)), own && !sheet.Empty(text)
		}
		c, coded := g.Coded(col)
		var hashes [256]uint64
		var whose [256]bool
		for code, text := range c.Texts {
			hashes[code], whose[code] = look(text)
		}
		for i := range out {
			t := &out[i]
			var hash uint64
			var who bool
			if coded {
				hash, who = hashes[c.Codes[first+i]], whose[c.Codes[first+i]]
			} else {
				hash, who = look(g.Cell(first+i, col))
			}
			t.hash = bits.RotateLeft64(t.hash^hash, 27) * 0x9E3779B97F4A7C15
			t.who = t.who || who
		}
	}
	for i := range out {
		t, at, timed := &out[i], time.Time{}, false
		if times >= 0 {
			at, timed = sheet.Time(g.Cell(first+i, times))
		}
		t.at = at.Unix()
		if t.hash |= 1; !t.who && !timed {
			t.hash = 0
		}
	}
}

// lastRows finds, of each row, the one before it with the same trace.
type lastRows struct {
	rows []trace
	at   []int32 // by hash, 1 + the last row with it; a power of two of them
}

func newLastRows(rows []trace) *lastRows {
	return &lastRows{rows, make([]int32, 2<<bits.Len(uint(len(rows))))}
}

// next is the last row before the i-th with the same hash, -1 for none. Rows are asked
// for in order.
func (l *lastRows) next(i int) int {
	hash, mask := l.rows[i].hash, len(l.at)-1
	for k := int(hash >> 20); ; k++ {
		at := &l.at[k&mask]
		switch {
		case *at == 0:
			*at = int32(i + 1)
			return -1
		case l.rows[*at-1].hash == hash:
			before := int(*at - 1)
			*at = int32(i + 1)
			return before
		}
	}
}
