package web

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
)

// TestSelfContained: the page names no other host, and its policy lets it reach none.
func TestSelfContained(t *testing.T) {
	elsewhere := regexp.MustCompile(`(?i)(https?:)?//[a-z0-9-]+\.[a-z]`)
	seen := 0
	err := fs.WalkDir(page, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		seen++
		data, err := fs.ReadFile(page, name)
		if at := elsewhere.FindIndex(data); at != nil {
			t.Errorf("%s names another host: %s", name, data[at[0]:min(len(data), at[1]+20)])
		}
		return err
	})
	if err != nil || seen < 8 {
		t.Fatal(seen, err)
	}
	index, err := fs.ReadFile(page, "page/index.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range []string{"default-src 'none'", "connect-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"} {
		if !strings.Contains(string(index), rule) {
			t.Errorf("the policy lacks %s", rule)
		}
	}
}

// TestVersioned: the service worker keeps every file but itself, under a name that
// changes with any of them.
func TestVersioned(t *testing.T) {
	worker := func(data string) string {
		files := versioned([]File{{"a.js", []byte(data)}, {"sw.js", []byte("wogreport-@VERSION@ '@FILES@'")}, {"b.css", nil}})
		return string(files[1].Data)
	}
	one, two := worker("1"), worker("2")
	if one == two || worker("1") != one || !strings.HasSuffix(one, " 'a.js b.css'") || strings.Contains(one, "@") {
		t.Errorf("%s, %s", one, two)
	}
}
