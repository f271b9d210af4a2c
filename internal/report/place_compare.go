package report

import (
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/charts"
	"wogreport/internal/diag"
	"wogreport/internal/document"
	"wogreport/internal/view"
)

// wholeTableOf makes a table of the whole report; nil where there is none of
// the name. A table that the study does not ask for comes out nil, and nothing
// then stands in its place.
func (c *composer) wholeTableOf(name string) func() *document.Table {
	switch name {
	case "overview":
		return c.overviewTable
	case "ikm":
		return c.ikmTable
	case "importance":
		return c.importanceTable
	case "profile":
		return c.profileTable
	case "scores":
		return c.scoreClassesTable
	case "normality":
		return c.normalityTable
	case "relations":
		return c.relationsTable
	case "relation-pairs":
		return c.relationPairs
	case "quality":
		return c.qualityTable
	case "classes":
		return c.classesTable
	}
	return nil
}

// placeWhole places a table of the whole report.
func (c *composer) placeWhole(what string, make func() *document.Table) []document.Block {
	return c.placeAs("table:"+what, make)
}

// placeGroups places tables of comparisons: table:groups/GROUPING/CONSTRUCT of
// one, with fewer names of all.
func (c *composer) placeGroups(what, rest string, make func(string, *view.GroupedView) *document.Table) []document.Block {
	grouping, construct, _ := strings.Cut(rest, "/")
	directive := "table:" + what
	gs := c.groupings(directive, grouping)
	constructs := c.chosen(directive+"/"+grouping, construct)
	var out []document.Block
	for _, g := range gs {
		kind, make := what, make
		if what == "groups" && len(g.Groups) > fewGroups {
			kind, make = "group-scores", c.groupScores
		}
		compared := slices.DeleteFunc(slices.Clone(constructs), func(cv *view.ConstructView) bool { return c.views[c.body].FindCompared(g.ID, cv.ID) == nil })
		of := c.siblingsOf(directive+"/"+g.ID, "caption."+kind, g.ID, idsOf(compared), func(id string, i int) *document.Table {
			return make(id, c.views[c.body].FindCompared(g.ID, compared[i].ID))
		})
		if len(compared) > 1 {
			out = append(out, c.mergedTables(of)...)
			continue
		}
		for i, cv := range compared {
			id := of.id + "/" + cv.ID
			placed := c.placeAs(id, func() *document.Table { return of.of[i].make(id) })
			if len(placed) > 0 && !cv.Several {
				c.alsoNamed(of.id, id)
			}
			out = append(out, placed...)
		}
	}
	return out
}

// alsoNamed lets a block be referred to by another name too.
func (c *composer) alsoNamed(name, id string) {
	c.ids[name] = true
	c.labels[name], c.seconds[name] = c.labels[id], c.seconds[id]
	c.targets[name] = id
}

// placeGroupFigures places the charts of groupings.
func (c *composer) placeGroupFigures(grouping string) []document.Block {
	var out []document.Block
	for _, g := range c.groupings("figure:groups", grouping) {
		for i, f := range c.grouped[g.ID] {
			id := "figure:" + groupFigureName(g, i)
			if !c.claim(id) {
				continue
			}
			part := 0
			if len(c.grouped[g.ID]) > 1 {
				part = i + 1
			}
			caption := "caption.group-means"
			if g.Census {
				caption += "@census"
			}
			beside := []string{"table:groups/" + g.ID}
			for _, cv := range g.Compared {
				beside = append(beside, "table:groups/"+g.ID+"/"+cv.Construct.ID)
			}
			out = append(out, c.figure(id, f, caption, func(v *view.View) any {
				return view.GroupPartView{Grouping: v.FindGrouping(g.ID), Part: part}
			}, beside...))
			if i == 0 {
				c.alsoNamed("figure:groups/"+g.ID, id)
			}
		}
	}
	return out
}

// placeImportance places the chart of importance and performance.
func (c *composer) placeImportance() []document.Block {
	const id = "figure:importance"
	if c.quadrants == nil || !c.claim(id) {
		return nil
	}
	return []document.Block{c.figure(id, *c.quadrants, "caption.importance", func(v *view.View) any { return v }, "table:importance")}
}

// figure is a drawing with its caption and number. Beside it stand tables of its
// numbers, of which its words for readers who do not see it name those that there are.
func (c *composer) figure(id string, f charts.Figure, caption string, data func(*view.View) any, tables ...string) *document.Figure {
	words := c.caption("word.figure", caption, data)
	c.labels[id], c.seconds[id] = words.Label, words.SecondLabel
	out := &document.Figure{ID: id, Caption: words, Width: f.Width, Height: f.Height, Draw: f.Draw, Chart: f.Chart, Alt: f.Alt}
	if f.Stretched != nil {
		out.Stretched = func(by float64) (vg.Length, func(vg.Canvas)) {
			f := f.Stretched(by)
			return f.Height, f.Draw
		}
	}
	c.besides = append(c.besides, beside{out, tables})
	return out
}

func (c *composer) unknownGrouping(directive, id string, known []string) {
	hint := "the study has no groups"
	if len(known) > 0 {
		hint = "a comparison is named by the id of its grouping: " + strings.Join(known, ", ")
	}
	if s := diag.Suggest(id, known); s != "" {
		hint = "did you mean " + directive + "/" + s + "?"
	}
	c.problem("unknown-grouping", "no grouping has the id "+strconv.Quote(id), hint)
}
