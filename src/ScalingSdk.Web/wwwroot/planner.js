// The browser's side of Browser.cs: what .NET cannot ask of a browser by itself.
const runs = new Map();
const tables = /\.(csv|tsv|jsonl|ndjson|parquet|log|txt)$/i;
const mostBytes = 64 * 1024 * 1024;
let worker = null;
let told = null;

async function planner() {
  const runtime = globalThis.getDotnetRuntime(0);
  return (told ??= (await runtime.getAssemblyExports('ScalingSdk.Web.dll')).ScalingSdk.Web.State.Browser);
}

export const fragment = () => location.hash.slice(1);
export const link = () => location.href;

export function replaceFragment(text) {
  history.replaceState(null, '', text ? '#' + text : location.pathname + location.search);
}

// A page that nobody looks at is given no frames.
export const painted = () => new Promise(done => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 100); });

export function ready() {
  document.documentElement.dataset.ready = 'true';
  addEventListener('hashchange', async () => (await planner()).OnNavigated(fragment()));
  addEventListener('dragover', event => { event.preventDefault(); document.body.classList.add('dropping'); });
  addEventListener('dragleave', event => { if (!event.relatedTarget) document.body.classList.remove('dropping'); });
  addEventListener('drop', event => {
    event.preventDefault();
    document.body.classList.remove('dropping');
    for (const file of event.dataTransfer?.files ?? []) read(file);
  });
  addEventListener('resize', () => { clearTimeout(resized); resized = setTimeout(resize, 150); });
  addEventListener('beforeprint', () => document.querySelectorAll('details.fold').forEach(fold => { fold.open = true; }));
}

let resized = 0;
let lastWidth = innerWidth;
async function resize() {
  if (innerWidth === lastWidth) return;
  lastWidth = innerWidth;
  (await planner()).OnResized();
}

// As the style sheet lays it out: measured on a copy of the frame that nobody sees.
export function chartWidth() {
  let frame = document.body;
  for (const name of ['page probe', 'more', 'pane', 'charts']) {
    const part = document.createElement('div');
    part.className = name;
    frame.append(part);
    frame = part;
  }

  frame.append(document.createElement('div'), document.createElement('div'));
  const width = parseFloat(getComputedStyle(frame).gridTemplateColumns);
  document.querySelector('.probe').remove();
  return Math.round(width) || 360;
}

async function read(file) {
  const to = await planner();
  if (file.size > mostBytes) { to.OnRefused(file.name); return; }
  if (tables.test(file.name)) {
    runs.set(file.name, new Uint8Array(await file.arrayBuffer()));
    to.OnRuns(file.name);
  } else {
    to.OnFile(file.name, await file.text());
  }
}

export function pick() {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.addEventListener('change', () => { for (const file of input.files) read(file); });
  input.click();
}

function download(name, blob) {
  const address = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

export const save = (name, type, text) => download(name, new Blob([text], { type }));

export function savePicture(name, svg) {
  const image = new Image();
  image.addEventListener('load', () => {
    const canvas = document.createElement('canvas');
    canvas.width = image.width * 2;
    canvas.height = image.height * 2;
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    canvas.toBlob(blob => download(name, blob), 'image/png');
  });
  image.src = URL.createObjectURL(new Blob([sized(svg)], { type: 'image/svg+xml' }));
}

// A picture without width and height has none on a canvas.
function sized(svg) {
  const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const [, , width, height] = drawing.getAttribute('viewBox').split(' ');
  drawing.setAttribute('width', width);
  drawing.setAttribute('height', height);
  return new XMLSerializer().serializeToString(drawing);
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

// Folded tables are drawn when they open: the print waits for them.
export function print() {
  document.querySelectorAll('details.fold').forEach(fold => { fold.open = true; });
  setTimeout(() => globalThis.print(), 300);
}

export const theme = () => document.documentElement.dataset.theme ?? 'auto';

export function setTheme(theme) {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  colour();
  try { theme === 'auto' ? localStorage.removeItem('theme') : localStorage.setItem('theme', theme); } catch { /* no storage */ }
}

// Charts are light by themselves: while the page is dark, these rules hold.
const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const dark = new CSSStyleSheet();

export function setDark(css) {
  dark.replaceSync('@media screen{' + css + '}');
  document.adoptedStyleSheets.push(dark);
  prefersDark.addEventListener('change', colour);
  colour();
}

function colour() {
  const chosen = document.documentElement.dataset.theme;
  dark.disabled = !(chosen ? chosen === 'dark' : prefersDark.matches);
}

export const show = id => document.getElementById(id)?.scrollIntoView({ block: 'start' });

export function fit(name, options) {
  stopFit();
  worker = new Worker(new URL('fit-worker.js', import.meta.url), { type: 'module' });
  worker.addEventListener('message', async event => (await planner()).OnFit(event.data.kind, event.data.text));
  worker.addEventListener('error', async event => (await planner()).OnFit('failed', event.message ?? 'the worker did not start'));
  worker.postMessage({ name, options, content: runs.get(name) });
}

export function stopFit() {
  worker?.terminate();
  worker = null;
}
