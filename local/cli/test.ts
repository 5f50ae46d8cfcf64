import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildClient } from '../build/client.ts';
import { packNpm } from '../build/pack.ts';
import { type Passed, passAll } from '../gates/gates.ts';

const help = `npm test [-- Jest 的选项或文件]

运行全部：类型、写法、微信编译器、页面诊断，然后是规则、存储约定、云函数、页面和浏览器里的故事。
给出文件或选项时（例如 npm test -- test/rules --verbose）只运行 Jest 的那一部分。`;

export async function main(args: readonly string[], root: string): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  await buildClient(root);
  await packNpm(root);
  const whole = args.every((arg) => arg.startsWith('--'));
  const gates: Passed = whole ? await passAll(root) : { passed: 0, failed: 0 };
  const tests = await jest(args, root);
  const failed = gates.failed + tests.failed;
  const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : '';
  process.stdout.write(`${gates.passed + tests.passed} passed, ${failed} failed${skipped}\n`);
  return failed === 0 && tests.passed > 0 ? 0 : 1;
}

async function jest(args: readonly string[], root: string): Promise<Passed & { readonly skipped: number }> {
  const report = join(root, 'dist/jest.json');
  const program = join(root, 'node_modules/jest/bin/jest.js');
  const status = await new Promise<number | null>((resolve) => {
    const flags = ['--json', `--outputFile=${report}`, ...args];
    const child = spawn(process.execPath, [program, ...flags], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('close', resolve);
  });
  const told = JSON.parse(await readFile(report, 'utf8'));
  const failed = told.numFailedTests + told.numRuntimeErrorTestSuites;
  return {
    passed: told.numPassedTests,
    failed: status === 0 ? failed : Math.max(failed, 1),
    skipped: told.numPendingTests,
  };
}
