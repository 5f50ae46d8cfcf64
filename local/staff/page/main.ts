import { complain, onPress, part, rest } from '../../demo/page/parts.ts';
import { confirm, enrol, forget, isIn, signIn } from './calls.ts';
import { drawInside, startInside } from './inside.ts';
import { pictureOf } from './picture.ts';

const screens = ['sign-in', 'invited', 'enrolling', 'inside'] as const;
type Screen = (typeof screens)[number];
type Fields = Readonly<Record<string, string>>;

function show(wanted: Screen): void {
  for (const screen of screens) part(screen, HTMLElement).hidden = screen !== wanted;
  part(wanted, HTMLElement).querySelector('input')?.focus();
}

/** What was typed is handed over; meanwhile the button rests. */
function onSubmit(screen: Screen, act: (fields: Fields) => Promise<unknown>): void {
  const form = part(screen, HTMLFormElement);
  const button = form.querySelector('button');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!button || button.getAttribute('aria-disabled') === 'true') return;
    const typed = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()] as const);
    rest(button, true);
    await act(Object.fromEntries(typed));
    rest(button, false);
  });
}

async function goIn(): Promise<void> {
  for (const form of document.querySelectorAll('form')) form.reset();
  for (const id of ['passphrase', 'secret']) part(id, HTMLOutputElement).textContent = '';
  part('picture', HTMLDivElement).replaceChildren();
  show('inside');
  await drawInside(goOut);
}

function goOut(): void {
  forget();
  show('sign-in');
}

let invited: Fields = {};

onSubmit('sign-in', async (fields) => {
  if (await signIn(fields)) await goIn();
});

onSubmit('invited', async (fields) => {
  const enrolment = await enrol(fields);
  if (!enrolment) return;
  invited = fields;
  part('passphrase', HTMLOutputElement).textContent = enrolment.passphrase;
  part('secret', HTMLOutputElement).textContent = enrolment.secret;
  part('picture', HTMLDivElement).replaceChildren(pictureOf(enrolment.uri));
  show('enrolling');
});

onSubmit('enrolling', async (fields) => {
  if (await confirm({ ...invited, ...fields })) await goIn();
});

for (const button of document.querySelectorAll<HTMLElement>('[data-go]'))
  onPress(button, () => {
    complain('');
    show(button.dataset.go as Screen);
  });

startInside(goOut);
if (isIn()) void goIn();
else show('sign-in');
