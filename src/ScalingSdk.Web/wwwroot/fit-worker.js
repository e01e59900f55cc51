// Fits runs beside the page: the same assemblies in a runtime of their own, which ends when the page stops it.
import { dotnet } from './_framework/dotnet.js';

// The page has loaded these files already: the browser has them.
const cached = (type, name, address) => type === 'dotnetjs' ? address : fetch(address, { cache: 'force-cache' });
const say = (kind, text) => postMessage({ kind, text });

addEventListener('message', async event => {
  const { name, options, content } = event.data;
  try {
    const runtime = await dotnet.withResourceLoader(cached).create();
    runtime.setModuleImports('fit-worker', { say });
    const exports = await runtime.getAssemblyExports('ScalingSdk.Web.dll');
    say('done', exports.ScalingSdk.Web.Fits.FitWorker.Fit(content, name, options));
  } catch (error) {
    say('failed', String(error?.message ?? error));
  }
});
