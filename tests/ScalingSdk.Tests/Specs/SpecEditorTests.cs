using ScalingSdk.Diagnostics;
using ScalingSdk.Json.Editing;

namespace ScalingSdk.Tests.Specs;

/// <summary>Edits of a spec's text: comments, order and layout of all else survive.</summary>
public sealed class SpecEditorTests
{
    private const string Gpt2 = $$"""{ "model": {{SpecFixture.Gpt2SmallModel}}, "data": { "tokens": "100B" } }""";

    [Theory]
    [InlineData("""{ "a": 1, "b": 2 }""", """{ "a": 5, "b": 2 }""")]
    [InlineData("""{ "b": 2 }""", """{ "b": 2, "a": 5 }""")]
    [InlineData("""{ "b": 2, }""", """{ "b": 2, "a": 5 }""")]
    [InlineData("""{ "b": 2 /* , */ }""", """{ "b": 2, /* , */ "a": 5 }""")]
    [InlineData("{}", """{ "a": 5 }""")]
    [InlineData("{\n}", "{\n  \"a\": 5\n}")]
    [InlineData("{\n    \"b\": 2\n}\n", "{\n    \"b\": 2,\n    \"a\": 5\n}\n")]
    [InlineData("{\n\t\"b\": 2 // two, not one\n}", "{\n\t\"b\": 2, // two, not one\n\t\"a\": 5\n}")]
    [InlineData("{\n  \"b\": 2, // two\n  // the end\n}", "{\n  \"b\": 2, // two\n  // the end\n  \"a\": 5,\n}")]
    [InlineData("{\r\n  \"b\": 2\r\n}", "{\r\n  \"b\": 2,\r\n  \"a\": 5\r\n}")]
    [InlineData("{\r  \"b\": 2\r}", "{\r  \"b\": 2,\r  \"a\": 5\r}")]
    public void Set_AKey_KeepsTheRest(string before, string after) => Assert.Equal(after, SpecEditor.Apply(before, [SpecEdit.Set("5", "a")]));

    [Theory]
    [InlineData("{ \"b\": 2 }", "{ \"b\": 2, \"data\": { \"x\": { \"tokens\": \"1B\" } } }")]
    [InlineData("{\n  \"data\": { }\n}", "{\n  \"data\": { \"x\": { \"tokens\": \"1B\" } }\n}")]
    [InlineData("{ \"data\": { \"x\": { \"tokens\": 3 /* few */ } } }", "{ \"data\": { \"x\": { \"tokens\": \"1B\" /* few */ } } }")]
    public void Set_BelowObjects_AddsThoseThatAreMissing(string before, string after) =>
        Assert.Equal(after, SpecEditor.Apply(before, [SpecEdit.Set("\"1B\"", "data", "x", "tokens")]));

    [Theory]
    [InlineData("""{ "a": 1, "b": 2 }""", """{ "b": 2 }""")]
    [InlineData("""{ "b": 2, "a": 1 }""", """{ "b": 2 }""")]
    [InlineData("""{ "b": 2, "a": 1, }""", """{ "b": 2, }""")]
    [InlineData("""{ "a": 1 }""", """{ }""")]
    [InlineData("{\n  \"a\": 1,\n  \"b\": 2\n}", "{\n  \"b\": 2\n}")]
    [InlineData("{\n  \"b\": 2, // two\n  \"a\": 1\n}", "{\n  \"b\": 2 // two\n}")]
    public void Remove_AKey_TakesItsCommaAndItsLine(string before, string after) => Assert.Equal(after, SpecEditor.Apply(before, [SpecEdit.Remove("a")]));

    [Fact]
    public void Rename_AKey_KeepsItsValue() => Assert.Equal(
        """{ "model": { "layers": 12 /* deep */ } }""",
        SpecEditor.Apply("""{ "model": { "layer": 12 /* deep */ } }""", [SpecEdit.Rename("layers", "model", "layer")]));

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{ "data": 5 }""")]
    public void Apply_WhatTheTextCannotTake_ChangesNothing(string text) => Assert.Null(SpecEditor.Apply(text, [SpecEdit.Set("5", "data", "tokens")]));

    [Theory]
    [InlineData("5 }")]
    [InlineData("1, \"b\": 3")]
    public void Apply_WhatWouldBreakTheText_ChangesNothing(string json) => Assert.Null(SpecEditor.Apply("""{ "b": 2 }""", [SpecEdit.Set(json, "a")]));

    [Fact]
    public void Suppress_AReasonInAnyLanguage_IsReadBack()
    {
        var edited = SpecEditor.Apply(Gpt2, Remedy.Suppress("SCALE1001", "\"größer\"\n\\ 🙂").Edits);

        Assert.Equal("\"größer\"\n\\ 🙂", SpecPipeline.Run("a.scaling.json", edited, static _ => null).Spec!.Suppressions["SCALE1001"]);
    }

    [Theory]
    [InlineData("\"tokens\"", "\"token\"")]
    [InlineData("\"gpt2\"", "\"gpt3\"")]
    [InlineData("\"data\"", "\"dta\"")]
    [InlineData("\"model\"", "\"name\": \"a b\", \"model\"")]
    public void Remedy_OfAMistake_EndsItsFinding(string right, string wrong)
    {
        var text = Gpt2.Replace(right, wrong, StringComparison.Ordinal);

        var remedies = Run(text).Findings.Where(static finding => finding.Remedy is not null).ToList();
        foreach (var finding in remedies)
            text = SpecEditor.Apply(text, finding.Remedy!.Edits)!;

        Assert.NotEmpty(remedies);
        Assert.DoesNotContain(Run(text).Findings, static finding => finding.Rule.Id.StartsWith("SCALE00", StringComparison.Ordinal));
    }

    private static SpecResult Run(string text) => SpecPipeline.Run("a.scaling.json", text, static _ => null);
}
