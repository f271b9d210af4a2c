package pdfcheck

import (
	"strings"

	"wogreport/internal/pdfcheck/cos"
)

// structTree is the structure of a document (14.7).
type structTree struct {
	f       *cos.File
	roles   cos.Dict
	root    cos.Dict
	parents map[int64]cos.Object // by the keys of the parent tree
	top     []*element
	count   int
	cells   int // of tables, that are laid out
}

// standardTypes are those of ISO 32000-1, 14.8.4.
var standardTypes = func() map[cos.Name]bool {
	out := map[cos.Name]bool{}
	for _, n := range strings.Fields(`Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private
		P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code
		Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form`) {
		out[cos.Name(n)] = true
	}
	return out
}()

const mostElements = 2_000_000

// readTree reads the structure; it is empty where there is none.
func (d *document) readTree() *structTree {
	t := &structTree{f: d.f, root: d.f.Dict(d.catalog["StructTreeRoot"]), parents: map[int64]cos.Object{}}
	if t.root == nil {
		return t
	}
	t.roles = d.f.Dict(t.root["RoleMap"])
	d.nameTree(t.root["ParentTree"], "Nums", func(k, v cos.Object) bool {
		if n, ok := d.f.Int(k); ok {
			t.parents[n] = v
		}
		return true
	})
	seen := map[uintptr]bool{}
	t.top = t.kids(d, t.root["K"], nil, seen, 0)
	return t
}

// parent is what the parent tree has for a key.
func (t *structTree) parent(key int64) cos.Object { return t.parents[key] }

// kids reads the elements that K lists.
func (t *structTree) kids(d *document, k cos.Object, parent *element, seen map[uintptr]bool, depth int) []*element {
	if depth > deepestTree {
		return nil
	}
	list, ok := t.f.Resolve(k).(cos.Array)
	if !ok {
		if t.f.Resolve(k) == nil {
			return nil
		}
		list = cos.Array{k}
	}
	var out []*element
	for _, o := range list {
		x := t.f.Resolve(o)
		dict, ok := x.(cos.Dict)
		kind := t.f.Name(dict["Type"])
		if !ok || kind == "MCR" || kind == "OBJR" || dict["S"] == nil {
			if parent != nil && x != nil {
				parent.content++
				if obj := t.f.Dict(dict["Obj"]); obj != nil {
					parent.objects = append(parent.objects, obj)
				}
			}
			continue
		}
		n := refNumber(o)
		if seen[identity(dict)] || t.count > mostElements {
			continue
		}
		seen[identity(dict)] = true
		t.count++
		e := &element{document: d, Dict: dict, num: n, raw: t.f.Name(dict["S"]), parent: parent}
		e.standard = t.standardType(e.raw)
		e.kids = t.kids(d, dict["K"], e, seen, depth+1)
		out = append(out, e)
	}
	return out
}

// role is what a type is mapped to. A standard type that is mapped to itself, as
// some writers do, isn't mapped.
func (t *structTree) role(n cos.Name) (cos.Name, bool) {
	to, ok := t.f.Resolve(t.roles[n]).(cos.Name)
	return to, ok && (to != n || !standardTypes[n])
}

// standardType is the standard type that a type stands for.
func (t *structTree) standardType(n cos.Name) string {
	mapped, ok := t.role(n)
	if !ok {
		if standardTypes[n] {
			return string(n)
		}
		return ""
	}
	seen := map[cos.Name]bool{n: true}
	for range deepestTree {
		if standardTypes[mapped] && !seen[mapped] {
			return string(mapped)
		}
		if seen[mapped] {
			return ""
		}
		seen[mapped] = true
		if mapped, ok = t.role(mapped); !ok {
			return ""
		}
	}
	return ""
}

// circular reports whether a type's mapping leads back.
func (t *structTree) circular(n cos.Name) bool {
	seen := map[cos.Name]bool{}
	for ok := true; ok && len(seen) < deepestTree; n, ok = t.f.Resolve(t.roles[n]).(cos.Name) {
		if seen[n] {
			return true
		}
		seen[n] = true
	}
	return false
}

// remapped reports whether a standard type that a type leads to is mapped itself.
func (t *structTree) remapped(n cos.Name) bool {
	seen := map[cos.Name]bool{}
	for ok := true; ok && !seen[n] && len(seen) < deepestTree; n, ok = t.role(n) {
		seen[n] = true
		if _, mapped := t.role(n); mapped && standardTypes[n] {
			return true
		}
	}
	return false
}

// languageOf is the language of an element's dictionary, or of what is above it.
func (t *structTree) languageOf(d cos.Dict) *string {
	for range deepestTree {
		if d == nil {
			return nil
		}
		if s, ok := t.f.String(d["Lang"]); ok {
			v := text(s.Bytes)
			return &v
		}
		d = t.f.Dict(d["P"])
	}
	return nil
}
