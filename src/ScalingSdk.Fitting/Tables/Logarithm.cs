namespace ScalingSdk.Fitting.Tables;

/// <summary>A column that holds logarithms: <c>log10(N)</c>, <c>log10_params</c>, <c>ln D</c>.</summary>
/// <param name="Scale">The base; null for <c>log</c>, which is read as base 10 by some and as natural by others.</param>
/// <param name="Inner">The name of what the logarithm is of.</param>
internal readonly record struct Logarithm(ColumnScale? Scale, string Inner)
{
    private static readonly string[] Words = ["LOG10", "LOG_10", "LOG2", "LOG_2", "LOGE", "LN", "LOG"];

    /// <summary>The logarithm of a field that a header announces; null where it announces none.</summary>
    internal static Logarithm? Of(string header, RunField field = RunField.None)
    {
        var text = header.Trim();
        foreach (var word in Words)
        {
            if (!text.StartsWith(word, StringComparison.OrdinalIgnoreCase) || text.Length < word.Length + 2)
                continue;
            var rest = text.Substring(word.Length);
            var inner = rest[0] is '(' && rest[rest.Length - 1] is ')' ? rest.Substring(1, rest.Length - 2) : rest[0] is '_' or ' ' or '-' or '/' ? rest.Substring(1) : null;
            if (inner is null || inner.Trim().Length == 0)
                continue;
            var of = ColumnNames.Find(inner).Field;

            // A log loss is a loss.
            if (of is RunField.Parameters or RunField.Tokens or RunField.Compute or RunField.UniqueTokens || (of is RunField.Loss && word is not "LOG"))
                return field is RunField.None || field == of || ScaleOf(word) is not null ? new(ScaleOf(word), inner) : null;
        }

        return null;
    }

    /// <summary>The scale that a word states; null where it states none, or no base.</summary>
    internal static ColumnScale? ScaleOf(string word) => word.Replace("_", "") switch
    {
        "LOG10" => ColumnScale.Log10,
        "LOG2" => ColumnScale.Log2,
        "LN" or "LOGE" => ColumnScale.Ln,
        _ => null,
    };
}
