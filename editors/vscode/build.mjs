// The extension as one file, beside what the repository holds once: the schema, the licence and the icon.
import { copyFileSync } from 'node:fs';
import { build } from 'esbuild';

for (const [from, to] of [['schema/scaling.schema.json', 'scaling.schema.json'], ['LICENSE', 'LICENSE'], ['build/icon.png', 'icon.png']])
  copyFileSync(new URL(`../../${from}`, import.meta.url), new URL(to, import.meta.url));
await build({ entryPoints: ['src/extension.ts'], bundle: true, platform: 'node', external: ['vscode'], minify: true, outfile: 'dist/extension.js' });
