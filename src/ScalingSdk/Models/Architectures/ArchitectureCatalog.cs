namespace ScalingSdk.Models.Architectures;

/// <summary>Every architecture that is counted. One that is not here is refused, never guessed.</summary>
internal static class ArchitectureCatalog
{
    public static IReadOnlyList<Architecture> All { get; } =
    [
        new("gpt2", Gpt2.Describe),
        new("openai-gpt", OpenAiGpt.Describe),
        new("gpt_neo", GptNeo.Describe),
        new("gptj", GptJ.Describe),
        new("gpt_neox", GptNeoX.Describe),
        new("opt", Opt.Describe),
        new("bloom", Bloom.Describe),
        new("falcon", Falcon.Describe, "RefinedWeb", "RefinedWebModel"),
        new("mpt", Mpt.Describe),
        new("llama", Llama.Describe),
        new("mistral", Mistral.Describe),
        new("smollm3", Llama.DescribeTied),
        new("internlm", InternLm.Describe),
        new("qwen", Qwen.Describe),
        new("qwen2", Qwen2.Describe),
        new("qwen3", Qwen3.Describe),
        new("qwen2_moe", Qwen2Moe.Describe),
        new("qwen3_moe", Qwen3Moe.Describe),
        new("mixtral", Mixtral.Describe),
        new("granitemoe", GraniteMoe.Describe),
        new("olmoe", OlMoe.Describe),
        new("phimoe", PhiMoe.Describe),
        new("gemma", Gemma.Describe),
        new("gemma2", Gemma2.Describe),
        new("gemma3_text", Gemma3.Describe),
        new("phi", Phi.Describe),
        new("phi3", Phi3.Describe, "phi4"),
        new("olmo", OlMo.Describe, "hf_olmo"),
        new("olmo2", OlMo2.Describe),
        new("deepseek_v2", DeepSeek.DescribeV2),
        new("deepseek_v3", DeepSeek.DescribeV3),
        new("t5", T5.Describe),
        new("bert", Bert.Describe),
    ];

    private static readonly Dictionary<string, Architecture> ByName = Index();

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static Architecture? Find(string name) => ByName.TryGetValue(name, out var found) ? found : null;

    private static Dictionary<string, Architecture> Index()
    {
        var index = new Dictionary<string, Architecture>(StringComparer.Ordinal);
        foreach (var architecture in All)
        {
            index.Add(architecture.Name, architecture);
            foreach (var alias in architecture.Aliases)
                index.Add(alias, architecture);
        }

        return index;
    }
}
