package reference

import (
	"slices"
	"strconv"
	"strings"
)

// Style is a style of a template.
type Style struct {
	ID, Name string
	Type     string // "paragraph", "character", "table" or "numbering"
	Aliases  []string
	Default  bool
	Node     *Node

	based *Style
}

// Styles are those of a template in its order.
type Styles struct {
	List             []*Style
	Defaults, Latent *Node // nil for none

	byID map[string]*Style
}

func (c *cleaner) styles(root *Node) Styles {
	s := Styles{byID: map[string]*Style{}}
	for _, n := range root.Children {
		switch {
		case n.Is("docDefaults"):
			s.Defaults = c.clean(n)
		case n.Is("latentStyles"):
			s.Latent = c.clean(n)
		case n.Is("style"):
			st := &Style{ID: n.Value("styleId"), Type: n.Value("type"), Name: n.Val("name"), Default: n.Value("default") != "" && on(n.Value("default"))}
			if st.Type == "" {
				st.Type = "paragraph"
			}
			if st.Name == "" {
				st.Name = st.ID
			}
			if st.ID == "" || s.byID[st.ID] != nil || !slices.Contains([]string{"paragraph", "character", "table", "numbering"}, st.Type) {
				continue
			}
			for alias := range strings.SplitSeq(n.Val("aliases"), ",") {
				if alias = strings.TrimSpace(alias); alias != "" {
					st.Aliases = append(st.Aliases, alias)
				}
			}
			st.Node = c.clean(n)
			s.List, s.byID[st.ID] = append(s.List, st), st
		}
	}
	for _, st := range s.List {
		st.based = s.byID[st.Node.Val("basedOn")]
	}
	return s
}

// chain visits a style and those that it is based on, until visit is content.
func (s *Style) chain(visit func(*Style) bool) {
	for i := 0; s != nil && i < 100; i++ { // styles may be based on each other in a ring
		if visit(s) {
			return
		}
		s = s.based
	}
}

// With is the style with an id, nil for none.
func (s *Styles) With(id string) *Style { return s.byID[id] }

// DefaultOf is the style of a type that holds where none is named, nil for none.
func (s *Styles) DefaultOf(kind string) *Style {
	for _, st := range s.List {
		if st.Default && st.Type == kind {
			return st
		}
	}
	return nil
}

// Named is the style of a name: the name itself before capitals, blanks and an id are
// let pass for it. Nil for none.
func (s *Styles) Named(name string) *Style {
	for _, same := range []func(*Style) bool{
		func(st *Style) bool { return st.Name == name },
		func(st *Style) bool { return strings.EqualFold(st.Name, name) },
		func(st *Style) bool {
			return slices.ContainsFunc(st.Aliases, func(a string) bool { return strings.EqualFold(a, name) })
		},
		func(st *Style) bool { return st.ID == name },
		func(st *Style) bool { return squeezed(st.ID) == squeezed(name) || squeezed(st.Name) == squeezed(name) },
	} {
		if i := slices.IndexFunc(s.List, same); i >= 0 {
			return s.List[i]
		}
	}
	return nil
}

// squeezed is a name without blanks and capitals: the id of "Judul 1" is Judul1.
func squeezed(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), "")) }

// Toggled reports whether a style of paragraphs makes its text bold or italic ("b", "i").
func (s *Style) Toggled(name string) bool { return s.on("rPr", name) }

// KeepsNext reports whether a style's paragraphs stay on the page of what follows.
func (s *Style) KeepsNext() bool { return s.on("pPr", "keepNext") }

// on reports whether a property is on, among those of letters or of paragraphs.
func (s *Style) on(among, name string) bool {
	pr := s.with(among, name)
	return pr.On(name)
}

// with is where a style has a property, of its own or by one that it is based on; nil for
// nowhere.
func (s *Style) with(among, name string) (pr *Node) {
	s.chain(func(st *Style) bool {
		if p := st.Node.First(among); p.First(name) != nil {
			pr = p
		}
		return pr != nil
	})
	return pr
}

// Indented reports whether a style says how its paragraphs are indented.
func (s *Style) Indented() bool { return s.with("pPr", "ind") != nil }

// Spacing is the space over ("before") or under ("after") a style's paragraphs, in points.
func (s *Styles) Spacing(st *Style, side string) float64 {
	space := ""
	st.chain(func(st *Style) bool {
		space = st.Node.First("pPr").First("spacing").Value(side)
		return space != ""
	})
	if space == "" {
		space = s.Defaults.First("pPrDefault").First("pPr").First("spacing").Value(side)
	}
	return max(finite(space)/20, 0)
}

// Side is how the lines of a style stand ("left", "center", "right"): justified ones begin
// at the left.
func (s *Styles) Side(st *Style) string {
	jc := st.with("pPr", "jc").Val("jc")
	if jc == "" {
		jc = s.Defaults.First("pPrDefault").First("pPr").Val("jc")
	}
	switch jc {
	case "center":
		return "center"
	case "right", "end":
		return "right"
	}
	return "left"
}

// Outline is the level that a style has among headings, from 1; 0 for none.
func (s *Style) Outline() (level int) {
	s.chain(func(st *Style) bool {
		if v := st.Node.First("pPr").Val("outlineLvl"); v != "" {
			level, _ = strconv.Atoi(v)
			level++
			return true
		}
		return false
	})
	if level > 9 {
		return 0
	}
	return level
}

// Numbered is the list that a style of paragraphs is numbered by, and the level in it;
// "" for none.
func (s *Style) Numbered() (num string, level int) {
	s.chain(func(st *Style) bool {
		pr := st.Node.First("pPr").First("numPr")
		if v := pr.Val("ilvl"); v != "" && level == 0 {
			level, _ = strconv.Atoi(v)
		}
		num = pr.Val("numId")
		return num != ""
	})
	if num == "0" || level < 0 || level > 8 {
		return "", 0
	}
	return num, level
}

// Size is the size of a style's letters in points: its own, or the template's.
func (s *Styles) Size(st *Style) float64 {
	size := ""
	st.chain(func(st *Style) bool {
		size = st.Node.First("rPr").Val("sz")
		return size != ""
	})
	if size == "" {
		size = s.Defaults.First("rPrDefault").First("rPr").Val("sz")
	}
	if v := finite(size) / 2; v > 0 {
		return v
	}
	return 10 // as the format has it
}

// Font is the name of a style's typeface, "" where only the theme knows it.
func (s *Styles) Font(st *Style) (name string, theme string) {
	get := func(pr *Node) bool {
		f := pr.First("rFonts")
		name, theme = f.Value("ascii"), f.Value("asciiTheme")
		return name != "" || theme != ""
	}
	found := false
	st.chain(func(st *Style) bool {
		found = get(st.Node.First("rPr"))
		return found
	})
	if !found {
		get(s.Defaults.First("rPrDefault").First("rPr"))
	}
	return name, theme
}
