package study

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"wogreport/internal/diag"
)

// Edit is one change of a study file, by the path of a key as diagnostics and
// Study.Pos have it ("constructs[0].items[2].reverse").
type Edit struct {
	Path  string `json:"path"`
	Value any    `json:"value,omitempty"` // a text, a number, a bool, a list or a map of them; nil deletes the key or entry
	To    string `json:"to,omitempty"`    // moves the entry at Path to the end of the list here, in place of setting a value
}

// Edited is the text of a study file after changes, one after the other. What
// they do not touch stays as it is, remarks included; a remark beside a value goes
// with it, since it tells where that came from. A key that is not there is added,
// and so is an entry behind the last of a list.
func Edited(data []byte, edits []Edit) ([]byte, error) {
	docs, err := documents(data)
	if err != nil {
		return nil, err
	}
	if len(docs) != 1 || len(docs[0].Content) == 0 || docs[0].Content[0].Kind != yaml.MappingNode {
		return nil, fmt.Errorf("the file holds no study")
	}
	root, before := docs[0].Content[0], data
	for _, e := range edits {
		if err := (editor{root}).edit(e); err != nil {
			return nil, fmt.Errorf("%s: %w", e.Path, err)
		}
	}
	var b bytes.Buffer
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode(docs[0]); err != nil {
		return nil, err
	}
	return parted(before, b.Bytes()), nil
}

// editor changes the nodes of a study file.
type editor struct{ root *yaml.Node }

func (ed editor) edit(e Edit) error {
	steps, err := pathSteps(e.Path)
	if err != nil {
		return err
	}
	last := len(steps) - 1
	parent := ed.root
	for i, s := range steps[:last] {
		if parent, err = ed.child(parent, s, steps[i+1]); err != nil {
			return err
		}
	}
	if e.To == "" {
		return ed.set(parent, steps[last], e.Value)
	}
	moved, err := ed.child(parent, steps[last], step{})
	if err != nil {
		return err
	}
	to, err := pathSteps(e.To)
	if err != nil {
		return err
	}
	list := ed.root
	for i, s := range to {
		next := step{index: 0}
		if i+1 < len(to) {
			next = to[i+1]
		}
		if list, err = ed.child(list, s, next); err != nil {
			return err
		}
	}
	if list.Kind != yaml.SequenceNode {
		return fmt.Errorf("%s is no list", e.To)
	}
	list.Content = append(list.Content, moved)
	return ed.set(parent, steps[last], nil)
}

// step is one part of a path: a key, or without one the index of an entry.
type step struct {
	key   string
	index int
}

func pathSteps(path string) (out []step, err error) {
	for _, part := range strings.Split(path, ".") {
		key, rest, indexed := strings.Cut(part, "[")
		if key == "" {
			return nil, fmt.Errorf("not the path of a key")
		}
		out = append(out, step{key: key})
		for indexed {
			var number string
			var ok bool
			if number, rest, ok = strings.Cut(rest, "]"); !ok {
				return nil, fmt.Errorf("not the path of a key")
			}
			i, err := strconv.Atoi(number)
			if err != nil || i < 0 {
				return nil, fmt.Errorf("not the path of a key")
			}
			out = append(out, step{index: i})
			if _, rest, indexed = strings.Cut(rest, "["); rest == "" {
				break
			}
		}
	}
	return out, nil
}

// child is the value under a step. One that is missing is made, of the kind that
// the next step asks for.
func (ed editor) child(n *yaml.Node, s, next step) (*yaml.Node, error) {
	v, err := valueAt(n, s)
	if n == ed.root && s.key == "responses" && next.key != "" && v != nil && v.Kind == yaml.ScalarNode && !isNull(v) { // the name of a file alone
		name := *v
		*v = yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{{Kind: yaml.ScalarNode, Tag: "!!str", Value: "file"}, &name}}
	}
	if err != nil || v != nil && !isNull(v) {
		return v, err
	}
	made := yaml.Node{Kind: yaml.MappingNode}
	if next.key == "" {
		made.Kind = yaml.SequenceNode
	}
	if v != nil { // a key without a value
		*v = made
		return v, nil
	}
	return &made, ed.put(n, s, &made)
}

// valueAt is the value under a step, nil where there is none.
func valueAt(n *yaml.Node, s step) (*yaml.Node, error) {
	switch {
	case s.key == "" && n.Kind == yaml.SequenceNode:
		if s.index < len(n.Content) {
			return resolve(n.Content[s.index]), nil
		}
		return nil, nil
	case s.key != "" && n.Kind == yaml.MappingNode:
		if v := valueOf(n, s.key); v != nil {
			return resolve(v), nil
		}
		return nil, nil
	}
	return nil, fmt.Errorf("the file has something else here")
}

// set gives a step a value, or takes it away.
func (ed editor) set(n *yaml.Node, s step, value any) error {
	old, err := valueAt(n, s)
	switch {
	case err != nil:
		return err
	case value == nil && old == nil:
		return nil
	case value == nil:
		remove(n, s)
		return nil
	}
	var v yaml.Node
	if err := v.Encode(value); err != nil {
		return err
	}
	if old == nil {
		return ed.put(n, s, &v)
	}
	if old.Kind == yaml.ScalarNode && v.Kind == yaml.ScalarNode {
		if old.Value == v.Value && old.ShortTag() == v.ShortTag() {
			return nil
		}
		v.HeadComment, v.FootComment = old.HeadComment, old.FootComment
	}
	*old = v
	return nil
}

func (ed editor) put(n *yaml.Node, s step, v *yaml.Node) error {
	switch {
	case s.key != "":
		at := len(n.Content)
		if n == ed.root {
			at = placeFor(n, s.key)
		}
		n.Content = slices.Insert(n.Content, at, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s.key}, v)
	case s.index == len(n.Content):
		n.Content = append(n.Content, v)
	default:
		return fmt.Errorf("the list has %d entries", len(n.Content))
	}
	return nil
}

// placeFor is where a new key of the file itself goes: behind the last of those that
// Format has before it, or else at the end.
func placeFor(root *yaml.Node, key string) int {
	names := Format().names()
	before := names[:max(0, slices.Index(names, key))]
	for i := len(root.Content) - 2; i >= 0; i -= 2 {
		if slices.Contains(before, root.Content[i].Value) {
			return i + 2
		}
	}
	return len(root.Content)
}

func remove(n *yaml.Node, s step) {
	if s.key == "" {
		n.Content = slices.Delete(n.Content, s.index, s.index+1)
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == s.key {
			n.Content = slices.Delete(n.Content, i, i+2)
			return
		}
	}
}

// parted puts a blank line before the keys of a study file that had one before
// them, which the encoder drops.
func parted(before, after []byte) []byte {
	apart := map[string]bool{}
	eachKey(before, func(lines []string, first, at int) {
		apart[topKey(lines[at])] = first > 0 && strings.TrimSpace(lines[first-1]) == ""
	})
	blank := map[int]bool{}
	eachKey(after, func(lines []string, first, at int) {
		if apart[topKey(lines[at])] && first > 0 && strings.TrimSpace(lines[first-1]) != "" {
			blank[first] = true
		}
	})
	var b strings.Builder
	for i, line := range strings.SplitAfter(string(after), "\n") {
		if blank[i] {
			b.WriteByte('\n')
		}
		b.WriteString(line)
	}
	return []byte(b.String())
}

// eachKey visits the lines with a key of the file itself, and the first of the
// remarks over it.
func eachKey(data []byte, visit func(lines []string, first, at int)) {
	lines := strings.Split(string(data), "\n")
	for at, line := range lines {
		if topKey(line) == "" {
			continue
		}
		first := at
		for first > 0 && strings.HasPrefix(lines[first-1], "#") {
			first--
		}
		visit(lines, first, at)
	}
}

// topKey is the key that a line begins with, "" for none.
func topKey(line string) string {
	key, _, ok := strings.Cut(line, ":")
	if !ok || key == "" || key[0] == '-' || key[0] == '#' || strings.ContainsAny(key, " \"'") {
		return ""
	}
	return key
}

// Paths are the paths of keys and entries by the places where they and their values
// stand, as a diagnostic has them; of several at one place the shortest. A text that
// is no YAML has none.
func Paths(file string, data []byte) map[diag.Pos]string {
	out := map[diag.Pos]string{}
	docs, err := documents(data)
	if err != nil || len(docs) == 0 || len(docs[0].Content) == 0 {
		return out
	}
	add := func(n *yaml.Node, path string) {
		at := diag.Pos{File: file, Line: n.Line, Col: n.Column}
		if known, ok := out[at]; !ok || len(path) < len(known) {
			out[at] = path
		}
	}
	var walk func(n *yaml.Node, path string)
	walk = func(n *yaml.Node, path string) {
		for i, c := range n.Content {
			switch own := fmt.Sprintf("%s[%d]", path, i); {
			case n.Kind == yaml.SequenceNode:
				add(c, own)
				walk(c, own)
			case n.Kind == yaml.MappingNode && i%2 == 1:
				own = join(path, n.Content[i-1].Value)
				add(n.Content[i-1], own)
				if c.Kind != yaml.MappingNode || c.Style&yaml.FlowStyle != 0 { // else its first key stands there
					add(c, own)
				}
				walk(c, own)
			}
		}
	}
	walk(docs[0].Content[0], "")
	return out
}
