package pdfcheck

import (
	"slices"
	"strings"
	"sync"

	"wogreport/internal/pdfcheck/cos"
)

// Rule is a rule of the profiles. One that both PDF/UA-1 and PDF/A have stands once.
type Rule struct {
	UA       string // its clause and test in PDF/UA-1, as 7.1-3; empty for none
	Was      string // the rule of PDF/UA-1 that it was split from, if any: earlier profiles and the corpus name that one
	A        string // the same in PDF/A-2 and -3
	Part     byte   // of PDF/A, '2' or '3', if the other part hasn't it
	Level    byte   // of PDF/A, 'u' or 'a', if lower levels haven't it
	Object   string // the class of things that it is about
	Sentence string // what is wrong with a file that breaks it
	Limit    string // what of it isn't checked and why

	ok func(any) bool
}

// on makes the function of a rule about things of a type.
func on[T any](f func(T) bool) func(any) bool {
	return func(x any) bool {
		t, is := x.(T)
		return !is || f(t)
	}
}

// Rules are all rules, by topic.
var Rules = sync.OnceValue(func() []*Rule {
	var out []*Rule
	for _, topic := range [][]Rule{
		fileRules, objectRules, contentRules, colourRules, stateRules, imageRules, fontRules, glyphRules,
		annotationRules, formRules, metadataRules, extensionRules, structureRules, tableRules, taggingRules,
		languageRules, partRules,
	} {
		for i := range topic {
			out = append(out, &topic[i])
		}
	}
	return out
})

// Number is a rule's number in a profile, as 7.1-t03; empty if it hasn't it.
func (r *Rule) Number(p Profile) string {
	if p == UA1 {
		return number(r.UA)
	}
	part, level := p[0], p[1]
	if r.A == "" || r.Part != 0 && r.Part != part {
		return ""
	}
	if r.Level == 'a' && level != 'a' || r.Level == 'u' && level == 'b' {
		return ""
	}
	return number(r.A)
}

func number(s string) string {
	clause, test, ok := strings.Cut(s, "-")
	if !ok {
		return ""
	}
	if len(test) == 1 {
		test = "0" + test
	}
	return clause + "-t" + test
}

// RulesOf are the rules of a profile in the order of their numbers.
func RulesOf(p Profile) []*Rule {
	var out []*Rule
	for _, r := range Rules() {
		if r.Number(p) != "" {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b *Rule) int { return compareRules(a.Number(p), b.Number(p)) })
	return out
}

// broken is a rule that the file breaks.
type broken struct {
	rule   *Rule
	object int
	page   int
	detail string
	image  bool
	file   bool
	count  int
}

// checker walks a file and shows what it finds to the rules.
type checker struct {
	*document
	profiles []Profile
	depth    int // of embedded files
	rules    map[string][]*Rule
	broken   map[*Rule]*broken
	page     int // that is walked, from 1
	walk     walkState
}

func newChecker(d *document, depth int, profiles []Profile) *checker {
	c := &checker{document: d, depth: depth, profiles: profiles, rules: map[string][]*Rule{}, broken: map[*Rule]*broken{}}
	for _, r := range Rules() {
		if slices.ContainsFunc(profiles, func(p Profile) bool { return r.Number(p) != "" }) && r.ok != nil {
			c.rules[r.Object] = append(c.rules[r.Object], r)
		}
	}
	c.walk = newWalkState()
	return c
}

// archive is the level of PDF/A that is checked, as "2b", or empty.
func (c *checker) archive() Profile {
	for _, p := range c.profiles {
		if p != UA1 {
			return p
		}
	}
	return ""
}

// wants reports whether any rule is about things of a class.
func (c *checker) wants(object string) bool { return len(c.rules[object]) > 0 }

// visit shows a thing of a class to its rules; number is that of its object.
func (c *checker) visit(object string, x any, number int) {
	for _, r := range c.rules[object] {
		if r.ok(x) {
			continue
		}
		b := c.broken[r]
		if b == nil {
			b = &broken{rule: r, object: number, page: c.page}
			b.image = c.walk.inImage
			switch x := x.(type) {
			case interface{ detail() string }:
				b.detail = plain(x.detail())
			case string:
				b.detail = plain(x)
			case cos.Name:
				b.detail = plain(string(x))
			}
			switch x.(type) {
			case *embeddedFile, *fileSpec:
				b.file = true
			}
			c.broken[r] = b
		}
		b.count++
	}
}

// run walks the file.
func (c *checker) run() []Violation {
	c.walkObjects()
	c.walkDocument()
	return c.violations()
}

// violations are what was found.
func (c *checker) violations() []Violation {
	var out []Violation
	for r, b := range c.broken {
		for _, p := range c.profiles {
			if n := r.Number(p); n != "" {
				out = append(out, Violation{Profile: p, Rule: n, Was: number(r.Was), Sentence: r.Sentence, Object: b.object, Count: b.count, Page: b.page, Detail: b.detail, Image: b.image, OfFile: b.file})
			}
		}
	}
	return out
}
