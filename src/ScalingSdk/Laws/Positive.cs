namespace ScalingSdk.Laws;

/// <summary>The numbers that laws take and give: positive and finite.</summary>
internal static class Positive
{
    internal static bool Is(double number) => number > 0 && number <= double.MaxValue;

    internal static bool Are(double first, double second, double third = 1, double fourth = 1) =>
        Is(first) && Is(second) && Is(third) && Is(fourth);
}
