#!/usr/bin/env bash
# run.sh [COMMAND...]: packs the extension, installs it in a real VS Code and drives that as a person would: the warning under "2B", the list of
# problems, hover, completion, quick fix, status bar, the commands, the tool of a dotnet-tools.json, and what is said where there is none. COMMAND
# starts the tool; left out, it is that of the package. SCALING_FEED is a folder with the tool as a package, of version 0.0.1-test; left out, it is packed.
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
# As in the repository, so that the spec finds its schema.
workspaces="$work/repository/samples"
mkdir -p "$work/repository/editors" "$work/repository/schema" "$work/repository/build" "$workspaces/QuickStart/.vscode" "$work/data/User"
cp -r . "$work/repository/editors/vscode"
cp "$root/schema/scaling.schema.json" "$work/repository/schema"
cp "$root/build/icon.png" "$work/repository/build"
cp "$root/LICENSE" "$work/repository"
(cd "$work/repository/editors/vscode" && npm run --silent package > "$work/package.txt" 2>&1) || { cat "$work/package.txt" >&2; exit 1; }
size=$(stat -c %s "$work/repository/editors/vscode/scaling-sdk.vsix")
[ "$size" -lt 300000 ] || { echo "the extension has $size bytes: keep it below 300,000" >&2; exit 1; }

spec="$root/samples/QuickStart/Gpt2Small.scaling.json"
cp "$spec" "$workspaces/QuickStart"
# A Python project whose dotnet-tools.json names the tool, a folder in it, one that was not restored, one that has no tool, and one that names another.
export NUGET_PACKAGES="$work/packages" DOTNET_CLI_HOME="$work/home" DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
feed="${SCALING_FEED:-$work/feed}"
[ -n "${SCALING_FEED:-}" ] || (unset NUGET_PACKAGES && dotnet pack "$root/src/ScalingSdk.Tool" -p:PackageVersion=0.0.1-test -o "$feed" > "$work/pack.txt") || { cat "$work/pack.txt" >&2; exit 1; }
for project in Python Python/experiments Unrestored NoTool Mistaken; do
  mkdir -p "$workspaces/$project/.config"
  echo 'print("trains")' > "$workspaces/$project/train.py"
  cp "$spec" "$workspaces/$project"
done
cat > "$work/nuget.config" <<N
<configuration><packageSources><clear /><add key="feed" value="$feed" /></packageSources></configuration>
N
if [ $# -eq 0 ]; then
  dotnet tool install ScalingSdk.Tool --version 0.0.1-test --tool-path "$work/tool" --configfile "$work/nuget.config" > "$work/install.txt" || { cat "$work/install.txt" >&2; exit 1; }
  set -- "$work/tool/scaling"
fi
node -e 'console.log(JSON.stringify({ "scaling.command": process.argv.slice(1) }))' "$@" > "$workspaces/QuickStart/.vscode/settings.json"
mkdir "$workspaces/Mistaken/.vscode"
echo '{ "scaling.command": "/no/such/scaling" }' > "$workspaces/Mistaken/.vscode/settings.json"
manifest() { printf '{ "version": 1, "isRoot": true, "tools": { "scalingsdk.tool": { "version": "%s", "commands": ["scaling"] } } }\n' "$1"; }
manifest 9.9.9 > "$workspaces/Unrestored/.config/dotnet-tools.json"
manifest 0.0.1-test > "$workspaces/Python/.config/dotnet-tools.json"
(cd "$workspaces/Python" && dotnet tool restore --configfile "$work/nuget.config" > "$work/restore.txt") || { cat "$work/restore.txt" >&2; exit 1; }

cat > "$work/data/User/settings.json" <<'S'
{ "security.workspace.trust.enabled": false, "workbench.startupEditor": "none", "telemetry.telemetryLevel": "off", "extensions.autoUpdate": false, "window.commandCenter": false }
S
serve=(node "$code/node_modules/code-server/out/node/entry.js" --config "$work/config.yaml" --user-data-dir "$work/data" --extensions-dir "$work/extensions")
printf 'auth: none\n' > "$work/config.yaml"
"${serve[@]}" --install-extension "$work/repository/editors/vscode/scaling-sdk.vsix" > /dev/null
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
# Where no setting and no manifest names the tool, none is found.
without() {
  local kept= folder
  while IFS= read -r -d : folder; do [ -x "$folder/scaling" ] || kept="$kept:$folder"; done <<< "$PATH:"
  echo "${kept#:}"
}
PATH=$(without) "${serve[@]}" --auth none --bind-addr "127.0.0.1:$port" --disable-telemetry --disable-update-check > "$work/serve.txt" 2>&1 &
server=$!
NODE_PATH="$code/node_modules" node test/drive.mjs "$code" "http://127.0.0.1:$port" "$workspaces" "${SCALING_PICTURE:-}" || { tail -5 "$work/serve.txt" >&2; exit 1; }
NODE_PATH="$code/node_modules" node test/schema.mjs "$code" "$root/schema/scaling.schema.json"
