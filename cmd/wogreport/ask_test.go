package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAsk takes the proposals of a draft with Enter, and leaves what is not so.
func TestAsk(t *testing.T) {
	for _, c := range []struct{ typed, left string }{
		{"\n\n", ""},
		{"ya\nn\n", "length"},
		{"tidak\n", "order length"}, // the window closes before the second
		{"", "order length"},
	} {
		path := filepath.Join(t.TempDir(), "study.yaml")
		text := "title: T\nassumed:\n  - kind: order\n    what: A < B\n    why: it is not known\n  - kind: length\n    what: there are 4 points\nscale: {min: 1, max: 5}\nconstructs: [{id: c, items: [P1]}]\nresponses: a.csv\n"
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := askAssumed(path, strings.NewReader(c.typed), &out); err != nil {
			t.Fatal(err)
		}
		rest, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range []string{"order", "length"} {
			if strings.Contains(string(rest), "kind: "+kind) != strings.Contains(c.left, kind) {
				t.Errorf("%q typed: the study is\n%s", c.typed, rest)
			}
		}
		if !strings.Contains(out.String(), "1. A < B") || !strings.Contains(out.String(), "why it is asked: it is not known") {
			t.Errorf("it asks\n%s", out.String())
		}
	}
}

// TestAskOrder has the order of labels typed that nothing tells, and proposes none.
func TestAskOrder(t *testing.T) {
	for _, c := range []struct {
		typed, points string
		left          bool
	}{
		{"c a b\n", "{value: 2, label: Oke}|{value: 3, label: Mantul}|{value: 1, label: {id: Kacau, en: Bad}}", false},
		{"a a b\ncab\n", "{value: 2, label: Oke}|{value: 3, label: Mantul}|{value: 1, label: {id: Kacau, en: Bad}}", false},
		{"\n", "{value: …, label: Oke}|{value: …, label: Mantul}|{value: …, label: {id: Kacau, en: Bad}}", true},
		{"a b", "{value: …, label: Oke}|{value: …, label: Mantul}|{value: …, label: {id: Kacau, en: Bad}}", true},
	} {
		path := filepath.Join(t.TempDir(), "study.yaml")
		text := "title: T\nassumed:\n  - kind: order\n    what: the order is not known\n\nscale:\n  - {value: …, label: Oke}\n  - {value: …, label: Mantul}\n  - {value: …, label: {id: Kacau, en: Bad}}\nconstructs: [{id: c, items: [P1]}]\nresponses: a.csv\n"
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := askAssumed(path, strings.NewReader(c.typed), &out); err != nil {
			t.Fatal(err)
		}
		rest, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, point := range strings.Split(c.points, "|") {
			if !strings.Contains(string(rest), "- "+point+"\n") {
				t.Errorf("%q typed: no %s in\n%s", c.typed, point, rest)
			}
		}
		if strings.Contains(string(rest), "kind: order") != c.left || !strings.Contains(out.String(), "b  Mantul") {
			t.Errorf("%q typed: it asks\n%s\nand writes\n%s", c.typed, out.String(), rest)
		}
	}
}
