package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"wogreport/internal/pdfcheck"
)

func pdfCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "pdf",
		Short: "check PDF files against PDF/UA and PDF/A",
		Args:  takes("one of its commands", 0, 0),
		RunE:  func(c *cobra.Command, args []string) error { return c.Help() },
	}
	c.AddCommand(pdfCheckCommand())
	return c
}

func pdfCheckCommand() *cobra.Command {
	var names []string
	var asJSON bool
	c := &cobra.Command{
		Use:   "check FILE...",
		Short: "name the rules of PDF/UA and PDF/A that files break",
		Long: `check names each rule that a PDF file, of any program, breaks, a line a rule:
FILE: PROFILE CLAUSE-TEST: what is wrong (object N). Without --profile a file is
checked by what it claims to conform to; a claim for which there are no rules
here, or none, is a problem too. The numbers are those of the veraPDF profiles;
docs/pdf-check.md lists the rules.`,
		Args: takes("PDF files", 1, -1),
		RunE: func(c *cobra.Command, args []string) error {
			profiles, err := profilesOf(names)
			if err != nil {
				return err
			}
			return checkPDFs(args, profiles, asJSON, c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	c.Flags().StringSliceVar(&names, "profile", nil, "check by `PROFILE` whatever the file claims: "+strings.Join(profileNames(), ", "))
	c.Flags().BoolVar(&asJSON, "json", false, "tell what is found as JSON")
	return c
}

func profileNames() []string {
	var out []string
	for _, p := range pdfcheck.Profiles {
		out = append(out, string(p))
	}
	return out
}

func profilesOf(names []string) ([]pdfcheck.Profile, error) {
	var out []pdfcheck.Profile
	for _, n := range names {
		p := pdfcheck.Profile(strings.ToLower(n))
		if !slices.Contains(pdfcheck.Profiles, p) {
			return nil, fmt.Errorf("--profile: there is no profile %q; there are %s", n, strings.Join(profileNames(), ", "))
		}
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out, nil
}

// largestPDF is how large a file may be that is checked, in bytes.
const largestPDF = 512 << 20

// checkedPDF is what is found of a file, as JSON tells it.
type checkedPDF struct {
	File string `json:"file"`
	*pdfcheck.Report
}

func checkPDFs(paths []string, profiles []pdfcheck.Profile, asJSON bool, stdout, stderr io.Writer) error {
	clean, done := true, []checkedPDF{}
	for _, path := range paths {
		data, err := readPDF(path)
		if err != nil {
			fmt.Fprintf(stderr, "wogreport: %v\n", err)
			clean = false
			done = append(done, checkedPDF{path, pdfcheck.Unread(err)})
			continue
		}
		r := pdfcheck.Check(data, profiles...)
		clean = clean && r.Clean()
		if asJSON {
			done = append(done, checkedPDF{path, r})
			continue
		}
		printPDF(stdout, path, r)
	}
	if asJSON {
		e := json.NewEncoder(stdout)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(done); err != nil {
			return ioError{err}
		}
	}
	if !clean {
		return errReported
	}
	return nil
}

func readPDF(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no file %s", path)
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, fmt.Errorf("%s is a folder; name the PDF files in it", path)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is no file", path)
	}
	if info.Size() > largestPDF {
		return nil, fmt.Errorf("%s is larger than %d MB", path, largestPDF>>20)
	}
	return os.ReadFile(path)
}

// printPDF says what is found of a file, a line each.
func printPDF(w io.Writer, path string, r *pdfcheck.Report) {
	if r.Unreadable != "" {
		fmt.Fprintf(w, "%s: cannot be read: %s\n", path, r.Unreadable)
		if r.Locked {
			fmt.Fprintf(w, "\thint: take the password away first:  qpdf --decrypt --password=PASSWORD %s OPEN.pdf\n", filepath.Base(path))
		}
	}
	for _, c := range r.Unchecked {
		fmt.Fprintf(w, "%s: it claims %s, for which there are no rules here\n", path, c)
	}
	if r.Unreadable == "" && len(r.Profiles) == 0 && len(r.Unchecked) == 0 {
		fmt.Fprintf(w, "%s: it claims neither PDF/UA nor PDF/A; --profile names one to check by\n", path)
	}
	for _, v := range r.Violations {
		fmt.Fprintf(w, "%s: %s\n", path, v)
	}
}
