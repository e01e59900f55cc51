#!/usr/bin/python3
"""Times SciPy on the fits of docs/performance.md beside `ScalingSdk.Benchmarks -- fit FILE`, in one run.

    build/benchmarks/scipy_fit.py runs.csv [--grid]

Needs Debian's python3-scipy; where it is absent, it says so and times ScalingSdk alone. The recipe is ours: variable projection on
a grid of alpha and beta, one BFGS solve with the analytic gradient; the bootstrap starts warm at the optimum. --grid adds the
4,500 published starts (20 to 60 s).
"""
import csv
import itertools
import os
import subprocess
import sys
import time

DELTA = 1e-3


def load(path):
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    return [[float(row[name]) for row in rows] for name in ("N", "D", "loss")]


def time_ours(path):
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
    project = os.path.join(root, "tests", "ScalingSdk.Benchmarks")
    subprocess.run(["dotnet", "run", "-c", "Release", "--project", project, "--", "fit", os.path.abspath(path)], check=True)


def time_scipy(path, grid):
    try:
        import numpy as np
        from scipy.optimize import minimize, nnls
    except ImportError:
        print("SciPy is absent: install python3-scipy to time it")
        return

    n, d, loss = (np.array(column) for column in load(path))
    x, y, target = np.log(n) - np.log(n).mean(), np.log(d) - np.log(d).mean(), np.log(loss)

    def objective(theta, x=x, y=y, target=target):
        e, a, b, alpha, beta = theta
        terms = np.stack([np.full_like(x, e), a - alpha * x, b - beta * y])
        top = terms.max(axis=0)
        share = np.exp(terms - top)
        total = share.sum(axis=0)
        residual = np.log(total) + top - target
        slope = np.clip(residual, -DELTA, DELTA)
        p = share / total * slope
        gradient = np.array([p[0].sum(), p[1].sum(), p[2].sum(), -(p[1] * x).sum(), -(p[2] * y).sum()])
        return 1e3 * (slope * (residual - slope / 2)).sum(), 1e3 * gradient

    def project():
        best = None
        for alpha, beta in itertools.product(np.geomspace(0.04, 2, 10), repeat=2):
            columns = np.stack([np.ones_like(x), np.exp(-alpha * x), np.exp(-beta * y)], axis=1) / loss[:, None]
            weights, _ = nnls(columns, np.ones_like(x))
            theta = np.append(np.log(np.maximum(weights, 1e-4)), [alpha, beta])
            value = objective(theta)[0]
            if best is None or value < best[0]:
                best = value, theta
        return best[1]

    def solve(theta, *data):
        return minimize(objective, theta, args=data, jac=True, method="BFGS", options={"gtol": 1e-9, "maxiter": 2000})

    start = time.perf_counter()
    for _ in range(5):
        fit = solve(project())
    print(f"SciPy, one converged fit: {(time.perf_counter() - start) / 5 * 1e3:.1f} ms, objective {fit.fun / 1e3:.17g}")

    random = np.random.default_rng(42)
    start = time.perf_counter()
    for _ in range(400):
        drawn = random.integers(0, len(x), len(x))
        solve(fit.x, x[drawn], y[drawn], target[drawn])
    print(f"SciPy, bootstrap: {(time.perf_counter() - start) * 10:.1f} s for 4,000 resamples (from 400)")

    if grid:
        start = time.perf_counter()
        means = np.log(n).mean(), np.log(d).mean()
        best = min(
            solve(np.array([e, a - alpha * means[0], b - beta * means[1], alpha, beta])).fun
            for alpha, beta, e, a, b in itertools.product(
                np.arange(0, 2.5, 0.5), np.arange(0, 2.5, 0.5), np.arange(-1, 1.5, 0.5), np.arange(0, 30, 5), np.arange(0, 30, 5)))
        print(f"SciPy, 4,500 starts: {time.perf_counter() - start:.1f} s, best objective {best / 1e3:.17g}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    time_ours(sys.argv[1])
    time_scipy(sys.argv[1], "--grid" in sys.argv)
