using ScalingSdk.Diagnostics;
using ScalingSdk.Locking;

namespace ScalingSdk.Tests.Locking;

public sealed class LockFileTests
{
    private const string Spec = """{ "name": "Run7", "model": { "parameters": "1B" }, "data": { "tokens": "20B" } }""";

    private static LockEntry Entry(string text, string path = "Run7.scaling.json") =>
        LockEntry.Of(path, SpecPipeline.Run(path, text, static _ => null).Plan!, text, []);

    private static IReadOnlyList<Finding> Check(string locked, params LockEntry[] plans) =>
        LockComparison.Check("/repo/scaling.lock.json", locked, plans, []);

    private static string Lock(params LockEntry[] entries) => LockFile.Write(entries);

    [Fact]
    public void Write_ThenRead_GivesTheEntries()
    {
        var entry = Entry(Spec);

        var read = Assert.Single(LockFile.Read(Lock(entry)).Lock!.Entries).Entry;

        Assert.True(read.Agrees(entry));
        Assert.Equal(entry.Inputs, read.Inputs);
    }

    [Fact]
    public void Write_AnyOrder_IsTheSame() => Assert.Equal(
        Lock(Entry(Spec, "a.scaling.json"), Entry(Spec, "b.scaling.json")),
        Lock(Entry(Spec, "b.scaling.json"), Entry(Spec, "a.scaling.json")));

    [Theory]
    [InlineData("20B", "20000M")]
    [InlineData("{ \"name\"", "{ /* a comment */ \"limits\": { \"cost\": 5 }, \"name\"")]
    public void SamePlanInOtherWords_Agrees(string old, string now) =>
        Assert.Empty(Check(Lock(Entry(Spec)), Entry(Spec.Replace(old, now, StringComparison.Ordinal))));

    [Fact]
    public void OtherTokens_SaysWhatMovedAndHowToAccept()
    {
        var finding = Assert.Single(Check(Lock(Entry(Spec)), Entry(Spec.Replace("20B", "30B", StringComparison.Ordinal))));

        Assert.StartsWith("/repo/scaling.lock.json(4,5): error SCALE9010: 'Run7.scaling.json' is not what 'scaling.lock.json' says: "
            + "'data.tokens' was '20B', is '30B', 'tokens' was '20000000000', is '30000000000', ", finding.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("; if it is meant, accept it with -p:ScalingUpdateLock=true, and commit the file", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherLaw_SaysWhich() => Assert.Contains("'allocation' was 'besiroglu-2024 Table 1', is 'chinchilla-2022 Table 3'",
        Assert.Single(Check(Lock(Entry(Spec)), Entry(Spec.Replace("} }", "}, \"laws\": { \"allocation\": \"chinchilla-a1\" } }", StringComparison.Ordinal)))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void ConstantThatIsNotListed_IsSeenToo()
    {
        var other = Entry(Spec) with { Constants = "sha256 0123456789abcdef" };

        Assert.Contains("constants moved that it does not list", Assert.Single(Check(Lock(other), Entry(Spec))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SpecThatIsNew_AndOneThatIsGone_AreFindings()
    {
        var findings = Check(Lock(Entry(Spec, "old.scaling.json")), Entry(Spec, "new.scaling.json"));

        Assert.Equal(2, findings.Count);
        Assert.StartsWith("'new.scaling.json' is not in 'scaling.lock.json'; ", findings[0].Message, StringComparison.Ordinal);
        Assert.StartsWith("'old.scaling.json' is in 'scaling.lock.json', and no spec of the project; ", findings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SpecWithoutPlan_IsNotSaidToBeGone() =>
        Assert.Empty(LockComparison.Check("scaling.lock.json", Lock(Entry(Spec)), [], ["Run7.scaling.json"]));

    [Theory]
    [InlineData("", "(1,1)", "is not JSON")]
    [InlineData("{ \"format\": 1, \"specs\": {", "(1,", "is not JSON")]
    [InlineData("[]", "(1,1)", "has no 'format'")]
    [InlineData("{ \"format\": 0, \"specs\": {} }", "(1,13)", "has the format '0', and this version of the package writes '1'")]
    [InlineData("{ \"format\": 1 }", "(1,1)", "has no 'specs'")]
    [InlineData("{ \"format\": 1, \"specs\": { \"a\": { \"name\": 1 } } }", "(1,27)", "for 'a'")]
    [InlineData("{\n<<<<<<< HEAD\n  \"format\": 1,\n=======\n>>>>>>> theirs\n", "(2,1)", "has the conflict marks of a merge")]
    public void BadFile_IsOneFindingWithItsPlace(string text, string place, string problem)
    {
        var finding = Assert.Single(Check(text, Entry(Spec)));

        Assert.StartsWith($"/repo/scaling.lock.json{place}", finding.ToString(), StringComparison.Ordinal);
        Assert.Equal("SCALE9011", finding.Rule.Id);
        Assert.Contains(problem, finding.Message, StringComparison.Ordinal);
        Assert.Contains("-p:ScalingUpdateLock=true", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<<<<<<< HEAD")]
    [InlineData(null)]
    public void Renew_WhateverTheFileIs_GivesALock(string? text) =>
        Assert.Equal(Lock(Entry(Spec)), LockFile.Renew(text, [Entry(Spec)], []));

    [Fact]
    public void Renew_SpecWithoutPlan_KeepsItsEntry() =>
        Assert.Equal(Lock(Entry(Spec)), LockFile.Renew(Lock(Entry(Spec)), [], ["Run7.scaling.json"]));
}
