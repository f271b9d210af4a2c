// Package templates holds the words of the reports: one Markdown and
// text/template file per report kind and language, and one file of short
// words per language. README.md beside them says how to change them.
package templates

import "embed"

// FS holds the built-in templates and their README.
//
//go:embed *.md
var FS embed.FS
