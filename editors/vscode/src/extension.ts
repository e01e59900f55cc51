import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node';

const install = 'dotnet tool install --global ScalingSdk.Tool';
let client: LanguageClient | undefined;

/** Starts the server at the first spec; other files of JSON with comments cost nothing. */
export function activate(context: vscode.ExtensionContext): void {
  const start = (document: vscode.TextDocument) => {
    if (document.fileName.endsWith('.scaling.json') && !client)
      void startServer();
  };
  context.subscriptions.push(vscode.workspace.onDidOpenTextDocument(start));
  vscode.workspace.textDocuments.forEach(start);
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}

async function startServer(): Promise<void> {
  const configured = vscode.workspace.getConfiguration('scaling').get<string[]>('command', []);
  const [command, ...args] = configured.length > 0 ? configured : ['scaling'];
  client = new LanguageClient('scaling', 'ScalingSdk', { command, args: [...args, 'lsp'] }, {
    documentSelector: [{ pattern: '**/*.scaling.json' }, { pattern: '**/{config,params}.json' }, { pattern: '**/*.law.json' }],
    initializationOptions: { schemaHover: true },
  });
  try {
    await client.start();
  } catch {
    const copy = 'Copy the command';
    if (await vscode.window.showErrorMessage(`'${command}' did not start. Install it: ${install}`, copy) === copy)
      await vscode.env.clipboard.writeText(install);
  }
}
