using BenchmarkDotNet.Running;
using ScalingSdk.Benchmarks.Fitting;
using ScalingSdk.Benchmarks.ScaleBench;

// dotnet run -c Release --project tests/ScalingSdk.Benchmarks -- --filter '*' --job short
// ... -- coverage   simulates the coverage of the bootstrap's intervals (docs/fitting.md)
// ... -- coverage-few 1000   of the designs of at most ten sizes alone
// ... -- coverage-budgets 1000   of the designs of three and four budgets alone
// ... -- scalebench optima FOLDER   fits the laws of ScaleBench and compares with their known optima
// ... -- scalebench next FOLDER     buys runs of ScaleBench one at a time and compares with the published selection
// ... -- scalebench mixtures FOLDER   fits the five losses of its mixtures together
// ... -- formula    times formulas beside the hand-written kernel, and by runs and constants
// ... -- fit FILE   times the fits of one file of runs, as build/benchmarks/scipy_fit.py does
switch (args)
{
    case ["coverage", .. var rest]:
        CoverageStudy.Run(rest);
        return;
    case ["coverage-few", var sets]:
        CoverageStudy.Few(int.Parse(sets, System.Globalization.CultureInfo.InvariantCulture));
        return;
    case ["coverage-budgets", var sets]:
        CoverageStudy.FewBudgets(int.Parse(sets, System.Globalization.CultureInfo.InvariantCulture));
        return;
    case ["fit", var file]:
        FitTimes.Run(file);
        return;
    case ["formula"]:
        FormulaTimes.Run();
        return;
    case ["scalebench", "mixtures", var folder]:
        MixtureTable.Run(folder);
        return;
    case ["scalebench", "next", var folder, .. var rest]:
        SelectionTable.Run(folder, rest);
        return;
    case ["scalebench", "optima", var folder, .. var rest]:
        OptimaTable.Run(folder, rest);
        return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
