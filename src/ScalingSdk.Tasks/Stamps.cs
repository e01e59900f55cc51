namespace ScalingSdk.Tasks;

/// <summary>Files that say what was done. Their names end in a hash of what it was done for and an extension: <c>plans.1234.txt</c>.</summary>
internal static class Stamps
{
    /// <summary>Deletes the stamp and those of other hashes, and makes its folder.</summary>
    public static void Forget(string stamp)
    {
        var folder = Path.GetDirectoryName(stamp)!;
        Directory.CreateDirectory(folder);
        var name = Path.GetFileNameWithoutExtension(stamp);
        var before = name.Substring(0, name.LastIndexOf('.') + 1);
        foreach (var file in Directory.GetFiles(folder, before + "*" + Path.GetExtension(stamp)))
            File.Delete(file);
    }
}
