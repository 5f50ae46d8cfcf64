import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildFailure, build, type Message, type Plugin } from 'esbuild';
import type { Report } from './diagnostics.ts';
import { hasScript, shownName, tdesignFolder } from './places.ts';
import type { Project } from './project.ts';

type Options = {
  root: string;
  deployment: string;
  minify: boolean;
  project: Project;
  templates: string;
  styles: string;
  configuration: string;
};

const ENTRY = 'onewhistle-entry';

/** Bundles pages, components, templates and styles; a unit's script runs when the runtime first asks. */
export async function bundleService(options: Options, report: Report): Promise<string> {
  try {
    const result = await build({
      stdin: { contents: entrySource(options), resolveDir: options.root, sourcefile: ENTRY, loader: 'js' },
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
      charset: 'utf8',
      minify: options.minify,
      sourcemap: options.minify ? false : 'inline',
      logLevel: 'silent',
      tsconfigRaw: { compilerOptions: { target: 'es2022', useDefineForClassFields: true } },
      plugins: [miniprogramPlugin(options)],
    });
    for (const message of result.warnings) tell(options.root, message, report);
    return result.outputFiles[0]?.text ?? '';
  } catch (failure) {
    for (const message of (failure as BuildFailure).errors ?? [{ text: String(failure), location: null }]) {
      tell(options.root, message, report);
    }
    return '';
  }
}

function entrySource({ root, project, configuration }: Options): string {
  const loaders = [...project.units.values()].flatMap(({ path, script }) =>
    script === undefined ? [] : [`${JSON.stringify(path)}: () => require(${JSON.stringify(script)}),`],
  );
  const app = hasScript(root, 'app');
  return `globalThis.__onewhistle.start({
  ...${configuration},
  templates: require('onewhistle:templates'),
  styles: require('onewhistle:styles'),
  app: () => ${app === undefined ? 'undefined' : `require(${JSON.stringify(app)})`},
  scripts: {\n${loaders.join('\n')}\n},
});`;
}

function miniprogramPlugin({ root, deployment, templates, styles }: Options): Plugin {
  return {
    name: 'miniprogram',
    setup(hooks) {
      hooks.onResolve({ filter: /^onewhistle:/ }, ({ path }) => ({ path, namespace: 'onewhistle' }));
      hooks.onLoad({ filter: /templates$/, namespace: 'onewhistle' }, () => ({
        contents: `module.exports = ${templates};`,
      }));
      hooks.onLoad({ filter: /styles$/, namespace: 'onewhistle' }, () => ({
        contents: styles,
        loader: 'text',
      }));
      hooks.onLoad({ filter: /deployment\.ts$/ }, ({ path }) =>
        path === join(root, 'deployment.ts') ? { contents: deployment, loader: 'ts' } : undefined,
      );
      hooks.onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) => {
        if (kind === 'entry-point' || path.startsWith('onewhistle:')) return undefined;
        const file = npmFile(root, path);
        if (file !== undefined) return { path: file };
        return { errors: [{ text: `module ${path} is missing (imported by ${shownName(root, importer)})` }] };
      });
      hooks.onResolve({ filter: /^\// }, ({ path }) => {
        if (existsSync(path)) return undefined;
        const inside = hasScript(root, path.slice(1));
        return inside === undefined ? undefined : { path: inside };
      });
    },
  };
}

function npmFile(root: string, name: string): string | undefined {
  const inTdesign = name.replace(/^tdesign-miniprogram\//, '');
  const candidates =
    inTdesign === name
      ? [join(root, 'miniprogram_npm', name), join(tdesignFolder, 'miniprogram_npm', name)]
      : [join(tdesignFolder, inTdesign)];
  return candidates
    .flatMap((path) => [path, `${path}.js`, join(path, 'index.js')])
    .find((path) => path.endsWith('.js') && existsSync(path));
}

function tell(root: string, { text, location }: Pick<Message, 'text' | 'location'>, report: Report): void {
  const file = location === null ? join(root, 'app.json') : join(process.cwd(), location.file);
  report(shownName(root, file), location?.line ?? 1, text);
}
