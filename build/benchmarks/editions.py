#!/usr/bin/env python3
"""Measures this checkout beside another one of this repository, in turn: a plan, its JSON, the generator, the tool's start.

usage: editions.py OTHER [--rounds 10] [--generator-rounds 5]

OTHER is a checkout of the other edition (git worktree add --detach OTHER REVISION). Both are built as Release. A round runs a
process of each edition, one after the other; a line is the median of the rounds, and the ratio of the two.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parents[2]
BUILT = ["src/ScalingSdk.Tool", "src/ScalingSdk.Analyzers"]
LIBRARY = "src/ScalingSdk.Tool/bin/Release/net10.0/ScalingSdk.dll"
ANALYZERS = "src/ScalingSdk.Analyzers/bin/Release/netstandard2.0/ScalingSdk.Analyzers.dll"
TOOL = "src/ScalingSdk.Tool/bin/Release/net10.0/scaling.dll"
PROBE = HERE / "build/benchmarks/editions"


def build(project):
    subprocess.run(["dotnet", "build", "-c", "Release", project], check=True, stdout=subprocess.DEVNULL)


def printed(*arguments):
    probe = PROBE / "bin/Release/net10.0/ScalingSdk.Editions.dll"
    lines = subprocess.run(["dotnet", str(probe), *arguments], check=True, capture_output=True, text=True).stdout.splitlines()
    return {name: float(value) for name, value in (line.split("\t") for line in lines)}


def started(edition, name, *arguments):
    """Wall clock and processor time of one process of the tool, in microseconds."""
    start = time.perf_counter()
    process = subprocess.Popen(["dotnet", str(edition / TOOL), *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    wall = time.perf_counter() - start
    return {f"scaling {name}": wall * 1e6, f"scaling {name}, processor time": (usage.ru_utime + usage.ru_stime) * 1e6}


def in_turn(editions, rounds, measure):
    values = [{}, {}]
    for _ in range(rounds):
        for edition, into in zip(editions, values):
            for name, value in measure(edition).items():
                into.setdefault(name, []).append(value)
    for name, other in values[0].items():
        before, now = statistics.median(other), statistics.median(values[1][name])
        print(f"| {name} | {text(name, before)} | {text(name, now)} | {now / before:.2f} |", flush=True)


def text(name, value):
    if name.endswith("methods compiled"):
        return f"{value:.0f}"
    unit, scale = ("us", 1) if value < 1e3 else ("ms", 1e3) if value < 1e6 else ("s", 1e6)
    return f"{value / scale:.3g} {unit}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("other", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--generator-rounds", type=int, default=5)
    options = parser.parse_args()
    editions = [options.other.resolve(), HERE]
    build(PROBE)
    for edition in editions:
        for project in BUILT:
            build(edition / project)
    spec = str(editions[0] / "samples/QuickStart/Gpt2Small.scaling.json")
    print("| what | other | this | ratio |\n|---|---|---|---|", flush=True)
    in_turn(editions, options.rounds, lambda edition: printed("plan", edition / LIBRARY))
    for specs in (100, 1000):
        in_turn(editions, options.generator_rounds, lambda edition: {
            f"generator, {specs} specs, {name}": value for name, value in printed("generator", edition / ANALYZERS, str(specs)).items()})
    for name, arguments in {"--version": ["--version"], "plan": ["plan", spec], "check": ["check", spec], "params": ["params", spec]}.items():
        in_turn(editions, options.rounds, lambda edition: started(edition, name, *arguments))


if __name__ == "__main__":
    main()
