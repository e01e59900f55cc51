using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>The counts of a model whose size alone is known.</summary>
internal static class NominalSize
{
    /// <summary>A routed model of which the nominal total and the active parameters are known ("116.83B", "5.13B").</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is not a positive finite number, or more are active than there are.</exception>
    public static ModelSize Of(TotalParameters total, ActiveParameters active)
    {
        if (active.Count > total.Count)
            throw new ArgumentOutOfRangeException(nameof(active), active.Count, "a token passes through the model at most");
        return Of(new TotalParameters(active.Count)) with { Total = total };
    }

    /// <summary>A dense model of which the nominal total ("7B") alone is known: its non-embedding counts are those of pearce-2024.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The total is not a positive finite number.</exception>
    public static ModelSize Of(TotalParameters total)
    {
        var weights = Pearce2024.Law.ToNonEmbedding(total);
        if (!weights.HasValue)
            throw new ArgumentOutOfRangeException(nameof(total), total.Count, "a nominal size is a positive finite number of parameters");
        return new ModelSize
        {
            Total = total,
            Active = total.WhenDense,
            NonEmbedding = new(weights.Value.Count),
            Weights = weights.Value,
            Nominal = true,
        };
    }
}
