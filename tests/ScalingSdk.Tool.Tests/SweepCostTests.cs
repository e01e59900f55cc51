namespace ScalingSdk.Tool.Tests;

/// <summary>What <c>scaling sweep</c> shows before anything starts, and what the runs' specs take from a base.</summary>
public sealed class SweepCostTests : IDisposable
{
    private static readonly string[] Grid = ["--flops", "3.1622776601683795e19", "--budgets", "2", "--sizes", "4", "--seeds", "2"];
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ToolRun Sweep(params string[] options) => Tool.RunOn(new Screen(Width: 120), "", ["sweep", .. Grid, "-o", Path.Combine(_folder.Path, "new"), .. options]);

    private string Spec(string run) => File.ReadAllText(Path.Combine(_folder.Path, "new", run + ".scaling.json"));

    // A device of 1 PFLOP/s at half its peak: 1e19 FLOP are 2e4 s on one, 5.56 device-hours; 11.1 USD at 2 USD. A budget of 3.16 times as much takes 3.16 times as long.
    [Fact]
    public void Sweep_OnHardwareWithAPrice_ShowsTimeDeviceHoursAndPriceOfEachRunAndOfAll()
    {
        var run = Sweep("--set", "hardware.accelerator=own", "--set", "hardware.peak_flops=1 PFLOP/s", "--set", "hardware.memory=80 GB", "--set", "hardware.count=2", "--utilization", "50%", "--price-per-hour", "2", "--jobs", "2");

        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Matches(@"C1_N1_S1 +1e19 +\S+ +\S+ +2\.78 h +5\.56 +11\.1\n", run.Out);
        Assert.Matches(@"C2_N4_S2 +3\.16e19 +\S+ +\S+ +8\.78 h +17\.6 +35\.1\n", run.Out);

        // Eight runs of 2.78 h and eight of 8.78 h, two at a time.
        Assert.Matches(@"16 runs: 3\.33e20 FLOP, \S+ tokens, 185 device-hours, 370 USD; 46\.2 h with 2 at a\s+time\n", run.Out);
        Assert.DoesNotContain("not known", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Sweep_OnHardwareWithoutAUtilization_ShowsTheBandInAll() =>
        Assert.Matches(@", \S+ \(\S+ \.\. \S+\) device-hours; ", Sweep("--gpus", "8xH100-SXM").Out);

    [Fact]
    public void Sweep_WithoutHardware_SaysWhatToState()
    {
        Assert.Contains("'--gpus 8xH100-SXM'", Sweep().Out, StringComparison.Ordinal);
        Assert.DoesNotContain("device-hours", Sweep().Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Sweep_WithoutAPrice_SaysWhatToState() =>
        Assert.Contains("'--price-per-hour 2.5'", Sweep("--gpus", "8xH100-SXM").Out, StringComparison.Ordinal);

    [Fact]
    public void Sweep_WithABaseSpec_KeepsWhatAllRunsShare_AndDropsWhatWasOfOneRun()
    {
        _folder.Write("my.law.json", File.ReadAllText(LawFile()));
        var spec = _folder.Write("base.scaling.json", """
            {
              "name": "Big", // the one to come
              "model": { "architecture": "gpt2", "layers": 12, "hidden_size": 768, "attention_heads": 12, "vocabulary_size": 50257, "context_length": 2048 },
              "data": { "tokens": "10B", "unique_tokens": "2B" },
              "training": { "batch_tokens": "0.5M", "learning_rate": 6e-4, "precision": "bf16" },
              "hardware": { "accelerator": "H100-SXM", "count": 2 },
              "inference": { "lifetime_tokens": "1T" },
              "laws": { "allocation": "my.law.json" },
              "suppress": { "SCALE3001": "a reason" }
            }
            """);

        Assert.Equal(ExitCode.Clean, Sweep("--spec", spec, "--price-per-hour", "2.5").Code);

        var manifest = File.ReadAllText(Path.Combine(_folder.Path, "new", "sweep.json"));
        var (parameters, tokens) = (Number(manifest, "parameters"), Number(manifest, "tokens"));
        Assert.Equal($$"""
            {
              "name": "C1_N1_S1", // the one to come
              "model": { "parameters": {{parameters}} },
              "data": { "tokens": {{tokens}}, "unique_tokens": "2B" },
              "training": { "precision": "bf16", "sequence_length": "2048" },
              "hardware": { "accelerator": "H100-SXM", "count": 2, "price_per_hour": "2.5" },
              "laws": { "allocation": "../my.law.json" },
              "suppress": { "SCALE3001": "a reason" }
            }
            """, Spec("C1_N1_S1"));
        Assert.Contains("2.5", Tool.Run("plan", Path.Combine(_folder.Path, "new", "C1_N1_S1.scaling.json"), "--format", "json").Out, StringComparison.Ordinal);

        static string Number(string json, string key) => json.Split($"\"{key}\": ")[1].Split(',')[0];
    }

    // The grid lies around the optimum of the law that the base names.
    [Fact]
    public void Sweep_WithABaseOfHardwareAlone_NeedsNoModel_AndTakesItsLaw()
    {
        var spec = _folder.Write("base.scaling.json", """{ "hardware": { "accelerator": "A100" }, "laws": { "allocation": "deepseek-2024" } }""");
        Assert.Equal(ExitCode.Clean, Sweep("--spec", spec).Code);
        var named = Spec("C1_N1_S1");
        Directory.Delete(Path.Combine(_folder.Path, "new"), recursive: true);

        Sweep("--law", "deepseek-2024", "--gpus", "A100");

        Assert.Equal(Model(named), Model(Spec("C1_N1_S1")));
        static string Model(string spec) => spec[spec.IndexOf("\"model\"", StringComparison.Ordinal)..].Split('}')[0];
    }

    [Fact]
    public void Sweep_WithABaseThatIsWrong_NamesItsLine_AndWritesNothing()
    {
        var spec = _folder.Write("base.scaling.json", "{\n  \"hardware\": { \"acelerator\": \"A100\" },\n  \"data\": { \"tokens\": \"ten\" }\n}");

        var run = Sweep("--spec", spec);

        Assert.NotEqual(ExitCode.Clean, run.Code);
        Assert.Contains("base.scaling.json(3,", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "new")));
    }

    private string LawFile()
    {
        var (runs, law) = (_folder.Write("runs.csv", Runs.Csv()), Path.Combine(_folder.Path, "fitted.law.json"));
        Tool.Run("fit", runs, "--resamples", "0", "-o", law);
        return law;
    }
}
