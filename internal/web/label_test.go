package web

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/study"
)

// TestMisspelt: a label that the scale spells otherwise is one problem, which names it and the
// items, however many columns and cohorts have it and however many chose it.
func TestMisspelt(t *testing.T) {
	often := []byte("Angkatan,Butir satu,Butir dua,Butir tiga,Butir empat\n")
	for i := range 60 {
		often = fmt.Appendf(often, "%d", i%4+1)
		for k := range 4 {
			often = fmt.Appendf(often, ",%s", []string{"Setuju", "Setuju", "Setuju", "Sangat Setuju", "Setuju", "Kurang Setuju", "Setuju"}[(i*(k+1)+k)%7])
		}
		often = append(often, '\n')
	}
	for name, data := range map[string][]byte{"some": madeUp(), "most": often} {
		for _, do := range []string{"build", "cohorts"} {
			p := &page{t: t}
			p.ask(Request{Do: "open"}, File{"jawaban.csv", data})
			a := p.ask(Request{Do: "draft", Title: "Judul"})
			text := strings.NewReplacer("{id: Setuju,", "{id: Setujux,", "label: Setuju}", "label: Setujux}").Replace(a.State.Text)
			if text == a.State.Text {
				t.Fatalf("no label in\n%s", text)
			}
			p.ask(Request{Do: "confirm", Text: &text, Assumed: []int{0}})
			a = p.ask(Request{Do: do})
			if !slices.Equal(a.errors(), []string{"unknown-label"}) {
				t.Fatalf("%s, %s: %+v", name, do, a.Problems)
			}
			said := a.Problems[slices.IndexFunc(a.Problems, func(p Problem) bool { return p.Error })].Message
			n := bytes.Count(data, []byte(",Setuju"))
			if want := fmt.Sprintf("\"Setuju\" is not a label of the scale (%d cells of the items P1, P2, P3, P4", n); !strings.HasPrefix(said, want) {
				t.Errorf("%s, %s: %s", name, do, said)
			}
			// One change takes them as missing.
			accept := a.Problems[slices.IndexFunc(a.Problems, func(p Problem) bool { return p.Accept != nil })].Accept
			if a = p.ask(Request{Do: "confirm", Edits: []study.Edit{*accept}}); a.Refused != "" {
				t.Fatal(a.Refused)
			}
			a = p.ask(Request{Do: do})
			if some := slices.ContainsFunc(a.Problems, func(p Problem) bool { return p.Code == "unknown-label" && !p.Error && p.Accept == nil }); !some || name == "some" && len(a.files) == 0 {
				t.Errorf("%s, %s, accepted: %d files, %+v", name, do, len(a.files), a.Problems)
			}
		}
	}
}

// TestMeant: of each misspelt label there is a change that takes it for the label, beside what the point
// is called already; of a text that may say something of somebody there is none.
func TestMeant(t *testing.T) {
	data := bytes.Replace(madeUp(), []byte(",Setuju,"), []byte(",Setjuu,"), 1)
	data = bytes.Replace(data, []byte(",Setuju,"), []byte(",setujuu,"), 1)
	for _, do := range []string{"build", "cohorts"} {
		p := &page{t: t}
		p.ask(Request{Do: "open"}, File{"jawaban.csv", madeUp()})
		a := p.ask(Request{Do: "draft", Title: "Judul"})
		p.ask(Request{Do: "confirm", Assumed: []int{0}})
		want := p.ask(Request{Do: do})
		if len(want.errors()) > 0 {
			t.Fatal(want.errors())
		}
		p.ask(Request{Do: "open", Add: true}, File{"jawaban.csv", data})
		for _, also := range [][]string{{"Setjuu"}, {"Setjuu", "setujuu"}} {
			a = p.ask(Request{Do: do})
			i := slices.IndexFunc(a.Problems, func(p Problem) bool { return p.Code == "unknown-label" })
			m := a.Problems[i].Meant
			if m == nil || m.Label != "Setuju" || fmt.Sprint(m.Edit.Value) != fmt.Sprint(also) {
				t.Fatalf("%s: %+v", do, m)
			}
			if a = p.ask(Request{Do: "confirm", Edits: []study.Edit{m.Edit}}); a.Refused != "" {
				t.Fatal(a.Refused)
			}
		}
		if a = p.ask(Request{Do: do}); len(a.errors()) > 0 || len(a.files) != len(want.files) {
			t.Errorf("%s: %d files of %d, %+v", do, len(a.files), len(want.files), a.Problems)
		}
		for i, f := range want.files {
			if strings.HasSuffix(f.Name, ".pdf") && !bytes.Equal(a.files[i].Data, f.Data) {
				t.Errorf("%s: %s is another", do, f.Name)
			}
		}
		p.ask(Request{Do: "open", Add: true}, File{"jawaban.csv", bytes.Replace(madeUp(), []byte(",Setuju,"), []byte(",Bu Setujuningsih,"), 1)})
		a = p.ask(Request{Do: do})
		if i := slices.IndexFunc(a.Problems, func(p Problem) bool { return p.Code == "unknown-label" }); a.Problems[i].Meant != nil {
			t.Errorf("%s: %+v is meant by a name", do, a.Problems[i].Meant)
		}
	}
}
