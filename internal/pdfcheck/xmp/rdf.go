package xmp

import (
	"errors"
	"fmt"
	"strings"
)

// unique reports a property that is there twice.
func unique(nodes []*Node) error {
	seen := map[[2]string]bool{}
	for _, n := range nodes {
		key := [2]string{n.NS, n.Name}
		if seen[key] {
			return fmt.Errorf("%s is there twice", n.Name)
		}
		seen[key] = true
	}
	return nil
}

// fields are the properties that an rdf:Description, or an element that stands for
// one, has as attributes and as elements.
func fields(e *element, top bool) ([]*Node, error) {
	var out []*Node
	for _, a := range e.attrs {
		if a.ns == nsRDF || a.ns == nsXML || a.ns == "" {
			continue
		}
		out = append(out, &Node{NS: a.ns, Prefix: a.prefix, Name: a.name, Value: a.value})
	}
	if strings.TrimSpace(e.text) != "" {
		return nil, errors.New("there is text between properties")
	}
	for _, c := range e.children {
		n, err := node(c)
		if err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	if !top {
		if err := unique(out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// node reads an element of a property.
func node(e *element) (*Node, error) {
	if e.ns == "" {
		return nil, fmt.Errorf("%s has no namespace", e.name)
	}
	n := &Node{NS: e.ns, Prefix: e.prefix, Name: e.name}
	n.Lang, _ = e.attr(nsXML, "lang")
	if _, ok := e.attr(nsRDF, "parseType"); ok {
		return n, n.structure(e)
	}
	switch len(e.children) {
	case 0:
		if v, ok := e.attr(nsRDF, "resource"); ok {
			n.Value = v
			return n, nil
		}
		own := 0
		for _, a := range e.attrs {
			if a.ns != nsRDF && a.ns != nsXML && a.ns != "" {
				own++
			}
		}
		if own > 0 {
			return n, n.structure(e)
		}
		n.Value = e.text
		return n, nil
	case 1:
	default:
		return nil, fmt.Errorf("%s holds more than one value", e.name)
	}
	if strings.TrimSpace(e.text) != "" {
		return nil, fmt.Errorf("%s holds text and an element", e.name)
	}
	c := e.children[0]
	if c.ns != nsRDF || c.name == "Description" {
		return n, n.structure(c)
	}
	switch c.name {
	case "Bag":
		n.Kind = Bag
	case "Seq":
		n.Kind = Seq
	case "Alt":
		n.Kind = Alt
	default:
		return nil, fmt.Errorf("rdf:%s is no value", c.name)
	}
	for _, li := range c.children {
		if li.ns != nsRDF || li.name != "li" {
			return nil, fmt.Errorf("%s is no rdf:li", li.name)
		}
		x, err := node(li)
		if err != nil {
			return nil, err
		}
		n.Children = append(n.Children, x)
	}
	return n, nil
}

// structure reads fields, or the value that rdf:value gives.
func (n *Node) structure(e *element) error {
	list, err := fields(e, false)
	if err != nil {
		return err
	}
	for _, c := range list {
		if c.NS == nsRDF && c.Name == "value" {
			n.Kind, n.Value, n.Children = c.Kind, c.Value, c.Children
			return nil
		}
	}
	n.Kind, n.Children = Struct, list
	return nil
}
