namespace ScalingSdk.EndToEnd.Tests;

/// <summary>A project outside the repository that references the package.</summary>
internal sealed class Consumer
{
    private readonly PackageFixture _package;
    private readonly string _project;

    /// <param name="package">The package.</param>
    /// <param name="folder">The name of its folder.</param>
    /// <param name="properties">Elements for its property group.</param>
    /// <param name="items">Elements for its item group.</param>
    /// <param name="extension">The project file's.</param>
    public Consumer(PackageFixture package, string folder, string properties = "", string items = "", string extension = "csproj")
    {
        _package = package;
        Folder = Path.Combine(package.Folder, folder);
        _project = Path.GetFileName(folder) + "." + extension;
        var framework = properties.Contains("<TargetFrameworks>", StringComparison.Ordinal) ? "" : "<TargetFramework>net10.0</TargetFramework>";
        Write(_project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Library</OutputType>{framework}{properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ScalingSdk" Version="{package.Version}" />{items}
              </ItemGroup>
            </Project>
            """);
    }

    public string Folder { get; }

    public void Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public void CopySample(string path, string? to = null) => Write(to ?? path, Repository.Read("samples/QuickStart/" + path));

    public Task<DotNetResult> Build(params string[] arguments) => Run(["build", _project, .. arguments]);

    /// <summary>The plans without the compiler, of a project that was built before.</summary>
    public Task<DotNetResult> Plan(params string[] arguments) => Run(["build", "--no-restore", "-t:ScalingPlan", "--tl:off", _project, .. arguments]);

    public Task<DotNetResult> Run(params string[] arguments) => DotNet.Run(Folder, _package.ConsumerEnvironment, arguments);

    /// <summary>Runs <c>dotnet</c> with more in its environment.</summary>
    public Task<DotNetResult> RunWith(IReadOnlyDictionary<string, string?> variables, params string[] arguments) =>
        DotNet.Run(Folder, _package.ConsumerEnvironment.Concat(variables).ToDictionary(StringComparer.Ordinal), arguments);

    /// <summary>Runs <c>dotnet</c>, does something at each of the lines that are waited for, and interrupts it as Ctrl+C does at the last.</summary>
    public Task<string[]> Follow((string When, Action Then)[] steps, params string[] arguments) => Follow(steps, static () => { }, arguments);

    /// <summary>The same; <paramref name="interrupted"/> is what to do after the interrupt.</summary>
    public Task<string[]> Follow((string When, Action Then)[] steps, Action interrupted, params string[] arguments) =>
        DotNet.Follow(Folder, _package.ConsumerEnvironment, steps, interrupted, arguments);

    public void Edit(string path, string old, string now)
    {
        var text = Read(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(path, text.Replace(old, now, StringComparison.Ordinal));
    }

    /// <summary>The files below its folder whose path contains the text, relative to it and with '/' only.</summary>
    public string[] Files(string containing) =>
    [
        .. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Where(file => file.Contains(containing, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
