namespace ScalingSdk.Tool.Fits;

/// <summary>What a fitted law is called.</summary>
internal static class FittedLawName
{
    /// <summary>By its file: "runs/My Runs.law.json" is my-runs, in small letters, digits and '-'.</summary>
    public static string Of(string path)
    {
        var stem = Path.GetFileName(path).Split('.')[0];
        var name = string.Concat(stem.Select(static c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')).Trim('-');
        return name.Length is > 0 and <= 64 ? name : "my-runs";
    }
}
