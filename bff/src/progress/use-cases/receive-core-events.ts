import { Injectable } from '@nestjs/common';
import { isTerminal, mayMove } from '@anju/shared/progress';
import { CoreFund } from '../../core-fund/index.ts';
import type { CoreEvent } from '../../core-fund/index.ts';
import { Clock, Log, Outbox, Refusal, UnitOfWork } from '../../platform/index.ts';
import { Cases } from '../domain/cases.ts';
import type { ServiceCase } from '../domain/service-case.ts';
import { AdoptCase } from './adopt-case.ts';
import { stageOf } from './core-news.ts';
import { REFRESH_TOPIC } from './refresh-case.ts';

/** How long a batch may wait for its cases to be read at once; what is left the relays do. */
const FOLLOW_UP_MS = 1500;

/** Nothing can come of an event that tells what the case has long passed. */
function isOld(one: ServiceCase, event: CoreEvent): boolean {
  if (event.state === undefined) return false;
  const stage = stageOf(event.state, one.route);
  if (one.link === 'to-send' || one.link === 'asked') return false;
  return stage === one.stage ? isTerminal(stage) : !mayMove(one.stage, stage);
}

/**
 * Takes events in, however often and in whatever order they come. All that is written is the wish to read each case again; the message's
 * key is the case and the event number, so that the same event is the same message.
 */
@Injectable()
export class ReceiveCoreEvents {
  constructor(
    private readonly cases: Cases,
    private readonly core: CoreFund,
    private readonly adopt: AdoptCase,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** A push of the core. @throws Refusal `callback.signature`, with nothing written */
  async push(path: string, headers: Readonly<Record<string, string | string[] | undefined>>, body: Buffer): Promise<void> {
    const events = this.core.readPushedEvents(path, headers, body);
    if (events === undefined) throw new Refusal('callback.signature');
    await this.followUp(await this.unitOfWork.run(() => this.take(events)));
  }

  /** After the commit: waits a little for the cases to be read. Nothing depends on it: the relays were woken by the commit. */
  async followUp(messages: readonly string[]): Promise<void> {
    const until = this.clock.now().getTime() + FOLLOW_UP_MS;
    for (const message of messages) {
      const left = until - this.clock.now().getTime();
      if (left <= 0) return;
      await this.outbox.tryNow(message, left);
    }
  }

  /** Inside a unit of work: the messages recorded, each once. A case of a person of ours that we do not have is taken up. */
  async take(events: readonly CoreEvent[]): Promise<readonly string[]> {
    const messages = new Set<string>();
    for (const event of events) {
      const one = await this.cases.byCore(event.requestNo, event.caseNo);
      if (one === undefined) {
        const adopted = await this.adopt.noted(event);
        if (adopted !== undefined) messages.add(adopted);
        continue;
      }
      if (isOld(one, event)) continue;
      const payload = { caseId: one.caseId, coreCaseNo: event.caseNo };
      messages.add(await this.outbox.record({ topic: REFRESH_TOPIC, key: `${one.caseId}:${event.eventNo}`, payload }));
    }
    if (events.length > 0) this.log.event('core.events', { count: events.length, cases: messages.size });
    return [...messages];
  }
}
