// node editors/latency.mjs COMMAND...: how long the language server takes to start and to answer edits, as an editor sees it.
// COMMAND starts the tool, such as `scaling`. Prints medians and 95th percentiles in milliseconds.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [, , command, ...args] = process.argv;
const spec = readFileSync(new URL('../samples/QuickStart/Gpt2Small.scaling.json', import.meta.url), 'utf8');
const uri = 'file:///specs/Gpt2Small.scaling.json';

const starts = [];
for (let i = 0; i < 20; i++) {
  const server = start();
  starts.push(await server.initialized);
  await server.stop();
}
report('start to initialize', starts);

const server = start();
await server.initialized;
await server.edit('textDocument/didOpen', { textDocument: { uri, languageId: 'jsonc', version: 0, text: spec } });
const edits = [];
for (let version = 1; version <= 600; version++) {
  // A number that no earlier text has, so that nothing is answered from before.
  const text = spec.replace('"10B"', `"${10 + version / 1000}B"`).replace('"2B"', `"${2 + version / 1000}B"`);
  const took = await server.edit('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
  if (version > 100)
    edits.push(took);
}
report('edit to findings', edits);
await server.stop();

function start() {
  const begun = performance.now();
  const child = spawn(command, [...args, 'lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
  let received = Buffer.alloc(0);
  let heard = () => {};
  child.stdout.on('data', bytes => {
    received = Buffer.concat([received, bytes]);
    for (;;) {
      const head = received.indexOf('\r\n\r\n');
      if (head < 0)
        return;
      const length = Number(/Content-Length: (\d+)/.exec(received.subarray(0, head))[1]);
      if (received.length < head + 4 + length)
        return;
      const message = JSON.parse(received.subarray(head + 4, head + 4 + length));
      received = received.subarray(head + 4 + length);
      heard(message);
    }
  });
  const write = message => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  };
  const wait = wanted => new Promise(resolve => heard = message => wanted(message) && resolve());
  const timed = async (message, wanted) => {
    const sent = performance.now();
    const answered = wait(wanted);
    write(message);
    await answered;
    return performance.now() - sent;
  };
  return {
    initialized: timed({ id: 1, method: 'initialize', params: { capabilities: {} } }, message => message.id === 1).then(() => performance.now() - begun),
    edit: (method, params) => timed({ method, params }, message => message.method === 'textDocument/publishDiagnostics'),
    async stop() {
      await timed({ id: 2, method: 'shutdown' }, message => message.id === 2);
      write({ method: 'exit' });
      await new Promise(resolve => child.once('exit', resolve));
    },
  };
}

function report(what, times) {
  times.sort((a, b) => a - b);
  const at = share => times[Math.floor(share * (times.length - 1))].toFixed(1);
  console.log(`${what}: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms (${times.length})`);
}
