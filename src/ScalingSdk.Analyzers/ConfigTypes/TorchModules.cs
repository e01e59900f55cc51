using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>Modules of TorchSharp that a transformer is made of, by the parameters of their factories: <c>nn.TransformerEncoderLayer(d_model, nhead)</c>.</summary>
internal static class TorchModules
{
    private const string Positions = "posit";

    /// <summary>What the arguments of such a call state; null where it is none.</summary>
    public static SlotReader? Read(IOperation? operation, SlotReader holder)
    {
        if (operation is not IInvocationOperation { TargetMethod: var method } call || !IsFactory(call))
            return null;
        var part = new SlotReader(method.ContainingType, holder.Code, holder.Nesting + 1) { Holder = holder };
        part.AddArguments(method.Name is "Embedding" ? call.Arguments.Where(static argument => argument.Parameter?.Name is "num_embeddings" or "embedding_dims" or "embedding_dim") : call.Arguments);
        return part;
    }

    /// <summary>True for a call that makes a module of a transformer.</summary>
    public static bool IsFactory(IInvocationOperation call) =>
        call.TargetMethod.Name is "TransformerEncoderLayer" or "TransformerDecoderLayer" or "TransformerEncoder" or "TransformerDecoder" or "Transformer" or "MultiheadAttention" or "Embedding"
        && IsOfTorch(call.TargetMethod.ContainingNamespace);

    /// <summary>The arguments of a call that makes a module, also one that states nothing by itself: <c>nn.Linear(width, vocabulary)</c>.</summary>
    public static IEnumerable<IOperation> Mentioned(IInvocationOperation call) =>
        IsOfTorch(call.TargetMethod.ContainingNamespace) ? call.Arguments.Where(static argument => argument.ArgumentKind == ArgumentKind.Explicit).Select(static argument => argument.Value) : [];

    /// <summary>True for a table of positions, whose rows are no vocabulary.</summary>
    public static bool IsOfPositions(string name) => name.IndexOf(Positions, StringComparison.OrdinalIgnoreCase) >= 0 || name.StartsWith("pos", StringComparison.OrdinalIgnoreCase) || name.StartsWith("_pos", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfTorch(INamespaceSymbol? space)
    {
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.Name is "TorchSharp")
                return true;
        }

        return false;
    }
}
