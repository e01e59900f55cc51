namespace ScalingSdk.Tool.Reports;

/// <summary>A table whose numbers stand below each other.</summary>
internal static class HtmlTable
{
    public static void Write(HtmlWriter html, IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        bool[] numbers = [.. headers.Select((_, column) => column > 0 && IsOfNumbers(rows, column))];
        html.Start("table");
        html.Start("thead");
        html.Start("tr");
        for (var column = 0; column < headers.Count; column++)
            html.Element("th", headers[column], [("scope", "col"), .. Class(numbers[column])]);
        html.End();
        html.End();
        html.Start("tbody");
        foreach (var row in rows)
        {
            html.Start("tr");
            for (var column = 0; column < row.Count; column++)
            {
                if (column == 0)
                    html.Element("th", row[0], ("scope", "row"));
                else
                    html.Element("td", row[column], Class(numbers[column]));
            }

            html.End();
        }

        html.End();
        html.End();
    }

    private static (string Name, string Value)[] Class(bool number) => number ? [("class", "number")] : [];

    // Most of its cells start with a number.
    private static bool IsOfNumbers(IReadOnlyList<IReadOnlyList<string>> rows, int column)
    {
        List<string> cells = [.. rows.Where(row => row.Count > column).Select(row => row[column]).Where(static cell => cell.Length > 0)];
        return cells.Count(static cell => char.IsAsciiDigit(cell[0]) || (cell.Length > 1 && cell[0] is '-' or '+' or '$' && char.IsAsciiDigit(cell[1]))) * 2 > cells.Count;
    }
}
