using System.Globalization;
using System.Runtime.Loader;
using ScalingSdk.Editions;

// "plan ScalingSdk.dll" or "generator ScalingSdk.Analyzers.dll SPECS": prints a line for each measurement, its name and microseconds.
if (args is not [("plan" or "generator") and var what, var path, .. var rest])
{
    Console.Error.WriteLine("usage: plan ScalingSdk.dll | generator ScalingSdk.Analyzers.dll SPECS");
    return 2;
}

// An assembly is loaded from the measured library's folder where it is there, else from this program's.
AssemblyLoadContext.Default.Resolving += (context, name) =>
    Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, name.Name + ".dll") is var beside && File.Exists(beside) ? context.LoadFromAssemblyPath(beside) : null;
var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.GetFullPath(path));
var measured = string.Equals(what, "plan", StringComparison.Ordinal)
    ? PlanMeasurements.Of(assembly)
    : GeneratorMeasurements.Of(assembly, int.Parse(rest[0], CultureInfo.InvariantCulture));
foreach (var (name, value) in measured)
    Console.WriteLine(FormattableString.Invariant($"{name}\t{value:0.###}"));
return 0;
