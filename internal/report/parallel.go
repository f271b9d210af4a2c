package report

import (
	"strconv"
	"strings"

	"wogreport/internal/document"
)

// parallel is a block of the template in the second language, for a layout
// that gives the results in both: of an item, a construct
// or a grouping by its id, of a comparison by GROUPING/CONSTRUCT, or of the
// whole report. Other layouts have nothing there.
func (c *composer) parallel(name string) []document.Block {
	if !c.st.Layout.Parallel || c.second == "" {
		return nil
	}
	block, id, _ := strings.Cut(name, "/")
	var data any
	v := c.views[c.second]
	if id == "" {
		data = v
	} else if cv := v.FindConstruct(id); cv != nil {
		data = cv
	}
	if grouping, construct, ok := strings.Cut(id, "/"); ok {
		if cv := v.FindCompared(grouping, construct); cv != nil {
			data = cv
		}
	} else if g := v.FindGrouping(id); g != nil {
		data = g
	}
	for _, it := range v.Items {
		if it.ID == id {
			data = it
		}
	}
	if data == nil {
		c.problem("unknown-item", "no item or construct has the id "+strconv.Quote(id), "")
		return nil
	}
	src, ok := c.wording[c.second].Execute(block, data)
	if !ok {
		return nil
	}
	out := c.blocks(c.second, src)
	each(out, func(spans []document.Span) {
		for i := range spans {
			spans[i].Lang = c.second
		}
	})
	return out
}
