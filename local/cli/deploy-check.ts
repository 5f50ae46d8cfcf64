import { checks } from '../deploy/checks.ts';

const help = `npm run deploy:check

上线到云开发之前，检查本机这一侧：环境 ID 和 AppID 已填写、云函数已打包且能启动、索引和安全规则与
代码一致、导入文件已生成、街道要用的微信能力环境变量齐全。它不连接云端；云端要看的写在 docs/deploy.md 最后一节。`;

export async function main(args: readonly string[], root: string): Promise<number> {
  if (args.includes('--help')) return said(help, 0);
  let wrong = 0;
  for (const { zh, look } of checks) {
    const mistakes = await look(root);
    said(`${mistakes.length === 0 ? '✓' : '✗'} ${zh}`, 0);
    for (const mistake of mistakes) said(`  ${mistake}`, 0);
    wrong += mistakes.length;
  }
  return said(wrong === 0 ? '本机这一侧可以部署。' : `还有 ${wrong} 处要改。`, wrong === 0 ? 0 : 1);
}

function said(text: string, status: number): number {
  process.stdout.write(`${text}\n`);
  return status;
}
