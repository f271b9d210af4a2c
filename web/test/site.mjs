// A host of files for the test: no compression, no headers beside the type, as plain as
// hosts are. asked are the paths that were asked for.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.gz': 'application/gzip', '.txt': 'text/plain' };

export async function host(dir) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    asked.push(path);
    try {
      const data = await readFile(join(dir, path.endsWith('/') ? path + 'index.html' : path));
      response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'text/html' }).end(data);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(ok => server.listen(0, '127.0.0.1', ok));
  return { asked, address: `http://localhost:${server.address().port}/`, close: () => server.close() };
}
