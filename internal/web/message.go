package web

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
)

// A message is a head in JSON with the bytes of files behind it: the length of the
// head in four bytes, little-endian; the head, whose key files has the name and size
// of each; their contents one after the other.

// fileHead tells of a file in a head.
type fileHead struct {
	Name string `json:"name"`
	Size int    `json:"size"`
}

type head struct {
	Message json.RawMessage `json:"message"`
	Files   []fileHead      `json:"files"`
}

// Encode makes the bytes of a message.
func Encode(message any, files []File) ([]byte, error) {
	body, err := json.Marshal(message)
	if err != nil {
		return nil, err
	}
	h, total := head{Message: body, Files: []fileHead{}}, 0
	for _, f := range files {
		h.Files = append(h.Files, fileHead{f.Name, len(f.Data)})
		total += len(f.Data)
	}
	text, err := json.Marshal(h)
	if err != nil {
		return nil, err
	}
	out := make([]byte, 0, 4+len(text)+total)
	out = append(binary.LittleEndian.AppendUint32(out, uint32(len(text))), text...)
	for _, f := range files {
		out = append(out, f.Data...)
	}
	return out, nil
}

var errCut = errors.New("the message is cut short")

// Decode reads the bytes of a message, whose files share them.
func Decode(data []byte, message any) ([]File, error) {
	if len(data) < 4 {
		return nil, errCut
	}
	n := uint64(binary.LittleEndian.Uint32(data))
	data = data[4:]
	if n > uint64(len(data)) {
		return nil, errCut
	}
	var h head
	if err := json.Unmarshal(data[:n], &h); err != nil {
		return nil, fmt.Errorf("the message is not understood: %w", err)
	}
	if err := json.Unmarshal(h.Message, message); err != nil {
		return nil, fmt.Errorf("the message is not understood: %w", err)
	}
	data = data[n:]
	var files []File
	for _, f := range h.Files {
		if f.Size < 0 || f.Size > len(data) {
			return nil, errCut
		}
		files = append(files, File{f.Name, data[:f.Size:f.Size]})
		data = data[f.Size:]
	}
	if len(data) > 0 {
		return nil, errors.New("the message is longer than it says")
	}
	return files, nil
}
