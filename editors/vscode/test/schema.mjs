// schema.mjs FOLDER SCHEMA: holds the schema in the language service that VS Code and most editors use for JSON. FOLDER is where install.sh put it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';

const { getLanguageService, TextDocument } = createRequire(process.argv[2] + '/package.json')('vscode-json-languageservice');
const schema = JSON.parse(readFileSync(process.argv[3], 'utf8'));
const service = getLanguageService({});
service.configure({ allowComments: true, schemas: [{ uri: schema.$id, fileMatch: ['*.scaling.json'], schema }] });

const open = text => {
  const document = TextDocument.create('file:///a.scaling.json', 'jsonc', 1, text.replace('|', ''));
  return { document, json: service.parseJSONDocument(document), at: document.positionAt(text.indexOf('|')) };
};
const complete = async text => {
  const { document, json, at } = open(text);
  return (await service.doComplete(document, at, json)).items;
};
// As VS Code asks for files of plain JSON: that comments and trailing commas are allowed, the schema says.
const problems = async text => {
  const { document, json } = open(text);
  return (await service.doValidation(document, json, { comments: 'error', trailingCommas: 'error' })).map(problem => problem.message);
};

const hoverOf = text => {
  const { document, json, at } = open(text);
  return { document, at, json };
};

const keys = await complete('{ "data": { "|" } }');
for (const key of ['tokens', 'unique_tokens', 'epochs'])
  assert(keys.some(item => item.label === key), `completes '${key}'`);
assert(keys.every(item => item.documentation), 'every completed key has its description');

const { document, json, at } = open('{ "data": { "unique_|tokens": "2B" } }');
assert.match(JSON.stringify((await service.doHover(document, at, json)).contents), /[Dd]istinct/, 'a hover explains the key');

assert((await complete('{ "laws": { "allocation": "|" } }')).some(item => item.label.includes('besiroglu-2024')), 'completes a law');
assert((await complete('{ "hardware": { "accelerator": "|" } }')).some(item => item.label.includes('H100-SXM')), 'completes a device');
assert((await complete('|')).some(item => item.label === 'A run of a known model size'), 'offers whole specs in an empty file');
assert.match(JSON.stringify((await service.doHover(...Object.values(hoverOf('{ "data": { "|tokens": "2B" } }')))).contents), /`unique_tokens`/, 'a hover has the marks of Markdown');
for (const value of ['8', '"8"'])
  assert.deepEqual(await problems(`{ "model": { "parameters": "7B" }, "hardware": { "accelerator": "H100-SXM", "count": ${value} } }`), [], 'a count is a number or a text');
for (const [key, value, told] of [['"budget"', '{ "time": "3 apples" }', /3 days/], ['"budget"', '{ "flops": "much" }', /PF-days/], ['"name"', '"my model"', /Gpt2Small/], ['"suppress"', '{ "S1": "x" }', /SCALE1001/]])
  assert.match((await problems(`{ "model": { "parameters": "7B" }, ${key}: ${value} }`)).join(), told, `${key} is told what to write`);
assert.deepEqual(await problems('{ "model": { "parameters": "7B" }, "data": { "tokens": "1.4T tokens" }, } // sound'), [], 'a sound spec is sound');
assert.match((await problems('{ "model": { "parameters": "7B" }, "data": { "tokens": "10 apples" } }')).join(), /1\.4T tokens/, 'a wrong unit is told what to write');
assert((await problems('{ "model": { "parameters": "7B" }, "data": { "tokns": "10B" } }')).length > 0, 'rejects an unknown key');
console.log('the schema completes, explains and rejects');
