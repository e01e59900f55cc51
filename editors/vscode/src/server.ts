import { basename } from 'node:path';
import * as vscode from 'vscode';
import { CloseAction, CodeLens, ErrorHandler, LanguageClient, ShowDocumentResult } from 'vscode-languageclient/node';
import { showPage } from './pages';
import { findTool, sayHowToInstall } from './tool';

/** Before the server runs, what is wrong is said by us, with what to type. */
class Client extends LanguageClient {
  override error(message: string, data?: unknown, show: boolean | 'force' = true): void {
    super.error(message, data, this.isRunning() && show);
  }
}

/** The language server of the tool, started once. */
export class Server {
  private client: LanguageClient | undefined;
  private started: Promise<void> | undefined;

  /** Starts the server; where it did not start or has ended for good, the next spec or command tries again. */
  start(near: vscode.Uri): Promise<void> {
    return this.started ??= this.startAsync(near);
  }

  stop(): Promise<void> | undefined {
    const client = this.client;
    this.client = this.started = undefined;
    return client?.stop();
  }

  /** Writes the report of a spec; the server then asks to show it. */
  async openReport(uri: vscode.Uri): Promise<void> {
    await this.start(uri);
    if (!this.client)
      return;
    const page = await this.client.sendRequest<string | null>('workspace/executeCommand', { command: 'scaling.openReport', arguments: [uri.toString()] });
    if (!page)
      void vscode.window.showWarningMessage('This spec has no plan yet: its problems say why.');
  }

  /** The plan in one line; undefined where there is none. */
  async summary(uri: vscode.Uri): Promise<string | undefined> {
    if (!this.client?.isRunning())
      return undefined;
    try {
      const lenses = await this.client.sendRequest<CodeLens[] | null>('textDocument/codeLens', { textDocument: { uri: uri.toString() } });
      return lenses?.[0]?.command?.title;
    } catch {
      return undefined; // it ended meanwhile
    }
  }

  private async startAsync(near: vscode.Uri): Promise<void> {
    const tool = await findTool(near);
    // A server that ran and ended is started again; one that never ran is not.
    let otherwise: ErrorHandler | undefined;
    const client: Client = new Client('scaling', 'ScalingSdk', { command: tool.program, args: [...tool.args, 'lsp'], options: { cwd: tool.folder } }, {
      documentSelector: ['file', 'untitled'].flatMap(scheme => ['**/*.scaling.json', '**/{config,params}.json', '**/*.law.json'].map(pattern => ({ scheme, pattern }))),
      initializationOptions: { schemaHover: true },
      initializationFailedHandler: () => false,
      errorHandler: {
        error: (error, message, count) => client.createDefaultErrorHandler().error(error, message, count),
        closed: async () => {
          const next = await otherwise?.closed() ?? { action: CloseAction.DoNotRestart, handled: true };
          if (next.action === CloseAction.DoNotRestart && this.client === client)
            this.client = this.started = undefined;
          return next;
        },
      },
      middleware: {
        window: {
          async showDocument(request, next): Promise<ShowDocumentResult> {
            const page = vscode.Uri.parse(request.uri);
            if (request.external && page.path.endsWith('.html')) {
              await showPage(page.fsPath, `Plan of ${basename(page.fsPath, '.html')}`);
              return { success: true };
            }
            const result = await next(request, new vscode.CancellationTokenSource().token);
            return 'success' in result ? result : { success: false };
          },
        },
      },
    });
    try {
      await client.start();
      // The client also resolves where the program ended at once.
      if (!client.isRunning())
        throw new Error('the tool ended');
      otherwise = client.createDefaultErrorHandler();
      this.client = client;
    } catch {
      this.started = undefined;
      void sayHowToInstall(tool, client.outputChannel);
    }
  }
}
