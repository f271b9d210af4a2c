package hyphen

import (
	_ "embed"
	"strings"
	"sync"
)

// english.bin is the patterns of hyph-en-us.tex of hyph-utf8, packed so that
// nothing is made of them at run time. It begins with their notice and a zero.
// Then come, numbers with the greater byte first: how many nodes there are (two
// bytes), the nodes, how many bytes the values take (two), the values, and the
// exceptions with their hyphens, a blank between them.
//
//go:generate go run make.go
//go:embed english.bin
var patternFile string

// trie holds patterns (F. M. Liang, "Word Hy-phen-a-tion by Com-put-er",
// Stanford 1983) as nodes linked to their first child and next sibling, 0 for
// none. Each takes nodeSize bytes: its letter, then child, next and the place of
// the values of the pattern that ends there, 0 for none, in two each. Values are
// their number and as many digits.
type trie struct {
	nodes, values string
	exceptions    map[string][]int
}

const nodeSize = 7

var englishPatterns = sync.OnceValue(func() *trie {
	t := &trie{exceptions: map[string][]int{}}
	_, rest, _ := strings.Cut(patternFile, "\x00")
	n := nodeSize * int(number(rest, 0))
	t.nodes, rest = rest[2:2+n], rest[2+n:]
	n = int(number(rest, 0))
	t.values, rest = rest[2:2+n], rest[2+n:]
	for word := range strings.FieldsSeq(rest) {
		t.addException(word)
	}
	return t
})

// number is the two bytes at a place.
func number(s string, at int) uint16 { return uint16(s[at])<<8 | uint16(s[at+1]) }

// step is the child of a node under a letter, 0 for none.
func (t *trie) step(node uint16, letter byte) uint16 {
	for n := number(t.nodes, nodeSize*int(node)+1); n != 0; n = number(t.nodes, nodeSize*int(n)+3) {
		if t.nodes[nodeSize*int(n)] == letter {
			return n
		}
	}
	return 0
}

// valuesOf are those of the pattern that ends at a node.
func (t *trie) valuesOf(node uint16) string {
	at := int(number(t.nodes, nodeSize*int(node)+5))
	if at == 0 {
		return ""
	}
	return t.values[at+1:][:t.values[at]]
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
		node := uint16(0)
		for _, c := range word[i:] {
			if node = t.step(node, c); node == 0 {
				break
			}
			for k, v := range []byte(t.valuesOf(node)) {
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
