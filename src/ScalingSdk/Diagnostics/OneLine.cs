namespace ScalingSdk.Diagnostics;

/// <summary>A finding as compilers and MSBuild show it: the headline and the first help.</summary>
internal static class OneLine
{
    public static string Of(string headline, Help? help) => help is null ? headline : $"{headline}; {help.Text}";
}
