package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAdvice follows what the program says is to be filled in, word by word: then it says
// so no more, in a report of all and in those of cohorts, and the study is still right.
func TestAdvice(t *testing.T) {
	const study = "kind: evaluation\ntitle: T\nscale: {min: 1, max: 4}\nconstructs: [{id: c, items: [P1, P2]}]\nresponses: {file: a.csv, cohort: Angkatan}\n"
	var answers strings.Builder
	answers.WriteString("Angkatan,P1,P2\n")
	for i := range 24 {
		answers.WriteString([]string{"I", "II"}[i%2] + "," + string(rune('1'+i%4)) + "," + string(rune('1'+i/2%4)) + "\n")
	}
	build := func(text string, args ...string) (said string) {
		dir := t.TempDir()
		for name, data := range map[string]string{"study.yaml": text, "a.csv": answers.String(), "FILE.md": "Sebuah teks.\n"} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		var out, errs bytes.Buffer
		if code := run(append([]string{"build", filepath.Join(dir, "study.yaml"), "-o", filepath.Join(dir, "out")}, args...), &out, &errs); code != 0 {
			t.Fatalf("%q ends with %d: %s\n%s", args, code, errs.String(), text)
		}
		return errs.String()
	}
	for _, way := range [][]string{nil, {"--by"}} {
		said := build(study, way...)
		for _, name := range []string{"program", "signatories", "legal_basis", "sections.recommendations", "sections.follow_up"} {
			if !strings.Contains(said, name) {
				t.Errorf("%q: nothing is said of %s in\n%s", way, name, said)
			}
		}
		text := study
		_, hint, _ := strings.Cut(said, "write into the study file  ")
		hint, _, _ = strings.Cut(hint, "; FILE.md is")
		for _, line := range strings.Split(hint, "  and  ") {
			text += line + "\n"
			said = build(text, way...)
			if key, _, _ := strings.Cut(line, ":"); strings.Contains(said, "filled in: "+key) {
				t.Errorf("%q: after %q it still says\n%s", way, line, said)
			}
		}
		if strings.Contains(said, "to-be-filled") || strings.Count(text, "\n") != strings.Count(study, "\n")+4 {
			t.Errorf("%q: after all advice it says\n%s\nof\n%s", way, said, text)
		}
	}
}
