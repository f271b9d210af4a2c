package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"

	"github.com/spf13/cobra"

	"wogreport/internal/diag"
	"wogreport/internal/serve"
	protocol "wogreport/internal/web"
	"wogreport/web"
)

func openCommand() *cobra.Command {
	return pageCommand("open", "open the page in the browser, with a study or with answers", `open starts the browser with a page that drafts studies and makes reports, with a
study file or a file of answers open, those of a folder, or nothing. The program
itself does the work, and speaks only to that page on this computer: at an address
that nobody can guess, to no other page, and of no files outside the folder of the one
that is named. Nothing in the folder is changed; what is made is downloaded. The
program ends when the page is closed.`, "", false)
}

func watchCommand() *cobra.Command {
	return pageCommand("watch", "show the report in the browser, made anew at each change of a file", `watch is open with a study (without a name: that of this folder) whose report is made
anew whenever the study file, the answers, a section, a template or another file of it
is changed, and shown at the page that was last looked at, with what is wrong.`, ".", true)
}

// pageCommand is a command that serves the page, with path open where no other is named.
func pageCommand(name, short, long, path string, watch bool) *cobra.Command {
	var quiet bool
	c := &cobra.Command{
		Use: name + " [FILE|FOLDER]", Short: short, Long: long,
		Args: takes("a file or a folder", 0, 1),
		RunE: func(c *cobra.Command, args []string) error {
			return servePage(c.Context(), append(args, path)[0], watch, quiet, c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	c.Flags().BoolVar(&quiet, "no-browser", false, "only say where the page is")
	return c
}

// servePage serves the page until it is closed. Nothing is open where path is "".
func servePage(ctx context.Context, path string, watch, quiet bool, stdout, stderr io.Writer) error {
	home := "served"
	if watch {
		home = "watched"
	}
	opt := serve.Options{Page: web.Served(home), Session: new(protocol.Session)}
	if path != "" {
		root, name, err := folderOf(path)
		if err == nil {
			defer root.Close()
			opt.Session, err = protocol.Folder(root.FS(), name)
		}
		if err != nil {
			return cannotOpen(path, err, stderr)
		}
		if watch {
			opt.Watch = func(ctx context.Context, changed func()) { serve.Watch(ctx, root.FS(), opt.Session.Wanted, changed) }
		}
	}
	opt.Opened = func(address string) {
		fmt.Fprintf(stdout, "the page is at %s\nclose it, or press Ctrl+C here, to end the program\n", address)
		if !quiet && browse(address) != nil {
			fmt.Fprintln(stdout, "open that address in a browser of this computer")
		}
	}
	if ctx == nil {
		ctx = context.Background()
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt)
	defer stop()
	if err := serve.Run(ctx, opt); err != nil {
		return ioError{fmt.Errorf("cannot serve the page: %w", err)}
	}
	return nil
}

// folderOf is a folder, and the name in it of the file that is meant, "" where the folder is.
func folderOf(path string) (root *os.Root, name string, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, "", err
	}
	if !info.IsDir() {
		path, name = filepath.Split(path)
	}
	if path == "" {
		path = "."
	}
	root, err = os.OpenRoot(path)
	return root, name, err
}

// cannotOpen tells why a page can't be opened with a file or folder.
func cannotOpen(path string, err error, stderr io.Writer) error {
	var file *diag.FileError
	var ds diag.List
	if errors.As(err, &file) || errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		ds.AddFileError(diag.Pos{File: path}, path, err)
		ds.Fprint(stderr)
		return errReported
	}
	return ioError{fmt.Errorf("cannot open %s: %w", path, err)}
}

// browse opens an address in the browser that the system uses for it.
func browse(address string) error {
	switch runtime.GOOS {
	case "windows":
		return exec.Command("rundll32", "url.dll,FileProtocolHandler", address).Start()
	case "darwin":
		return exec.Command("open", address).Start()
	}
	return exec.Command("xdg-open", address).Start()
}
