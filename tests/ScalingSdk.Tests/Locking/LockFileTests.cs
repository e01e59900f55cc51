using ScalingSdk.Diagnostics;
using ScalingSdk.Locking;

namespace ScalingSdk.Tests.Locking;

public sealed class LockFileTests
{
    private const string Spec = """{ "name": "Run7", "model": { "parameters": "1B" }, "data": { "tokens": "20B" } }""";

    private static LockEntry Entry(string text, string path = "Run7.scaling.json") =>
        LockEntry.Of(path, SpecPipeline.Run(path, text, static _ => null).Plan!, text, []);

    private static IReadOnlyList<Finding> Check(string locked, string now = Spec, string path = "Run7.scaling.json", string project = "App.csproj") =>
        LockComparison.Check("/repo/scaling.lock.json", locked, project, [new(Entry(now, path), "/repo/" + path, now)], []);

    private static string Lock(params LockEntry[] entries) => LockFile.Write("App.csproj", entries);

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
        Assert.Empty(Check(Lock(Entry(Spec)), Spec.Replace(old, now, StringComparison.Ordinal)));

    [Fact]
    public void OtherTokens_SaysAtThemWhatTheyWereAndHowToAccept() => Assert.Equal(
        "/repo/Run7.scaling.json(1,72): error SCALE9010: 'data.tokens' is 30B, was 20B in 'scaling.lock.json'; accept the change with -p:ScalingUpdateLock=true, and commit the file",
        Assert.Single(Check(Lock(Entry(Spec)), Spec.Replace("20B", "30B", StringComparison.Ordinal))).ToString());

    [Fact]
    public void KeyThatCameAndOneThatWent_AreBothNamed()
    {
        var finding = Assert.Single(Check(Lock(Entry(Spec)), Spec.Replace("\"tokens\": \"20B\"", "\"unique_tokens\": \"20B\", \"epochs\": 2", StringComparison.Ordinal)));

        Assert.Contains("'data.tokens' is not stated, was 20B", finding.Text, StringComparison.Ordinal);
        Assert.Contains("'data.epochs' is 2, was not stated", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherLaw_SaysWhich() => Assert.Contains("'allocation' is chinchilla-2022 Table 3, was besiroglu-2024 Table 1",
        Assert.Single(Check(Lock(Entry(Spec)), Spec.Replace("} }", "}, \"laws\": { \"allocation\": \"chinchilla-a1\" } }", StringComparison.Ordinal))).Text,
        StringComparison.Ordinal);

    [Fact]
    public void SameSpecWithOtherNumbers_SaysThemAsPeopleReadThem()
    {
        var entry = Entry(Spec);
        var other = entry with { Figures = [.. entry.Figures.Select(static pair => pair.Key is "tokens" ? new("tokens", "12000000000") : pair)] };

        Assert.Contains("'tokens' is 20B, was 12B in 'scaling.lock.json'", Assert.Single(Check(Lock(other))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ConstantThatIsNotListed_IsSeenToo()
    {
        var other = Entry(Spec) with { Constants = "sha256 0123456789abcdef" };

        Assert.Contains("constants changed that it does not list", Assert.Single(Check(Lock(other))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void SpecThatIsNew_AndOneThatIsGone_AreFindings()
    {
        var findings = Check(Lock(Entry(Spec, "old.scaling.json")), path: "new.scaling.json");

        Assert.Equal(2, findings.Count);
        Assert.StartsWith("/repo/new.scaling.json(1,1): error SCALE9010: 'new.scaling.json' is not in 'scaling.lock.json'; ", findings[0].ToString(), StringComparison.Ordinal);
        Assert.StartsWith("/repo/scaling.lock.json(5,5): error SCALE9010: 'old.scaling.json' is in 'scaling.lock.json', and the project has no such spec; ", findings[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void LockOfAnotherProject_IsNotThisOnes()
    {
        var finding = Assert.Single(Check(Lock(Entry(Spec)), project: "Other.csproj"));

        Assert.Equal("SCALE9012", finding.Rule.Id);
        Assert.StartsWith("'scaling.lock.json' is the lock file of 'App.csproj'; ", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LockThatDoesNotSayWhoseItIs_HoldsAnyProject() =>
        Assert.Empty(Check(Lock(Entry(Spec)).Replace("\"project\": \"App.csproj\",", "", StringComparison.Ordinal), project: "Other.csproj"));

    [Fact]
    public void SpecWithoutPlan_IsNotSaidToBeGone() =>
        Assert.Empty(LockComparison.Check("scaling.lock.json", Lock(Entry(Spec)), "App.csproj", [], ["Run7.scaling.json"]));

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
        var finding = Assert.Single(Check(text));

        Assert.StartsWith($"/repo/scaling.lock.json{place}", finding.ToString(), StringComparison.Ordinal);
        Assert.Equal("SCALE9011", finding.Rule.Id);
        Assert.Contains(problem, finding.Text, StringComparison.Ordinal);
        Assert.Contains("-p:ScalingUpdateLock=true", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<<<<<<< HEAD")]
    [InlineData(null)]
    public void Renew_WhateverTheFileIs_GivesALock(string? text) =>
        Assert.Equal(Lock(Entry(Spec)), LockFile.Renew(text, "App.csproj", [Entry(Spec)], []));

    [Fact]
    public void Renew_SpecWithoutPlan_KeepsItsEntry() =>
        Assert.Equal(Lock(Entry(Spec)), LockFile.Renew(Lock(Entry(Spec)), "App.csproj", [], ["Run7.scaling.json"]));
}
