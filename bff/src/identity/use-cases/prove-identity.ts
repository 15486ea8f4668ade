import { Injectable } from '@nestjs/common';
import { CoreFund } from '../../core-fund/index.ts';
import { IdentityCheck } from '../../identity-check/index.ts';
import { Refusal } from '../../platform/index.ts';
import type { BindingTask } from '../domain/person.ts';
import type { StatedIdentity } from './real-name.wish.ts';

/** How the papers were proved. `weak`: no source has a record of the mobile, so the core itself must know it. */
type Proof = 'counter-code' | 'three-factors' | 'weak';

export interface ProvenIdentity {
  readonly customerNo: string;
  readonly tasks: readonly BindingTask[];
  /** The mobile was shown to belong to this person, not only to be in their hand. */
  readonly mobileProven: boolean;
}

/**
 * Proves that the stated papers exist, belong together and belong to whoever asks, and finds the person at the core.
 * Resident ids: name, number and the session's own mobile, held against the operators' register. Other documents have no
 * online source: a code from the counter proves them, and the core checks it. A resident may take that way too.
 */
@Injectable()
export class ProveIdentity {
  constructor(
    private readonly identityCheck: IdentityCheck,
    private readonly core: CoreFund,
  ) {}

  /** @throws Refusal with the codes of the identity ladder; `core.unreachable` when the core does not answer */
  async execute(stated: StatedIdentity, mobile: string | null): Promise<ProvenIdentity> {
    const proof = await this.proofOf(stated, mobile);
    const found = await this.core.verifyPerson({
      idType: stated.idType,
      idNumber: stated.idNumber,
      name: stated.name,
      ...(mobile === null ? {} : { mobile }),
      ...(proof === 'counter-code' && stated.counterCode !== undefined ? { counterCode: stated.counterCode } : {}),
    });
    if (found.kind === 'unreachable') throw new Refusal('core.unreachable');
    if (found.kind === 'refused') throw coreRefusal(found.code);
    const { customerNo, name, mobile: mobileThere } = found.value;
    if (proof === 'weak' && mobileThere !== 'agrees') throw new Refusal('identity.counter-code-needed');
    const tasks: BindingTask[] = [...(name === 'differs' ? ['name-differs' as const] : []), ...(mobileThere === 'differs' ? ['mobile-differs' as const] : [])];
    return { customerNo, tasks, mobileProven: proof === 'three-factors' || mobileThere === 'agrees' };
  }

  private async proofOf(stated: StatedIdentity, mobile: string | null): Promise<Proof> {
    if (stated.counterCode !== undefined) return 'counter-code';
    if (stated.idType !== 'resident-id') throw new Refusal('identity.counter-code-needed');
    if (mobile === null) throw new Refusal('identity.mobile-needed');
    const who = { name: stated.name, idNumber: stated.idNumber };
    const three = await this.identityCheck.nameIdMobileMatch({ ...who, mobile });
    if (three.kind === 'matched') return 'three-factors';
    if (three.kind === 'mismatch') throw notMatched(three.fields);
    if (three.kind === 'unavailable') throw new Refusal('identity.provider-down');
    const two = await this.identityCheck.nameIdMatch(who);
    if (two.kind === 'matched') return 'weak';
    if (two.kind === 'unavailable') throw new Refusal('identity.provider-down');
    throw notMatched(two.kind === 'mismatch' ? two.fields : ['name', 'idNumber']);
  }
}

/** Names the fields; when the source does not say which, all that were compared. */
function notMatched(fields: readonly ('name' | 'idNumber' | 'mobile')[]): Refusal {
  const named = fields.length === 0 ? (['name', 'idNumber', 'mobile'] as const) : fields;
  return new Refusal('identity.not-matched', { fields: named.map((field) => ({ field, rule: 'matched', message: 'does not belong together with the rest' })) });
}

function coreRefusal(code: string): Refusal {
  switch (code) {
    case 'person-not-found':
      return new Refusal('identity.not-in-core');
    case 'name-differs':
      return notMatched(['name']);
    case 'counter-code-wrong':
      return new Refusal('identity.counter-code-wrong');
    default:
      return new Refusal('core.unreachable');
  }
}
