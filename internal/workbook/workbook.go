// Package workbook owns NAME.xlsx, the results as a workbook for Excel and
// LibreOffice: one table a sheet, every figure a number at full precision,
// every sheet and column explained on the first sheet, and charts that the
// reader's program draws from the frequencies. Write is the one way in and
// bytes are what leaves. Its words are terms of the catalogue (internal/words). It computes no
// statistics, and of the answers it sees nothing but the coded ones.
package workbook

import (
	"io"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/study"
	"wogreport/internal/words"
	"wogreport/internal/workbook/pack"
)

// Input is what a workbook is made of.
type Input struct {
	Study   *study.Study
	Results *analysis.Results
	Answers *responses.Table // coded answers to show, a row per respondent; nil for none
	Creator string           // the program, as the file's properties name it
	Words   Words            // the study's own; nil for the built-in ones
}

// Words are the terms in each language.
type Words map[lang.Tag]*words.Words

// Write writes the workbook. The same input gives the same bytes. Texts that
// a cell cannot hold are cut and cleaned; an error is the writer's, or that
// Answers has more rows or columns than a sheet.
func Write(w io.Writer, in Input) error {
	b := newBook(in)
	defer b.file.Close()
	frequencies := b.frequencies()
	scale := b.scale()
	sheets := []*sheet{b.coding(), scale}
	for _, f := range frequencies {
		sheets = append(sheets, f.sheet)
	}
	charts := &sheet{key: chartsKey, name: b.tab(chartsKey, 0)}
	sheets = append(sheets, charts)
	sheets = append(sheets, b.statistics()...)
	if in.Answers != nil {
		answers, err := b.answers(in.Answers)
		if err != nil {
			return err
		}
		sheets = append(sheets, answers)
	}
	sheets = append([]*sheet{b.readme(sheets)}, sheets...)

	// All sheets exist before the first is written, so that tabs stand in order.
	for i, s := range sheets {
		if err := b.open(i, s.name); err != nil {
			return err
		}
	}
	for _, s := range sheets {
		var err error
		switch {
		case s == charts:
			err = b.writeCharts(s.name, scale, frequencies)
		default:
			err = b.write(s)
		}
		if err != nil {
			return err
		}
	}
	if err := b.properties(); err != nil {
		return err
	}
	return pack.Write(w, b.file)
}

// statistics are the sheets of statistics, those that the study asks for.
func (b *book) statistics() []*sheet {
	var sheets []*sheet
	if len(b.Results.Profile) > 0 {
		sheets = append(sheets, b.profile())
	}
	sheets = append(sheets, b.shares(), b.validity(), b.reliability(), b.splitHalf(), b.ifDeleted())
	if b.anyItemPairs() {
		sheets = append(sheets, b.interItem())
	}
	if len(b.Results.Relations) > 0 {
		sheets = append(sheets, b.relations())
	}
	sheets = append(sheets, b.descriptives())
	if b.Study.Interpretation.On {
		sheets = append(sheets, b.interpretation())
	}
	if cs := b.Results.Constructs; len(cs) > 0 && cs[0].Scores != nil {
		sheets = append(sheets, b.scores(), b.normality())
	}
	if b.Results.IKM != nil {
		sheets = append(sheets, b.ikm())
	}
	if b.Results.Importance != nil {
		sheets = append(sheets, b.importance())
	}
	if len(b.Results.Groups) > 0 {
		sheets = append(sheets, b.groups(), b.groupAnswers(), b.groupTests())
		if b.anyPairs() {
			sheets = append(sheets, b.groupPairs())
		}
	}
	return append(sheets, b.quality())
}

// book is a workbook in the making.
type book struct {
	Input
	file   *excelize.File
	langs  []lang.Tag
	words  Words
	styles map[style]int
	tabs   map[string]string // names of sheets that are taken, with what took them
}

func newBook(in Input) *book {
	b := &book{Input: in, file: excelize.NewFile(), langs: in.Study.Languages, words: in.Words, styles: map[style]int{}, tabs: map[string]string{}}
	if b.words == nil {
		b.words = Words{}
		for _, l := range b.langs {
			b.words[l] = words.Builtin(l)
		}
	}
	return b
}

// body is the language of texts that stand in one language only.
func (b *book) body() lang.Tag { return b.langs[0] }

// joined are the different versions of a text, in the order of the languages.
func (b *book) joined(t lang.Text, between string) string {
	var out []string
	for _, l := range b.langs {
		if s := t[l]; s != "" && (len(out) == 0 || s != out[0]) {
			out = append(out, s)
		}
	}
	return strings.Join(out, between)
}

// properties sets the document's properties.
func (b *book) properties() error {
	date := b.Study.Record.Dated().Format(time.RFC3339)
	title := shorten(plain(b.Study.Title.In(b.body())), 250)
	err := b.file.SetDocProps(&excelize.DocProperties{
		Title: title, Creator: b.Creator, LastModifiedBy: b.Creator,
		Created: date, Modified: date, Language: string(b.body()),
	})
	if err != nil {
		return err
	}
	return b.file.SetAppProps(&excelize.AppProperties{Application: "wogreport"})
}
