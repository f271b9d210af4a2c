//go:build ignore

// Command link does nothing but start: what it costs is what linking the
// packages costs, the yardstick of the other figures.
package main

import (
	"fmt"
	"os"

	"github.com/go-pdf/fpdf"
	"github.com/xuri/excelize/v2"
	"gonum.org/v1/plot"
	"gopkg.in/yaml.v3"
)

func main() {
	if len(os.Args) > 1 { // never, but the linker can't know
		text, err := yaml.Marshal(plot.New().Title.Text)
		fmt.Println(fpdf.New("P", "mm", "A4", ""), excelize.NewFile(), text, err)
	}
}
