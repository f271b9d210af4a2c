package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"wogreport/internal/columns"
	"wogreport/internal/diag"
	"wogreport/internal/limits"
	"wogreport/internal/sheet"
)

func inspectCommand() *cobra.Command {
	var name string
	var times int
	c := &cobra.Command{
		Use:   "inspect FILE",
		Short: "show what the columns of a file of answers are",
		Long: `inspect reads a file of answers (CSV or Excel) and lists its columns: what each
one holds, how many different values, how many cells without an answer, and the
most frequent value. Values of personal columns and comments are never shown.`,
		Args: takes("one file of answers", 1, 1),
		RunE: func(c *cobra.Command, args []string) error {
			l, err := limitsOf(times)
			if err != nil {
				return err
			}
			return inspect(args[0], name, l, c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	c.Flags().StringVar(&name, "sheet", "", "the `sheet` of a workbook; without it the one that holds the data")
	addLimits(c, &times)
	return c
}

func inspect(path, name string, l limits.Limits, stdout, stderr io.Writer) error {
	var ds diag.List
	s := sheet.Read(path, diag.Pos{File: path}, sheet.Options{Sheet: name, SheetAt: diag.Pos{File: path}, Legends: true, Limits: l}, &ds)
	if s != nil && s.Len() > 0 {
		printColumns(stdout, s)
	}
	ds.Fprint(stderr)
	if ds.HasErrors() {
		return errReported
	}
	return nil
}

func printColumns(w io.Writer, s *sheet.Sheet) {
	if s.Name != "" {
		fmt.Fprintf(w, "sheet %q", s.Name)
		if len(s.Others) > 0 {
			fmt.Fprintf(w, " (not read: %s)", strings.Join(s.Others, ", "))
		}
		fmt.Fprintln(w)
	}
	header := "no header"
	if s.HeaderRow > 0 {
		header = "header in row " + strconv.Itoa(s.HeaderRow)
	}
	fmt.Fprintf(w, "%s, %s\n\n", plural(s.Len(), "respondent"), header)
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tw, "\tname\tkind\tdistinct\tmissing\texample")
	cols, scales := columns.Classify(s)
	for _, c := range cols {
		if c.Header == "" && c.Kind == columns.Empty { // left of a table, or up to a stray cell far to the right
			continue
		}
		kind := string(c.Kind)
		if c.Kind == columns.Likert && len(scales) > 1 {
			kind += " " + strconv.Itoa(c.Scale+1)
		}
		example := shorten(c.Example, 30)
		if c.Kind.Private() {
			example = "(not shown)"
		}
		fmt.Fprintf(tw, "%s\t%s\t%s\t%d\t%d\t%s\n", sheet.Letter(c.Index), shorten(c.Header, 50), kind, c.Distinct, c.Missing, example)
	}
	tw.Flush()
	leftOut(w, cols)
	for i, sc := range scales {
		fmt.Fprintf(w, "\nlikert %d: %s\n", i+1, scaleLine(sc))
		for _, a := range sc.Assumed {
			fmt.Fprintf(w, "\tassumed: %s\n", a)
		}
		for _, a := range sc.Asked {
			fmt.Fprintf(w, "\tto confirm: %s\n", a.What)
		}
	}
}

// leftOut says why columns are no items, the columns of one reason on one line.
func leftOut(w io.Writer, cols []columns.Column) {
	var order []string
	letters := map[string][]string{}
	for _, c := range cols {
		if c.Kind == columns.Likert || c.Header == "" && c.Kind == columns.Empty {
			continue
		}
		why := fmt.Sprintf("%s, %s", c.Kind, c.Why)
		if letters[why] == nil {
			order = append(order, why)
		}
		letters[why] = append(letters[why], sheet.Letter(c.Index))
	}
	if len(order) > 0 {
		fmt.Fprintln(w)
	}
	for _, why := range order {
		fmt.Fprintf(w, "no item: %s: %s\n", strings.Join(letters[why], ", "), why)
	}
}

// scaleLine is a scale on one line.
func scaleLine(sc columns.Scale) string {
	if len(sc.Points) == 0 {
		return fmt.Sprintf("numbers %d to %d", sc.Min, sc.Max)
	}
	var points []string
	for _, p := range sc.Points {
		label := sc.Label(p)
		if label == "" {
			label = p.Code
		}
		if !sc.NoOrder {
			label = strings.TrimSpace(fmt.Sprintf("%d %s", p.Value, label))
		}
		points = append(points, label)
	}
	return sc.Name + ": " + strings.Join(points, ", ")
}
