package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// open and watch serve the page at the address that they tell, and end with the context.
func TestServePage(t *testing.T) {
	example := t.TempDir()
	writeFile(t, filepath.Join(example, "answers.csv"), "P1,P2\n1,2\n2,3\n")
	for name, path := range map[string]string{"nothing": "", "a folder": example, "a file": filepath.Join(example, "answers.csv")} {
		ctx, end := context.WithCancel(t.Context())
		out, in := io.Pipe()
		done := make(chan error, 1)
		go func() { done <- servePage(ctx, path, path != "", true, in, io.Discard) }()
		said := make([]byte, 1000)
		n, _ := out.Read(said)
		address := regexp.MustCompile(`http://127\.0\.0\.1:\d+/\w{26,}/`).Find(said[:n])
		if address == nil {
			t.Fatalf("%s: %q", name, said[:n])
		}
		resp, err := http.Get(string(address))
		if err != nil {
			t.Fatal(err)
		}
		page, _ := io.ReadAll(resp.Body)
		resp.Body.Close()
		if home := map[bool]string{false: "served", true: "watched"}[path != ""]; !bytes.Contains(page, []byte(`data-home="`+home+`"`)) {
			t.Errorf("%s: the page does not know that it is served", name)
		}
		end()
		if err := <-done; err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestServePageRefuses(t *testing.T) {
	empty, two := t.TempDir(), t.TempDir()
	writeFile(t, filepath.Join(two, "a.csv"), "P1\n1\n")
	writeFile(t, filepath.Join(two, "b.csv"), "P1\n1\n")
	for path, want := range map[string]string{
		filepath.Join(empty, "study.yaml"): "does not exist [not-found]",
		empty:                              "neither a study file nor a file of answers",
		two:                                "name the one that is meant",
	} {
		var stdout, stderr bytes.Buffer
		code := run([]string{"open", "--no-browser", path}, &stdout, &stderr)
		if code == 0 || !strings.Contains(stderr.String(), want) || stdout.Len() > 0 {
			t.Errorf("%s: %d, %s%s", path, code, &stdout, &stderr)
		}
	}
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
