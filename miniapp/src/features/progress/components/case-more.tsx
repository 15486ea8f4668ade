import type { CaseReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { go, PATHS } from '../../../screen/index.ts';
import { dayText, momentText, yuanText } from '../../../texts/format.ts';
import { caseTexts, checkedFor, checkSource, matterTexts, overtaken, resultWord } from '../../../texts/progress.ts';
import { wordsOf } from '../../../texts/routes.ts';
import { confirmTexts } from '../../../texts/withdrawal.ts';
import { Card, Facts, From, Row, Tag } from '../../../ui/index.ts';
import { nextDayOf } from '../case.timeline.ts';

const CHECK_TONE = { matched: 'brand', mismatch: 'stop', 'not-found': 'attention', unavailable: 'plain' } as const;

/** Which source was asked and what it said; where the money goes; when again. */
export function CaseMore({ reply }: { readonly reply: CaseReply }) {
  const { payee } = reply;
  // What a closing ends is told once it has ended.
  const closing = reply.stage === 'paid' ? reply.closing : undefined;
  const words = matterTexts(wordsOf(reply));
  const nextDay = nextDayOf(reply);
  const facts = [
    ...(payee === null ? [] : [{ label: words.payee, value: caseTexts.toCard(payee.bank, payee.tail, reply.route) }]),
    ...(reply.paidAt === undefined ? [] : [{ label: words.paidAt, value: momentText(reply.paidAt, reply.now) }]),
    ...(reply.interestFen === undefined || reply.interestFen === 0 ? [] : [{ label: caseTexts.interest, value: yuanText(reply.interestFen) }]),
    ...(closing === undefined || closing.interestFen === null ? [] : [{ label: caseTexts.closingInterest, value: yuanText(closing.interestFen) }]),
    ...(closing === undefined ? [] : [{ label: caseTexts.closed, value: caseTexts.closedAccount, ...(closing.ends.length === 0 ? {} : { note: caseTexts.closedOrders(closing.ends.map((kind) => confirmTexts.orders[kind] ?? kind)) }) }]),
    ...(nextDay === null ? [] : [{ label: caseTexts.next, value: caseTexts.nextFrom(dayText(nextDay, true)) }]),
    { label: caseTexts.submittedAt(reply.origin), value: momentText(reply.submittedAt, reply.now) },
    { label: caseTexts.number, value: reply.number },
  ];
  return (
    <>
      {reply.checks.length === 0 ? null : (
        <Card title={caseTexts.checks}>
          <Text className="case-more__lead">{caseTexts.checksNote}</Text>
          {reply.checks.map((check) => (
            <Row
              key={`${check.source}${check.at}`}
              title={checkSource(check.source, reply.route)}
              note={
                <View>
                  <Text className="case-more__note">{checkedFor(check.source, reply.route, reply.stage)}</Text>
                  {check.result === 'unavailable' ? <Text className="case-more__note">{caseTexts.unavailableNote}</Text> : null}
                  <Text className="case-more__note">{momentText(check.at, reply.now)}</Text>
                </View>
              }
              value={<Tag tone={overtaken(check.source, reply.stage) ? 'plain' : CHECK_TONE[check.result]}>{resultWord(check, reply.stage)}</Tag>}
            />
          ))}
        </Card>
      )}
      <Card>
        <From source={`core@${reply.updatedAt}`}><Facts items={facts} /></From>
      </Card>
      {reply.resubmits === undefined ? null : <Before caseId={reply.resubmits} />}
    </>
  );
}

/** The case it was handed in again for. */
function Before({ caseId }: { readonly caseId: string }) {
  return (
    <Card>
      <Row title={caseTexts.earlier} onPress={() => go(PATHS.caseOf(caseId))} />
    </Card>
  );
}
