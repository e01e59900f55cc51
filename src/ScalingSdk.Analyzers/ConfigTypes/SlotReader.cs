using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>Reads what the members of one object have: arguments, initializers and <c>with</c> over the type's defaults.</summary>
internal sealed partial class SlotReader
{
    private const int MostBases = 16;
    private const int DeepestNesting = 4;

    private readonly Dictionary<string, Slot> _slots = new(StringComparer.Ordinal);
    private readonly Dictionary<IParameterSymbol, IOperation> _arguments = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private IOperation? _self;
    private SlotReader? _builder;
    private int _rank;

    public SlotReader(INamedTypeSymbol type, ProjectCode code, int nesting = 0)
    {
        (Type, Code, Nesting) = (type, code, nesting);
        Sources = new InitializerSource(code.Compilation, code.Cancellation);
        Folder = new ConstantFolder(Sources, Value, OfObject);
    }

    public INamedTypeSymbol Type { get; }

    public ProjectCode Code { get; }

    public int Nesting { get; }

    public InitializerSource Sources { get; }

    public ConstantFolder Folder { get; }

    /// <summary>The method of a run whose part this is; null elsewhere.</summary>
    public SlotReader? Holder { get; set; }

    /// <summary>What the modules of a run are given: a size that stands at several places is not changed at one.</summary>
    public List<IOperation> Mentioned { get; } = [];

    /// <summary>What counts where neither this object nor the objects in it state a value: the locals of a method.</summary>
    public SlotReader? Fallback { get; set; }

    public IEnumerable<Slot> Slots => _slots.Values.Where(static slot => slot.Name.IndexOf('.') < 0);

    public Slot? Find(string name) => _slots.TryGetValue(name, out var slot) ? slot : null;

    public Folded Fold(Slot slot) => slot.Known ?? (slot.Scope ?? Folder).Fold(slot.Value);

    /// <summary>Reads a construction; false where it is not to be seen what it starts from.</summary>
    public bool Fill(IOperation? operation, INamedTypeSymbol type, int depth = 0)
    {
        if (depth > MostBases)
            return false;
        switch (operation)
        {
            case IObjectCreationOperation creation:
                AddDefaults(type, creation.Constructor);
                AddArguments(creation.Arguments);
                ShowAtParameters();
                AddInitializers(creation.Initializer);
                return true;
            case ITypeParameterObjectCreationOperation:
                return FillDefaults(type);
            case IWithOperation with when Fill(with.Operand, type, depth + 1):
                AddInitializers(with.Initializer);
                return true;
            case IConversionOperation conversion:
                return Fill(conversion.Operand, type, depth);
            case IInvocationOperation call:
                return FillCall(call, type, depth);
            case ILocalReferenceOperation local when Sources.OfLocal(local) is { } start && Fill(start, type, depth + 1):
                AddAssignmentsAfter(start.Syntax);
                return true;
            case IParameterReferenceOperation parameter when _arguments.TryGetValue(parameter.Parameter.OriginalDefinition, out var argument):
                return Fill(argument, type, depth + 1);
            case IInstanceReferenceOperation when _self is { } self:
                return Fill(self, type, depth + 1);
            case IPropertyReferenceOperation { Property.IsIndexer: true } or IArrayElementReferenceOperation or ISwitchExpressionOperation or IConditionalOperation or ICoalesceOperation:
                return Folder.Choice(operation) is { } chosen && Fill(chosen, type, depth + 1);
            case IPropertyReferenceOperation { Property.IsStatic: false, Instance: IInvocationOperation { TargetMethod: var method, Type: INamedTypeSymbol whole } call } part when RuntimeValues.IsReading(method) && Nesting < DeepestNesting:
                var holder = new SlotReader(whole, Code, Nesting + 1);
                return holder.Fill(call, whole, depth + 1) && holder.Find(part.Property.Name) is { } slot && SlotParts.Fill(this, slot, holder, type);
            case IMemberReferenceOperation { Member.IsStatic: true } member when Fill(Sources.OfReadOnly(member.Member), type, depth + 1):
                ForgetShared(member.Member.Name);
                return true;
            default:
                return false;
        }
    }

    /// <summary>What 'new' without arguments gives; false where a type cannot be constructed so.</summary>
    public bool FillDefaults(INamedTypeSymbol type)
    {
        var constructor = type.InstanceConstructors
            .Where(static one => one.Parameters.All(static parameter => parameter.IsOptional))
            .OrderBy(static one => one.Parameters.Length)
            .FirstOrDefault();
        if (constructor is null || type.IsAbstract)
            return false;
        FillWith(type, constructor);
        return true;
    }

    /// <summary>What an object has that a serializer makes, before it sets what is read: of a record with parameters, those that may be left out.</summary>
    public bool FillRead(INamedTypeSymbol type)
    {
        if (FillDefaults(type))
            return true;
        if (type.IsAbstract || type.InstanceConstructors.Where(static one => one is { IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal }).OrderByDescending(static one => one.Parameters.Length).FirstOrDefault() is not { } constructor)
            return false;
        FillWith(type, constructor);
        return true;
    }

    private void FillWith(INamedTypeSymbol type, IMethodSymbol constructor)
    {
        AddDefaults(type, constructor);
        _rank++;
        foreach (var parameter in constructor.Parameters.Where(static parameter => parameter.IsOptional))
        {
            if (IsOfMember(parameter))
                Folder.Bind(parameter, Folder.Fold(Sources.Of(parameter)));
            else
                Add(parameter.Name, Sources.Of(parameter));
        }

        ShowAtParameters();
    }

    // 'record P(int Width) { public int Width { get; init; } = (Width + 63) / 64 * 64; }': the member has what its initializer makes of the parameter.
    private bool IsOfMember(IParameterSymbol parameter) => Find(parameter.Name) is { Value: { } value } && Member(parameter.Name) is not null && InitializerSource.Bare(value) is not IParameterReferenceOperation
        && value.DescendantsAndSelf().Any(one => one is IParameterReferenceOperation own && SymbolEqualityComparer.Default.Equals(own.Parameter.OriginalDefinition, parameter.OriginalDefinition));

    /// <summary>What arguments state of their parameters.</summary>
    public void AddArguments(IEnumerable<IArgumentOperation> arguments)
    {
        _rank++;
        foreach (var argument in arguments.Where(static argument => argument.Parameter is not null))
        {
            var stated = argument.ArgumentKind == ArgumentKind.Explicit;
            if (IsOfMember(argument.Parameter!))
            {
                Folder.Bind(argument.Parameter!, Folder.Fold(argument.Value));
                continue;
            }

            Add(argument.Parameter!.Name, argument.Value, stated ? argument.Value.Syntax : Sources.Of(argument.Parameter)?.Syntax);
        }
    }

    /// <summary>What an initializer assigns.</summary>
    public void AddInitializers(IObjectOrCollectionInitializerOperation? initializer)
    {
        _rank++;
        foreach (var one in initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (one is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment)
                Add(target.Member.Name, assignment.Value);
            else if (one is IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation inner } nested)
                _slots[inner.Member.Name] = (Find(inner.Member.Name) ?? new Slot(inner.Member.Name, null, null, _rank)) with { Overlay = nested.Initializer, Type = inner.Type };
        }
    }

    /// <summary>What a body assigns, statement by statement.</summary>
    /// <param name="assignments">Each member with what is assigned to it; of another object's, its name after that of the member that has the object.</param>
    public void AddBody(IEnumerable<(string Member, ExpressionSyntax? Value)> assignments)
    {
        _rank++;
        foreach (var (member, value) in assignments)
            Add(member, value is null ? null : Sources.OperationOf(value), value);
    }

    public void Add(string name, IOperation? value) => Add(name, value, value?.Syntax);

    /// <summary>What a file states of a member.</summary>
    public void Add(Slot slot) => _slots[slot.Name] = slot with { Rank = _rank };

    public void NextRank() => _rank++;

    private void Add(string name, IOperation? value, SyntaxNode? origin)
    {
        var member = Member(name);
        var isChanged = SetterBody.Changes(member, Code);
        _slots[name] = new Slot(name, isChanged ? null : value, OfBuilder(value) ?? origin, _rank)
        {
            Scope = _builder?.Folder,
            Type = value is null || isChanged ? TypeOf(member) : null,
        };
        if (SetterBody.Forwards(member, Code) is { } target && Member(target) is { IsStatic: false } other)
            _slots[target] = _slots[name] with { Name = target, Type = _slots[name].Type is null ? null : TypeOf(other) };
    }

    /// <summary>What code assigns to members of the object that a member has: '_settings.Width = 768'.</summary>
    public void AddInner(string holder, SlotReader outer)
    {
        _rank++;
        foreach (var slot in outer._slots.Values.Where(slot => slot.Name.StartsWith(holder + ".", StringComparison.Ordinal)).ToList())
            _slots[slot.Name.Substring(holder.Length + 1)] = slot with { Name = slot.Name.Substring(holder.Length + 1), Rank = _rank, Scope = slot.Scope ?? outer.Folder };
    }

    /// <summary>The member of this name, the type's own or a base's.</summary>
    public ISymbol? Member(string name)
    {
        for (INamedTypeSymbol? current = Type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).FirstOrDefault() is { } member)
                return member;
        }

        return null;
    }

    // What a builder was told is shown where it was told.
    private SyntaxNode? OfBuilder(IOperation? value) =>
        InitializerSource.Bare(value) is IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member.Name: var member } ? _builder?.Find(member)?.Origin : null;

    private bool FillCall(IInvocationOperation call, INamedTypeSymbol type, int depth)
    {
        if (RuntimeValues.Read(call, type, this) is { } read)
            return read;
        var method = call.TargetMethod;
        if (Code.Declarations(method) is not [var declaration] || method.IsVirtual || method.IsAbstract || method.IsOverride)
            return false;
        foreach (var argument in call.Arguments.Where(static argument => argument.Parameter is not null))
        {
            _arguments[argument.Parameter!.OriginalDefinition] = argument.Value;
            Folder.Bind(argument.Parameter!, Folder.Fold(argument.Value));
        }

        var given = Sources.Of(method);
        var filled = call.Instance switch
        {
            null => Fill(given, type, depth + 1),
            { Type: INamedTypeSymbol own } start when SymbolEqualityComparer.Default.Equals(own, type) => FillFluent(start, given, declaration.GetSyntax(Code.Cancellation), type, depth),
            { Type: INamedTypeSymbol builder } start when !Code.Declarations(builder).IsEmpty => FillBuilt(start, builder, given, type, depth),
            _ => false,
        };
        if (!filled)
            return false;
        ShowAtArguments(call);
        ForgetSet(call, ofInstance: false);
        foreach (var lambda in call.Arguments.SelectMany(static argument => LambdasOf(argument)))
            AddBody(ConstructorBody.Assignments(lambda.Body, lambda.Parameter));
        return true;
    }

    /// <summary>A setter that returns its object, or a 'this with'.</summary>
    private bool FillFluent(IOperation start, IOperation? given, SyntaxNode declaration, INamedTypeSymbol type, int depth)
    {
        if (given is not IInstanceReferenceOperation)
        {
            _self = start;
            return Fill(given, type, depth + 1);
        }

        if (ConstructorBody.Of(declaration) is not { } body || ConstructorBody.CallsItself(body) || !Fill(start, type, depth + 1))
            return false;
        AddBody(ConstructorBody.Assignments(body));
        return true;
    }

    /// <summary>What a builder gives: the members that its last method names are the builder's.</summary>
    private bool FillBuilt(IOperation start, INamedTypeSymbol builder, IOperation? given, INamedTypeSymbol type, int depth)
    {
        if (Nesting >= DeepestNesting)
            return false;
        var inner = new SlotReader(builder, Code, Nesting + 1);
        if (!inner.Fill(start, builder, depth + 1))
            return false;
        if (given is IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member.Name: var held } && inner.Find(held) is { Value: { } value })
        {
            if (!Fill(value, type, depth + 1))
                return false;
            AddInner(held, inner);
            return true;
        }

        if (given is not IObjectCreationOperation creation)
            return false;
        AddDefaults(type, creation.Constructor);
        _builder = inner;
        AddArguments(creation.Arguments);
        AddInitializers(creation.Initializer);
        _builder = null;
        return true;
    }

    // What a constructor makes of its parameters, also through 'this(...)', is shown at the arguments.
    private void ShowAtParameters()
    {
        foreach (var slot in _slots.Values.ToList())
        {
            var shown = slot;
            for (var steps = 0; steps < MostBases && InitializerSource.Bare(shown.Value) is IParameterReferenceOperation { Parameter.Name: var name } && Find(name) is { Value: not null, Origin: not null } stated && !string.Equals(stated.Name, shown.Name, StringComparison.Ordinal); steps++)
            {
                Take(shown, stated);
                shown = stated;
            }

            if (shown != slot)
                _slots[slot.Name] = slot with { Value = shown.Value, Origin = shown.Origin, Scope = shown.Scope, Parameter = IsGiven(Member(slot.Name)) ? null : shown.Name };
            else if (slot.Value is { } made)
                made.DescendantsAndSelf().OfType<IParameterReferenceOperation>().Select(one => Find(one.Parameter.Name)).OfType<Slot>().Where(parameter => IsRounded(slot, parameter)).ToList().ForEach(parameter => Take(slot, parameter));
        }
    }

    /// <summary>True where a member has the value of a parameter of its key: the parameter states nothing beside it.</summary>
    public bool IsTaken(string name) => _taken.Contains(name);

    private void Take(Slot member, Slot parameter)
    {
        if (Member(parameter.Name) is null && MemberNames.Find(parameter.Name) is { } key && MemberNames.Find(member.Name) == key)
            _taken.Add(parameter.Name);
    }

    // '(width + 63) / 64 * 64' is the same width, '4 * width' is another.
    private bool IsRounded(Slot member, Slot parameter) =>
        Fold(member).Number is { } made && Fold(parameter).Number is { } given && Math.Abs(made - given) <= given / 4;

    // What a method says of its parameters, the arguments say.
    private void ShowAtArguments(IInvocationOperation call)
    {
        foreach (var slot in _slots.Values.ToList())
        {
            if (InitializerSource.Bare(slot.Value) is IParameterReferenceOperation { Parameter: var parameter }
                && call.Arguments.FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.Parameter?.OriginalDefinition, parameter.OriginalDefinition)) is { ArgumentKind: ArgumentKind.Explicit } argument)
            {
                _slots[slot.Name] = slot with { Value = argument.Value, Origin = argument.Value.Syntax, Rank = _rank + 1 };
            }
        }

        _rank++;
    }

    /// <summary>Initializers of properties and fields, and what the constructor sets. What another assembly sets is not to be seen: unknown.</summary>
    private void AddDefaults(INamedTypeSymbol type, IMethodSymbol? constructor)
    {
        _rank++;
        var hidden = Code.Declarations(type).IsEmpty;
        for (INamedTypeSymbol? current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
        {
            foreach (var member in current.GetMembers().Where(static m => m is IFieldSymbol or IPropertySymbol { IsIndexer: false } && !m.IsStatic && !m.IsImplicitlyDeclared))
            {
                var initializer = Sources.Of(member);
                if ((initializer is not null || hidden || NeededMembers.Has(member, Code)) && !_slots.ContainsKey(member.Name))
                    _slots[member.Name] = new Slot(member.Name, initializer, initializer?.Syntax, _rank) { Type = TypeOf(member) };
                else if (initializer is null && !hidden && Sources.IsNullAtFirst(member) && !_slots.ContainsKey(member.Name))
                    _slots[member.Name] = new Slot(member.Name, null, null, _rank) { Type = TypeOf(member), Known = Folded.Of(null) };
            }
        }

        AddConstructor(type, constructor, 0);
    }

    private void AddConstructor(INamedTypeSymbol type, IMethodSymbol? constructor, int depth)
    {
        if (constructor is null || Code.Declarations(constructor) is not [var reference, ..] || depth > MostBases)
            return;
        var syntax = reference.GetSyntax(Code.Cancellation);
        if (ConstructorBody.Chained(syntax) is { } chained && Sources.OfNode(chained) is { } operation && InitializerSource.Call(operation) is { } call)
        {
            _rank++;
            foreach (var argument in call.Arguments.Where(static argument => argument.Parameter is not null && !IsSameName(argument)))
                Add(argument.Parameter!.Name, argument.Value);
            AddConstructor(type, call.TargetMethod, depth + 1);
        }

        if (ConstructorBody.Of(syntax) is not { } body)
            return;
        if (ConstructorBody.CallsItself(body))
            Forget();
        else
            AddBody(ConstructorBody.Assignments(body));
    }

    private static bool IsSameName(IArgumentOperation argument) =>
        InitializerSource.Bare(argument.Value) is IParameterReferenceOperation { Parameter.Name: var name } && string.Equals(name, argument.Parameter!.Name, StringComparison.Ordinal);

    private static ITypeSymbol? TypeOf(ISymbol? member) => (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type;

    private Folded Value(ISymbol member) => Find(member.Name) is { } slot ? Fold(slot) : Folded.Unknown;

    /// <summary>What a member of another object is worth: 'model.BlockSize' of a local or read-only preset.</summary>
    private Folded OfObject(IOperation instance, ISymbol member)
    {
        if (Nesting >= DeepestNesting || instance.Type is not INamedTypeSymbol type || Code.Declarations(type).IsEmpty)
            return Folded.Unknown;
        if (InitializerSource.Bare(instance) is IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: var own } && Find(own.Name)?.Value is { } value)
            instance = value;
        var reader = new SlotReader(type, Code, Nesting + 1);
        return reader.Fill(instance, type) ? reader.Value(member) : Folded.Unknown;
    }
}
