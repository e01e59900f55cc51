using System.Text.Json;
using System.Text.Json.Serialization;

namespace ScalingSdk.Tool.LanguageServer.Protocol;

/// <summary>The protocol's types as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InitializeRequest))]
[JsonSerializable(typeof(InitializeAnswer))]
[JsonSerializable(typeof(DidOpen))]
[JsonSerializable(typeof(DidChange))]
[JsonSerializable(typeof(DidChangeFiles))]
[JsonSerializable(typeof(DocumentRequest))]
[JsonSerializable(typeof(PlaceRequest))]
[JsonSerializable(typeof(RenameRequest))]
[JsonSerializable(typeof(CodeActionRequest))]
[JsonSerializable(typeof(CommandRequest))]
[JsonSerializable(typeof(Diagnostic[]))]
[JsonSerializable(typeof(Hover))]
[JsonSerializable(typeof(CompletionItem[]))]
[JsonSerializable(typeof(CodeAction[]))]
[JsonSerializable(typeof(CodeLens[]))]
[JsonSerializable(typeof(DocumentSymbol[]))]
[JsonSerializable(typeof(DocumentLink[]))]
[JsonSerializable(typeof(FoldingRange[]))]
[JsonSerializable(typeof(RenameTarget))]
[JsonSerializable(typeof(WorkspaceEdit))]
[JsonSerializable(typeof(Registration[]))]
[JsonSerializable(typeof(StreamJsonRpc.Protocol.CommonErrorData))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(object))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(bool))]
internal sealed partial class ProtocolJson : JsonSerializerContext;
