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
        if (kind is { Runs: 25, Rounded: false })
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

    // Bytes have readers of their own for JSON.
    [Theory, MemberData(nameof(Names))]
    public void Read_EachKindAsAFile_GivesWhatTheTextGives(string name)
    {
        var kind = KindsOfRuns.All[name];
        var (text, file) = (RunReader.Read(kind.Text, kind.Options), RunReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(kind.Text)), kind.Options));

        Assert.Equal(text.Refusal, file.Refusal);
        Assert.Equal(text.Summary, file.Summary);
        Assert.Equal(text.Runs, file.Runs);
    }

    [Fact]
    public void Read_Gzip_IsWhatItHolds()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(KindsOfRuns.All["semicolons"].Text));

        Assert.Equal(25, RunReader.Read(new MemoryStream(packed.ToArray())).Runs.Count);
    }

    // The framework's reader takes a file that is cut as one that ends there.
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(40, false)]
    [InlineData(300, false)]
    public void Read_GzipThatIsCut_ReadsNothing(int cut, bool isRead)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(KindsOfRuns.All["semicolons"].Text));

        var set = RunReader.Read(new MemoryStream(packed.ToArray()[..^cut]));

        Assert.Equal(isRead ? 25 : 0, set.Runs.Count);
        Assert.Equal(isRead, set.Refusal is null);
    }

    [Fact]
    public void Read_GzipOfTwoMembers_IsBoth()
    {
        var text = KindsOfRuns.All["semicolons"].Text;
        using var packed = new MemoryStream();
        foreach (var part in new[] { text[..500], text[500..] })
        {
            using var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true);
            gzip.Write(Encoding.UTF8.GetBytes(part));
        }

        Assert.Equal(25, RunReader.Read(new MemoryStream(packed.ToArray())).Runs.Count);
    }

    [Fact]
    public void Read_CodePageOfAWesternCountry_KeepsItsLetters()
    {
        var set = RunReader.Read(new MemoryStream(Encoding.Latin1.GetBytes("Gr\u00F6\u00DFe (M);D (Mrd);loss\n44;0,22;4,7401\n125;0,625;4,0123\n")), new() { Columns = new Dictionary<string, string>(StringComparer.Ordinal) { ["N"] = "Gr\u00F6\u00DFe (M)" } });

        Assert.Equal([44e6, 125e6], set.Runs.Select(static run => run.Parameters));
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
