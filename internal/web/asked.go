package web

import (
	"fmt"
	"slices"
	"strconv"

	"gopkg.in/yaml.v3"

	"wogreport/internal/columns"
	"wogreport/internal/draft"
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// Option is one answer to an open assumption: what its button says, and the changes that make the
// study follow it. The first confirms what is assumed.
type Option struct {
	Text  map[lang.Tag]string `json:"text"`
	Edits []study.Edit        `json:"edits"`
}

// options are the answers to an open assumption, as far as the draft of these answers had them and
// they can still be made of the study; none where it can only be confirmed.
func (s *Session) options(a study.Assumption, scales []Scale, text []byte) []Option {
	i := slices.IndexFunc(s.asked, func(d draft.Asked) bool { return d.Kind == a.Kind && d.What == a.What })
	if i < 0 {
		return []Option{}
	}
	var raw any
	_ = yaml.Unmarshal(text, &raw) // a file that is no such thing has its error
	out := []Option{}
	for k, o := range s.asked[i].Options {
		edits := []study.Edit{}
		if k > 0 {
			if edits = editsOf(o, s.asked[i], scales, raw); len(edits) == 0 {
				continue
			}
		}
		each := Option{Text: map[lang.Tag]string{}, Edits: edits}
		for _, l := range lang.All {
			each.Text[l] = o.Text.In(l)
		}
		out = append(out, each)
	}
	if len(out) == 1 {
		return []Option{}
	}
	return out
}

// editsOf are the changes of a study that follow from an option, none where its scale is not found.
func editsOf(o columns.Option, about draft.Asked, all []Scale, raw any) []study.Edit {
	k := slices.IndexFunc(all, func(s Scale) bool { return s.asDrafted(about) })
	if k < 0 {
		return nil
	}
	s := all[k]
	var edits []study.Edit
	for _, bound := range []struct {
		key string
		to  *int
	}{{"min", o.Min}, {"max", o.Max}} {
		if bound.to != nil {
			edits = append(edits, study.Edit{Path: s.Path + "." + bound.key, Value: *bound.to})
		}
	}
	if o.As != nil {
		for _, p := range s.Points {
			if p.is(*o.As) {
				edits = append(edits, study.Edit{Path: p.list() + ".also", Value: append(slices.Clone(p.also), o.Counted...)})
			}
		}
	}
	if len(o.Points) > 0 || len(o.Drop) > 0 {
		edits = append(edits, s.fitted(o)...)
	}
	for _, key := range []string{"missing", "outside"} {
		old := texts(at(at(raw, "responses"), key))
		now := slices.DeleteFunc(slices.Clone(old), func(t string) bool { return slices.Contains(o.Counted, t) })
		if key == "missing" {
			now = append(now, o.None...)
		}
		switch path := "responses." + key; {
		case len(now) == len(old):
		case len(now) == 0:
			edits = append(edits, study.Edit{Path: path})
		default:
			edits = append(edits, study.Edit{Path: path, Value: now})
		}
	}
	return edits
}

// asDrafted reports whether a scale is the one that a question of the draft is about.
func (s Scale) asDrafted(about draft.Asked) bool {
	if len(about.Chosen) == 0 { // bare numbers
		n := len(s.Points)
		return n > 0 && s.Points[0].Path == "" && s.Points[n-1].Value == strconv.Itoa(about.Min) && s.Points[0].Value == strconv.Itoa(about.Max)
	}
	return s.Ordered && !slices.ContainsFunc(about.Chosen, func(p columns.Point) bool {
		return !slices.ContainsFunc(s.Points, func(o Point) bool { return o.is(p) })
	})
}

// fitted are the changes that give a scale the points of an option and take others from it. Where that
// makes them more or fewer, all are numbered anew from the lowest number that there is.
func (s Scale) fitted(o columns.Option) []study.Edit {
	type row struct {
		at    int // in the file; -1 for a new one
		value int
		point columns.Point
	}
	var rows []row
	for i, p := range s.Points {
		value, err := strconv.Atoi(p.Value)
		if err != nil || p.Path == "" {
			return nil
		}
		rows = append(rows, row{i, value, columns.Point{}})
	}
	down := len(rows) > 1 && rows[0].value > rows[len(rows)-1].value // the highest stands first
	slices.SortFunc(rows, func(a, b row) int { return a.value - b.value })
	low := rows[0].value
	var dropped []int
	rows = slices.DeleteFunc(rows, func(r row) bool {
		out := slices.ContainsFunc(o.Drop, s.Points[r.at].is)
		if out {
			dropped = append(dropped, r.at)
		}
		return out
	})
	next := 0
	for _, p := range o.Points {
		i := slices.IndexFunc(rows, func(r row) bool { return r.at >= 0 && s.Points[r.at].is(p) })
		if i < 0 {
			i = next
			rows = slices.Insert(rows, i, row{-1, 0, p})
		}
		next = i + 1
	}
	var edits, added []study.Edit
	for i, r := range rows {
		switch value := low + i; {
		case r.at < 0:
			added = append(added, study.Edit{Value: entry(r.point, value)})
		case r.value != value:
			edits = append(edits, study.Edit{Path: s.Points[r.at].Path, Value: value})
		}
	}
	slices.Sort(dropped)
	for _, i := range slices.Backward(dropped) {
		edits = append(edits, study.Edit{Path: fmt.Sprintf("%s[%d]", s.Path, i)})
	}
	// New ones go behind the others; those that follow them in the order of the file go behind them again.
	if down {
		slices.Reverse(rows)
		slices.Reverse(added)
	}
	n := len(s.Points) - len(dropped)
	for i, r := range rows {
		if r.at >= 0 {
			continue
		}
		edits = append(edits, study.Edit{Path: fmt.Sprintf("%s[%d]", s.Path, n), Value: added[0].Value})
		added = added[1:]
		for range n - i {
			edits = append(edits, study.Edit{Path: fmt.Sprintf("%s[%d]", s.Path, i), To: s.Path})
		}
		n++
	}
	return edits
}

// entry is a point as a study file has it.
func entry(p columns.Point, value int) map[string]any {
	out := map[string]any{"value": value}
	if p.Code != "" {
		out["code"] = p.Code
	}
	switch {
	case p.ID == "" && p.EN == "":
		out["label"] = p.Code
	case p.EN == "" || p.EN == p.ID:
		out["label"] = p.ID
	case p.ID == "":
		out["label"] = p.EN
	default:
		out["label"] = map[string]any{"id": p.ID, "en": p.EN}
	}
	if len(p.Also) > 0 {
		out["also"] = p.Also
	}
	return out
}

// is reports whether a point of the study is one of the draft.
func (p Point) is(o columns.Point) bool {
	for _, name := range []string{o.ID, o.EN, o.Code} {
		if name != "" {
			return slices.Contains(p.names, name)
		}
	}
	return false
}

// list is the path of the point's entry.
func (p Point) list() string { return p.Path[:max(0, len(p.Path)-len(".value"))] }

// at is the value under a key, nil where there is none.
func at(v any, key string) any {
	m, _ := v.(map[string]any)
	return m[key]
}

// texts are the entries of a list.
func texts(v any) (out []string) {
	list, _ := v.([]any)
	for _, t := range list {
		out = append(out, fmt.Sprint(t))
	}
	return out
}
