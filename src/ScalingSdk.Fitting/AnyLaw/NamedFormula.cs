using ScalingSdk.Diagnostics;

namespace ScalingSdk.Fitting.AnyLaw;

/// <summary>A published form without published constants, as a formula to fit: what <c>--law</c> takes by name.</summary>
/// <param name="Id">The name: "skaling-2026".</param>
/// <param name="Text">The formula, with bounds that keep it what the paper means.</param>
/// <param name="Paper">Authors, year and what it is about.</param>
/// <param name="Columns">What its symbols are, as a clause.</param>
internal sealed partial record NamedFormula(string Id, string Text, string Paper, string Columns)
{
    /// <summary>The id of the published law of this form, where it has one: a name as good as its own.</summary>
    internal string? Also { get; init; }

    private const string Mixture = "ye-2024";

    /// <summary>Every form with a fixed formula.</summary>
    public static IReadOnlyList<NamedFormula> All { get; } =
    [
        .. Forms(),
        new(
            "skaling-2026",
            "L = E + (A/N^a + B/D^b)^k, E > 0, A > 0, B > 0, 0 < a < 3, 0 < b < 3, 0 < k < 2",
            "Skaling (arXiv 2608.07222): the published fits have k 0.31 to 0.45; its best size and tokens are those of Chinchilla's form",
            "N parameters, D tokens"),
        new(
            "practical-2026",
            "L = E + (L0 - E)*(1 - 1/(1 + a/N^alpha + b/D^beta + c*N^gamma/U^delta)), E > 0, L0 > 0, a > 0, b > 0, c > 0, 0 < alpha < 3, 0 < beta < 3, 0 < gamma < 3, 0 < delta < 3",
            "repeated data with a bounded loss (arXiv 2605.09189): E + (L0 - E) h/(1 + h)",
            "N parameters, D tokens seen, U unique tokens"),
        new(
            "loss-to-loss-2024",
            "L1 = K*(L0 - E0)^kappa + E1, K > 0, 0 < kappa < 10",
            "the loss on one corpus from that on another (arXiv 2411.12925); E0 and E1 come from fits of their own: --constants",
            "L0 and L1 the two losses"),
    ];

    /// <summary>The names, those with columns after a colon included.</summary>
    public static IReadOnlyList<string> Names => [.. All.Select(static formula => formula.Id), Mixture];

    /// <summary>The form of this name; <c>ye-2024:web,code,books</c> names the columns of a mixture. Null where the text is no name.</summary>
    /// <exception cref="FormatException">The text is a name with something missing or mistyped.</exception>
    public static NamedFormula? Find(string text)
    {
        var name = text.Trim();
        if (All.FirstOrDefault(formula => string.Equals(formula.Id, name, StringComparison.Ordinal) || string.Equals(formula.Also, name, StringComparison.Ordinal)) is { } found)
            return found;
        if (string.Equals(name, Mixture, StringComparison.Ordinal) || name.StartsWith(Mixture + ":", StringComparison.Ordinal))
            return OfMixture([.. name.Substring(Mixture.Length).TrimStart(':').Split(',').Select(static domain => domain.Trim()).Where(static domain => domain.Length > 0)]);

        // Letters, digits and '-' alone are no law.
        return name.Length > 0 && char.IsLetter(name[0]) && name.All(static c => char.IsLetterOrDigit(c) || c is '-' or '_')
            ? throw new FormatException($"there is no form '{name}'; {Suggest.Hint(Suggest.Nearest(name, Names), "there are " + Suggest.List(Names) + "; a formula has a left-hand side: 'L = ...'")}")
            : null;
    }

    // L_i = c + k exp(sum t_j r_j): the shares add up to one, so that k is in every t.
    private static NamedFormula OfMixture(string[] domains) => domains.Length >= 2
        ? new(
            Mixture,
            $"L = c + exp({string.Join(" + ", domains.Select(static domain => $"t_{domain}*{domain}"))}), c > 0",
            "the loss on one domain by the mixture of the training data (arXiv 2403.16952)",
            "each domain its share of the training data; the shares of a run add up to 1")
        : throw new FormatException($"'{Mixture}' is a law of a mixture: name the columns of its shares, such as '{Mixture}:web,code,books'");
}
