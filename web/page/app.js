// The page: takes files, asks the program of them, and shows what it says.
import { connect, served } from './link.js';
import { dropped, h, leave, replace, save, seen } from './dom.js';
import { form, isWithout } from './form.js';
import { results } from './results.js';
import { refusedAs, speak, speaks, t, toldOf, under, words } from './words.js';

const kept = 'wogreport.study'; // in the browser's storage, only if asked

// keep keeps the study as it is now, with its title, when that was, and its table of cohorts,
// logo and sections, as far as the browser has room for them; never the answers.
function keep() {
  const beside = [...page.files].filter(([name]) => name === page.form?.cohortFile || /\.(png|jpe?g|md)$/i.test(name));
  const files = beside.map(([name, data]) => [name, btoa(Array.from(data, b => String.fromCharCode(b)).join(''))]);
  const study = { text: page.state.text, title: page.form?.title[0]?.value ?? '', cohorts: page.form?.cohortFile, at: Date.now() };
  try { localStorage.setItem(kept, JSON.stringify({ ...study, files })); }
  catch { localStorage.setItem(kept, JSON.stringify(study)); }
}

// keptStudy is the study that is kept, with its title and the time as words in the page's
// language; undefined for none.
function keptStudy() {
  try {
    const { text, title, cohorts, files = [], at } = JSON.parse(localStorage.getItem(kept));
    const beside = new Map(files.map(([name, data]) => [name, Uint8Array.from(atob(data), c => c.charCodeAt(0))]));
    return text && { text, title, cohorts, beside, when: () => new Date(at).toLocaleString(speaks(), { dateStyle: 'long', timeStyle: 'short' }) };
  } catch { return undefined; } // none, or not of this page's making
}

// page is all that is known here. typed are values of the form by their keys: what was
// typed stays, also where the program cannot use it.
export const page = {
  files: new Map(), state: undefined, problems: [], drafted: undefined, typed: new Map(), orders: new Map(),
  tables: new Set(), // the names of files that were given as tables of cohorts
  right: new Set(), // items, by their ids, that are not worded the other way round
  busy: 0, status: ['loading'], report: undefined, stale: false, run: undefined, keeping: false,
  written: undefined, // the text of the study as it is typed, before it is applied
  confirming: 0, // changes that are on their way; the text waits for them
  form: undefined, // as it last was
  adding: new Map(), // lists with an entry that is still empty, and its number
  undo: undefined, // the text before something was taken away
  changed: false, // since the study was opened or saved
  going: false, // the study, open or kept, goes on with another file of answers
  notes: [], // of what was done when files were opened: each gives its sentence, and stays until the next
};

let link;

function start() {
  link = connect(error => {
    const { began } = link; // one that never began would not the next time either
    say(served ? 'gone' : began ? 'ended' : 'cannotStart', error.message);
    page.run = undefined;
    if (began && !served) restart();
    draw();
  }, look);
  link.ready.then(() => {
    if (served) look();
    else if (page.status[0] === 'loading') say('ready');
  }, () => {});
}

// restart opens the files again in a new worker, with the study as it is by now.
function restart() {
  const message = page.status;
  start();
  if (!page.files.size) return;
  const files = [...page.files].map(([name, data]) => ({ name, data }));
  if (page.state?.study) files.push({ name: page.state.study, data: new TextEncoder().encode(page.state.text) });
  link.ask({ do: 'open' }, files).then(({ reply }) => { take(reply); page.status = message; draw(); }, () => {});
}

export function say(...status) {
  page.status = status;
  seen('status').textContent = t(...status);
}

// work runs one thing after the other, and tells what it is.
let queue = Promise.resolve();
function work(what, f) {
  page.busy++;
  document.body.dataset.busy = 'yes';
  queue = queue.then(() => { if (what) say(what); return f(); }).catch(() => {}).then(() => { page.busy--; draw(); });
  return queue;
}

// left takes over what is being typed, and waits for all that is on its way.
async function left() {
  leave();
  while (page.busy) await queue;
}

function take(reply) {
  if (reply.refused) return say('refused', refusedAs(reply.refused));
  if (reply.state) {
    page.state = reply.state;
    page.form = reply.state.form ?? page.form;
    if (page.form?.cohortFile) page.tables.add(page.form.cohortFile);
  }
  if (reply.drafted) page.drafted = reply.drafted;
  page.problems = reply.problems;
}

// took is take of files that were opened, of which one may stand in for another.
function took(reply) {
  take(reply);
  if (!reply.taken) return;
  page.changed = true;
  page.notes.push(() => t('taken', reply.taken.named, reply.taken.given));
}

export const wrong = () => page.problems.some(p => p.error);

const unsaved = () => page.written !== undefined || page.changed && !page.keeping || Boolean(page.report?.zip && !page.report.saved);

// contents are files with their bytes, without the name of a folder that all are in.
async function contents(list) {
  const inOne = list.length > 0 && list.every(f => f.name.includes('/') && f.name.split('/')[0] === list[0].name.split('/')[0]);
  const files = [];
  for (const { name, file } of list) {
    if (/(^|\/)(\.|~\$)/.test(name)) continue; // hidden, or Excel's note of an open workbook
    files.push({ name: inOne ? name.slice(name.indexOf('/') + 1) : name, data: new Uint8Array(await file.arrayBuffer()) });
  }
  return files;
}

// open takes files in place of those before. Without a study file among them, or one that
// was kept, the answers are drafted.
async function open(list, anew = false) {
  const before = page.status;
  const back = () => { page.status = before; draw(); };
  let files;
  await work('reading', async () => { files = await contents(list); });
  if (!files?.length) return back();
  if (!anew && page.state?.form?.byCohort && files.length === 1 && (files[0].name === page.state.form.cohortFile || tables.test(files[0].name) || await isTable(files[0]))) {
    back();
    return addFile(files[0], takesTable);
  }
  // What is missing, and what was dropped before (the same export with late answers), goes into the study that is open.
  const missing = name => page.problems.some(p => p.code === 'not-found' && p.message.includes(name));
  if (!anew && page.state?.form && !files.some(f => table.test(f.name) || missing(f.name))) {
    const kind = name => under('fileKinds', Object.entries(ofKind).find(([, endings]) => endings.test(name))?.[0]);
    refuse(() => t('noAnswers', files.map(f => f.name).join(', ')), ...files.filter(f => kind(f.name)).map(f => () => `${f.name}: ${t('isKind', kind(f.name))} ${t('bring')}`));
    say('notTaken', files.map(f => f.name).join(', '));
    draw();
    return seen('notes').scrollIntoView({ block: 'center' });
  }
  const add = !anew && Boolean(page.state?.study) && !files.some(f => /\.ya?ml$/i.test(f.name)) && (page.problems.some(p => p.code === 'not-found') || files.every(f => page.files.has(f.name)));
  const old = {
    files: new Map(page.files), study: page.state?.study, text: page.state?.text, cohorts: page.state?.form?.cohortFile,
    page: Object.fromEntries(ofStudy.map(k => [k, page[k] instanceof Map ? new Map(page[k]) : page[k] instanceof Set ? new Set(page[k]) : page[k]])),
  };
  if (!add && !anew && await goesOn(old, files)) return;
  if (!add) {
    if (unsaved() && !window.confirm(t('replaceAsk'))) return back();
    page.files.clear();
    Object.assign(page, { state: undefined, drafted: undefined, report: undefined, stale: false, problems: [], keeping: false, written: undefined, form: undefined, changed: false, undo: undefined });
    for (const m of [page.typed, page.orders, page.adding, page.right, page.tables]) m.clear();
  }
  for (const f of files) page.files.set(f.name, f.data);
  page.notes = [];
  page.going = false;
  await work('reading', async () => {
    if (add) await settled();
    took((await link.ask({ do: 'open', add }, files)).reply);
    if (page.state && !page.state.study) {
      const { reply } = await link.ask({ do: 'draft' });
      take(reply);
      if (!page.state?.form && old.study) return restored(old, files);
      if (reply.refused) return;
      if (!anew && !old.study && keptStudy() && page.state?.form && files.length === 1 && await keptOn(keptStudy())) return;
    }
    if (add && page.report) page.stale = true;
    if (page.state?.form && (add || page.state.form.byCohort)) take((await link.ask({ do: 'check' })).reply);
    if (add && !wrong()) say('again');
    else if (page.drafted) say('read', itemsRead(), page.drafted.rows);
    else if (!wrong()) say('ready');
    if (wrong()) notBuilt();
  });
  if (page.going) seen('notes').scrollIntoView({ block: 'center' });
  else if (seen('use-kept')) seen('use-kept').scrollIntoView({ block: 'center' });
  else (seen('part-problems') ?? seen('part-asked'))?.scrollIntoView();
  if (page.state?.form && !wrong() && !page.state.form.byCohort) build();
}

// goesOn takes the next file of answers under another name into the study that is open, and
// reports whether that fits: a browser adds a number to the name of a second export.
async function goesOn(old, files) {
  const answers = [...old.files.keys()].filter(isAnswers);
  if (!page.state?.form || files.length !== 1 || answers.length !== 1 || !table.test(files[0].name) || /\.ya?ml$/i.test(files[0].name)) return false;
  await left();
  let fits = false;
  await work('reading', async () => {
    const next = new Map(old.files);
    next.delete(answers[0]);
    next.set(files[0].name, files[0].data);
    fits = await fitting({ files: next, study: old.study, text: page.state.text, cohorts: old.cohorts }, old);
    if (!fits) return;
    page.notes = [() => t('goesOn', files[0].name) + (wrong() ? ' ' + t('butFirst', faults()) : ''), ...leftOut()];
    page.changed = true;
    page.undo = undefined;
    if (page.report) page.stale = true;
    if (page.keeping) keep();
  });
  if (fits) seen('notes').scrollIntoView({ block: 'center' });
  if (fits && !wrong() && !page.state.form.byCohort) build();
  return fits;
}

// leftOut tells of columns of answers that the study has no items for.
function leftOut() {
  const names = page.state.form.removed.map(r => r.statement);
  return names.length ? [() => t('leftOut', names.map(n => `“${n}”`).join(', '))] : [];
}

// itemsRead is how many items the study has, or was drafted with.
const itemsRead = () => page.state?.form?.constructs.reduce((n, c) => n + c.items.length, 0) ?? page.drafted.items;

// fitting opens a study beside other answers, and reports whether these are its own: most of
// its items have their columns. Else the page and the program are as before, with the files of old.
async function fitting(next, old) {
  const before = { state: page.state, form: page.form, problems: page.problems, drafted: page.drafted, changed: page.changed };
  const reply = await opened(next);
  const checked = reply.state?.form && (await link.ask({ do: 'check' })).reply;
  const items = reply.state?.form?.constructs.reduce((n, c) => n + c.items.length, 0);
  const lacking = checked?.problems.filter(p => p.error && p.code !== 'bad-answer').reduce((n, p) => n + 1 + (p.more ?? 0), 0);
  if (!checked || 2 * lacking > items) {
    Object.assign(page, before);
    take(await opened({ ...old, study: before.state.study, text: before.state.text }));
    page.drafted = before.drafted;
    return false;
  }
  page.going = true;
  take(reply);
  take(checked);
  if (wrong()) notBuilt();
  else say('read', itemsRead(), page.drafted.rows);
  return true;
}

// keptOn goes on with the study that is kept, where the answers are its own.
async function keptOn(there) {
  if (!await fitting({ files: new Map([...there.beside, ...page.files]), study: page.state.study, text: there.text, cohorts: there.cohorts }, { files: page.files })) return false;
  page.notes = [() => t('restored', there.title, there.when()), ...leftOut()];
  page.keeping = true;
  keep();
  return true;
}

// takesTable are the changes that name a table of cohorts.
export const takesTable = name => [{ path: 'cohorts', value: name }];

// tables are the names of a table of cohorts that was given out; a browser numbers the second.
const tables = /^(angkatan|cohorts)( ?\(\d+\))?\.xlsx$/i;

// cohortTable saves the table of the cohorts to fill in.
export const cohortTable = () => work('reading', async () => {
  await settled();
  const { reply, files } = await link.ask({ do: 'table', languages: [speaks()] });
  if (!files.length) return take(reply);
  say('ready');
  save(files[0].name, files[0].data);
});

// afresh opens the only file of answers as if no study had been open.
export async function afresh() {
  const [[name, data]] = [...page.files].filter(([name]) => isAnswers(name));
  return open([{ name, file: new Blob([data]) }], true);
}

// ofKind are the endings of files that hold no answers.
const ofKind = { pdf: /\.pdf$/i, picture: /\.(jpe?g|png|gif|heic|webp|bmp|tiff?)$/i, word: /\.(docx?|rtf|odt)$/i, slides: /\.(pptx?|odp)$/i, film: /\.(mp4|mov|avi|mkv)$/i, archive: /\.(zip|rar|7z)$/i };

// table is the name of a file that answers or a study may be in.
const table = /\.(csv|tsv|tab|txt|xls[xmb]?|ods|ya?ml)$/i;

// isAnswers reports a file that the study that is open has its answers from.
const isAnswers = name => table.test(name) && name !== page.state.study && !page.tables.has(name);

// opened opens files beside a study that is at hand as text: the answers are drafted, so
// that their columns are known, and the study takes the place of the draft. A table of
// cohorts comes with it: it holds no answers.
async function opened({ files, study, text, cohorts }) {
  const all = [...files].map(([name, data]) => ({ name, data })).filter(f => f.name !== study);
  take((await link.ask({ do: 'open' }, all.filter(f => f.name !== cohorts && !page.tables.has(f.name)))).reply);
  take((await link.ask({ do: 'draft' })).reply);
  const { reply } = await link.ask({ do: 'open', add: true }, [...all.filter(f => f.name === cohorts), { name: study, data: new TextEncoder().encode(text) }]);
  page.files = new Map(files);
  return reply;
}

// restored opens the study again that files without answers took the place of, and says what
// these are: the report that is made anew says nothing of them.
async function restored(old, wrong) {
  const said = page.problems.filter(p => p.error);
  take(await opened(old));
  Object.assign(page, old.page);
  if (page.state?.form?.byCohort) take((await link.ask({ do: 'check' })).reply);
  refuse(() => t('noAnswers', wrong.map(f => f.name).join(', ')) + (page.state.form?.byCohort ? ` ${t('orCohorts', t('differing'))}` : ''), ...said.map(p => () => { const { text, hint } = toldOf(p); return `${p.place}: ${text}. ${hint}`; }));
  say('notTaken', wrong.map(f => f.name).join(', '));
}

// ofStudy is what the page keeps of the study that is open, beside its files and its form.
const ofStudy = ['drafted', 'report', 'stale', 'keeping', 'changed', 'undo', 'notes', 'going', 'typed', 'orders', 'adding', 'right', 'tables'];

// refuse says why files were not taken, before what is said of the study that is open, until something is taken.
function refuse(...lines) {
  forgive();
  page.notes = [...lines.map(line => Object.assign(line, { refusal: true })), ...page.notes];
}
function forgive() { page.notes = page.notes.filter(line => !line.refusal); }

// isTable asks whether a file is a table of cohorts, whatever its name.
async function isTable(file) {
  if (!table.test(file.name)) return false;
  let is = false;
  await work('reading', async () => { is = Boolean((await link.ask({ do: 'look' }, [file])).reply.table); });
  return is;
}

// look takes what the program has open on the disk, as it is now.
function look() {
  return work(undefined, async () => {
    take((await link.ask({ do: 'open', add: true })).reply);
    if (!page.state?.files.length) return say('ready');
    if (!page.state.study && !wrong()) take((await link.ask({ do: 'draft' })).reply);
    if (page.drafted) say('read', itemsRead(), page.drafted.rows);
    else if (wrong()) notBuilt();
    else say('ready');
  }).then(() => { if (page.state?.form && !wrong() && !page.state.form.byCohort) build(); });
}

// settled applies the text as it was typed, which comes before all else, and reports whether
// there is a study then.
export async function settled() {
  const text = page.written;
  if (text !== undefined) {
    const { reply } = await link.ask({ do: 'confirm', text });
    take(reply);
    if (page.written === text) page.written = undefined; // else more was typed meanwhile
    page.typed.clear();
    page.adding.clear();
    after();
  }
  return !wrong();
}

// applied is settled by itself, when the text is left.
export const applied = () => work(undefined, settled).then(again);

// after says what became of a change.
function after() {
  page.changed = true;
  page.undo = undefined;
  forgive();
  if (page.report) page.stale = true;
  if (page.keeping) keep();
  if (wrong()) notBuilt();
  else say(page.report ? 'outdated' : 'changed');
}

function notBuilt() { say(page.report ? 'outdatedWrong' : 'notBuilt', faults()); }

// faults counts what keeps a report from being made.
const faults = () => page.problems.filter(p => p.error).reduce((n, p) => n + 1 + (p.more ?? 0), 0);

const again = () => { if (page.stale && !page.report.cohorts) soon(); };

// outline is what the paths of a form lead to. moves counts entries that were taken away.
let moves = 0;
const taken = e => e.to !== undefined || e.value === undefined && e.path.endsWith(']');
function outline() {
  const f = page.state?.form;
  return JSON.stringify(f ? [moves, f.constructs.map(c => [c.id, c.items.map(i => i.id)]), f.profile.map(p => p.value), f.scales.map(s => s.points.map(p => p.label)), f.assumed.map(a => a.what)] : null);
}

// first are the changes that have to come before one of a field.
function first(path, part = page.state.form) {
  if (part === null || typeof part !== 'object') return undefined;
  if (part.path === path && 'value' in part) return part.first ?? [];
  for (const p of Object.values(part)) {
    const found = first(path, p);
    if (found) return found;
  }
  return undefined;
}

// confirm changes the study by edits, with what is confirmed, or as a whole text. Edits are of
// the form as it was seen: where their paths lead elsewhere by now, nothing is changed.
export function confirm(change, { keepTyped = false } = {}) {
  const seenThen = outline();
  page.confirming++;
  const box = seen('study-text');
  if (box) box.readOnly = true;
  return work(undefined, async () => {
    try {
      if (change.text !== undefined) page.written = change.text;
      await settled();
      if (change.text !== undefined) return;
      if (!page.state.form) return notBuilt();
      if (outline() !== seenThen) return say('moved');
      if (!keepTyped) page.typed.clear();
      else for (const { path, value } of change.edits) page.typed.set(path, value ?? '');
      const edits = change.edits?.flatMap(e => [...(first(e.path) ?? []), e]);
      const before = page.state.text;
      const { reply } = await link.ask({ do: 'confirm', ...change, edits });
      take(reply);
      if (reply.refused) return;
      const away = change.edits?.some(taken);
      if (away) moves++;
      for (const path of page.typed.keys()) if (!page.problems.some(p => p.path === path)) page.typed.delete(path);
      if (page.state.text === before) return wrong() && notBuilt();
      after();
      if (away || change.assumed) page.undo = { text: before, word: change.assumed ? 'undoAnswer' : 'undo' };
    } finally { page.confirming--; }
  }).then(again);
}

// addFile takes a file beside the others, and makes the changes that name it.
export async function addFile(file, edits) {
  const noTable = () => {
    refuse(() => t('noTable', file.name));
    say('notTaken', file.name);
    draw();
    return seen('notes').scrollIntoView({ block: 'center' });
  };
  if (edits === takesTable && !/\.(xlsx|csv)$/i.test(file.name)) return noTable();
  const before = page.files.get(file.name);
  await work('reading', async () => {
    const data = file.data ?? new Uint8Array(await file.arrayBuffer());
    take((await link.ask({ do: 'open', add: true }, [{ name: file.name, data }])).reply);
    page.files.set(file.name, data);
    if (page.report) page.stale = true;
    forgive();
    say('again');
  });
  await confirm({ edits: edits(file.name) });
  if (edits !== takesTable || page.state?.form?.cohortFile === file.name) return;
  await work(undefined, async () => { // the program has not taken it
    page.files.delete(file.name);
    if (before) {
      page.files.set(file.name, before);
      take((await link.ask({ do: 'open', add: true }, [{ name: file.name, data: before }])).reply);
    }
    take((await link.ask({ do: 'check' })).reply); // what was to be seen to still is
  });
  noTable();
}

// soon makes the report again when nothing more was changed for a moment.
let timer;
function soon() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    timer = undefined;
    if (!page.busy && !wrong() && !page.state.form?.byCohort) build(false);
    else draw();
  }, 100);
  draw();
}

// build makes the report, and reports whether it did.
export function build(settle = true) {
  return making(settle, async () => {
    const begun = performance.now();
    const { reply, files } = await link.ask({ do: 'build', formats: ['pdf'] });
    take(reply);
    if (!files.length) return notBuilt();
    show([{ ...files[0], label: page.state.form.title[0].value }]);
    say('built', Math.max(0.1, (performance.now() - begun) / 1000).toLocaleString(speaks(), { maximumFractionDigits: 1 }));
    return true;
  });
}

// making is work that makes reports, of the text as it was typed if that is to be settled.
// Its promise is of what it gives.
async function making(settle, f) {
  if (settle) await left();
  let made;
  await work('building', async () => {
    if (settle && !await settled()) return notBuilt();
    say('building');
    made = await f();
  });
  return made;
}

// reveal brings the report into view where it stands below the form.
export function reveal() {
  const right = seen('right');
  if (right.getBoundingClientRect().top > innerHeight / 2) right.scrollIntoView();
}

// show puts PDF files into the view, of which the first is seen.
function show(pdfs, more = {}) {
  for (const p of page.report?.pdfs ?? []) URL.revokeObjectURL(p.url);
  page.report = {
    shown: 0, ...more,
    pdfs: pdfs.map(({ data, ...pdf }) => {
      const blob = new Blob([data], { type: 'application/pdf' });
      return { ...pdf, blob, url: URL.createObjectURL(blob) };
    }),
  };
  page.stale = false;
}

// clock is the time that files in a ZIP get.
const clock = () => ({ now: Date.now(), zone: -new Date().getTimezoneOffset() });

// cohorts makes a report for each cohort.
export function cohorts() {
  return making(true, async () => {
    const pdfs = [], each = [];
    const { id, done } = link.start({ do: 'cohorts', ...clock() }, [], (reply, files) => {
      page.run = { id, at: reply.cohort.done, of: reply.cohort.total };
      each.push(reply.cohort);
      if (files.length) pdfs.push({ name: files[0].name.replace(/\.pdf$/, `-${reply.cohort.folder}.pdf`), label: reply.cohort.name, data: files[0].data });
      draw();
    });
    page.run = { id, at: 0, of: 0 };
    draw();
    let last;
    try { last = await done; } finally { page.run = undefined; }
    const { reply, files } = last;
    if (reply.event === 'stopped') return say('cancelled');
    const without = page.problems.filter(isWithout); // which the run tells of each cohort, and not of the study
    take(reply);
    page.problems = [...without.filter(p => !page.problems.some(q => q.message === p.message)), ...page.problems];
    if (!reply.counts) return notBuilt();
    if (!reply.counts.done && !wrong()) { // what is wrong with each is most often the same
      const all = new Map(each.flatMap(c => c.problems).map(p => [p.message, p]));
      page.problems = [...page.problems, ...[...all.values()].slice(0, 10)];
    }
    for (const { name, data } of files.slice(1)) pdfs.push({ name, data, comparison: true });
    if (files.length) show(pdfs, { cohorts: each, zip: { name: files[0].name, data: new Blob([files[0].data], { type: 'application/zip' }) } });
    const failed = each.filter(c => c.status === 'failed').map(c => c.name);
    say('cohortsDone', reply.counts.done, reply.counts.failed + (failed.length ? ` (${failed.join(', ')})` : ''), reply.counts.withheld);
    return true;
  });
}

export function stop() { if (page.run) link.cancel(page.run.id); }

// download makes the report in a format, and saves it; figures come in a ZIP.
export function download(format) {
  return making(true, async () => {
    const { reply, files } = await link.ask({ do: 'build', formats: [format], zip: format === 'svg' || format === 'png', ...clock() });
    take(reply);
    if (!files.length) return notBuilt();
    say(page.stale ? 'outdated' : 'ready');
    save(files[0].name.split('/').pop(), files[0].data);
  });
}

export async function saveStudy() {
  await left();
  await applied();
  save(page.state.study.split('/').pop(), page.state.text, 'application/yaml');
  page.changed = false;
}

// useKept opens the study that was kept beside the answers, in place of what was drafted of them.
function useKept({ text, title, when, beside }) {
  return work('reading', async () => {
    page.written = undefined;
    page.typed.clear();
    for (const [name, data] of beside) if (!page.files.has(name)) page.files.set(name, data);
    const files = [...beside.keys()].map(name => ({ name, data: page.files.get(name) }));
    const { reply } = await link.ask({ do: 'open', add: true }, [...files, { name: page.state.study, data: new TextEncoder().encode(text) }]);
    took(reply);
    page.notes.unshift(() => t('restored', title, when()));
    page.keeping = true;
    if (page.state?.form?.byCohort) take((await link.ask({ do: 'check' })).reply);
    after();
  }).then(() => { if (page.state?.form && !wrong() && !page.state.form.byCohort) build(); });
}

// drawKept asks whether the study is to be kept, and offers one that was.
function drawKept() {
  const there = page.keeping ? undefined : keptStudy();
  const set = on => {
    page.keeping = on;
    if (on) keep();
    else localStorage.removeItem(kept);
    draw();
  };
  replace(seen('kept'), [
    page.state?.text && h('label', { for: 'keep' }, h('input', { type: 'checkbox', id: 'keep', checked: page.keeping, change: e => set(e.target.checked) }), ' ', t('keep'), ' ', h('span', { class: 'hint' }, t('keptNote'))),
    there && h('p', { id: 'kept-there' }, t('keptThere', there.title, there.when(), page.drafted ? '' : t('keptDrop'))),
    there && page.drafted && h('button', { type: 'button', id: 'use-kept', click: () => useKept(there) }, t('useKept')),
    there && h('button', { type: 'button', id: 'forget', click: () => set(false) }, t('forget')),
  ]);
}

// changed is the field that was changed last.
let changed;
addEventListener('change', e => { changed = e.target.id; }, true);

export function draw() {
  const focused = document.activeElement;
  document.documentElement.lang = speaks();
  for (const e of document.querySelectorAll('[data-word]')) e.textContent = t(e.dataset.word);
  for (const l of Object.keys(words)) seen('language-' + l).setAttribute('aria-pressed', String(l === speaks()));
  seen('status').textContent = t(...page.status);
  replace(seen('notes'), page.notes.map(say => h('li', {}, say())), page.going && h('li', {}, h('button', { type: 'button', id: 'afresh', click: () => afresh() }, t('afresh'))));
  replace(seen('undo'), page.undo === undefined ? [] : h('button', { type: 'button', id: 'take-back', click: () => confirm({ text: page.undo.text }) }, t(page.undo.word)));
  // A table that another took the place of stays for the taking back, out of sight.
  const used = name => !page.tables.has(name) || name === (page.state?.form ?? page.form)?.cohortFile;
  replace(seen('files'), [...page.files].filter(([name]) => used(name)).map(([name]) => h('li', {}, name)));
  drawKept();
  replace(seen('work'), page.state ? form(page) : []);
  results(seen('right'), page);
  document.querySelector('main').classList.toggle('shown', Boolean(page.report));
  document.body.dataset.busy = page.busy > 0 || timer ? 'yes' : 'no';
  // What the focus had moved on to went with the problem that was mended: it is back at its field.
  if (focused !== document.body && !focused?.isConnected) seen(changed)?.focus({ preventScroll: true });
}

for (const l of Object.keys(words)) seen('language-' + l).addEventListener('click', () => { speak(l); draw(); });
seen('pick').addEventListener('click', e => { e.target.value = ''; }); // the same file may be chosen again
seen('pick').addEventListener('change', e => open([...e.target.files].map(file => ({ name: file.name, file }))));
for (const type of ['dragover', 'dragleave', 'drop']) {
  addEventListener(type, e => {
    e.preventDefault();
    seen('drop').classList.toggle('over', type === 'dragover');
    if (type === 'drop') dropped(e.dataTransfer).then(open);
  });
}
addEventListener('beforeunload', e => { if (unsaved()) e.preventDefault(); });
start();
draw();
if (!served && 'serviceWorker' in navigator && isSecureContext) {
  link.ready.then(() => navigator.serviceWorker.register('sw.js')).catch(() => {}); // the program comes first
}
