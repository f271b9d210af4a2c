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
		if a.Kind == study.AssumedOrder && st.Unordered() {
			data, confirmed[i] = study.Number(data, func(labels []string) []int { return askNumbers(labels, lines, out) })
			continue
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

// askNumbers asks for the numbers of points whose order nothing tells, nil
// where they are not given. There is no proposal: it would be taken for one that
// follows from the answers.
func askNumbers(labels []string, lines *bufio.Scanner, out io.Writer) []int {
	for {
		for i, label := range labels {
			fmt.Fprintf(out, "   %c  %s\n", 'a'+i, label)
		}
		fmt.Fprint(out, "   from the lowest answer to the highest, such as b a c? [Enter = leave it] ")
		if !lines.Scan() {
			return nil
		}
		typed := strings.Fields(strings.ToLower(strings.NewReplacer(",", " ", "<", " ").Replace(lines.Text())))
		if len(typed) == 0 {
			return nil
		}
		if len(typed) == 1 && len(typed[0]) == len(labels) { // bac
			typed = strings.Split(typed[0], "")
		}
		numbers := make([]int, len(labels))
		given := 0
		for k, t := range typed {
			if i := int(t[0]) - 'a'; len(t) == 1 && i >= 0 && i < len(labels) && numbers[i] == 0 {
				numbers[i] = k + 1
				given++
			}
		}
		if given == len(labels) && given == len(typed) {
			return numbers
		}
		fmt.Fprintf(out, "   that is not each of %d letters once\n", len(labels))
	}
}

// yes reports an answer that agrees, in one of the languages of the program.
func yes(answer string) bool {
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "", "y", "yes", "ya", "iya", "ok", "oke":
		return true
	}
	return false
}
