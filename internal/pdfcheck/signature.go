package pdfcheck

import (
	"bytes"
	"encoding/asn1"
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
	if d == nil || n > 0 && c.walk.fields[n] {
		return
	}
	c.walk.fields[n] = n > 0
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
	var info, content, data asn1.RawValue
	if _, err := asn1.Unmarshal(b, &info); err != nil {
		return out
	}
	rest, err := asn1.Unmarshal(info.Bytes, &asn1.ObjectIdentifier{})
	if err != nil {
		return out
	}
	if _, err := asn1.Unmarshal(rest, &content); err != nil {
		return out
	}
	if _, err := asn1.Unmarshal(content.Bytes, &data); err != nil {
		return out
	}
	rest = data.Bytes
	for i := 0; len(rest) > 0; i++ {
		var v asn1.RawValue
		if rest, err = asn1.Unmarshal(rest, &v); err != nil {
			return out
		}
		switch {
		case v.Class == asn1.ClassContextSpecific && v.Tag == 0:
			out.certificates = len(v.Bytes) > 0
		case v.Class == asn1.ClassUniversal && v.Tag == asn1.TagSet && i > 1:
			for signers := v.Bytes; len(signers) > 0; out.signers++ {
				var s asn1.RawValue
				if signers, err = asn1.Unmarshal(signers, &s); err != nil {
					return out
				}
			}
		}
	}
	return out
}
