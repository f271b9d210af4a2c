// Command wogreport turns a questionnaire study into a finished document.
//
// What is printed where: results that were asked for (the list of columns of
// check, the line that says what build wrote) go to stdout; problems go to
// stderr, each with its place and a hint. Sentences are lowercase and end
// without a full stop. The exit code is 0 when done, 1 when something is wrong
// with the input or the disk, 2 when the command line is.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"wogreport/internal/build"
	"wogreport/internal/diag"
)

// collectLate lets a single build be over before anything is collected: the garbage
// collector begins when some 32 MB are in use. From then on it counts as much besides
// what is used, memory that is never touched and so takes none of the machine's, and
// lets the memory grow with what the answers need. GOGC and GOMEMLIMIT hold as ever.
// Its result must stay alive.
func collectLate() (untouched *[]byte) {
	const megabytes, first = 32, 4 // the runtime's own first collection is at 4 MB times GOGC/100
	untouched = new([]byte)
	percent := debug.SetGCPercent(-1)
	if percent < 0 {
		return untouched
	}
	debug.SetGCPercent(percent * megabytes / first)
	collected := new([1 << 10]byte) // by the first collection
	runtime.AddCleanup(collected, func(untouched *[]byte) {
		*untouched = make([]byte, megabytes<<20)
		debug.SetGCPercent(percent)
	}, untouched)
	return untouched
}

func main() {
	untouched := collectLate()
	cobra.MousetrapHelpText = "" // cobra would refuse to run for a dropped file
	code := run(os.Args[1:], os.Stdout, os.Stderr)
	if ownWindow() {
		fmt.Print("press Enter to close this window")
		bufio.NewReader(os.Stdin).ReadString('\n')
	}
	runtime.KeepAlive(untouched)
	os.Exit(code)
}

// version as the command line tells it.
const version = build.Version

// errReported ends a command whose problems have been printed already.
var errReported = errors.New("failed")

// ioError is a problem that is not the command line's.
type ioError struct{ error }

// watched is a writer that remembers its first error.
type watched struct {
	io.Writer
	err error
}

func (w *watched) Write(p []byte) (int, error) {
	n, err := w.Writer.Write(p)
	if w.err == nil {
		w.err = err
	}
	return n, err
}

// run carries out one command line and returns the exit code.
func run(args []string, stdout, stderr io.Writer) (code int) {
	defer func() {
		if p := recover(); p != nil {
			var ds diag.List
			ds.Internal(p)
			ds.Fprint(stderr)
			code = 1
		}
	}()
	root := &cobra.Command{
		Use:   "wogreport [FILE...]",
		Short: "turns a questionnaire study into a finished document",
		Long: `wogreport turns a questionnaire study into a finished document. Given a study file
or a file of answers alone, as when it is dropped on the program, it drafts the
study where there is none, builds it and says where the report is.`,
		Version:       version,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          fileArgs,
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case len(args) == 0 && ownWindow(): // a double click
				return servePage(c.Context(), "", false, false, c.OutOrStdout(), c.ErrOrStderr())
			case len(args) == 0:
				return c.Help()
			}
			return open(args, c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	root.AddCommand(buildCommand(), checkCommand(), initCommand(), inspectCommand(), openCommand(), pdfCommand(), schemaCommand(), templatesCommand(), watchCommand(), webCommand())
	root.SetArgs(args)
	out := &watched{Writer: stdout}
	root.SetOut(out)
	root.SetErr(stderr)
	err := root.Execute()
	if err == nil && out.err != nil { // a full disk, say
		err = ioError{fmt.Errorf("cannot write to the standard output: %w", out.err)}
	}
	var ioe ioError
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errReported):
		return 1
	case errors.As(err, &ioe):
		fmt.Fprintf(stderr, "wogreport: %v\n", ioe.error)
		return 1
	}
	fmt.Fprintf(stderr, "wogreport: %v\n\thint: wogreport --help lists the commands and their flags\n", err)
	return 2
}
