package draft

import (
	"wogreport/internal/diag"
	"wogreport/internal/remark"
	"wogreport/internal/responses"
	"wogreport/internal/sheet"
	"wogreport/internal/study"
)

// findLong turns a file with a row for each answer into one with a row for each
// respondent, and keeps how, so that the study says it.
func (p *plan) findLong(l *diag.List) {
	long, ok := p.sheet.FindLong()
	if !ok {
		if answers := p.sheet.LongAnswers(); answers != nil {
			var names []string
			for _, col := range answers {
				names = append(names, p.sheet.Columns[col].Header)
			}
			l.Errorf(p.sheet.HeaderPlace(answers[1]), "long-answers", "the file has a row for each respondent and item, and several columns of answers: %s", quotedList(names))
			l.Hintf("make a file of each of them, with the columns of respondents and items beside it")
		}
		return
	}
	p.finder = responses.NewFinder(p.sheet)
	name := func(col int) string {
		if col < 0 {
			return ""
		}
		if cols, _ := p.finder.Find(p.sheet.Columns[col].Header); len(cols) == 1 && cols[0] == col {
			return p.sheet.Columns[col].Header
		}
		return sheet.Letter(col)
	}
	p.long = study.Long{Respondent: name(long.Respondent), Item: name(long.Item), Answer: name(long.Answer)}
	rows := p.sheet.Len()
	p.sheet = p.sheet.Wide(long, l)
	p.said = append(p.said, remark.Of("the file has a row for each answer: its %d rows are read as %d respondents", rows, p.sheet.Len()))
}
