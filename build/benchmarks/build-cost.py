#!/usr/bin/env python3
"""What the package costs a build: the tables of docs/performance.md.

    python3 build/benchmarks/build-cost.py [--specs 1,10,100] [--projects 1] [--rounds 5] [--beside]

It packs the SDK into a temporary feed and makes projects of a user that have it, lack it, or have another package in its place.
Figures of targets are those of one build (-clp:PerformanceSummary), of generator and analyzers those of the compiler (-p:ReportAnalyzer=true).
Figures of whole processes are pairs: with and without in turn, so that what else the machine does falls on both; the interval is
that of the median difference, by the order statistics of the pairs (about 94 % for 5 rounds).
"""
import argparse, os, pathlib, re, shutil, statistics, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BESIDE = {"MinVer": "8.0.0", "Riok.Mapperly": "4.3.1", "Nerdbank.GitVersioning": "3.10.94"}
ENVIRONMENT = {**os.environ, "DOTNET_CLI_UI_LANGUAGE": "en", "DOTNET_NOLOGO": "1", "MSBUILDTERMINALLOGGER": "off", "UseSharedCompilation": "true"}


def dotnet(*arguments, folder, check=True):
    result = subprocess.run(["dotnet", *arguments], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True)
    if check and result.returncode:
        sys.exit(f"dotnet {' '.join(arguments)}\n{result.stdout[-4000:]}{result.stderr}")
    return result


def pack(folder):
    dotnet("build", "build/ScalingSdk.Package.csproj", "-t:Pack", "-c", "Release", f"-p:PackageOutputPath={folder}/feed/", folder=ROOT)
    package = next((folder / "feed").glob("ScalingSdk.0*.nupkg"))
    (folder / "nuget.config").write_text(f'<configuration><packageSources><add key="local" value="{folder}/feed" /></packageSources></configuration>')
    for name in ("props", "targets"):
        (folder / f"Directory.Build.{name}").write_text("<Project />")
    return package.name[len("ScalingSdk."):-len(".nupkg")]


def make(folder, specs, projects, reference):
    """A solution's worth of projects, and one that builds them all."""
    shutil.rmtree(folder, ignore_errors=True)
    spec = (ROOT / "samples/QuickStart/Gpt2Small.scaling.json").read_text()
    for p in range(projects):
        project = folder / f"p{p}"
        project.mkdir(parents=True)
        (project / f"p{p}.csproj").write_text(
            '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>'
            f"<ItemGroup>{reference}</ItemGroup></Project>")
        (project / "Class.cs").write_text("namespace P { public static class Class { public const int Answer = 42; } }\n")
        for s in range(specs):
            (project / f"Run{s}.scaling.json").write_text(spec.replace('"Gpt2Small"', f'"Run{s}"').replace('"10B"', f'"{10 + s % 90}B"'))
    (folder / "all.proj").write_text(
        '<Project DefaultTargets="Build"><ItemGroup><P Include="p*/*.csproj" /></ItemGroup>'
        '<Target Name="Restore"><MSBuild Projects="@(P)" Targets="Restore" Properties="S=1" /></Target>'
        '<Target Name="Build"><MSBuild Projects="@(P)" BuildInParallel="true" /></Target>'
        '<Target Name="Rebuild"><MSBuild Projects="@(P)" Targets="Rebuild" BuildInParallel="true" /></Target></Project>')
    return dotnet("msbuild", "all.proj", "-t:Restore", "-m", folder=folder, check=False)


def build(folder, target):
    start = time.perf_counter()
    dotnet("msbuild", "all.proj", f"-t:{target}", "-m", "-v:q", folder=folder)
    return time.perf_counter() - start


def inside(folder):
    """Milliseconds inside one build: task, skipped target, generator and analyzers in the compiler server and in a compiler of their own."""
    options = ("p0/p0.csproj", "-clp:PerformanceSummary", "-v:d", "-p:ReportAnalyzer=true")
    first = dotnet("build", "--no-restore", "--no-incremental", *options, folder=folder).stdout
    second = dotnet("build", "--no-restore", *options, folder=folder).stdout
    fresh = dotnet("build", "--no-restore", "--no-incremental", *options, "-p:UseSharedCompilation=false", folder=folder).stdout

    def milliseconds(text, name):
        found = [int(m) for m in re.findall(rf"^\s*(\d+) ms  {name}\s", text, re.M)]
        return sum(found) if found else float("nan")

    def seconds(text, name):
        found = re.findall(rf"^\s*(<?\s*[\d.]+)\s+<?\s*\d+\s+{name}", text, re.M)
        return sum(float(m.strip("< ")) for m in found) * 1000

    return {
        "task": milliseconds(first, "_ScalingWritePlans"),
        "skipped target": milliseconds(second, "_ScalingWritePlans"),
        "all targets, skipped": sum(milliseconds(second, name) for name in ("_ScalingHashInputs", "_ScalingWritePlans", "ScalingPlan")),
        "generator": seconds(first, r"ScalingSdk\.Analyzers\.Generation\.SpecGenerator"),
        "analyzers": seconds(first, r"ScalingSdk\.Analyzers\.\w+Analyzer"),
        "generator, new process": seconds(fresh, r"ScalingSdk\.Analyzers\.Generation\.SpecGenerator"),
        "analyzers, new process": seconds(fresh, r"ScalingSdk\.Analyzers\.\w+Analyzer"),
    }


def paired(with_it, without, target, rounds):
    differences, base = [], []
    for folder in (with_it, without):
        build(folder, target)
    for i in range(rounds):
        order = (with_it, without) if i % 2 == 0 else (without, with_it)
        times = {folder: build(folder, target) for folder in order}
        differences.append(times[with_it] - times[without])
        base.append(times[without])
    differences.sort()
    return statistics.median(base), statistics.median(differences), differences[0], differences[-1]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--specs", default="1,10,100")
    parser.add_argument("--projects", default="1")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--beside", action="store_true", help="other packages in its place too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        version = pack(folder)
        ours = f'<PackageReference Include="ScalingSdk" Version="{version}" />'
        print("| specs | task | skipped target | all our targets, skipped | generator | analyzers | generator, new process | analyzers, new process |\n|---|---|---|---|---|---|---|---|", flush=True)
        for specs in map(int, options.specs.split(",")):
            make(folder / "with", specs, 1, ours)
            runs = [inside(folder / "with") for _ in range(3)]
            cells = [statistics.median(run[key] for run in runs) for key in runs[0]]
            print(f"| {specs} | " + " | ".join(f"{cell:.0f} ms" for cell in cells) + " |", flush=True)
        print("\n| projects x specs | package | target | without | difference, median | from - to |\n|---|---|---|---|---|---|", flush=True)
        for projects in map(int, options.projects.split(",")):
            for specs in map(int, options.specs.split(",")) if projects == 1 else [10]:
                rows = [("ScalingSdk", ours)]
                if options.beside:
                    rows += [(package, f'<PackageReference Include="{package}" Version="{v}" PrivateAssets="all" />') for package, v in BESIDE.items()]
                make(folder / "without", specs, projects, "")
                for package, reference in rows:
                    restored = make(folder / "with", specs, projects, reference)
                    if restored.returncode:
                        print(f"| {projects} x {specs} | {package} | cannot be restored here | | | |", flush=True)
                        continue
                    for target in ("Build", "Rebuild"):
                        base, median, low, high = paired(folder / "with", folder / "without", target, options.rounds)
                        print(f"| {projects} x {specs} | {package} | {'no-op' if target == 'Build' else 'clean'} | {base:.2f} s | {median:+.2f} s | {low:+.2f} - {high:+.2f} s |", flush=True)


main()
