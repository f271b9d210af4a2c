// Package limits owns how the bounds are raised that keep an input from costing
// more than a run may: each package has the bounds of what it reads, all are
// raised together, and only the command line does it. A study never can.
package limits

// Limits are how many times the usual bounds hold. The zero value is once.
type Limits struct{ times int64 }

// Times are bounds that are n times the usual ones.
func Times(n int) Limits { return Limits{int64(max(1, n))} }

// Of is a bound whose usual value is n.
func (l Limits) Of(n int64) int64 { return n * max(1, l.times) }

// Hint says how bounds are raised.
const Hint = "a file that you trust may be read with higher limits:  --limits 4  allows four times as much of everything"
