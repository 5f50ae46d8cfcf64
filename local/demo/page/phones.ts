import { make } from '../../browser/runtime/dom.ts';
import { makeFrame } from '../../browser/runtime/host/frame.ts';
import { listPeople, type Person, titleOf } from '../../browser/runtime/host/people.ts';

/** Whose phone stands where at first: those for whom the sample has something to show. */
const first: Readonly<Record<string, string>> = {
  resident: 'resident-gesang',
  department: 'urban-handler',
  coordinator: 'coordinator-pubu',
};
/** A phone opens where its person works; somebody else's opens at home. */
const desks: Readonly<Record<string, string>> = {
  department: '#/staff/pages/inbox/inbox',
  coordinator: '#/coordinator/pages/intake/intake',
};

export interface Phone {
  /** Its place on the page and its name in the address. */
  readonly slot: string;
  readonly section: HTMLElement;
  readonly window: () => Window | null;
  readonly owner: () => Person;
}

export interface Phones {
  readonly all: readonly Phone[];
  switchOff(): void;
  switchOn(): void;
}

/** The phones of three people; who they are stands in the address. `changed` is called for a phone that changes hands. */
export function drawPhones(
  place: HTMLElement,
  people: readonly Person[],
  changed: (phone: Phone) => void,
): Phones {
  const all = Object.keys(first).flatMap((slot) => {
    const owner = wanted(slot, people);
    return owner ? [drawPhone(slot, owner, people, changed)] : [];
  });
  place.replaceChildren(...all.map(({ section }) => section));
  return {
    all,
    switchOff() {
      for (const phone of all) phone.switchOff();
    },
    switchOn() {
      for (const phone of all) phone.switchOn();
    },
  };
}

function drawPhone(slot: string, given: Person, people: readonly Person[], changed: (phone: Phone) => void) {
  let owner = given;
  const section = make('section', 'phone', '', { id: slot });
  const title = make('h2', 'name');
  const select = make('select');
  const screen = make('div', 'screen');
  const label = make('label', 'who');
  label.append(title, select);
  section.append(label, screen);
  const switchOff = () => screen.replaceChildren();
  const switchOn = () => {
    title.textContent = titleOf(owner.kind);
    section.setAttribute('aria-label', `${titleOf(owner.kind)}的手机`);
    const address = `/m?${new URLSearchParams({ person: owner.id, frame: '1' })}${desks[owner.kind] ?? ''}`;
    screen.replaceChildren(makeFrame(address, `${owner.name}的手机`));
  };
  const window = () => screen.querySelector('iframe')?.contentWindow ?? null;
  const phone = { slot, section, window, owner: () => owner, switchOff, switchOn };
  listPeople(select, people, owner.id, (chosen) => {
    owner = chosen;
    remember(slot, chosen);
    switchOn();
    changed(phone);
  });
  switchOn();
  return phone;
}

function wanted(slot: string, people: readonly Person[]): Person | undefined {
  const id = new URLSearchParams(location.hash.slice(1)).get(slot) ?? first[slot];
  return people.find((one) => one.id === id) ?? people.find(({ kind }) => kind === slot);
}

function remember(slot: string, { id }: Person): void {
  const choice = new URLSearchParams(location.hash.slice(1));
  choice.set(slot, id);
  history.replaceState(null, '', `#${choice}`);
}
