using ScalingSdk.Testing;

namespace ScalingSdk.Analyzers.Tests;

public sealed class VerifierTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    private string Stem => Path.Combine(_folder, "Class.Method");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Snapshots_OfThisProject_BelongToATest() =>
        Assert.Empty(Verifier.Dangling(typeof(VerifierTests).Assembly));

    [Fact]
    public void Compare_EqualText_Passes()
    {
        File.WriteAllText(Stem + ".verified.txt", "one\r\ntwo\n");

        Verifier.Compare(Stem, "one\ntwo", onServer: false, update: false);

        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Compare_OtherText_FailsWithTheLinesAndLeavesReceived()
    {
        File.WriteAllText(Stem + ".verified.txt", "one\ntwo\n");

        var failure = Assert.Throws<SnapshotException>(() => Verifier.Compare(Stem, "one\nthree", onServer: false, update: false));

        Assert.Contains("  one\n- two\n+ three\n", failure.Message, StringComparison.Ordinal);
        Assert.Equal("one\nthree\n", File.ReadAllText(Stem + ".received.txt"));
    }

    [Fact]
    public void Compare_NoSnapshot_FailsAndAcceptsNothing()
    {
        Assert.Throws<SnapshotException>(() => Verifier.Compare(Stem, "one", onServer: false, update: false));

        Assert.False(File.Exists(Stem + ".verified.txt"));
    }

    [Fact]
    public void Compare_Update_AcceptsAndRemovesReceived()
    {
        File.WriteAllText(Stem + ".received.txt", "old");

        Verifier.Compare(Stem, "one", onServer: false, update: true);

        Assert.Equal("one\n", File.ReadAllText(Stem + ".verified.txt"));
        Assert.False(File.Exists(Stem + ".received.txt"));
    }

    [Fact]
    public void Compare_UpdateOnServer_IsRefused()
    {
        Assert.Throws<SnapshotException>(() => Verifier.Compare(Stem, "one", onServer: true, update: true));

        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Compare_OtherTextOnServer_WritesNothing()
    {
        Assert.Throws<SnapshotException>(() => Verifier.Compare(Stem, "one", onServer: true, update: false));

        Assert.Empty(Directory.GetFiles(_folder));
    }
}
