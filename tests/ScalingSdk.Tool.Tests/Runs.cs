using System.Globalization;
using System.Text;

namespace ScalingSdk.Tool.Tests;

/// <summary>Runs of a known law: E 1.8, A 480, B 2000, alpha 0.35, beta 0.36, with a little noise that is always the same.</summary>
internal static class Runs
{
    public static string Csv()
    {
        var text = new StringBuilder("n_params,tokens,loss\n");
        var row = 0;
        foreach (var n in new[] { 1e8, 3e8, 1e9, 3e9, 1e10 })
        {
            foreach (var d in new[] { 2e9, 8e9, 3e10, 1e11 })
            {
                var loss = (1.8 + (480 / Math.Pow(n, 0.35)) + (2000 / Math.Pow(d, 0.36))) * (1 + (0.001 * Math.Sin(++row * 1.7)));
                text.Append(CultureInfo.InvariantCulture, $"{n},{d},{loss}\n");
            }
        }

        return text.ToString();
    }
}
