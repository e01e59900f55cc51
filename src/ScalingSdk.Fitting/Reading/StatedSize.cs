using ScalingSdk.Fitting.Data;

namespace ScalingSdk.Fitting.Reading;

/// <summary>The parameters that the options state for a run.</summary>
internal static class StatedSize
{
    /// <summary>Of a log, which is named by its file, by that without its ending, or by its folder.</summary>
    internal static double? OfLog(RunReaderOptions options)
    {
        var parts = options.Source.Split('/');
        foreach (var name in new[] { options.Source, parts[parts.Length - 1], parts[parts.Length - 1].Split('.')[0], parts[0] })
        {
            if (options.ParametersByName.TryGetValue(name, out var parameters))
                return parameters;
        }

        return null;
    }

    /// <summary>Of a run that its file names.</summary>
    internal static double? OfRun(string? name, RunReaderOptions options) =>
        name is not null && options.ParametersByName.TryGetValue(name, out var parameters) ? parameters : null;
}
