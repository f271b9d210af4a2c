package analysis

import (
	"math"
	"slices"

	"wogreport/internal/study"
)

// Quadrant is a quadrant of importance and performance (Martilla & James 1977).
type Quadrant string

// The quadrants. A mean on an axis counts as high.
const (
	NoQuadrant  Quadrant = ""
	Concentrate Quadrant = "concentrate" // important, performance low
	KeepUp      Quadrant = "keep-up"     // important, performance high
	LowPriority Quadrant = "low-priority"
	Overkill    Quadrant = "overkill" // less important, performance high
)

// Importance sets how items are rated beside how important they are.
type Importance struct {
	Axes                            string // "means" or "middle"
	PerformanceAxis, ImportanceAxis Value
	Pairs                           []ImportancePair
}

// ImportancePair is an item that rates performance with the one that says how
// important it is.
type ImportancePair struct {
	Performance, Importance         string // ids of items
	PerformanceMean, ImportanceMean Value
	Gap                             Value // performance less importance
	Fit                             Value // performance / importance × 100 (tingkat kesesuaian)
	Quadrant                        Quadrant
}

func importance(st *study.Study, r *Results) *Importance {
	if !st.ImportancePairs() {
		return nil
	}
	p := &Importance{Axes: st.Interpretation.Axes}
	middle := 0.0
	for i := range st.Constructs {
		for _, it := range st.Constructs[i].Items {
			if it.Importance == "" {
				continue
			}
			c, performed := r.Item(it.ID)
			_, wanted := r.Item(it.Importance)
			if performed == nil || wanted == nil {
				continue
			}
			middle = float64(c.Values[0]+c.Values[len(c.Values)-1]) / 2
			pair := ImportancePair{
				Performance: it.ID, Importance: it.Importance,
				PerformanceMean: performed.Mean, ImportanceMean: wanted.Mean,
			}
			x, ok1 := performed.Mean.Get()
			y, ok2 := wanted.Mean.Get()
			switch {
			case !ok1:
				pair.Gap, pair.Fit = performed.Mean, performed.Mean
			case !ok2:
				pair.Gap, pair.Fit = wanted.Mean, wanted.Mean
			default:
				pair.Gap, pair.Fit = Of(x-y), Undefined(NotPositiveScale)
				if x >= 0 && y > 0 {
					pair.Fit = Of(100 * x / y)
				}
			}
			p.Pairs = append(p.Pairs, pair)
		}
	}
	p.place(middle)
	return p
}

// place finds the axes and the quadrant of each pair. The means of one pair
// are its own axes, which say nothing.
func (p *Importance) place(middle float64) {
	var x, y float64
	n := 0
	for _, pair := range p.Pairs {
		if pair.Gap.Reason() == Defined {
			a, _ := pair.PerformanceMean.Get()
			b, _ := pair.ImportanceMean.Get()
			x, y, n = x+a, y+b, n+1
		}
	}
	switch {
	case p.Axes == "middle":
		p.PerformanceAxis, p.ImportanceAxis = Of(middle), Of(middle)
	case n < 2:
		p.PerformanceAxis, p.ImportanceAxis = Undefined(TooFewItems), Undefined(TooFewItems)
		return
	default:
		p.PerformanceAxis, p.ImportanceAxis = Of(x/float64(n)), Of(y/float64(n))
	}
	for i := range p.Pairs {
		pair := &p.Pairs[i]
		if pair.Gap.Reason() != Defined {
			continue
		}
		high, important := reaches(pair.PerformanceMean, p.PerformanceAxis), reaches(pair.ImportanceMean, p.ImportanceAxis)
		switch {
		case important && high:
			pair.Quadrant = KeepUp
		case important:
			pair.Quadrant = Concentrate
		case high:
			pair.Quadrant = Overkill
		default:
			pair.Quadrant = LowPriority
		}
	}
}

// OnAxis reports whether a mean is on its axis, so that high is no more than not low.
func (p *Importance) OnAxis() bool {
	on := func(mean, axis Value) bool { return reaches(mean, axis) && reaches(axis, mean) }
	return slices.ContainsFunc(p.Pairs, func(x ImportancePair) bool {
		return x.Quadrant != NoQuadrant && (on(x.PerformanceMean, p.PerformanceAxis) || on(x.ImportanceMean, p.ImportanceAxis))
	})
}

// reaches reports whether a mean is at or above an axis, but for rounding errors.
func reaches(mean, axis Value) bool {
	m, _ := mean.Get()
	a, _ := axis.Get()
	return m >= a-float64(1e-12*math.Abs(a))
}
