// Package xmp reads XMP packets (XMP Specification, September 2005) and knows the
// predefined properties, their types, and the schemas by which PDF/A declares more.
package xmp

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
)

// Kind is what a node's value is.
type Kind int

// The kinds of values.
const (
	Simple Kind = iota
	Struct
	Bag
	Seq
	Alt
)

// Node is a property, a field or an item.
type Node struct {
	NS, Prefix, Name string
	Kind             Kind
	Value            string
	Lang             string
	Children         []*Node
}

// Packet is an XMP packet.
type Packet struct {
	Properties []*Node
	Encoding   string // of its bytes
	HasBytes   bool   // its header has the attribute bytes
	HasEnc     bool   // its header has the attribute encoding
}

const (
	nsRDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsXML = "http://www.w3.org/XML/1998/namespace"
	nsX   = "adobe:ns:meta/"
)

// Bounds of what is read.
const (
	mostNodes = 200000
	deepest   = 100
)

// element is an element of the XML.
type element struct {
	ns, prefix, name string
	attrs            []attribute
	children         []*element
	text             string
	read             []byte // of the text, while the element is open
}

// scope is which prefixes an element declares, within another's.
type scope struct {
	around *scope
	spaces map[string]string
}

func (s *scope) find(prefix string) (ns string, ok bool) {
	for ; s != nil; s = s.around {
		if ns, ok := s.spaces[prefix]; ok {
			return ns, true
		}
	}
	return "", false
}

type attribute struct{ ns, prefix, name, value string }

func (e *element) attr(ns, name string) (string, bool) {
	for _, a := range e.attrs {
		if a.ns == ns && a.name == name {
			return a.value, true
		}
	}
	return "", false
}

// Parse reads a packet. With an error, the packet tells what of it could be read.
func Parse(b []byte) (*Packet, error) {
	p := &Packet{}
	b, p.Encoding = toUTF8(b)
	b = bytes.Trim(b, "\x00 \t\r\n")
	root, err := p.tree(b)
	if err != nil {
		return p, err
	}
	rdf := find(root, 0)
	if rdf == nil {
		return p, errors.New("there is no rdf:RDF")
	}
	for _, d := range rdf.children {
		if d.ns != nsRDF || d.name != "Description" {
			return p, fmt.Errorf("%s is no rdf:Description", d.name)
		}
		nodes, err := fields(d, true)
		if err != nil {
			return p, err
		}
		p.Properties = append(p.Properties, nodes...)
	}
	return p, unique(p.Properties)
}

func find(e *element, depth int) *element {
	if e.ns == nsRDF && e.name == "RDF" {
		return e
	}
	if depth > deepest {
		return nil
	}
	for _, c := range e.children {
		if r := find(c, depth+1); r != nil {
			return r
		}
	}
	return nil
}

// toUTF8 tells the encoding of XML by its first bytes.
func toUTF8(b []byte) ([]byte, string) {
	wide := func(b []byte, size int, big bool) []byte {
		var units []uint16
		var out []rune
		for ; len(b) >= size; b = b[size:] {
			v := uint32(0)
			for i := range size {
				k := i
				if !big {
					k = size - 1 - i
				}
				v = v<<8 | uint32(b[k])
			}
			if size == 4 {
				out = append(out, rune(v))
			} else {
				units = append(units, uint16(v))
			}
		}
		if size == 2 {
			out = utf16.Decode(units)
		}
		return []byte(strings.TrimPrefix(string(out), "\ufeff"))
	}
	has := func(s string) bool { return bytes.HasPrefix(b, []byte(s)) }
	switch {
	case has("\xef\xbb\xbf"):
		return b[3:], "UTF-8"
	case has("\x00\x00\xfe\xff"), has("\x00\x00\x00<"):
		return wide(b, 4, true), "UTF-32BE"
	case has("\xff\xfe\x00\x00"), has("<\x00\x00\x00"):
		return wide(b, 4, false), "UTF-32LE"
	case has("\xfe\xff"), has("\x00<"):
		return wide(b, 2, true), "UTF-16BE"
	case has("\xff\xfe"), has("<\x00"):
		return wide(b, 2, false), "UTF-16LE"
	}
	return b, "UTF-8"
}

// tree reads the XML into elements, with namespaces resolved and prefixes kept.
func (p *Packet) tree(b []byte) (*element, error) {
	d := xml.NewDecoder(bytes.NewReader(b))
	d.CharsetReader = func(name string, r io.Reader) (io.Reader, error) {
		switch {
		case p.Encoding != "UTF-8": // it was decoded
			return r, nil
		case strings.EqualFold(name, "iso-8859-1"), strings.EqualFold(name, "us-ascii"):
			b, err := io.ReadAll(r)
			out := make([]rune, len(b))
			for i, c := range b {
				out[i] = rune(c)
			}
			return strings.NewReader(string(out)), err
		}
		return nil, errors.New("the encoding is unknown")
	}
	root := &element{}
	stack := []*element{root}
	scopes := []*scope{{spaces: map[string]string{"xml": nsXML}}}
	for count := 0; ; count++ {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if count > mostNodes || len(stack) > deepest {
			return nil, errors.New("there is too much of it")
		}
		top := stack[len(stack)-1]
		switch t := t.(type) {
		case xml.ProcInst:
			if t.Target == "xpacket" {
				p.header(string(t.Inst))
			}
		case xml.CharData:
			top.read = append(top.read, t...)
			if len(stack) == 1 && len(bytes.TrimSpace(t)) > 0 {
				return nil, errors.New("there is text outside the elements")
			}
		case xml.StartElement:
			e, own, err := open(t, scopes[len(scopes)-1])
			if err != nil {
				return nil, err
			}
			top.children = append(top.children, e)
			stack = append(stack, e)
			scopes = append(scopes, own)
		case xml.EndElement:
			if len(stack) == 1 || top.prefix != t.Name.Space || top.name != t.Name.Local {
				return nil, fmt.Errorf("</%s> ends what isn't open", t.Name.Local)
			}
			top.text, top.read = string(top.read), nil
			stack, scopes = stack[:len(stack)-1], scopes[:len(scopes)-1]
		}
	}
	if len(stack) > 1 {
		return nil, fmt.Errorf("<%s> isn't closed", stack[len(stack)-1].name)
	}
	return root, nil
}

func (p *Packet) header(inst string) {
	if strings.Contains(inst, "end=") || p.HasBytes || p.HasEnc {
		return
	}
	has := func(name string) bool {
		_, rest, ok := strings.Cut(inst, name)
		rest = strings.TrimSpace(rest)
		return ok && strings.HasPrefix(rest, "=")
	}
	p.HasBytes, p.HasEnc = has("bytes"), has("encoding")
}

// open resolves the names of an element.
func open(t xml.StartElement, around *scope) (*element, *scope, error) {
	in := around
	for _, a := range t.Attr {
		prefix, is := a.Name.Local, a.Name.Space == "xmlns"
		if a.Name.Space == "" && a.Name.Local == "xmlns" {
			prefix, is = "", true
		}
		if !is {
			continue
		}
		if in == around {
			in = &scope{around, map[string]string{}}
		}
		in.spaces[prefix] = a.Value
	}
	e := &element{prefix: t.Name.Space, name: t.Name.Local}
	ns, ok := in.find(e.prefix)
	if !ok && e.prefix != "" {
		return nil, nil, fmt.Errorf("the prefix %s isn't declared", e.prefix)
	}
	e.ns = ns
	for _, a := range t.Attr {
		if a.Name.Space == "xmlns" || a.Name.Space == "" && a.Name.Local == "xmlns" {
			continue
		}
		x := attribute{prefix: a.Name.Space, name: a.Name.Local, value: a.Value}
		if x.prefix != "" {
			if x.ns, ok = in.find(x.prefix); !ok {
				return nil, nil, fmt.Errorf("the prefix %s isn't declared", x.prefix)
			}
		}
		e.attrs = append(e.attrs, x)
	}
	return e, in, nil
}

// Find is the property or field of a name, or nil.
func Find(list []*Node, ns, name string) *Node {
	for _, n := range list {
		if n.NS == ns && n.Name == name {
			return n
		}
	}
	return nil
}
