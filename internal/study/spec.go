package study

// Spec describes what study.yaml may hold at one place. The decoder works
// from these descriptions, so a schema or a key reference made from Format
// cannot differ from what the program reads.
type Spec struct {
	Noun   string    // how a message names it: "a whole number"
	Type   string    // "string", "integer", "number", "boolean", "array", "object"; "" where Forms hold
	Enum   []string  // the values a string may have
	Range  *Range    // of a number
	Items  *Spec     // of an array
	Keys   []KeySpec // of an object with known keys
	Values *Spec     // of an object whose keys are the author's
	Forms  []*Spec   // the ways in which the value may be written

	blank bool // Blank is a value, too
}

// KeySpec describes one key of an object.
type KeySpec struct {
	Name, Doc string
	Required  bool
	Spec      *Spec
}

// Range bounds a number. Open says that the bounds themselves are outside.
type Range struct {
	Min, Max float64
	Open     bool
}

// Format describes the whole of study.yaml.
func Format() *Spec { return studyShape().spec }

func (s *Spec) names() []string {
	var n []string
	for _, k := range s.Keys {
		n = append(n, k.Name)
	}
	return n
}
