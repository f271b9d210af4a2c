package web

import (
	"slices"
	"strings"
	"testing"

	"wogreport/internal/study"
)

// TestInstead: where a new export words a statement or another head anew, the page offers
// the columns that may be meant, the nearest first, and takes one by a single change.
func TestInstead(t *testing.T) {
	rows := [][]any{{"Timestamp", "Email", "Angkatan", "Unit", "Materi pelatihan disusun dengan jelas", "Pengajar menguasai materi", "4. Ruang kelas nyaman"}}
	for i := range 24 {
		label := func(k int) string { return agreement[(i*k+k)%4] }
		rows = append(rows, []any{"2024-05-01", "a@b.id", []string{"I", "II"}[i%2], []string{"Pusat", "Daerah"}[i%3%2], label(1), label(2), label(3)})
	}
	file := func(heads ...any) File { return File{"jawaban.xlsx", workbook(t, append([][]any{heads}, rows[1:]...))} }
	p := &page{t: t}
	p.ask(Request{Do: "open"}, file(rows[0]...))
	p.ask(Request{Do: "draft", Title: "Judul"})
	p.ask(Request{Do: "confirm", Edits: []study.Edit{{Path: "profile[0]", Value: map[string]any{"column": "Unit", "label": "Unit kerja"}}, {Path: "reports", Value: "together"}, {Path: "responses.identifier", Value: "Email"}}})
	if a := p.ask(Request{Do: "build", Formats: []string{"json"}}); len(a.files) != 1 {
		t.Fatalf("%+v", a.Problems)
	}
	p.ask(Request{Do: "open", Add: true}, file("Waktu", "Alamat email", "Angkatan", "Satuan Unit", "Materi disusun dengan sangat jelas", "Pengajar menguasai materi", "Kelas nyaman ruangnya"))
	want := map[string][]string{
		"constructs[0].items[0].column": {"Materi disusun dengan sangat jelas"},
		"constructs[0].items[2].column": {"Kelas nyaman ruangnya"},
		"profile[0].column":             {"Satuan Unit"},
		"responses.identifier":          {"Alamat email"},
	}
	for len(want) > 0 {
		a := p.ask(Request{Do: "build", Formats: []string{"json"}})
		var edits []study.Edit
		for _, problem := range a.Problems {
			if problem.Instead == nil {
				continue
			}
			at := problem.Instead.Path
			if columns := want[at]; len(columns) == 0 || problem.Instead.Columns[0] != columns[0] {
				t.Fatalf("%s: offered are %q in place of %q", at, problem.Instead.Columns, problem.Message)
			}
			if problem.Path != at && problem.Path+".column" != at {
				t.Errorf("%s is at %s", at, problem.Path)
			}
			if at != "responses.identifier" && slices.Contains(problem.Instead.Columns, "Alamat email") {
				t.Errorf("%s is offered a personal column", at)
			}
			if slices.Contains(problem.Instead.Columns, "Pengajar menguasai materi") {
				t.Errorf("%s is offered a column that an item has", at)
			}
			edits = append(edits, study.Edit{Path: at, Value: problem.Instead.Columns[0]})
			delete(want, at)
		}
		if edits == nil {
			t.Fatalf("nothing is offered for %v: %+v", want, a.Problems)
		}
		p.ask(Request{Do: "confirm", Edits: edits})
	}
	a := p.ask(Request{Do: "build", Formats: []string{"json"}})
	if len(a.files) != 1 || len(a.errors()) > 0 {
		t.Fatalf("%+v", a.Problems)
	}
	if text := p.ask(Request{Do: "open", Add: true}).State.Text; !strings.Contains(text, "column: Kelas nyaman ruangnya") || !strings.Contains(text, "label: Unit kerja") {
		t.Errorf("the study says\n%s", text)
	}
}
