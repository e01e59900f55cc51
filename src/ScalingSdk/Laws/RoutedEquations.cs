namespace ScalingSdk.Laws;

/// <summary>The equations of a <see cref="RoutedForm"/>: eq. 1 of Clark et al. 2022 and what follows from it.</summary>
internal sealed class RoutedEquations
{
    private static readonly Symbol Experts = new("E", "experts");
    private static readonly Symbol Saturated = new("E'", "experts");

    public RoutedEquations(RoutedForm form)
    {
        var (a, b, c, d, start, most) = form;
        Transform = new("", Saturated, $"1/(1/(E - 1 + 1/(1/{start:E_start} - 1/{most:E_max})) + 1/{most:E_max})", Experts);
        Loss = new(
            "1",
            Symbol.L,
            $"10^({a:a} log10(N) + {b:b} log10(E') + {c:c} log10(N) log10(E') + {d:d})",
            Symbol.N,
            Saturated);
        EffectiveParameters = new(
            "",
            new("N_bar", "parameters"),
            $"N^(({a:a} + {c:c} log10(E')) / ({a:a} + {c:c} log10({start:E_start}))) (E'/{start:E_start})^({b:b} / ({a:a} + {c:c} log10({start:E_start})))",
            Symbol.N,
            Saturated);
        Cutoff = new("", new("N_cutoff", "parameters"), $"10^(-({b:b})/{c:c})");
    }

    public Equation Transform { get; }

    public Equation Loss { get; }

    public Equation EffectiveParameters { get; }

    public Equation Cutoff { get; }
}
