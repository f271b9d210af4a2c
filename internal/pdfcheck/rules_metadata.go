package pdfcheck

import (
	"strings"

	"wogreport/internal/pdfcheck/xmp"
)

// metadataRules are about metadata and what they say of the file.
var metadataRules = []Rule{
	{UA: "5-1", Object: "MainXMPPackage", Sentence: "the metadata don't say that the file is PDF/UA", ok: on(func(x *packetFacts) bool { return x.idPDFUA })},
	{UA: "5-2", Object: "PDFUAIdentification", Sentence: "pdfuaid:part isn't 1", ok: on(func(x *identification) bool { return whole(x.part) == 1 })},
	{UA: "5-3", Object: "PDFUAIdentification", Sentence: "the prefix of pdfuaid:part is another", ok: prefixed("part", "pdfuaid")},
	{UA: "5-4", Object: "PDFUAIdentification", Sentence: "the prefix of pdfuaid:amd is another", ok: prefixed("amd", "pdfuaid")},
	{UA: "5-5", Object: "PDFUAIdentification", Sentence: "the prefix of pdfuaid:corr is another", ok: prefixed("corr", "pdfuaid")},
	{UA: "7.1-8", A: "6.6.2.1-1", Object: "PDDocument", Sentence: "the catalog has no metadata stream of type Metadata and subtype XML",
		ok: on(func(x *catalogFacts) bool { return x.metadata })},
	{UA: "7.1-9", Object: "MainXMPPackage", Sentence: "the metadata have no title (dc:title)", ok: on(func(x *packetFacts) bool { return x.hasTitle })},
	{A: "6.6.2.1-2", Object: "XMPPackage", Sentence: "the header of a metadata packet has the attribute bytes", ok: on(func(x *packetFacts) bool { return !x.HasBytes })},
	{A: "6.6.2.1-3", Object: "XMPPackage", Sentence: "the header of a metadata packet has the attribute encoding", ok: on(func(x *packetFacts) bool { return !x.HasEnc })},
	{A: "6.6.2.1-4", Object: "XMPPackage", Sentence: "metadata aren't well-formed XMP", ok: on(func(x *packetFacts) bool { return x.err == nil })},
	{A: "6.6.2.1-5", Object: "XMPPackage", Sentence: "metadata aren't in UTF-8", ok: on(func(x *packetFacts) bool { return x.Encoding == "UTF-8" || x.Encoding == "" })},
	{A: "6.6.2.3.1-1", Object: "XMPProperty", Sentence: "a property of metadata is neither predefined nor declared in an extension schema",
		ok: on(func(p *property) bool { return p.defined })},
	{A: "6.6.2.3.1-2", Object: "XMPProperty", Sentence: "a property of metadata isn't of its type",
		Limit: "values that are to be chosen from a closed list are only held to the list's type, as veraPDF holds them",
		ok:    on(func(p *property) bool { return !p.defined || p.fits })},
	{A: "6.6.4-1", Object: "MainXMPPackage", Sentence: "the metadata don't say that the file is PDF/A", ok: on(func(x *packetFacts) bool { return x.idPDFA })},
	{A: "6.6.4-2", Object: "PDFAIdentification", Sentence: "pdfaid:part isn't that of the profile",
		ok: on(func(x *identification) bool { return whole(x.part) == int(x.want[0]-'0') })},
	{A: "6.6.4-3", Object: "PDFAIdentification", Sentence: "pdfaid:conformance isn't that of the profile, or a higher one",
		ok: on(func(x *identification) bool {
			levels := map[byte]string{'a': "A", 'u': "UA", 'b': "BUA"}[x.want[1]]
			return len(x.conformance) == 1 && strings.Contains(levels, x.conformance)
		})},
	{A: "6.6.4-4", Object: "PDFAIdentification", Sentence: "the prefix of pdfaid:part is another", ok: prefixed("part", "pdfaid")},
	{A: "6.6.4-5", Object: "PDFAIdentification", Sentence: "the prefix of pdfaid:conformance is another", ok: prefixed("conformance", "pdfaid")},
	{A: "6.6.4-6", Object: "PDFAIdentification", Sentence: "the prefix of pdfaid:amd is another", ok: prefixed("amd", "pdfaid")},
	{A: "6.6.4-7", Object: "PDFAIdentification", Sentence: "the prefix of pdfaid:corr is another", ok: prefixed("corr", "pdfaid")},
}

// prefixed makes the function of a rule about the prefix of a property.
func prefixed(property, prefix string) func(any) bool {
	return on(func(x *identification) bool { return x.prefixed(property, prefix) })
}

// part makes the function of a rule that a part of an extension schema has a field
// of a type.
func part(name, of string) func(any) bool {
	return on(func(x *schemaPart) bool { return x.field(name, of) })
}

// typed makes the function of a rule that a part has a field that names a known type.
func typed(name string) func(any) bool {
	return on(func(x *schemaPart) bool { return x.field(name, "text") && x.types.Known(x.value(name)) })
}

func sequence(name string) func(any) bool {
	return on(func(x *schemaPart) bool { return x.sequence(name) })
}

// extensionRules are about extension schemas of metadata.
var extensionRules = []Rule{
	{A: "6.6.2.3.2-1", Object: "ExtensionSchemaObject", Sentence: "an extension schema has a field that isn't defined", ok: on(func(x *schemaPart) bool { return !x.extra() })},
	{A: "6.6.2.3.3-1", Object: "ExtensionSchemasContainer", Sentence: "the container of extension schemas isn't a Bag with the prefix pdfaExtension",
		ok: on(func(n *xmp.Node) bool { return n.Kind == xmp.Bag && n.Prefix == "pdfaExtension" })},
	{A: "6.6.2.3.3-2", Object: "ExtensionSchemaDefinition", Sentence: "pdfaSchema:schema of an extension schema is missing or no text", ok: part("schema", "text")},
	{A: "6.6.2.3.3-3", Object: "ExtensionSchemaDefinition", Sentence: "pdfaSchema:namespaceURI of an extension schema is missing or no URI", ok: part("namespaceURI", "uri")},
	{A: "6.6.2.3.3-4", Object: "ExtensionSchemaDefinition", Sentence: "pdfaSchema:prefix of an extension schema is missing or no text", ok: part("prefix", "text")},
	{A: "6.6.2.3.3-5", Object: "ExtensionSchemaDefinition", Sentence: "pdfaSchema:property of an extension schema is no Seq", ok: sequence("property")},
	{A: "6.6.2.3.3-6", Object: "ExtensionSchemaDefinition", Sentence: "pdfaSchema:valueType of an extension schema is no Seq", ok: sequence("valueType")},
	{A: "6.6.2.3.3-7", Object: "ExtensionSchemaProperty", Sentence: "pdfaProperty:name of an extension schema is missing or no text", ok: part("name", "text")},
	{A: "6.6.2.3.3-8", Object: "ExtensionSchemaProperty", Sentence: "pdfaProperty:valueType of an extension schema is missing or no known type", ok: typed("valueType")},
	{A: "6.6.2.3.3-9", Object: "ExtensionSchemaProperty", Sentence: "pdfaProperty:category of an extension schema is neither external nor internal",
		ok: on(func(x *schemaPart) bool {
			v := x.value("category")
			return x.field("category", "text") && (v == "external" || v == "internal")
		})},
	{A: "6.6.2.3.3-10", Object: "ExtensionSchemaProperty", Sentence: "pdfaProperty:description of an extension schema is missing or no text", ok: part("description", "text")},
	{A: "6.6.2.3.3-11", Object: "ExtensionSchemaValueType", Sentence: "pdfaType:type of an extension schema is missing or no text", ok: part("type", "text")},
	{A: "6.6.2.3.3-12", Object: "ExtensionSchemaValueType", Sentence: "pdfaType:namespaceURI of an extension schema is missing or no URI", ok: part("namespaceURI", "uri")},
	{A: "6.6.2.3.3-13", Object: "ExtensionSchemaValueType", Sentence: "pdfaType:prefix of an extension schema is missing or no text", ok: part("prefix", "text")},
	{A: "6.6.2.3.3-14", Object: "ExtensionSchemaValueType", Sentence: "pdfaType:description of an extension schema is missing or no text", ok: part("description", "text")},
	{A: "6.6.2.3.3-15", Object: "ExtensionSchemaValueType", Sentence: "pdfaType:field of an extension schema is no Seq", ok: sequence("field")},
	{A: "6.6.2.3.3-16", Object: "ExtensionSchemaField", Sentence: "pdfaField:name of an extension schema is missing or no text", ok: part("name", "text")},
	{A: "6.6.2.3.3-17", Object: "ExtensionSchemaField", Sentence: "pdfaField:valueType of an extension schema is missing or no known type", ok: typed("valueType")},
	{A: "6.6.2.3.3-18", Object: "ExtensionSchemaField", Sentence: "pdfaField:description of an extension schema is missing or no text", ok: part("description", "text")},
}
