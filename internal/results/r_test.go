package results

import (
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// more is a folder of further studies that reference.R has read; a hundred made at
// random were compared so.
var more = flag.String("reference", "", "a folder of studies with what R says of them, besides testdata/r")

// spec is a study of the reference: NAME.spec.json.
type spec struct {
	Min, Max     int
	Reversed     []string
	Population   int
	Correlation  string
	Tails        int
	Significance float64
	Omega        string
}

// TestEqualsR: every number that R 4.2.2 and psych 2.2.9 give (testdata/r/reference.R
// says how) is that of results.json, listwise and pairwise, and undefined where
// it is.
func TestEqualsR(t *testing.T) {
	folders := []string{filepath.Join("testdata", "r")}
	if *more != "" {
		folders = append(folders, *more)
	}
	total, studies := 0, 0
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*.spec.json"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			name := strings.TrimSuffix(f, ".spec.json")
			var s spec
			readJSON(t, f, &s)
			var want map[string]map[string]any
			readJSON(t, name+".json", &want)
			for _, missing := range []string{"listwise", "pairwise"} {
				var got any
				if err := json.Unmarshal(encode(t, analysis.Run(ofSpec(t, s, missing, name+".csv"))), &got); err != nil {
					t.Fatal(err)
				}
				got.(map[string]any)["relations"] = halves(t, s, missing, name+".csv")
				d := differences{t: t, where: filepath.Base(name) + " " + missing, loose: s.Omega}
				d.compare(want[missing], got, "")
				total += d.compared
			}
			studies++
		}
	}
	t.Logf("%d numbers of %d studies", total, studies)
	if studies < 12 || total < 6000 {
		t.Errorf("only %d numbers of %d studies are compared", total, studies)
	}
}

// halves is how the first half of the items and the rest go together, as two constructs.
func halves(t *testing.T, s spec, missing, file string) any {
	t.Helper()
	st, table := ofSpec(t, s, missing, file)
	items := st.Constructs[0].Items
	first, rest := st.Constructs[0], st.Constructs[0]
	h := (len(items) + 1) / 2
	first.ID, first.Items, rest.ID, rest.Items = "first", items[:h], "rest", items[h:]
	st.Constructs, st.Groups = []study.Construct{first, rest}, nil
	var got map[string]any
	if err := json.Unmarshal(encode(t, analysis.Run(st, table)), &got); err != nil {
		t.Fatal(err)
	}
	return got["relations"]
}

func readJSON(t *testing.T, file string, into any) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, into); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}

// ofSpec is a study of one construct and its answers.
func ofSpec(t *testing.T, s spec, missing, file string) (*study.Study, *responses.Table) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	st := &study.Study{Analysis: study.Analysis{
		Missing: missing, Correlation: s.Correlation, Significance: s.Significance, Tails: s.Tails, AlphaThreshold: 0.6, Omega: s.Omega,
	}}
	st.Method.Population = s.Population
	st.Scores = study.Scores{Azwar: true, Unit: "sum", Classes: study.Bands{Bands: make([]study.Band, 3)}}
	c := study.Construct{ID: "c"}
	for v := s.Min; v <= s.Max; v++ {
		c.Scale.Points = append(c.Scale.Points, study.Point{Value: v})
	}
	table := &responses.Table{N: len(rows) - 1, Groups: map[string][]string{}}
	for i, id := range rows[0] {
		var codes []uint8
		for _, row := range rows[1:] {
			v, err := strconv.Atoi(row[i])
			if err != nil { // NA
				v = s.Min - 1
			}
			codes = append(codes, uint8(v-s.Min+1))
			table.Groups[id] = append(table.Groups[id], row[i])
		}
		if id == "g" {
			st.Groups = []study.Grouping{{ID: "g", Column: "g"}}
			continue
		}
		c.Items = append(c.Items, study.Item{ID: id, Reverse: slices.Contains(s.Reversed, id)})
		table.Columns = append(table.Columns, &responses.Column{Item: id, Codes: codes})
	}
	table.Quality.Rows = table.N
	for r := range table.N {
		if !slices.ContainsFunc(table.Columns, func(c *responses.Column) bool { return c.Codes[r] != responses.Missing }) {
			table.Quality.Empty = append(table.Quality.Empty, responses.RowRef{})
		}
	}
	st.Constructs = []study.Construct{c}
	return st, table
}

// differences compares what R says with results.json.
type differences struct {
	t        *testing.T
	where    string
	loose    string // the extraction of omega: R's search for minimum residuals ends early
	compared int
}

func (d *differences) compare(want, got any, path string) {
	d.t.Helper()
	switch want := want.(type) {
	case map[string]any:
		of, ok := got.(map[string]any)
		if list, listed := got.([]any); listed { // items by their ids
			of, ok = map[string]any{}, true
			for _, x := range list {
				m := x.(map[string]any)
				of[fmt.Sprint(m["id"])] = m
			}
		}
		if !ok {
			d.t.Errorf("%s%s is %v, not an object", d.where, path, got)
			return
		}
		for k, w := range want {
			g, there := of[k]
			if !there {
				d.t.Errorf("%s%s has no %s", d.where, path, k)
				continue
			}
			d.compare(w, g, path+" "+k)
		}
	case []any:
		of, ok := got.([]any)
		if !ok || len(of) != len(want) {
			d.t.Errorf("%s%s is %v, want %v", d.where, path, got, want)
			return
		}
		for i := range want {
			d.compare(want[i], of[i], path+" "+strconv.Itoa(i))
		}
	case float64:
		d.compared++
		g, ok := got.(float64)
		if !ok || math.Abs(g-want) > d.tolerance(path)*math.Abs(want)+1e-11 {
			d.t.Errorf("%s%s is %v, want %.15g", d.where, path, got, want)
		}
	case string:
		if g, ok := got.(string); want != "skip" && (!ok || g != want) {
			d.t.Errorf("%s%s is %v, want %s", d.where, path, got, want)
		}
	default: // nil and truth values
		d.compared++
		if got != want {
			d.t.Errorf("%s%s is %v, want %v", d.where, path, got, want)
		}
	}
}

// tolerance is how near a number must be; omega and what follows from it are as
// good as R's search.
func (d *differences) tolerance(path string) float64 {
	factor := strings.Contains(path, "omega") || strings.Contains(path, "loading") || strings.Contains(path, "one_factor")
	switch {
	case factor && d.loose == "minres":
		return 5e-3
	case strings.HasSuffix(path, "one_factor p"), strings.HasSuffix(path, "one_factor rmsea"):
		return 1e-4
	case factor:
		return 2e-4
	}
	return 1e-9
}
