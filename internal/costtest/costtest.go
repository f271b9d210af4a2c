// Package costtest owns what tests hold every input to: that it ends in time,
// and in memory that any machine has.
package costtest

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"
)

// What one input may cost.
const (
	MaxTime   = 5 * time.Second
	MaxMemory = 300 << 20
)

// Clock measures what something takes: the time that passes, or what the process uses of
// processors, whichever is less, since other work on the machine is no fault of it.
type Clock struct {
	began time.Time
	used  time.Duration
}

// Start starts a clock.
func Start() Clock { return Clock{time.Now(), cpu()} }

// Took is what it took since the clock was started.
func (c Clock) Took() time.Duration { return min(time.Since(c.began), cpu()-c.used) }

// TooLong says what it took where that is more than an input may cost.
func (c Clock) TooLong() (time.Duration, bool) {
	return Over(time.Since(c.began), cpu()-c.used)
}

// Over is TooLong of a process of which both times are known.
func Over(passed, used time.Duration) (time.Duration, bool) {
	took := min(passed, used)
	return took, took > slower*MaxTime
}

// Watch runs a function and fails the test where it takes longer or needs more
// memory than an input may.
func Watch(t testing.TB, f func()) {
	t.Helper()
	defer debug.SetGCPercent(debug.SetGCPercent(50)) // so that little of the heap is garbage
	ended := make(chan any, 1)
	start, clock := time.Now(), Start()
	go func() {
		defer func() {
			p := recover()
			if p != nil {
				p = fmt.Sprintf("%v\n%s", p, debug.Stack()) // the caller's would not tell where
			}
			ended <- p
		}()
		f()
	}()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case p := <-ended:
			if p != nil {
				panic(p)
			}
			if took, over := clock.TooLong(); over {
				t.Errorf("it takes %v", took)
			}
			return
		case <-tick.C:
			if time.Since(start) > 4*slower*MaxTime {
				t.Fatalf("it has not ended after %v", 4*slower*MaxTime)
			}
			if heap() > MaxMemory {
				runtime.GC() // what other inputs left behind is not this one's
				if n := heap(); n > MaxMemory {
					t.Fatalf("it needs more than %d MB", n>>20)
				}
			}
		}
	}
}

// heap is what live objects and those not yet collected take, in bytes.
func heap() uint64 {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}
