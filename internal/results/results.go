// Package results owns results.json: every number of an analysis at full
// precision, under keys that stay. Encode is the one way in; its keys and their
// meanings stand in schema/results.schema.json. What is undefined is null, and
// the object that holds it says why under "undefined", by the stable key of
// the reason. Caveats stand in the object whose numbers they qualify.
package results

import (
	"io"

	"wogreport/internal/analysis"
	"wogreport/internal/statistics"
	"wogreport/internal/study"
)

// Encode writes r as JSON, indented by two spaces, with a final newline. The
// same results give the same bytes.
func Encode(w io.Writer, r *analysis.Results) error {
	var o object
	o.statistics(statistics.OfStudy, statistics.Study(r))
	o.add("synthetic", r.Synthetic)
	o.add("quality", quality(r.Quality))
	o.add("caveats", caveats(r.Caveats))
	if len(r.Assumed) > 0 {
		o.add("assumed", assumed(r.Assumed))
	}
	if len(r.Said) > 0 {
		said := list{}
		for _, what := range r.Said {
			said = append(said, what)
		}
		o.add("said", said)
	}
	constructs := list{}
	for i := range r.Constructs {
		constructs = append(constructs, construct(&r.Constructs[i]))
	}
	o.add("constructs", constructs)
	if len(r.Profile) > 0 {
		profile := list{}
		for _, p := range r.Profile {
			var o object
			o.add("id", p.ID)
			values := list{}
			for _, v := range p.Values {
				var x object
				x.add("value", v.Value)
				x.add("n", v.N)
				x.value("percent", v.Percent)
				values = append(values, x)
			}
			o.add("values", values)
			o.add("not_stated", p.Unknown)
			o.add("withheld", p.Withheld)
			profile = append(profile, o)
		}
		o.add("profile", profile)
	}
	if len(r.Relations) > 0 {
		relations := list{}
		for i := range r.Relations {
			var x object
			x.statistics(statistics.OfRelation, statistics.Relation(r, &r.Relations[i]))
			relations = append(relations, x)
		}
		o.add("relations", relations)
	}
	if len(r.Groups) > 0 {
		o.add("groups", groupings(r))
	}
	if r.IKM != nil {
		o.add("ikm", ikm(r.IKM))
	}
	if r.Importance != nil {
		o.add("importance", importance(r.Importance))
	}
	return write(w, o)
}

func quality(q analysis.Quality) object {
	var o, x, rule object
	x.add("empty", q.Excluded.Empty)
	x.add("duplicates", q.Excluded.Duplicates)
	x.add("straightliners", q.Excluded.Straightliners)
	o.add("rows", q.Rows)
	o.add("empty", q.Empty)
	count(&o, "duplicates", q.DuplicatesValue())
	count(&o, "straightliners", q.StraightValue())
	if q.StraightFrom > 0 {
		rule.add("straightliner_min_items", q.StraightFrom)
	}
	if q.ByIdentifier {
		rule.add("duplicates_by", "identifier")
	} else {
		rule.add("duplicates_by", "answers")
		rule.add("duplicates_within_minutes", q.Minutes)
	}
	o.add("rules", rule)
	o.add("excluded", x)
	o.add("unread", q.Unread)
	if q.Hidden > 0 {
		var h object
		h.add("rows", q.Hidden)
		h.add("left_out", q.HiddenLeft)
		o.add("hidden", h)
	}
	return o
}

// count adds a whole number, or null and its reason.
func count(o *object, key string, v analysis.Value) {
	if n, ok := v.Get(); ok {
		o.add(key, int(n))
		return
	}
	o.null(key, v.Reason())
}

// assumed is what the study left open and its author went on with.
func assumed(as []study.Assumption) list {
	l := list{}
	for _, a := range as {
		var o object
		for _, field := range []struct{ key, text string }{{"kind", a.Kind}, {"what", a.What}, {"why", a.Why}, {"other", a.Other}, {"where", a.Where}} {
			if field.text != "" {
				o.add(field.key, field.text)
			}
		}
		l = append(l, o)
	}
	return l
}

func construct(c *analysis.Construct) object {
	var o object
	o.add("id", c.ID)
	o.statistics(statistics.OfConstruct, statistics.Construct(c))
	o.add("inter_item_r", objects{len(c.InterItem), func(o *object, i int) {
		o.statistics(statistics.OfItemPair, statistics.ItemPair(c, &c.InterItem[i]))
	}})
	if c.Scores != nil {
		o.add("score_classes", scoreClasses(c.Scores))
		o.add("score_histogram", scoreHistogram(c.Scores))
	}
	o.add("caveats", caveats(c.Caveats))
	items := list{}
	for i := range c.Items {
		items = append(items, item(c, &c.Items[i]))
	}
	o.add("items", items)
	return o
}

func item(c *analysis.Construct, it *analysis.Item) object {
	var o object
	o.add("id", it.ID)
	o.statistics(statistics.OfItem, statistics.Item(c, it))
	o.shares(c, it)
	o.add("caveats", caveats(it.Caveats))
	return o
}
