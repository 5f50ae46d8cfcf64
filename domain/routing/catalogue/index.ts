import { city } from './city.ts';
import { education } from './education.ts';
import { health } from './health.ts';
import { housing } from './housing.ts';
import { labour } from './labour.ts';
import { market } from './market.ts';
import { nature } from './nature.ts';
import { safety } from './safety.ts';
import type { Branch } from './shape.ts';
import { transport } from './transport.ts';
import { utilities } from './utilities.ts';
import { welfare } from './welfare.ts';

/** 派单目录 as shipped: every branch of a plateau street, by hand. */
export const branches: readonly Branch[] = [
  ...city,
  ...utilities,
  ...housing,
  ...transport,
  ...safety,
  ...labour,
  ...welfare,
  ...education,
  ...health,
  ...market,
  ...nature,
];
