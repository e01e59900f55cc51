using CsCheck;

namespace ScalingSdk.Tool.Tests;

/// <summary>Whatever is read: the exit code is a documented one, nothing looks like a stack trace, and it ends soon.</summary>
public sealed class FuzzTests
{
    private static readonly int[] Documented = [ExitCode.Clean, ExitCode.Findings, ExitCode.Usage, ExitCode.Unreadable];

    private static readonly string[] Fragments =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\"model\"", "\"data\"", "\"tokens\"", "\"unique_tokens\"", "\"parameters\"", "\"config\"", "\"architecture\"",
        "\"gpt2\"", "\"7B\"", "\"1e999\"", "-1", "0", "1e308", "9223372036854775808", "null", "true", "// x\n", "/*", "\"-\"", "\"../..\"", "\u0000", "\ud800",
        "\"layers\"", "\"hidden_size\"", "\"hardware\"", "\"count\"", "\"budget\"", "\"time\"", "\"3d\"", "\"laws\"", "\"H100\"",
    ];

    private static readonly Gen<string> Soup = OneOf(Fragments).Array[0, 40].Select(static parts => string.Concat(parts));

    // A spec with one stretch of it replaced: most of these get far.
    private static readonly Gen<string> Bent =
        Gen.Select(OneOf(Specs.Warned, Specs.Gpt2Config, Specs.MixtralConfig), Gen.Int[0, 400], Gen.Int[0, 12], OneOf(Fragments))
            .Select(static (text, at, length, with) =>
            {
                var start = Math.Min(at, text.Length);
                return text[..start] + with + text[Math.Min(text.Length, start + length)..];
            });

    private static readonly Gen<string> Input = Gen.OneOf(Soup, Bent);

    [Theory]
    [InlineData("plan", "-")]
    [InlineData("plan", "-", "--explain", "--all-laws")]
    [InlineData("plan", "-", "--tokens", "1T", "--format", "json")]
    [InlineData("check", "-")]
    [InlineData("check", "-", "--format", "sarif")]
    [InlineData("fix", "-")]
    [InlineData("plot", "loss", "-")]
    [InlineData("report", "-", "-o", "-")]
    [InlineData("params", "-")]
    [InlineData("params", "-", "--format", "json")]
    public void Command_AnyInput_EndsAsDocumented(params string[] arguments) =>
        Input.Sample(text => EndsAsDocumented(Tool.RunWithInput(text, arguments), text), iter: 1_000);

    [Fact]
    public void Plan_AnyFlagValue_EndsAsDocumented() =>
        Gen.Select(OneOf("--params", "--tokens", "--unique-tokens", "--flops", "--time", "--gpus", "--target-loss", "--law", "--set"), Gen.String[0, 20])
            .Sample(static (flag, value) => EndsAsDocumented(Tool.Run("plan", "--params=7B", flag + "=" + value), flag + "=" + value), iter: 1_000);

    [Fact]
    public void Laws_AnyLawFile_EndsAsDocumented()
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, "x.law.json");
        Tool.RunWithInput(Runs.Csv(), "fit", "-", "--resamples", "20", "-o", path);
        var law = File.ReadAllText(path);

        Gen.Select(Gen.Int[0, law.Length - 1], Gen.Int[0, 12], OneOf(Fragments)).Sample(
            (at, length, with) =>
            {
                File.WriteAllBytes(path, System.Text.Encoding.UTF8.GetBytes(law[..at] + with + law[Math.Min(law.Length, at + length)..]));
                EndsAsDocumented(Tool.Run("laws", path), path);
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public void Fit_AnyRuns_EndsAsDocumented() =>
        Gen.Select(Gen.Int[0, 600], Gen.Int[0, 30], OneOf(",", "\n", "\"", "1e999", "-1", "NaN", "inf", "0", "", "1e308", "2e9", "{\"N\": 1}", "\u0000"), Gen.Int[1, 3])
            .Sample(
                static (at, length, with, times) =>
                {
                    var runs = Runs.Csv();
                    for (var i = 0; i < times; i++)
                        runs = runs.Remove(Math.Min(at, runs.Length - length), length).Insert(Math.Min((at * i) + 30, runs.Length - length), with);
                    EndsAsDocumented(Tool.RunWithInput(runs, "fit", "-", "--resamples", "20", "--format", "json"), runs);
                },
                iter: 300);

    [Theory]
    [InlineData("check")]
    [InlineData("plan")]
    [InlineData("params")]
    public void Command_EndlessInput_IsRefusedUnread(string command)
    {
        using var input = new EndlessStream();

        var run = Tool.RunOn(new Screen(), input, command, "-");

        Assert.Equal(ExitCode.Unreadable, run.Code);
        Assert.InRange(input.Position, SpecPipeline.MaxCharacters, SpecPipeline.MaxCharacters + (64 * 1024)); // a buffer more
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static void EndsAsDocumented(ToolRun run, string input)
    {
        Assert.True(Documented.Contains(run.Code), FormattableString.Invariant($"exit code {run.Code} for:\n{input}\n{run.Error}"));
        Assert.DoesNotContain("   at ScalingSdk.", run.Out + run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at System.", run.Out + run.Error, StringComparison.Ordinal);
    }
}
