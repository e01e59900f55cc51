using CsCheck;
using ScalingSdk.Json;
using ScalingSdk.Json.Editing;
using ScalingSdk.Tests.Text;
using ScalingSdk.Text;

namespace ScalingSdk.Tests.Specs;

/// <summary>On generated documents with comments in every place: an edit does what it says, and leaves all other members as they are.</summary>
public sealed class SpecEditorPropertyTests
{
    private static readonly Gen<(string Text, JsonObject Root)> Objects = JsonDocuments.Valid
        .Select(static text => (Text: text, Root: (JsonReader.Read(text).Root as JsonObject)!))
        .Where(static document => document.Root is not null);

    [Fact]
    public void Set_ANewKey_AddsItAndNothingElse() => Objects.Sample(static document =>
    {
        var edited = SpecEditor.Apply(document.Text, [SpecEdit.Set("{ \"x\": [1] }", "a new key")]);

        Assert.Equal([.. Members(document.Text), "\"a new key\"={ \"x\": [1] }"], Members(edited!));
        Assert.Equal(Comments(document.Text), Comments(edited!));
    }, iter: 2000);

    [Fact]
    public void Remove_EachKey_TakesItAndNothingElse() => Objects.Sample(static document =>
    {
        foreach (var member in document.Root.Members)
        {
            var edited = SpecEditor.Apply(document.Text, [SpecEdit.Remove(member.Name)]);

            Assert.Equal(Members(document.Text).Where((_, index) => !ReferenceEquals(document.Root.Members[index], member)), Members(edited!));
        }
    }, iter: 2000);

    [Fact]
    public void Set_AKeyThatIsThere_ChangesItsValueAlone() => Objects.Sample(static document =>
    {
        foreach (var member in document.Root.Members)
        {
            var edited = SpecEditor.Apply(document.Text, [SpecEdit.Set("7", member.Name)]);

            Assert.Equal(document.Text.Remove(member.Value.Span.Start, member.Value.Span.Length).Insert(member.Value.Span.Start, "7"), edited);
        }
    }, iter: 2000);

    [Fact]
    public void Apply_ToBrokenText_ThrowsNothing() =>
        JsonDocuments.Mutated.Sample(static text => _ = SpecEditor.Apply(text, [SpecEdit.Set("1", "a", "b"), SpecEdit.Remove("b"), SpecEdit.Rename("c", "a")]), iter: 5000);

    private static string[] Members(string text) =>
        [.. ((JsonObject)JsonReader.Read(text).Root!).Members.Select(member => Cut(text, member.NameSpan) + "=" + Cut(text, member.Value.Span))];

    // Outside of what stands in members: between them, where an edit could lose a comment.
    private static int Comments(string text)
    {
        var rest = text;
        foreach (var member in ((JsonObject)JsonReader.Read(text).Root!).Members.Reverse())
            rest = rest.Remove(member.NameSpan.Start, member.NameSpan.Length + member.Value.Span.End - member.NameSpan.End).Insert(member.NameSpan.Start, " ");
        return rest.Split("/*").Length + rest.Split("//").Length;
    }

    private static string Cut(string text, SourceSpan span) => text.Substring(span.Start, span.Length);
}
