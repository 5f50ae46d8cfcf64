import { buildClient } from '../build/client.ts';
import { buildFunctions, heaviestFunction } from '../build/functions.ts';
import { packNpm } from '../build/pack.ts';
import { packageSizes } from '../build/sizes.ts';

const help = `npm run build

打包小程序要用的两样东西：miniprogram/lib/domain.js（业务规则里手机能用的部分）和
miniprogram/miniprogram_npm（页面用到的 TDesign 组件），以及云函数 dist/cloudfunctions/、
数据库索引和安全规则 dist/cloudbase/。微信开发者工具编译前会自动运行。`;

export async function main(args: readonly string[], root: string): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  await buildClient(root);
  await packNpm(root);
  const functions = await buildFunctions(root);
  const sizes = [
    ...(await packageSizes(root)),
    ...functions.map(({ name, bytes }) => ({ name: `云函数 ${name}`, bytes, budget: heaviestFunction })),
  ];
  for (const { name, bytes, budget } of sizes) {
    process.stdout.write(`${name.padEnd(12)} ${Math.ceil(bytes / 1024)} KB / ${budget / 1024} KB\n`);
  }
  return sizes.every(({ bytes, budget }) => bytes <= budget) ? 0 : 1;
}
