import { phone } from '../../../platform/phone-call.ts';
import { go, PATHS } from '../../../screen/index.ts';
import { prequalificationTexts as texts } from '../../../texts/loan-case.ts';
import type { WayOut } from '../../../texts/loan-case-reasons.ts';
import { Notice, Section } from '../../../ui/index.ts';
import type { Blocker } from '../prequalification.view.ts';

function openWay(way: Exclude<WayOut, null>, caseId: string | undefined): void | Promise<void> {
  switch (way) {
    case 'phone':
      return phone('12329');
    case 'my-loan':
      return go(PATHS.myLoan);
    case 'entries':
      return go(PATHS.accounts);
    case 'card':
      return go(PATHS.guide('bank-card'));
    case 'household':
      return go(PATHS.household);
    case 'case':
      return go(caseId === undefined ? PATHS.progress : PATHS.caseOf(caseId));
  }
}

/** The one thing that shuts the whole matter, where an amount would stand. */
export function Shut({ blocker }: { readonly blocker: Blocker }) {
  const { sentence, way, caseId } = blocker;
  return (
    <Notice tone="stop" title={texts.shut} {...(way === null ? {} : { action: { text: texts.wayOut[way], onPress: () => openWay(way, caseId) } })}>
      {sentence}
    </Notice>
  );
}

/** What is to be put right first, each with its way out. */
export function Blockers({ blockers }: { readonly blockers: readonly Blocker[] }) {
  if (blockers.length === 0) return null;
  return (
    <Section title={texts.blockersTitle}>
      {blockers.map(({ code, sentence, way, caseId }) => (
        <Notice key={code} tone="attention" {...(way === null ? {} : { action: { text: texts.wayOut[way], onPress: () => openWay(way, caseId) } })}>
          {sentence}
        </Notice>
      ))}
    </Section>
  );
}
