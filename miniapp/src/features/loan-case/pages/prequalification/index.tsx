import type { PrequalificationReply } from '@anju/shared/contract';
import { bindingSentence } from '@anju/shared/loan';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { fingerprint } from '../../../../api/idempotency-key.ts';
import { messageOf } from '../../../../api/problem-message.ts';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import type { Query } from '../../../../api/use-query.ts';
import { Trying } from '../../../../screen/advice/advice-list.tsx';
import { FailureState, go, PageState, PATHS, Screen, StaleNotice } from '../../../../screen/index.ts';
import { LimitList } from '../../../../screen/limits/limit-list.tsx';
import { momentText, yuanText } from '../../../../texts/format.ts';
import { adviceEffect } from '../../../../texts/loan-calculator.ts';
import { prequalificationTexts as texts } from '../../../../texts/loan-case.ts';
import { Amount, Button, Card, Footnote, From, Notice, Skeleton, Tap } from '../../../../ui/index.ts';
import { AdvisedList } from '../../components/advised.tsx';
import { Blockers, Shut } from '../../components/blockers.tsx';
import { Guest } from '../../components/guest.tsx';
import { HouseForm } from '../../components/house-form.tsx';
import { Instalments } from '../../components/instalments.tsx';
import { OwnCard } from '../../components/own-card.tsx';
import { PartnerRow } from '../../components/partner-row.tsx';
import { RetirementCard } from '../../components/retirement-card.tsx';
import { EMPTY_WISH, prequalificationBody } from '../../loan.wish.ts';
import type { LoanWish } from '../../loan.wish.ts';
import { blockersOf, headlineOf, knownOf, mayApply, shutBy, wishLine } from '../../prequalification.view.ts';
import { useLoanDraft } from '../../use-loan-draft.ts';
import '../../loan-case.scss';

const SHAPE = <><Skeleton shape="card" count={2} /><Skeleton shape="list" count={5} /></>;

/** What the person can borrow by the figures of the core: the house comes from the calculator or from a short form. */
export default function PrequalificationPage() {
  const { session, ended, verified } = useSession();
  const { draft, change } = useLoanDraft('newer');
  const [editing, setEditing] = useState(false);
  const [trial, setTrial] = useState<{ readonly words: string; readonly before: LoanWish; readonly tried: LoanWish } | null>(null);
  const body = prequalificationBody(draft.wish);
  const asking = session !== null || ended;
  const query = useQuery('prequalify', { body: body ?? { household: {}, house: { priceFen: 0, order: 'first', kind: 'new' } } }, { enabled: asking && body !== null, keepLast: true });
  // What was typed elsewhere may be more than the centre's rules take: it is typed anew here, and the rest is left out.
  const refused = query.problem?.code === 'loan.input-out-of-range' ? query.problem : null;
  if (verified && (body === null || editing || refused !== null)) {
    const done = (wish: LoanWish): void => {
      change({ wish, amountFen: null });
      setEditing(false);
    };
    const { price, order, kind, term, children } = draft.wish;
    return (
      <Screen title={texts.title}>
        {refused === null ? null : <Notice tone="attention">{refused.fields.map((field) => field.message).join('；') || messageOf(refused)}</Notice>}
        <HouseForm wish={refused === null ? draft.wish : { ...EMPTY_WISH, price, order, kind, term, children }} onDone={done} />
      </Screen>
    );
  }
  const guest = <Guest texts={texts} other={{ text: texts.guestOther, onPress: () => go(PATHS.calculator), kind: 'quiet' }} />;
  return (
    <Screen title={texts.title} sensitive foot={query.value === null ? null : <Onward reply={query.value} />}>
      <PageState query={query} skeleton={SHAPE} off={session === null ? guest : <FailureState kind="not-bound" retry={query.reload} />}>
        {(reply) => (
          <Result
            reply={reply}
            query={query}
            wish={draft.wish}
            trying={trial !== null && fingerprint(trial.tried) === fingerprint(draft.wish) ? trial.words : null}
            onEdit={() => setEditing(true)}
            onCategory={(category) => change({ wish: { ...draft.wish, category } })}
            onTry={(words, tried) => {
              setTrial({ words: adviceEffect.tried(words), before: draft.wish, tried });
              change({ wish: tried, amountFen: null });
            }}
            onUndo={() => {
              if (trial !== null) change({ wish: trial.before, amountFen: null });
              setTrial(null);
            }}
          />
        )}
      </PageState>
    </Screen>
  );
}

/** The one way on: to the pre-application, or to the one that is already on its way. */
function Onward({ reply }: { readonly reply: PrequalificationReply }) {
  const { runningCaseId } = reply;
  if (runningCaseId !== undefined) return <Button text={texts.openCase} onPress={() => go(PATHS.caseOf(runningCaseId))} />;
  const open = mayApply(reply);
  return <Button text={open ? texts.next : texts.notNow} disabled={!open} onPress={() => go(PATHS.preApplication)} />;
}

interface ResultProps {
  readonly reply: PrequalificationReply;
  readonly query: Query<PrequalificationReply>;
  readonly wish: LoanWish;
  /** What is being tried now, in words. */
  readonly trying: string | null;
  onEdit(): void;
  onTry(change: string, tried: LoanWish): void;
  onUndo(): void;
  onCategory(category: 'F55' | 'F50'): void;
}

function Result({ reply, query, wish, trying, onEdit, onCategory, onTry, onUndo }: ResultProps) {
  const known = knownOf(reply.estimate);
  const own = knownOf(reply.own);
  if (known === null) return <FailureState kind="core-down" retry={query.reload} />;
  const estimate = known.value;
  const blockers = blockersOf(reply.blockers, reply.runningCaseId);
  const shut = shutBy(blockers);
  return (
    <>
      {known.stale ? <StaleNotice why="core-down" at={known.asOf} retry={query.reload} /> : null}
      {shut === null ? <Head reply={reply} wish={wish} onEdit={onEdit} /> : <Shut blocker={shut} />}
      {trying === null ? null : <Trying words={trying} onUndo={onUndo} />}
      {reply.runningCaseId === undefined ? null : <Notice tone="brand">{texts.running}</Notice>}
      <Blockers blockers={blockers.filter((one) => one !== shut)} />
      <PartnerRow partner={reply.partner} />
      {shut === null ? <RetirementCard estimate={estimate} partner={reply.partner} category={wish.category} onCategory={onCategory} /> : null}
      {shut === null ? <><LimitList estimate={estimate} /><AdvisedList estimate={estimate} wish={wish} onTry={onTry} /></> : null}
      {shut === null ? <Instalments estimate={estimate} /> : null}
      {own === null ? null : <OwnCard own={own.value} asOf={own.asOf} />}
      <Footnote>{texts.basis}</Footnote>
    </>
  );
}

function Head({ reply, wish, onEdit }: { readonly reply: PrequalificationReply; readonly wish: LoanWish; onEdit(): void }) {
  const known = knownOf(reply.estimate);
  if (known === null) return null;
  const head = headlineOf(known.value, reply.partner !== null);
  const down = known.value.downPayment;
  return (
    <Card>
      <Text className="plan-label">{head.label}</Text>
      <From source="computed:limit">
        <Amount fen={head.fen} size="hero" unit alwaysShown label={head.label} unknownText={texts.unknown} />
      </From>
      <From source="computed:limit"><Text className="a-text loan-head__why">{`${bindingSentence(known.value)}。`}</Text></From>
      {down === null ? null : <From source="computed:limit"><Text className="a-second">{`${texts.downPayment} ${yuanText(down.leastFen)}`}</Text></From>}
      <View className="loan-head__wish">
        <From source="typed"><Text>{wishLine(wish)}</Text></From>
        <Tap className="a-link loan-head__change" label={`${texts.change}${texts.house}`} onPress={onEdit}><Text>{texts.change}</Text></Tap>
      </View>
      <Text className="a-small">{texts.byCore(momentText(known.asOf))}</Text>
    </Card>
  );
}
