package report

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// needless is a comma before an Indonesian clause that follows its main clause (EYD V, III.B.4).
var needless = regexp.MustCompile(`.{0,80},\s+(?:karena|agar|sehingga|supaya|bahwa)\b`)

// inserted is where such a comma closes or opens an inserted clause, and so stands: what is before it,
// with what a template fills in left out.
var inserted = regexp.MustCompile(`(?:dan|, (?:tidak )?lebih (?:besar|kecil) daripada batas [\d,]*|, +batas|r tabel, dari [\d,]* \(.*\) sampai [\d,]* \(.*\)|masing-masing dipilih oleh (?:\d.*)?dari [\d.]* ?responden) ?,\s+\w+$`)

// needlessComma is the first such place of a text.
func needlessComma(text string) string {
	for _, at := range needless.FindAllString(text, -1) {
		if !inserted.MatchString(at) {
			return at
		}
	}
	return ""
}

// TestNoNeedlessComma: the Indonesian words of reports, diagnostics and the page have none.
func TestNoNeedlessComma(t *testing.T) {
	var files []string
	for _, glob := range []string{"../../templates/*.id.*", "../remark/id.go", "../../web/page/*.js", "../../sections/*.md"} {
		found, err := filepath.Glob(glob)
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %v, %v", glob, found, err)
		}
		files = append(files, found...)
	}
	actions := regexp.MustCompile(`\{\{.*?\}\}`)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(data), "\n") {
			if at := needlessComma(actions.ReplaceAllString(line, "")); at != "" {
				t.Errorf("%s:%d: %q", file, i+1, at)
			}
		}
	}
	if needlessComma("Nilainya kecil, sehingga tidak dibahas.") == "" || needlessComma("Yang menjawab, dan, karena pembulatan, yang lain.") != "" {
		t.Error("what is needless is not told apart")
	}
}
