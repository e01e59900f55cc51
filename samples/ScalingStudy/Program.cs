using System.Globalization;
using ScalingStudy;
using ScalingStudy.Study;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    return StudyProgram.Run(args, Console.Out);
}
catch (Exception problem) when (problem is StudyException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
