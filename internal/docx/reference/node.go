package reference

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"wogreport/internal/archive"
)

// Node is an element of a template that was taken over, or a text (with no name). Prefix
// is that of its namespace in what is written: "w", "a", …
type Node struct {
	Prefix, Name string
	Attr         []Attr
	Children     []*Node
	Text         string
	Property     string // of a text that a field shows: the property of the document, "TITLE"
	Part         string // of a picture: the name of its part
}

// Attr is an attribute; Prefix is "" for one without a namespace.
type Attr struct{ Prefix, Name, Value string }

// The namespaces that are known, by the prefixes that they get.
var prefixes = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":           "w",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":    "r",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                  "a",
	"http://schemas.openxmlformats.org/drawingml/2006/picture":               "pic",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":            "mc",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingShape":      "wps",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup":      "wpg",
	"http://schemas.openxmlformats.org/package/2006/relationships":           "rel",
	"http://schemas.openxmlformats.org/package/2006/content-types":           "ct",
	"http://www.w3.org/XML/1998/namespace":                                   "xml",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                       "strict",
}

// maxNodes bounds the elements of a part that is kept as a tree.
const maxNodes = 200_000

// Is reports whether a node is an element of WordprocessingML with a name.
func (n *Node) Is(name string) bool { return n != nil && n.Prefix == "w" && n.Name == name }

// First is the first child of a name, nil for none, also of nil.
func (n *Node) First(name string) *Node {
	if n == nil {
		return nil
	}
	for _, c := range n.Children {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// Value is an attribute, "" for none, also of nil.
func (n *Node) Value(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attr {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// Val is the value of a child, "" for none.
func (n *Node) Val(name string) string { return n.First(name).Value("val") }

// On is a child that is there and does not say that it is off.
func (n *Node) On(name string) bool {
	c := n.First(name)
	return c != nil && on(c.Value("val"))
}

func on(val string) bool { return val != "0" && val != "false" && val != "off" }

// Walk visits a node and all in it.
func (n *Node) Walk(visit func(*Node)) {
	visit(n)
	for _, c := range n.Children {
		c.Walk(visit)
	}
}

// scanner reads XML that others have made: no document types, no entities of its own, no
// more elements within each other than the bounds allow.
type scanner struct {
	d       *xml.Decoder
	depth   int
	deepest int
	nodes   int
}

func newScanner(r io.Reader, deepest int) *scanner {
	return &scanner{d: xml.NewDecoder(r), deepest: deepest}
}

// next is the next token; io.EOF ends a document that is whole.
func (s *scanner) next() (xml.Token, error) {
	t, err := s.d.Token()
	if err != nil {
		var syntax *xml.SyntaxError
		if errors.As(err, &syntax) {
			return nil, fmt.Errorf("it is not XML: line %d: %s", syntax.Line, syntax.Msg)
		}
		return nil, err
	}
	switch t.(type) {
	case xml.StartElement:
		if s.depth++; s.depth > s.deepest {
			return nil, archive.OverBudget(fmt.Sprintf("more than %d elements of the template stand within each other", s.deepest))
		}
	case xml.EndElement:
		s.depth--
	case xml.Directive:
		return nil, errors.New("it has a document type (<!DOCTYPE), which no Word file has")
	}
	return t, nil
}

// tree is the element that has begun, with all in it, but for attributes of namespaces that
// are not known.
func (s *scanner) tree(start xml.StartElement) (*Node, error) {
	if s.nodes++; s.nodes > maxNodes {
		return nil, archive.OverBudget(fmt.Sprintf("a part of the template has more than %d elements", maxNodes))
	}
	n := &Node{Prefix: prefixOf(start.Name.Space), Name: start.Name.Local}
	if !named(n.Name) {
		n.Prefix = "?"
	}
	for _, a := range start.Attr {
		if a.Name.Space == "xmlns" || a.Name.Local == "xmlns" || !named(a.Name.Local) {
			continue
		}
		p := ""
		if a.Name.Space != "" {
			p = prefixOf(a.Name.Space)
		}
		// Two prefixes may stand for one namespace, and encoding/xml lets a name stand twice.
		twice := slices.ContainsFunc(n.Attr, func(b Attr) bool { return b.Prefix == p && b.Name == a.Name.Local })
		if p != "?" && !twice {
			n.Attr = append(n.Attr, Attr{p, a.Name.Local, a.Value})
		}
	}
	var text bytes.Buffer
	flush := func() {
		if text.Len() > 0 {
			n.Children = append(n.Children, &Node{Text: text.String()})
			text.Reset()
		}
	}
	for {
		t, err := s.next()
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			flush()
			c, err := s.tree(t)
			if err != nil {
				return nil, err
			}
			n.Children = append(n.Children, c)
		case xml.CharData:
			if texts[n.Name] {
				text.Write(t)
			}
		case xml.EndElement:
			flush()
			return n, nil
		}
	}
}

// texts are the elements whose text is kept: elsewhere there are only blanks.
var texts = map[string]bool{"t": true, "instrText": true, "posOffset": true, "align": true}

// named reports whether a name without its prefix is one that the format may have: encoding/xml
// takes more, which Word refuses, as "8x" or ":x".
func named(name string) bool {
	for i, r := range name {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_'
		if !letter && (i == 0 || r != '-' && r != '.' && (r < '0' || r > '9')) {
			return false
		}
	}
	return name != ""
}

// prefixOf is the prefix of a namespace; "?" for one that is not known.
func prefixOf(space string) string {
	if p, ok := prefixes[space]; ok {
		return p
	}
	return "?"
}

// parse is a part as a tree.
func parse(r io.Reader, deepest int) (*Node, error) {
	s := newScanner(r, deepest)
	var root *Node
	for {
		t, err := s.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if root != nil {
				return nil, errors.New("it is not XML: a second element stands after the first")
			}
			if root, err = s.tree(t); err != nil {
				return nil, err
			}
		case xml.CharData:
			if strings.TrimSpace(strings.TrimPrefix(string(t), "\uFEFF")) != "" {
				return nil, errors.New("it is not XML: a text stands outside its element")
			}
		}
	}
	if root == nil {
		return nil, errors.New("it is empty")
	}
	if root.Prefix == "strict" {
		return nil, errStrict
	}
	return root, nil
}

var errStrict = errors.New("it is in the strict variant of the format")
