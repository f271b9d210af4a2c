package analysis

import (
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

// ItemInterpretation is the interpretation of an item.
type ItemInterpretation struct {
	MeanBand Band
	TCR      Value // mean / greatest value of the scale × 100
	TCRBand  Band
	// TopTwo and BottomTwo are the shares of the two highest and the two lowest
	// scores; undefined on a scale of fewer than four points, and where the
	// study does not ask for them.
	TopTwo, BottomTwo ShareInterval
}

// ConstructInterpretation is the interpretation of a construct. Mean is that of a
// respondent's mean over the items, complete rows, so on the scale of the answers.
type ConstructInterpretation struct {
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
	alphaDecimals = 12 // of alpha: its class rests on the same value as its verdict
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
// responden). On a scale that goes below zero it says nothing.
func tcr(mean Value, least, greatest int) Value {
	m, ok := mean.Get()
	switch {
	case !ok:
		return mean
	case least < 0 || greatest <= 0:
		return Undefined(NotPositiveScale)
	}
	return Of(100 * m / float64(greatest))
}

func sumOf(counts, at []int) (sum int) {
	for _, i := range at {
		sum += counts[i]
	}
	return sum
}

// read interprets the construct and its items.
func (c *Construct) read(set study.Interpretation, of sharing) {
	least, greatest := c.Values[0], c.Values[len(c.Values)-1]
	for i := range c.Items {
		it := &c.Items[i]
		r := &ItemInterpretation{MeanBand: ClassInterval(it.Mean, least, greatest, set.Classes), TCR: tcr(it.Mean, least, greatest)}
		r.TCRBand = InBand(r.TCR, set.TCR.Bands, readDecimals)
		none := ShareInterval{Share: Undefined(ShortScale), Interval: undefinedInterval(ShortScale)}
		r.TopTwo, r.BottomTwo = none, none
		if it.Hidden() {
			none = ShareInterval{Share: Undefined(Withheld), Interval: undefinedInterval(Withheld)}
			r.TopTwo, r.BottomTwo = none, none
		} else if len(c.Values) >= 4 {
			high, low := c.HighBox, c.LowBox
			if it.Reversed { // whose highest scores are the lowest answers
				high, low = low, high
			}
			r.TopTwo = of.share(sumOf(it.Answered, high), it.N)
			r.BottomTwo = of.share(sumOf(it.Answered, low), it.N)
		}
		it.Interpretation = r
	}
	r := &ConstructInterpretation{Mean: c.ItemMean, Width: Undefined(NoAnswers)}
	r.MeanBand = ClassInterval(r.Mean, least, greatest, set.Classes)
	r.TCR = tcr(r.Mean, least, greatest)
	r.TCRBand = InBand(r.TCR, set.TCR.Bands, readDecimals)
	r.Reliability = InBand(c.Alpha, set.Reliability.Bands, alphaDecimals)
	if k := len(set.Classes); k > 0 {
		r.Width = Of(float64(greatest-least) / float64(k))
		for _, l := range classLimits(least, greatest, k) {
			r.Limits = append(r.Limits, Of(l))
		}
	}
	c.Interpretation = r
}
