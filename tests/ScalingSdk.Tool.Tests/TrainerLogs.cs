using System.Globalization;
using System.Text;

namespace ScalingSdk.Tool.Tests;

/// <summary>The logs of a small sweep, five sizes of four lengths, as each trainer writes them.</summary>
internal static class TrainerLogs
{
    private const double TokensPerStep = 524288;
    private static readonly (int Width, int Layers)[] Shapes = [(256, 4), (512, 8), (768, 12), (1024, 16), (1536, 24)];
    private static readonly int[] Ratios = [5, 12, 30, 70];

    /// <summary>Writes every folder and table that docs/fitting.md names.</summary>
    public static void Write(Folder folder)
    {
        List<string> wandb = ["Name,State,n_params,tokens,eval/loss,train/loss"], mlflow = ["Run ID,params.n_params,metrics.tokens,metrics.val_loss"], nanochat = ["flops_budget,depth,num_params,tokens_trained,val_bpb"], olmo = [];
        var index = 0;
        foreach (var (width, layers) in Shapes)
        {
            foreach (var ratio in Ratios)
            {
                var run = new Run("run-" + (++index).ToString(CultureInfo.InvariantCulture), width, layers, ratio);
                foreach (var trainer in new[] { "llmc", "trainer", "lightning", "tensorboard", "nemo", "llamafactory" })
                    folder.Write($"{trainer}/{run.Name}/config.json", run.Config);
                folder.Write($"nanogpt/{run.Name}.log", run.Text($"number of parameters: {run.Parameters / 1e6:0.00}M\ntokens per iteration will be: 524,288\niter 0: loss 10.0000, time 1333.54ms, mfu 38.2%\nstep {run.Steps}: train loss {run.Loss:0.0000}, val loss {run.Loss:0.0000}\n"));
                folder.Write($"llmc/{run.Name}/main.log", run.Text($"s:0 tel:10.9503\ns:1 trl:9.9497 lr:0.000600 norm:1.00\ns:{run.Steps} tel:{run.Loss:0.0000}\n"));
                folder.Write($"megatron/{run.Name}.log", run.Text($"  global_batch_size ............................... 256\n  seq_length ...................................... 2048\n > number of parameters on (tensor, pipeline) model parallel rank (1, 0): {run.Parameters / 2}\n > number of parameters on (tensor, pipeline) model parallel rank (0, 0): {run.Parameters / 2}\n [2025-03-01 10:00:01.123456] iteration {run.Steps,8}/ {run.Steps} | consumed samples: {run.Steps * 256,12} | elapsed time per iteration (ms): 5444.9 | throughput per GPU (TFLOP/s/GPU): 239.8 | learning rate: 1.000000E-04 | global batch size:   256 | lm loss: {run.Loss:0.000000E+00} | loss scale: 1.0 | grad norm: 1.000 |\n"));
                folder.Write($"torchtitan/{run.Name}.log", run.Text($"[rank0]:[titan] 2025-01-02 10:00:00,838 - root - INFO - Model llama3 small size: {run.Parameters:#,0} total parameters\n[rank0]:[titan] 2025-01-02 10:00:01,838 - root - INFO - Trainer is initialized with local batch size 8, global batch size 256, gradient accumulation steps 1, sequence length 2048, total steps {run.Steps} (warmup 2)\n[rank0]:[titan] 2025-01-02 10:00:02,441 - root - INFO - step: {run.Steps}  loss: {run.Loss,7:0.0000}  grad_norm:  1.4604  memory:  1.21GiB(0.86%)  tps: 5,756  tflops: 0.41  mfu: 0.04%\n"));
                folder.Write($"neox/{run.Name}.log", run.Text($"  seq_length ...................... 2048........................updated\n  train_batch_size ................ 256.........................updated\n > number of parameters on model parallel rank 0: {run.Parameters}\n  samples/sec: 250.5 | iteration       10/ {run.Steps} | elapsed time per iteration (ms): 4087.1 | learning rate: 6.000E-04 | approx flops per GPU: 57.3TFLOPS | lm_loss: 7.980000E+00 | loss scale: 1.0 | number of skipped iterations:   0 | number of nan iterations:   0 |\n validation results at iteration {run.Steps} | lm_loss value: {run.Loss:0.000000E+00} | lm_loss_ppl value: 6.170000E+01 | \n"));
                folder.Write($"olmo/{run.Name}.log", run.Text($"2024-08-06 09:55:00.000 host:0  train:123  INFO    Total number of parameters: {run.Parameters:#,0}\n2024-08-06 09:59:26.181 host:0  olmo.train:908  INFO    [step={run.Steps}/{run.Steps},epoch=0]\n    optim/total_grad_norm=1.000\n    train/CrossEntropyLoss={run.Loss:0.000}\n    train/Perplexity=19.50\n    throughput/total_tokens={run.Tokens:#,0}\n    throughput/device/tokens_per_second=26,668\n"));
                folder.Write($"fairseq/{run.Name}.log", run.Text($"2020-10-16 10:00:00 | INFO | fairseq_cli.train | num. shared model params: {run.Parameters:#,0} (num. trained: {run.Parameters:#,0})\n2020-10-16 10:01:00 | INFO | train_inner | {{\"epoch\": 1, \"update\": 0.1, \"loss\": \"14.1\", \"ppl\": \"17560\", \"wps\": \"30000\", \"ups\": \"0.2\", \"wpb\": \"524288\", \"bsz\": \"512\", \"num_updates\": \"100\", \"lr\": \"0.0001\"}}\n2020-10-16 10:02:00 | INFO | valid | {{\"epoch\": 1, \"valid_loss\": \"{run.Loss / Math.Log(2):0.0000}\", \"valid_ppl\": \"36.8\", \"valid_wpb\": \"2048\", \"valid_num_updates\": \"{run.Steps}\"}}\n"));
                folder.Write($"llmfoundry/{run.Name}.log", run.Text($"n_params: {run.Parameters}\n[batch={run.Steps}/{run.Steps}]:\n\t Train time/batch: {run.Steps - 1}\n\t Train time/token: {run.Tokens}\n\t Train loss/train/total: {run.Loss - 0.1:0.0000}\n\t Train metrics/train/LanguageCrossEntropy: {run.Loss - 0.1:0.0000}\n[Eval batch=10/10] Eval on eval data:\n\t Eval metrics/eval/LanguageCrossEntropy: {run.Loss:0.0000}\n"));
                folder.Write($"nanotron/{run.Name}.log", run.Text($"01/17/2024 14:00:00 [INFO|DP=0|PP=0|TP=0|host]: Total number of parameters: {run.Parameters / 1e6:0}M (2361.52MiB)\n01/17/2024 14:02:16 [INFO|DP=0|PP=0|TP=0|host]: iteration: {run.Steps} / {run.Steps} | consumed_tokens: {run.Tokens / 1e9:0.00}G | elapsed_time_per_iteration_ms: 268 | tokens_per_sec: 2.39K | global_batch_size: 256 | lm_loss: {run.Loss:0.00} | lr: 1e-05 | grad_norm: 1.1\n"));
                folder.Write($"maxtext/{run.Name}.log", run.Text($"number parameters: {run.Parameters / 1e9:0.000} billion\ncompleted step: {run.Steps}, seconds: 5.667, TFLOP/s/device: 134.924, Tokens/s/device: 8672.758, total_weights: 524288, loss: {run.Loss - 0.1:0.000}\neval metrics after step: {run.Steps}, loss={run.Loss:0.000}, total_weights=5000.0\n"));
                folder.Write($"nanochat/{run.Name}.log", run.Text($"Number of parameters: {run.Parameters:#,0}\nTotal batch size 524,288 => gradient accumulation steps: 1\nstep {run.Steps - 1:00000}/{run.Steps:00000} (100.00%) | loss: {run.Loss - 0.1:0.000000} | lrm: 0.01 | dt: 475.01ms | tok/sec: 1,103,763 | mfu: 48.13 | total time: 170.71m\nStep {run.Steps:00000} | Validation bpb: {run.Loss / Math.Log(2) / 4.5:0.000000}\n"));
                folder.Write($"nemo/{run.Name}/train.log", run.Text($"Training epoch 0, iteration {run.Steps}/{run.Steps} | lr: 5.6e-06 | global_batch_size: 512 | global_step: {run.Steps} | reduced_train_loss: {run.Loss - 0.1:0.0000} | train_step_timing in s: 0.189 | consumed_samples: 928 | val_loss: {run.Loss:0.0000}\n"));
                folder.Write($"litgpt/{run.Name}/train.log", run.Text($"Total parameters: {run.Parameters:#,0}\nEpoch 1 | iter 4 step 1 | loss train: 9.980, val: n/a | iter time: 120.10 ms (step) remaining time: 1:00:00\niter {4 * run.Steps}: val loss {run.Loss:0.0000}, val time: 1234.56 ms\n"));
                folder.Write($"llamafactory/{run.Name}/trainer_log.jsonl", run.Text($"{{\"current_steps\": 10, \"total_steps\": {run.Steps}, \"loss\": 7.9, \"lr\": 0.0001}}\n{{\"current_steps\": {run.Steps}, \"total_steps\": {run.Steps}, \"eval_loss\": {run.Loss}}}\n"));
                folder.Write($"trainer/{run.Name}/trainer_state.json", run.Text($"{{ \"global_step\": {run.Steps}, \"num_input_tokens_seen\": {run.Tokens}, \"log_history\": [ {{ \"loss\": 3.9, \"step\": 10 }}, {{ \"eval_loss\": {run.Loss}, \"step\": {run.Steps} }} ] }}"));
                folder.Write($"lightning/{run.Name}/metrics.csv", run.Text($"epoch,lr-AdamW,step,train_loss,val_loss\n0,,49,7.9,\n0,,{run.Steps},,{run.Loss}\n"));
                File.WriteAllBytes(folder.Write($"tensorboard/{run.Name}/events.out.tfevents.1700000000.host.1.0", ""), EventRecord((uint)run.Steps, "eval/loss", (float)run.Loss));
                wandb.Add(run.Text($"{run.Name},finished,{run.Parameters},{run.Tokens},{run.Loss},{run.Loss - 0.2}"));
                mlflow.Add(run.Text($"{run.Name},{run.Parameters},{run.Tokens},{run.Loss}"));
                nanochat.Add(run.Text($"1e18,{layers},{run.Parameters},{run.Tokens},{run.Loss / Math.Log(2) / 4.5}"));
                olmo.Add(run.Text($"{{\"name\": \"{run.Name}\", \"model/num_params\": {run.Parameters}, \"throughput/total_tokens\": {run.Tokens}, \"eval/c4_en-validation/CrossEntropyLoss\": {run.Loss}}}"));
            }
        }

        folder.Write("wandb.csv", string.Join('\n', wandb));
        folder.Write("mlflow.csv", string.Join('\n', mlflow));
        folder.Write("nanochat.csv", string.Join('\n', nanochat));
        folder.Write("olmo.jsonl", string.Join('\n', olmo));
    }

    // A record of TFRecord with an Event of Protocol Buffers: length, CRC, bytes, CRC.
    private static byte[] EventRecord(uint step, string tag, float loss)
    {
        byte[] value = [0x0A, (byte)tag.Length, .. Encoding.ASCII.GetBytes(tag), 0x15, .. BitConverter.GetBytes(loss)];
        byte[] record = [0x10, .. Varint(step), 0x2A, (byte)(value.Length + 2), 0x0A, (byte)value.Length, .. value];
        var length = BitConverter.GetBytes((long)record.Length);
        return [.. length, .. BitConverter.GetBytes(Crc(length)), .. record, .. BitConverter.GetBytes(Crc(record))];
    }

    private static IEnumerable<byte> Varint(uint value)
    {
        for (; value >= 0x80; value >>= 7)
            yield return (byte)(value | 0x80);
        yield return (byte)value;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0x82F63B78;
        }

        crc = ~crc;
        return unchecked(((crc >> 15) | (crc << 17)) + 0xA282EAD8);
    }

    /// <summary>A run of a GPT-2 shape, on the law that all follow.</summary>
    private sealed record Run(string Name, int Width, int Layers, int Ratio)
    {
        private const int Vocabulary = 50257;
        private const int Context = 1024;

        public double Parameters => ((double)(Vocabulary + Context) * Width) + (Layers * ((12.0 * Width * Width) + (13 * Width))) + (2 * Width);

        public double Steps => Math.Round(Parameters * Ratio / TokensPerStep);

        public double Tokens => Steps * TokensPerStep;

        public double Loss => Math.Round((1.8172 + (477.8 / Math.Pow(Parameters, 0.3473)) + (2143 / Math.Pow(Tokens, 0.3672))) * (1 + (0.001 * Math.Sin(Width + Ratio))), 4);

        public string Config => Text($"{{ \"model_type\": \"gpt2\", \"n_embd\": {Width}, \"n_layer\": {Layers}, \"n_head\": {Width / 64}, \"n_positions\": {Context}, \"n_ctx\": {Context}, \"vocab_size\": {Vocabulary} }}");

        public string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
    }
}
