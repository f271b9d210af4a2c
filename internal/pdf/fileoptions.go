package pdf

import "time"

// Options are the layout of a document and what its file says about itself.
type Options struct {
	layoutOptions
	Date    time.Time // written into the file; fixed, so the same input gives the same bytes
	Creator string    // the program, as the file names it
}

// DefaultOptions are those of an article on A4 in one column.
func DefaultOptions() Options {
	return Options{
		layoutOptions: layoutDefault(),
		Date:          time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC),
		Creator:       "wogreport",
	}
}
