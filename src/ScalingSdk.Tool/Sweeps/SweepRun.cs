namespace ScalingSdk.Tool.Sweeps;

/// <summary>One run of a sweep, as the manifest has it; its spec and its log lie beside the manifest.</summary>
internal sealed record SweepRun(string Name, double Parameters, double Tokens, double Flops, long Seed)
{
    public string Spec => Name + ".scaling.json";

    public string Log => Name + ".jsonl";

    /// <summary>What its command wrote to standard output and error.</summary>
    public string Output => Name + ".out";
}
