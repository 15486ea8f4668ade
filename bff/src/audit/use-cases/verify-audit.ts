import { Injectable } from '@nestjs/common';
import { CHAIN_START, firstBreak } from '../audit-chain.ts';
import { AuditLog } from '../audit.port.ts';

const RUN = 500;

export type AuditVerdict =
  | { readonly holds: true; readonly entries: number }
  /** The first sequence that was changed, removed or put in. */
  | { readonly holds: false; readonly brokenAt: number };

/** Walks the whole chain: nothing changed, nothing removed (the end too), nothing put in. */
@Injectable()
export class VerifyAudit {
  constructor(private readonly log: AuditLog) {}

  async execute(): Promise<AuditVerdict> {
    const head = await this.log.head();
    let last = { sequence: 0, hash: CHAIN_START };
    for (;;) {
      const entries = await this.log.after(last.sequence, RUN);
      const broken = firstBreak(entries, last);
      if (broken !== undefined) return { holds: false, brokenAt: broken };
      last = entries.at(-1) ?? last;
      if (entries.length < RUN) break;
    }
    // Entries appended while we walked lie after the head we read; only a shorter or different end is a break.
    if (last.sequence < head.sequence) return { holds: false, brokenAt: last.sequence + 1 };
    return { holds: true, entries: last.sequence };
  }
}
