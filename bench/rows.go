//go:build ignore

// Command rows reads the rows of a workbook by excelize and does nothing else: the
// yardstick of reading one.
package main

import (
	"fmt"
	"log"
	"os"

	"github.com/xuri/excelize/v2"
)

func main() {
	f, err := excelize.OpenFile(os.Args[1], excelize.Options{RawCellValue: true})
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	n := 0
	rows, err := f.Rows(f.GetSheetName(0))
	if err != nil {
		log.Fatal(err)
	}
	for rows.Next() {
		cells, err := rows.Columns()
		if err != nil {
			log.Fatal(err)
		}
		n += len(cells)
	}
	fmt.Println(n, "cells")
}
