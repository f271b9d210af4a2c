package pdf

import (
	"bytes"

	"github.com/klauspost/compress/zlib"

	"wogreport/internal/pdf/typeset"
)

// workspace is the buffers of making a file, which the next document uses again: a
// deflate writer (of about a megabyte), the stream it fills, the pages' text, the
// file, and those of setting texts.
type workspace struct {
	zw      *zlib.Writer
	buf     bytes.Buffer
	text    []byte
	out     bytes.Buffer
	index   []byte // of the object stream
	bodies  []byte // of its objects
	entries []xrefEntry
	setter  typeset.Setter
}

// workspaces holds those not in use: a sync.Pool would lose them to the garbage
// collector between two documents.
var workspaces = make(chan *workspace, 8)

// deflateLevel takes half as long again as level 1, a tenth of the time of making a
// file, and makes pages and structure a fifth smaller. Higher levels take several times
// as long for a few percent of the structure.
const deflateLevel = 6

func takeWorkspace() *workspace {
	select {
	case ws := <-workspaces:
		return ws
	default:
		ws := &workspace{text: make([]byte, 0, 96<<10)}       // the pages of a short report
		ws.zw, _ = zlib.NewWriterLevel(&ws.buf, deflateLevel) // the level is a valid one
		return ws
	}
}

// mostKept keeps the buffers of a huge document from being held for ever, in bytes.
const mostKept = 8 << 20

func (ws *workspace) giveBack() {
	if cap(ws.text)+ws.out.Cap()+ws.buf.Cap()+cap(ws.index)+cap(ws.bodies)+entrySize*cap(ws.entries)+ws.setter.BufferSize() > mostKept {
		return
	}
	select {
	case workspaces <- ws:
	default:
	}
}

// deflate fills the buffer with the compressed parts.
func (ws *workspace) deflate(parts ...[]byte) error {
	ws.buf.Reset()
	ws.zw.Reset(&ws.buf)
	for _, p := range parts {
		if _, err := ws.zw.Write(p); err != nil {
			return err
		}
	}
	return ws.zw.Close()
}

// writeTo writes the buffer as the stream of an object, and the object's end.
func (ws *workspace) writeTo(out *bytes.Buffer) {
	out.WriteString("stream\n")
	out.Write(ws.buf.Bytes())
	out.WriteString("\nendstream\nendobj\n")
}
