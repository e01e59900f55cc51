namespace ScalingSdk.Planning;

/// <summary>Where a count of the plan comes from: a law that proposed it, or the spec.</summary>
/// <param name="How">"given", "unique tokens x epochs", "compute-optimal for this size".</param>
/// <param name="Law">The id of the law that proposed it; null where none did.</param>
public sealed record CountSource(string How, string? Law = null)
{
    /// <summary>"given", or "besiroglu-2024: compute-optimal for this size".</summary>
    public override string ToString() => Law is null ? How : $"{Law}: {How}";
}
