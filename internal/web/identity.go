package web

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// identity are the keys that say whose report it is, what it is about and who signs it,
// for each kind.
var identity = map[string][]string{
	"evaluation": {"program", "agency", "layout.logo", "document", "signatories", "legal_basis", "sections.recommendations", "sections.follow_up", "method"},
	"article":    {"authors", "journal", "method", "layout.logo"},
}

// Part is a key of the study file with what stands there: a value, keys of its own, or a
// list. What it may hold follows from study.Format.
type Part struct {
	Key      string       `json:"key"` // the path without the numbers of entries, by which the page names it
	Path     string       `json:"path"`
	Type     string       `json:"type"` // text, number, keys or list
	Required bool         `json:"required,omitempty"`
	Doc      string       `json:"doc"`             // what it is, in English
	Fields   []Field      `json:"fields"`          // of a text or number
	Parts    []Part       `json:"parts"`           // of keys, or the entries of a list
	Entry    *Part        `json:"entry,omitempty"` // of a list: the next one, still empty
	First    []study.Edit `json:"first,omitempty"` // as in Field
}

// parts are the keys that the form of a kind of report asks for.
func parts(kind string, text []byte, languages []lang.Tag) []Part {
	var doc yaml.Node
	_ = yaml.Unmarshal(text, &doc) // a file that is no YAML has its error
	var root *yaml.Node
	if len(doc.Content) > 0 {
		root = doc.Content[0]
	}
	out := []Part{}
	for _, path := range identity[kind] {
		spec, n := study.KeySpec{Spec: study.Format()}, root
		for _, name := range strings.Split(path, ".") {
			spec, n = keyOf(spec.Spec, name), valueOf(n, name)
		}
		out = append(out, part(spec, Part{Key: path, Path: path}, n, languages))
	}
	return out
}

func keyOf(s *study.Spec, name string) study.KeySpec {
	return s.Keys[slices.IndexFunc(s.Keys, func(k study.KeySpec) bool { return k.Name == name })]
}

// valueOf is the value of a key, nil without one.
func valueOf(n *yaml.Node, name string) *yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			return resolved(n.Content[i+1])
		}
	}
	return nil
}

// resolved is what a node stands for, nil for an empty value.
func resolved(n *yaml.Node) *yaml.Node {
	for n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.ShortTag() == "!!null" {
		return nil
	}
	return n
}

// part completes what stands at a place of the file.
func part(key study.KeySpec, p Part, n *yaml.Node, languages []lang.Tag) Part {
	p.Required, p.Doc, p.Fields, p.Parts = key.Required, key.Doc, []Field{}, []Part{}
	forms := key.Spec.Forms
	if forms == nil {
		forms = []*study.Spec{key.Spec}
	}
	short := n != nil && n.Kind == yaml.ScalarNode
	for _, f := range forms {
		switch {
		case f.Items != nil:
			p.Type = "list"
			p.entries(f.Items, n, languages)
			return p
		case f.Type == "object" && !perLanguage(f):
			p.Type = "keys"
			if short {
				p.First = append(slices.Clone(p.First), study.Edit{Path: p.Path, Value: map[string]any{shortFor(f): n.Value}})
				n = &yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{{Kind: yaml.ScalarNode, Value: shortFor(f)}, n}}
			}
			for _, k := range f.Keys {
				p.Parts = append(p.Parts, part(k, Part{Key: p.Key + "." + k.Name, Path: p.Path + "." + k.Name, First: p.First}, valueOf(n, k.Name), languages))
			}
			return p
		case f.Type == "object":
			p.Type = "text"
			p.Fields = textFields(p.Path, n, languages, p.First)
			return p
		}
	}
	p.Type = "text"
	if t := forms[0].Type; t == "integer" || t == "number" {
		p.Type = "number"
	}
	f := Field{Path: p.Path, First: p.First}
	if short {
		f.Value = n.Value
	}
	p.Fields = []Field{f}
	return p
}

// entries are those of a list, which may be written as its only one.
func (p *Part) entries(item *study.Spec, n *yaml.Node, languages []lang.Tag) {
	var nodes []*yaml.Node
	switch {
	case n == nil:
	case n.Kind == yaml.SequenceNode:
		nodes = n.Content
	default:
		nodes = []*yaml.Node{n}
		var only any
		_ = n.Decode(&only)
		p.First = append(slices.Clone(p.First), study.Edit{Path: p.Path, Value: []any{only}})
	}
	entry := func(i int, n *yaml.Node) Part {
		return part(study.KeySpec{Spec: item}, Part{Key: p.Key, Path: fmt.Sprintf("%s[%d]", p.Path, i), First: p.First}, n, languages)
	}
	for i, n := range nodes {
		p.Parts = append(p.Parts, entry(i, resolved(n)))
	}
	next := entry(len(nodes), nil)
	p.Entry = &next
}

// perLanguage reports a text that may be given for each language.
func perLanguage(s *study.Spec) bool {
	return len(s.Keys) > 0 && !slices.ContainsFunc(s.Keys, func(k study.KeySpec) bool { return !slices.Contains(lang.Names(), k.Name) })
}

// shortFor is the key that a value alone stands for.
func shortFor(s *study.Spec) string {
	if slices.ContainsFunc(s.Keys, func(k study.KeySpec) bool { return k.Name == "name" }) {
		return "name"
	}
	return s.Keys[0].Name
}

// textFields are the fields of a text as the file has it.
func textFields(path string, n *yaml.Node, languages []lang.Tag, first []study.Edit) []Field {
	t, keyed := lang.Text{}, n != nil && n.Kind == yaml.MappingNode
	for _, l := range languages {
		switch v := valueOf(n, string(l)); {
		case v != nil:
			t[l] = v.Value
		case n != nil && n.Kind == yaml.ScalarNode:
			t[l] = n.Value
		}
	}
	return inLanguages(path, t, keyed, languages, first)
}

// inLanguages are the fields of a text: one, or one for each language of the report. A
// plain text, which is not keyed by languages, is the same in all until one is changed.
func inLanguages(path string, t lang.Text, keyed bool, languages []lang.Tag, first []study.Edit) (out []Field) {
	if len(languages) < 2 && !keyed {
		return []Field{{Path: path, Value: t[languages[0]], First: first}}
	}
	if !keyed && t[languages[0]] != "" {
		each := map[string]any{}
		for _, l := range languages {
			each[string(l)] = t[l]
		}
		first = append(slices.Clone(first), study.Edit{Path: path, Value: each})
	}
	for _, l := range languages {
		out = append(out, Field{Path: path + "." + string(l), Lang: l, Value: t[l], First: first})
	}
	return out
}
