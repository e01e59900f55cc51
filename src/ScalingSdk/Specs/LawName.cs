namespace ScalingSdk.Specs;

/// <summary>The name of a fitted law: what a spec writes, and what its file is called.</summary>
internal static class LawName
{
    /// <summary>The most characters.</summary>
    public const int Longest = 64;

    /// <summary>True for small letters, digits and '-'.</summary>
    public static bool IsValid(string name) =>
        name.Length is > 0 and <= Longest && name.All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
