using ScalingSdk.Diagnostics;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary>The forms that can be fitted, by name. Asked for when a law is fitted: no other command loads the fitting library.</summary>
internal static class FitForms
{
    public static IEnumerable<string> Names => LossForm.All.Select(static form => form.Id);

    /// <exception cref="UsageException">There is no such form.</exception>
    public static LossForm Find(string name) => LossForm.All.FirstOrDefault(form => string.Equals(form.Id, name, StringComparison.Ordinal))
        ?? throw new UsageException($"there is no form '{name}'; {Suggest.Hint(Suggest.Nearest(name, Names), "there are " + Suggest.List(Names))}");
}
