// The report: its pages in the browser's own viewer, and what can be downloaded.
import { guessed } from './form.js';
import { download, draw, saveStudy } from './app.js';
import { h, replace, save, seen } from './dom.js';
import { watched } from './link.js';
import { there, Viewer } from './viewer.js';
import { t, toldOf, under } from './words.js';

let viewer, frame, address; // the view stays as it is while the PDF is the same

export function results(place, page) {
  const r = page.report;
  if (!r) {
    frame = address = undefined;
    return place.replaceChildren();
  }
  const parts = place.querySelector('.parts') ?? place.appendChild(h('section', { class: 'parts', 'aria-labelledby': 'head-report' }, h('div', { id: 'above' }), h('div', { id: 'view' }), h('div', { id: 'below' })));
  const [above, view, below] = parts.children;
  replace(above, h('h2', { id: 'head-report' }, t('report')), page.stale && h('p', { class: 'stale' }, t('stale')), failures(r), guesses(), downloads(page), chooser(r));
  replace(below, r.cohorts ? statuses(r) : []);
  const pdf = r.pdfs[r.shown];
  if (address === pdf?.url && frame?.lang === document.documentElement.lang) return;
  address = pdf?.url;
  if (!pdf) return view.replaceChildren();
  const link = h('a', { href: pdf.url, target: '_blank', id: 'open-pdf' }, t('openPage'));
  if (there && (watched || !navigator.pdfViewerEnabled)) {
    viewer ??= new Viewer();
    frame ??= viewer.element;
    frame.lang = document.documentElement.lang;
    if (!viewer.element.isConnected) view.replaceChildren(viewer.element);
    pdf.blob.arrayBuffer().then(data => viewer.show(data)).catch(() => {});
    view.lastElementChild === viewer.element ? view.append(h('p', {}, link)) : view.lastElementChild.replaceChildren(link);
    return;
  }
  frame = navigator.pdfViewerEnabled ? h('iframe', { src: pdf.url + '#navpanes=0&pagemode=none&view=FitH', title: t('pages') }) : h('p', { id: 'no-viewer' }, t('noViewer'));
  frame.lang = document.documentElement.lang;
  view.replaceChildren(frame, h('p', {}, link));
}

// guesses says what the report goes by that nobody has confirmed.
function guesses() {
  const open = guessed();
  const show = () => { seen('part-asked').scrollIntoView(); seen('head-asked').focus({ preventScroll: true }); };
  return open.length ? h('p', { id: 'guessed', class: 'open' }, t('guessed'), ' ', open.join(' '), ' ', h('button', { type: 'button', class: 'link', id: 'to-asked', click: show }, t('toAsked'))) : [];
}

// failures are the cohorts without a report, and why: first of all, since what is downloaded lacks them.
function failures(r) {
  const failed = (r.cohorts ?? []).filter(c => c.status === 'failed');
  if (!failed.length) return [];
  const why = c => c.problems.filter(p => p.error).map(p => toldOf(p).text + (p.place ? ` (${p.place})` : '')).join('; ');
  return h('div', { id: 'failed', class: 'problem' }, h('p', {}, h('strong', {}, t('failed'))), h('ul', {}, failed.map(c => h('li', {}, `${c.name}: ${why(c)}`))));
}

const labelOf = p => (p.comparison ? t('comparison') : p.label);

// chooser lists the reports of cohorts and their comparison, of which one is seen.
function chooser(r) {
  if (!r.cohorts) return [];
  const shown = r.pdfs[r.shown];
  return h('p', { class: 'chooser' }, h('label', { for: 'shown' }, t('show')),
    h('select', { id: 'shown', change: e => see(r, Number(e.target.value)) }, r.pdfs.map((p, i) => h('option', { value: String(i), selected: i === r.shown }, labelOf(p)))),
    button('download-shown', t('downloadShown', labelOf(shown)), () => save(shown.name, shown.blob)));
}

function see(r, i) {
  r.shown = i;
  draw();
}

const button = (id, word, click, main) => h('button', { type: 'button', id, click, class: main && 'main' }, word);

function downloads(page) {
  const r = page.report;
  return h('div', { class: 'downloads', role: 'group', 'aria-label': t('downloads') }, h('strong', {}, t('downloads')),
    r.cohorts ? button('download-zip', t('zip'), () => { save(r.zip.name, r.zip.data); r.saved = true; }, !page.stale) : page.state.form?.formats.map(f => button('download-' + f, under('formats', f) ?? f, () => download(f), f === 'pdf')),
    button('download-study', 'study.yaml', saveStudy));
}

function statuses(r) {
  const look = i => (i < 0 ? [] : [' ', h('button', { type: 'button', class: 'link', id: `look-${i}`, 'aria-label': t('look', labelOf(r.pdfs[i])), click: () => { see(r, i); seen('head-report').scrollIntoView(); } }, t('lookShort'))]);
  const row = c => h('tr', {}, h('td', {}, c.name), h('td', {}, under('statuses', c.status), look(r.pdfs.findIndex(p => !p.comparison && p.label === c.name)),
    c.problems.filter(p => p.error).map(p => h('p', { class: 'hint' }, toldOf(p).text, p.place ? ` (${p.place})` : ''))));
  return h('table', {}, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('cohortName')), h('th', { scope: 'col' }, t('statusName')))), h('tbody', {}, r.cohorts.map(row), r.pdfs.map((p, i) => p.comparison && h('tr', {}, h('td', {}, t('comparison')), h('td', {}, under('statuses', 'done'), look(i))))));
}
