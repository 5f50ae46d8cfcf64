import type { Unit } from '../office/office.ts';

/** Just before the name: it is what the complaint is about. */
const before = /(投诉|举报|检举|状告)[^，。；！？\n]{0,8}$/;
/** After the name in the same clause: what it is blamed for. */
const after =
  /^[^，。；！？\n]{0,16}(态度|推诿|扯皮|不作为|乱作为|乱收费|多收|刁难|吃拿卡要|骂人|打人|敷衍|不理|没人管|没人接|拖着|推脱|踢皮球|受贿|徇私|滥用|不认账|不守信)/;

/** Characters looked at on either side of a name. */
const reach = 30;

/** Shorter names are words of everyday speech. */
const least = 3;

/** The unit a text complains of by name, with the words that say so. */
export function accusedIn(
  text: string,
  units: readonly Unit[],
): { readonly unit: Unit; readonly words: string } | undefined {
  for (const unit of units) {
    const name = unit.zh.replace(/（.*）/, '');
    if (name.length < least) continue;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const blame = before.exec(text.slice(Math.max(0, at - reach), at))?.[0] ?? '';
      const fault = after.exec(text.slice(at + name.length, at + name.length + reach))?.[0] ?? '';
      if (blame !== '' || fault !== '') return { unit, words: `${blame}${name}${fault}` };
    }
  }
  return undefined;
}
