package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"wogreport/internal/pdf/judge"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"wogreport": func() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the transcripts under testdata/script, each in a folder
// that holds a copy of the project's example as "example".
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			for _, p := range []string{"study.yaml", "data", "sections", "examples"} {
				if err := copyInto(filepath.Join(env.WorkDir, "example"), filepath.Join("..", ".."), p); err != nil {
					return err
				}
			}
			env.Defer(func() { rulesOfPDFs(t, env.WorkDir) })
			return nil
		},
	})
}

// rulesOfPDFs holds the reports that a script left behind to what they claim; a
// report that was made without tags claims nothing.
func rulesOfPDFs(t *testing.T, dir string) {
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".pdf" {
			return err
		}
		data, err := os.ReadFile(path)
		if err == nil && bytes.Contains(data, []byte("<pdfaid:part>")) {
			judge.Rules(t, path, data)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func copyInto(to, root, path string) error {
	return filepath.WalkDir(filepath.Join(root, path), func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, p)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		if d.IsDir() {
			return os.MkdirAll(target, 0o777)
		}
		b, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
			return err
		}
		return os.WriteFile(target, b, 0o666)
	})
}

// TestExitCodes: 0 done, 1 input or disk, 2 command line.
func TestExitCodes(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("bad.yaml", []byte("titel: x\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir("pelatihan", 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join("pelatihan", "study.yaml"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args string
		want int
		says string // in stdout or stderr
	}{
		{"--help", 0, "build"},
		{"", 0, "build"},
		{"--version", 0, version},
		{"build --help", 0, "--outputs"},
		{"build", 1, "hint: change to the study's folder; or, where there is no study yet,  wogreport init FILE"},
		{"build nowhere.yaml", 1, "nowhere.yaml"},
		{"build bad.yaml", 1, `did you mean "title"?`},
		{"build .", 1, "hint: name a study file"},
		{"build pelatihan", 1, "hint: name the study file in it: " + filepath.Join("pelatihan", "study.yaml")},
		{"check bad.yaml", 1, `did you mean "title"?`},
		{"biuld", 2, `unknown command "biuld"`},
		{"build a b", 2, "build takes one study file at most, not 2 arguments; a path with blanks needs quotes"},
		{"init", 2, "init takes files of answers, and none is named"},
		{"schema x", 2, "schema takes no arguments"},
		{"build --nope", 2, "unknown flag"},
		{"build --outputs pfd", 2, "did you mean pdf?"},
		{"templates", 2, "templates takes one folder, and none is named"},
	} {
		var out, errs bytes.Buffer
		got := run(strings.Fields(c.args), &out, &errs)
		if got != c.want {
			t.Errorf("wogreport %s: exit code %d, want %d\n%s%s", c.args, got, c.want, out.String(), errs.String())
		}
		if all := out.String() + errs.String(); !strings.Contains(all, c.says) {
			t.Errorf("wogreport %s does not say %q:\n%s", c.args, c.says, all)
		}
		if _, err := os.Stat("out"); err == nil {
			t.Fatalf("wogreport %s made the folder out", c.args)
		}
	}
}
