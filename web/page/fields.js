// What the parts of the form are made of: fields with their labels, and each problem beside
// the field that it is about.
import { confirm } from './app.js';
import { h, idOf, seen } from './dom.js';
import { jump, lineOf } from './text.js';
import { t, toldOf, under } from './words.js';

// now is what is drawn. placed are the problems that have found their place.
export const now = {};
export function begin(page) {
  Object.assign(now, { page, form: page.state.form ?? page.form, placed: new Set() });
}

export const section = (word, ...children) => h('section', { id: 'part-' + word, 'aria-labelledby': 'head-' + word }, h('h2', { id: 'head-' + word, tabindex: '-1' }, t(word)), ...children);

export const problemId = p => `problem-${now.page.problems.indexOf(p)}`;

// problem is one diagnostic. The program's own sentences, which are English, are at hand in
// every language of the page.
function problem(p) {
  now.placed.add(p);
  const { text, hint } = toldOf(p), line = lineOf(p, now.page.state);
  return h('li', { id: problemId(p), class: p.error ? 'problem' : 'problem warning', tabindex: '-1' },
    h('p', {}, h('strong', {}, t(p.error ? 'error' : 'warning')), ': ', text, '.'),
    hint ? h('p', { class: 'hint' }, hint) : [],
    line ? h('p', { class: 'place' }, h('button', { type: 'button', class: 'link', click: () => jump(line) }, t('toLine', line))) : p.place ? h('p', { class: 'place' }, p.place) : [],
    p.instead ? instead(p.instead) : [],
    p.meant ? h('p', {}, h('button', { type: 'button', class: 'meant', click: () => confirm({ edits: [p.meant.edit] }, { keepTyped: true }) }, t('meant', p.meant.label))) : [],
    p.accept ? h('p', {}, h('button', { type: 'button', id: 'accept', click: () => confirm({ edits: [p.accept] }, { keepTyped: true }) }, t('accept'))) : [],
    p.more ? h('p', {}, t('more', p.more)) : [],
    original(p));
}

// instead offers the columns that may be meant by the head of one that is not there.
function instead({ path, columns }) {
  const id = idOf(path) + '-instead';
  return h('div', { class: 'instead' }, h('label', { for: id }, t('instead')), ' ',
    h('select', { id }, columns.map(c => h('option', { value: c }, c))), ' ',
    h('button', { type: 'button', id: id + '-use', click: () => confirm({ edits: [{ path, value: seen(id).value }] }, { keepTyped: true }) }, t('useInstead')),
    path.startsWith('constructs') && note(t('insteadNote')));
}

// original is what the program says where the page says it in other words.
export function original(p) {
  if (!t('original')) return [];
  return h('details', { class: 'original' }, h('summary', {}, t('original')), h('p', { lang: 'en' }, p.message, p.hint && `; ${p.hint}`));
}

export const list = some => (some.length ? h('ul', { class: 'problems' }, some.map(problem)) : []);

// at are the problems of a key and what is below it.
export function at(...paths) {
  const own = p => paths.some(path => p.path === path || p.path.startsWith(path + '.') || p.path.startsWith(path + '['));
  return list(now.page.problems.filter(p => p.path && !now.placed.has(p) && own(p)));
}

export const typed = (path, value) => now.page.typed.get(path) ?? value;

// change sets a key to what was typed; nothing typed takes it away where that is meant.
export function change(path, value) {
  now.page.typed.set(path, value ?? '');
  return confirm({ edits: [{ path, value }] }, { keepTyped: true });
}

export const note = words => (words ? h('p', { class: 'hint' }, words) : []);

// inLanguage is a label with the language of its field, where the report has two.
export const inLanguage = (label, lang) => (lang && now.form.languages.length > 1 ? `${label} (${under('langs', lang) ?? lang})` : label);

// field is an input with its label. Attributes may say that an empty one is no key at all.
export function field(path, label, value, { optional, ...attributes } = {}, hint) {
  const number = attributes.type === 'number';
  const read = v => (v === '' && optional ? undefined : number && v !== '' ? Number(v) : v);
  const wrong = now.page.problems.some(p => p.error && p.path === path);
  return h('div', { class: 'field' },
    h('label', { for: idOf(path) }, label),
    h('input', { type: 'text', id: idOf(path), value: typed(path, value), 'aria-invalid': wrong && 'true', change: e => change(path, read(e.target.value)), ...attributes }),
    note(hint), at(path));
}

// texts are the fields of a text that may be given in two languages.
export const texts = (fields, label, attributes) => fields.map(f => field(f.path, inLanguage(label, f.lang), f.value, { lang: f.lang, ...attributes }));

// choice is a list to choose one of.
export function choice(path, label, value, options, chosen = v => change(path, v), hint) {
  // A value that is none of them is no choice yet: it is in the text, and what is meant is chosen.
  const none = !now.page.typed.has(path) && now.page.problems.some(p => p.error && p.path === path && p.code === 'bad-value');
  const own = none ? '' : typed(path, value);
  if (none) options = [['', '–'], ...options];
  return h('div', { class: 'field' },
    h('label', { for: idOf(path) }, label),
    h('select', { id: idOf(path), change: e => chosen(e.target.value) }, options.map(([v, name]) => h('option', { value: v, selected: v === own }, name))),
    note(hint), at(path));
}
