import { checkDocument, isPersonName } from '@anju/shared/identity';
import type { IdType, ProblemCode, RealNameBody } from '@anju/shared/contract';
import { realNameTexts } from '../../texts/identity.ts';

export interface RealNameForm {
  readonly idType: IdType;
  readonly name: string;
  readonly idNumber: string;
  readonly counterCode: string;
  readonly consent: boolean;
}
export const EMPTY_REAL_NAME: RealNameForm = { idType: 'resident-id', name: '', idNumber: '', counterCode: '', consent: false };
export type RealNameField = 'name' | 'idNumber' | 'counterCode' | 'consent';
export type RealNameFaults = Readonly<Partial<Record<RealNameField, string>>>;

/** Documents that no online source can check: the counter looks and hands out a code. */
export const needsCounterCode = (idType: IdType): boolean => idType !== 'resident-id';

/** What is wrong before anything is sent, by field. */
export function realNameFaults(form: RealNameForm): RealNameFaults {
  const faults: Partial<Record<RealNameField, string>> = {};
  if (!isPersonName(form.name)) faults.name = realNameTexts.nameWrong;
  if (!checkDocument(form.idType, form.idNumber).ok) faults.idNumber = realNameTexts.idNumberWrong;
  if (needsCounterCode(form.idType) && !/^[0-9A-Za-z]{4,12}$/.test(form.counterCode)) faults.counterCode = realNameTexts.counterCodeWrong;
  if (!form.consent) faults.consent = realNameTexts.consentMissing;
  return faults;
}

/** The body that is sent. */
export function realNameBody(form: RealNameForm, consentVersion: string): RealNameBody {
  return {
    name: form.name.trim(),
    idType: form.idType,
    idNumber: form.idNumber.trim().toUpperCase(),
    consentVersion,
    ...(needsCounterCode(form.idType) ? { counterCode: form.counterCode } : {}),
  };
}

/** The field a refusal belongs to; undefined: it stands above the button. */
export function fieldOfProblem(code: ProblemCode): RealNameField | undefined {
  switch (code) {
    case 'identity.id-checksum':
    case 'identity.not-matched':
    case 'identity.not-in-core':
      return 'idNumber';
    case 'identity.counter-code-needed':
    case 'identity.counter-code-wrong':
      return 'counterCode';
    case 'identity.consent-outdated':
      return 'consent';
    default:
      return undefined;
  }
}
