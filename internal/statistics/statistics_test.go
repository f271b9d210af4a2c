package statistics

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/lang"
	"wogreport/internal/words"
)

var update = flag.Bool("update", false, "write the tables of docs/statistics.md anew")

// names of the levels, in the marks of docs/statistics.md.
var names = map[Level]string{OfStudy: "a study", OfConstruct: "a construct", OfItem: "an item", OfGroup: "a group", OfTest: "a test", OfPair: "a pair", OfItemPair: "a pair of items", OfRelation: "a pair of constructs"}

// TestDocs: the tables of docs/statistics.md are those that the rows make.
func TestDocs(t *testing.T) {
	const file = "../../docs/statistics.md"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	got := string(text)
	for _, l := range Levels {
		begin, end := "<!-- statistics of "+names[l]+" -->\n", "<!-- end -->\n"
		before, rest, ok := strings.Cut(got, begin)
		_, after, closed := strings.Cut(rest, end)
		if !ok || !closed {
			t.Fatalf("%s has no %q with an end", file, begin)
		}
		got = before + begin + documented(l) + end + after
	}
	if got == string(text) {
		return
	}
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("%s does not say what the rows say; go test ./internal/statistics -update writes it", file)
}

func documented(l Level) string {
	escape := strings.NewReplacer("|", "&#124;")
	var b strings.Builder
	b.WriteString("| key | what it is | after | setting |\n|---|---|---|---|\n")
	for _, s := range Of(l) {
		setting := ""
		if s.Setting != "" {
			setting = "`" + strings.ReplaceAll(s.Setting, ", ", "`, `") + "`"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", s.Key, escape.Replace(s.Definition), escape.Replace(s.Source), setting)
	}
	return b.String()
}

type node = map[string]any

func schema(t *testing.T, name string) node {
	t.Helper()
	text, err := os.ReadFile("../../schema/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var root node
	if err := json.Unmarshal(text, &root); err != nil {
		t.Fatal(err)
	}
	return root
}

// TestSchema: schema/results.schema.json has the keys of the rows, no others but
// those named here, and says the same of them; what is a number has a source.
func TestSchema(t *testing.T) {
	root := schema(t, "results.schema.json")
	defs := root["$defs"].(node)
	for _, c := range []struct {
		level  Level
		def    string
		others string // keys that are no statistics
	}{
		{OfStudy, "", "synthetic quality caveats assumed said groups ikm importance constructs relations profile"},
		{OfConstruct, "construct", "id inter_item_r caveats items score_classes score_histogram"},
		{OfItem, "item", "id shares caveats"},
		{OfGroup, "group_statistics", ""},
		{OfTest, "comparison", "groups"},
		{OfTest, "grouped_item", "id groups"},
		{OfPair, "pair", ""},
		{OfItemPair, "inter_item", ""},
		{OfRelation, "relation", ""},
	} {
		def := root
		if c.def != "" {
			def = defs[c.def].(node)
		}
		want := flat(defs, def, "", strings.Fields(c.others+" undefined"))
		for _, s := range Of(c.level) {
			p, ok := want[s.Key]
			delete(want, s.Key)
			switch {
			case !ok && c.def == "comparison" && (s.Key == "p_holm" || strings.HasPrefix(s.Key, "answers.")): // of items only
			case !ok:
				t.Errorf("the schema of %s lacks %s", c.def, s.Key)
			case p["description"] != s.Definition:
				t.Errorf("of %s in %s the schema says %q, the row %q", s.Key, c.def, p["description"], s.Definition)
			case s.Definition == "":
				t.Errorf("%s %s is not defined", c.def, s.Key)
			case s.Source == "" && slices.Contains([]any{"#/$defs/number", "#/$defs/interval", "#/$defs/class"}, p["$ref"]):
				t.Errorf("%s %s has no source", c.def, s.Key)
			}
		}
		for key := range want {
			t.Errorf("%s of the schema of %s has no row", key, c.def)
		}
	}
}

// flat are the properties of a definition by key, those of an object in it under
// its name and a dot.
func flat(defs, def node, prefix string, without []string) map[string]node {
	out := map[string]node{}
	for key, v := range def["properties"].(node) {
		p := v.(node)
		if slices.Contains(without, key) {
			continue
		}
		in := p
		if ref, ok := p["$ref"].(string); ok {
			in = defs[strings.TrimPrefix(ref, "#/$defs/")].(node)
		}
		if in["type"] == "object" && in["properties"] != nil && in["additionalProperties"] == false {
			for k, v := range flat(defs, in, prefix+key+".", []string{"undefined"}) {
				out[k] = v
			}
			continue
		}
		out[prefix+key] = p
	}
	return out
}

// TestSettings: a setting that a row names is a key of study.yaml.
func TestSettings(t *testing.T) {
	var has func(n node, path []string) bool
	has = func(n node, path []string) bool {
		if len(path) == 0 {
			return true
		}
		if props, ok := n["properties"].(node); ok {
			if p, ok := props[path[0]].(node); ok {
				return has(p, path[1:])
			}
		}
		choices, _ := n["anyOf"].([]any)
		return slices.ContainsFunc(choices, func(x any) bool { return has(x.(node), path) })
	}
	root := schema(t, "study.schema.json")
	for _, l := range Levels {
		for _, s := range Of(l) {
			for _, key := range strings.Split(s.Setting, ", ") {
				if key != "" && !has(root, strings.Split(key, ".")) {
					t.Errorf("%s of %s follows %s, which study.yaml has not", s.Key, names[l], key)
				}
			}
		}
	}
}

// TestPlaces: what is shown has its head, and on a sheet its explanation, in every
// language; each column has a place of its own, and one format.
func TestPlaces(t *testing.T) {
	for _, l := range lang.All {
		keys := map[string]bool{}
		for _, k := range words.Keys(l) {
			keys[k] = true
		}
		for in, list := range columns() {
			for _, c := range list {
				if !keys["head."+c.Head] {
					t.Errorf("%s: no head.%s in %s", in, c.Head, l)
				}
				if strings.HasPrefix(string(in), "sheet:") && !keys["about."+c.Head] {
					t.Errorf("%s: no about.%s in %s", in, c.Head, l)
				}
			}
		}
	}
	for in, list := range columns() {
		at := map[int]string{}
		for _, c := range list {
			if other, ok := at[c.order]; ok {
				t.Errorf("%s: %s and %s stand in one place", in, other, c.Head)
			}
			at[c.order] = c.Head
			for _, x := range c.cells {
				if x.Order != c.order || x.Format != c.Format || !slices.Contains([]string{"", "spss", "r"}, x.If) {
					t.Errorf("%s: the places of %s differ: %+v", in, c.Head, x.Place)
				}
			}
		}
	}
}
