package responses

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"wogreport/internal/diag"
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
	byID := r.st.Responses.Identifier != ""
	q.Unchecked = !byID && !slices.ContainsFunc(r.rows, func(tr trace) bool { return tr.hash != 0 })
	keep := make([]bool, t.N)
	before := lastRows(r.rows)
	exclude := r.st.Responses.Exclude
	noEmpty, noTwice := slices.Contains(exclude, "empty"), slices.Contains(exclude, "duplicates")
	noStraight := slices.Contains(exclude, "straightliners") && !r.st.Privacy.HidesCells() // that none is left tells counts
	empty, straight := t.patterns(r.st)
	t.empty = empty
	least, remarked := uint8(minStraight), uint8(remarkable)
	for _, c := range r.st.Constructs {
		if slices.ContainsFunc(c.Items, func(it study.Item) bool { return it.Reverse }) {
			remarked = remarkableReversed
		}
	}
	for i := range keep {
		twice := false
		if i < len(before) {
			if first := int(before[i]); first >= 0 {
				// In a room full of people who answer at once some give the same
				// answers; of nobody known only the next row tells a second press.
				a, b := &r.rows[first], &r.rows[i]
				twice = byID || a.near(b) && !empty[i] && (b.who || first == i-1 && t.varied(i))
			}
			twice = twice || r.rows[i].elsewhere
		}
		if empty[i] {
			q.Empty = append(q.Empty, t.places.at(i))
		}
		if twice {
			q.Duplicates = append(q.Duplicates, t.places.at(i))
		}
		if straight[i] >= least {
			q.Straightliners = append(q.Straightliners, t.places.at(i))
		}
		if straight[i] >= remarked {
			q.Remarkable = append(q.Remarkable, t.places.at(i))
		}
		switch {
		case empty[i] && noEmpty:
			q.Excluded.Empty++
		case twice && noTwice:
			q.Excluded.Duplicates++
		case straight[i] >= least && noStraight:
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
	for _, empty := range t.EmptyRows() {
		if !empty {
			n++
		}
	}
	return n
}

// AnsweredBy is Answered within each value of a column of Groups.
func (t *Table) AnsweredBy(column string) map[string]int {
	out := map[string]int{}
	empty := t.EmptyRows()
	for i, value := range t.Groups[column] {
		if !empty[i] {
			out[study.CohortName(value)]++
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
	t.empty = kept(t.empty, keep)
	t.places = t.places.kept(keep)
	t.N = t.places.n
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
	out := make([]T, 0, len(all))
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
				if int(r.File) == file {
					if first == nil {
						first = &r
					}
					rows = append(rows, strconv.Itoa(int(r.Row)))
				}
			}
			if first == nil {
				continue
			}
			where := "line"
			if t.sheets[file] != "" {
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
