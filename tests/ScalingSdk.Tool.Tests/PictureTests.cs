namespace ScalingSdk.Tool.Tests;

/// <summary>The pictures of the documentation show what the sample gives.</summary>
public sealed class PictureTests
{
    private static string Sample => Path.Combine(Repository.Root, "samples", "QuickStart", "Gpt2Small.scaling.json");

    [Theory]
    [InlineData("frontier")]
    [InlineData("loss")]
    public void Picture_OfTheDocumentation_IsWhatPlotDraws(string chart)
    {
        var (drawn, path) = (Tool.Run("plot", chart, Sample).Out, Repository.Document($"images/{chart}.svg"));
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1" && Environment.GetEnvironmentVariable("CI") is not "true")
            File.WriteAllText(path, drawn);

        Assert.True(
            string.Equals(File.ReadAllText(path).ReplaceLineEndings("\n"), drawn, StringComparison.Ordinal),
            $"'{path}' is not what 'scaling plot {chart}' draws: run this test with UPDATE_SNAPSHOTS=1 and look at the picture");
    }
}
