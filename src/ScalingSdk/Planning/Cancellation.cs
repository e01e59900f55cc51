using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning;

/// <summary>
/// Differences of nearly equal numbers: both are rounded first, so that the last bits, in which frameworks differ, do not become
/// leading digits.
/// </summary>
internal static class Cancellation
{
    public static double Difference(double left, double right) => RoundTo12(RoundTo12(left) - RoundTo12(right));
}
