namespace ScalingSdk.Tests.Models;

public sealed class ReconstructedCountTests
{
    public static TheoryData<string> Names { get; } = [.. Reconstructed.Names];

    [Theory, MemberData(nameof(Names))]
    public void Count_PublishedShape_IsTheKnownCount(string name)
    {
        var counts = Reconstructed.Model(name).Parameters;

        Assert.Equal(Reconstructed.Number(name, "total"), counts.Total);
        Assert.Equal(Reconstructed.Number(name, "non_embedding"), counts.NonEmbedding);
        Assert.Equal(Reconstructed.Number(name, "active"), counts.Active);
    }

    [Theory, MemberData(nameof(Names))]
    public void Components_PublishedShape_AddUpToTheCounts(string name)
    {
        var model = Reconstructed.Model(name);

        Assert.Equal(model.Parameters.Total, model.Components.Sum(static c => c.Count));
        Assert.Equal(model.Parameters.Active, model.Components.Sum(static c => c.Active));
    }
}
