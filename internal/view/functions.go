package view

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"text/template"
	"unicode/utf8"

	"wogreport/internal/analysis"
	"wogreport/internal/diag"
	"wogreport/internal/lang"
	"wogreport/internal/words"
)

// functions are those of the templates that know the views. templates/README.md
// documents them for authors.
type functions struct{ w *words.Words }

// FuncMap is the functions for templates whose words are w, which is given later
// by the pointer.
func funcMap(l lang.Tag, w **words.Words) template.FuncMap {
	f := func() functions { return functions{*w} }
	return template.FuncMap{
		"interval": func(i analysis.Interval, decimals int, limits ...float64) (string, error) {
			return f().interval(i, decimals, limits)
		},
		"labels":     func(as []Answer) string { return lang.And(l, answerNames(as)) },
		"labelsOr":   func(as []Answer) string { return lang.Or(l, answerNames(as)) },
		"items":      func(items []*ItemView, by ...any) string { return f().items(l, items, naming(by)) },
		"exceptions": func(items []*ItemView, by ...any) string { return f().exceptions(l, items, naming(by)) },
		"among":      func(items, of []*ItemView, by ...any) string { return f().among(l, items, of, naming(by)) },
		"failing":    func(items []*ItemView, by ...any) string { return f().failing(l, items, naming(by)) },
		"wholly":     func(items []*ItemView) []*ConstructView { cs, _ := whole(items); return cs },
		"partly":     func(items []*ItemView) []*ItemView { _, rest := whole(items); return rest },
		"alike":      alikeUndefined,
		"named":      func(items []*ItemView, by ...any) bool { return areNamed(l, items, naming(by)) },
		"quoted":     func(items []*ItemView) string { return quotedItems(l, items) },
		"constructs": func(cs []*ConstructView, each ...string) string { return constructNames(l, cs, each...) },
		"anyof": func(cs []*ConstructView, each ...string) string {
			if len(each) > 0 {
				return lang.OrEach(l, each[0], constructLabels(cs))
			}
			return lang.Or(l, constructLabels(cs))
		},
		"failed":   func(cs []*ConstructView) []*ConstructView { return withVerdict(cs, (*ConstructView).Failed) },
		"passed":   func(cs []*ConstructView) []*ConstructView { return withVerdict(cs, (*ConstructView).Passed) },
		"alphas":   func(cs []*ConstructView, or ...string) (string, error) { return f().alphas(l, cs, or...) },
		"formless": func(cs []*ConstructView) []*ConstructView { return withVerdict(cs, (*ConstructView).AlphaNegative) },
		"weak": func(cs []*ConstructView) []*ConstructView {
			return withVerdict(cs, func(c *ConstructView) bool { return !c.AlphaNegative() })
		},
		"unjudged": func(cs []*ConstructView) []*ConstructView {
			return withVerdict(cs, func(c *ConstructView) bool { return !c.Passed() && !c.Failed() })
		},
		"elements": func(es []*IKMElementView) string { return elementNames(l, es) },
		"pairs":    func(ps []PairView) string { return pairNames(l, ps) },
		"param": func(c any, name string) (string, error) {
			return param(c, l, name, 0)
		},
		"paramnum": func(c any, name string, decimals int) (string, error) {
			return param(c, l, name, decimals)
		},
		"paramdiff": func(c any, a, b string) (string, error) {
			x, err := caveatNumber(c, a)
			if err != nil {
				return "", err
			}
			y, err := caveatNumber(c, b)
			return lang.Number(l, x-y, 0), err
		},
	}
}

// LoadWords are the words of a kind of report with the functions of its views.
func LoadWords(o words.Options, ds *diag.List) *words.Words {
	var w *words.Words
	o.Funcs, o.Fields = funcMap(o.Language, &w), fields
	w = words.Load(o, ds)
	return w
}

// interval is "0,800–0,908", with more decimals where an end stands beside a limit.
func (f functions) interval(i analysis.Interval, decimals int, limits []float64) (string, error) {
	if err := words.CheckDecimals(decimals); err != nil {
		return "", err
	}
	lo, ok1 := i.Low.Get()
	hi, ok2 := i.High.Get()
	if !ok1 || !ok2 {
		return f.w.Format(i.Low, nil)
	}
	decimals = max(lang.Telling(lo, decimals, limits...), lang.Telling(hi, decimals, limits...))
	return f.w.Shown(i.Low, f.w.Interval(lo, hi, decimals)), nil
}

// mostNames is how many items or runs of items a sentence names; of more it gives
// the number, since nobody reads the list.
const mostNames = 5

// mostQuoted is how many letters the labels of items have together that stand for their numbers.
const mostQuoted = 240

// Naming is how a text names items: by their numbers, by their labels where they have some, and of
// many says how many they are, since its readers have seen no numbers; or by their numbers then.
type Naming int

// The ways to name items.
const (
	ByNumber Naming = iota
	ByLabel
	ByLabelOrNumber
)

// naming is what a template asks for: a view's Named, or true.
func naming(by []any) Naming {
	for _, v := range by {
		if n, ok := v.(Naming); ok {
			return n
		}
		if v == true {
			return ByLabel
		}
	}
	return ByNumber
}

// areLabelled reports whether all of some items have labels.
func areLabelled(items []*ItemView) bool {
	return !slices.ContainsFunc(items, func(it *ItemView) bool { return !it.Labelled || it.Coded })
}

// areNamed reports whether a text names some items, and does not say how many they are.
func areNamed(l lang.Tag, items []*ItemView, by Naming) bool {
	return len(runs(l, items)) <= mostNames && !(by == ByLabel && len(items) > mostNames && areLabelled(items))
}

// items names up to mostNames items by their labels where a text does so and all have some, else by
// their numbers, runs by their ends: "butir 1, 2, dan 5–9"; of many it says how many there are.
func (f functions) items(l lang.Tag, items []*ItemView, by Naming) string {
	quoted := ""
	if by != ByNumber && len(items) <= mostNames && areLabelled(items) {
		quoted = quotedItems(l, items)
	}
	names := runs(l, items)
	switch {
	case quoted != "" && utf8.RuneCountInString(quoted) <= mostQuoted:
		return quoted
	case len(items) == 1:
		return f.w.Get("word.item") + "\u00a0" + names[0] // a line does not tear them apart
	case !areNamed(l, items, by):
		return f.w.Term("items.count", words.Fill{"count": lang.Count(l, len(items)), "n": len(items)})
	}
	return f.w.Get("word.items") + " " + lang.And(l, names)
}

// mostExceptions is how many items or runs of items are named as exceptions, which no table marks.
const mostExceptions = 10

// exceptions are items with a majority, as items names them, up to mostExceptions by their numbers; of
// more it says how many there are and which shares they have, by which the charts show them.
func (f functions) exceptions(l lang.Tag, items []*ItemView, by Naming) string {
	names, count := runs(l, items), f.items(l, items, by)
	switch {
	case areNamed(l, items, by):
		return count
	case len(names) <= mostExceptions:
		return f.w.Get("word.items") + " " + lang.And(l, names)
	}
	low, high := 100.0, 0.0
	for _, it := range items {
		share := it.Above.Percent
		if it.finding.AboveMajority == nil {
			share = it.Below.Percent
		}
		low, high = min(low, share), max(high, share)
	}
	return f.w.Term("items.shares", words.Fill{"items": count, "low": lang.Percent(l, low, 1), "high": lang.Percent(l, high, 1)})
}

// among names items of some in the shortest way: all of them, all but one or two, by
// their numbers, or how many they are. All but a few is only said of all items of a
// construct; of none, where some are withheld, they are named.
func (f functions) among(l lang.Tag, items, of []*ItemView, by Naming) string {
	args := words.Fill{"count": lang.Count(l, len(items)), "n": len(items), "k": len(of)}
	rest := slices.DeleteFunc(slices.Clone(of), func(it *ItemView) bool { return slices.Contains(items, it) })
	whole := len(of) > 0 && len(of) == of[0].Construct.K
	switch {
	case len(of) == 0:
		return f.items(l, items, by)
	case len(rest) == 0 && len(of) == 1:
		return f.items(l, items, by)
	case len(rest) == 0 && len(of) == 2:
		return f.w.Term("items.both", args)
	case len(rest) == 0 && len(of) > len(lang.Of(l).Counts)-1:
		return f.w.Term("items.all-many", args)
	case len(rest) == 0:
		return f.w.Term("items.all", args)
	case whole && len(rest) <= 2 && len(items) > 2*len(rest):
		args["items"] = f.items(l, rest, by)
		if of[0].Construct.Several {
			args["construct"] = of[0].Construct.Label
			args["all"] = f.w.Term("items.all", words.Fill{"count": lang.Count(l, len(of)), "n": len(of)}) // of catalogues from before there was {construct}
			if len(of) > len(lang.Of(l).Counts)-1 {
				args["all"] = f.w.Term("items.all-many", words.Fill{"n": len(of)})
			}
			return f.w.Term("items.but-of", args)
		}
		return f.w.Term("items.but", args)
	case !areNamed(l, items, by):
		return f.w.Term("items.of", args)
	}
	return f.items(l, items, by)
}

// failing names items that are not valid: all of a construct at once where none of its items is,
// and up to mostNames others; of more how many there are, or nothing where that is all there is to say.
func (f functions) failing(l lang.Tag, items []*ItemView, by Naming) string {
	all, others := whole(items)
	var on []string
	for _, c := range all {
		on = append(on, f.w.Term("items.on", words.Fill{"items": f.among(l, c.Items, c.Items, ByNumber), "construct": c.Label}))
	}
	switch {
	case len(on) == 0 && len(others) > mostNames:
		return ""
	case len(on) == 0 && len(others) > 0:
		return f.items(l, others, by)
	case len(others) > mostNames:
		return lang.And(l, append(on, f.w.Term("items.others", words.Fill{"count": lang.Count(l, len(others)), "n": len(others)})))
	}
	var names []string
	for _, it := range others {
		names = append(names, f.items(l, []*ItemView{it}, by))
	}
	return lang.And(l, append(names, on...))
}

// whole are those of several constructs, of more than one item, all of whose items are among some,
// and the items of the others.
func whole(items []*ItemView) (all []*ConstructView, rest []*ItemView) {
	for i, n := 0, 0; i < len(items); i += n {
		c := items[i].Construct
		for n = 1; i+n < len(items) && items[i+n].Construct == c; n++ {
		}
		if c.Several && c.K > 1 && n == c.K {
			all = append(all, c)
		} else {
			rest = append(rest, items[i:i+n]...)
		}
	}
	return all, rest
}

// alikeUndefined reports whether several constructs have no alpha for the same reason, and call it
// the same, so that they are told of at once.
func alikeUndefined(cs []*ConstructView) bool {
	return len(cs) > 1 && !slices.ContainsFunc(cs, func(c *ConstructView) bool {
		return c.Alpha.Reason() != cs[0].Alpha.Reason() || c.Dichotomous() != cs[0].Dichotomous()
	})
}

// runs are the numbers of items, three and more in a row by the first and the last.
func runs(l lang.Tag, items []*ItemView) []string {
	var out []string
	for i := 0; i < len(items); {
		j := i
		for j+1 < len(items) && items[j+1].Number == items[j].Number+1 {
			j++
		}
		if first := lang.Int(l, items[i].Number); j > i+1 {
			out = append(out, first+"–"+lang.Int(l, items[j].Number))
			i = j + 1
		} else {
			out = append(out, first)
			i++
		}
	}
	return out
}

// quotedItems names items by their labels, in quotation marks.
func quotedItems(l lang.Tag, items []*ItemView) string {
	ns := make([]string, len(items))
	for i, it := range items {
		ns[i] = it.Quoted()
	}
	return lang.And(l, ns)
}

// constructNames names constructs by their labels, after a preposition if one is given.
func constructNames(l lang.Tag, cs []*ConstructView, preposition ...string) string {
	if len(preposition) > 0 {
		return lang.AndEach(l, preposition[0], constructLabels(cs))
	}
	return lang.And(l, constructLabels(cs))
}

func constructLabels(cs []*ConstructView) []string {
	ns := make([]string, len(cs))
	for i, c := range cs {
		ns[i] = c.Label
	}
	return ns
}

// alphas names constructs with the alpha of each: "service (0.761) and facilities (0.739)"; with
// a preposition, which each has, it is none of them: "for service (0.361) or for facilities (0.139)".
func (f functions) alphas(l lang.Tag, cs []*ConstructView, preposition ...string) (string, error) {
	ns := make([]string, len(cs))
	for i, c := range cs {
		limit, _ := c.AlphaLimit().Get()
		s, err := f.w.Format(c.Alpha, func(x float64) string { return lang.Number(l, x, lang.Telling(x, 3, limit)) })
		if err != nil {
			return "", err
		}
		ns[i] = c.Label + " (" + s + ")"
		if len(preposition) > 0 {
			ns[i] = preposition[0] + " " + ns[i]
		}
	}
	if len(preposition) > 0 {
		return lang.Or(l, ns), nil
	}
	return lang.And(l, ns), nil
}

// withVerdict are the constructs of some with a verdict on their alpha.
func withVerdict(cs []*ConstructView, is func(*ConstructView) bool) []*ConstructView {
	return slices.DeleteFunc(slices.Clone(cs), func(c *ConstructView) bool { return !is(c) })
}

// elementNames names elements of service.
func elementNames(l lang.Tag, es []*IKMElementView) string {
	ns := make([]string, len(es))
	for i, e := range es {
		ns[i] = e.Code + " (" + e.Name + ")"
	}
	return lang.And(l, ns)
}

// pairNames names pairs of groups with their p.
func pairNames(l lang.Tag, ps []PairView) string {
	ns := make([]string, len(ps))
	for i, p := range ps {
		v, _ := p.P.Get()
		ns[i] = lang.And(l, []string{p.A, p.B}) + " (" + lang.PValue(l, v, p.significance) + ")"
	}
	return lang.Clauses(l, ns)
}

func answerNames(as []Answer) []string {
	ns := make([]string, len(as))
	for i, a := range as {
		ns[i] = a.Name
	}
	return ns
}

// CaveatView is a caveat in a template: its numbers, and the name of its item, the label
// of its grouping, or the group that it is about.
type CaveatView struct {
	analysis.Caveat
	Name, Grouping, Group string
	OfName                string // of the item Of
}

// Arg is what stands in the places of the caveat's term.
func (c CaveatView) Arg(name string) (any, bool) {
	switch {
	case name == "item" && c.Name != "":
		return c.Name, true
	case name == "of" && c.OfName != "":
		return c.OfName, true
	case name == "grouping" && c.Grouping != "":
		return c.Grouping, true
	case name == "group" && c.Group != "":
		return c.Group, true
	}
	return c.Caveat.Arg(name)
}

// CaveatsView are caveats of one kind on several items of a construct, told in one
// sentence.
type CaveatsView struct {
	caveats []analysis.Caveat
	names   string
	words   *words.Words
}

// mostListed is how many numbers of a caveat are told one by one.
const mostListed = 3

// Arg is what stands in the places of their term: "items", their number "n", and of
// each number of the caveats, such as "r", the least and the largest ("r-low", "r-high"),
// of r also both ("r-range");
// "n-list" are up to three values of "n" in the order of the items, with "respectively"
// a word for that, of more or of equal ones their ends, with "each". "below" is 1 where every r is negative, else 2.
func (c CaveatsView) Arg(name string) (any, bool) {
	switch name {
	case "items":
		return c.names, true
	case "n":
		return len(c.caveats), true
	case "n-list", "each", "respectively":
		return c.list(name), true
	case "r-range":
		return c.span("r", 3), true
	case "below":
		if slices.ContainsFunc(c.caveats, func(c analysis.Caveat) bool { return c.Params["r"] >= 0 }) {
			return 2, true
		}
		return 1, true
	}
	name, end, _ := strings.Cut(name, "-")
	var values []float64
	for _, cav := range c.caveats {
		if v, ok := cav.Params[name]; ok {
			values = append(values, v)
		}
	}
	switch {
	case len(values) == 0:
		return nil, false
	case end == "high":
		return slices.Max(values), true
	}
	return slices.Min(values), true
}

// span is the least and the largest value of a number, both of two, or that each is so.
func (c CaveatsView) span(name string, decimals int) string {
	l := c.words.Language
	low, _ := c.Arg(name + "-low")
	high, _ := c.Arg(name + "-high")
	a, b := lang.Number(l, low.(float64), decimals), lang.Number(l, high.(float64), decimals)
	switch {
	case a == b:
		return c.words.Get("word.each") + " " + a
	case len(c.caveats) == 2: // in the order of their items
		return lang.And(l, []string{lang.Number(l, c.caveats[0].Params[name], decimals), lang.Number(l, c.caveats[1].Params[name], decimals)})
	}
	return a + " " + c.words.Get("word.to") + " " + b
}

// list is what stands in the places "n-list", "each" and "respectively".
func (c CaveatsView) list(name string) string {
	l, low, high := c.words.Language, math.Inf(1), math.Inf(-1)
	var all []string
	for _, cav := range c.caveats {
		low, high = min(low, cav.Params["n"]), max(high, cav.Params["n"])
		all = append(all, lang.Number(l, cav.Params["n"], 0))
	}
	byItem := low < high && len(all) <= mostListed
	switch {
	case name == "n-list" && byItem:
		return lang.And(l, all)
	case name == "n-list" && low == high:
		return all[0]
	case name == "n-list":
		return lang.Number(l, low, 0) + " " + c.words.Get("word.to") + " " + lang.Number(l, high, 0)
	case byItem == (name == "respectively"):
		return c.words.Get("word." + name)
	}
	return ""
}

// caveatNumber is a number of a caveat, which a report names the item of and a
// workbook does not.
func caveatNumber(c any, name string) (float64, error) {
	own, ok := c.(analysis.Caveat)
	if v, is := c.(CaveatView); is {
		own, ok = v.Caveat, true
	}
	if !ok {
		return 0, fmt.Errorf("%T is not a caveat", c)
	}
	v, ok := own.Params[name]
	if !ok {
		return 0, fmt.Errorf("caveat %s has no number %q", own.Code, name)
	}
	return v, nil
}

func param(c any, l lang.Tag, name string, decimals int) (string, error) {
	v, err := caveatNumber(c, name)
	return lang.Number(l, v, decimals), err
}

// fields are the names that a template may use of a view, by its type's name.
func fields(typeName string) []string {
	var out []string
	for _, v := range []any{&View{}, MethodView{}, AgencyView{}, RecordView{}, &ConstructView{}, &ItemView{}, Answer{}, Answers{}, &MajorityView{}, MajorityGroup{}, Extremes{}, ConstructExtremes{}, &ComparisonView{}, &CohortView{}, &ScoreView{}, CohortScore{}, CohortCell{}, CellEnds{}, &MoveView{},
		&GroupingView{}, &RelationView{}, &ProfileView{}, ProfileValueView{}, &ScoresView{}, ScoreClassView{}, &GroupedView{}, &SmallGroup{}, GroupMean{}, GroupItems{}, PairView{}, &InterpretationView{}, &IKMView{}, &IKMElementView{}, &ImportanceView{}, &PairedView{}, &CommonLead{}, Ends{}, &RelationEnds{},
		PartView{}, &FewAnswered{}, GroupPartView{}, ComparisonPartView{}} {
		t := reflect.TypeOf(v)
		if t.String() != typeName {
			continue
		}
		for i := range t.NumMethod() {
			out = append(out, t.Method(i).Name)
		}
		if t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		for _, f := range reflect.VisibleFields(t) {
			if f.IsExported() && !f.Anonymous {
				out = append(out, f.Name)
			}
		}
	}
	return out
}
