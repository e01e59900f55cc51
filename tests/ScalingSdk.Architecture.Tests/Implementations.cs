using Mono.Cecil;

namespace ScalingSdk.Architecture.Tests;

/// <summary>Which types of an assembly implement each of its interfaces.</summary>
internal static class Implementations
{
    public static Dictionary<string, List<string>> Read(Subject subject)
    {
        using var module = ModuleDefinition.ReadModule(subject.Assembly);
        var own = module.GetTypes().Where(type => type.Namespace.StartsWith(subject.Name, StringComparison.Ordinal) || type.DeclaringType is not null).ToList();
        var found = own.Where(static type => type.IsInterface).ToDictionary(static type => type.FullName, static _ => new List<string>(), StringComparer.Ordinal);
        foreach (var type in own.Where(static type => !type.IsInterface))
        {
            foreach (var name in type.Interfaces.Select(static one => one.InterfaceType.GetElementType().FullName).Where(found.ContainsKey))
                found[name].Add(type.Name);
        }

        return found;
    }
}
