import type { TableRead } from '../../../lib/domain';

type Copy = Readonly<
  Record<'added' | 'changed' | 'retired' | 'same' | 'unnamed' | 'pieces' | 'row' | 'nothing', string>
>;

export interface TableShown {
  /** Each mistake where a spreadsheet shows it. */
  readonly wrong: readonly { readonly key: number; readonly at: string; readonly zh: string }[];
  readonly summary: string;
  readonly changes: readonly {
    readonly key: number;
    readonly tag: string;
    readonly zh: string;
    readonly what: string;
  }[];
}

export function tableShown({ wrong, changes, same, unnamed }: TableRead, t: Copy): TableShown {
  const kinds = (['changed', 'added', 'retired'] as const).map((kind) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count > 0 ? `${t[kind]} ${count} ${t.pieces}` : '';
  });
  const stays = same + unnamed > 0 ? `${t.same} ${same + unnamed} ${t.pieces}` : '';
  return {
    wrong: wrong.map(({ row, column, zh }, key) => ({ key, at: t.row.replace('N', `${row}`) + column, zh })),
    summary: [...(changes.length > 0 ? kinds : [t.nothing]), stays].filter(Boolean).join(' · '),
    changes: changes.map(({ kind, zh, what }, key) => ({ key, tag: t[kind], zh, what })),
  };
}
