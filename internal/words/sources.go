package words

import (
	"slices"
	"strings"
	"text/template/parse"
	"unicode/utf8"

	"wogreport/internal/diag"
	"wogreport/internal/markdown"
)

// Sources are the files that a document's Markdown comes from, by the numbers
// that its marks have: first the program's own, then the author's.
type Sources struct {
	own   []markdown.Source
	texts []text
}

// text is a text that has one place, such as a text of the study file: templates
// compute with it, so that it bears no marks.
type text struct {
	text string
	pos  diag.Pos
}

// number is the number of a source of the author's.
func (s *Sources) number(src markdown.Source) int {
	same := func(o markdown.Source) bool { return o.File == src.File && o.After == src.After && o.Part == src.Part }
	i := slices.IndexFunc(s.own, same)
	if i < 0 {
		i = len(s.own)
		s.own = append(s.own, src)
	}
	return len(files()) + 1 + i
}

// Pos is a place in the files; the zero Place is none.
func (s *Sources) Pos(p markdown.Place) (diag.Pos, bool) {
	builtin := files()
	switch i := p.File - len(builtin) - 1; {
	case p.Line == 0:
		return diag.Pos{}, false
	case p.File >= 1 && p.File <= len(builtin):
		return diag.Pos{File: "templates/" + builtin[p.File-1], Line: p.Line, Col: p.Col}, true
	case i >= 0 && i < len(s.own):
		pos := diag.Pos{File: s.own[i].File, Line: p.Line + s.own[i].After, Col: p.Col}
		if s.own[i].Part {
			pos.Col = 0
		}
		return pos, true
	}
	return diag.Pos{}, false
}

// Note remembers the place of a text in which a problem may show later.
func (s *Sources) Note(t string, pos diag.Pos) {
	if (pos.Line > 0 || pos.Cell != "") && (strings.Contains(t, "](") || strings.Contains(t, "[@")) {
		s.texts = append(s.texts, text{t, pos})
	}
}

// Noted is the place of the first noted text that holds a link or a key.
func (s *Sources) Noted(part string) (diag.Pos, bool) {
	i := slices.IndexFunc(s.texts, func(t text) bool { return strings.Contains(t.text, part) })
	if i < 0 {
		return diag.Pos{}, false
	}
	return s.texts[i].pos, true
}

// placer gives the places of a source's text, which may differ from it in
// what stands inside lines.
func (s *Sources) placer(src markdown.Source, text string) func(int) markdown.Place {
	return placesOf(s.number(src), text)
}

// builtinPlacer gives the places of a part of a built-in file.
func builtinPlacer(file, text string) func(int) markdown.Place {
	return placesOf(1+slices.Index(files(), file), text)
}

// placesOf gives places in a text. It goes on from the one before, where that
// is possible: a text with many links is gone through once.
func placesOf(file int, text string) func(offset int) markdown.Place {
	p, done := markdown.Place{File: file, Line: 1, Col: 1}, 0
	return func(offset int) markdown.Place {
		if offset < done {
			p, done = markdown.Place{File: file, Line: 1, Col: 1}, 0
		}
		part := text[done:offset]
		if i := strings.LastIndexByte(part, '\n'); i >= 0 {
			p.Line += strings.Count(part, "\n")
			p.Col = 1
			part = part[i+1:]
		}
		p.Col += utf8.RuneCountInString(part)
		done = offset
		return p
	}
}

// markTree puts marks into the texts of a template, and into the ids that its
// links are made of ({{ref "figure:P1"}}).
func markTree(n parse.Node, at func(offset int) markdown.Place) {
	branch := func(b *parse.BranchNode) {
		markTree(b.List, at)
		if b.ElseList != nil {
			markTree(b.ElseList, at)
		}
	}
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			break
		}
		for _, child := range n.Nodes {
			markTree(child, at)
		}
	case *parse.TextNode:
		from := int(n.Pos)
		n.Text = []byte(markdown.Marked(string(n.Text), func(offset int) markdown.Place { return at(from + offset) }))
	case *parse.ActionNode:
		for _, c := range n.Pipe.Cmds {
			if len(c.Args) != 2 || len(n.Pipe.Cmds) > 1 { // what is piped on may be computed with
				continue
			}
			f, ok1 := c.Args[0].(*parse.IdentifierNode)
			id, ok2 := c.Args[1].(*parse.StringNode)
			if ok1 && ok2 && f.Ident == "ref" {
				id.Text = at(int(id.Pos)+1).String() + id.Text
			}
		}
	case *parse.IfNode:
		branch(&n.BranchNode)
	case *parse.RangeNode:
		branch(&n.BranchNode)
	case *parse.WithNode:
		branch(&n.BranchNode)
	}
}
