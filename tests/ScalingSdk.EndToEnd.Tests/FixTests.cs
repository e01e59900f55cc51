namespace ScalingSdk.EndToEnd.Tests;

/// <summary>Fixes as 'dotnet format' applies them.</summary>
[Collection(PackageFixture.Beside)]
public sealed class FixTests(PackageFixture package)
{
    internal static string Spec(bool spelt) => """
        {
          // The keys below are misspelt, the comments are not.
          "model": { "architecture": "gpt2", "layers": 12, "hidden_size": 768, "attention_heads": 12,
                     "vocabulary_size": 50304, "context_length": 1024 }, // small
          "data": { "token": "100B", "unique_token": "100B" /* no repetition */ }
        }
        """.Replace(spelt ? "token\"" : "\0", "tokens\"", StringComparison.Ordinal);

    internal static string Code(bool right) => $$"""
        using ScalingSdk;

        [ScalingSpec("Gpt2.scaling.json")]
        internal static partial class Small;

        [ScalingModel("{{(right ? "gpt2" : "gpt3")}}", Tokens = "100B")] // mistaken for its successor
        internal sealed record Config(int NLayer = 12, int NHead = 12, int NEmbd = 768, int VocabSize = 50304, int BlockSize = 1024)
        {
            public static Config Default { get; } = new();
        }
        """;

    internal static Consumer Mistaken(PackageFixture package, string folder)
    {
        var consumer = new Consumer(package, folder);
        consumer.Write("Gpt2.scaling.json", Spec(spelt: false));
        consumer.Write("Code.cs", Code(right: false));
        return consumer;
    }

    [Fact]
    public async Task DotnetFormat_Analyzers_EditsSpecAndCodeAndKeepsTheirComments()
    {
        var consumer = Mistaken(package, "format");
        await consumer.Build();

        (await consumer.Run("format", "analyzers", "format.csproj", "--no-restore", "--severity", "info", "--diagnostics", "SCALE0002", "SCALE0004")).Succeeded();

        Assert.Equal(Spec(spelt: true), await File.ReadAllTextAsync(Path.Combine(consumer.Folder, "Gpt2.scaling.json")));
        Assert.Equal(Code(right: true), await File.ReadAllTextAsync(Path.Combine(consumer.Folder, "Code.cs")));
        Assert.Empty((await consumer.Build()).Succeeded().Problems);
    }

    [Fact]
    public async Task DotnetFormat_Analyzers_SuppressesNothingByItself()
    {
        var consumer = new Consumer(package, "format-no-suppression");
        consumer.CopySample("Gpt2Small.scaling.json");
        consumer.Write("Code.cs", """
            [ScalingSdk.ScalingSpec("Gpt2Small.scaling.json")]
            internal static partial class Small;
            """);
        await consumer.Build();

        (await consumer.Run("format", "analyzers", "format-no-suppression.csproj", "--no-restore", "--severity", "info", "--diagnostics", "SCALE1001", "SCALE3001")).Succeeded();

        var mended = Repository.Read("samples/QuickStart/Gpt2Small.scaling.json").Replace("50257", "50304", StringComparison.Ordinal);
        Assert.Equal(mended, await File.ReadAllTextAsync(Path.Combine(consumer.Folder, "Gpt2Small.scaling.json")));
    }

    [Fact]
    public async Task Build_ItemsThatNameTheirClass_GetIt()
    {
        var consumer = new Consumer(package, "class-names", "<OutputType>Exe</OutputType>",
            """<ScalingSpec Update="Gpt2.scaling.json" Namespace="My.Plans" Class="SmallRun" />""");
        consumer.Write("Gpt2.scaling.json", Spec(spelt: true));
        consumer.Write("big/Run.scaling.json", Spec(spelt: true));
        consumer.Write("small/Run.scaling.json", Spec(spelt: true));
        consumer.Write("Program.cs", """
            System.Console.WriteLine(My.Plans.SmallRun.SpecPath + " " + class_names.big.RunBudget.SpecPath + " " + class_names.small.RunBudget.SpecPath);
            """);

        Assert.Equal("Gpt2.scaling.json big/Run.scaling.json small/Run.scaling.json", (await consumer.Run("run")).Succeeded().Output.Trim().Split('\n')[^1]);
    }
}
