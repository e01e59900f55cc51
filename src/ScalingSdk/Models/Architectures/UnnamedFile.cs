using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Files that say sizes and no architecture: Meta's params.json and the arguments of nanoGPT and nanochat.</summary>
internal static class UnnamedFile
{
    public static Architecture? Find(ModelFields fields, List<string> notes)
    {
        var section = fields.Section;
        if (section.Find("n_embd") is not null && section.Find("sequence_len") is not null)
        {
            if (section.Find("window_pattern") is not null)
            {
                fields.Refuse(ModelKeys.ContextLength, "'window_pattern' is of nanochat from 2026 on, whose value embeddings and gates these arguments do not tell; give \"parameters\" as its log prints them");
                return null;
            }

            notes.Add("the file names no architecture: it has the arguments of nanochat, counted as in its first version, without value embeddings");
            return ArchitectureCatalog.Find("nanochat");
        }

        if (section.Find("n_embd") is not null && section.Find("block_size") is not null && section.Find("n_layer") is not null)
        {
            notes.Add("the file names no architecture: it has the arguments of nanoGPT, counted as 'gpt2'");
            return ArchitectureCatalog.Find("gpt2");
        }

        if (section.Find("dim") is null || section.Find("n_layers") is null || fields.Has(ModelKeys.KeyValueRank) || fields.Has(ModelKeys.Experts))
            return null;
        var name = section.Find("moe_args") is not null ? "llama4_text" : section.Find("moe") is not null ? "mixtral" : "llama";
        return ArchitectureCatalog.Find(name)! with { Describe = c => MetaParams.Describe(c, notes) };
    }
}
