using System.Text.Json;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tool.Tests;

/// <summary><c>scaling laws ID --params N --tokens D</c>: the value of every equation.</summary>
public sealed class LawValueTests
{
    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Repository.Document("laws"), "*.md").Select(static path => Path.GetFileNameWithoutExtension(path)).Where(static name => name != "README")];

    public static TheoryData<string> Ids => [.. LawRegistry.All.Select(static law => law.Info.Id)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Laws_NameOfAPage_IsKnown(string page) => Assert.Equal(ExitCode.Clean, Tool.Run("laws", page).Code);

    [Theory]
    [InlineData("chinchilla-a1")]
    [InlineData("chinchilla-a2")]
    [InlineData("chinchilla-a3-tex")]
    [InlineData("chinchilla-a3-rounded")]
    public void Laws_PageOfSeveralLaws_ShowsEach(string law) =>
        Assert.Contains(law, Tool.Run("laws", "chinchilla-2022").Lines);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Laws_Numbers_GiveEveryEquationWithItsRange(string id)
    {
        var run = Tool.Run("laws", id, "--params", "1B", "--tokens", "20B", "--format", "json");

        Assert.Equal(ExitCode.Clean, run.Code);
        var values = JsonDocument.Parse(run.Out).RootElement.GetProperty("laws")[0].GetProperty("values");
        Assert.Equal(LawRegistry.Find(id)!.Info.Equations.Count, values.GetArrayLength());
        Assert.All(values.EnumerateArray(), static value => Assert.True(
            value.GetProperty("missing").GetArrayLength() > 0 || value.GetProperty("value").ValueKind is JsonValueKind.Null || value.GetProperty("validity").GetString()!.Length > 0));
    }

    [Fact]
    public void Laws_Numbers_AreThoseOfTheLaw()
    {
        var weights = new NonEmbeddingWeights(7e9);

        AssertValue("kaplan-2020", "4.4", "D", 5e3 * Math.Pow(7e9, 0.74));
        AssertValue("kaplan-2020", "1.1", "L", Kaplan2020.Law.LossOfSize(weights).Value.NatsPerToken);
        AssertValue("besiroglu-2024", "2", "L", Besiroglu2024.Law.Loss(new ActiveParameters(7e9), new Tokens(1e12)).Value.NatsPerToken);
    }

    [Theory]
    [InlineData("(4.4) D(N) = 5e3 N^0.74", "D = 96.5B tokens; extrapolated by 4.7x in N")]
    [InlineData("(5.3) B_crit(L) = 2.1e8 / L^(1/0.21)", "B_crit = 7.66M tokens; at L = 2.004 nats per token by (4.1); extrapolated by 4.7x in N, 44x in D")]
    public void Laws_Text_HasTheValueBelowItsEquation(string equation, string value)
    {
        var lines = Tool.RunOn(new Screen(110), "", "laws", "kaplan-2020", "--params", "7B", "--tokens", "1T").Lines;

        Assert.Equal("    " + value, lines[Array.IndexOf(lines, "  " + equation) + 1]);
    }

    [Fact]
    public void Laws_OtherSymbol_IsStatedByName()
    {
        Assert.Contains("need", Tool.Run("laws", "clark-2022", "--params", "1B").Out, StringComparison.Ordinal);
        Assert.Contains("E' = 53.8 experts", Tool.Run("laws", "clark-2022", "--params", "1B", "--with", "E=64").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ling-2025", "G=32", "extrapolated: G 32 is above 16")]
    [InlineData("parscale-2025", "P=16", "extrapolated: P 16 is above 8")]
    [InlineData("epochs-turn", "U=1e7", "extrapolated: U 10M is below 100M")]
    [InlineData("tao-2024", "V=128256", "extrapolated: V 128,256 is above 96,256")]
    public void Laws_OtherSymbolOutsideItsRuns_SaysSo(string law, string symbol, string clause)
    {
        Assert.Contains(clause, Tool.RunOn(new Screen(200), "", "laws", law, "--params", "1B", "--tokens", "20B", "--with", symbol, "--with", "A=0.1").Out, StringComparison.Ordinal);
        Assert.DoesNotContain("extrapolated: ", Tool.RunOn(new Screen(200), "", "laws", law, "--params", "1B", "--tokens", "1B", "--with", "E=8", "--with", "G=8", "--with", "A=0.1", "--with", "P=2").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("joint-moe-2025", "E=64", "'joint-moe-2025' was measured with 1 to 32 experts", "L = ", "N_opt = ", "D_opt = ", "eta = ")]
    [InlineData("joint-moe-2025", "E=0.5", "'joint-moe-2025' was measured with 1 to 32 experts", "L = ", "N_opt = ", "D_opt = ", "eta = ")]
    [InlineData("marin-2025", "d=64", "'marin-2025' rejects a learning rate above 0.01", "eta = ")]
    public void Laws_NumbersThatALawRefuses_HaveNoValueAndTheReason(string law, string symbol, string why, params string[] values)
    {
        var text = Tool.RunOn(new Screen(200), "", "laws", law, "--params", "37B", "--tokens", "14.8T", "--with", symbol, "--with", "B=4194304", "--with", "N_ne=1e9");

        Assert.Contains("no value: " + why, text.Out, StringComparison.Ordinal);
        Assert.All(values, value => Assert.DoesNotContain(text.Lines, line => line.TrimStart().StartsWith(value, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("unified-sparse-2025", "S=0", "L = 2.396 nats per token")]
    [InlineData("ling-2025", "A=0.1 G=64", "EL = 2.64 times this compute in a dense model, at most; extrapolated: G 64 is above 16")]
    [InlineData("ling-2025", "A=0.001 G=8", "extrapolated: EL 9.39 is above 6")]
    [InlineData("farseer-2025", "x=1", "parameters of the least loss for this compute")]
    [InlineData("marin-2025", "b=64", "eta_H = 0.00208; no range is stated for it")]
    [InlineData("tao-2024", "V=50257", "V = 50,257 tokens of the vocabulary")]
    public void Laws_Symbols_AreTakenAsTyped(string law, string symbol, string said) => Assert.Contains(
        said,
        string.Join(' ', Tool.RunOn(new Screen(300), "", ["laws", law, "--params", "1B", "--tokens", "100B", .. symbol.Split(' ').SelectMany(static one => new[] { "--with", one })]).Lines.Select(static line => line.Trim())),
        StringComparison.Ordinal);

    // Far beyond each law's runs: no equation that takes a number is inside them.
    [Theory]
    [InlineData("muon-2025")]
    [InlineData("tao-2024")]
    [InlineData("ling-2025")]
    [InlineData("deepseek-2024")]
    [InlineData("wd-limited")]
    [InlineData("epochs-turn")]
    [InlineData("frantar-2023")]
    [InlineData("xiong-2023")]
    [InlineData("nanochat-2026")]
    [InlineData("joint-moe-2025")]
    public void Laws_NumbersFarBeyondTheRuns_SayThatTheyAre(string law)
    {
        var text = Tool.RunOn(new Screen(200), "", "laws", law, "--params", "400B", "--tokens", "40T", "--with", "E'=8", "--with", "S=0.95", "--with", "c=1e6").Out;

        Assert.Contains("extrapolated", text, StringComparison.Ordinal);
        Assert.DoesNotContain("inside the observed range", text, StringComparison.Ordinal);
    }

    // (B.6) takes C_min in FLOP, (1.3) in PF-days: a result of one unit never goes into an equation of another.
    [Fact]
    public void Laws_SymbolOfTwoUnits_IsGivenInEach()
    {
        var lines = Tool.RunOn(new Screen(200), "", "laws", "kaplan-2020", "--params", "1B", "--tokens", "20B", "--flops", "8.64e19", "--with", "B=524288").Lines;

        Assert.Contains(lines, static line => line.StartsWith("    L = 2.752 nats per token", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.StartsWith("    L = 2.794 nats per token", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("N_0=1e8", "D/D_0 = 5.5")]
    [InlineData("r=10", "N_opt/N_0 = 5.37")]
    [InlineData("r=10", "D_opt/D_0 = 1.86")]
    [InlineData("x=0.6", "C/C_eff = 1.16")]
    [InlineData("x=2.2", "S/S_eff = 0.547")]
    [InlineData("L_0=3", "B/B_0 = ")]
    [InlineData("r=1", "C_cross = 11,200 PF-days; a constant of the law")]
    [InlineData("r=1", "f = 0.101; a constant of the law")]
    public void Laws_OfKaplan_AreAllEvaluable(string symbol, string value) =>
        Assert.Contains(value, Tool.RunOn(new Screen(200), "", "laws", "kaplan-2020", "--params", "1B", "--tokens", "20B", "--with", symbol).Out, StringComparison.Ordinal);

    // The range of an output is that of the equation's own inputs.
    [Theory]
    [InlineData("deepseek-2024", "--flops 1e20", "eta = ", "extrapolated by 5.0x in C")]
    [InlineData("deepseek-2024", "--flops 1e20", "B = ", "extrapolated by 5.0x in C")]
    [InlineData("deepseek-2024", "--flops 1e20", "M_opt = ", "inside the observed range")]
    [InlineData("ling-2025", "--flops 5e20 --with A=0.1 --with G=8", "EL = ", "inside the observed range")]
    [InlineData("ling-2025", "--flops 5e17 --with A=0.1 --with G=8", "EL = ", "extrapolated by 2.0x in C")]
    [InlineData("ling-2025", "--flops 5e17 --with A=0.1 --with G=8", "B = ", "inside the observed range")]
    [InlineData("kaplan-2020", "--flops 1e24", "B_crit = ", "extrapolated by ")]
    [InlineData("joint-moe-2025", "--with N_ne=1e13 --with E=8", "eta = ", "extrapolated by 3704x in N")]
    [InlineData("nanochat-2026", "--with P=1e12 --with D=1e13 --with D_ref=1e9", "D = ", "extrapolated by 1087x in N")]
    [InlineData("nanochat-2026", "--with P=1e12 --with D=1e13 --with D_ref=1e9", "B = ", "extrapolated by 905x in D")]
    [InlineData("nanochat-2026", "--with P=1e12 --with D=1e13 --with D_ref=1e9", "eta = ", "extrapolated by 905x in D")]
    [InlineData("nanochat-2026", "--with P=1e12 --with D=1e13 --with D_ref=1e9", "lambda = ", "extrapolated by 905x in D")]
    public void Laws_Range_IsThatOfTheEquationsOwnInputs(string law, string asked, string value, string range)
    {
        var lines = Tool.RunOn(new Screen(300), "", ["laws", law, .. asked.Split(' ')]).Lines.Where(line => line.StartsWith("    " + value, StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Contains(range, line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("kaplan-2020", "--params 2e10", "eta = ", "the rule breaks down above 1e10 parameters")]
    [InlineData("parscale-2025", "--params 1e9 --with P=0", "L = ", "P is above 0")]
    [InlineData("parscale-2025", "--params 1e9 --with P=0.5", "L = ", "a model has at least 1 stream")]
    [InlineData("ling-2025", "--flops 1e20 --with A=0.05 --with G=0", "EL = ", "G is above 0")]
    [InlineData("ling-2025", "--flops 1e20 --with A=1.5 --with G=8", "EL = ", "an activation ratio lies between 0 and 1")]
    [InlineData("hunyuan-moe-2025", "--params 1e9 --tokens 1e11 --with N_a=2e9 --with G=8 --with S=0.1", "L = ", "active parameters are at most all parameters")]
    [InlineData("hunyuan-moe-2025", "--params 1e10 --tokens 1e11 --with N_a=2e9 --with G=8 --with S=1.3", "L = ", "shared over active experts lie between 0 and 1")]
    [InlineData("muon-2025", "--flops 1e20 --with n=0", "scale = ", "n is above 0")]
    [InlineData("frantar-2023", "--params 1e7 --tokens 1e10 --with S=1", "L = ", "")]
    [InlineData("clark-2022", "--params 1e9 --with E=0.5", "E' = ", "a routed model has at least 1 expert")]
    public void Laws_NumbersOutsideTheDomain_HaveNoValue(string law, string asked, string value, string why)
    {
        var lines = Tool.RunOn(new Screen(300), "", ["laws", law, .. asked.Split(' ')]).Lines;

        Assert.DoesNotContain(lines, line => line.StartsWith("    " + value, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("    no value: " + why, StringComparison.Ordinal));
    }

    // The loss of (1.1) has other constants than (B.15), which subtracts that of Table 3: only a loss that is asked for goes into it.
    [Fact]
    public void Laws_LossOfAnotherConstantSet_GoesIntoNoEquation()
    {
        var lines = Tool.RunOn(new Screen(300), "", "laws", "kaplan-2020", "--params", "8e9").Lines;

        Assert.DoesNotContain(lines, static line => line.StartsWith("    C_min = ", StringComparison.Ordinal) || line.StartsWith("    N_opt = ", StringComparison.Ordinal));
        Assert.Contains(Tool.RunOn(new Screen(300), "", "laws", "kaplan-2020", "--params", "8e9", "--with", "L=2.1").Lines, static line => line.StartsWith("    C_min = ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("not used: Q; the equations take C, M, A, G", "ling-2025", "--flops", "1e20", "--with", "Q=1")]
    [InlineData("not used: N; the equations take no numbers", "merrill-2025", "--params", "1e10")]
    [InlineData("not used: foo; ", "kaplan-2020", "--with", "foo=3")]
    public void Laws_NumberThatNoEquationTakes_IsSaid(string said, params string[] asked)
    {
        Assert.Contains(said, Tool.RunOn(new Screen(300), "", ["laws", .. asked]).Out, StringComparison.Ordinal);
        Assert.Contains(said.Split(';')[0], Tool.Run(["laws", .. asked, "-f", "markdown"]).Out, StringComparison.Ordinal);
        Assert.Equal(1, JsonDocument.Parse(Tool.Run(["laws", .. asked, "-f", "json"]).Out).RootElement.GetProperty("unused").GetArrayLength());
    }

    [Theory]
    [InlineData("nanochat-2026", "B=1M", "B = 1M tokens")]
    [InlineData("ling-2025", "A=7.8%", "A = 0.078")]
    [InlineData("ling-2025", "A=5/65", "A = 0.0769")]
    public void Laws_OtherSymbol_IsReadInItsUnit(string law, string typed, string shown) =>
        Assert.Contains(shown, Tool.RunOn(new Screen(300), "", "laws", law, "--flops", "1e20", "--with", typed, "--with", "G=8").Out, StringComparison.Ordinal);

    [Fact]
    public void Laws_OfKumar_SayWhatTheFullerTranscriptionHas() => Assert.Contains("C_x were not found", string.Join(' ', Tool.RunOn(new Screen(300), "", "laws", "kumar-2024").Lines), StringComparison.Ordinal);

    [Fact]
    public void Laws_ListAsMarkdown_HasTheRanges() => Assert.Contains("| law | answers | observed | paper |", Tool.Run("laws", "-f", "markdown").Out, StringComparison.Ordinal);

    [Fact]
    public void Laws_List_SaysOfEachWhereItWasObserved() => Assert.All(
        JsonDocument.Parse(Tool.Run("laws", "--format", "json").Out).RootElement.GetProperty("laws").EnumerateArray(),
        static law => Assert.Contains(law.GetProperty("id").GetString()!, Tool.Run("laws").Out, StringComparison.Ordinal));

    [Theory]
    [InlineData("kaplan", "kaplan-2020")]
    [InlineData("chinchilla", "chinchilla-2022")]
    [InlineData("besirolgu-2024", "besiroglu-2024")]
    public void Laws_UnknownName_SuggestsWhatStartsSoOrIsNear(string typed, string meant) =>
        Assert.Contains($"did you mean '{meant}'?", Tool.Run("laws", typed).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("name the law", "laws", "--params", "7B")]
    [InlineData("--with: 'E'", "laws", "clark-2022", "--with", "E")]
    [InlineData("--params: ", "laws", "kaplan-2020", "--params", "seven")]
    public void Laws_WrongNumber_IsRefused(string message, params string[] arguments)
    {
        var run = Tool.Run(arguments);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static void AssertValue(string law, string number, string gives, double expected)
    {
        var values = JsonDocument.Parse(Tool.Run("laws", law, "--params", "7B", "--tokens", "1T", "-f", "json").Out).RootElement.GetProperty("laws")[0].GetProperty("values");
        var value = values.EnumerateArray().First(value => value.GetProperty("number").GetString() == number && value.GetProperty("gives").GetString() == gives);
        Assert.Equal(1, value.GetProperty("value").GetDouble() / expected, 9);
    }
}
