// drive.mjs FOLDER ADDRESS WORKSPACES [PICTURE]: drives the VS Code that is served at ADDRESS with the folders that run.sh made. FOLDER is where
// install.sh put it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [, , installed, address, workspaces, picture] = process.argv;
const { chromium } = createRequire(installed + '/package.json')('playwright-core');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1200, height: 720 } });
page.setDefaultTimeout(60_000);
const problems = page.locator('.markers-panel .monaco-list-row');
const editor = page.locator('.monaco-editor .view-lines').first();
const line = text => editor.locator('.view-line', { hasText: text }).first();
const saw = text => console.log(`seen: ${text}`);

try {
  await open('QuickStart');

  // The lens comes above the first line, and moves the others.
  await page.locator('.codelens-decoration', { hasText: 'Open report' }).waitFor();
  saw('the plan above the spec');

  // The warning stands under "2B", and no JSON server complains about the comment.
  await until('the squiggle stands under "2B"', async () => {
    const [warned, value] = [await page.locator('.squiggly-warning').first().boundingBox(), await line('"unique_tokens"').getByText('"2B"').boundingBox()];
    return Math.abs(warned.y - value.y) < 12 && Math.abs(warned.x - value.x) < 12;
  });
  saw('the squiggle under "2B"');

  await page.keyboard.press('Control+Shift+M');
  await problems.filter({ hasText: 'SCALE1001' }).first().waitFor();
  const listed = (await problems.allInnerTexts()).join('\n');
  for (const expected of ['3.69B', 'SCALE3001', 'because: ', 'help: '])
    assert(listed.includes(expected), `the list of problems has '${expected}':\n${listed}`);
  assert(!listed.includes('Comments are not permitted'), 'comments are permitted');
  saw('SCALE1001 and SCALE3001 with because and help in the list of problems');

  await page.locator('.statusbar-item', { hasText: '124M' }).waitFor();
  saw('the plan in the status bar');

  // Hover: what the schema says of the key, and what follows from its value.
  await line('"unique_tokens"').getByText('unique_tokens').hover();
  const hover = page.locator('.monaco-hover:visible', { hasText: 'Overfitting threshold' });
  await hover.first().waitFor();
  const hovered = await hover.first().innerText();
  assert.match(hovered, /3\.69B/, 'the hover has the threshold');
  assert.equal(hovered.match(/istinct tokens/g)?.length ?? 0, 1, `the meaning stands once:\n${hovered}`);
  saw('the hover');
  if (picture)
    await takePicture();
  await page.mouse.move(5, 700);

  // Completion of the keys that are left, in the section where the caret is.
  await line('"unique_tokens"').click();
  await page.keyboard.press('End');
  await page.keyboard.type(',\n"ep');
  const offered = page.locator('.suggest-widget .monaco-list-row', { hasText: 'epochs' });
  await offered.first().waitFor();
  saw('completion of epochs');
  await page.keyboard.press('Escape');
  for (let i = 0; i < 3; i++)
    await page.keyboard.press('Control+z');
  await line('"unique_tokens"').waitFor();

  // The quick fix changes the text, and its finding goes.
  await line('"vocabulary_size"').getByText('50257').click();
  await page.keyboard.press('Control+.');
  const fix = page.locator('.action-widget .monaco-list-row', { hasText: '50304' });
  await fix.first().waitFor();
  await page.keyboard.press('Enter');
  await line('50304').waitFor();
  await problems.filter({ hasText: 'SCALE3001' }).first().waitFor({ state: 'detached' });
  saw('the quick fix, and its squiggle gone');

  // Enough unique tokens: the warning goes while one types, unsaved.
  await line('"unique_tokens"').getByText('"2B"').dblclick();
  await page.keyboard.type('9B');
  await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
  saw('the warning gone while typing');

  // A new spec by the command: its name and its size, as proposed.
  await command('New spec');
  for (const question of ['The name of the model or run', 'Its parameters']) {
    await page.locator('.quick-input-widget', { hasText: question }).waitFor();
    await page.keyboard.press('Enter');
  }
  await page.locator('.tab', { hasText: 'MyModel.scaling.json' }).waitFor();
  await page.locator('.statusbar-item', { hasText: 'MyModel' }).waitFor();
  await page.waitForTimeout(1000); // the JSON server has looked at it
  assert.deepEqual(await problems.filter({ hasText: /Trailing comma|schema/ }).allInnerTexts(), [], 'a new spec has no problem of JSON');
  saw('a new spec by the command');

  await command('Compare specs');
  for (const spec of ['Gpt2Small', 'MyModel'])
    await page.locator('.quick-input-list .monaco-list-row', { hasText: spec }).first().click();
  await page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
  await shown('Compared specs').getByText('Gpt2Small / MyModel').first().waitFor();
  saw('two specs side by side');

  await page.locator('.tab', { hasText: 'Gpt2Small.scaling.json' }).click();
  await command('Open report');
  const report = await reportOf('Gpt2Small');
  assert.match(report, /9B/, 'the report is of the text that is not saved');
  saw('the report of the unsaved spec');

  await page.locator('.tab', { hasText: 'MyModel.scaling.json' }).click();
  await page.locator('.codelens-decoration a').first().click();
  await reportOf('MyModel');
  saw('the report by the lens');

  // A server that ends is started again; once it has ended too often, by the next command.
  await page.locator('.tab', { hasText: 'Gpt2Small.scaling.json' }).click();
  for (let ended = 0; ended < 5; ended++) {
    await until('the server runs', () => serverOf('QuickStart') !== undefined);
    await page.waitForTimeout(1000); // it has answered
    process.kill(serverOf('QuickStart'), 'SIGKILL');
    await until('the server has ended', () => serverOf('QuickStart') === undefined || ended < 4);
  }
  await told('crashed 5 times');
  await command('Open report');
  await until('the server runs again', () => serverOf('QuickStart') !== undefined);
  await reportOf('Gpt2Small');
  saw('a server that ended for good, started by the next command');

  await open('Python');
  await page.locator('.squiggly-warning').first().waitFor();
  saw('the tool of a dotnet-tools.json in a Python project');

  await open('Python/experiments');
  await page.locator('.squiggly-warning').first().waitFor();
  saw('the tool of a dotnet-tools.json above the open folder');

  await open('Unrestored');
  await told("'dotnet tool run scaling' did not start. To install the tool: dotnet tool restore");
  saw('what restores the tool');

  await open('NoTool');
  await told("'scaling' did not start. To install the tool: dotnet tool install --global ScalingSdk.Tool");
  saw('how to install the tool');

  await open('Mistaken');
  await told("'/no/such/scaling' of the setting 'scaling.command' did not start. Correct the setting, or empty it");
  saw('the setting that names no tool');
} catch (problem) {
  const failed = join(tmpdir(), 'scaling-vscode-failed.png');
  await page.screenshot({ path: failed });
  console.error(`${problem.stack}\nThe window as it was: ${failed}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}

/** Lines move while lenses arrive: what holds at last counts. */
async function until(what, holds) {
  for (const end = Date.now() + 60_000; !await holds(); await new Promise(resolve => setTimeout(resolve, 50)))
    assert(Date.now() < end, what);
}

/** The process of a folder's server: it runs there. */
function serverOf(workspace) {
  const pid = readdirSync('/proc').filter(name => /^\d+$/.test(name)).find(name => {
    try {
      return readlinkSync(`/proc/${name}/cwd`) === join(workspaces, workspace) && readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0').includes('lsp');
    } catch {
      return false; // gone, or not ours
    }
  });
  return pid === undefined ? undefined : Number(pid);
}

/** Opens a folder, and the spec in it. */
async function open(workspace) {
  // The server may not listen yet.
  for (let tries = 0; ; tries++) {
    try {
      await page.goto(`${address}/?folder=${join(workspaces, workspace)}`);
      break;
    } catch (problem) {
      if (tries === 100)
        throw problem;
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }
  await page.waitForSelector('.monaco-workbench');
  await page.getByRole('treeitem', { name: 'Gpt2Small.scaling.json' }).first().dblclick();
}

async function command(name) {
  // While a tab opens, the editor may not hear the key.
  const input = page.locator('.quick-input-widget:visible input.input');
  await until('the palette opens', async () => {
    await page.keyboard.press('F1');
    return await input.waitFor({ timeout: 3_000 }).then(() => true, () => false);
  });
  await input.fill(`>Scaling: ${name}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** The page of the tab with this title, in its frame within a frame. */
function shown(title) {
  return page.frameLocator('iframe.webview.ready:visible').frameLocator(`iframe[title="${title}"]`);
}

async function reportOf(name) {
  await page.locator('.tab.active', { hasText: `Plan of ${name}` }).waitFor();
  const heading = shown(`Plan of ${name}`).locator('h1', { hasText: name });
  await heading.waitFor();
  return await shown(`Plan of ${name}`).locator('body').innerText();
}

async function told(message) {
  await page.locator('.notifications-toasts .notification-list-item', { hasText: message }).first().waitFor();
}

async function takePicture() {
  await page.keyboard.press('Control+b');
  await line('"unique_tokens"').getByText('unique_tokens').hover();
  await page.locator('.monaco-hover:visible', { hasText: 'Overfitting threshold' }).first().waitFor();
  await page.screenshot({ path: picture });
  await page.keyboard.press('Control+b');
}
