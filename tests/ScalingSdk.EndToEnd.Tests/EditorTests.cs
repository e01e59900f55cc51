using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>Projects as an editor opens them: from their project files, with the analyzers and fixes of the package.</summary>
[Collection(PackageFixture.Beside)]
public sealed class EditorTests(PackageFixture package)
{
    /// <summary>The samples, and the findings that no fix mends: their remedy is no value, or one that depends on what is not known.</summary>
    public static TheoryData<string, string[]> Samples => new()
    {
        { "QuickStart", ["Gpt2Small.scaling.json(14) SCALE1001"] },
        { "ExistingCode/ConstantsClass", ["Settings.cs(6) SCALE1004", "Settings.cs(7) SCALE0005"] },
        { "ExistingCode/ConstructorArguments", ["Program.cs(9) SCALE0005"] },
        { "ExistingCode/FactoryMethods", ["Runs.cs(44) SCALE1006"] },
        { "ExistingCode/InitProperties", ["ModelOptions.cs(12) SCALE1006"] },
        { "ExistingCode/PositionalRecord", ["GptConfig.cs(9) SCALE1006", "Program.cs(6) SCALE1006"] },
        { "ExistingCode/TwoTypes", ["Experiment.cs(38) SCALE1006", "Experiment.cs(45) SCALE1006"] },
    };

    [Theory, MemberData(nameof(Samples))]
    public async Task Workspace_OfASample_HasTheFindingsOfTheCommandLine_AndAfterItsFixesThoseWithoutOne(string path, string[] unfixable)
    {
        var sample = new Sample(package, path, "opened");
        var (_, all) = await sample.Build();
        using var editor = await Editor.Open(package, sample.ProjectFile);
        Assert.Equal(all, Names(await editor.Analyze()));

        for (var round = 0; round < 10 && await editor.Fixable() is [var id, ..]; round++)
            await editor.FixAll(id);

        Assert.True(editor.Save());
        var (_, left) = await sample.Build();
        Assert.Equal(new SortedSet<string>(unfixable, StringComparer.Ordinal), left);
        Assert.Equal(left, Names(await editor.Analyze()));
    }

    [Fact]
    public void Samples_OfExistingCode_AreAllOpened() => Assert.Equal(
        ((IEnumerable<object[]>)ExistingCodeTests.Shapes).Select(static row => $"ExistingCode/{row[0]}"),
        ((IEnumerable<object[]>)Samples).Select(static row => (string)row[0]).Skip(1));

    [Fact]
    public async Task Workspace_WithMistakesInSpecAndCode_HasNoneAfterItsFixes()
    {
        var consumer = FixTests.Mistaken(package, "editor");
        var build = await consumer.Build();
        using var editor = await Editor.Open(package, Path.Combine(consumer.Folder, "editor.csproj"));
        var found = await editor.Analyze();

        Assert.Equal(build.Problems.Distinct(StringComparer.Ordinal).Count(), found.Count(static one => one.Severity >= DiagnosticSeverity.Warning));
        await editor.FixAll("SCALE0002");
        await editor.FixAll("SCALE0004");

        Assert.Empty(await editor.Analyze());
        Assert.True(editor.Save());
        Assert.Equal(FixTests.Spec(spelt: true), await File.ReadAllTextAsync(Path.Combine(consumer.Folder, "Gpt2.scaling.json")));
        Assert.Equal(FixTests.Code(right: true), await File.ReadAllTextAsync(Path.Combine(consumer.Folder, "Code.cs")));
        Assert.Empty((await consumer.Build()).Succeeded().Problems);
    }

    private static SortedSet<string> Names(IEnumerable<Diagnostic> findings) => new(
        findings.Select(static found => (found.Id, Place: found.Location.GetLineSpan()))
            .Select(static found => Sample.Finding(found.Place.Path, found.Place.StartLinePosition.Line + 1, found.Id)),
        StringComparer.Ordinal);
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

    /// <summary>The rules of which a finding has a remedy, as the menu of the editor would show it.</summary>
    public async Task<string[]> Fixable()
    {
        var fix = Remedies();
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var found in await Analyze())
        {
            TextDocument document = found.Location.SourceTree is { } tree
                ? Project.GetDocument(tree)!
                : Project.AdditionalDocuments.Single(one => string.Equals(one.FilePath, found.Location.GetLineSpan().Path, StringComparison.Ordinal));
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, found, (_, _) => ids.Add(found.Id), CancellationToken.None));
        }

        return [.. ids];
    }

    public async Task FixAll(string id)
    {
        var fix = Remedies();
        var context = new FixAllContext(Project.Documents.First(), fix, FixAllScope.Solution, "any", [id], new Found(this), CancellationToken.None);
        var action = (await fix.GetFixAllProvider()!.GetFixAsync(context))!;
        _solution = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }

    public bool Save() => _workspace.TryApplyChanges(_solution);

    public void Dispose() => _workspace.Dispose();

    private CodeFixProvider Remedies() => Project.AnalyzerReferences.OfType<AnalyzerFileReference>().Where(IsOurs)
        .SelectMany(static reference => reference.GetAssembly().GetTypes())
        .Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(CodeFixProvider)))
        .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!)
        .Single(static provider => provider.GetFixAllProvider() is not null);

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
