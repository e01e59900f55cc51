using ScalingSdk.Json;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Web;

/// <summary>The specs of a project as they are now, each with the files that it names.</summary>
internal sealed class ProjectSpecs(IReadOnlyList<string> specs, Terminal terminal)
{
    /// <summary>As <c>{ "specs": [ { "name", "text", "files": [ { "name", "text" } ] } ] }</c>; a spec that cannot be read is left out.</summary>
    public string Json()
    {
        var json = new JsonWriter().StartObject().Name("specs").StartArray();
        foreach (var path in Paths())
        {
            if (InputFile.Read(path, terminal) is not { Length: <= SpecPipeline.MaxCharacters } text)
                continue;
            json.StartObject().Name("name").Value(Path.GetFileName(path)).Name("text").Value(text).Name("files").StartArray();
            foreach (var (name, content) in Named(path, text))
                json.StartObject().Name("name").Value(name).Name("text").Value(content).EndObject();
            json.EndArray().EndObject();
        }

        return json.EndArray().EndObject().ToString();
    }

    // A folder without a spec gets one while the page is open.
    private IReadOnlyList<string> Paths()
    {
        try
        {
            return SpecArguments.Expand([.. specs]);
        }
        catch (InputException)
        {
            return [];
        }
    }

    private SortedDictionary<string, string> Named(string path, string text)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        SpecPipeline.Run(path, text, name =>
        {
            var content = InputFile.Read(name, terminal);
            if (content is { Length: <= SpecPipeline.MaxCharacters })
                files[Path.GetFileName(name)] = content;
            return content;
        });
        return files;
    }
}
