package xmp

import "strings"

// Types tells whether values are of types, by their names in lower case.
type Types struct {
	structs map[string]structure
	around  *Types // what this one extends
}

// structure is a structured type: its namespace and the types of its fields.
type structure struct {
	ns     string
	fields map[string]string
}

// Type simplifies a type's name: a choice is of the type that is chosen from.
func Type(name string) string {
	s := strings.ToLower(strings.TrimSpace(name))
	for _, prefix := range []string{"open ", "closed "} {
		if strings.Contains(s, prefix+"choice") {
			s = strings.Replace(s, prefix, "", 1)
		}
	}
	s = strings.ReplaceAll(s, "choice of ", "")
	s = strings.ReplaceAll(s, "choice ", "")
	s = strings.TrimSpace(strings.TrimSuffix(s, "choice"))
	switch {
	case s == "":
		return "text"
	case strings.HasSuffix(s, "lang alt"):
		return s
	case s == "bag", s == "seq", s == "alt", strings.HasSuffix(s, " bag"), strings.HasSuffix(s, " seq"), strings.HasSuffix(s, " alt"):
		return s + " text"
	}
	return s
}

// arrayOf splits the name of an array's type.
func arrayOf(t string) (kind Kind, of string, ok bool) {
	first, rest, ok := strings.Cut(t, " ")
	if !ok {
		return 0, "", false
	}
	switch first {
	case "bag":
		return Bag, rest, true
	case "seq":
		return Seq, rest, true
	case "alt":
		return Alt, rest, true
	}
	return 0, "", false
}

func (t *Types) structure(name string) (structure, bool) {
	for ; t != nil; t = t.around {
		if s, ok := t.structs[name]; ok {
			return s, true
		}
	}
	return structure{}, false
}

// Known reports whether a type is known by its name.
func (t *Types) Known(name string) bool {
	s := Type(name)
	for {
		_, of, ok := arrayOf(s)
		if !ok {
			break
		}
		s = of
	}
	if _, ok := simple[s]; ok {
		return true
	}
	_, ok := t.structure(s)
	return ok
}

// Fits reports whether a value is of a type.
func (t *Types) Fits(n *Node, name string) bool {
	s := Type(name)
	if s == "any" {
		return true
	}
	if kind, of, ok := arrayOf(s); ok {
		if n.Kind != kind {
			return false
		}
		for _, c := range n.Children {
			if !t.Fits(c, of) {
				return false
			}
		}
		return true
	}
	if st, ok := t.structure(s); ok {
		if n.Kind != Struct {
			return false
		}
		for _, c := range n.Children {
			of, known := st.fields[c.Name]
			if !known || c.NS != st.ns || !t.Fits(c, of) {
				return false
			}
		}
		return true
	}
	if s == "lang alt" {
		return langAlt(n)
	}
	fits, ok := simple[s]
	return ok && n.Kind == Simple && (fits == nil || fits(n.Value))
}

func langAlt(n *Node) bool {
	if n.Kind != Alt {
		return false
	}
	for _, c := range n.Children {
		if c.Kind != Simple || c.Lang == "" {
			return false
		}
	}
	return true
}

// simple are the types of texts, with what a text must look like.
var simple = map[string]func(string) bool{
	"text": nil, "propername": nil, "agentname": nil, "renditionclass": nil, "uri": nil, "url": nil, "xpath": nil, "any": nil,
	"lang alt": nil,
	"boolean":  func(s string) bool { return s == "True" || s == "False" },
	"integer":  integer,
	"real":     decimal,
	"rational": func(s string) bool {
		a, b, ok := strings.Cut(s, "/")
		return ok && integer(a) && digits(b)
	},
	"mimetype": func(s string) bool {
		a, b, ok := strings.Cut(s, "/")
		return ok && mime(a) && mime(b)
	},
	"locale":        nil,
	"gpscoordinate": coordinate,
	"date":          date,
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func unsigned(s string) string {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		return s[1:]
	}
	return s
}

func integer(s string) bool { return digits(unsigned(s)) }

func decimal(s string) bool {
	a, b, point := strings.Cut(unsigned(s), ".")
	if !point {
		return digits(a)
	}
	return (a == "" || digits(a)) && (b == "" || digits(b)) && a+b != ""
}

func mime(s string) bool {
	for _, c := range s {
		if !strings.ContainsRune("-_+.", c) && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') {
			return false
		}
	}
	return s != ""
}

// Language reports whether a text is a language tag of RFC 3066.
func Language(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if len(part) < 1 || len(part) > 8 {
			return false
		}
		for k := range len(part) {
			c := part[k]
			letter := c|0x20 >= 'a' && c|0x20 <= 'z'
			if !letter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
	}
	return true
}

// coordinate is DDD,MM,SSk or DDD,MM.mmk.
func coordinate(s string) bool {
	if s == "" || !strings.ContainsRune("NSEW", rune(s[len(s)-1])) {
		return false
	}
	d, rest, ok := strings.Cut(s[:len(s)-1], ",")
	if !ok || !digits(d) || len(d) > 3 {
		return false
	}
	m, sec, seconds := strings.Cut(rest, ",")
	if seconds {
		return digits(m) && len(m) <= 2 && digits(sec) && len(sec) <= 2
	}
	m, sec, ok = strings.Cut(rest, ".")
	return ok && digits(m) && len(m) <= 2 && digits(sec)
}

// date is a date of ISO 8601 in the profile that XMP uses: YYYY, YYYY-MM,
// YYYY-MM-DD, and with a time Thh:mm, Thh:mm:ss or Thh:mm:ss.s and a zone.
func date(s string) bool {
	if s == "" {
		return true // as readers of XMP take it
	}
	day, clock, timed := strings.Cut(s, "T")
	parts := strings.Split(strings.TrimPrefix(day, "-"), "-")
	if len(parts) > 3 || timed && day != "" && len(parts) != 3 {
		return false
	}
	limits := []int{9999, 12, 31}
	for i, p := range parts {
		if day == "" && timed {
			break
		}
		if !digits(p) || i > 0 && len(p) > 2 || i == 0 && len(p) > 4 || value(p) > limits[i] {
			return false
		}
	}
	return !timed || clockOf(clock)
}

func clockOf(s string) bool {
	zone := strings.IndexAny(s, "Z+-")
	if zone >= 0 {
		z := s[zone:]
		s = s[:zone]
		if z != "Z" {
			h, m, ok := strings.Cut(z[1:], ":")
			if !ok || !digits(h) || !digits(m) || value(h) > 23 || value(m) > 59 {
				return false
			}
		}
	}
	parts := strings.Split(s, ":")
	if len(parts) < 2 || len(parts) > 3 {
		return false
	}
	if len(parts) == 3 {
		sec, frac, point := strings.Cut(parts[2], ".")
		if point && !digits(frac) {
			return false
		}
		parts[2] = sec
	}
	for i, p := range parts {
		if !digits(p) || len(p) > 2 || value(p) > []int{23, 59, 59}[i] {
			return false
		}
	}
	return true
}

func value(s string) int {
	n := 0
	for i := range len(s) {
		n = min(n*10+int(s[i]-'0'), 1<<20)
	}
	return n
}
