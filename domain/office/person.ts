import type { Role } from '../kernel/process.ts';

/** Somebody on the roster. Who is not on it is a resident. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** What stands under the name: 住建局 经办人. */
  readonly title: string;
  readonly roles: readonly Role[];
  readonly unit?: string;
  readonly grids?: readonly string[];
  readonly phone?: string;
  /** 代负责人: nobody on the roster is the 负责人 of his unit. Follows from the whole roster, see {@link withActing}. */
  readonly acting?: true;
}

type Placed = Pick<Person, 'roles' | 'unit' | 'acting'>;

/** Who stands in for a 负责人. */
const standIns: readonly Role[] = ['communityClerk', 'handler'];

/**
 * The whole roster, each marked who acts as the 负责人 of his unit: where the roster names none, whoever handles its
 * work leads it in fact. So nothing that only a 负责人 may do is left without anybody who can.
 */
export function withActing<Each extends Placed>(people: readonly Each[]): Each[] {
  const led = new Set(people.filter(({ roles }) => roles.includes('unitLeader')).map(({ unit }) => unit));
  return people.map((person) => {
    const { acting: _, ...plain } = person;
    const acts = person.unit !== undefined && !led.has(person.unit) && isStandIn(person);
    return { ...plain, ...(acts && { acting: true }) } as Each;
  });
}

function isStandIn({ roles }: Placed): boolean {
  return standIns.some((role) => roles.includes(role));
}
