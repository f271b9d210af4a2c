package build

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/diag"
	"wogreport/internal/output"
	"wogreport/internal/responses"
)

// TestWriters: each format has a writer of its kind, and no writer is left over.
func TestWriters(t *testing.T) {
	for _, f := range output.Formats {
		if _, ok := writers[f.Name]; ok == f.PerFigure {
			t.Errorf("%s: writer of the whole report: %v", f.Name, ok)
		}
		if _, ok := figureWriters[f.Name]; ok != f.PerFigure {
			t.Errorf("%s: writer of figures: %v", f.Name, ok)
		}
	}
	if got, want := len(writers)+len(figureWriters), len(output.Formats); got != want {
		t.Errorf("%d writers of %d formats", got, want)
	}
}

// TestWithheld: too few who answered have no report, unless it is not known
// that they are too few.
func TestWithheld(t *testing.T) {
	var broken diag.List
	broken.Errorf(diag.Pos{}, "x", "a problem")
	for _, c := range []struct {
		rows, answered int
		problems       diag.List
		want           bool
	}{
		{5, 5, nil, false},
		{6, 4, nil, true},
		{0, 0, nil, true},
		{5, 5, broken, false},
		{9, 4, broken, false}, // five may have answered what was not understood
		{4, 4, broken, true},
		{4, 0, broken, true},
		{0, 0, broken, false}, // the file could not be read
	} {
		table := &responses.Table{N: c.rows, Columns: []*responses.Column{{Codes: make([]uint8, c.rows)}}}
		for i := range c.answered {
			table.Columns[0].Codes[i] = 1
		}
		if got := withheld(table, 5, c.problems); got != c.want {
			t.Errorf("%d of %d rows with an answer, %d problems: withheld %v", c.answered, c.rows, len(c.problems), got)
		}
	}
}

// agency are two cohorts of six and one of two people, with a section.
var agency = map[string]string{
	"study.yaml": "title: T\nlanguages: [en]\nkind: evaluation\nscale: {min: 1, max: 5}\nconstructs: [{id: c, items: [P1, P2]}]\n" +
		"responses: {files: {I: one.csv, II: two.csv, III: three.csv}}\nsections: {method: m.md}\n",
	"m.md":      "Words.\n",
	"one.csv":   "P1,P2\n4,5\n3,3\n5,4\n2,1\n4,4\n3,4\n",
	"two.csv":   "P1,P2\n4,4\n3,2\n5,4\n1,1\n4,3\n3,4\n",
	"three.csv": "P1,P2\n4,4\n3,2\n",
}

// in makes a study of an agency, with some other files, and loads it.
func in(t *testing.T, other map[string]string) *Input {
	t.Helper()
	dir := t.TempDir()
	for name, text := range agency {
		if changed, ok := other[name]; ok {
			text = changed
		}
		if text == "" {
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	input, _ := Load(filepath.Join(dir, "study.yaml"))
	return input
}

// split is what becomes of the cohorts.
func split(t *testing.T, input *Input) (*Cohorts, []Plan) {
	t.Helper()
	c, ds := input.Cohorts(CohortOptions{})
	if ds.HasErrors() {
		t.Fatal(ds)
	}
	var plans []Plan
	for i := range c.Each {
		plans = append(plans, c.Plan(i))
	}
	return c, plans
}

// TestCohorts: who has a report, and that what is not told of the others is
// nowhere.
func TestCohorts(t *testing.T) {
	c, plans := split(t, in(t, nil))
	var got []string
	for i, p := range plans {
		got = append(got, fmt.Sprint(c.Each[i].Name, " ", c.Each[i].Respondents, " ", p.Withheld, p.Make != nil, p.Fingerprint != ""))
	}
	if want := "I 6 false true true, II 6 false true true, III 0 true false false"; strings.Join(got, ", ") != want {
		t.Errorf("%s, want %s", strings.Join(got, ", "), want)
	}
	// A checksum of answers would confirm a guess at them.
	sums, err := c.Checksums()
	if got := slices.Sorted(maps.Keys(sums)); err != nil || !slices.Equal(got, []string{"m.md", "study.yaml"}) {
		t.Errorf("there are checksums of %v", got)
	}
	outputs, ds := plans[0].Make()
	if ds.HasErrors() || len(outputs) != 2 || outputs[0].Name != "study.pdf" {
		t.Errorf("outputs %v, %v", outputs, ds)
	}
	beside, ds, err := c.Beside(Reports{Folders: []string{"a", "b", ""}, Withheld: 1})
	var names []string
	for _, o := range beside {
		names = append(names, o.Name)
	}
	if !slices.Equal(names, []string{ComparisonPage, ComparisonData, IndexPage, IndexWorkbook}) || ds.HasErrors() || err != nil {
		t.Errorf("beside stand %v: %v, %v", names, ds, err)
	}
}

// TestFingerprint: a report has another fingerprint exactly where it follows
// from something else.
func TestFingerprint(t *testing.T) {
	_, before := split(t, in(t, nil))
	for _, c := range []struct {
		name, file, from, to string
		changes              []bool // of the first two cohorts' fingerprints
	}{
		{"nothing", "m.md", "", "", []bool{false, false}},
		{"a section", "m.md", "Words", "Others", []bool{true, true}},
		{"a setting", "study.yaml", "title: T", "title: U", []bool{true, true}},
		{"a remark", "study.yaml", "title: T", "title: T # so far", []bool{false, false}},
		{"the order of rows", "one.csv", "4,5\n3,3\n", "3,3\n4,5\n", []bool{false, false}},
		{"an answer", "one.csv", "4,5", "4,4", []bool{true, false}},
		{"an answer of the small cohort", "three.csv", "4,4", "1,1", []bool{false, false}},
	} {
		_, after := split(t, in(t, map[string]string{c.file: strings.Replace(agency[c.file], c.from, c.to, 1)}))
		for i, want := range c.changes {
			if got := after[i].Fingerprint != before[i].Fingerprint; got != want {
				t.Errorf("%s: the fingerprint of cohort %d changes: %v", c.name, i+1, got)
			}
		}
	}
}

// TestMissingSection: a file that is not there is reported once, where the
// study names it.
func TestMissingSection(t *testing.T) {
	_, ds := in(t, map[string]string{"m.md": ""}).Cohorts(CohortOptions{})
	var found []string
	for _, d := range ds {
		if d.Code == "not-found" {
			found = append(found, strings.TrimPrefix(d.Pos.String(), d.Pos.File))
		}
	}
	if !slices.Equal(found, []string{":7:12"}) {
		t.Errorf("it is reported at %v", found)
	}
}

// TestNumbersAlone: what is made of the results alone is the same where no text is composed,
// and problems of the text do not hold it up.
func TestNumbersAlone(t *testing.T) {
	all := map[string][]byte{}
	written := func(b *Built, formats ...string) {
		t.Helper()
		for _, o := range b.Outputs(formats) {
			var w bytes.Buffer
			if err := o.Write(&w); err != nil {
				t.Fatal(err)
			}
			if first, ok := all[o.Name]; ok && !bytes.Equal(first, w.Bytes()) {
				t.Errorf("%s is another file", o.Name)
			}
			all[o.Name] = w.Bytes()
		}
	}
	for _, formats := range [][]string{{"pdf", "json", "xlsx"}, {"json", "xlsx"}} {
		b, ds := in(t, nil).CompileFor(formats)
		if ds.HasErrors() {
			t.Fatal(ds)
		}
		if composed := b.document != nil; composed != (formats[0] == "pdf") {
			t.Errorf("%v: the text was composed: %v", formats, composed)
		}
		written(b, "json", "xlsx")
	}
	broken := map[string]string{"m.md": "{{unclosed"}
	if _, ds := in(t, broken).Compile(); !ds.HasErrors() {
		t.Error("the section is not broken")
	}
	b, ds := in(t, broken).CompileFor([]string{"json"})
	if ds.HasErrors() {
		t.Fatal(ds)
	}
	written(b, "json")
	if len(all) != 2 {
		t.Errorf("%d files were written", len(all))
	}
}

// TestReads: a file that the study reads is known by any name.
func TestReads(t *testing.T) {
	input := in(t, nil)
	dir := input.Study.Dir
	if err := os.Symlink(filepath.Join(dir, "one.csv"), filepath.Join(dir, "link")); err != nil {
		t.Skip(err)
	}
	for name, want := range map[string]bool{"study.yaml": true, "one.csv": true, "m.md": true, "link": true, "other.csv": false} {
		if got := input.Reads(filepath.Join(dir, name)); got != want {
			t.Errorf("Reads(%s) = %v", name, got)
		}
	}
}

// TestKeptAnswers: what check does reads each file of answers once.
func TestKeptAnswers(t *testing.T) {
	input := in(t, nil)
	input.KeepAnswers()
	if _, ds := input.Compile(); ds.HasErrors() {
		t.Fatal(ds)
	}
	for _, name := range input.Study.Responses.Files {
		if err := os.Remove(input.Study.Path(name)); err != nil {
			t.Fatal(err)
		}
	}
	c, ds := input.Cohorts(CohortOptions{})
	if ds.HasErrors() || len(c.Each) != 3 {
		t.Errorf("%d cohorts, %v", len(c.Each), ds)
	}
}
