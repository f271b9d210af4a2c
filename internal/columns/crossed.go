package columns

import (
	"fmt"
	"slices"
	"strings"

	"wogreport/internal/pattern"
	"wogreport/internal/remark"
	"wogreport/internal/sheet"
)

// twoParts takes a statement of two parts apart: Speed - Importance, Before: I am
// calm, I am calm (after).
var twoParts = []*pattern.Pattern{
	pattern.New(`^(.*\S)\s+[-–—|]\s+(\S.*)$`), pattern.New(`^(\S[^:]*?)\s*:\s+(\S.*)$`), pattern.New(`^(.*\S)\s*[(\[]([^()\[\]]+)[)\]]$`),
}

// crossed makes blocks of the parts of statements, where each of a few stands with
// all of the same others: Importance and Satisfaction of Speed, Price and Staff.
func crossed(items []*Column) bool {
	for _, form := range twoParts {
		var parts [2][]string // of each item, "" for one without
		split := 0
		for _, c := range items {
			m := form.FindStringSubmatch(c.Statement)
			if m == nil {
				m = []string{"", "", ""}
			} else {
				split++
			}
			parts[0], parts[1] = append(parts[0], m[1]), append(parts[1], m[2])
		}
		if split < 4 {
			continue
		}
		for _, side := range []int{1, 0} {
			if !crosses(parts[side], parts[1-side]) {
				continue
			}
			for i, c := range items {
				if name := parts[side][i]; name != "" {
					c.block = block{"of " + strings.ToLower(name), name, remark.Of("the same statements stand beside each of a few words")}
					c.Statement = parts[1-side][i]
				}
			}
			return true
		}
	}
	return headed(items)
}

// headed makes blocks of what stands before a colon in every statement, where each of
// at least two stands before several.
func headed(items []*Column) bool {
	var names, stems []string
	n := map[string]int{}
	for _, c := range items {
		m := twoParts[1].FindStringSubmatch(c.Statement)
		if m == nil || strings.Count(m[1], " ") > 4 {
			return false
		}
		names, stems = append(names, m[1]), append(stems, m[2])
		n[strings.ToLower(m[1])]++
	}
	if len(n) < 2 {
		return false
	}
	for _, k := range n {
		if k < 2 {
			return false
		}
	}
	for i, c := range items {
		c.block = block{"of " + strings.ToLower(names[i]), names[i], remark.Of("the items that begin with these words")}
		c.Statement = stems[i]
	}
	return true
}

// crosses reports names that each stand once with all of the same stems, of which
// there are more, or as many where the names are those of occasions.
func crosses(names, stems []string) bool {
	with := map[string][]string{}
	named := true
	for i, name := range names {
		if name == "" {
			continue
		}
		if name = strings.ToLower(name); slices.Contains(with[name], stems[i]) {
			return false
		}
		with[name] = append(with[name], stems[i])
		named = named && occasion(strings.ReplaceAll(name, " ", ""))
	}
	var first []string
	for _, own := range with {
		if first == nil {
			first = sortedTexts(own)
		}
		if !slices.Equal(first, sortedTexts(own)) {
			return false
		}
	}
	return len(with) >= 2 && len(first) >= 2 && (len(with) < len(first) || named)
}

// again makes blocks where the same statements follow each other in the same order
// once more, and somebody answered both: they were asked before and after.
func again(s *sheet.Sheet, items []*Column) {
	for times := 2; times <= 4; times++ {
		n := len(items) / times
		if n < 2 || n*times != len(items) {
			continue
		}
		same := true
		for i, c := range items {
			o := items[i%n]
			same = same && c.Statement != "" && strings.EqualFold(c.Statement, o.Statement) && (o == c || bothAnswered(s, o.Index, c.Index))
		}
		if !same {
			continue
		}
		for i, c := range items {
			c.block = block{fmt.Sprintf("time %d", i/n+1), "", remark.Of("the same statements begin again here")}
		}
		return
	}
}
