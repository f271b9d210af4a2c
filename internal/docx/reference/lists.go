package reference

import (
	"slices"
	"strings"
)

// Lists are the definitions of lists that a template's styles refer to: abstract ones by
// their ids, and those that refer to them.
type Lists struct {
	Abstract []*Node
	Nums     []*Node
}

// lists takes the definitions that styles refer to.
func (c *cleaner) lists(root *Node, styles *Styles) Lists {
	var out Lists
	if !root.Is("numbering") {
		return out
	}
	wanted := map[string]bool{}
	for _, s := range styles.List {
		if num := s.Node.First("pPr").First("numPr").Val("numId"); num != "" {
			wanted[num] = true
		}
	}
	abstract := map[string]bool{}
	for _, n := range root.Children {
		if n.Is("num") && wanted[n.Value("numId")] && !slices.ContainsFunc(out.Nums, func(o *Node) bool { return o.Value("numId") == n.Value("numId") }) {
			abstract[n.Val("abstractNumId")] = true
			out.Nums = append(out.Nums, c.clean(n))
		}
	}
	for _, n := range root.Children {
		if n.Is("abstractNum") && abstract[n.Value("abstractNumId")] {
			abstract[n.Value("abstractNumId")] = false // the first holds
			n := c.clean(n)
			n.Walk(func(l *Node) {
				if l.Is("lvl") {
					l.Children = slices.DeleteFunc(l.Children, func(c *Node) bool {
						return c.Is("pStyle") && styles.With(c.Value("val")) == nil
					})
				}
			})
			out.Abstract = append(out.Abstract, n)
		}
	}
	out.Nums = slices.DeleteFunc(out.Nums, func(n *Node) bool {
		return !slices.ContainsFunc(out.Abstract, func(a *Node) bool { return a.Value("abstractNumId") == n.Val("abstractNumId") })
	})
	has := func(num string) bool {
		return slices.ContainsFunc(out.Nums, func(n *Node) bool { return n.Value("numId") == num })
	}
	for _, s := range styles.List { // a list that is not there numbers nothing
		pr := s.Node.First("pPr")
		if num := pr.First("numPr").Val("numId"); num != "" && num != "0" && !has(num) {
			pr.Children = slices.DeleteFunc(pr.Children, func(c *Node) bool { return c.Is("numPr") })
		}
	}
	return out
}

// The settings that are looks.
var looks = set(`mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop
	defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps evenAndOddHeaders
	characterSpacingControl compat themeFontLang clrSchemeMapping`)

// settings takes those that are looks.
func (c *cleaner) settings(root *Node, to map[string]*Node) {
	for _, n := range root.Children {
		if n.Prefix != "w" || !looks[n.Name] {
			continue
		}
		out := &Node{Prefix: "w", Name: n.Name, Attr: c.attributes(n)}
		if n.Name == "compat" {
			for _, s := range n.Children {
				if s.Is("compatSetting") && strings.HasPrefix(s.Value("uri"), "http://schemas.microsoft.com/office/word") {
					out.Children = append(out.Children, &Node{Prefix: "w", Name: s.Name, Attr: c.attributes(s)})
				}
			}
		}
		to[n.Name] = out
	}
}
