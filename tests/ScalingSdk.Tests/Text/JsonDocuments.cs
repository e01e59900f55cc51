using CsCheck;

namespace ScalingSdk.Tests.Text;

/// <summary>Generated texts: JSON with comments, and the same with a few characters changed.</summary>
internal static class JsonDocuments
{
    private static readonly Gen<string> Blank = Gen.Frequency(
        (12, Gen.Const("")),
        (4, Gen.OneOf(" ", "\n", "\r\n", "\t", "  ")),
        (1, Gen.OneOf("/* a, \"b\" */", "// c }\n", "/**/", "// d\r", "/* é 😀 */", "/***/")));

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOf("a", "b", "layers", "hidden_size", "", "é", "😀", "\\u0061", "\\ud83d\\ude00", "\\n\\\\\\\"", "\\/", "\u2028"),
        Gen.String[Gen.Char['a', 'z'], 0, 12],
        Gen.String[Gen.Frequency((20, Gen.Char[' ', '~']), (1, Gen.Char)), 0, 8]
            .Select(s => s.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)))
        .Select(s => $"\"{s}\"");

    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.Int.Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Double.Where(double.IsFinite).Select(d => d.ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
        Gen.OneOf("0", "-0", "1e999", "0.5", "1E+2", "6e-4", "-0.0e-0", "123456789012345678901234567890"));

    private static readonly Gen<string> Scalar =
        Gen.Frequency((4, Text), (4, Number), (1, Gen.OneOf("true", "false", "null")));

    private static readonly Gen<string> Value = Gen.Recursive<string>((depth, self) => depth > 4
        ? Scalar
        : Gen.Frequency((3, Scalar), (2, List('[', self, ']')), (2, List('{', Member(self), '}'))));

    private static readonly Gen<string> Noise = Gen.OneOf(
        Gen.OneOf("{", "}", "[", "]", ",", ":", "\"", "\\", "/", "*", "//", "/*", "*/", "-", ".", "e", "0", "1", "true", " ", "\n", "\r"),
        Gen.OneOf("\\u", "\\ud800", "\ud800", "\udc00", "\uFEFF", "\0", "'", "NaN", "\t", "\u2028", "\u2029", "+", "_"),
        Gen.Char.Select(c => c.ToString()));

    public static readonly Gen<string> Valid = Gen.Select(Blank, Value, Blank, (a, v, b) => a + v + b);

    public static readonly Gen<string> Mutated = Gen.Select(
        Valid,
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1 << 20], Noise).Array[1, 3],
        (text, edits) => edits.Aggregate(text, Apply));

    private static Gen<string> Member(Gen<string> value) =>
        Gen.Select(Text, Blank, Blank, value, (name, a, b, v) => $"{name}{a}:{b}{v}");

    private static Gen<string> List(char open, Gen<string> item, char close) => Gen.Select(
        Gen.Select(Blank, item, Blank, (a, i, b) => a + i + b).Array[0, 4],
        Gen.Frequency((5, Gen.Const(false)), (1, Gen.Const(true))),
        Blank,
        (items, trailing, blank) =>
            $"{open}{string.Join(",", items)}{(trailing && items.Length > 0 ? "," : "")}{blank}{close}");

    private static string Apply(string text, (int Kind, int Place, string Noise) edit)
    {
        var at = edit.Place % (text.Length + 1);
        return edit.Kind switch
        {
            0 when at < text.Length => text.Remove(at, 1),
            1 when at < text.Length => text.Remove(at, 1).Insert(at, edit.Noise),
            _ => text.Insert(at, edit.Noise),
        };
    }
}
