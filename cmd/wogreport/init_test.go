package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wogreport/internal/lang"
)

// TestInitLanguages: a draft may be in every language that is registered.
func TestInitLanguages(t *testing.T) {
	defer lang.Register(lang.Language{Tag: "xx", Name: "Pseudo", Report: "xx"})()
	dir := t.TempDir()
	answers := filepath.Join(dir, "a.csv")
	if err := os.WriteFile(answers, []byte("P1,P2,P3\n"+strings.Repeat("1,2,2\n5,4,4\n3,3,5\n2,1,3\n", 5)), 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if code := run([]string{"init", answers, "--language", "xx"}, &out, &out); code != 0 {
		t.Fatal(out.String())
	}
	text, err := os.ReadFile(filepath.Join(dir, "study.yaml"))
	if err != nil || !strings.Contains(string(text), "languages: [xx]") {
		t.Errorf("the draft is in another language: %v\n%s", err, text)
	}
}
