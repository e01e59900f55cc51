#!/usr/bin/env python3
"""What the package costs a build: the tables of docs/performance.md, and with --monorepo that of docs/scale.md.

    python3 build/benchmarks/build-cost.py [--specs 1,10,100,1000] [--projects 1,200] [--rounds 5] [--new-compiler] [--beside] [--monorepo 25,100,400]

It packs the SDK into a temporary feed and makes projects of a user that have it, lack it, or have another package in its place: MinVer and
Nerdbank.GitVersioning with a git repository, a tag and a version.json, Riok.Mapperly with a mapper.
Figures of targets are those of one build in a new process (-clp:PerformanceSummary), of generator and analyzers those of the compiler
(-p:ReportAnalyzer=true), of a server that has compiled the project before or of a compiler that is new.
Figures of whole processes are pairs, with and without in turn, so that what else the machine does falls on both. No MSBuild node is reused;
the compiler's server is. The interval is that of the median difference by the order statistics of the pairs, at 90 % or more.
"""
import argparse, contextlib, math, os, pathlib, re, shutil, statistics, subprocess, sys, tempfile, time, uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
BESIDE = {"MinVer": "8.0.0", "Riok.Mapperly": "4.3.1", "Nerdbank.GitVersioning": "3.10.94"}
SPECS_OF_MANY_PROJECTS = 10
BUILDS = {"Build": "no-op", "Rebuild": "clean"}
ENVIRONMENT = {
    **os.environ, "DOTNET_CLI_UI_LANGUAGE": "en", "DOTNET_NOLOGO": "1", "MSBUILDTERMINALLOGGER": "off", "MSBUILDDISABLENODEREUSE": "1",
    "UseSharedCompilation": "true", "SharedCompilationId": "scaling-" + uuid.uuid4().hex,
}


def run(*command, folder):
    result = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True)
    if result.returncode:
        sys.exit(f"{' '.join(command)}\n{result.stdout[-4000:]}{result.stderr}")
    return result.stdout


def pack(folder):
    """The package's version, in a feed that holds nothing else."""
    run("dotnet", "build", "build/ScalingSdk.Package.csproj", "-t:Pack", "-c", "Release", f"-p:PackageOutputPath={folder}/feed/", folder=ROOT)
    package = next((folder / "feed").glob("ScalingSdk.0*.nupkg"))
    (folder / "nuget.config").write_text(f'<configuration><packageSources><add key="local" value="{folder}/feed" /></packageSources></configuration>')
    for name in ("props", "targets"):
        (folder / f"Directory.Build.{name}").write_text("<Project />")
    return package.name[len("ScalingSdk."):-len(".nupkg")]


@contextlib.contextmanager
def workplace():
    """A folder with a feed, and a compiler's server of our own that ends with it."""
    with tempfile.TemporaryDirectory() as name:
        try:
            yield pathlib.Path(name)
        finally:
            sdk = run("dotnet", "--version", folder=ROOT).strip()
            base = next(line.split("[")[1].rstrip("]\n") for line in run("dotnet", "--list-sdks", folder=ROOT).splitlines() if line.startswith(sdk + " "))
            server = next(pathlib.Path(base, sdk, "Roslyn/bincore").glob("VBCSCompiler.dll"))
            subprocess.run(["dotnet", server, "-shutdown", "-pipename:" + ENVIRONMENT["SharedCompilationId"]], env=ENVIRONMENT, capture_output=True)


def make(folder, specs, projects, package="", version=""):
    """A repository of projects with one package or none, and a project that builds them all; restored."""
    shutil.rmtree(folder, ignore_errors=True)
    spec = (ROOT / "samples/QuickStart/Gpt2Small.scaling.json").read_text()
    reference = f'<ItemGroup><PackageReference Include="{package}" Version="{version}" PrivateAssets="all" /></ItemGroup>' if package else ""
    for p in range(projects):
        project = folder / f"p{p}"
        project.mkdir(parents=True)
        (project / f"p{p}.csproj").write_text(
            f'<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>{reference}</Project>')
        (project / "Class.cs").write_text("namespace P; public sealed record Left(int Answer); public sealed record Right(int Answer);\n")
        if package == "Riok.Mapperly":
            (project / "Mapper.cs").write_text("[Riok.Mapperly.Abstractions.Mapper] public partial class Mapper { public partial P.Right Map(P.Left left); }\n")
        for s in range(specs):
            (project / f"Run{s}.scaling.json").write_text(spec.replace('"Gpt2Small"', f'"Run{s}"').replace('"10B"', f'"{10 + s % 90}B"'))
    (folder / "all.proj").write_text(
        '<Project DefaultTargets="Build"><ItemGroup><P Include="p*/*.csproj" /></ItemGroup>'
        '<Target Name="Restore"><MSBuild Projects="@(P)" Targets="Restore" Properties="S=1" BuildInParallel="true" /></Target>'
        '<Target Name="Build"><MSBuild Projects="@(P)" BuildInParallel="true" /></Target>'
        '<Target Name="Rebuild"><MSBuild Projects="@(P)" Targets="Rebuild" BuildInParallel="true" /></Target></Project>')
    (folder / ".gitignore").write_text("bin/\nobj/\n")
    if package == "Nerdbank.GitVersioning":
        (folder / "version.json").write_text('{ "version": "1.2.3" }\n')
    git = ("git", "-c", "user.name=benchmark", "-c", "user.email=benchmark@localhost")
    for command in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "A repository"), ("tag", "1.2.3")):
        run(*git, *command, folder=folder)
    run("dotnet", "msbuild", "all.proj", "-t:Restore", "-m", folder=folder)


def check(folder, package):
    """Ends the measurement where a package has not done its work: it would cost nothing."""
    written = "".join(file.read_text() for file in (folder / "p0/obj").rglob("*.cs"))
    done = {
        "ScalingSdk": any((folder / "p0/obj").rglob("Run0.plan.json")),
        "MinVer": 'AssemblyInformationalVersionAttribute("1.2.3' in written,
        "Nerdbank.GitVersioning": "class ThisAssembly" in written and "1.2.3" in written,
        "Riok.Mapperly": True,  # without its generator the partial method does not compile
    }
    if not done[package]:
        sys.exit(f"{package} has not done its work in {folder}")


def build(folder, target):
    start = time.perf_counter()
    run("dotnet", "msbuild", "all.proj", f"-t:{target}", "-m", "-v:q", folder=folder)
    return time.perf_counter() - start


def inside(folder):
    """Milliseconds inside builds of one project: task, skipped target, generator, analyzers."""
    def one(*options):
        return run("dotnet", "msbuild", "p0/p0.csproj", "-m:1", *options, folder=folder)

    def target(text, *names):
        return sum(int(m) for name in names for m in re.findall(rf"^\s*(\d+) ms  {name}\s", text, re.M))

    def compiler(text, name):
        found = re.findall(rf"^\s*(<?\s*[\d.]+)\s+<?\s*\d+\s+{name}", text, re.M)
        return sum(float(m.strip("< ")) for m in found) * 1000 if found else math.nan

    # Detailed output has the figures of every plan in it, and takes its own time.
    first = one("-t:Rebuild", "-v:n", "-clp:PerformanceSummary")
    second = one("-t:Build", "-v:n", "-clp:PerformanceSummary")
    server = one("-t:Rebuild", "-v:d", "-p:ReportAnalyzer=true")
    new = one("-t:Rebuild", "-v:d", "-p:ReportAnalyzer=true", "-p:UseSharedCompilation=false")
    generator, analyzers = r"ScalingSdk\.Analyzers\.Generation\.SpecGenerator", r"ScalingSdk\.Analyzers\.\w+Analyzer"
    return {
        "task": target(first, "_ScalingWritePlans"),
        "skipped target": target(second, "_ScalingWritePlans"),
        "all our targets, skipped": target(second, "_ScalingHashInputs", "_ScalingWritePlans", "ScalingPlan"),
        "generator": compiler(server, generator),
        "generator, new compiler": compiler(new, generator),
        "analyzers": compiler(server, analyzers),
        "analyzers, new compiler": compiler(new, analyzers),
    }


def paired(with_it, without, target, rounds):
    """The median without, and the differences in order."""
    differences, base = [], []
    for folder in (with_it, without):
        build(folder, target)
    for i in range(rounds):
        order = (with_it, without) if i % 2 == 0 else (without, with_it)
        times = {folder: build(folder, target) for folder in order}
        differences.append(times[with_it] - times[without])
        base.append(times[without])
    return statistics.median(base), sorted(differences)


def interval(differences):
    """The ends between which the median lies with 90 % or more: the narrowest pair of order statistics that does."""
    n, cut, outside = len(differences), 0, 0.0
    while cut < (n - 1) // 2 and outside + 2 * math.comb(n, cut) / 2**n + 2 * math.comb(n, cut + 1) / 2**n <= 0.1:
        outside += 2 * math.comb(n, cut) / 2**n
        cut += 1
    return differences[cut], differences[n - 1 - cut]


def row(*cells):
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def head(*cells):
    print()
    row(*cells)
    row(*["---"] * len(cells))


def within_one_build(folder, version, specs):
    columns = ("task", "skipped target", "all our targets, skipped", "generator", "generator, new compiler", "analyzers", "analyzers, new compiler")
    head("specs", *columns)
    for count in specs:
        make(folder / "with", count, 1, "ScalingSdk", version)
        runs = [inside(folder / "with") for _ in range(3)]
        check(folder / "with", "ScalingSdk")
        row(f"{count:,}", *(f"{statistics.median(one[key] for one in runs):.0f} ms" for key in columns))


def whole_processes(folder, version, specs, projects, rounds, beside):
    head("projects x specs", "package", "build", "without", "difference, median", "from - to")
    for count in projects:
        for number in specs if count == 1 else [SPECS_OF_MANY_PROJECTS]:
            packages = {"ScalingSdk": version}
            if beside and number == (specs[0] if count == 1 else SPECS_OF_MANY_PROJECTS):
                packages |= BESIDE
            make(folder / "without", number, count)
            for package, of in packages.items():
                make(folder / "with", number, count, package, of)
                for target in reversed(BUILDS):
                    base, differences = paired(folder / "with", folder / "without", target, rounds)
                    low, high = interval(differences)
                    row(f"{count} x {number:,}", package, BUILDS[target], f"{base:.2f} s", f"{statistics.median(differences):+.2f} s", f"{low:+.2f} - {high:+.2f} s")
                check(folder / "with", package)


def monorepo(folder, version, sizes, rounds, beyond=5000):
    """Projects of one spec each; the cost of more by the line through what was measured."""
    head("projects", "build", "without", "difference, median", "from - to", "a project")
    medians = {target: [] for target in BUILDS}
    for size in sizes:
        make(folder / "with", 1, size, "ScalingSdk", version)
        make(folder / "without", 1, size)
        for target in reversed(BUILDS):
            base, differences = paired(folder / "with", folder / "without", target, rounds)
            (low, high), median = interval(differences), statistics.median(differences)
            medians[target].append((base, median))
            row(f"{size:,}", BUILDS[target], f"{base:.1f} s", f"{median:+.2f} s", f"{low:+.2f} - {high:+.2f} s", f"{1000 * median / size:.0f} ms")
        check(folder / "with", "ScalingSdk")
    for target in reversed(BUILDS) if len(sizes) > 1 else []:
        base, difference = (statistics.linear_regression(sizes, values) for values in zip(*medians[target]))
        at = [line.intercept + beyond * line.slope for line in (base, difference)]
        row(f"{beyond:,}, by the line", BUILDS[target], f"{at[0]:.0f} s", f"{at[1]:+.0f} s", "", f"{1000 * difference.slope:.0f} ms")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--specs", default="1,10,100")
    parser.add_argument("--projects", default="1")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--new-compiler", action="store_true", help="whole processes alone, each with a compiler of its own instead of the server")
    parser.add_argument("--beside", action="store_true", help="other packages in its place too")
    parser.add_argument("--monorepo", metavar="SIZES", help="instead: repositories of so many projects with one spec each")
    options = parser.parse_args()
    numbers = lambda text: [int(number) for number in text.split(",")]
    with workplace() as folder:
        version = pack(folder)
        print(f"SDK {run('dotnet', '--version', folder=ROOT).strip()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start", flush=True)
        if options.new_compiler:
            ENVIRONMENT["UseSharedCompilation"] = "false"
            whole_processes(folder, version, numbers(options.specs), numbers(options.projects), options.rounds, options.beside)
        elif options.monorepo:
            monorepo(folder, version, numbers(options.monorepo), options.rounds)
        else:
            within_one_build(folder, version, numbers(options.specs))
            whole_processes(folder, version, numbers(options.specs), numbers(options.projects), options.rounds, options.beside)
        print(f"\nload {os.getloadavg()[0]:.1f} at the end")


if __name__ == "__main__":
    main()
