using CliWrap;
using CliWrap.Buffered;

namespace ScalingSdk.Tool.Tests.LanguageServer;

/// <summary>Emacs with the settings of docs/editor.md as they stand there, on the quick start's spec.</summary>
[Collection(nameof(InstalledTool))]
public sealed class EmacsTests(InstalledTool tool)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [EmacsFact]
    public async Task Eglot_WithTheSettingsOfThePage_ShowsFindingsHoverCompletionAndFix()
    {
        using var folder = new Folder();
        folder.Write("Gpt2Small.scaling.json", Read("samples", "QuickStart", "Gpt2Small.scaling.json"));
        var script = folder.Write("drive.el", Settings() + """

            (require 'eglot)
            (defun say (form &rest values) (princ (concat (apply #'format form values) "\n")))
            (defun waited (what ready)
              (let ((end (+ (float-time) 60)))
                (while (not (funcall ready))
                  (when (> (float-time) end) (say "nothing came: %s" what) (kill-emacs 1))
                  (accept-process-output nil 0.05)
                  (when (bound-and-true-p flymake-mode) (flymake-start)))))
            (defun found (id) (seq-find (lambda (one) (string-match-p id (flymake-diagnostic-text one))) (flymake-diagnostics)))
            (find-file "Gpt2Small.scaling.json")
            (run-hooks 'post-command-hook)
            (waited "diagnostics" (lambda () (and (eglot-current-server) (found "SCALE1001"))))
            (dolist (one (flymake-diagnostics)) (say "line %d: %s" (line-number-at-pos (flymake-diagnostic-beg one)) (flymake-diagnostic-text one)))
            (search-forward "\"uni")
            (say "hover: %s" (plist-get (plist-get (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams)) :contents) :value))
            (let ((offered (eglot-completion-at-point)))
              (say "offered: %s" (all-completions "" (nth 2 offered))))
            (goto-char (flymake-diagnostic-beg (found "SCALE3001")))
            (let* ((place (eglot--pos-to-lsp-position))
                   (fixes (jsonrpc-request (eglot-current-server) :textDocument/codeAction
                                           (list :textDocument (eglot--TextDocumentIdentifier) :range (list :start place :end place) :context (list :diagnostics [])))))
              (eglot--apply-workspace-edit (plist-get (elt fixes 0) :edit)))
            (eglot--signal-textDocument/didChange)
            (waited "no finding after the fix" (lambda () (not (found "SCALE3001"))))
            (say "fixed: %s" (buffer-string))
            (set-buffer-modified-p nil)
            (kill-emacs 0)
            """);
        using var limit = new CancellationTokenSource(Limit);

        var run = await Cli.Wrap("emacs").WithArguments(["--batch", "-l", script]).WithWorkingDirectory(folder.Path)
            .WithEnvironmentVariables(variables => variables.Set("PATH", Path.GetDirectoryName(tool.Executable) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH")).Set("HOME", folder.Path))
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(limit.Token);

        var shown = run.StandardOutput + run.StandardError;
        Assert.True(run.ExitCode == 0, shown);
        Assert.Contains("line 14: ScalingSdk [SCALE1001]", shown, StringComparison.Ordinal);
        Assert.Contains("hover: **data.unique_tokens**", shown, StringComparison.Ordinal);
        Assert.Contains("unique_tokens", shown[shown.IndexOf("offered: ", StringComparison.Ordinal)..shown.IndexOf("fixed: ", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("\"vocabulary_size\": 50304", shown[shown.IndexOf("fixed: ", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([Repository.Root, .. path]));

    private static string Settings() => Read("docs", "editor.md").Split("```elisp\n")[1].Split("```")[0];
}
