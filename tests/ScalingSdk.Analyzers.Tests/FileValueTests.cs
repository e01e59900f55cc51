using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>Values that code reads from the project's files at run time: from appsettings.json by its section, from JSON files by their names.</summary>
public sealed class FileValueTests
{
    private const string AppSettings = """{ "Model": { "NEmbd": 1000, "NHead": 12 }, "Training": { "Deep": { "NEmbd": 1000 } }, "NEmbd": 1000 }""";

    /// <summary>The methods of Microsoft.Extensions.Configuration, .Configuration.Binder and .Options.ConfigurationExtensions, by their signatures.</summary>
    private const string Framework = """
        namespace Microsoft.Extensions.Configuration
        {
            public interface IConfiguration { IConfigurationSection GetSection(string key); }
            public interface IConfigurationSection : IConfiguration { }
            public interface IConfigurationRoot : IConfiguration { }
            public static class ConfigurationBinder
            {
                public static T? Get<T>(this IConfiguration configuration) => default;
                public static void Bind(this IConfiguration configuration, string key, object? instance) { }
                public static void Bind(this IConfiguration configuration, object? instance) { }
                public static IConfigurationSection GetRequiredSection(this IConfiguration configuration, string key) => configuration.GetSection(key);
            }
        }
        namespace Microsoft.Extensions.DependencyInjection
        {
            using Microsoft.Extensions.Configuration;
            public interface IServiceCollection { }
            public sealed class OptionsBuilder<T> { }
            public static class OptionsExtensions
            {
                public static IServiceCollection Configure<T>(this IServiceCollection services, IConfiguration config) => services;
                public static OptionsBuilder<T> AddOptions<T>(this IServiceCollection services) => new();
                public static OptionsBuilder<T> Bind<T>(this OptionsBuilder<T> builder, IConfiguration config) => builder;
                public static OptionsBuilder<T> BindConfiguration<T>(this OptionsBuilder<T> builder, string configSectionPath) => builder;
            }
        }
        """;

    private static readonly MetadataReference FrameworkReference = Platforms.Assembly("Microsoft.Extensions", Framework);

    [Theory]
    [InlineData("""return root.GetSection("Model").Get<GptConfig>();""")]
    [InlineData("""return root.GetRequiredSection("Model").Get<GptConfig>();""")]
    [InlineData("""return root.GetSection("Training:Deep").Get<GptConfig>();""")]
    [InlineData("""return root.GetSection("Training").GetSection("Deep").Get<GptConfig>();""")]
    [InlineData("""var section = root.GetSection("Model"); return section.Get<GptConfig>();""")]
    [InlineData("""return root.Get<GptConfig>();""")]
    [InlineData("""var config = new GptConfig(); root.GetSection("Model").Bind(config); return config;""")]
    [InlineData("""var config = new GptConfig(); root.Bind("Model", config); return config;""")]
    [InlineData("""var config = new GptConfig(); root.Bind(config); return config;""")]
    [InlineData("""services.Configure<GptConfig>(root.GetSection("Model")); return null;""")]
    [InlineData("""services.AddOptions<GptConfig>().Bind(root.GetSection("Model")); return null;""")]
    [InlineData("""services.AddOptions<GptConfig>().BindConfiguration("Model"); return null;""")]
    [InlineData("""var json = System.Text.Json.JsonDocument.Parse(System.IO.File.ReadAllText("appsettings.json")).RootElement; return System.Text.Json.JsonSerializer.Deserialize<GptConfig>(json.GetProperty("Model"));""")]
    [InlineData("""using var json = System.Text.Json.JsonDocument.Parse(System.IO.File.ReadAllText("appsettings.json")); return System.Text.Json.JsonSerializer.Deserialize<GptConfig>(json.RootElement.GetProperty("Training").GetProperty("Deep").GetRawText());""")]
    [InlineData("""var text = System.IO.File.ReadAllText("appsettings.json"); return System.Text.Json.JsonSerializer.Deserialize<GptConfig>(System.Text.Json.Nodes.JsonNode.Parse(text)!["Training"]!["Deep"]);""")]
    public async Task Section_OfAppSettings_IsReadFromIt(string body)
    {
        var found = Assert.Single(await Analyze(body, "appsettings.json", AppSettings));

        Assert.True(found.Id is "SCALE0004" && found.GetMessage(CultureInfo.InvariantCulture).Contains("1000", StringComparison.Ordinal), found.ToString());
    }

    [Fact]
    public async Task Section_WithANumberAsAText_IsReadAsTheNumber() => Assert.Equal("SCALE0004", Assert.Single(
        await Analyze("""return root.GetSection("Model").Get<GptConfig>();""", "appsettings.json", """{ "Model": { "NEmbd": "1000", "NHead": "12" } }""")).Id);

    [Theory]
    [InlineData("public int MaxSteps { get; set; }")]
    [InlineData("public string Name { get; set; } = \"\";")]
    public async Task Section_OfATypeThatHoldsAMarkedOne_IsRead(string member)
    {
        var project = (Code($$"""static object? Run(IConfigurationRoot root) => root.GetSection("Training").Get<Holder>(); public class Holder { public GptConfig Model { get; set; } = new(); {{member}} }""") with { References = [FrameworkReference] })
            .Add("appsettings.json", """{ "Training": { "Model": { "NEmbd": 1000, "NHead": 12 }, "MaxSteps": 10 } }""");

        Assert.Equal("SCALE0004", Assert.Single(await project.Analyze()).Id);
    }

    [Fact]
    public async Task Section_OfATypeThatHoldsAMarkedOneAndNoFile_IsUnknown() => Assert.Equal("SCALE0005", Assert.Single(await (Code(
        """static object? Run(IConfigurationRoot root) => root.GetSection("Training").Get<Holder>(); public class Holder { public GptConfig? Model { get; set; } public int MaxSteps { get; set; } }""") with
    { References = [FrameworkReference] }).Analyze()).Id);

    [Theory]
    [InlineData("""return root.GetSection("Model").Get<GptConfig>();""")]
    [InlineData("""var config = new GptConfig(); root.GetSection("Model").Bind(config); return config;""")]
    [InlineData("""var config = new GptConfig(); if (root != null) root.GetSection("Model").Bind(config); return config;""")]
    [InlineData("""services.Configure<GptConfig>(root.GetSection("Model")); return null;""")]
    [InlineData("""services.AddOptions<GptConfig>().BindConfiguration("Model"); return null;""")]
    public async Task Section_OfNoFile_IsUnknown(string body) =>
        Assert.All(await Analyze(body, "other.json", AppSettings), static found => Assert.Equal("SCALE0005", found.Id));

    [Theory]
    [InlineData("return JsonSerializer.Deserialize<GptConfig>(File.ReadAllText(\"model.json\"));")]
    [InlineData("using var file = File.OpenRead(\"conf/model.json\"); return JsonSerializer.Deserialize<GptConfig>(file);")]
    [InlineData("const string Name = \"model.json\"; return JsonSerializer.Deserialize<GptConfig>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, Name)));")]
    [InlineData("var text = File.ReadAllText(\"model.json\"); return JsonSerializer.Deserialize<GptConfig>(text)!;")]
    public async Task Deserialize_OfAFileOfTheProject_IsReadFromIt(string body)
    {
        var found = Assert.Single(await Analyze(body, "conf/model.json", """{ "n_embd": 1000 }"""));

        Assert.Equal("SCALE0004", found.Id);
    }

    [Fact]
    public async Task Budget_OfAFile_IsThatOfTheFile()
    {
        var project = Code("""[ScalingBudget] static readonly GptConfig Small = JsonSerializer.Deserialize<GptConfig>(File.ReadAllText("model.json"))!;""")
            .Add("model.json", """{ "n_embd": 1024, "n_head": 16 }""");

        Assert.Empty(await project.Analyze());
        Assert.Contains("1_024", Assert.Single(project.Generate()).SourceText.ToString().Replace("1024", "1_024", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Budget_OfAFileThatIsNotThere_SaysWhy()
    {
        var found = await Code("""[ScalingBudget] static readonly GptConfig Small = JsonSerializer.Deserialize<GptConfig>(File.ReadAllText("model.json"))!;""").Analyze();

        var wrong = Assert.Single(found, static one => one.Id == "SCALE0003");
        Assert.Contains("<ScalingModelFile", wrong.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void Budget_OfAFileThatIsEdited_IsReadAgain()
    {
        var project = Code("""[ScalingBudget] static readonly GptConfig Small = JsonSerializer.Deserialize<GptConfig>(File.ReadAllText("model.json"))!;""")
            .Add("model.json", """{ "n_layer": 12 }""");
        var before = project.Driver().RunGenerators(project.Compilation());
        var after = before.ReplaceAdditionalText(project.Files[0], new MemoryFile(project.Files[0].Path, """{ "n_layer": 24 }""")).RunGenerators(project.Compilation());

        Assert.NotEqual(Text(before), Text(after));

        static string Text(GeneratorDriver driver) => driver.GetRunResult().GeneratedTrees.Single().ToString();
    }

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> Analyze(string body, string file, string text) =>
        (Code($"static object? Run(IConfigurationRoot root, IServiceCollection services) {{ {body} }}") with { References = [FrameworkReference] }).Add(file, text).Analyze();

    private static Project Code(string members) => new Project().Code($$"""
        namespace S
        {
            using System;
            using System.IO;
            using System.Text.Json;
            using ScalingSdk;
            {{(members.Contains("IConfiguration", StringComparison.Ordinal) ? "using Microsoft.Extensions.Configuration; using Microsoft.Extensions.DependencyInjection;" : "")}}
            [ScalingModel("gpt2")]
            public sealed record GptConfig { public int VocabSize { get; set; } = 50304; public int BlockSize { get; set; } = 1024; public int NLayer { get; set; } = 12; public int NHead { get; set; } = 12; public int NEmbd { get; set; } = 768; }
            public static class Use
            {
                {{members}}
            }
        }
        """);
}
