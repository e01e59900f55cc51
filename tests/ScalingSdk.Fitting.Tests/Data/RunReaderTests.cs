using CsCheck;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Reading;
using ScalingSdk.Quantities;

namespace ScalingSdk.Fitting.Tests.Data;

public sealed class RunReaderTests
{
    [Fact]
    public void Read_NamedColumnsWithUnits_GivesParametersTokensAndNats()
    {
        var set = RunReader.Read("Name,n_params (M),tokens (B),eval/loss\r\n\"small, first\",124,2.5,3.25\r\n");

        var run = Assert.Single(set.Runs);
        Assert.Equal(124e6, run.Parameters);
        Assert.Equal(2.5e9, run.Tokens);
        Assert.Equal(3.25, run.Loss);
        Assert.Equal(6 * 124e6 * 2.5e9, run.Compute);
        Assert.Equal("small, first", run.Name);
        Assert.Equal(2, run.Line);
    }

    [Fact]
    public void Read_WandbTableExport_IsRead()
    {
        const string Text = """
            "Name","State","Notes","Runtime","n_params","tokens_seen","eval/loss","train/loss"
            "glad-sky-1","finished","-","812","124439808","2500000000","3.41","3.3"
            "calm-dust-2","crashed","-","80","124439808","100000000","7.1","7.0"
            """;

        var set = RunReader.Read(Text);

        Assert.Equal(("glad-sky-1", 3.41), (Assert.Single(set.Runs).Name, set.Runs[0].Loss));
        Assert.Contains(set.Notes, note => note is { Line: 3, Rule: RunRule.Diverged });
    }

    [Fact]
    public void Read_QuantitiesWrittenOut_AreRead()
    {
        var run = Assert.Single(RunReader.Read("N;D;loss\n1.4B;28B tokens;2.5\n").Runs);

        Assert.Equal(1.4e9, run.Parameters);
        Assert.Equal(28e9, run.Tokens);
    }

    [Theory]
    [InlineData("N,C,loss\n1e9,1.2e20,2.5", 2e10)]
    [InlineData("N,steps,batch_tokens,loss\n1e9,40000,5e5,2.5", 2e10)]
    [InlineData("N,unique_tokens,epochs,loss\n1e9,5e9,4,2.5", 2e10)]
    [InlineData("N,compute (PF-days),loss\n1e9,1.3888888888888888,2.5", 2e10)]
    public void Read_TokensMissing_FollowFromOthers(string text, double tokens) =>
        Assert.Equal(tokens, Assert.Single(RunReader.Read(text).Runs).Tokens, 1e-3);

    [Fact]
    public void Read_JsonLinesWithNestedNames_AreRuns()
    {
        var set = RunReader.Read("{\"config\": 1, \"n_params\": 1e9, \"tokens\": \"20B\", \"eval\": {\"loss\": 2.5}}\n{\"n_params\": 2e9, \"tokens\": 4e10, \"eval\": {\"loss\": NaN}}\nnot json\n");

        Assert.Equal(2.5, Assert.Single(set.Runs).Loss);
        Assert.Contains(set.Notes, note => note is { Line: 2, Rule: RunRule.Diverged, Dropped: true });
        Assert.Contains(set.Notes, note => note is { Line: 3, Rule: RunRule.Unreadable, Dropped: true });
    }

    [Fact]
    public void Read_BadRows_AreDroppedEachByItsRule()
    {
        const string Text = """
            N,D,C,loss,state
            1e9,2e10,,2.5,finished
            1e9,2e10,,nan,finished
            1e9,,,2.5,finished
            1e9,2e10,,,finished
            1e9,2e10,,2.5,finished
            abc,2e10,,2.5,finished
            1e9,2e10,,2.6,crashed
            1e9,-5,,2.6,finished
            """;

        var set = RunReader.Read(Text);

        Assert.Single(set.Runs);
        (int Line, RunRule Rule)[] expected =
        [
            (3, RunRule.Diverged), (4, RunRule.Missing), (5, RunRule.Missing), (7, RunRule.Unreadable), (8, RunRule.Diverged),
            (9, RunRule.Unreadable), (6, RunRule.Duplicate),
        ];
        Assert.Equal(expected, set.Notes.Where(note => note.Dropped).Select(note => (note.Line, note.Rule)));
    }

    [Fact]
    public void Read_EveryRow_IsARunOrHasANote()
    {
        var set = RunReader.Read("N,D,loss\n1e9,2e10,2.5\n1e9,2e10\n,,\n1,2,x\n");

        var told = set.Runs.Select(run => run.Line).Concat(set.Notes.Where(note => note.Dropped).Select(note => note.Line));
        Assert.Equal([2, 3, 4, 5], told.Order());
    }

    [Fact]
    public void Read_LossFarAboveASmallerRun_IsRemarkedAndKept()
    {
        var set = RunReader.Read("N,D,loss\n1e8,2e9,3.5\n1e9,2e10,5.1\n");

        Assert.Equal(2, set.Runs.Count);
        Assert.Contains(set.Notes, note => note is { Line: 3, Rule: RunRule.Suspect, Dropped: false });
    }

    [Fact]
    public void Read_ComputeOfAnotherConvention_IsRemarked() =>
        Assert.Contains(RunReader.Read("N,D,C,loss\n1e8,2e9,3e18,3.5\n").Notes, note => note is { Line: 2, Rule: RunRule.Convention });

    [Fact]
    public void Read_ColumnThatNamesItsConvention_IsTheSetsConvention() =>
        Assert.Equal(ParameterConvention.NonEmbedding, RunReader.Read("non_embedding_params,D,loss\n1e8,2e9,3.5\n").Convention);

    [Fact]
    public void Read_NoConventionStated_SaysThatItIsAssumed() =>
        Assert.True(RunReader.Read("N,D,loss\n1e8,2e9,3.5\n").ConventionIsAssumed);

    [Fact]
    public void Read_ColumnsStatedByTheCaller_AreUsed()
    {
        var set = RunReader.Read("size,toks,c4\n1e8,2e9,3.5\n", new() { Columns = new Dictionary<string, string> { ["tokens"] = "toks", ["loss"] = "c4" } });

        Assert.Equal((1e8, 2e9, 3.5), (set.Runs[0].Parameters, set.Runs[0].Tokens, set.Runs[0].Loss));
    }

    [Fact]
    public void Read_NoLossColumn_NamesTheColumnsItFound()
    {
        var set = RunReader.Read("a,b\n1,2\n");

        Assert.Contains("'a', 'b'", set.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MoreRowsThanAllowed_IsRefusedNotCut()
    {
        var text = "N,D,loss\n" + string.Concat(Enumerable.Range(1, 50).Select(i => FormattableString.Invariant($"{i}e6,2e9,3\n")));

        var set = RunReader.Read(text, new() { MaxRows = 10 });

        Assert.Empty(set.Runs);
        Assert.Contains("more than '10' rows", set.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyText_NeverThrows() =>
        Gen.Char["N,Dlos\"\n;\t{}:[]1e9-.NaInfity\\ "].Array[0, 200].Sample(static characters =>
        {
            var text = new string(characters);
            RunReader.Read("N,D,loss\n" + text);
            RunReader.Read(text);
            CurveReader.Read("step,loss\n" + text);
        });

    [Fact]
    public void Read_NotANumberInsideText_IsLeftAlone() =>
        Assert.Equal("a NaN run", Assert.Single(RunReader.Read("{\"name\": \"a NaN run\", \"N\": 1e9, \"D\": 2e10, \"loss\": 2.5, \"grad\": Infinity}").Runs).Name);

    [Fact]
    public void Read_StepsWithinTheWarmUp_AreDroppedByThatRule()
    {
        var set = RunReader.Read("N,D,loss,steps\n1e8,2e9,3.5,4000\n1e8,1e7,9,20\n", new() { WarmUpSteps = 100 });

        Assert.Equal(4000, Assert.Single(set.Runs).Steps);
        Assert.Contains(set.Notes, note => note is { Line: 3, Rule: RunRule.WarmUp, Dropped: true });
    }

    [Fact]
    public void Read_FlaggedRows_AreDroppedOnlyOnRequest()
    {
        const string Text = "N,D,loss,outlier\n1e8,2e9,3.5,True\n1e9,2e9,3.2,False\n";

        Assert.Equal(2, RunReader.Read(Text).Runs.Count);
        Assert.Single(RunReader.Read(Text, new() { DropFlagged = true }).Runs);
    }

    [Fact]
    public void Read_BitsPerToken_BecomeNats() =>
        Assert.Equal(2 * Math.Log(2), RunReader.Read("N,D,loss (bits)\n1e8,2e9,2\n").Runs[0].Loss, 12);

    [Fact]
    public void Hash_ShuffledRows_IsTheSame()
    {
        var there = RunReader.Read("N,D,loss\n1e8,2e9,3.5\n2e8,2e9,3.4\n").Hash;
        var back = RunReader.Read("N,D,loss\n2e8,2e9,3.4\n1e8,2e9,3.5\n").Hash;
        var other = RunReader.Read("N,D,loss\n2e8,2e9,3.4\n1e8,2e9,3.6\n").Hash;

        Assert.Equal(there, back);
        Assert.NotEqual(there, other);
    }

    [Fact]
    public void Read_PublicRuns_KeepsEveryRow()
    {
        Assert.Equal(223, PublicRuns.Read("routed-models").Runs.Count);
        Assert.Equal(1745, PublicRuns.Read("porian-isoflop").Runs.Count + PublicRuns.Read("porian-isoflop").Notes.Count(note => note.Dropped));
        Assert.All(PublicRuns.Read("data-constrained").Runs, run => Assert.True(run.UniqueTokens <= run.Tokens * 1.01));
    }
}
