package pdfcheck

import "wogreport/internal/pdfcheck/cos"

// icc is the header of an ICC profile.
type icc struct {
	class, space string
	version      int
}

func iccHeader(s *cos.Stream) *icc {
	b, _ := s.Data()
	if len(b) < 128 {
		return &icc{version: 99}
	}
	return &icc{class: string(b[12:16]), space: string(b[16:20]), version: int(b[8])}
}

// outputSpace is the colour space of the output intent of PDF/A.
func (d *document) outputSpace() string {
	space := ""
	for _, o := range d.f.Array(d.catalog["OutputIntents"]) {
		x := d.f.Dict(o)
		if s := d.f.Stream(x["DestOutputProfile"]); s != nil && d.f.Name(x["S"]) == "GTS_PDFA1" {
			space = iccHeader(s).space
		}
	}
	return space
}

// intents tells whether all output intents have the same profile.
type intents struct{ same bool }

// walkIntents walks the output intents.
func (c *checker) walkIntents() {
	list := c.f.Array(c.catalog["OutputIntents"])
	if list == nil {
		return
	}
	var first cos.Object
	same := true
	for _, o := range list {
		d := c.f.Dict(o)
		if d == nil {
			continue
		}
		c.visit("PDOutputIntent", d, refNumber(o))
		if p := d["DestOutputProfile"]; p != nil {
			if first == nil {
				first = p
			} else if _, ref := p.(cos.Ref); !ref || p != first {
				same = false
			}
			if s := c.f.Stream(p); s != nil {
				c.visit("ICCOutputProfile", iccHeader(s), s.Number)
			}
		}
	}
	c.visit("OutputIntents", intents{same}, c.catNum)
}
