import type { Kind } from '../office/office.ts';

const signs: readonly (readonly [Kind, RegExp])[] = [
  ['report', /举报|实名反映|检举|违法/],
  ['praise', /表扬|感谢|点赞|好评/],
  ['complain', /投诉|没人管|一直不|太吵|不给|骗|乱收/],
  ['suggest', /建议|希望能|能不能|可不可以/],
  ['consult', /请问|怎么办理|咨询|需要什么材料|在哪里办/],
];

/** How the words mean it, with the word that says so; `undefined` when none does. */
export function kindIn(text: string): { readonly kind: Kind; readonly word: string } | undefined {
  for (const [kind, sign] of signs) {
    const word = sign.exec(text)?.[0];
    if (word !== undefined) return { kind, word };
  }
  return undefined;
}
