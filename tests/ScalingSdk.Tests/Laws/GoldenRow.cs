using System.Globalization;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

/// <summary>One row of a golden table: a function of a law, its input, what must come out, and how near.</summary>
public sealed record GoldenRow(
    string Law, bool Published, string Function, GoldenInput Input, IReadOnlyList<string> Output, string Tolerance, string Source)
{
    /// <summary>Reads <c>kind,function,input,output,tolerance,source</c>; the source may hold commas.</summary>
    public static GoldenRow Parse(string law, string line)
    {
        var cells = line.Split(',', 6);
        return new(law, cells[0] is "published", cells[1], GoldenInput.Parse(cells[2]), cells[3].Split(';'), cells[4], cells[5]);
    }

    /// <summary>Fails where a value is farther from its golden one than the row allows.</summary>
    public void AssertOutput(params double[] actual)
    {
        Assert.True(actual.Length >= Output.Count, $"'{Function}' gives {actual.Length} values, the row has {Output.Count}");
        for (var i = 0; i < Output.Count; i++)
            AssertValue(Output[i], actual[i]);
    }

    public override string ToString() => $"{Law} {Function} ({Input}) {(Published ? "published" : "computed")}, {Source}";

    private void AssertValue(string expected, double actual)
    {
        if (expected.StartsWith("<=", StringComparison.Ordinal))
        {
            Assert.True(actual <= Number(expected[2..]) + Allowed(expected[2..]), $"{actual.ToString("R", CultureInfo.InvariantCulture)} is not {expected}: {this}");
            return;
        }

        var golden = Number(expected);
        Assert.True(
            Tolerance.EndsWith('x') ? Math.Abs(Math.Log(actual / golden)) <= Math.Log(Number(Tolerance[..^1])) : Math.Abs(actual - golden) <= Allowed(expected),
            $"{actual.ToString("R", CultureInfo.InvariantCulture)} is not {expected} within {Tolerance}: {this}");
    }

    // "2x" is a factor, "2%" and "1e-9" are relative, "0.005 abs" absolute, "printed" half a unit of the last digit that the source prints and
    // "truncated" a whole one, where the source cuts off instead of rounding.
    private double Allowed(string expected) => Tolerance switch
    {
        "printed" => HalfUnit(expected),
        "truncated" => 2 * HalfUnit(expected),
        _ when Tolerance.EndsWith(" abs", StringComparison.Ordinal) => Number(Tolerance[..^4]),
        _ when Tolerance.EndsWith('%') => Number(Tolerance[..^1]) / 100 * Math.Abs(Number(expected)),
        _ => Number(Tolerance) * Math.Abs(Number(expected)),
    };

    private static double HalfUnit(string printed)
    {
        var parts = printed.Split('e');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : parts[0].Length - point - 1;
        var exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        return 0.500001 * Math.Pow(10, exponent - decimals);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>The input of a golden row: <c>N=1e9;D=2e10</c>, by name and under the type that a law takes.</summary>
public sealed class GoldenInput(IReadOnlyDictionary<string, string> values)
{
    public double this[string name] => double.Parse(values[name], CultureInfo.InvariantCulture);

    public ActiveParameters Active => new(this["N"]);

    public NonEmbeddingWeights Weights => new(this["N"]);

    public Tokens Tokens => new(this["D"]);

    public UniqueTokens Unique => new(this[Has("U") ? "U" : "D"]);

    public TrainingFlops Compute => new(this["C"]);

    public MinimumCompute LeastCompute => new(this["C_PFd"]);

    public bool Has(string name) => values.ContainsKey(name);

    public string Text(string name) => values[name];

    public static GoldenInput Parse(string text) => new(text
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(static pair => pair.Split('='))
        .ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal));

    public override string ToString() => string.Join("; ", values.Select(static pair => $"{pair.Key} {pair.Value}"));
}
