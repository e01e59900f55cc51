using ConstantsClass;

// The letters of the text are the vocabulary: how many there are, nobody knows before it is read.
Settings.VocabSize = "To be, or not to be".Distinct().Count();
Console.WriteLine($"{Settings.VocabSize} letters, {Settings.NLayer} layers, {Settings.HeadSize} wide heads, {Settings.MaxIterations} steps");
