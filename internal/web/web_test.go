package web

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"wogreport/internal/study"
)

// page speaks with a session as the page does: in bytes, both ways.
type page struct {
	t  *testing.T
	s  Session
	id int
}

// answer is the last reply with its files, and what came before it.
type answer struct {
	Reply
	files    []File
	progress []Reply
}

func (p *page) ask(req Request, files ...File) (a answer) {
	p.t.Helper()
	return p.during(req, nil, files...)
}

// during also calls a function at each report of progress.
func (p *page) during(req Request, at func(Reply, []File), files ...File) (a answer) {
	p.t.Helper()
	p.id++
	req.ID = p.id
	data, err := Encode(req, files)
	if err != nil {
		p.t.Fatal(err)
	}
	var got Request
	files, err = Decode(data, &got)
	if err != nil {
		p.t.Fatal(err)
	}
	p.s.Serve(context.Background(), got, files, func(r Reply, files []File) {
		data, err := Encode(r, files)
		if err != nil {
			p.t.Fatal(err)
		}
		var back Reply
		if files, err = Decode(data, &back); err != nil {
			p.t.Fatal(err)
		}
		if back.ID != req.ID {
			p.t.Errorf("a reply to %d, not to %d", back.ID, req.ID)
		}
		if back.Event == Progress {
			a.progress = append(a.progress, back)
			if at != nil {
				at(back, files)
			}
			return
		}
		a.Reply, a.files = back, files
	})
	if a.Event == "" {
		p.t.Fatal("no last reply")
	}
	return a
}

// errors are the codes of the problems that are errors.
func (a answer) errors() (out []string) {
	for _, p := range a.Problems {
		if p.Error {
			out = append(out, p.Code)
		}
	}
	return out
}

func (a answer) names() (out []string) {
	for _, f := range a.files {
		out = append(out, f.Name)
	}
	return out
}

// workbook makes an XLSX file of a few cohorts' answers.
func workbook(t *testing.T, rows [][]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// form is an export of 36 respondents in three cohorts, the last of them small.
func form(t *testing.T, labels ...string) []byte {
	rows := [][]any{{"Timestamp", "Nama", "Angkatan", "Jenis Kelamin", "1. Materi jelas", "2. Pengajar menguasai materi", "3. Ruang kelas sempit"}}
	for i := range 36 {
		cohort := []string{"Angkatan I", "Angkatan II", "Angkatan III"}[i/17]
		at := func(k int) string { return labels[(i+k)*(k+1)%len(labels)] }
		rows = append(rows, []any{fmt.Sprintf("2024-05-%02d", i%28+1), fmt.Sprintf("Orang %d", i), cohort, []string{"Laki-laki", "Perempuan"}[i%2], at(1), at(2), at(3)})
	}
	return workbook(t, rows)
}

var agreement = []string{"Tidak Setuju", "Setuju", "Sangat Setuju", "Sangat Tidak Setuju"}

// TestDraft: a dropped workbook becomes a form; what the form changes is in the study
// file, and its report is built.
func TestDraft(t *testing.T) {
	p := &page{t: t}
	a := p.ask(Request{Do: "open"}, File{"Evaluasi.xlsx", form(t, agreement...)})
	if a.State.Study != "" || !slices.Equal(a.State.Files, []string{"Evaluasi.xlsx"}) {
		t.Fatalf("opened %+v", a.State)
	}
	a = p.ask(Request{Do: "draft"})
	f := a.State.Form
	if f == nil || len(a.errors()) > 0 {
		t.Fatalf("no form: %+v", a.Problems)
	}
	if a.Drafted.Items != 3 || a.Drafted.Rows != 36 {
		t.Errorf("drafted %+v", a.Drafted)
	}
	if f.Kind != "evaluation" || !f.ByCohort || f.Cohort != "Angkatan" || f.MinGroup != 5 || f.Title[0].Value != "Evaluasi" {
		t.Errorf("the form says %+v", f)
	}
	if len(f.Scales) != 1 || !f.Scales[0].Ordered || len(f.Scales[0].Points) != 4 || f.Scales[0].Points[0].Label != "Sangat Setuju" || f.Scales[0].Points[0].Path != "scale[0].value" {
		t.Errorf("the scales are %+v", f.Scales)
	}
	if !slices.Contains(f.Columns, "Jenis Kelamin") || slices.Contains(f.Columns, "Nama") {
		t.Errorf("the columns are %q", f.Columns)
	}
	if want := []Other{{"Timestamp", "timestamp", false, ""}, {"Nama", "name", true, ""}}; !slices.Equal(f.Others, want) {
		t.Errorf("the other columns are %+v", f.Others)
	}
	if strings.Contains(a.State.Text, "Orang") {
		t.Error("the draft names a respondent")
	}
	if !f.Constructs[0].Unnamed {
		t.Errorf("what the items measure is taken for said: %+v", f.Constructs[0].Label)
	}
	it := f.Constructs[0].Items[2]
	if it.Statement[0].Value != "Ruang kelas sempit" || it.Reverse {
		t.Errorf("the third item is %+v", it)
	}
	a = p.ask(Request{Do: "confirm", Edits: []study.Edit{
		{Path: f.Title[0].Path, Value: "Evaluasi Pelatihan"}, {Path: f.Constructs[0].Label[0].Path, Value: "kepuasan"}, {Path: it.Path + ".reverse", Value: true},
		{Path: "reports", Value: "together"}, {Path: "privacy.min_group", Value: 3},
	}})
	if f = a.State.Form; f.Title[0].Value != "Evaluasi Pelatihan" || !f.Constructs[0].Items[2].Reverse || f.ByCohort || f.MinGroup != 3 || f.Constructs[0].Unnamed {
		t.Errorf("after the changes the form says %+v", f)
	}
	a = p.ask(Request{Do: "build", Formats: []string{"pdf", "json"}})
	if len(a.errors()) > 0 || !slices.Equal(a.names(), []string{"laporan.pdf", "results.json"}) {
		t.Fatalf("built %q with %+v", a.names(), a.Problems)
	}
	if !bytes.Contains(a.files[1].Data, []byte(`"reversed": true`)) {
		t.Error("the results have no reversed item")
	}
	a = p.ask(Request{Do: "build", Formats: []string{"svg", "docx", "xlsx"}})
	if !slices.Contains(a.names(), "laporan.docx") || !slices.Contains(a.names(), "laporan.xlsx") || !strings.HasPrefix(a.names()[0], "figures/") {
		t.Errorf("built %q", a.names())
	}
}

// TestAsked: labels that nothing orders are asked about, and the build stops until
// the page has given their order and confirmed it.
func TestAsked(t *testing.T) {
	p := &page{t: t}
	p.ask(Request{Do: "open"}, File{"form.xlsx", form(t, "Merah", "Kuning", "Hijau")})
	a := p.ask(Request{Do: "draft"})
	f := a.State.Form
	if f == nil || len(f.Assumed) != 1 || f.Assumed[0].Kind != study.AssumedOrder || f.Scales[0].Ordered {
		t.Fatalf("%+v %+v", a.State, a.Problems)
	}
	asked := a.Problems[slices.IndexFunc(a.Problems, func(p Problem) bool { return p.Code == study.CodeAssumed })]
	if asked.Path != "assumed[0]" || asked.Hint == "" || !strings.HasPrefix(asked.Place, "study.yaml:") {
		t.Errorf("the problem is %+v", asked)
	}
	if a := p.ask(Request{Do: "build"}); len(a.files) > 0 || !slices.Contains(a.errors(), study.CodeAssumed) {
		t.Errorf("built %q", a.names())
	}
	var edits []study.Edit
	for i, point := range f.Scales[0].Points {
		edits = append(edits, study.Edit{Path: point.Path, Value: i + 1})
	}
	a = p.ask(Request{Do: "confirm", Edits: edits, Assumed: []int{0}})
	if len(a.State.Form.Assumed) > 0 || len(a.errors()) > 0 || !a.State.Form.Scales[0].Ordered {
		t.Fatalf("%+v %+v", a.State.Form.Assumed, a.Problems)
	}
	if a := p.ask(Request{Do: "build"}); len(a.files) == 0 {
		t.Errorf("not built: %+v", a.Problems)
	}
}

// TestWrong: what is wrong is told with its place and key, and what was typed stays.
func TestWrong(t *testing.T) {
	p := &page{t: t}
	p.ask(Request{Do: "open"}, File{"surat.xlsx", []byte("%PDF-1.7 a letter")})
	if a := p.ask(Request{Do: "draft"}); !slices.Equal(a.errors(), []string{"not-a-table"}) || a.State.Form != nil || a.Problems[0].Hint == "" {
		t.Errorf("%+v", a.Problems)
	}
	p.ask(Request{Do: "open"}, File{"foto.jpg", []byte("\xFF\xD8\xFF\xE0")})
	if a := p.ask(Request{Do: "draft"}); !slices.Equal(a.errors(), []string{"not-a-table"}) || !strings.Contains(a.Problems[0].Message, "a picture") || !strings.Contains(a.Problems[0].Hint, "Google Forms") {
		t.Errorf("%q, %+v", a.Refused, a.Problems)
	}
	p.ask(Request{Do: "open"}, File{"form.xlsx", form(t, agreement...)})
	p.ask(Request{Do: "draft"})
	a := p.ask(Request{Do: "confirm", Edits: []study.Edit{{Path: "privacy.min_group", Value: "lima"}, {Path: "kind", Value: "evaluasi"}}})
	if !strings.Contains(a.State.Text, "min_group: lima") || a.State.Form == nil {
		t.Errorf("what was typed is gone:\n%s", a.State.Text)
	}
	for _, want := range []string{"privacy.min_group", "kind"} {
		if !slices.ContainsFunc(a.Problems, func(p Problem) bool { return p.Error && p.Path == want }) {
			t.Errorf("no problem of %s in %+v", want, a.Problems)
		}
	}
	for _, path := range []string{"constructs[0].items[2].statement", "constructs[0].label", "title"} {
		a = p.ask(Request{Do: "confirm", Edits: []study.Edit{{Path: path, Value: ""}}})
		if !slices.ContainsFunc(a.Problems, func(p Problem) bool { return p.Error && p.Path == path }) {
			t.Errorf("what was emptied is no problem at %s: %+v", path, a.Problems)
		}
	}
	if c := a.State.Form.Constructs[0]; c.Items[2].Statement[0].Value != "" || c.Label[0].Value != "" {
		t.Errorf("in place of what was emptied stands %q and %q", c.Items[2].Statement[0].Value, c.Label[0].Value)
	}
	text := "kind: evaluation\ntitle: x\nconstructs: []\n"
	if a = p.ask(Request{Do: "confirm", Text: &text}); !slices.ContainsFunc(a.Problems, func(p Problem) bool { return p.Code == "missing-key" && p.Path == "" }) {
		t.Errorf("that responses is missing is not a problem of kind: %+v", a.Problems)
	}
	text = "title: [\n"
	if a = p.ask(Request{Do: "confirm", Text: &text}); a.State.Text != text || !slices.Equal(a.errors(), []string{"yaml-syntax"}) {
		t.Errorf("%q, %+v", a.State.Text, a.Problems)
	}
	if a = p.ask(Request{Do: "confirm", Edits: []study.Edit{{Path: "title", Value: "x"}}}); a.Refused == "" || a.State.Text != text {
		t.Errorf("an edit of what is no study: %+v", a)
	}
	if a = p.ask(Request{Do: "build"}); len(a.files) > 0 || !slices.Contains(a.errors(), "yaml-syntax") {
		t.Errorf("built %q, %+v", a.names(), a.Problems)
	}
	for _, req := range []Request{{Do: "erase"}, {Do: "build", Formats: []string{"epub"}}} {
		if a = p.ask(req); a.Refused == "" {
			t.Errorf("%+v was not refused", req)
		}
	}
	if a = (&page{t: t}).ask(Request{Do: "build"}); a.Refused == "" {
		t.Error("a build of nothing was not refused")
	}
}

// TestStudy: a study with its files, dropped without their folders.
func TestStudy(t *testing.T) {
	p := &page{t: t}
	var files []File
	for _, name := range []string{"study.yaml", "data/responses.csv", "sections/pendahuluan.id.md"} {
		data, err := os.ReadFile(path.Join("../..", name))
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, File{path.Base(name), data})
	}
	entries, err := os.ReadDir("../../sections")
	if err != nil {
		t.Fatal(err)
	}
	lacking := p.ask(Request{Do: "open"}, files...)
	if !slices.Contains(lacking.errors(), "not-found") || lacking.State.Form == nil {
		t.Errorf("without its sections: %+v", lacking.Problems)
	}
	files = nil
	for _, e := range entries {
		data, err := os.ReadFile(path.Join("../../sections", e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, File{e.Name(), data})
	}
	a := p.ask(Request{Do: "open", Add: true}, files...)
	if len(a.errors()) > 0 || a.State.Study != "study.yaml" {
		t.Fatalf("%+v", a.Problems)
	}
	if a = p.ask(Request{Do: "build"}); len(a.files) == 0 {
		t.Errorf("not built: %+v", a.Problems)
	}
}

// TestCohorts: a ZIP of a report for each cohort but the small one; progress is told.
func TestCohorts(t *testing.T) {
	p := &page{t: t}
	p.ask(Request{Do: "open"}, File{"form.xlsx", form(t, agreement...)})
	p.ask(Request{Do: "draft"})
	var pdfs int
	now := time.Date(2026, 11, 24, 15, 30, 0, 0, time.FixedZone("", 7*3600))
	cohorts := Request{Do: "cohorts", Formats: []string{"pdf", "json"}, Now: now.UnixMilli(), Zone: 7 * 60}
	a := p.during(cohorts, func(_ Reply, files []File) { pdfs += len(files) })
	if len(a.progress) != 3 || pdfs != 2 || a.Counts.Done != 2 || a.Counts.Withheld != 1 {
		t.Fatalf("%d reports of progress, %d PDFs, %+v, %+v", len(a.progress), pdfs, a.Counts, a.Problems)
	}
	if last := a.progress[2].Cohort; last.Status != "withheld" || last.Done != 3 || last.Total != 3 {
		t.Errorf("the last progress is %+v", last)
	}
	z, err := zip.NewReader(bytes.NewReader(a.files[0].Data), int64(len(a.files[0].Data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		if !f.Modified.Equal(now) || f.ModifiedDate != 24+11<<5+(2026-1980)<<9 || f.ModifiedTime>>5 != 15<<6+30 {
			t.Errorf("%s is of %s", f.Name, f.Modified)
		}
	}
	for _, want := range []string{"Angkatan I/laporan.pdf", "Angkatan II/results.json", "index.html", "comparison.pdf"} {
		if !slices.Contains(names, want) {
			t.Errorf("no %s among %q", want, names)
		}
	}
	if !slices.Equal(a.names(), []string{"laporan.zip", "comparison.pdf"}) || !bytes.HasPrefix(a.files[1].Data, []byte("%PDF-")) {
		t.Errorf("given are %q", a.names())
	}
	if slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(n, "Angkatan III") }) {
		t.Errorf("the small cohort is in %q", names)
	}

	// What was read for the report of all answers serves a run by cohort as well.
	p = &page{t: t}
	p.ask(Request{Do: "open"}, File{"form.xlsx", form(t, agreement...)})
	p.ask(Request{Do: "draft"})
	if all := p.ask(Request{Do: "build", Formats: []string{"json"}}); len(all.files) != 1 {
		t.Fatalf("%q, %+v", all.names(), all.Problems)
	}
	if after := p.ask(cohorts); len(after.files) != 2 || !bytes.Equal(after.files[0].Data, a.files[0].Data) {
		t.Errorf("a run after the report of all answers gives other files: %q", after.names())
	}
}

// TestCancel: a run that is cancelled ends after the cohort it is at, and gives nothing.
func TestCancel(t *testing.T) {
	p := &page{t: t}
	p.ask(Request{Do: "open"}, File{"form.xlsx", form(t, agreement...)})
	p.ask(Request{Do: "draft"})
	a := p.during(Request{Do: "cohorts"}, func(r Reply, _ []File) {
		p.s.Serve(context.Background(), Request{Do: "cancel", Cancel: r.ID}, nil, func(Reply, []File) {})
	})
	if a.Event != Stopped || len(a.progress) != 1 || len(a.files) > 0 {
		t.Errorf("%s after %d cohorts with %q", a.Event, len(a.progress), a.names())
	}
	if a = p.ask(Request{Do: "cohorts", Formats: []string{"json"}}); a.Event != Done || len(a.files) != 1 {
		t.Errorf("the next run: %s with %q", a.Event, a.names())
	}
}

func TestDecode(t *testing.T) {
	whole, err := Encode(Request{ID: 1, Do: "open"}, []File{{"a", []byte("bytes")}, {"b", nil}})
	if err != nil {
		t.Fatal(err)
	}
	var r Request
	files, err := Decode(whole, &r)
	if err != nil || len(files) != 2 || string(files[0].Data) != "bytes" || r.Do != "open" {
		t.Fatalf("%+v, %+v, %v", r, files, err)
	}
	for n := range whole {
		if _, err := Decode(whole[:n], &r); err == nil {
			t.Errorf("the first %d bytes are taken for a message", n)
		}
	}
	if _, err := Decode(append(whole, 0), &r); err == nil {
		t.Error("a message with a byte too many is taken")
	}
}

func TestMemory(t *testing.T) {
	m := memory{}
	m.put("a.csv", []byte("1"))
	m.put("../../b.csv", []byte("2"))
	m.put(`words\x.md`, []byte("3"))
	if got := m.names(); !slices.Equal(got, []string{"a.csv", "b.csv", "words/x.md"}) {
		t.Errorf("%q", got)
	}
	for name, ok := range map[string]bool{"a.csv": true, "data/a.csv": true, "words/x.md": true, "words": true, ".": true, "x.md": false, "sections/x.md": false, "../a.csv": false} {
		if _, err := m.Open(name); (err == nil) != ok {
			t.Errorf("%s: %v", name, err)
		}
	}
	m.put("old/a.csv", nil)
	if _, err := m.Open("data/a.csv"); err == nil {
		t.Error("a name that two files have was found")
	}
}

// TestWarm: the made-up answers make reports, and nothing stops them on the way.
func TestWarm(t *testing.T) {
	steps := 0
	Warm(func() bool { steps++; return true })
	if steps != 6 {
		t.Errorf("%d steps", steps)
	}
	for _, kind := range []string{"evaluation", "article"} {
		p := &page{t: t}
		p.ask(Request{Do: "open"}, File{"jawaban.csv", madeUp()})
		if a := p.ask(Request{Do: "draft", Title: "Judul", Kind: kind}); a.Drafted.Items != 5 {
			t.Errorf("%d items", a.Drafted.Items)
		}
		if a := p.ask(Request{Do: "build", Formats: []string{"pdf"}}); len(a.files) != 1 {
			t.Errorf("%s: %+v", kind, a.Problems)
		}
	}
}
