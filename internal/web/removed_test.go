package web

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/study"
)

// TestRemoved: an item that was taken out is listed, and comes back where it was: into its
// construct, or the last one where that is gone.
func TestRemoved(t *testing.T) {
	p := &page{t: t}
	p.ask(Request{Do: "open"}, File{"form.xlsx", form(t, agreement...)})
	f := p.ask(Request{Do: "draft"}).State.Form
	if len(f.Removed) != 0 {
		t.Fatalf("taken out before anything was: %+v", f.Removed)
	}
	first := f.Constructs[0].Items[0]
	p.ask(Request{Do: "confirm", Edits: []study.Edit{{Path: first.Path + ".reverse", Value: true}}})
	for name, away := range map[string][]study.Edit{
		"an item": {{Path: first.Path}},
		"its construct": {
			{Path: "constructs[1]", Value: map[string]any{"id": "lain", "label": "lain", "items": []any{}}},
			{Path: "constructs[0].items[1]", To: "constructs[1].items"}, {Path: "constructs[0].items[1]", To: "constructs[1].items"}, {Path: "constructs[0]"},
		},
	} {
		text := p.ask(Request{Do: "open", Add: true}).State.Text
		f := p.ask(Request{Do: "confirm", Edits: away}).State.Form
		if len(f.Removed) != 1 || f.Removed[0].ID != first.ID || f.Removed[0].Statement != "Materi jelas" {
			t.Fatalf("%s: taken out are %+v", name, f.Removed)
		}
		a := p.ask(Request{Do: "confirm", Edits: f.Removed[0].Again})
		items := a.State.Form.Constructs[len(a.State.Form.Constructs)-1].Items
		if got := items[0]; len(items) != 3 || got.ID != first.ID || got.Statement[0].Value != "Materi jelas" || !got.Reverse || items[1].ID != "P2" || items[2].ID != "P3" || len(a.State.Form.Removed) > 0 {
			t.Errorf("%s: the items are %+v, and taken out %+v", name, items, a.State.Form.Removed)
		}
		if b := p.ask(Request{Do: "build", Formats: []string{"json"}}); len(b.files) != 1 || len(b.errors()) > 0 {
			t.Errorf("%s: %+v", name, b.Problems)
		}
		p.ask(Request{Do: "confirm", Text: &text})
	}
	// One that has another id or column by now is there.
	for _, e := range []study.Edit{{Path: first.Path + ".id", Value: "Q"}, {Path: first.Path + ".column", Value: "B"}} {
		if f := p.ask(Request{Do: "confirm", Edits: []study.Edit{e}}).State.Form; len(f.Removed) > 0 {
			t.Errorf("with %s %v taken out are %+v", e.Path, e.Value, f.Removed)
		}
		p.ask(Request{Do: "confirm", Edits: []study.Edit{{Path: first.Path + ".id", Value: first.ID}}})
	}
}

// TestNewColumn: a statement that is new in a next export is listed, whatever its number in a draft or in the
// file, and becomes an item where it stands, under an id of its own.
func TestNewColumn(t *testing.T) {
	t.Run("heads", func(t *testing.T) { newColumn(t, false) })
	t.Run("numbered heads", func(t *testing.T) { newColumn(t, true) })
}

func newColumn(t *testing.T, numbered bool) {
	export := func(heads ...string) []byte {
		rows := [][]any{{"Timestamp"}}
		for i, h := range heads {
			if numbered {
				h = fmt.Sprintf("%d. %s", i+1, h)
			}
			rows[0] = append(rows[0], h)
		}
		for i := range 36 {
			row := []any{fmt.Sprintf("2024-05-%02d", i%28+1)}
			for k := range heads {
				row = append(row, agreement[(i+k)*(k+1)%4])
			}
			rows = append(rows, row)
		}
		return workbook(t, rows)
	}
	p := &page{t: t}
	p.ask(Request{Do: "open"}, File{"form.xlsx", export("Materi jelas", "Pengajar sabar", "Ruang kelas sempit")})
	text := p.ask(Request{Do: "draft"}).State.Text
	p.ask(Request{Do: "open"}, File{"form.xlsx", export("Materi jelas", "Pengajar sabar", "Toilet bersih", "Ruang kelas sempit")})
	p.ask(Request{Do: "draft"})
	f := p.ask(Request{Do: "open", Add: true}, File{"study.yaml", []byte(text)}).State.Form
	if len(f.Removed) != 1 || f.Removed[0].Statement != "Toilet bersih" || f.Removed[0].ID != "P4" {
		t.Fatalf("%+v", f.Removed)
	}
	f = p.ask(Request{Do: "confirm", Edits: f.Removed[0].Again}).State.Form
	var ids []string
	for _, it := range f.Constructs[0].Items {
		ids = append(ids, it.ID)
	}
	if !slices.Equal(ids, []string{"P1", "P2", "P4", "P3"}) || len(f.Removed) > 0 {
		t.Errorf("%v, %+v", ids, f.Removed)
	}
	told := slices.ContainsFunc(p.ask(Request{Do: "check"}).Problems, func(p Problem) bool {
		return p.Code == "renumbered" && strings.Contains(p.Message, `item P3 is read from column E "4. Ruang kelas sempit", which has its statement: column "3" has another`)
	})
	if told != numbered {
		t.Errorf("told that P3 has another number: %v", told)
	}
}

// TestAnsweredAgain: people who answered again, otherwise than before, are told of when the
// answers are drafted, and counted once where that is wanted.
func TestAnsweredAgain(t *testing.T) {
	export := func(again int) []byte {
		rows := [][]any{{"Email Address", "Materi jelas", "Pengajar sabar", "Ruang bersih"}}
		for i := range 30 {
			at := func(k int) string { return agreement[(i+k)*(k+1)%4] }
			who := i
			if i >= 30-again {
				who = i - 20
			}
			rows = append(rows, []any{fmt.Sprintf("orang%d@contoh.id", who), at(1), at(2), at(3)})
		}
		return workbook(t, rows)
	}
	for _, again := range []int{0, 1, 4} {
		p := &page{t: t}
		p.ask(Request{Do: "open"}, File{"form.xlsx", export(again)})
		a := p.ask(Request{Do: "draft"})
		at := slices.IndexFunc(a.Drafted.Said, func(s Said) bool { return s.Identifier != "" })
		if again == 0 {
			if at >= 0 {
				t.Errorf("nobody answered again, but it says %q", a.Drafted.Said[at].Text)
			}
			continue
		}
		if at < 0 {
			t.Fatalf("%d answered again, and nothing says so: %+v", again, a.Drafted.Said)
		}
		if s := a.Drafted.Said[at]; s.Identifier != "Email Address" || !strings.Contains(s.Text["en"], fmt.Sprintf("rows: %d", again)) || strings.Contains(fmt.Sprint(s.Text), "contoh.id") {
			t.Errorf("%d: it says %+v", again, s)
		}
		p.ask(Request{Do: "confirm", Edits: []study.Edit{{Path: "responses.identifier", Value: a.Drafted.Said[at].Identifier}, {Path: "responses.exclude", Value: []string{"duplicates"}}}})
		b := p.ask(Request{Do: "build", Formats: []string{"json"}})
		if want := fmt.Sprintf(`"n": %d,`, 30-again); len(b.files) != 1 || !strings.Contains(string(b.files[0].Data), want) {
			t.Errorf("%d: no %s in the results; %+v", again, want, b.Problems)
		}
	}
}
