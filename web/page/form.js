// The form: what was understood of a study, what is asked, and what is wrong, each
// problem beside the field that it is about.
import { build, cohorts, confirm, draw, reveal, stop, wrong } from './app.js';
import { h, idOf } from './dom.js';
import { t, told, under } from './words.js';

let page, form, placed;

// form is the whole form. What stands at no field comes first, and is known last.
export { whole as form };
function whole(of) {
  page = of;
  form = page.state.form;
  placed = new Set();
  const parts = form
    ? [asked(), section('study', concluded(), head(), privacy(), scales(), constructs(), text()), actions()]
    : [page.state.text && section('study', text())];
  const rest = page.problems.filter(p => !placed.has(p));
  return [rest.length > 0 && section('problems', list(rest)), parts];
}

const section = (word, ...children) => h('section', { id: 'part-' + word, 'aria-labelledby': 'head-' + word }, h('h2', { id: 'head-' + word }, t(word)), ...children);

// problem is one diagnostic. The program's sentences are English in every language of the page.
function problem(p) {
  placed.add(p);
  const head = under('codes', p.code), advice = under('advice', p.code);
  return h('li', { class: p.error ? 'problem' : 'problem warning' },
    h('p', {}, h('strong', {}, t(p.error ? 'error' : 'warning')), ': ', head ? [head, '. '] : [], h('span', { lang: 'en' }, p.message)),
    advice ? h('p', { class: 'hint' }, advice) : p.hint ? h('p', { class: 'hint', lang: 'en' }, p.hint) : [],
    p.place ? h('p', { class: 'place' }, p.place) : [],
    p.more ? h('p', {}, t('more', p.more)) : []);
}

const list = some => (some.length ? h('ul', { class: 'problems' }, some.map(problem)) : []);

// at are the problems of a key and what is below it.
function at(...paths) {
  const own = p => paths.some(path => p.path === path || p.path.startsWith(path + '.') || p.path.startsWith(path + '['));
  return list(page.problems.filter(p => p.path && !placed.has(p) && own(p)));
}

const typed = (path, value) => page.typed.get(path) ?? value;

function change(path, value) {
  page.typed.set(path, value);
  confirm({ edits: [{ path, value }] }, true);
}

const note = word => (word ? h('p', { class: 'hint' }, t(word)) : []);

// field is an input with its label.
function field(path, label, value, attributes = {}, hint) {
  const number = attributes.type === 'number';
  return h('div', { class: 'field' },
    h('label', { for: idOf(path) }, label),
    h('input', { type: 'text', id: idOf(path), value: typed(path, value), change: e => change(path, number && e.target.value !== '' ? Number(e.target.value) : e.target.value), ...attributes }),
    note(hint), at(path));
}

// printed are the fields of a text in the report's languages.
function printed(fields) {
  const own = fields.filter(f => !f.lang || form.languages.includes(f.lang));
  return own.length ? own : fields;
}

// texts are the fields of a text that may be given in two languages.
const texts = (fields, label) => printed(fields).map(f => field(f.path, f.lang ? `${label} (${f.lang})` : label, f.value, { lang: f.lang }));

// choice is a list to choose one of.
function choice(path, label, value, options, chosen = v => change(path, v)) {
  const now = typed(path, value);
  return h('div', { class: 'field' },
    h('label', { for: idOf(path) }, label),
    h('select', { id: idOf(path), change: e => chosen(e.target.value) }, options.map(([v, name]) => h('option', { value: v, selected: v === now }, name))),
    at(path));
}

function head() {
  const languages = [['id', 'Indonesia'], ['en', 'English'], ['id,en', 'Indonesia + English'], ['en,id', 'English + Indonesia']];
  return [
    texts(form.title, t('title')), at('title'),
    h('div', { class: 'row' },
      choice('kind', t('kind'), form.kind, ['article', 'evaluation'].map(k => [k, t(k)])),
      choice('languages', t('languages'), form.languages.join(), languages, v => confirm({ edits: [{ path: 'languages', value: v.split(',') }] })),
      form.cohort && choice('reports', t('reports'), form.byCohort ? 'by-cohort' : 'together', [['together', t('together')], ['by-cohort', t('byCohort')]])),
    cohortColumn(), profile(),
  ];
}

function cohortColumn() {
  if (!form.columns?.length) return field('responses.cohort', t('cohort'), form.cohort);
  const names = [...new Set([form.cohort, ...form.columns])].filter(c => c);
  return choice('responses.cohort', t('cohort'), form.cohort, [['', '–'], ...names.map(c => [c, c])],
    v => confirm({ edits: v ? [{ path: 'responses.cohort', value: v }] : [{ path: 'responses.cohort' }, { path: 'reports' }] }));
}

function profile() {
  const names = [...new Set([...form.profile.map(p => p.value), ...(form.columns ?? [])])].filter(c => c !== form.cohort);
  if (!names.length) return [];
  const box = (name, i) => {
    const now = form.profile.find(p => p.value === name);
    const id = `profile-${i}`;
    return h('label', { for: id }, h('input', {
      type: 'checkbox', id, checked: Boolean(now),
      change: e => confirm({ edits: [e.target.checked ? { path: `profile[${form.profile.length}]`, value: name } : form.profile.length === 1 ? { path: 'profile' } : { path: now.path }] }),
    }), ' ', name);
  };
  return h('fieldset', {}, h('legend', {}, t('profile')), h('p', { class: 'hint' }, t('profileNote')), h('div', { class: 'choices' }, names.map(box)), at('profile'));
}

function privacy() {
  const number = { type: 'number', min: '0', step: '1' };
  return h('fieldset', {}, h('legend', {}, t('privacy')), h('div', { class: 'row' },
    field('privacy.min_group', t('minGroup'), form.minGroup, number, 'minGroupNote'),
    field('privacy.min_cell', t('minCell'), form.minCell, number, 'minCellNote')));
}

// points are those of a scale with buttons that change their order: rows is the order as it is
// seen, moved is told of a new one.
function points(rows, value, moved) {
  const button = (i, to, sign, word) => h('button', {
    type: 'button', id: idOf(`${rows[i].path}-${word}`), 'aria-label': t(word, rows[i].label), disabled: to < 0 || to >= rows.length,
    click: () => { const next = [...rows]; [next[i], next[to]] = [next[to], next[i]]; moved(next); },
  }, sign);
  return h('ol', { class: 'points' }, rows.map((p, i) => h('li', {},
    h('span', { class: 'value' }, value(p, i)), h('span', { class: 'name' }, p.label),
    p.path ? [button(i, i - 1, '↑', 'up'), button(i, i + 1, '↓', 'down')] : [])));
}

const scaleName = s => {
  const owner = form.constructs.find(c => s.path === c.path + '.scale');
  return owner ? t('scaleOf', owner.label[0]?.value || owner.id) : t('scale');
};

// scales shows the order of answers, the highest number first. One that is not known yet is asked.
function scales() {
  return form.scales.filter(s => s.ordered).map(s => {
    const rows = [...s.points].sort((a, b) => Number(b.value) - Number(a.value));
    const numbers = rows.map(p => Number(p.value));
    return h('fieldset', { id: idOf(s.path) }, h('legend', {}, scaleName(s)),
      points(rows, p => p.value, next => confirm({ edits: next.flatMap((p, i) => (Number(p.value) === numbers[i] ? [] : [{ path: p.path, value: numbers[i] }])) })),
      at(s.path));
  });
}

// asked is what the file leaves open.
function asked() {
  if (!form.assumed.length) return [];
  const unordered = form.scales.filter(s => !s.ordered);
  const one = (a, i) => {
    const order = a.kind === 'order' && unordered.length > 0;
    for (const p of page.problems) if (p.path === `assumed[${i}]` || p.code === 'no-order') placed.add(p);
    return h('div', { class: 'asked', id: `asked-${i}` },
      h('h3', {}, under('kinds', a.kind) ?? a.kind),
      saying('p', a.what, form.languages[0]),
      a.where ? h('p', { class: 'hint' }, t('about'), ': ', a.where) : [],
      a.why ? h('p', { class: 'hint' }, t('why'), ': ', saying('span', a.why, form.languages[0])) : [],
      order ? unordered.map(s => toOrder(s)) : a.other ? h('p', { class: 'hint' }, t('ifNot'), ': ', saying('span', a.other, form.languages[0])) : [],
      h('button', { type: 'button', class: 'main', id: `yes-${i}`, click: () => confirm({ edits: order ? unordered.flatMap(numbered) : [], assumed: [i] }) }, t(order ? 'orderDone' : 'yes')));
  };
  return section('asked', h('p', {}, t('askedIntro')), form.assumed.map(one));
}

const inOrder = s => page.orders.get(s.path) ?? s.points;
const numbered = s => inOrder(s).map((p, i) => ({ path: p.path, value: i + 1 }));

function toOrder(s) {
  const rows = inOrder(s);
  const end = i => (i === 0 ? ` (${t('lowest')})` : i === rows.length - 1 ? ` (${t('highest')})` : '');
  return h('fieldset', {}, h('legend', {}, t('order')),
    points(rows.map((p, i) => ({ ...p, label: p.label + end(i) })), (_, i) => i + 1, next => {
      page.orders.set(s.path, next.map(p => s.points.find(q => q.path === p.path)));
      draw();
    }));
}

function constructs() {
  const titles = form.constructs.map(c => c.label[0]?.value || c.id);
  const item = (c, n) => it => {
    const to = v => {
      const edits = [];
      if (v === 'new') edits.push({ path: `constructs[${form.constructs.length}]`, value: { id: newId(), label: t('newConstruct'), items: [] } });
      edits.push({ path: it.path, to: v === 'new' ? `constructs[${form.constructs.length}].items` : `${v}.items` });
      if (c.items.length === 1) edits.push({ path: c.path });
      confirm({ edits });
    };
    const last = form.constructs.length === 1 && c.items.length === 1;
    return h('div', { class: 'item' },
      printed(it.statement).map(f => field(f.path, f.lang ? `${it.id} (${f.lang})` : t('statement', it.id), f.value, { lang: f.lang })),
      h('div', { class: 'row' },
        h('label', { for: idOf(it.path + '.reverse') }, h('input', {
          type: 'checkbox', id: idOf(it.path + '.reverse'), checked: it.reverse,
          change: e => confirm({ edits: [e.target.checked ? { path: it.path + '.reverse', value: true } : { path: it.path + '.reverse' }] }, true),
        }), ' ', t('reverse')),
        h('select', { id: idOf(it.path + '.to'), 'aria-label': t('group', it.id), change: e => to(e.target.value) },
          form.constructs.map((o, k) => h('option', { value: o.path, selected: k === n }, titles[k])),
          c.items.length > 1 && h('option', { value: 'new' }, `+ ${t('newConstruct')}`)),
        !last && h('button', { type: 'button', 'aria-label': t('removeOf', it.id), click: () => confirm({ edits: [{ path: c.items.length === 1 ? c.path : it.path }] }) }, t('remove'))),
      at(it.path));
  };
  const one = (c, n) => h('fieldset', {},
    h('legend', {}, `${t('construct')} ${c.id}`), texts(c.label, t('construct')), c.items.map(item(c, n)), at(c.path));
  return [h('h3', {}, t('constructs')), form.constructs.map(one), at('constructs')];
}

function newId() {
  const ids = new Set(form.constructs.map(c => c.id));
  let n = 1;
  while (ids.has('k' + n)) n++;
  return 'k' + n;
}

// saying is a sentence of the draft's, in English or in the language that is spoken.
function saying(tag, sentence, spoken) {
  const { text, lang } = told(sentence, spoken);
  return h(tag, { lang }, text);
}

// concluded is what the draft says of itself.
function concluded() {
  const said = page.drafted ? [...(page.drafted.assumed ?? []), ...(page.drafted.against ?? [])] : [];
  if (!said.length) return [];
  return h('details', { id: 'concluded', open: true }, h('summary', {}, t('concluded')), h('ul', {}, said.map(s => saying('li', s))));
}

function text() {
  return h('details', { id: 'text', open: !form }, h('summary', {}, t('text')),
    h('div', { class: 'field' }, h('label', { for: 'study-text' }, t('textLabel')),
      h('textarea', { id: 'study-text', value: page.written ?? page.state.text, spellcheck: 'false', input: e => { page.written = e.target.value; } })),
    h('button', { type: 'button', id: 'apply', click: () => { const text = page.written ?? page.state.text; page.written = undefined; confirm({ text }); } }, t('apply')));
}

function actions() {
  if (page.run) {
    return h('section', { class: 'actions', 'aria-label': t('makeAll') }, h('label', { for: 'progress' }, t('progress', page.run.at, page.run.of || '…')),
      h('progress', { id: 'progress', max: page.run.of || 1, value: page.run.at }),
      h('button', { type: 'button', id: 'cancel', click: stop }, t('cancel')));
  }
  return h('p', { class: 'actions' }, h('button', { type: 'button', class: 'main', id: 'make', disabled: wrong(), click: () => (form.byCohort ? cohorts : build)().then(reveal) }, t(form.byCohort ? 'makeAll' : 'make')));
}
