namespace ScalingSdk.EndToEnd.Tests;

/// <summary>One project of bad specs, built once.</summary>
public sealed class BadInputBuild(PackageFixture package) : IAsyncLifetime
{
    private const string Gpt2 = """
        "model": { "architecture": "gpt2", "layers": LAYERS, "hidden_size": 768, "attention_heads": 12, "vocabulary_size": 50257, "context_length": 1024 },
        "training": { "sequence_length": 1024 }, "data": { "tokens": TOKENS } }
        """;

    internal Consumer Consumer { get; } = new(package, "bad", "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>");

    internal DotNetResult Result { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Spec("Empty", "");
        Spec("Truncated", """{ "name": "Truncated", "model": { "architecture": "gpt2", "layers": 1""");
        Spec("Huge", "{ \"name\": \"Huge\", \"model\": \"" + new string('x', 50 * 1024 * 1024) + "\" }");
        Spec("Deep", new string('[', 10_000) + new string(']', 10_000));
        Spec("NotANumber", With("12", "NaN"));
        Spec("Negative", With("-12", "\"10B\""));
        Spec("TooLarge", With("12", "1e999"));
        Spec("a/ConfigMissing", """{ "model": { "config": "config.json" }, "data": { "tokens": "10B" } }""");
        Spec("b/ConfigIsNone", """{ "model": { "config": "config.json" }, "data": { "tokens": "10B" } }""");
        Consumer.Write("b/config.json", """[ "this is", "no configuration" ]""");
        Result = await Consumer.Build();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static string With(string layers, string tokens) =>
        "{ " + Gpt2.Replace("LAYERS", layers, StringComparison.Ordinal).Replace("TOKENS", tokens, StringComparison.Ordinal);

    private void Spec(string name, string text) => Consumer.Write(name + ".scaling.json", text);
}

[Collection(PackageFixture.Name)]
public sealed class BadInputTests(BadInputBuild build, PackageFixture package) : IClassFixture<BadInputBuild>
{
    [Theory]
    [InlineData("Empty")]
    [InlineData("Truncated")]
    [InlineData("Huge")]
    [InlineData("Deep")]
    [InlineData("NotANumber")]
    [InlineData("Negative")]
    [InlineData("TooLarge")]
    [InlineData("ConfigMissing")]
    [InlineData("ConfigIsNone")]
    public void Build_BadSpec_HasOneFindingOneErrorOfTheTaskAndNoPlan(string name)
    {
        var problems = build.Result.Matching($@"{name}\.scaling\.json\(\d+,\d+\): (warning|error) ");

        Assert.Equal(2, problems.Length);
        Assert.Single(problems, static problem => problem.Contains("error SCALE9006: ", StringComparison.Ordinal));
        Assert.Matches(@"(warning|error) SCALE000\d: \S", string.Concat(problems));
        Assert.NotEmpty(build.Consumer.Files(name + "Budget")); // so that the first error is the spec's
        Assert.Empty(build.Consumer.Files(name + ".plan.json"));
    }

    [Fact]
    public void Build_BadSpecs_BringNobodyDown() =>
        Assert.Empty(build.Result.Matching("AD0001|CS8785|MSB4018|Exception"));

    [Theory]
    [InlineData("missing", "CS2001")]
    [InlineData("directory", "CS1504")]
    public async Task Build_NoFileInPlaceOfASpec_HasTheCompilersErrorAndTheTasks(string name, string compilerError)
    {
        var consumer = new Consumer(package, "no-file-" + name, items: $"<ScalingSpec Include=\"{name}.scaling.json\" />");
        Directory.CreateDirectory(Path.Combine(consumer.Folder, "directory.scaling.json"));

        var result = await consumer.Build();

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(2, result.Problems.Length);
        Assert.Single(result.Matching(name + @"\.scaling\.json\(1,1\): error SCALE9006: .* cannot be read"));
        Assert.Single(result.Matching($"error {compilerError}: .*{name}"));
    }

    [Fact]
    public async Task Build_PipesInPlaceOfASpecAndAConfig_AreRefusedAndHoldNobodyUp()
    {
        if (OperatingSystem.IsWindows())
            return; // it has no named pipes in folders
        var consumer = new Consumer(package, "pipes", items: "<ScalingSpec Include=\"Pipe.scaling.json\" />");
        using var spec = new NamedPipe(Path.Combine(consumer.Folder, "Pipe.scaling.json"));
        using var config = new NamedPipe(Path.Combine(consumer.Folder, "a/config.json"));
        consumer.Write("a/Config.scaling.json", """{ "model": { "config": "config.json" }, "data": { "tokens": "10B" } }""");

        var result = await consumer.Build();

        Assert.Equal(1, result.ExitCode);
        Assert.Single(result.Matching(@"Pipe\.scaling\.json\(1,1\): error SCALE9006: .* cannot be read"));
        Assert.Single(result.Matching(@"Config\.scaling\.json\(1,24\): error SCALE9006: "));
    }
}
