import { CONSENT_VERSION } from '@anju/shared/identity';
import type { IdentityReply } from '@anju/shared/contract';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { keeper } from '../../api/api.ts';
import { call } from '../../api/call.ts';
import { ApiProblem } from '../../api/problem.ts';
import { messageOf } from '../../api/problem-message.ts';
import { refreshIdentity } from '../../api/session.ts';
import { useWish } from '../../api/use-wish.ts';
import { agreedVersion, agreeTo, refuseConsent } from './consent.ts';
import { EMPTY_REAL_NAME, fieldOfProblem, realNameBody, realNameFaults } from './real-name.form.ts';
import type { RealNameFaults, RealNameForm } from './real-name.form.ts';

export interface RealNameState {
  readonly form: RealNameForm;
  readonly faults: RealNameFaults;
  /** What belongs to no field. */
  readonly trouble: string | null;
  /** A mobile must be confirmed first: by WeChat's own number. */
  readonly mobileNeeded: boolean;
  readonly done: IdentityReply | null;
  change(part: Partial<RealNameForm>): void;
  submit(): Promise<void>;
  /** WeChat's own number is confirmed first, then the form goes again. */
  bind(phoneCode: string): Promise<void>;
}

const BOUND = 'identity.already-bound';

/** The real-name form: checked here, told by the BFF, kept until it is right. */
export function useRealName(): RealNameState {
  const [form, setForm] = useState<RealNameForm>({ ...EMPTY_REAL_NAME, consent: agreedVersion() === CONSENT_VERSION });
  const [asked, setAsked] = useState(false);
  const [told, setTold] = useState<RealNameFaults>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const [mobileNeeded, setMobileNeeded] = useState(false);
  const [done, setDone] = useState<IdentityReply | null>(null);
  const wish = useWish('real-name');
  // The privacy page may have changed it meanwhile.
  useDidShow(() => setForm((before) => ({ ...before, consent: agreedVersion() === CONSENT_VERSION })));

  const change = (part: Partial<RealNameForm>): void => {
    if (part.consent === true) agreeTo(CONSENT_VERSION);
    if (part.consent === false) refuseConsent();
    setForm((before) => ({ ...before, ...part }));
    setTold({});
    setTrouble(null);
  };
  const take = (identity: IdentityReply): void => {
    keeper.raise(identity.level, identity.person ?? null);
    setDone(identity);
  };
  const refused = async (error: unknown): Promise<void> => {
    const code = error instanceof ApiProblem ? error.code : null;
    if (code === BOUND) return take(await call('showIdentity', {}));
    const field = code === null ? undefined : fieldOfProblem(code);
    setMobileNeeded(code === 'identity.mobile-needed');
    if (field === undefined) setTrouble(messageOf(error));
    else setTold({ [field]: messageOf(error) });
  };
  const submit = async (): Promise<void> => {
    setAsked(true);
    setTrouble(null);
    if (Object.keys(realNameFaults(form)).length > 0) return;
    const body = realNameBody(form, CONSENT_VERSION);
    try {
      const identity = await call('verifyRealName', { body }, { key: wish.keyFor(body) });
      wish.drop();
      take(identity);
    } catch (error) {
      await refused(error);
    }
  };
  const bind = async (phoneCode: string): Promise<void> => {
    try {
      await call('bindPhone', { body: { code: phoneCode } });
      await refreshIdentity();
    } catch (error) {
      return setTrouble(messageOf(error));
    }
    await submit();
  };
  return { form, faults: { ...(asked ? realNameFaults(form) : {}), ...told }, trouble, mobileNeeded, done, change, submit, bind };
}
