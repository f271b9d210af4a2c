package analysis

import (
	"fmt"
	"reflect"
	"testing"

	"wogreport/internal/study"
)

// TestSidesStayOpen publishes the shares of every table of counts: of each hidden
// count at least two numbers must remain possible, also by the sides of the scale.
func TestSidesStayOpen(t *testing.T) {
	const least = 3
	for k := 4; k <= 5; k++ {
		for n := 1; n <= 11; n++ {
			possible := map[string][]map[int]bool{}
			hidden := map[string][]bool{}
			each(k, n, func(counts []int) {
				was := Item{Answered: append([]int(nil), counts...), Percents: make([]Value, k), N: n}
				c := Construct{Values: make([]int, k), Ranges: ranges(k), Sides: study.Halves(k), Items: []Item{was}}
				c.withhold(least)
				c.addShares(sharing{})
				s := c.Items[0].Shares
				key := fmt.Sprintf("%+v", s)
				if possible[key] == nil {
					possible[key], hidden[key] = make([]map[int]bool, k), make([]bool, k)
				}
				for i, count := range counts {
					if possible[key][i] == nil {
						possible[key][i] = map[int]bool{}
					}
					possible[key][i][count] = true
					hidden[key][i] = s.Each[i].Count == HiddenCount
				}
			})
			for key, cells := range possible {
				for i, numbers := range cells {
					if hidden[key][i] && len(numbers) == 1 {
						t.Errorf("%d answers on %d points: answer %d is told by %s", n, k, i, key)
					}
				}
			}
		}
	}
}

func TestRanges(t *testing.T) {
	for k, want := range map[int]string{
		5: "[[0] [1] [2] [3] [4]]", 12: "[[0] [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [11]]",
		13: "[[0 1] [2 3] [4 5] [6 7] [8 9] [10 11] [12]]",
	} {
		if got := fmt.Sprint(ranges(k)); got != want {
			t.Errorf("%d points: %s, want %s", k, got, want)
		}
	}
	if got := len(ranges(101)); got != 11 {
		t.Errorf("0 to 100 has %d ranges, want 11", got)
	}
}

// TestSharesOf: the sides are summed by position, and each is Share of its count.
func TestSharesOf(t *testing.T) {
	s := SharesOf([]int{0, 2, 13, 36, 14}, 65, 90)
	for _, c := range []struct {
		got     AnswerShare
		answers []int
		count   int
	}{
		{s.Each[3], []int{3}, 36}, {s.Below, []int{0, 1}, 2}, {s.Middle, []int{2}, 13}, {s.Above, []int{3, 4}, 50},
	} {
		if want := (AnswerShare{c.answers, c.count, 2*c.count > 90, Share(c.count, 65, 90)}); !reflect.DeepEqual(c.got, want) {
			t.Errorf("%+v, want %+v", c.got, want)
		}
	}
	if even := SharesOf([]int{1, 2, 3, 4}, 10, 10); len(even.Middle.Answers) != 0 || even.Above.Count != 7 || !even.Census || !even.Above.Census {
		t.Errorf("four points, everybody: %+v", even)
	}
	if none := SharesOf([]int{0, 0, 0}, 0, 0); none.Above.Share.Reason() != NoAnswers || none.N != 0 {
		t.Errorf("no answers: %+v", none)
	}
}
