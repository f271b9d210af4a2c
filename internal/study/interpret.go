package study

import (
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"wogreport/internal/lang"
)

// Interpretation are the classes that numbers are put into. Where a list is
// empty, that interpretation is off.
type Interpretation struct {
	On          bool
	Classes     []lang.Text // of a mean: classes of equal width, the lowest first
	TCR         Bands       // of mean / greatest value × 100
	Boxes       bool        // shares of the two highest and the two lowest answers
	Reliability Bands       // of Cronbach's alpha
	Axes        string      // of importance and performance: "means" or "middle" of the scale
}

// Bands are classes of a number with where they come from.
type Bands struct {
	Source lang.Text // who says so, in the words of a citation
	Bands  []Band    // by ascending From
}

// Band is a class: from From up to the next one's.
type Band struct {
	From  float64 // 0 in the first, to which all that is less belongs, too
	Label lang.Text
}

// What holds where study.yaml says nothing. The words are settings, like a
// scale's labels, and may be replaced there.
var (
	tcrPresets = map[string]func() Bands{
		"riduwan": bands("Riduwan (2010)", "tcr", 0, 20.01, 40.01, 60.01, 80.01), // fifths of 0 to 100
	}
	reliabilityPresets = map[string]func() Bands{
		"george-mallery": bands("George & Mallery (2003)", "george-mallery", 0, 0.5, 0.6, 0.7, 0.8, 0.9),
		"guilford":       bands("Guilford (1956)", "guilford", 0, 0.2, 0.4, 0.6, 0.8),
	}
)

// defaultClasses are five classes of a mean.
func defaultClasses() []lang.Text {
	var out []lang.Text
	for i := range 5 {
		out = append(out, lang.Class("mean", i))
	}
	return out
}

// bands are classes by their lower limits, with the words of each language.
func bands(source, words string, from ...float64) func() Bands {
	return func() Bands {
		b := Bands{Source: lang.Same(source)}
		for i, f := range from {
			b.Bands = append(b.Bands, Band{f, lang.Class(words, i)})
		}
		return b
	}
}

// defaultInterpretation is what "interpretation: true" means.
func defaultInterpretation() Interpretation {
	return Interpretation{
		Classes: defaultClasses(), TCR: tcrPresets["riduwan"](), Boxes: true,
		Reliability: reliabilityPresets["george-mallery"](), Axes: "means",
	}
}

func interpretationShape() shape[Interpretation] {
	return either("true, or the keys of interpretation",
		scalar(via(boolean(), func(on bool, i *Interpretation) { i.On = on })),
		keyed(switchedOn(object("the keys of interpretation",
			key("classes", "labels of the classes of a mean, the lowest first, all of one width; or none", classesShape(), func(i *Interpretation) *[]lang.Text { return &i.Classes }),
			key("tcr", "classes of the mean as a percent of the greatest value (tingkat capaian responden): riduwan, none, or bands of one's own", bandsShape(tcrPresets, Range{Min: 0, Max: 100}), func(i *Interpretation) *Bands { return &i.TCR }),
			key("boxes", "whether the shares of the two highest and the two lowest answers are shown", boolean(), func(i *Interpretation) *bool { return &i.Boxes }),
			key("reliability", "classes of Cronbach's alpha: george-mallery, guilford, none, or bands of one's own", bandsShape(reliabilityPresets, Range{Min: 0, Max: 1}), func(i *Interpretation) *Bands { return &i.Reliability }),
			key("axes", "where the quadrants of importance and performance meet: at the means, or in the middle of the scale", oneOf(false, "means", "middle"), func(i *Interpretation) *string { return &i.Axes }),
		))))
}

// switchedOn is an interpretation that is on because its keys are given.
func switchedOn(keys shape[Interpretation]) shape[Interpretation] {
	return shape[Interpretation]{keys.spec, func(d *decoder, n *yaml.Node, path string, into *Interpretation) bool {
		into.On = true
		return keys.decode(d, n, path, into)
	}}
}

func classesShape() shape[[]lang.Text] {
	return either("a list of labels, or none",
		scalar(via(oneOf(false, "none"), func(_ string, to *[]lang.Text) { *to = nil })),
		sequence(list(text())))
}

// bandsShape is the name of a preset, none, or bands of the author's own.
func bandsShape(presets map[string]func() Bands, r Range) shape[Bands] {
	var names []string
	for name := range presets {
		names = append(names, name)
	}
	slices.Sort(names)
	asList, withSource := ownBands(r)
	return either("a name, or bands",
		scalar(via(oneOf(false, append(names, "none")...), func(name string, to *Bands) {
			*to = Bands{} // of none
			if preset, ok := presets[name]; ok {
				*to = preset()
			}
		})),
		sequence(asList), keyed(withSource))
}

// ownBands are bands of the author's own, without a source and with one.
func ownBands(r Range) (asList, withSource shape[Bands]) {
	band := object("a band such as {from: 80, label: Baik}",
		must(key("from", "its lower bound, which belongs to it", number(r), func(b *Band) *float64 { return &b.From })),
		must(key("label", "its name", text(), func(b *Band) *lang.Text { return &b.Label })),
	)
	return via(list(band), func(bs []Band, to *Bands) { *to = Bands{Bands: bs} }),
		via(object("the keys of bands",
			key("source", "who says so, as a citation: \"Arikunto (2010)\"", text(), func(b *Bands) *lang.Text { return &b.Source }),
			must(key("bands", "the bands, the lowest first", list(band), func(b *Bands) *[]Band { return &b.Bands })),
		), func(given Bands, to *Bands) { *to = given })
}

// IKM asks for the index of public satisfaction (Indeks Kepuasan Masyarakat).
type IKM struct {
	On       bool
	Elements []IKMElement // nine, U1 to U9; fewer where the study does not name them
}

// IKMElement is an element of service with the items that measure it.
type IKMElement struct {
	Code  string // "U1"
	Items []string
}

// ikmElements is how many elements of service the regulation has.
const ikmElements = 9

func ikmShape() shape[IKM] {
	return either("true, or the items of each element ({U1: P1, …, U9: P9})",
		scalar(via(boolean(), func(on bool, i *IKM) { i.On = on })),
		keyed(via(object("the elements U1 to U9", ikmFields()...), func(m map[string][]string, i *IKM) {
			i.On = true
			for n := range ikmElements {
				code := fmt.Sprintf("U%d", n+1)
				if items, ok := m[code]; ok {
					i.Elements = append(i.Elements, IKMElement{code, items})
				}
			}
		})))
}

func ikmFields() []field[map[string][]string] {
	var out []field[map[string][]string]
	for i, doc := range []string{
		"requirements (persyaratan)", "system, mechanism and procedure (sistem, mekanisme, dan prosedur)", "time of completion (waktu penyelesaian)",
		"cost (biaya/tarif)", "the service given (produk spesifikasi jenis pelayanan)", "competence of the staff (kompetensi pelaksana)",
		"conduct of the staff (perilaku pelaksana)", "handling of complaints (penanganan pengaduan, saran, dan masukan)", "facilities (sarana dan prasarana)",
	} {
		out = append(out, entry(fmt.Sprintf("U%d", i+1), "the item, or items, of "+doc, listOrOne(filled())))
	}
	return out
}

// checkInterpretation finds bands out of order, and items and constructs that
// do not exist or do not fit each other.
func (d *decoder) checkInterpretation(s *Study) {
	i := &s.Interpretation
	for _, b := range []struct {
		key   string
		bands []Band
	}{{"interpretation.tcr", i.TCR.Bands}, {"interpretation.reliability", i.Reliability.Bands}} {
		if len(b.bands) > 0 && b.bands[0].From > 0 {
			d.Errorf(s.At(b.key), "bad-value", "the first band begins at %g, so what is below it has no class", b.bands[0].From)
			d.Hintf("begin with a band from 0")
		}
		for n := 1; n < len(b.bands); n++ {
			if b.bands[n].From <= b.bands[n-1].From {
				d.Errorf(s.At(b.key), "bad-value", "the bands must ascend, but %g does not follow %g", b.bands[n].From, b.bands[n-1].From)
			}
		}
	}
	if d.given("interpretation.classes") && len(i.Classes) == 1 {
		d.Errorf(s.At("interpretation.classes"), "bad-value", "one class says nothing; give two or more, or none")
	}
	d.checkIKM(s)
	d.checkImportance(s)
}

func (d *decoder) checkIKM(s *Study) {
	if !s.IKM.On {
		return
	}
	all, order := map[string]*Construct{}, []string{}
	for c := range s.Constructs {
		for _, it := range s.Constructs[c].Items {
			all[it.ID] = &s.Constructs[c]
			order = append(order, it.ID)
		}
	}
	if s.IKM.Elements == nil && d.given("ikm") {
		s.IKM.Elements = elementsByName(all, order)
	}
	seen, scale := map[string]bool{}, true
	for _, e := range s.IKM.Elements {
		for _, id := range e.Items {
			c, ok := all[id]
			at := s.At("ikm." + e.Code)
			switch {
			case !ok:
				d.Errorf(at, "unknown-item", "no item has the id %q", excerpt(id))
				d.didYouMean(id, order)
			case seen[id]:
				d.Errorf(at, "bad-value", "the item %s belongs to two elements", id)
			default:
				scale = scale && c.Scale.FourPoint()
			}
			seen[id] = true
		}
	}
	switch {
	case len(s.IKM.Elements) != ikmElements:
		d.Warnf(s.At("ikm"), "ikm-refused", "the IKM needs items for the nine elements U1 to U9, not for %d; the report says so instead of giving it", len(s.IKM.Elements))
		d.Hintf("name them as  ikm: {U1: P1, …, U9: P9}")
	case !scale:
		d.Warnf(s.At("ikm"), "ikm-refused", "the IKM is defined for answers from 1 to 4, and some of its items have another scale; the report says so instead of giving it")
		d.Hintf("Permenpan-RB 14/2017 multiplies by 25, which is right for a greatest value of 4 only")
	}
}

// elementsByName takes the items with the ids U1 to U9, or all items where
// there are nine.
func elementsByName(all map[string]*Construct, order []string) []IKMElement {
	var out []IKMElement
	for n := range ikmElements {
		if id := fmt.Sprintf("U%d", n+1); all[id] != nil {
			out = append(out, IKMElement{id, []string{id}})
		}
	}
	if len(out) == 0 && len(order) == ikmElements {
		for n, id := range order {
			out = append(out, IKMElement{fmt.Sprintf("U%d", n+1), []string{id}})
		}
	}
	return out
}

// FourPoint reports whether the scale is 1, 2, 3, 4.
func (s Scale) FourPoint() bool {
	return len(s.Points) == 4 && s.Min() == 1 && s.Max() == 4
}

// checkImportance resolves the items that say how important what others rate is.
func (d *decoder) checkImportance(s *Study) {
	where := map[string]*Construct{}
	var order, constructs []string
	for c := range s.Constructs {
		constructs = append(constructs, s.Constructs[c].ID)
		for _, it := range s.Constructs[c].Items {
			where[it.ID] = &s.Constructs[c]
			order = append(order, it.ID)
		}
	}
	taken := map[string]string{}
	var first *Construct // whose scale the axes of the quadrants are on
	for i := range s.Constructs {
		c := &s.Constructs[i]
		path := fmt.Sprintf("constructs[%d]", i)
		if c.Importance != "" {
			at := d.pos[path+".importance"]
			n := slices.Index(constructs, c.Importance)
			switch {
			case n < 0:
				d.Errorf(at, "unknown-construct", "no construct has the id %q", excerpt(c.Importance))
				d.didYouMean(c.Importance, constructs)
			case n == i:
				d.Errorf(at, "bad-value", "a construct cannot hold the importance of itself")
			case len(s.Constructs[n].Items) != len(c.Items):
				d.Errorf(at, "bad-value", "the items of %s and %s cannot be paired: %d and %d", c.ID, c.Importance, len(c.Items), len(s.Constructs[n].Items))
				d.Hintf("pair the items one by one:  importance: ID  of an item")
			default:
				for j := range c.Items {
					if c.Items[j].Importance == "" {
						c.Items[j].Importance = s.Constructs[n].Items[j].ID
					}
				}
			}
		}
		for j := range c.Items {
			it := &c.Items[j]
			if it.Importance == "" {
				continue
			}
			at, ok := d.pos[fmt.Sprintf("%s.items[%d].importance", path, j)]
			if !ok {
				at = d.pos[path+".importance"]
			}
			other, exists := where[it.Importance]
			switch {
			case !exists:
				d.Errorf(at, "unknown-item", "no item has the id %q", excerpt(it.Importance))
				d.didYouMean(it.Importance, order)
			case it.Importance == it.ID:
				d.Errorf(at, "bad-value", "an item cannot hold the importance of itself")
			case taken[it.Importance] != "":
				d.Errorf(at, "bad-value", "%s holds the importance of %s already", it.Importance, taken[it.Importance])
			case !sameRange(c, other):
				d.Errorf(at, "bad-value", "%s and %s have different scales, so importance and performance cannot be compared", it.ID, it.Importance)
			case first != nil && !sameRange(first, c):
				d.Errorf(at, "bad-value", "%s is answered on another scale than the items of %s, so their quadrants cannot have the same axes", it.ID, first.ID)
				d.Hintf("pair the items of one scale only")
			case first == nil:
				first = c
			}
			taken[it.Importance] = it.ID
		}
	}
}

// sameRange reports whether two constructs' scales begin and end alike, or are
// not known.
func sameRange(a, b *Construct) bool {
	return len(a.Scale.Points) == 0 || len(b.Scale.Points) == 0 || a.Scale.Min() == b.Scale.Min() && a.Scale.Max() == b.Scale.Max()
}

// ImportancePairs reports whether items come in pairs of performance and importance.
func (s *Study) ImportancePairs() bool {
	return slices.ContainsFunc(s.Constructs, func(c Construct) bool {
		return slices.ContainsFunc(c.Items, func(i Item) bool { return i.Importance != "" })
	})
}
