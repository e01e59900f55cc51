using System.Globalization;
using ScalingStudy.Model;
using ScalingStudy.Study;

namespace ScalingStudy;

/// <summary>One run of <c>scaling sweep</c>, which tells what to train in environment variables.</summary>
internal static class OneRun
{
    /// <returns>0 where the run ended, or had ended before.</returns>
    public static int Train()
    {
        var shape = Shape.Nearest(Number("SCALING_PARAMETERS"));
        var log = Text("SCALING_LOG");
        var plan = new RunPlan("sweep", shape, 6 * shape.Parameters * Number("SCALING_TOKENS"), Rate: 0.024 * Math.Pow(16.0 / shape.Width, 0.7), (int)Number("SCALING_SEED"));
        new Trainer(Corpus.OfReferencePacks(), Path.GetDirectoryName(log)!).TrainInto(log, plan, Text("SCALING_NAME"));
        return 0;
    }

    private static string Text(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
        ? text
        : throw new StudyException($"'{name}' is not set: 'scaling sweep --command \"... run\"' sets it");

    private static double Number(string name) => double.TryParse(Text(name), CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw new StudyException($"'{name}' is '{Text(name)}'; expected a number above 0");
}
