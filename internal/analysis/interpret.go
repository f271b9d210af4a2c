package analysis

import (
	"math"

	"wogreport/internal/lang"
	"wogreport/internal/study"
)

// Band is the class that a value falls into: its number from 1 and how many
// there are. Number is 0 where the value is undefined or the study asks for no
// classes.
type Band struct {
	Number, Of int
	Label      lang.Text
	reason     Reason
}

// Reason is why there is no class although the study asks for one.
func (b Band) Reason() Reason { return b.reason }

// ItemReading is the interpretation of an item.
type ItemReading struct {
	MeanBand Band
	TCR      Value // mean / greatest value of the scale × 100
	TCRBand  Band
	// TopTwo and BottomTwo are the shares of the two highest and the two lowest
	// scores; undefined on a scale of fewer than four points, and where the
	// study does not ask for them.
	TopTwo, BottomTwo ShareInterval
}

// ConstructReading is the interpretation of a construct. Mean is that of a
// respondent's mean over the items, complete rows, so on the scale of the answers.
type ConstructReading struct {
	Mean        Value
	MeanBand    Band
	TCR         Value
	TCRBand     Band
	Reliability Band
	Width       Value   // of a class of the mean
	Limits      []Value // upper limits of the classes of the mean, rounded as the mean is
}

// readDecimals are those to which a mean and its limits are rounded before
// they are compared, so that a reader of the rounded figures gets the same class.
const (
	readDecimals  = 2
	alphaDecimals = 3 // of alpha
)

// ClassInterval puts a mean into one of k classes of equal width (max-min)/k
// (Widoyoko 2012). Mean and limits are compared as rounded to two decimals; a
// mean on a limit belongs to the lower class.
func ClassInterval(mean Value, least, greatest int, labels []lang.Text) Band {
	m, ok := mean.Get()
	k := len(labels)
	if !ok || k == 0 {
		return Band{Of: k, reason: mean.Reason()}
	}
	m = lang.Round(m, readDecimals)
	for i, limit := range classLimits(least, greatest, k) {
		if m <= limit || i == k-1 {
			return Band{Number: i + 1, Of: k, Label: labels[i]}
		}
	}
	return Band{}
}

// classLimits are the rounded upper limits of k classes.
func classLimits(least, greatest, k int) []float64 {
	out := make([]float64, k)
	for i := range out {
		out[i] = lang.Round(float64(least)+float64((greatest-least)*(i+1))/float64(k), readDecimals)
	}
	return out
}

// InBand puts a value, rounded to some decimals, into a class by lower limits.
func InBand(v Value, bands []study.Band, decimals int) Band {
	x, ok := v.Get()
	if !ok || len(bands) == 0 {
		return Band{Of: len(bands), reason: v.Reason()}
	}
	x = lang.Round(x, decimals)
	at := 0
	for i, b := range bands {
		if x >= b.From {
			at = i
		}
	}
	return Band{Number: at + 1, Of: len(bands), Label: bands[at].Label}
}

// tcr is the level of a mean in percent of the greatest value (tingkat capaian
// responden).
func tcr(mean Value, greatest int) Value {
	m, ok := mean.Get()
	switch {
	case !ok:
		return mean
	case greatest <= 0:
		return Undefined(NotPositiveScale)
	}
	return Of(100 * m / float64(greatest))
}

// read interprets the construct and its items.
func (c *Construct) read(set study.Interpretation, population int) {
	least, greatest := c.Values[0], c.Values[len(c.Values)-1]
	for i := range c.Items {
		it := &c.Items[i]
		r := &ItemReading{MeanBand: ClassInterval(it.Mean, least, greatest, set.Classes), TCR: tcr(it.Mean, greatest)}
		r.TCRBand = InBand(r.TCR, set.TCR.Bands, readDecimals)
		none := ShareInterval{Share: Undefined(ShortScale), Interval: undefinedInterval(ShortScale)}
		r.TopTwo, r.BottomTwo = none, none
		if it.Hidden() {
			none = ShareInterval{Share: Undefined(Withheld), Interval: undefinedInterval(Withheld)}
			r.TopTwo, r.BottomTwo = none, none
		} else if k := len(c.Values); k >= 4 {
			r.TopTwo = Share(it.Counts[k-1]+it.Counts[k-2], it.N, population)
			r.BottomTwo = Share(it.Counts[0]+it.Counts[1], it.N, population)
		}
		it.Reading = r
	}
	r := &ConstructReading{Mean: c.itemMean(), Width: Undefined(NoAnswers)}
	r.MeanBand = ClassInterval(r.Mean, least, greatest, set.Classes)
	r.TCR = tcr(r.Mean, greatest)
	r.TCRBand = InBand(r.TCR, set.TCR.Bands, readDecimals)
	r.Reliability = InBand(c.Alpha, set.Reliability.Bands, alphaDecimals)
	if k := len(set.Classes); k > 0 {
		r.Width = Of(float64(greatest-least) / float64(k))
		for _, l := range classLimits(least, greatest, k) {
			r.Limits = append(r.Limits, Of(l))
		}
	}
	c.Reading = r
}

// itemMean is the mean of a respondent's mean over the items, complete rows.
func (c *Construct) itemMean() Value {
	m, ok := c.ScaleMean.Get()
	if !ok {
		return c.ScaleMean
	}
	return Of(m / float64(c.K))
}

// IKM is the index of public satisfaction (Indeks Kepuasan Masyarakat) of
// Permenpan-RB 14/2017: the elements' means, weighted equally, times 25.
type IKM struct {
	Elements []IKMElement // as many as the study names
	Weight   Value        // of an element, 1/9
	Sum      Value        // of the weighted means (NRR tertimbang)
	Index    Value        // 25 × Sum, rounded to two decimals
	Grade    string       // "A" to "D", of the rounded index; "" where it is undefined
}

// IKMElement is an element of service: Mean is its NRR, the mean of its item,
// or of its items' means; Weighted is that by its weight.
type IKMElement struct {
	Code           string
	Items          []string
	N              int // answers, of its item with the fewest
	Mean, Weighted Value
	Grade          string // of 25 × Mean, rounded to two decimals
}

// ikmGrades are the lower limits of the grades, for a rounded index.
var ikmGrades = []struct {
	from  float64
	grade string
}{{88.31, "A"}, {76.61, "B"}, {65, "C"}, {25, "D"}}

// IKMGrade is the grade (mutu pelayanan) of an index, which is rounded to two
// decimals first: A from 88.31, B from 76.61, C from 65.00, D below.
func IKMGrade(index float64) string {
	index = lang.Round(index, 2)
	for _, g := range ikmGrades {
		if index >= g.from {
			return g.grade
		}
	}
	return "D"
}

func ikm(st *study.Study, r *Results) *IKM {
	if !st.IKM.On {
		return nil
	}
	const elements = 9
	k := &IKM{Weight: Of(1.0 / elements)}
	reason, sum := Defined, 0.0
	if len(st.IKM.Elements) != elements {
		reason = NotNineElements
	}
	for _, se := range st.IKM.Elements {
		e := IKMElement{Code: se.Code, Items: se.Items}
		total := 0.0
		why := Defined
		for i, id := range se.Items {
			c, it := r.Item(id)
			if it == nil {
				why = NoAnswers
				continue
			}
			if n := len(c.Values); n != 4 || c.Values[0] != 1 || c.Values[n-1] != 4 {
				why = NotFourPoint
			}
			m, ok := it.Mean.Get()
			if !ok && why == Defined {
				why = it.Mean.Reason()
			}
			total += m
			if i == 0 || it.N < e.N {
				e.N = it.N
			}
		}
		if len(se.Items) == 0 {
			why = NoAnswers
		}
		if why != Defined {
			e.Mean, e.Weighted = Undefined(why), Undefined(why)
			if reason == Defined || why == NotFourPoint {
				reason = why
			}
		} else {
			mean := total / float64(len(se.Items))
			e.Mean, e.Weighted = Of(mean), Of(mean/elements)
			e.Grade = IKMGrade(25 * mean)
			sum += mean
		}
		k.Elements = append(k.Elements, e)
	}
	if reason != Defined {
		k.Sum, k.Index = Undefined(reason), Undefined(reason)
		return k
	}
	k.Sum = Of(sum / elements)
	index := lang.Round(25*sum/elements, 2)
	k.Index, k.Grade = Of(index), IKMGrade(index)
	return k
}

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
				if y > 0 {
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

// reaches reports whether a mean is at or above an axis, but for rounding errors.
func reaches(mean, axis Value) bool {
	m, _ := mean.Get()
	a, _ := axis.Get()
	return m >= a-1e-12*math.Abs(a)
}
