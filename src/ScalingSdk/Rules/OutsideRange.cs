using ScalingSdk.Laws;

namespace ScalingSdk.Rules;

/// <summary>Says in a sentence that its number lies outside the range of its law.</summary>
internal static class OutsideRange
{
    /// <summary>", extrapolated by 9.7 in N", or nothing inside the range.</summary>
    public static string Note(Extrapolation outside) => outside.Inside ? "" : $", {outside}";

    /// <summary>", extrapolated" where a headline has no room for the factors, or nothing inside the range.</summary>
    public static string Mark(Extrapolation outside) => outside.Inside ? "" : ", extrapolated";
}
