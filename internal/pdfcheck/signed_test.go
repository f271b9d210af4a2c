package pdfcheck

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"encoding/asn1"
	"fmt"
	"strings"

	"wogreport/internal/pdfcheck/cos"
)

// signed adds a signature with certificates and signers.
func signed(certificates, signers int) func(e *editor) {
	der := func(class, tag int, parts ...[]byte) []byte {
		b, err := asn1.Marshal(asn1.RawValue{Class: class, Tag: tag, IsCompound: true, Bytes: bytes.Join(parts, nil)})
		if err != nil {
			panic(err)
		}
		return b
	}
	const sequence, set = asn1.TagSequence, asn1.TagSet
	one, _ := asn1.Marshal(1)
	oid, _ := asn1.Marshal(asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 2})
	body := [][]byte{one, der(0, set), der(0, sequence, oid)}
	if certificates > 0 {
		body = append(body, der(2, 0, der(0, sequence)))
	}
	body = append(body, der(0, set, bytes.Repeat(der(0, sequence), signers)))
	contents := der(0, sequence, oid, der(2, 0, der(0, sequence, body...)))
	return func(e *editor) {
		v := e.add(cos.Dict{"Type": cos.Name("Sig"), "Filter": cos.Name("Adobe.PPKLite"),
			"ByteRange": raw("[0 1111111111 2222222222 3333333333]"), "Contents": cos.String{Bytes: string(contents)}})
		field := e.add(cos.Dict{"T": "x", "FT": cos.Name("Sig"), "V": v})
		e.catalog()["AcroForm"] = cos.Dict{"Fields": cos.Array{field}}
	}
}

// signRange says what a signature covers: all but its contents, and so many bytes at
// the end.
func signRange(b []byte, short int) []byte {
	at := bytes.Index(b, []byte("[0 1111111111"))
	from := bytes.Index(b[at:], []byte("/Contents "))
	if from < 0 {
		from = bytes.LastIndex(b[:at], []byte("/Contents ")) - at
	}
	from += at + len("/Contents ")
	to := from + bytes.IndexByte(b[from:], '>') + 1
	r := fmt.Sprintf("[0 %010d %010d %010d]", from, to, len(b)-to-short*20)
	copy(b[at:], r)
	return b
}

// encrypt encrypts a file so that nothing of it changes: by filters that leave
// strings and streams as they are.
func encrypt(e *editor) {
	const padding = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"
	owner := strings.Repeat("o", 32)
	id, _ := e.f.String(e.f.Array(e.trailer["ID"])[0])
	sum := md5.Sum([]byte(padding + owner + "\xff\xff\xff\xff" + id.Bytes))
	for range 50 {
		sum = md5.Sum(sum[:])
	}
	user := md5.Sum([]byte(padding + id.Bytes))
	for i := range 20 {
		key := sum
		for k := range key {
			key[k] ^= byte(i)
		}
		c, err := rc4.NewCipher(key[:])
		if err != nil {
			panic(err)
		}
		c.XORKeyStream(user[:], user[:])
	}
	e.trailer["Encrypt"] = e.add(cos.Dict{"Filter": cos.Name("Standard"), "V": cos.Integer(4), "R": cos.Integer(4), "P": cos.Integer(-1), "Length": cos.Integer(128),
		"O": owner, "U": string(user[:]) + strings.Repeat("\x00", 16), "StmF": cos.Name("Identity"), "StrF": cos.Name("Identity")})
}
