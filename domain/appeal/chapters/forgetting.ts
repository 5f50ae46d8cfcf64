import type { MoveTable } from '../../kernel/moves.ts';
import type { Appeal, Someone } from '../appeal.ts';
import type { Decisions, Lines, Memory } from '../chapter.ts';

/**
 * 本人要求删除个人信息：办完的诉求隐去姓名电话、删去录音，事情本身作为公共记录留着；还在办的，办完再隐去
 * （个人信息保护法第四十七条）.
 */
export interface Command {
  readonly type: 'forget';
}
export interface Fact {
  readonly type: 'forgotten';
}

export const moves: MoveTable<Appeal, Command['type']> = {
  forget: {
    zh: '隐去姓名电话',
    by: ['system'],
    from: ['closed', 'declined', 'transferred', 'withdrawn'],
    when: ({ contact, onBehalfOf = {}, recordings }) =>
      isNamed(contact) || isNamed(onBehalfOf) || recordings !== undefined,
    article: '个人信息保护法第四十七条',
  },
};

export const decide: Decisions<Command, Fact> = { forget: () => [{ type: 'forgotten' }] };

export const evolve: Memory<Fact> = {
  forgotten: ({ onBehalfOf }) => ({
    contact: {},
    onBehalfOf: nameless(onBehalfOf),
    recordings: undefined,
  }),
};

export const line: Lines<Fact> = { forgotten: () => ({ zh: '应本人要求隐去姓名电话' }) };

function isNamed({ name, phone }: Someone): boolean {
  return name !== undefined || phone !== undefined;
}

/** Without name and phone; how he agreed stays. */
export function nameless<Given extends Someone>(
  someone: Given | undefined,
): Omit<Given, keyof Someone> | undefined {
  if (someone === undefined) return undefined;
  const { name: _name, phone: _phone, ...rest } = someone;
  return rest;
}
