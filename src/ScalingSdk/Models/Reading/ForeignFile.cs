using System.Globalization;
using ScalingSdk.Json;
using ScalingSdk.Text;

namespace ScalingSdk.Models.Reading;

/// <summary>Says what a JSON file is that describes no model, and what to pass instead.</summary>
internal static class ForeignFile
{
    public static string? Name(JsonObject file)
    {
        bool Has(string name) => file.Find(name) is not null;
        if (Has("medusa_num_heads") || Has("draft_vocab_size") || Has("speculators_model_type"))
            return "this is a draft model's configuration, which has layers of its own; pass the config.json of the model that it drafts for";
        if (Has("peft_type") || Has("base_model_name_or_path"))
            return $"this is an adapter's adapter_config.json, which has no sizes; pass the config.json of its base model{Of("base_model_name_or_path")}";
        if (Has("weight_map"))
            return $"this is the index of a checkpoint{Total(file)}, which has names and no sizes; pass the config.json beside it, or the folder";
        if (Has("do_sample") || Has("temperature") || Has("top_p") || Has("max_new_tokens"))
            return "this is a generation_config.json, which says how to sample; pass the config.json beside it";
        if (Has("tokenizer_class") || Has("added_tokens_decoder") || Has("chat_template"))
            return "this is a tokenizer's configuration; pass the config.json beside it";
        if (Has("image_processor_type") || Has("processor_class"))
            return "this is a processor's configuration; pass the config.json beside it";
        if (Has("added_tokens") && Has("model"))
            return "this is a tokenizer.json; pass the config.json beside it";
        if (Has("global_step") && Has("log_history"))
            return "this is a trainer_state.json, the log of a run; pass the model's config.json, or read it with 'scaling fit'";
        if (Has("word_embedding_dimension") || (Has("max_seq_length") && Has("do_lower_case")))
            return "this is a part of a Sentence Transformers model; pass the config.json of its transformer";
        if (Has("bos_token") && Has("eos_token"))
            return "this is a tokenizer's special_tokens_map.json; pass the config.json beside it";
        if (Has("train_batch_size") || Has("zero_optimization") || Has("train_micro_batch_size_per_gpu"))
            return "this is a DeepSpeed configuration, which has no sizes of a model; pass the model's config.json";
        return null;

        string Of(string name) => file.Find(name)?.Value is JsonString { Value.Length: > 0 } text ? $", '{Excerpt.Of(text.Value)}'" : "";
    }

    // What newer indices add up themselves.
    private static string Total(JsonObject file) =>
        (file.Find("metadata")?.Value as JsonObject)?.Find("total_parameters")?.Value is JsonNumber total ? $" of {(long.TryParse(total.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? NumberText.Grouped(count) : total.Text)} parameters" : "";
}
