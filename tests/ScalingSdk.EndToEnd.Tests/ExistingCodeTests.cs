namespace ScalingSdk.EndToEnd.Tests;

/// <summary>Existing training code, one sample for each way in which it states its sizes.</summary>
[Collection(PackageFixture.Name)]
public sealed class ExistingCodeTests(PackageFixture package)
{
    public static TheoryData<string> Shapes => [.. Directory.GetDirectories(Repository.File("samples/ExistingCode")).Select(static folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Shapes))]
    public async Task Build_OfASample_WarnsOnTheLinesThatNameTheFindingAndNowhereElse(string shape)
    {
        var sample = new Sample(package, "ExistingCode/" + shape, "samples");

        var (warnings, all) = await sample.Build();

        var named = sample.Named();
        Assert.NotEmpty(named);
        Assert.Subset(named, warnings);
        Assert.Superset(named, all);
    }
}
