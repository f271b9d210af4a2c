// h makes an element. Attributes that are functions are handlers of events; a property
// that is false or undefined is left out.
export function h(tag, attributes = {}, ...children) {
  const e = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') e.addEventListener(name, value);
    else if (name === 'value' || name === 'checked' || name === 'selected') e[name] = value;
    else if (value !== false && value !== undefined) e.setAttribute(name, value === true ? '' : value);
  }
  e.append(...children.flat(Infinity).filter(c => c !== undefined && c !== false && c !== null));
  return e;
}

// idOf is a key path as the id of an element.
export const idOf = path => 'key-' + path.replace(/[^\w-]/g, '_');

// replace puts children into an element anew. What has the focus keeps it, and a text that
// is being typed is not lost.
export function replace(parent, ...children) {
  const old = document.activeElement;
  const typing = parent.contains(old) && old.id ? old : undefined;
  const open = new Set([...parent.querySelectorAll('details[open][id]')].map(d => d.id));
  parent.replaceChildren(...children.flat(Infinity).filter(c => c));
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  const now = typing && document.getElementById(typing.id);
  if (!now) return;
  now.focus({ preventScroll: true });
  if (!('selectionStart' in typing) || typing.selectionStart === null) return;
  now.value = typing.value;
  now.setSelectionRange(typing.selectionStart, typing.selectionEnd);
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
