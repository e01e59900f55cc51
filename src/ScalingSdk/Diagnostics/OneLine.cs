namespace ScalingSdk.Diagnostics;

/// <summary>A finding as compilers and MSBuild show it: the headline and the first help.</summary>
internal static class OneLine
{
    /// <summary>The help after the first one is not read.</summary>
    public static string Of(string headline, IEnumerable<Help> help) => Of(headline, help.FirstOrDefault());

    public static string Of(string headline, Help? help) => help is null ? headline : $"{headline}; {help.Text}";
}
