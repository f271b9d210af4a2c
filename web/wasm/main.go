//go:build js && wasm

// Command wasm is the program in a browser's worker: the messages of
// internal/web, carried by postMessage.
package main

import (
	"context"
	"runtime/debug"
	"syscall/js"
	"time"

	"wogreport/internal/web"
)

func main() {
	debug.SetGCPercent(400) // a report is over before collecting would pay
	var session web.Session
	asked := false
	js.Global().Set("onmessage", js.FuncOf(func(_ js.Value, args []js.Value) any {
		asked = true
		data := bytesOf(args[0].Get("data"))
		go serve(&session, data)
		return nil
	}))
	post(web.Reply{Event: "ready"}, nil)
	web.Warm(func() bool {
		time.Sleep(time.Millisecond) // for a message that has come
		return !asked
	})
	select {}
}

func serve(session *web.Session, data []byte) {
	var req web.Request
	files, err := web.Decode(data, &req)
	if err != nil {
		post(web.Reply{Event: web.Done, Refused: err.Error()}, nil)
		return
	}
	session.Serve(context.Background(), req, files, post)
}

// post sends a reply to the page. After progress the worker's messages get their
// turn, a cancel among them: all goroutines run in the one thread that takes these.
func post(r web.Reply, files []web.File) {
	data, err := web.Encode(r, files)
	if err != nil {
		panic(err) // a reply is text and bytes
	}
	array := js.Global().Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(array, data)
	js.Global().Call("postMessage", array, []any{array.Get("buffer")})
	if r.Event == web.Progress {
		turn()
	}
}

// turn lets the worker take the messages that have come. It ends by a message of its own,
// which comes after them; a timer may be due before the program has rested at all.
var turn = func() func() {
	channel := js.Global().Get("MessageChannel").New()
	came := make(chan struct{}, 1)
	channel.Get("port1").Set("onmessage", js.FuncOf(func(js.Value, []js.Value) any {
		came <- struct{}{}
		return nil
	}))
	return func() {
		channel.Get("port2").Call("postMessage", js.Null())
		<-came
	}
}()

func bytesOf(v js.Value) []byte {
	data := make([]byte, v.Get("length").Int())
	js.CopyBytesToGo(data, v)
	return data
}
