import * as vscode from 'vscode';
import { Server } from './server';
import { isSpec } from './spec';

/** The open spec's plan in the status bar, with the number of its warnings; a click opens the report. */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('scaling.plan', vscode.StatusBarAlignment.Right, 90);
  private readonly listeners: vscode.Disposable;

  constructor(private readonly server: Server) {
    this.item.name = 'Scaling plan';
    this.item.command = 'scaling.report';
    this.listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
      vscode.languages.onDidChangeDiagnostics(changed => {
        const open = vscode.window.activeTextEditor?.document.uri.toString();
        if (changed.uris.some(uri => uri.toString() === open))
          void this.show();
      }));
  }

  dispose(): void {
    this.listeners.dispose();
    this.item.dispose();
  }

  async show(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isSpec(document))
      return this.item.hide();
    const summary = await this.server.summary(document.uri);
    if (!summary)
      return this.item.hide();
    const findings = vscode.languages.getDiagnostics(document.uri).filter(one => one.source === 'ScalingSdk' && one.severity <= vscode.DiagnosticSeverity.Warning).length;
    // "Gpt2Small: 124M parameters · 10B tokens (5 epochs of 2B) · ...": what identifies the plan is in front.
    this.item.text = `$(graph) ${summary.split(' · ').slice(0, 2).join(' · ')}${findings > 0 ? ` $(warning) ${findings}` : ''}`;
    this.item.tooltip = `${summary}\n\nOpen report`;
    this.item.show();
  }
}
