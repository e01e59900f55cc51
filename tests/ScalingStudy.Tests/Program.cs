using ScalingStudy;

// What sweeps start: the sample's program, but for the run whose constants come from a build with the package.
return StudyProgram.Run(args, Console.Out);
