package study

import (
	"slices"
	"strings"
	"unicode"
)

// safeID reports whether an id can stand in a document's markup, in a link and
// in the name of a figure's file on every system: letters and digits of ASCII,
// and after the first of these _ . - too.
func safeID(id string) bool {
	for i := range len(id) {
		c := id[i]
		alnum := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
		if !alnum && (i == 0 || c != '_' && c != '.' && c != '-') {
			return false
		}
	}
	return id != "" && !windowsDevice(id)
}

// reservedIDs are the names under which documents place the report's own
// tables and figures.
var reservedIDs = []string{"all", "summary", "validity", "reliability", "frequencies", "groups", "importance"}

// badName says why a file cannot be named so, or "".
func badName(name string) string {
	switch {
	case name == "":
		return "is empty"
	case strings.ContainsAny(name, `/\:*?"<>|`):
		return `has one of the characters / \ : * ? " < > |`
	case strings.ContainsFunc(name, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) }):
		return "has an invisible character"
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return "ends with a full stop or a space"
	case windowsDevice(name):
		return "belongs to a device on Windows"
	case len(name) > 200: // of the 255 bytes that file systems allow, with room for endings
		return "is too long"
	}
	return ""
}

// windowsDevice reports names that Windows keeps for devices, with any ending.
func windowsDevice(name string) bool {
	base, _, _ := strings.Cut(strings.ToUpper(name), ".")
	base = strings.TrimSpace(base)
	switch base {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	return len(base) == 4 && (strings.HasPrefix(base, "COM") || strings.HasPrefix(base, "LPT")) && base[3] >= '1' && base[3] <= '9'
}

// Reserved reports an id, in small letters, that the report uses itself.
func Reserved(id string) bool { return slices.Contains(reservedIDs, id) }
