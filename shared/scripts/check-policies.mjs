// Holds every rule pack, the national figures and the registry against the rules of packs, and tells what each centre knows.
// npm run policy:check            exits 1 when anything is wrong, naming file and figure
// A folder given as an argument is checked in place of shared/src.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { centresIn, generate, REGISTRY } from './generate-registry.mjs';

const sources = path.resolve(process.argv[2] ?? fileURLToPath(new URL('../src/', import.meta.url)));
const packsFolder = path.join(sources, 'policy', 'packs');
const load = (...parts) => import(pathToFileURL(path.join(sources, ...parts)).href);
const nameOf = (...parts) => path.relative(process.cwd(), path.join(packsFolder, ...parts));

const { figureLists, packFaults, sourceFaults, sourcesOf, timeFaults } = await load('policy', 'check-pack.ts');
const { figureOfDay } = await load('policy', 'policy-pack.ts');
const { chinaDateOf } = await load('calendar', 'index.ts');
const today = chinaDateOf(Date.now());

/** What a citizen may ask about; where a pack has no list for one of these it is unknown. */
const ASKED = [
  'loan.cap', 'loan.account', 'loan.downPayment', 'loan.ability', 'loan.contributionMonths', 'loan.roundDownToFen', 'contribution.baseUpper',
  'contribution.baseLower', 'withdrawal.rentPerMonth',
];

/** How many figures, sources, unknown and expired rules, and conflicts are in lists of figures. */
function census(lists, asked) {
  const states = lists.map(({ at, figures }) => ({ at, state: figureOfDay(figures, today).state }));
  const absent = asked.filter((at) => !lists.some((list) => list.at === at));
  const figures = lists.flatMap((list) => list.figures);
  return {
    figures: figures.length,
    sources: new Set(lists.flatMap((list) => sourcesOf(list.figures)).map(({ source }) => source.id)).size,
    unknown: states.filter(({ at, state }) => state === 'unknown' && at !== 'withdrawal.notOffered').length + absent.length,
    expired: states.filter(({ state }) => state === 'expired').length,
    conflicts: figures.filter(({ conflict }) => conflict !== undefined).length,
  };
}

async function checkCentre(centre) {
  const file = nameOf(centre, 'pack.ts');
  let loaded;
  try {
    loaded = await load('policy', 'packs', centre, 'pack.ts');
  } catch (error) {
    return { faults: [`${file} cannot be loaded: ${String(error.message).split('\n')[0]}`] };
  }
  if (loaded.pack === undefined) return { faults: [`${file} exports no pack`] };
  const faults = packFaults(loaded.pack).map((fault) => `${file} ${fault}`);
  if (loaded.pack.centre !== centre) faults.push(`${file} centre is not the name of its folder, ${centre}`);
  const index = path.join(packsFolder, centre, 'index.ts');
  if (!existsSync(index) || (await load('policy', 'packs', centre, 'index.ts'))[centre] !== loaded.pack) {
    faults.push(`${nameOf(centre, 'index.ts')} does not export the pack as ${centre}`);
  }
  return faults.length > 0 ? { faults } : { faults, counts: census(figureLists(loaded.pack), ASKED) };
}

async function checkNational() {
  const national = await load('policy', 'packs', 'national', 'index.ts');
  const lists = Object.entries(national)
    .filter(([, value]) => Array.isArray(value))
    .map(([at, figures]) => ({ at, figures }));
  const found = lists.flatMap(({ at, figures }) => sourcesOf(figures).map((one) => ({ ...one, at: `${at}${one.at}` })));
  const faults = [...lists.flatMap(({ at, figures }) => timeFaults(at, figures)), ...sourceFaults('national', national.nationalCheckedOn, found)];
  return { faults: faults.map((fault) => `${nameOf('national')} ${fault}`), counts: census(lists, []) };
}

function registryFaults(centres) {
  const file = path.join(packsFolder, REGISTRY);
  const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return written === generate(centres) ? [] : [`${nameOf(REGISTRY)} is not what the folders give: run node shared/scripts/generate-registry.mjs`];
}

const centres = centresIn(packsFolder);
const results = [['national', await checkNational()]];
for (const centre of centres) results.push([centre, await checkCentre(centre)]);
const faults = [...results.flatMap(([, result]) => result.faults), ...registryFaults(centres)];

console.log(`Rule packs on ${today}`);
for (const [name, { counts }] of results) {
  const told = counts === undefined ? 'not counted' : Object.entries(counts).map(([what, count]) => `${String(count).padStart(3)} ${what}`).join('  ');
  console.log(`  ${name.padEnd(10)} ${told}`);
}
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? `All ${centres.length} packs hold together.` : `${faults.length} to mend.`);
process.exitCode = faults.length === 0 ? 0 : 1;
