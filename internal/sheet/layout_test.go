package sheet

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wogreport/internal/diag"
	"wogreport/internal/diag/diagtest"
)

// TestLayouts reads the files of testdata/layouts.txt and compares what was
// taken for the header, the columns and the respondents with what stands
// beside each file.
func TestLayouts(t *testing.T) {
	const golden = "testdata/layouts.txt"
	comment, sections := diagtest.Read(t, golden)
	want := map[string]string{}
	for _, s := range sections {
		want[s.Name] = s.Text
	}
	out := bytes.NewBufferString(comment)
	t.Chdir(t.TempDir())
	for _, s := range sections {
		name := strings.TrimSuffix(s.Name, filepath.Ext(s.Name)) + ".want"
		if s.Name == name {
			continue
		}
		text := strings.ReplaceAll(s.Text, "<TAB>", "\t")
		if err := os.WriteFile(s.Name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		got := described(s.Name)
		fmt.Fprintf(out, "-- %s --\n%s-- %s --\n%s", s.Name, s.Text, name, got)
		if !*diagtest.Update && want[name] != got {
			t.Errorf("%s is read as\n%swant\n%s", s.Name, got, want[name])
		}
	}
	if *diagtest.Update {
		t.Chdir(here)
		if err := os.WriteFile(golden, out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

var here, _ = os.Getwd()

// described is what Read makes of a file.
func described(path string) string {
	var b strings.Builder
	var l diag.List
	s := Read(path, diag.Pos{File: path}, Options{}, &l)
	if s != nil {
		fmt.Fprintf(&b, "header %d\n", s.HeaderRow)
		for i, c := range s.Columns {
			fmt.Fprintf(&b, "%s %s", Letter(i), c.Header)
			if c.Statement != c.Header {
				fmt.Fprintf(&b, " = %s", c.Statement)
			}
			if c.Group != "" {
				fmt.Fprintf(&b, ", group %s", c.Group)
			}
			if c.Code != "" {
				fmt.Fprintf(&b, ", code %s", c.Code)
			}
			b.WriteString("\n")
		}
		b.WriteString("rows")
		for _, r := range s.rows {
			fmt.Fprintf(&b, " %d", r.Row)
		}
		b.WriteString("\n")
	}
	l.Fprint(&b)
	return b.String()
}
