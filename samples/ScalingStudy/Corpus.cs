using System.Runtime.InteropServices;
using System.Text;
using System.Xml;

namespace ScalingStudy;

/// <summary>
/// The text that every .NET installation has: the members of the XML documentation files of its reference packs, each once, split
/// by a hash of the member. One byte is one token; the vocabulary is ASCII.
/// </summary>
internal sealed class Corpus
{
    private const int HeldOutOf = 20;

    private Corpus(byte[] training, byte[] validation) => (Training, Validation) = (training, validation);

    public byte[] Training { get; }

    public byte[] Validation { get; }

    /// <summary>The packs of this installation; the message says where they were looked for.</summary>
    public static Corpus OfReferencePacks()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var packs = Path.Combine(root, "packs");
        var files = Directory.Exists(packs) ? Directory.GetFiles(packs, "*.xml", SearchOption.AllDirectories) : [];
        if (files.Length == 0)
            throw new FileNotFoundException($"no XML documentation lies below '{packs}'; install the .NET SDK, whose reference packs hold it");
        return Of(files.Order(StringComparer.Ordinal).SelectMany(Members));
    }

    /// <summary>Members in the order of their hash: the same text on every machine with the same packs.</summary>
    public static Corpus Of(IEnumerable<string> members)
    {
        var sorted = members.Distinct(StringComparer.Ordinal).Select(static text => (Hash: Hash(text), Text: text)).OrderBy(static m => m.Hash).ToList();
        return new(
            Bytes(sorted.Where(static m => m.Hash % HeldOutOf != 0).Select(static m => m.Text)),
            Bytes(sorted.Where(static m => m.Hash % HeldOutOf == 0).Select(static m => m.Text)));
    }

    private static IEnumerable<string> Members(string file)
    {
        using var xml = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, IgnoreWhitespace = true });
        xml.Read();
        while (!xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Name == "member")
                yield return xml.ReadOuterXml();
            else
                xml.Read();
        }
    }

    private static byte[] Bytes(IEnumerable<string> members) =>
        Encoding.ASCII.GetBytes(string.Join("\n", members));

    // FNV-1a: the same in every process, unlike string.GetHashCode.
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
            hash = (hash ^ c) * 1099511628211UL;
        return hash ^ (hash >> 32);
    }
}
