import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The secrets that the BFF and the stand-ins share in one stack, by their environment names. Made at random, never committed. */
export type StackKeys = Readonly<Record<string, string>>;

/** Fresh secrets for one stack. */
export function makeKeys(): StackKeys {
  const secret = (bytes: number) => randomBytes(bytes).toString('base64');
  const name = (prefix: string) => prefix + randomBytes(8).toString('hex');
  return {
    FIELD_KEYS: `v1:${secret(32)}`,
    BLIND_INDEX_KEY: secret(32),
    RECEIPT_KEYS: `r1:${secret(32)}`,
    CORE_KEY_ID: name('anju-'),
    CORE_SECRET: secret(32),
    WECHAT_APP_ID: name('wx'),
    WECHAT_APP_SECRET: randomBytes(16).toString('hex'),
    WECHAT_TEMPLATE_CASE: randomBytes(32).toString('base64url'),
    SMS_SECRET_ID: name('AKID'),
    SMS_SECRET_KEY: secret(24),
    SMS_SDK_APP_ID: '1400006666',
    SMS_SIGN_NAME: '安居公积金',
    SMS_TEMPLATE_CODE: '1110001',
    SMS_TEMPLATE_CASE: '1110002',
    FACEID_SECRET_ID: name('AKID'),
    FACEID_SECRET_KEY: secret(24),
    FACEID_RULE_ID: '1',
  };
}

/** Secrets that outlive one start, so that what is sealed in the state folder can be opened by the next. */
export function keptKeys(file: string): StackKeys {
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as StackKeys) : {};
  // A newer version may need a secret that an older one did not keep.
  const keys = { ...makeKeys(), ...kept };
  if (Object.keys(keys).length === Object.keys(kept).length) return keys;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(keys, null, 2), { mode: 0o600 });
  return keys;
}
