using System.Globalization;

namespace ScalingSdk.Fitting.Data;

/// <summary>Whole numbers in messages.</summary>
internal static class Whole
{
    internal static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
