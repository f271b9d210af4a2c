package draft

import (
	"strings"

	"wogreport/internal/diag"
	"wogreport/internal/remark"
	"wogreport/internal/sheet"
)

// notRead warns of further sheets with answers in the workbooks: one sheet of each is read.
// The page says it as well.
func notRead(sheets []*sheet.Sheet, l *diag.List) (said []Said) {
	for _, s := range sheets {
		for _, k := range []struct {
			names      []string
			what, hint remark.Remark
		}{
			{s.Further.Rows, remark.Of("other sheets with the same heads are not read: %s", strings.Join(s.Further.Rows, ", ")), remark.Of("copy their rows below the others, with a column that names the sheet (the cohort); or save each sheet as a file of its own, and draft the study of all of them")},
			{s.Further.Columns, remark.Of("other sheets with answers to other items are not read: %s", strings.Join(s.Further.Columns, ", ")), remark.Of("copy their columns beside the others, each row beside that of the same respondent")},
		} {
			if len(k.names) == 0 {
				continue
			}
			l.Warnf(s.HeaderPlace(0), "sheets-not-read", "%s", k.what)
			l.Hintf("%s", k.hint)
			said = append(said, Said{Remark: remark.Of("%s; %s", k.what, k.hint)})
		}
	}
	return said
}
