package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// TestOutputsFollowResults publishes small agencies, in all outputs, and again with other
// answers that give the same results.json: nothing else may differ, no file, so that who reads all of it knows no more than who reads results.json, which
// the solver does.
func TestOutputsFollowResults(t *testing.T) {
	pairs := map[string]int{}
	for seed := range (*agencies + 3) / 4 {
		a := newOffice(uint64(seed))
		a.answer()
		for _, by := range []bool{false, true} {
			base := a.publish(t, by, "[json]")
			whole := map[string][]byte(nil)
			for range 40 {
				undo, how := a.change()
				if other := a.publish(t, by, "[json]"); sameFiles(base, other, "results.json") == "" {
					pairs[fmt.Sprint(how, ", by cohort ", by)]++
					changed := a.publish(t, by, "[pdf, docx, json, xlsx]")
					undo()
					if whole == nil {
						whole = a.publish(t, by, "[pdf, docx, json, xlsx]")
					}
					if name := sameFiles(whole, changed, ""); name != "" {
						t.Fatalf("agency %d, %s: results.json is the same, %s differs:\n%.500s\n%.500s\n%s", seed, how, name, whole[name], changed[name], a.csv())
					}
					break
				}
				undo()
			}
		}
	}
	t.Log(pairs)
	if len(pairs) < 3 {
		t.Errorf("too few other answers with the same results: %v", pairs)
	}
}

// change changes the answers of somebody, or of two people who are not alike, and gives
// what undoes it.
func (a *office) change() (undo func(), how string) {
	x := &a.people[a.rng.IntN(len(a.people))]
	before := *x
	if a.rng.IntN(2) == 0 {
		k := a.rng.IntN(len(x.answers))
		x.answers[k] = 1 + (x.answers[k]+a.rng.IntN(2))%3
		return func() { *x = before }, "one answer"
	}
	y := &a.people[a.rng.IntN(len(a.people))]
	other := *y
	x.answers, y.answers = y.answers, x.answers
	if x.answers == before.answers || x.section == y.section && x.cohort == y.cohort && x.gender == y.gender {
		*x, *y = before, other
		return a.change()
	}
	return func() { *x, *y = before, other }, "an exchange"
}

// publish builds the agency's reports and gives all files.
func (a *office) publish(t *testing.T, by bool, outputs string) map[string][]byte {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("a.csv", a.csv())
	write("study.yaml", fmt.Sprintf("title: T\nscale: {min: 1, max: 3}\nconstructs: [{id: c, items: [P1]}, {id: d, items: [P2, P3]}]\nresponses: {file: a.csv, cohort: Angkatan}\ngroups: [Bidang, Seksi, JK]\nprofile: [Bidang, JK]\nscores: azwar\nprivacy: {min_group: %d, min_cell: %d}\noutputs: %s\n", a.minGroup, a.cell, outputs))
	args := []string{"build", filepath.Join(dir, "study.yaml"), "-o", filepath.Join(dir, "out")}
	if by {
		args = append(args, "--by", "-j", "1")
	}
	var stdout, stderr bytes.Buffer
	code := run(args, &stdout, &stderr)
	out := map[string][]byte{"code": fmt.Append(nil, code)} // messages are for who builds and has the answers
	clock := regexp.MustCompile(`"time": ".*"`)
	err := filepath.WalkDir(filepath.Join(dir, "out"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		b, err := os.ReadFile(path)
		if filepath.Base(name) == "manifest.json" {
			b = clock.ReplaceAll(b, nil)
		}
		out[name] = b
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	return out
}

// sameFiles is a file that only one has or that differs, of those with a base name or of all; "" for none.
func sameFiles(a, b map[string][]byte, base string) string {
	for _, of := range []map[string][]byte{a, b} {
		for name := range of {
			if base != "" && filepath.Base(name) != base {
				continue
			}
			x, inA := a[name]
			y, inB := b[name]
			if inA != inB || !bytes.Equal(x, y) {
				return name
			}
		}
	}
	return ""
}
