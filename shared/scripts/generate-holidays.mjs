// Writes src/calendar/holidays.generated.ts from the development dependency chinese-days, so that the phone carries four digits a day
// and no library. Run it after updating chinese-days: node shared/scripts/generate-holidays.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import path from 'node:path';

const FIRST_YEAR = 2015;
const output = fileURLToPath(new URL('../src/calendar/holidays.generated.ts', import.meta.url));

function readDays() {
  const entry = createRequire(import.meta.url).resolve('chinese-days');
  return JSON.parse(readFileSync(path.join(path.dirname(entry), 'chinese-days.json'), 'utf8'));
}

const isWeekend = (date) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

function line(year, days) {
  const inYear = (dates, wanted) =>
    Object.keys(dates)
      .filter((date) => date.startsWith(`${year}-`) && isWeekend(date) === wanted)
      .sort()
      .map((date) => date.slice(5).replace('-', ''))
      .join('');
  return `  ${year}: { off: '${inYear(days.holidays, false)}', makeUp: '${inYear(days.workdays, true)}' },`;
}

/** The text of the generated file. */
export function generate(days = readDays()) {
  const years = [...new Set(Object.keys(days.holidays).map((date) => Number(date.slice(0, 4))))].filter((year) => year >= FIRST_YEAR).sort();
  return [
    '// Made by scripts/generate-holidays.mjs from chinese-days; do not edit.',
    '',
    '/** Per year, as MMDD without separators: weekdays that are off, and weekend days that are worked. */',
    'export const holidayYears: Readonly<Record<number, { readonly off: string; readonly makeUp: string }>> = {',
    ...years.map((year) => line(year, days)),
    '};',
    `export const knownThrough = '${years[years.length - 1]}-12-31';`,
    '',
  ].join('\n');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(output, generate());
}
