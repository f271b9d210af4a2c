// Whose report it is, what it is about and who signs it. Which fields there are, the program
// says by what a study file may hold.
import { addFile, confirm, draw } from './app.js';
import { at, choice, inLanguage, note, now, texts } from './fields.js';
import { h, idOf, seen } from './dom.js';
import { t, under } from './words.js';

const filled = p => p.fields.some(f => f.value !== '') || p.parts.some(filled);
const name = p => under('keys', p.key) ?? p.doc;
const hint = p => (now.form.byCohort && under('keyHints', p.key + '.byCohort')) || under('keyHints', p.key);

// wanted are the keys for which an evaluation has a place that stays to be filled in by hand.
const wanted = ['program', 'signatories', 'legal_basis', 'sections.recommendations', 'sections.follow_up'];

export function identity() {
  const { form } = now;
  const lacking = form.identity.filter(p => wanted.includes(p.key) && !filled(p));
  const word = form.kind === 'article' ? 'identityArticle' : 'identity';
  return h('section', { id: 'part-identity', 'aria-labelledby': 'head-identity' }, h('h2', { id: 'head-identity', tabindex: '-1' }, t(word)),
    note([t('identityNote'), form.byCohort && ` ${t('identityCohorts')}`]),
    lacking.length > 0 && h('p', { id: 'lacking' }, t('lacking', lacking.map(name).join(', '))),
    form.identity.map(part));
}

// part is a key at the top: a group of fields where it is not a single one.
function part(p) {
  if (p.key === 'layout.logo') return group(p, logo(p));
  if (p.key.startsWith('sections.')) return group(p, p.fields.map(f => prose(p, f)));
  if (p.type === 'keys') return group(p, keys(p));
  if (p.type === 'list') return group(p, entries(p));
  return [leaf(p), at(p.path)];
}

const group = (p, ...children) => h('fieldset', { id: 'group-' + idOf(p.path) }, h('legend', {}, name(p)), note(hint(p)), children, at(p.path));
// keys are the fields of a group. How many there are differs between cohorts: their table has it.
const keys = p => h('div', { class: 'pairs' }, p.parts.filter(k => !(now.form.byCohort && k.key === 'method.population')).map(leaf));

function leaf(p) {
  const label = p.required ? `${name(p)} (${t('required')})` : name(p);
  const attributes = { optional: true, ...(p.type === 'number' && { type: 'number', min: '0', step: '1' }) };
  const [f] = p.fields;
  if (p.key === 'method.sampling') {
    const kinds = Object.entries(under('keys', 'samplings'));
    if (f.value === '' || kinds.some(([k]) => k === f.value)) return choice(f.path, label, f.value, [['', '–'], ...kinds], v => confirm({ edits: [{ path: 'method.sampling', value: v || undefined }] }));
  }
  return texts(p.fields, label, attributes);
}

// prose is a section of one's own. A text that ends its line stands in the study itself.
function prose(p, f) {
  const set = e => confirm({ edits: [{ path: f.path, value: e.target.value.trim() ? e.target.value.trim() + '\n' : undefined }] }, { keepTyped: true });
  return h('div', { class: 'field' }, h('label', { for: idOf(f.path) }, inLanguage(name(p), f.lang)), h('textarea', { id: idOf(f.path), rows: '5', value: (f.text ?? '').trimEnd(), change: set }));
}

// entries are the rows of a list, with one that is still empty where it is asked for.
function entries(p) {
  const { page } = now;
  const adding = page.adding.get(p.path) === p.parts.length; // the number of the empty one
  const rows = adding ? [...p.parts, p.entry] : p.parts;
  const remove = (row, i) => {
    page.adding.delete(p.path);
    if (i < p.parts.length) confirm({ edits: p.parts.length === 1 ? [{ path: p.path }] : [...(p.first ?? []), { path: row.path }] });
    draw();
    seen('add-' + idOf(p.path))?.focus();
  };
  const row = (r, i) => h('div', { class: 'entry', role: 'group', 'aria-label': t('entry', under('entries', p.key), i + 1) },
    h('strong', { 'aria-hidden': 'true' }, `${i + 1}.`),
    r.type === 'keys' ? keys(r) : h('div', { class: 'pairs' }, leaf({ ...r, key: p.key + '[]' })),
    h('button', { type: 'button', id: 'remove-' + idOf(r.path), 'aria-label': t('removeEntry', under('entries', p.key), i + 1), click: () => remove(r, i) }, t('delete')));
  const add = () => {
    page.adding.set(p.path, p.parts.length); // where one is empty already, that is to be filled in first
    draw();
    seen('group-' + idOf(p.path)).querySelector('.entry:last-of-type input')?.focus();
  };
  return [rows.map(row), h('button', { type: 'button', id: 'add-' + idOf(p.path), click: add }, `+ ${t('add', under('entries', p.key))}`), adding && note(t('fillFirst'))];
}

// logo takes a picture; what it shows is asked when there is one.
function logo(p) {
  const [file, alt] = p.parts;
  const [{ value }] = file.fields;
  const id = 'pick-logo';
  return [
    h('div', { class: 'field' }, h('label', { for: id }, value ? t('logoIs', value) : name(file)),
      h('input', { type: 'file', id, accept: '.png,.jpg,.jpeg', change: e => e.target.files[0] && addFile(e.target.files[0], f => [{ path: file.fields[0].path, value: f }]) })),
    value ? [leaf(alt), h('button', { type: 'button', id: 'remove-logo', click: () => confirm({ edits: [{ path: p.path }] }) }, t('removeLogo'))] : [],
  ];
}

