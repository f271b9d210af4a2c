// Package archive owns what unpacking a zip file may cost that others may have made: a
// workbook, a document of Word. A small one can unfold into anything, so that its parts
// are read as streams that end at a bound. Budget.Part is the way in.
package archive

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"

	"wogreport/internal/limits"
)

const (
	MaxUnzipped = 1 << 30 // bytes of all parts together
	maxRatio    = 50      // bytes of a part for each byte that it takes in the file, where it is larger than
	minRatio    = 8 << 20 // this

	// MaxNesting is how many elements of XML may stand within each other, once: a sheet has 12.
	MaxNesting = 64
)

// OverBudget is why a file is not read.
type OverBudget string

func (e OverBudget) Error() string { return string(e) }

// Budget is what is left of the bounds of one file.
type Budget struct {
	Limits   limits.Limits
	Of       string // what the file is: "workbook"
	unzipped int64
}

// Part reads a part. The error is an OverBudget where the part or all together unpack
// to too much, else that of read or of unpacking.
func (b *Budget) Part(f *zip.File, read func(io.Reader) error) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	most := b.Limits.Of(max(minRatio, maxRatio*int64(f.CompressedSize64)))
	counted := &counter{r: r, left: min(most, b.Limits.Of(MaxUnzipped)-b.unzipped)}
	err = read(counted)
	b.unzipped += counted.n
	switch {
	case errors.Is(err, errUnzipped) && counted.n >= most:
		return OverBudget(fmt.Sprintf("the part %s of the %s unpacks to more than %d MB, %d times what it takes in the file", f.Name, b.Of, most>>20, most/max(1, int64(f.CompressedSize64))))
	case errors.Is(err, errUnzipped):
		return OverBudget(fmt.Sprintf("the %s unpacks to more than %d MB", b.Of, b.Limits.Of(MaxUnzipped)>>20))
	}
	return err
}

var errUnzipped = errors.New("too much to unpack")

// counter is a reader that ends in an error after so many bytes.
type counter struct {
	r       io.Reader
	n, left int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	if c.left -= int64(n); c.left < 0 {
		return n, errUnzipped
	}
	return n, err
}
