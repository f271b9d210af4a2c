//go:build !unix

package costtest

import "time"

var began = time.Now()

// cpu is the time that passed where the system does not say what a process used.
func cpu() time.Duration { return time.Since(began) }
