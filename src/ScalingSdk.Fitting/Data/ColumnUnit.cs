namespace ScalingSdk.Fitting.Data;

/// <summary>The unit in a column's header: <c>tokens (B)</c>, <c>N [M]</c>, <c>compute (PF-days)</c>, <c>loss (bits)</c>.</summary>
internal static class ColumnUnit
{
    /// <summary>What a cell is multiplied by to be in parameters, tokens, FLOP or nats.</summary>
    internal static double Factor(string header)
    {
        var open = header.LastIndexOfAny(['(', '[']);
        var unit = open < 0 ? "" : header.Substring(open + 1).TrimEnd(')', ']', ' ').Trim();
        return unit.ToUpperInvariant() switch
        {
            "K" or "THOUSANDS" => 1e3,
            "M" or "MILLIONS" or "MTOK" => 1e6,
            "B" or "G" or "BILLIONS" or "GTOK" => 1e9,
            "T" or "TRILLIONS" => 1e12,
            "PF-DAYS" or "PFDAYS" or "PFLOP/S-DAYS" or "PETAFLOP/S-DAYS" or "PF DAYS" => 8.64e19,
            "EFLOP" or "EFLOPS" => 1e18,
            "ZFLOP" or "ZFLOPS" => 1e21,
            "BITS" or "BITS/TOKEN" => Math.Log(2),
            _ => Name(header).Trim().ToUpperInvariant() switch
            {
                "PF_DAYS" or "PFLOP_DAYS" => 8.64e19,
                "BITS_PER_TOKEN" => Math.Log(2),
                _ => 1,
            },
        };
    }

    /// <summary>The header without its unit.</summary>
    internal static string Name(string header)
    {
        var open = header.LastIndexOfAny(['(', '[']);
        return (open <= 0 ? header : header.Substring(0, open)).Trim();
    }
}
