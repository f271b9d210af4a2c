// How long a report takes in the page, in headless Chromium: the first, from the drop of
// the example's study with its files until its PDF is there, by a page that has just been
// opened and by one that was opened some seconds ago; and the next, from a change of the
// title. Each run has a browser of its own; the least of them says most on a busy machine.
//
//   node speed.mjs PROGRAM MODULES [RUNS]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { host } from './site.mjs';

const [program, modules, runs = 5] = process.argv.slice(2);
const { chromium } = createRequire(join(modules, 'here.js'))('playwright-core');
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const work = mkdtempSync(join(tmpdir(), 'wogreport-speed-'));
execFileSync(program, ['web', join(work, 'site')], { stdio: 'ignore' });
const site = await host(join(work, 'site'));
const file = name => ({ name: name.split('/').pop(), mimeType: '', buffer: readFileSync(join(root, name)) });
const files = ['study.yaml', 'data/responses.csv', ...readdirSync(join(root, 'sections')).map(f => 'sections/' + f)].map(file);

// In the page: a change begins what ends when the link leads to another PDF.
function watch() {
  addEventListener('change', () => {
    const begun = performance.now(), before = document.querySelector('#open-pdf')?.href;
    window.taken = new Promise(ok => {
      const observer = new MutationObserver(() => {
        const now = document.querySelector('#open-pdf')?.href;
        if (!now || now === before) return;
        observer.disconnect();
        ok(performance.now() - begun);
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true });
    });
  }, true);
}

async function run(wait) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await (await browser.newContext({ locale: 'id-ID', viewport: { width: 1400, height: 1000 } })).newPage();
  page.setDefaultTimeout(120000);
  await page.addInitScript(watch);
  const begun = performance.now();
  await page.goto(site.address);
  await page.waitForFunction(() => /^Siap/.test(document.querySelector('#status').textContent));
  const out = { opened: performance.now() - begun };
  await page.waitForTimeout(wait);
  await page.setInputFiles('#pick', files);
  out.first = await page.evaluate(() => window.taken);
  const next = [];
  for (let i = 0; i < 3; i++) {
    await page.waitForTimeout(1500);
    await page.fill('#key-title_id, #key-title', 'Judul ' + i);
    await page.keyboard.press('Tab');
    next.push(await page.evaluate(() => window.taken));
  }
  out.next = Math.min(...next);
  await browser.close();
  return out;
}

for (const wait of [0, 8000]) {
  console.log(`dropped ${wait / 1000} s after the page was ready; seconds until ready, first report, next report, load of the machine`);
  const all = [];
  for (let i = 0; i < Number(runs); i++) {
    const r = await run(wait);
    all.push(r);
    console.log([r.opened, r.first, r.next].map(t => (t / 1000).toFixed(2)).join('  '), ' ', loadavg()[0].toFixed(1));
  }
  console.log('least:', ['opened', 'first', 'next'].map(k => (Math.min(...all.map(r => r[k])) / 1000).toFixed(2)).join('  '));
}
site.close();
