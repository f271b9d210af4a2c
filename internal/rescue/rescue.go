// Package rescue owns goroutines whose panics are met where they are waited
// for, so that a boundary further out can recover them: one that nobody
// recovers in the goroutine itself ends the program.
package rescue

import (
	"fmt"
	"sync"
)

// Group is some goroutines of one task. Its zero value is ready for use.
type Group struct {
	all   sync.WaitGroup
	once  sync.Once
	first any
}

// Go runs a function in a goroutine.
func (g *Group) Go(f func()) {
	g.all.Go(func() {
		defer func() {
			if p := recover(); p != nil {
				g.once.Do(func() { g.first = p })
			}
		}()
		f()
	})
}

// Wait waits for the functions, and panics as the first of them did that did.
func (g *Group) Wait() {
	g.all.Wait()
	if g.first == nil {
		return
	}
	if err, ok := g.first.(error); ok {
		panic(err)
	}
	panic(fmt.Sprint(g.first))
}
