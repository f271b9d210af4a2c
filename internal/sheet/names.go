package sheet

import (
	"slices"
	"strings"

	"wogreport/internal/pattern"
)

// columns reads the names of w columns from the rows of a header.
func (c *cells) columns(rows []Row, w int) []Column {
	cols := make([]Column, w)
	if last := rows[len(rows)-1]; len(rows) > 1 && strings.HasPrefix(strings.TrimSpace(last.Cell(0)), `{"ImportId"`) {
		rows = rows[:len(rows)-1]
	}
	main, code := len(rows)-1, -1
	if len(rows) > 1 {
		main, code = c.mainRow(rows)
	}
	group := -1
	for i := range rows {
		if i != main && i != code {
			group = i // the nearest above wins
		}
	}
	groups := make([]string, w)
	if group >= 0 && group < main {
		groups = c.spread(rows[group], rows[main], w)
	}
	for i := range cols {
		col := &cols[i]
		col.Header = Plain(rows[main].Cell(i))
		if code >= 0 {
			col.Code = Plain(rows[code].Cell(i))
		}
		switch own := fold(col.Header); {
		case col.Header == "" && group >= 0: // merged over both rows
			col.Header, groups[i] = Plain(rows[group].Cell(i)), ""
		case slices.Contains(responseWords, own) && groups[i] != "": // SurveyMonkey
			col.Header, groups[i] = groups[i], ""
		}
		if col.Header == "" {
			col.Header = col.Code
		}
		col.Group = groups[i]
		col.split()
	}
	rejoin(cols)
	splitGroups(cols)
	if code >= 0 {
		splitQuestions(cols)
	}
	return cols
}

// responseWords are what SurveyMonkey writes under a question that has no parts.
var responseWords = []string{"response", "open-ended response", "antwort", "offene antwort", "beantwortung mit freiem text", "respuesta", "respuesta abierta", "réponse", "réponse ouverte", "resposta", "resposta aberta", "antwoord", "open antwoord", "respons", "jawaban", "jawaban terbuka"}

// mainRow is the row of a header that holds the statements, and the one that
// holds codes, -1 for none: of two full rows, the one with the longer texts
// holds the statements.
func (c *cells) mainRow(rows []Row) (main, code int) {
	main, code = len(rows)-1, -1
	letters := func(r Row) int { return len(strings.Join(r.Cells, "")) }
	up := main - 1
	both, either := 0, 0
	for i := range max(len(rows[up].Cells), len(rows[main].Cells)) {
		a, b := !Empty(rows[up].Cell(i)), !Empty(rows[main].Cell(i))
		if a && b {
			both++
		}
		if a || b {
			either++
		}
	}
	if both*10 < either*8 { // names of groups, over some columns only
		return main, code
	}
	switch {
	case coded(rows[up]) && letters(rows[up]) <= letters(rows[main]):
		code = up
	case coded(rows[main]) && letters(rows[main]) < letters(rows[up]):
		main, code = up, main
	}
	return main, code
}

// coded reports whether the texts of a row are mostly without spaces and different.
func coded(r Row) bool {
	n, plain := 0, 0
	seen := map[string]bool{}
	for _, text := range r.Cells {
		if Empty(text) {
			continue
		}
		n++
		if t := strings.TrimSpace(text); !strings.ContainsAny(t, " \t\n") && !seen[t] {
			seen[t] = true
			plain++
		}
	}
	return plain*10 >= n*7
}

// spread gives every column its group: the text above it or, in a row with
// gaps, the nearest to the left, within the merged cells where there are any.
func (c *cells) spread(row, under Row, w int) []string {
	out := make([]string, w)
	merged := map[int]int{}
	for _, m := range c.merged {
		if m.top <= row.Row && row.Row <= m.bottom {
			merged[m.left] = m.right
		}
	}
	last, until := "", -1
	for i := range out {
		if text := Plain(row.Cell(i)); text != "" {
			last, until = text, w-1
			if len(merged) > 0 {
				until = max(i, merged[i])
			}
		}
		if i <= until && !Empty(under.Cell(i)) {
			out[i] = last
		}
	}
	return out
}

var (
	inBrackets = pattern.New(`^(.*\S)\s*\[\s*([^\[\]]+?)\s*\]$`)
	codeOnly   = pattern.New(`^[A-Za-z]\w*$`)
	// A code is digits with letters or dots around ("P1", "X1.2", "Q3_1",
	// "1"), and a mark between it and the statement; a code with letters
	// needs no mark.
	leading = pattern.New(`^([A-Za-z]{0,6}[ ._-]?\d{1,3}(?:[._]\d{1,3}|[a-z])?|[A-Za-z]\w*\d\w*(?:\[\w+\])?)\s*[.):]+(\s+\S.*|[^\s\d].*)$`)
	// One that names a program's variable hangs on its name: c1_actionability.
	variable = pattern.New(`^([A-Za-z]{1,4}\d{1,3}[a-z]?)_([A-Za-z]{3}[A-Za-z_]*)$`)
	spaced   = pattern.New(`^([A-Za-z]{1,6}[._-]?\d{1,3}(?:[._-]\d{1,3})?)\s+(\S.*)$`)
)

// split takes code, group and statement out of a header.
func (col *Column) split() {
	text := col.Header
	if !strings.ContainsAny(text, "0123456789") {
		// it has no code
	} else if m := leading.FindStringSubmatch(text); m != nil {
		col.setCode(m[1])
		text = strings.TrimSpace(m[2])
	} else if m := spaced.FindStringSubmatch(text); m != nil {
		col.setCode(m[1])
		text = strings.TrimSpace(m[2])
	} else if m := variable.FindStringSubmatch(text); m != nil {
		col.setCode(m[1])
		text = m[2]
	}
	if col.Group != "" || !strings.HasSuffix(text, "]") {
		// nothing in brackets is the statement
	} else if m := inBrackets.FindStringSubmatch(text); m != nil && !keyToNumbers.MatchString(m[2]) {
		col.Group, text = m[1], m[2]
		if m := leading.FindStringSubmatch(text); m != nil {
			col.setCode(m[1])
			text = strings.TrimSpace(m[2])
		} else if !strings.Contains(col.Header, " [") && codeOnly.MatchString(text) && codeOnly.MatchString(col.Group) { // LimeSurvey's codes
			col.setCode(col.Group + "_" + text)
		}
	}
	col.Statement = text
}

// keyToNumbers is a key to the numbers of answers, and no statement: 1: sangat puas – 5: tidak puas.
var keyToNumbers = pattern.New(`^\d{1,2}\s*[=:].*[^\d]\d{1,2}\s*[=:]|^\pL.*[=:]\s*\d{1,2}\b.*[=:]\s*\d{1,2}$`)

// rejoin undoes the split of variables (q1_pre, S1.awal) where what follows the
// code stands behind several: it is no statement then, but part of the code.
func rejoin(cols []Column) {
	split := func(c Column) bool {
		return c.Statement != c.Header && c.Group == "" && !strings.Contains(c.Header, " ")
	}
	n := map[string]int{}
	for _, c := range cols {
		if split(c) {
			n[c.Statement]++
		}
	}
	for i := range cols {
		if c := &cols[i]; n[c.Statement] > 1 && split(*c) {
			c.Code, c.Statement = c.Header, c.Header
		}
	}
}

func (col *Column) setCode(code string) {
	if col.Code == "" {
		col.Code = strings.ReplaceAll(code, " ", "")
	}
}

// splitGroups takes "group/question" apart in exports of KoboToolbox, which
// are known by their own columns: elsewhere a slash is part of a sentence.
func splitGroups(cols []Column) {
	if !slices.ContainsFunc(cols, func(c Column) bool { return c.Header == "_uuid" || c.Header == "_submission_time" }) {
		return
	}
	for i := range cols {
		col := &cols[i]
		slash := strings.Index(col.Header, "/")
		if slash <= 0 || slash == len(col.Header)-1 || col.Header[0] == '_' {
			continue
		}
		if codes := strings.LastIndex(col.Header, "/"); !strings.Contains(col.Header, " ") {
			slash = codes
		}
		col.Group, col.Statement, col.Code = col.Header[:slash], strings.TrimSpace(col.Header[slash+1:]), ""
		own := Column{Header: col.Statement, Group: "-"}
		own.split()
		col.Code, col.Statement = own.Code, own.Statement
	}
}

// splitQuestions takes "question - row" apart where a question has several
// rows, as a matrix in Qualtrics does. Its columns carry codes.
func splitQuestions(cols []Column) {
	question := func(c Column) string {
		if c.Group != "" {
			return ""
		}
		for _, dash := range []string{" - ", "?-", ".-", ":-"} {
			if i := strings.LastIndex(c.Statement, dash); i > 0 {
				return c.Statement[:i+len(dash)]
			}
		}
		return ""
	}
	rows := map[string]int{}
	for _, c := range cols {
		rows[question(c)]++
	}
	for i := range cols {
		if q := question(cols[i]); q != "" && rows[q] > 1 {
			cols[i].Group, cols[i].Statement = strings.TrimRight(q, " -"), strings.TrimSpace(cols[i].Statement[len(q):])
		}
	}
}
