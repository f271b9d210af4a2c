// Package pack writes a workbook of excelize's so that the same cells give the
// same bytes. It knows nothing of what is in it.
package pack

import (
	"archive/zip"
	"bytes"
	"cmp"
	"io"
	"slices"
	"sort"

	"github.com/xuri/excelize/v2"
)

// Write writes the file with its parts sorted and without dates: excelize leaves
// the order of streamed sheets, and of the pictures' types that a chart brings
// along, to a map. The parts stay compressed as they are.
func Write(w io.Writer, f *excelize.File) error {
	types := f.ContentTypes.Defaults
	sort.Slice(types, func(i, j int) bool { return types[i].Extension < types[j].Extension })
	var buf bytes.Buffer
	if err := f.Write(&buf); err != nil {
		return err
	}
	in, err := zip.NewReader(bytes.NewReader(buf.Bytes()), int64(buf.Len()))
	if err != nil {
		return err
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, part := range in.File {
		raw, err := part.OpenRaw()
		if err != nil {
			return err
		}
		h := &zip.FileHeader{
			Name: part.Name, Method: part.Method, CRC32: part.CRC32,
			CompressedSize64: part.CompressedSize64, UncompressedSize64: part.UncompressedSize64,
		}
		to, err := out.CreateRaw(h)
		if err != nil {
			return err
		}
		if _, err := io.Copy(to, raw); err != nil {
			return err
		}
	}
	return out.Close()
}
