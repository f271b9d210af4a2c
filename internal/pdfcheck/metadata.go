package pdfcheck

import (
	"slices"
	"strconv"
	"strings"

	"wogreport/internal/pdfcheck/cos"
	"wogreport/internal/pdfcheck/xmp"
)

// packetFacts is a packet of metadata as rules see it.
type packetFacts struct {
	*xmp.Packet
	err      error
	main     bool
	idPDFA   bool // it has the identification of PDF/A
	idPDFUA  bool
	hasTitle bool
}

// identification is what a file says of PDF/A or PDF/UA.
type identification struct {
	part, conformance string
	prefixes          map[string]string // by property
	want              Profile
}

// prefixed reports whether a property has a prefix, if it is there.
func (x *identification) prefixed(property, prefix string) bool {
	p, ok := x.prefixes[property]
	return !ok || p == prefix
}

// property is a property of metadata with the type that it has to have.
type property struct {
	*xmp.Node
	defined, fits bool
}

func (p *property) detail() string { return p.Prefix + ":" + p.Name }

// langAlt is a text in several languages.
type langAlt struct {
	*document
	onlyDefault bool
}

// walkMetadata walks the catalog's metadata.
func (c *checker) walkMetadata() {
	if c.meta == nil {
		return
	}
	n := c.meta.Number
	c.walk.metadata[n] = true
	x := &packetFacts{Packet: c.packet, err: c.metaErr, main: true}
	if x.Packet == nil {
		x.Packet = &xmp.Packet{}
	}
	list := x.Properties
	ua, archive := identify(list, xmp.NSPDFUAID), identify(list, xmp.NSPDFAID)
	x.idPDFA, x.idPDFUA = archive != nil, ua != nil
	title := xmp.Find(list, "http://purl.org/dc/elements/1.1/", "title")
	x.hasTitle = title != nil && (title.Kind == xmp.Simple || len(title.Children) > 0)
	c.visit("XMPPackage", x, n)
	if x.err != nil {
		return
	}
	c.visit("MainXMPPackage", x, n)
	if ua != nil {
		c.visit("PDFUAIdentification", ua, n)
	}
	if archive != nil {
		archive.want = c.archive()
		c.visit("PDFAIdentification", archive, n)
	}
	c.properties(x, n)
}

// identify reads the properties of an identification schema; nil for none.
func identify(list []*xmp.Node, ns string) *identification {
	var x *identification
	for _, p := range list {
		if p.NS != ns {
			continue
		}
		if x == nil {
			x = &identification{prefixes: map[string]string{}}
		}
		x.prefixes[p.Name] = p.Prefix
		switch p.Name {
		case "part":
			x.part = p.Value
		case "conformance":
			x.conformance = p.Value
		}
	}
	return x
}

// otherMetadata shows the metadata of something else than the document.
func (c *checker) otherMetadata(s *cos.Stream) {
	if c.meta != nil && s.Number == c.meta.Number || c.walk.metadata[s.Number] || !c.wants("XMPPackage") {
		return
	}
	c.walk.metadata[s.Number] = true
	data, err := s.Data()
	p := &xmp.Packet{}
	if err == nil {
		p, err = xmp.Parse(data)
	}
	x := &packetFacts{Packet: p, err: err}
	c.visit("XMPPackage", x, s.Number)
	if err == nil {
		c.properties(x, s.Number)
	}
}

// properties shows the properties of a packet.
func (c *checker) properties(x *packetFacts, n int) {
	if x.main {
		var walk func(list []*xmp.Node)
		walk = func(list []*xmp.Node) {
			for _, p := range list {
				if p.Kind == xmp.Alt && slices.ContainsFunc(p.Children, func(i *xmp.Node) bool { return i.Lang != "" }) {
					c.visit("XMPLangAlt", &langAlt{c.document, len(p.Children) == 1 && p.Children[0].Lang == "x-default"}, n)
				}
				walk(p.Children)
			}
		}
		walk(x.Properties)
	}
	if !c.wants("XMPProperty") {
		return
	}
	container := x.Extension()
	known := []xmp.Schemas{xmp.Declared(container)} // what is declared nearest holds
	if !x.main && c.packet != nil {
		known = append(known, xmp.Declared(c.packet.Extension()))
	}
	known = append(known, xmp.Predefined())
	for _, p := range x.Properties {
		if p == container {
			continue
		}
		y := &property{Node: p}
		for _, s := range known {
			if y.fits, y.defined = s.Fits(p); y.defined {
				break
			}
		}
		c.visit("XMPProperty", y, n)
	}
	if container != nil {
		c.extension(container, n)
	}
}

// schemaPart is a part of an extension schema: a schema, or a property, a type or
// a field of it.
type schemaPart struct {
	*xmp.Node
	types  *xmp.Types
	ns     string
	prefix string
	fields []string // that it may have
}

// extra reports whether there is a field that isn't defined.
func (x *schemaPart) extra() bool {
	return slices.ContainsFunc(x.Children, func(n *xmp.Node) bool { return n.NS != x.ns || !contains(x.fields, n.Name) })
}

// field reports whether a field is there, is of a type, and has its prefix.
func (x *schemaPart) field(name, of string) bool {
	n := xmp.Find(x.Children, x.ns, name)
	return n != nil && x.types.Fits(n, of) && n.Prefix == x.prefix
}

// sequence reports whether a field, if it is there, is a sequence with its prefix.
func (x *schemaPart) sequence(name string) bool {
	n := xmp.Find(x.Children, x.ns, name)
	return n == nil || n.Kind == xmp.Seq && n.Prefix == x.prefix
}

func (x *schemaPart) value(name string) string {
	if n := xmp.Find(x.Children, x.ns, name); n != nil {
		return n.Value
	}
	return ""
}

// fields of the parts of an extension schema (ISO 19005-2, 6.6.2.3.3).
var (
	schemaFields   = strings.Fields("schema namespaceURI prefix property valueType")
	propertyFields = strings.Fields("name valueType category description")
	typeFields     = strings.Fields("type namespaceURI prefix description field")
	fieldFields    = strings.Fields("name valueType description")
)

// extension shows the container of extension schemas and its parts.
func (c *checker) extension(container *xmp.Node, n int) {
	c.visit("ExtensionSchemasContainer", container, n)
	show := func(class string, x *schemaPart) {
		c.visit("ExtensionSchemaObject", x, n)
		c.visit(class, x, n)
	}
	kids := func(x *schemaPart, name string) []*xmp.Node {
		if f := xmp.Find(x.Children, x.ns, name); f != nil && f.Kind >= xmp.Bag {
			return f.Children
		}
		return nil
	}
	for _, s := range container.Children {
		types := xmp.TypesOf(s)
		schema := &schemaPart{s, types, xmp.NSSchema, "pdfaSchema", schemaFields}
		show("ExtensionSchemaDefinition", schema)
		for _, p := range kids(schema, "property") {
			show("ExtensionSchemaProperty", &schemaPart{p, types, xmp.NSProperty, "pdfaProperty", propertyFields})
		}
		for _, v := range kids(schema, "valueType") {
			of := &schemaPart{v, types, xmp.NSType, "pdfaType", typeFields}
			show("ExtensionSchemaValueType", of)
			for _, f := range kids(of, "field") {
				show("ExtensionSchemaField", &schemaPart{f, types, xmp.NSField, "pdfaField", fieldFields})
			}
		}
	}
}

// whole is a whole number that a property gives, 0 for none.
func whole(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil {
		return 0
	}
	return n
}
