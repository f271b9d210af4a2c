package pdf

import (
	"slices"
	"strconv"
	"strings"

	"wogreport/internal/document"
)

// objectList are objects that are added to fpdf's, numbered from first.
type objectList struct {
	first int
	list  []object
}

// next is the number of the object that is added next.
func (l *objectList) next() int { return l.first + len(l.list) }

// add adds an object and gives its number.
func (l *objectList) add(o object) int {
	l.list = append(l.list, o)
	return l.first + len(l.list) - 1
}

// pageObject is the number of fpdf's object of a page, from 0.
func pageObject(page int) int { return 3 + 2*page }

// annotations adds the areas of links and gives, for each page, what its
// dictionary says of them. Their keys in the parent tree come after the pages'.
func (pw *pageWriter) annotations(to *objectList, pages int) (entries []string, first int) {
	first = to.next()
	on := make([][]byte, pages)
	for i, a := range pw.annots {
		b := []byte("<</Type/Annot/Subtype/Link/Rect ")
		b = a.at.append(b)
		b = append(b, "/Border[0 0 0]/F 4 "...) // it may be printed
		b = append(b, a.action...)
		if pw.tags != nil {
			b = appendString(append(b, "/Contents "...), a.contents)
			b = strconv.AppendInt(append(b, "/StructParent "...), int64(pages+i), 10)
		}
		n := to.add(object{body: append(b, ">>\n"...)})
		on[a.page] = appendRef(append(on[a.page], ' '), n)
	}
	entries = make([]string, pages)
	for i := range entries {
		if len(on[i]) > 0 {
			entries[i] = "/Annots[" + string(on[i]) + "]\n"
		}
		if pw.tags != nil {
			entries[i] += "/Tabs/S/StructParents " + strconv.Itoa(i) + "\n"
		}
	}
	return entries, first
}

func (r *rectangleOf) append(b []byte) []byte {
	b = append(b, '[')
	for i, v := range [...]float64{r.left, r.bottom, r.right, r.top} {
		if i > 0 {
			b = append(b, ' ')
		}
		b = strconv.AppendFloat(b, v, 'f', 2, 64)
	}
	return append(b, ']')
}

func appendRef(b []byte, number int) []byte {
	return append(strconv.AppendInt(b, int64(number), 10), " 0 R"...)
}

// structureWriter writes the structure's objects.
type structureWriter struct {
	to     *objectList
	annots int // the number of the first annotation's object
	root   int // of the structure tree's
	ids    []elementID
	links  []int // the number of the Link of each annotation
}

type elementID struct {
	id     string
	number int
}

// objects adds the structure and gives the number of its root. The objects of so
// many annotations begin at annots.
func (t *tagger) objects(to *objectList, annots, count int) int {
	w := &structureWriter{to: to, annots: annots, links: make([]int, count)}
	w.root = to.next()
	to.add(object{})
	t.root.prune()
	nodes := t.root.all(make([]*node, 0, len(t.nodes)))
	// Elements of one kind are alike, so that they take fewer bytes beside each other.
	slices.SortStableFunc(nodes, func(a, b *node) int { return strings.Compare(string(a.Tag), string(b.Tag)) })
	to.list = slices.Grow(to.list, len(nodes)+3) // the trees of parents and IDs, and what describes the document
	for i, n := range nodes {
		n.number = to.next() + i
	}
	for _, n := range nodes {
		w.element(n)
	}

	tree := []byte("<</Nums[")
	for i, nodes := range t.parents {
		tree = append(strconv.AppendInt(append(tree, ' '), int64(i), 10), "["...)
		for k, n := range nodes {
			if k > 0 {
				tree = append(tree, ' ')
			}
			tree = appendRef(tree, n.number)
		}
		tree = append(tree, ']')
	}
	for i, n := range w.links {
		tree = strconv.AppendInt(append(tree, ' '), int64(len(t.parents)+i), 10)
		tree = appendRef(append(tree, ' '), n)
	}
	parents := to.add(object{body: append(tree, "]>>\n"...)})

	b := appendRef([]byte("<</Type/StructTreeRoot/K "), t.root.number)
	b = appendRef(append(b, "/ParentTree "...), parents)
	b = strconv.AppendInt(append(b, "/ParentTreeNextKey "...), int64(len(t.parents)+count), 10)
	if len(w.ids) > 0 {
		b = appendRef(append(b, "/IDTree "...), to.add(object{body: idTree(w.ids)}))
	}
	to.list[w.root-to.first].body = append(b, ">>\n"...)
	return w.root
}

// idTree is the name tree of the elements' IDs, which are sorted in it.
func idTree(ids []elementID) []byte {
	slices.SortFunc(ids, func(a, b elementID) int { return strings.Compare(a.id, b.id) })
	b := []byte("<</Kids[<</Limits[")
	b = append(appendString(b, ids[0].id), ' ')
	b = append(appendString(b, ids[len(ids)-1].id), "]/Names["...)
	for _, e := range ids {
		b = append(appendRef(append(appendString(b, e.id), ' '), e.number), ' ')
	}
	return append(b, "]>>]>>\n"...)
}

// prune takes out elements of which nothing was drawn, but for cells, which keep
// their place, and reports whether this one stays.
func (n *node) prune() bool {
	n.children = slices.DeleteFunc(n.children, func(c *node) bool { return !c.prune() })
	return len(n.children) > 0 || len(n.kids) > 0 || n.Tag == document.TagTH || n.Tag == document.TagTD
}

// all adds the element and those in it to a list, in reading order.
func (n *node) all(to []*node) []*node {
	to = append(to, n)
	for _, k := range n.kids {
		if k.node != nil {
			to = k.node.all(to)
		}
	}
	for _, c := range n.children {
		to = c.all(to)
	}
	return to
}

// element adds a node's object.
func (w *structureWriter) element(n *node) {
	parent := w.root
	if n.parent != nil {
		parent = n.parent.number
	}
	b := make([]byte, 0, 96+16*(len(n.kids)+len(n.children)))
	b = append(append(b, "<</S/"...), n.Tag...)
	b = appendRef(append(b, "/P "...), parent)
	page := -1 // of most content
	for _, k := range n.kids {
		if k.node == nil {
			page = k.page
			break
		}
	}
	if page >= 0 {
		b = appendRef(append(b, "/Pg "...), pageObject(page))
	}
	if n.Lang != "" && (n.parent == nil || n.Lang != n.parent.lang) {
		b = append(append(append(b, "/Lang("...), n.Lang...), ')')
	}
	if n.Alt != "" {
		b = appendString(append(b, "/Alt "...), atMostRunes(n.Alt, longestString))
	}
	if n.ID != "" {
		b = appendString(append(b, "/ID "...), n.ID)
		w.ids = append(w.ids, elementID{n.ID, n.number})
	}
	b = n.attributes(b)
	switch len(n.kids) + len(n.children) {
	case 0:
	case 1:
		b = w.kids(append(b, "/K"...), n, page)
	default:
		b = w.kids(append(b, "/K["...), n, page)
		b = append(b, ']')
	}
	w.to.add(object{body: append(b, ">>\n"...)})
}

// kids are what an element holds, in reading order.
func (w *structureWriter) kids(b []byte, n *node, page int) []byte {
	for _, k := range n.kids {
		b = append(b, ' ')
		switch {
		case k.node != nil:
			b = appendRef(b, k.node.number)
		case k.annot > 0:
			w.links[k.annot-1] = n.number
			b = append(b, "<</Type/OBJR"...)
			if k.page != page {
				b = appendRef(append(b, "/Pg "...), pageObject(k.page))
			}
			b = append(appendRef(append(b, "/Obj "...), w.annots+k.annot-1), ">>"...)
		case k.page != page:
			b = appendRef(append(b, "<</Type/MCR/Pg "...), pageObject(k.page))
			b = append(strconv.AppendInt(append(b, "/MCID "...), int64(k.mcid), 10), ">>"...)
		default:
			b = strconv.AppendInt(b, int64(k.mcid), 10)
		}
	}
	for _, c := range n.children {
		b = appendRef(append(b, ' '), c.number)
	}
	return b
}

// attributes are those of layout, of tables and of lists (ISO 32000-1, 14.8.5).
func (n *node) attributes(b []byte) []byte {
	switch {
	case n.box != nil:
		b = append(n.box.append(append(b, "/A<</O/Layout/Placement/Block/BBox "...)), ">>"...)
	case n.Tag == document.TagNote:
		b = append(b, "/A<</O/Layout/Placement/Block>>"...)
	case n.Tag == document.TagL && n.Ordered:
		b = append(b, "/A<</O/List/ListNumbering/Decimal>>"...)
	case n.Tag == document.TagL:
		b = append(b, "/A<</O/List/ListNumbering/Disc>>"...)
	case n.Cell != nil:
		b = append(b, "/A<</O/Table"...)
		c := n.Cell
		if c.Scope != "" {
			b = append(append(b, "/Scope/"...), c.Scope...)
		}
		if c.RowSpan > 1 {
			b = strconv.AppendInt(append(b, "/RowSpan "...), int64(c.RowSpan), 10)
		}
		if c.ColSpan > 1 {
			b = strconv.AppendInt(append(b, "/ColSpan "...), int64(c.ColSpan), 10)
		}
		if len(c.Headers) > 0 {
			b = append(b, "/Headers["...)
			for _, id := range c.Headers {
				b = append(appendString(b, id), ' ')
			}
			b = append(b, ']')
		}
		b = append(b, ">>"...)
	}
	return b
}
