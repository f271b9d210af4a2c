package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"wogreport/internal/outdir"
	"wogreport/web"
)

func webCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "web DIR",
		Short: "write the page that does all this in a browser, for any host of files",
		Long: `web writes a page into DIR that drafts studies and makes reports in any browser:
the program is in it as WebAssembly, and no answer leaves the computer that it is
opened on. Put the folder on any host of files (https, or localhost); opened as a
file from the disk, browsers do not run it. A page that was written there before is
replaced.`,
		Args: takes("one folder", 1, 1),
		RunE: func(c *cobra.Command, args []string) error {
			return writePage(args[0], c.OutOrStdout(), c.ErrOrStderr())
		},
	}
}

func writePage(dir string, stdout, stderr io.Writer) error {
	files, err := web.Files()
	if errors.Is(err, web.ErrNoProgram) {
		fmt.Fprintf(stderr, "wogreport: %v; nothing was written\n\thint: take a released program, or make one from the source:  bash release/build.sh\n", err)
		return errReported
	}
	if err != nil {
		return ioError{err}
	}
	d, err := outdir.Stage(dir)
	if err != nil {
		return ioError{err}
	}
	defer d.Discard()
	size := 0
	for _, f := range files {
		size += len(f.Data)
		if err := d.Write(f.Name, func(w io.Writer) error { _, err := w.Write(f.Data); return err }); err != nil {
			return ioError{err}
		}
	}
	if err := d.Commit(); err != nil {
		return ioError{err}
	}
	fmt.Fprintf(stdout, "wrote the page into %s: %d files, %.1f MB\n", dir, len(files), float64(size)/1e6)
	return nil
}
