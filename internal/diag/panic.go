package diag

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
)

// Internal adds the error that a recovered panic is: a mistake of the program's
// own, unless it says which file is missing where no error could be returned. It is to
// be called by the deferred function that recovers.
func (l *List) Internal(p any) {
	if file, ok := p.(*FileError); ok {
		l.AddFileError(Pos{}, "", file)
		return
	}
	l.Errorf(Pos{}, "internal", "the program made a mistake and cannot go on: %s", mistake(p))
	l.Hintf("please report it, if you can with the study that it was made on")
}

// mistake says on one line what a panic was, and where. Of what it was about
// only the runtime's own words are told, which hold no text of an answer.
func mistake(p any) string {
	what := "an unexpected state"
	if err, ok := p.(runtime.Error); ok {
		what = strings.Join(strings.Fields(err.Error()), " ")
	}
	callers := make([]uintptr, 64)
	frames := runtime.CallersFrames(callers[:runtime.Callers(2, callers)])
	panicked := false
	for {
		f, more := frames.Next()
		switch {
		case f.Function == "runtime.gopanic":
			panicked = true
		case panicked && strings.HasPrefix(f.Function, "wogreport/"):
			return fmt.Sprintf("%s (%s:%d)", what, filepath.Base(f.File), f.Line)
		}
		if !more {
			return what
		}
	}
}
