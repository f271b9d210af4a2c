package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"wogreport/internal/outdir"
	"wogreport/internal/words"
	"wogreport/templates"
)

func templatesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "templates DIR",
		Short: "write the built-in templates into a folder, to start your own from",
		Long: `templates writes the built-in templates and their README into DIR. Name the
folder in the study file (templates: DIR) and change what you like; delete the
files that you do not change. It never overwrites a file.`,
		Args: takes("one folder", 1, 1),
		RunE: func(c *cobra.Command, args []string) error {
			return writeTemplates(args[0], c.OutOrStdout())
		},
	}
}

func writeTemplates(dir string, stdout io.Writer) error {
	names := words.Files()
	d, err := outdir.Stage(dir)
	if err != nil {
		return ioError{err}
	}
	defer d.Discard()
	for _, name := range names {
		if _, err := os.Lstat(filepath.Join(dir, name)); !errors.Is(err, fs.ErrNotExist) {
			return ioError{fmt.Errorf("%s exists already; nothing was written", filepath.Join(dir, name))}
		}
		text, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			return ioError{err}
		}
		if err := d.Write(name, func(w io.Writer) error { _, err := w.Write(text); return err }); err != nil {
			return ioError{err}
		}
	}
	if err := d.Commit(); err != nil {
		return ioError{err}
	}
	fmt.Fprintf(stdout, "wrote %d files into %s; name the folder in the study file:  templates: %s\n", len(names), dir, filepath.ToSlash(dir))
	return nil
}
