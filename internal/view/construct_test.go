package view

import (
	"testing"

	"wogreport/internal/lang"
	"wogreport/internal/study"
)

func TestForeignCodes(t *testing.T) {
	scale := func(code, id, en string) study.Scale {
		return study.Scale{Points: []study.Point{{Value: 1, Code: code, Label: lang.Text{lang.ID: id, lang.EN: en}}}}
	}
	for _, c := range []struct {
		scale study.Scale
		l     lang.Tag
		want  bool
	}{
		{scale("SS", "Sangat Setuju", "Strongly agree"), lang.EN, true},
		{scale("SS", "Sangat Setuju", "Strongly agree"), lang.ID, false},
		{scale("SA", "Sangat Setuju", "Strongly agree"), lang.EN, false},
		{scale("RR", "Ragu-ragu", "Undecided"), lang.EN, true},
		{scale("A", "Sangat Setuju", "Strongly agree"), lang.EN, false},
		{scale("", "Sangat Setuju", "Strongly agree"), lang.EN, false},
		{scale("SS", "Sangat Setuju", ""), lang.EN, false},
	} {
		if got := ForeignCodes(c.scale, c.l); got != c.want {
			t.Errorf("%+v in %s: %v", c.scale.Points[0], c.l, got)
		}
	}
}
