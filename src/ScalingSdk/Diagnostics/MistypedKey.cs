using ScalingSdk.Json;
using ScalingSdk.Text;

namespace ScalingSdk.Diagnostics;

/// <summary>What to do about a key that is near a known one.</summary>
internal static class MistypedKey
{
    /// <param name="section">The section that has the key.</param>
    /// <param name="typed">The key as it was typed.</param>
    /// <param name="meant">The known key that it is nearest to.</param>
    /// <param name="meantBy">The known key that an unknown one is nearest to; null for known ones.</param>
    /// <param name="path">The keys from the root to this one.</param>
    public static Remedy Help(JsonObject section, string typed, string meant, Func<string, string?> meantBy, params string[] path)
    {
        if (section.Find(meant) is not null)
            return Remedy.Advice($"'{meant}' is stated already: remove '{typed}' if it says the same");

        // Which of two keys is the one that was meant, no fix decides.
        var rival = section.Members.FirstOrDefault(other => !string.Equals(other.Name, typed, StringComparison.Ordinal) && string.Equals(meantBy(other.Name), meant, StringComparison.Ordinal));
        return Remedy.Rename(meant, path) with
        {
            Text = Suggest.Hint(meant) + (rival is null ? "" : $" '{Excerpt.Of(rival.Name)}' may mean it too: keep one of the two"),
            IsFix = rival is null,
        };
    }
}
