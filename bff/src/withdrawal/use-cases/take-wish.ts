import type { Channel, SubmitWithdrawalReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { OverviewStore } from '../../account/index.ts';
import { FileStore } from '../../file-store/index.ts';
import { Identities } from '../../identity/index.ts';
import { Clock, Refusal } from '../../platform/index.ts';
import { StartCase } from '../../progress/index.ts';
import { Drafts } from '../../withdrawal-drafts/index.ts';
import type { AskedWithdrawal } from './judge-wish.ts';
import { caseRunning, JudgeWish } from './judge-wish.ts';

/** How long the person waits in all, and for the overview in it. */
const BUDGET_MS = 2500;
const OVERVIEW_MS = 1200;
/** How often a wish is judged again because a case of the same route changed while it was being judged. */
const RUNS = 3;

type Before = (() => Promise<SubmitWithdrawalReply | undefined>) | undefined;

export interface Submitter {
  readonly personId: string;
  readonly channel: Channel;
}

/** Takes a wish in, once, and sees it to the core: judged on fresh facts, again when another case overtook it. */
@Injectable()
export class TakeWish {
  constructor(
    private readonly identities: Identities,
    private readonly overviews: OverviewStore,
    private readonly judge: JudgeWish,
    private readonly files: FileStore,
    private readonly drafts: Drafts,
    private readonly start: StartCase,
    private readonly clock: Clock,
  ) {}

  /**
   * @param before is asked before each run; what it answers is the reply, and nothing is taken in
   * @throws Refusal as `SubmitWithdrawal`
   */
  async execute(submitter: Submitter, asked: AskedWithdrawal, before?: Before): Promise<SubmitWithdrawalReply> {
    try {
      return await this.taken(submitter, asked, before);
    } catch (error) {
      // What runs may be this very wish, taken in from another phone in this moment.
      const meanwhile = error instanceof Refusal && error.code === 'withdrawal.case-running' ? await before?.() : undefined;
      if (meanwhile === undefined) throw error;
      return meanwhile;
    }
  }

  private async taken(submitter: Submitter, asked: AskedWithdrawal, before: Before): Promise<SubmitWithdrawalReply> {
    const until = this.clock.now().getTime() + BUDGET_MS;
    const person = await this.identities.of(submitter.personId);
    for (let run = 0; run < RUNS; run += 1) {
      const already = await before?.();
      if (already !== undefined) return already;
      const reading = await this.overviews.read(person, OVERVIEW_MS);
      if (reading.state === 'unknown') throw new Refusal('core.unreachable');
      const wished = await this.judge.execute(person, submitter.channel, asked, reading);
      const kept = asked.again?.wish.fileIds ?? [];
      const handedIn = wished.wish.fileIds.filter((fileId) => !kept.includes(fileId));
      const also = async (): Promise<boolean> => {
        await this.drafts.forget(person.personId, asked.route);
        return this.files.attach(person.personId, handedIn, wished.caseId);
      };
      const started = await this.start.execute({ wished, judgedBy: reading, until, running: caseRunning, also });
      if (started !== undefined) return started;
      this.overviews.makeOld(person.personId);
    }
    throw new Refusal('case.state-conflict', { retryAfter: 1 });
  }
}
