using ScalingSdk.Json;

namespace ScalingSdk.Models.Reading;

/// <summary>Says what a JSON file is that describes no model, and what to pass instead.</summary>
internal static class ForeignFile
{
    public static string? Name(JsonObject file)
    {
        bool Has(string name) => file.Find(name) is not null;
        if (Has("peft_type") || Has("base_model_name_or_path"))
            return "this is an adapter's adapter_config.json, which has no sizes; pass the config.json of its base model";
        if (Has("weight_map"))
            return "this is the index of a checkpoint, which has names and no sizes; pass the config.json beside it, or the folder";
        if (Has("do_sample") || Has("temperature") || Has("top_p") || Has("max_new_tokens"))
            return "this is a generation_config.json, which says how to sample; pass the config.json beside it";
        if (Has("tokenizer_class") || Has("added_tokens_decoder") || Has("chat_template"))
            return "this is a tokenizer's configuration; pass the config.json beside it";
        if (Has("image_processor_type") || Has("processor_class"))
            return "this is a processor's configuration; pass the config.json beside it";
        if (Has("train_batch_size") || Has("zero_optimization") || Has("train_micro_batch_size_per_gpu"))
            return "this is a DeepSpeed configuration, which has no sizes of a model; pass the model's config.json";
        return null;
    }
}
