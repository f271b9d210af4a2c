// The pages of a PDF, drawn by pdf.js: for browsers that show none themselves, and for a
// report that is watched, whose next state is to be seen at the place that was looked at.
import { h } from './dom.js';
import { t } from './words.js';

// there is set where this page has pdf.js.
export const there = document.documentElement.dataset.viewer === 'pdf.js';

const gap = 8; // between pages, as page.css has it

let library;
function load() {
  library ??= import('./pdf.min.js').then(pdfjs => {
    pdfjs.GlobalWorkerOptions.workerSrc = new URL('pdf.worker.min.js', import.meta.url).href;
    return pdfjs;
  });
  return library;
}

// Viewer shows one report after the other in the same place.
export class Viewer {
  constructor() {
    this.element = h('div', { class: 'viewer', tabindex: '0', role: 'region' });
    this.turn = 0;
    this.near = new IntersectionObserver(seen => { for (const s of seen) if (s.isIntersecting) this.draw(s.target); }, { root: this.element, rootMargin: '100%' });
  }

  // show puts a PDF in place of the one before, at the page that was seen.
  async show(data) {
    const turn = ++this.turn;
    const pdfjs = await load();
    const next = await pdfjs.getDocument({ data, isEvalSupported: false, useWasm: false }).promise;
    const pages = [];
    for (let n = 1; n <= next.numPages; n++) pages.push(await next.getPage(n));
    if (turn !== this.turn) return next.loadingTask.destroy(); // a later one has come
    const old = this.document;
    this.document = next;
    this.near.disconnect();
    this.element.setAttribute('aria-label', t('pages'));
    const width = this.element.clientWidth || 600;
    let top = 0;
    const sheets = pages.map((page, i) => {
      const { width: w, height } = page.getViewport({ scale: 1 });
      const canvas = h('canvas', { role: 'img', 'aria-label': t('pageOf', i + 1, pages.length) });
      canvas.style.height = `${Math.round(width * height / w)}px`;
      Object.assign(canvas, { page, scale: width / w, from: top });
      top += Math.round(width * height / w) + gap;
      canvas.to = top;
      return canvas;
    });
    // What will be seen is drawn before it is shown, so that nothing flashes.
    const place = Math.max(0, Math.min(this.element.scrollTop, top - this.element.clientHeight));
    await Promise.all(sheets.filter(s => s.to >= place && s.from <= place + this.element.clientHeight).map(s => this.draw(s)));
    if (turn !== this.turn) return next.loadingTask.destroy();
    this.element.replaceChildren(...sheets);
    this.element.scrollTop = place;
    for (const s of sheets) this.near.observe(s);
    old?.loadingTask.destroy();
  }

  async draw(canvas) {
    if (canvas.drawn) return;
    canvas.drawn = true;
    const viewport = canvas.page.getViewport({ scale: canvas.scale * Math.min(devicePixelRatio || 1, 2) });
    Object.assign(canvas, { width: viewport.width, height: viewport.height });
    await canvas.page.render({ canvas, viewport }).promise.catch(() => {}); // another report came
  }
}
