package pdfcheck

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

// updating reports whether the flag -update, which pdftest defines, is given.
func updating() bool { return flag.Lookup("update").Value.String() == "true" }

// TestDocs: the tables of docs/pdf-check.md are those that the rules make.
func TestDocs(t *testing.T) {
	const file = "../../docs/pdf-check.md"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for name, table := range map[string]string{"rules of PDF/UA-1": tableOf("ua1"), "rules of PDF/A": tableOf("2a", "3a"), "limits": limitsTable(), "count": counts()} {
		open, end := "<!-- "+name+" -->\n", "<!-- end -->"
		at := strings.Index(text, open)
		if at < 0 {
			t.Fatalf("%s has no mark %q", file, open)
		}
		at += len(open)
		length := strings.Index(text[at:], end)
		if length < 0 {
			t.Fatalf("%s has no end of %q", file, open)
		}
		if text[at:at+length] != table {
			if !updating() {
				t.Errorf("%s: the %s are others now; go test ./internal/pdfcheck -update writes them", file, name)
			}
			text = text[:at] + table + text[at+length:]
		}
	}
	if updating() {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func tableOf(profiles ...Profile) string {
	var b strings.Builder
	b.WriteString("| rule | in | about | what is wrong with a file that breaks it |\n|---|---|---|---|\n")
	seen := map[*Rule]bool{}
	for _, p := range profiles {
		for _, r := range RulesOf(p) {
			if seen[r] {
				continue
			}
			seen[r] = true
			fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", r.Number(p), where(r, p), r.Object, r.Sentence)
		}
	}
	return b.String()
}

// where tells in which profiles a rule is.
func where(r *Rule, p Profile) string {
	if p == UA1 {
		return "ua1"
	}
	var out []string
	for _, q := range Profiles {
		if q != UA1 && r.Number(q) != "" {
			out = append(out, string(q))
		}
	}
	return strings.Join(out, " ")
}

func limitsTable() string {
	var b strings.Builder
	b.WriteString("| rule | what of it isn't checked, and why |\n|---|---|\n")
	for _, r := range Rules() {
		if r.Limit != "" {
			var n []string
			for _, p := range []Profile{"ua1", "2a", "3a"} {
				if s := r.Number(p); s != "" && (len(n) == 0 || n[len(n)-1] != s) {
					n = append(n, s)
				}
			}
			fmt.Fprintf(&b, "| %s | %s |\n", strings.Join(n, ", "), r.Limit)
		}
	}
	return b.String()
}

// counts are how many rules each profile has here.
func counts() string {
	var b strings.Builder
	b.WriteString("| profile | standard | rules |\n|---|---|---|\n")
	for _, p := range Profiles {
		standard := "PDF/UA-1 (ISO 14289-1)"
		if p != UA1 {
			standard = fmt.Sprintf("PDF/A-%s (ISO 19005-%c)", p, p[0])
		}
		fmt.Fprintf(&b, "| `%s` | %s | %d |\n", p, standard, len(RulesOf(p)))
	}
	return b.String()
}
