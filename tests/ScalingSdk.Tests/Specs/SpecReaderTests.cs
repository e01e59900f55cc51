using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Specs;

public sealed class SpecReaderTests
{
    private static string WithData(string data) => $$"""{ "model": {{Gpt2SmallModel}}, "data": {{data}} }""";

    [Fact]
    public void Spec_OfGpt2Small_CountsAsPublished()
    {
        var spec = Run(WithData("""{ "tokens": "10B" }""")).Spec!;

        Assert.Equal(124_439_808, spec.Model!.Parameters.Total);
        Assert.Equal(85_056_000, spec.Model.Parameters.NonEmbedding);
        Assert.Equal(84_934_656, spec.Size!.Weights.Count);
    }

    [Fact]
    public void Spec_ThatNamesAConfig_CountsIt()
    {
        var result = Run("""{ "model": { "config": "llama/config.json" }, "data": { "tokens": "2T" } }""", ("dir/llama/config.json", Llama2Config));

        Assert.Empty(result.Findings);
        Assert.Equal(6_738_415_616, result.Spec!.Model!.Parameters.Total);
    }

    [Theory]
    [InlineData("../config.json", "config.json")]
    [InlineData("./sub/../config.json", "dir/config.json")]
    [InlineData("sub\\config.json", "dir/sub/config.json")]
    [InlineData("/models/config.json", "/models/config.json")]
    public void ConfigPath_InAnyForm_IsTakenFromTheSpecsFolder(string written, string resolved)
    {
        var text = $$"""{ "model": { "config": "{{written.Replace("\\", "\\\\", StringComparison.Ordinal)}}" } }""";

        Assert.NotNull(Run(text, (resolved, Llama2Config)).Spec);
    }

    [Fact]
    public void Config_ThatIsMissing_IsOneFindingOnItsName()
    {
        const string Text = """{ "model": { "config": "config.jsn" } }""";

        var finding = TheFinding(Run(Text));

        Assert.Equal("SCALE0001", finding.Rule.Id);
        Assert.Equal("\"config.jsn\"", Underlined(Text, finding));
        Assert.Contains("<ScalingModelFile Include=\"config.jsn\" />", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[1, 2]", "SCALE0001", "config.json(1,1): ")]
    [InlineData("{\n  \"model_type\": \"gpt2\",\n  \"n_layer\": }", "SCALE0001", "config.json(3,14): ")]
    [InlineData("", "SCALE0001", "config.json(1,1): ")]
    public void Config_ThatIsNotAConfig_IsOneFindingThatSaysWhere(string config, string id, string where)
    {
        var finding = TheFinding(Run("""{ "model": { "config": "config.json" } }""", ("dir/config.json", config)));

        Assert.Equal(id, finding.Rule.Id);
        Assert.StartsWith(where, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Config_WithoutArchitecture_IsOneFinding()
    {
        var result = Run("""{ "model": { "config": "config.json" } }""", ("dir/config.json", """{ "name": "something else" }"""));

        Assert.Null(result.Plan);
        Assert.StartsWith("config.json(1,1): ", TheFinding(result).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownKey_NearAKnownOne_IsNamedWithIt()
    {
        var text = WithData("""{ "tokens": "10B", "unique_token": "4B" }""");

        var result = Run(text);

        var finding = TheFinding(result);
        Assert.Equal("SCALE0002", finding.Rule.Id);
        Assert.Equal("\"unique_token\"", Underlined(text, finding));
        Assert.Contains("did you mean 'unique_tokens'?", finding.Text, StringComparison.Ordinal);
        Assert.NotNull(result.Plan);
    }

    [Fact]
    public void MisspeltModel_IsOneFinding()
    {
        var result = Run($$"""{ "modl": {{Gpt2SmallModel}} }""");

        Assert.Equal("SCALE0002", TheFinding(result).Rule.Id);
        Assert.Null(result.Plan);
    }

    [Fact]
    public void MissingModel_IsSaidWithTheWaysToDescribeOne() =>
        Assert.Contains("\"config\": \"config.json\"", TheFinding(Run("""{ "data": { "tokens": "1B" } }""")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "tokens": "10 days" }""", "\"10 days\"")]
    [InlineData("""{ "tokens": -1 }""", "-1")]
    [InlineData("""{ "tokens": 1e999 }""", "1e999")]
    [InlineData("""{ "tokens": "10B", "unique_tokens": "2B", "epochs": 3 }""", "3")]
    [InlineData("""{ "tokens": {} }""", "{}")]
    public void BadValue_IsOneFindingOnTheValue(string data, string underlined)
    {
        var text = WithData(data);

        var result = Run(text);

        var finding = TheFinding(result);
        Assert.Equal("SCALE0004", finding.Rule.Id);
        Assert.Equal(underlined, Underlined(text, finding));
        Assert.Null(result.Plan);
    }

    [Fact]
    public void Suppression_OfAWarning_SilencesItForThisSpec()
    {
        var text = $$"""{ "model": {{Gpt2SmallModel}}, "data": { "tokens": "10B", "unique_tokens": "2B" }, "suppress": { "SCALE1001": "all there is" } }""";

        Assert.Empty(Of("SCALE1001", Run(text)));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("true")]
    public void Suppression_WithoutReason_AsksForOne(string reason)
    {
        var finding = TheFinding("SCALE0004", Run($$"""{ "model": {{PaddedGpt2}}, "suppress": { "SCALE1001": {{reason}} } }"""));

        Assert.Contains("a suppression needs its reason, such as \"SCALE1001\": \"", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SCAL1001", "did you mean 'SCALE1001'?")]
    [InlineData("SCALE101", "it takes the ids of rules that are not errors, such as 'SCALE1001'")]
    [InlineData("SCALE0001", "it takes the ids of rules that are not errors, such as 'SCALE1001'")]
    public void Suppression_OfAnUnknownRule_NamesNoOtherRule(string rule, string help)
    {
        var text = $$"""{ "model": {{Gpt2SmallModel}}, "suppress": { "{{rule}}": "why" } }""";

        Assert.Contains(help, TheFinding(Run(text)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Law_ThatIsUnknown_NamesTheNearest()
    {
        var text = $$"""{ "model": {{Gpt2SmallModel}}, "laws": { "allocation": "besiroglu-2042" } }""";

        Assert.Contains("did you mean 'besiroglu-2024'?", TheFinding(Run(text)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Gpt2Small.scaling.json", "Gpt2Small")]
    [InlineData("a\\b/llama-2.7b.scaling.json", "llama_2_7b")]
    [InlineData("7b.scaling.json", "_7b")]
    public void Name_FromTheFile_IsAnIdentifier(string path, string name) =>
        Assert.Equal(name, SpecPipeline.Run(path, $$"""{ "model": {{Gpt2SmallModel}} }""", _ => null).Spec!.Name);
}
