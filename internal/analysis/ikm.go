package analysis

import (
	"wogreport/internal/lang"
	"wogreport/internal/study"
)

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
