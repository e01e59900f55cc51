using System.Globalization;
using ScalingStudy;
using ScalingStudy.Study;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    return args is ["next", ..] ? NextRun.Train(args[1..], Console.Out) : StudyProgram.Run(args, Console.Out);
}
catch (Exception problem) when (problem is StudyException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
