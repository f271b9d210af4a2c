// The columns that are no items: which are not used and why, and what two kinds of them can
// be used for.
import { confirm } from './app.js';
import { at, now } from './fields.js';
import { h } from './dom.js';
import { t, under } from './words.js';

export function others() {
  const all = now.form.others;
  if (!all.length && !now.form.removed.length) return [];
  const of = test => all.filter(o => o.use === '' && test(o));
  const kinds = [...new Set(of(o => !o.personal && o.kind !== 'free text').map(o => o.kind))];
  const line = (list, why) => list.length > 0 && h('li', {}, h('strong', {}, list.map(o => o.column).join(', ')), ': ', why);
  return h('fieldset', { id: 'others' }, h('legend', {}, t('others')), h('ul', {},
    line(of(o => o.personal), t('personal')),
    line(all.filter(o => o.use === 'identifier'), t('identifies')),
    kinds.map(k => line(of(o => !o.personal && o.kind === k), under('unusedKinds', k) ?? t('unusedKind'))),
    now.form.removed.map(it => h('li', {}, h('strong', {}, `${it.id} ${it.statement}`), ': ', t('removed'), ' ',
      h('button', { type: 'button', class: 'link', id: `again-${it.id}`, 'aria-label': t('toItemOf', it.id), click: () => confirm({ edits: it.again }) }, t('toItem'))))),
  identifier(all), comments(all), excluded(), at('comments', 'responses.identifier', 'responses.exclude'));
}

// excluded are the rows that are not counted.
function excluded() {
  const used = now.form.exclude;
  const set = (kind, on) => {
    const list = on ? [...used, kind] : used.filter(k => k !== kind);
    confirm({ edits: [{ path: 'responses.exclude', value: list.length ? list : undefined }] });
  };
  return h('div', { class: 'field', role: 'group', 'aria-labelledby': 'exclude-label' }, h('span', { class: 'label', id: 'exclude-label' }, t('exclude')),
    ['duplicates', 'empty', 'straightliners'].map(k => h('label', { for: `exclude-${k}` },
      h('input', { type: 'checkbox', id: `exclude-${k}`, checked: used.includes(k), change: e => set(k, e.target.checked) }), ' ', under('excluded', k))),
    h('p', { class: 'hint' }, t('excludeNote')));
}

// identifier finds people who answered twice; what it holds is never shown.
function identifier(all) {
  const able = all.filter(o => o.use === 'identifier' || ['e-mail', 'phone', 'id number', 'id'].includes(o.kind));
  if (!able.length) return [];
  const used = able.find(o => o.use === 'identifier')?.column ?? '';
  return h('div', { class: 'field' }, h('label', { for: 'identifier' }, t('identifier')),
    h('select', { id: 'identifier', change: e => confirm({ edits: [{ path: 'responses.identifier', value: e.target.value || undefined }] }) },
      [['', t('none')], ...able.map(o => [o.column, o.column])].map(([v, name]) => h('option', { value: v, selected: v === used }, name))),
    h('p', { class: 'hint' }, t('identifierNote')));
}

// comments are columns of free text, which a report lists only if it is told to.
function comments(all) {
  const texts = all.filter(o => o.kind === 'free text');
  if (!texts.length) return [];
  const used = texts.filter(o => o.use === 'comments').map(o => o.column);
  const set = (column, on) => {
    const list = on ? [...used, column] : used.filter(c => c !== column);
    confirm({ edits: [{ path: 'comments', value: list.length ? list : undefined }] });
  };
  return h('div', { class: 'field', role: 'group', 'aria-labelledby': 'comments-label' }, h('span', { class: 'label', id: 'comments-label' }, t('comments')),
    texts.map((o, i) => h('label', { for: `comments-${i}` },
      h('input', { type: 'checkbox', id: `comments-${i}`, checked: o.use === 'comments', change: e => set(o.column, e.target.checked) }), ' ', t('printComments', o.column))),
    h('p', { class: 'hint' }, t('commentsNote')));
}
