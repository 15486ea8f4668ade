import { go, PATHS } from '../../../screen/index.ts';
import type { CasePress } from '../../../screen/index.ts';
import { preApplicationTexts } from '../../../texts/loan-case.ts';
import { Notice } from '../../../ui/index.ts';
import type { SubmitTrouble } from '../submission.ts';

/** Why a press did not come through, and what to do about it. @param texts what is said where only the figures are others now */
export function PressTrouble({ state: { trouble, changed }, texts }: { readonly state: Pick<CasePress<SubmitTrouble>, 'trouble' | 'changed'>; readonly texts: { readonly changedTitle: string; readonly changed: string } }) {
  if (trouble === null) return changed ? <Notice tone="attention" title={texts.changedTitle}>{texts.changed}</Notice> : null;
  const { kind, text, caseId } = trouble;
  const way = kind === 'running' ? { action: { text: preApplicationTexts.openCase, onPress: () => go(caseId === undefined ? PATHS.progress : PATHS.caseOf(caseId)) } } : {};
  return <Notice tone={kind === 'refused' ? 'stop' : 'attention'} {...(kind === 'changed' ? { title: texts.changedTitle } : {})} {...way}>{text}</Notice>;
}
