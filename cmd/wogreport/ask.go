package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"wogreport/internal/study"
)

// answers is where the answers to questions come from: nil where nobody sits
// before a terminal to give them.
func answers() io.Reader {
	if term.IsTerminal(int(os.Stdin.Fd())) {
		return os.Stdin
	}
	return nil
}

// askAssumed asks for each open assumption of a study in plain words, and writes
// the study without those that are confirmed. What is not stays in the file, and
// the build stops at it.
func askAssumed(path string, in io.Reader, out io.Writer) error {
	st, _ := study.Load(path)
	if in == nil || st == nil || len(st.Assumed) == 0 {
		return nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return ioError{err}
	}
	fmt.Fprintf(out, "\nthe file leaves %s open; Enter takes what is proposed, n leaves it for you to write into %s\n", plural(len(st.Assumed), "question"), path)
	lines := bufio.NewScanner(in)
	confirmed := map[int]bool{}
	for i, a := range st.Assumed {
		fmt.Fprintf(out, "\n%d. %s", i+1, a.What)
		if a.Where != "" {
			fmt.Fprintf(out, " (%s)", a.Where)
		}
		fmt.Fprintln(out)
		for _, more := range []struct{ word, text string }{{"why it is asked", a.Why}, {"if not", a.Other}} {
			if more.text != "" {
				fmt.Fprintf(out, "   %s: %s\n", more.word, more.text)
			}
		}
		fmt.Fprint(out, "   is that so? [Enter = yes, n = no] ")
		if !lines.Scan() { // the window was closed
			break
		}
		confirmed[i] = yes(lines.Text())
	}
	fmt.Fprintln(out)
	rest, ok := study.Confirm(data, func(i int) bool { return confirmed[i] })
	if !ok {
		return nil // written by hand, so the build says what is to be done
	}
	if err := os.WriteFile(path, rest, 0o666); err != nil {
		return ioError{err}
	}
	return nil
}

// yes reports an answer that agrees, in one of the languages of the program.
func yes(answer string) bool {
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "", "y", "yes", "ya", "iya", "ok", "oke":
		return true
	}
	return false
}
