using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>Projects as an editor opens them: from their project files, with the analyzers and fixes of the package.</summary>
[Collection(PackageFixture.Name)]
public sealed class EditorTests(PackageFixture package)
{
    [Theory, MemberData(nameof(ExistingCodeTests.Shapes), MemberType = typeof(ExistingCodeTests))]
    public async Task Workspace_OfASample_HasTheFindingsOfTheCommandLine(string shape)
    {
        var sample = new ExistingCode(package, shape, "opened");
        var (_, all) = await sample.Build();

        using var editor = await Editor.Open(package, sample.ProjectFile);

        Assert.Equal(all, new SortedSet<string>((await editor.Analyze()).Select(Name), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Workspace_WithMistakesInSpecAndCode_HasNoneAfterItsFixes()
    {
        var consumer = FixTests.Mistaken(package, "editor");
        var build = await consumer.Build();
        using var editor = await Editor.Open(package, Path.Combine(consumer.Folder, "editor.csproj"));
        var found = await editor.Analyze();

        Assert.Equal(build.Problems.Distinct(StringComparer.Ordinal).Count(), found.Length);
        await editor.FixAll("SCALE0002");
        await editor.FixAll("SCALE0004");

        Assert.Empty(await editor.Analyze());
        Assert.True(editor.Save());
        Assert.Equal(FixTests.Spec(spelt: true), await File.ReadAllTextAsync(Path.Combine(consumer.Folder, "Gpt2.scaling.json")));
        Assert.Equal(FixTests.Code(right: true), await File.ReadAllTextAsync(Path.Combine(consumer.Folder, "Code.cs")));
        Assert.Empty((await consumer.Build()).Succeeded().Problems);
    }

    private static string Name(Diagnostic found)
    {
        var place = found.Location.GetLineSpan();
        return ExistingCode.Finding(place.Path, place.StartLinePosition.Line + 1, found.Id);
    }
}

/// <summary>A project opened in a workspace.</summary>
internal sealed class Editor : IDisposable
{
    private readonly MSBuildWorkspace _workspace;
    private readonly ProjectId _project;
    private Solution _solution;

    private Editor(MSBuildWorkspace workspace, Project project) => (_workspace, _project, _solution) = (workspace, project.Id, project.Solution);

    private Project Project => _solution.GetProject(_project)!;

    public static async Task<Editor> Open(PackageFixture package, string projectFile)
    {
        // The packages of the tests' consumers are in a folder of their own.
        var workspace = MSBuildWorkspace.Create(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["NuGetPackageRoot"] = package.ConsumerEnvironment["NUGET_PACKAGES"] + "/",
        });
        var project = await workspace.OpenProjectAsync(projectFile);
        Assert.DoesNotContain(workspace.Diagnostics, static found => found.Kind == WorkspaceDiagnosticKind.Failure);
        Assert.Contains(project.AnalyzerReferences, static reference => reference.Display == "ScalingSdk.Analyzers");
        return new Editor(workspace, project);
    }

    public async Task<ImmutableArray<Diagnostic>> Analyze()
    {
        var compilation = (await Project.GetCompilationAsync())!;
        ImmutableArray<DiagnosticAnalyzer> analyzers =
            [.. Project.AnalyzerReferences.Where(IsOurs).SelectMany(static reference => reference.GetAnalyzers(LanguageNames.CSharp))];
        return [.. await compilation.WithAnalyzers(analyzers, Project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync()];
    }

    public async Task FixAll(string id)
    {
        var fix = Project.AnalyzerReferences.OfType<AnalyzerFileReference>().Where(IsOurs)
            .SelectMany(static reference => reference.GetAssembly().GetTypes())
            .Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(CodeFixProvider)))
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!)
            .Single(static provider => provider.GetFixAllProvider() is not null);
        var context = new FixAllContext(Project.Documents.First(), fix, FixAllScope.Solution, "any", [id], new Found(this), CancellationToken.None);
        var action = (await fix.GetFixAllProvider()!.GetFixAsync(context))!;
        _solution = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }

    public bool Save() => _workspace.TryApplyChanges(_solution);

    public void Dispose() => _workspace.Dispose();

    private static bool IsOurs(AnalyzerReference reference) => reference.Display.StartsWith("ScalingSdk", StringComparison.Ordinal);

    private sealed class Found(Editor editor) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await editor.Analyze();

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
