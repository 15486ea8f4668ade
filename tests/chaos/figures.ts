import type { Finding } from './audit.ts';

/** What a run came to. */
export interface Figures {
  readonly rounds: number;
  readonly seed: number;
  readonly seconds: number;
  /** Keys under which phones asked for something, and the requests in all. */
  readonly submissions: number;
  readonly requests: number;
  readonly unanswered: number;
  readonly accepted: number;
  readonly paid: number;
  readonly kills: Readonly<Record<string, number>>;
  readonly faults: number;
  readonly clockJumps: number;
  readonly duplicates: number;
  readonly lost: number;
  readonly unsettled: number;
  readonly disagreements: number;
  readonly ledgerFaults: number;
  /** Times a program ended though nobody had killed it. */
  readonly falls: number;
  readonly slowestSettlingSeconds: number;
}

export const sumOf = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((total, count) => total + count, 0);

export const countOf = (findings: readonly Finding[], sort: Finding['sort']): number => findings.filter((finding) => finding.sort === sort).length;

/** A run with little work or without kills proves nothing: a third of the rounds must have been accepted, and something killed. */
export function isProof({ rounds, accepted, kills }: Figures): boolean {
  return accepted >= rounds / 3 && sumOf(kills) > 0;
}

export function isGood(figures: Figures): boolean {
  const { duplicates, lost, unsettled, disagreements, ledgerFaults, falls } = figures;
  return isProof(figures) && duplicates + lost + unsettled + disagreements + ledgerFaults + falls === 0;
}

/** The lines at the end of a run. */
export function wordsOf(figures: Figures): string {
  const { submissions, requests, unanswered, accepted, paid, kills, faults, clockJumps, duplicates, lost, unsettled, disagreements, ledgerFaults, falls, seconds, slowestSettlingSeconds } = figures;
  const each = Object.entries(kills).map(([name, count]) => `${name} ${count}`).join(', ');
  return [
    `submissions ${submissions}, kills ${sumOf(kills)} (${each}), duplicates ${duplicates}, lost ${lost}, unsettled ${unsettled}`,
    `accepted ${accepted}, paid ${paid}, requests ${requests} of which ${unanswered} without an answer, faults ${faults}, clock jumps ${clockJumps}`,
    `disagreements ${disagreements}, ledger ${ledgerFaults === 0 ? 'balanced' : `NOT balanced (${ledgerFaults})`}, falls ${falls}, slowest settling ${slowestSettlingSeconds} s, ${seconds} s in all`,
  ].join('\n');
}
