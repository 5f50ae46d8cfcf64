import { make } from '../dom.ts';
import { framed, isJson, type MapLayer, person } from '../world.ts';
import { frameAround } from './frame.ts';
import { tellAround } from './live.ts';
import { findPeople, listPeople, type Person } from './people.ts';

const WIDE = 700;

/** /m: a phone that fills a phone's screen, or stands in the middle of a desktop's. */
export async function startHost(): Promise<void> {
  if (framed) tellAround();
  const people = framed ? [] : await findPeople();
  await loadLayers(framed || people.length > 0);
  if (person === '' && people.length === 0) window.__onewhistle.login ??= goSignIn;
  const chosen = person === '' && people[0] !== undefined ? people[0] : undefined;
  if (chosen !== undefined) become(chosen);
  else if (!framed && window.innerWidth >= WIDE) frameAround(people);
  else {
    document.body.append(make('script', '', '', { src: '/app/service.js' }));
    if (people.length > 0) mountPicker(people);
  }
}

/** Where nobody can be picked, whoever is not in goes where staff sign in, and comes back with a session. */
function goSignIn(): Promise<string> {
  (window.top ?? window).location.assign('/staff');
  return new Promise(() => {});
}

/** A small button where WeChat has its own: at the right end of the navigation bar. */
function mountPicker(people: Person[]): void {
  const label = make('label', 'ow-person');
  const select = make('select', '', '', { 'aria-label': '换一个人' });
  listPeople(select, people, person, become);
  label.append(make('span', '', '换人', { 'aria-hidden': 'true' }), select);
  document.body.append(label);
}

function become({ id }: Person): void {
  const url = new URL(window.location.href);
  url.searchParams.set('person', id);
  url.hash = '';
  window.location.replace(url);
}

async function loadLayers(demonstration: boolean): Promise<void> {
  if (!demonstration) return;
  const answer = await fetch('/demo/map').catch(() => undefined);
  if (answer?.ok !== true) return;
  const map: unknown = await answer.json();
  if (isJson(map) && Array.isArray(map.polygons))
    window.__onewhistle.mapLayers ??= map.polygons as MapLayer[];
}
