package xmp

// Schema is a namespace's properties and the types that they have.
type Schema struct {
	types      *Types
	properties map[string]string
}

// Schemas are schemas by namespace.
type Schemas map[string]*Schema

// Predefined are the schemas of the XMP Specification and of PDF/A.
func Predefined() Schemas { return schemas() }

// Type is the type of a property; ok is false for one that isn't defined.
func (s Schemas) Type(n *Node) (schema *Schema, name string, ok bool) {
	schema = s[n.NS]
	if schema == nil {
		return nil, "", false
	}
	name, ok = schema.properties[n.Name]
	return schema, name, ok
}

// Fits reports whether a property is of the type that the schemas define for it;
// ok is false where they define none.
func (s Schemas) Fits(n *Node) (fits, ok bool) {
	schema, name, ok := s.Type(n)
	return ok && schema.types.Fits(n, name), ok
}

// Namespaces of PDF/A's own schemas.
const (
	NSPDFAID    = "http://www.aiim.org/pdfa/ns/id/"
	NSPDFUAID   = "http://www.aiim.org/pdfua/ns/id/"
	NSExtension = "http://www.aiim.org/pdfa/ns/extension/"
	NSSchema    = "http://www.aiim.org/pdfa/ns/schema#"
	NSProperty  = "http://www.aiim.org/pdfa/ns/property#"
	NSType      = "http://www.aiim.org/pdfa/ns/type#"
	NSField     = "http://www.aiim.org/pdfa/ns/field#"
)

// Extension is the container of extension schemas, or nil.
func (p *Packet) Extension() *Node { return Find(p.Properties, NSExtension, "schemas") }

// Declared are the schemas that a container declares.
func Declared(container *Node) Schemas {
	out := Schemas{}
	if container == nil {
		return out
	}
	for _, s := range container.Children {
		ns, list := Find(s.Children, NSSchema, "namespaceURI"), Find(s.Children, NSSchema, "property")
		if ns == nil || list == nil || list.Kind < Bag {
			continue
		}
		schema := &Schema{types: TypesOf(s), properties: map[string]string{}}
		for _, p := range list.Children {
			name, of := Find(p.Children, NSProperty, "name"), Find(p.Children, NSProperty, "valueType")
			if name != nil && of != nil {
				schema.properties[name.Value] = of.Value
			}
		}
		out[ns.Value] = schema
	}
	return out
}

// TypesOf are the types that a schema of a container may use: its own, and the
// basic ones.
func TypesOf(schema *Node) *Types {
	t := &Types{structs: map[string]structure{}, around: basic()}
	list := Find(schema.Children, NSSchema, "valueType")
	if list == nil || list.Kind < Bag {
		return t
	}
	for _, v := range list.Children {
		name, ns := Find(v.Children, NSType, "type"), Find(v.Children, NSType, "namespaceURI")
		fields := Find(v.Children, NSType, "field")
		if name == nil || ns == nil || fields == nil || fields.Kind < Bag {
			continue
		}
		s := structure{ns: ns.Value, fields: map[string]string{}}
		for _, f := range fields.Children {
			name, of := Find(f.Children, NSField, "name"), Find(f.Children, NSField, "valueType")
			if name != nil && of != nil {
				s.fields[name.Value] = of.Value
			}
		}
		if len(s.fields) > 0 {
			t.structs[Type(name.Value)] = s
		}
	}
	return t
}
