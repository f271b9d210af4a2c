package study

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"wogreport/internal/diag"
	"wogreport/internal/pattern"
)

// decoder walks the nodes of a study file. It never stops at a problem: what
// could not be understood is left at its default and reported.
type decoder struct {
	file        string
	pos         map[string]diag.Pos // of the keys and entries that are given
	wrong       map[string]bool     // the paths of those that could not be read whole
	texts       map[string]int      // the line where a text begins that stands under its key
	perLanguage []inLanguages       // the texts that are written for each language
	unordered   []unordered         // scales with points that have no number
	nodes       int                 // visited, aliases counted as often as they are used
	diag.List
}

// maxNodes bounds what aliases may expand to. A study with a thousand items
// in two languages has about 20,000 nodes.
const maxNodes = 100_000

func (d *decoder) at(n *yaml.Node) diag.Pos {
	return diag.Pos{File: d.file, Line: n.Line, Col: n.Column}
}

// noteText notes where the text of a key begins, if not in the key's line.
func (d *decoder) noteText(path string, key, value *yaml.Node) {
	line := value.Line
	if value.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		line++
	}
	if line == key.Line || value.Kind != yaml.ScalarNode {
		return
	}
	if d.texts == nil {
		d.texts = map[string]int{}
	}
	d.texts[path] = line
}

// spend counts n visited nodes and reports whether the file may go on.
func (d *decoder) spend(at *yaml.Node, n int) bool {
	before := d.nodes
	d.nodes += n
	if d.nodes > maxNodes && before <= maxNodes {
		d.Errorf(d.at(at), "too-large", "the aliases of this file expand to more than %d values", maxNodes)
	}
	return d.nodes <= maxNodes
}

// didYouMean adds the candidate that was probably meant to the last diagnostic.
func (d *decoder) didYouMean(got string, candidates []string) bool {
	s := diag.Suggest(got, candidates)
	if s != "" {
		d.Hintf("did you mean %q?", s)
	}
	return s != ""
}

// fromTo is a range of numbers as people write it.
var fromTo = pattern.New(`^\s*(-?\d+)\s*(?:-|–|—|\.\.|to|s/d|sampai)\s*(-?\d+)\s*$`)

// wrongType reports a value of another kind than the one wanted.
func (d *decoder) wrongType(n *yaml.Node, path, want string) bool {
	d.Errorf(d.at(n), "wrong-type", "%s must be %s, not %s", subject(path), want, kindOf(n))
	if n.Kind == yaml.ScalarNode && want == "a list" && n.Value != "" {
		entries := strings.FieldsFunc(n.Value, func(r rune) bool { return strings.ContainsRune(",;", r) })
		if m := fromTo.FindStringSubmatch(n.Value); m != nil {
			entries = m[1:]
		}
		for i := range entries {
			entries[i] = strings.TrimSpace(entries[i])
		}
		d.Hintf("write a list in brackets, its entries apart by commas: [%s]", excerpt(strings.Join(entries, ", ")))
	}
	if n.Kind == yaml.ScalarNode && strings.Contains(want, "{min, max}") {
		if m := fromTo.FindStringSubmatch(n.Value); m != nil {
			d.Hintf("write  {min: %s, max: %s}", m[1], m[2])
		}
	}
	if n.Kind == yaml.ScalarNode && strings.Contains(want, "number") {
		switch v := n.Value; {
		case looksNumeric(strings.Replace(v, ",", ".", 1)) && strings.Contains(v, ","):
			d.Hintf("write the decimal mark as a full stop: %s", strings.Replace(v, ",", ".", 1))
		case looksNumeric(v) && n.ShortTag() == "!!float":
			d.Hintf("write it without a decimal or thousands mark")
		case looksNumeric(v):
			d.Hintf("write %s without quotes", v)
		}
	}
	return false
}

// subject names the value at a path in a message.
func subject(path string) string {
	if path == "" {
		return "the study file"
	}
	name := path[strings.LastIndexByte(path, '.')+1:]
	if key, _, ok := strings.Cut(name, "["); ok {
		return fmt.Sprintf("an entry of %q", key)
	}
	return fmt.Sprintf("%q", name)
}

// kindOf names what a node is in a message.
func kindOf(n *yaml.Node) string {
	switch n.Kind {
	case yaml.SequenceNode:
		return "a list"
	case yaml.MappingNode:
		return "keys with values"
	}
	switch n.ShortTag() {
	case "!!int", "!!float":
		return "the number " + excerpt(n.Value)
	case "!!bool":
		return "the yes-or-no value " + excerpt(n.Value)
	case "!!null":
		return "an empty value"
	}
	return fmt.Sprintf("the text %q", excerpt(n.Value))
}

// excerpt keeps a message on its line.
func excerpt(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// resolve follows an alias to what it stands for.
func resolve(n *yaml.Node) *yaml.Node {
	for n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	return n
}

func isNull(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null"
}

// pair is one entry of a mapping.
type pair struct {
	name       string
	key, value *yaml.Node
}

// pairs lists the entries of a mapping in the order of the file, those of its
// merge keys after them where they are not given again.
func (d *decoder) pairs(n *yaml.Node) []pair {
	return d.merge(n, &keys{}, 0)
}

// maxMerges bounds merge keys that name each other, or themselves.
const maxMerges = 16

// keys are those of a mapping, for most of which a search costs less than a map.
type keys struct {
	nodes []*yaml.Node
	where map[string]*yaml.Node // once there are many
}

const manyKeys = 32

func (k *keys) find(name string) *yaml.Node {
	if k.where != nil {
		return k.where[name]
	}
	for _, n := range k.nodes {
		if n.Value == name {
			return n
		}
	}
	return nil
}

func (k *keys) add(n *yaml.Node) {
	k.nodes = append(k.nodes, n)
	switch {
	case k.where != nil:
		k.where[n.Value] = n
	case len(k.nodes) == manyKeys:
		k.where = map[string]*yaml.Node{}
		for _, n := range k.nodes {
			k.where[n.Value] = n
		}
	}
}

func (d *decoder) merge(n *yaml.Node, own *keys, depth int) []pair {
	if !d.spend(n, len(n.Content)) {
		return nil
	}
	out := make([]pair, 0, len(n.Content)/2)
	var merges []*yaml.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := resolve(n.Content[i]), resolve(n.Content[i+1])
		if k.Kind != yaml.ScalarNode {
			d.Errorf(d.at(k), "wrong-type", "a key must be a text, not %s", kindOf(k))
			continue
		}
		if k.ShortTag() == "!!merge" {
			merges = append(merges, v)
			continue
		}
		if first := own.find(k.Value); first != nil {
			if depth == 0 {
				d.Errorf(d.at(k), "duplicate-key", "the key %q is given twice", excerpt(k.Value))
				d.Hintf("it stands in line %d already", first.Line)
			}
			continue
		}
		own.add(k)
		out = append(out, pair{k.Value, k, v})
	}
	for _, m := range merges {
		from := []*yaml.Node{m}
		if m.Kind == yaml.SequenceNode {
			from = m.Content
		}
		for _, f := range from {
			switch f = resolve(f); {
			case f.Kind != yaml.MappingNode:
				d.Errorf(d.at(f), "wrong-type", "a merge key (<<) takes a mapping, not %s", kindOf(f))
			case depth == maxMerges:
				d.Errorf(d.at(f), "too-large", "merge keys (<<) are nested more than %d deep", maxMerges)
				return out
			default:
				out = append(out, d.merge(f, own, depth+1)...)
			}
		}
	}
	return out
}
