package charts_test

import (
	"fmt"
	"strings"

	"gonum.org/v1/plot/vg"

	"wogreport/internal/charts"
	"wogreport/internal/drawing"
)

// A chart gets its words ready; it decides how they are placed.
func ExampleItemBars() {
	figure := charts.ItemBars(charts.Bars{
		Categories: []string{"Disagree", "Neutral", "Agree"},
		Counts:     []int{2, 9, 54},
		Texts:      []string{"2 (3.1%)", "9 (13.8%)", "54 (83.1%)"},
		Tone:       []int{-1, 0, 1},
		AxisLabel:  "Respondents",
		Alt:        "Most respondents agree.",
	}, charts.Style{Width: 10 * vg.Centimeter})
	var file strings.Builder
	if err := drawing.SVG(&file, figure.Drawing()); err != nil {
		fmt.Println(err)
	}
	fmt.Printf("%.0f points wide\n", figure.Width.Points())
	fmt.Println(strings.Contains(file.String(), ">54 (83.1%)</text>"))
	// Output:
	// 283 points wide
	// true
}
