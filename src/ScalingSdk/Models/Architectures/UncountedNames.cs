namespace ScalingSdk.Models.Architectures;

/// <summary>Names of real architectures that are not counted: they are no typing mistakes for another that is.</summary>
/// <remarks>From the model tables of Transformers and mlx-lm, 2026.</remarks>
internal static class UncountedNames
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "afm7", "afmoe", "aimv2", "albert", "align", "altclip", "arcee_kda", "aria", "aria_text", "axk1", "axk2", "aya_vision",
        "bailing_hybrid", "bailing_moe", "bailing_moe_linear", "bailing_moe_v2", "bart", "bert-generation", "big_bird", "bigbird_pegasus",
        "biogpt", "blenderbot", "blenderbot-small", "blip", "blip-2", "blt", "bros", "canine", "chameleon", "chatglm", "chinese_clip",
        "clip", "clvp", "cohere2_moe", "cohere2_vision", "convbert", "cpmant", "csm", "ctrl", "cwm", "data2vec-text", "deberta",
        "deberta-v2", "deepseek", "deepseek_ocr", "deepseek_ocr2", "deepseek_v4", "deepseek_vl", "deepseek_vl_hybrid", "deepseek_vl_v2", "deci",
        "dia", "diffllama", "diffusion_gemma", "doge", "dream", "electra", "emu3", "encoder-decoder", "ernie", "ernie4_5_vl",
        "ernie4_5_vl_moe", "esm", "eurobert", "evolla", "exaone4_5", "exaone_moe", "fast_vlm", "flaubert", "florence2", "fnet", "fsmt",
        "funnel", "fuyu", "gemma3n_audio", "gemma4_assistant", "gemma4_unified", "gemma4_unified_text", "gigachat", "git", "glm46v",
        "glm4_moe_lite", "glm4v", "glm_image", "glm_ocr", "got_ocr2", "gpt_neox_japanese", "gptsan-japanese", "granite4_vision",
        "granite_speech", "granite_swa", "granitemoe_swa", "h2o_danube", "hrm_text", "hubert", "hunyuan_vl", "hy_v3", "hymba", "hyperclovax",
        "ibert", "idefics", "idefics2", "idefics3", "imagegpt", "inkling_text", "instructblip", "internlm_xcomposer2", "internvl",
        "internvl_chat", "iquestloopcoder", "jais", "jais2", "janus", "jet_nemotron", "jetmoe", "jina_embeddings_v3", "kimi_k25", "kimi_linear", "kimi_vl",
        "klear", "kosmos-2", "kosmos-2.5", "laguna", "layoutlm", "layoutlmv3", "led", "lfm2_vl", "lighton_ocr", "lille-130m", "llada",
        "llava", "llava_next", "llava_next_video", "llava_onevision", "longcat_flash", "longcat_flash_ngram", "longformer", "longt5",
        "luke", "lxmert", "m2m_100", "marian", "markuplm", "mbart", "megatron-bert", "mellum", "mimo", "mimo_v2", "mimo_v2_flash",
        "minicpm3", "minicpmo", "minicpmv", "minimax_m3", "minimax_m3_vl", "mistral3_vl", "mistral4", "mobilebert", "modernbert-decoder",
        "molmo", "molmo2", "moonshine", "moshi", "mpnet", "mra", "musicgen", "mvp", "nemotron-nas", "nemotron_h_puzzle", "nllb", "nllb-moe",
        "nomic_bert", "nystromformer", "olmo_hybrid", "omnivinci", "openai_privacy_filter", "openelm", "orion", "ovis2", "paddleocr_vl",
        "paligemma", "pegasus", "pegasus_x", "perceiver", "perception_lm", "phi-msft", "phi3_v", "phi3small", "phixtral", "pixtral",
        "plamo", "plamo2", "plamo3", "plbart", "prophetnet", "qdqbert", "qianfan_ocr", "qwen2_5_omni", "qwen2_audio", "qwen3_asr", "qwen3_omni_moe",
        "qwen3_omni_moe_text", "radio", "recurrent_gemma", "reformer", "rembert", "retribert", "ring", "roberta-prelayernorm", "roc_bert",
        "roformer", "sarvam_moe", "seamless_m4t", "seamless_m4t_v2", "siglip", "smallthinker", "smolvlm", "solar_open", "speech_to_text", "speecht5", "splinter",
        "squeezebert", "stablelm_alpha", "step3", "step3p5", "step3p7", "switch_transformers", "t5gemma2", "tapas", "telechat", "telechat3",
        "trocr", "udop", "umt5", "video_llama_3", "video_llava", "vilt", "vipllava", "vision-encoder-decoder", "visual_bert", "vit",
        "voxtral", "wav2vec2", "whisper", "xglm", "xlm", "xlm-prophetnet", "xlm-roberta-xl", "xlnet", "xmod", "xverse_moe", "yi_vl", "yoso",
        "youtu", "youtu_llm", "zamba", "zaya",
    };

    public static IReadOnlyCollection<string> All => Names;

    public static bool Contains(string name) => Names.Contains(name);
}
