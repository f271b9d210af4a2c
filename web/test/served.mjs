// The page in headless Chromium, served by the program itself: what is open on the disk is
// shown without being dropped, the PDF is what build writes, a change of a file shows, and
// the program ends with its page. Other pages are refused.
//
//   node served.mjs PROGRAM MODULES PICTURES
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [program, modules, pictures] = process.argv.slice(2);
const { chromium } = createRequire(join(modules, 'here.js'))('playwright-core');
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const work = mkdtempSync(join(tmpdir(), 'wogreport-served-'));
mkdirSync(pictures, { recursive: true });
for (const name of ['study.yaml', 'data', 'sections']) cpSync(join(root, name), join(work, name), { recursive: true });

// start runs the program, and gives the address that it tells and its end.
async function start(...args) {
  const child = spawn(program, args, { cwd: work, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise(ok => child.on('exit', ok));
  const address = await new Promise((ok, no) => {
    let said = '';
    child.stdout.on('data', d => {
      const found = (said += d).match(/http:\S+/);
      if (found) ok(found[0]);
    });
    ended.then(() => no(new Error('the program ended: ' + said)));
  });
  return { address, ended };
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const asked = [], said = [];
async function visit(address) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1400, height: 1000 }, acceptDownloads: true });
  const page = await context.newPage();
  context.on('request', r => asked.push(r.url()));
  page.on('console', m => { if (m.type() === 'error') said.push(m.text()); });
  page.on('pageerror', e => said.push(e.stack));
  page.setDefaultTimeout(60000);
  await page.goto(address);
  return page;
}
const reported = page => page.waitForFunction(() => /^The report was made/.test(document.querySelector('#status').textContent) && document.body.dataset.busy === 'no');

async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
  return readFileSync(await download.path());
}

// open: the report is there without a drop, and is what build writes.
const opened = await start('open', '--no-browser', 'study.yaml');
let page = await visit(opened.address);
await reported(page);
execFileSync(program, ['build', '-q', '-o', 'out', 'study.yaml'], { cwd: work, stdio: ['ignore', 'ignore', 'ignore'] });
const written = readFileSync(join(work, 'out', 'laporan.pdf'));
assert.ok(written.equals(await downloaded(page, '#download-pdf')), "the page's PDF is not build's");
await page.screenshot({ path: join(pictures, 'open.png') });

// Other pages, and names that lead here, get nothing.
const { host, pathname } = new URL(opened.address);
const status = (headers, path = pathname, method = 'GET') => new Promise((ok, no) => request({ host: '127.0.0.1', port: host.split(':')[1], path, method, headers: { host, ...headers } }, r => { r.resume(); ok(r.statusCode); }).on('error', no).end());
assert.equal(await status({}), 200);
assert.equal(await status({ host: 'rebound.example' }), 403);
assert.equal(await status({ origin: 'http://other.example' }, pathname + 'message', 'POST'), 403);
assert.equal(await status({}, '/'), 403);
const foreign = await browser.newPage();
const seen = await foreign.evaluate(async a => {
  try {
    return (await fetch(a + 'message', { method: 'POST', body: 'x', mode: 'no-cors' })).type;
  } catch { return 'refused'; }
}, opened.address);
assert.notEqual(seen, 'basic');
await foreign.close();

// Loaded again, the page has what it had; closed, it ends the program.
await page.reload();
await reported(page);
await page.close();
assert.equal(await opened.ended, 0);

// watch: a change of a section shows by itself.
const watched = await start('watch', '--no-browser');
page = await visit(watched.address);
await reported(page);
const before = await downloaded(page, '#download-pdf');
const viewed = await page.evaluate(() => document.documentElement.dataset.viewer === 'pdf.js');
if (viewed) { // the page that is looked at stays
  await page.waitForSelector('.viewer canvas[width]');
  await page.evaluate(() => { document.querySelector('.viewer').scrollTop = 2000; });
}
appendFileSync(join(work, 'sections', 'introduction.md'), '\nA new sentence.\n');
await page.evaluate(() => { window.old = document.querySelector('#open-pdf').href; });
appendFileSync(join(work, 'sections', 'pendahuluan.md'), '\nKalimat baru.\n');
await page.waitForFunction(() => document.querySelector('#open-pdf').href !== window.old && document.body.dataset.busy === 'no');
if (viewed) {
  await page.waitForTimeout(1000);
  assert.equal(await page.evaluate(() => document.querySelector('.viewer').scrollTop), 2000);
  await page.screenshot({ path: join(pictures, 'watched.png') });
}
assert.ok(!before.equals(await downloaded(page, '#download-pdf')), 'a change of a section did not change the report');

// A browser without a viewer of its own, as phones have: pdf.js draws the pages.
if (viewed) {
  const context = await browser.newContext({ locale: 'id-ID', viewport: { width: 390, height: 800 } });
  await context.addInitScript(() => Object.defineProperty(navigator, 'pdfViewerEnabled', { get: () => false }));
  const phone = await context.newPage();
  await phone.goto(watched.address);
  await phone.waitForSelector('.viewer canvas[width]', { timeout: 60000 });
  await phone.waitForTimeout(1000);
  await phone.locator('.viewer').scrollIntoViewIfNeeded();
  assert.ok(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page is wider than a phone');
  await phone.screenshot({ path: join(pictures, 'phone-pages.png') });
  await context.close();
}

// What is wrong with a file is said beside it, and the last report stays.
appendFileSync(join(work, 'study.yaml'), '\nno-such-key: 1\n');
await page.waitForFunction(() => document.querySelector('.problem')?.textContent.includes('no-such-key'));
assert.ok(await page.$('#open-pdf'), 'the last report is gone');
await page.waitForFunction(() => document.querySelector('#status').textContent.includes('first correct what is marked (1)'));
await page.screenshot({ path: join(pictures, 'watch.png') });
await page.close();
assert.equal(await watched.ended, 0);

await browser.close();
assert.deepEqual(said, []);
for (const url of asked) assert.ok(url.startsWith(opened.address) || url.startsWith(watched.address) || /^(blob:|data:|chrome)/.test(url), url);
console.log('served: ok');
