import { inspect } from 'node:util';
import { ConfigError, readConfig } from './config.ts';
import { testEnvironment } from './testing/probe-app.ts';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}
const without = (name: string): Record<string, string> => {
  const { [name]: _left, ...rest } = testEnvironment();
  return rest;
};

describe('configuration', () => {
  test('a complete environment is taken, with defaults for what may be left out', () => {
    expect(readConfig(testEnvironment())).toMatchObject({
      centre: 'xiamen',
      sessionDays: 30,
      core: { timeoutMs: 2500, pollSeconds: 2 },
      faceId: { freshMinutes: 10 },
      database: { engine: 'sqlite' },
    });
  });

  test('a virus scanner may be left out, and has its own port', () => {
    expect(readConfig(testEnvironment()).clamd).toBeUndefined();
    expect(readConfig(testEnvironment({ CLAMD_HOST: 'scanner' })).clamd).toEqual({ host: 'scanner', port: 3310 });
    expect(readConfig(testEnvironment({ CLAMD_HOST: '10.0.0.5:3311' })).clamd).toEqual({ host: '10.0.0.5', port: 3311 });
  });

  test('the scheme of the address chooses the engine', () => {
    const engine = (url: string) => readConfig(testEnvironment({ DATABASE_URL: url })).database.engine;
    expect(engine('sqlite:/data/a.sqlite')).toBe('sqlite');
    expect(engine('mysql://u:p@h:3306/d')).toBe('mysql');
    expect(engine('mariadb://u@h/d')).toBe('mariadb');
  });

  test.each([
    ['DATABASE_URL', 'postgres://u@h/d'],
    ['DATABASE_URL', 'mysql://u@h'],
    ['DATABASE_URL', 'sqlite::memory:'],
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['LOG_LEVEL', 'loud'],
    ['NODE_ENV', 'prod'],
    ['FIELD_KEYS', 'v1'],
    ['FIELD_KEYS', 'v1:c2hvcnQ='],
    ['FIELD_KEYS', `v1:${Buffer.alloc(32).toString('base64')},v1:${Buffer.alloc(32, 1).toString('base64')}`],
    ['BLIND_INDEX_KEY', 'c2hvcnQ='],
    ['RECEIPT_KEYS', 'toolong:c2hvcnQ='],
    ['RECEIPT_KEYS', 'r1:c2hvcnQ='],
    ['CORE_URL', 'ftp://core'],
    ['CORE_URL', 'core:3201'],
    ['PUBLIC_URL', 'anju'],
    ['CLAMD_HOST', 'tcp://scanner'],
    ['CLAMD_HOST', 'scanner:70000'],
    ['CENTRE', 'Xiamen!'],
    ['CENTRE', 'atlantis'],
    ['CORE_TIMEOUT_MS', '-1'],
    ['CORE_TIMEOUT_MS', '2.5'],
    ['CORE_TIMEOUT_MS', '60000'],
    ['SESSION_DAYS', '0'],
    ['FACE_FRESH_MINUTES', '1e3'],
  ])('%s = %s stops the start with one sentence that names it', (name, value) => {
    const problems = problemsOf(testEnvironment({ [name]: value }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} .+\\.$`));
  });

  test.each(['PUBLIC_URL', 'FILES_DIR', 'FIELD_KEYS', 'BLIND_INDEX_KEY', 'RECEIPT_KEYS', 'ARCHIVE_DIR', 'CORE_URL', 'CORE_KEY_ID', 'CORE_SECRET', 'WECHAT_APP_SECRET', 'SMS_SIGN_NAME', 'FACEID_SECRET_KEY'])(
    'without %s there is no start',
    (name) => {
      expect(problemsOf(without(name))).toEqual([expect.stringMatching(new RegExp(`^${name} is not set; .+`))]);
    },
  );

  test('in production the address of the database and of the listener must be said', () => {
    const problems = problemsOf({ ...without('PORT'), NODE_ENV: 'production' });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['PORT', 'HOST', 'DATABASE_URL']);
  });

  test('no complaint quotes a secret, and the configuration does not print itself', () => {
    const secret = 'hunter2-secret-value';
    expect(problemsOf(testEnvironment({ FIELD_KEYS: `v1:${secret}`, BLIND_INDEX_KEY: secret, DATABASE_URL: `mysql://u:${secret}@h` })).join()).not.toContain(secret);
    const config = readConfig(testEnvironment({ CORE_SECRET: secret }));
    expect(inspect(config) + JSON.stringify({ config })).not.toContain(secret);
  });
});
