// The study file as text, with numbers of its lines. What is typed here is applied when the
// text is left, and before anything else is done: form and text are never apart.
import { applied, draw } from './app.js';
import { now } from './fields.js';
import { h, seen } from './dom.js';
import { t, toldOf } from './words.js';

// lineOf is the line of the study file that a problem is about, undefined for another place.
export function lineOf(p, state) {
  const [, file, line] = p.place.match(/^(.*?):(\d+)(?::\d+)?$/) ?? [];
  return file !== undefined && file === state?.study ? Number(line) : undefined;
}

const numbers = text => Array.from({ length: text.split('\n').length }, (_, i) => i + 1);

function gutter(text, wrong) {
  return numbers(text).map(n => h('span', { class: wrong.has(n) && 'wrong' }, String(n)));
}

// jump puts the caret at the start of a line, and shows it.
export function jump(line) {
  const box = seen('study-text');
  seen('text').open = true;
  const lines = box.value.split('\n');
  const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  box.focus({ preventScroll: true });
  box.setSelectionRange(from, from + (lines[line - 1] ?? '').length);
  box.scrollTop = (line - 5) * parseFloat(getComputedStyle(box).lineHeight);
  box.scrollLeft = 0;
  (seen('text-problems') ?? box).scrollIntoView({ block: 'start' });
}

// point shows the first error that stands in the text, and reports whether there is one.
export function point(page) {
  const first = page.problems.find(p => p.error && lineOf(p, page.state));
  if (first) jump(lineOf(first, page.state));
  return Boolean(first);
}

// text is the box. What is wrong in it stands over it, also where it stands at its field.
export function text() {
  const { page } = now;
  const value = page.written ?? page.state.text;
  const errors = page.written === undefined ? page.problems.filter(p => p.error && lineOf(p, page.state)) : [];
  const one = p => h('li', {},
    h('button', { type: 'button', class: 'link', click: () => jump(lineOf(p, page.state)) }, t('line', lineOf(p, page.state))), ': ', toldOf(p, { keys: true }).text, '. ', h('span', { class: 'hint' }, toldOf(p).hint));
  const input = e => {
    const first = page.written === undefined;
    page.written = e.target.value;
    if (first) draw();
    seen('gutter').replaceChildren(...gutter(page.written, new Set()));
  };
  return h('section', { id: 'part-text', 'aria-labelledby': 'head-text' }, h('details', { id: 'text', open: !page.state.form }, h('summary', {}, h('h2', { id: 'head-text' }, t('text'))),
    errors.length > 0 && h('div', { id: 'text-problems', class: 'problem' }, h('strong', {}, t('textWrong')), h('ul', {}, errors.map(one))),
    h('div', { class: 'field' }, h('label', { for: 'study-text' }, t('textLabel')),
      h('div', { class: 'editor' },
        h('div', { id: 'gutter', 'aria-hidden': 'true' }, gutter(value, new Set(errors.map(p => lineOf(p, page.state))))),
        h('textarea', {
          id: 'study-text', value, spellcheck: 'false', wrap: 'off', autocapitalize: 'off', readonly: page.confirming > 0, input,
          change: () => applied(), scroll: e => { seen('gutter').scrollTop = e.target.scrollTop; },
        }))),
    h('p', { id: 'text-state', class: 'hint' }, page.written === undefined ? t('textNote') : t('textPending')),
    h('button', { type: 'button', id: 'apply', mousedown: stay, click: () => applied().then(() => point(page)) }, t('apply'))));
}

// stay keeps the focus where it is while a button is pressed: the page would move under the
// pointer when leaving the text applied it.
export const stay = e => e.preventDefault();
