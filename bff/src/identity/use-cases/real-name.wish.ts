import type { ProblemField, RealNameBody } from '@anju/shared/contract';
import { checkDocument, CONSENT_VERSION, isPersonName } from '@anju/shared/identity';
import type { DocumentCheck, IdType } from '@anju/shared/identity';
import { Refusal } from '../../platform/index.ts';

/** What a person says about themselves, well formed. */
export interface StatedIdentity {
  readonly name: string;
  readonly idType: IdType;
  readonly idNumber: string;
  readonly counterCode?: string;
}

const RULES = { 'check-digit': 'checksum', 'birth-date': 'date', format: 'format', region: 'region' } as const;

const MESSAGES = {
  checksum: 'the last character does not agree with the number',
  date: 'the number holds no date of birth',
  format: 'the number is not built like one of this document',
  region: 'the number names no region this document is given out for',
} as const;

/**
 * Checks all that can be told without asking anybody.
 * @throws Refusal `identity.consent-outdated`, `request.invalid` (name), `identity.id-checksum` (number, with the rule it broke)
 */
export function statedIdentity(body: RealNameBody): StatedIdentity {
  if (body.consentVersion !== CONSENT_VERSION) throw new Refusal('identity.consent-outdated');
  const name = body.name.trim();
  if (!isPersonName(name)) throw new Refusal('request.invalid', { fields: [{ field: 'name', rule: 'name', message: 'must be a name as a document carries it' }] });
  const check: DocumentCheck = checkDocument(body.idType, body.idNumber);
  if (!check.ok) throw new Refusal('identity.id-checksum', { fields: [numberFault(RULES[check.rule])] });
  return { name, idType: body.idType, idNumber: check.normalised, ...(body.counterCode === undefined ? {} : { counterCode: body.counterCode }) };
}

function numberFault(rule: keyof typeof MESSAGES): ProblemField {
  return { field: 'idNumber', rule, message: MESSAGES[rule] };
}
