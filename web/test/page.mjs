// The page in headless Chromium, from a host of files: what is dropped becomes a form,
// what is asked is confirmed, the pages are seen, and what is downloaded is, byte for byte,
// what the commands write. Nothing but the page's own files is asked for.
//
//   node page.mjs PROGRAM MODULES PICTURES [STEP …]
//
// PROGRAM holds the page (release/build.sh), MODULES is the folder with playwright-core and
// axe-core, PICTURES is where pictures of the steps go. STEPs are functions below; all without any.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { host } from './site.mjs';
import { evaluation } from './xlsx.mjs';

const [program, modules, pictures, ...only] = process.argv.slice(2);
const need = createRequire(join(modules, 'here.js'));
const { chromium } = need('playwright-core');
const axe = readFileSync(need.resolve('axe-core/axe.min.js'), 'utf8');
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const work = mkdtempSync(join(tmpdir(), 'wogreport-page-'));
mkdirSync(pictures, { recursive: true });

const run = (dir, ...args) => execFileSync(program, args, { cwd: dir, stdio: ['ignore', 'ignore', 'inherit'] });
run(work, 'web', 'site');
const site = await host(join(work, 'site'));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

const asked = [], said = [];
async function newPage(options = {}) {
  const context = await browser.newContext({ locale: 'id-ID', viewport: { width: 1400, height: 1000 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  context.on('request', r => asked.push(r.url()));
  page.on('console', m => { if (m.type() === 'error') said.push(m.text()); });
  page.on('pageerror', e => said.push(e.stack));
  page.setDefaultTimeout(120000);
  return page;
}

async function open(page) {
  await page.goto(site.address);
  await page.waitForFunction(() => /^(Siap|Ready)/.test(document.querySelector('#status').textContent));
}

// idle waits until all that was asked of the program is done, and what follows by itself.
const idle = async page => {
  await page.waitForTimeout(50);
  await page.waitForFunction(() => document.body.dataset.busy === 'no');
};
const status = page => page.textContent('#status');

async function drop(page, ...files) {
  await page.setInputFiles('#pick', files.map(f => (typeof f === 'string' ? f : { name: f[0], mimeType: '', buffer: Buffer.from(f[1]) })));
  await page.waitForTimeout(100);
  await idle(page);
}

async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
  const data = readFileSync(await download.path());
  await idle(page);
  return { name: download.suggestedFilename(), data };
}

const accessible = async (page, what) => {
  const found = await page.evaluate(`${axe}; axe.run(document, { iframes: false })`);
  assert.deepEqual(found.violations.map(v => `${v.id}: ${v.nodes.map(n => n.target).join(', ')}`), [], `axe finds violations: ${what}`);
};
const inView = async (page, at) => assert.ok(await page.evaluate(at => {
  const { top, bottom } = document.querySelector(at).getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}, at), `${at} is out of sight`);
const narrow = async (page, what) => assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${what} scrolls sideways`);
// zoomed is a window of 1280 by 900 at 200 %.
const zoomed = { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 };
const picture = (page, name) => page.screenshot({ path: join(pictures, name + '.png') });

let step = performance.now();
const times = [];
const done = what => { times.push(`${((performance.now() - step) / 1000).toFixed(1)} s  ${what}`); step = performance.now(); };

const agency = readFileSync(join(root, 'examples', 'agency', 'jawaban.csv'));
const answers = Buffer.from(agency.toString().replace(',Tidak Setuju,', ',Sangat Tidak Setuju,')); // else it is asked whether there is such an answer
const export12 = evaluation();
const small = 'Waktu,Butir satu,Butir dua,Butir tiga\n' + Array.from({ length: 20 }, (_, i) => `2024-01-${i % 28 + 1},${['Merah', 'Kuning', 'Hijau'].map((_, k, all) => all[(i * (k + 1) + k) % 3]).join()}`).join('\n') + '\n';

async function oneReport() {
  const page = await newPage();
  await open(page);
  await picture(page, '1-open');
  await accessible(page, 'before a drop');
  done('opened');

  await drop(page, ['jawaban.csv', answers]);
  assert.match(await status(page), /11 butir pernyataan dan 399 responden/);
  await page.fill('#key-title', 'Evaluasi Pelatihan 2024');
  await page.selectOption('#key-reports', 'together');
  await idle(page);
  await picture(page, '2-form');
  await accessible(page, 'the form');
  done('a form from answers');

  await page.click('#make');
  await page.waitForSelector('#open-pdf');
  await idle(page);
  assert.match(await status(page), /Laporan selesai dalam/);
  assert.equal(await page.getAttribute('#view iframe', 'title'), 'Halaman laporan');
  const begun = performance.now();
  await page.fill('#key-title', 'Evaluasi Pelatihan');
  await page.press('#key-title', 'Tab');
  await idle(page);
  assert.equal(await page.locator('.stale').count(), 0, 'the report follows the form');
  done(`the report; and again after a change in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  await accessible(page, 'the report');
  await page.waitForTimeout(1500);
  await page.evaluate(() => scrollTo(0, 0));
  await picture(page, '3-report');

  const study = await downloaded(page, '#download-study');
  const dir = mkdtempSync(join(work, 'one-'));
  writeFileSync(join(dir, 'jawaban.csv'), answers);
  writeFileSync(join(dir, study.name), study.data);
  run(dir, 'build', study.name, '-q', '--outputs', 'pdf,docx,json,xlsx');
  assert.match(study.data.toString(), /title: Evaluasi Pelatihan\n/);
  for (const format of ['pdf', 'docx']) {
    const file = await downloaded(page, '#download-' + format);
    assert.ok(file.data.equals(readFileSync(join(dir, 'out', file.name))), `${file.name} is what build writes`);
  }
  for (const [format, start] of [['xlsx', 'PK'], ['json', '{'], ['svg', 'PK']]) {
    const file = await downloaded(page, '#download-' + format);
    assert.equal(file.data.subarray(0, start.length).toString(), start);
  }
  done('downloads');

  // In English, without a network: from what the service worker keeps.
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.context().setOffline(true);
  await open(page);
  await page.click('#language-en');
  assert.match(await page.textContent('main'), /Your files are sent nowhere/);
  await drop(page, ['jawaban.csv', answers]);
  assert.match(await status(page), /Read 11 items/);
  await page.selectOption('#key-reports', 'together');
  await idle(page);
  await page.fill('#key-title', 'Тест'); // whose font is kept, too
  await page.click('#make');
  await page.waitForSelector('#open-pdf');
  await idle(page);
  const marked = await page.textContent('#part-problems');
  assert.match(marked, /leaves a place for what is not filled in yet: .*recommendations/);
  assert.doesNotMatch(marked, /exclude:|sections\.|responses|study file/, 'the fields of the page, not the keys of a study file');
  await page.context().close();
  done('offline');
}

async function wrongFiles() {
  const page = await newPage({ colorScheme: 'dark', viewport: { width: 390, height: 844 } });
  await open(page);
  await drop(page, ['surat.xlsx', '%PDF-1.7 a letter']);
  assert.match(await page.textContent('.problem'), /berkas ini PDF, bukan tabel jawaban.*Google Formulir/s);
  await accessible(page, 'a wrong file, dark, on a phone');
  await drop(page, ['foto.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])]);
  assert.match(await page.textContent('.problem'), /berkas ini gambar, bukan tabel jawaban.*Google Formulir/s);
  await picture(page, '4-wrong');

  await drop(page, ['survei.csv', small]);
  await page.waitForSelector('#asked-0');
  assert.equal(await page.isDisabled('#make'), true);
  await inView(page, '#head-asked');
  assert.equal(await page.locator('#part-asked [lang=en]').count(), 0, 'the question is in Indonesian');
  await picture(page, '5-asked');
  await accessible(page, 'a question');
  // Put "Merah" below "Hijau" with the keyboard alone.
  const first = await page.textContent('#asked-0 li .name');
  await page.focus('#asked-0 li:first-child button:last-child');
  await page.keyboard.press('Enter');
  assert.notEqual(await page.textContent('#asked-0 li .name'), first);
  await page.fill('#key-privacy_min_group', '');
  await page.click('#yes-0');
  await idle(page);
  assert.equal(await page.locator('#asked-0').count(), 0);
  // The program stops, and is started again with all that was typed.
  await page.workers()[0].evaluate(() => postMessage({ failed: 'a trial' }));
  await page.waitForFunction(() => /berhenti \(a trial\)/.test(document.querySelector('#status').textContent));
  assert.equal(await page.locator('#asked-0').count(), 0);
  // What cannot be used stays as it was typed, with the problem beside it.
  await page.fill('#key-privacy_min_group', '-3');
  await page.press('#key-privacy_min_group', 'Tab');
  await idle(page);
  assert.equal(await page.inputValue('#key-privacy_min_group'), '-3');
  assert.match(await page.textContent('.field:has(> #key-privacy_min_group) .problem'), /min_group/);
  await page.fill('#key-privacy_min_group', '5');
  await page.press('#key-privacy_min_group', 'Tab');
  await idle(page);
  assert.equal(await page.isDisabled('#make'), false);
  await page.click('#make');
  await page.waitForSelector('#open-pdf');
  await idle(page);
  await narrow(page, 'the report on a phone');
  await accessible(page, 'a report, dark, on a phone');
  await picture(page, '6-phone');
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), [], 'nothing is kept unasked');
  await page.context().close();
  done('wrong files and a question, dark, on a phone');
}

// english are the texts that are marked as English where the page is in Indonesian, but for
// what the program says itself, which is behind a summary.
const english = page => page.evaluate(() => [...document.querySelectorAll('main [lang=en]')].filter(e => !e.closest('.original')).map(e => e.textContent));

// Form and text of the study file are one, and nothing that was typed is lost.
async function formAndText() {
  const page = await newPage();
  await open(page);
  await drop(page, ['jawaban.csv', answers]);
  await page.selectOption('#key-reports', 'together');
  await idle(page);
  const text = () => page.inputValue('#study-text');
  const type = async change => {
    await page.locator('#text').evaluate(e => { e.open = true; });
    await page.focus('#study-text');
    await page.fill('#study-text', change(await text()));
  };
  const titled = title => text => text.replace(/^title: .*$/m, `title: ${title}`);

  // Typed and not applied: a change of a field takes nothing of it, nor it of the field.
  await type(titled('Dari teks'));
  assert.match(await page.textContent('#text-state'), /belum diterapkan/);
  await page.fill('#key-program', 'Pelatihan Dasar');
  await page.press('#key-program', 'Tab');
  await idle(page);
  assert.equal(await page.inputValue('#key-title'), 'Dari teks');
  assert.match(await text(), /^title: Dari teks\nprogram: Pelatihan Dasar$/m);
  await page.fill('#key-title', 'Dari isian');
  await page.focus('#study-text');
  await idle(page);
  assert.match(await text(), /^title: Dari isian$/m, 'the text that has the focus follows the form');
  await page.click('#apply');
  await idle(page);
  assert.equal(await page.inputValue('#key-title'), 'Dari isian');
  // What was typed is in the report that is made next.
  await type(titled('Sebelum dibuat'));
  await page.click('#make');
  await page.waitForSelector('#open-pdf');
  await idle(page);
  assert.equal(await page.inputValue('#key-title'), 'Sebelum dibuat');
  assert.match(await status(page), /Laporan selesai/);
  const shown = await page.getAttribute('#open-pdf', 'href');
  // A second click on a button whose item went does not take the next one.
  const items = await page.locator('.item').count();
  await page.evaluate(() => { const b = document.querySelector('.item button'); b.click(); b.click(); });
  await idle(page);
  assert.equal(await page.locator('.item').count(), items - 1);
  await page.waitForFunction(shown => document.querySelector('#open-pdf').href !== shown, shown);
  await idle(page);

  // An error is said over the box, with its line; the caret is there, in sight; nothing is made.
  const right = await text();
  const line = right.split('\n').findIndex(l => l.startsWith('responses:')) + 1;
  await type(text => text.replace('responses:', ' responses:'));
  await page.click('#make');
  await idle(page);
  assert.match(await status(page), /keadaan sebelumnya/);
  assert.match(await page.textContent('#text-problems'), new RegExp(`Baris ${line}: susunan study.yaml salah`));
  assert.equal(await page.textContent('#gutter .wrong'), String(line));
  const caret = await page.evaluate(() => {
    const { id, value, selectionStart, scrollTop, clientHeight } = document.activeElement;
    const row = value.slice(0, selectionStart).split('\n').length, height = parseFloat(getComputedStyle(document.activeElement).lineHeight);
    return { id, row, seen: (row - 1) * height >= scrollTop && row * height <= scrollTop + clientHeight };
  });
  assert.deepEqual(caret, { id: 'study-text', row: line, seen: true });
  await inView(page, '#text-problems');
  await inView(page, '#study-text');
  await page.waitForFunction(() => document.querySelector('#gutter').scrollTop === document.querySelector('#study-text').scrollTop);
  await accessible(page, 'an error in the text');
  await picture(page, '9-text');
  assert.deepEqual(await english(page), []);
  await page.fill('#study-text', right.replace('responses:', 'respons:'));
  await page.click('#apply');
  await idle(page);
  await page.click('#to-wrong');
  assert.match(await page.evaluate(() => document.activeElement.textContent), /isian “(Berkas jawaban|respons)” (belum ada|tidak dikenal)/);
  await page.fill('#study-text', right);
  await page.click('#make');
  await idle(page);
  assert.match(await status(page), /Laporan selesai/);

  // The same export with late answers goes into the study that is open; another file only if its loss is confirmed.
  await drop(page, ['jawaban.csv', answers.toString().split('\n').slice(0, 300).join('\n')]);
  assert.match(await status(page), /Laporan selesai/);
  assert.equal(await page.inputValue('#key-title'), 'Sebelum dibuat');
  // What was emptied is a problem at its field, and no id in its place.
  const statement = page.locator('.item input[type=text]').first(), own = await statement.inputValue();
  await statement.fill('');
  await statement.press('Tab');
  await idle(page);
  assert.equal(await statement.inputValue(), '');
  assert.match(await page.locator('.item').first().locator('.problem').textContent(), /isian “Pernyataan” tidak boleh kosong/);
  await statement.fill(own);
  await statement.press('Tab');
  await idle(page);
  assert.equal(await page.locator('.problem:not(.warning)').count(), 0);
  // A kind by its Indonesian name is one mistake, and is chosen anew.
  await type(text => text.replace(/^kind: .*$/m, 'kind: evaluasi'));
  await page.click('#apply');
  await idle(page);
  assert.equal(await page.locator('#fields .problem:not(.warning), #part-problems .problem:not(.warning)').count(), 1);
  assert.match(await page.textContent('.field:has(> #key-kind) .problem'), /isian “Jenis laporan” tidak dapat berisi “evaluasi”/);
  await page.selectOption('#key-kind', 'evaluation');
  await idle(page);
  assert.equal(await page.locator('.problem:not(.warning)').count(), 0);

  // A statement that the new export words otherwise: its column is chosen beside the item, at one click.
  const reworded = answers.toString().replace('4. Pengajar menguasai', 'Pengajar benar-benar menguasai');
  assert.notEqual(reworded, answers.toString());
  await drop(page, ['jawaban.csv', reworded]);
  await page.waitForSelector('.item .instead');
  await idle(page);
  assert.match(await status(page), /betulkan dahulu yang ditandai \(1\)/);
  await page.locator('.item .instead').scrollIntoViewIfNeeded();
  await accessible(page, 'a column that is not there');
  await picture(page, '11-instead');
  assert.match(await page.inputValue('.item .instead select'), /^Pengajar benar-benar /);
  await page.click('.item .instead button');
  await idle(page);
  assert.equal(await page.locator('.problem:not(.warning)').count(), 0);
  assert.match(await status(page), /Laporan selesai/);
  assert.match(await text(), /column: ['"]?Pengajar benar-benar /);
  // The export as it was: the statement is found again, under its number.
  await drop(page, ['jawaban.csv', answers]);
  await page.waitForFunction(() => /Laporan selesai/.test(document.querySelector('#status').textContent));
  assert.match(await page.locator('.item .problem.warning').textContent(), /dibaca dari kolom H “4\. Pengajar menguasai .*”, yang memuat bunyi pernyataannya: kolom “Pengajar benar-benar .*” tidak ada/);
  const refused = new Promise(ok => page.once('dialog', d => { d.dismiss(); ok(d.message()); }));
  await drop(page, ['survei.csv', small]);
  assert.match(await refused, /belum disimpan hilang/);
  assert.equal(await page.inputValue('#key-title'), 'Sebelum dibuat');

  // What holds no answers takes the place of nothing, even where that was said.
  const href = await page.getAttribute('#open-pdf', 'href');
  await drop(page, ['catatan.md', '# Rapat']);
  await inView(page, '#notes');
  assert.match(await page.textContent('#notes'), /Tidak ada jawaban di dalam catatan\.md; studi yang terbuka tetap seperti semula/);
  await drop(page, ['surat.pdf', '%PDF-1.7 a letter']);
  assert.match(await page.textContent('#notes'), /surat\.pdf: berkas ini PDF, bukan tabel jawaban\. .*Google Formulir/);
  assert.equal(await page.getAttribute('#open-pdf', 'href'), href, 'the report stays');
  assert.equal(await page.inputValue('#key-title'), 'Sebelum dibuat');
  assert.deepEqual(await page.locator('#files li').allTextContents(), ['jawaban.csv']);
  await page.click('#make');
  await page.waitForSelector('#open-pdf');
  await idle(page);
  assert.match(await status(page), /Laporan selesai/);

  // Whoever leaves is asked, until the study is saved: the event alone, since the browser's own question may
  // vanish before a test has answered it.
  const asked = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  assert.equal(await asked(), true);
  await downloaded(page, '#download-study');
  assert.equal(await asked(), false);
  await page.context().close();
  done('form and text');
}

// What an officer keeps in the browser serves the next export, whatever its name: what is used again, and
// from when, is said. What the draft says of an item is said until it is settled.
async function keptAndNext() {
  const page = await newPage();
  await open(page);
  // The last statement is answered the other way round.
  const opposed = 'Materi jelas,Pengajar jelas,Jadwal jelas,Ruang jelas,Materi sulit\n' + Array.from({ length: 40 }, (_, i) => {
    const labels = ['Sangat Tidak Setuju', 'Tidak Setuju', 'Setuju', 'Sangat Setuju'], of = k => (i * 7 + (i % 5 === k ? 1 : 0)) % 4;
    return [of(0), of(1), of(2), of(3), 3 - of(4)].map(n => labels[n]).join();
  }).join('\n') + '\n';
  await drop(page, ['jawaban.csv', opposed]);
  assert.match(await page.textContent('#concluded'), /P5 berlawanan arah/);
  assert.match(await page.textContent('#guessed'), /belum dijawab: Apakah P5 pernyataan terbalik\? Apa yang diukur/);
  assert.match(await page.textContent('#turned-P5'), /Apakah P5 pernyataan terbalik\?.*Materi sulit/s);
  await inView(page, '#head-asked');
  await page.click('#turn-P5');
  await idle(page);
  assert.equal(await page.locator('#turned-P5').count(), 0);
  assert.match(await page.textContent('#guessed'), /belum dijawab: Apa yang diukur/);
  assert.equal(await page.isChecked('#key-constructs_0__items_4__reverse'), true);
  assert.equal(await page.getByText('P5 berlawanan arah').count(), 0, 'a reversed item is settled');
  await page.fill('#key-title', 'Evaluasi Bulanan');
  await page.press('#key-title', 'Tab');
  await idle(page);
  await page.check('#keep');
  await page.reload();
  await page.waitForFunction(() => /^Siap/.test(document.querySelector('#status').textContent));
  assert.match(await page.textContent('#kept-there'), /tersimpan pengaturan studi “Evaluasi Bulanan”, terakhir diubah \d+ \S+ \d{4} .*Seret berkas jawabannya/);
  await accessible(page, 'settings that were kept');
  // Answers of another survey are drafted; the settings stay kept.
  await drop(page, ['lain.csv', 'Satu,Dua,Tiga\n' + 'Sering,Jarang,Selalu\nSelalu,Sering,Sering\nJarang,Sering,Selalu\n'.repeat(9)]);
  await page.waitForSelector('#use-kept');
  assert.notEqual(await page.inputValue('#key-title'), 'Evaluasi Bulanan');
  page.once('dialog', d => d.accept());
  await page.reload();
  await page.waitForFunction(() => /^Siap/.test(document.querySelector('#status').textContent));
  await drop(page, ['jawaban (1).csv', opposed]);
  assert.match(await page.textContent('#notes'), /“Evaluasi Bulanan” yang disimpan \d+ .* dipakai lagi\./);
  await inView(page, '#notes');
  await page.click('#language-en');
  assert.match(await page.textContent('#notes'), /“Evaluasi Bulanan”, kept \w+ \d+, \d{4}/);
  await page.click('#language-id');
  assert.equal(await page.inputValue('#key-title'), 'Evaluasi Bulanan');
  assert.match(await status(page), /Laporan selesai/);
  await picture(page, '12-kept');
  // Late answers, whose file has another name, go into the study that is open; it can be begun anew.
  await drop(page, ['jawaban (2).csv', opposed.split('\n').slice(0, 31).join('\n')]);
  await idle(page);
  await inView(page, '#notes');
  assert.match(await page.textContent('#notes'), /Isian Anda dipakai untuk jawaban di dalam jawaban \(2\)\.csv/);
  assert.deepEqual(await page.locator('#files li').allTextContents(), ['jawaban (2).csv']);
  assert.equal(await page.inputValue('#key-title'), 'Evaluasi Bulanan');
  assert.equal(await page.isChecked('#key-constructs_0__items_4__reverse'), true);
  assert.match(await status(page), /Laporan selesai/);
  page.once('dialog', d => d.accept());
  await page.click('#afresh');
  await idle(page);
  assert.notEqual(await page.inputValue('#key-title'), 'Evaluasi Bulanan');
  await page.click('#not-P5');
  assert.equal(await page.locator('#turned-P5').count(), 0);
  await page.context().close();
  done('settings that were kept, and the next export');
}

// A label that the next export misspells stops the reports, until it is chosen to count
// as missing, or as the label that it is spelt like.
async function misspelt() {
  const page = await newPage();
  await open(page);
  await drop(page, ['jawaban.csv', answers]);
  await drop(page, ['jawaban (1).csv', answers.toString().replace(/,Setuju,/, ',Setujuu,')]);
  assert.equal(await page.isDisabled('#make'), true);
  assert.match(await page.textContent('#part-problems'), /Teks 7 huruf bukan jawaban pada skala \(butir \w+\)/);
  await accessible(page, 'an answer off the scale');
  await page.click('#accept');
  await idle(page);
  assert.match(await page.textContent('#part-problems'), /Perhatian: Teks 7 huruf bukan jawaban pada skala \(butir \w+\); dianggap tidak menjawab/);
  assert.deepEqual(await english(page), [], 'all is in Indonesian');
  await page.click('#make');
  await page.waitForSelector('#download-zip');
  await idle(page);
  assert.match(await status(page), /\d+ laporan selesai, 0 gagal/);

  await page.context().close();

  // Or as the label that is meant, each spelling of it in its turn.
  const again = await newPage();
  await open(again);
  await drop(again, ['jawaban.csv', answers]);
  await drop(again, ['jawaban (1).csv', answers.toString().replace(/,Setuju,/, ',Setujuu,').replace(/,Setuju,/, ',Setjuu,')]);
  for (const left of [2, 1]) {
    assert.equal(await again.isDisabled('#make'), true);
    assert.deepEqual(await again.locator('.meant').allTextContents(), Array(left).fill('Hitung sebagai “Setuju”'));
    await again.locator('.meant').first().click();
    await idle(again);
  }
  await again.click('#language-en');
  assert.match(await again.textContent('#part-problems'), /see whether they were meant, or tick them under “Rows that are not counted”/);
  await again.click('#language-id');
  await again.click('#make');
  await again.waitForSelector('#download-zip');
  await idle(again);
  assert.match(await status(again), /\d+ laporan selesai, 0 gagal/);
  assert.equal(await again.locator('#part-problems li').filter({ hasText: 'bukan jawaban' }).count(), 0);
  await again.context().close();
  done('an answer off the scale');
}

// A point of the scale that nobody chose, and a label that hardly anybody did: what the questionnaire has is a button. In the
// form a point can be added, moved and taken away.
async function unchosen() {
  const page = await newPage();
  await open(page);
  const points = () => page.locator('#key-scale li').evaluateAll(all => all.map(e => e.querySelector('.value').textContent + ' ' + e.querySelector('.name').textContent));
  await drop(page, ['jawaban.csv', agency]);
  assert.match(await status(page), /betulkan dahulu yang ditandai/);
  await inView(page, '#answer-0-1');
  assert.match(await page.textContent('#asked-0'), /tidak ada yang menjawab “Sangat Tidak Setuju”/);
  assert.doesNotMatch(await page.textContent('#asked-0'), /study\.yaml|scale/);
  assert.equal(await page.isDisabled('#make'), true);
  const five = '5 pilihan, dengan Sangat Tidak Setuju (1–5)';
  assert.deepEqual(await page.locator('#asked-0 .options button').allTextContents(), ['4 pilihan: Tidak Setuju … Sangat Setuju (1–4)', five]);
  assert.deepEqual(await english(page), [], 'all is in Indonesian');
  await accessible(page, 'a point that nobody chose');
  await picture(page, '15-unchosen');
  await page.click('#language-en');
  assert.deepEqual(await page.locator('#asked-0 .options button').allTextContents(), ['4 points: Tidak Setuju … Sangat Setuju (1–4)', '5 points, with Sangat Tidak Setuju (1–5)']);
  await picture(page, '15-unchosen-en');
  await page.click('#language-id');
  await page.click('#answer-0-1');
  await idle(page);
  assert.deepEqual(await points(), ['5 Sangat Setuju', '4 Setuju', '3 Kurang Setuju', '2 Tidak Setuju', '1 Sangat Tidak Setuju']);
  assert.equal(await page.locator('#asked-0').count(), 0);
  await page.click('#take-back');
  await idle(page);
  assert.equal(await page.locator('#answer-0-1').count(), 1, 'the answer is taken back');
  await page.click('#answer-0-0');
  await idle(page);
  assert.deepEqual(await points(), ['4 Sangat Setuju', '3 Setuju', '2 Kurang Setuju', '1 Tidak Setuju']);
  // In the form.
  await page.fill('#key-scale-add', 'Netral');
  await page.click('#key-scale-add-lowest');
  await idle(page);
  assert.deepEqual(await points(), ['5 Sangat Setuju', '4 Setuju', '3 Kurang Setuju', '2 Tidak Setuju', '1 Netral']);
  assert.equal(await page.inputValue('#key-scale-add'), '');
  for (let i = 0; i < 2; i++) {
    await page.click('button[aria-label="Naikkan Netral"]');
    await idle(page);
  }
  await page.fill('#key-scale-add', 'Setuju Sekali');
  await page.click('#key-scale-add-highest');
  await idle(page);
  assert.deepEqual(await points(), ['6 Setuju Sekali', '5 Sangat Setuju', '4 Setuju', '3 Netral', '2 Kurang Setuju', '1 Tidak Setuju']);
  assert.deepEqual(await page.locator('#key-scale .points .link').evaluateAll(all => all.map(e => e.getAttribute('aria-label').trim())), ['Hapus Setuju Sekali', 'Hapus Netral'], 'what somebody chose stays');
  await accessible(page, 'the scale');
  await page.locator('#key-scale').scrollIntoViewIfNeeded();
  await picture(page, '15-scale');
  await page.locator('#key-scale .points .link').nth(1).click();
  await idle(page);
  assert.deepEqual(await points(), ['5 Setuju Sekali', '4 Sangat Setuju', '3 Setuju', '2 Kurang Setuju', '1 Tidak Setuju']);
  await page.selectOption('#key-reports', 'together');
  await idle(page);
  await page.click('#make');
  await page.waitForSelector('#open-pdf');
  await idle(page);
  assert.match(await status(page), /Laporan selesai/);

  // One cell of many has a label that the others do without.
  page.once('dialog', d => d.accept());
  await open(page);
  await drop(page, ['jawaban.csv', answers.toString().replace(',Kurang Setuju,', ',Cukup Setuju,')]);
  assert.match(await page.textContent('#asked-0'), /“Cukup Setuju” bukan jawaban pada skala ini/);
  assert.deepEqual(await page.locator('#asked-0 .options button').allTextContents(),
    ['bukan jawaban: tidak dihitung', 'pilihan pada skala, di antara “Kurang Setuju” dan “Setuju”', 'hitung sebagai “Setuju”', 'hitung sebagai “Kurang Setuju”']);
  await picture(page, '15-rare');
  await page.click('#answer-0-2');
  await idle(page);
  assert.deepEqual(await points(), ['5 Sangat Setuju', '4 Setuju', '3 Kurang Setuju', '2 Tidak Setuju', '1 Sangat Tidak Setuju']);
  assert.match(await page.textContent('#study-text').catch(() => '') || await page.inputValue('#study-text'), /also:\s*\[?-?\s*Cukup Setuju/);

  // One cell of many has a number beyond the scale.
  page.once('dialog', d => d.accept());
  await open(page);
  await drop(page, ['jawaban.csv', readFileSync(join(root, 'internal', 'draft', 'testdata', 'cases', 'stray-number', 'six_of_five.csv'))]);
  assert.match(await page.textContent('#asked-0'), /6 bukan pilihan pada skala 1 sampai 5/);
  assert.deepEqual(await page.locator('#asked-0 .options button').allTextContents(),
    ['salah ketik, bukan jawaban: tidak dihitung', 'pilihan pada skala, yaitu 1 sampai 6', 'pilihan pada skala, yaitu 1 sampai 7']);
  assert.deepEqual(await english(page), [], 'all is in Indonesian');
  await picture(page, '15-stray');
  await page.click('#answer-0-0');
  await idle(page);
  assert.equal(await page.locator('#asked-0').count(), 0);
  await page.context().close();
  done('points that nobody chose');
}

// Somebody answered again, otherwise than before: that is asked, and one answer counts. A column that is taken
// out of the items is listed, and can be made one again.
async function answeredAgain() {
  const page = await newPage();
  await open(page);
  const labels = ['Sangat Tidak Setuju', 'Tidak Setuju', 'Setuju', 'Sangat Setuju'];
  const rows = Array.from({ length: 30 }, (_, i) => [`orang${i === 29 ? 3 : i}@example.go.id`, ...[1, 2, 3].map(k => labels[(i * k + k) % 4])]);
  await drop(page, ['jawaban.csv', ['Email Address,Materi jelas,Pengajar sabar,Ruang bersih', ...rows].join('\n') + '\n']);
  assert.match(await page.textContent('#answered-again'), /mengisi dua kali\? ?1 baris berisi Email Address yang sudah ada/);
  assert.match(await page.textContent('#guessed'), /Apakah ada orang yang mengisi dua kali\?/);
  assert.deepEqual(await english(page), [], 'all is in Indonesian');
  await accessible(page, 'somebody answered again');
  await picture(page, '14-again');
  await page.click('#language-en');
  assert.match(await page.textContent('#answered-again'), /answer twice\? ?In 1 rows the Email Address is one/);
  await page.click('#language-id');
  await page.click('#once');
  await idle(page);
  assert.equal(await page.locator('#answered-again').count(), 0);
  assert.equal(await page.inputValue('#identifier'), 'Email Address');
  assert.equal(await page.isChecked('#exclude-duplicates'), true);
  assert.equal(await page.locator('#cautions').getByText('baris').count(), 0, 'what was decided is no caution');
  assert.match((await downloaded(page, '#download-json')).data.toString(), /"n": 29,/);
  await page.click('button[aria-label="P2 bukan butir"]');
  await idle(page);
  assert.match(await page.textContent('#others'), /P2 Pengajar sabar: berisi jawaban pada skala, tetapi bukan butir; tidak dipakai/);
  await accessible(page, 'an item that was taken out');
  await page.click('#again-P2');
  await idle(page);
  assert.doesNotMatch(await page.textContent("#others"), /tetapi bukan butir/);
  assert.equal(await page.locator('.item').count(), 3);
  await page.context().close();
  done('somebody who answered again, and an item that was taken out');
}

// Whose report it is, in two languages: every field of the form is typed into.
async function identity() {
  const page = await newPage({ colorScheme: 'dark' });
  await open(page);
  await drop(page, ['jawaban.csv', answers]);
  await page.selectOption('#key-reports', 'together');
  await page.selectOption('#key-languages', 'id,en');
  await idle(page);
  assert.match(await page.textContent('#lacking'), /Nama kegiatan atau program, Penanda tangan, Dasar hukum, Rekomendasi, (?:Rencana t|T)indak lanjut/);
  for (const [key, value] of Object.entries({ program_id: 'Pelatihan Dasar', program_en: 'Basic Training', agency_name_id: 'Badan Kepegawaian', agency_name_en: 'Personnel Agency', agency_address_id: 'Jalan Satu, 1', agency_address_en: 'Jalan Satu, 1', document_number: '800/12', document_place_id: 'Surabaya, Jawa Timur', document_place_en: 'Surabaya', document_date: '24 November 2026' })) await page.fill('#key-' + key, value);
  for (const i of [0, 1]) {
    await page.click('#add-key-signatories');
    await page.keyboard.type('Menyetujui');
    for (const value of ['Approved by', 'Kepala', 'Head', `Dr. Satu${i}`, '19700101 199503 1 001']) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(value);
    }
    await page.keyboard.press('Tab');
    await idle(page);
  }
  // Whoever adds two at once is led to the row that is still empty.
  await page.click('#add-key-signatories');
  await page.click('#add-key-signatories');
  assert.match(await page.textContent('#group-key-signatories'), /Isi dahulu baris kosong/);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'key-signatories_2__as_id');
  await page.click('#remove-key-signatories_2_');
  // A problem names its field as the form does, in the page's language.
  const error = async () => (await page.textContent('.field:has(> #key-document_date) .problem p')).trim();
  await page.fill('#key-document_date', 'besok');
  await page.press('#key-document_date', 'Tab');
  await idle(page);
  assert.equal(await error(), 'Salah: isian “Tanggal” tidak dapat berisi “besok”; yang benar tanggal, misalnya 24 November 2026.');
  await page.click('#language-en');
  assert.equal(await error(), 'Error: "Date" must be a day, such as 24 November 2026 or 2026-11-24, not "besok".');
  await page.click('#language-id');
  await page.fill('#key-document_date', '24 November 2026');
  await page.press('#key-document_date', 'Tab');
  await idle(page);
  await page.click('#add-key-legal_basis');
  await page.keyboard.type('Peraturan Satu');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Regulation One');
  await page.keyboard.press('Tab');
  await idle(page);
  const logo = readFileSync(join(root, 'examples', 'agency', 'logo.png'));
  await page.setInputFiles('#pick-logo', { name: 'logo.png', mimeType: 'image/png', buffer: logo });
  await page.waitForSelector('#key-layout_logo_alt_id');
  await page.fill('#key-layout_logo_alt_id', 'Logo');
  await page.fill('#key-layout_logo_alt_en', 'Logo');
  await page.press('#key-layout_logo_alt_en', 'Tab');
  await idle(page);
  assert.match(await page.textContent('#lacking'), /Masih perlu diisi: Rekomendasi, (?:Rencana t|T)indak lanjut\./);
  assert.equal(await page.locator('#part-identity .problem').count(), 0);
  await accessible(page, 'who signs, dark');
  await page.evaluate(() => document.querySelector('#part-identity').scrollIntoView());
  await picture(page, '10-identity');
  await page.click('#make');
  await page.waitForSelector('#open-pdf');
  await idle(page);
  assert.doesNotMatch(await page.textContent('#part-problems').catch(() => ''), /penanda tangan|dasar hukum|nama kegiatan/);
  const study = (await downloaded(page, '#download-study')).data.toString();
  for (const part of [/program:\n +id: Pelatihan Dasar\n +en: Basic Training\n/, /place:\n +id: Surabaya, Jawa Timur\n/, /name: Dr. Satu1\n/, /- id: Peraturan Satu\n +en: Regulation One\n/, /file: logo.png\n/]) assert.match(study, part);
  const pdf = await downloaded(page, '#download-pdf');
  const dir = mkdtempSync(join(work, 'whose-'));
  for (const [name, data] of [['jawaban.csv', answers], ['logo.png', logo], ['study.yaml', study]]) writeFileSync(join(dir, name), data);
  run(dir, 'build', 'study.yaml', '-q');
  assert.ok(pdf.data.equals(readFileSync(join(dir, 'out', pdf.name))), 'with all of it the PDF is what build writes');
  await page.click('#remove-key-signatories_0_');
  await idle(page);
  assert.equal(await page.inputValue('#key-signatories_0__name'), 'Dr. Satu1');
  await inView(page, '#take-back');
  await page.click('#take-back');
  await idle(page);
  assert.equal(await page.inputValue('#key-signatories_0__name'), 'Dr. Satu0');
  assert.equal(await page.inputValue('#key-signatories_1__name'), 'Dr. Satu1');
  assert.equal(await page.locator('#take-back').count(), 0, 'what was taken back is not offered again');

  // Sections of one's own are typed into the form, one right after the other, and stand in the study.
  const prose = { recommendations_id: 'Modul perlu diperbarui.\n\n1. Modul satu.', recommendations_en: 'The module needs to be renewed.', follow_up_id: 'Modul diperbarui pada triwulan pertama.', follow_up_en: 'It is renewed in the first quarter.' };
  for (const [key, value] of Object.entries(prose)) {
    await page.click('#key-sections_' + key);
    await page.keyboard.type(value);
  }
  await page.press('#key-sections_follow_up_en', 'Tab');
  await idle(page);
  assert.equal(await page.locator('#lacking').count(), 0);
  for (const [key, value] of Object.entries(prose)) assert.equal((await page.inputValue('#key-sections_' + key)).trim(), value);
  assert.doesNotMatch(await page.textContent('main'), /laporan menyediakan tempat untuk diisi/);
  const written = (await downloaded(page, '#download-study')).data.toString();
  assert.match(written, /recommendations:\n +id: \|\n +Modul perlu diperbarui\.\n\n +1\. Modul satu\.\n +en: \|\n +The module .*\n +follow_up:\n +id: \|\n +Modul diperbarui/);
  writeFileSync(join(dir, 'study.yaml'), written);
  run(dir, 'build', 'study.yaml', '-q');
  const signed = await downloaded(page, '#download-pdf');
  assert.ok(signed.data.equals(readFileSync(join(dir, 'out', signed.name))), 'with sections of its own the PDF is what build writes');
  await page.fill('#key-sections_follow_up_en', '');
  await page.press('#key-sections_follow_up_en', 'Tab');
  await idle(page);
  assert.doesNotMatch(await page.inputValue('#study-text'), /renewed in the first quarter/);

  // What is being typed is in the report that is made next, without leaving its field; and so is what is wrong with it.
  for (const [id, value] of [['key-sections_recommendations_id', 'Jadwal diperpanjang.'], ['key-program_id', 'Pelatihan Kijang']]) {
    await page.fill('#' + id, value);
    await page.click('#make');
    await idle(page);
    assert.equal(await page.inputValue('#' + id), value);
    assert.ok((await page.inputValue('#study-text')).includes(value), `${value} is in the study`);
    assert.match(await status(page), /Laporan selesai/);
    assert.equal(await page.locator('.stale').count(), 0);
    await page.press('#' + id, 'Tab');
    await idle(page);
    assert.equal(await page.locator('.stale').count(), 0, 'leaving the field changes nothing');
  }
  await page.fill('#key-document_date', '31 November 2026');
  await page.click('#make');
  await idle(page);
  assert.match(await error(), /tidak dapat berisi “31 November 2026”/);
  assert.match(await status(page), /betulkan dahulu/);
  await inView(page, '#key-document_date');
  await page.context().close();
  done('letterhead and signatures');
}

// What an officer does: an export of a form in, a report for each of twelve cohorts out.
async function byCohort() {
  const page = await newPage();
  await open(page);
  const dragged = await page.evaluateHandle(([name, bytes]) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], name));
    return data;
  }, ['Evaluasi Pelatihan.xlsx', export12.toString('base64')]);
  await page.dispatchEvent('#drop', 'dragover', { dataTransfer: dragged });
  await page.dispatchEvent('#drop', 'drop', { dataTransfer: dragged });
  await page.waitForSelector('#make');
  await idle(page);
  await page.click('#answer-0-1'); // nobody disagreed strongly
  await idle(page);
  assert.equal(await page.locator('.item').count(), 10);
  assert.deepEqual(await english(page), [], 'what the draft concludes is told in Indonesian');
  assert.match(await page.textContent('#others'), /Email Address, Nama Lengkap: data pribadi; tidak dipakai dan tidak pernah dicetak/);
  assert.match(await page.textContent('#asked-name'), /hal yang diteliti/);
  await page.click('#to-name');
  await page.keyboard.type('mutu pelatihan');
  await page.keyboard.press('Tab');
  await idle(page);
  assert.match(await page.evaluate(() => document.activeElement.id), /items_0__statement/, 'the focus goes on, though the question before it is gone');
  assert.equal(await page.locator('#asked-name').count(), 0);
  await inView(page, '#make');
  for (const at of [0, 1, 3, 5]) { // reports by then
    await page.click('#make');
    await page.waitForFunction(n => document.querySelector('#progress')?.value >= n, at);
    await page.click('#cancel');
    await idle(page);
    assert.match(await status(page), /Dibatalkan/, `cancelled after ${at}`);
    assert.equal(await page.locator('#download-zip').count(), 0);
  }
  done('a run by cohort that is cancelled');

  await page.click('#make');
  await page.waitForSelector('#progress');
  await page.waitForSelector('#download-zip');
  await idle(page);
  assert.match(await status(page), /^12 laporan selesai, 0 gagal/);
  await inView(page, '#download-zip');
  await accessible(page, 'reports by cohort');
  assert.deepEqual(await english(page), [], 'all is in Indonesian');
  await page.waitForTimeout(1500);
  await picture(page, '7-cohorts');
  const zip = await downloaded(page, '#download-zip');
  const shown = await downloaded(page, '#download-shown');
  await page.selectOption('#shown', { label: 'Perbandingan angkatan' });
  const comparison = await downloaded(page, '#download-shown');
  await page.fill('#key-title', 'Evaluasi');
  await page.press('#key-title', 'Tab');
  await idle(page);
  assert.match(await status(page), /masih dari keadaan sebelumnya/);
  await page.fill('#key-title', 'Evaluasi Pelatihan');
  await page.press('#key-title', 'Tab');
  await idle(page);
  const study = await downloaded(page, '#download-study');
  const dir = mkdtempSync(join(work, 'each-'));
  writeFileSync(join(dir, 'Evaluasi Pelatihan.xlsx'), export12);
  writeFileSync(join(dir, study.name), study.data);
  run(dir, 'build', study.name, '-q');
  writeFileSync(join(dir, zip.name), zip.data);
  execFileSync('python3', ['-m', 'zipfile', '-e', zip.name, 'page'], { cwd: dir });
  const pdfs = readdirSync(join(dir, 'out'), { recursive: true }).filter(f => f.endsWith('.pdf') || f.endsWith('index.html'));
  assert.ok(pdfs.length > 12, 'there are reports');
  for (const f of pdfs) assert.ok(readFileSync(join(dir, 'page', f)).equals(readFileSync(join(dir, 'out', f))), `${f} is what build writes`);
  assert.match(shown.name, /^laporan-Angkatan .+\.pdf$/);
  assert.ok(shown.data.equals(readFileSync(join(dir, 'out', shown.name.slice('laporan-'.length, -'.pdf'.length), 'laporan.pdf'))));
  assert.ok(comparison.data.equals(readFileSync(join(dir, 'out', 'comparison.pdf'))), 'the comparison is seen');
  assert.doesNotMatch(execFileSync('python3', ['-m', 'zipfile', '-l', zip.name], { cwd: dir }).toString(), / 1980-/);
  // What differs between cohorts comes in a table, which names them.
  const table = await downloaded(page, '#cohort-table');
  assert.equal(table.name, 'angkatan.xlsx');
  await drop(page, ['angkatan (1).xlsx', table.data]);
  assert.match(await page.textContent('#differing'), /Tabel yang dipakai: angkatan \(1\)\.xlsx/);
  assert.equal(await page.locator('#key-method_population').count(), 0);
  const names = readdirSync(join(dir, 'page')).filter(f => f.startsWith('Angkatan '));
  await page.setInputFiles('#pick-cohorts', { name: 'peserta.csv', mimeType: '', buffer: Buffer.from('Angkatan;Jumlah peserta\n' + names.map((n, i) => `${n};${60 + i}\n`).join('')) });
  await page.waitForSelector('#remove-cohorts');
  await idle(page);
  await accessible(page, 'a table of cohorts');
  await page.evaluate(() => document.querySelector('#differing').scrollIntoView({ block: 'center' }));
  await picture(page, '13-differing');
  await page.click('#make');
  await page.waitForSelector('#progress', { state: 'detached' });
  await idle(page);
  writeFileSync(join(dir, 'counted.zip'), (await downloaded(page, '#download-zip')).data);
  execFileSync('python3', ['-m', 'zipfile', '-e', 'counted.zip', 'counted'], { cwd: dir });
  for (const [i, n] of names.entries()) assert.match(readFileSync(join(dir, 'counted', n, 'results.json'), 'utf8'), new RegExp(`"population": ${60 + i},`));
  // The table may be dropped again, too.
  await drop(page, ['peserta.csv', 'Angkatan;Jumlah peserta\n' + names.map((n, i) => `${n};${i ? 70 : '35 orang'}\n`).join('')]);
  assert.match(await page.textContent('#differing'), /Perhatian: angkatan “Angkatan I” tidak akan mendapat laporan: jumlah peserta harus berupa bilangan bulat, bukan “35 orang”/);
  assert.match(await status(page), /Berkas dibaca lagi/);
  assert.match(await page.textContent('#make'), /\(11 dari 12\)$/);
  assert.match(await page.textContent('#part-problems #without'), /Tanpa laporan \(1\): Angkatan I\./);
  await page.evaluate(() => document.querySelector('#part-problems').scrollIntoView());
  await picture(page, '13-without');
  await page.click('#to-without');
  assert.match(await page.evaluate(() => document.activeElement.closest('#differing').textContent), /35 orang/);
  await page.evaluate(() => document.querySelector('#cautions').scrollIntoView({ block: 'center' }));
  await picture(page, '13-cautions');
  await page.click('#to-cautions');
  await page.click('#cautions button:has-text("tidak akan mendapat laporan")');
  assert.match(await page.evaluate(() => document.activeElement.closest('#differing') && document.activeElement.textContent), /35 orang/);
  await accessible(page, 'cautions where reports are made');
  // A cohort without a report is told with its reason over the downloads.
  await drop(page, ['peserta.csv', 'Angkatan;Jumlah peserta\n' + names.map((n, i) => `${n};${i ? 70 : 3}\n`).join('')]);
  assert.match(await page.textContent('#differing'), /lebih kecil/);
  await page.click('#make');
  await page.waitForSelector('#progress', { state: 'detached' });
  await idle(page);
  assert.match(await page.textContent('#failed'), new RegExp(`tidak mempunyai laporan.*${names[0]}: .*lebih kecil.*peserta\\.csv`, 's'));
  assert.match(await page.textContent('#make'), /\(11 dari 12\)$/, 'the run does not hide that');
  assert.match(await page.textContent('#part-problems #without'), /Tanpa laporan \(1\): Angkatan I\./);
  await accessible(page, 'a cohort without a report');
  await page.setInputFiles('#pick-cohorts', { name: 'foto.jpg', mimeType: '', buffer: Buffer.from('no table') });
  await idle(page);
  assert.match(await page.textContent('#notes'), /foto\.jpg bukan tabel angkatan/);
  // Nor are answers, of which nothing is kept in the browser either.
  await page.check('#keep');
  await page.setInputFiles('#pick-cohorts', { name: 'jawaban.xlsx', mimeType: '', buffer: Buffer.from(export12) });
  await page.waitForTimeout(100);
  await idle(page);
  assert.match(await page.textContent('#notes'), /jawaban\.xlsx bukan tabel angkatan/);
  assert.match(await page.textContent('#make'), /\(11 dari 12\)$/, 'what was to be seen to still is');
  assert.match(await status(page), /^jawaban\.xlsx tidak dipakai/);
  assert.match(await page.textContent('#differing'), /lebih kecil/);
  assert.deepEqual(await page.locator('#files li').allTextContents(), ['Evaluasi Pelatihan.xlsx', 'peserta.csv']);
  assert.deepEqual(await page.evaluate(() => Object.values(localStorage).flatMap(v => JSON.parse(v).files ?? []).map(f => f[0] ?? f.name)), ['peserta.csv']);
  await page.uncheck('#keep');
  assert.match(await page.textContent('#differing'), /Tabel yang dipakai: peserta\.csv/);
  // Under a name of one's own it is the table, too, and nothing is said to be lost.
  await drop(page, ['yang sudah diisi.csv', 'Angkatan;Jumlah peserta\n' + names.map(n => `${n};80\n`).join('')]);
  assert.match(await page.textContent('#differing'), /Tabel yang dipakai: yang sudah diisi\.csv/);
  assert.doesNotMatch(await page.textContent('#notes'), /bukan tabel|Tidak ada jawaban/, 'what was refused before is forgotten');
  await drop(page, ['peserta.csv', 'Angkatan;Jumlah peserta\n' + names.map(n => `${n};70\n`).join('')]);
  assert.doesNotMatch(await page.textContent('main'), /35 orang/);
  // A table that was replaced is gone from the list, and the next export goes into the study that is open.
  assert.deepEqual(await page.locator('#files li').allTextContents(), ['Evaluasi Pelatihan.xlsx', 'peserta.csv']);
  await drop(page, ['Data akhir.xlsx', export12]);
  assert.match(await page.textContent('#notes'), /Isian Anda dipakai untuk jawaban di dalam Data akhir\.xlsx/);
  assert.match(await page.textContent('#differing'), /Tabel yang dipakai: peserta\.csv/);
  await drop(page, ['Evaluasi Pelatihan.xlsx', export12]);
  assert.equal(await page.inputValue('#key-title'), 'Evaluasi Pelatihan');
  // A workbook of something else leaves the answers where they are.
  const cautions = await page.textContent('#to-cautions');
  page.once('dialog', d => d.accept());
  await drop(page, ['daftar.csv', 'Angkatan;Jumlah\nAngkatan 1;3\n']);
  assert.match(await page.textContent('#notes'), /Tidak ada jawaban di dalam daftar\.csv; .*Bila berkas itu tabel angkatan, masukkan pada “Yang berbeda di tiap angkatan”/);
  assert.ok((await page.locator('#files li').allTextContents()).includes('Evaluasi Pelatihan.xlsx'));
  assert.equal(await page.inputValue('#key-title'), 'Evaluasi Pelatihan');
  assert.match(await status(page), /^daftar\.csv tidak dipakai/);
  assert.match(await page.textContent('#make'), /\(12\)$/, 'the study that is open is as it was');
  assert.equal(await page.textContent('#to-cautions'), cautions);
  await page.click('#make');
  await page.waitForSelector('#progress', { state: 'detached' });
  await idle(page);
  assert.match(await status(page), /^12 laporan selesai, 0 gagal/);
  // What is kept has the table with it.
  await page.check('#keep');
  page.once('dialog', d => d.accept());
  await page.reload();
  await page.waitForFunction(() => /^Siap/.test(document.querySelector('#status').textContent));
  await drop(page, ['Evaluasi Pelatihan (1).xlsx', export12]);
  assert.match(await page.textContent('#differing'), /Tabel yang dipakai: peserta\.csv/);
  assert.equal(await page.locator('.problem:not(.warning)').count(), 0);
  assert.ok(!/@/.test(await page.evaluate(() => localStorage.getItem('wogreport.study'))), 'no answers are kept');
  // Reports that are to be edited are made in Word, too.
  await page.check('#output-docx');
  await idle(page);
  await page.click('#make');
  await page.waitForSelector('#progress', { state: 'detached' });
  await idle(page);
  const words = await downloaded(page, '#download-zip');
  writeFileSync(join(dir, 'words.zip'), words.data);
  assert.equal(execFileSync('python3', ['-m', 'zipfile', '-l', 'words.zip'], { cwd: dir }).toString().match(/laporan\.docx/g).length, 12);
  await page.context().close();
  done(`a run by cohort: ${pdfs.length} files`);

  // The list of the reports, as it lies on a disk.
  for (const options of [{ viewport: { width: 1280, height: 900 } }, { colorScheme: 'dark', viewport: { width: 390, height: 844 } }, zoomed]) {
    const list = await newPage(options);
    await list.goto(pathToFileURL(join(dir, 'page', 'index.html')).href);
    await accessible(list, 'the list of reports, ' + JSON.stringify(options));
    await narrow(list, 'the list of reports');
    await list.context().close();
  }
  done('the list of reports: light, dark on a phone, at 200 %');
}

// Without a mouse: a file is chosen, a question confirmed, a title typed, the report made and its PDF opened.
async function byKeyboard() {
  const page = await newPage(zoomed);
  await open(page);
  // to presses Tab until the focus is at an element, and sees that nothing hides it.
  const to = async id => {
    for (let n = 0; n < 80; n++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.id) !== id) continue;
      assert.ok(await page.evaluate(() => {
        const { left, top, width, height } = document.activeElement.getBoundingClientRect();
        return document.activeElement.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      }), `${id} has the focus and is hidden`);
      return;
    }
    assert.fail(`Tab does not lead to ${id}`);
  };
  const chosen = page.waitForEvent('filechooser');
  await to('pick');
  await page.keyboard.press('Enter');
  await (await chosen).setFiles({ name: 'survei.csv', mimeType: '', buffer: Buffer.from(small.replace(/Merah/g, 'Setuju').replace(/Kuning/g, 'Netral').replace(/Hijau/g, 'Tidak Setuju')) });
  await page.waitForTimeout(100);
  await idle(page);
  await narrow(page, 'the form at 200 %');
  assert.equal(await page.locator('#part-asked [lang=en]').count(), 0, 'the question is in Indonesian');
  await to('answer-0-0'); // the scale has three points
  await page.keyboard.press('Enter');
  await idle(page);
  await to('key-title');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Тест survei'); // letters beyond the faces that the program holds
  await page.keyboard.press('Tab');
  await idle(page);
  await to('make');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#open-pdf');
  await idle(page);
  await narrow(page, 'the report at 200 %');
  await accessible(page, 'the report at 200 %');
  await picture(page, '8-zoomed');
  await to('download-pdf');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const pdf = readFileSync(await download.path());
  await idle(page);
  const study = await downloaded(page, '#download-study');
  const dir = mkdtempSync(join(work, 'keys-'));
  writeFileSync(join(dir, 'survei.csv'), await page.evaluate(async () => document.querySelector('#pick').files[0].text()));
  writeFileSync(join(dir, study.name), study.data);
  run(dir, 'build', study.name, '-q');
  assert.ok(pdf.equals(readFileSync(join(dir, 'out', 'laporan.pdf'))), 'with fetched fonts the PDF is what build writes');
  assert.ok(site.asked.some(a => /Liberation.*\.ttf\.gz$/.test(a)), 'a whole font was fetched');
  await page.context().close();
  done('keyboard only, at 200 %, with letters of a fetched font');
}

// A workbook of 5 MB, most of it comments.
async function large() {
  const letters = 'aeiourstnkmpgdlbhjy', word = chance => Array.from({ length: 4 + chance(6) }, () => letters[chance(letters.length)]).join('');
  const data = evaluation({ cohorts: 4, each: 500, comment: chance => Array.from({ length: 620 }, () => word(chance)).join(' ') });
  assert.ok(data.length > 5e6 && data.length < 7e6, `${data.length} bytes`);
  const page = await newPage();
  await open(page);
  await drop(page, ['besar.xlsx', data]);
  assert.equal(await page.locator('.item').count(), 10);
  await page.click('#answer-0-1'); // nobody disagreed strongly
  await idle(page);
  done('a workbook of 5 MB: dropped and drafted');
  await page.selectOption('#key-reports', 'together');
  await idle(page);
  await page.click('#make');
  await page.waitForSelector('#open-pdf');
  await idle(page);
  assert.match(await status(page), /Laporan selesai/);
  await page.context().close();
  done('a workbook of 5 MB: the report');
}

// Every word that the page has in one language it has in the other.
async function inBothLanguages() {
  const page = await newPage();
  await open(page);
  const keys = await page.evaluate(async () => {
    const { words } = await import('./words.js');
    const paths = (w, at) => Object.entries(w).flatMap(([k, v]) => (typeof v === 'object' && !Array.isArray(v) && !['codes', 'advice'].includes(k) ? paths(v, `${at}${k}.`) : [at + k]));
    return [paths(words.id, ''), paths(words.en, '')];
  });
  assert.ok(keys[0].length > 200);
  assert.deepEqual(keys[0].toSorted(), keys[1].toSorted());
  await page.context().close();
  done('the words of both languages');
}

try {
  for (const f of [inBothLanguages, oneReport, wrongFiles, formAndText, keptAndNext, misspelt, unchosen, answeredAgain, identity, byCohort, byKeyboard, large]) if (!only.length || only.includes(f.name)) await f();
  // The browser's own viewer is asked for as chrome:// and chrome-extension://.
  const elsewhere = asked.filter(a => !/^(chrome|chrome-extension|blob|data|file):/.test(a) && !a.startsWith(site.address));
  assert.deepEqual(elsewhere, [], 'requests to other hosts');
  const own = new Set(['/', ...readdirSync(join(work, 'site')).map(f => '/' + f)]);
  assert.deepEqual(site.asked.filter(a => !own.has(a)), [], 'requests of what is no file of the page');
  assert.deepEqual(said, [], 'errors in the console');
} finally {
  console.log(times.join('\n'));
  await browser.close();
  site.close();
}
