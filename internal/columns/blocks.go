package columns

import (
	"fmt"
	"slices"
	"strings"

	"wogreport/internal/pattern"
	"wogreport/internal/remark"
	"wogreport/internal/sheet"
)

// block is what an item is known to belong to by the codes of all items, where
// that is not the beginning of its own code.
type block struct {
	key, name string
	why       remark.Remark
}

// Block is what an item is known to belong to: its group, what the codes of all
// items say, or its code's prefix; "" when it is known to belong to nothing.
func (c *Column) Block() string {
	switch {
	case c.Group != "":
		return c.Group
	case c.block.key != "":
		return c.block.key
	case c.Code != "":
		return Prefix(c.Code)
	}
	return Prefix(c.Header)
}

// UnderHeading is why items stand together that the file puts under one heading.
var UnderHeading = remark.Of("the items under this heading")

// BlockName is the name of a block for a reader, "" where it has none, and why
// its items belong together.
func (c *Column) BlockName() (name string, why remark.Remark) {
	switch b := c.Block(); {
	case b == "":
		return "", why
	case c.Group != "":
		return b, UnderHeading
	case c.block.key != "":
		return c.block.name, c.block.why
	default:
		b = strings.TrimRight(b, " .:;,-")
		return b, remark.Of("the items whose codes begin with %s", b)
	}
}

// splitCode takes a code of two parts apart: q1_pre, s1_2, X1.3, 2-1.
var splitCode = pattern.New(`^([A-Za-z]*\d*[A-Za-z]*)[._-]([A-Za-z]+\d*|\d+)$`)

// occasions are second parts of codes that name when or of whom something was asked.
var occasions = []string{
	"pre", "post", "pretest", "posttest", "before", "after", "awal", "akhir", "sebelum", "sesudah", "t0", "t1", "t2", "t3", "w1", "w2", "w3", "wave1", "wave2", "baseline", "endline", "followup",
	"vorher", "nachher", "avant", "apres", "antes", "despues", "depois", "voor", "na", "e", "p", "exp", "perc", "harapan", "kenyataan", "persepsi", "expectation", "perception", "imp", "perf", "importance", "performance", "kepentingan", "kinerja",
}

// occasion reports the name of a block that says when or of whom something was asked.
func occasion(name string) bool {
	return slices.Contains(occasions, strings.ToLower(strings.Trim(name, " _.-")))
}

// findBlocks looks at the codes of all items: whether their second parts tell the
// blocks, and whether the numbering begins again.
func findBlocks(s *sheet.Sheet, cols []Column) {
	var items []*Column
	for i := range cols {
		if c := &cols[i]; c.Group == "" && (c.Kind == Likert || c.numbered) {
			items = append(items, c)
		}
	}
	if !sections(s, items) && !suffixes(items) && !crossed(items) {
		again(s, items)
	}
}

func (c *Column) codeOf() string {
	if splitCode.MatchString(c.Header) || c.Code == "" {
		return c.Header
	}
	return c.Code
}

// suffixes makes blocks of the second parts of codes, where each stands behind
// several first ones and either names an occasion or changes last: in s1_1, s2_1,
// s1_2, s2_2, but not in s1_1, s1_2, s2_1, s2_2.
func suffixes(items []*Column) bool {
	type pair struct{ stem, suffix string }
	pairs := map[*Column]pair{}
	stems, ends := map[string][]string{}, []string(nil) // the stems of each suffix
	var order []pair
	for _, c := range items {
		m := splitCode.FindStringSubmatch(c.codeOf())
		if m == nil || m[1] == "" {
			continue
		}
		p := pair{strings.ToLower(m[1]), strings.ToLower(m[2])}
		if stems[p.suffix] == nil {
			ends = append(ends, p.suffix)
		}
		if slices.Contains(stems[p.suffix], p.stem) {
			return false
		}
		stems[p.suffix] = append(stems[p.suffix], p.stem)
		pairs[c] = p
		order = append(order, p)
	}
	if len(ends) < 2 {
		return false
	}
	named, same := true, true
	for _, e := range ends {
		named = named && slices.Contains(occasions, e)
		same = same && len(stems[e]) >= 2 && slices.Equal(sortedTexts(stems[e]), sortedTexts(stems[ends[0]]))
	}
	last := true // each suffix stands in one run
	for i := 1; i < len(order); i++ {
		if order[i].suffix != order[i-1].suffix && slices.ContainsFunc(order[i+1:], func(p pair) bool { return p.suffix == order[i-1].suffix }) {
			last = false
		}
	}
	if !same || !named && !last {
		return false
	}
	for c, p := range pairs {
		c.block = block{"_" + p.suffix, "", remark.Of("the items whose codes end in %s", p.suffix)}
		if named {
			c.block.name = p.suffix
		}
	}
	return true
}

func sortedTexts(texts []string) []string {
	out := slices.Clone(texts)
	slices.Sort(out)
	return out
}

// sections makes blocks where the numbering of items begins again with the code
// of the first: 1, 2, 3, 1, 2. A question that stands twice because the form was
// edited is one.
func sections(s *sheet.Sheet, items []*Column) bool {
	var starts []int
	first := ""
	seen := map[string]int{}
	coded := 0
	for i, c := range items {
		code := strings.ToLower(c.codeOf())
		if !numberedCode.MatchString(code) {
			continue
		}
		coded++
		if first == "" {
			first, starts = code, []int{i}
		} else if at, again := seen[code]; again {
			if code != first || c.Header == items[at].Header && !bothAnswered(s, items[at].Index, c.Index) {
				continue
			}
			starts = append(starts, i)
		}
		seen[code] = i
	}
	if len(starts) < 2 || coded*10 < len(items)*8 {
		return false
	}
	for k, from := range starts {
		to := len(items)
		if k+1 < len(starts) {
			to = starts[k+1]
		}
		if to-from < 2 {
			return false
		}
	}
	for k, from := range starts {
		to := len(items)
		if k+1 < len(starts) {
			to = starts[k+1]
		}
		for _, c := range items[from:to] {
			c.block = block{fmt.Sprintf("section %d", k+1), "", remark.Of("the numbers of the items begin again here")}
		}
	}
	return true
}

var numberedCode = pattern.New(`^[a-z]{0,6}\d{1,3}(?:[._-]\d{1,3})?$`)

// bothAnswered reports whether somebody answered both columns.
func bothAnswered(s *sheet.Sheet, a, b int) bool {
	for i := range s.Len() {
		if !sheet.Empty(s.Cell(i, a)) && !sheet.Empty(s.Cell(i, b)) {
			return true
		}
	}
	return false
}
