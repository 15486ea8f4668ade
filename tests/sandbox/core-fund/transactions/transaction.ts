import type { Fields } from '../gateway/field.checks.ts';
import type { Core } from '../store/core.ts';

/** What a transaction may ask beside its body. */
export interface Call {
  readonly core: Core;
  readonly requestNo: string;
  /** The body, after its fields were checked. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Makes the gateway drop the line after the work is committed. */
  dropLine(): void;
}

/** One transaction of interface.md. A writing one is done once for its request number. */
export interface Transaction {
  readonly writes: boolean;
  readonly fields: Fields;
  /** @throws CoreRefusal */
  run(call: Call): Record<string, unknown>;
}

/** A checked text field. */
export const said = (call: Call, field: string): string => String(call.body[field]);
/** A checked optional text field. */
export const saidOr = (call: Call, field: string): string | undefined => {
  const value = call.body[field];
  return value === undefined ? undefined : String(value);
};
