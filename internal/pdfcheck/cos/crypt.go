package cos

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"errors"
)

// ErrPassword is that a file can't be read without a password.
var ErrPassword = errors.New("it needs a password")

// padding fills a password up (7.6.3.3).
const padding = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"

// methods of encryption.
const (
	plainText = iota
	useRC4
	useAESV2
	useAESV3
)

// crypt decrypts a file with an empty password (7.6).
type crypt struct {
	key     []byte
	strings int // method
	streams int
	meta    bool // metadata are encrypted
}

// objectKey decrypts the strings of an object.
type objectKey struct {
	c      *crypt
	method int
	key    []byte
}

func (f *File) newCrypt(d Dict) (*crypt, error) {
	c := &crypt{meta: true}
	v, _ := f.Int(d["V"])
	r, _ := f.Int(d["R"])
	if m, ok := f.Bool(d["EncryptMetadata"]); ok {
		c.meta = m
	}
	length, _ := f.Int(d["Length"])
	switch v {
	case 1:
		c.strings, c.streams, length = useRC4, useRC4, 40
	case 2, 3:
		c.strings, c.streams = useRC4, useRC4
	case 4, 5:
		c.strings, c.streams = f.cryptFilter(d, "StrF"), f.cryptFilter(d, "StmF")
		length = 128
	default:
		return nil, errors.New("its encryption is unknown")
	}
	if length < 40 || length > 256 {
		length = 40
	}
	if name := f.Name(d["Filter"]); name != "Standard" {
		return nil, errors.New("its encryption is unknown")
	}
	o, _ := f.String(d["O"])
	u, _ := f.String(d["U"])
	p, _ := f.Int(d["P"])
	if v == 5 {
		ue, _ := f.String(d["UE"])
		return c, c.open256(r, u.Bytes, ue.Bytes)
	}
	var id string
	if a := f.Array(f.Trailer["ID"]); len(a) > 0 {
		s, _ := f.String(a[0])
		id = s.Bytes
	}
	n := int(length / 8)
	if r < 3 {
		n = 5
	}
	h := md5.New()
	h.Write([]byte(padding))
	h.Write([]byte(o.Bytes)[:min(32, len(o.Bytes))])
	h.Write(binary.LittleEndian.AppendUint32(nil, uint32(p)))
	h.Write([]byte(id))
	if r >= 4 && !c.meta {
		h.Write([]byte{0xff, 0xff, 0xff, 0xff})
	}
	sum := h.Sum(nil)
	n = min(n, len(sum))
	if r >= 3 {
		for range 50 {
			s := md5.Sum(sum[:n])
			sum = s[:]
		}
	}
	c.key = sum[:n]
	if !c.opens(r, u.Bytes, id) {
		return nil, ErrPassword
	}
	return c, nil
}

// cryptFilter is the method of a crypt filter.
func (f *File) cryptFilter(d Dict, which Name) int {
	name := f.Name(d[which])
	if name == "" || name == "Identity" {
		return plainText
	}
	switch f.Name(f.Dict(f.Dict(d["CF"])[name])["CFM"]) {
	case "V2":
		return useRC4
	case "AESV2":
		return useAESV2
	case "AESV3":
		return useAESV3
	}
	return plainText
}

// opens reports whether the key is that of the file (7.6.3.4).
func (c *crypt) opens(r int64, u, id string) bool {
	if r < 3 {
		out := make([]byte, 32)
		rc4Crypt(c.key, out, []byte(padding))
		return string(out) == u
	}
	sum := md5.Sum([]byte(padding + id))
	out := sum[:]
	for i := range 20 {
		key := make([]byte, len(c.key))
		for k := range key {
			key[k] = c.key[k] ^ byte(i)
		}
		rc4Crypt(key, out, out)
	}
	return len(u) >= 16 && string(out) == u[:16]
}

func rc4Crypt(key, dst, src []byte) {
	if x, err := rc4.NewCipher(key); err == nil {
		x.XORKeyStream(dst, src)
	}
}

// open256 finds the key of AES-256 (ISO 32000-2, 7.6.4.3.3).
func (c *crypt) open256(r int64, u, ue string) error {
	if len(u) < 48 || len(ue) < 32 {
		return ErrPassword
	}
	hash := func(salt string) []byte {
		if r < 6 {
			s := sha256.Sum256([]byte(salt))
			return s[:]
		}
		return hash2B(salt)
	}
	if !bytes.Equal(hash(u[32:40]), []byte(u[:32])) {
		return ErrPassword
	}
	block, err := aes.NewCipher(hash(u[40:48]))
	if err != nil {
		return err
	}
	c.key = make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(c.key, []byte(ue[:32]))
	return nil
}

// hash2B is algorithm 2.B of ISO 32000-2 for an empty password.
func hash2B(salt string) []byte {
	s := sha256.Sum256([]byte(salt))
	k := s[:]
	for i := 0; ; i++ {
		in := bytes.Repeat(k, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(in, in)
		mod := 0
		for _, b := range in[:16] {
			mod += int(b)
		}
		last := in[len(in)-1]
		switch mod % 3 {
		case 0:
			s := sha256.Sum256(in)
			k = s[:]
		case 1:
			s := sha512.Sum384(in)
			k = s[:]
		default:
			s := sha512.Sum512(in)
			k = s[:]
		}
		if i >= 63 && int(last) <= i-31 {
			return k[:32]
		}
	}
}

// object is the key of an object's strings and streams.
func (c *crypt) object(number, generation, method int) []byte {
	if method == useAESV3 {
		return c.key
	}
	b := append([]byte(nil), c.key...)
	b = append(b, byte(number), byte(number>>8), byte(number>>16), byte(generation), byte(generation>>8))
	if method == useAESV2 {
		b = append(b, "sAlT"...)
	}
	s := md5.Sum(b)
	return s[:min(16, len(c.key)+5)]
}

// text decrypts a string; a nil key leaves it.
func (k *objectKey) text(b []byte) []byte {
	if k == nil {
		return b
	}
	return decrypt(k.method, k.key, b)
}

func decrypt(method int, key, b []byte) []byte {
	switch method {
	case useRC4:
		out := make([]byte, len(b))
		rc4Crypt(key, out, b)
		return out
	case useAESV2, useAESV3:
		block, err := aes.NewCipher(key)
		if err != nil || len(b) < 32 {
			return nil
		}
		iv, rest := b[:16], b[16:len(b)-len(b)%16]
		out := make([]byte, len(rest))
		cipher.NewCBCDecrypter(block, iv).CryptBlocks(out, rest)
		if n := int(out[len(out)-1]); n <= 16 && n <= len(out) {
			out = out[:len(out)-n]
		}
		return out
	}
	return b
}

// stream decrypts the data of a stream.
func (c *crypt) stream(s *Stream) []byte {
	method := c.streams
	if s.Dict["Type"] == Name("Metadata") && !c.meta {
		return s.raw
	}
	if x := s.file.Filters(s.Dict); len(x) > 0 && x[0].Name == "Crypt" {
		if name := s.file.Name(x[0].Parms["Name"]); name == "" || name == "Identity" {
			return s.raw
		}
	}
	return decrypt(method, s.key, s.raw)
}
