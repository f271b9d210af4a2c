package build

import (
	"fmt"
	"io"
	"math"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"

	"wogreport/internal/costtest"
)

// TestGrowth builds studies with a field or a shape of Markdown of n and of 2n: no
// one takes more than 2^1.3 times as long for twice as much.
func TestGrowth(t *testing.T) {
	if testing.Short() || costtest.Race {
		t.Skip("it measures times: run it without -short and -race")
	}
	// What the collector does beside is no part of what is compared.
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(1 << 30))
	repeat := func(s string) func(int) string { return func(n int) string { return strings.Repeat(s, n) } }
	numbered := func(format string) func(int) string {
		return func(n int) string {
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, format, i)
			}
			return b.String()
		}
	}
	for _, c := range []struct {
		name    string
		n       int
		section func(int) string
		study   func(int) string
	}{
		{"repeated headings", 6000, repeat("## Sama\n\nteks\n\n"), nil},
		{"many headings", 6000, numbered("## Judul %d\n\nteks\n\n"), nil},
		{"one footnote cited often", 6000, func(n int) string { return strings.Repeat("kata[^1] ", n) + "\n\n[^1]: catatan\n" }, nil},
		{"many footnotes", 3000, func(n int) string {
			return numbered("kata[^%d] ")(n) + "\n\n" + numbered("[^%d]: catatan\n\n")(n)
		}, nil},
		{"links in one paragraph", 8000, repeat("[a](http://x/) "), nil},
		{"links in paragraphs", 5000, numbered("[a%d](http://x/)\n\n"), nil},
		{"link definitions", 3000, func(n int) string { return numbered("[a%d]: http://x/\n")(n) + "\n\n[a1]\n" }, nil},
		{"a long link definition", 100_000, func(n int) string { return "[a]: http://x/ \"" + strings.Repeat("w ", n) + "\"\n\n[a]\n" }, nil},
		{"a long address", 64_000, func(n int) string { return "http://x/" + strings.Repeat("k", n) }, nil},
		{"an address in parts", 20_000, func(n int) string { return "http://x/" + strings.Repeat("k-/", n) }, nil},
		{"links without an end", 5000, repeat("[a]("), nil},
		{"emphasis without an end", 20_000, repeat("*a "), nil},
		{"mixed emphasis", 20_000, repeat("*a_ "), nil},
		{"braces", 40_000, repeat(" {"), nil},
		{"nested quotations", 4000, repeat(">"), nil},
		{"nested lists", 4000, repeat("- "), nil},
		{"many lists", 5000, repeat("- a\n"), nil},
		{"paragraphs", 10_000, repeat("kata kata kata.\n\n"), nil},
		{"one paragraph", 10_000, repeat("kata kata kata. "), nil},
		{"a table", 2500, func(n int) string { return "|a|b|\n|-|-|\n" + strings.Repeat("|c|d|\n", n) }, nil},
		{"a long title", 20_000, nil, func(n int) string { return "title: \"" + strings.Repeat("kata ", n) + "\"\n" }},
		{"a title of 1 MB", 500_000, nil, func(n int) string { return "title: \"" + strings.Repeat("k", n) + "\"\n" }},
		{"a long statement", 20_000, nil, func(n int) string {
			return "title: T\nconstructs: [{id: c, label: L, items: [{id: P1, statement: \"" + strings.Repeat("k", n) + "\"}, P2]}]\n"
		}},
		{"spellings of a label", 8000, nil, func(n int) string {
			return "title: T\nscale: [{value: 3, label: a, also: [" + numbered("\"a%d\",")(n) + "\"x\"]}, {value: 2, label: b}, {value: 1, label: c}]\n"
		}},
		{"references", 2000, nil, func(n int) string {
			return "title: T\nreferences:\n" + numbered("  r%d: \"Penulis. (2000). Judul.\"\n")(n)
		}},
		{"other spellings", 4000, nil, func(n int) string {
			return "title: T\nresponses: {file: a.csv, missing: [" + numbered("\"a%d\",")(n) + "\"x\"]}\n"
		}},
	} {
		seconds := func(n int) (took float64, built bool) {
			files := map[string]string{"a.csv": "P1,P2\n3,2\n1,2\n3,3\n2,1\n1,1\n2,3\n", "s.md": "x"}
			head := "title: T\n"
			if c.section != nil {
				files["s.md"] = c.section(n)
			} else {
				head = c.study(n)
			}
			if !strings.Contains(head, "responses:") {
				head += "responses: a.csv\n"
			}
			if !strings.Contains(head, "scale:") {
				head += fuzzedScale
			}
			if !strings.Contains(head, "constructs:") {
				head += "constructs: [{id: c, label: L, items: [{id: P1, statement: Satu}, {id: P2, statement: Dua}]}]\n"
			}
			files["study.yaml"] = head + "sections: {introduction: s.md}\n"
			dir := writeStudy(t, files)
			runtime.GC()
			clock := costtest.Start()
			if in, _ := Load(dir + "/study.yaml"); in != nil {
				if b, ds := in.Compile(); !ds.HasErrors() {
					built = true
					for _, o := range b.Outputs(nil) {
						if err := o.Write(io.Discard); err != nil {
							t.Error(err)
						}
					}
				}
			}
			return clock.Took().Seconds(), built
		}
		const fixed = 0.05 // what any study takes, and small differences
		// Others have the processor as well, which only ever adds: the least of several
		// runs is what it takes.
		once, twice, grown := math.Inf(1), math.Inf(1), 0.0
		for range 12 {
			a, small := seconds(c.n)
			b, large := seconds(2 * c.n)
			if small != large {
				t.Errorf("%s: %d are within the budget, %d are not", c.name, c.n, 2*c.n)
				break
			}
			once, twice = min(once, a), min(twice, b)
			grown = math.Log2((twice + fixed) / (once + fixed))
			if grown <= 1.3 {
				break
			}
		}
		if grown > 1.3 {
			t.Errorf("%s: %d takes 2^%.2f times as long as %d", c.name, 2*c.n, grown, c.n)
		}
	}
}
