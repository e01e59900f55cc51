using ScalingSdk.Fitting.Allocation;
using ScalingSdk.Json;

namespace ScalingSdk.Tool.Fits;

/// <summary>The power laws of approaches 1 and 2 in JSON, and what they answer.</summary>
internal static class PowerLawJson
{
    public static void Write(JsonWriter json, PowerLawFit? sizes, PowerLawFit? tokens, IReadOnlyList<double> budgets)
    {
        json.Name("size_exponent").Value(sizes?.Exponent ?? double.NaN).Name("size_coefficient").Value(sizes?.Coefficient ?? double.NaN);
        ReadJson.Range(json.Name("size_exponent_interval"), sizes?.ExponentInterval);
        json.Name("answer").StartArray();
        foreach (var budget in sizes is null || tokens is null ? [] : budgets)
        {
            json.StartObject().Name("flops").Value(budget).Name("parameters").Value(sizes!.At(budget)).Name("tokens").Value(tokens!.At(budget))
                .Name("tokens_per_parameter").Value(tokens.At(budget) / sizes.At(budget)).EndObject();
        }

        json.EndArray();
    }
}
