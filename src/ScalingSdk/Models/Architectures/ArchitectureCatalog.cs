using ScalingSdk.Models.Parts;

namespace ScalingSdk.Models.Architectures;

/// <summary>Every architecture that is counted. One that is not here is refused, never guessed.</summary>
/// <remarks>In groups, each made when a name is looked for in it: a process reads one model most often, and making all takes longer than counting it.</remarks>
internal static class ArchitectureCatalog
{
    private const int Groups = 8;

    /// <summary>In the order of the documentation.</summary>
    public static IReadOnlyList<Architecture> All => [.. Enumerable.Range(0, Groups).SelectMany(static group => Group(group).Members)];

    public static IReadOnlyCollection<string> Names => [.. Enumerable.Range(0, Groups).SelectMany(static group => Group(group).Names)];

    public static Architecture? Find(string name)
    {
        for (var group = 0; group < Groups; group++)
        {
            if (Group(group).Find(name) is { } found)
                return found;
        }

        return null;
    }

    private static ArchitectureGroup Group(int index) => index switch
    {
        0 => First.Group,
        1 => Llamas.Group,
        2 => Experts.Group,
        3 => Gemmas.Group,
        4 => DeepSeeks.Group,
        5 => Others.Group,
        6 => States.Group,
        7 => Encoders.Group,
        _ => throw new ArgumentOutOfRangeException(nameof(index), index, "no such group"),
    };

    private static class First
    {
        public static readonly ArchitectureGroup Group = new(
        [
            new("gpt2", Gpt2.Describe, HeadKind.Tied, "learned positions, biases; GPT-3 too. `\"bias\": false` is nanoGPT's"),
            new("openai-gpt", OpenAiGpt.Describe, HeadKind.Tied, "as `gpt2`, no norm at the end"),
            new("gpt_neo", GptNeo.Describe, HeadKind.Tied, "no biases on queries, keys, values; windows on every second layer"),
            new("gptj", GptJ.Describe, HeadKind.Untied, "one norm in a layer; a bias on the head; CodeGen too", "codegen"),
            new("gpt_neox", GptNeoX.Describe, HeadKind.Untied, "Pythia too: rotary positions"),
            new("opt", Opt.Describe, HeadKind.Tied, "two positions more than the context; narrower tokens in OPT-350M"),
            new("bloom", Bloom.Describe, HeadKind.Tied, "ALiBi; a norm behind the embedding"),
            new("falcon", Falcon.Describe, HeadKind.Tied, "one or few key-value heads", "RefinedWeb", "RefinedWebModel"),
            new("mpt", Mpt.Describe, HeadKind.Tied, "ALiBi or learned positions"),
        ]);
    }

    private static class Llamas
    {
        public static readonly ArchitectureGroup Group = new(
        [
            new("llama", Llama.Describe, HeadKind.Untied, "RMSNorm, gated feed-forward; Yi, TinyLlama, SmolLM2, DeepSeek LLM, EXAONE 3, Baichuan too", "exaone", "baichuan", "Yi", "aquila", "xverse"),
            new("helium", Llama.DescribeHelium, HeadKind.Untied, "as `llama`, heads of 128"),
            new("arcee", Llama.DescribeArcee, HeadKind.Untied, "as `llama`, two matrices"),
            new("mistral", Mistral.Describe, HeadKind.Untied, "as `llama`, windows where given"),
            new("ministral3", Ministral3.Describe, HeadKind.Untied, "as `llama`, heads of 128", "ministral", "mistral3"),
            new("smollm3", Llama.DescribeTied, HeadKind.Tied, "as `llama`; MiniCPM too", "minicpm"),
            new("internlm", InternLm.Describe, HeadKind.Untied, "as `llama`, biases on the attention unless `bias` is false; InternLM 2 too", "internlm2"),
            new("internlm3", InternLm.Describe3, HeadKind.Untied, "as `llama`, heads of 128"),
            new("qwen", Qwen.Describe, HeadKind.Untied, "biases on queries, keys, values; the width in the file is doubled"),
            new("qwen2", Qwen2.Describe, HeadKind.Untied, "Qwen 1.5, 2, 2.5 and the text of Qwen2-VL: as `qwen`, the width is not doubled", "qwen2_vl", "qwen2_vl_text", "qwen2_5_vl", "qwen2_5_vl_text"),
            new("qwen3", Qwen3.Describe, HeadKind.Untied, "norms on queries and keys of each head", "qwen3_vl", "qwen3_vl_text"),
        ]);
    }

    private static class Experts
    {
        public static readonly ArchitectureGroup Group = new(
        [
            new("qwen2_moe", Qwen2Moe.Describe, HeadKind.Untied, "routed experts and a shared one behind a gate"),
            new("qwen3_moe", Qwen3Moe.Describe, HeadKind.Untied, "routed experts", "qwen3_vl_moe", "qwen3_vl_moe_text"),
            new("qwen3_next", Qwen3Next.DescribeNext, HeadKind.Untied, "gated delta nets and gated attention; routed and shared experts"),
            new("qwen3_5", Qwen3Next.DescribeDense, HeadKind.Untied, "gated delta nets and gated attention", "qwen3_5_text"),
            new("qwen3_5_moe", Qwen3Next.DescribeRouted, HeadKind.Untied, "the same with routed and shared experts in every layer", "qwen3_5_moe_text"),
            new("mixtral", Mixtral.Describe, HeadKind.Untied, "every feed-forward routed"),
            new("granite", Llama.Describe, HeadKind.Untied, "as `llama`"),
            new("granitemoe", GraniteMoe.Describe, HeadKind.Untied, "as `mixtral`"),
            new("granitemoeshared", GraniteMoe.DescribeShared, HeadKind.Untied, "as `granitemoe`, a feed-forward beside the experts"),
            new("granitemoehybrid", GraniteHybrid.Describe, HeadKind.Tied, "Granite 4.0: Mamba 2 and attention; a shared feed-forward, experts where the file has some"),
            new("olmoe", OlMoe.Describe, HeadKind.Untied, "routed experts; norms over all heads at once; FlexOlmo too", "flex_olmo"),
            new("phimoe", PhiMoe.Describe, HeadKind.Untied, "LayerNorms, biases, routed experts"),
        ]);
    }

    private static class Gemmas
    {
        public static readonly ArchitectureGroup Group = new(
        [
            new("gemma", Gemma.Describe, HeadKind.Tied, "heads of 256"),
            new("gemma2", Gemma2.Describe, HeadKind.Tied, "four norms in a layer; windows on every second layer"),
            new("vaultgemma", Gemma2.DescribeVault, HeadKind.Tied, "as `gemma2`, two norms in a layer"),
            new("gemma3_text", Gemma3.Describe, HeadKind.Tied, "norms on queries and keys; five of six layers with windows", "gemma3"),
            new("gemma3n_text", Gemma3n.Describe, HeadKind.Tied, "parallel streams, low-rank residuals, a table for each layer", "gemma3n"),
            new("gemma4_text", Gemma4.Describe, HeadKind.Tied, "wider heads on full layers; tables, shared keys and values, or experts", "gemma4"),
            new("t5gemma", T5Gemma.Describe, HeadKind.Tied, "encoder and decoder of Gemma 2's layers, each with a table"),
            new("phi", Phi.Describe, HeadKind.Untied, "Phi 1, 1.5 and 2: one norm in a layer, a bias on the head"),
            new("phi3", Phi3.Describe, HeadKind.Untied, "as `mistral`", "phi4", "phi4_multimodal", "phi4mm"),
            new("olmo", OlMo.Describe, HeadKind.Untied, "norms without parameters", "hf_olmo"),
            new("olmo2", OlMo2.Describe, HeadKind.Untied, "norms behind the parts, and over all heads at once"),
            new("olmo3", OlMo3.Describe, HeadKind.Untied, "as `olmo2`, windows on three of four layers"),
        ]);
    }

    private static class DeepSeeks
    {
        public static readonly ArchitectureGroup Group = new(
        [
            new("deepseek_v2", DeepSeek.DescribeV2, HeadKind.Untied, "latent attention; routed and shared experts"),
            new("deepseek_v3", DeepSeek.DescribeV3, HeadKind.Untied, "the same, a bias on the router; Kimi K2 too", "kimi_k2"),
            new("deepseek_v32", DeepSeek.DescribeSparse, HeadKind.Untied, "as `deepseek_v3`, an indexer that chooses keys; GLM-5 too", "glm_moe_dsa"),
            new("glm", Glm.Describe, HeadKind.Untied, "few key-value heads of 128"),
            new("glm4", Glm.Describe0414, HeadKind.Untied, "four norms in a layer", "glm4v_text"),
            new("glm4_moe", Glm4Moe.Describe, HeadKind.Untied, "GLM-4.5 to 4.7: routed and shared experts behind dense layers", "glm4v_moe", "glm4v_moe_text"),
            new("dots1", Glm4Moe.DescribeDots, HeadKind.Untied, "the same with norms on queries and keys"),
            new("gpt_oss", GptOss.Describe, HeadKind.Untied, "experts with biases, sinks, windows on every second layer"),
            new("llama4_text", Llama4.Describe, HeadKind.Untied, "one of many experts and a shared one; chunks on three of four layers; MobileLLM-R1 without experts", "llama4"),
            new("mllama_text_model", Mllama.Describe, HeadKind.Untied, "Llama 3.2 Vision: layers that attend to the image", "mllama"),
            new("minimax", MiniMax.Describe, HeadKind.Untied, "lightning attention in seven of eight layers, experts", "minimax_text_01", "minimax_m1"),
            new("minimax_m2", MiniMax.Describe2, HeadKind.Untied, "experts, norms over all heads at once"),
        ]);
    }

    private static class Others
    {
        public static readonly ArchitectureGroup Group = new(
        [
            new("cohere", Cohere.Describe, HeadKind.Tied, "one LayerNorm in a layer"),
            new("cohere2", Cohere.Describe2, HeadKind.Tied, "the same with windows on three of four layers"),
            new("seed_oss", SeedOss.Describe, HeadKind.Untied, "attention twice as wide as the model"),
            new("ernie4_5", Ernie.Describe, HeadKind.Tied, "as `llama`, heads of 128"),
            new("ernie4_5_moe", Ernie.DescribeRouted, HeadKind.Tied, "routed and shared experts behind dense layers"),
            new("hunyuan_v1_dense", HunYuan.Describe, HeadKind.Untied, "norms on queries and keys of each head"),
            new("hunyuan_v1_moe", HunYuan.DescribeRouted, HeadKind.Untied, "the same with routed and shared experts; layers may share keys and values", "hunyuan"),
            new("exaone4", Exaone4.Describe, HeadKind.Untied, "norms behind the parts, and on queries and keys"),
            new("apertus", Apertus.Describe, HeadKind.Untied, "two matrices with xIELU"),
            new("dbrx", Dbrx.Describe, HeadKind.Untied, "experts; sizes in `attn_config` and `ffn_config`"),
            new("arctic", Arctic.Describe, HeadKind.Untied, "experts beside a dense feed-forward"),
            new("grok-1", Grok1.Describe, HeadKind.Tied, "experts, four norms in a layer", "grok1"),
            new("stablelm", StableLm.Describe, HeadKind.Untied, "LayerNorms, a gated feed-forward"),
            new("starcoder2", StarCoder2.Describe, HeadKind.Tied, "biases, two matrices, few key-value heads"),
            new("gpt_bigcode", GptBigCode.Describe, HeadKind.Tied, "as `gpt2`, one key-value head: StarCoder"),
            new("nanochat", NanoChat.Describe, HeadKind.Untied, "norms without parameters, two matrices"),
            new("nemotron", Nemotron.Describe, HeadKind.Untied, "LayerNorms, two matrices: Minitron too"),
        ]);
    }

    private static class States
    {
        public static readonly ArchitectureGroup Group = new(
        [
            new("bitnet", BitNet.Describe, HeadKind.Tied, "norms inside attention and feed-forward"),
            new("persimmon", Persimmon.Describe, HeadKind.Untied, "as `gpt_neox`, norms on queries and keys"),
            new("mamba", Mamba.Describe, HeadKind.Tied, "a state space in each layer, no feed-forward", "falcon_mamba"),
            new("mamba2", Mamba.Describe2, HeadKind.Untied, "the same of the second generation; Mamba-Codestral"),
            new("nemotron_h", NemotronH.Describe, HeadKind.Untied, "each layer one of Mamba 2, attention, feed-forward, experts"),
            new("falcon_h1", FalconH1.Describe, HeadKind.Untied, "attention and Mamba 2 side by side"),
            new("bamba", Bamba.Describe, HeadKind.Untied, "Mamba 2, attention in a few layers"),
            new("jamba", Jamba.Describe, HeadKind.Untied, "Mamba, attention in one of eight layers; experts in every second"),
            new("zamba2", Zamba2.Describe, HeadKind.Tied, "Mamba 2, blocks that several layers share"),
            new("lfm2", Lfm2.Describe, HeadKind.Tied, "short convolutions, attention in a few layers"),
            new("lfm2_moe", Lfm2.DescribeRouted, HeadKind.Tied, "the same with experts"),
            new("rwkv", Rwkv.Describe4, HeadKind.Untied, "RWKV 4"),
            new("rwkv5", Rwkv.Describe5, HeadKind.Untied, "RWKV 5"),
            new("rwkv6", Rwkv.Describe6, HeadKind.Untied, "RWKV 6"),
            new("rwkv7", Rwkv.Describe7, HeadKind.Untied, "RWKV 7"),
            new("xlstm", XLstm.Describe, HeadKind.Untied, "mLSTM cells"),
        ]);
    }

    private static class Encoders
    {
        public static readonly ArchitectureGroup Group = new(
        [
            new("t5", T5.Describe, HeadKind.Tied, "encoder and decoder; version 1.1 says `\"tie_word_embeddings\": false`"),
            new("mt5", T5.DescribeMultilingual, HeadKind.Untied, "as `t5` version 1.1"),
            new("bert", Bert.Describe, HeadKind.None, "the encoder with its pooler, without the heads of its training; RoBERTa too", "roberta", "xlm-roberta", "camembert"),
            new("distilbert", Bert.DescribeDistilled, HeadKind.None, "`bert` without token types and pooler"),
            new("modernbert", ModernBert.Describe, HeadKind.Tied, "windows on two of three layers; with the head of its training"),
        ]);
    }
}
