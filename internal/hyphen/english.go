package hyphen

import (
	_ "embed"
	"strings"
	"sync"
)

// patternFile is hyph-en-us.tex of hyph-utf8, whole and with its notice.
//
//go:embed hyph-en-us.tex
var patternFile string

// trie holds patterns (F. M. Liang, "Word Hy-phen-a-tion by Com-put-er",
// Stanford 1983) as nodes linked to their first child and next sibling.
type trie struct {
	nodes      []trieNode
	exceptions map[string][]int
}

type trieNode struct {
	letter      byte
	child, next int32  // 0: none
	values      string // of the pattern that ends here, as digits; "" for none
}

var englishPatterns = sync.OnceValue(func() *trie {
	t := &trie{nodes: make([]trieNode, 1, 13000), exceptions: map[string][]int{}}
	section := ""
	for line := range strings.Lines(patternFile) {
		line, _, _ = strings.Cut(strings.TrimSpace(line), "%")
		switch {
		case line == "":
		case line[0] == '\\':
			section = line
		case line[0] == '}':
			section = ""
		case strings.HasPrefix(section, `\patterns`):
			t.addPattern(line)
		case strings.HasPrefix(section, `\hyphenation`):
			t.addException(line)
		}
	}
	return t
})

// addPattern adds a pattern such as "hy3ph" or ".ab1b2".
func (t *trie) addPattern(pattern string) {
	var values []byte
	node := int32(0)
	digit := byte('0')
	for i := 0; i < len(pattern); i++ {
		c := pattern[i]
		if c >= '0' && c <= '9' {
			digit = c
			continue
		}
		values = append(values, digit)
		digit = '0'
		node = t.grow(node, c)
	}
	t.nodes[node].values = string(append(values, digit))
}

func (t *trie) grow(node int32, letter byte) int32 {
	if n := t.step(node, letter); n != 0 {
		return n
	}
	n := int32(len(t.nodes))
	t.nodes = append(t.nodes, trieNode{letter: letter, next: t.nodes[node].child})
	t.nodes[node].child = n
	return n
}

// step is the child of a node under a letter, 0 for none.
func (t *trie) step(node int32, letter byte) int32 {
	for n := t.nodes[node].child; n != 0; n = t.nodes[n].next {
		if t.nodes[n].letter == letter {
			return n
		}
	}
	return 0
}

func (t *trie) addException(word string) {
	var points []int
	n := 0
	for _, part := range strings.Split(word, "-") {
		if n > 0 {
			points = append(points, n)
		}
		n += len(part)
	}
	t.exceptions[strings.ReplaceAll(word, "-", "")] = points
}

// english breaks a word of small letters; a letter outside a–z matches no pattern.
func english(letters []rune) []int {
	t := englishPatterns()
	if points, ok := t.exceptions[string(letters)]; ok {
		return points
	}
	word := make([]byte, 0, len(letters)+2)
	word = append(word, '.')
	for _, r := range letters {
		if r > 'z' {
			r = '?'
		}
		word = append(word, byte(r))
	}
	word = append(word, '.')
	values := make([]byte, len(word)+1) // values[i] stands before word[i]
	for i := range word {
		node := int32(0)
		for _, c := range word[i:] {
			if node = t.step(node, c); node == 0 {
				break
			}
			for k, v := range []byte(t.nodes[node].values) {
				values[i+k] = max(values[i+k], v)
			}
		}
	}
	var points []int
	for p := 1; p < len(letters); p++ {
		if values[p+1] > '0' && (values[p+1]-'0')%2 == 1 {
			points = append(points, p)
		}
	}
	return points
}
