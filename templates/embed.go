// Package templates holds the words of the reports: one Markdown and
// text/template file per report kind and language, one with the sentences that
// state results for all kinds, and one of short words. README.md beside them
// says how to change them.
package templates

import "embed"

// FS holds the built-in templates and their README.
//
//go:embed *.md *.txt
var FS embed.FS

// Pages holds the pages that list reports.
//
//go:embed *.html
var Pages embed.FS
