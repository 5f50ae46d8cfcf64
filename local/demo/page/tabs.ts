import { make, makeButton } from '../../browser/runtime/dom.ts';
import { titleOf } from '../../browser/runtime/host/people.ts';
import type { Phone } from './phones.ts';

/** On a narrow screen one phone is seen at a time: these lead from one to the next. */
export function drawTabs(place: HTMLElement, phones: readonly Phone[]): { name(phone: Phone): void } {
  const tabs = new Map(phones.map((phone) => [phone.section, drawTab(phone)]));
  place.replaceChildren(...tabs.values());
  const watch = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen)
        if (isIntersecting) for (const [section, tab] of tabs) mark(tab, section === target);
    },
    { threshold: 0.6 },
  );
  for (const section of tabs.keys()) watch.observe(section);
  return {
    name({ section, owner }) {
      const tab = tabs.get(section);
      if (tab) words(tab, owner());
    },
  };
}

function drawTab({ section, owner }: Phone): HTMLButtonElement {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const tab = makeButton('tab', '', () =>
    section.scrollIntoView({ behavior: calm.matches ? 'auto' : 'smooth', inline: 'center' }),
  );
  words(tab, owner());
  return tab;
}

function words(tab: HTMLElement, { kind, name }: ReturnType<Phone['owner']>): void {
  tab.replaceChildren(make('span', '', titleOf(kind)), make('span', 'soft', name));
}

function mark(tab: HTMLElement, current: boolean): void {
  if (current) tab.setAttribute('aria-current', 'true');
  else tab.removeAttribute('aria-current');
}
