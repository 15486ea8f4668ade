import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Probe {
  readonly rule: string;
  readonly file: string;
  readonly source: string;
}

/** One planted violation per import rule; a rule that does not bite is a rule that is not there. */
const probes: readonly Probe[] = [
  { rule: 'shared-imports-nobody', file: 'shared/src/loan/zz-probe-a.ts', source: "import '../../../bff/src/platform/clock.ts';" },
  { rule: 'shared-has-no-runtime-dependency', file: 'shared/src/loan/zz-probe-b.ts', source: "import 'node:fs';" },
  { rule: 'rules-do-not-know-the-contract', file: 'shared/src/loan/zz-probe-c.ts', source: "import '../contract/index.ts';" },
  { rule: 'bff-imports-only-shared', file: 'bff/src/loan/http/zz-probe-d.ts', source: "import '../../../../miniapp/src/app.config.ts';" },
  { rule: 'miniapp-imports-only-shared', file: 'miniapp/src/api/zz-probe-e.ts', source: "import '../../../bff/src/platform/clock.ts';" },
  { rule: 'sandbox-is-independent', file: 'tests/sandbox/core-fund/zz-probe-f.ts', source: "import '@anju/shared/loan';" },
  { rule: 'tests-use-the-front-door', file: 'tests/e2e/zz-probe-g.ts', source: "import '../../bff/src/platform/clock.ts';" },
  { rule: 'nobody-imports-tests', file: 'bff/src/withdrawal/domain/zz-probe-h.test.ts', source: "import '../../../../tests/sandbox/people.ts';" },
  { rule: 'domain-is-pure', file: 'bff/src/withdrawal/domain/zz-probe-i.ts', source: "import '../../platform/clock.ts';" },
  { rule: 'domain-has-no-library', file: 'bff/src/withdrawal/domain/zz-probe-j.ts', source: "import 'node:crypto';" },
  { rule: 'use-cases-see-ports-only', file: 'bff/src/session/use-cases/zz-probe-k.ts', source: "import '../http/session.controller.ts';" },
  { rule: 'http-does-not-reach-past-use-cases', file: 'bff/src/withdrawal/http/zz-probe-l.ts', source: "import '../adapters/zz-probe-l2.ts';" },
  { rule: 'modules-meet-at-the-index', file: 'bff/src/loan/use-cases/zz-probe-m.ts', source: "import '../../core-fund/core-fund.port.ts';" },
  { rule: 'platform-knows-no-feature', file: 'bff/src/platform/zz-probe-n.ts', source: "import '../core-fund/index.ts';" },
  { rule: 'core-wire-stays-home', file: 'bff/src/core-fund/zz-probe-o.ts', source: "import './adapters/core-fund.wire.ts';" },
  { rule: 'features-do-not-meet', file: 'miniapp/src/features/loan/zz-probe-p.ts', source: "import '../withdrawal/zz-probe-p2.ts';" },
  { rule: 'main-package-does-not-pull-features', file: 'miniapp/src/pages/home/zz-probe-q.ts', source: "import '../../features/withdrawal/zz-probe-p2.ts';" },
  { rule: 'ui-is-dumb', file: 'miniapp/src/ui/zz-probe-r.ts', source: "import '../api/zz-probe-r2.ts';" },
  { rule: 'no-unresolvable', file: 'shared/src/money/zz-probe-s.ts', source: "import './there-is-no-such-file.ts';" },
  { rule: 'no-cycles', file: 'shared/src/money/zz-probe-t.ts', source: "import { other } from './zz-probe-t2.ts';\nexport const again = other;" },
];
/** Files the probes lean on. */
const props: readonly (readonly [string, string])[] = [
  ['bff/src/withdrawal/adapters/zz-probe-l2.ts', ''],
  ['miniapp/src/features/withdrawal/zz-probe-p2.ts', ''],
  ['miniapp/src/api/zz-probe-r2.ts', ''],
  ['shared/src/money/zz-probe-t2.ts', "import { probe } from './zz-probe-t.ts';\nexport const other = probe;"],
];

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

function judge(): readonly Violation[] {
  const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'shared/src', 'bff/src', 'miniapp/src', 'tests'];
  let output: string;
  try {
    output = execFileSync(process.execPath, [depcruise, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  return (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
}

describe('the import rules', () => {
  let violations: readonly Violation[] = [];
  const planted: string[] = [];

  beforeAll(() => {
    const plant = (file: string, source: string) => {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), `${source}\nexport const probe = 1;\n`);
      planted.push(file);
    };
    try {
      for (const [file, source] of props) plant(file, source);
      for (const { file, source } of probes) plant(file, source);
      violations = judge();
    } finally {
      for (const file of planted) rmSync(join(root, file), { force: true });
    }
  }, 180_000);

  it.each(probes.map((probe) => [probe.rule, probe] as const))('%s bites', (rule, probe) => {
    expect(violations.filter((violation) => violation.from === probe.file).map((violation) => violation.rule.name)).toContain(rule);
  });

  it('hold for the project itself', () => {
    expect(violations.filter((violation) => !violation.from.includes('zz-probe')).map((violation) => `${violation.rule.name}: ${violation.from}`)).toEqual([]);
  });
});
