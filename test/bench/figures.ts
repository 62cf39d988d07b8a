/** Figures, and tables of them. */

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which that part of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

export type Row = Readonly<Record<string, string | number>>;

/** Prints a table under a heading; figures to three places that count. */
export function printTable(heading: string, rows: readonly Row[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => columns.map((column) => shown(row[column] ?? "")));
  const widths = columns.map((column, i) =>
    Math.max(column.length, ...cells.map((row) => row[i]?.length ?? 0)),
  );
  const line = (texts: readonly string[]) =>
    texts
      .map((text, i) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0)))
      .join("  ");
  console.log(["", heading, line(columns), ...cells.map(line)].join("\n"));
}

function shown(value: string | number): string {
  if (typeof value === "string" || Number.isInteger(value)) return String(value);
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(3);
}
