using ScalingSdk.Docs;
using ScalingSdk.Rules;
using ScalingSdk.Specs.Editing;

namespace ScalingSdk.Tests.Rules;

/// <summary>A remedy ends its finding: the number that a message asks for is enough, to the last digit that it prints.</summary>
public sealed class RemedyTests
{
    public static TheoryData<string> Ids =>
        ["SCALE1002", "SCALE1003", "SCALE1004", "SCALE2001", "SCALE2002", "SCALE2003", "SCALE2004", "SCALE3001", "SCALE3003", "SCALE4001", "SCALE4002", "SCALE4003",
            "SCALE4005", "SCALE5002", "SCALE5004", "SCALE6001"];

    [Theory]
    [InlineData("""{ "tokens": "60B", "unique_tokens": "6B" }""", "SCALE1003", "\"24B\"")]
    [InlineData("""{ "unique_tokens": "6B", "epochs": 10 }""", "SCALE1003", "4")]
    [InlineData("""{ "unique_tokens": "10M", "epochs": 80 }""", "SCALE1004", "11")]
    [InlineData("""{ "tokens": "10B", "unique_tokens": "5B", "epochs": 2 }""", null, null)]
    [InlineData("""{ "tokens": "60B", "unique_tokens": "6B", "epochs": 10 }""", "SCALE1003", null)]
    public void Remedy_OfEpochs_WritesTheKeyThatTheSpecHas(string data, string? id, string? value)
    {
        var finding = RuleDocs.FindingsOf($$"""{ "model": { "parameters": "124M" }, "data": {{data}} }""").SingleOrDefault();

        Assert.Equal(id, finding?.Rule.Id);
        Assert.Equal(value, finding?.Remedy?.Edits.Single().Text);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Remedy_OfThePagesExample_EndsTheFinding(string id)
    {
        var example = RuleDocs.Example(Repository.Read("docs", "rules", id + ".md"))!;
        var remedy = RuleDocs.FindingsOf(example).Single(finding => finding.Rule.Id == id).Remedy;

        Assert.NotNull(remedy);
        var after = RuleDocs.FindingsOf(SpecEditor.Apply(example, remedy.Edits)!);
        Assert.DoesNotContain(after, finding => finding.Rule.Id == id || finding.Severity == Severity.Error);
    }
}
