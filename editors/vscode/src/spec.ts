import * as vscode from 'vscode';

const extension = '.scaling.json';
const left = new Set(['bin', 'obj', 'node_modules', 'site-packages', 'venv', '__pycache__']);
const mostFolders = 5_000;
const mostSpecs = 500;

/** Whether a document is a spec. */
export const isSpec = (document?: vscode.TextDocument) => document?.uri.path.endsWith(extension) === true;

/**
 * The specs of the open folders, and those in the editor; the nearest to the root first, until a bound is reached. The folders are read here, because
 * the editor's own search needs a program that not every build of it has.
 */
export async function findSpecs(): Promise<vscode.Uri[]> {
  const found = new Map(vscode.workspace.textDocuments
    .filter(document => isSpec(document) && document.uri.scheme === 'file')
    .map(document => [document.uri.toString(), document.uri]));
  let folders = (vscode.workspace.workspaceFolders ?? []).map(folder => folder.uri);
  for (let read = 0; folders.length > 0 && read < mostFolders && found.size < mostSpecs;) {
    const level = folders.slice(0, mostFolders - read);
    read += level.length;
    folders = [];
    for (const [folder, entries] of await Promise.all(level.map(async folder => [folder, await entriesOf(folder)] as const))) {
      for (const [name, type] of entries) {
        const uri = vscode.Uri.joinPath(folder, name);
        // A link to a folder may lead back.
        if (type === vscode.FileType.Directory && !name.startsWith('.') && !left.has(name))
          folders.push(uri);
        else if (type & vscode.FileType.File && name.endsWith(extension))
          found.set(uri.toString(), uri);
      }
    }
  }
  return [...found.values()].slice(0, mostSpecs);
}

async function entriesOf(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return []; // gone, or not readable
  }
}
