export type Diagnostic = { file: string; line: number; message: string };

export type Report = (file: string, line: number, message: string) => void;

export function lineAt(source: string, offset: number): number {
  return source.slice(0, Math.max(0, offset)).split('\n').length;
}

/** Gives a report function and the list it fills; the same thing said twice is kept once. */
export function collectDiagnostics(): { report: Report; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (file, line, message) => {
    const known = diagnostics.some((d) => d.file === file && d.line === line && d.message === message);
    if (!known) diagnostics.push({ file, line, message });
  };
  return { report, diagnostics };
}
