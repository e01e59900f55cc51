using ScalingSdk.Text;

namespace ScalingSdk.Formulas;

/// <summary>A text is not a formula: what is wrong, and at which character.</summary>
public sealed class FormulaException : FormatException
{
    /// <param name="message">What is wrong, as a sentence without final period.</param>
    /// <param name="text">The formula.</param>
    /// <param name="position">The character, from 0.</param>
    public FormulaException(string message, string text, int position)
        : base($"{message}, at character {NumberText.Grouped(position + 1)}")
    {
        Text = text;
        Position = position;
    }

    /// <summary>The formula.</summary>
    public string Text { get; }

    /// <summary>The character that is wrong, from 0.</summary>
    public int Position { get; }

    /// <summary>The formula and a mark below the character; of a long formula, the part around it.</summary>
    public string Excerpt
    {
        get
        {
            const int Around = 36;
            var start = Math.Max(0, Position - Around);
            var length = Math.Min(Text.Length - start, 2 * Around);
            var line = new string([.. Text.Substring(start, length).Select(static c => char.IsControl(c) ? ' ' : c)]);
            return $"{line}\n{new string(' ', Position - start)}^";
        }
    }
}
