import fc from 'fast-check';
import { mayDispatchItself } from '../../domain/routing/automatic.ts';
import { propose } from '../../domain/routing/propose.ts';
import { city, cityWith } from '../support/city.ts';
import { learnt, tricky } from '../support/tricky.ts';

const matters = new Set(city.matters.map(({ id }) => id));
const units = new Set(city.units.map(({ id }) => id));
/** Everything is switched on: what waits for a person now does so by itself. */
const { rules } = cityWith({ automatic: Object.fromEntries([...matters].map((id) => [id, 0])) });
const taught = learnt();

test('五百条刁难的话：建议不出名单，着火就是着火，急的不降级也不自己派出', () => {
  fc.assert(
    fc.property(tricky, ({ text, needs }) => {
      const proposal = propose({ text }, city, taught);
      for (const { id } of [proposal.matter, ...proposal.also].filter((one) => one !== undefined))
        expect(matters).toContain(id);
      for (const { id } of [proposal.lead, ...proposal.assists].filter((one) => one !== undefined))
        expect(units).toContain(id);
      if (needs === undefined) {
        expect(proposal.emergency).toEqual([]);
        return;
      }
      expect(proposal.emergency).toContain(needs);
      expect(proposal.tier).toBe('T1');
      expect(mayDispatchItself(proposal, rules.routing)).toBe(false);
    }),
    { numRuns: 500 },
  );
});
