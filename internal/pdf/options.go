package pdf

import (
	"time"

	"wogreport/internal/pdf/layout"
	"wogreport/internal/pdf/typeset"
)

// Options are the layout of a document and what its file says about itself.
type Options struct {
	layout.Options
	Date    time.Time // written into the file; fixed, so the same input gives the same bytes
	Creator string    // the program, as the file names it
	// Standard makes the file one of PDF/A and PDF/UA: tagged, with all that archives
	// and readers who do not see the page need.
	Standard    bool
	Attachments []Attachment

	told func(*node, string) // for tests
}

// What the options hold, so that a caller needs no other package.
type (
	Paper       = layout.Paper
	Margins     = layout.Margins
	Arrangement = layout.Arrangement
	Side        = layout.Side
	Family      = typeset.Family
)

// DefaultOptions are those of an article on A4 in one column.
func DefaultOptions() Options {
	return Options{
		Options:  layout.DefaultOptions(),
		Date:     time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC),
		Creator:  "wogreport",
		Standard: true,
	}
}
