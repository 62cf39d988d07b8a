/**
 * How often a property is played: as often as its test says, or RUNS times as often. The suite plays the same examples
 * each time, so that what is green once stays green; SEED is a number, or `random` to look for new ones.
 */
const { SEED, RUNS } = process.env;

/** What fast-check begins with: the same for everybody, unless SEED says otherwise; a failure names what it was. */
export const seed = SEED === "random" ? Math.floor(Math.random() * 2 ** 31) : wholeNumber("SEED", SEED, 2016);

const times = wholeNumber("RUNS", RUNS, 1);

/** So many examples, where the suite is played as usual; milliseconds of patience grow in the same way. */
export function runs(usual: number): number {
  return usual * times;
}

function wholeNumber(name: string, given: string | undefined, usual: number): number {
  if (!given) return usual;
  if (!/^\d+$/.test(given)) throw new Error(`${name} must be a whole number, not ${JSON.stringify(given)}.`);
  return Number(given);
}
