using System.Reflection;
using ScalingSdk.Laws;

namespace ScalingSdk.Tests.Laws;

public sealed class LawRegistryTests
{
    // Laws without a published number to hold them to, and why.
    private static readonly Dictionary<string, string> WithoutPublishedRow = new(StringComparer.Ordinal)
    {
        ["unified-sparse-2025"] = "experimental: constants of one calculator, no worked value",
        ["kumar-2024"] = "experimental: constants from two transcriptions, no worked value",
        ["completep-2025"] = "advice: ratios of width and depth, no number of the paper's own",
    };

    public static TheoryData<string> Ids => [.. LawRegistry.All.Select(static law => law.Info.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void Law_InTheRegistry_HasAPublishedRowOrAReason(string id)
    {
        var published = GoldenTables.Rows.Any(row => row.Published && string.Equals(row.Law, id, StringComparison.Ordinal));

        Assert.True(
            published != WithoutPublishedRow.ContainsKey(id),
            published ? $"'{id}' has a published row: remove its reason from WithoutPublishedRow" : $"'{id}' has no published number: add a row of kind 'published' to tests/Data/laws/{id}.csv, or a reason to WithoutPublishedRow");
    }

    [Fact]
    public void Reasons_WithoutALaw_AreNone() => Assert.All(WithoutPublishedRow.Keys, static id => Assert.NotNull(LawRegistry.Find(id)));

    [Fact]
    public void All_LawsOfTheLibrary_AreRegistered()
    {
        var unlisted = typeof(LawRegistry).Assembly.GetTypes()
            .SelectMany(static type => type.GetProperties(BindingFlags.Static | BindingFlags.Public))
            .Where(static property => typeof(IScalingLaw).IsAssignableFrom(property.PropertyType))
            .Where(static property => LawRegistry.Find(((IScalingLaw)property.GetValue(null)!).Info.Id) is null)
            .Select(static property => $"{property.DeclaringType!.Name}.{property.Name}").ToList();

        Assert.True(unlisted.Count == 0, "add to the Sets of its class, or as a line of LawRegistry: " + string.Join(", ", unlisted));
    }

    [Fact]
    public void Of_AnInterface_AreAllLawsThatHaveIt()
    {
        Assert.Equal(LawRegistry.All.OfType<IAllocationLaw>(), LawRegistry.Of<IAllocationLaw>());
        Assert.Equal(LawRegistry.All.OfType<IAllocationOpinion>(), LawRegistry.Of<IAllocationOpinion>());
        Assert.Equal(LawRegistry.All.OfType<IBatchLaw>(), LawRegistry.Of<IBatchLaw>());
        Assert.Equal(LawRegistry.All.OfType<ICriticalBatchLaw>(), LawRegistry.Of<ICriticalBatchLaw>());
        Assert.Equal(LawRegistry.All.OfType<ILearningRateLaw>(), LawRegistry.Of<ILearningRateLaw>());
        Assert.Equal(LawRegistry.All.OfType<IRecipeLaw>(), LawRegistry.Of<IRecipeLaw>());
    }

    [Fact]
    public void Ids_OfTwoLaws_Differ() => Assert.Distinct(LawRegistry.All.Select(static law => law.Info.Id), StringComparer.Ordinal);

    [Fact]
    public void ConstantSets_OfTwoLaws_Differ() => Assert.Distinct(LawRegistry.All.Select(static law => law.Info.ConstantSet), StringComparer.Ordinal);

    [Fact]
    public void Find_KnownId_IsTheLaw() => Assert.Same(Besiroglu2024.Law, LawRegistry.Find("besiroglu-2024"));

    [Theory]
    [InlineData("kaplan2020", "kaplan-2020")]
    [InlineData("besiroglo-2024", "besiroglu-2024")]
    [InlineData("chinchilla-a3", "chinchilla-a1")]
    public void Nearest_MistypedId_IsSuggested(string typed, string meant)
    {
        Assert.Null(LawRegistry.Find(typed));
        Assert.Equal(meant, LawRegistry.Nearest(typed));
    }

    [Theory]
    [InlineData(LawQuestions.Loss, typeof(ILossLaw))]
    [InlineData(LawQuestions.Allocation, typeof(IAllocationLaw))]
    [InlineData(LawQuestions.Overfitting, typeof(Kaplan2020))]
    [InlineData(LawQuestions.Batch, typeof(IBatchLaw))]
    [InlineData(LawQuestions.CriticalBatch, typeof(ICriticalBatchLaw))]
    [InlineData(LawQuestions.LearningRate, typeof(ILearningRateLaw))]
    [InlineData(LawQuestions.RepeatedData, typeof(Muennighoff2023))]
    [InlineData(LawQuestions.Recipe, typeof(IRecipeLaw))]
    [InlineData(LawQuestions.Deployment, typeof(Sardana2023))]
    public void Answering_AQuestion_AreTheLawsOfItsInterface(LawQuestions question, Type asked)
    {
        Assert.NotEmpty(LawRegistry.Answering(question));
        Assert.Equal(LawRegistry.All.Where(asked.IsInstanceOfType), LawRegistry.Answering(question));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Info_OfALaw_SaysEverything(string id)
    {
        var info = LawRegistry.Find(id)!.Info;

        Assert.Matches("^[a-z0-9-]+$", info.Id);
        Assert.Matches(info.Paper.Contains("repository", StringComparison.Ordinal) ? "^$" : @"^\d{4}\.\d{5}$", info.ArXiv ?? "");
        Assert.NotEqual(LawQuestions.None, info.Answers);
        Assert.True(info.Equations.Count + info.Facts.Count > 0, $"'{id}' states nothing");
        Assert.All(info.Equations.Select(static equation => equation.ToString()).Concat(info.Facts).Concat(info.Caveats), static line => Assert.DoesNotContain('\n', line));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Info_OfALawThatAdvises_SaysOnWhat(string id)
    {
        var info = LawRegistry.Find(id)!.Info;

        Assert.True(info.Answers.HasFlag(LawQuestions.Advice) == (info.Advises is not null), $"'{id}': 'Advises' says what its advice is about, and is null where it gives none");
    }

    [Theory, MemberData(nameof(Ids))]
    public void Info_OfAnExperimentalLaw_IsMarked(string id) => Assert.Equal(
        id is "kumar-2024" or "krajewski-2024" or "hunyuan-moe-2025" or "frantar-2023" or "xiong-2023" or "unified-sparse-2025", LawRegistry.Find(id)!.Info.Experimental);
}
