package pdfcheck

import "wogreport/internal/pdfcheck/cos"

// colourRules are about colour spaces and output intents.
var colourRules = []Rule{
	{A: "6.1.13-9", Object: "PDDeviceN", Sentence: "a DeviceN colour space has more than 32 colorants",
		ok: on(func(x *colourSpace) bool { return len(x.names) <= 32 })},
	{A: "6.2.3-1", Object: "ICCOutputProfile", Sentence: "the output intent's profile is no output or monitor profile for gray, RGB or CMYK",
		ok: on(func(x *icc) bool {
			return (x.class == "prtr" || x.class == "mntr") && (x.space == "RGB " || x.space == "CMYK" || x.space == "GRAY") && x.version < 5
		})},
	{A: "6.2.3-2", Object: "OutputIntents", Sentence: "the output intents have different profiles",
		ok: on(func(x intents) bool { return x.same })},
	{A: "6.2.3-3", Object: "PDOutputIntent", Sentence: "an output intent of PDF/X refers to a profile elsewhere (DestOutputProfileRef)",
		ok: on(func(d cos.Dict) bool { return d["S"] != cos.Name("GTS_PDFX") || !d.Has("DestOutputProfileRef") })},
	{A: "6.2.4.2-1", Object: "ICCInputProfile", Sentence: "the profile of an ICCBased colour space is of a kind that isn't allowed",
		ok: on(func(x *icc) bool {
			class := x.class == "prtr" || x.class == "mntr" || x.class == "scnr" || x.class == "spac"
			space := x.space == "RGB " || x.space == "CMYK" || x.space == "GRAY" || x.space == "Lab "
			return class && space && x.version < 5
		})},
	{A: "6.2.4.2-2", Object: "PDICCBasedCMYK", Sentence: "an ICCBased CMYK colour space is overprinted in mode 1",
		ok: on(func(x *overprint) bool { return !x.on || !x.mode })},
	{A: "6.2.4.3-2", Object: "PDDeviceRGB", Sentence: "DeviceRGB is used without an output intent for RGB",
		ok: on(func(d *document) bool { return d.output == "RGB " })},
	{A: "6.2.4.3-3", Object: "PDDeviceCMYK", Sentence: "DeviceCMYK is used without an output intent for CMYK",
		ok: on(func(d *document) bool { return d.output == "CMYK" })},
	{A: "6.2.4.3-4", Object: "PDDeviceGray", Sentence: "DeviceGray is used without an output intent",
		ok: on(func(d *document) bool { return d.output != "" })},
	{A: "6.2.4.4-1", Object: "PDDeviceN", Sentence: "a spot colour of a DeviceN colour space isn't among its Colorants",
		ok: on(func(x *colourSpace) bool { return !x.missing })},
	{A: "6.2.4.4-2", Object: "PDSeparation", Sentence: "colour spaces of the same colorant differ in the alternate or the tint transform",
		ok: on(func(x separation) bool { return x.same })},
}

// stateRules are about graphics states, halftones and transparency.
var stateRules = []Rule{
	{A: "6.2.5-1", Object: "PDExtGState", Sentence: "a graphics state has TR",
		ok: on(func(x *extState) bool { return !x.Dict.Has("TR") })},
	{A: "6.2.5-2", Object: "PDExtGState", Sentence: "a graphics state has TR2 other than Default",
		ok: on(func(x *extState) bool { return !x.Dict.Has("TR2") || x.f.Name(x.Dict["TR2"]) == "Default" })},
	{A: "6.2.5-3", Object: "PDExtGState", Sentence: "a graphics state has HTP",
		ok: on(func(x *extState) bool { return !x.Dict.Has("HTP") })},
	{A: "6.2.5-4", Object: "PDHalftone", Sentence: "a halftone isn't of type 1 or 5",
		ok: on(func(x *halftone) bool {
			n, ok := x.f.Int(x.Dict["HalftoneType"])
			return ok && (n == 1 || n == 5)
		})},
	{A: "6.2.5-5", Object: "PDHalftone", Sentence: "a halftone has a HalftoneName",
		ok: on(func(x *halftone) bool { return !x.Dict.Has("HalftoneName") })},
	{A: "6.2.5-6", Object: "PDHalftone", Sentence: "a halftone has a transfer function for a primary colorant, or none for another",
		ok: on(func(x *halftone) bool {
			switch x.colorant {
			case "Default":
				return true
			case "", "Cyan", "Magenta", "Yellow", "Black":
				return !x.Dict.Has("TransferFunction")
			}
			return x.Dict.Has("TransferFunction")
		})},
	{A: "6.2.6-1", Object: "CosRenderingIntent", Sentence: "a rendering intent isn't one of the four of ISO 32000-1",
		ok: on(func(n cos.Name) bool {
			return n == "RelativeColorimetric" || n == "AbsoluteColorimetric" || n == "Perceptual" || n == "Saturation"
		})},
	{A: "6.2.10-1", Object: "CosBM", Sentence: "a blend mode isn't one of ISO 32000-1",
		ok: on(func(n cos.Name) bool { return blendModes[n] })},
	{A: "6.2.10-2", Object: "PDPage", Sentence: "a page is transparent, and neither an output intent nor its group sets the blending colour space",
		ok: on(func(x *pageFacts) bool { return x.output != "" || !x.transparent || x.groupSpace })},
}

var blendModes = map[cos.Name]bool{
	"Normal": true, "Compatible": true, "Multiply": true, "Screen": true, "Overlay": true, "Darken": true, "Lighten": true,
	"ColorDodge": true, "ColorBurn": true, "HardLight": true, "SoftLight": true, "Difference": true, "Exclusion": true,
	"Hue": true, "Saturation": true, "Color": true, "Luminosity": true,
}
