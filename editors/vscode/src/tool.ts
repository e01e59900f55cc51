import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';

/** How the tool is started: the program, its first arguments, the folder to start it in, and what installs it; nothing where the setting names it. */
export interface Tool {
  program: string;
  args: string[];
  folder?: string;
  install?: string;
}

/** The tool of the setting, else of the nearest tool manifest, else of the path. */
export async function findTool(near?: vscode.Uri): Promise<Tool> {
  // A spec that is not saved, or that is outside of the open folders, is planned by the tool of the first one.
  const folder = ((near && vscode.workspace.getWorkspaceFolder(near)) ?? vscode.workspace.workspaceFolders?.[0])?.uri.fsPath;
  const configured = commandOf(vscode.workspace.getConfiguration('scaling', near).get<unknown>('command'));
  if (configured.length > 0)
    return { program: configured[0], args: configured.slice(1), folder };
  const manifest = await manifestAbove(near?.scheme === 'file' ? dirname(near.fsPath) : folder);
  return manifest
    ? { program: 'dotnet', args: ['tool', 'run', 'scaling', '--'], folder: manifest, install: 'dotnet tool restore' }
    : { program: 'scaling', args: [], folder, install: 'dotnet tool install --global ScalingSdk.Tool' };
}

/** A list of words; a text alone is a program, whatever blanks its path has. */
function commandOf(setting: unknown): string[] {
  return (Array.isArray(setting) ? setting : [setting]).filter((word): word is string => typeof word === 'string' && word.length > 0);
}

/** The folder whose tool manifest names the tool: this one or one above, where `dotnet tool run` looks too. */
async function manifestAbove(start: string | undefined): Promise<string | undefined> {
  for (let folder = start; folder; folder = dirname(folder) === folder ? undefined : dirname(folder)) {
    for (const manifest of ['.config/dotnet-tools.json', 'dotnet-tools.json']) {
      const text = await readFile(join(folder, manifest), 'utf8').catch(() => '');
      if (/"scalingsdk\.tool"/i.test(text))
        return folder;
      if (/"isRoot"\s*:\s*true/i.test(text))
        return undefined;
    }
  }
  return undefined;
}

/** Runs a command of the tool. True where it ended well; what went wrong is shown. */
export async function runTool(near: vscode.Uri, args: string[]): Promise<boolean> {
  const tool = await findTool(near);
  return new Promise(resolve => execFile(tool.program, [...tool.args, ...args], { cwd: tool.folder }, (error, _, problems) => {
    if (error?.code === 'ENOENT')
      void sayHowToInstall(tool);
    else if (error)
      void vscode.window.showErrorMessage(problems.trim() || error.message);
    resolve(!error);
  }));
}

/** Says what to do where the tool is not there; what it wrote before it ended is in its output. */
export async function sayHowToInstall(tool: Tool, output?: vscode.OutputChannel): Promise<void> {
  const [copy, settings, written] = ['Copy the command', 'Open the setting', 'Show the output'];
  const command = [tool.program, ...tool.args].join(' ').replace(/ --$/, '');
  const message = !tool.install ? `'${command}' of the setting 'scaling.command' did not start. Correct the setting, or empty it to find the tool without it.`
    : `'${command}' did not start. To install the tool: ${tool.install}${await isThere('dotnet') ? '' : '. That takes the .NET 10 SDK, which is not on the path: https://dotnet.microsoft.com/download'}`;
  const chosen = await vscode.window.showErrorMessage(message, tool.install ? copy : settings, ...output ? [written] : []);
  if (chosen === copy)
    await vscode.env.clipboard.writeText(tool.install!);
  else if (chosen === settings)
    await vscode.commands.executeCommand('workbench.action.openSettings', 'scaling.command');
  else if (chosen === written)
    output?.show();
}

function isThere(program: string): Promise<boolean> {
  return new Promise(resolve => execFile(program, ['--version'], error => resolve(error?.code !== 'ENOENT')));
}
