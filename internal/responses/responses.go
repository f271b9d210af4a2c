// Package responses owns the coded answers of a study: it finds the study's
// columns in its sheets, codes the answers onto its scales and finds doubtful
// respondents. Read is the one way in; a *Table of coded columns, each of which
// remembers its cell, is what leaves. Respondents are left out only where the
// study says so; reversing items and all statistics are the analysis's.
// Respondents' names, e-mails and free text never leave it, but for the comments
// that a study names, and these without their rows.
package responses

import (
	"strconv"

	"wogreport/internal/diag"
)

// Missing is the code of a missing answer.
const Missing uint8 = 0

// Table holds the coded answers of a study: rows are respondents.
type Table struct {
	N       int                 // rows that hold any cell, less those that the study leaves out
	Columns []*Column           // in the order of the study's items, construct by construct
	Groups  map[string][]string // group or cohort column, as named in the study → its N values, "" where a cell is empty
	Files   []string            // the files that were read, as named in the study
	Quality Quality             // respondents whose answers may not be answers

	places  places
	empty   []bool              // the rows without an answer, once they were judged
	sheets  []string            // of Files: the sheet of a workbook, "" for text
	remarks map[string][]string // column of comments, as named in the study → its N texts
	heads   map[string]string   // the header of each, in the first file
	paths   []string            // of Files, from the working directory
}

// Column finds the column of an item by the item's id, or nil.
func (t *Table) Column(item string) *Column {
	for _, c := range t.Columns {
		if c.Item == item {
			return c
		}
	}
	return nil
}

// Column is one item's coded answers.
type Column struct {
	Item    string  // the item's id
	Header  string  // the header it was found under
	Letter  string  // the spreadsheet letter of the column (in the first file)
	Matched string  // how it was found: "header", "code" or "letter"
	Codes   []uint8 // len N: Missing, or 1 + the index of the point in the item's scale; before any reversal
	Unread  []int   // the rows, from 0, whose cell holds something off the scale, which counts as missing
	ByCode  []int   // the rows that are missing by a text of the study's missing
	// Outside are, by the study's answers outside the scale, the rows that gave it;
	// their Codes are Missing. Nil where the study has none, and where privacy does
	// not let them be told from missing answers.
	Outside [][]int
}

// RowRef is where a row stands: its file (index into Table.Files), and the line or
// spreadsheet row, from 1.
type RowRef struct{ File, Row int32 }

// Place is the diag.Pos of a row.
func (t *Table) Place(row int) diag.Pos { return t.at(t.places.at(row)) }

func (t *Table) at(r RowRef) diag.Pos {
	p := diag.Pos{File: t.paths[r.File]}
	if name := t.sheets[r.File]; name == "" {
		p.Line = int(r.Row)
	} else {
		p.Cell = name + "!" + "A" + strconv.Itoa(int(r.Row))
	}
	return p
}
