using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>
/// Folds an expression the way its author would on paper: constants and their arithmetic, <c>Math.Pow</c> and the like, locals that are
/// written once, read-only members with an initializer, and other members of the same object.
/// </summary>
/// <param name="sources">Finds initializers.</param>
/// <param name="member">What a member or constructor parameter of the object under construction is worth.</param>
/// <param name="ofObject">What a member of another object is worth.</param>
internal sealed class ConstantFolder(InitializerSource sources, Func<ISymbol, Folded> member, Func<IOperation, ISymbol, Folded> ofObject)
{
    private const int MostSteps = 1000;
    private const int Deepest = 64;

    private readonly Dictionary<ISymbol, Folded> _arguments = new(SymbolEqualityComparer.Default);
    private Elements? _elements;
    private int _steps;
    private int _depth;

    /// <summary>The value; unknown also where the work would go on for too long, or round in a circle.</summary>
    public Folded Fold(IOperation? operation)
    {
        if (operation is null || _depth >= Deepest || ++_steps > MostSteps)
            return Folded.Unknown;
        if (operation.ConstantValue is { HasValue: true } constant)
            return Folded.Of(constant.Value);
        _depth++;
        try
        {
            return Compute(operation);
        }
        catch (Exception e) when (e is OverflowException or DivideByZeroException or InvalidCastException)
        {
            return Folded.Unknown;
        }
        finally
        {
            _depth--;
        }
    }

    private Folded Compute(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Convert(Fold(conversion.Operand), conversion.Type),
        IBinaryOperation { OperatorMethod: null } binary => Arithmetic.Binary(binary, Fold(binary.LeftOperand), Fold(binary.RightOperand)),
        IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Minus } minus => Arithmetic.Negate(Fold(minus.Operand)),
        IConditionalOperation => Fold(Choice(operation)),
        ICoalesceOperation coalesce => Fold(coalesce.Value) is var value && value is { IsKnown: true, Value: null } ? Fold(coalesce.WhenNull) : value,
        IInvocationOperation call => KnownCalls.Fold(call, Fold) ?? (CommandLineDefaults.Of(call, sources) is { } stated ? Fold(stated) : Called(call)),
        ISwitchExpressionOperation or IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true } => Fold(Choice(operation)),
        IPropertyReferenceOperation { Property: { Name: "Length", ContainingType.SpecialType: SpecialType.System_String }, Instance: { } text } =>
            Fold(text) is { IsKnown: true, Value: string known } ? Folded.Of(known.Length) : Folded.Unknown,
        IFieldReferenceOperation { Instance: { Type.IsTupleType: true } tuple } item => Fold(InArray.Of(tuple, item.Field)),
        IDefaultValueOperation { Type: { IsReferenceType: true } or INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } } => Folded.Of(null),
        IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Not } not => Fold(not.Operand) is { IsKnown: true, Value: bool flag } ? Folded.Of(!flag) : Folded.Unknown,
        ILocalReferenceOperation local => Fold(sources.OfLocal(local) ?? (sources.Deconstructed(local) is var (whole, place) ? InArray.Of(whole, place) : null)),
        IParameterReferenceOperation parameter => _arguments.TryGetValue(parameter.Parameter.OriginalDefinition, out var argument) ? argument : member(parameter.Parameter),
        IMemberReferenceOperation reference => Member(reference),
        _ => Folded.Unknown,
    };

    /// <summary>Binds a method's parameter to what its call passes.</summary>
    public void Bind(IParameterSymbol parameter, Folded value) => _arguments[parameter.OriginalDefinition] = value;

    /// <summary>Which of several expressions an operation gives: an element, an arm of a switch, a branch. Null where that is not to be seen.</summary>
    public IOperation? Choice(IOperation operation) => operation switch
    {
        // What is checked and kept.
        IConditionalOperation { WhenFalse: IConversionOperation { Operand: IThrowOperation } or IThrowOperation } kept => kept.WhenTrue,
        IConditionalOperation { WhenTrue: IConversionOperation { Operand: IThrowOperation } or IThrowOperation, WhenFalse: { } kept } => kept,
        IConditionalOperation { WhenFalse: { } otherwise } choice => Fold(choice.Condition) is { IsKnown: true, Value: bool holds } ? holds ? choice.WhenTrue : otherwise : null,
        ICoalesceOperation coalesce => Fold(coalesce.Value) switch { { IsKnown: true, Value: null } => coalesce.WhenNull, { IsKnown: true } => coalesce.Value, _ => null },
        ISwitchExpressionOperation { Arms: var arms } choice => Choose(Fold(choice.Value), arms),
        IArrayElementReferenceOperation { Indices: [var index] } element => InArray.At(element.ArrayReference, index),
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var index] } element => InArray.At(element.Instance, index.Value),
        _ => null,
    };

    /// <summary>The expression that another one has its value from: the start of a local or read-only member, an element, an arm, what a method without arguments gives.</summary>
    public IOperation? Source(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => sources.OfLocal(local),
        IFieldReferenceOperation { Instance: { Type.IsTupleType: true } tuple } item => InArray.Of(tuple, item.Field),
        IMemberReferenceOperation { Member: { IsStatic: true } member } => sources.OfReadOnly(member),
        IInvocationOperation { Arguments.IsEmpty: true, Instance: null, TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } method } => sources.Of(method),
        IInvocationOperation call => CommandLineDefaults.Of(call, sources),
        not null => Choice(operation),
        null => null,
    };

    private Folded Member(IMemberReferenceOperation reference)
    {
        if (reference.Instance is IInstanceReferenceOperation)
            return member(reference.Member);
        if (reference.Member.IsStatic)
            return Fold(sources.OfReadOnly(reference.Member));
        return reference.Instance is { } instance ? ofObject(instance, reference.Member) : Folded.Unknown;
    }

    private Elements InArray => _elements ??= new Elements(sources, Fold, Choice);

    // A method or local function of the project that is one expression of its arguments.
    private Folded Called(IInvocationOperation call)
    {
        if (call.TargetMethod is not { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method || method.IsVirtual || method.IsOverride || method.IsAbstract || sources.Of(method) is not { } body)
            return Folded.Unknown;
        var values = call.Arguments.Where(static argument => argument.Parameter is not null).Select(argument => (argument.Parameter!, Fold(argument.Value))).ToList();
        values.ForEach(one => Bind(one.Item1, one.Item2));
        return Fold(body);
    }

    private IOperation? Choose(Folded value, IEnumerable<ISwitchExpressionArmOperation> arms)
    {
        if (!value.IsKnown)
            return null;
        foreach (var arm in arms)
        {
            if (arm.Guard is not null)
                return null;
            if (arm.Pattern is IDiscardPatternOperation)
                return arm.Value;
            if (arm.Pattern is not IConstantPatternOperation constant || Fold(constant.Value) is not { IsKnown: true } one)
                return null;
            if (Equals(one.Value, value.Value) || one.Number is { } number && number.Equals(value.Number))
                return arm.Value;
        }

        return null;
    }

    private static Folded Convert(Folded value, ITypeSymbol? type)
    {
        if (!value.IsKnown || value.Value is null || value.Number is null)
            return value;
        var number = value.Value;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        var whole = number is float or double or decimal ? Math.Truncate(value.Number.Value) : number;
        return type?.SpecialType switch
        {
            SpecialType.System_Int32 => Folded.Of(System.Convert.ToInt32(whole, CultureInfo.InvariantCulture)),
            SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Int16 or SpecialType.System_Byte =>
                Folded.Of(System.Convert.ToInt64(whole, CultureInfo.InvariantCulture)),
            SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => Folded.Of(value.Number.Value),
            _ => value,
        };
    }
}
