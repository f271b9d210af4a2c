export const seen = id => document.getElementById(id);

const handle = e => e.currentTarget.handlers[e.type]?.(e);

function listen(e, type, handler) {
  e.handlers ??= {};
  if (!(type in e.handlers)) e.addEventListener(type, handle);
  e.handlers[type] = handler;
}

const properties = ['value', 'checked', 'selected'];
const unwritten = (tag, name) => ['checked', 'selected'].includes(name) || name === 'value' && ['input', 'textarea'].includes(tag);

// h makes an element. Attributes that are functions are handlers of events; one
// that is false or undefined is left out.
export function h(tag, attributes = {}, ...children) {
  const e = document.createElement(tag);
  e.append(...children.flat(Infinity).filter(c => c !== undefined && c !== false && c !== null));
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') listen(e, name, value);
    else if (properties.includes(name)) e[name] = value;
    if (typeof value !== 'function' && !unwritten(tag, name) && value !== false && value !== undefined) e.setAttribute(name, value === true ? '' : value);
  }
  return e;
}

// pending is the field in which something was typed that its handler was not told of yet.
let pending;
addEventListener('input', e => { pending = e.target; }, true);
addEventListener('change', e => { if (e.target === pending) pending = undefined; }, true);

// leave tells the handler of the field that is being typed in what stands there, as leaving
// the field does.
export function leave() {
  if (pending?.isConnected) pending.dispatchEvent(new Event('change', { bubbles: true }));
  pending = undefined;
}

// idOf is a key path as the id of an element.
export const idOf = path => 'key-' + path.replace(/[^\w-]/g, '_');

// replace makes the children of an element what they are to be now, and leaves those in
// place that are the same, so that the focus, what is being typed and a click that has
// begun are not lost.
export function replace(parent, ...children) {
  const now = document.createElement(parent.nodeName);
  now.append(...children.flat(Infinity).filter(c => c !== undefined && c !== false && c !== null));
  inside(parent, now);
}

function inside(old, now) {
  let at = old.firstChild;
  for (const c of [...now.childNodes]) {
    let same = at;
    if (c.id) same = [...old.children].find(o => o.id === c.id);
    else while (same && (same.id || same.nodeName !== c.nodeName)) same = same.nextSibling; // what stood before it may be gone
    if (!same || same.nodeName !== c.nodeName) {
      old.insertBefore(c, at);
      continue;
    }
    if (same !== at && same.contains(document.activeElement)) {
      // To move it would take the focus away: what stands before it goes behind it.
      for (const end = same.nextSibling; at !== same;) {
        const next = at.nextSibling;
        old.insertBefore(at, end);
        at = next;
      }
    }
    if (same === at) at = at.nextSibling;
    else old.insertBefore(same, at);
    if (c.nodeType === Node.ELEMENT_NODE) become(same, c);
    else if (same.data !== c.data) same.data = c.data;
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

function become(old, now) {
  for (const { name } of [...old.attributes]) if (!now.hasAttribute(name) && !(name === 'open')) old.removeAttribute(name);
  for (const { name, value } of now.attributes) if (old.getAttribute(name) !== value && name !== 'open') old.setAttribute(name, value);
  for (const [type, handler] of Object.entries(now.handlers ?? {})) listen(old, type, handler);
  inside(old, now);
  // What is being typed stays. Where each letter is told, another value is meant.
  const typing = old === document.activeElement && 'selectionStart' in old && !old.handlers?.input;
  if ('checked' in now) old.checked = now.checked;
  if (now.nodeName === 'OPTION') old.selected = now.selected;
  else if ('value' in now && now.type !== 'checkbox' && !typing && old.value !== now.value) old.value = now.value;
}

// save hands a file to the browser's downloads.
export function save(name, data, type = 'application/octet-stream') {
  const url = URL.createObjectURL(data instanceof Blob ? data : new Blob([data], { type }));
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

// dropped are the files of a drop, those in folders with their paths.
export async function dropped(transfer) {
  const entries = [...transfer.items].map(i => i.webkitGetAsEntry?.()).filter(e => e);
  if (!entries.length) return [...transfer.files].map(file => ({ name: file.name, file }));
  const found = [];
  const walk = async entry => {
    if (entry.isFile) {
      const file = await new Promise((ok, no) => entry.file(ok, no));
      found.push({ name: entry.fullPath.replace(/^\//, ''), file });
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((ok, no) => reader.readEntries(ok, no));
      if (!some.length) return;
      for (const e of some) await walk(e);
    }
  };
  for (const e of entries) await walk(e);
  return found;
}
