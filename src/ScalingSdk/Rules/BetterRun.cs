using ScalingSdk.Text;

namespace ScalingSdk.Rules;

/// <summary>Another size and number of tokens for a run.</summary>
/// <param name="Parameters">The size, to three digits.</param>
/// <param name="Tokens">The tokens, to three digits.</param>
/// <param name="Epochs">Tokens over the unique tokens.</param>
/// <param name="Loss">The predicted loss in nats per token.</param>
/// <param name="Compute">Its compute over that of the run.</param>
internal sealed record BetterRun(double Parameters, double Tokens, double Epochs, double Loss, double Compute)
{
    /// <summary>A count as it is typed: three digits, rounded down so that a bound still holds.</summary>
    public static double ThreeDigits(double count)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(count)) - 2);
        return NumberText.RoundTo12(Math.Floor(NumberText.RoundTo12(count / unit)) * unit);
    }
}
