namespace ScalingSdk.Analyzers.Tests;

/// <summary>The modules of TorchSharp that a plan counts, by their names and parameters alone.</summary>
internal static class TorchStub
{
    public const string Code = """
        namespace TorchSharp
        {
            public class Module { }
            public static class torch { public static class nn
            {
                public static Module TransformerEncoderLayer(long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1) => new();
                public static Module TransformerEncoder(Module encoder_layer, long num_layers) => new();
                public static Module Embedding(long num_embeddings, long embedding_dims) => new();
                public static Module Linear(long inputSize, long outputSize, bool hasBias = true) => new();
            } }
        }

        """;
}
