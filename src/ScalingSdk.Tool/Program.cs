using ScalingSdk.Tool;
using ScalingSdk.Tool.Terminals;

using var terminal = Terminal.OfProcess();
return await ScalingTool.RunAsync(args, terminal).ConfigureAwait(false);
