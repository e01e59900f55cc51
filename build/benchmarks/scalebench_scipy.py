#!/usr/bin/python3
"""The speed table of docs/any-law.md: each law of a ScaleBench folder fitted by the published recipe and by ScalingSdk, one after the other.

    dotnet build -c Release tests/ScalingSdk.Benchmarks
    python3 build/benchmarks/scalebench_scipy.py FOLDER [task ...]

The recipe is that of arXiv 2604.22753: mean squares, 64 starts (log-uniform between positive bounds, otherwise uniform), SciPy's L-BFGS-B with
exact derivatives, maxiter 2000, ftol 1e-15, gtol 1e-10. Objective and gradient of a formula are generated as NumPy code in reverse mode, with
common subexpressions computed once. Needs NumPy and SciPy. Both use one process and one thread.
"""
import ast, csv, json, os, pathlib, re, statistics, subprocess, sys, time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np
from scipy.optimize import minimize

ROOT = pathlib.Path(__file__).resolve().parents[2]
STARTS = 64
UNARY = {
    "exp": ("np.exp({a})", "{v}"), "log": ("np.log({a})", "1/{a}"), "sqrt": ("np.sqrt({a})", "0.5/{v}"), "abs": ("np.abs({a})", "np.sign({a})"),
    "log10": ("np.log10({a})", "1/({a}*2.302585092994046)"), "tanh": ("np.tanh({a})", "1-{v}**2"), "softplus": ("np.logaddexp(0, {a})", "1/(1+np.exp(-{a}))"),
    "neg": ("-{a}", "-1.0"),
}
BINARY = {
    "Add": ("{a}+{b}", "1.0", "1.0"), "Sub": ("{a}-{b}", "1.0", "-1.0"), "Mult": ("{a}*{b}", "{b}", "{a}"), "Div": ("{a}/{b}", "1/{b}", "-{v}/{b}"),
    "Pow": ("{a}**{b}", "{b}*{a}**({b}-1)", "{v}*np.log({a})"), "min": ("np.minimum({a},{b})", "({a}<={b})", "({a}>{b})"), "max": ("np.maximum({a},{b})", "({a}>={b})", "({a}<{b})"),
}


class Program:
    """Mean squares of a formula and their gradient."""

    def __init__(self, formula, parameters, columns, target):
        self.steps, self.known, self.depends, self.parameters = [], {}, {}, parameters
        root = self.visit(ast.parse(formula.replace("^", "**"), mode="eval").body)
        code = [f"{p} = theta[{i}]" for i, p in enumerate(parameters)]
        fixed = [f"{out} = {BINARY[op][0].format(a=a, b=b) if b else UNARY[op][0].format(a=a)}" for out, op, a, b in self.steps if not self.depends[out]]
        code += [f"{out} = {BINARY[op][0].format(a=a, b=b) if b else UNARY[op][0].format(a=a)}" for out, op, a, b in self.steps if self.depends[out]]
        code += [f"r = {root} - y_", "value = np.mean(r*r)", "if not np.isfinite(value): return 1e10, np.zeros(len(theta))", f"g_{root} = (2/len(r))*r"]
        owed = {root}

        def owe(name, text):
            if self.depends.get(name, False) or name in parameters:
                code.append(f"g_{name} {'+=' if name in owed else '='} {text}" if name not in parameters else f"d_{name} += np.sum({text})")
                owed.add(name)

        code[len(parameters):len(parameters)] = [f"d_{p} = 0.0" for p in parameters]
        for out, op, a, b in reversed([step for step in self.steps if self.depends[step[0]]]):
            if out not in owed:
                continue
            slopes = BINARY[op][1:] if b else UNARY[op][1:]
            for operand, slope in zip((a, b), slopes):
                owe(operand, f"g_{out}*({slope.format(a=a, b=b, v=out)})" if slope != "1.0" else f"1*g_{out}")
        code.append("return value, np.array([" + ", ".join(f"d_{p}" for p in parameters) + "])")
        scope = {"np": np, "y_": target, **columns}
        for line in fixed:
            exec(line, scope)
        exec("def run(theta):\n    " + "\n    ".join(code), scope)
        self.run = scope["run"]

    def visit(self, node):
        if isinstance(node, ast.Constant):
            return repr(float(node.value))
        if isinstance(node, ast.Name):
            return node.id
        if isinstance(node, ast.UnaryOp):
            operand = self.visit(node.operand)
            return self.step("neg", operand) if isinstance(node.op, ast.USub) else operand
        if isinstance(node, ast.BinOp):
            return self.step(type(node.op).__name__, self.visit(node.left), self.visit(node.right))
        return self.step(node.func.id, *(self.visit(argument) for argument in node.args))

    def step(self, op, a, b=None):
        if (op, a, b) not in self.known:
            self.known[op, a, b] = out = f"t{len(self.steps)}_"
            self.depends[out] = any(self.depends.get(x, False) or x in self.parameters for x in (a, b) if x)
            self.steps.append((out, op, a, b))
        return self.known[op, a, b]


def rows(path):
    with open(path) as file:
        return list(csv.DictReader(file))


def fit(law, columns, target):
    """Seconds, and the least mean squares of 64 starts."""
    objective = Program(law["formula"], law["parameters"], columns, target).run
    low, high = np.array([law["bounds"][p] for p in law["parameters"]]).T
    random = np.random.default_rng(42)
    best, start = np.inf, time.perf_counter()
    with np.errstate(all="ignore"):
        for _ in range(STARTS):
            share = random.random(len(low))
            theta = np.where(low > 0, np.exp(np.log(np.where(low > 0, low, 1)) + share*(np.log(np.where(low > 0, high, 1)) - np.log(np.where(low > 0, low, 1)))), low + share*(high - low))
            found = minimize(objective, theta, jac=True, method="L-BFGS-B", bounds=list(zip(low, high)), options={"maxiter": 2000, "ftol": 1e-15, "gtol": 1e-10})
            best = min(best, found.fun)
    return time.perf_counter() - start, best


def ours(folder, task):
    """By law and group: seconds of one fit, and mean squares above the known optimum where there is one."""
    program = ROOT / "tests/ScalingSdk.Benchmarks/bin/Release/net10.0/ScalingSdk.Benchmarks.dll"
    text = subprocess.run(["dotnet", str(program), "scalebench", "optima", folder, "--task", task, "--kind", "bounded", "--values"], capture_output=True, text=True, check=True, env={**os.environ, "DOTNET_PROCESSOR_COUNT": "1", "DOTNET_TieredCompilation": "0"}).stdout
    return {(m[1], m[2]): (float(m[3]) / 1000, float(m[4])) for m in re.finditer(r"^\S+ (\S+) +(\S+) +bounded +\S+ +([\d.]+) ms +(\S+)", text, re.M)}


def main(folder, *tasks):
    folder = pathlib.Path(folder)
    ratios = []

    # L-BFGS-B of SciPy prints remarks of its own.
    table = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

    def print(text):
        table.write(text + "\n")
        table.flush()

    print("| law | group | SciPy, 64 starts | ScalingSdk | ratio | SciPy's mean squares above ours |\n|---|---|---|---|---|---|")
    files = {"data_constrained_scaling_law": "data_constrained"}
    laws = json.loads((folder / "forms.json").read_text())
    for task in dict.fromkeys(law["task"] for law in laws):
        file = files.get(task, task.replace("_scaling_law", ""))
        if tasks and file not in tasks:
            continue
        runs = rows(folder / f"{file}.train.csv")
        known = ours(str(folder), file)
        for law in (law for law in laws if law["task"] == task):
            for group in dict.fromkeys(row.get("group", "all_data") for row in runs):
                part = [row for row in runs if row.get("group", "all_data") == group]
                columns = {symbol: np.array([float(row[name]) for row in part]) for symbol, name in law["columns"].items()}
                seconds, mse = fit(law, columns, np.array([float(row[law["target"]]) for row in part]))
                own, least = known[law["law"], group]
                ratios.append(seconds / own)
                print(f"| {file} {law['law']} | {group} | {seconds:.2f} s | {own*1000:.0f} ms | {seconds/own:.0f} | {100*(mse/least - 1):.2g} % |")
    print(f"\nmedian of {len(ratios)} fits: {statistics.median(ratios):.0f} times faster; at least {min(ratios):.1f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
