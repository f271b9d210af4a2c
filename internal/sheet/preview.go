package sheet

import (
	"fmt"
	"slices"
	"strings"

	"wogreport/internal/diag"
)

// previews are the values by which Qualtrics marks what the form's owner typed in to try it, and what
// it made up itself, by the name of the column; numbers where the export has them in place of words.
var previews = map[string][]string{
	"status":              {"survey preview", "survey test", "1", "2"},
	"distributionchannel": {"preview", "test"},
}

// previewColumns are the columns of an export of Qualtrics that mark previews, with the marks.
func (s *Sheet) previewColumns() map[int][]string {
	out, own := map[int][]string{}, 0
	for col, c := range s.Columns {
		name := strings.ReplaceAll(fold(c.Code), " ", "")
		if name == "" {
			name = strings.ReplaceAll(fold(c.Header), " ", "")
		}
		if slices.Contains(qualtrics, name) {
			own++
		}
		if marks, ok := previews[name]; ok {
			out[col] = marks
		}
	}
	if own < 2 {
		return nil
	}
	return out
}

// withoutPreviews cuts the rows that are marked as previews, unless all are.
func (c *cells) withoutPreviews(rows []Row, s *Sheet, diags *diag.List) []Row {
	cols := s.previewColumns()
	if len(cols) == 0 {
		return rows
	}
	var first *Row
	var kept []Row
	for i, r := range rows {
		if !isPreview(r.Cell, cols) {
			kept = append(kept, r)
		} else if first == nil {
			first = &rows[i]
		}
	}
	n := len(rows) - len(kept)
	if n == 0 || len(kept) == 0 {
		return rows
	}
	what := "1 row is a preview of the form, from here on; it is no respondent's and not read"
	if n > 1 {
		what = fmt.Sprintf("%d rows are previews of the form, from here on; they are no respondents' and not read", n)
	}
	diags.Warnf(c.place(*first, 0), "not-a-respondent", "%s", what)
	diags.Hintf("they are marked so under Status or DistributionChannel; change the mark in the file where a row is a respondent's all the same")
	return kept
}

func isPreview(cell func(int) string, cols map[int][]string) bool {
	for col, marks := range cols {
		if slices.Contains(marks, fold(cell(col))) {
			return true
		}
	}
	return false
}

// hasPreviews reports whether any row is marked as a preview.
func (s *Sheet) hasPreviews() bool {
	for col, marks := range s.previewColumns() {
		if slices.ContainsFunc(s.Texts(col), func(t Text) bool { return slices.Contains(marks, fold(t.Text)) }) {
			return true
		}
	}
	return false
}
