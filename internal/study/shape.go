package study

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"

	"wogreport/internal/lang"
)

// shape reads one kind of value into a T and describes it. Decoding leaves
// the T as it was where the value is wrong, and says false.
type shape[T any] struct {
	spec   *Spec
	decode func(d *decoder, n *yaml.Node, path string, into *T) bool
}

// str is a text on one line of meaning: numbers and dates are taken as they
// are written, so volume: 12 needs no quotes.
func str() shape[string] {
	spec := &Spec{Noun: "a text", Type: "string"}
	return shape[string]{spec, func(d *decoder, n *yaml.Node, path string, into *string) bool {
		if n.Kind == yaml.ScalarNode {
			switch n.ShortTag() {
			case "!!str", "!!int", "!!float", "!!timestamp":
				*into = strings.TrimSpace(n.Value)
				return true
			case "!!bool":
				d.wrongType(n, path, spec.Noun)
				d.Hintf("put it in quotes: %q", n.Value)
				return false
			}
		}
		return d.wrongType(n, path, spec.Noun)
	}}
}

// filled is a text that must not be empty.
func filled() shape[string] {
	s := str()
	return shape[string]{s.spec, func(d *decoder, n *yaml.Node, path string, into *string) bool {
		if !s.decode(d, n, path, into) {
			return false
		}
		if *into == "" {
			d.Errorf(d.at(n), "bad-value", "%s must not be empty", subject(path))
		}
		return *into != ""
	}}
}

// oneOf is a text out of a few. With fold, capitals do not matter.
func oneOf(fold bool, values ...string) shape[string] {
	s := str()
	spec := &Spec{Noun: "one of " + strings.Join(values, ", "), Type: "string", Enum: values}
	return shape[string]{spec, func(d *decoder, n *yaml.Node, path string, into *string) bool {
		var got string
		if !s.decode(d, n, path, &got) {
			return false
		}
		for _, v := range spec.Enum {
			if v == got || fold && strings.EqualFold(v, got) {
				*into = v
				return true
			}
		}
		d.Errorf(d.at(n), "bad-value", "%s must be %s, not %q", subject(path), spec.Noun, excerpt(got))
		if v := meant(got, spec.Enum); v != "" {
			d.Hintf("did you mean %q?", v)
			*into = v // the rest is judged by what is meant
		} else {
			d.didYouMean(got, spec.Enum)
		}
		return false
	}}
}

// boolean is true or false; yes and no are texts in YAML 1.2.
func boolean() shape[bool] {
	spec := &Spec{Noun: "true or false", Type: "boolean"}
	return shape[bool]{spec, func(d *decoder, n *yaml.Node, path string, into *bool) bool {
		if n.Kind != yaml.ScalarNode || n.ShortTag() != "!!bool" {
			return d.wrongType(n, path, spec.Noun)
		}
		*into = strings.EqualFold(n.Value, "true")
		return true
	}}
}

// integer is a whole number in decimal digits: 065 is 65, never octal.
func integer(lo, hi float64) shape[int] {
	spec := &Spec{Noun: "a whole number", Type: "integer", Range: &Range{Min: lo, Max: hi}}
	return shape[int]{spec, func(d *decoder, n *yaml.Node, path string, into *int) bool {
		if n.Kind != yaml.ScalarNode || n.ShortTag() != "!!int" {
			return d.wrongType(n, path, spec.Noun)
		}
		v, err := strconv.Atoi(n.Value)
		if err != nil {
			d.Errorf(d.at(n), "bad-value", "%s must be a whole number in plain digits, not %s", subject(path), excerpt(n.Value))
			return false
		}
		if !d.inRange(n, path, float64(v), spec) {
			return false
		}
		*into = v
		return true
	}}
}

// number is a finite number.
func number(r Range) shape[float64] {
	spec := &Spec{Noun: "a number", Type: "number", Range: &r}
	return shape[float64]{spec, func(d *decoder, n *yaml.Node, path string, into *float64) bool {
		tag := n.ShortTag()
		if n.Kind != yaml.ScalarNode || tag != "!!int" && tag != "!!float" {
			return d.wrongType(n, path, spec.Noun)
		}
		v, err := strconv.ParseFloat(n.Value, 64)
		if err != nil || !looksNumeric(n.Value) {
			d.Errorf(d.at(n), "bad-value", "%s must be a plain decimal number, not %s", subject(path), excerpt(n.Value))
			return false
		}
		if !d.inRange(n, path, v, spec) {
			return false
		}
		*into = v
		return true
	}}
}

// looksNumeric tells plain decimal notation from NaN, hexadecimal and words.
func looksNumeric(s string) bool {
	_, err := strconv.ParseFloat(s, 64)
	return err == nil && strings.Trim(s, "+-0123456789.eE") == "" && strings.ContainsAny(s, "0123456789")
}

func (d *decoder) inRange(n *yaml.Node, path string, v float64, spec *Spec) bool {
	r := spec.Range
	if v >= r.Min && v <= r.Max && !(r.Open && (v == r.Min || v == r.Max)) {
		return true
	}
	num := func(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
	var want string
	switch {
	case r.Open:
		want = fmt.Sprintf("more than %s and less than %s", num(r.Min), num(r.Max))
	case math.IsInf(r.Max, 1):
		want = fmt.Sprintf("at least %s", num(r.Min))
	case spec.Type == "integer" && r.Max == r.Min+1:
		want = fmt.Sprintf("%s or %s", num(r.Min), num(r.Max))
	default:
		want = fmt.Sprintf("from %s to %s", num(r.Min), num(r.Max))
	}
	d.Errorf(d.at(n), "bad-value", "%s must be %s, not %s", subject(path), want, excerpt(n.Value))
	return false
}

// list is a list of values. An entry that could not be read is left out, and
// the list then counts as wrong.
func list[T any](item shape[T]) shape[[]T] {
	spec := &Spec{Noun: "a list", Type: "array", Items: item.spec}
	return shape[[]T]{spec, func(d *decoder, n *yaml.Node, path string, into *[]T) bool {
		if n.Kind != yaml.SequenceNode {
			return d.wrongType(n, path, spec.Noun)
		}
		if !d.spend(n, len(n.Content)) {
			return false
		}
		out, ok := make([]T, 0, len(n.Content)), true
		for _, c := range n.Content {
			c = resolve(c)
			at := fmt.Sprintf("%s[%d]", path, len(out))
			if lacks(c, item.spec) {
				d.unwritten(c, at)
				continue
			}
			d.pos[at] = d.at(c)
			var v T
			if item.decode(d, c, at, &v) {
				out = append(out, v)
			} else {
				ok = false
			}
		}
		*into = out
		return ok
	}}
}

// form is one way of writing a value: the shape for a kind of node.
type form[T any] struct {
	kind yaml.Kind
	shape[T]
}

func scalar[T any](s shape[T]) form[T]   { return form[T]{yaml.ScalarNode, s} }
func sequence[T any](s shape[T]) form[T] { return form[T]{yaml.SequenceNode, s} }
func keyed[T any](s shape[T]) form[T]    { return form[T]{yaml.MappingNode, s} }

// either is a value with a short form and a long one.
func either[T any](noun string, forms ...form[T]) shape[T] {
	spec := &Spec{Noun: noun}
	for _, f := range forms {
		spec.Forms = append(spec.Forms, f.spec)
	}
	return shape[T]{spec, func(d *decoder, n *yaml.Node, path string, into *T) bool {
		i := slices.IndexFunc(forms, func(f form[T]) bool { return f.kind == n.Kind })
		if i < 0 || isNull(n) {
			return d.wrongType(n, path, noun)
		}
		return forms[i].decode(d, n, path, into)
	}}
}

// via reads a U and stores it in a T.
func via[T, U any](s shape[U], store func(U, *T)) shape[T] {
	return shape[T]{s.spec, func(d *decoder, n *yaml.Node, path string, into *T) bool {
		var v U
		if !s.decode(d, n, path, &v) {
			return false
		}
		store(v, into)
		return true
	}}
}

// listOrOne is a list that may be written as its only entry, which then has a
// place of its own as an entry of a list has.
func listOrOne[T any](item shape[T]) shape[[]T] {
	one := shape[[]T]{item.spec, func(d *decoder, n *yaml.Node, path string, into *[]T) bool {
		d.pos[path+"[0]"] = d.at(n)
		var v T
		if !item.decode(d, n, path, &v) {
			return false
		}
		*into = []T{v}
		return true
	}}
	return either("a list", scalar(one), sequence(list(item)))
}

// perLanguage is a value for each language, by the language's name.
func perLanguage[T any](v shape[T]) shape[map[lang.Tag]T] {
	var fields []field[map[lang.Tag]T]
	for _, l := range lang.All {
		fields = append(fields, entry(l, "in "+lang.Of(l).Name, v))
	}
	return object("a value per language", fields...)
}

// text is a text in one or more languages; a plain text is the same in all.
var text = sync.OnceValue(func() shape[lang.Text] { return texts(str()) })

// section is a text() that is the name of a file, or what the file would hold, in lines of
// its own: then it ends a line.
var section = sync.OnceValue(func() shape[lang.Text] {
	s := str()
	return texts(shape[string]{s.spec, func(d *decoder, n *yaml.Node, path string, into *string) bool {
		ok := s.decode(d, n, path, into)
		if ok && *into != "" && strings.Contains(n.Value, "\n") {
			*into += "\n"
		}
		return ok
	}})
})

// texts is a text that is the same in all languages, or one for each.
func texts(s shape[string]) shape[lang.Text] {
	return either("a text, or one per language ({id: …, en: …})",
		scalar(via(s, func(s string, t *lang.Text) { *t = lang.Same(s) })),
		keyed(noted(via(perLanguage(s), func(m map[lang.Tag]string, t *lang.Text) { *t = m }), lang.Text.Has)))
}

// noted is a shape of something in several languages, which the decoder remembers
// for the languages it is in.
func noted[T any](s shape[T], has func(T, lang.Tag) bool) shape[T] {
	return shape[T]{s.spec, func(d *decoder, n *yaml.Node, path string, into *T) bool {
		problems := len(d.List)
		if !s.decode(d, n, path, into) {
			return false
		}
		if len(d.List) > problems { // which a missing language may follow from
			return true
		}
		var in []lang.Tag
		for _, l := range lang.All {
			if has(*into, l) {
				in = append(in, l)
			}
		}
		d.noteLanguages(path, n, in)
		return true
	}}
}
