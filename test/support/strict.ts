/** A warning or an error on the console fails the test that caused it. */
const said: string[] = [];

for (const level of ['warn', 'error'] as const) {
  console[level] = (...words: unknown[]) => said.push(`console.${level}: ${words.map(String).join(' ')}`);
}

afterEach(() => {
  const heard = said.splice(0);
  if (heard.length > 0) throw new Error(heard.join('\n'));
});
