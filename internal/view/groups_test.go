package view

import (
	"testing"

	"wogreport/internal/analysis"
	"wogreport/internal/lang"
)

// TestUnlike: the means show an order of ranks where the groups that are named stand at their ends,
// also where several share a mean rank as it is printed.
func TestUnlike(t *testing.T) {
	for _, c := range []struct {
		ranks, means  [4]float64
		high, low     string
		unlikeByMeans bool
	}{
		{[4]float64{46.13, 46.11, 60, 76.4}, [4]float64{2.5, 2.6, 3, 4}, "D", "A and B", false},
		{[4]float64{46.13, 46.11, 60, 76.4}, [4]float64{2.5, 3.2, 3, 4}, "D", "A and B", true}, // C is below B
		{[4]float64{46.1, 50, 76.41, 76.43}, [4]float64{2.5, 3, 4, 3.8}, "C and D", "A", false},
		{[4]float64{46.1, 50, 76.41, 76.43}, [4]float64{2.5, 3.9, 4, 3.8}, "C and D", "A", true}, // B is above D
		{[4]float64{46.1, 50, 60, 76.4}, [4]float64{2.5, 3, 3.5, 4}, "D", "A", false},
		{[4]float64{46.1, 50, 60, 76.4}, [4]float64{2.5, 3, 4.001, 4}, "D", "A", false}, // as printed, they tie
		{[4]float64{46.1, 50, 60, 76.4}, [4]float64{2.5, 2.4, 3.5, 4}, "D", "A", true},
		{[4]float64{46.1, 50, 60, 76.4}, [4]float64{3, 3, 3, 3}, "D", "A", true},
	} {
		g := &GroupedView{
			Construct: &ConstructView{lang: lang.EN},
			Grouping:  &GroupingView{Grouping: &analysis.Grouping{Groups: make([]analysis.Group, 4)}, Names: []string{"A", "B", "C", "D"}},
		}
		of := &analysis.GroupTest{}
		for i, r := range c.ranks {
			of.Test.MeanRanks = append(of.Test.MeanRanks, analysis.Of(r))
			of.Groups = append(of.Groups, analysis.GroupStatistics{Mean: analysis.Of(c.means[i])})
		}
		g.addDirection(of, analysis.Of(0.01), &ItemView{})
		if d := g.Directions[0]; d.Name != c.high || d.Lowest != c.low || (len(d.Unlike) > 0) != c.unlikeByMeans {
			t.Errorf("ranks %v, means %v: highest %s, lowest %s, unlike %v", c.ranks, c.means, d.Name, d.Lowest, len(d.Unlike) > 0)
		}
	}
}
