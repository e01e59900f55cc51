namespace ScalingSdk.Tool.Terminals;

/// <summary>An input cannot be read: exit code 3.</summary>
internal sealed class InputException(string message) : Exception(message);
