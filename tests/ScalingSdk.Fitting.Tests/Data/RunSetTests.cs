using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Reading;
using ScalingSdk.Quantities;

namespace ScalingSdk.Fitting.Tests.Data;

public sealed class RunSetTests
{
    private static RunSet Read(string text, string source) => RunReader.Read(text, new() { Source = source });

    [Fact]
    public void Join_OfTwoHalves_IsTheWhole()
    {
        const string Header = "n_params,tokens,loss\n", One = "1e8,2e9,3.4\n", Two = "3e8,2e9,3.2\n";

        var joined = RunSet.Join([Read(Header + One, "a.csv"), Read(Header + Two, "b.csv")]);

        Assert.Equal(Read(Header + One + Two, "c.csv").Hash, joined.Hash);
        Assert.Equal("a.csv + b.csv", joined.Source);
    }

    // Another seed has another loss: it is kept.
    [Fact]
    public void Join_OfSetsThatShareARun_HasItOnceAndSaysWhere()
    {
        var joined = RunSet.Join([Read("n_params,tokens,loss\n1e8,2e9,3.4\n", "a.csv"), Read("n_params,tokens,loss\n1e8,2e9,3.5\n1e8,2e9,3.4\n", "b.csv")]);

        Assert.Equal([3.4, 3.5], joined.Runs.Select(static run => run.Loss));
        var note = Assert.Single(joined.Notes, static note => note.Rule == RunRule.Duplicate);
        Assert.Equal("'b.csv': line 3: dropped (Duplicate): repeats a run of 'a.csv' in every field", note.ToString());
    }

    [Fact]
    public void Join_OfTwoConventions_IsRefused()
    {
        var sets = new[] { ParameterConvention.Total, ParameterConvention.NonEmbedding }.Select(static convention => new RunSet { Runs = [], Convention = convention });

        Assert.Throws<ArgumentException>(() => RunSet.Join([.. sets]));
    }
}
