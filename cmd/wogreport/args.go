package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"wogreport/internal/diag"
)

// takes accepts least to most arguments (any number for a negative most) and
// says otherwise what the command takes.
func takes(what string, least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) >= least && (most < 0 || len(args) <= most) {
			return nil
		}
		err := fmt.Sprintf("%s takes %s, not %d arguments", c.Name(), what, len(args))
		switch len(args) {
		case 0:
			err = fmt.Sprintf("%s takes %s, and none is named", c.Name(), what)
		case 1:
			err = fmt.Sprintf("%s takes %s", c.Name(), what)
		}
		if most > 0 && len(args) > most {
			err += "; a path with blanks needs quotes"
		}
		return errors.New(err)
	}
}

// studyArg is the study file that a command line names, ./study.yaml without one.
func studyArg(args []string) string {
	if len(args) > 0 {
		return args[0]
	}
	return "study.yaml"
}

// hintStudy says how to go on where the study file at path cannot be read, in
// the last of the diagnostics that loading it gave.
func hintStudy(path string, ds *diag.List) {
	d := &(*ds)[len(*ds)-1]
	info, err := os.Stat(path)
	switch inside := filepath.Join(path, "study.yaml"); {
	case path == "-": // not a file's name
	case errors.Is(err, fs.ErrNotExist):
		hint := "change to the study's folder; or, where there is no study yet,  wogreport init FILE  drafts one from the file of answers"
		if d.Hint != "" {
			hint = d.Hint + " If not, " + hint
		}
		d.Hint = hint
	case err == nil && info.IsDir():
		if _, err := os.Stat(inside); err == nil {
			ds.Hintf("name the study file in it: %s", inside)
		} else {
			ds.Hintf("name a study file; where there is none yet,  wogreport init FILE  drafts one from the file of answers")
		}
	}
}
