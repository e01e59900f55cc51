#:package Microsoft.CodeAnalysis.CSharp

// Mutants of the library and the tool, drawn with a seed: each is compiled beside its original, and a variable of the environment chooses one.
//   dotnet run build/benchmarks/mutants.cs -- [--seed 1] [--count 20] [--folder FOLDER]
// writes a copy of the repository with the mutants into FOLDER, builds it once, and runs the tests of each area with each mutant. A mutant that
// no test kills is a line that no test would miss.
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

var seed = int.Parse(Option("--seed", "1"), CultureInfo.InvariantCulture);
var count = int.Parse(Option("--count", "20"), CultureInfo.InvariantCulture);
var folder = Option("--folder", Path.Combine(Path.GetTempPath(), "scaling-mutants"));
var root = Directory.GetCurrentDirectory();
Area[] areas =
[
    new("library", ["src/ScalingSdk/Planning", "src/ScalingSdk/Specs", "src/ScalingSdk/Text"], "tests/ScalingSdk.Tests", "FullyQualifiedName!~Site"),
    new("tool", ["src/ScalingSdk.Tool"], "tests/ScalingSdk.Tool.Tests", "FullyQualifiedName!~ProcessTests&FullyQualifiedName!~DocumentTests&FullyQualifiedName!~VisualStudioCode&FullyQualifiedName!~Emacs&FullyQualifiedName!~Neovim"),
];

foreach (var path in Run("git", ["ls-files", "-z"], root).Output.Split('\0', StringSplitOptions.RemoveEmptyEntries))
{
    Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
    File.Copy(Path.Combine(root, path), Path.Combine(folder, path), overwrite: true);
}

File.WriteAllText(Path.Combine(folder, "src/ScalingSdk/Text/Mutant.cs"), """
    namespace ScalingSdk.Text;

    internal static class Mutant
    {
        private static readonly string Active = System.Environment.GetEnvironmentVariable("SCALING_MUTANT") ?? "";

        public static bool Is(string id) => Active == id;
    }
    """);

var drawn = new List<(Area Area, string Id, Site Site)>();
foreach (var area in areas)
{
    var random = new Random(seed);
    var files = area.Folders.SelectMany(one => Directory.EnumerateFiles(Path.Combine(folder, one), "*.cs", SearchOption.AllDirectories))
        .Where(static file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.EndsWith("Mutant.cs", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
    var sites = files.SelectMany(file => Sites.Of(file, CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot())).ToArray();
    random.Shuffle(sites);
    // One a file, so that they are spread over the area; as many again stand by for those that do not compile.
    var chosen = new Queue<Site>(sites.DistinctBy(static site => site.File).Take(2 * count));
    while (chosen.Count > 0 && drawn.Count(one => one.Area == area) < count)
    {
        while (chosen.Count > 0 && drawn.Count(one => one.Area == area) < count)
        {
            var site = chosen.Dequeue();
            var id = $"{area.Name[0]}{2 * count - chosen.Count}";
            File.WriteAllText(site.File, site.Root.ReplaceNode(site.Original, site.Mutated(id)).ToFullString());
            drawn.Add((area, id, site));
        }

        var build = Run("dotnet", ["build", area.Tests, "-v", "q", "--nologo", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false"], folder);
        if (build.Code == 0)
            break;
        if (drawn.RemoveAll(one => build.Output.Contains(one.Site.File + "(", StringComparison.Ordinal) && Restore(one.Site)) == 0)
            throw new InvalidOperationException(build.Output);
    }
}

foreach (var (area, id, site) in drawn)
    Console.WriteLine($"{id,-4} {Where(site)}: {site.What}");
foreach (var area in areas)
{
    if (Test(area, "none") is var (code, output) && code != 0)
        throw new InvalidOperationException("the tests fail without a mutant:\n" + output);
    var all = drawn.Where(one => one.Area == area).ToList();
    var alive = all.Where(one => Test(area, one.Id).Code == 0).ToList();
    Console.WriteLine($"{area.Name}: {all.Count - alive.Count} of {all.Count} killed");
    foreach (var (_, id, site) in alive)
        Console.WriteLine($"  survived: {id} {Where(site)}: {site.What}");
}

return 0;

bool Restore(Site site)
{
    File.WriteAllText(site.File, site.Root.ToFullString());
    return true;
}

string Where(Site site) => $"{Path.GetRelativePath(folder, site.File)}({site.Original.GetLocation().GetLineSpan().StartLinePosition.Line + 1})";

(int Code, string Output) Test(Area area, string mutant) => Run("dotnet", ["test", area.Tests, "--no-build", "--nologo", "--filter", area.Filter, "--", "xUnit.StopOnFail=true"], folder, mutant);

string Option(string name, string unless) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : unless;

static (int Code, string Output) Run(string program, string[] arguments, string folder, string mutant = "")
{
    var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
    start.Environment["SCALING_MUTANT"] = mutant;
    using var process = Process.Start(start)!;
    var error = process.StandardError.ReadToEndAsync();
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return (process.ExitCode, output + error.Result);
}

internal sealed record Area(string Name, string[] Folders, string Tests, string Filter);

/// <summary>A place in the code that can be mutated.</summary>
internal sealed record Site(string File, SyntaxNode Root, SyntaxNode Original, Func<string, SyntaxNode> Mutated, string What);

internal static class Sites
{
    private static readonly Dictionary<SyntaxKind, SyntaxKind> Operators = new()
    {
        [SyntaxKind.AddExpression] = SyntaxKind.SubtractExpression,
        [SyntaxKind.SubtractExpression] = SyntaxKind.AddExpression,
        [SyntaxKind.MultiplyExpression] = SyntaxKind.DivideExpression,
        [SyntaxKind.DivideExpression] = SyntaxKind.MultiplyExpression,
        [SyntaxKind.LessThanExpression] = SyntaxKind.LessThanOrEqualExpression,
        [SyntaxKind.LessThanOrEqualExpression] = SyntaxKind.GreaterThanExpression,
        [SyntaxKind.GreaterThanExpression] = SyntaxKind.GreaterThanOrEqualExpression,
        [SyntaxKind.GreaterThanOrEqualExpression] = SyntaxKind.LessThanExpression,
        [SyntaxKind.EqualsExpression] = SyntaxKind.NotEqualsExpression,
        [SyntaxKind.NotEqualsExpression] = SyntaxKind.EqualsExpression,
        [SyntaxKind.LogicalAndExpression] = SyntaxKind.LogicalOrExpression,
        [SyntaxKind.LogicalOrExpression] = SyntaxKind.LogicalAndExpression,
    };

    private static readonly Dictionary<string, string> Methods = new(StringComparer.Ordinal)
    {
        ["Any"] = "All", ["All"] = "Any", ["First"] = "Last", ["Last"] = "First", ["FirstOrDefault"] = "LastOrDefault", ["Min"] = "Max", ["Max"] = "Min",
        ["OrderBy"] = "OrderByDescending", ["Floor"] = "Ceiling", ["Ceiling"] = "Floor", ["TakeWhile"] = "SkipWhile",
    };

    public static IEnumerable<Site> Of(string file, SyntaxNode root) => root.DescendantNodes().Where(IsSwitchable).SelectMany(node => Mutants(node).Select(mutant =>
        new Site(file, root, node, id => Chosen(id, node, mutant), $"{Short(node)}  =>  {Short(mutant)}")));

    private static IEnumerable<SyntaxNode> Mutants(SyntaxNode node)
    {
        switch (node)
        {
            case BinaryExpressionSyntax binary when Operators.TryGetValue(binary.Kind(), out var other) && !(binary.IsKind(SyntaxKind.AddExpression) && HasText(binary)):
                yield return ParseExpression($"{binary.Left} {SyntaxFacts.GetText(Token(other))} {binary.Right}");
                break;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                yield return ParseExpression($"({not.Operand})");
                break;
            case ConditionalExpressionSyntax conditional:
                yield return ParseExpression($"{conditional.Condition} ? {conditional.WhenFalse} : {conditional.WhenTrue}");
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression, Token.Value: int or double } number:
                yield return ParseExpression($"({number} + 1)");
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression }:
                yield return ParseExpression("false");
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression }:
                yield return ParseExpression("true");
                break;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.Text: var name } } access } call when Methods.TryGetValue(name, out var method):
                yield return ParseExpression($"{access.Expression}.{method}{call.ArgumentList}");
                break;
            case ExpressionStatementSyntax { Expression: InvocationExpressionSyntax }:
                yield return EmptyStatement();
                break;
        }
    }

    private static SyntaxKind Token(SyntaxKind expression) => expression switch
    {
        SyntaxKind.AddExpression => SyntaxKind.PlusToken,
        SyntaxKind.SubtractExpression => SyntaxKind.MinusToken,
        SyntaxKind.MultiplyExpression => SyntaxKind.AsteriskToken,
        SyntaxKind.DivideExpression => SyntaxKind.SlashToken,
        SyntaxKind.LessThanOrEqualExpression => SyntaxKind.LessThanEqualsToken,
        SyntaxKind.GreaterThanExpression => SyntaxKind.GreaterThanToken,
        SyntaxKind.GreaterThanOrEqualExpression => SyntaxKind.GreaterThanEqualsToken,
        SyntaxKind.LessThanExpression => SyntaxKind.LessThanToken,
        SyntaxKind.EqualsExpression => SyntaxKind.EqualsEqualsToken,
        SyntaxKind.NotEqualsExpression => SyntaxKind.ExclamationEqualsToken,
        SyntaxKind.LogicalAndExpression => SyntaxKind.AmpersandAmpersandToken,
        _ => SyntaxKind.BarBarToken,
    };

    private static SyntaxNode Chosen(string id, SyntaxNode original, SyntaxNode mutant) => original is StatementSyntax
        ? ParseStatement($"if (!global::ScalingSdk.Text.Mutant.Is(\"{id}\")) {original}")
        : ParseExpression($"(global::ScalingSdk.Text.Mutant.Is(\"{id}\") ? ({mutant}) : ({original.WithoutTrivia()}))").WithTriviaFrom(original);

    // What a constant, a pattern or an attribute is made of cannot be chosen at run time; a variable that a pattern declares would be declared twice.
    private static bool IsSwitchable(SyntaxNode node) =>
        !node.Ancestors().Any(static above => above is AttributeSyntax or PatternSyntax or CaseSwitchLabelSyntax or EqualsValueClauseSyntax { Parent: ParameterSyntax or EnumMemberDeclarationSyntax }
            or FieldDeclarationSyntax { Modifiers: var modifiers } && modifiers.Any(SyntaxKind.ConstKeyword)
            || above is LocalDeclarationStatementSyntax { IsConst: true } or EnumMemberDeclarationSyntax)
        && !node.DescendantNodesAndSelf().Any(static below => below is VariableDesignationSyntax or DeclarationExpressionSyntax or ThrowExpressionSyntax);

    private static bool HasText(SyntaxNode node) => node.DescendantNodes().Any(static below => below is InterpolatedStringExpressionSyntax || below.IsKind(SyntaxKind.StringLiteralExpression));

    private static string Short(SyntaxNode node) => node is EmptyStatementSyntax
        ? "nothing"
        : string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 90 } text ? text[..90] + "..." : string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
