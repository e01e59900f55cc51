using BenchmarkDotNet.Running;
using ScalingSdk.Benchmarks.Fitting;

// dotnet run -c Release --project tests/ScalingSdk.Benchmarks -- --filter '*' --job short
// ... -- coverage   simulates the coverage of the bootstrap's intervals (docs/fitting.md)
// ... -- fit FILE   times the fits of one file of runs, as build/benchmarks/scipy_fit.py does
switch (args)
{
    case ["coverage", .. var rest]:
        CoverageStudy.Run(rest);
        return;
    case ["fit", var file]:
        FitTimes.Run(file);
        return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
