import { resolve } from 'node:path';
import { staticFiles } from './assets.ts';
import { checkTemplates } from './checks.ts';
import { collectDiagnostics, type Diagnostic, type Report } from './diagnostics.ts';
import type { BuiltFile } from './files.ts';
import { hostFiles } from './host.ts';
import { type Json, lineOfWord } from './json.ts';
import { type Project, readProject } from './project.ts';
import { bundleService } from './scripts.ts';
import { compileStyles, isolationOf, scopeName } from './styles.ts';
import { compileTemplates } from './templates.ts';
import { applyTheme, readThemes } from './theme.ts';

export type { Diagnostic } from './diagnostics.ts';
export type { BuiltFile } from './files.ts';

type BuildOptions = {
  /** The mini-program's folder. */
  root: string;
  /** Source text that stands in for <root>/deployment.ts. */
  deployment: string;
  minify?: boolean;
};

/** Builds a mini-program for the browser: every file a host has to serve, by URL path. */
export async function buildPages(
  options: BuildOptions,
): Promise<{ files: Map<string, BuiltFile>; diagnostics: Diagnostic[] }> {
  const root = resolve(options.root);
  const minify = options.minify ?? false;
  const { report, diagnostics } = collectDiagnostics();
  const project = readProject(root, report);
  const templates = compileTemplates(root, project.units.values(), report);
  checkTemplates(root, project.units, templates, report);
  const styles = compileStyles(root, project, report);
  const configuration = JSON.stringify(configure(root, project, report));
  const [service, host] = await Promise.all([
    bundleService(
      {
        root,
        deployment: options.deployment,
        minify,
        project,
        templates: templates.code,
        styles,
        configuration,
      },
      report,
    ),
    hostFiles(minify),
  ]);
  const script: BuiltFile = { type: 'text/javascript; charset=utf-8', body: service };
  const files = new Map([...host, ...staticFiles(root), ['/app/service.js', script] as const]);
  return { files, diagnostics };
}

function configure(root: string, project: Project, report: Report): Json {
  const themes = readThemes(project.theme);
  const themed = (value: Json, file: string) => {
    const missing = (theme: string) => (name: string) =>
      report(file, lineOfWord(root, file, `"@${name}"`), `theme.json has no ${theme} "${name}"`);
    return {
      light: applyTheme(value, themes.light, missing('light')),
      dark: applyTheme(value, themes.dark, missing('dark')),
    };
  };
  const units = [...project.units.values()].map((unit) => ({
    path: unit.path,
    page: unit.page,
    json: unit.page ? themed(unit.json, `${unit.path}.json`) : { light: unit.json, dark: unit.json },
    using: unit.using,
    isolation: isolationOf(unit),
    scope: scopeName(unit) ?? null,
  }));
  return { config: themed(project.app, 'app.json'), pages: project.pages, units };
}
