package build

import (
	"bytes"
	"slices"

	"wogreport/internal/compare"
	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/docx"
	"wogreport/internal/docx/reference"
	"wogreport/internal/report"
)

// readReference reads the Word template of the study, and finds the report's styles in it.
func (in *Input) readReference() {
	st := in.Study
	name, at := st.Docx.Reference, st.At("docx.reference")
	if name == "" {
		if len(st.Docx.Styles) > 0 {
			in.problems.Warnf(st.At("docx.styles"), "no-reference", "styles has no effect: docx names no template that has them")
			in.problems.Hintf("name it:  docx: {reference: journal.docx, styles: …}")
		}
		return
	}
	data, err := in.Files.ReadFile(name)
	if err != nil {
		if !slices.ContainsFunc(in.problems, func(d diag.Diagnostic) bool { return d.Pos == at }) {
			in.problems.AddFileError(at, st.Path(name), err)
		}
		return
	}
	t, l := reference.Read(data, reference.Options{Name: name, At: at, Limits: in.Files.Allowed()})
	in.problems.Add(l...)
	if t == nil {
		return
	}
	in.word, l = docx.NewReference(t, name, st.Docx.Styles, func(key string) diag.Pos {
		if key == "" {
			return at
		}
		return st.At("docx.styles." + key)
	})
	in.problems.Add(l...)
}

// composeWord makes the report in Word where it has a template: composed anew, since
// charts and what stands beside what follow the page.
func (b *Built) composeWord() diag.List {
	if b.template == nil {
		return nil
	}
	opt := docxOptions(b.Study, b.template)
	fit := templateOptions(b.Study, opt)
	fit.Comments, fit.Files = b.comments(), b.files
	doc, _, _ := report.Compose(b.Study, b.Results, fit) // its problems are the PDF's
	if doc == nil {
		return nil
	}
	var w bytes.Buffer
	ds, err := docx.WriteTold(&w, doc, opt)
	if err != nil {
		ds.Errorf(b.Study.At("docx.reference"), "docx", "the report in Word cannot be made: %v", err)
	}
	b.word = w.Bytes()
	return ds
}

// comparisonWord is the comparison of cohorts in Word.
func (c *Cohorts) comparisonWord(of *compare.Comparison, doc *document.Document) ([]byte, error) {
	opt := docxOptions(c.Study, c.input.word)
	if opt.Reference != nil {
		fit := templateOptions(c.Study, opt)
		fit.Files = c.input.Files
		doc, _ = report.ComposeComparison(c.Study, of, fit)
	}
	var w bytes.Buffer
	err := docx.Write(&w, doc, opt) // each report has told what the template lacks
	return w.Bytes(), err
}
