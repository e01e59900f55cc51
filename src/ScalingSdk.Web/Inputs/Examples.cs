using ScalingSdk.Web.State;

namespace ScalingSdk.Web.Inputs;

/// <summary>Runs to begin with.</summary>
internal static class Examples
{
    public static IReadOnlyList<(string Name, Draft Draft)> All { get; } =
    [
        ("7B on 8 H100 for 3 days", Draft.Default),
        ("GPT-2 small on 2B unique tokens", Draft.Of("""
            {
              "model": { "config": "gpt-2-small.config.json" },
              "data": { "tokens": "10B", "unique_tokens": "2B" },
              "training": { "batch_tokens": "0.5M" }
            }
            """)),
        ("the best model for 2000 USD", Draft.Of("""
            {
              "hardware": { "accelerator": "A100-SXM-80GB", "count": 8, "price_per_hour": 1.5 },
              "budget": { "cost": "2000USD" }
            }
            """)),
        ("Llama 3 8B on 15T", Draft.Of("""
            {
              "model": { "config": "llama-3-8b.config.json" },
              "data": { "tokens": "15T" },
              "hardware": { "accelerator": "H100-SXM", "count": 1024 }
            }
            """)),
    ];
}
