package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"wogreport/internal/diag"
	"wogreport/internal/outdir"
)

// kinds are the outputs that --outputs and study.yaml may ask for.
var kinds = []string{"pdf", "json", "svg", "png", "xlsx"}

func buildCommand() *cobra.Command {
	var dir string
	var outputs []string
	var quiet bool
	c := &cobra.Command{
		Use:   "build [STUDY]",
		Short: "read a study and its answers and write the report",
		Long: `build reads STUDY (./study.yaml without it) and the answers it names, and writes
the report. On any problem it says all of them and writes nothing.`,
		Args: takes("one study file at most", 0, 1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := checkKinds(outputs); err != nil {
				return err
			}
			return build(studyArg(args), dir, outputs, quiet, c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	c.Flags().StringVarP(&dir, "out", "o", "out", "`folder` to write into")
	c.Flags().StringSliceVar(&outputs, "outputs", nil, "what to write instead of what the study asks for: "+strings.Join(kinds, ","))
	c.Flags().BoolVarP(&quiet, "quiet", "q", false, "say nothing but errors")
	return c
}

func checkKinds(ks []string) error {
	for _, k := range ks {
		if !slices.Contains(kinds, k) {
			err := fmt.Sprintf("--outputs: there is no output %q; there are %s", k, strings.Join(kinds, ", "))
			if s := diag.Suggest(k, kinds); s != "" {
				err += fmt.Sprintf(" (did you mean %s?)", s)
			}
			return fmt.Errorf("%s", err)
		}
	}
	return nil
}

func build(path, dir string, outputs []string, quiet bool, stdout, stderr io.Writer) error {
	start := time.Now()
	b, ds := compile(path)
	if ds.HasErrors() {
		ds.Fprint(stderr)
		fmt.Fprintf(stderr, "%s; nothing was written\n", count(ds))
		return errReported
	}
	if !quiet {
		ds.Fprint(stderr)
	}
	if len(outputs) == 0 {
		outputs = b.study.Outputs
	}
	files := b.outputs(outputs)
	for _, o := range files {
		if name := filepath.Join(dir, o.name); b.reads(name) {
			return ioError{fmt.Errorf("%s holds the answers and would be replaced by an output; nothing was written\n\thint: write into another folder (-o), or name the outputs otherwise (name: in %s)", name, path)}
		}
	}
	d, err := outdir.Stage(dir)
	if err != nil {
		return ioError{err}
	}
	defer d.Discard()
	for _, o := range files {
		if err := d.Write(o.name, o.write); err != nil {
			return ioError{err}
		}
	}
	if err := d.Commit(); err != nil {
		return ioError{err}
	}
	if !quiet {
		fmt.Fprintf(stdout, "wrote %s in %.2f s\n", written(dir, files), time.Since(start).Seconds())
	}
	return nil
}

// reads reports whether a file is one of the study's files of answers.
func (b *built) reads(name string) bool {
	out, err := os.Stat(name)
	if err != nil {
		return false
	}
	for _, f := range b.study.Responses.Files {
		if in, err := os.Stat(b.study.Path(f)); err == nil && os.SameFile(in, out) {
			return true
		}
	}
	return false
}

// written names the files that were written; figures are counted.
func written(dir string, files []output) string {
	var names []string
	figures := 0
	for _, f := range files {
		if strings.HasPrefix(f.name, "figures/") {
			figures++
			continue
		}
		names = append(names, filepath.Join(dir, f.name))
	}
	if figures > 0 {
		names = append(names, fmt.Sprintf("%d figures in %s", figures, filepath.Join(dir, "figures")))
	}
	return strings.Join(names, ", ")
}

// count says how many problems there are.
func count(ds diag.List) string {
	e, w := ds.Count()
	s := plural(e, "error")
	if w > 0 {
		s += ", " + plural(w, "warning")
	}
	return s
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
