using System.Runtime.InteropServices;

namespace TinyGpt;

/// <summary>Whether libtorch can be loaded here. Asked before TorchSharp, which would search for it and print where.</summary>
public static class Torch
{
    /// <summary>What is missing, for people; null where nothing is.</summary>
    public static string? WhatIsMissing()
    {
        string[] files = OperatingSystem.IsWindows() ? ["torch_cpu.dll", "LibTorchSharp.dll"]
            : OperatingSystem.IsMacOS() ? ["libtorch_cpu.dylib", "libLibTorchSharp.dylib"]
            : ["libtorch_cpu.so", "libLibTorchSharp.so"];
        foreach (var file in files)
        {
            if (Find(file) is not { } path)
                return $"'{file}' is missing: libtorch comes with '-p:LibTorch=cpu' behind 'dotnet run' (0.6 GB on disk)";
            try
            {
                NativeLibrary.Load(path);
            }
            catch (DllNotFoundException problem)
            {
                return $"'{file}' does not load: {WhatTheSystemSays(problem.Message)}";
            }
        }

        return null;
    }

    private static string? Find(string file) => new[]
    {
        Path.Combine(AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native", file),
        Path.Combine(AppContext.BaseDirectory, file),
    }.FirstOrDefault(File.Exists);

    private static string WhatTheSystemSays(string message)
    {
        var lines = message.Split('\n');
        return lines.FirstOrDefault(static line => line.Contains("GLIBCXX", StringComparison.Ordinal)) is { } runtime
            ? $"{runtime.Trim()}; that is the C++ runtime of GCC 13 (Debian 13, Ubuntu 24.04), and this system's is older"
            : lines[0];
    }
}
