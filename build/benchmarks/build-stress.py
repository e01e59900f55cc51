#!/usr/bin/env python3
"""Builds one solution many times at once and kills builds at random: no build passes by a gate, and nothing is lost.

    python3 build/benchmarks/build-stress.py [--rounds 100] [--builds 20] [--seed 1]

The solution has a project whose plans hold, one beyond its gate, one that is not as locked and one with a spec that cannot be read. So no
build of it may succeed, whatever else is built at the time or was killed before. After each round one quiet build must say all four things,
once each; the plans must be whole, the lock file as it was, and no temporary file left.
"""
import argparse, importlib.machinery, importlib.util, json, os, pathlib, random, re, signal, subprocess, sys, time

HERE = pathlib.Path(__file__).resolve().parent
loader = importlib.machinery.SourceFileLoader("build_cost", str(HERE / "build-cost.py"))
cost = importlib.util.module_from_spec(importlib.util.spec_from_loader("build_cost", loader))
loader.exec_module(cost)

RUN = '{ "model": { "parameters": "1B" }, "data": { "tokens": "%s" } }\n'
LOCKED = {"format": 1, "specs": {"Run.scaling.json": {
    "name": "Run", "inputs": {"data.tokens": "2B", "model.parameters": "1B"}, "laws": {"allocation": "besiroglu-2024 Table 1"}, "constants": "", "budgets": {}}}}
PROJECTS = {
    "Good": ("", {"Run.scaling.json": RUN % "20B", "Other.scaling.json": RUN % "30B"}),
    "Gate": ("<ScalingMaxFlops>1e18</ScalingMaxFlops>", {"Run.scaling.json": RUN % "20B"}),
    "Lock": ("<ScalingLockFile>scaling.lock.json</ScalingLockFile>", {"Run.scaling.json": RUN % "20B", "scaling.lock.json": json.dumps(LOCKED)}),
    "Torn": ("", {"Run.scaling.json": '{ "model": { "parameters": '}),
}
# What a quiet build says, once each; an error of the compiler names the unreadable spec too.
SAYS = {"Gate": r"Run\.scaling\.json\(\d+,\d+\): error SCALE9001", "Lock": r"Run\.scaling\.json\(\d+,\d+\): error SCALE9010", "Torn": r"Run\.scaling\.json\(\d+,\d+\): error SCALE9006"}
COMMAND = ["dotnet", "build", "All.slnx", "--no-restore", "-nodeReuse:false", "-tl:off", "-v:m"]


def make(folder, version):
    for name, (properties, files) in PROJECTS.items():
        project = folder / name
        project.mkdir(parents=True)
        (project / f"{name}.csproj").write_text(
            f'<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework>{properties}</PropertyGroup>'
            f'<ItemGroup><PackageReference Include="ScalingSdk" Version="{version}" /></ItemGroup></Project>')
        (project / "Class.cs").write_text(f"namespace {name}; public static class Class;\n")
        for file, text in files.items():
            (project / file).write_text(text)
    (folder / "All.slnx").write_text("<Solution>" + "".join(f'<Project Path="{name}/{name}.csproj" />' for name in PROJECTS) + "</Solution>")
    cost.run("dotnet", "restore", "All.slnx", folder=folder)


def start(folder, log):
    return subprocess.Popen(COMMAND, cwd=folder, env=cost.ENVIRONMENT, stdout=log, stderr=subprocess.STDOUT, start_new_session=True)


def problems_of(folder):
    """What is wrong after a round, by a build that nothing disturbs."""
    quiet = subprocess.run(COMMAND, cwd=folder, env=cost.ENVIRONMENT, capture_output=True, text=True)
    found = [] if quiet.returncode == 1 else [f"the quiet build ends with {quiet.returncode}"]
    for name, said in SAYS.items():
        lines = {line for line in quiet.stdout.splitlines() if re.search(f"/{name}/{said}", line)}
        if len(lines) != 1:
            found.append(f"{name}: {len(lines)} lines match {said}")
    if re.search("MSB4018|Unhandled exception", quiet.stdout):
        found.append("an exception")
    for name in ("Run", "Other"):
        plans = list((folder / "Good/obj").rglob(f"{name}.plan.json"))
        try:
            if len(plans) != 1 or "figures" not in json.loads(plans[0].read_text()):
                found.append(f"Good: {len(plans)} plans of {name}, or one that is not whole")
        except ValueError:
            found.append(f"Good: the plan of {name} is torn")
    if (folder / "Lock/scaling.lock.json").read_text() != json.dumps(LOCKED):
        found.append("the lock file is another")
    found += [f"left over: {file}" for file in folder.rglob("*.tmp") if "scaling" in file.parts]
    return found + ([quiet.stdout] if found else [])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--builds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    killed = ended = 0
    with cost.workplace() as workplace:
        folder = workplace / "solution"
        make(folder, cost.pack(workplace))
        longest = 6.0
        for number in range(1, options.rounds + 1):
            began = time.monotonic()
            logs = [open(workplace / f"build{i}.txt", "w+") for i in range(options.builds)]
            builds = [start(folder, log) for log in logs]
            doomed = sorted(((began + chance.uniform(0, longest), build) for build in chance.sample(builds, options.builds * 2 // 3)), key=lambda pair: pair[0])
            for at, build in doomed:
                time.sleep(max(0, at - time.monotonic()))
                if build.poll() is None:
                    os.killpg(build.pid, signal.SIGKILL)
            codes = [build.wait() for build in builds]
            longest = max(longest, time.monotonic() - began)
            killed += sum(code < 0 for code in codes)
            ended += sum(code >= 0 for code in codes)
            passed = [log.name for log, code in zip(logs, codes) if code == 0]
            for log in logs:
                log.close()
            found = [f"a build passed: {pathlib.Path(name).read_text()}" for name in passed] + problems_of(folder)
            if found:
                sys.exit(f"round {number}: " + "\n".join(found))
            print(f"round {number}: {time.monotonic() - began:.0f} s, {sum(code < 0 for code in codes)} killed", flush=True)
    print(f"{options.rounds} rounds of {options.builds} builds: {killed} were killed, {ended} ended by themselves, none passed, nothing was lost")


if __name__ == "__main__":
    main()
