import { buildClient } from '../build/client.ts';
import { packNpm } from '../build/pack.ts';
import { passAll } from '../gates/gates.ts';

const help = `npm run check

不运行，只检查：类型、写法与引用边界、微信的模板和样式编译器、页面诊断、包大小。`;

export async function main(args: readonly string[], root: string): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  await buildClient(root);
  await packNpm(root);
  const { failed } = await passAll(root);
  return failed === 0 ? 0 : 1;
}
