// The worker that runs the program. The module and the whole fonts come as gzip, which
// hosts of files seldom mark as such: where the browser did not unpack them, this does.
importScripts('wasm_exec.js');

// file is a file of the page, unpacked while it arrives.
async function file(name, type) {
  const response = await fetch(name);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  const reader = response.body.getReader();
  let { value: chunk, done } = await reader.read();
  const packed = chunk?.[0] === 0x1f && chunk[1] === 0x8b;
  const bytes = new ReadableStream({
    async pull(to) {
      if (done) return to.close();
      to.enqueue(chunk);
      ({ value: chunk, done } = await reader.read());
    },
  });
  return new Response(packed ? bytes.pipeThrough(new DecompressionStream('gzip')) : bytes, { headers: { 'Content-Type': type } });
}

// unpacked is what the program asks fonts by.
self.unpacked = async name => new Uint8Array(await (await file(name, 'font/ttf')).arrayBuffer());

// grow asks for memory at once. It costs nothing before it is used; asked for bit by bit,
// as Go does, it makes the browser collect garbage each time, half of a workbook's time.
function grow(memory) {
  try {
    memory.grow(512 << 4); // pages of 64 KiB: 512 MiB
  } catch { /* as much as there is will do */ }
}

async function start() {
  const go = new Go();
  const { instance } = await WebAssembly.instantiateStreaming(file('wogreport.wasm.gz', 'application/wasm'), go.importObject);
  grow(instance.exports.mem);
  await go.run(instance);
  throw new Error('the program has ended');
}

start().catch(e => postMessage({ failed: String(e.message ?? e) }));
