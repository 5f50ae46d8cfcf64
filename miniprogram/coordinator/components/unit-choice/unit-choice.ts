import { copyOf } from '../../../lib/copy';
import type { PublicOffice, Unit } from '../../../lib/domain';
import { added, type Chosen, type Found, findUnits, foundOf, led, needed, removed } from '../../lib/chosen';

interface Drawn extends Chosen {
  readonly zh: string;
  readonly error: string;
}

interface Own {
  chosen: readonly Chosen[];
  search: string;
}

type Touch = WechatMiniprogram.BaseEvent;

/**
 * Which units, who leads, what each has to do. `chosen` is where it begins; event `change {chosen}` says how it
 * stands. `errors`: by unit, and `units` for the whole. `must`: every unit needs its words; `bare`: none is asked for any.
 */
Component({
  properties: { office: Object, near: Array, chosen: Array, errors: Object, must: Boolean, bare: Boolean },
  data: { t: copyOf('units'), rows: [] as Drawn[], chips: [] as Found[], found: [] as Found[], search: '' },
  observers: {
    chosen(chosen: Chosen[] | null) {
      Object.assign(this, { chosen: chosen ?? [], search: '' });
      this.draw();
    },
    'office, near, errors'() {
      this.draw();
    },
  },
  methods: {
    draw() {
      const { chosen = [], search = '' } = this as unknown as Partial<Own>;
      const office = this.data.office as PublicOffice | null;
      if (!office) return;
      const errors = (this.data.errors ?? {}) as Record<string, string>;
      const zhOf = (id: string) => office.units.find((unit) => unit.id === id)?.zh ?? id;
      this.setData({
        rows: chosen.map((each) => ({ ...each, zh: zhOf(each.unit), error: errors[each.unit] ?? '' })),
        chips: (this.data.near as Unit[]).map((unit) => foundOf(unit, chosen)),
        found: findUnits(office, search, chosen),
      });
    },
    now(chosen: readonly Chosen[]) {
      (this as unknown as Own).chosen = chosen;
      this.draw();
      this.triggerEvent('change', { chosen });
    },
    toggle({ currentTarget }: Touch) {
      const { id, on } = currentTarget.dataset;
      const { chosen } = this as unknown as Own;
      this.now(on ? removed(chosen, id) : added(chosen, id));
    },
    remove({ currentTarget }: Touch) {
      this.now(removed((this as unknown as Own).chosen, currentTarget.dataset.id));
    },
    lead({ currentTarget }: Touch) {
      this.now(led((this as unknown as Own).chosen, currentTarget.dataset.id));
    },
    /** Not drawn anew: a person who types is not overwritten. */
    need({ currentTarget, detail }: WechatMiniprogram.Input) {
      const own = this as unknown as Own;
      own.chosen = needed(own.chosen, currentTarget.dataset.id, detail.value);
      this.triggerEvent('change', { chosen: own.chosen });
    },
    look({ detail }: WechatMiniprogram.Input) {
      (this as unknown as Own).search = detail.value;
      this.draw();
    },
  },
});
