package study

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"wogreport/internal/diag"
)

// field is one known key of an S.
type field[S any] struct {
	KeySpec
	decode func(d *decoder, n *yaml.Node, path string, s *S) bool
}

// key is a key whose value is stored where at points.
func key[S, T any](name, doc string, sh shape[T], at func(*S) *T) field[S] {
	return field[S]{KeySpec{Name: name, Doc: doc, Spec: sh.spec}, func(d *decoder, n *yaml.Node, path string, s *S) bool {
		return sh.decode(d, n, path, at(s))
	}}
}

// entry is a key whose value is stored in a map under its name.
func entry[K ~string, T any](name K, doc string, sh shape[T]) field[map[K]T] {
	return field[map[K]T]{KeySpec{Name: string(name), Doc: doc, Spec: sh.spec}, func(d *decoder, n *yaml.Node, path string, m *map[K]T) bool {
		var v T
		if !sh.decode(d, n, path, &v) {
			return false
		}
		if *m == nil {
			*m = map[K]T{}
		}
		(*m)[name] = v
		return true
	}}
}

// must makes a key required.
func must[S any](f field[S]) field[S] {
	f.Required = true
	return f
}

// object is a mapping with known keys. A key without a value counts as absent.
func object[S any](noun string, fields ...field[S]) shape[S] {
	spec := &Spec{Noun: noun, Type: "object"}
	byName := map[string]field[S]{}
	for _, f := range fields {
		spec.Keys = append(spec.Keys, f.KeySpec)
		byName[f.Name] = f
	}
	return shape[S]{spec, func(d *decoder, n *yaml.Node, path string, into *S) bool {
		if n.Kind != yaml.MappingNode {
			return d.wrongType(n, path, noun)
		}
		pairs := d.pairs(n)
		meant := map[string]bool{} // keys that are given in other words
		for i, p := range pairs {
			f, ok := byName[p.name]
			if !ok {
				meant[spec.inEnglish(p.name)] = true
				d.unknownKey(p, cutText(n, pairs, i), spec)
				continue
			}
			sub := join(path, p.name)
			switch {
			case isNull(p.value):
				continue
			case isBlank(p.value) && !f.Spec.blank:
				if !f.Required { // what is missing is an error below
					d.unwritten(p.value, sub)
				}
				continue
			}
			d.pos[sub] = d.at(p.key)
			d.noteText(sub, p.key, p.value)
			if !f.decode(d, p.value, sub, into) {
				d.wrong[sub] = true
			}
		}
		for _, f := range spec.Keys {
			if !f.Required || meant[f.Name] {
				continue
			}
			at := d.at(n)
			if i := slices.IndexFunc(pairs, func(p pair) bool { return p.name == f.Name }); i >= 0 {
				if !isNull(pairs[i].value) && (f.Spec.blank || !isBlank(pairs[i].value)) {
					continue
				}
				at = d.at(pairs[i].key)
			}
			d.Errorf(at, "missing-key", "%s is missing: %s", subject(f.Name), f.Doc)
		}
		return true
	}}
}

// cutText is the key and the text between { and } that a comma cut in pieces, of which a
// pair is one: of {place: Surabaya, Jawa Timur} the second pair. A zero pair where it is
// none, and where the pieces are the halves of a number.
func cutText(n *yaml.Node, pairs []pair, i int) (whole pair) {
	if n.Style&yaml.FlowStyle == 0 || !isNull(pairs[i].value) || pairs[i].value.Value != "" {
		return pair{}
	}
	first := i
	for first > 0 && isNull(pairs[first].value) && pairs[first].value.Value == "" {
		first--
	}
	whole = pairs[first]
	if whole.value.Kind != yaml.ScalarNode || first == i || i == first+1 && looksNumeric(whole.value.Value) && looksNumeric(pairs[i].name) {
		return pair{}
	}
	text := whole.value.Value
	for _, p := range pairs[first+1:] {
		if !isNull(p.value) || p.value.Value != "" {
			break
		}
		text += ", " + p.name
	}
	whole.value = &yaml.Node{Kind: yaml.ScalarNode, Value: text}
	return whole
}

// hintQuotes says to put a text that a comma cut into quotes.
func (d *decoder) hintQuotes(whole pair) {
	const most = 100 // letters; a longer text says nothing more
	if len([]rune(whole.value.Value)) > most {
		d.Hintf("where a text between { and } has a comma, put the text into quotes")
		return
	}
	d.Hintf("where a text between { and } has a comma, put the text into quotes:  %s: %q", whole.name, whole.value.Value)
}

func (d *decoder) unknownKey(p pair, whole pair, spec *Spec) {
	k := p.key
	d.Errorf(d.at(k), "unknown-key", "unknown key %q", excerpt(k.Value))
	switch known := spec.inEnglish(k.Value); {
	case strings.ContainsRune(k.Value, noBreak):
		d.Hintf("a no-break space stands in it, which looks like a space and is none: write an ordinary space")
	case strings.ContainsAny(k.Value, curly):
		d.Hintf("the quotation marks are curly ones, as a word processor makes them; write straight ones: \"")
	case whole.value != nil: // {id: P1, statement: Bersih, nyaman}
		d.hintQuotes(whole)
	case looksNumeric(k.Value): // {r: 0,5} has the keys r and 5
		d.Hintf("a decimal mark is a full stop: 0.%s", excerpt(k.Value))
	case known != "":
		d.Hintf("did you mean %q?%s", known, spec.valuesOf(known))
	case diag.Suggest(k.Value, spec.names()) != "":
		near := diag.Suggest(k.Value, spec.names())
		d.Hintf("did you mean %q?%s", near, spec.valuesOf(near))
	default:
		d.Hintf("the keys here are %s", strings.Join(spec.names(), ", "))
	}
}

// mapping is a mapping whose keys are the author's, handed to put in the
// order of the file. With nulls, a key may stand without a value.
func mapping[S, T any](noun string, nulls bool, value shape[T], put func(d *decoder, k *yaml.Node, v T, into *S)) shape[S] {
	spec := &Spec{Noun: noun, Type: "object", Values: value.spec}
	return shape[S]{spec, func(d *decoder, n *yaml.Node, path string, into *S) bool {
		if n.Kind != yaml.MappingNode {
			return d.wrongType(n, path, noun)
		}
		pairs := d.pairs(n)
		for i, p := range pairs {
			sub := join(path, p.name)
			d.pos[sub] = d.at(p.key)
			var v T
			if nulls && isNull(p.value) || value.decode(d, p.value, sub, &v) {
				put(d, p.key, v, into)
			} else if whole := cutText(n, pairs, i); whole.value != nil {
				d.hintQuotes(whole)
			}
		}
		return true
	}}
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
