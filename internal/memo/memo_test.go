package memo_test

import (
	"strconv"
	"sync"
	"testing"

	"wogreport/internal/memo"
)

func TestCache(t *testing.T) {
	c := memo.New[string, int](3)
	if _, ok := c.Get("a"); ok {
		t.Error("an empty cache has a value")
	}
	for i, k := range []string{"a", "b", "c"} {
		c.Put(k, i)
	}
	if v, ok := c.Get("b"); !ok || v != 1 {
		t.Errorf("b is %d, %v", v, ok)
	}
	c.Put("d", 3)
	if _, ok := c.Get("a"); ok {
		t.Error("a full cache keeps more than its limit")
	}
	if v, ok := c.Get("d"); !ok || v != 3 {
		t.Errorf("d is %d, %v after it emptied the cache", v, ok)
	}
}

// Run with -race: readers and writers at once.
func TestCacheOfGoroutines(t *testing.T) {
	c := memo.New[int, string](50)
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for i := range 500 {
				k := (i * (g + 1)) % 97
				if v, ok := c.Get(k); ok && v != strconv.Itoa(k) {
					t.Errorf("%d has the value %q", k, v)
				}
				c.Put(k, strconv.Itoa(k))
			}
		})
	}
	wg.Wait()
}
