namespace ScalingSdk.Text;

/// <summary>A hash of text that is the same in every process, for names of files.</summary>
internal static class StableHash
{
    /// <summary>FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv): 32 bits, over UTF-16 units of two bytes each.</summary>
    public static uint Of(string text)
    {
        var hash = 2166136261;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ (c & 0xFFu)) * 16777619);
            hash = unchecked((hash ^ (uint)(c >> 8)) * 16777619);
        }

        return hash;
    }
}
