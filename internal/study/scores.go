package study

import (
	"fmt"
	"math"

	"gopkg.in/yaml.v3"
)

// Scores asks how many respondents fall into each class of a construct's score.
type Scores struct {
	Azwar   bool   // the limits are M ± SD of the scale itself; Classes then have labels only
	Unit    string // of limits of the author's own: "sum" of the items or their "mean"
	Classes Bands  // none: not asked for
}

// On reports whether they are asked for.
func (s Scores) On() bool { return len(s.Classes.Bands) > 0 }

// azwarScores are the three classes by the hypothetical mean and SD (Azwar 2012).
func azwarScores() Scores {
	return Scores{Azwar: true, Unit: "sum", Classes: bands("Azwar (2012)", "score", 0, 0, 0)()}
}

// Limit is the lower limit of the i-th class for a construct, in the unit; the first
// class takes all that is lower than the second's.
func (s Scores) Limit(i int, c *Construct) float64 {
	if !s.Azwar {
		return s.Classes.Bands[i].From
	}
	k, least, most := len(c.Items), c.Scale.Min(), c.Scale.Max()
	// M = k(max+min)/2 and SD = k(max-min)/6: M-SD and M+SD are thirds of whole numbers.
	return float64(k*[]int{3 * least, 2*least + most, least + 2*most}[i]) / 3
}

// Hypothetical are the mean and the SD that the scale alone gives the sum of the items.
func (s Scores) Hypothetical(c *Construct) (mean, sd float64) {
	k := len(c.Items)
	return float64(k*(c.Scale.Max()+c.Scale.Min())) / 2, float64(k*(c.Scale.Max()-c.Scale.Min())) / 6
}

func scoresShape() shape[Scores] {
	asList, withSource := ownBands(Range{Min: math.Inf(-1), Max: math.Inf(1)})
	classes := either("azwar, or classes by their lower limits",
		scalar(via(oneOf(false, "azwar"), func(_ string, s *Scores) {
			unit := s.Unit
			*s = azwarScores()
			s.Unit = unit
		})),
		sequence(via(asList, func(b Bands, s *Scores) { *s = Scores{Unit: s.Unit, Classes: b} })),
		keyed(via(withSource, func(b Bands, s *Scores) { *s = Scores{Unit: s.Unit, Classes: b} })))
	keys := object("the keys of scores",
		key("classes", "azwar (high from M + SD, low under M - SD, with M and SD of the scale itself), or classes such as {from: 40, label: Tinggi}", classes, func(s *Scores) *Scores { return s }),
		key("unit", "what the limits of one's own are of: sum of the items, or mean over them", oneOf(false, "sum", "mean"), func(s *Scores) *string { return &s.Unit }),
	)
	on, name := boolean(), oneOf(false, "azwar")
	asked := shape[Scores]{&Spec{Forms: []*Spec{on.spec, name.spec}}, func(d *decoder, n *yaml.Node, path string, into *Scores) bool {
		yes, preset := true, ""
		if n.ShortTag() == "!!bool" && !on.decode(d, n, path, &yes) || n.ShortTag() != "!!bool" && !name.decode(d, n, path, &preset) {
			return false
		}
		*into = Scores{}
		if yes {
			*into = azwarScores()
		}
		return true
	}}
	return either("true, azwar, or the keys of scores", scalar(asked),
		keyed(shape[Scores]{keys.spec, func(d *decoder, n *yaml.Node, path string, into *Scores) bool {
			*into = azwarScores()
			return keys.decode(d, n, path, into)
		}}))
}

// checkScores finds limits out of order and classes that no score, or not every score,
// can fall into.
func (d *decoder) checkScores(s *Study) {
	classes := s.Scores.Classes.Bands
	if !s.Scores.On() {
		if d.whole("scores.classes") {
			d.Errorf(d.pos["scores.classes"], "bad-value", "scores needs two classes at least")
		}
		return
	}
	if s.Scores.Azwar {
		if d.given("scores.unit") && s.Scores.Unit == "mean" {
			d.Errorf(d.pos["scores.unit"], "bad-value", "the classes by Azwar are of the sum of the items")
			d.Hintf("leave unit out, or give limits of your own under  classes:")
		}
		return
	}
	at := d.pos["scores.classes"]
	if len(classes) < 2 {
		d.Errorf(at, "bad-value", "one class says nothing; give two or more")
		return
	}
	for n := 1; n < len(classes); n++ {
		if classes[n].From <= classes[n-1].From {
			d.Errorf(at, "bad-value", "the classes must ascend, but %g does not follow %g", classes[n].From, classes[n-1].From)
			return
		}
	}
	for i := range s.Constructs {
		c := &s.Constructs[i]
		if len(c.Scale.Points) < 2 || len(c.Items) == 0 { // reported already
			continue
		}
		k := 1
		if s.Scores.Unit == "sum" {
			k = len(c.Items)
		}
		least, most := float64(k*c.Scale.Min()), float64(k*c.Scale.Max())
		switch {
		case classes[0].From > least:
			d.Errorf(at, "bad-value", "the first class begins at %g, so the lowest score of %s, %g, has no class", classes[0].From, c.ID, least)
		case classes[len(classes)-1].From > most:
			d.Errorf(at, "bad-value", "the last class begins at %g, which no score of %s reaches: the highest is %g", classes[len(classes)-1].From, c.ID, most)
		default:
			continue
		}
		d.Hintf("%s", map[string]string{
			"sum":  fmt.Sprintf("the sum of the items of %s goes from %g to %g; for limits of the mean over the items write  unit: mean", c.ID, least, most),
			"mean": fmt.Sprintf("the mean over the items of %s goes from %g to %g; for limits of their sum write  unit: sum", c.ID, least, most),
		}[s.Scores.Unit])
		return
	}
}
