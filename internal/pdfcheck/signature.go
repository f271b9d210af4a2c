package pdfcheck

import (
	"bytes"
	"strings"

	"wogreport/internal/pdfcheck/cos"
)

// signature is a signature dictionary.
type signature struct{ whole bool }

// signatureRef is an entry of a signature's Reference.
type signatureRef struct {
	cos.Dict
	docMDP bool
}

// pkcs7 is what a signature's Contents hold.
type pkcs7 struct {
	certificates bool
	signers      int
}

// walkPermissions walks the permissions of the document.
func (c *checker) walkPermissions() {
	perms := c.f.Dict(c.catalog["Perms"])
	if perms == nil {
		return
	}
	c.visit("PDPerms", perms, refNumber(c.catalog["Perms"]))
}

// signature shows a signature.
func (c *checker) signature(o cos.Object) {
	d := c.f.Dict(o)
	n := refNumber(o)
	if d == nil || c.walk.fields[identity(d)] {
		return
	}
	c.walk.fields[identity(d)] = true
	contents, ok := c.f.String(d["Contents"])
	c.visit("PDSignature", &signature{c.coversFile(d)}, n)
	docMDP := c.f.Dict(c.catalog["Perms"]).Has("DocMDP")
	for _, r := range c.f.Array(d["Reference"]) {
		if x := c.f.Dict(r); x != nil {
			c.visit("PDSigRef", &signatureRef{x, docMDP}, max(n, refNumber(r)))
		}
	}
	if ok {
		c.visit("PKCSDataObject", readPKCS7([]byte(contents.Bytes)), n)
	}
}

// coversFile reports whether ByteRange is all of the file but the signature's
// Contents: up to the end of the revision that it was signed in.
func (c *checker) coversFile(d cos.Dict) bool {
	r := c.f.Numbers(d["ByteRange"])
	if len(r) != 4 || r[0] != 0 {
		return false
	}
	gap := c.f.Bytes(int(r[1]), int(r[2]))
	if len(gap) < 2 || gap[0] != '<' || gap[len(gap)-1] != '>' || bytes.IndexByte(gap[1:], '<') >= 0 {
		return false
	}
	end := int(r[2] + r[3])
	if end == c.f.Size() {
		return true
	}
	tail := c.f.Bytes(max(0, end-12), end)
	return strings.HasSuffix(strings.TrimRight(string(tail), "\r\n"), "%%EOF")
}

// readPKCS7 reads the signed data of a signature (RFC 2315, 9.1), as far as its
// certificates and signers.
func readPKCS7(b []byte) *pkcs7 {
	out := &pkcs7{}
	_, info, _ := readBER(b)
	_, _, rest := readBER(info) // the type of the content
	_, content, _ := readBER(rest)
	_, data, _ := readBER(content)
	for i := 0; len(data) > 0 && i < 8; i++ {
		tag, value, rest := readBER(data)
		switch {
		case tag == 0xa0:
			out.certificates = len(value) > 0
		case tag == 0x31 && i > 1:
			for ; len(value) > 0 && out.signers < 100; out.signers++ {
				_, _, value = readBER(value)
			}
		}
		data = rest
	}
	return out
}

// readBER reads one value of BER (X.690, 8.1): its first byte, its content, and what
// comes after it. What is broken is empty.
func readBER(b []byte) (tag byte, content, rest []byte) { return readBERAt(b, 0) }

func readBERAt(b []byte, depth int) (tag byte, content, rest []byte) {
	if len(b) < 2 || depth > 32 {
		return 0, nil, nil
	}
	tag, n, at := b[0], int(b[1]), 2
	if tag&0x1f == 0x1f { // tags of more bytes, which signatures don't have
		return 0, nil, nil
	}
	switch {
	case n == 0x80: // the content ends with two zeros
		inner := b[at:]
		for len(inner) >= 2 && (inner[0] != 0 || inner[1] != 0) {
			_, _, next := readBERAt(inner, depth+1)
			if len(next) >= len(inner) {
				return 0, nil, nil
			}
			inner = next
		}
		end := len(b) - len(inner)
		return tag, b[at:end], inner[min(2, len(inner)):]
	case n > 0x80:
		size := n & 0x7f
		if size > 4 || at+size > len(b) {
			return 0, nil, nil
		}
		n = 0
		for _, c := range b[at : at+size] {
			n = n<<8 | int(c)
		}
		at += size
	}
	end := min(at+n, len(b))
	return tag, b[at:end], b[end:]
}
