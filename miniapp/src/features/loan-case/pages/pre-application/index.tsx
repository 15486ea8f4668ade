import type { IdentityReply, PrequalificationBody, PrequalificationReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { call } from '../../../../api/call.ts';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import type { Query } from '../../../../api/use-query.ts';
import { caseWish } from '../../../../api/use-wish.ts';
import { FailureState, goReplace, nextStepText, PageState, PATHS, pathOf, Screen, StaleNotice, useCasePress } from '../../../../screen/index.ts';
import type { CasePress } from '../../../../screen/index.ts';
import { yuanText } from '../../../../texts/format.ts';
import { preApplicationTexts as texts, prequalificationTexts } from '../../../../texts/loan-case.ts';
import { caseTitle } from '../../../../texts/routes.ts';
import { seenForTexts } from '../../../../texts/seen.ts';
import { Button, Empty, Footnote, Notice, Skeleton } from '../../../../ui/index.ts';
import { ApplySummary } from '../../components/apply-summary.tsx';
import { Blockers } from '../../components/blockers.tsx';
import { ContractCard } from '../../components/contract-card.tsx';
import { Guest } from '../../components/guest.tsx';
import { PressTrouble } from '../../components/press-trouble.tsx';
import type { LoanDraft } from '../../loan.draft.ts';
import { prequalificationBody } from '../../loan.wish.ts';
import { amountOf, checkedHouse, houseStands, preApplicationBody } from '../../pre-application.view.ts';
import { blockersOf, headlineOf, knownOf, mayApply } from '../../prequalification.view.ts';
import { endOf } from '../../submission.ts';
import type { SubmitTrouble } from '../../submission.ts';
import { useLoanDraft } from '../../use-loan-draft.ts';
import type { Kept } from '../../use-kept.ts';
import '../../loan-case.scss';

const SHAPE = <><Skeleton shape="form" count={2} /><Skeleton shape="card" count={1} /><Skeleton shape="list" count={5} /></>;

/** One page, prefilled: only the contract's number is typed. It ends in a case; the contract itself is signed at a counter. */
export default function PreApplicationPage() {
  const { session, ended, verified } = useSession();
  const kept = useLoanDraft('missing');
  const house = checkedHouse(kept.draft);
  const body = prequalificationBody(kept.draft.wish, house?.result === 'matched' ? house.priceFen : undefined);
  const query = useQuery('prequalify', { body: body ?? { household: {}, house: { priceFen: 0, order: 'first', kind: 'new' } } }, { enabled: (session !== null || ended) && body !== null });
  const identity = useQuery('showIdentity', {}, { enabled: verified });
  if (verified && body === null) {
    return (
      <Screen title={texts.title}>
        <Empty drawing="house" title={texts.noWishTitle} sentences={[texts.noWishText]} actions={[{ text: texts.toPrequalification, onPress: () => goReplace(PATHS.prequalification) }]} />
      </Screen>
    );
  }
  if (query.value !== null && body !== null && identity.value !== null && knownOf(query.value.estimate) !== null) {
    return <Ready reply={query.value} asked={body} query={query} kept={kept} identity={identity.value} />;
  }
  return (
    <Screen title={texts.title} sensitive>
      <PageState query={query} skeleton={SHAPE} off={session === null ? <Guest texts={prequalificationTexts} /> : <FailureState kind="not-bound" retry={query.reload} />}>
        {(reply) => (knownOf(reply.estimate) === null ? <FailureState kind="core-down" retry={query.reload} /> : SHAPE)}
      </PageState>
    </Screen>
  );
}

interface ReadyProps {
  readonly reply: PrequalificationReply;
  readonly asked: PrequalificationBody;
  readonly query: Query<PrequalificationReply>;
  readonly kept: Kept<LoanDraft>;
  readonly identity: IdentityReply;
}

function Ready({ reply, asked, query, kept, identity }: ReadyProps) {
  const { draft, change, forget } = kept;
  const templates = useQuery('listTemplates', {});
  const known = knownOf(reply.estimate);
  const mostFen = known === null ? 0 : headlineOf(known.value, false).most;
  const amountFen = amountOf(draft, mostFen);
  const body = known === null || !mayApply(reply) ? null : preApplicationBody({ draft, asked, estimate: known.value, mostFen, withPartner: reply.partner !== null });
  const state = useCasePress({
    endOf,
    wish: caseWish('loan-pre-application'),
    about: seenForTexts.business(caseTitle({ route: 'loan-pre-application' }), yuanText(amountFen)),
    purpose: 'loan',
    here: PATHS.preApplication,
    body,
    identity,
    templateIds: templates.value?.items.map((item) => item.templateId) ?? [],
    send: (key) => {
      if (body === null) throw new Error('nothing to apply for');
      return call('preApply', { body }, { key, timeoutMs: 15_000 });
    },
    onDone: forget,
    opens: ({ caseId, number, state: stage }) => pathOf('/features/loan-case/pages/result/index', { caseId, number, state: stage, matter: 'loan-pre-application' }),
    // The figures are others now.
    onTrouble: ({ kind }) => (kind === 'changed' ? query.reload() : undefined),
  });
  if (known === null) return null;
  const running = reply.runningCaseId;
  const foot = running === undefined ? <Foot state={state} amountFen={amountFen} ready={body !== null} house={houseStands(checkedHouse(draft), reply.partner !== null)} identity={identity} /> : <Button text={texts.openCase} onPress={() => goReplace(PATHS.caseOf(running))} />;
  return (
    <Screen title={texts.title} sensitive foot={foot}>
      {known.stale ? <StaleNotice why="core-down" at={known.asOf} retry={query.reload} /> : null}
      {running === undefined ? null : <Notice tone="brand">{prequalificationTexts.running}</Notice>}
      <Blockers blockers={blockersOf(reply.blockers, running)} />
      <PressTrouble state={state} texts={texts} />
      <ContractCard kept={kept} asOf={known.asOf} withPartner={reply.partner !== null} />
      <ApplySummary draft={draft} estimate={known.value} partner={reply.partner} amountFen={amountFen} mostFen={mostFen} priceFen={asked.house.priceFen} change={change} />
      <Notice tone="info">{texts.counter}</Notice>
      <Footnote>{texts.statement(reply.partner !== null)}</Footnote>
    </Screen>
  );
}

interface FootProps {
  readonly state: CasePress<SubmitTrouble>;
  readonly amountFen: number;
  readonly ready: boolean;
  readonly house: boolean;
  readonly identity: IdentityReply;
}

function Foot({ state, amountFen, ready, house, identity }: FootProps) {
  return (
    <View className="loan-foot">
      <Button text={texts.button(yuanText(amountFen))} loading={state.sending} loadingText={texts.sending} disabled={!ready} onPress={state.press} />
      <Text className="loan-foot__next">{house ? nextStepText(identity, state.fresh, state.unsent) : texts.checkFirst}</Text>
    </View>
  );
}
