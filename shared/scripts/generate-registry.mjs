// Writes src/policy/packs/registry.generated.ts from the folders beside it: adding a city is adding a folder, nobody keeps a list.
// Run it after adding one: node shared/scripts/generate-registry.mjs. npm run policy:check tells when it was forgotten.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const packsFolder = fileURLToPath(new URL('../src/policy/packs/', import.meta.url));
export const REGISTRY = 'registry.generated.ts';

/** The centres that have a folder with a pack, by name. */
export function centresIn(folder = packsFolder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, 'pack.ts')))
    .map((entry) => entry.name)
    .sort();
}

/** The text of the generated file. */
export function generate(centres = centresIn()) {
  return [
    '// Made by scripts/generate-registry.mjs from the folders beside it; do not edit.',
    '',
    ...centres.map((centre) => `import { pack as ${centre} } from './${centre}/pack.ts';`),
    "import type { CentrePack } from '../policy-pack.ts';",
    '',
    '/** The pack of every folder, as written: unchecked. */',
    'export const writtenPacks: readonly CentrePack[] = [',
    ...centres.map((centre) => `  ${centre},`),
    '];',
    '',
  ].join('\n');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(path.join(packsFolder, REGISTRY), generate());
}
