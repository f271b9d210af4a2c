package web

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// pressed are the scale of a study after an option of its first question was pressed, and its results.
func pressed(t *testing.T, a answer, p *page, question, option int) (scale string, results map[string]any) {
	t.Helper()
	o := a.State.Form.Assumed[question].Options[option]
	a = p.ask(Request{Do: "confirm", Edits: o.Edits, Assumed: []int{question}})
	if a.Refused != "" {
		t.Fatal(a.Refused)
	}
	var points []string
	for _, s := range a.State.Form.Scales {
		for _, p := range s.Points {
			points = append(points, p.Value+" "+p.Label)
		}
	}
	for len(a.State.Form.Assumed) > 0 {
		a = p.ask(Request{Do: "confirm", Assumed: []int{0}})
	}
	b := p.ask(Request{Do: "build", Formats: []string{"json"}})
	if len(b.files) != 1 || len(b.errors()) > 0 {
		t.Fatalf("%+v\n%s", b.Problems, a.State.Text)
	}
	if err := json.Unmarshal(b.files[0].Data, &results); err != nil {
		t.Fatal(err)
	}
	return strings.Join(points, ", "), results
}

// TestOptions: a question about points that nobody chose, or that hardly anybody did, has its answers
// as changes of the study, each of which builds.
func TestOptions(t *testing.T) {
	const (
		unchosen = "unchosen-points/"
		rare     = "rare-label/"
		stray    = "stray-number/"
		four     = "4 Sangat Setuju, 3 Setuju, 2 Kurang Setuju, 1 Tidak Setuju"
		five     = "5 Sangat Setuju, 4 Setuju, 3 Kurang Setuju, 2 Tidak Setuju, 1 Sangat Tidak Setuju"
	)
	for _, c := range []struct {
		file   string
		option int
		want   string
	}{
		{unchosen + "lowest", 0, four},
		{unchosen + "lowest", 1, five},
		{unchosen + "lowest_two", 0, four},
		{unchosen + "lowest_two", 1, five},
		{unchosen + "lowest_two", 3, "5 Sangat Setuju, 4 Setuju, 3 Cukup Setuju, 2 Kurang Setuju, 1 Sangat Tidak Setuju"},
		{unchosen + "ends", 1, "5 Sangat Puas, 4 Puas, 3 Netral, 2 Tidak Puas, 1 Sangat Tidak Puas"},
		{unchosen + "either_end", 1, "5 Very good, 4 Good, 3 Fair, 2 Poor, 1 Very poor"},
		{unchosen + "either_end", 2, "5 Excellent, 4 Very good, 3 Good, 2 Fair, 1 Poor"},
		{unchosen + "middle_and_end", 2, "5 Strongly agree, 4 Agree, 3 Neutral, 2 Disagree, 1 Strongly disagree"},
		{unchosen + "often", 1, "5 Selalu, 4 Sering, 3 Kadang-kadang, 2 Jarang, 1 Tidak Pernah"},
		{unchosen + "graded", 1, "5 Sangat Nyaman, 4 Nyaman, 3 Kurang Nyaman, 2 Tidak Nyaman, 1 Sangat Tidak Nyaman"},
		{unchosen + "two_scales", 1, five + ", 4 Sangat Baik, 3 Baik, 2 Cukup, 1 Kurang"},
		{unchosen + "numbers_to_4", 0, "4 , 3 , 2 , 1 "},
		{unchosen + "numbers_to_4", 1, "5 , 4 , 3 , 2 , 1 "},
		{unchosen + "codes", 1, "5 A5, 4 A4, 3 A3, 2 A2, 1 A1"},
		{rare + "beside_five", 0, five},
		{rare + "beside_five", 1, "6 Sangat Setuju, 5 Setuju, 4 Cukup Setuju, 3 Kurang Setuju, 2 Tidak Setuju, 1 Sangat Tidak Setuju"},
		{rare + "beside_five", 2, five},
		{rare + "spelt_twice", 1, "6 Sangat Setuju, 5 Setuju, 4 Cukup Setuju, 3 Kurang Setuju, 2 Tidak Setuju, 1 Sangat Tidak Setuju"},
		{rare + "spelt_twice", 3, five},
		{rare + "neutral_beside_four", 1, "5 Sangat Setuju, 4 Setuju, 3 Netral, 2 Tidak Setuju, 1 Sangat Tidak Setuju"},
		{rare + "english", 1, "5 Very satisfied, 4 Satisfied, 3 Neutral, 2 Dissatisfied, 1 Very dissatisfied"},
		{stray + "six_of_five", 0, "5 , 4 , 3 , 2 , 1 "},
		{stray + "six_of_five", 1, "6 , 5 , 4 , 3 , 2 , 1 "},
		{stray + "six_of_five", 2, "7 , 6 , 5 , 4 , 3 , 2 , 1 "},
		{stray + "four_of_three", 2, "5 , 4 , 3 , 2 , 1 "},
		{stray + "zero_of_five", 0, "5 , 4 , 3 , 2 , 1 "},
		{stray + "zero_of_five", 1, "5 , 4 , 3 , 2 , 1 , 0 "},
		{stray + "forty_four_of_five", 0, "5 , 4 , 3 , 2 , 1 "},
		{stray + "age_of_44", 0, "5 , 4 , 3 , 2 , 1 "},
		{stray + "eleven_of_ten", 1, "11 , 10 , 9 , 8 , 7 , 6 , 5 , 4 , 3 , 2 , 1 "},
	} {
		data, err := os.ReadFile(filepath.FromSlash("../draft/testdata/cases/" + c.file + ".csv"))
		if err != nil {
			t.Fatal(err)
		}
		p := &page{t: t}
		p.ask(Request{Do: "open"}, File{"jawaban.csv", data})
		a := p.ask(Request{Do: "draft", Title: "Judul"})
		if got := a.errors(); !slices.Contains(got, "assumed") {
			t.Fatalf("%s: nothing is asked, %v", c.file, got)
		}
		got, results := pressed(t, a, p, 0, c.option)
		if got != c.want {
			t.Errorf("%s, option %d: the scale is %s, want %s", c.file, c.option, got, c.want)
		}
		// What is counted as something else is counted; what is left out is not.
		if (strings.HasPrefix(c.file, rare) || strings.HasPrefix(c.file, stray)) && c.file != rare+"english" {
			lost := 1
			if c.file == rare+"spelt_twice" {
				lost = 2
			}
			if c.option > 0 {
				lost = 0
			}
			if n := missing(results); n != lost {
				t.Errorf("%s, option %d: %d answers are missing, want %d", c.file, c.option, n, lost)
			}
		}
	}
}

// missing counts the answers that the items of results lack.
func missing(results map[string]any) (n int) {
	for _, c := range results["constructs"].([]any) {
		for _, it := range c.(map[string]any)["items"].([]any) {
			if m, ok := it.(map[string]any)["missing"].(float64); ok {
				n += int(m)
			}
		}
	}
	return n
}

// TestRenumbered: a lowest point that nobody chose raises the mean of each item by one, and leaves that of a
// reversed one as it is.
func TestRenumbered(t *testing.T) {
	data, err := os.ReadFile("../draft/testdata/cases/unchosen-points/lowest.csv")
	if err != nil {
		t.Fatal(err)
	}
	means := func(option int) (out []float64) {
		p := &page{t: t}
		p.ask(Request{Do: "open"}, File{"jawaban.csv", data})
		p.ask(Request{Do: "draft", Title: "Judul"})
		a := p.ask(Request{Do: "confirm", Edits: []study.Edit{{Path: "constructs[0].items[1].reverse", Value: true}}})
		_, results := pressed(t, a, p, 0, option)
		for _, it := range results["constructs"].([]any)[0].(map[string]any)["items"].([]any) {
			out = append(out, it.(map[string]any)["mean"].(float64))
		}
		return out
	}
	four, five := means(0), means(1)
	for i := range four {
		want := four[i] + 1
		if i == 1 {
			want = four[i]
		}
		if fmt.Sprintf("%.6f", five[i]) != fmt.Sprintf("%.6f", want) {
			t.Errorf("item %d has the mean %v of four points and %v of five, want %v", i+1, four[i], five[i], want)
		}
	}
}

// TestTwoQuestions: the answer to one question leaves the other its answers; both are in the languages of the page.
func TestTwoQuestions(t *testing.T) {
	data, err := os.ReadFile("../draft/testdata/cases/rare-label/lowest_unchosen.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, first := range []int{0, 1} {
		p := &page{t: t}
		p.ask(Request{Do: "open"}, File{"jawaban.csv", data})
		a := p.ask(Request{Do: "draft", Title: "Judul"})
		if texts := a.State.Form.Assumed[0].Options[1].Text; texts[lang.ID] != "5 pilihan, dengan Sangat Tidak Setuju (1–5)" || texts[lang.EN] != "5 points, with Sangat Tidak Setuju (1–5)" {
			t.Fatalf("%v", texts)
		}
		a = p.ask(Request{Do: "confirm", Edits: a.State.Form.Assumed[first].Options[1].Edits, Assumed: []int{first}})
		got, results := pressed(t, a, p, 0, 1)
		if want := "6 Sangat Setuju, 5 Setuju, 4 Cukup Setuju, 3 Kurang Setuju, 2 Tidak Setuju, 1 Sangat Tidak Setuju"; got != want || missing(results) > 0 {
			t.Errorf("question %d first: %s, %d missing", first+1, got, missing(results))
		}
	}
}

// TestOptionsAgain: a study that was kept has the answers to what it asks when its answers are drafted again; one
// whose scale was changed since can only be confirmed.
func TestOptionsAgain(t *testing.T) {
	data, err := os.ReadFile("../draft/testdata/cases/unchosen-points/lowest.csv")
	if err != nil {
		t.Fatal(err)
	}
	p := &page{t: t}
	p.ask(Request{Do: "open"}, File{"jawaban.csv", data})
	text := p.ask(Request{Do: "draft"}).State.Text
	p.ask(Request{Do: "open"}, File{"jawaban.csv", data})
	p.ask(Request{Do: "draft"})
	if f := p.ask(Request{Do: "open", Add: true}, File{"study.yaml", []byte(text)}).State.Form; len(f.Assumed[0].Options) != 2 {
		t.Errorf("of a study that was kept: %+v", f.Assumed)
	}
	other := strings.ReplaceAll(text, "Sangat Setuju", "Setuju Sekali")
	if f := p.ask(Request{Do: "confirm", Text: &other}).State.Form; len(f.Assumed[0].Options) != 0 {
		t.Errorf("of another scale: %+v", f.Assumed)
	}
	p = &page{t: t}
	if f := p.ask(Request{Do: "open"}, File{"study.yaml", []byte(text)}, File{"jawaban.csv", data}).State.Form; len(f.Assumed[0].Options) != 0 {
		t.Errorf("of answers that were not drafted: %+v", f.Assumed)
	}
}
