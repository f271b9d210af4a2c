package responses

import (
	"runtime"

	"wogreport/internal/rescue"
)

// inParallel does a task for parts of n things at once.
func inParallel(n int, task func(from, to int)) {
	var all rescue.Group
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		if from, to := n*w/workers, n*(w+1)/workers; from < to {
			all.Go(func() { task(from, to) })
		}
	}
	all.Wait()
}
