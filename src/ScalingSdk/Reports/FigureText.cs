using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Reports;

/// <summary>The number of a figure as people read it: three digits, memory in GB.</summary>
internal static class FigureText
{
    /// <summary>The number, without its unit where that has a column of its own; memory keeps it.</summary>
    public static string Number(Figure figure) => Number(figure, figure.Value);

    /// <summary>The number and its unit.</summary>
    public static string WithUnit(Figure figure) => IsMemory(figure) ? Number(figure) : $"{Number(figure)} {figure.Unit}".TrimEnd();

    /// <summary>The unit; empty where the number has it.</summary>
    public static string Unit(Figure figure) => IsMemory(figure) ? "" : figure.Unit;

    /// <summary>Its ends: "2.2 .. 2.81B"; empty for a point.</summary>
    public static string Ends(Figure figure) =>
        figure.Range is { } range ? PlanAnswers.Ends(Number(figure, range.Low), Number(figure, range.High)) : "";

    private static bool IsMemory(Figure figure) => figure.Unit is "bytes";

    private static string Number(Figure figure, double value) =>
        IsMemory(figure) ? new ByteSize(value).Short : NumberText.Compact(value);
}
