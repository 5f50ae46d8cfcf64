import type { GenericSchema } from 'valibot';

/** Characters enough for every rule about how much must be said. */
const ample = 30;

/** Gives the next number of a sequence, from 0 up to but not including `n`. */
export type Draw = (n: number) => number;

/** Numbers that look like chance and are the same for the same beginning (mulberry32). */
export function drawFrom(number: number): Draw {
  let at = number;
  return (n) => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
}

/** What a field may name: ids of what there is, by the name of the field. */
export type Known = (field: string) => readonly (string | number)[];

type Node = {
  readonly type: string;
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
  readonly entries?: Readonly<Record<string, Node>>;
  readonly options?: readonly (Node | string)[];
  readonly wrapped?: Node;
  readonly item?: Node;
  readonly literal?: unknown;
  readonly key?: string;
};

/** Every command a process takes from people, by its type. */
export function commandsOf(input: GenericSchema): ReadonlyMap<string, Node> {
  const { options = [] } = input as unknown as Node;
  return new Map((options as readonly Node[]).map((option) => [typeOf(option), option]));
}

/** One command may be said in several shapes. */
function typeOf({ entries, options = [] }: Node): string {
  return entries ? String(entries.type?.literal) : typeOf(options[0] as Node);
}

/**
 * A command as somebody could send it, made from what the door takes. Words carry the sign `〔path〕` of the field
 * they stand in, so that a reader can tell where he read them.
 */
export function sayingOf(schema: Node, path: string, draw: Draw, known: Known): unknown {
  switch (schema.type) {
    case 'strict_object':
      return objectOf(schema, path, draw, known);
    case 'optional':
      return schema.wrapped && draw(2) === 0 ? sayingOf(schema.wrapped, path, draw, known) : undefined;
    case 'literal':
      return schema.literal;
    case 'picklist':
      return schema.options?.[draw(schema.options.length)];
    case 'boolean':
      return draw(3) > 0;
    case 'number':
      return numberOf(schema, path, draw, known);
    case 'string':
      return textOf(schema, path, draw, known);
    case 'array':
      return listOf(schema, path, draw, known);
    case 'variant':
    case 'union':
      return oneOf(schema, path, draw, known);
    default:
      throw new Error(`${path}: nobody knows how to say “${schema.type}”`);
  }
}

function objectOf({ entries = {} }: Node, path: string, draw: Draw, known: Known): object {
  const fields = Object.entries(entries).map(
    ([name, inner]) => [name, sayingOf(inner, `${path}.${name}`, draw, known)] as const,
  );
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

/** Of several shapes one; the sign names it by what sets it apart, `appeal.ask.hold.words`. */
function oneOf({ options = [] }: Node, path: string, draw: Draw, known: Known): unknown {
  const chosen = options[draw(options.length)] as Node;
  const apart = Object.entries(chosen.entries ?? {}).find(
    ([name, { type }]) => name !== 'type' && type === 'literal',
  );
  return sayingOf(chosen, apart ? `${path}.${apart[1].literal}` : path, draw, known);
}

const last = (path: string) => path.slice(path.lastIndexOf('.') + 1);

function limitOf({ pipe = [] }: Node, ...types: readonly string[]): number | undefined {
  const found = pipe.find(({ type }) => types.includes(type))?.requirement;
  return typeof found === 'number' ? found : undefined;
}

function numberOf(schema: Node, path: string, draw: Draw, known: Known): number {
  const values = known(last(path));
  if (values.length > 0) return Number(values[draw(values.length)]);
  const least = limitOf(schema, 'min_value') ?? 0;
  const most = limitOf(schema, 'max_value') ?? least + 100;
  return Math.round(least + (draw(1000) / 1000) * (most - least));
}

function textOf(schema: Node, path: string, draw: Draw, known: Known): string {
  const values = known(last(path));
  if (values.length > 0) return String(values[draw(values.length)]);
  const isId = schema.pipe?.some(({ type }) => type === 'regex');
  if (isId) return last(path).toLowerCase().includes('phone') ? '13900000101' : 'unknown-0001';
  const text = `〔${path}〕`;
  const least = Math.max(limitOf(schema, 'min_length') ?? 1, ample);
  return text.padEnd(least, '字').slice(0, limitOf(schema, 'max_length'));
}

/** One lead among units, mostly: else hardly any dispatch would be allowed. */
function listOf(schema: Node, path: string, draw: Draw, known: Known): unknown[] {
  if (last(path) === 'photos') return [];
  const least = limitOf(schema, 'min_length') ?? 0;
  const item = schema.item;
  if (!item) return [];
  const items = Array.from({ length: least + draw(2) }, () => sayingOf(item, path, draw, known));
  const roles = items as { role?: string }[];
  if (roles[0]?.role === undefined || draw(8) === 0) return items;
  return roles.map((each, place) => ({ ...each, role: place === 0 ? 'lead' : 'assist' }));
}
