package study

import (
	"math"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

func publishedShape() shape[Published] {
	return object("the keys of published",
		figureKey("n", "how many answered", "n"),
		figureKey("alpha", "Cronbach's alpha", "alpha"),
		figureKey("r_table", "the critical r", "r_table"),
		key("items", "figures of items, by their ids", mapping("items by id", true, publishedItem(),
			func(_ *decoder, k *yaml.Node, of Published, p *Published) {
				for _, f := range of.Figures {
					f.Item = k.Value
					p.Figures = append(p.Figures, f)
				}
			}), func(p *Published) *Published { return p }),
	)
}

func publishedItem() shape[Published] {
	return object("the figures of an item",
		figureKey("r", "its item–total correlation", "r"),
		key("counts", "answers by scale value", figuresByValue("count"), func(p *Published) *Published { return p }),
		key("percents", "percents by scale value", figuresByValue("percent"), func(p *Published) *Published { return p }),
	)
}

// figureKey is a key with one printed figure.
func figureKey(name, doc, stat string) field[Published] {
	return key(name, doc, via(figure(stat), appendFigure), func(p *Published) *Published { return p })
}

func appendFigure(f PublishedFigure, p *Published) { p.Figures = append(p.Figures, f) }

// figure reads a number with the decimals it was printed with.
func figure(stat string) shape[PublishedFigure] {
	num := number(Range{Min: -1, Max: math.Inf(1)})
	return shape[PublishedFigure]{num.spec, func(d *decoder, n *yaml.Node, path string, f *PublishedFigure) bool {
		if !num.decode(d, n, path, &f.Figure) {
			return false
		}
		if strings.ContainsAny(n.Value, "eE") {
			d.Errorf(d.at(n), "bad-value", "write the figure as it was printed, not as %s", excerpt(n.Value))
			return false
		}
		f.Stat, f.Pos = stat, d.at(n)
		if _, decimals, ok := strings.Cut(n.Value, "."); ok {
			f.Decimals = len(decimals)
		}
		return true
	}}
}

// figuresByValue reads {4: 36}. Whether 4 is on the item's scale is checked
// once the scales are known.
func figuresByValue(stat string) shape[Published] {
	return mapping("figures by scale value", false, figure(stat),
		func(d *decoder, k *yaml.Node, f PublishedFigure, p *Published) {
			v, err := strconv.Atoi(k.Value)
			if err != nil {
				d.Errorf(d.at(k), "bad-value", "a %s stands under the number of a scale point, not under %q", stat, excerpt(k.Value))
				return
			}
			f.Value = v
			appendFigure(f, p)
		})
}

// checkPublished finds figures of items or scale points that the study has not.
func (d *decoder) checkPublished(s *Study) {
	if s.Published == nil {
		return
	}
	scales := map[string]Scale{}
	var ids []string
	for _, c := range s.Constructs {
		for _, i := range c.Items {
			scales[i.ID] = c.Scale
			ids = append(ids, i.ID)
		}
	}
	unknown := map[string]bool{}
	for i, f := range s.Published.Figures {
		scale, ok := scales[f.Item]
		if !ok && f.Item != "" && !unknown[f.Item] {
			unknown[f.Item] = true
			d.Errorf(d.pos["published.items."+f.Item], "unknown-item", "no item has the id %q", excerpt(f.Item))
			d.didYouMean(f.Item, ids)
		}
		if !ok || len(scale.Points) == 0 || f.Stat != "count" && f.Stat != "percent" {
			continue
		}
		if !scale.has(f.Value) {
			d.Errorf(f.Pos, "bad-value", "%d is not a point of the scale of %s", f.Value, f.Item)
		}
		// Figures are printed by the numbers that people ticked.
		s.Published.Figures[i].Value = scale.InFile(f.Value)
	}
}
