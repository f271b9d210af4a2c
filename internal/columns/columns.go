// Package columns owns what the columns of a file of answers are: items on an
// answer scale, numbers, names of people, comments. It tells them apart by
// header and values, and recognises what must never be shown. Classify is the
// one way in. It decides nothing about a study: that is the draft's.
package columns

import (
	"sort"

	"wogreport/internal/remark"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// Kind is what a column is.
type Kind string

// The kinds of columns.
const (
	Likert    Kind = "likert"
	Number    Kind = "number"
	Category  Kind = "category" // one of few texts
	Multi     Kind = "multi-select"
	Text      Kind = "free text"
	ID        Kind = "id"
	Timestamp Kind = "timestamp"
	Score     Kind = "score"   // a sum or result that the form or its owner computed
	Service   Kind = "service" // what the survey program notes for itself
	Link      Kind = "link"    // to uploaded files
	Rank      Kind = "rank"    // places given to things beside each other
	Constant  Kind = "constant"
	Empty     Kind = "empty"

	Name      Kind = "name"
	Email     Kind = "e-mail"
	Phone     Kind = "phone"
	IDNumber  Kind = "id number" // NIP, NIK, NPWP, student number
	Address   Kind = "address"
	BirthDate Kind = "birth date"
	IP        Kind = "ip address"
	Location  Kind = "location"
)

// Personal reports whether a column of this kind says who a respondent is.
func (k Kind) Personal() bool {
	switch k {
	case Name, Email, Phone, IDNumber, Address, BirthDate, IP, Location, Link:
		return true
	}
	return false
}

// Private reports whether no value of such a column may be shown.
func (k Kind) Private() bool { return k.Personal() || k == Text || k == ID || k == Multi }

// Column is one column and what it is.
type Column struct {
	sheet.Column
	Index    int
	Kind     Kind
	Why      remark.Remark // how it was recognised
	Values   []Value       // distinct values without missing ones, the most frequent first; at most maxValues
	Distinct int           // how many distinct values there are
	Strays   []Value       // of an item: labels that its scale has not, though they are labels
	Rare     []Value       // of an item: labels or numbers that its scale could have, though hardly anybody chose them; they count among Missing
	OffScale []Value       // those numbers among them that another column has, where they are none
	Missing  int           // cells without an answer on the scale: empty, or a value of NoAnswer or Outside
	NoAnswer []Value       // values that mean no answer ("99", "-")
	Outside  []Value       // answers outside the scale ("Tidak berlaku"); they count among Missing
	Example  string        // "" where none may be shown; groups may be so small that one tells who it is
	Doubt    remark.Remark // why an item may be none; zero where there is no doubt
	Scale    int           // index of a Likert column's scale; -1 for others
	Counts   bool          // of numbers: its header asks for a count, or who the respondents are, and not for a rating
	Unsure   bool          // no item, though it stands beside items and its values may be answers on their scale
	CopyOf   int           // index of the item whose answers the column has once more; -1 for others

	doubted   []Value // those of Outside that may be points as well
	block     block   // by the codes of all items
	family    *family // of a Likert column with labels
	numbered  bool    // whole numbers that might be answers
	signed    bool    // on both sides of zero
	declared  bool    // the header names the scale of numbers
	named     *named  // what it says of the numbers; nil for nothing
	step      int     // of codes in even steps to 100, 0 for others
	low, high int     // their bounds
}

// Doubted are the answers outside the scale that may be points of it as well.
func (c *Column) Doubted() []Value { return c.doubted }

// Bare reports an item that was answered by numbers without labels.
func (c *Column) Bare() bool { return c.numbered }

// Demographic reports whether the header asks who a respondent is, such as gender or age.
func (c *Column) Demographic() bool {
	return headerKind(beforeKey(c.Statement)) == Category || c.Code != "" && headerKind(c.Code) == Category
}

// Comments reports a column of free text whose header asks for words.
func (c *Column) Comments() bool { return c.Kind == Text && comment(c.Statement) }

// Value is one distinct value.
type Value struct {
	Text   string // as it stands in the file first, on one line
	Folded string
	N      int
}

// maxValues bounds the distinct values that are kept of a column. A scale has
// far fewer; what has more is described by their number.
const maxValues = 64

// Classify says what the columns of a sheet are, and on which scales its
// items were answered.
func Classify(s *sheet.Sheet) ([]Column, []Scale) {
	cols := make([]Column, len(s.Columns))
	for i := range cols {
		cols[i] = Column{Column: s.Columns[i], Index: i, CopyOf: -1}
		cols[i].count(s)
	}
	l := legendIn(s.Notes)
	l.explained(cols)
	denied := deniedIn(cols)
	for i := range cols {
		c := &cols[i]
		if c.withoutNoAnswers(denied); c.consented() || l.explain(c) {
			continue
		}
		if c.onLabels(); c.Kind != Likert {
			c.classify(s)
		}
	}
	key := keyIn(s.Notes)
	slips(s, cols, key)
	scales := relate(s, cols, key)
	for i := range cols {
		c := &cols[i]
		if c.Kind != Likert {
			c.backToValues()
		}
		if !c.Kind.Private() && c.Kind != Category && c.Kind != Constant && len(c.Values) > 0 {
			c.Example = c.Values[0].Text
			if t, ok := sheet.Time(c.Example); ok && c.Kind == Timestamp && isSerial(c.Example) {
				c.Example = t.Format("2006-01-02 15:04")
			}
		}
	}
	return cols, scales
}

// Kinds says what the columns of a sheet are that hold no items, from its
// first rows, at a fraction of the work of Classify. The columns of items are
// given, and Likert.
func Kinds(s *sheet.Sheet, items map[int]bool) []Kind {
	const rows = 100
	top := s.With(s.Rows(rows))
	kinds := make([]Kind, len(s.Columns))
	for i := range kinds {
		if kinds[i] = Likert; !items[i] {
			c := Column{Column: s.Columns[i], Index: i}
			c.count(top)
			c.classify(top)
			kinds[i] = c.Kind
		}
	}
	return kinds
}

// count fills in the distinct values.
func (c *Column) count(s *sheet.Sheet) {
	at := map[string]int{}
	var values []Value
	for _, t := range s.Texts(c.Index) {
		if sheet.Empty(t.Text) {
			c.Missing += t.N
			continue
		}
		folded := study.FoldLabel(t.Text)
		i, ok := at[folded]
		if !ok {
			i = len(values)
			values = append(values, Value{Text: sheet.Plain(t.Text), Folded: folded})
			at[folded] = i
		}
		values[i].N += t.N
	}
	c.Distinct = len(values)
	sort.SliceStable(values, func(i, j int) bool { return values[i].N > values[j].N })
	c.Values = values[:min(len(values), maxValues)]
}

// answers is how many cells hold something.
func (c *Column) answers(s *sheet.Sheet) int { return s.Len() - c.Missing }

// share is how much of the answers is of a form.
func (c *Column) share(is func(string) bool) float64 {
	yes, n := 0, 0
	for _, v := range c.Values {
		n += v.N
		if is(v.Text) {
			yes += v.N
		}
	}
	if n == 0 {
		return 0
	}
	return float64(yes) / float64(n)
}
