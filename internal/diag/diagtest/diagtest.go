// Package diagtest owns the form of tests in which the expected diagnostics
// stand beside the bad input that causes them. It is for tests only.
package diagtest

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"wogreport/internal/diag"
)

// Update says that golden files are to be written anew, by the flag -update.
var Update = flag.Bool("update", false, "write golden files anew")

// Section is one part of a case file.
type Section struct{ Name, Text string }

var head = regexp.MustCompile(`(?m)^-- (\S+) --\n`)

// Read splits a case file into what stands above its first section and its
// sections. A section begins with a line "-- NAME --".
func Read(t testing.TB, file string) (comment string, sections []Section) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := strings.ReplaceAll(string(data), "\r\n", "\n")
	at := head.FindAllStringSubmatchIndex(s, -1)
	if len(at) == 0 {
		t.Fatalf("%s has no sections", file)
	}
	for i, m := range at {
		end := len(s)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		sections = append(sections, Section{s[m[2]:m[3]], s[m[1]:end]})
	}
	return s[:at[0][0]], sections
}

// Run hands each input of the case files to find and compares what it finds
// wrong, as printed, with the input's NAME.want. An input without a want fails.
func Run(t *testing.T, glob string, find func(t *testing.T, input Section) diag.List) {
	t.Helper()
	files, err := filepath.Glob(glob)
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files %s", glob)
	}
	for _, file := range files {
		comment, sections := Read(t, file)
		want := map[string]string{}
		for _, s := range sections {
			want[s.Name] = s.Text
		}
		out := bytes.NewBufferString(comment)
		for _, s := range sections {
			if filepath.Ext(s.Name) == ".want" {
				continue
			}
			var got bytes.Buffer
			find(t, s).Fprint(&got)
			name := strings.TrimSuffix(s.Name, filepath.Ext(s.Name)) + ".want"
			out.WriteString("-- " + s.Name + " --\n" + s.Text + "-- " + name + " --\n" + got.String())
			if w, ok := want[name]; !*Update && (!ok || w != got.String()) {
				t.Errorf("%s: %s: found\n%s\nwant\n%s", file, s.Name, got.String(), w)
			}
		}
		if *Update {
			if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
