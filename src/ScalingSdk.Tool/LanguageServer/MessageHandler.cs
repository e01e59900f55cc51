using System.Collections.Concurrent;
using System.Text.Json;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;
using StreamJsonRpc.Reflection;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>
/// Messages with their length before them. One that is no JSON-RPC, or that answers what was never asked, is left out: a client's
/// mistake does not end the server.
/// </summary>
internal sealed class MessageHandler(Stream output, Stream input, IJsonRpcMessageFormatter formatter) : HeaderDelimitedMessageHandler(output, input, formatter)
{
    private readonly ConcurrentDictionary<RequestId, byte> _asked = new();

    protected override void Write(JsonRpcMessage content, CancellationToken cancellationToken)
    {
        if (content is JsonRpcRequest { IsResponseExpected: true, RequestId: var id })
            _asked[id] = 0;
        base.Write(content, cancellationToken);
    }

    protected override async ValueTask<JsonRpcMessage?> ReadCoreAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var message = await base.ReadCoreAsync(cancellationToken).ConfigureAwait(false);
                if (message is not (JsonRpcResult or JsonRpcError) || _asked.TryRemove(((IJsonRpcMessageWithId)message).RequestId, out _))
                    return message;
                ((IJsonRpcMessageBufferManager)this).DeserializationComplete(message);
            }
            catch (Exception problem) when (problem is JsonException or System.Runtime.Serialization.SerializationException or InvalidOperationException or FormatException)
            {
                // Its bytes are read: the next message follows.
            }
        }
    }
}
