using System.Runtime.ExceptionServices;

namespace ScalingSdk.Tasks;

/// <summary>Does work that is independent of its neighbours on every core. Parallel.For takes longer for its first use than ten plans.</summary>
internal static class AllCores
{
    /// <summary>Calls the work with 0 to count - 1, the lower ones first; returns when nothing runs any more.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void For(int count, Action<int> work, CancellationToken cancellation)
    {
        var next = -1;
        Exception? failure = null;
        var others = new Task[Math.Max(0, Math.Min(Environment.ProcessorCount, count) - 1)];
        for (var i = 0; i < others.Length; i++)
            others[i] = Task.Run(Work, CancellationToken.None);
        Work();
        Task.WaitAll(others, CancellationToken.None);
        if (failure is not null)
            ExceptionDispatchInfo.Capture(failure).Throw();

        void Work()
        {
            try
            {
                while (Volatile.Read(ref failure) is null && Interlocked.Increment(ref next) is var i && i < count)
                {
                    cancellation.ThrowIfCancellationRequested();
                    work(i);
                }
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref failure, exception, null);
            }
        }
    }
}
