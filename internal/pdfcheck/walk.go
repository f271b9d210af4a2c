package pdfcheck

import (
	"slices"

	"wogreport/internal/pdfcheck/cos"
	"wogreport/internal/pdfcheck/fontfile"
)

// walkState is what a walk has seen.
type walkState struct {
	fonts       map[string]*font
	cmaps       map[*cos.Stream]*fontfile.CMap
	programs    map[*cos.Stream]*program
	spaces      map[*cos.Object]*colourSpace // by their arrays
	compared    int                          // objects of colour spaces
	streams     map[string]*streamResult
	open        map[*cos.Stream]bool // that are being read
	usedSpaces  map[spaceUse]bool
	separations map[string]*colourSpace
	forms       map[int]int // how often a form with a StructParents key is drawn
	metadata    map[int]bool
	actions     map[uintptr]bool
	renditions  map[uintptr]bool
	halftones   map[halftoneUse]bool
	states      map[int]bool
	images      map[int]bool
	xobjects    map[int]bool
	fields      map[uintptr]bool
	inImage     bool // a picture is being looked at
	steps       int
}

func newWalkState() walkState {
	return walkState{
		fonts: map[string]*font{}, cmaps: map[*cos.Stream]*fontfile.CMap{}, programs: map[*cos.Stream]*program{}, spaces: map[*cos.Object]*colourSpace{}, streams: map[string]*streamResult{}, open: map[*cos.Stream]bool{},
		usedSpaces: map[spaceUse]bool{}, separations: map[string]*colourSpace{}, forms: map[int]int{}, metadata: map[int]bool{},
		actions: map[uintptr]bool{}, renditions: map[uintptr]bool{}, halftones: map[halftoneUse]bool{}, states: map[int]bool{}, images: map[int]bool{}, xobjects: map[int]bool{}, fields: map[uintptr]bool{},
	}
}

// catalogFacts are what rules ask of the document.
type catalogFacts struct {
	*document
	marked, suspects, title    bool
	metadata, hasTree          bool
	needsRendering, hasActions bool
	requirements, alternatives bool
}

// walkDocument walks what the catalog leads to.
func (c *checker) walkDocument() {
	f, cat := c.f, c.catalog
	facts := &catalogFacts{document: c.document}
	mark := f.Dict(cat["MarkInfo"])
	facts.marked, _ = f.Bool(mark["Marked"])
	facts.suspects, _ = f.Bool(mark["Suspects"])
	facts.title, _ = f.Bool(f.Dict(cat["ViewerPreferences"])["DisplayDocTitle"])
	facts.metadata = c.meta != nil && f.Name(c.meta.Dict["Type"]) == "Metadata" && f.Name(c.meta.Dict["Subtype"]) == "XML"
	facts.hasTree = f.Dict(cat["StructTreeRoot"]) != nil
	facts.needsRendering, _ = f.Bool(cat["NeedsRendering"])
	facts.hasActions = cat.Has("AA")
	facts.requirements = cat.Has("Requirements")
	facts.alternatives = f.Dict(cat["Names"]).Has("AlternatePresentations")
	c.visit("CosDocument", facts, c.catNum)
	c.visit("PDDocument", facts, c.catNum)
	c.lang(cat["Lang"], c.catNum)
	c.walkEncryption()
	c.walkMetadata()
	c.walkIntents()
	c.walkTree()
	for _, p := range c.pages {
		c.page = p.index
		c.walkPage(p)
	}
	c.page = 0
	c.walkForm()
	c.actionsOf(cat)
	c.action(cat["OpenAction"])
	c.walkOutlines()
	c.walkLayers()
	c.walkPermissions()
	c.walkNames()
}

// walkPage walks a page.
func (c *checker) walkPage(p *page) {
	x := &pageFacts{page: p, output: c.output}
	x.annots = len(c.f.Array(p.Dict["Annots"])) > 0
	x.tabs = c.f.Name(p.Dict["Tabs"])
	group := c.f.Dict(p.Dict["Group"])
	x.groupSpace = c.f.Resolve(group["CS"]) != nil
	res := &resources{own: p.resources, inherited: p.inherited}
	if p.inherited {
		res = &resources{above: &resources{own: p.resources}}
	}
	c.group(group, res, p.num)
	x.transparent = c.pageContent(p, res)
	for _, a := range c.f.Array(p.Dict["Annots"]) {
		if c.annotation(a, p) {
			x.transparent = true
		}
	}
	for _, name := range []cos.Name{"MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"} {
		if b := c.f.Numbers(p.boxes[name]); len(b) == 4 {
			c.visit("CosBBox", b, p.num)
		}
	}
	c.actionsOf(p.Dict)
	c.visit("PDPage", x, p.num)
}

// pageFacts are what rules ask of a page.
type pageFacts struct {
	*page
	annots, groupSpace, transparent bool
	tabs                            cos.Name
	output                          string
}

// group is a transparency group's colour space.
func (c *checker) group(g cos.Dict, res *resources, number int) {
	if g != nil && c.f.Name(g["S"]) == "Transparency" {
		if cs := c.colourSpace(g["CS"], res, 0); cs != nil {
			c.useSpace(cs, res, nil, false, number)
		}
	}
}

// walkOutlines walks the bookmarks.
func (c *checker) walkOutlines() {
	seen := map[int]bool{}
	var list func(o cos.Object, depth int)
	list = func(o cos.Object, depth int) {
		for ; o != nil; o = c.f.Dict(o)["Next"] {
			n := refNumber(o)
			d := c.f.Dict(o)
			if d == nil || n == 0 || seen[n] || depth > deepestTree {
				return
			}
			seen[n] = true
			c.visit("PDOutline", c.document, n)
			c.action(d["A"])
			list(d["First"], depth+1)
		}
	}
	list(c.f.Dict(c.catalog["Outlines"])["First"], 0)
}

// layers is an optional content configuration.
type layers struct {
	name      *string
	duplicate bool
	auto      bool // the key AS is there
	unordered bool // a group isn't in the order
}

// walkLayers walks the optional content's configurations.
func (c *checker) walkLayers() {
	props := c.f.Dict(c.catalog["OCProperties"])
	if props == nil {
		return
	}
	names := map[string]bool{}
	configs := cos.Array{props["D"]}
	configs = append(configs, c.f.Array(props["Configs"])...)
	for _, o := range configs {
		d := c.f.Dict(o)
		if d == nil {
			continue
		}
		x := &layers{name: c.textOf(d, "Name"), auto: d.Has("AS")}
		if x.name != nil {
			x.duplicate = names[*x.name]
			names[*x.name] = true
		}
		if order := c.f.Array(d["Order"]); order != nil {
			there := map[cos.Object]bool{}
			c.ordered(order, there, map[*cos.Object]bool{}, 0)
			x.unordered = slices.ContainsFunc(c.f.Array(props["OCGs"]), func(o cos.Object) bool {
				r, ok := o.(cos.Ref)
				return ok && !there[r]
			})
		}
		c.visit("PDOCConfig", x, refNumber(o))
	}
}

func (c *checker) ordered(list cos.Array, there map[cos.Object]bool, seen map[*cos.Object]bool, depth int) {
	if depth > deepestTree || len(list) == 0 || seen[&list[0]] {
		return
	}
	seen[&list[0]] = true
	for _, o := range list {
		if r, ok := o.(cos.Ref); ok {
			if inner, is := c.f.Resolve(o).(cos.Array); is {
				c.ordered(inner, there, seen, depth+1)
			} else {
				there[r] = true
			}
		} else if inner, ok := o.(cos.Array); ok {
			c.ordered(inner, there, seen, depth+1)
		}
	}
}

// nameTree calls f with the values of a name or number tree.
func (c *document) nameTree(o cos.Object, leaf cos.Name, f func(key, value cos.Object) bool) {
	seen := map[uintptr]bool{}
	var node func(o cos.Object, depth int) bool
	node = func(o cos.Object, depth int) bool {
		d := c.f.Dict(o)
		if d == nil || depth > deepestTree || seen[identity(d)] {
			return true
		}
		seen[identity(d)] = true
		list := c.f.Array(d[leaf])
		for i := 0; i+1 < len(list); i += 2 {
			if !f(list[i], list[i+1]) {
				return false
			}
		}
		for _, k := range c.f.Array(d["Kids"]) {
			if !node(k, depth+1) {
				return false
			}
		}
		return true
	}
	node(o, 0)
}

// walkNames walks the scripts of the document.
func (c *checker) walkNames() {
	names := c.f.Dict(c.catalog["Names"])
	c.nameTree(names["JavaScript"], "Names", func(_, v cos.Object) bool {
		c.action(v)
		return true
	})
}

// walkEncryption shows how the file is encrypted.
func (c *checker) walkEncryption() {
	if d := c.f.Dict(c.f.Trailer["Encrypt"]); d != nil {
		c.visit("PDEncryption", &encryption{c.f, d}, refNumber(c.f.Trailer["Encrypt"]))
	}
}

type encryption struct {
	f *cos.File
	cos.Dict
}
