package build

import (
	"io"
	"slices"

	"wogreport/internal/docx"
	"wogreport/internal/drawing"
	"wogreport/internal/output"
	"wogreport/internal/report"
	"wogreport/internal/results"
	"wogreport/internal/workbook"
)

// Output is one file to write.
type Output struct {
	Name   string // with slashes, in the report's folder
	Figure bool   // it is one of the figures
	Write  func(io.Writer) error
}

// writers write the formats of output.Formats: those of the whole report, and
// those with a file for each figure.
var (
	writers = map[string]func(*Built, io.Writer) error{
		"pdf":  func(b *Built, w io.Writer) error { return writeBytes(w, b.pdf) },
		"docx": (*Built).writeDocx,
		"json": (*Built).writeResults,
		"xlsx": (*Built).writeWorkbook,
	}
	figureWriters = map[string]func(report.NamedFigure, io.Writer) error{
		"svg": func(f report.NamedFigure, w io.Writer) error { return drawing.SVG(w, f.Figure.Drawing()) },
		"png": func(f report.NamedFigure, w io.Writer) error { return drawing.PNG(w, f.Figure.Drawing(), pngDPI) },
	}
)

// pngDPI is the resolution of figures/*.png: enough for print at their size.
const pngDPI = 300

// Outputs are the files of the named formats, in that order; of none named,
// those that the study asks for.
func (b *Built) Outputs(formats []string) []Output {
	if len(formats) == 0 {
		formats = b.Study.Outputs
	}
	var out []Output
	for i, name := range formats {
		format, ok := output.Find(name)
		if !ok || slices.Contains(formats[:i], name) {
			continue
		}
		if !format.PerFigure {
			out = append(out, Output{Name: format.File(b.Study.Name), Write: func(w io.Writer) error { return writers[name](b, w) }})
			continue
		}
		for _, f := range b.figures {
			out = append(out, Output{Name: format.File(f.Name), Figure: true, Write: func(w io.Writer) error { return figureWriters[name](f, w) }})
		}
	}
	return out
}

func (b *Built) writeResults(w io.Writer) error {
	if b.json != nil {
		return writeBytes(w, b.json)
	}
	return results.Encode(w, b.Results)
}

func (b *Built) writeDocx(w io.Writer) error {
	if b.word != nil {
		return writeBytes(w, b.word)
	}
	return docx.Write(w, b.document, docxOptions(b.Study, nil))
}

func (b *Built) writeWorkbook(w io.Writer) error {
	own, _ := ownWords(b.Study, b.files) // tryWords has told its problems
	in := workbook.Input{Study: b.Study, Results: b.Results, Creator: creator, Words: own}
	if b.Study.Workbook.Answers && !b.Study.Privacy.HidesCells() {
		in.Answers = b.Table
	}
	return workbook.Write(w, in)
}

func writeBytes(w io.Writer, data []byte) error {
	_, err := w.Write(data)
	return err
}

// made is an output that exists already.
func made(name string, data []byte) Output {
	return Output{Name: name, Write: func(w io.Writer) error { return writeBytes(w, data) }}
}
