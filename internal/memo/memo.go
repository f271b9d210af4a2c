// Package memo owns caches that live as long as the process: of values that
// follow from their key alone and cost more to make than to keep. A cache
// changes what a document takes, never what it says. What is kept is shared
// between goroutines, so nobody may change it.
package memo

import "sync"

// Cache holds values by key, at most a limit of them. When it is full it is
// emptied: a batch of like documents fills it again at once, and a book-keeping
// of what was used last would cost every hit.
type Cache[K comparable, V any] struct {
	mu    sync.RWMutex
	limit int
	m     map[K]V
}

// New is an empty cache of at most limit values.
func New[K comparable, V any](limit int) *Cache[K, V] {
	return &Cache[K, V]{limit: limit, m: map[K]V{}}
}

// Get is the value of a key, if the cache has it.
func (c *Cache[K, V]) Get(k K) (V, bool) {
	c.mu.RLock()
	v, ok := c.m[k]
	c.mu.RUnlock()
	return v, ok
}

// Put keeps a value.
func (c *Cache[K, V]) Put(k K, v V) {
	c.mu.Lock()
	if len(c.m) >= c.limit {
		clear(c.m)
	}
	c.m[k] = v
	c.mu.Unlock()
}

// Bytes is a Cache whose keys are bytes, of which a copy is made only to keep a
// value.
type Bytes[V any] struct{ Cache[string, V] }

// NewBytes is an empty cache of at most limit values.
func NewBytes[V any](limit int) *Bytes[V] {
	return &Bytes[V]{Cache[string, V]{limit: limit, m: map[string]V{}}}
}

// Get is the value of a key, if the cache has it.
func (c *Bytes[V]) Get(k []byte) (V, bool) {
	c.mu.RLock()
	v, ok := c.m[string(k)]
	c.mu.RUnlock()
	return v, ok
}

// Put keeps a value.
func (c *Bytes[V]) Put(k []byte, v V) { c.Cache.Put(string(k), v) }
