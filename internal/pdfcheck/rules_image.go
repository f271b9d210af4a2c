package pdfcheck

import "wogreport/internal/pdfcheck/cos"

// imageRules are about images.
var imageRules = []Rule{
	{A: "6.1.10-1", Object: "CosIIFilter", Sentence: "an inline image uses LZW, Crypt or an unknown filter",
		ok: on(func(n cos.Name) bool {
			switch n {
			case "AHx", "A85", "Fl", "RL", "CCF", "DCT":
				return true
			case "JBIG2Decode", "JPXDecode":
				return false
			}
			return streamFilters[n]
		})},
	{A: "6.2.8-1", Object: "PDXImage", Sentence: "an image has Alternates",
		ok: on(func(x *picture) bool { return !x.alternates })},
	{A: "6.2.8-2", Object: "PDXImage", Sentence: "an image has OPI",
		ok: on(func(x *picture) bool { return !x.opi })},
	{A: "6.2.8-3", Object: "PDXImage", Sentence: "an image is interpolated",
		ok: on(func(x *picture) bool { return !x.interpolate })},
	{A: "6.2.8-4", Object: "PDXImage", Sentence: "an image has other than 1, 2, 4, 8 or 16 bits per component",
		ok: on(func(x *picture) bool {
			if x.mask || x.bits == nil {
				return true
			}
			n := *x.bits
			return n == 1 || n == 2 || n == 4 || n == 8 || n == 16
		})},
	{A: "6.2.8-5", Object: "PDMaskImage", Sentence: "an image mask has other than 1 bit per component",
		ok: on(func(x *picture) bool { return x.bits == nil || *x.bits == 1 })},
	{A: "6.2.8.3-1", Object: "JPEG2000", Sentence: "a JPEG 2000 image has other than 1, 3 or 4 colour channels",
		ok: on(func(x *jpx) bool { return x.channels == 1 || x.channels == 3 || x.channels == 4 })},
	{A: "6.2.8.3-2", Object: "JPEG2000", Sentence: "of several colour specifications of a JPEG 2000 image, not exactly one has APPROX 1",
		ok: on(func(x *jpx) bool { return x.hasSpace || x.specs == 1 || x.approx == 1 })},
	{A: "6.2.8.3-3", Object: "JPEG2000", Sentence: "a JPEG 2000 image tells its colours by another method than 1, 2 or 3",
		ok: on(func(x *jpx) bool { return x.hasSpace || x.method >= 1 && x.method <= 3 })},
	{A: "6.2.8.3-4", Object: "JPEG2000", Sentence: "a JPEG 2000 image uses the colour space CIEJab",
		ok: on(func(x *jpx) bool { return x.hasSpace || !x.hasEnumCS || x.enumCS != 19 })},
	{A: "6.2.8.3-5", Object: "JPEG2000", Sentence: "the channels of a JPEG 2000 image differ in depth, or aren't 1 to 38 bits deep",
		ok: on(func(x *jpx) bool { return !x.bpcc && x.depth >= 1 && x.depth <= 38 })},
}
