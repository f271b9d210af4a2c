package study

import (
	"slices"

	"gopkg.in/yaml.v3"
)

// Blank stands for what is still to be written, in the settings that a draft offers.
const Blank = "…"

func isBlank(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style == 0 && n.Value == Blank
}

// unwritten warns of a value that is still to be written: it counts as not given.
func (d *decoder) unwritten(n *yaml.Node, path string) {
	d.Warnf(d.at(n), "unwritten", "%s is not written yet: %s stands in its place", subject(path), Blank)
	d.Hintf("write what holds in place of %s, or take the line away; until then it counts as not given", Blank)
}

// lacks reports an entry of a list that is still to be written, or a required key of it is.
func lacks(n *yaml.Node, spec *Spec) bool {
	if isBlank(n) {
		return true
	}
	if n.Kind != yaml.MappingNode {
		return false
	}
	if slices.ContainsFunc(spec.Forms, func(form *Spec) bool { return lacks(n, form) }) {
		return true
	}
	for _, k := range spec.Keys {
		if v := valueOf(n, k.Name); v != nil && k.Required && !k.Spec.blank && isBlank(v) {
			return true
		}
	}
	return false
}
