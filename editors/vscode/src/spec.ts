import type { TextDocument } from 'vscode';

/** Whether a document is a spec. */
export const isSpec = (document?: TextDocument) => document?.fileName.endsWith('.scaling.json') === true;
