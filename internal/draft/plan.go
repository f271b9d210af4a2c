package draft

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"wogreport/internal/columns"
	"wogreport/internal/lang"
	"wogreport/internal/pattern"
	"wogreport/internal/remark"
	"wogreport/internal/responses"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// plan is what a draft says, before it is written.
type plan struct {
	opt         Options
	path        string
	files       []string
	cohortTable string // the file that says what differs between cohorts; "" for none
	disk        *study.Files
	sheet       *sheet.Sheet
	finder      responses.Finder
	cols        []columns.Column
	scales      []columns.Scale

	constructs []construct
	merged     map[int]int // a column that repeats the question of an earlier one → that one
	twins      []twin
	nameless   []int // columns of answers whose header and letter both name others
	languages  []lang.Tag
	foreign    bool            // the items are in none of the program's languages
	loose      bool            // cells hold what is no answer on the scale
	long       study.Long      // of a file with a row for each answer
	said       []remark.Remark // of the whole file, to be said
}

type construct struct {
	id, label string
	why       remark.Remark
	halves    remark.Remark // how its items run against each other, zero where they do not fall in two
	scale     int
	items     []item
}

type item struct {
	id, column string
	statement  string
	of         *columns.Column
	against    coefficient // the negative item–total r, 0 for an item that runs with the others
}

// arrange gathers the items into constructs.
func (p *plan) arrange() {
	p.constructs, p.nameless = nil, nil
	p.findRepeated()
	var likert []*columns.Column
	for i := range p.cols {
		_, again := p.merged[i]
		if p.cols[i].Kind != columns.Likert || again {
			continue
		}
		if p.rare(i) {
			continue
		}
		if _, ok := p.columnName("", &p.cols[i]); !ok {
			p.nameless = append(p.nameless, i)
			continue
		}
		likert = append(likert, &p.cols[i])
	}
	size := map[string]int{}
	for _, c := range likert {
		size[blockOf(c)]++
	}
	at := map[string]int{}
	for _, c := range likert {
		block := blockOf(c)
		if size[block] < 2 { // a block of one item measures nothing by itself
			block = ""
		}
		key := fmt.Sprint(block, "\x00", c.Scale)
		if block != "" && question.MatchString(c.Code) { // two questions with the same words are two
			key += "\x00" + columns.Prefix(c.Code)
		}
		i, ok := at[key]
		if !ok {
			i = len(p.constructs)
			at[key] = i
			own := construct{scale: c.Scale}
			if block != "" {
				name, why := c.BlockName()
				own.label, own.why = heading(name), why
			}
			p.constructs = append(p.constructs, own)
		}
		p.constructs[i].items = append(p.constructs[i].items, item{of: c, statement: statement(c)})
	}
	p.nameItems()
	p.nameConstructs()
	p.languages = p.opt.Languages
	if len(p.languages) == 0 {
		p.languages = []lang.Tag{p.spoken()}
	}
}

// rare reports an item that hardly anybody answered, of which nothing can be said
// and which would leave nobody with complete answers. The halves of a question
// that was edited are one.
func (p *plan) rare(i int) bool {
	const least = 20 // respondents
	n := p.sheet.Len()
	for _, first := range p.merged {
		if first == i {
			return false
		}
	}
	return n >= least && (n-p.cols[i].Missing)*20 < n
}

// question is how Qualtrics numbers the rows of a question.
var question = pattern.New(`^Q\d+_\d+$`)

func blockOf(c *columns.Column) string { return strings.TrimRight(c.Block(), " .:;,-") }

func statement(c *columns.Column) string {
	switch {
	case c.Statement != "" && c.Code != c.Group+"_"+c.Statement:
		own := readable(strings.TrimSpace(strings.TrimRight(c.Statement, "*"))) // which marks what has to be answered
		if quiet := calm(own); quiet != own {
			return capital(quiet)
		}
		return own
	case c.Header != "": // codes alone: SQ001 stands in every question
		return c.Header
	}
	return "Item " + sheet.Letter(c.Index)
}

var unsafe = pattern.New(`[^A-Za-z0-9_.-]+`)

// nameItems takes the codes in the file for ids where every item has one of
// its own, else P1, P2, ….
func (p *plan) nameItems() {
	var ids []string
	for _, c := range p.constructs {
		for _, it := range c.items {
			id := strings.Trim(unsafe.ReplaceAllString(it.of.Code, "_"), "_.-")
			if id == "" && columns.Prefix(it.of.Header) != "" {
				id = strings.Trim(unsafe.ReplaceAllString(it.of.Header, "_"), "_.-")
			}
			if id != "" && unicode.IsDigit(rune(id[0])) {
				id = "P" + id
			}
			ids = append(ids, id)
		}
	}
	if !distinct(ids) {
		for i := range ids {
			ids[i] = fmt.Sprintf("P%d", i+1)
		}
	}
	n := 0
	for i := range p.constructs {
		for j := range p.constructs[i].items {
			it := &p.constructs[i].items[j]
			it.id = ids[n]
			n++
			it.column, _ = p.columnName(it.id, it.of)
		}
	}
}

// distinct reports whether ids can be used side by side, also as file names.
func distinct(ids []string) bool {
	seen := map[string]bool{"": true, "con": true, "prn": true, "aux": true, "nul": true}
	for _, id := range ids {
		f := strings.ToLower(id)
		if seen[f] || study.Reserved(f) || len(f) == 4 && (strings.HasPrefix(f, "com") || strings.HasPrefix(f, "lpt")) {
			return false
		}
		seen[f] = true
	}
	return true
}

// columnName is the shortest name by which a study finds a column, "" when
// the item's id does. ok is false when there is none.
func (p *plan) columnName(id string, c *columns.Column) (name string, ok bool) {
	finds := func(name string) bool {
		cols, _ := p.finder.Find(name)
		if len(cols) > 1 {
			cols = slices.DeleteFunc(cols, func(i int) bool { _, again := p.merged[i]; return again })
		}
		return len(cols) == 1 && cols[0] == c.Index
	}
	if finds(id) {
		return "", true
	}
	repeated := false
	for _, first := range p.merged {
		repeated = repeated || first == c.Index
	}
	names := []string{c.Code, c.Header, c.Group + " [" + c.Statement + "]"}
	if repeated { // its whole header finds both columns
		names = names[1:]
	}
	for _, name := range append(names, sheet.Letter(c.Index)) {
		if finds(name) {
			return name, true
		}
	}
	return "", false
}

// nameConstructs gives every construct an id, and a label for the report.
func (p *plan) nameConstructs() {
	seen := map[string]bool{"": true}
	labels := map[string]bool{}
	for i := range p.constructs {
		c := &p.constructs[i]
		if prefix := columns.Prefix(c.items[0].of.Code); c.label != "" && labels[c.label] && prefix != "" {
			c.label = fmt.Sprintf("%s (%s)", c.label, prefix)
		}
		labels[c.label] = true
		words := strings.FieldsFunc(strings.ToLower(c.label), func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		id := strings.Join(words[:min(len(words), 3)], "_")
		if seen[id] || study.Reserved(id) || len(id) > 40 {
			id = fmt.Sprintf("k%d", i+1)
		}
		seen[id] = true
		c.id = id
	}
}
