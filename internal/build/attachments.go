package build

import (
	"bytes"
	"encoding/csv"
	"path/filepath"
	"slices"
	"strconv"

	"wogreport/internal/output"
	"wogreport/internal/pdf"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// attachments are the files that travel in the PDF. The answers are there only where
// nothing of the report is withheld and it is no cohort's: their rows would tell.
func (b *Built) attachments() ([]pdf.Attachment, error) {
	var out []pdf.Attachment
	for _, what := range b.Study.Embed {
		var w bytes.Buffer
		var err error
		a := pdf.Attachment{Relationship: "Data"}
		switch what {
		case "results":
			a.Name, a.Type = "results.json", "application/json"
			err = b.writeResults(&w)
		case "workbook":
			format, _ := output.Find("xlsx")
			a.Name, a.Type = format.File(b.Study.Name), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
			err = b.writeWorkbook(&w)
		case "study":
			var data []byte
			a.Name, a.Type, a.Relationship = filepath.Base(b.Study.File), "application/yaml", "Source"
			data, err = b.files.ReadFile(a.Name)
			w.Write(data)
		case "answers":
			if b.Study.Privacy.HidesCells() {
				continue // the study has warned of it
			}
			a.Name, a.Type = "answers.csv", "text/csv"
			err = writeAnswers(&w, b.Study, b.Table)
		}
		if err != nil {
			return nil, err
		}
		a.Data = w.Bytes()
		out = append(out, a)
	}
	return out, nil
}

// writeAnswers writes the coded answers: for each respondent the scale values that were
// ticked, and nothing else. They are sorted, since the place of a row in the file may tell
// who it is, or that it is of a group too small to be shown.
func writeAnswers(to *bytes.Buffer, st *study.Study, t *responses.Table) error {
	w := csv.NewWriter(to)
	var head []string
	var codes [][]uint8
	var values [][]string
	for _, c := range st.Constructs {
		points := []string{""}
		for _, p := range c.Scale.Points {
			points = append(points, strconv.Itoa(p.Value))
		}
		for _, it := range c.Items {
			if from := t.Column(it.ID); from != nil {
				head = append(head, it.ID)
				codes, values = append(codes, from.Codes), append(values, points)
			}
		}
	}
	if err := w.Write(head); err != nil {
		return err
	}
	order := make([]int, t.N)
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		for k := range codes {
			if d := int(codes[k][a]) - int(codes[k][b]); d != 0 {
				return d
			}
		}
		return 0
	})
	row := make([]string, len(head))
	for _, i := range order {
		for k := range codes {
			row[k] = values[k][codes[k][i]]
		}
		if err := w.Write(row); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}
