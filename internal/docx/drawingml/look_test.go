package drawingml_test

import (
	"fmt"
	"os"
	"testing"

	"wogreport/internal/docx/drawingml"
)

func TestTmpLook(t *testing.T) {
	fs := native(t)
	var ps []drawingml.Parts
	for _, f := range fs {
		ps = append(ps, parts(t, f))
	}
	os.WriteFile("/tmp/dml/all.docx", docx(t, fs, ps), 0o666)
	want := map[string]int{"example summary": 0, "example P1": 0, "agency summary-layanan": 0, "agency groups-jenis-kelamin": 0, "agency group-answers-jenis-kelamin-materi": 0, "agency score-histogram-materi": 0, "agency score-classes-materi": 0, "service groups-unit-kerja": 1, "service group-answers-unit-kerja-kinerja": 1, "comparison figure:scores/materi": 1, "comparison figure:trend": 1, "service summary-kinerja": 1, "service group-answers-jk-kinerja-2": 1}
	for part := range 2 {
		var f2 []sampleFigure
		var p2 []drawingml.Parts
		for i, f := range fs {
			if p, ok := want[f.study+" "+f.name]; ok && p == part {
				f2, p2 = append(f2, f), append(p2, ps[i])
			}
		}
		os.WriteFile(fmt.Sprintf("/tmp/dml/s%d.docx", part), docx(t, f2, p2), 0o666)
	}
}
