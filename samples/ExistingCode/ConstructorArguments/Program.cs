using ConstructorArguments;

const int BlockSize = 128;
int embeddingSize = 64 * 4;
string text = args.Length > 0 ? File.ReadAllText(args[0]) : "abc";

// Locals that are written once count as constants; what is read from a file does not.
var model = new Gpt(
    vocabularySize: text.Distinct().Count(), // SCALE0005
    embeddingSize: embeddingSize,
    blockSize: BlockSize,
    headCount: 8,
    blockCount: 4);

Console.WriteLine(model.Describe());
