using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>A project as an editor has it: one file of code and its specs.</summary>
internal sealed class Workspace : IDisposable
{
    private const string Folder = "/home/me/app/";

    private readonly AdhocWorkspace _workspace = new();

    public Workspace(string code, params (string Path, string Text)[] specs)
    {
        var id = ProjectId.CreateNewId();
        var project = ProjectInfo.Create(
            id, VersionStamp.Create(), "App", "App", LanguageNames.CSharp, Folder + "App.csproj",
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary), metadataReferences: Platforms.Running);
        var solution = _workspace.CurrentSolution.AddProject(project)
            .AddDocument(DocumentId.CreateNewId(id), "Code.cs", SourceText.From("using ScalingSdk;\n" + code), filePath: Folder + "Code.cs");
        foreach (var (path, text) in specs)
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), SourceText.From(text), filePath: Folder + path);
        Solution = solution;
    }

    public Solution Solution { get; private set; }

    public Document Code => Project.Documents.Single();

    private Microsoft.CodeAnalysis.Project Project => Solution.Projects.Single();

    /// <summary>The code without its first line, which names the library.</summary>
    public async Task<string> CodeText() => (await Code.GetTextAsync()).ToString()["using ScalingSdk;\n".Length..];

    public async Task<string> SpecText(string name) =>
        (await Project.AdditionalDocuments.Single(document => document.Name == name).GetTextAsync()).ToString();

    public async Task<ImmutableArray<Diagnostic>> Analyze()
    {
        var compilation = (await Project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error));
        return await compilation
            .WithAnalyzers([new SpecFileAnalyzer(), new SpecReferenceAnalyzer(), new ConfigTypeAnalyzer(), new NamedConstructionAnalyzer(), new KeyAttributeAnalyzer()], Project.AnalyzerOptions)
            .GetAnalyzerDiagnosticsAsync();
    }

    /// <summary>What a fix offers for a diagnostic on code.</summary>
    public async Task<CodeAction[]> Offers(CodeFixProvider fix, Diagnostic diagnostic)
    {
        var offers = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(Code, diagnostic, (action, _) => offers.Add(action), CancellationToken.None));
        return [.. offers];
    }

    /// <summary>What a fix offers for a diagnostic on the line of a spec.</summary>
    public async Task<CodeAction[]> OffersInSpec(CodeFixProvider fix, Diagnostic diagnostic)
    {
        var offers = new List<CodeAction>();
        var document = Project.AdditionalDocuments.Single(document => document.FilePath == diagnostic.Location.GetLineSpan().Path);
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offers.Add(action), CancellationToken.None));
        return [.. offers];
    }

    /// <summary>What a refactoring offers at the first place of a text in the code.</summary>
    public async Task<CodeAction[]> Offers(CodeRefactoringProvider refactoring, string at)
    {
        var offers = new List<CodeAction>();
        var start = (await Code.GetTextAsync()).ToString().IndexOf(at, StringComparison.Ordinal);
        await refactoring.ComputeRefactoringsAsync(new CodeRefactoringContext(Code, new TextSpan(start, 0), offers.Add, CancellationToken.None));
        return [.. offers];
    }

    /// <summary>Fixes all diagnostics of an id, as an editor and 'dotnet format' do.</summary>
    public async Task FixAll(CodeFixProvider fix, string id, FixAllScope scope)
    {
        var context = new FixAllContext(Code, fix, scope, "any", [id], new Found(this), CancellationToken.None);
        await Apply((await fix.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    public async Task Apply(CodeAction action)
    {
        var operation = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(CancellationToken.None)));
        Solution = operation.ChangedSolution;
    }

    public void Dispose() => _workspace.Dispose();

    private sealed class Found(Workspace workspace) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Microsoft.CodeAnalysis.Project project, CancellationToken cancellationToken) =>
            await workspace.Analyze();

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await workspace.Analyze()).Where(static found => found.Location.IsInSource);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Microsoft.CodeAnalysis.Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
