// Package costtest owns what tests hold every input to: that it ends in time,
// and in memory that any machine has.
package costtest

import (
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

// Watch runs a function and fails the test where it takes longer or needs more
// memory than an input may.
func Watch(t testing.TB, f func()) {
	t.Helper()
	defer debug.SetGCPercent(debug.SetGCPercent(50)) // so that little of the heap is garbage
	ended := make(chan any, 1)
	start := time.Now()
	go func() {
		defer func() { ended <- recover() }()
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
			if took := time.Since(start); took > MaxTime {
				t.Errorf("it takes %v", took)
			}
			return
		case <-tick.C:
			if time.Since(start) > 4*MaxTime {
				t.Fatalf("it has not ended after %v", 4*MaxTime)
			}
			if n := heap(); n > MaxMemory {
				t.Fatalf("it needs more than %d MB", n>>20)
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
