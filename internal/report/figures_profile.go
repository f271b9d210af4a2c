package report

import (
	"wogreport/internal/charts"
	"wogreport/internal/document"
	"wogreport/internal/lang"
	"wogreport/internal/view"
)

// profileFigures draws the columns of the profile of which the study asks for a chart.
func (c *composer) profileFigures() []NamedFigure {
	var out []NamedFigure
	w := c.wording[c.body]
	for _, p := range c.views[c.body].Profile {
		if !p.Chart {
			continue
		}
		b := charts.Bars{
			AxisLabel:  w.Get("axis.count"),
			FormatTick: func(n int) string { return lang.Int(c.body, n) },
			Alt:        document.Plain(c.inline(c.body, w.Line("alt.profile", p))),
		}
		for _, x := range p.Values {
			text := lang.Int(c.body, x.N)
			if percent, ok := x.Percent.Get(); ok {
				text += " (" + lang.Percent(c.body, percent, 1) + ")"
			}
			b.Categories, b.Counts, b.Texts = append(b.Categories, c.plain(x.Name)), append(b.Counts, x.N), append(b.Texts, text)
		}
		out = append(out, NamedFigure{"profile-" + p.ID, charts.ItemBars(b, c.opt.Item)})
	}
	return out
}

// placeProfileFigures places the charts of the profile.
func (c *composer) placeProfileFigures() []document.Block {
	var out []document.Block
	for i, p := range c.views[c.body].Profile {
		id := "figure:profile-" + p.ID
		if f, ok := c.scored["profile-"+p.ID]; ok && p.Chart && c.claim(id) {
			out = append(out, c.figure(id, f, "caption.profile-chart", func(v *view.View) any { return v.Profile[i] }, "table:profile"))
		}
	}
	return out
}
