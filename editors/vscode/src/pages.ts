import { readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as vscode from 'vscode';

const open = new Map<string, vscode.WebviewPanel>();

/**
 * Shows a page that the tool wrote into a folder of its own. It is a tab of the editor: where the editor's window is on another machine, no browser
 * reaches the file. The page has neither scripts nor requests, and the tab allows none. A page of the same title takes the place of the last one.
 */
export async function showPage(file: string, title: string): Promise<void> {
  const html = await readFile(file, 'utf8');
  await rm(dirname(file), { recursive: true, force: true });
  let panel = open.get(title);
  if (!panel) {
    panel = vscode.window.createWebviewPanel('scaling.page', title, vscode.ViewColumn.Active, { enableScripts: false, localResourceRoots: [], enableFindWidget: true });
    panel.onDidDispose(() => open.delete(title));
    open.set(title, panel);
  }
  panel.webview.html = html;
  panel.reveal();
}
