package pdfcheck

import (
	"reflect"
	"strings"
	"unicode/utf16"

	"wogreport/internal/pdfcheck/cos"
	"wogreport/internal/pdfcheck/xmp"
)

// document is a file with what many rules ask for.
type document struct {
	f       *cos.File
	catalog cos.Dict
	catNum  int
	meta    *cos.Stream // the catalog's metadata, nil for none
	packet  *xmp.Packet // of them, nil for none
	metaErr error       // of reading them
	pages   []*page
	output  string // colour space of the output intent of PDF/A: "RGB ", "CMYK", "GRAY"; empty for none
	tree    *structTree
}

// page is a page with what it inherits.
type page struct {
	cos.Dict
	num       int
	index     int // from 1
	resources cos.Dict
	inherited bool // the resources come from a node above
	boxes     map[cos.Name]cos.Object
}

func newDocument(f *cos.File) *document {
	d := &document{f: f, catalog: f.Dict(f.Trailer["Root"]), catNum: refNumber(f.Trailer["Root"])}
	if s := f.Stream(d.catalog["Metadata"]); s != nil {
		d.meta = s
		data, err := s.Data()
		if err == nil {
			d.packet, err = xmp.Parse(data)
		}
		d.metaErr = err
	}
	d.pages = d.readPages()
	d.output = d.outputSpace()
	d.tree = d.readTree()
	return d
}

// identity tells dictionaries of the file apart, also those that are no objects of
// their own: what is walked once must not be walked once for each way to it.
func identity(d cos.Dict) uintptr { return reflect.ValueOf(d).Pointer() }

func refNumber(o cos.Object) int {
	if r, ok := o.(cos.Ref); ok {
		return r.Number
	}
	return 0
}

// Bounds of a file's trees.
const (
	mostPages   = 100000
	deepestTree = 200
)

// readPages reads the page tree.
func (d *document) readPages() []*page {
	var out []*page
	seen := map[uintptr]bool{}
	var node func(o cos.Object, above page, depth int)
	node = func(o cos.Object, above page, depth int) {
		n := refNumber(o)
		dict := d.f.Dict(o)
		if dict == nil || depth > deepestTree || len(out) > mostPages || seen[identity(dict)] {
			return
		}
		seen[identity(dict)] = true
		p := page{Dict: dict, num: n, resources: above.resources, inherited: above.resources != nil, boxes: map[cos.Name]cos.Object{}}
		for k, v := range above.boxes {
			p.boxes[k] = v
		}
		for _, k := range []cos.Name{"MediaBox", "CropBox"} {
			if v := d.f.Resolve(dict[k]); v != nil {
				p.boxes[k] = v
			}
		}
		if r := d.f.Dict(dict["Resources"]); r != nil {
			p.resources, p.inherited = r, false
		}
		if kids, ok := d.f.Resolve(dict["Kids"]).(cos.Array); ok && d.f.Name(dict["Type"]) != "Page" {
			for _, k := range kids {
				node(k, p, depth+1)
			}
			return
		}
		for _, k := range []cos.Name{"BleedBox", "TrimBox", "ArtBox"} {
			if v := d.f.Resolve(dict[k]); v != nil {
				p.boxes[k] = v
			}
		}
		p.index = len(out) + 1
		out = append(out, &p)
	}
	node(d.catalog["Pages"], page{}, 0)
	return out
}

// cropBox is what is seen of a page: left, bottom, right, top.
func (d *document) cropBox(p *page) []float64 {
	for _, k := range []cos.Name{"CropBox", "MediaBox"} {
		if b := d.rectangle(p.boxes[k]); b != nil {
			return b
		}
	}
	return []float64{0, 0, 612, 792}
}

// rectangle is an array of four numbers, the lower ones first; nil for none.
func (d *document) rectangle(o cos.Object) []float64 {
	b := d.f.Numbers(o)
	if len(b) != 4 {
		return nil
	}
	return []float64{min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3])}
}

// text is a text string (7.9.2.2) as UTF-8.
func text(s string) string {
	switch {
	case strings.HasPrefix(s, "\xfe\xff"), strings.HasPrefix(s, "\xff\xfe"):
		big := s[0] == 0xfe
		units := make([]uint16, 0, len(s)/2)
		for i := 2; i+1 < len(s); i += 2 {
			hi, lo := s[i], s[i+1]
			if !big {
				hi, lo = lo, hi
			}
			units = append(units, uint16(hi)<<8|uint16(lo))
		}
		return string(utf16.Decode(units))
	case strings.HasPrefix(s, "\xef\xbb\xbf"):
		return s[3:]
	}
	out := make([]rune, len(s))
	for i := range len(s) {
		out[i] = rune(s[i])
	}
	return string(out)
}

// textOf is the text string of a key; nil for none.
func (d *document) textOf(dict cos.Dict, key cos.Name) *string {
	s, ok := d.f.String(dict[key])
	if !ok {
		return nil
	}
	t := text(s.Bytes)
	return &t
}

func filled(s *string) bool { return s != nil && *s != "" }

// claim is what a file says that it conforms to.
type claim struct {
	name    string
	profile Profile // empty for one without rules here
}

// claims are those of the file's metadata.
func (d *document) claims() []claim {
	if d.packet == nil {
		return nil
	}
	var out []claim
	value := func(ns, name string) string {
		if n := xmp.Find(d.packet.Properties, ns, name); n != nil && n.Kind == xmp.Simple {
			return strings.TrimSpace(n.Value)
		}
		return ""
	}
	if part := value(xmp.NSPDFUAID, "part"); part != "" {
		c := claim{name: "PDF/UA-" + part}
		if part == "1" {
			c.profile = UA1
		}
		out = append(out, c)
	}
	if part := value(xmp.NSPDFAID, "part"); part != "" {
		level := strings.ToLower(value(xmp.NSPDFAID, "conformance"))
		c := claim{name: "PDF/A-" + part + level}
		for _, p := range Profiles {
			if string(p) == part+level {
				c.profile = p
			}
		}
		out = append(out, c)
	}
	return out
}
