package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"wogreport/internal/diag"
	"wogreport/internal/draft"
	"wogreport/internal/lang"
	"wogreport/internal/limits"
	"wogreport/internal/study"
)

// schemaName is the file that init puts beside a study, for editors: they
// take a schema from a path or the network, and not everybody has the latter.
const schemaName = "study.schema.json"

type initOptions struct {
	title, sheet, out, kind string
	languages               []string
	limits                  int
	builds                  bool // a build follows, which says some of it again
}

func initCommand() *cobra.Command {
	var opt initOptions
	c := &cobra.Command{
		Use:   "init FILE...",
		Short: "draft a study file from exported answers",
		Long: `init reads answers (CSV or Excel; several files are one per cohort) and drafts a
study.yaml beside them: the items, their scale, what was left out. What it had to
assume stands there as remarks. It never overwrites a file.`,
		Args: takes("files of answers", 1, -1),
		RunE: func(c *cobra.Command, args []string) error {
			for _, l := range opt.languages {
				if !lang.Known(lang.Tag(l)) {
					return fmt.Errorf("--language: there is no language %q; there are %s", l, strings.Join(lang.Names(), ", "))
				}
			}
			if !slices.Contains([]string{"", "article", "evaluation"}, opt.kind) {
				return fmt.Errorf("--kind: there is no kind %q; there are article, evaluation", opt.kind)
			}
			if _, err := limitsOf(opt.limits); err != nil {
				return err
			}
			_, err := initStudy(args, opt, c.OutOrStdout(), c.ErrOrStderr())
			return err
		},
	}
	c.Flags().StringVar(&opt.title, "title", "", "the report's `title`")
	c.Flags().StringSliceVar(&opt.languages, "language", nil, "the report's languages, the body's first: "+strings.Join(lang.Names(), ", ")+"; without it the items' own")
	c.Flags().StringVar(&opt.kind, "kind", "", "article, or evaluation for a report per cohort; without it what the answers look like")
	c.Flags().StringVar(&opt.sheet, "sheet", "", "the `sheet` of a workbook; without it the one that holds the data")
	addLimits(c, &opt.limits)
	c.Flags().StringVarP(&opt.out, "out", "o", "", "the study `file` to write; without it study.yaml beside the answers")
	return c
}

// initStudy drafts a study and says what it assumed. It returns the path of
// the study file.
func initStudy(files []string, opt initOptions, stdout, stderr io.Writer) (string, error) {
	path := opt.out
	if path == "" {
		path = filepath.Join(filepath.Dir(files[0]), "study.yaml")
	}
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		var ds diag.List
		ds.Errorf(diag.Pos{File: path}, "exists", "the file exists already; nothing was written")
		ds.Hintf("delete or rename it, or name another one with  --out FILE")
		ds.Fprint(stderr)
		return "", errReported
	}
	schema := filepath.Join(filepath.Dir(path), schemaName)
	o := draft.Options{Title: opt.title, Kind: opt.kind, Sheet: opt.sheet, Schema: "./" + schemaName, Access: study.Access{Limits: limits.Times(opt.limits)}}
	for _, l := range opt.languages {
		o.Languages = append(o.Languages, lang.Tag(l))
	}
	d, ds := draft.Make(path, files, o)
	ds.Fprint(stderr)
	if d == nil {
		return "", errReported
	}
	if err := writeNew(path, d.Text); err != nil {
		return "", ioError{err}
	}
	if err := writeNew(schema, study.Schema()); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", ioError{err}
	}
	fmt.Fprintf(stdout, "wrote %s: %s, %s\n", path, plural(len(d.Items), "item"), plural(d.Rows, "respondent"))
	for _, a := range d.Assumed {
		fmt.Fprintf(stdout, "assumed: %s\n", a)
	}
	if !opt.builds {
		for _, a := range d.Against {
			fmt.Fprintf(stdout, "assumed: %s\n", a)
		}
	}
	for _, a := range d.Asked {
		fmt.Fprintf(stdout, "to confirm in %s: %s\n", path, a.What)
		if a.Other != "" {
			fmt.Fprintf(stdout, "\telse: %s\n", a.Other)
		}
	}
	return path, nil
}

// writeNew writes a file that must not exist.
func writeNew(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		os.Remove(path)
	}
	return err
}

func schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "print the JSON Schema of study.yaml, for editors",
		Long: `schema prints the JSON Schema of study.yaml. An editor that knows YAML completes
and checks a study whose first line is
  # yaml-language-server: $schema=./` + schemaName + `
when the schema stands beside it; init writes both.`,
		Args: takes("no arguments", 0, 0),
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := io.Copy(c.OutOrStdout(), strings.NewReader(string(study.Schema())))
			if err != nil {
				return ioError{err}
			}
			return nil
		},
	}
}
