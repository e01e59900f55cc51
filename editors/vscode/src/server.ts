import * as vscode from 'vscode';
import { CodeLens, LanguageClient } from 'vscode-languageclient/node';
import { findTool, sayHowToInstall } from './tool';

/** The language server of the tool, started once. */
export class Server {
  private client: LanguageClient | undefined;
  private started: Promise<void> | undefined;

  start(near: vscode.Uri): Promise<void> {
    return this.started ??= this.startAsync(near);
  }

  stop(): Promise<void> | undefined {
    return this.client?.stop();
  }

  /** Writes the report of a spec and opens it. */
  async openReport(uri: vscode.Uri): Promise<void> {
    const page = await this.client?.sendRequest<string | null>('workspace/executeCommand', { command: 'scaling.openReport', arguments: [uri.toString()] });
    if (!page)
      void vscode.window.showWarningMessage('This spec has no plan yet: its problems say why.');
  }

  /** The plan in one line; undefined where there is none. */
  async summary(uri: vscode.Uri): Promise<string | undefined> {
    if (!this.client?.isRunning())
      return undefined;
    const lenses = await this.client.sendRequest<CodeLens[] | null>('textDocument/codeLens', { textDocument: { uri: uri.toString() } });
    return lenses?.[0]?.command?.title;
  }

  private async startAsync(near: vscode.Uri): Promise<void> {
    const tool = await findTool(near);
    const client = new LanguageClient('scaling', 'ScalingSdk', { command: tool.program, args: [...tool.args, 'lsp'], options: { cwd: tool.folder } }, {
      documentSelector: [{ pattern: '**/*.scaling.json' }, { pattern: '**/{config,params}.json' }, { pattern: '**/*.law.json' }],
      initializationOptions: { schemaHover: true },
    });
    try {
      await client.start();
      this.client = client;
    } catch {
      await sayHowToInstall(tool);
    }
  }
}
