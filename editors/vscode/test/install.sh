#!/usr/bin/env bash
# install.sh FOLDER: a real VS Code, served to a browser, from the npm registry alone (code-server 4.100.3, VS Code 1.100), once.
# Needs Node.js 20 with its headers below /usr/include/node, g++ and make. About two minutes.
set -euo pipefail
target=$(mkdir -p "$1" && cd "$1" && pwd)
[ -e "$target/installed" ] && exit 0
cd "$target"
[ -e package.json ] || npm init -y > /dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error code-server@4.100.3 playwright-core@1.65.1 vscode-json-languageservice@5.7.2
code="$target/node_modules/code-server/lib/vscode"
for folder in "$code" "$code/extensions"; do
  (cd "$folder" && npm install --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error)
done
for module in node-pty native-watchdog @vscode/spdlog @parcel/watcher @vscode/deviceid; do
  (cd "$code/node_modules/$module" && npx --yes node-gyp rebuild --nodedir=/usr > "$target/gyp.txt" 2>&1) || { tail -20 "$target/gyp.txt" >&2; echo "$module does not build" >&2; exit 1; }
done
[ -e "$code/node_modules.asar" ] || ln -s node_modules "$code/node_modules.asar"
# Passwords are not used here, so their native part is not needed.
echo "module.exports = { hash: async () => '', verify: async () => false, argon2id: 2 }" > "$target/node_modules/argon2/argon2.js"
touch "$target/installed"
