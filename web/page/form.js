// The form: what was understood of a study, what is asked, and what is wrong.
import { addFile, build, cohorts, cohortTable, confirm, draw, reveal, stop, takesTable, wrong } from './app.js';
import { at, begin, choice, field, list, note, now, problemId, section, texts } from './fields.js';
import { h, idOf, seen } from './dom.js';
import { identity } from './identity.js';
import { others } from './others.js';
import { point, stay, text } from './text.js';
import { speaks, t, told, toldOf, under } from './words.js';

let page, form, placed;

// form is the whole form. What stands at no field comes first, and is known last. While the
// text is no study, the form as it was stays in sight, and takes nothing.
export { whole as form };
function whole(of) {
  begin(of);
  ({ page, form, placed } = now);
  const broken = !page.state.form;
  const parts = form
    ? [asked(), h('div', { id: 'fields', inert: broken }, broken && note(t('formWaits')), section('study', concluded(), head(), privacy()), identity(), section('items', scales(), constructs())), text(), actions()]
    : [page.state.text && text()];
  const rest = page.problems.filter(p => !placed.has(p));
  const lost = without();
  return [(rest.length > 0 || lost.names.length > 0) && section('problems', lost.names.length > 0 && lostReports(lost), list(rest)), parts];
}

// without are the cohorts that will have no report, with the problems that say so.
function without() {
  const problems = page.problems.filter(isWithout);
  return { problems, names: [...new Set(problems.map(p => p.message.match(noReport)[1]))], more: problems.reduce((n, p) => n + (p.more ?? 0), 0) };
}
const noReport = /^the cohort "(.+?)" gets no report: /s;
export const isWithout = p => !p.error && noReport.test(p.message);

const lostReports = ({ problems, names, more }) => h('div', { id: 'without', class: 'lost' },
  h('p', {}, h('strong', {}, t('without', names.length + more, names.join(', ') + (more ? ', …' : '')))),
  h('button', { type: 'button', class: 'link', id: 'to-without', click: () => toProblem(problems[0]) }, t('toWithout')));

function head() {
  const languages = [['id', 'Indonesia'], ['en', 'English'], ['id,en', 'Indonesia + English'], ['en,id', 'English + Indonesia']];
  return [
    texts(form.title, t('title')), at('title'),
    h('div', { class: 'row' },
      choice('kind', t('kind'), form.kind, ['article', 'evaluation'].map(k => [k, t(k)])),
      choice('languages', t('languages'), form.languages.join(), languages, v => confirm({ edits: [{ path: 'languages', value: v.split(',') }] })),
      form.cohort && choice('reports', t('reports'), form.byCohort ? 'by-cohort' : 'together', [['together', t('together')], ['by-cohort', t('byCohort')]])),
    cohortColumn(), differing(), outputs(), profile(), others(),
  ];
}

// outputs are what each cohort's folder in the ZIP holds beside the PDF.
function outputs() {
  if (!form.byCohort) return [];
  const set = (kind, on) => confirm({ edits: [{ path: 'outputs', value: on ? [...form.outputs, kind] : form.outputs.filter(o => o !== kind) }] });
  return h('div', { class: 'field', role: 'group', 'aria-labelledby': 'outputs-label' }, h('span', { class: 'label', id: 'outputs-label' }, t('inZip')),
    ['docx', 'xlsx'].map(k => h('label', { for: `output-${k}` },
      h('input', { type: 'checkbox', id: `output-${k}`, checked: form.outputs.includes(k), change: e => set(k, e.target.checked) }), ' ', under('formats', k))), at('outputs'));
}

function cohortColumn() {
  if (!form.columns?.length) return field('responses.cohort', t('cohort'), form.cohort);
  const names = [...new Set([form.cohort, ...form.columns])].filter(c => c);
  return choice('responses.cohort', t('cohort'), form.cohort, [['', '–'], ...names.map(c => [c, c])],
    v => confirm({ edits: v ? [{ path: 'responses.cohort', value: v }] : [{ path: 'responses.cohort' }, { path: 'reports' }] }));
}

// differing is the table of what differs between cohorts, which is filled in elsewhere.
function differing() {
  if (!form.byCohort) return at('cohorts');
  const file = form.cohortFile;
  return h('fieldset', { id: 'differing' }, h('legend', {}, t('differing')), note(t('differingNote')),
    h('button', { type: 'button', id: 'cohort-table', click: cohortTable }, t('cohortTable')),
    h('div', { class: 'field' }, h('label', { for: 'pick-cohorts' }, file ? t('cohortsAre', file, form.listed) : t('pickCohorts')),
      h('input', { type: 'file', id: 'pick-cohorts', accept: '.xlsx,.csv', click: e => { e.target.value = ''; }, change: e => e.target.files[0] && addFile(e.target.files[0], takesTable) })),
    file ? h('button', { type: 'button', id: 'remove-cohorts', click: () => confirm({ edits: [{ path: 'cohorts' }] }) }, t('removeCohorts')) : [], at('cohorts'));
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
    field('privacy.min_group', t('minGroup'), form.minGroup, number, t('minGroupNote')),
    field('privacy.min_cell', t('minCell'), form.minCell ?? '', { ...number, optional: true }, t('minCellNote'))));
}

// points are those of a scale with buttons that change their order: rows is the order as it is
// seen, moved is told of a new one, and away of a point that is to go.
function points(rows, value, moved, away) {
  const button = (i, to, sign, word) => h('button', {
    type: 'button', id: idOf(`${rows[i].path}-${word}`), 'aria-label': t(word, rows[i].label), disabled: to < 0 || to >= rows.length,
    click: () => { const next = [...rows]; [next[i], next[to]] = [next[to], next[i]]; moved(next); },
  }, sign);
  return h('ol', { class: 'points' }, rows.map((p, i) => h('li', {},
    h('span', { class: 'value' }, value(p, i)), h('span', { class: 'name' }, p.label),
    away && p.free && h('button', { type: 'button', class: 'link', 'aria-label': t('removeEntry', p.label, ''), click: () => away(p) }, t('delete')),
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
    // given are the changes that give the rows numbers, from the highest.
    const given = (rows, numbers) => rows.flatMap((p, i) => (Number(p.value) === numbers[i] ? [] : [{ path: p.path, value: numbers[i] }]));
    const away = p => {
      const rest = rows.filter(q => q !== p);
      confirm({ edits: [...given(rest, numbers.slice(rows.length - rest.length)), { path: p.path.replace(/\.value$/, '') }] });
    };
    const bare = rows.length > 0 && rows.every(p => !p.path && !p.label);
    return h('fieldset', { id: idOf(s.path) }, h('legend', {}, scaleName(s)),
      points(rows, p => p.value, next => confirm({ edits: given(next, numbers) }), away),
      rows.length > 1 && rows.every(p => p.path) && addition(s, rows, numbers, given),
      bare && h('div', { class: 'row' }, field(s.path + '.min', t('lowestNumber'), numbers.at(-1), integer), field(s.path + '.max', t('highestNumber'), numbers[0], integer)),
      at(s.path));
  });
}

const integer = { type: 'number', step: '1' };

// addition adds a point at an end of a scale, from where it can be moved: the numbers go on as those that
// there are.
function addition(s, rows, numbers, given) {
  const id = idOf(s.path) + '-add', top = numbers[0] + (numbers[0] - numbers[1]);
  const add = lowest => {
    const label = seen(id).value.trim();
    if (!label) return seen(id).focus();
    const value = lowest ? numbers.at(-1) : top;
    confirm({ edits: [...(lowest ? given(rows, [top, ...numbers]) : []), { path: `${s.path}[${s.points.length}]`, value: { value, label } }] });
    seen(id).value = '';
  };
  return h('div', { class: 'addition' }, h('label', { for: id }, t('addPoint')), ' ', h('input', { type: 'text', id }), ' ',
    h('button', { type: 'button', id: id + '-lowest', click: () => add(true) }, t('addLowest')), ' ',
    h('button', { type: 'button', id: id + '-highest', click: () => add(false) }, t('addHighest')));
}

// asked is what the file leaves open.
function asked() {
  const unnamed = unnamedConstructs(), turned = turnedRound(), again = answeredAgain();
  if (!form.assumed.length && !unnamed.length && !turned.length && !again) return [];
  const unordered = form.scales.filter(s => !s.ordered);
  const one = (a, i) => {
    const order = a.kind === 'order' && unordered.length > 0, options = a.options ?? [];
    for (const p of page.problems) if (p.path === `assumed[${i}]` || p.code === 'no-order') placed.add(p);
    return h('div', { class: 'asked', id: `asked-${i}` },
      h('h3', {}, under('kinds', a.kind) ?? a.kind),
      saying('p', a.what),
      a.where ? h('p', { class: 'hint' }, t('about'), ': ', a.where) : [],
      a.why ? h('p', { class: 'hint' }, t('why'), ': ', saying('span', a.why)) : [],
      order ? unordered.map(s => toOrder(s)) : a.other && !options.length ? h('p', { class: 'hint' }, t('ifNot'), ': ', saying('span', a.other)) : [],
      options.length ? [h('p', {}, t('which')), h('div', { class: 'options' }, options.map((o, k) => h('button', { type: 'button', id: `answer-${i}-${k}`, click: () => confirm({ edits: o.edits, assumed: [i] }) }, o.text[speaks()])))]
      : h('button', { type: 'button', class: 'main', id: `yes-${i}`, click: () => confirm({ edits: order ? unordered.flatMap(numbered) : [], assumed: [i] }) }, t(order ? 'orderDone' : 'yes')));
  };
  const toName = () => { const e = seen(idOf(unnamed[0].label[0].path)); e.focus(); e.select(); };
  return section('asked', form.assumed.length ? h('p', {}, t('askedIntro')) : !wrong() && h('p', {}, t('askedGuess')), form.assumed.map(one),
    turned.map(turn), again ? once(again) : [],
    unnamed.length > 0 && h('div', { class: 'asked guess', id: 'asked-name' }, h('h3', {}, t('unnamed')),
      h('p', {}, t('unnamedNote', unnamed.map(c => `“${c.label[0].value}”`).join(', '))),
      h('button', { type: 'button', id: 'to-name', click: toName }, t('toName'))));
}

// guessed are the questions that may stay open, as the report goes by a guess.
export function guessed() {
  return page.state.form ? [...turnedRound().map(s => t('turned', idsOf(s))), ...(answeredAgain() ? [t('twice')] : []), ...unnamedConstructs().slice(0, 1).map(() => t('unnamed'))] : [];
}

const unnamedConstructs = () => form.constructs.filter(c => c.unnamed);
const idsOf = s => s.items.map(it => it.id).join(', ');

// turnedRound are the items that may be worded the other way round, as long as that is open.
function turnedRound() {
  const items = new Map(form.constructs.flatMap(c => c.items).map(it => [it.id, it]));
  return (page.drafted?.said ?? []).filter(s => s.items?.length && !s.items.some(id => items.get(id)?.reverse) && !page.right.has(s.items.join()))
    .map(s => ({ ...s, items: s.items.map(id => items.get(id)).filter(it => it) })).filter(s => s.items.length);
}

function turn(s) {
  const ids = s.items.map(it => it.id), key = ids.join(), first = ids[0];
  return h('div', { class: 'asked guess', id: `turned-${first}` },
    h('h3', {}, t('turned', idsOf(s))),
    h('p', {}, told(s.text.en, 'en', s.text).text, '.'),
    s.items.map(it => h('blockquote', {}, it.statement[0]?.value)),
    h('p', { class: 'hint' }, t('turnedNote')),
    h('button', { type: 'button', class: 'main', id: `turn-${first}`, click: () => confirm({ edits: s.items.map(it => ({ path: it.path + '.reverse', value: true })) }, { keepTyped: true }) }, t('turnedYes')), ' ',
    h('button', { type: 'button', id: `not-${first}`, click: () => { page.right.add(key); draw(); } }, t('turnedNo')));
}

// answeredAgain is the column that tells of people who answered again, as long as that is open.
function answeredAgain() {
  const said = (page.drafted?.said ?? []).find(s => s.identifier);
  return said && !form.others.some(o => o.use === 'identifier') && !page.right.has(said.identifier) ? said : undefined;
}

function once({ identifier: column, again }) {
  const count = () => confirm({ edits: [{ path: 'responses.identifier', value: column }, { path: 'responses.exclude', value: [...new Set([...form.exclude, 'duplicates'])] }] });
  return h('div', { class: 'asked guess', id: 'answered-again' }, h('h3', {}, t('twice')),
    h('p', {}, t('twiceNote', column, again)),
    h('button', { type: 'button', class: 'main', id: 'once', click: count }, t('once')), ' ',
    h('button', { type: 'button', id: 'not-once', click: () => { page.right.add(column); draw(); } }, t('notOnce')));
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
      texts(it.statement, t('statement', it.id)),
      h('div', { class: 'row' },
        h('label', { for: idOf(it.path + '.reverse') }, h('input', {
          type: 'checkbox', id: idOf(it.path + '.reverse'), checked: it.reverse,
          change: e => confirm({ edits: [{ path: it.path + '.reverse', value: e.target.checked || undefined }] }, { keepTyped: true }),
        }), ' ', t('reverse')),
        h('select', { id: idOf(it.path + '.to'), 'aria-label': t('group', it.id), change: e => to(e.target.value) },
          form.constructs.map((o, k) => h('option', { value: o.path, selected: k === n }, titles[k])),
          c.items.length > 1 && h('option', { value: 'new' }, `+ ${t('newConstruct')}`)),
        !last && h('button', { type: 'button', 'aria-label': t('removeOf', it.id), click: () => confirm({ edits: [{ path: c.items.length === 1 ? c.path : it.path }] }) }, t('remove'))),
      at(it.path));
  };
  const one = (c, n) => h('fieldset', {},
    h('legend', {}, `${t('construct')} ${c.id}`), texts(c.label, t('construct')), c.unnamed && h('p', { class: 'guess' }, t('guess')), c.items.map(item(c, n)), at(c.path));
  return [h('h3', {}, t('constructs')), note(t('constructNote')), form.constructs.map(one), at('constructs')];
}

function newId() {
  const ids = new Set(form.constructs.map(c => c.id));
  let n = 1;
  while (ids.has('k' + n)) n++;
  return 'k' + n;
}

// saying is a sentence of the study file's.
function saying(tag, sentence) {
  const { text, lang } = told(sentence, form.languages[0]);
  return h(tag, { lang }, text);
}

// concluded is what the draft says of itself. That an item may be reversed is said until it is;
// who answered again is a question.
function concluded() {
  const reversed = new Set(form.constructs.flatMap(c => c.items).filter(it => it.reverse).map(it => it.id));
  const said = (page.drafted?.said ?? []).filter(s => !s.identifier && !s.items?.some(id => reversed.has(id)));
  if (!said.length) return [];
  return h('details', { id: 'concluded', open: true }, h('summary', {}, t('concluded')), h('ul', {}, said.map(s => h('li', {}, told(s.text.en, 'en', s.text).text))));
}

function actions() {
  if (page.run) {
    return h('section', { class: 'actions', 'aria-label': t('makeAll') }, h('label', { for: 'progress' }, t('progress', page.run.at, page.run.of || '…')),
      h('progress', { id: 'progress', max: page.run.of || 1, value: page.run.at }),
      h('button', { type: 'button', id: 'cancel', click: stop }, t('cancel')));
  }
  // What is wrong is shown where it is mended: in the text while that is being typed, else at its field.
  const run = () => {
    const inText = document.activeElement?.id === 'study-text';
    return (form.byCohort ? cohorts : build)().then(made => (made ? reveal() : inText ? point(page) : show()));
  };
  const show = () => { const e = document.querySelector('.asked:not(.guess), .problem:not(.warning)'); e?.scrollIntoView({ block: 'center' }); e?.focus({ preventScroll: true }); };
  const lost = without(), failing = lost.names.length + lost.more;
  const many = form.byCohort && form.cohorts ? ` (${failing ? t('ofCohorts', form.cohorts - failing, form.cohorts) : form.cohorts})` : '';
  const some = page.problems.filter(p => !p.error && !decided(p));
  const toCautions = () => { const e = seen('cautions'); e.scrollIntoView({ block: 'center' }); e.focus({ preventScroll: true }); };
  return [cautions(some), h('p', { class: 'actions' },
    h('button', { type: 'button', class: 'main', id: 'make', disabled: wrong() && page.written === undefined, mousedown: stay, click: run }, t(form.byCohort ? 'makeAll' : 'make') + many),
    wrong() && [' ', h('button', { type: 'button', id: 'to-wrong', click: show }, t('toWrong'))],
    some.length > 0 && [' ', h('button', { type: 'button', class: 'link', id: 'to-cautions', click: toCautions }, t('toCautions', some.length))])];
}

// decided reports a warning of rows that are not counted, as was chosen.
const decided = p => p.code in excludedAs && form.exclude.includes(excludedAs[p.code]);
const excludedAs = { 'duplicate-respondent': 'duplicates', 'empty-respondent': 'empty', straightliner: 'straightliners' };

const toProblem = p => { const e = seen(problemId(p)); e.scrollIntoView({ block: 'center' }); e.focus({ preventScroll: true }); };

// cautions are the warnings once more where the report is made, each with the way to its place.
function cautions(some) {
  return some.length ? h('div', { id: 'cautions', tabindex: '-1' }, h('p', {}, t('cautions')), h('ul', {}, some.map(p => h('li', {}, h('button', { type: 'button', class: 'link', click: () => toProblem(p) }, toldOf(p).text))))) : [];
}
