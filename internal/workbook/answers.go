package workbook

import (
	"fmt"

	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/words"
)

// The size of a sheet.
const (
	sheetRows    = 1_048_576
	sheetColumns = 16_384
)

// answers lists the coded answers: the scale values that were ticked, and for
// a reversed item also the score. Nothing else of a respondent stands there.
func (b *book) answers(t *responses.Table) (*sheet, error) {
	s := &sheet{key: "answers", name: b.tab("answers", 0), frozen: 1}
	s.columns = append(s.columns, col("row", 9, asWhole))
	var codes [][]uint8
	var scores [][]any // of each column, by code; an empty cell for a missing answer
	for _, c := range b.Study.Constructs {
		for _, it := range c.Items {
			from := t.Column(it.ID)
			if from == nil {
				continue
			}
			ticked, turned := []any{nil}, []any{nil}
			for _, p := range c.Scale.Points {
				ticked = append(ticked, p.Value)
				turned = append(turned, c.Scale.Min()+c.Scale.Max()-p.Value)
			}
			fill := map[lang.Tag]words.Fill{}
			for _, l := range b.langs {
				fill[l] = words.Fill{"item": it.ID}
			}
			s.columns = append(s.columns, column{key: "ticked", width: 10, format: asWhole, fill: fill})
			codes, scores = append(codes, from.Codes), append(scores, ticked)
			if it.Reverse {
				s.columns = append(s.columns, column{key: "turned", width: 14, format: asWhole, fill: fill})
				codes, scores = append(codes, from.Codes), append(scores, turned)
			}
		}
	}
	if t.N >= sheetRows || len(s.columns) > sheetColumns {
		return nil, fmt.Errorf("the coded answers (%d rows, %d columns) do not fit on a sheet; build without  workbook: {answers: true}", t.N, len(s.columns))
	}
	cells := make([]any, len(s.columns))
	s.long = t.N
	s.each = func(i int) row {
		cells[0] = i + 1
		for c := range codes {
			cells[c+1] = scores[c][codes[c][i]]
		}
		return row{cells: cells}
	}
	return s, nil
}
