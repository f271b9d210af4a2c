// The way to the program: messages as internal/web/message.go has them, carried to a
// worker by postMessage, or by HTTP where the program itself serves the page.

const text = { to: new TextEncoder(), from: new TextDecoder() };

// encode makes the bytes of a message: the length of the head, the head, the files.
export function encode(message, files = []) {
  const head = text.to.encode(JSON.stringify({
    message, files: files.map(f => ({ name: f.name, size: f.data.length })),
  }));
  const out = new Uint8Array(4 + head.length + files.reduce((n, f) => n + f.data.length, 0));
  new DataView(out.buffer).setUint32(0, head.length, true);
  out.set(head, 4);
  let at = 4 + head.length;
  for (const f of files) {
    out.set(f.data, at);
    at += f.data.length;
  }
  return out;
}

export function decode(bytes) {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const { message, files } = JSON.parse(text.from.decode(bytes.subarray(4, 4 + length)));
  let at = 4 + length;
  return {
    reply: message,
    files: files.map(f => ({ name: f.name, data: bytes.subarray(at, at += f.size) })),
  };
}

// Link is a program in a worker. ended is called when it stops by itself.
export class Link {
  constructor(ended) {
    this.last = 0;
    this.waiting = new Map();
    this.worker = new Worker('worker.js');
    this.ready = new Promise((resolve, reject) => {
      this.worker.onmessage = e => {
        if (e.data.failed !== undefined) {
          const error = new Error(e.data.failed);
          reject(error);
          for (const w of this.waiting.values()) w.reject(error);
          this.waiting.clear();
          this.worker.terminate();
          ended(error);
          return;
        }
        const { reply, files } = decode(e.data);
        if (reply.event === 'ready') {
          this.began = true;
          return resolve();
        }
        if (!reply.id) throw new Error(reply.refused); // a message that is none: a mistake of the page's
        const w = this.waiting.get(reply.id);
        if (!w) return;
        if (reply.event === 'progress') return w.progress?.(reply, files);
        this.waiting.delete(reply.id);
        w.resolve({ reply, files });
      };
    });
    this.ready.catch(() => {}); // ended has told it
  }

  // start sends a request, and gives its number and the promise of its last reply.
  start(request, files = [], progress) {
    const id = ++this.last;
    const done = this.ready.then(() => new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, progress });
      const data = encode({ id, ...request }, files);
      this.worker.postMessage(data, [data.buffer]);
    }));
    return { id, done };
  }

  ask(request, files) { return this.start(request, files).done; }

  cancel(id) { this.ask({ do: 'cancel', cancel: id }); }
}

const { home } = document.documentElement.dataset;
export const watched = home === 'watched';
export const served = watched || home === 'served';

// connect is the way to the program of this page. changed is called when files that it has
// open were changed on the disk.
export const connect = (ended, changed) => (served ? new Served(ended, changed) : new Link(ended));

// Served is the program that serves this page. It ends when no page is open any more.
class Served {
  constructor(ended, changed) {
    this.last = 0;
    this.alive = new EventSource('alive');
    this.ready = new Promise((resolve, reject) => {
      this.alive.onmessage = e => (e.data === 'changed' ? changed() : resolve());
      this.alive.onerror = () => {
        this.alive.close();
        const error = new Error(location.host);
        reject(error);
        ended(error);
      };
    });
    this.ready.catch(() => {}); // ended has told it
  }

  start(request, files = [], progress) {
    const id = ++this.last;
    return { id, done: this.ready.then(() => this.send({ id, ...request }, files, progress)) };
  }

  // send reads the replies as they come: each has its length in eight bytes before it.
  async send(request, files, progress) {
    const response = await fetch('message', { method: 'POST', body: encode(request, files) });
    if (!response.ok) throw new Error(String(response.status));
    const reader = response.body.getReader();
    let chunks = [], have = 0, need = 8, length;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) throw new Error(location.host);
      chunks.push(value);
      have += value.length;
      while (have >= need) {
        const all = joined(chunks, have);
        if (length === undefined) {
          length = Number(new DataView(all.buffer, all.byteOffset).getBigUint64(0, true));
          need = 8 + length;
          chunks = [all];
          continue;
        }
        const { reply, files: out } = decode(all.subarray(8, need));
        if (reply.event !== 'progress') return { reply, files: out };
        progress?.(reply, out);
        chunks = [all.subarray(need)];
        have -= need;
        need = 8;
        length = undefined;
      }
    }
  }

  ask(request, files) { return this.start(request, files).done; }

  cancel(id) { this.ask({ do: 'cancel', cancel: id }); }
}

// joined are chunks of some bytes as one.
function joined(chunks, size) {
  if (chunks.length === 1) return chunks[0];
  const out = new Uint8Array(size);
  let at = 0;
  for (const c of chunks) {
    out.set(c, at);
    at += c.length;
  }
  return out;
}
