using System.Globalization;

namespace ScalingSdk.Naming;

/// <summary>Foreign text as identifiers of .NET languages (C# 6.4.3, F# 3.4); a keyword among them is escaped by the language that writes it.</summary>
internal static class Identifiers
{
    /// <summary>A namespace of valid identifiers, the way the templates of the .NET SDK make one: "my-app.2d" is "my_app._2d".</summary>
    public static string Namespace(string name) =>
        string.Join(".", name.Split('.').Select(static part => part.Trim()).Where(static part => part.Length > 0).Select(Of));

    /// <summary>One identifier, whatever the text: "2d.run" is "_2d_run".</summary>
    public static string Of(string text)
    {
        var letters = string.Concat(text.Trim().Select(static c => IsPart(c) ? c : '_'));
        return letters.Length > 0 && IsStart(letters[0]) ? letters : "_" + letters;
    }

    private static bool IsStart(char c) => c == '_' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter
        or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    private static bool IsPart(char c) => IsStart(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;
}
