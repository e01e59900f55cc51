import { execFile } from 'node:child_process';
import * as vscode from 'vscode';

const install = 'dotnet tool install --global ScalingSdk.Tool';

/** How the tool is started: the program, its first arguments, and the folder to start it in. */
export interface Tool {
  program: string;
  args: string[];
  folder?: string;
}

/** The tool of the setting, else of the repository's tool manifest, else of the path. */
export async function findTool(near?: vscode.Uri): Promise<Tool> {
  const folder = near ? vscode.workspace.getWorkspaceFolder(near) : vscode.workspace.workspaceFolders?.[0];
  const configured = vscode.workspace.getConfiguration('scaling', near).get<string[]>('command', []);
  if (configured.length > 0)
    return { program: configured[0], args: configured.slice(1), folder: folder?.uri.fsPath };
  for (const manifest of folder ? ['.config/dotnet-tools.json', 'dotnet-tools.json'] : []) {
    try {
      const text = Buffer.from(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder!.uri, manifest))).toString();
      if (/"scalingsdk\.tool"/i.test(text))
        return { program: 'dotnet', args: ['tool', 'run', 'scaling', '--'], folder: folder!.uri.fsPath };
    } catch {
      // No manifest here.
    }
  }
  return { program: 'scaling', args: [], folder: folder?.uri.fsPath };
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
  if (await vscode.window.showErrorMessage(`'${tool.program}' did not start. Install the tool: ${install}`, copy) === copy)
    await vscode.env.clipboard.writeText(install);
}
