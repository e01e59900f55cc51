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
