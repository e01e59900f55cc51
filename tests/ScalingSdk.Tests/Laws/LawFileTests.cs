using CsCheck;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;

namespace ScalingSdk.Tests.Laws;

public sealed class LawFileTests
{
    private const string Sound = """
        {
          "law": "my-runs", "form": "chinchilla", "parameters": "active",
          "constants": { "E": 1.8172, "A": 482.01, "B": 2085.43, "alpha": 0.3478, "beta": 0.3658 },
          "range": { "parameters": [4.4e7, 1.6e10], "tokens": [5e9, 5e11], "flops": [6e18, 3e21] },
          "fit": { "runs": 240 }
        }
        """;

    [Fact]
    public void Read_ConstantsOfAPublishedLaw_AnswersAsIt()
    {
        var law = LawFile.Read(Sound).Law!.Parametric!;

        Assert.Equal("my-runs", law.Info.Id);
        Assert.Equal(Besiroglu2024.Law.Allocate(new(1e21)), law.Allocate(new(1e21)));
        Assert.Equal(Besiroglu2024.Law.OptimalTokens(new ActiveParameters(1e11)), law.OptimalTokens(new ActiveParameters(1e11)));
        Assert.Equal(Besiroglu2024.Law.Info.Range, law.Info.Range);
    }

    [Fact]
    public void Read_WithoutASample_HasNoInterval() => Assert.False(LawFile.Read(Sound).Law!.Surface!.ParametersInterval(new(1e21)).HasValue);

    [Fact]
    public void Read_WithASample_HasItsInterval()
    {
        var draws = Enumerable.Range(0, 21).Select(static i => FormattableString.Invariant($"[0.6, {6.1 + (0.01 * i)}, 7.6, 0.35, 0.36]"));
        var law = LawFile.Read(Sound.Replace("\"fit\"", $"\"sample\": [{string.Join(',', draws)}], \"fit\"", StringComparison.Ordinal)).Law!.Parametric!;
        var interval = law.ParametersInterval(new(1e21)).Value;

        Assert.True(law.Info.Answers.HasFlag(LawQuestions.Intervals));
        Assert.Equal(0.9 * 0.2 / (0.35 + 0.36), Math.Log(interval.High / interval.Low), precision: 9);
    }

    [Fact]
    public void Read_WithAWidenedSample_SpreadsEveryIntervalAboutItsMedian()
    {
        var sample = $"\"sample\": [{string.Join(',', Enumerable.Range(0, 21).Select(static i => FormattableString.Invariant($"[0.6, {6.1 + (0.01 * i)}, 7.6, 0.35, 0.36]")))}], \"fit\"";
        var drawn = LawFile.Read(Sound.Replace("\"fit\"", sample, StringComparison.Ordinal)).Law!.Surface!.LossInterval(new(1e9), new(2e10)).Value;
        var widened = LawFile.Read(Sound.Replace("\"fit\"", "\"widened\": 1.65, " + sample, StringComparison.Ordinal)).Law!.Surface!.LossInterval(new(1e9), new(2e10)).Value;

        Assert.Equal(drawn.Median, widened.Median);
        Assert.Equal(1.65 * Math.Log(drawn.High / drawn.Median), Math.Log(widened.High / widened.Median), precision: 12);
    }

    [Fact]
    public void ConstantSet_OfOtherConstants_Differs()
    {
        var other = LawFile.Read(Sound.Replace("482.01", "482.02", StringComparison.Ordinal)).Law!.Parametric!;
        Assert.NotEqual(LawFile.Read(Sound).Law!.Info.ConstantSet, other.Info.ConstantSet);
    }

    [Theory]
    [InlineData("\"my-runs\"", "\"kaplan-2020\"", "2:10: 'law': 'kaplan-2020' is a published law; name your own, such as \"kaplan-2020-refit\"")]
    [InlineData("\"my-runs\"", "\"My Runs\"", "2:10: 'law': 'My Runs' is not a name of at most 64 small letters, digits and '-'; write \"my-runs\"")]
    [InlineData("\"chinchilla\"", "\"kaplan\"", "2:29: 'form': 'kaplan' cannot be read, the forms that are read are \"chinchilla\", E + A/N^alpha + B/D^beta, and \"formula\"; write \"chinchilla\"")]
    [InlineData("\"alpha\"", "\"alpa\"", "3:58: 'constants' has no key 'alpa'; did you mean 'alpha'?")]
    [InlineData("482.01", "-482", "3:36: 'constants.A': expected a number above 0 and at most 1E+100, got '-482'")]
    [InlineData("482.01", "1e400", "3:36: 'constants.A': expected a number above 0 and at most 1E+100, got '1e400'")]
    [InlineData("0.3478", "10.5", "3:67: 'constants.alpha': expected a number above 0 and at most 10, got '10.5'")]
    [InlineData("[5e9, 5e11]", "[5e11, 5e9]", "4:55: 'range.tokens': expected the least and the most of the runs, such as \"tokens\": [4e7, 1.6e10]")]
    [InlineData("\"fit\"", "\"sample\": [[1]], \"fit\"", "5:13: 'sample': expected 20 to 10000 draws, each ln E, ln A, ln B, alpha and beta in brackets")]
    [InlineData("\"fit\"", "\"widened\": 0.5, \"fit\"", "5:14: 'widened': expected a number from 1 to 10, got '0.5'")]
    [InlineData("\"fit\"", "\"fits\"", "5:3: the law has no key 'fits'; did you mean 'fit'?")]
    public void Read_Wrong_SaysWhereAndWhatToType(string sound, string wrong, string message)
    {
        var reading = LawFile.Read(Sound.Replace(sound, wrong, StringComparison.Ordinal));

        Assert.Null(reading.Law);
        Assert.Equal(message, reading.Problems[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"law\": 1 }")]
    public void Read_NoLaw_IsAProblem(string text) => Assert.NotEmpty(LawFile.Read(text).Problems);

    [Fact]
    public void Read_AnyCorruption_NeverThrows() => Gen.Select(Gen.Int[0, Sound.Length - 1], Gen.Char).Sample(static (at, with) =>
    {
        var reading = LawFile.Read(string.Concat(Sound.AsSpan(0, at), with.ToString(), Sound.AsSpan(at + 1)));
        return reading.Law is null != (reading.Problems.Count == 0);
    });
}
