using System.Text;
using ScalingSdk.Text;

namespace ScalingSdk.Tasks;

/// <summary>Foreign text as F# source: nothing that a spec or a project says can leave its comment, literal or identifier.</summary>
internal static class FSharpText
{
    /// <summary>A string literal with its quotes.</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            if (c is '"' or '\\')
                text.Append('\\').Append(c);
            else if (c < ' ' || c is '\u0085' or '\u2028' or '\u2029')
                text.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            else
                text.Append(c);
        }

        return text.Append('"').ToString();
    }

    /// <summary>A double as F# writes it: always with a point or an exponent.</summary>
    public static string Real(string number) => number.IndexOfAny(['.', 'e']) < 0 ? number + ".0" : number;

    /// <summary>Text inside an XML doc comment, on one line.</summary>
    public static string Doc(string text) => string.Concat(OutsideText.Neutral(text).Select(static c => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '\uFFFE' or '\uFFFF' => " ",
        _ => c.ToString(),
    }));

    /// <summary>A namespace of identifiers: "my_app._2d" is "``my_app``.``_2d``"; "global" where there is none.</summary>
    public static string Namespace(string name) => name.Length == 0 ? "global" : string.Join(".", name.Split('.').Select(Identifier));

    /// <summary>In double backticks a keyword is a name like any other.</summary>
    public static string Identifier(string name) => $"``{name}``";
}
