package pdfcheck

import (
	"math"
	"strings"
	"unicode/utf8"

	"wogreport/internal/pdfcheck/cos"
)

// fileFacts are how the file is written.
type fileFacts struct {
	cos.Facts
	objects int
}

// scalar is a number, a string or a name of the file.
type scalar struct {
	whole int64
	real  float64
	str   cos.String
	name  cos.Name
}

// streamFacts are how a stream is written.
type streamFacts struct {
	cos.StreamFacts
	dict cos.Dict
}

// filterUse is a filter that a stream uses.
type filterUse struct {
	name  cos.Name
	crypt cos.Name
}

func (x filterUse) detail() string { return string(x.name) }

// fileSpec is a file specification.
type fileSpec struct {
	f, uf        *string
	embeds       bool
	relationship cos.Name
	associated   bool
}

func (x *fileSpec) detail() string {
	for _, n := range []*string{x.uf, x.f} {
		if n != nil {
			return *n
		}
	}
	return ""
}

// objectSpacing is how the keywords of an indirect object are written.
type objectSpacing struct{ ok bool }

// walkObjects walks the file's own syntax and each of its objects.
func (c *checker) walkObjects() {
	numbers := c.f.Objects()
	facts := &fileFacts{c.f.Facts, len(numbers)}
	c.visit("CosDocument", facts, 0)
	c.visit("CosTrailer", facts, 0)
	for _, ok := range c.f.Facts.Tables {
		c.visit("CosXRef", ok, 0)
	}
	spacing := c.wants("CosIndirect")
	scalars := c.wants("CosString") || c.wants("CosName")
	associated := c.associatedFiles()
	for _, n := range numbers {
		if spacing {
			c.visit("CosIndirect", objectSpacing{c.f.Spacing(n)}, n)
		}
		o := c.f.Object(n)
		if s, ok := o.(*cos.Stream); ok {
			c.visit("CosStream", &streamFacts{s.Facts, s.Dict}, n)
			if c.wants("CosFilter") {
				for _, x := range c.f.Filters(cos.Dict{"Filter": s.Dict["Filter"], "DecodeParms": s.Dict["DecodeParms"]}) {
					c.visit("CosFilter", filterUse{x.Name, c.f.Name(x.Parms["Name"])}, n)
				}
			}
			if c.f.Name(s.Dict["Type"]) == "Metadata" {
				c.otherMetadata(s)
			}
			o = s.Dict
		}
		c.fileSpecs(o, n, associated, 0)
		if scalars {
			c.scalars(o, n, 0)
		}
	}
}

// scalars shows the numbers, strings and names of an object; of the many, only those
// that may break a rule.
func (c *checker) scalars(o cos.Object, n, depth int) {
	if depth > deepestTree {
		return
	}
	switch o := o.(type) {
	case cos.Integer:
		if o != cos.Integer(int32(o)) {
			c.visit("CosInteger", &scalar{whole: int64(o)}, n)
		}
	case cos.Real:
		if size := math.Abs(float64(o)); size != 0 && (size < 1e-30 || size > 1e30) {
			c.visit("CosReal", &scalar{real: float64(o)}, n)
		}
	case cos.String:
		if o.Hex || len(o.Bytes) > 1<<10 {
			c.visit("CosString", &scalar{str: o}, n)
		}
	case cos.Name:
		c.longName(o, n)
	case cos.Array:
		for _, x := range o {
			c.scalars(x, n, depth+1)
		}
	case cos.Dict:
		for k, x := range o {
			c.longName(k, n)
			c.scalars(x, n, depth+1)
		}
	}
}

func (c *checker) longName(o cos.Name, n int) {
	if len(o) > 64 {
		c.visit("CosName", &scalar{name: o}, n)
	}
}

// unicodeName shows a name that has to be readable.
func (c *checker) unicodeName(n cos.Name, number int) {
	c.visit("CosUnicodeName", utf8.ValidString(string(n)), number)
}

// associatedFiles are the numbers of the objects that keys AF of the file refer to.
func (c *checker) associatedFiles() map[int]bool {
	out := map[int]bool{}
	if !c.wants("CosFileSpecification") {
		return out
	}
	add := func(d cos.Dict) {
		switch v := d["AF"].(type) {
		case cos.Ref:
			out[v.Number] = true
			for _, x := range c.f.Array(v) {
				if r, ok := x.(cos.Ref); ok {
					out[r.Number] = true
				}
			}
		case cos.Array:
			for _, x := range v {
				if r, ok := x.(cos.Ref); ok {
					out[r.Number] = true
				}
			}
		}
	}
	for _, n := range c.f.Objects() {
		switch o := c.f.Object(n).(type) {
		case cos.Dict:
			add(o)
		case *cos.Stream:
			add(o.Dict)
		}
	}
	return out
}

// fileSpecs shows the file specifications within an object.
func (c *checker) fileSpecs(o cos.Object, n int, associated map[int]bool, depth int) {
	if depth > deepestTree || !c.wants("CosFileSpecification") {
		return
	}
	switch o := o.(type) {
	case cos.Array:
		for _, x := range o {
			c.fileSpecs(x, n, associated, depth+1)
		}
	case cos.Dict:
		if t := c.f.Name(o["Type"]); t == "Filespec" || t == "F" || c.f.Dict(o["EF"]) != nil {
			x := &fileSpec{f: c.textOf(o, "F"), uf: c.textOf(o, "UF"), embeds: o.Has("EF"), relationship: c.f.Name(o["AFRelationship"])}
			x.associated = associated[n] || !x.embeds
			c.visit("CosFileSpecification", x, n)
			c.embedded(c.f.Dict(o["EF"]), x)
		}
		for _, k := range o.Keys() {
			c.fileSpecs(o[k], n, associated, depth+1)
		}
	}
}

// embeddedFile is a file within the file.
type embeddedFile struct {
	subtype cos.Name
	report  *Report // of it as PDF/A, nil where that isn't asked
	name    string
}

func (e *embeddedFile) detail() string { return e.name }

// embedded shows the files of a file specification.
func (c *checker) embedded(ef cos.Dict, spec *fileSpec) {
	seen := map[int]bool{}
	for _, k := range ef.Keys() {
		s := c.f.Stream(ef[k])
		if s == nil || seen[s.Number] {
			continue
		}
		seen[s.Number] = true
		x := &embeddedFile{subtype: c.f.Name(s.Dict["Subtype"])}
		x.name = spec.detail()
		if a := c.archive(); a != "" && a[0] == '2' && c.depth < deepestFiles {
			if data, err := s.Data(); err != nil {
				x.report = &Report{Unreadable: err.Error()}
			} else {
				x.report = checkEmbedded(data, c.depth+1)
			}
		}
		c.visit("EmbeddedFile", x, s.Number)
	}
}

// inPartOne are rules of PDF/A-2 that PDF/A-1 has too.
var inPartOne = strings.Fields(`6.1.3-t01 6.1.3-t02 6.1.7.1-t01 6.1.7.1-t03 6.1.7.2-t01 6.2.2-t01 6.2.3-t01 6.2.4.3-t02 6.2.4.3-t03 6.2.4.3-t04
	6.2.5-t01 6.2.5-t02 6.2.6-t01 6.2.8-t01 6.2.8-t02 6.2.8-t03 6.2.9-t01 6.2.9-t02 6.2.9-t03 6.2.11.4.1-t01 6.2.11.4.1-t02 6.2.11.5-t01
	6.4.1-t01 6.4.1-t03 6.5.1-t01 6.5.1-t02 6.5.2-t01 6.6.2.1-t01 6.6.2.1-t04`)

// checkEmbedded checks a file as PDF/A-1 or PDF/A-2, as it claims; as PDF/A-1 only
// by the rules that both have.
func checkEmbedded(data []byte, depth int) *Report {
	r := check(data, depth, nil)
	out := &Report{Unreadable: r.Unreadable}
	for _, claim := range r.Claims {
		part, ok := strings.CutPrefix(claim, "PDF/A-")
		switch {
		case !ok:
		case strings.HasPrefix(part, "1"):
			out.Claims = append(out.Claims, claim)
			for _, v := range check(data, depth, []Profile{"2b"}).Violations {
				if contains(inPartOne, v.Rule) {
					out.Violations = append(out.Violations, v)
				}
			}
		case strings.HasPrefix(part, "2"):
			out.Claims = append(out.Claims, claim)
			for _, v := range r.Violations {
				if v.Profile != UA1 {
					out.Violations = append(out.Violations, v)
				}
			}
		}
	}
	return out
}
