using ScalingSdk.Models.Reading;
using ScalingSdk.Specs;
using ScalingSdk.Text;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>Where a person is in a spec that may be half typed: in which section, at a key or at its value.</summary>
/// <param name="Section">The keys from the root to the object around the place: empty at the root, "data" in the data section.</param>
/// <param name="Key">The key, or what is typed of it; at a value the value's key.</param>
/// <param name="IsValue">True at a value.</param>
/// <param name="Token">The key or value as it stands, with its quotes; empty where nothing is typed.</param>
/// <param name="IsQuoted">True where the token begins with a quote.</param>
/// <param name="End">The offset behind the closing quote; -1 where there is none.</param>
/// <param name="Present">The keys of the object, the typed one apart.</param>
internal sealed record Cursor(IReadOnlyList<string> Section, string Key, bool IsValue, SourceSpan Token, bool IsQuoted, int End, IReadOnlySet<string> Present)
{
    /// <summary>The place of an offset; null in a comment, an array or outside of all objects.</summary>
    public static Cursor? At(string text, int offset) => new CursorScanner(text, offset).Find();

    /// <summary>True directly in a section.</summary>
    public bool IsIn(string section) => Section.Count == 1 && string.Equals(Section[0], section, StringComparison.Ordinal);

    /// <summary>True where dimensions of a model stand: in the model, or in its text model.</summary>
    public bool IsInModel => IsIn(SizeKeys.Config.Section)
        || (Section.Count == 2 && string.Equals(Section[0], SizeKeys.Config.Section, StringComparison.Ordinal) && ModelKeys.Find(Section[1]) == ModelKeys.TextConfig);

    /// <summary>True in a block of a model that is described by its layers.</summary>
    public bool IsInBlock => Section.Count == 2 && string.Equals(Section[0], SizeKeys.Config.Section, StringComparison.Ordinal)
        && ModelKeys.Find(Section[1]) == ModelKeys.Blocks;

    /// <summary>What is typed of the key or value, without quotes.</summary>
    public string Typed(string text)
    {
        var typed = text.Substring(Token.Start, Token.Length);
        if (IsQuoted)
            typed = End >= 0 ? typed[1..^1] : typed[1..];
        return typed;
    }
}
