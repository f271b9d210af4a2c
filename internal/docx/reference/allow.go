package reference

import (
	"maps"
	"slices"
	"strings"
)

// What is taken of a template is named here; all else is left out.

func set(names string) map[string]bool {
	out := map[string]bool{}
	for name := range strings.FieldsSeq(names) {
		out[name] = true
	}
	return out
}

// allowed are the elements of WordprocessingML that are looks, text, or what holds them.
var allowed = set(`
	rPr rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
	webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
	eastAsianLayout specVanish
	pPr pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr ilvl numId suppressLineNumbers pBdr top left
	start bottom right end between bar tabs tab suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct
	autoSpaceDE autoSpaceDN bidi adjustRightInd ind contextualSpacing mirrorIndents suppressOverlap jc textDirection
	textAlignment textboxTightWrap outlineLvl
	tbl tblPr tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW tblCellSpacing tblInd
	tblBorders insideH insideV tl2br tr2bl tblLayout tblCellMar tblLook tblCaption tblDescription tblGrid gridCol tr trPr
	cantSplit trHeight tblHeader hidden gridBefore gridAfter wBefore wAfter tc tcPr tcW gridSpan vMerge hMerge tcBorders
	noWrap tcMar tcFitText vAlign hideMark tblStylePr tblPrEx
	hdr ftr p r t br cr sym noBreakHyphen softHyphen ptab fldSimple fldChar instrText drawing txbxContent
	styles style name aliases basedOn next link autoRedefine uiPriority semiHidden unhideWhenUsed qFormat locked
	docDefaults rPrDefault pPrDefault latentStyles lsdException
	numbering abstractNum nsid multiLevelType tmpl styleLink numStyleLink lvl numFmt lvlRestart pStyle isLgl suff lvlText
	legacy lvlJc num abstractNumId lvlOverride startOverride
	sectPr headerReference footerReference titlePg pgSz pgMar pgBorders lnNumType pgNumType cols col docGrid type
	fonts font altName panose1 charset family notTrueType pitch sig`)

// unwrapped are elements of which only the content is taken: links, controls, and what
// was inserted while changes were tracked.
var unwrapped = set(`hyperlink smartTag sdt sdtContent customXml ins moveTo dir bdo`)

// missed are elements that somebody would miss, in words.
var missed = map[string]string{
	"pict":     "a shape or picture of an old Word (VML), as watermarks are",
	"object":   "an embedded object (OLE)",
	"control":  "a control (ActiveX)",
	"altChunk": "another document (altChunk)",
	"subDoc":   "another document",
	"del":      "", // text that was deleted, and the like, nobody misses
}

// forbidden are elements of drawings that lead elsewhere or hold what is not known.
var forbidden = set(`hlinkClick hlinkHover hlinkMouseOver extLst audioFile videoFile quickTimeFile wavAudioFile audioCd snd`)

// graphics are what drawings may hold.
var graphics = set(`
	http://schemas.openxmlformats.org/drawingml/2006/picture
	http://schemas.microsoft.com/office/word/2010/wordprocessingShape
	http://schemas.microsoft.com/office/word/2010/wordprocessingGroup`)

// cleaner takes from the parts of a template what is allowed, and notes what somebody
// would miss of the rest.
type cleaner struct {
	relations map[string]relation
	picture   func(part string) bool // takes a picture; false where it can't
	dropped   map[string]bool
	fields    map[*Node]*field
	noFields  bool // there are too many within each other
}

func (c *cleaner) drop(what string) {
	if what == "" {
		return
	}
	if c.dropped == nil {
		c.dropped = map[string]bool{}
	}
	c.dropped[what] = true
}

// told are what was left out, sorted.
func (c *cleaner) told() []string { return slices.Sorted(maps.Keys(c.dropped)) }

// clean is an element with what is allowed of it; nil for nothing.
func (c *cleaner) clean(n *Node) *Node {
	out := &Node{Prefix: n.Prefix, Name: n.Name, Attr: c.attributes(n), Text: n.Text}
	for _, child := range n.Children {
		out.Children = append(out.Children, c.all(child)...)
	}
	order(out)
	return out
}

// attributes are those that are taken. Relationships are followed where they are known,
// and never copied.
func (c *cleaner) attributes(n *Node) (out []Attr) {
	for _, a := range n.Attr {
		takes := false
		switch a.Prefix {
		case "w":
			takes = n.Prefix == "w" && !strings.HasPrefix(a.Name, "rsid")
		case "xml":
			takes = a.Name == "space"
		case "":
			takes = n.Prefix != "w"
		}
		if takes {
			out = append(out, a)
		}
	}
	return out
}

// all is what becomes of an element: itself, its content, or nothing.
func (c *cleaner) all(n *Node) []*Node {
	if n.Name == "" {
		return []*Node{n}
	}
	switch n.Prefix {
	case "w":
		return c.word(n)
	case "mc":
		return c.alternate(n)
	case "wp", "a", "pic", "wps", "wpg":
		if forbidden[n.Name] {
			return nil
		}
		out := c.clean(n)
		if n.Prefix == "a" && n.Name == "blip" {
			out.Part = c.relations[embedded(n)].target
		}
		return []*Node{whole(out)}
	}
	return nil
}

func (c *cleaner) word(n *Node) []*Node {
	switch {
	case unwrapped[n.Name]:
		if n.Name == "hyperlink" && n.Value("id") != "" {
			c.drop("a link, whose text stays")
		}
		return c.content(n)
	case n.Name == "drawing":
		if what := c.unfit(n); what != "" {
			c.drop(what)
			return nil
		}
	case c.fields[n] != nil:
		return c.ofField(n)
	case !allowed[n.Name]:
		c.drop(missed[n.Name])
		return nil
	}
	out := whole(c.clean(n))
	if n.Name == "r" && len(n.Children) > 0 && !slices.ContainsFunc(out.Children, func(c *Node) bool { return !c.Is("rPr") }) {
		return nil // nothing of the run is left
	}
	return []*Node{out}
}

func (c *cleaner) content(n *Node) (out []*Node) {
	for _, child := range n.Children {
		out = append(out, c.all(child)...)
	}
	return out
}

// whole adds the paragraph that the format asks for in a cell and the like.
func whole(n *Node) *Node {
	if n.Prefix == "w" && (n.Name == "tc" || n.Name == "txbxContent" || n.Name == "hdr" || n.Name == "ftr") {
		if k := len(n.Children); k == 0 || !n.Children[k-1].Is("p") {
			n.Children = append(n.Children, &Node{Prefix: "w", Name: "p"})
		}
	}
	return n
}

// alternate is the first of several forms that is known.
func (c *cleaner) alternate(n *Node) []*Node {
	if n.Name != "AlternateContent" {
		return nil
	}
	for _, child := range n.Children {
		switch requires := child.Value("Requires"); {
		case child.Prefix == "mc" && child.Name == "Choice" && (requires == "wps" || requires == "wpg"):
			inner := c.content(child)
			if len(inner) == 0 {
				return nil
			}
			choice := &Node{Prefix: "mc", Name: "Choice", Attr: []Attr{{"", "Requires", requires}}, Children: inner}
			return []*Node{{Prefix: "mc", Name: "AlternateContent", Children: []*Node{choice}}}
		case child.Prefix == "mc" && child.Name == "Fallback":
			return c.content(child)
		}
	}
	return nil
}

func embedded(blip *Node) string {
	for _, a := range blip.Attr {
		if a.Prefix == "r" && a.Name == "embed" {
			return a.Value
		}
	}
	return ""
}

// unfit says why a drawing is not taken, "" where it is.
func (c *cleaner) unfit(drawing *Node) (why string) {
	drawing.Walk(func(n *Node) {
		switch {
		case why != "":
		case n.Prefix == "a" && n.Name == "graphicData" && !graphics[n.Value("uri")]:
			why = "a drawing that is neither picture nor shape"
		case n.Prefix == "a" && n.Name == "blip":
			r, ok := c.relations[embedded(n)]
			switch {
			case !ok || r.out || r.kind != "image":
				why = "a picture that is linked, not embedded"
			case c.picture == nil || !c.picture(r.target):
				why = "a picture that cannot be read"
			}
		}
	})
	if why == "" && drawing.First("inline") == nil && drawing.First("anchor") == nil {
		why = "a drawing that is neither picture nor shape"
	}
	return why
}
