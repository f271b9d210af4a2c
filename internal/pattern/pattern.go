// Package pattern owns regular expressions that are compiled when they are
// first used, not at every start of the program: a run needs few of them.
package pattern

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression of the syntax of package regexp.
type Pattern struct{ compiled func() *regexp.Regexp }

// New is the pattern of an expression. A wrong one panics at its first use; a test
// of the module compiles all that the program has.
func New(expression string) *Pattern {
	return &Pattern{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })}
}

// MatchString reports whether s has a match.
func (p *Pattern) MatchString(s string) bool { return p.compiled().MatchString(s) }

// FindStringSubmatch is the leftmost match in s and its groups, nil for none.
func (p *Pattern) FindStringSubmatch(s string) []string { return p.compiled().FindStringSubmatch(s) }

// FindSubmatch is FindStringSubmatch of bytes.
func (p *Pattern) FindSubmatch(b []byte) [][]byte { return p.compiled().FindSubmatch(b) }

// FindAllStringSubmatch is at most n matches in s with their groups.
func (p *Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	return p.compiled().FindAllStringSubmatch(s, n)
}

// FindAllSubmatch is at most n matches in b with their groups.
func (p *Pattern) FindAllSubmatch(b []byte, n int) [][][]byte {
	return p.compiled().FindAllSubmatch(b, n)
}

// ReplaceAllString is s with its matches replaced; $1 stands for a group.
func (p *Pattern) ReplaceAllString(s, by string) string { return p.compiled().ReplaceAllString(s, by) }
