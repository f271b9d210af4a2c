package responses

import (
	"fmt"
	"hash/maphash"
	"slices"
	"strconv"
	"strings"
	"time"

	"wogreport/internal/columns"
	"wogreport/internal/diag"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// Quality counts the respondents whose answers may not be answers. The rows
// are in the order of the files.
type Quality struct {
	Rows           int      // respondents before any was left out
	Duplicates     []RowRef // the same identifier as an earlier row, or all the same within minutes of it
	Straightliners []RowRef // the same answer to every item answered, of at least minStraight
	Remarkable     []RowRef // of these, those that a warning is due for
	Empty          []RowRef // no item answered
	Unchecked      bool     // nothing in the answers would show a duplicate: no identifier, time or name
	Excluded       Excluded
	Hidden         int  // rows that a workbook hides or filters out
	HiddenLeft     bool // the study leaves them out; they are not among Rows then
}

// Excluded counts the respondents that the study leaves out. One that is left
// out for several reasons counts for the first of them: empty, duplicate,
// straight-liner.
type Excluded struct{ Empty, Duplicates, Straightliners int }

// Total is how many respondents are left out.
func (e Excluded) Total() int { return e.Empty + e.Duplicates + e.Straightliners }

// minStraight is how many items the same answer to all is counted from: two are the
// same too often to say anything.
const minStraight = 3

// On how many items the same answer to all is worth a warning: on fewer it is often
// meant. With an item worded the other way round among them, four are enough, since
// the answers then contradict each other.
const (
	remarkable         = 6
	remarkableReversed = 4
)

// Near is how soon after the first a second copy of all answers comes from
// the same person, who pressed the button twice.
const Near = 10 * time.Minute

// StraightFrom is how many items a respondent of the study must have given the
// same answer to, and no other, to be counted for it; 0 where it has fewer items.
func StraightFrom(st *study.Study) int {
	items := 0
	for _, c := range st.Constructs {
		items += len(c.Items)
	}
	if items < minStraight {
		return 0
	}
	return minStraight
}

// trace is what is kept of a row until all rows are known.
type trace struct {
	id   string // folded identifier, "" for none
	hash uint64 // of everything but times and numbers of records; 0 when two equal rows prove nothing
	at   time.Time
	who  bool // something in the row says who it is, or is in the respondent's own words
}

// traces reads what tells two rows of one respondent.
func (p *coding) traces(s *source, diags *diag.List) []trace {
	g, kinds := s.sheet, s.kinds
	out := make([]trace, len(g.Rows))
	id := match{}
	if name := p.st.Responses.Identifier; name != "" {
		m, ok := s.headers.one(name, "the identifier", p.st.At("responses.identifier"), diags)
		if !ok {
			return out
		}
		id = m
	}
	times, proof := -1, false
	for i, k := range kinds {
		if k == columns.Timestamp && times < 0 {
			times = i
		}
		proof = proof || k.Personal() || k == columns.Text
	}
	for i, row := range g.Rows {
		t := &out[i]
		if id.cols != nil {
			text, _ := id.cell(row)
			t.id = study.FoldLabel(text)
			continue
		}
		timed := false
		if times >= 0 {
			t.at, timed = sheet.Time(row.Cell(times))
		}
		if !timed && !proof {
			continue
		}
		var hash maphash.Hash
		hash.SetSeed(p.seed)
		for col, k := range kinds {
			if k == columns.Timestamp || k == columns.ID || k == columns.Service {
				continue
			}
			text := row.Cell(col)
			// An office has one address on the network.
			t.who = t.who || (k.Personal() && k != columns.IP || k == columns.Text) && !sheet.Empty(text)
			hash.WriteString(strings.TrimSpace(text))
			hash.WriteByte(0)
		}
		if t.who || timed {
			t.hash = hash.Sum64() | 1
		}
	}
	return out
}

// judge finds the rows that a study may leave out, and leaves them out where
// it says so.
func (r *reader) judge() {
	t := r.table
	keep := r.keep()
	for t.untell(r.st.Privacy.MinCell, keep) {
		keep = r.keep()
	}
	if t.Quality.Excluded.Total() > 0 {
		t.filter(keep)
	}
}

// keep finds such rows, and says which are not left out.
func (r *reader) keep() []bool {
	t, q := r.table, &r.table.Quality
	*q = Quality{Rows: t.N, Hidden: r.hidden, HiddenLeft: r.st.Responses.Hidden == "leave-out"}
	q.Unchecked = r.st.Responses.Identifier == "" && !slices.ContainsFunc(r.rows, func(tr trace) bool { return tr.hash != 0 })
	keep := make([]bool, t.N)
	seen, copies := map[string]bool{}, map[uint64]int{}
	exclude := r.st.Responses.Exclude
	empty, straight := t.emptyRows(), t.straightRows(r.st)
	least, remarked := minStraight, remarkable
	for _, c := range r.st.Constructs {
		if slices.ContainsFunc(c.Items, func(it study.Item) bool { return it.Reverse }) {
			remarked = remarkableReversed
		}
	}
	for i, tr := range r.rows {
		twice := tr.id != "" && seen[tr.id]
		seen[tr.id] = true
		if first, ok := copies[tr.hash]; ok && tr.hash != 0 && tr.at.Sub(r.rows[first].at).Abs() <= Near {
			// In a room full of people who answer at once some give the same
			// answers; of nobody known only the next row tells a second press.
			twice = !empty[i] && (tr.who || first == i-1 && t.varied(i))
		}
		copies[tr.hash] = i
		if empty[i] {
			q.Empty = append(q.Empty, t.Rows[i])
		}
		if twice {
			q.Duplicates = append(q.Duplicates, t.Rows[i])
		}
		if straight[i] >= least {
			q.Straightliners = append(q.Straightliners, t.Rows[i])
		}
		if straight[i] >= remarked {
			q.Remarkable = append(q.Remarkable, t.Rows[i])
		}
		switch {
		case empty[i] && slices.Contains(exclude, "empty"):
			q.Excluded.Empty++
		case twice && slices.Contains(exclude, "duplicates"):
			q.Excluded.Duplicates++
		case straight[i] >= least && slices.Contains(exclude, "straightliners") && !r.st.Privacy.HidesCells(): // that none is left tells counts
			q.Excluded.Straightliners++
		default:
			keep[i] = true
		}
	}
	return keep
}

// Answered is how many respondents of the table answered at least one item.
func (t *Table) Answered() int {
	n := 0
	for _, empty := range t.emptyRows() {
		if !empty {
			n++
		}
	}
	return n
}

// AnsweredBy is Answered within each value of a column of Groups.
func (t *Table) AnsweredBy(column string) map[string]int {
	out := map[string]int{}
	empty := t.emptyRows()
	for i, value := range t.Groups[column] {
		if !empty[i] {
			out[study.CohortName(value)]++
		}
	}
	return out
}

func (t *Table) emptyRows() []bool {
	out := slices.Repeat([]bool{true}, t.N)
	for _, c := range t.Columns {
		for i, k := range c.Codes {
			out[i] = out[i] && k == Missing
		}
		for _, rows := range c.Outside {
			for _, i := range rows {
				out[i] = false
			}
		}
	}
	return out
}

// straightRows finds the rows with the same number for every item that they answer, as
// it was ticked, and says to how many items that is.
func (t *Table) straightRows(st *study.Study) []int {
	out := make([]int, t.N)
	var values [][]int
	for _, c := range st.Constructs {
		var v []int
		for _, p := range c.Scale.Points {
			v = append(v, c.Scale.InFile(p.Value))
		}
		for range c.Items {
			values = append(values, v)
		}
	}
	for i := range out {
		n, first, same := 0, 0, true
		for j, c := range t.Columns {
			k := c.Codes[i]
			if k == Missing {
				continue
			}
			v := values[j][k-1]
			if n++; n == 1 {
				first = v
			}
			same = same && v == first
		}
		if same {
			out[i] = n
		}
	}
	return out
}

// varied reports whether a row has two different answers.
func (t *Table) varied(row int) bool {
	first := Missing
	for _, c := range t.Columns {
		switch k := c.Codes[row]; {
		case k == Missing:
		case first == Missing:
			first = k
		case k != first:
			return true
		}
	}
	return false
}

// filter keeps some rows.
func (t *Table) filter(keep []bool) {
	at := make([]int, len(keep)) // of rows, afterwards
	for i, n := 0, 0; i < len(keep); i++ {
		at[i] = n
		if keep[i] {
			n++
		}
	}
	for _, c := range t.Columns {
		c.Codes = kept(c.Codes, keep)
		c.Unread, c.ByCode = moved(c.Unread, keep, at), moved(c.ByCode, keep, at)
		for k, rows := range c.Outside {
			c.Outside[k] = moved(rows, keep, at)
		}
	}
	for name, values := range t.Groups {
		t.Groups[name] = kept(values, keep)
	}
	for name, texts := range t.remarks {
		t.remarks[name] = kept(texts, keep)
	}
	t.Rows = kept(t.Rows, keep)
	t.N = len(t.Rows)
}

// moved is the rows that are kept, where they stand then.
func moved(rows []int, keep []bool, at []int) []int {
	rows = slices.DeleteFunc(rows, func(i int) bool { return !keep[i] })
	for k, i := range rows {
		rows[k] = at[i]
	}
	return rows
}

func kept[T any](all []T, keep []bool) []T {
	var out []T
	for i, v := range all {
		if keep[i] {
			out = append(out, v)
		}
	}
	return out
}

// Warnings lists the respondents of Quality by their rows, one warning for
// each kind and file.
func (t *Table) Warnings() diag.List {
	var l diag.List
	straight := t.Quality.Remarkable
	if t.Quality.Excluded.Straightliners > 0 {
		straight = t.Quality.Straightliners
	}
	for _, k := range []struct {
		code, what, hint string
		rows             []RowRef
		excluded         int
	}{
		{"empty-respondent", "answered no item", "empty", t.Quality.Empty, t.Quality.Excluded.Empty},
		{"duplicate-respondent", "answered before", "duplicates", t.Quality.Duplicates, t.Quality.Excluded.Duplicates},
		{"straightliner", "gave the same answer to every item", "straightliners", straight, t.Quality.Excluded.Straightliners},
	} {
		for file := range t.Files {
			var rows []string
			var first *RowRef
			for _, r := range k.rows {
				if r.File == file {
					if first == nil {
						first = &r
					}
					rows = append(rows, strconv.Itoa(r.Row))
				}
			}
			if first == nil {
				continue
			}
			where := "line"
			if first.Sheet != "" {
				where = "row"
			}
			if len(rows) > 1 {
				where += "s"
			}
			l.Warnf(t.at(*first), k.code, "%s %s: %s %s", people(len(rows)), k.what, where, strings.Join(rows, ", "))
			if k.excluded == 0 {
				l.Hintf("to leave them out, add  exclude: [%s]  to responses", k.hint)
			} else {
				l.Hintf("the study leaves them out")
			}
		}
	}
	return l
}

func people(n int) string {
	if n == 1 {
		return "1 respondent"
	}
	return fmt.Sprintf("%d respondents", n)
}
