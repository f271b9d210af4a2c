package diag

import "strings"

// Suggest is the candidate that was probably meant by got, or "" when none is
// near: at most a third of its letters (at least one, but not all) differ, by
// the optimal string alignment distance without regard to case.
func Suggest(got string, candidates []string) string {
	best, bestDist := "", -1
	g := []rune(strings.ToLower(strings.TrimSpace(got)))
	if len(g) == 0 {
		return ""
	}
	for _, c := range candidates {
		r := []rune(strings.ToLower(c))
		limit := max(1, max(len(g), len(r))/3)
		if d := Distance(g, r); d <= limit && d < max(1, min(len(g), len(r))) && (bestDist < 0 || d < bestDist) {
			best, bestDist = c, d
		}
	}
	return best
}

// Distance is the optimal string alignment distance (Levenshtein with
// transposition of neighbours) between a and b.
func Distance(a, b []rune) int {
	prev2 := make([]int, len(b)+1)
	prev := make([]int, len(b)+1)
	cur := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(b)]
}
