package study

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"wogreport/internal/lang"
)

// MaxPoints is how many points a scale may have: an answer is coded in a byte
// and one code is the missing answer.
const MaxPoints = 254

func pointShape() shape[Point] {
	return object(`a scale point such as {value: 5, code: SS, label: Sangat Setuju}`,
		must(key("value", "its number", pointNumber(), func(p *Point) *int { return &p.Value })),
		key("code", "its short name in the answers", str(), func(p *Point) *string { return &p.Code }),
		key("label", "its name in the answers and in the report", text(), func(p *Point) *lang.Text { return &p.Label }),
		key("also", "other spellings found in the answers", listOrOne(str()), func(p *Point) *[]string { return &p.Also }),
	)
}

func pointValue() shape[int] {
	return integer(math.MinInt16, math.MaxInt16)
}

// NoNumber stands for the number of a point in a draft that could not tell the
// order of the points.
const NoNumber = Blank

// unnumbered is the value of such a point until its scale is read whole.
const unnumbered = math.MinInt32

// pointNumber is the value of a point, or NoNumber in its place.
func pointNumber() shape[int] {
	v := pointValue()
	v.spec.blank = true
	return shape[int]{v.spec, func(d *decoder, n *yaml.Node, path string, into *int) bool {
		if n.Kind == yaml.ScalarNode && (n.Value == NoNumber || n.Value == "..." || n.Value == "?") {
			*into = unnumbered
			return true
		}
		return v.decode(d, n, path, into)
	}}
}

// bounds is a scale of bare numbers.
type bounds struct{ min, max int }

func boundsShape() shape[bounds] {
	return object("the bounds of a scale",
		must(key("min", "the smallest number of the scale", pointValue(), func(b *bounds) *int { return &b.min })),
		must(key("max", "the largest number of the scale", pointValue(), func(b *bounds) *int { return &b.max })),
	)
}

// labelsShape is {5: Sangat Setuju, 4: Setuju, …}.
func labelsShape() shape[Scale] {
	return mapping("labels by number", false, text(),
		func(d *decoder, k *yaml.Node, label lang.Text, s *Scale) {
			v, err := strconv.Atoi(k.Value)
			if err != nil {
				d.Errorf(d.at(k), "bad-value", "a label of the scale stands under its number, not under %q", excerpt(k.Value))
				if strings.ContainsAny(k.Value, curly) {
					d.Hintf("the quotation marks here are curly ones, as a word processor makes them; a number needs none")
				}
				return
			}
			s.Points = append(s.Points, Point{Value: v, Label: label})
		})
}

func scaleShape() shape[Scale] {
	points := via(list(pointShape()), func(p []Point, s *Scale) { s.Points = p })
	ends, labels := boundsShape(), labelsShape()
	byKeys := shape[Scale]{&Spec{Forms: []*Spec{ends.spec, labels.spec}}, func(d *decoder, n *yaml.Node, path string, s *Scale) bool {
		return decodeKeyedScale(d, n, path, s, ends, labels)
	}}
	written := either("a list of points, {min, max}, or labels by number", sequence(points), keyed(byKeys))
	return shape[Scale]{written.spec, func(d *decoder, n *yaml.Node, path string, s *Scale) bool {
		if labels := plainLabels(n); labels != nil {
			d.Errorf(d.at(n), "wrong-type", "the labels of the scale have no numbers")
			d.Hintf("write each under its number, 1 for the lowest answer:  scale: {%d: …, 1: …}", len(labels))
			return false
		}
		before := len(d.List)
		if !written.decode(d, n, path, s) {
			return false
		}
		if s.unordered = slices.ContainsFunc(s.Points, func(p Point) bool { return p.Value == unnumbered }); s.unordered {
			d.unordered = append(d.unordered, unordered{d.at(n), s.labels()})
			for i := range s.Points {
				s.Points[i].Value = i + 1
			}
		}
		if len(d.List) == before {
			d.checkScale(n, path, s)
		}
		slices.SortStableFunc(s.Points, func(a, b Point) int { return a.Value - b.Value })
		return true
	}}
}

// plainLabels are the entries of a list that holds labels alone, nil for another value.
func plainLabels(n *yaml.Node) (labels []string) {
	if n.Kind != yaml.SequenceNode {
		return nil
	}
	for _, c := range n.Content {
		if c.Kind != yaml.ScalarNode {
			return nil
		}
		labels = append(labels, c.Value)
	}
	return labels
}

// decodeKeyedScale tells the bounds of a scale from labels by number.
func decodeKeyedScale(d *decoder, n *yaml.Node, path string, s *Scale, ends shape[bounds], labels shape[Scale]) bool {
	numbered := func(k *yaml.Node) bool { _, err := strconv.Atoi(k.Value); return err == nil }
	if slices.ContainsFunc(n.Content, numbered) && !slices.ContainsFunc(n.Content, func(k *yaml.Node) bool { return k.Value == "min" || k.Value == "max" }) {
		return labels.decode(d, n, path, s)
	}
	before := len(d.List)
	var b bounds
	if !ends.decode(d, n, path, &b) || len(d.List) > before {
		return false
	}
	s.Bare = true
	switch {
	case b.min >= b.max:
		d.Errorf(d.pos[join(path, "min")], "bad-value", "min must be smaller than max, but %d is not smaller than %d", b.min, b.max)
		return false
	case b.max-b.min >= MaxPoints:
		d.Errorf(d.pos[join(path, "max")], "bad-value", "a scale has at most %d points, not %d", MaxPoints, b.max-b.min+1)
		return false
	}
	for v := b.min; v <= b.max; v++ {
		s.Points = append(s.Points, Point{Value: v})
	}
	return true
}

// checkScale finds points that an answer could not be told apart by. The
// points still stand in the order of the file.
func (d *decoder) checkScale(n *yaml.Node, path string, s *Scale) {
	if k := len(s.Points); k < 2 || k > MaxPoints {
		d.Errorf(d.at(n), "bad-value", "a scale has from 2 to %d points, not %d", MaxPoints, k)
		return
	}
	value := map[int]bool{}
	for _, p := range s.Points {
		value[p.Value] = true
	}
	seen, by := map[int]bool{}, map[string]int{}
	for i, p := range s.Points {
		at := d.at(n)
		if pos, ok := d.pos[fmt.Sprintf("%s[%d]", path, i)]; ok {
			at = pos
		} else if pos, ok := d.pos[join(path, strconv.Itoa(p.Value))]; ok {
			at = pos
		}
		if seen[p.Value] {
			d.Errorf(at, "bad-value", "the scale has the value %d twice", p.Value)
			continue
		}
		seen[p.Value] = true
		for _, spelling := range p.Spellings() {
			f := FoldLabel(spelling)
			other, taken := by[f]
			if v, err := strconv.Atoi(f); err == nil && v != p.Value && value[v] {
				other, taken = v, true
			}
			if taken && other != p.Value {
				d.Errorf(at, "bad-value", "%q stands for the value %d and for %d", spelling, other, p.Value)
				d.Hintf("an answer must name one point only; capitals, spaces and a final full stop make no difference")
			}
			by[f] = p.Value
		}
	}
}

// labels are the points as one list of texts.
func (s Scale) labels() string {
	var out []string
	for _, p := range s.Points {
		if own := p.Spellings(); len(own) > 0 {
			out = append(out, own[0])
		}
	}
	return "“" + strings.Join(out, "”, “") + "”"
}

func (s Scale) has(value int) bool {
	return slices.ContainsFunc(s.Points, func(p Point) bool { return p.Value == value })
}

// Spellings are the texts that name the point in answers: its labels in every
// language, its code and the others the study accepts.
func (p Point) Spellings() []string {
	var all []string
	for _, l := range lang.All {
		if p.Label.Has(l) {
			all = append(all, p.Label[l])
		}
	}
	all = slices.Concat(all, []string{p.Code}, p.Also)
	seen := make(map[string]bool, len(all))
	return slices.DeleteFunc(all, func(s string) bool {
		again := seen[s]
		seen[s] = true
		return again || s == ""
	})
}

// FoldLabel is an answer as it is compared: without regard to capitals,
// spaces, the kind of dash, surrounding quotes and final full stops.
func FoldLabel(s string) string {
	if printable(s) { // without what else there is to regard
		s = strings.ToLower(s)
	} else {
		s = folded(s)
	}
	if strings.Contains(s, "  ") || strings.HasPrefix(s, " ") || strings.HasSuffix(s, " ") {
		s = strings.Join(strings.Fields(s), " ")
	}
	bare := strings.TrimSpace(strings.TrimRight(strings.Trim(s, `"'“”„‘’«»`), ". "))
	if bare == "" {
		return s
	}
	return bare
}

// printable reports whether a text has nothing but the printable characters of ASCII.
func printable(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// folded is a text with one form of what looks the same, without capitals.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Pd, r), r == '\u2212':
			return '-'
		case unicode.Is(unicode.Cf, r): // zero-width spaces, marks of direction
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(s))
}

// named is the value of the point that a text names.
func (s Scale) named(text string) (int, bool) {
	f := FoldLabel(text)
	if v, err := strconv.Atoi(f); err == nil && len(s.Points) > 0 && s.has(s.InFile(v)) {
		return s.InFile(v), true
	}
	for _, p := range s.Points {
		for _, spelling := range p.Spellings() {
			if FoldLabel(spelling) == f {
				return p.Value, true
			}
		}
	}
	return 0, false
}
