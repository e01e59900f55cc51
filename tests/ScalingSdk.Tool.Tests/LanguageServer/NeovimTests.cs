using CliWrap;
using CliWrap.Buffered;

namespace ScalingSdk.Tool.Tests.LanguageServer;

/// <summary>A real editor: Neovim's own client against the server as a process.</summary>
public sealed class NeovimTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [NeovimFact]
    public async Task Neovim_OnASpec_ShowsFindingsHoverCompletionAndFix()
    {
        using var folder = new Folder();
        folder.Write("a.scaling.json", Specs.Warned.Replace("SCALE3001", "SCALE1002", StringComparison.Ordinal));
        var script = folder.Write("drive.lua", $$"""
            local function say(text) io.stdout:write(text .. "\n") end
            vim.cmd("edit a.scaling.json")
            local id = vim.lsp.start_client({ name = "scaling", cmd = { "dotnet", [[{{typeof(ScalingTool).Assembly.Location}}]], "lsp" }, root_dir = vim.fn.getcwd() })
            vim.lsp.buf_attach_client(0, id)
            local function waited(what, ready) if not vim.wait(60000, ready, 10) then say("nothing came: " .. what) vim.cmd("cquit") end end
            waited("diagnostics", function() return #vim.diagnostic.get(0) > 0 end)
            for _, found in ipairs(vim.diagnostic.get(0)) do say(found.code .. " at " .. found.lnum .. ": " .. found.message) end
            local place = { textDocument = vim.lsp.util.make_text_document_params(), position = { line = 3, character = 14 } }
            local function ask(method, params) return vim.lsp.buf_request_sync(0, method, params, 60000)[id].result end
            say("hover: " .. ask("textDocument/hover", place).contents.value)
            for _, item in ipairs(ask("textDocument/completion", place)) do say("offered: " .. item.label) end
            local first = vim.diagnostic.get(0)[1]
            for _, found in ipairs(vim.diagnostic.get(0)) do if found.code == "SCALE3001" then first = found end end
            local range = { start = { line = first.lnum, character = first.col }, ["end"] = { line = first.end_lnum, character = first.end_col } }
            local actions = ask("textDocument/codeAction", { textDocument = place.textDocument, range = range, context = { diagnostics = {} } })
            vim.lsp.util.apply_workspace_edit(actions[1].edit, "utf-16")
            waited("no finding after the fix", function() return #vim.tbl_filter(function(found) return found.code == "SCALE3001" end, vim.diagnostic.get(0)) == 0 end)
            say("fixed: " .. table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), " "))
            vim.cmd("qall!")
            """);
        using var limit = new CancellationTokenSource(Limit);

        var run = await Cli.Wrap("nvim").WithArguments(["--headless", "-u", "NONE", "-n", "-c", "luafile " + script])
            .WithWorkingDirectory(folder.Path).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(limit.Token);

        var shown = run.StandardOutput + run.StandardError;
        Assert.True(run.ExitCode == 0, shown);
        Assert.Contains("SCALE1001 at 3: ", shown, StringComparison.Ordinal);
        Assert.Contains("hover: **data.unique_tokens**", shown, StringComparison.Ordinal);
        Assert.Contains("offered: unique_tokens", shown, StringComparison.Ordinal);
        Assert.Contains("\"vocabulary_size\": 50304", shown[shown.IndexOf("fixed: ", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }
}
