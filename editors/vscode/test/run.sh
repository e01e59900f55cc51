#!/usr/bin/env bash
# run.sh [COMMAND...]: packs the extension, installs it in a real VS Code and drives that as a person would: the warning under "2B",
# the list of problems, hover, completion, quick fix, status bar, report. COMMAND starts the tool; left out, `scaling` of the path.
# SCALING_PICTURE=FILE.png takes the picture of docs/images. VS Code is kept in the user's cache.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$(cd ../.. && pwd)
code="${SCALING_VSCODE:-${XDG_CACHE_HOME:-$HOME/.cache}/scaling-sdk/vscode-1.100}"
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2> /dev/null || true; rm -rf "$work"' EXIT

# Several clones may test at once.
mkdir -p "$code"
exec 9> "$code/.lock"
flock 9
bash test/install.sh "$code"
flock -u 9

# Packed in a copy, so that two runs of one clone do not meet.
workspace="$work/repository/samples/QuickStart"
mkdir -p "$work/repository/editors" "$work/repository/schema" "$work/repository/build" "$workspace/.vscode" "$work/data/User"
cp -r . "$work/repository/editors/vscode"
cp "$root/schema/scaling.schema.json" "$work/repository/schema"
cp "$root/build/icon.png" "$work/repository/build"
cp "$root/LICENSE" "$work/repository"
(cd "$work/repository/editors/vscode" && npm run --silent package > "$work/package.txt" 2>&1) || { cat "$work/package.txt" >&2; exit 1; }
size=$(stat -c %s "$work/repository/editors/vscode/scaling-sdk.vsix")
[ "$size" -lt 300000 ] || { echo "the extension has $size bytes: keep it below 300,000" >&2; exit 1; }

cp "$root/samples/QuickStart/Gpt2Small.scaling.json" "$workspace"
if [ $# -gt 0 ]; then
  node -e 'console.log(JSON.stringify({ "scaling.command": process.argv.slice(1) }))' "$@" > "$workspace/.vscode/settings.json"
fi
cat > "$work/data/User/settings.json" <<'S'
{ "security.workspace.trust.enabled": false, "workbench.startupEditor": "none", "telemetry.telemetryLevel": "off", "extensions.autoUpdate": false, "window.commandCenter": false }
S
serve=(node "$code/node_modules/code-server/out/node/entry.js" --config "$work/config.yaml" --user-data-dir "$work/data" --extensions-dir "$work/extensions")
printf 'auth: none\n' > "$work/config.yaml"
"${serve[@]}" --install-extension "$work/repository/editors/vscode/scaling-sdk.vsix" > /dev/null
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
"${serve[@]}" --auth none --bind-addr "127.0.0.1:$port" --disable-telemetry --disable-update-check "$workspace" > "$work/serve.txt" 2>&1 &
server=$!
NODE_PATH="$code/node_modules" node test/drive.mjs "$code" "http://127.0.0.1:$port/?folder=$workspace" "${SCALING_PICTURE:-}" || { tail -5 "$work/serve.txt" >&2; exit 1; }
NODE_PATH="$code/node_modules" node test/schema.mjs "$code" "$root/schema/scaling.schema.json"
