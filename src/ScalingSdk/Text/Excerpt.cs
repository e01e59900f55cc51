namespace ScalingSdk.Text;

/// <summary>Text of a user as a message quotes it: short, and on one line.</summary>
internal static class Excerpt
{
    private const int Longest = 32;

    public static string Of(string text)
    {
        var shortened = text;
        if (text.Length > Longest)
            shortened = $"{text.Substring(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)}...";

        return shortened.Any(char.IsControl)
            ? new string([.. shortened.Select(c => char.IsControl(c) ? ' ' : c)])
            : shortened;
    }
}
