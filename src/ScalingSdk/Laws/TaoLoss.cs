namespace ScalingSdk.Laws;

/// <summary>The parametric loss of Tao et al. 2024 (method 3) and the vocabulary of its least value at a fixed compute.</summary>
internal static class TaoLoss
{
    private const double A1 = 1.8313851559554126;
    private const double A2 = 0.19584238398665638;
    private const double B = 2.1241123120064955;
    private const double E = 5.5327846803337435;
    private const double Alpha = 0.44660634152009615;
    private const double AlphaV = 0.6707374679896795;

    // N in millions, V and d in thousands, C in 1e15 FLOP.
    private const double Million = 1e6;
    private const double Thousand = 1e3;
    private const double Quadrillion = 1e15;

    internal static readonly Equation Equation = new(
        "method 3",
        new("L_u", "normalised by the unigram loss"),
        $"-{E:E} + {A1:A1} / (N/{Million:m})^{Alpha:alpha} + {A2:A2} / (V d / {Million:m})^{AlphaV:alpha_V} + {B:B} / (C / {Quadrillion:q} / (6 (N + V d) / {Million:m}))^{Alpha:alpha}",
        Symbol.N,
        new Symbol("V", "tokens of the vocabulary"),
        new Symbol("d", "width"),
        Symbol.C);

    internal static double BestVocabulary(double parameters, double flops, double width) => Thousand * Math.Exp(Roots.OfFalling(
        new Worth(parameters / Million, flops / Quadrillion, width / Thousand), Math.Log(1e-3), Math.Log(1e6)));

    // -dL_u/dV up to positive factors: positive while a larger vocabulary helps.
    private readonly struct Worth(double n, double c, double d) : IFunction
    {
        public double At(double logVocabulary)
        {
            var v = Math.Exp(logVocabulary) * d;
            var tokens = c / (6 * (n + v));
            return Math.Log(A2 * AlphaV * (n + v) / (Math.Pow(v, AlphaV) * v)) - Math.Log(Alpha * B / Math.Pow(tokens, Alpha));
        }
    }
}
