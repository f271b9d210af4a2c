//go:build ignore

// Make packs the patterns of hyph-en-us.tex into english.bin, which english.go
// describes and reads as it is.
package main

import (
	"encoding/binary"
	"log"
	"os"
	"strings"
)

type node struct {
	letter              byte
	child, next, values uint16
}

func main() {
	log.SetFlags(0)
	text, err := os.ReadFile("hyph-en-us.tex")
	if err != nil {
		log.Fatal(err)
	}
	nodes := []node{{}}
	pool := []byte{0} // no values begin at 0
	known := map[string]uint16{}
	var exceptions []string
	section := ""
	for line := range strings.Lines(string(text)) {
		line, _, _ = strings.Cut(strings.TrimSpace(line), "%")
		switch {
		case line == "":
		case line[0] == '\\':
			section = line
		case line[0] == '}':
			section = ""
		case strings.HasPrefix(section, `\patterns`):
			letters, values := split(line)
			at := uint16(0)
			for i := range len(letters) {
				at = grow(&nodes, at, letters[i])
			}
			if _, ok := known[values]; !ok {
				known[values] = uint16(len(pool))
				pool = append(append(pool, byte(len(values))), values...)
			}
			nodes[at].values = known[values]
		case strings.HasPrefix(section, `\hyphenation`):
			exceptions = append(exceptions, line)
		}
	}
	if len(nodes) > 1<<16 || len(pool) > 1<<16 {
		log.Fatalf("%d nodes and %d bytes of values are more than can be counted", len(nodes), len(pool))
	}
	notice, _, ok := strings.Cut(string(text), "% ====")
	if !ok {
		log.Fatal("hyph-en-us.tex has no notice")
	}
	out := append([]byte(notice), 0)
	out = binary.BigEndian.AppendUint16(out, uint16(len(nodes)))
	for _, n := range nodes {
		out = append(out, n.letter)
		for _, v := range []uint16{n.child, n.next, n.values} {
			out = binary.BigEndian.AppendUint16(out, v)
		}
	}
	out = binary.BigEndian.AppendUint16(out, uint16(len(pool)))
	out = append(out, pool...)
	out = append(out, strings.Join(exceptions, " ")...)
	if err := os.WriteFile("english.bin", out, 0o666); err != nil {
		log.Fatal(err)
	}
}

// split is a pattern such as "hy3ph" or ".ab1b2" as its letters and the values
// before each of them and after the last.
func split(pattern string) (letters, values string) {
	digit := "0"
	for _, c := range pattern {
		if c >= '0' && c <= '9' {
			digit = string(c)
			continue
		}
		letters, values = letters+string(c), values+digit
		digit = "0"
	}
	return letters, values + digit
}

// grow is the child of a node under a letter, made if need be.
func grow(nodes *[]node, at uint16, letter byte) uint16 {
	for n := (*nodes)[at].child; n != 0; n = (*nodes)[n].next {
		if (*nodes)[n].letter == letter {
			return n
		}
	}
	n := uint16(len(*nodes))
	*nodes = append(*nodes, node{letter: letter, next: (*nodes)[at].child})
	(*nodes)[at].child = n
	return n
}
