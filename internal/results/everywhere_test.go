package results

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

// TestSameEverywhere: results.json of three studies is the same on every
// processor, to 1e-11; .ci/platforms.sh runs this test on four. What reports print
// of the same studies is held, digit by digit, by the goldens of internal/report.
func TestSameEverywhere(t *testing.T) {
	for name, path := range map[string]string{
		"example": "../../study.yaml",
		"service": "../report/testdata/service/study.yaml",
		"agency":  "../../examples/agency/study.yaml",
	} {
		st, ds := study.Load(filepath.FromSlash(path))
		if ds.HasErrors() {
			t.Fatal(ds)
		}
		table, ds := responses.Read(st)
		if ds.HasErrors() {
			t.Fatal(ds)
		}
		got := encode(t, analysis.Run(st, table))
		file := filepath.Join("testdata", name+".results.json")
		if *update {
			var compact bytes.Buffer
			if err := json.Compact(&compact, got); err != nil {
				t.Fatal(err)
			}
			compact.WriteByte('\n')
			if err := os.WriteFile(file, compact.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		var a, b any
		if err := json.Unmarshal(got, &a); err != nil {
			t.Fatal(err)
		}
		readJSON(t, file, &b)
		for _, d := range apart(a, b, name) {
			t.Error(d)
		}
	}
}

// apart are the places where two results differ: a number by more than 1e-11 of its
// size, anything else at all.
func apart(a, b any, path string) (out []string) {
	switch x := a.(type) {
	case map[string]any:
		y, ok := b.(map[string]any)
		if !ok || len(x) != len(y) {
			return []string{fmt.Sprintf("%s has other keys", path)}
		}
		for k, v := range x {
			out = append(out, apart(v, y[k], path+" "+k)...)
		}
	case []any:
		y, ok := b.([]any)
		if !ok || len(x) != len(y) {
			return []string{fmt.Sprintf("%s is another list", path)}
		}
		for i, v := range x {
			out = append(out, apart(v, y[i], fmt.Sprint(path, " ", i))...)
		}
	case float64:
		y, ok := b.(float64)
		if d := math.Abs(x - y); !ok || d > 1e-11*max(math.Abs(x), math.Abs(y)) && d > 1e-15 {
			return []string{fmt.Sprintf("%s is %.17g, not %v", path, x, b)}
		}
	default:
		if a != b {
			return []string{fmt.Sprintf("%s is %v, not %v", path, a, b)}
		}
	}
	return out
}
