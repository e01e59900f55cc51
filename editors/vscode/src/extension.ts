import * as vscode from 'vscode';
import { compareSpecs, newSpec, openReport } from './commands';
import { Server } from './server';
import { isSpec } from './spec';
import { StatusItem } from './status';

let server: Server | undefined;

/** Starts the server at the first spec; other files of JSON with comments cost nothing. */
export function activate(context: vscode.ExtensionContext): void {
  const started = server = new Server();
  const status = new StatusItem(started);
  const start = (document: vscode.TextDocument) => {
    if (isSpec(document))
      void started.start(document.uri).then(() => status.show());
  };
  context.subscriptions.push(
    status,
    vscode.workspace.onDidOpenTextDocument(start),
    vscode.workspace.onDidChangeConfiguration(async changed => {
      if (changed.affectsConfiguration('scaling.command')) {
        await started.stop();
        vscode.workspace.textDocuments.forEach(start);
      }
    }),
    vscode.commands.registerCommand('scaling.report', () => openReport(started)),
    vscode.commands.registerCommand('scaling.newSpec', newSpec),
    vscode.commands.registerCommand('scaling.compareSpecs', compareSpecs));
  vscode.workspace.textDocuments.forEach(start);
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
