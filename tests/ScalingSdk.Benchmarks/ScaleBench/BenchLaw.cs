using System.Globalization;
using System.Text.Json;
using ScalingSdk.Formulas;

namespace ScalingSdk.Benchmarks.ScaleBench;

/// <summary>A law of forms.json with its known optima.</summary>
internal sealed record BenchLaw(string Task, string Name, string Text, string WithoutGuards, string Target, string Cost, double[] Checkpoints)
{
    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["parallel_scaling_law"] = "parallel",
        ["moe_scaling_law"] = "moe",
        ["sparsity_scaling_law"] = "sparsity",
        ["farseer_scaling_law"] = "farseer",
        ["data_constrained_scaling_law"] = "data_constrained",
        ["vocab_scaling_law"] = "vocab",
        ["lr_bsz_scaling_law"] = "lr_bsz",
    };

    internal required IReadOnlyList<string> Constants { get; init; }

    internal required IReadOnlyDictionary<string, string> Columns { get; init; }

    internal required IReadOnlyDictionary<string, FormulaBound> Bounds { get; init; }

    /// <summary>Mean squares at the optimum, by group and kind: bounded, unbounded, bounded_without_guards.</summary>
    internal required IReadOnlyDictionary<string, double> Optima { get; init; }

    internal string File => Files[Task];

    internal Func<string, double[]> In(BenchTable table) => symbol => table[Columns[symbol]];

    internal static List<BenchLaw> Read(string folder)
    {
        using var forms = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(folder, "forms.json")));
        using var optima = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(folder, "optima.json")));
        return [.. forms.RootElement.EnumerateArray().Select(form => Read(form, optima.RootElement.GetProperty("laws")))];
    }

    private static BenchLaw Read(JsonElement form, JsonElement optima)
    {
        var (task, name) = (form.GetProperty("task").GetString()!, form.GetProperty("law").GetString()!);
        var text = form.GetProperty("formula").GetString()!;
        var known = optima.EnumerateArray()
            .Where(law => law.GetProperty("task").ValueEquals(task) && law.GetProperty("law").ValueEquals(name))
            .SelectMany(static law => law.GetProperty("fits").EnumerateArray())
            .SelectMany(static fit => fit.EnumerateObject().Where(static kind => kind.Value.ValueKind == JsonValueKind.Object && kind.Value.TryGetProperty("mse", out _))
                .Select(kind => (Key: $"{fit.GetProperty("group").GetString()}/{kind.Name}", Mse: kind.Value.GetProperty("mse").GetDouble())));
        return new(
            task, name, text,
            form.TryGetProperty("formula_without_guards", out var free) ? free.GetString()! : text,
            form.GetProperty("target").GetString()!, form.GetProperty("cost").GetString()!,
            [.. form.GetProperty("budget_checkpoints").EnumerateArray().Select(static c => c.GetDouble())])
        {
            Constants = [.. form.GetProperty("parameters").EnumerateArray().Select(static p => p.GetString()!)],
            Columns = form.GetProperty("columns").EnumerateObject().ToDictionary(static c => c.Name, static c => c.Value.GetString()!, StringComparer.Ordinal),
            Bounds = form.GetProperty("bounds").EnumerateObject().ToDictionary(
                static b => b.Name, static b => new FormulaBound(b.Value[0].GetDouble(), b.Value[1].GetDouble()), StringComparer.Ordinal),
            Optima = known.ToDictionary(static pair => pair.Key, static pair => pair.Mse, StringComparer.Ordinal),
        };
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File} {Name}");
}
