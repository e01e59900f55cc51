namespace ScalingSdk.Laws;

/// <summary>Two regressions of one table of optimal runs: N_opt = k C^p, and D_opt = 10^t N^q.</summary>
internal readonly record struct PowerAllocation(double Coefficient, double Exponent, double TokensLog10, double TokensExponent)
{
    public double OptimalParameters(double flops) => Coefficient * Math.Pow(flops, Exponent);

    public double OptimalTokens(double parameters) => Math.Pow(10, TokensLog10) * Math.Pow(parameters, TokensExponent);

    public double OptimalParametersOf(double tokens) => Math.Pow(tokens / Math.Pow(10, TokensLog10), 1 / TokensExponent);
}

/// <summary>The equations of a <see cref="PowerAllocation"/>.</summary>
internal sealed class PowerAllocationEquations
{
    public PowerAllocationEquations(string table, PowerAllocation form)
    {
        Parameters = new(table, Symbol.OptimalN, $"{form.Coefficient:k} C^{form.Exponent:p}", Symbol.C);
        Tokens = new(table, Symbol.OptimalD, $"10^{form.TokensLog10:t} N^{form.TokensExponent:q}", Symbol.N);
        ParametersOfTokens = Tokens.SolvedFor(Symbol.N);
    }

    public Equation Parameters { get; }

    public Equation Tokens { get; }

    public Derivation ParametersOfTokens { get; }

    public IReadOnlyList<Equation> All => [Parameters, Tokens, BudgetEquations.SixND];
}
