package docx

import (
	"slices"
	"strconv"
)

// list is how the items of a list are numbered and indented.
type list struct {
	ordered    bool
	start      int
	level      int     // how many lists are around it
	template   string  // the number of the template's list that it goes by, "" for none
	left, hang float64 // the indent of its text, and how far its labels hang out of it
}

// numbered is the number by which the items of a list refer to it. Lists of bullets that
// look alike are one.
func (w *writer) numbered(l list) int {
	if !l.ordered {
		l.start = 1
		if i := slices.Index(w.lists, l); i >= 0 {
			return i + 1
		}
	}
	w.lists = append(w.lists, l)
	return len(w.lists)
}

// numberOf is the number of a list and the level in it, as the template has them: bullets come with the style, a
// numbered list counts by the style's definition from its own start.
func (w *writer) numberOf(l list) (number, level int) {
	s := w.pack.styles.template(styleList(l.ordered, l.level))
	num := ""
	if s != nil {
		num, level = s.Numbered()
	}
	switch {
	case num == "" || w.abstractOf(num, 0) == "":
		return w.numbered(l), l.level
	case !l.ordered:
		return 0, 0
	}
	return w.numbered(list{ordered: true, start: l.start, level: level, template: num}), level
}

// numbering writes the definitions of the lists.
func (w *writer) numbering() {
	if r := w.ref(); len(w.lists) == 0 && (r == nil || len(r.Lists.Nums) == 0) {
		return
	}
	p := w.pack.add("word/numbering.xml", typeNumbering)
	w.main.relate(relNumbering, p.name, false)
	p.WriteString(xmlHead)
	p.open("w:numbering", namespaces...)
	var kinds []list // what differs between definitions
	kindOf := func(l list) int {
		l.start = 1
		if i := slices.Index(kinds, l); i >= 0 {
			return i
		}
		kinds = append(kinds, l)
		return len(kinds) - 1
	}
	for _, l := range w.lists {
		if l.template == "" {
			kindOf(l)
		}
	}
	for i, l := range kinds {
		p.open("w:abstractNum", "w:abstractNumId", strconv.Itoa(i))
		p.val("w:multiLevelType", "hybridMultilevel")
		p.open("w:lvl", "w:ilvl", strconv.Itoa(l.level))
		p.val("w:start", "1")
		if l.ordered {
			p.val("w:numFmt", "decimal")
			p.val("w:lvlText", "%"+strconv.Itoa(l.level+1)+".")
		} else {
			p.val("w:numFmt", "bullet")
			p.val("w:lvlText", "•")
		}
		p.val("w:lvlJc", "left")
		p.open("w:pPr")
		p.empty("w:ind", "w:left", twips(l.left), "w:hanging", twips(l.hang))
		p.close("w:pPr")
		p.close("w:lvl")
		p.close("w:abstractNum")
	}
	w.takeLists(p, len(kinds), true)
	for i, l := range w.lists {
		p.open("w:num", "w:numId", strconv.Itoa(i+1))
		if l.template != "" {
			p.val("w:abstractNumId", w.abstractOf(l.template, len(kinds)))
		} else {
			p.val("w:abstractNumId", strconv.Itoa(kindOf(l)))
		}
		if l.ordered {
			p.open("w:lvlOverride", "w:ilvl", strconv.Itoa(l.level))
			p.val("w:startOverride", strconv.Itoa(l.start))
			p.close("w:lvlOverride")
		}
		p.close("w:num")
	}
	w.takeLists(p, len(kinds), false)
	p.close("w:numbering")
}
