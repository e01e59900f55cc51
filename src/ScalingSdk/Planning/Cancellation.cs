using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Planning;

/// <summary>
/// Differences of nearly equal numbers: both are rounded first, so that the last bits, in which frameworks differ, do not become
/// leading digits.
/// </summary>
internal static class Cancellation
{
    public static double Difference(double left, double right) => RoundTo12(RoundTo12(left) - RoundTo12(right));

    /// <summary>A small part that was computed as a factor less one: below a thousandth its last digits are not its own.</summary>
    public static double Part(double part) => part < 1e-3 ? Difference(1 + part, 1) : RoundTo12(part);
}
