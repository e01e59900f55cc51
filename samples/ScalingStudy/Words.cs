namespace ScalingStudy;

/// <summary>Lines that are the same in every culture.</summary>
internal static class Words
{
    public static void Say(this TextWriter output, FormattableString line) => output.WriteLine(FormattableString.Invariant(line));
}
