// The worker that runs the program. The module comes as gzip, which hosts of files
// seldom mark as such: where the browser did not unpack it, this does.
importScripts('wasm_exec.js');

async function start() {
  const response = await fetch('wogreport.wasm.gz');
  if (!response.ok) throw new Error(`wogreport.wasm.gz: ${response.status}`);
  let bytes = await response.arrayBuffer();
  const [a, b] = new Uint8Array(bytes, 0, 2);
  if (a === 0x1f && b === 0x8b) {
    bytes = new Response(bytes).body.pipeThrough(new DecompressionStream('gzip'));
  }
  const module = new Response(bytes, { headers: { 'Content-Type': 'application/wasm' } });
  const go = new Go();
  const { instance } = await WebAssembly.instantiateStreaming(module, go.importObject);
  await go.run(instance);
  throw new Error('the program has ended');
}

start().catch(e => postMessage({ failed: String(e.message ?? e) }));
