package results

import (
	"wogreport/internal/analysis"
	"wogreport/internal/lang"
	"wogreport/internal/words"
)

// caveats are remarks with their code, the English sentence of the catalogue and
// its numbers.
func caveats(cs []analysis.Caveat) list {
	l := list{}
	if len(cs) == 0 {
		return l
	}
	terms := words.Builtin(lang.EN)
	for _, c := range cs {
		var o object
		o.add("code", c.Code)
		o.add("message", terms.Term(c.Term(), c))
		if len(c.Params) > 0 {
			o.add("params", c.Params)
		}
		l = append(l, o)
	}
	return l
}
