package main

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"wogreport/internal/manifest"
	"wogreport/internal/study"
	"wogreport/internal/web"
)

// TestPageWritesTheSame: what the page gets is, byte for byte, what the commands write:
// the draft of init, the report of build, the reports of build --by.
func TestPageWritesTheSame(t *testing.T) {
	answers, err := os.ReadFile("../../examples/agency/jawaban.csv")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("jawaban.csv", answers, 0o600); err != nil {
		t.Fatal(err)
	}
	formats := []string{"pdf", "docx", "json", "xlsx", "svg"}
	var files []web.File
	var s web.Session
	ask := func(req web.Request, with ...web.File) (last web.Reply) {
		t.Helper()
		s.Serve(context.Background(), req, with, func(r web.Reply, out []web.File) { last, files = r, out })
		return last
	}
	ask(web.Request{Do: "open"}, web.File{Name: "jawaban.csv", Data: answers})
	drafted := ask(web.Request{Do: "draft"})
	command := func(args ...string) {
		t.Helper()
		var stderr bytes.Buffer
		if code := run(args, io.Discard, &stderr); code != 0 {
			t.Fatalf("%q: %s", args, stderr.String())
		}
	}
	command("init", "jawaban.csv", "-o", "other.yaml")
	own, err := os.ReadFile("other.yaml")
	if err != nil {
		t.Fatal(err)
	}
	_, own, _ = bytes.Cut(own, []byte("\n")) // the line for editors
	own = bytes.ReplaceAll(own, []byte("other.yaml"), []byte("study.yaml"))
	if drafted.State == nil || drafted.State.Text != string(own) {
		t.Fatalf("the drafts differ: %+v", drafted)
	}
	confirm := func(reports string) {
		t.Helper()
		got := ask(web.Request{Do: "confirm", Edits: []study.Edit{{Path: "reports", Value: reports}}})
		if err := os.WriteFile("study.yaml", []byte(got.State.Text), 0o600); err != nil {
			t.Fatal(err)
		}
	}

	ask(web.Request{Do: "confirm", Edits: drafted.State.Form.Assumed[0].Options[1].Edits, Assumed: []int{0}}) // five points
	confirm("together")
	ask(web.Request{Do: "build", Formats: formats})
	command("build", "study.yaml", "-o", "all", "--outputs", "pdf,docx,json,xlsx,svg")
	sameAsPage(t, "all", files)

	confirm("by-cohort")
	got := ask(web.Request{Do: "cohorts", Formats: formats})
	if len(files) != 2 {
		t.Fatalf("no ZIP with the comparison beside it: %+v", got)
	}
	z, err := zip.NewReader(bytes.NewReader(files[0].Data), int64(len(files[0].Data)))
	if err != nil {
		t.Fatal(err)
	}
	files = nil
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, web.File{Name: f.Name, Data: data})
	}
	command("build", "study.yaml", "-o", "each", "--by", "--outputs", "pdf,docx,json,xlsx,svg", "-q")
	sameAsPage(t, "each", files)
}

// sameAsPage holds files against those of a folder of outputs.
func sameAsPage(t *testing.T, folder string, files []web.File) {
	t.Helper()
	got := map[string][]byte{}
	for _, f := range files {
		got[f.Name] = f.Data
	}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == manifest.Name || d.Name()[0] == '.' {
			return err
		}
		name, _ := filepath.Rel(folder, path)
		name = filepath.ToSlash(name)
		want, err := os.ReadFile(path)
		if page, ok := got[name]; !ok {
			t.Errorf("the page has no %s", name)
		} else if !bytes.Equal(page, want) {
			t.Errorf("%s is another file on the page", name)
		}
		delete(got, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range got {
		t.Errorf("only the page has %s", name)
	}
}
