package hyphen

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"wogreport/internal/lang"
)

// The packed patterns must break words as the patterns do from which they were
// made: here Liang's rule is carried out on hyph-en-us.tex itself.
func TestEnglishFollowsItsPatterns(t *testing.T) {
	text, err := os.ReadFile("hyph-en-us.tex")
	if err != nil {
		t.Fatal(err)
	}
	plain := regexp.MustCompile(`(?m)%.*`).ReplaceAllString(string(text), "")
	group := func(name string) []string {
		_, body, _ := strings.Cut(plain, name+"{")
		body, _, _ = strings.Cut(body, "}")
		return strings.Fields(body)
	}
	patterns := map[string]string{} // by their letters
	var words []string
	for _, p := range group(`\patterns`) {
		letters := regexp.MustCompile(`\d`).ReplaceAllString(p, "")
		patterns[letters] = p
		words = append(words, strings.Trim(letters, "."), strings.Trim(letters, ".")+"ation")
	}
	exceptions := map[string]string{}
	for _, w := range group(`\hyphenation`) {
		exceptions[strings.ReplaceAll(w, "-", "")] = w
		words = append(words, strings.ReplaceAll(w, "-", ""))
	}
	if len(patterns) < 4900 || len(exceptions) != 14 {
		t.Fatalf("%d patterns and %d exceptions were read", len(patterns), len(exceptions))
	}
	for _, w := range listed(t, lang.EN) {
		words = append(words, strings.ReplaceAll(w, "·", ""))
	}
	for _, word := range words {
		if got, want := english([]rune(word)), liang(word, patterns, exceptions); !slices.Equal(got, want) {
			t.Errorf("%s breaks at %v, by the patterns at %v", word, got, want)
		}
	}
}

// liang is where patterns break a word.
func liang(word string, patterns, exceptions map[string]string) (points []int) {
	if w, ok := exceptions[word]; ok {
		for i, n := 0, 0; i < len(w); i++ {
			if w[i] == '-' {
				points = append(points, n)
			} else {
				n++
			}
		}
		return points
	}
	dotted := "." + word + "."
	values := make([]byte, len(dotted)+1)
	for i := range dotted {
		for j := i + 1; j <= len(dotted); j++ {
			at := i
			for _, c := range []byte(patterns[dotted[i:j]]) {
				if c >= '0' && c <= '9' {
					values[at] = max(values[at], c-'0')
				} else {
					at++
				}
			}
		}
	}
	for p := 1; p < len(word); p++ {
		if values[p+1]%2 == 1 {
			points = append(points, p)
		}
	}
	return points
}
