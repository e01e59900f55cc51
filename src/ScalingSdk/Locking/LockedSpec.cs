namespace ScalingSdk.Locking;

/// <summary>A planned spec as it is compared with the lock file.</summary>
/// <param name="Entry">The entry that the lock file should have.</param>
/// <param name="Path">The spec, as the host names it.</param>
/// <param name="Text">Its text, where what changed is shown.</param>
internal sealed record LockedSpec(LockEntry Entry, string Path, string Text);
