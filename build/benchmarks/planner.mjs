// How fast the planner is: the download, the first plan of a browser with an empty cache, a change of the form, a step of a slider.
//   dotnet test tests/ScalingSdk.Web.Tests -c Release && node build/benchmarks/planner.mjs
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { extname, join } from 'node:path';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const site = join(repository, 'artifacts/web/Release/wwwroot');
const driver = join(repository, 'tests/ScalingSdk.Web.Tests/bin/Release/net10.0/.playwright/package');
const { chromium } = createRequire(import.meta.url)(driver);
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.wasm': 'application/wasm', '.json': 'application/json' };
const asked = new Set();

const server = createServer((request, response) => {
  const path = join(site, request.url === '/' ? 'index.html' : new URL(request.url, 'http://localhost').pathname);
  if (!path.startsWith(site) || !existsSync(path)) { response.writeHead(404).end(); return; }
  const file = existsSync(path + '.br') ? path + '.br' : path;
  asked.add(file);
  response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream', ...(file === path ? {} : { 'content-encoding': 'br' }) });
  response.end(readFileSync(file));
});
await new Promise(listening => server.listen(0, '127.0.0.1', listening));
const address = `http://localhost:${server.address().port}/`;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

const say = (what, times) => {
  times.sort((one, other) => one - other);
  console.log(`${what}: median ${times[times.length >> 1].toFixed(0)} ms (${times[0].toFixed(0)} to ${times.at(-1).toFixed(0)})`);
};

async function open() {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForSelector('html[data-ready] .answers');
  return page;
}

const opened = [];
for (let round = 0; round < 7; round++) {
  const start = performance.now();
  const page = await open();
  opened.push(performance.now() - start);
  await page.context().close();
}
say('first plan, empty cache', opened);

const page = await open();
const timed = (id, kind, values) => page.evaluate(async ([id, kind, values]) => {
  const times = [];
  for (const value of values) {
    const field = document.getElementById(id);
    field.value = value;
    const start = performance.now();
    field.dispatchEvent(new Event(kind, { bubbles: true }));
    times.push(performance.now() - start);
    await new Promise(done => setTimeout(done, 700));
  }
  return times;
}, [id, kind, values]);
say('a change of the form', await timed('budget-time', 'change', Array.from({ length: 20 }, (_, index) => `${index + 4}d`)));
say('a step of a slider', await timed('lever-parameters', 'input', Array.from({ length: 20 }, (_, index) => String(-2 * index - 2))));

console.log(`download: ${(Array.from(asked).reduce((sum, file) => sum + statSync(file).size, 0) / 1e6).toFixed(2)} MB in ${asked.size} files, Brotli`);
await browser.close();
server.close();
