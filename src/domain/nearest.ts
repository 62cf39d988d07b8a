/** Guessing the word somebody meant. */

/** The candidate one or two slips of the finger away from the word (three in a long word), or none. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const meant = word.toLowerCase();
  const most = Math.min(3, Math.max(1, Math.floor(meant.length / 3)));
  let best: string | undefined;
  let bestSlips = most + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - meant.length) >= bestSlips) continue;
    const count = slips(meant, candidate.toLowerCase());
    if (count < bestSlips) [best, bestSlips] = [candidate, count];
  }
  return best;
}

/** How many letters must be added, dropped, changed or swapped with a neighbour to make one word the other. */
function slips(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
