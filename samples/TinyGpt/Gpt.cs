using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TinyGpt;

/// <summary>GPT-2 in the usual style: pre-norm blocks, learned positions, a head that shares the weights of the embedding.</summary>
public sealed class Gpt : Module<Tensor, Tensor>
{
    private readonly Embedding _tokens;
    private readonly Embedding _positions;
    private readonly ModuleList<Block> _blocks;
    private readonly LayerNorm _norm;

    public Gpt(GptConfig config)
        : base(nameof(Gpt))
    {
        _tokens = Embedding(config.VocabSize, config.NEmbd);
        _positions = Embedding(config.BlockSize, config.NEmbd);
        _blocks = ModuleList([.. Enumerable.Range(0, config.NLayer).Select(_ => new Block(config))]);
        _norm = LayerNorm(config.NEmbd);
        RegisterComponents();
        foreach (var (name, weight) in named_parameters())
        {
            if (weight.dim() == 2)
                init.normal_(weight, 0, name.EndsWith("_project.weight", StringComparison.Ordinal) ? 0.02 / Math.Sqrt(2 * config.NLayer) : 0.02);
        }
    }

    /// <summary>The logits of the token after each.</summary>
    public override Tensor forward(Tensor ids)
    {
        using var scope = NewDisposeScope();
        var x = _tokens.forward(ids) + _positions.forward(arange(ids.shape[1]));
        foreach (var block in _blocks)
            x = block.forward(x);
        return matmul(_norm.forward(x), _tokens.weight!.t()).MoveToOuterDisposeScope();
    }

    public sealed class Block : Module<Tensor, Tensor>
    {
        private readonly int _heads;
        private readonly LayerNorm _norm1;
        private readonly Linear _qkv;
        private readonly Linear _project;
        private readonly LayerNorm _norm2;
        private readonly Linear _up;
        private readonly Linear _down_project;

        public Block(GptConfig config)
            : base(nameof(Block))
        {
            _heads = config.NHead;
            _norm1 = LayerNorm(config.NEmbd);
            _qkv = Linear(config.NEmbd, 3 * config.NEmbd);
            _project = Linear(config.NEmbd, config.NEmbd);
            _norm2 = LayerNorm(config.NEmbd);
            _up = Linear(config.NEmbd, 4 * config.NEmbd);
            _down_project = Linear(4 * config.NEmbd, config.NEmbd);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x)
        {
            using var scope = NewDisposeScope();
            var (batch, time, width) = (x.shape[0], x.shape[1], x.shape[2]);
            var qkv = _qkv.forward(_norm1.forward(x)).chunk(3, dim: 2)
                .Select(part => part.view(batch, time, _heads, width / _heads).transpose(1, 2)).ToArray();
            var mixed = functional.scaled_dot_product_attention(qkv[0], qkv[1], qkv[2], is_casual: true);
            x = x + _project.forward(mixed.transpose(1, 2).reshape(batch, time, width));
            x = x + _down_project.forward(functional.gelu(_up.forward(_norm2.forward(x))));
            return x.MoveToOuterDisposeScope();
        }
    }
}
