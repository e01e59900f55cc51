import { execFile } from 'node:child_process';
import * as vscode from 'vscode';

/** How the tool is started: the program, its first arguments, the folder to start it in, and what installs it. */
export interface Tool {
  program: string;
  args: string[];
  folder?: string;
  install: string;
}

/** The tool of the setting, else of the repository's tool manifest, else of the path. */
export async function findTool(near?: vscode.Uri): Promise<Tool> {
  // A spec that is not saved, or that is outside of the open folders, is planned by the tool of the first one.
  const folder = (near && vscode.workspace.getWorkspaceFolder(near)) ?? vscode.workspace.workspaceFolders?.[0];
  const global = 'dotnet tool install --global ScalingSdk.Tool';
  const configured = vscode.workspace.getConfiguration('scaling', near).get<string[]>('command', []);
  if (configured.length > 0)
    return { program: configured[0], args: configured.slice(1), folder: folder?.uri.fsPath, install: global };
  for (const manifest of folder ? ['.config/dotnet-tools.json', 'dotnet-tools.json'] : []) {
    try {
      const text = Buffer.from(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder!.uri, manifest))).toString();
      if (/"scalingsdk\.tool"/i.test(text))
        return { program: 'dotnet', args: ['tool', 'run', 'scaling', '--'], folder: folder!.uri.fsPath, install: 'dotnet tool restore' };
    } catch {
      // No manifest here.
    }
  }
  return { program: 'scaling', args: [], folder: folder?.uri.fsPath, install: global };
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

/** Says what to type where the tool is not there. */
export async function sayHowToInstall(tool: Tool): Promise<void> {
  const copy = 'Copy the command';
  const command = [tool.program, ...tool.args].join(' ').replace(/ --$/, '');
  if (await vscode.window.showErrorMessage(`'${command}' did not start. To install the tool: ${tool.install}`, copy) === copy)
    await vscode.env.clipboard.writeText(tool.install);
}
