namespace ScalingSdk.Models.Reading;

/// <summary>Keys of a config.json that change no count: in a spec they are no mistakes.</summary>
internal static class KeysWithoutSize
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        // The spec's own, read before a model is described.
        "active_parameters", "config", "parameters",

        // How the weights are stored and who wrote the file.
        "auto_map", "dtype", "model_name", "name", "quantization_config", "torch_dtype", "transformers_version",
        "_name_or_path",

        // Functions and positions without parameters.
        "activation_function", "afn", "alibi", "attn_logit_softcapping", "clip_qkv", "final_logit_softcapping", "hidden_act",
        "hidden_activation", "logits_scaling", "partial_rotary_factor", "position_embedding_type",
        "query_pre_attn_scalar", "residual_multiplier", "attention_multiplier", "embedding_multiplier", "rope_local_base_freq",
        "rope_parameters", "rope_scaling", "rope_theta", "rotary_dim", "rotary_emb_base", "rotary_pct",

        // Training and inference.
        "attention_dropout", "attention_probs_dropout_prob", "attn_pdrop", "aux_loss_alpha", "bos_token_id", "classifier_dropout",
        "decoder_start_token_id", "dropout", "dropout_rate", "embd_pdrop", "eos_token_id", "gradient_checkpointing",
        "hidden_dropout", "hidden_dropout_prob", "initializer_factor", "initializer_range", "is_encoder_decoder", "layer_norm_eps",
        "layer_norm_epsilon", "layerdrop", "n_group", "norm_eps", "norm_topk_prob", "output_router_logits", "pad_token_id",
        "pretraining_tp", "resid_pdrop", "rms_norm_eps", "routed_scaling_factor", "router_aux_loss_coef", "scale_attn_weights",
        "scoring_func", "seq_aux", "task_specific_params", "topk_group", "topk_method", "unk_token_id", "use_cache",
        "ep_size", "cache_implementation", "summary_activation", "summary_first_dropout", "summary_proj_to_labels",
        "summary_type", "summary_use_proj",

        // The same of newer architectures.
        "activation_sparsity_pattern", "altup_active_idx", "altup_coef_scale", "altup_correct_scale", "attention_in_multiplier",
        "attention_out_multiplier", "attn_output_gate", "chunk_size", "expert_dropout",
        "for_llm_class", "hidden_act_moe", "key_multiplier", "lm_head_multiplier", "logit_scale", "mamba_chunk_size", "mlp_hidden_act",
        "mlp_multipliers", "moe_capacity", "norm_epsilon", "rescale_every", "residual_in_fp32", "router_jitter_noise",
        "ssm_in_multiplier", "ssm_multipliers", "ssm_out_multiplier", "swiglu_limit", "temperature_tuning",
        "time_step_floor", "time_step_init_scheme", "time_step_limit", "time_step_max", "time_step_min", "time_step_scale",
        "attn_temperature_tuning", "floor_scale", "attn_scale", "use_mtp", "use_mamba_kernels", "vision_config", "audio_config",
    };

    public static bool Contains(string name) => Names.Contains(name);
}
