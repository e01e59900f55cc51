using System.Reflection;

namespace ScalingSdk.Editions;

/// <summary>
/// A plan from the text of a spec: the first one in a process, and warm ones with rules, figures and JSON. Of a plan alone there is no time:
/// its parts are worked out when they are read.
/// </summary>
internal static class PlanMeasurements
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private const string Clean = """
        { "model": { "architecture": "gpt2", "layers": 12, "hidden_size": 768, "attention_heads": 12, "vocabulary_size": 50304, "context_length": 1024 },
          "data": { "tokens": "10B", "unique_tokens": "10B" }, "training": { "batch_tokens": "0.5M" } }
        """;

    private const string WithFindings = """
        { "model": { "architecture": "gpt2", "layers": 12, "hidden_size": 768, "attention_heads": 12, "vocabulary_size": 50257, "context_length": 1024 },
          "data": { "tokens": "10B", "unique_tokens": "2B" }, "training": { "batch_tokens": "0.5M" } }
        """;

    public static IEnumerable<(string Name, double Value)> Of(Assembly library)
    {
        var run = library.GetType("ScalingSdk.SpecPipeline", throwOnError: true)!
            .GetMethod("Run", Any, [typeof(string), typeof(string), typeof(Func<string, string?>), typeof(bool), typeof(CancellationToken)])!
            .CreateDelegate<Func<string, string, Func<string, string?>, bool, CancellationToken, object>>();
        var (compiled, took) = (System.Runtime.JitInfo.GetCompiledMethodCount(), System.Runtime.JitInfo.GetCompilationTime());
        var (first, processor) = Clock.Both(() => Messages(Run(WithFindings, withRules: true)));
        yield return ("first plan", first);
        yield return ("first plan, processor time", processor);
        yield return ("first plan, methods compiled", System.Runtime.JitInfo.GetCompiledMethodCount() - compiled);
        yield return ("first plan, time compiling", (System.Runtime.JitInfo.GetCompilationTime() - took).TotalMicroseconds);
        yield return ("plan without findings", Clock.Warm(() => Messages(Run(Clean, withRules: true))));
        yield return ("plan with findings, their messages", Clock.Warm(() => Messages(Run(WithFindings, withRules: true))));
        var (figures, json) = (Get(Plan(), "Figures"), Json(library));
        yield return ("plan with figures", Clock.Warm(() => figures(Plan())));
        yield return ("plan with JSON", Clock.Warm(() => json(Plan())));

        object Run(string text, bool withRules) => run("a.scaling.json", text, static _ => null, withRules, default);

        object Plan() => Value(Run(WithFindings, withRules: false), "Plan");
    }

    private static void Messages(object result)
    {
        foreach (var finding in (System.Collections.IEnumerable)Value(result, "Findings"))
            _ = Value(finding, "Message");
    }

    // The JSON is a member of the plan in one edition, an extension in the other.
    private static Action<object> Json(Assembly library)
    {
        var plan = library.GetType("ScalingSdk.Planning.TrainingPlan", throwOnError: true)!;
        var method = plan.GetMethod("ToJson", Any, []) ?? library.GetType("ScalingSdk.Reports.PlanJson", throwOnError: true)!.GetMethod("ToJson", Any, [plan])!;
        return method.IsStatic ? value => method.Invoke(null, [value]) : value => method.Invoke(value, []);
    }

    private static Action<object> Get(object sample, string name)
    {
        var property = sample.GetType().GetProperty(name, Any)!;
        return value => property.GetValue(value);
    }

    private static object Value(object of, string name) => of.GetType().GetProperty(name, Any)!.GetValue(of)!;
}
