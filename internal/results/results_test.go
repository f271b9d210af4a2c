package results

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
	"wogreport/internal/responses"
	"wogreport/internal/study"
)

var update = flag.Bool("update", false, "write the golden anew")

// analysed are the results of a study with two constructs, the second of one
// item, and the given answers of the first.
func analysed(missing, correlation string, items ...[]uint8) *analysis.Results {
	st := &study.Study{Analysis: study.Analysis{
		Missing: missing, Correlation: correlation, Significance: 0.05, Tails: 2, AlphaThreshold: 0.6, Omega: "ml",
	}}
	scale := study.Scale{}
	for v := 1; v <= 5; v++ {
		scale.Points = append(scale.Points, study.Point{Value: v})
	}
	table := &responses.Table{}
	first := study.Construct{ID: "wog", Scale: scale}
	for i, codes := range items {
		id := "P" + string(rune('1'+i))
		first.Items = append(first.Items, study.Item{ID: id, Reverse: i == 1})
		table.Columns = append(table.Columns, &responses.Column{Item: id, Codes: codes})
		table.N = len(codes)
	}
	second := study.Construct{ID: "lone", Scale: scale, Items: []study.Item{{ID: "Q1"}}}
	table.Columns = append(table.Columns, &responses.Column{Item: "Q1", Codes: make([]uint8, table.N)})
	st.Constructs = []study.Construct{first, second}
	return analysis.Run(st, table)
}

func inputs() map[string]*analysis.Results {
	good := [][]uint8{{1, 2, 4, 5, 3, 0}, {5, 4, 2, 2, 3, 3}, {1, 3, 3, 5, 2, 4}}
	sampled := analysed("listwise", "corrected", good...)
	sampled.Population, sampled.ResponseRate, sampled.Synthetic = 90, analysis.Of(6.0/90), true
	caveats := &analysis.Results{N: 6, Population: 5, ResponseRate: analysis.Undefined(analysis.PopulationSmall)}
	for _, code := range analysis.CaveatCodes {
		caveats.Caveats = append(caveats.Caveats, analysis.Caveat{Code: code, Params: map[string]float64{"n": 6, "N": 5}})
	}
	return map[string]*analysis.Results{
		"listwise":   sampled,
		"pairwise":   analysed("pairwise", "uncorrected", good...),
		"constant":   analysed("listwise", "corrected", []uint8{3, 3, 3}, []uint8{1, 2, 3}, []uint8{3, 4, 4}),
		"no rows":    analysed("listwise", "corrected", []uint8{}, []uint8{}),
		"no answer":  analysed("pairwise", "corrected", []uint8{0, 0}, []uint8{0, 0}),
		"nothing":    {ResponseRate: analysis.Undefined(analysis.UnknownSize)},
		"caveats":    caveats,
		"groups":     compared(5, repeat("A", 8), repeat("B", 7), repeat("C", 6), repeat("D", 2)),
		"two groups": compared(5, repeat("A", 8), repeat("B", 7)),
		"no group":   compared(5, repeat("A", 2)),
		"ikm":        compared(4, repeat("A", 6)),
		"long scale": compared(30, repeat("A", 40)),
		"withheld":   withheld(),
	}
}

// withheld are the results of two items of one construct, of which the first has a count
// that is too small to be shown.
func withheld() *analysis.Results {
	st := &study.Study{Analysis: study.Analysis{Missing: "listwise", Correlation: "corrected", Significance: 0.05, Tails: 2, AlphaThreshold: 0.6, Omega: "ml"}}
	st.Privacy.MinCell = 3
	c := study.Construct{ID: "c", Items: []study.Item{{ID: "P1"}, {ID: "P2", Reverse: true}}}
	for v := 1; v <= 3; v++ {
		c.Scale.Points = append(c.Scale.Points, study.Point{Value: v})
	}
	st.Constructs = []study.Construct{c}
	return analysis.Run(st, &responses.Table{N: 12, Columns: []*responses.Column{
		{Item: "P1", Codes: []uint8{1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3}},
		{Item: "P2", Codes: []uint8{1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 3}},
	}})
}

func repeat(s string, n int) []string { return slices.Repeat([]string{s}, n) }

// compared are the results of nine items with everything on: groups,
// interpretation, IKM, and the first item paired with the second.
func compared(points int, groups ...[]string) *analysis.Results {
	values := slices.Concat(groups...)
	st := &study.Study{Analysis: study.Analysis{
		Missing: "listwise", Correlation: "corrected", Significance: 0.05, Tails: 2, AlphaThreshold: 0.6, Omega: "ml",
	}}
	st.Groups = []study.Grouping{{ID: "g", Column: "G"}}
	st.Privacy.MinGroup = 5
	two := []study.Band{{From: 0, Label: lang.Same("low")}, {From: 0.7, Label: lang.Same("high")}}
	st.Interpretation = study.Interpretation{On: true, Classes: []lang.Text{lang.Same("a"), lang.Same("b")},
		TCR: study.Bands{Bands: two}, Reliability: study.Bands{Bands: two}, Axes: "means"}
	st.IKM.On = true
	c := study.Construct{ID: "c"}
	for v := 1; v <= points; v++ {
		c.Scale.Points = append(c.Scale.Points, study.Point{Value: v})
	}
	table := &responses.Table{N: len(values), Groups: map[string][]string{"G": values}}
	for i := range 9 {
		id := "U" + strconv.Itoa(i+1)
		codes := make([]uint8, len(values))
		for r := range codes {
			codes[r] = uint8(1 + (r*(i+2)/3+r*r)%points)
		}
		c.Items = append(c.Items, study.Item{ID: id})
		table.Columns = append(table.Columns, &responses.Column{Item: id, Codes: codes})
		st.IKM.Elements = append(st.IKM.Elements, study.IKMElement{Code: id, Items: []string{id}})
	}
	c.Items[0].Importance, c.Items[2].Importance = "U2", "U4"
	st.Constructs = []study.Construct{c}
	return analysis.Run(st, table)
}

func encode(t *testing.T, r *analysis.Results) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Encode(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestGolden(t *testing.T) {
	got := encode(t, inputs()["listwise"])
	const file = "testdata/results.golden.json"
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(rounded(got), rounded(want)) {
		t.Errorf("results.json has changed; if that is meant, run the test with -update\n%s", got)
	}
	if !bytes.Equal(got, encode(t, inputs()["listwise"])) {
		t.Error("the same results give different bytes")
	}
}

// rounded cuts fractions to ten digits: processors that multiply and add in one
// step differ in the last ones.
func rounded(b []byte) []byte {
	return regexp.MustCompile(`-?\d+\.\d+(e-?\d+)?`).ReplaceAllFunc(b, func(n []byte) []byte {
		f, _ := strconv.ParseFloat(string(n), 64)
		return strconv.AppendFloat(nil, f, 'g', 10, 64)
	})
}

func TestOutputMatchesSchema(t *testing.T) {
	text, err := os.ReadFile("../../schema/results.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var root map[string]any
	if err := json.Unmarshal(text, &root); err != nil {
		t.Fatal(err)
	}
	for name, r := range inputs() {
		var got any
		if err := json.Unmarshal(encode(t, r), &got); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		s := schema{root: root}
		s.check(name, root, got)
		for _, p := range s.problems {
			t.Error(p)
		}
	}
	s := schema{root: root}
	s.check("", root, map[string]any{"n": -1.0, "nn": 1.0, "constructs": []any{"x"}})
	for _, want := range []string{"n is below", "nn is not in", "caveats is missing", "constructs[0]"} {
		if !strings.Contains(strings.Join(s.problems, "\n"), want) {
			t.Errorf("the checker does not see that %s: %q", want, s.problems)
		}
	}
}

// TestShares: what sentences say of an item is there with its interval and how far
// it may be carried; of an item with a withheld count, nothing.
func TestShares(t *testing.T) {
	type share struct {
		Values []int
		Count  *int
		Share  *float64
		CI     []float64 `json:"share_ci95"`
		Claim  string
	}
	type item struct {
		ID     string
		Shares struct {
			Ranges               []share
			Below, Middle, Above share
			Majority             *share
			MajorityAbove        *share `json:"majority_above"`
		}
	}
	read := func(r *analysis.Results) map[string]item {
		var got struct{ Constructs []struct{ Items []item } }
		if err := json.Unmarshal(encode(t, r), &got); err != nil {
			t.Fatal(err)
		}
		out := map[string]item{}
		for _, c := range got.Constructs {
			for _, it := range c.Items {
				out[it.ID] = it
			}
		}
		return out
	}

	// 9 of 12 chose 4 or 5: R's prop.test and binom.wilson have 46.8–91.1%.
	r := analysed("listwise", "corrected", []uint8{1, 2, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5}, []uint8{1, 2, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5})
	for _, id := range []string{"P1", "P2"} { // P2 is scored in reverse; the answers are those that were ticked
		s := read(r)[id].Shares
		if len(s.Ranges) != 0 || *s.Below.Count != 2 || *s.Middle.Count != 1 || *s.Above.Count != 9 || *s.Above.Share != 0.75 || !slices.Equal(s.Above.Values, []int{4, 5}) {
			t.Errorf("%s: %+v", id, s)
		}
		if m := s.Majority; m == nil || m.Claim != "sample" || *m.Count != 9 || math.Abs(m.CI[0]-0.467695) > 1e-6 || math.Abs(m.CI[1]-0.911058) > 1e-6 || !reflect.DeepEqual(m, s.MajorityAbove) {
			t.Errorf("%s: the majority is %+v, above %+v", id, m, s.MajorityAbove)
		}
	}

	private := read(withheld())
	if s := private["P1"].Shares; s.Below.Count != nil || s.Middle.Count != nil || s.Above.Count != nil || s.Above.Share != nil || s.Above.CI != nil || s.Majority != nil || s.MajorityAbove != nil {
		t.Errorf("an item with a withheld count says %+v", s)
	}

	long := read(compared(30, repeat("A", 40)))["U1"].Shares
	n := 0
	for _, x := range long.Ranges {
		n += *x.Count
	}
	if len(long.Ranges) != 6 || !slices.Equal(long.Ranges[1].Values, []int{6, 7, 8, 9, 10}) || n != 40 {
		t.Errorf("a scale of 30 points has the ranges %+v", long.Ranges)
	}
}

// Each caveat has its sentence, which is English and complete.
func TestEveryCaveatHasWords(t *testing.T) {
	for _, code := range analysis.CaveatCodes {
		made := fmt.Sprint(caveats([]analysis.Caveat{{Code: code, Params: map[string]float64{
			"n": 1, "N": 10, "k": 5, "r": -0.1, "alpha": -0.2, "limit": 30, "left_out": 2, "corrected": 0.2, "uncorrected": 0.3, "critical": 0.25, "groups": 2}}}))
		if !strings.Contains(made, code) || !strings.Contains(made, ".") || strings.ContainsAny(strings.ReplaceAll(made, "map[", ""), "|") {
			t.Errorf("caveat %s says %s", code, made)
		}
	}
}

// TestSchemaHasEveryReason: why a value is undefined, and every caveat's code.
func TestSchemaHasEveryReason(t *testing.T) {
	text, err := os.ReadFile("../../schema/results.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range analysis.Reasons {
		if !bytes.Contains(text, []byte(`"`+string(r)+`"`)) || !bytes.Contains(text, []byte(" "+string(r)+": ")) {
			t.Errorf("the schema does not explain the reason %s", r)
		}
	}
	for _, code := range analysis.CaveatCodes {
		if !bytes.Contains(text, []byte(`"`+code+`"`)) {
			t.Errorf("the schema does not know the caveat %s", code)
		}
	}
}

// schema checks values against the part of JSON Schema that the file uses.
type schema struct {
	root     map[string]any
	problems []string
}

func (s *schema) fail(at, what string) { s.problems = append(s.problems, at+" "+what) }

func (s *schema) check(at string, rule map[string]any, v any) {
	if ref, ok := rule["$ref"].(string); ok {
		def := s.root["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
		s.check(at, def, v)
	}
	if types, ok := rule["type"]; ok && !hasType(types, v) {
		s.fail(at, "has the wrong type")
		return
	}
	if enum, ok := rule["enum"].([]any); ok && !slices.Contains(enum, v) {
		s.fail(at, "is not one of the values")
	}
	switch v := v.(type) {
	case float64:
		if low, ok := rule["minimum"].(float64); ok && v < low {
			s.fail(at, "is below the minimum")
		}
		if high, ok := rule["maximum"].(float64); ok && v > high {
			s.fail(at, "is above the maximum")
		}
	case []any:
		if n, ok := rule["minItems"].(float64); ok && float64(len(v)) != n {
			s.fail(at, "has the wrong length")
		}
		items, _ := rule["items"].(map[string]any)
		for i, x := range v {
			s.check(at+"["+string(rune('0'+i%10))+"]", items, x)
		}
	case map[string]any:
		s.checkObject(at, rule, v)
	}
}

func (s *schema) checkObject(at string, rule, v map[string]any) {
	properties, _ := rule["properties"].(map[string]any)
	required, _ := rule["required"].([]any)
	for _, key := range required {
		if _, ok := v[key.(string)]; !ok {
			s.fail(at+"."+key.(string), "is missing")
		}
	}
	reasons, _ := v["undefined"].(map[string]any)
	for key, x := range v {
		if p, ok := properties[key].(map[string]any); ok {
			s.check(at+"."+key, p, x)
		} else if p, ok := rule["additionalProperties"].(map[string]any); ok {
			s.check(at+"."+key, p, x)
		} else if rule["additionalProperties"] == false {
			s.fail(at+"."+key, "is not in the schema")
		}
		if _, ok := reasons[key]; ok != (x == nil) {
			s.fail(at+"."+key, "is null without its reason, or has a reason and a value")
		}
	}
}

func hasType(types, v any) bool {
	if list, ok := types.([]any); ok {
		return slices.ContainsFunc(list, func(t any) bool { return hasType(t, v) })
	}
	switch v := v.(type) {
	case nil:
		return types == "null"
	case bool:
		return types == "boolean"
	case string:
		return types == "string"
	case float64:
		return types == "number" || types == "integer" && v == float64(int64(v))
	case []any:
		return types == "array"
	case map[string]any:
		return types == "object"
	}
	return false
}
