using System.IO.Compression;
using System.Text;
using ScalingSdk.Fitting.Reading;

namespace ScalingSdk.Fitting.Tests.Reading;

public sealed class KindsOfRunsTests
{
    public static TheoryData<string> Names => [.. KindsOfRuns.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Read_EachKind_GivesItsRunsOrSaysWhatToState(string name)
    {
        var kind = KindsOfRuns.All[name];

        var set = RunReader.Read(kind.Text, kind.Options);

        Assert.True(set.Runs.Count == kind.Runs, FormattableString.Invariant($"'{name}' gives {set.Runs.Count} runs, expected {kind.Runs}: {set.Refusal} {string.Join("; ", set.Summary)}"));
        if (kind.Refusal is not null)
            Assert.Contains(kind.Refusal, set.Refusal, StringComparison.Ordinal);
        if (kind.Says is not null)
            Assert.Contains(set.Summary, line => line.Contains(kind.Says, StringComparison.Ordinal));
        if (kind.Runs == 25)
            Assert.Equal(1.8172, LawFit.Chinchilla(set)["E"], 1e-5);
    }

    // What was read is said for every file that gives runs.
    [Theory, MemberData(nameof(Names))]
    public void Summary_OfEachKind_NamesTheColumns(string name)
    {
        var kind = KindsOfRuns.All[name];
        var set = RunReader.Read(kind.Text, kind.Options);

        if (set.Runs.Count > 0)
            Assert.Contains(set.Summary, static line => line.Contains("loss from '", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_Gzip_IsWhatItHolds()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(KindsOfRuns.All["semicolons"].Text));

        Assert.Equal(25, RunReader.Read(new MemoryStream(packed.ToArray())).Runs.Count);
    }

    [Theory]
    [InlineData("PK\u0003\u0004rest", "zip archive")]
    [InlineData("SQLite format 3", "SQLite")]
    [InlineData("\u0001\u0000\u0002", "binary")]
    [InlineData("PAR1 is cut off", "Parquet, but cannot be read")]
    public void Read_BinaryOfAnotherKind_SaysWhatItIs(string content, string expected) =>
        Assert.Contains(expected, RunReader.Read(new MemoryStream(Encoding.Latin1.GetBytes(content))).Refusal, StringComparison.Ordinal);

    [Fact]
    public void Read_AMillionRows_IsWhole()
    {
        var text = new StringBuilder("N,D,loss\n");
        for (var i = 0; i < 1_000_000; i++)
            text.Append(100_000_000 + i).Append(",2000000000,3.5\n");

        Assert.Equal(1_000_000, RunReader.Read(text.ToString()).Runs.Count);
    }
}
