package sheet

import "syscall"

// inLargePages asks the system to back a large slice with large pages: a fault for each small
// one takes as long as the coding itself. Where it does not, nothing is lost.
func inLargePages(b []byte) { _ = syscall.Madvise(b, syscall.MADV_HUGEPAGE) }
