import { resolve } from 'node:path';
import { policyCentres } from '@anju/shared/policy/packs';
import { isWithdrawalRoute } from '@anju/shared/withdrawal';
import type { WithdrawalRouteId } from '@anju/shared/withdrawal';

type Env = Readonly<Record<string, string | undefined>>;

export type DatabaseTarget =
  { readonly engine: 'sqlite'; readonly path: string } | { readonly engine: 'mysql' | 'mariadb'; readonly url: string };

/** One key under which personal data is sealed; `id` stands in front of each sealed value. */
export interface FieldKey {
  readonly id: string;
  readonly key: Buffer;
}
export interface CoreConfig {
  readonly url: string;
  readonly keyId: string;
  readonly secret: string;
  /** How long one call may take, in milliseconds. */
  readonly timeoutMs: number;
  /** How often the event feed is read, in seconds. */
  readonly pollSeconds: number;
  /** The centre's code of A.7 where it is not the standard's, by withdrawal route; some centres have swapped 06 and 08. */
  readonly reasons: Readonly<Partial<Record<WithdrawalRouteId, string>>>;
}
export interface WechatConfig {
  readonly url: string;
  readonly appId: string;
  readonly appSecret: string;
  /** Subscription template for a case that moved on. */
  readonly templateCase: string;
}
export interface SmsConfig {
  readonly url: string;
  readonly secretId: string;
  readonly secretKey: string;
  readonly sdkAppId: string;
  readonly signName: string;
  readonly templateCode: string;
  readonly templateCase: string;
}
export interface FaceIdConfig {
  readonly url: string;
  readonly secretId: string;
  readonly secretKey: string;
  readonly ruleId: string;
  /** How long a passed face check counts, in minutes. */
  readonly freshMinutes: number;
}
/** ClamAV's daemon, `clamd`. */
export interface ClamdConfig {
  readonly host: string;
  readonly port: number;
}
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** A class because it is its own injection token. Built once by `readConfig`; prints as `[Config]`, since it holds keys. */
export class Config {
  readonly nodeEnv!: 'development' | 'test' | 'production';
  readonly port!: number;
  readonly host!: string;
  readonly logLevel!: LogLevel;
  /** Where people reach the H5 and the API, without a slash at the end. */
  readonly publicUrl!: string;
  /** The centre's id in the rule packs, `xiamen`. */
  readonly centre!: string;
  readonly database!: DatabaseTarget;
  /** Folder of sealed uploads, absolute. */
  readonly filesDir!: string;
  /** Scans each upload for viruses; without it only known marks are looked for. */
  readonly clamd!: ClamdConfig | undefined;
  /** The first one seals, each of them opens. */
  readonly fieldKeys!: readonly FieldKey[];
  readonly blindIndexKey!: Buffer;
  /** Seeds of the Ed25519 keys of receipts: the first one signs, each of them verifies. */
  readonly receiptKeys!: readonly FieldKey[];
  /** Folder into which archive packages are handed over, absolute. */
  readonly archiveDir!: string;
  readonly outboxPollMs!: number;
  readonly sessionDays!: number;
  /** Requests a minute of one session; twenty times as many of one address. */
  readonly ratePerMinute!: number;
  readonly core!: CoreConfig;
  readonly wechat!: WechatConfig;
  readonly sms!: SmsConfig;
  readonly faceId!: FaceIdConfig;

  constructor(values: Omit<Config, 'toJSON'>) {
    Object.assign(this, values);
  }

  toJSON(): string {
    return '[Config]';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[Config]';
  }
}

/** The configuration does not allow a start. Each problem is one sentence that names its variable, never its value. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** Several calls must fit into the lease under which one instance works on a case. */
const LONGEST_CORE_CALL_MS = 5000;

const BASE64_HINT = `make one with: node -e "console.log(require('crypto').randomBytes(32).toString('base64'))"`;

/** Reads variables and collects every complaint, so that one start shows them all. */
class Reader {
  readonly problems: string[] = [];
  constructor(private readonly env: Env) {}

  optional(name: string): string | undefined {
    const value = this.env[name]?.trim();
    return value === '' ? undefined : value;
  }
  text(name: string, what: string, fallback?: string): string {
    const value = this.optional(name) ?? fallback;
    if (value === undefined) this.problems.push(`${name} is not set; set it to ${what}.`);
    return value ?? '';
  }
  integer(name: string, unit: string, least: number, most: number, fallback?: number): number {
    const value = this.optional(name);
    if (value === undefined && fallback !== undefined) return fallback;
    const number = Number(value);
    if (value === undefined || !/^\d{1,9}$/.test(value) || number < least || number > most) {
      this.problems.push(`${name} must be a whole number of ${unit} from ${least} to ${most}.`);
      return least;
    }
    return number;
  }
  choice<T extends string>(name: string, choices: readonly T[], fallback: T): T {
    const value = this.optional(name) ?? fallback;
    const found = choices.find((choice) => choice === value);
    if (found === undefined) this.problems.push(`${name} must be one of ${choices.join(', ')}.`);
    return found ?? fallback;
  }
  url(name: string, what: string): string {
    const value = this.text(name, what);
    if (value !== '' && !isHttpUrl(value)) this.problems.push(`${name} must be an address that starts with http:// or https://: ${what}.`);
    return value.replace(/\/+$/, '');
  }
  key(name: string, value: string): Buffer {
    const bytes = Buffer.from(value, 'base64');
    if (bytes.length !== 32) this.problems.push(`${name} must hold 32 bytes in base64; ${BASE64_HINT}.`);
    return bytes;
  }
}

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

function databaseTarget(reader: Reader, fallback: string | undefined): DatabaseTarget {
  const value = reader.text('DATABASE_URL', 'sqlite:<path>, mysql://… or mariadb://…', fallback);
  const path = /^sqlite:(.+)$/.exec(value)?.[1];
  if (path === ':memory:') reader.problems.push('DATABASE_URL must name a file after sqlite:, because the BFF opens it more than once.');
  if (path !== undefined) return { engine: 'sqlite', path: resolve(path) };
  const scheme = /^(mysql|mariadb):\/\//.exec(value)?.[1];
  const complete = scheme !== undefined && URL.canParse(value) && new URL(value).pathname.length > 1;
  if (value !== '' && !complete) {
    reader.problems.push('DATABASE_URL must read sqlite:<path>, mysql://user:password@host:port/database or mariadb://user:password@host:port/database.');
  }
  return { engine: scheme === 'mysql' ? 'mysql' : 'mariadb', url: value };
}

/** Keys by name, newest first: `v2:<base64>,v1:<base64>`. */
function namedKeys(reader: Reader, name: 'FIELD_KEYS' | 'RECEIPT_KEYS', first: string, longest: number): readonly FieldKey[] {
  const value = reader.text(name, `${first}:<32 bytes in base64>, newest first; ${BASE64_HINT}`);
  const keys: FieldKey[] = [];
  for (const part of value === '' ? [] : value.split(',')) {
    const match = new RegExp(`^\\s*([a-z0-9]{1,${longest}}):(.+?)\\s*$`).exec(part);
    if (match?.[1] === undefined || match[2] === undefined) {
      reader.problems.push(`${name} must read ${first}:<base64>: a short name of at most ${longest} characters, a colon and 32 bytes in base64 for each key, with commas between.`);
      continue;
    }
    if (keys.some((known) => known.id === match[1])) reader.problems.push(`${name} names the key ${match[1]} twice; give each key its own name.`);
    keys.push({ id: match[1], key: reader.key(name, match[2]) });
  }
  return keys;
}

function blindIndexKey(reader: Reader): Buffer {
  const value = reader.text('BLIND_INDEX_KEY', `32 bytes in base64; ${BASE64_HINT}`);
  return value === '' ? Buffer.alloc(32) : reader.key('BLIND_INDEX_KEY', value);
}

function coreReasons(reader: Reader): CoreConfig['reasons'] {
  const value = reader.text('CORE_REASONS', 'purchase:01,repay-fund-loan:06', 'purchase:01,repay-fund-loan:06');
  const pairs = value.split(',').map((pair) => pair.trim().split(':'));
  const holds = ([route = '', code = '', ...more]: readonly string[]): boolean => isWithdrawalRoute(route) && /^\d{2}$/.test(code) && more.length === 0;
  if (pairs.every(holds)) return Object.fromEntries(pairs) as CoreConfig['reasons'];
  reader.problems.push('CORE_REASONS must read purchase:01,repay-fund-loan:06, each a withdrawal route with the two-digit code of this centre.');
  return {};
}

function clamd(reader: Reader): ClamdConfig | undefined {
  const value = reader.optional('CLAMD_HOST');
  if (value === undefined) return undefined;
  const [, host, port] = /^([A-Za-z0-9.-]{1,253})(?::(\d{1,5}))?$/.exec(value) ?? [];
  if (host === undefined || Number(port ?? 1) < 1 || Number(port ?? 1) > 65_535) reader.problems.push('CLAMD_HOST must read host or host:port of the virus scanner clamd; the port is 3310 when it is left out.');
  return { host: host ?? '', port: Number(port ?? 3310) };
}

function outside(reader: Reader): Pick<Config, 'core' | 'wechat' | 'sms' | 'faceId'> {
  return {
    core: {
      url: reader.url('CORE_URL', 'the address of the core fund system, without /gateway'),
      keyId: reader.text('CORE_KEY_ID', 'the name of the key agreed with the core fund system'),
      secret: reader.text('CORE_SECRET', 'the secret agreed with the core fund system'),
      timeoutMs: reader.integer('CORE_TIMEOUT_MS', 'milliseconds', 100, LONGEST_CORE_CALL_MS, 2500),
      pollSeconds: reader.integer('CORE_POLL_SECONDS', 'seconds', 1, 3600, 2),
      reasons: coreReasons(reader),
    },
    wechat: {
      url: reader.url('WECHAT_URL', 'https://api.weixin.qq.com, or the stand-in'),
      appId: reader.text('WECHAT_APP_ID', "the mini-program's app id"),
      appSecret: reader.text('WECHAT_APP_SECRET', "the mini-program's app secret"),
      templateCase: reader.text('WECHAT_TEMPLATE_CASE', 'the id of the subscription template for a case'),
    },
    sms: {
      url: reader.url('SMS_URL', 'https://sms.tencentcloudapi.com, or the stand-in'),
      secretId: reader.text('SMS_SECRET_ID', "the SMS service's SecretId"),
      secretKey: reader.text('SMS_SECRET_KEY', "the SMS service's SecretKey"),
      sdkAppId: reader.text('SMS_SDK_APP_ID', "the SMS application's id"),
      signName: reader.text('SMS_SIGN_NAME', 'the approved signature of the messages'),
      templateCode: reader.text('SMS_TEMPLATE_CODE', 'the id of the sign-in code template'),
      templateCase: reader.text('SMS_TEMPLATE_CASE', 'the id of the case notice template'),
    },
    faceId: {
      url: reader.url('FACEID_URL', 'https://faceid.tencentcloudapi.com, or the stand-in'),
      secretId: reader.text('FACEID_SECRET_ID', "the face verification service's SecretId"),
      secretKey: reader.text('FACEID_SECRET_KEY', "the face verification service's SecretKey"),
      ruleId: reader.text('FACEID_RULE_ID', 'the id of the business flow'),
      freshMinutes: reader.integer('FACE_FRESH_MINUTES', 'minutes', 1, 120, 10),
    },
  };
}

/**
 * Checks every variable and returns the whole configuration.
 * @throws ConfigError with one sentence for each wrong variable
 */
export function readConfig(env: Env = process.env): Config {
  const reader = new Reader(env);
  const nodeEnv = reader.choice('NODE_ENV', ['development', 'test', 'production'] as const, 'development');
  const development = nodeEnv !== 'production';
  const values = {
    nodeEnv,
    port: reader.integer('PORT', 'port', 0, 65_535, development ? 3000 : undefined),
    host: reader.text('HOST', 'the address to listen on, 0.0.0.0 for all', development ? '127.0.0.1' : undefined),
    logLevel: reader.choice('LOG_LEVEL', ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const, 'info'),
    publicUrl: reader.url('PUBLIC_URL', 'the address where people reach the H5 and the API'),
    centre: reader.text('CENTRE', 'the centre, such as xiamen', 'xiamen'),
    database: databaseTarget(reader, development ? 'sqlite:.anju/bff.sqlite' : undefined),
    filesDir: resolve(reader.text('FILES_DIR', 'the folder where sealed uploads are kept')),
    clamd: clamd(reader),
    fieldKeys: namedKeys(reader, 'FIELD_KEYS', 'v1', 8),
    blindIndexKey: blindIndexKey(reader),
    receiptKeys: namedKeys(reader, 'RECEIPT_KEYS', 'r1', 3),
    archiveDir: resolve(reader.text('ARCHIVE_DIR', 'the folder into which archive packages are handed over')),
    outboxPollMs: reader.integer('OUTBOX_POLL_MS', 'milliseconds', 20, 60_000, 500),
    sessionDays: reader.integer('SESSION_DAYS', 'days', 1, 365, 30),
    ratePerMinute: reader.integer('RATE_PER_MINUTE', 'requests', 1, 1_000_000, 600),
    ...outside(reader),
  };
  const centres = policyCentres.map(({ centre }) => centre);
  if (!centres.includes(values.centre)) reader.problems.push(`CENTRE must be one of the centres whose rules are known: ${centres.join(', ')}.`);
  if (reader.problems.length > 0) throw new ConfigError(reader.problems);
  return new Config(values);
}
