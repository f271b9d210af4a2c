package pdf

import (
	"fmt"
	"strings"
	"testing"

	"wogreport/internal/document"
	"wogreport/internal/pdf/layout"
	"wogreport/internal/pdf/pdftest"
)

// tagTree is the structure of a document's file as text: each element with its
// language, alternative text and place in a table, and what is drawn of it.
func tagTree(t *testing.T, d *document.Document, opt Options) string {
	t.Helper()
	type at struct {
		n   *node
		kid int
	}
	said := map[at]string{}
	var root *node
	opt.told = func(n *node, s string) {
		said[at{n, len(n.kids) - 1}] += s
		for root = n; root.parent != nil; root = root.parent {
		}
	}
	write(t, d, opt)
	var b strings.Builder
	var dump func(n *node, indent string)
	dump = func(n *node, indent string) {
		fmt.Fprintf(&b, "%s%s", indent, n.Tag)
		if n.Lang != "" && (n.parent == nil || n.Lang != n.parent.lang) {
			fmt.Fprintf(&b, " lang=%s", n.Lang)
		}
		if n.key.link != "" {
			fmt.Fprintf(&b, " to=%s", n.key.link)
		}
		if n.ID != "" {
			fmt.Fprintf(&b, " id=%s", n.ID)
		}
		if c := n.Cell; c != nil {
			fmt.Fprintf(&b, " %s", c.Scope)
			if c.RowSpan > 1 || c.ColSpan > 1 {
				fmt.Fprintf(&b, " spans=%dx%d", c.RowSpan, c.ColSpan)
			}
			if len(c.Headers) > 0 {
				fmt.Fprintf(&b, " heads=%v", c.Headers)
			}
		}
		if n.Alt != "" {
			fmt.Fprintf(&b, " alt=%q", n.Alt)
		}
		for i, k := range n.kids {
			switch s := said[at{n, i}]; {
			case k.node != nil:
				b.WriteString("\n")
				dump(k.node, indent+"  ")
			case s != "" && i == 0:
				fmt.Fprintf(&b, " %q", s)
			case s != "":
				fmt.Fprintf(&b, "\n%s  %q", indent, s)
			}
		}
		for _, c := range n.children {
			b.WriteString("\n")
			dump(c, indent+"  ")
		}
	}
	dump(root, "")
	return b.String() + "\n"
}

func TestTagTrees(t *testing.T) {
	columns := DefaultOptions()
	columns.Columns, columns.Abstracts = 2, layout.SideBySide
	for name, tree := range map[string]string{
		"article":    tagTree(t, pdftest.Article(), DefaultOptions()),
		"evaluation": tagTree(t, pdftest.Evaluation(t, 2), DefaultOptions()),
		"noted":      tagTree(t, pdftest.Noted(), columns),
	} {
		pdftest.Golden(t, name+".tags", tree)
	}
}
