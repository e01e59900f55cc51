using ScalingSdk.Docs;
using ScalingSdk.Docs.Site;

// Writes the plots, the facts and the index of docs/laws, the index of docs/rules and what its examples give: dotnet run --project build/docs
// With "site": the documentation as a site in artifacts/site.
var repository = Repository.Find(Environment.CurrentDirectory) ?? Repository.Find(AppContext.BaseDirectory);
if (repository is null)
{
    Console.Error.WriteLine("'ScalingSdk.sln' lies in no folder above this one: run the command inside the repository");
    return 1;
}

if (args is ["site"])
    return SiteCommand.Run(repository);

foreach (var (path, text) in LawDocs.Files(repository).Concat(RuleDocs.Files(repository)))
{
    var full = Path.Combine(repository, path);
    if (File.Exists(full) && string.Equals(File.ReadAllText(full), text, StringComparison.Ordinal))
        continue;
    Directory.CreateDirectory(Path.GetDirectoryName(full)!);
    File.WriteAllText(full, text);
    Console.WriteLine(path);
}

return 0;
