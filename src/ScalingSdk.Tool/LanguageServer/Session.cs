using ScalingSdk.Reports;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.LanguageServer.Protocol;
using ScalingSdk.Tool.Reports;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>What a client has open and can do, and the answer to each of its messages.</summary>
internal sealed class Session(EditorClient editor, Terminal terminal)
{
    /// <summary>Writes the report of a spec and shows it.</summary>
    public const string OpenReport = "scaling.openReport";

    private readonly DocumentStore _documents = new(terminal);
    private ClientCapabilities? _client;
    private InitializationOptions _options = new();

    private bool Related => _client?.TextDocument?.PublishDiagnostics?.RelatedInformation == true;

    public InitializeAnswer Initialize(InitializeRequest request)
    {
        (_client, _options) = (request.Capabilities, request.InitializationOptions ?? new());
        return new(new ServerCapabilities(
            new SyncOptions(OpenClose: true, Change: 1), HoverProvider: true, new CompletionOptions(["\""]),
            new CodeActionOptions([CodeActionAnswers.QuickFix, CodeActionAnswers.FixAll]), new ResolveOptions(false), DocumentSymbolProvider: true,
            new ResolveOptions(false), FoldingRangeProvider: true, new RenameOptions(PrepareProvider: true), new CommandOptions([OpenReport])), new ServerInfo("scaling", ToolVersion.Text));
    }

    public void Initialized()
    {
        if (_client?.Workspace?.DidChangeWatchedFiles?.DynamicRegistration == true)
            editor.WatchFiles();
    }

    public void Opened(DidOpen opened) => Put(new Document(opened.TextDocument.Uri, opened.TextDocument.Version, opened.TextDocument.Text));

    public void Changed(DidChange changed)
    {
        if (_documents.Find(changed.TextDocument.Uri)?.With(changed.TextDocument.Version ?? 0, changed.ContentChanges) is { } document)
            Put(document);
    }

    public void Closed(DocumentRequest closed)
    {
        if (_documents.Remove(closed.TextDocument.Uri) is not { } document)
            return;
        if (document.IsSpec)
            editor.Publish(document.Uri, version: null, []);
        Refresh(document.Path);
    }

    /// <summary>Files on disk have changed: the open specs that name one of them are planned again. Installing packages changes thousands of others.</summary>
    public void FilesChanged(DidChangeFiles files)
    {
        var changed = files.Changes.Select(static file => DocumentPath.Of(file.Uri)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var specs = _documents.Specs.Where(spec => spec.Inputs.Any(changed.Contains)).ToList();
        if (specs.Count == 0)
            return;
        foreach (var spec in specs)
        {
            spec.Forget();
            Publish(spec);
        }

        if (_client?.Workspace?.CodeLens?.RefreshSupport == true)
            editor.RefreshLenses();
    }

    public Hover? Hover(PlaceRequest request) => _documents.FindSpec(request.TextDocument.Uri) is { } document
        ? HoverAnswers.At(document, Result(document), document.OffsetOf(request.Position), _options.SchemaHover)
        : null;

    public CompletionItem[] Complete(PlaceRequest request) => _documents.FindSpec(request.TextDocument.Uri) is { } document
        ? CompletionAnswers.At(document, document.OffsetOf(request.Position), _client?.TextDocument?.Completion?.CompletionItem?.SnippetSupport == true)
        : [];

    public CodeAction[] CodeActions(CodeActionRequest request) => _documents.FindSpec(request.TextDocument.Uri) is { } document
        ? CodeActionAnswers.Of(document, Result(document), request, _documents.ReadFile)
        : [];

    /// <summary>The plan in one line above the spec.</summary>
    public CodeLens[] CodeLenses(DocumentRequest request)
    {
        if (_documents.FindSpec(request.TextDocument.Uri) is not { } document || Result(document).Plan is not { } plan)
            return [];
        var first = new Stretch(new Position(0, 0), new Position(0, 0));
        return [new(first, new Command(plan.Summary(), OpenReport, [document.Uri])), new(first, new Command("Open report", OpenReport, [document.Uri]))];
    }

    public DocumentSymbol[] Symbols(DocumentRequest request) => _documents.FindSpec(request.TextDocument.Uri) is { } document ? OutlineAnswers.Symbols(document) : [];

    public DocumentLink[] Links(DocumentRequest request) => _documents.FindSpec(request.TextDocument.Uri) is { } document ? OutlineAnswers.Links(document) : [];

    public FoldingRange[] Folds(DocumentRequest request) => _documents.FindSpec(request.TextDocument.Uri) is { } document ? OutlineAnswers.Folds(document) : [];

    public RenameTarget? Renames(PlaceRequest request) => _documents.FindSpec(request.TextDocument.Uri) is { } document
        ? RenameAnswers.At(document, document.OffsetOf(request.Position))
        : null;

    public WorkspaceEdit? Rename(RenameRequest request) => _documents.FindSpec(request.TextDocument.Uri) is { } document
        ? RenameAnswers.To(document, document.OffsetOf(request.Position), request.NewName)
        : null;

    /// <summary>Runs a command.</summary>
    /// <returns>The address of the page that was written; null where the spec has no plan.</returns>
    public string? Execute(CommandRequest request)
    {
        if (!string.Equals(request.Command, OpenReport, StringComparison.Ordinal) || request.Arguments is not [{ } uri, ..]
            || _documents.FindSpec(uri) is not { } document || Result(document) is not { Plan: not null } result)
            return null;
        var view = SpecInput.FromText(terminal, document.Path, document.Text, []).View(result, CancellationToken.None);
        var path = Path.Combine(Directory.CreateTempSubdirectory("scaling-report-").FullName, view.Plan.Spec.Name + ".html");
        File.WriteAllText(path, HtmlReport.Write([("", view)], [], [], new()));
        var page = DocumentPath.ToUri(path)!;
        if (_client?.Window?.ShowDocument?.Support == true)
            editor.Show(page);
        return page;
    }

    private SpecResult Result(Document document) => document.Result(_documents.ReadFile);

    private void Put(Document document)
    {
        _documents.Put(document);
        if (document.IsSpec)
            Publish(document);
        Refresh(document.Path);
    }

    /// <summary>Plans again what names this file.</summary>
    private void Refresh(string path)
    {
        foreach (var spec in _documents.Specs.Where(spec => spec.Inputs.Contains(path)))
        {
            spec.Forget();
            Publish(spec);
        }
    }

    private void Publish(Document document) =>
        editor.Publish(document.Uri, document.Version, [.. Result(document).Findings.Select(finding => DiagnosticAnswers.Of(document, finding, Related))]);
}
