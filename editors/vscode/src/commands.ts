import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { showPage } from './pages';
import { Server } from './server';
import { findSpecs, isSpec } from './spec';
import { runTool } from './tool';

/** The report of the spec in the editor. */
export async function openReport(server: Server): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document && isSpec(document))
    await server.openReport(document.uri);
  else
    void vscode.window.showInformationMessage('Open a *.scaling.json first.');
}

/** A commented spec to start from, as `scaling init` writes it. */
export async function newSpec(): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void vscode.window.showInformationMessage('Open a folder first: the spec is written into it.');
    return;
  }
  const folder = folders.length === 1 ? folders[0] : await vscode.window.showWorkspaceFolderPick({ placeHolder: 'The folder of the new spec' });
  const name = folder && await vscode.window.showInputBox({
    prompt: 'The name of the model or run', value: 'MyModel',
    validateInput: text => /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(text) ? undefined : 'Letters, digits and underscores, such as Gpt2Small',
  });
  const size = name && await vscode.window.showInputBox({ prompt: 'Its parameters; dimensions can replace them later', value: '124M' });
  if (!folder || !name || !size)
    return;
  const spec = vscode.Uri.joinPath(folder.uri, `${name}.scaling.json`);
  if (!await runTool(spec, ['init', '--params', size, '--output', spec.fsPath]))
    return;
  await vscode.window.showTextDocument(spec);
}

/** Specs side by side, as `scaling compare` writes them. */
export async function compareSpecs(): Promise<void> {
  const offered = findSpecs().then(found => found
    .map(uri => ({ label: vscode.workspace.asRelativePath(uri), uri }))
    .sort((a, b) => a.label.localeCompare(b.label)));
  const chosen = await vscode.window.showQuickPick(offered, { canPickMany: true, title: 'Compare specs', placeHolder: 'Two or more' });
  if (!chosen)
    return;
  if (chosen.length < 2) {
    void vscode.window.showInformationMessage('Choose two or more specs to compare.');
    return;
  }
  // The tool reads files.
  const files = new Set(chosen.map(one => one.uri.toString()));
  for (const document of vscode.workspace.textDocuments) {
    if (document.isDirty && files.has(document.uri.toString()))
      await document.save();
  }
  const page = join(mkdtempSync(join(tmpdir(), 'scaling-compare-')), 'compare.html');
  if (await runTool(chosen[0].uri, ['compare', ...chosen.map(one => one.uri.fsPath), '--output', page]))
    await showPage(page, 'Compared specs');
}
