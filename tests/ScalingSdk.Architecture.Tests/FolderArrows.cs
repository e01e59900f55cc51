using Mono.Cecil;

namespace ScalingSdk.Architecture.Tests;

/// <summary>Which folder uses which, read from a compiled assembly: a namespace is a folder, a subfolder is a node of its own.</summary>
/// <remarks>Constants and <c>nameof</c> leave no trace in an assembly and are not seen.</remarks>
internal sealed class FolderArrows
{
    private readonly string _root;
    private readonly SortedDictionary<(string From, string To), string> _examples = [];

    private FolderArrows(string root) => _root = root;

    /// <summary>Each arrow with one use of it, such as <c>SpecReader > JsonReader</c>.</summary>
    public IReadOnlyDictionary<(string From, string To), string> Examples => _examples;

    public static FolderArrows Read(Subject subject)
    {
        var arrows = new FolderArrows(subject.Name);
        using var module = ModuleDefinition.ReadModule(subject.Assembly);
        foreach (var type in module.GetTypes())
            arrows.ReadType(type);
        return arrows;
    }

    /// <summary>The arrows that lie on a cycle: those between folders each of which reaches the other.</summary>
    public IEnumerable<(string From, string To)> Cycles() => _examples.Keys.Where(arrow => Reaches(arrow.To, arrow.From));

    private bool Reaches(string from, string to)
    {
        HashSet<string> seen = [from];
        Queue<string> open = new(seen);
        while (open.TryDequeue(out var folder))
        {
            if (folder == to)
                return true;
            foreach (var next in _examples.Keys.Where(arrow => arrow.From == folder).Select(static arrow => arrow.To).Where(seen.Add))
                open.Enqueue(next);
        }

        return false;
    }

    private void ReadType(TypeDefinition type)
    {
        if (FolderOf(type) is not { } from)
            return;
        Use(type, from, type.BaseType);
        foreach (var used in type.Interfaces.Select(static i => i.InterfaceType).Concat(type.Fields.Select(static f => f.FieldType)).Concat(type.Properties.Select(static p => p.PropertyType)))
            Use(type, from, used);
        foreach (var method in type.Methods)
        {
            Use(type, from, method);
            foreach (var variable in method.HasBody ? method.Body.Variables : [])
                Use(type, from, variable.VariableType);
            foreach (var operand in method.HasBody ? method.Body.Instructions.Select(static i => i.Operand) : [])
                UseOperand(type, from, operand);
        }
    }

    private void UseOperand(TypeDefinition type, string from, object? operand)
    {
        switch (operand)
        {
            case MethodReference method:
                Use(type, from, method);
                break;
            case FieldReference field:
                Use(type, from, field.DeclaringType);
                Use(type, from, field.FieldType);
                break;
            case TypeReference used:
                Use(type, from, used);
                break;
        }
    }

    private void Use(TypeDefinition type, string from, MethodReference method)
    {
        Use(type, from, method.DeclaringType);
        Use(type, from, method.ReturnType);
        foreach (var parameter in method.Parameters)
            Use(type, from, parameter.ParameterType);
        foreach (var argument in method is GenericInstanceMethod generic ? generic.GenericArguments : [])
            Use(type, from, argument);
    }

    private void Use(TypeDefinition type, string from, TypeReference? used)
    {
        switch (used)
        {
            case null or GenericParameter:
                break;
            case GenericInstanceType generic:
                Use(type, from, generic.ElementType);
                foreach (var argument in generic.GenericArguments)
                    Use(type, from, argument);
                break;
            case TypeSpecification wrapped:
                Use(type, from, wrapped.ElementType);
                break;
            case { Scope: ModuleDefinition } when FolderOf(used) is { } to && to != from:
                _examples.TryAdd((from, to), $"{Outermost(type).Name} > {Outermost(used).Name}");
                break;
        }
    }

    /// <summary>The folder below the project, "(root)" for the project itself; null for what the compiler made.</summary>
    private string? FolderOf(TypeReference type)
    {
        var space = Outermost(type).Namespace;
        if (space == _root)
            return "(root)";
        return space.StartsWith(_root + ".", StringComparison.Ordinal) ? space[(_root.Length + 1)..] : null;
    }

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is not null)
            type = type.DeclaringType;
        return type;
    }
}
