package pdfcheck

import (
	"strings"

	"wogreport/internal/pdfcheck/cos"
)

// fileRules are about the file as a whole.
var fileRules = []Rule{
	{UA: "6.1-1", Object: "CosDocument", Sentence: "the first line isn't %PDF-1.0 to %PDF-1.7",
		ok: on(func(x *fileFacts) bool { return goodHeader(x.Header) })},
	{A: "6.1.2-1", Object: "CosDocument", Sentence: "the file doesn't begin with %PDF-1.0 to %PDF-1.7 and an end of line",
		ok: on(func(x *fileFacts) bool { return x.HeaderOffset == 0 && goodHeader(x.Header) })},
	{A: "6.1.2-2", Object: "CosDocument", Sentence: "no comment with four bytes above 127 comes after the first line",
		ok: on(func(x *fileFacts) bool {
			for _, b := range x.Binary {
				if b <= 127 {
					return false
				}
			}
			return true
		})},
	{A: "6.1.3-1", Object: "CosDocument", Sentence: "the trailer has no file identifier",
		ok: on(func(x *fileFacts) bool { return x.LastID != "" })},
	{A: "6.1.3-2", Object: "CosTrailer", Sentence: "the file is encrypted",
		ok: on(func(x *fileFacts) bool { return !x.Encrypted })},
	{A: "6.1.3-3", Object: "CosDocument", Sentence: "something comes after the last %%EOF",
		ok: on(func(x *fileFacts) bool { return x.AfterEOF == 0 })},
	{A: "6.1.4-2", Object: "CosXRef", Sentence: "the keyword xref and what follows aren't parted by one end of line",
		ok: on(func(ok bool) bool { return ok })},
	{A: "6.1.13-7", Object: "CosDocument", Sentence: "there are more than 8388607 indirect objects",
		Limit: "no more than 8388608 objects are read of a file, nor of a small one many more than it has bytes",
		ok:    on(func(x *fileFacts) bool { return x.objects <= 8388607 })},
}

// goodHeader reports whether a file's first line is %PDF-1.0 to %PDF-1.7.
func goodHeader(s string) bool {
	v, ok := strings.CutPrefix(s, "%PDF-1.")
	return ok && len(v) == 1 && v[0] >= '0' && v[0] <= '7'
}

// objectRules are about how objects are written, and their limits.
var objectRules = []Rule{
	{A: "6.1.6-1", Object: "CosString", Sentence: "a hexadecimal string has an odd number of digits",
		ok: on(func(x *scalar) bool { return !x.str.Hex || x.str.Digits%2 == 0 })},
	{A: "6.1.6-2", Object: "CosString", Sentence: "a hexadecimal string holds something else than digits",
		ok: on(func(x *scalar) bool { return !x.str.Hex || !x.str.Odd })},
	{A: "6.1.7.1-1", Object: "CosStream", Sentence: "a stream isn't as long as its Length says",
		ok: on(func(x *streamFacts) bool { return x.Length == x.RealLength })},
	{A: "6.1.7.1-2", Object: "CosStream", Sentence: "the keywords stream and endstream don't stand by ends of line",
		ok: on(func(x *streamFacts) bool { return x.StartEOL && x.EndEOL })},
	{A: "6.1.7.1-3", Object: "CosStream", Sentence: "a stream's data are outside the file (F, FFilter or FDecodeParms)",
		ok: on(func(x *streamFacts) bool {
			return !x.dict.Has("F") && !x.dict.Has("FFilter") && !x.dict.Has("FDecodeParms")
		})},
	{A: "6.1.7.2-1", Object: "CosFilter", Sentence: "a stream uses LZWDecode, Crypt or an unknown filter",
		ok: on(func(x filterUse) bool {
			return streamFilters[x.name] || x.name == "Crypt" && x.crypt == "Identity"
		})},
	{A: "6.1.8-1", Object: "CosUnicodeName", Sentence: "the name of a font, a colorant or a structure type isn't UTF-8",
		ok: on(func(ok bool) bool { return ok })},
	{A: "6.1.9-1", Object: "CosIndirect", Sentence: "the numbers and keywords of an object aren't parted by one blank or an end of line",
		ok: on(func(x objectSpacing) bool { return x.ok })},
	{A: "6.1.13-1", Object: "CosInteger", Sentence: "a whole number is beyond 32 bits",
		ok: on(func(x *scalar) bool { return x.whole == int64(int32(x.whole)) })},
	{A: "6.1.13-2", Object: "CosReal", Sentence: "a real number is beyond 3.403e38",
		ok: on(func(x *scalar) bool { return x.real >= -3.403e38 && x.real <= 3.403e38 })},
	{A: "6.1.13-3", Object: "CosString", Sentence: "a string has more than 32767 bytes",
		ok: on(func(x *scalar) bool { return len(x.str.Bytes) < 32768 })},
	{A: "6.1.13-4", Object: "CosName", Sentence: "a name has more than 127 bytes",
		ok: on(func(x *scalar) bool { return len(x.name) <= 127 })},
	{A: "6.1.13-5", Object: "CosReal", Sentence: "a real number other than 0 is closer to it than 1.175e-38",
		ok: on(func(x *scalar) bool { return x.real == 0 || x.real <= -1.175e-38 || x.real >= 1.175e-38 })},
	{A: "6.1.13-11", Object: "CosBBox", Sentence: "a page's box is smaller than 3 or larger than 14400 units",
		ok: on(func(b []float64) bool { return goodSize(b[2]-b[0]) && goodSize(b[3]-b[1]) })},
}

func goodSize(x float64) bool {
	if x < 0 {
		x = -x
	}
	return x >= 3 && x <= 14400
}

var streamFilters = map[cos.Name]bool{
	"ASCIIHexDecode": true, "ASCII85Decode": true, "FlateDecode": true, "RunLengthDecode": true,
	"CCITTFaxDecode": true, "JBIG2Decode": true, "DCTDecode": true, "JPXDecode": true,
}

// partRules are about files within the file, and parts of the document.
var partRules = []Rule{
	{UA: "7.11-1", Object: "CosFileSpecification", Sentence: "the specification of an embedded file has no F or no UF",
		ok: on(func(x *fileSpec) bool { return !x.embeds || filled(x.f) && filled(x.uf) })},
	{A: "6.8-2", Object: "CosFileSpecification", Sentence: "the specification of an embedded file has no F or no UF",
		ok: on(func(x *fileSpec) bool { return !x.embeds || x.f != nil && x.uf != nil })},
	{A: "6.8-1", Part: '3', Object: "EmbeddedFile", Sentence: "an embedded file has no MIME type",
		ok: on(func(x *embeddedFile) bool { return goodMIME(string(x.subtype)) })},
	{A: "6.8-3", Part: '3', Object: "CosFileSpecification", Sentence: "the specification of an embedded file has no AFRelationship",
		ok: on(func(x *fileSpec) bool { return x.relationship != "" })},
	{A: "6.8-4", Part: '3', Object: "CosFileSpecification", Sentence: "an embedded file isn't associated with the document or a part of it (AF)",
		ok: on(func(x *fileSpec) bool { return x.associated })},
	{A: "6.8-5", Part: '2', Object: "EmbeddedFile", Sentence: "an embedded file isn't PDF/A-1 or PDF/A-2",
		Limit: "an embedded file that claims PDF/A-1 is held only to the rules that PDF/A-2 shares with it: there are no others of PDF/A-1 here",
		ok: on(func(x *embeddedFile) bool {
			r := x.report
			return r == nil || r.Unreadable == "" && len(r.Claims) > 0 && len(r.Violations) == 0
		})},
	{UA: "7.10-1", A: "6.9-1", Object: "PDOCConfig", Sentence: "an optional content configuration has no name",
		ok: on(func(x *layers) bool { return filled(x.name) })},
	{A: "6.9-2", Object: "PDOCConfig", Sentence: "two optional content configurations have the same name",
		ok: on(func(x *layers) bool { return !x.duplicate })},
	{A: "6.9-3", Object: "PDOCConfig", Sentence: "the order of an optional content configuration leaves a group out",
		ok: on(func(x *layers) bool { return !x.unordered })},
	{UA: "7.10-2", A: "6.9-4", Object: "PDOCConfig", Sentence: "an optional content configuration has the key AS",
		ok: on(func(x *layers) bool { return !x.auto })},
	{A: "6.10-1", Object: "PDDocument", Sentence: "the document has AlternatePresentations",
		ok: on(func(x *catalogFacts) bool { return !x.alternatives })},
	{A: "6.10-2", Object: "PDPage", Sentence: "a page has PresSteps",
		ok: on(func(x *pageFacts) bool { return !x.Dict.Has("PresSteps") })},
	{A: "6.11-1", Object: "CosDocument", Sentence: "the catalog has the key Requirements",
		ok: on(func(x *catalogFacts) bool { return !x.requirements })},
	{UA: "7.16-1", Object: "PDEncryption", Sentence: "the encryption doesn't let assistive technology read the text (bit 10 of P)",
		ok: on(func(x *encryption) bool {
			p, ok := x.f.Int(x.Dict["P"])
			return ok && p&512 == 512
		})},
	{A: "6.1.12-1", Object: "PDPerms", Sentence: "the permissions have another key than UR3 and DocMDP",
		ok: on(func(d cos.Dict) bool {
			for k := range d {
				if k != "UR3" && k != "DocMDP" {
					return false
				}
			}
			return true
		})},
	{A: "6.1.12-2", Object: "PDSigRef", Sentence: "a signature reference has DigestLocation, DigestMethod or DigestValue beside DocMDP",
		ok: on(func(x *signatureRef) bool {
			return !x.docMDP || !x.Dict.Has("DigestLocation") && !x.Dict.Has("DigestMethod") && !x.Dict.Has("DigestValue")
		})},
}

func goodMIME(s string) bool {
	a, b, ok := strings.Cut(s, "/")
	word := func(s string) bool {
		for _, c := range s {
			if !strings.ContainsRune("-_+.", c) && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') {
				return false
			}
		}
		return s != ""
	}
	return ok && word(a) && word(b)
}
