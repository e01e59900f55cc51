using System.Text.Json;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>Messages with their length before them. One that is no JSON-RPC is left out: a client's mistake does not end the server.</summary>
internal sealed class MessageHandler(Stream output, Stream input, IJsonRpcMessageFormatter formatter) : HeaderDelimitedMessageHandler(output, input, formatter)
{
    protected override async ValueTask<JsonRpcMessage?> ReadCoreAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await base.ReadCoreAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception problem) when (problem is JsonException or System.Runtime.Serialization.SerializationException or InvalidOperationException or FormatException)
            {
                // Its bytes are read: the next message follows.
            }
        }
    }
}
