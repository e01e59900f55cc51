using System.Runtime.InteropServices;

namespace ScalingSdk.Files;

/// <summary>What the framework does not tell of a file on Linux: pipe or device, owner, number of names.</summary>
internal sealed record FileStatus(int Mode, int Owner, int Group, int Names)
{
    private const int CurrentDirectory = -100;
    private const int BasicStats = 0x7ff;
    private const int TypeBits = 0xF000;
    private const int Directory = 0x4000;
    private const int Regular = 0x8000;

    /// <summary>True for a pipe, a socket or a device: reading it may never end, and there is nothing in it to replace.</summary>
    public bool IsSpecial => (Mode & TypeBits) is not (Regular or Directory);

    /// <summary>The status of a file, or of what a link names; null where there is none, and on other systems than Linux.</summary>
    public static FileStatus? Of(string path)
    {
#if NET
        if (!OperatingSystem.IsLinux())
            return null;
#else
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Linux))
            return null;
#endif
        try
        {
            // struct statx of Linux, the same for every processor (statx(2)).
            var status = new byte[256];
            return Statx(CurrentDirectory, System.Text.Encoding.UTF8.GetBytes(path + "\0"), 0, BasicStats, status) == 0
                ? new FileStatus(BitConverter.ToUInt16(status, 28), BitConverter.ToInt32(status, 20), BitConverter.ToInt32(status, 24), BitConverter.ToInt32(status, 16))
                : null;
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Gives a file the owner of this one; false where that is not allowed.</summary>
    public bool GiveOwnerTo(string path) => Chown(System.Text.Encoding.UTF8.GetBytes(path + "\0"), Owner, Group) == 0;

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, byte[] path, int flags, int mask, byte[] status);

    [DllImport("libc", EntryPoint = "chown")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Chown(byte[] path, int owner, int group);
}
