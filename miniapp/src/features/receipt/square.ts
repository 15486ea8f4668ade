import { encode } from 'uqr';

/** A row of the square code: where its dark modules begin and end. */
export interface SquareRow {
  readonly runs: readonly (readonly [number, number])[];
}
export interface Square {
  /** Modules on a side, with the quiet zone of four on each side. */
  readonly size: number;
  readonly rows: readonly SquareRow[];
}

/** The square code of a text (QR by uqr, which draws nothing itself and so runs in WeChat too). */
export function squareOf(text: string): Square {
  const { size, data } = encode(text, { ecc: 'L', border: 4 });
  return { size, rows: data.map((cells) => ({ runs: runsOf(cells) })) };
}

function runsOf(cells: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = [];
  let from = 0;
  while (from < cells.length) {
    let to = from;
    while (cells[to] === true) to += 1;
    if (to > from) runs.push([from, to]);
    from = to + 1;
  }
  return runs;
}

/** One row as a background of hard stops, in whole px so that no seam shows. */
export function backgroundOf({ runs }: SquareRow, module: number): string {
  const stops = runs.flatMap(([from, to]) => [`transparent ${from * module}px`, `#000 ${from * module}px`, `#000 ${to * module}px`, `transparent ${to * module}px`]);
  return stops.length === 0 ? 'none' : `linear-gradient(to right, ${stops.join(', ')})`;
}
