import type { EntriesReply, Entry } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { call } from '../../../api/call.ts';
import type { InputOf } from '../../../api/call.ts';
import { useOlder } from '../../../screen/index.ts';
import { momentText } from '../../../texts/format.ts';
import { entriesTexts } from '../../../texts/account.ts';
import { Amount, Button, Card, Footnote, Row, Tag } from '../../../ui/index.ts';
import { doubleMonths, entryNote, entryTitle, sumsOf } from '../entries.months.ts';

function EntryRow({ entry, times }: { readonly entry: Entry; readonly times: number | undefined }) {
  return (
    <Row
      title={entryTitle(entry)}
      {...(times === undefined || entry.kind !== 'contribution' ? {} : { tag: <Tag tone="attention">{entriesTexts.double(times)}</Tag> })}
      note={entryNote(entry)}
      value={
        <View className="entry">
          {entry.newBase === true ? null : <Amount fen={entry.amountFen} sign strong label={entriesTexts.kind[entry.kind]} />}
          <View className="entry__balance"><Text>{entriesTexts.balanceLabel}</Text><Amount fen={entry.balanceFen} label={entriesTexts.balanceLabel} /></View>
        </View>
      }
    />
  );
}

/** The entries of one year and kind, page by page. Give it a key of account, year and kind, so that a new choice starts anew. */
export function EntryList({ reply, input, year }: { readonly reply: EntriesReply; readonly input: InputOf<'listEntries'>; readonly year: string }) {
  const list = useOlder(reply, ({ entryId }) => entryId, (cursor) => call('listEntries', { params: input.params, query: { ...input.query, cursor } }));
  const sums = sumsOf(list.items);
  const doubles = doubleMonths(list.items);
  // Of the whole year only: rows of one kind do not say what came and went.
  const whole = list.cursor === null && input.query?.kind === undefined;
  return (
    <View className="a-stack">
      {whole ? (
        <Card>
          <View className="entry-sums">
            <View className="entry-sums__one"><Text className="a-second">{entriesTexts.came}</Text><Amount fen={sums.inFen} size="medium" strong label={entriesTexts.came} /></View>
            <View className="entry-sums__one"><Text className="a-second">{entriesTexts.went}</Text><Amount fen={sums.outFen} size="medium" strong label={entriesTexts.went} /></View>
          </View>
        </Card>
      ) : null}
      <Card>{list.items.map((entry) => <EntryRow key={entry.entryId} entry={entry} times={doubles.get(entry.month ?? '')} />)}</Card>
      {list.lost ? <Footnote centred>{entriesTexts.moreFailed}</Footnote> : null}
      {list.cursor === null ? <Footnote centred>{`${entriesTexts.end(year)} · ${entriesTexts.asOf(momentText(reply.asOf))}`}</Footnote> : <Button kind="secondary" text={entriesTexts.more} loadingText={entriesTexts.loading} onPress={list.more} />}
    </View>
  );
}
